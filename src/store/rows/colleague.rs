//! Colleagues: the public identities of others.

use serde::{Deserialize, Serialize};

use super::JsonRow;
use crate::history::{DeviceId, Numbers, Places};
use crate::store::Table;

/// One colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ColleagueRow {
    /// What the user calls them.
    pub(crate) name: String,
    /// The line of docs/FORMAT.md section 7.
    pub(crate) identity: String,
    /// When the fingerprint was compared (milliseconds since 1970).
    pub(crate) verified: Option<i64>,
    /// When they were added (milliseconds since 1970).
    pub(crate) added: i64,
    /// The device logs that they have shown to be theirs.
    #[serde(default)]
    pub(crate) devices: Vec<CertificateRow>,
    /// What passed between us.
    #[serde(default, skip_serializing_if = "ExchangedRow::is_empty")]
    pub(crate) exchanged: ExchangedRow,
    /// Since when nothing goes to them any more (milliseconds since 1970).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) retired: Option<i64>,
    /// The identities that they had before, the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) former: Vec<FormerRow>,
    /// Certificates of theirs for device logs that were shown to be somebody else's before. They count for nothing, and
    /// are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) claims: Vec<CertificateRow>,
}

/// What a colleague is known to hold, and what is on its way to them: docs/FORMAT.md section 8.1.1. It speaks of the vault
/// behind one identity: where that gets another key, this is to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct ExchangedRow {
    /// Where they hold a revision.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub(crate) holds: Places,
    /// Where of those they hold the entry without its body.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub(crate) bare: Places,
    /// The number of the newest of their bundles that said so; 0 where none did.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) number: u64,
    /// The numbers of their bundles that were taken in.
    #[serde(default, skip_serializing_if = "Numbers::is_empty")]
    pub(crate) received: Numbers,
    /// Bundles to them that they have not acknowledged, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) sent: Vec<SentRow>,
    /// Revisions came from them since anything went to them: they have not been told that it arrived.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) owes: bool,
    /// How often this vault began a new log on their word alone. Nobody makes it do so without end.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) heeded: u64,
}

/// A bundle that was written for a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SentRow {
    /// Its number among ours.
    pub(crate) number: u64,
    /// When it was written (milliseconds since 1970).
    pub(crate) time: i64,
    /// What of it is not acknowledged.
    pub(crate) places: Places,
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
pub(crate) struct FormerRow {
    /// The line of docs/FORMAT.md section 7.
    pub(crate) identity: String,
    /// When its fingerprint was compared (milliseconds since 1970).
    pub(crate) verified: Option<i64>,
    /// When it was replaced (milliseconds since 1970).
    pub(crate) replaced: i64,
    /// The device logs that it has shown to be its own.
    pub(crate) devices: Vec<CertificateRow>,
}

/// A device certificate: docs/FORMAT.md section 7.1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CertificateRow {
    #[serde(with = "hex::serde")]
    pub(crate) identity: [u8; 32],
    pub(crate) device: DeviceId,
    #[serde(with = "hex::serde")]
    pub(crate) signature: [u8; 64],
    #[serde(with = "hex::serde")]
    pub(crate) proof: [u8; 64],
}

impl ColleagueRow {
    /// The device logs that were shown to be theirs, by the identity of today and those from before.
    pub(crate) fn logs(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.certificates().map(|one| one.device)
    }

    /// The certificates by which these are theirs.
    pub(crate) fn certificates(&self) -> impl Iterator<Item = &CertificateRow> {
        let former = self.former.iter().flat_map(|former| &former.devices);
        self.devices.iter().chain(former)
    }
}

impl JsonRow for ColleagueRow {
    const TABLE: Table = Table::Colleague;
}
