//! All revisions that a vault holds, as a graph.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use roaring::RoaringTreemap;
use uuid::Uuid;

use super::entry::EntryRef;
use super::nodes::{Beginning, NewNode, Nodes, Stored};
use super::{BodyHash, DeviceId, Entry, EntryHash};

/// What a graph knows of a revision.
#[derive(Clone, Copy)]
pub struct Node<'g> {
    /// Whose log it stands in, and where.
    pub device: DeviceId,
    /// Its place in that log.
    pub seq: u64,
    /// Its record.
    pub record: Uuid,
    /// `kind/number`.
    pub schema: &'g str,
    /// Its body.
    pub body_hash: BodyHash,
    /// When its device says that it was saved (milliseconds since 1970).
    pub time: i64,
    stored: &'g Stored,
    nodes: &'g Nodes,
}

impl<'g> Node<'g> {
    /// What it was made from, held or not, ascending.
    pub fn parents(&self) -> impl Iterator<Item = EntryHash> + 'g {
        let nodes = self.nodes;
        nodes
            .parents(self.stored)
            .iter()
            .filter_map(|parent| nodes.get(*parent).map(|parent| parent.hash))
    }
}

impl std::fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Node({}, {})", self.record, self.stored.hash)
    }
}

/// Two numbers that the owner of a graph keeps beside a revision. They mean nothing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tag(pub [i64; 2]);

/// What became of an entry that was offered to a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inserted {
    /// It is there now.
    New,
    /// It was there already.
    Known,
}

/// A set of revisions, with what follows from it. Equal sets give equal answers, whatever the order.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    nodes: Nodes,
}

impl Graph {
    /// Adds a revision. Parents that are missing may come later; it stands all the same.
    pub fn insert(&mut self, hash: EntryHash, entry: &Entry) -> Inserted {
        self.insert_tagged(hash, entry, Tag::default())
    }

    /// [`Graph::insert`], with what its owner wants to find beside it. One that is there keeps what it has.
    pub fn insert_tagged(&mut self, hash: EntryHash, entry: &Entry, tag: Tag) -> Inserted {
        let new = NewNode {
            hash,
            device: entry.device,
            seq: entry.seq,
            record: entry.record,
            schema: &entry.schema,
            body_hash: entry.body_hash,
            time: entry.time,
            tag,
            backlink: Beginning::of(&entry.backlink),
        };
        self.nodes.insert(&new, entry.parents.iter().copied())
    }

    /// [`Graph::insert_tagged`] of an entry that still lies in its bytes.
    pub fn insert_ref(&mut self, hash: EntryHash, entry: &EntryRef<'_>, tag: Tag) -> Inserted {
        let new = NewNode {
            hash,
            device: entry.device,
            seq: entry.seq,
            record: entry.record,
            schema: entry.schema,
            body_hash: entry.body_hash,
            time: entry.time,
            tag,
            backlink: Beginning::of(&entry.backlink),
        };
        self.nodes.insert(&new, entry.parents())
    }

    /// Adds all revisions of another graph, with what its owner keeps beside them.
    pub fn extend(&mut self, other: &Self) {
        self.reserve(other.len());
        for stored in other.nodes.all() {
            self.copy(&other.nodes, stored);
        }
    }

    /// Adds the revisions of some records of another graph, with what its owner keeps beside them.
    pub fn extend_by(&mut self, other: &Self, records: impl Iterator<Item = Uuid>) {
        for record in records {
            for (_, stored) in other.nodes.of_record(record) {
                self.copy(&other.nodes, stored);
            }
        }
    }

    /// The same graph as if some revisions had never come. Made anew: it takes as long as reading all of it.
    #[must_use]
    pub fn without(&self, is_gone: impl Fn(&EntryHash) -> bool) -> Self {
        let mut rest = Self::default();
        rest.reserve(self.len());
        for stored in self.nodes.all().filter(|stored| !is_gone(&stored.hash)) {
            rest.copy(&self.nodes, stored);
        }
        rest
    }

    fn copy(&mut self, theirs: &Nodes, stored: &Stored) {
        let new = NewNode {
            hash: stored.hash,
            device: theirs.device(stored),
            seq: stored.seq,
            record: theirs.record_id(stored),
            schema: theirs.schema(stored),
            body_hash: stored.body_hash,
            time: stored.time,
            tag: stored.tag,
            backlink: stored.backlink,
        };
        let parents = theirs.parents(stored).iter();
        let parents = parents.filter_map(|parent| theirs.get(*parent).map(|one| one.hash));
        self.nodes.insert(&new, parents);
    }

    /// Makes room for so many more revisions at once. A hint: what does not come costs address space only.
    pub fn reserve(&mut self, revisions: usize) {
        self.nodes.reserve(revisions);
    }

    /// A revision.
    pub fn node(&self, hash: &EntryHash) -> Option<Node<'_>> {
        self.nodes.held(hash).map(|stored| self.as_node(stored))
    }

    /// All revisions, in no order.
    pub fn all(&self) -> impl Iterator<Item = (EntryHash, Node<'_>)> {
        let nodes = self.nodes.all();
        nodes.map(|stored| (stored.hash, self.as_node(stored)))
    }

    fn as_node<'g>(&'g self, stored: &'g Stored) -> Node<'g> {
        let nodes = &self.nodes;
        Node {
            device: nodes.device(stored),
            seq: stored.seq,
            record: nodes.record_id(stored),
            schema: nodes.schema(stored),
            body_hash: stored.body_hash,
            time: stored.time,
            stored,
            nodes,
        }
    }

    /// What the owner keeps beside a revision; nothing where that is not held.
    pub fn tag(&self, hash: &EntryHash) -> Option<Tag> {
        self.nodes.held(hash).map(|stored| stored.tag)
    }

    /// Changes what the owner keeps beside a revision that is held.
    pub fn set_tag(&mut self, hash: &EntryHash, tag: Tag) {
        if let Some(stored) = self.nodes.held_mut(hash) {
            stored.tag = tag;
        }
    }

    /// What the owner keeps beside each revision, in no order.
    pub fn tags(&self) -> impl Iterator<Item = Tag> + '_ {
        self.nodes.all().map(|stored| stored.tag)
    }

    /// Whether a revision is held.
    pub fn holds(&self, hash: &EntryHash) -> bool {
        self.nodes.held(hash).is_some()
    }

    /// How many revisions there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All revisions, ascending by name.
    pub fn hashes(&self) -> Vec<EntryHash> {
        let mut all: Vec<_> = self.nodes.all().map(|stored| stored.hash).collect();
        all.sort_unstable();
        all
    }

    /// All records, ascending by id. Sorts them: for a loop over all of them, not for a look at one.
    pub fn records(&self) -> impl Iterator<Item = Uuid> + '_ {
        let mut all: Vec<Uuid> = self.nodes.records().map(|record| record.id).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// How many records there are.
    pub fn record_count(&self) -> usize {
        self.nodes.records().len()
    }

    /// Whether a revision of this record is held.
    pub fn has_record(&self, record: Uuid) -> bool {
        self.nodes.record(record).is_some()
    }

    /// The revisions of a record, ascending by name; empty for an unknown one.
    pub fn revisions(&self, record: Uuid) -> impl Iterator<Item = EntryHash> + '_ {
        let mut all: Vec<_> = self.nodes.of_record(record).map(|(_, n)| n.hash).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// The revisions of a record that none of its revisions was made from, the one to show first in front:
    /// latest claimed time, then name.
    pub fn heads(&self, record: Uuid) -> Vec<EntryHash> {
        let mut heads: Vec<&Stored> = Vec::with_capacity(self.head_count(record));
        heads.extend(self.nodes.heads(record));
        heads.sort_unstable_by_key(|head| Reverse(rank(head)));
        heads.into_iter().map(|head| head.hash).collect()
    }

    /// The head to show first, without the others.
    pub fn first_head(&self, record: Uuid) -> Option<EntryHash> {
        let heads = self.nodes.heads(record);
        heads.max_by_key(|head| rank(head)).map(|head| head.hash)
    }

    /// How many heads a record has. What several say together is told by [`super::merge`].
    pub fn head_count(&self, record: Uuid) -> usize {
        self.nodes
            .record(record)
            .map_or(0, |record| record.heads as usize)
    }

    /// Records with more than one head, ascending by id: merged, or in conflict.
    pub fn several_heads(&self) -> Vec<Uuid> {
        let several = self.nodes.records().filter(|record| record.heads > 1);
        let mut all: Vec<Uuid> = several.map(|record| record.id).collect();
        all.sort_unstable();
        all
    }

    /// The revisions of a record, each after everything that it was made from; among those that could stand
    /// next, the earlier claimed time first, then the smaller name.
    pub fn in_order(&self, record: Uuid) -> Vec<EntryHash> {
        let mut all: Vec<(u32, &Stored)> = self.nodes.of_record(record).collect();
        all.sort_unstable_by_key(|(number, _)| *number);
        let position = |number: &u32| all.binary_search_by_key(number, |(n, _)| *n).ok();
        // Pairs of parent and child, by position; a parent of another record does not count.
        let mut made: Vec<(usize, usize)> = Vec::with_capacity(all.len());
        let mut waits_for = vec![0_u32; all.len()];
        for (child, ((_, stored), waits)) in all.iter().zip(&mut waits_for).enumerate() {
            for parent in self.nodes.parents(stored).iter().filter_map(position) {
                made.push((parent, child));
                *waits += 1;
            }
        }
        made.sort_unstable();
        let ready_at = |at: usize| all.get(at).map(|(_, n)| Reverse((rank(n), at)));
        let free = waits_for.iter().enumerate().filter(|(_, n)| **n == 0);
        let mut ready: BinaryHeap<_> = free.filter_map(|(at, _)| ready_at(at)).collect();
        let mut out = Vec::with_capacity(all.len());
        while let Some(Reverse(((_, hash), at))) = ready.pop() {
            out.push(hash);
            let from = made.partition_point(|(parent, _)| *parent < at);
            let of_this = made.iter().skip(from).take_while(|(one, _)| *one == at);
            for (_, child) in of_this {
                if let Some(left) = waits_for.get_mut(*child) {
                    *left -= 1;
                    if *left == 0 {
                        ready.extend(ready_at(*child));
                    }
                }
            }
        }
        out
    }

    /// Whether a revision names a parent that is not held (it may still arrive).
    pub fn is_waiting(&self, hash: &EntryHash) -> bool {
        let is_held = |parent: &u32| self.nodes.get(*parent).is_some_and(Stored::is_held);
        self.nodes
            .held(hash)
            .is_some_and(|stored| !self.nodes.parents(stored).iter().all(is_held))
    }

    /// The newest entry held of each device log; of two at the highest place the one of the greater name.
    pub fn logs(&self) -> BTreeMap<DeviceId, (u64, EntryHash)> {
        self.nodes
            .newest_of_logs()
            .map(|(device, newest)| (device, (newest.seq, newest.hash)))
            .collect()
    }

    /// Each device log and the places of it at which a revision is held, in no order. Kept while revisions are added, so
    /// that nobody has to walk through them.
    pub fn places(&self) -> impl Iterator<Item = (&DeviceId, &RoaringTreemap)> {
        self.nodes.places()
    }

    /// The entry at a place of a log.
    pub fn at(&self, device: &DeviceId, seq: u64) -> Option<EntryHash> {
        self.nodes.at(device, seq).map(|stored| stored.hash).min()
    }

    /// The entries at a place of a log, ascending by name: more than one where the log is forked.
    pub fn all_at(&self, device: &DeviceId, seq: u64) -> Vec<EntryHash> {
        let mut all: Vec<_> = self.nodes.at(device, seq).map(|one| one.hash).collect();
        all.sort_unstable();
        all
    }

    /// The first place of a log at which two revisions are known: held, or named by what comes after. Two copies of one vault wrote that log; from there on its numbers say nothing
    /// of what somebody holds.
    pub fn forked_from(&self, device: &DeviceId) -> Option<u64> {
        self.nodes.forked_from(device)
    }

    /// The logs that are forked, and from which place on.
    pub fn forks(&self) -> BTreeMap<DeviceId, u64> {
        self.nodes.forks().collect()
    }

    /// The place at which a log would be seen to be forked if this revision were taken. Nothing where it is held, and
    /// nothing where the log is known to be forked already.
    pub fn would_fork(&self, hash: &EntryHash, entry: &EntryRef<'_>) -> Option<u64> {
        if self.holds(hash) {
            return None;
        }
        let backlink = Beginning::of(&entry.backlink);
        self.nodes
            .fork_by(&entry.device, entry.seq, hash, backlink)
            .filter(|_| self.forked_from(&entry.device).is_none())
    }
}

/// Of two heads the greater one is shown first.
fn rank(stored: &Stored) -> (i64, EntryHash) {
    (stored.time, stored.hash)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(device: u8, seq: u64, record: u8, parents: &[u8], time: i64) -> Entry {
        Entry {
            device: DeviceId([device; 32]),
            seq,
            backlink: EntryHash([seq as u8 - 1; 32]),
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
    fn two_successors_of_one_revision_are_two_heads_and_a_common_child_ends_it() {
        let record = Uuid::from_bytes([1; 16]);
        let mut graph = Graph::default();
        graph.insert(hash(1), &entry(1, 1, 1, &[], 10));
        graph.insert(hash(2), &entry(1, 2, 1, &[1], 20));
        graph.insert(hash(3), &entry(2, 1, 1, &[1], 30));
        assert_eq!(graph.heads(record), [hash(3), hash(2)]);
        assert_eq!(graph.several_heads(), [record]);
        graph.insert(hash(4), &entry(2, 2, 1, &[2, 3], 5));
        assert_eq!(
            graph.heads(record),
            [hash(4)],
            "order comes from parents, not from clocks"
        );
        assert_eq!(graph.in_order(record), [hash(1), hash(2), hash(3), hash(4)]);
    }

    #[test]
    fn a_second_revision_at_one_place_stands_beside_the_first_and_the_log_is_forked() {
        let log = DeviceId([1; 32]);
        let mut graph = Graph::default();
        let first = entry(1, 1, 1, &[], 0);
        assert_eq!(graph.insert(hash(1), &first), Inserted::New);
        assert_eq!(graph.insert(hash(1), &first), Inserted::Known);
        assert_eq!((graph.forked_from(&log), graph.forks().len()), (None, 0));
        let other = entry(1, 1, 2, &[], 0);
        assert_eq!(graph.insert(hash(7), &other), Inserted::New);
        assert_eq!(graph.len(), 2);
        assert_eq!(graph.forked_from(&log), Some(1));
        assert_eq!(graph.all_at(&log, 1), [hash(1), hash(7)]);
        assert_eq!(graph.at(&log, 1), Some(hash(1)));
        assert_eq!(graph.logs()[&log], (1, hash(7)));
        assert_eq!(graph.forked_from(&DeviceId([2; 32])), None);
    }

    /// A copy whose own revision at a place stays at home is seen all the same: what comes next names another.
    #[test]
    fn a_fork_is_seen_by_what_comes_after_it() {
        let log = DeviceId([1; 32]);
        let one = (hash(2), entry(1, 2, 1, &[], 0));
        let mut next = (hash(8), entry(1, 3, 2, &[], 0));
        next.1.backlink = hash(7);
        for order in [[&one, &next], [&next, &one]] {
            let mut graph = Graph::default();
            graph.insert(order[0].0, &order[0].1);
            let bytes = order[1].1.encode().expect("an entry");
            let told = EntryRef::decode(&bytes).expect("an entry");
            assert_eq!(graph.would_fork(&order[1].0, &told), Some(2));
            graph.insert(order[1].0, &order[1].1);
            assert_eq!(graph.forked_from(&log), Some(2));
            assert_eq!(graph.would_fork(&order[1].0, &told), None);
        }
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

    #[test]
    fn a_name_that_revisions_of_two_records_were_made_from_is_succeeded_in_its_own_only() {
        let heads = |order: [u8; 3]| {
            let mut graph = Graph::default();
            for name in order {
                let record = if name == 3 { 2 } else { 1 };
                let parents: &[u8] = if name == 1 { &[] } else { &[1] };
                let entry = entry(1, u64::from(name), record, parents, 0);
                assert_eq!(graph.insert(hash(name), &entry), Inserted::New);
            }
            [1, 2].map(|record| graph.heads(Uuid::from_bytes([record; 16])))
        };
        for order in [[1, 2, 3], [3, 2, 1], [2, 3, 1], [3, 1, 2]] {
            assert_eq!(heads(order), [vec![hash(2)], vec![hash(3)]], "{order:?}");
        }
    }

    #[test]
    fn a_name_alone_is_no_revision() {
        let mut graph = Graph::default();
        graph.insert_tagged(hash(2), &entry(1, 2, 1, &[1], 0), Tag([7, 8]));
        assert_eq!((graph.len(), graph.record_count()), (1, 1));
        assert!(!graph.holds(&hash(1)) && graph.node(&hash(1)).is_none());
        assert_eq!(graph.at(&DeviceId([1; 32]), 0), None);
        graph.set_tag(&hash(1), Tag([1, 1]));
        assert_eq!((graph.tag(&hash(1)), graph.tags().count()), (None, 1));
        assert_eq!(graph.tag(&hash(2)), Some(Tag([7, 8])));
        let node = graph.node(&hash(2)).expect("held");
        assert_eq!(node.parents().collect::<Vec<_>>(), [hash(1)]);
    }

    /// What a revision takes in memory, as the kernel counts it. Run by hand, in release:
    /// `cargo test --release -p fieldnotes-core --lib bytes_of_a_revision -- --ignored --nocapture`.
    #[cfg(target_os = "linux")]
    #[test]
    #[ignore = "measures, and asserts nothing"]
    #[allow(clippy::print_stdout)]
    fn bytes_of_a_revision() {
        const MANY: u64 = 1_000_000;
        let resident = || {
            let statm = std::fs::read_to_string("/proc/self/statm").expect("Linux");
            let pages = statm.split(' ').nth(1).expect("a second field");
            pages.parse::<u64>().expect("a number") * 4_096
        };
        let name = |number: u64, salt: u64| {
            // Spread as a hash is, and in an order that has nothing to do with the log's.
            let mixed = (number + salt)
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .rotate_left(29);
            let words = [mixed, mixed.wrapping_mul(salt | 1), number, salt].map(u64::to_be_bytes);
            words.concat().try_into().expect("32 bytes")
        };
        let (before, begun) = (resident(), std::time::Instant::now());
        let mut graph = Graph::default();
        graph.reserve(MANY as usize);
        for at in 0..MANY {
            let number = at * 611_953 % MANY;
            let mut made = entry(1, number + 1, 1, &[], number as i64);
            // Every fifth is the second state of the record before it.
            let (of, parent) = match number % 5 {
                4 => (number - 1, Some(EntryHash(name(number - 1, 1)))),
                _ => (number, None),
            };
            made.record = Uuid::from_slice(&name(of, 2)[..16]).expect("16 bytes");
            made.parents.extend(parent);
            made.body_hash = BodyHash(name(number, 3));
            graph.insert(EntryHash(name(number, 1)), &made);
        }
        let took = begun.elapsed();
        assert_eq!(graph.len() as u64, MANY);
        let bytes = (resident() - before) / MANY;
        println!(
            "{bytes} bytes and {} ns a revision",
            took.as_nanos() as u64 / MANY
        );
        let begun = std::time::Instant::now();
        let heads: usize = graph
            .records()
            .filter_map(|one| graph.first_head(one))
            .count();
        println!("first heads of {heads} records in {:?}", begun.elapsed());
    }

    /// Where a log is forked, as the definition says: two names at one place, held or named.
    fn plain_fork(all: &[(EntryHash, Entry)], device: DeviceId) -> Option<u64> {
        let mut names = std::collections::BTreeSet::new();
        for (hash, entry) in all.iter().filter(|(_, entry)| entry.device == device) {
            names.insert((entry.seq, *hash));
            names.insert((entry.seq - 1, entry.backlink));
        }
        let is_forked = |seq: &u64| names.iter().filter(|(place, _)| place == seq).count() > 1;
        (1..=names.last()?.0).find(is_forked)
    }

    /// Heads as their definition says: by looking at all pairs.
    fn plain_heads(all: &[(EntryHash, Entry)], record: Uuid) -> Vec<EntryHash> {
        let mine = || all.iter().filter(|(_, entry)| entry.record == record);
        let mut heads: Vec<_> = mine()
            .filter(|(hash, _)| !mine().any(|(_, child)| child.parents.contains(hash)))
            .map(|(hash, entry)| (entry.time, *hash))
            .collect();
        heads.sort_unstable();
        heads.into_iter().rev().map(|(_, hash)| hash).collect()
    }

    proptest! {
        #[test]
        fn forks_do_not_hang_on_the_order(places in proptest::collection::vec((1_u8..3, 1_u64..6, 1_u8..3), 0..12), shuffle in any::<u64>()) {
            let mut all: Vec<(EntryHash, Entry)> = places.iter().enumerate().map(|(at, (device, seq, before))| {
                let mut made = entry(*device, *seq, 1, &[], 0);
                // Of the place and of which of two writers, as in two logs of one device; now and then the same one.
                let name = |seq: u64, writer: u8| EntryHash([seq as u8 * 8 + writer; 32]);
                made.backlink = if *seq == 1 { EntryHash::NONE } else { name(*seq - 1, *before) };
                (name(*seq, 1 + (at % 2) as u8 + 4 * (device - 1)), made)
            }).collect();
            all.sort_by_key(|(hash, _)| *hash);
            all.dedup_by_key(|(hash, _)| *hash);
            let graph = |all: &[(EntryHash, Entry)]| {
                let mut graph = Graph::default();
                all.iter().for_each(|(hash, entry)| { graph.insert(*hash, entry); });
                graph
            };
            let one = graph(&all);
            let mut shuffled = all.clone();
            shuffled.sort_by_key(|(hash, _)| (u64::from(hash.0[0]).wrapping_mul(shuffle | 1)).rotate_left(17));
            let other = graph(&shuffled);
            let mut joined = graph(&shuffled[all.len() / 2..]);
            joined.extend(&other);
            for device in [1, 2].map(|device| DeviceId([device; 32])) {
                prop_assert_eq!(one.forked_from(&device), plain_fork(&all, device));
                prop_assert_eq!(one.forked_from(&device), other.forked_from(&device));
                prop_assert_eq!(one.forked_from(&device), joined.forked_from(&device));
                for seq in 0..7 {
                    prop_assert_eq!(one.all_at(&device, seq), other.all_at(&device, seq));
                    prop_assert_eq!(one.all_at(&device, seq), joined.all_at(&device, seq));
                }
            }
            prop_assert_eq!(one.logs(), other.logs());
            prop_assert_eq!(one.hashes(), joined.hashes());
        }

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
            let mut joined = Graph::default();
            all.iter().skip(all.len() / 2).for_each(|(hash, entry)| { joined.insert(*hash, entry); });
            joined.extend(&one);
            prop_assert_eq!(one.logs(), joined.logs());
            // What was added and taken away again leaves nothing behind.
            let mut half = Graph::default();
            all.iter().skip(all.len() / 2).for_each(|(hash, entry)| { half.insert(*hash, entry); });
            let rest = joined.without(|hash| !half.holds(hash));
            prop_assert_eq!((rest.hashes(), rest.logs()), (half.hashes(), half.logs()));
            let mut some = Graph::default();
            some.extend_by(&one, one.records().take(1));
            prop_assert_eq!(some.records().collect::<Vec<_>>(), one.records().take(1).collect::<Vec<_>>());
            for record in some.records() {
                prop_assert_eq!(one.heads(record), some.heads(record));
            }
            for record in half.records() {
                prop_assert_eq!(rest.heads(record), half.heads(record));
            }
            for record in one.records() {
                prop_assert_eq!(one.heads(record), other.heads(record));
                prop_assert_eq!(one.heads(record), joined.heads(record));
                prop_assert_eq!(one.heads(record), plain_heads(&all, record));
                prop_assert_eq!(one.head_count(record), one.heads(record).len());
                prop_assert_eq!(one.first_head(record), one.heads(record).first().copied());
                prop_assert_eq!(one.in_order(record), other.in_order(record));
                prop_assert_eq!(one.in_order(record).len(), one.revisions(record).count());
            }
        }
    }
}
