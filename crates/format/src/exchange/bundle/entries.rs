//! The log entries of a bundle: split, verified, and looked at together.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::super::{ExchangeError, Part};
use crate::vault::log::{self, SignedByDevices, SigningDevice};
use fieldnotes_domain::custody;
use fieldnotes_domain::history::{
    BodyHash, DeviceId, EntryFault, EntryHash, EntryRef, SIGNATURE, SignedEntry,
};

/// Entries that are verified between two looks at whether to stop.
const STRETCH: usize = 4_096;
/// Entries whose signatures are verified together. More of them would save next to nothing.
const TOGETHER: usize = 128;
const MALFORMED: ExchangeError = ExchangeError::Malformed(Part::Entries);
const UNSIGNED: ExchangeError = ExchangeError::SignatureInvalid(Part::Entries);

/// The entries of a bundle, each of the right form and signed by its device. Kept as the bytes that
/// came, so that half a gigabyte of them stays half a gigabyte.
pub struct VerifiedEntries {
    bytes: Vec<u8>,
    places: Vec<Place>,
}

/// Where an entry lies, and what is asked of it most.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    hash: EntryHash,
    body: BodyHash,
}

impl VerifiedEntries {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The entry at this position of the bundle.
    pub fn get(&self, index: usize) -> Option<SignedEntry> {
        let place = self.places.get(index)?;
        let (bytes, signature, _) = split(self.bytes.get(place.at..)?)?;
        let entry = fieldnotes_domain::history::Entry::decode(bytes).ok()?;
        Some(SignedEntry {
            hash: place.hash,
            entry,
            bytes: bytes.to_vec(),
            signature: *signature,
        })
    }

    /// The entry at this position where it lies, and its name.
    pub fn look(&self, index: usize) -> Option<(EntryHash, EntryRef<'_>)> {
        let place = self.places.get(index)?;
        let (bytes, ..) = split(self.bytes.get(place.at..)?)?;
        Some((place.hash, EntryRef::decode(bytes).ok()?))
    }

    /// All of them, in the order of the bundle.
    pub fn iter(&self) -> impl Iterator<Item = SignedEntry> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// Their names, in the order of the bundle.
    pub fn hashes(&self) -> impl Iterator<Item = EntryHash> + '_ {
        self.places.iter().map(|place| place.hash)
    }

    pub(super) fn body(&self, index: usize) -> Option<BodyHash> {
        self.places.get(index).map(|place| place.body)
    }

    /// Splits and verifies `count` entries. `pulse` is called now and then and may stop the work.
    pub(super) fn verify(
        bytes: Vec<u8>,
        count: u64,
        pulse: &mut dyn FnMut() -> Result<(), ExchangeError>,
    ) -> Result<(Self, Chain), ExchangeError> {
        let starts = starts(&bytes, count)?;
        let mut places = Vec::with_capacity(starts.len());
        let mut chain = Chain::default();
        for stretch in starts.chunks(STRETCH) {
            pulse()?;
            let devices = devices(&bytes, stretch);
            let verified: Vec<Vec<(Place, Link)>> = stretch
                .par_chunks(TOGETHER)
                .map(|starts| verify_together(&bytes, starts, &devices))
                .collect::<Result<_, _>>()?;
            for (place, link) in verified.into_iter().flatten() {
                places.push(place);
                chain.0.push(link);
            }
        }
        Ok((Self { bytes, places }, chain))
    }
}

impl std::fmt::Debug for VerifiedEntries {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "VerifiedEntries({})", self.len())
    }
}

/// An entry as it stands in `entries.bin`.
pub(super) fn join(entry: &[u8], signature: &[u8; SIGNATURE]) -> Result<Vec<u8>, ExchangeError> {
    let length = u16::try_from(entry.len()).map_err(|_| ExchangeError::TooLarge(Part::Entries))?;
    Ok([&length.to_be_bytes()[..], entry, signature].concat())
}

/// The first entry of `bytes`, its signature, and what follows.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8; SIGNATURE], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (entry, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    let (signature, rest) = rest.split_first_chunk()?;
    Some((entry, signature, rest))
}

/// Where each entry begins. Exactly `count` of them fill `bytes`.
fn starts(bytes: &[u8], count: u64) -> Result<Vec<usize>, ExchangeError> {
    let mut starts = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        starts.push(bytes.len() - rest.len());
        (_, _, rest) = split(rest).ok_or(MALFORMED)?;
    }
    if starts.len() as u64 == count {
        Ok(starts)
    } else {
        Err(MALFORMED)
    }
}

/// The devices that these entries say they are of, each with its key, where it is one.
fn devices(bytes: &[u8], starts: &[usize]) -> HashMap<DeviceId, Option<SigningDevice>> {
    let mut devices = HashMap::new();
    for at in starts {
        let entry = bytes.get(*at..).and_then(split).map(|(entry, ..)| entry);
        if let Some(Ok(entry)) = entry.map(EntryRef::decode) {
            let device = entry.device;
            devices
                .entry(device)
                .or_insert_with(|| SigningDevice::of(&device));
        }
    }
    devices
}

fn verify_together(
    bytes: &[u8],
    starts: &[usize],
    devices: &HashMap<DeviceId, Option<SigningDevice>>,
) -> Result<Vec<(Place, Link)>, ExchangeError> {
    let mut signed = SignedByDevices::default();
    let looked_at = starts
        .iter()
        .map(|at| look_at(bytes, *at, devices, &mut signed))
        .collect::<Result<_, _>>()?;
    match signed.verify() {
        true => Ok(looked_at),
        false => Err(UNSIGNED),
    }
}

fn look_at(
    bytes: &[u8],
    at: usize,
    devices: &HashMap<DeviceId, Option<SigningDevice>>,
    signed: &mut SignedByDevices,
) -> Result<(Place, Link), ExchangeError> {
    let (bytes, signature, _) = bytes.get(at..).and_then(split).ok_or(MALFORMED)?;
    let (hash, entry) = log::look_at_entry(bytes).map_err(|fault| match fault {
        EntryFault::TooNew => ExchangeError::FormatTooNew,
        EntryFault::Malformed => MALFORMED,
    })?;
    // What was done with a vault stays in it.
    if custody::is_event(entry.schema) {
        return Err(MALFORMED);
    }
    let device = devices.get(&entry.device).and_then(Option::as_ref);
    signed.add(device.ok_or(UNSIGNED)?, bytes, signature);
    let place = Place {
        at,
        hash,
        body: entry.body_hash,
    };
    let link = Link {
        device: entry.device,
        seq: entry.seq,
        hash,
        backlink: entry.backlink,
    };
    Ok((place, link))
}

/// An entry's place in its device log.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Link {
    device: DeviceId,
    seq: u64,
    hash: EntryHash,
    backlink: EntryHash,
}

impl Link {
    /// What says that this log was written twice, of this entry and the next that is here.
    fn contradiction(&self, next: &Self) -> Option<ExchangeError> {
        if self.seq == next.seq {
            return Some(ExchangeError::Fork);
        }
        let are_neighbours = self.seq.checked_add(1) == Some(next.seq);
        (are_neighbours && next.backlink != self.hash).then_some(ExchangeError::BrokenChain)
    }

    fn of(signed: &SignedEntry) -> Self {
        Self {
            device: signed.entry.device,
            seq: signed.entry.seq,
            hash: signed.hash,
            backlink: signed.entry.backlink,
        }
    }
}

/// The entries of a bundle as links of their logs.
#[derive(Default)]
pub(super) struct Chain(Vec<Link>);

impl Chain {
    pub(super) fn of<'a>(entries: impl Iterator<Item = &'a SignedEntry>) -> Self {
        Self(entries.map(Link::of).collect())
    }

    /// Refuses an entry that stands twice, and whatever says that a log is forked where the manifest does not say so:
    /// two entries at one place, and neighbours that do not point at each other. Gaps are normal: what is shared is
    /// chosen. Gives the highest number of each device.
    pub(super) fn check(
        mut self,
        announced: &BTreeMap<DeviceId, u64>,
    ) -> Result<BTreeMap<DeviceId, u64>, ExchangeError> {
        self.0.par_sort_unstable();
        let mut found = BTreeMap::new();
        for pair in self.0.windows(2) {
            let [one, next] = pair else { continue };
            if one.device != next.device {
                continue;
            }
            if one.hash == next.hash {
                return Err(ExchangeError::DuplicateEntry);
            }
            if let Some(fault) = one.contradiction(next) {
                let from = *found.entry(one.device).or_insert(one.seq);
                if announced.get(&one.device) != Some(&from) {
                    return Err(fault);
                }
            }
        }
        if found.len() != announced.len() {
            return Err(ExchangeError::Malformed(Part::Manifest));
        }
        Ok(self.0.iter().map(|link| (link.device, link.seq)).collect())
    }

    /// The logs that these entries show to be forked, and the first place at which they do.
    pub(super) fn forks(&mut self) -> BTreeMap<DeviceId, u64> {
        self.0.par_sort_unstable();
        let mut forks = BTreeMap::new();
        for pair in self.0.windows(2) {
            if let [one, next] = pair
                && one.device == next.device
                && one.hash != next.hash
                && one.contradiction(next).is_some()
            {
                forks.entry(one.device).or_insert(one.seq);
            }
        }
        forks
    }
}
