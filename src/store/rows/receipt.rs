//! Bundles that were taken in, so that one that comes again is known.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::JsonRow;
use crate::history::EntryHash;
use crate::store::Table;

/// One bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReceiptRow {
    pub(crate) bundle: Uuid,
    /// The identity key of its sender.
    #[serde(with = "hex::serde")]
    pub(crate) sender: [u8; 32],
    /// When it was taken in (milliseconds since 1970).
    pub(crate) taken: i64,
    /// How many revisions it brought.
    pub(crate) new: u64,
    /// What it said may go no further: record and revision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) withdrawn: Vec<WithdrawnRow>,
}

/// A record that may go no further, and the revision by which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WithdrawnRow {
    pub(crate) record: Uuid,
    pub(crate) revision: EntryHash,
}

impl JsonRow for ReceiptRow {
    const TABLE: Table = Table::Receipt;
}
