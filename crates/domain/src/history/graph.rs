//! All revisions that a vault holds, as a graph.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use roaring::RoaringTreemap;

use super::entry::EntryRef;
use super::nodes::{Beginning, NewNode, Nodes, Stored};
use super::{BodyHash, DeviceId, Entry, EntryHash};
use crate::ids::RecordId;
use crate::time::Timestamp;

/// What a graph knows of a revision.
#[derive(Clone, Copy)]
pub struct Node<'g> {
    /// Whose log it stands in, and where.
    pub device: DeviceId,
    /// Its place in that log.
    pub seq: u64,
    /// Its record.
    pub record: RecordId,
    /// `kind/number`.
    pub schema: &'g str,
    /// Its body.
    pub body_hash: BodyHash,
    /// When its device says that it was saved (milliseconds since 1970).
    pub time: Timestamp,
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
    pub fn extend_by(&mut self, other: &Self, records: impl Iterator<Item = RecordId>) {
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

    /// Makes space for so many more revisions at once. A hint: what does not come costs address space only.
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
    pub fn records(&self) -> impl Iterator<Item = RecordId> + '_ {
        let mut all: Vec<RecordId> = self.nodes.records().map(|record| record.id).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// How many records there are.
    pub fn record_count(&self) -> usize {
        self.nodes.records().len()
    }

    /// Whether a revision of this record is held.
    pub fn has_record(&self, record: RecordId) -> bool {
        self.nodes.record(record).is_some()
    }

    /// The revisions of a record, ascending by name; empty for an unknown one.
    pub fn revisions(&self, record: RecordId) -> impl Iterator<Item = EntryHash> + '_ {
        let mut all: Vec<_> = self.nodes.of_record(record).map(|(_, n)| n.hash).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// The revisions of a record that none of its revisions was made from, the one to show first in front:
    /// latest claimed time, then name.
    pub fn heads(&self, record: RecordId) -> Vec<EntryHash> {
        let mut heads: Vec<&Stored> = Vec::with_capacity(self.head_count(record));
        heads.extend(self.nodes.heads(record));
        heads.sort_unstable_by_key(|head| Reverse(rank(head)));
        heads.into_iter().map(|head| head.hash).collect()
    }

    /// The head to show first, without the others.
    pub fn first_head(&self, record: RecordId) -> Option<EntryHash> {
        let heads = self.nodes.heads(record);
        heads.max_by_key(|head| rank(head)).map(|head| head.hash)
    }

    /// How many heads a record has. [`super::merge`] combines several of them.
    pub fn head_count(&self, record: RecordId) -> usize {
        self.nodes
            .record(record)
            .map_or(0, |record| record.heads as usize)
    }

    /// Records with more than one head, ascending by id: merged, or in conflict.
    pub fn several_heads(&self) -> Vec<RecordId> {
        let several = self.nodes.records().filter(|record| record.heads > 1);
        let mut all: Vec<RecordId> = several.map(|record| record.id).collect();
        all.sort_unstable();
        all
    }

    /// The revisions of a record, each after everything that it was made from; among those that could stand
    /// next, the earlier claimed time first, then the smaller name.
    pub fn in_order(&self, record: RecordId) -> Vec<EntryHash> {
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

    /// The newest entry held of a device log; of two at the highest place the one of the greater name.
    pub fn newest_of(&self, device: &DeviceId) -> Option<(u64, EntryHash)> {
        let newest = self.nodes.newest_of(device)?;
        Some((newest.seq, newest.hash))
    }

    /// The latest time that an entry of this device log claims. Kept while revisions are added, so that nobody has to walk through
    /// them.
    pub fn latest_of(&self, device: &DeviceId) -> Option<Timestamp> {
        self.nodes.latest(device)
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

    /// The places of one log at which a revision is held.
    pub fn log(&self, device: &DeviceId) -> Option<&RoaringTreemap> {
        self.nodes.log(device)
    }

    /// The entry at a place of a log.
    pub fn at(&self, device: &DeviceId, seq: u64) -> Option<EntryHash> {
        self.nodes.at(device, seq).map(|stored| stored.hash).min()
    }

    /// The entry at a place of a log that came first.
    pub fn first_at(&self, device: &DeviceId, seq: u64) -> Option<EntryHash> {
        self.nodes.at(device, seq).map(|stored| stored.hash).next()
    }

    /// The entries at a place of a log, ascending by name: more than one where the log is forked.
    pub fn all_at(&self, device: &DeviceId, seq: u64) -> Vec<EntryHash> {
        let mut all: Vec<_> = self.nodes.at(device, seq).map(|one| one.hash).collect();
        all.sort_unstable();
        all
    }

    /// The first place of a log at which two revisions are known: held, or named by what comes after. Two copies of one
    /// vault wrote that log; from there on its numbers say nothing of what somebody holds.
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
fn rank(stored: &Stored) -> (Timestamp, EntryHash) {
    (stored.time, stored.hash)
}

#[cfg(test)]
mod tests;
