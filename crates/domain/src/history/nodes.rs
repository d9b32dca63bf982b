//! Where a graph keeps its revisions: side by side in one vector, spoken of by number.
//!
//! A vault may hold a million of them, so what many have in common (device, record, schema) stands once, parents are
//! numbers, and the tables that find a revision hold its number and compare through the vector: about 180 bytes each.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use roaring::RoaringTreemap;

use super::graph::{Inserted, Tag};
use super::{BodyHash, DeviceId, EntryHash};
use crate::ids::RecordId;
use crate::time::Timestamp;

/// No number.
const NONE: u32 = u32::MAX;

/// A revision, or the mere name of one that others were made from.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) hash: EntryHash,
    pub(super) body_hash: BodyHash,
    pub(super) seq: u64,
    pub(super) time: Timestamp,
    pub(super) tag: Tag,
    /// Which revision comes before it in its log.
    pub(super) backlink: Beginning,
    /// Its record; of a mere name the record of the first revision that was made from it.
    record: u32,
    /// The revision of the same record that came before this one.
    before: u32,
    log: u32,
    schema: u32,
    /// Where its parents begin in [`Nodes::links`].
    links: u32,
    link_count: u8,
    is_held: bool,
    /// A revision of the same record was made from it.
    is_succeeded: bool,
}

impl Stored {
    fn name(hash: EntryHash) -> Self {
        Self {
            hash,
            body_hash: BodyHash::default(),
            seq: 0,
            time: Timestamp(0),
            tag: Tag::default(),
            backlink: Beginning::default(),
            record: NONE,
            before: NONE,
            log: NONE,
            schema: NONE,
            links: 0,
            link_count: 0,
            is_held: false,
            is_succeeded: false,
        }
    }

    /// Whether it is a revision and not a mere name.
    pub(super) fn is_held(&self) -> bool {
        self.is_held
    }
}

/// The first bytes of a name: enough to see that two names differ, in a quarter of their space. Two that are alike here
/// and differ further on would have to be searched for by the owner of the device, who gains nothing by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Beginning(u64);

impl Beginning {
    pub(super) fn of(hash: &EntryHash) -> Self {
        let (first, _) = hash.0.split_first_chunk().unwrap_or((&[0; 8], &[]));
        Self(u64::from_be_bytes(*first))
    }
}

/// A record and the end of the chain of its revisions.
#[derive(Debug, Clone)]
pub(super) struct StoredRecord {
    pub(super) id: RecordId,
    pub(super) heads: u32,
    last: u32,
}

#[derive(Debug, Clone)]
struct Log {
    device: DeviceId,
    newest: u32,
    places: RoaringTreemap,
    /// The first place at which two revisions are known.
    forked: Option<u64>,
    /// The latest time that one of its entries claims.
    latest: Timestamp,
}

/// A revision that is to be added.
pub(super) struct NewNode<'a> {
    pub(super) hash: EntryHash,
    pub(super) device: DeviceId,
    pub(super) seq: u64,
    pub(super) record: RecordId,
    pub(super) schema: &'a str,
    pub(super) body_hash: BodyHash,
    pub(super) time: Timestamp,
    pub(super) tag: Tag,
    pub(super) backlink: Beginning,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Nodes {
    stored: Vec<Stored>,
    held: usize,
    links: Vec<u32>,
    records: Vec<StoredRecord>,
    logs: Vec<Log>,
    schemas: Vec<Box<str>>,
    by_hash: HashTable<u32>,
    /// By log and place in it: a log has gaps and comes in any order, so that no vector would do.
    by_place: HashTable<u32>,
    /// Revisions at a place that is taken, besides the first that came. Empty but where a vault was copied or restored.
    besides: HashMap<(u32, u64), Vec<u32>>,
    by_record: HashTable<u32>,
    by_device: HashMap<DeviceId, u32>,
    by_schema: HashMap<Box<str>, u32>,
    /// Names that revisions of several records were made from, each with a record besides the first. Hardly ever any.
    named_elsewhere: HashSet<(u32, u32)>,
    // Keyed at random: hashes come from others, who could choose such as meet in one bucket.
    state: RandomState,
}

impl Nodes {
    pub(super) fn len(&self) -> usize {
        self.held
    }

    pub(super) fn reserve(&mut self, more: usize) {
        let Self {
            stored,
            records,
            state,
            ..
        } = self;
        let hash_of = |id: &u32| at(stored, *id).map_or(0, |one| state.hash_one(one.hash));
        let place_of =
            |id: &u32| at(stored, *id).map_or(0, |one| state.hash_one((one.log, one.seq)));
        let record_of = |id: &u32| at(records, *id).map_or(0, |one| state.hash_one(one.id));
        self.by_hash.reserve(more, hash_of);
        self.by_place.reserve(more, place_of);
        self.by_record.reserve(more, record_of);
        self.stored.reserve(more);
    }

    pub(super) fn get(&self, number: u32) -> Option<&Stored> {
        at(&self.stored, number)
    }

    /// All revisions, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Stored> {
        self.stored.iter().filter(|stored| stored.is_held)
    }

    pub(super) fn held(&self, hash: &EntryHash) -> Option<&Stored> {
        let number = self.number(hash)?;
        self.get(number).filter(|stored| stored.is_held)
    }

    pub(super) fn held_mut(&mut self, hash: &EntryHash) -> Option<&mut Stored> {
        let number = self.number(hash)?;
        at_mut(&mut self.stored, number).filter(|stored| stored.is_held)
    }

    /// The numbers of what a revision was made from, held or not.
    pub(super) fn parents(&self, stored: &Stored) -> &[u32] {
        let from = stored.links as usize;
        self.links
            .get(from..from + usize::from(stored.link_count))
            .unwrap_or_default()
    }

    pub(super) fn device(&self, stored: &Stored) -> DeviceId {
        at(&self.logs, stored.log).map_or_else(DeviceId::default, |log| log.device)
    }

    pub(super) fn record_id(&self, stored: &Stored) -> RecordId {
        at(&self.records, stored.record).map_or_else(RecordId::nil, |record| record.id)
    }

    pub(super) fn schema(&self, stored: &Stored) -> &str {
        at(&self.schemas, stored.schema).map_or("", |schema| schema)
    }

    /// All records, in no order.
    pub(super) fn records(&self) -> impl ExactSizeIterator<Item = &StoredRecord> {
        self.records.iter()
    }

    pub(super) fn record(&self, record: RecordId) -> Option<&StoredRecord> {
        let is_it = |id: &u32| at(&self.records, *id).is_some_and(|one| one.id == record);
        let number = self.by_record.find(self.state.hash_one(record), is_it)?;
        at(&self.records, *number)
    }

    /// The revisions of a record with their numbers, the one that came last first.
    pub(super) fn of_record(&self, record: RecordId) -> impl Iterator<Item = (u32, &Stored)> {
        let mut next = self.record(record).map_or(NONE, |record| record.last);
        std::iter::from_fn(move || {
            let number = next;
            let stored = self.get(number)?;
            next = stored.before;
            Some((number, stored))
        })
    }

    /// The heads of a record, in no order.
    pub(super) fn heads(&self, record: RecordId) -> impl Iterator<Item = &Stored> {
        let heads = self
            .record(record)
            .map_or(0, |record| record.heads as usize);
        self.of_record(record)
            .map(|(_, stored)| stored)
            .filter(|stored| !stored.is_succeeded)
            // Those that are left after the last head need not be looked at.
            .take(heads)
    }

    pub(super) fn newest_of(&self, device: &DeviceId) -> Option<&Stored> {
        let log = at(&self.logs, *self.by_device.get(device)?)?;
        self.get(log.newest)
    }

    pub(super) fn newest_of_logs(&self) -> impl Iterator<Item = (DeviceId, &Stored)> {
        let newest = move |log: &Log| self.get(log.newest).map(|newest| (log.device, newest));
        self.logs.iter().filter_map(newest)
    }

    /// Each log and the places of it that are held.
    pub(super) fn places(&self) -> impl Iterator<Item = (&DeviceId, &RoaringTreemap)> {
        self.logs.iter().map(|log| (&log.device, &log.places))
    }

    pub(super) fn log(&self, device: &DeviceId) -> Option<&RoaringTreemap> {
        let log = *self.by_device.get(device)?;
        Some(&self.logs.get(log as usize)?.places)
    }

    /// The revisions at a place of a log, in no order.
    pub(super) fn at(&self, device: &DeviceId, seq: u64) -> impl Iterator<Item = &Stored> {
        let log = self.by_device.get(device);
        log.into_iter()
            .flat_map(move |log| self.at_place(*log, seq))
    }

    /// The latest time that an entry of a log claims.
    pub(super) fn latest(&self, device: &DeviceId) -> Option<Timestamp> {
        Some(at(&self.logs, *self.by_device.get(device)?)?.latest)
    }

    /// The first place of a log at which two revisions are known, held or named by one that comes after.
    pub(super) fn forked_from(&self, device: &DeviceId) -> Option<u64> {
        at(&self.logs, *self.by_device.get(device)?)?.forked
    }

    /// The logs that are forked, and from which place on.
    pub(super) fn forks(&self) -> impl Iterator<Item = (DeviceId, u64)> {
        let forked = |log: &Log| Some((log.device, log.forked?));
        self.logs.iter().filter_map(forked)
    }

    /// The place of the log at which two revisions are known once this one, which is not held, stands in it; nothing where it is
    /// known to be forked before this one.
    pub(super) fn fork_by(
        &self,
        device: &DeviceId,
        seq: u64,
        hash: &EntryHash,
        backlink: Beginning,
    ) -> Option<u64> {
        let number = *self.by_device.get(device)?;
        let log = at(&self.logs, number)?;
        if log.forked.is_some_and(|from| from < seq) {
            return None;
        }
        let newest = self.get(log.newest)?.seq;
        // Of several at one place all name the same one before them, or the log is known to be forked there: one is enough,
        // and somebody who wrote a hundred thousand at one place gains nothing by it.
        let at_place = |seq| self.at_place(number, seq).next();
        if seq > 1 && seq - 1 <= newest {
            let before = at_place(seq - 1);
            let is_another = before.is_some_and(|one| Beginning::of(&one.hash) != backlink);
            let here = at_place(seq).filter(|_| seq <= newest);
            if is_another || here.is_some_and(|one| one.backlink != backlink) {
                return Some(seq - 1);
            }
        }
        if seq > newest {
            return None;
        }
        let after = at_place(seq.saturating_add(1));
        let is_fork = at_place(seq).is_some_and(|one| one.hash != *hash)
            || after.is_some_and(|one| one.backlink != Beginning::of(hash));
        is_fork.then_some(seq)
    }

    pub(super) fn insert(
        &mut self,
        new: &NewNode<'_>,
        parents: impl Iterator<Item = EntryHash>,
    ) -> Inserted {
        let known = self.number(&new.hash);
        if known
            .and_then(|known| self.get(known))
            .is_some_and(Stored::is_held)
        {
            return Inserted::Known;
        }
        let log = self.log_number(new.device);
        let fork = self.fork_by(&new.device, new.seq, &new.hash, new.backlink);
        let number = known.unwrap_or_else(|| self.add_name(new.hash));
        let record = self.record_number(new.record);
        let schema = self.schema_number(new.schema);
        let links = number_of(self.links.len());
        let mut link_count = 0_u8;
        // No entry has more than 64 parents.
        for parent in parents.take(usize::from(u8::MAX)) {
            let parent = self
                .number(&parent)
                .unwrap_or_else(|| self.add_name(parent));
            self.succeed(parent, record);
            self.links.push(parent);
            link_count += 1;
        }
        let is_succeeded = self.is_named_in(number, record);
        let mut before = NONE;
        if let Some(record) = at_mut(&mut self.records, record) {
            before = std::mem::replace(&mut record.last, number);
            record.heads += u32::from(!is_succeeded);
        }
        if let Some(stored) = at_mut(&mut self.stored, number) {
            *stored = Stored {
                hash: new.hash,
                body_hash: new.body_hash,
                seq: new.seq,
                time: new.time,
                tag: new.tag,
                backlink: new.backlink,
                record,
                before,
                log,
                schema,
                links,
                link_count,
                is_held: true,
                is_succeeded,
            };
        }
        self.held += 1;
        self.note_place(number, log, new.seq);
        if let Some(log) = at_mut(&mut self.logs, log) {
            log.forked = log.forked.into_iter().chain(fork).min();
            log.latest = log.latest.max(new.time);
        }
        Inserted::New
    }

    /// Notes that a revision of `record` was made from this one, whether or not that has come.
    fn succeed(&mut self, parent: u32, record: u32) {
        let Some(stored) = at_mut(&mut self.stored, parent) else {
            return;
        };
        if !stored.is_held && stored.record == NONE {
            stored.record = record;
        } else if !stored.is_held && stored.record != record {
            self.named_elsewhere.insert((parent, record));
        } else if stored.is_held && stored.record == record && !stored.is_succeeded {
            stored.is_succeeded = true;
            if let Some(record) = at_mut(&mut self.records, record) {
                record.heads -= 1;
            }
        }
    }

    /// Whether a revision of `record` was made from this name before it came.
    fn is_named_in(&self, name: u32, record: u32) -> bool {
        self.get(name).is_some_and(|stored| stored.record == record)
            || self.named_elsewhere.contains(&(name, record))
    }

    fn number(&self, hash: &EntryHash) -> Option<u32> {
        let is_it = |id: &u32| at(&self.stored, *id).is_some_and(|one| one.hash == *hash);
        self.by_hash.find(self.state.hash_one(hash), is_it).copied()
    }

    fn add_name(&mut self, hash: EntryHash) -> u32 {
        let number = number_of(self.stored.len());
        self.stored.push(Stored::name(hash));
        let (stored, state) = (&self.stored, &self.state);
        let hash_of = |id: &u32| at(stored, *id).map_or(0, |one| state.hash_one(one.hash));
        self.by_hash
            .insert_unique(state.hash_one(hash), number, hash_of);
        number
    }

    fn at_place(&self, log: u32, seq: u64) -> impl Iterator<Item = &Stored> {
        let is_it =
            |id: &u32| at(&self.stored, *id).is_some_and(|one| one.log == log && one.seq == seq);
        let first = self.by_place.find(self.state.hash_one((log, seq)), is_it);
        let more = match self.besides.is_empty() {
            true => None,
            false => self.besides.get(&(log, seq)),
        };
        let numbers = first.into_iter().chain(more.into_iter().flatten());
        numbers.filter_map(|number| self.get(*number))
    }

    fn note_place(&mut self, number: u32, log: u32, seq: u64) {
        let (stored, state) = (&self.stored, &self.state);
        let place_of =
            |id: &u32| at(stored, *id).map_or(0, |one| state.hash_one((one.log, one.seq)));
        let is_it = |id: &u32| at(stored, *id).is_some_and(|one| one.log == log && one.seq == seq);
        let place = state.hash_one((log, seq));
        match self.by_place.entry(place, is_it, place_of) {
            Entry::Vacant(free) => drop(free.insert(number)),
            Entry::Occupied(_) => self.besides.entry((log, seq)).or_default().push(number),
        }
        let rank = |number| at(&self.stored, number).map(|one| (one.seq, one.hash));
        if let Some(log) = at_mut(&mut self.logs, log) {
            log.places.insert(seq);
            if rank(log.newest) < rank(number) {
                log.newest = number;
            }
        }
    }

    fn record_number(&mut self, id: RecordId) -> u32 {
        let (records, state) = (&self.records, &self.state);
        let is_it = |number: &u32| at(records, *number).is_some_and(|one| one.id == id);
        let hash = state.hash_one(id);
        if let Some(number) = self.by_record.find(hash, is_it) {
            return *number;
        }
        let number = number_of(records.len());
        let hash_of = |number: &u32| at(records, *number).map_or(0, |one| state.hash_one(one.id));
        self.by_record.insert_unique(hash, number, hash_of);
        self.records.push(StoredRecord {
            id,
            heads: 0,
            last: NONE,
        });
        number
    }

    fn log_number(&mut self, device: DeviceId) -> u32 {
        let logs = &mut self.logs;
        *self.by_device.entry(device).or_insert_with(|| {
            logs.push(Log {
                device,
                newest: NONE,
                places: RoaringTreemap::new(),
                forked: None,
                latest: Timestamp::MIN,
            });
            number_of(logs.len() - 1)
        })
    }

    fn schema_number(&mut self, schema: &str) -> u32 {
        if let Some(number) = self.by_schema.get(schema) {
            return *number;
        }
        let number = number_of(self.schemas.len());
        self.schemas.push(schema.into());
        self.by_schema.insert(schema.into(), number);
        number
    }
}

fn at<T>(all: &[T], number: u32) -> Option<&T> {
    all.get(number as usize)
}

fn at_mut<T>(all: &mut [T], number: u32) -> Option<&mut T> {
    all.get_mut(number as usize)
}

/// A number for what comes at this place. Four thousand million revisions are more than any memory holds.
fn number_of(length: usize) -> u32 {
    u32::try_from(length)
        .ok()
        .filter(|number| *number != NONE)
        .expect("fewer than 2^32 revisions")
}
