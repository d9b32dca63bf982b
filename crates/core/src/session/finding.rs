//! The sealed index, and what is noted of it: which records it does not have as they are.
//!
//! A record goes through three states: *changed*, since it was saved; *put*, in the index and not committed there; and
//! neither, once that is committed. A changed one may be *described* meanwhile, so that a question finds it.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use fieldnotes_domain::ids::RecordId;
use fieldnotes_store::search::{Document, Index};

/// Records that are looked at by themselves at most, the last changed ones first; the others wait for the index.
const BY_ITSELF: usize = 256;

/// The index, and what it does not have yet.
#[derive(Default)]
pub(crate) struct Finding {
    index: Option<Index>,
    is_ready: bool,
    /// Records that the last commit does not have as they are.
    changed: BTreeSet<RecordId>,
    /// Those of them that are already put, for the next commit.
    put: BTreeSet<RecordId>,
    /// Those that were changed last, at the end.
    last: VecDeque<RecordId>,
    described: HashMap<RecordId, Document>,
}

impl Finding {
    /// With an index that was opened already, not yet held against the history.
    pub(crate) fn with(index: Option<Index>) -> Self {
        Self {
            index,
            ..Self::default()
        }
    }

    /// Begins with this index, which has all records as they are but these.
    pub(crate) fn begin(&mut self, index: Option<Index>, changed: BTreeSet<RecordId>) {
        *self = Self {
            index,
            changed,
            is_ready: true,
            ..Self::default()
        };
    }

    /// Whether it was held against the history.
    pub(crate) fn is_ready(&self) -> bool {
        self.is_ready
    }

    /// The index; none where everything is looked at by itself.
    pub(crate) fn index(&self) -> Option<&Index> {
        self.index.as_ref()
    }

    /// The same, to put into.
    pub(crate) fn index_mut(&mut self) -> Option<&mut Index> {
        self.index.as_mut()
    }

    /// Lets the index go to whoever closes it.
    pub(crate) fn take_index(&mut self) -> Option<Index> {
        self.index.take()
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

    /// Forgets these records: they are no more, or the index has them as they are.
    pub(crate) fn forget(&mut self, records: &BTreeSet<RecordId>) {
        self.changed.retain(|id| !records.contains(id));
        self.put.retain(|id| !records.contains(id));
        self.last.retain(|id| !records.contains(id));
        self.described.retain(|id, _| !records.contains(id));
    }

    /// The records that the last commit does not have as they are.
    pub(crate) fn changed(&self) -> &BTreeSet<RecordId> {
        &self.changed
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

    /// Those of these records that were not described since they changed.
    pub(crate) fn not_described(&self, records: &[RecordId]) -> Vec<RecordId> {
        let is_new = |id: &&RecordId| !self.described.contains_key(id);
        records.iter().filter(is_new).copied().collect()
    }

    /// Keeps what records were described as, until they change again or are committed.
    pub(crate) fn describe(&mut self, documents: Vec<Document>) {
        let named = documents.into_iter().map(|one| (one.id(), one));
        self.described.extend(named);
    }

    /// What these records were described as.
    pub(crate) fn described(&self, records: &[RecordId]) -> Vec<&Document> {
        let found = records.iter().filter_map(|id| self.described.get(id));
        found.collect()
    }

    /// Records to put next, so many at most.
    pub(crate) fn to_be_put(&self, most: usize) -> Vec<RecordId> {
        let left = self.changed.difference(&self.put);
        left.take(most).copied().collect()
    }

    /// Notes that records were put.
    pub(crate) fn note_put(&mut self, records: Vec<RecordId>) {
        self.put.extend(records);
    }

    /// How many records wait for the next commit of the index.
    pub(crate) fn put_count(&self) -> usize {
        self.put.len()
    }

    /// How many are not even put.
    pub(crate) fn left_count(&self) -> usize {
        self.changed.len() - self.put.len()
    }

    /// Notes that the index was committed: it has what was put.
    pub(crate) fn note_committed(&mut self) {
        let put = std::mem::take(&mut self.put);
        self.forget(&put);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(changed: impl IntoIterator<Item = RecordId>) -> Finding {
        let mut finding = Finding::default();
        finding.begin(None, changed.into_iter().collect());
        finding
    }

    #[test]
    fn what_changed_twice_is_looked_at_once() {
        let [a, b, c] = [1, 2, 3].map(RecordId::from_u128);
        let mut finding = ready([c]);
        for changed in [a, b, a, b, b] {
            finding.touch(changed);
        }
        assert_eq!(finding.to_be_looked_at(), [b, a, c]);
    }

    #[test]
    fn what_changes_after_it_was_put_is_put_again() {
        let [a, b] = [1, 2].map(RecordId::from_u128);
        let mut finding = ready([a, b]);
        finding.note_put(finding.to_be_put(2));
        finding.touch(a);
        assert_eq!((finding.put_count(), finding.left_count()), (1, 1));
        finding.note_committed();
        assert_eq!(finding.to_be_put(2), [a]);
        assert_eq!(finding.to_be_looked_at(), [a]);
    }

    #[test]
    fn nothing_is_noted_before_it_is_held_against_the_history() {
        let mut finding = Finding::with(None);
        finding.touch(RecordId::from_u128(1));
        assert!(!finding.is_ready() && finding.changed().is_empty());
    }
}
