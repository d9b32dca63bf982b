//! Records that may go no further, because others said so. docs/FORMAT.md section 8.1.2.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::Session;
use crate::history::EntryHash;

impl Session {
    /// Records that a colleague withdrew, and the revisions by which. The mark stands in the receipt of the bundle that
    /// brought it, and goes with it where that import is undone.
    pub(crate) fn withdrawn(&self) -> BTreeMap<Uuid, Vec<EntryHash>> {
        let mut marks: BTreeMap<Uuid, Vec<EntryHash>> = BTreeMap::new();
        let told = self.receipts.iter().flat_map(|(_, one)| &one.withdrawn);
        for mark in told {
            if self.is_in_force(mark.record, mark.revision) {
                let revisions = marks.entry(mark.record).or_default();
                if !revisions.contains(&mark.revision) {
                    revisions.push(mark.revision);
                }
            }
        }
        marks
    }

    /// Whether a mark still says that the record may go no further. Where the body of the revision is here, that is
    /// read instead; and whoever keeps the narrator's word may renew it by a revision that was made from this one. Not
    /// we: what is saved here, perhaps to settle a conflict, was not asked of the narrator.
    fn is_in_force(&self, record: Uuid, marked: EntryHash) -> bool {
        let node = self.graph.node(&marked);
        if self.holds_body(&marked) || node.is_none_or(|node| node.record != record) {
            return false;
        }
        let mut later = BTreeSet::from([marked]);
        for revision in self.graph.in_order(record) {
            let Some(node) = self.graph.node(&revision) else {
                continue;
            };
            if node.parents().any(|parent| later.contains(&parent)) {
                if self.holds_body(&revision) && !self.own.has(&node.device) {
                    return false;
                }
                later.insert(revision);
            }
        }
        true
    }
}
