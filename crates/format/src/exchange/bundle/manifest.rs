//! The manifest of a bundle.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::super::age_file::MAX_RECIPIENTS;
use super::super::archive::{members_len, whole_len};
use super::super::identity::{DeviceCertificate, Fingerprint, PublicIdentity};
use super::super::manifest::{MAX_MANIFEST, check_files};
use super::super::{ContentHash, ExchangeError, FileItem, Part, Way};
use super::bounded::{self, MAX_LOGS, MAX_SETS, MAX_WITHDRAWN, NAMED_LOGS};
use crate::crypto::hash::domain_hash;
use fieldnotes_domain::history::{DeviceId, EntryHash, Numbers, Places};
use fieldnotes_domain::ids::{BundleId, BundleToken, RecordId};
use fieldnotes_domain::time::Timestamp;

/// The format that this program writes, and the only one so far.
pub const FORMAT: &str = "fieldnotes-bundle/1";

/// What a token is the hash of.
const TOKEN: &str = "fieldnotes/looked-at/1";

const MAX_ENTRIES: u64 = 1_000_000;
const MAX_ENTRIES_LEN: u64 = 512 * 1_024 * 1_024;
const MAX_WHOLE: u64 = 1 << 40;

/// What a bundle says of itself, under the sender's signature.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// The name of this bundle.
    pub bundle: BundleId,
    /// Who sends it.
    pub sender: PublicIdentity,
    /// Whom it is for; empty where it is for whoever knows a passphrase.
    pub recipients: Vec<Fingerprint>,
    /// When it was made, by the sender's clock: milliseconds since 1970.
    pub created: Timestamp,
    /// What the sender took the recipients to hold of each device log already; empty in a full bundle.
    #[serde(deserialize_with = "bounded::map")]
    pub base: BTreeMap<DeviceId, u64>,
    /// The highest number of each device log in this bundle.
    #[serde(deserialize_with = "bounded::map")]
    pub heads: BTreeMap<DeviceId, u64>,
    /// Device logs that are forked in this bundle, and from which place on: two copies of one vault wrote them.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "bounded::map"
    )]
    pub forks: BTreeMap<DeviceId, u64>,
    /// Whose devices they are, as far as the sender knows.
    #[serde(deserialize_with = "bounded::objects")]
    pub devices: Vec<DeviceCertificate>,
    /// The log entries.
    #[serde(deserialize_with = "bounded::object")]
    pub entries: Entries,
    /// The bodies.
    #[serde(deserialize_with = "bounded::object")]
    pub bodies: Bodies,
    /// The contents of attachments, ascending.
    #[serde(deserialize_with = "bounded::objects")]
    pub files: Vec<FileItem>,
    /// What the sender reports to the recipients about the exchange itself.
    #[serde(flatten)]
    pub notices: Notices,
    /// The hash of its text, as it came. Everything else in the bundle is bound by that.
    #[serde(skip)]
    pub text: Option<ContentHash>,
}

/// Acknowledgements and withdrawals, sent with the revisions: docs/FORMAT.md sections 8.1.1 and 8.1.2. Empty in a bundle
/// to a passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Notices {
    /// The number of this bundle among those of its sender to colleagues, growing; 0 where it has none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub number: u64,
    /// What the sender holds of the logs that are named.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "bounded::some_object"
    )]
    pub holds: Option<Held>,
    /// For recipients the numbers of their bundles that the sender has taken in.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "bounded::sets"
    )]
    pub received: BTreeMap<Fingerprint, Numbers>,
    /// Records that may go no further.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "bounded::objects"
    )]
    pub withdrawn: Vec<Withdrawn>,
}

/// What a vault holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Held {
    /// Where it holds a revision.
    #[serde(deserialize_with = "bounded::places")]
    pub places: Places,
    /// Where of those it holds the entry without its body.
    #[serde(
        default,
        rename = "bare",
        skip_serializing_if = "Places::is_empty",
        deserialize_with = "bounded::places"
    )]
    pub without_body: Places,
    /// The entry at the highest of these places of each log, so that two who hold different ones notice.
    #[serde(deserialize_with = "bounded::map")]
    pub newest: BTreeMap<DeviceId, EntryHash>,
}

/// A revision by which a record may go no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Withdrawn {
    /// The record.
    pub record: RecordId,
    /// Its revision.
    pub revision: EntryHash,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// `entries.bin` as announced.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entries {
    /// How many entries.
    pub count: u64,
    /// How many bytes.
    pub bytes: u64,
    /// The hash of those bytes.
    pub sha256: ContentHash,
}

/// `bodies.bin` as announced.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Bodies {
    /// How many bodies.
    pub count: u64,
    /// How many bytes, packed and each with its length.
    pub bytes: u64,
    /// Positions of the entries whose body is left out, ascending.
    pub missing: Vec<u64>,
}

impl Manifest {
    /// Limits, sums and certificates. `length` is that of the manifest itself, `way` how the envelope is sealed.
    pub(super) fn check(&self, length: u64, way: Way) -> Result<(), ExchangeError> {
        for (value, limit, part) in [
            (length, MAX_MANIFEST, Part::Manifest),
            (self.entries.count, MAX_ENTRIES, Part::Entries),
            (self.entries.bytes, MAX_ENTRIES_LEN, Part::Entries),
            (self.bodies.bytes, MAX_WHOLE, Part::Bodies),
            (self.whole(length), MAX_WHOLE, Part::Files),
        ] {
            if value > limit {
                return Err(ExchangeError::TooLarge(part));
            }
        }
        check_files(&self.files)?;
        self.check_lists()?;
        self.check_way(way)?;
        let missing = &self.bodies.missing;
        let fits = missing.is_sorted_by(|a, b| a < b)
            && missing.last().is_none_or(|last| *last < self.entries.count)
            && self.bodies.count.checked_add(missing.len() as u64) == Some(self.entries.count);
        if !fits {
            return Err(ExchangeError::Malformed(Part::Manifest));
        }
        if !self.devices.iter().all(DeviceCertificate::holds) {
            return Err(ExchangeError::SignatureInvalid(Part::Manifest));
        }
        Ok(())
    }

    /// How much is listed, and that nothing that is a set names anything twice.
    fn check_lists(&self) -> Result<(), ExchangeError> {
        let notices = &self.notices;
        let held = notices.holds.iter();
        let (logs, sets): (usize, usize) = held
            .flat_map(|held| [&held.places, &held.without_body])
            .fold((0, 0), |(logs, sets), places| {
                (logs.max(places.log_count()), sets + places.text_len())
            });
        let received: usize = notices.received.values().map(Numbers::text_len).sum();
        let newest = notices.holds.as_ref().map_or(0, |held| held.newest.len());
        let longest = [self.base.len(), self.forks.len(), logs, newest];
        let is_within = longest.iter().all(|logs| *logs <= MAX_LOGS)
            && self.devices.len() <= NAMED_LOGS
            && sets + received <= MAX_SETS
            && notices.received.len() <= MAX_RECIPIENTS
            && notices.withdrawn.len() <= MAX_WITHDRAWN;
        if self.recipients.len() > MAX_RECIPIENTS {
            return Err(ExchangeError::TooLarge(Part::Envelope));
        }
        if !is_within {
            return Err(ExchangeError::TooLarge(Part::Manifest));
        }
        let are_sets = differ(&self.recipients)
            && differ(&notices.withdrawn)
            && differ(self.devices.iter().map(|one| (one.identity.0, one.device)));
        match are_sets {
            true => Ok(()),
            false => Err(ExchangeError::Malformed(Part::Manifest)),
        }
    }

    /// A bundle to a passphrase has no notices. One to colleagues names its recipients, so that nobody passes it on as
    /// if it had been meant for another.
    fn check_way(&self, way: Way) -> Result<(), ExchangeError> {
        let fits = match way {
            Way::Passphrase => self.notices == Notices::default(),
            Way::Colleagues => !self.recipients.is_empty(),
        };
        match fits {
            true => Ok(()),
            false => Err(ExchangeError::Malformed(Part::Manifest)),
        }
    }

    /// Whether the sender meant it for the one with this fingerprint, by name or by a passphrase.
    ///
    /// # Errors
    /// Where it is for them by name, and sealed to a passphrase: somebody else could have done that.
    pub(super) fn is_for(&self, own: &Fingerprint, way: Way) -> Result<bool, ExchangeError> {
        match (way, self.recipients.contains(own)) {
            (Way::Passphrase, true) => Err(ExchangeError::Malformed(Part::Manifest)),
            (Way::Passphrase, false) => Ok(self.recipients.is_empty()),
            (Way::Colleagues, is_named) => Ok(is_named),
        }
    }

    /// A name for this bundle, this sender and all of this content together: nothing else has the same.
    pub fn token(&self) -> BundleToken {
        let text = self.text.map(|text| text.0).unwrap_or_default();
        let parts = [&self.bundle.as_bytes()[..], &self.sender.key().0, &text];
        BundleToken(domain_hash(TOKEN, &parts.concat()))
    }

    /// The sizes of the members, in their order.
    pub(super) fn sizes(&self, length: u64) -> impl Iterator<Item = u64> + '_ {
        [length, 64, self.entries.bytes, self.bodies.bytes]
            .into_iter()
            .chain(self.files.iter().map(|file| file.size))
    }

    /// Bytes of the whole content, with its padding, where the manifest itself has this length.
    pub(super) fn whole(&self, length: u64) -> u64 {
        whole_len(members_len(self.sizes(length)))
    }
}

/// Whether no two of these are alike.
fn differ<T: Ord>(all: impl IntoIterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    all.into_iter().all(|one| seen.insert(one))
}
