//! All revisions that a vault holds, as a graph.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

use super::{BodyHash, DeviceId, Entry, EntryHash};

/// What a graph knows of a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Whose log it stands in, and where.
    pub device: DeviceId,
    /// Its place in that log.
    pub seq: u64,
    /// Its record.
    pub record: Uuid,
    /// What it was made from.
    pub parents: Box<[EntryHash]>,
    /// `kind/number`.
    pub schema: Box<str>,
    /// Its body.
    pub body_hash: BodyHash,
    /// When its device says that it was saved (milliseconds since 1970).
    pub time: i64,
}

/// What became of an entry that was offered to a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inserted {
    /// It is there now.
    New,
    /// It was there already.
    Known,
    /// Another revision stands at its place in its log, so one of the two logs is a copy. Not taken.
    Fork(EntryHash),
}

/// A set of revisions, with what follows from it. Equal sets give equal answers, whatever the order.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    nodes: HashMap<EntryHash, Node>,
    records: BTreeMap<Uuid, BTreeSet<EntryHash>>,
    children: HashMap<EntryHash, Vec<EntryHash>>,
    logs: HashMap<DeviceId, BTreeMap<u64, EntryHash>>,
}

impl Graph {
    /// Adds a revision. Parents that are missing may come later; it stands all the same.
    pub fn insert(&mut self, hash: EntryHash, entry: &Entry) -> Inserted {
        if self.nodes.contains_key(&hash) {
            return Inserted::Known;
        }
        let log = self.logs.entry(entry.device).or_default();
        if let Some(other) = log.get(&entry.seq) {
            return Inserted::Fork(*other);
        }
        log.insert(entry.seq, hash);
        self.records.entry(entry.record).or_default().insert(hash);
        for parent in &entry.parents {
            self.children.entry(*parent).or_default().push(hash);
        }
        let node = Node {
            device: entry.device,
            seq: entry.seq,
            record: entry.record,
            parents: entry.parents.clone().into(),
            schema: entry.schema.as_str().into(),
            body_hash: entry.body_hash,
            time: entry.time,
        };
        self.nodes.insert(hash, node);
        Inserted::New
    }

    /// A revision.
    pub fn node(&self, hash: &EntryHash) -> Option<&Node> {
        self.nodes.get(hash)
    }

    /// How many revisions there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All revisions, ascending by name.
    pub fn hashes(&self) -> Vec<EntryHash> {
        let mut all: Vec<_> = self.nodes.keys().copied().collect();
        all.sort_unstable();
        all
    }

    /// All records, ascending by id.
    pub fn records(&self) -> impl Iterator<Item = Uuid> + '_ {
        self.records.keys().copied()
    }

    /// The revisions of a record, ascending by name; empty for an unknown one.
    pub fn revisions(&self, record: Uuid) -> impl Iterator<Item = EntryHash> + '_ {
        self.records.get(&record).into_iter().flatten().copied()
    }

    /// The revisions of a record that none of its revisions was made from, the one to show first in front:
    /// latest claimed time, then name.
    pub fn heads(&self, record: Uuid) -> Vec<EntryHash> {
        let succeeded = |hash: &EntryHash| {
            self.children.get(hash).is_some_and(|all| {
                all.iter()
                    .any(|child| self.nodes.get(child).is_some_and(|n| n.record == record))
            })
        };
        let mut heads: Vec<_> = self
            .revisions(record)
            .filter(|hash| !succeeded(hash))
            .collect();
        heads.sort_by_key(|hash| std::cmp::Reverse((self.nodes.get(hash).map(|n| n.time), *hash)));
        heads
    }

    /// Records with more than one head.
    pub fn conflicts(&self) -> Vec<Uuid> {
        self.records()
            .filter(|record| self.heads(*record).len() > 1)
            .collect()
    }

    /// The revisions of a record, each after everything that it was made from; among those that could stand
    /// next, the earlier claimed time first, then the smaller name.
    pub fn in_order(&self, record: Uuid) -> Vec<EntryHash> {
        let mut waiting: BTreeMap<EntryHash, usize> = BTreeMap::new();
        let mut ready = BTreeSet::new();
        let rank = |hash: EntryHash| (self.nodes.get(&hash).map(|n| n.time), hash);
        for hash in self.revisions(record) {
            let held = self.parents_in(record, &hash).count();
            if held == 0 {
                ready.insert(rank(hash));
            } else {
                waiting.insert(hash, held);
            }
        }
        let mut out = Vec::new();
        while let Some((_, hash)) = ready.pop_first() {
            out.push(hash);
            for child in self.children.get(&hash).into_iter().flatten() {
                if let Some(left) = waiting.get_mut(child) {
                    *left -= 1;
                    if *left == 0 {
                        waiting.remove(child);
                        ready.insert(rank(*child));
                    }
                }
            }
        }
        out
    }

    fn parents_in<'a>(
        &'a self,
        record: Uuid,
        hash: &EntryHash,
    ) -> impl Iterator<Item = &'a EntryHash> {
        self.nodes
            .get(hash)
            .into_iter()
            .flat_map(|node| node.parents.iter())
            .filter(move |parent| self.nodes.get(parent).is_some_and(|n| n.record == record))
    }

    /// Whether a revision names a parent that is not held (it may still arrive).
    pub fn is_waiting(&self, hash: &EntryHash) -> bool {
        self.nodes
            .get(hash)
            .is_some_and(|node| node.parents.iter().any(|p| !self.nodes.contains_key(p)))
    }

    /// The newest entry held of each device log.
    pub fn logs(&self) -> BTreeMap<DeviceId, (u64, EntryHash)> {
        self.logs
            .iter()
            .filter_map(|(device, log)| {
                log.last_key_value()
                    .map(|(seq, hash)| (*device, (*seq, *hash)))
            })
            .collect()
    }

    /// The entry at a place of a log.
    pub fn at(&self, device: &DeviceId, seq: u64) -> Option<EntryHash> {
        self.logs.get(device).and_then(|log| log.get(&seq)).copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(device: u8, seq: u64, record: u8, parents: &[u8], time: i64) -> Entry {
        Entry {
            device: DeviceId([device; 32]),
            seq,
            backlink: EntryHash([if seq == 1 { 0 } else { 9 }; 32]),
            record: Uuid::from_bytes([record; 16]),
            parents: parents.iter().map(|p| EntryHash([*p; 32])).collect(),
            schema: "note/1".into(),
            body_hash: BodyHash([seq as u8; 32]),
            time,
        }
    }

    fn hash(name: u8) -> EntryHash {
        EntryHash([name; 32])
    }

    #[test]
    fn two_successors_of_one_revision_are_a_conflict_and_a_common_child_ends_it() {
        let record = Uuid::from_bytes([1; 16]);
        let mut graph = Graph::default();
        graph.insert(hash(1), &entry(1, 1, 1, &[], 10));
        graph.insert(hash(2), &entry(1, 2, 1, &[1], 20));
        graph.insert(hash(3), &entry(2, 1, 1, &[1], 30));
        assert_eq!(graph.heads(record), [hash(3), hash(2)]);
        assert_eq!(graph.conflicts(), [record]);
        graph.insert(hash(4), &entry(2, 2, 1, &[2, 3], 5));
        assert_eq!(
            graph.heads(record),
            [hash(4)],
            "order comes from parents, not from clocks"
        );
        assert_eq!(graph.in_order(record), [hash(1), hash(2), hash(3), hash(4)]);
    }

    #[test]
    fn a_second_revision_at_one_place_is_a_fork_and_is_not_taken() {
        let mut graph = Graph::default();
        assert_eq!(
            graph.insert(hash(1), &entry(1, 1, 1, &[], 0)),
            Inserted::New
        );
        assert_eq!(
            graph.insert(hash(1), &entry(1, 1, 1, &[], 0)),
            Inserted::Known
        );
        assert_eq!(
            graph.insert(hash(2), &entry(1, 1, 2, &[], 0)),
            Inserted::Fork(hash(1))
        );
        assert_eq!(graph.len(), 1);
    }

    #[test]
    fn a_revision_stands_while_its_parent_is_missing() {
        let mut graph = Graph::default();
        graph.insert(hash(2), &entry(1, 2, 1, &[1], 0));
        assert!(graph.is_waiting(&hash(2)));
        graph.insert(hash(1), &entry(1, 1, 1, &[], 0));
        assert!(!graph.is_waiting(&hash(2)));
        assert_eq!(graph.heads(Uuid::from_bytes([1; 16])), [hash(2)]);
    }

    proptest! {
        #[test]
        fn order_does_not_matter(edges in proptest::collection::vec((1_u8..4, any::<prop::sample::Index>(), any::<prop::sample::Index>(), -5_i64..5), 1..30), shuffle in any::<u64>()) {
            let mut all = Vec::new();
            for (i, (record, a, b, time)) in edges.iter().enumerate() {
                let mut parents: Vec<u8> = [a, b].iter().map(|at| at.index(i + 1) as u8).filter(|p| *p > 0).collect();
                parents.sort_unstable();
                parents.dedup();
                all.push((hash(i as u8 + 1), entry(1, i as u64 + 1, *record, &parents, *time)));
            }
            let mut one = Graph::default();
            all.iter().for_each(|(hash, entry)| { one.insert(*hash, entry); });
            let mut other = Graph::default();
            all.sort_by_key(|(hash, _)| (u64::from(hash.0[0]).wrapping_mul(shuffle | 1)).rotate_left(17));
            all.iter().chain(all.iter()).for_each(|(hash, entry)| { other.insert(*hash, entry); });
            prop_assert_eq!(one.hashes(), other.hashes());
            for record in one.records() {
                prop_assert_eq!(one.heads(record), other.heads(record));
                prop_assert_eq!(one.in_order(record), other.in_order(record));
                prop_assert_eq!(one.in_order(record).len(), one.revisions(record).count());
            }
        }
    }
}
