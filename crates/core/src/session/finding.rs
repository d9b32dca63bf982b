//! What is noted of the sealed index: which records it does not have as they are.

use fieldnotes_domain::ids::RecordId;
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use fieldnotes_store::search::{Document, Index};

/// Records that are looked at by themselves at most, the last changed ones first; the others wait for the index.
const BY_ITSELF: usize = 256;

/// The index, and what it does not have yet.
#[derive(Default)]
pub(crate) struct Finding {
    pub(crate) index: Option<Index>,
    pub(crate) is_ready: bool,
    /// Records that the last commit does not have as they are.
    pub(crate) changed: BTreeSet<RecordId>,
    /// Those of them that are already put, for the next commit.
    pub(crate) put: BTreeSet<RecordId>,
    /// Those that were changed last, at the end.
    pub(crate) last: VecDeque<RecordId>,
    pub(crate) described: HashMap<RecordId, Document>,
}

impl Finding {
    /// With an index that was opened already.
    pub(crate) fn with(index: Option<Index>) -> Self {
        Self {
            index,
            ..Self::default()
        }
    }

    /// Notes that a record changed.
    pub(crate) fn touch(&mut self, record: RecordId) {
        if !self.is_ready {
            return;
        }
        self.changed.insert(record);
        self.put.remove(&record);
        self.described.remove(&record);
        if self.last.back() != Some(&record) {
            self.last.push_back(record);
            if self.last.len() > BY_ITSELF {
                self.last.pop_front();
            }
        }
    }

    /// The changed records that may be looked at by themselves, those that were changed last in front.
    pub(crate) fn to_be_looked_at(&self) -> Vec<RecordId> {
        let mut seen = HashSet::new();
        let last = self.last.iter().rev().copied();
        let mut last: Vec<RecordId> = last
            .filter(|id| self.changed.contains(id) && seen.insert(*id))
            .collect();
        if self.changed.len() <= BY_ITSELF {
            last.extend(self.changed.iter().filter(|id| !seen.contains(id)));
        }
        last
    }

    pub(crate) fn forget(&mut self) {
        self.changed.clear();
        self.put.clear();
        self.last.clear();
        self.described.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_twice_is_looked_at_once() {
        let [a, b, c] = [1, 2, 3].map(RecordId::from_u128);
        let mut finding = Finding {
            is_ready: true,
            ..Finding::default()
        };
        finding.changed.insert(c);
        for changed in [a, b, a, b, b] {
            finding.touch(changed);
        }
        assert_eq!(finding.to_be_looked_at(), [b, a, c]);
    }
}
