//! Bundles that were taken in, so that one that comes again is known, and the import can be undone.

use serde::{Deserialize, Serialize};

use super::JsonRow;
use super::import::Journal;
use crate::store::Table;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::{BundleId, ImportId, RecordId};
use fieldnotes_domain::time::Timestamp;

/// One bundle of one import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReceiptRow {
    /// The bundle's id.
    pub bundle: BundleId,
    /// The identity key of its sender.
    #[serde(with = "hex::serde")]
    pub sender: [u8; 32],
    /// When it was taken in (milliseconds since 1970).
    pub taken: Timestamp,
    /// How many revisions it brought.
    pub new: u64,
    /// What it brought; nothing in rows from before there was any undoing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journal: Option<Journal>,
    /// What it said may go no further: record and revision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<WithdrawnRow>,
}

impl ReceiptRow {
    /// The import that it belongs to; none where it is from before there were journals.
    pub fn import(&self) -> Option<ImportId> {
        self.journal.as_ref().map(|journal| journal.import)
    }

    /// Something of the bundle was left out by choice.
    pub fn is_partial(&self) -> bool {
        self.journal.as_ref().is_some_and(|journal| journal.partial)
    }
}

/// A record that may go no further, and the revision by which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawnRow {
    /// The record.
    pub record: RecordId,
    /// The revision of it.
    pub revision: EntryHash,
}

impl JsonRow for ReceiptRow {
    const TABLE: Table = Table::Receipt;
}
