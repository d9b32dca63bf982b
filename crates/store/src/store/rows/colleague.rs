//! Colleagues: the public identities of others.

use serde::{Deserialize, Serialize};

use super::JsonRow;
use crate::store::Table;
use fieldnotes_domain::history::{DeviceId, Numbers, Places};
use fieldnotes_domain::time::Timestamp;

/// One colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColleagueRow {
    /// What the user calls them.
    pub name: String,
    /// The line of docs/FORMAT.md section 7.
    pub identity: String,
    /// When the fingerprint was compared (milliseconds since 1970).
    pub verified: Option<Timestamp>,
    /// When they were added (milliseconds since 1970).
    pub added: Timestamp,
    /// The device logs that they have shown to be theirs.
    #[serde(default)]
    pub devices: Vec<CertificateRow>,
    /// What passed between us.
    #[serde(default, skip_serializing_if = "ExchangedRow::is_empty")]
    pub exchanged: ExchangedRow,
    /// Since when nothing goes to them any more (milliseconds since 1970).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Timestamp>,
    /// The identities that they had before, the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<FormerRow>,
    /// Certificates of theirs for device logs that were shown to be somebody else's before. They count for nothing, and
    /// are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<CertificateRow>,
}

/// What a colleague is known to hold, and what is on its way to them: docs/FORMAT.md section 8.1.1. It speaks of the vault
/// behind one identity: where that gets another key, this is to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExchangedRow {
    /// Where they hold a revision.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub holds: Places,
    /// Where of those they hold the entry without its body.
    #[serde(default, rename = "bare", skip_serializing_if = "Places::is_empty")]
    pub without_body: Places,
    /// The number of the newest of their bundles that said so; 0 where none did.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub number: u64,
    /// The numbers of their bundles that were taken in.
    #[serde(default, skip_serializing_if = "Numbers::is_empty")]
    pub received: Numbers,
    /// Bundles to them that they have not acknowledged, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<SentRow>,
    /// Revisions came from them since anything went to them: they have no acknowledgement of it yet.
    #[serde(default, skip_serializing_if = "is_false")]
    pub owes: bool,
    /// How often this vault began a new log on their word alone. Nobody makes it do so without end.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub heeded: u64,
}

/// A bundle that was written for a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRow {
    /// Its number among ours.
    pub number: u64,
    /// When it was written (milliseconds since 1970).
    pub time: Timestamp,
    /// What of it is not acknowledged.
    pub places: Places,
}

impl ExchangedRow {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn is_false(said: &bool) -> bool {
    !said
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// An identity that another one took the place of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerRow {
    /// The line of docs/FORMAT.md section 7.
    pub identity: String,
    /// When its fingerprint was compared (milliseconds since 1970).
    pub verified: Option<Timestamp>,
    /// When it was replaced (milliseconds since 1970).
    pub replaced: Timestamp,
    /// The device logs that it has shown to be its own.
    pub devices: Vec<CertificateRow>,
}

/// A device certificate: docs/FORMAT.md section 7.1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateRow {
    /// The signing key of the identity that certifies.
    #[serde(with = "hex::serde")]
    pub identity: [u8; 32],
    /// The device that is certified.
    pub device: DeviceId,
    /// The identity's, over the device.
    #[serde(with = "hex::serde")]
    pub signature: [u8; 64],
    /// The device's, over the identity.
    #[serde(with = "hex::serde")]
    pub proof: [u8; 64],
}

impl ColleagueRow {
    /// The device logs that were shown to be theirs, by the identity of today and those from before.
    pub fn logs(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.certificates().map(|one| one.device)
    }

    /// The certificates by which these are theirs.
    pub fn certificates(&self) -> impl Iterator<Item = &CertificateRow> {
        let former = self.former.iter().flat_map(|former| &former.devices);
        self.devices.iter().chain(former)
    }
}

impl JsonRow for ColleagueRow {
    const TABLE: Table = Table::Colleague;
}
