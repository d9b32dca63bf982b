//! Records that may go no further, because others said so. docs/FORMAT.md section 8.1.2,
//! docs/decisions/014-imported-data.md.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::session::Session;
use crate::session::peers::Peers;
use fieldnotes_domain::history::{DeviceId, EntryHash};
use fieldnotes_domain::ids::RecordId;

/// Steps back through the history of one record. Beyond, what is not known to be lifted is in force: a history that was made
/// to be walked for hours stays here.
const STEPS: usize = 200_000;

/// Whose hand a log is in, as far as it matters for a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Hand<'s> {
    /// This vault's. What is saved here, perhaps to settle a conflict, was not asked of the narrator.
    Own,
    /// A colleague's, by the name that they have here.
    Colleague(&'s str),
    /// Somebody's who is not known; only the log itself speaks for them.
    Log(DeviceId),
}

impl Session {
    /// Records that a colleague withdrew, and the revisions by which. The mark stands in the receipt of the bundle that
    /// brought it, and goes with it where that import is undone.
    pub(crate) fn withdrawn(&self) -> BTreeMap<RecordId, Vec<EntryHash>> {
        let mut marks: BTreeMap<RecordId, BTreeSet<EntryHash>> = BTreeMap::new();
        for (_, receipt) in self.peers.receipts() {
            for mark in &receipt.withdrawn {
                marks.entry(mark.record).or_default().insert(mark.revision);
            }
        }
        let in_force = marks.into_iter().filter_map(|(record, marked)| {
            let in_force = self.in_force(record, &marked);
            (!in_force.is_empty()).then_some((record, in_force))
        });
        in_force.collect()
    }

    /// Whether a colleague said of this record that it may go no further.
    pub(crate) fn is_withdrawn(&self, record: RecordId) -> bool {
        let all = self
            .peers
            .receipts()
            .iter()
            .flat_map(|(_, one)| &one.withdrawn);
        let of_record = all.filter(|mark| mark.record == record);
        let marked: BTreeSet<EntryHash> = of_record.map(|mark| mark.revision).collect();
        !self.in_force(record, &marked).is_empty()
    }

    /// Those of the marked revisions by which the record may still go no further. Where the body of one is here, that is
    /// read instead; and whoever wrote it may renew the narrator's word by a revision that was made from it. Nobody else:
    /// who holds the record could then let it go on against what was said.
    fn in_force(&self, record: RecordId, marked: &BTreeSet<EntryHash>) -> Vec<EntryHash> {
        let is_of_record = |hash: &EntryHash| {
            let node = self.records.graph().node(hash);
            node.is_some_and(|node| node.record == record)
        };
        let marked = marked.iter().copied();
        let mut standing: Vec<EntryHash> = marked
            .filter(|hash| !self.holds_body(hash) && is_of_record(hash))
            .collect();
        if standing.is_empty() {
            return standing;
        }
        let mut hands = Hands::new(self);
        let mut marked_by: HashMap<Hand<'_>, HashSet<EntryHash>> = HashMap::new();
        for hash in &standing {
            if let Some(hand) = hands.of(hash) {
                marked_by.entry(hand).or_default().insert(*hash);
            }
        }
        marked_by.remove(&Hand::Own);
        let mut renewed_by: HashMap<Hand<'_>, Vec<EntryHash>> = HashMap::new();
        for hash in self.records.graph().revisions(record) {
            if self.holds_body(&hash)
                && let Some(hand) = hands.of(&hash).filter(|hand| marked_by.contains_key(hand))
            {
                renewed_by.entry(hand).or_default().push(hash);
            }
        }
        let (mut lifted, mut steps) = (HashSet::<EntryHash>::new(), STEPS);
        for (hand, from) in renewed_by {
            let before = self.before(record, from, &mut steps);
            let of_hand = marked_by.get(&hand).into_iter().flatten();
            lifted.extend(of_hand.filter(|hash| before.contains(*hash)));
        }
        standing.retain(|hash| !lifted.contains(hash));
        standing
    }

    /// What these revisions of a record were made from, directly or not.
    fn before(
        &self,
        record: RecordId,
        mut next: Vec<EntryHash>,
        steps: &mut usize,
    ) -> HashSet<EntryHash> {
        let mut before = HashSet::new();
        while let Some(one) = next.pop() {
            let node = self
                .records
                .graph()
                .node(&one)
                .filter(|node| node.record == record);
            for parent in node.iter().flat_map(|node| node.parents()) {
                let Some(left) = steps.checked_sub(1) else {
                    return before;
                };
                *steps = left;
                if before.insert(parent) {
                    next.push(parent);
                }
            }
        }
        before
    }
}

/// Whose hand logs are in; each is looked up once.
struct Hands<'s> {
    session: &'s Session,
    known: HashMap<DeviceId, Hand<'s>>,
}

impl<'s> Hands<'s> {
    fn new(session: &'s Session) -> Self {
        let own = session.own.devices().map(|device| (device, Hand::Own));
        Self {
            session,
            known: own.collect(),
        }
    }

    fn of(&mut self, revision: &EntryHash) -> Option<Hand<'s>> {
        let device = self.session.records.graph().node(revision)?.device;
        let peers: &'s Peers = &self.session.peers;
        let look = || match peers.owner(&device) {
            Some(colleague) => Hand::Colleague(&colleague.name),
            None => Hand::Log(device),
        };
        Some(*self.known.entry(device).or_insert_with(look))
    }
}
