//! What one bundle of one import brought, so that the import can be undone. docs/FORMAT.md section 4.3.

use serde::{Deserialize, Serialize};

use fieldnotes_domain::history::{DeviceId, EntryHash, Places};
use fieldnotes_domain::ids::{ContentHash, ImportId};
use fieldnotes_domain::time::Timestamp;

/// What came with a bundle. It stands in the bundle's row, and stays small: a log that came whole is one run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Journal {
    /// The import; several bundles may come in one.
    pub import: ImportId,
    /// The vault's count of transactions when it came, so that it is known which import was the later one.
    pub number: u64,
    /// The 60 digits of its sender's fingerprint.
    pub fingerprint: String,
    /// When the bundle was made, by its sender's clock (milliseconds since 1970).
    pub created: Timestamp,
    /// Something of the bundle was left out by choice, and is not here.
    #[serde(default)]
    pub partial: bool,
    /// Records that changed.
    pub records: u64,
    /// Revisions that were not held before.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub brought: Places,
    /// Of the revisions that were not held before, those at a place at which another one was held by then, or came in the
    /// same import: there the log is forked, and its numbers do not say which.
    #[serde(default, rename = "twins", skip_serializing_if = "Vec::is_empty")]
    pub forked: Vec<EntryHash>,
    /// Revisions that were.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub known: Places,
    /// Revisions that were held without the body that came.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub completed: Places,
    /// How many revisions were made from those that were completed, when the import was over.
    #[serde(default)]
    pub followed: u64,
    /// Contents of attachments that were not held before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<ContentHash>,
    /// Certificates that were not held before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<Taught>,
    /// Certificates that were, and came again: they stay when what brought them first is taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vouched: Vec<Taught>,
}

impl Journal {
    /// Whether anything is here now that was not before.
    pub fn brought_nothing(&self) -> bool {
        self.brought.is_empty()
            && self.completed.is_empty()
            && self.files.is_empty()
            && self.devices.is_empty()
    }
}

/// Which certificate it was: whose, and for which log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Taught {
    /// The signing key of the identity.
    #[serde(with = "hex::serde")]
    pub identity: [u8; 32],
    /// The device.
    pub device: DeviceId,
}
