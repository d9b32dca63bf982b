//! The manifest of a review package.

use serde::{Deserialize, Serialize};

use super::super::archive::{members_len, whole_len};
use super::super::identity::PublicIdentity;
use super::super::manifest::{MAX_MANIFEST, check_files};
use super::super::{ContentHash, ExchangeError, FileItem, Part};
use fieldnotes_domain::ids::PackageId;
use fieldnotes_domain::time::Timestamp;

/// The format that this program writes, and the only one so far.
pub const FORMAT: &str = "fieldnotes-review/1";

const MAX_RECORDS: u64 = 100_000;
const MAX_RECORDS_LEN: u64 = 1 << 30;
const MAX_WHOLE: u64 = 1 << 40;

/// What a package says of itself, under the exporter's signature.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReviewManifest {
    /// [`FORMAT`].
    pub format: String,
    /// The name of this package.
    pub package: PackageId,
    /// Who made it. That it was made by a certain person only a comparison of fingerprints can show.
    pub exporter: PublicIdentity,
    /// When, by the exporter's clock: milliseconds since 1970.
    pub created: Timestamp,
    /// The records.
    pub records: Records,
    /// The contents of attachments, ascending.
    pub files: Vec<FileItem>,
}

/// `records.jsonl` as announced.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Records {
    /// How many records.
    pub count: u64,
    /// How many bytes, line feeds included.
    pub bytes: u64,
    /// The hash of those bytes.
    pub sha256: ContentHash,
}

impl ReviewManifest {
    /// Limits. `length` is that of the manifest itself.
    pub(super) fn check(&self, length: u64) -> Result<(), ExchangeError> {
        for (value, limit, part) in [
            (length, MAX_MANIFEST, Part::Manifest),
            (self.records.count, MAX_RECORDS, Part::Records),
            (self.records.bytes, MAX_RECORDS_LEN, Part::Records),
            (self.whole(length), MAX_WHOLE, Part::Files),
        ] {
            if value > limit {
                return Err(ExchangeError::TooLarge(part));
            }
        }
        check_files(&self.files)
    }

    /// The sizes of the members, in their order.
    pub(super) fn sizes(&self, length: u64) -> impl Iterator<Item = u64> + '_ {
        [length, 64, self.records.bytes]
            .into_iter()
            .chain(self.files.iter().map(|file| file.size))
    }

    /// The length of the whole plaintext.
    pub(super) fn whole(&self, length: u64) -> u64 {
        whole_len(members_len(self.sizes(length)))
    }
}
