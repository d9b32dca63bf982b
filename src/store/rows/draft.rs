//! Drafts: typing that was not saved yet.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::JsonRow;
use crate::history::EntryHash;
use crate::store::Table;

/// One draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct DraftRow {
    pub(crate) draft: Uuid,
    /// The record that it changes; `None` for a new one.
    pub(crate) record: Option<Uuid>,
    pub(crate) kind: String,
    /// The revision that it was begun from.
    pub(crate) base: Option<EntryHash>,
    /// The others, where it was begun from what several heads say together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) more_bases: Vec<EntryHash>,
    /// The record as it stands in the window, whether or not it could be saved so.
    pub(crate) content: serde_json::Value,
    /// Milliseconds since 1970.
    pub(crate) updated: i64,
}

impl JsonRow for DraftRow {
    const TABLE: Table = Table::Draft;
}
