//! Drafts: typing that was not saved yet.

use serde::{Deserialize, Serialize};

use super::JsonRow;
use crate::store::Table;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::{DraftId, RecordId};
use fieldnotes_domain::time::Timestamp;

/// One draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftRow {
    /// The draft's id.
    pub draft: DraftId,
    /// The record that it changes; `None` for a new one.
    pub record: Option<RecordId>,
    /// What kind of record it will be.
    pub kind: String,
    /// The revision that it was begun from.
    pub base: Option<EntryHash>,
    /// The others, where it was begun from what several heads say together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more_bases: Vec<EntryHash>,
    /// The record as it stands in the window, whether or not it could be saved so.
    pub content: serde_json::Value,
    /// Milliseconds since 1970.
    pub updated: Timestamp,
}

impl JsonRow for DraftRow {
    const TABLE: Table = Table::Draft;
}
