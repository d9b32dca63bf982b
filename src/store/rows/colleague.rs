//! Colleagues: the public identities of others.

use serde::{Deserialize, Serialize};

use super::JsonRow;
use crate::history::DeviceId;
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
}

/// A device certificate: docs/FORMAT.md section 7.1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CertificateRow {
    #[serde(with = "hex::serde")]
    pub(crate) identity: [u8; 32],
    pub(crate) device: DeviceId,
    #[serde(with = "hex::serde")]
    pub(crate) signature: [u8; 64],
}

impl JsonRow for ColleagueRow {
    const TABLE: Table = Table::Colleague;
}
