//! A record as a reviewer gets it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::time::Timestamp;

/// One line of `records.jsonl`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewRecord {
    /// The record's id.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// Kind and number of its form.
    pub schema: String,
    /// The revision under which the exporter's vault holds it, for citation.
    pub revision: EntryHash,
    /// When that was saved, by the clock of the device that saved it: milliseconds since 1970.
    pub saved_at: Timestamp,
    /// The record, as it is shown to the reviewer.
    pub record: Value,
}

impl std::fmt::Debug for ReviewRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReviewRecord({})", self.id)
    }
}
