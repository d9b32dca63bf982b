//! What was done with a vault, beside what its records say: docs/FORMAT.md section 6.4.
//!
//! An event is an entry of a log of its own, signed and chained as revisions are. It never leaves the vault in a bundle.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{ContentHash, EntryHash, RecordId};
use crate::redaction::{Alias, Profile};

/// The schema of entries that are events.
pub const SCHEMA: &str = "event/1";

/// Records that one event names at most; an export of more is several events of the same file.
pub const MOST_RECORDS: usize = 20_000;

/// Whether an entry of this schema is an event of whatever version, and no revision of a record.
pub fn is_event(schema: &str) -> bool {
    schema.split('/').next() == Some("event")
}

/// Something that was done.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Records left the vault, or were about to.
    Export(Export),
    /// An audience of review packages: what becomes of its fields, and what stands for whom. The newest profile holds; what stands for
    /// a person never changes.
    Audience(AudienceChange),
    /// A file that earlier events speak of did not come to be.
    Abandoned {
        /// The id of the bundle or package.
        package: Uuid,
    },
    /// Of a later version.
    #[serde(other)]
    Unknown,
}

/// What is new of an audience.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudienceChange {
    /// Its name.
    pub name: String,
    /// What becomes of each class of field, where a package was written so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// What was drawn for persons that it had not met before.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub aliases: BTreeMap<RecordId, Alias>,
}

/// A file with records in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// What sort of file.
    pub way: ExportWay,
    /// The id of the bundle or package.
    pub package: Uuid,
    /// Colleagues that can open it, by the names that they had here; none where a passphrase opens it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// For whom it is, in the words of whoever wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// For what: a use of the consent vocabulary.
    pub purpose: String,
    /// SHA-256 of the file, where it was computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<ContentHash>,
    /// The records in it, and the revision of each that is to be cited.
    pub records: BTreeMap<RecordId, EntryHash>,
    /// Entries of consent that it relies on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consent: Vec<Uuid>,
}

/// What sort of file records left in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportWay {
    /// A bundle, for another vault.
    Bundle,
    /// A review package.
    Review,
    /// A sort of a later version.
    #[serde(other)]
    Unknown,
}

impl Export {
    /// The same file as one event for each part of its records and entries of consent, none of which is too large to be kept.
    pub fn in_parts(self) -> Vec<Self> {
        let mut records = self
            .records
            .iter()
            .map(|(record, revision)| (*record, *revision));
        let mut consent = self.consent.iter().copied();
        let mut parts = Vec::new();
        loop {
            let part = Self {
                records: records.by_ref().take(MOST_RECORDS).collect(),
                consent: consent.by_ref().take(MOST_RECORDS).collect(),
                ..self.without_lists()
            };
            let is_empty = part.records.is_empty() && part.consent.is_empty();
            if is_empty && !parts.is_empty() {
                return parts;
            }
            parts.push(part);
        }
    }

    fn without_lists(&self) -> Self {
        Self {
            way: self.way,
            package: self.package,
            to: self.to.clone(),
            audience: self.audience.clone(),
            purpose: self.purpose.clone(),
            sha256: self.sha256,
            records: BTreeMap::new(),
            consent: Vec::new(),
        }
    }
}

impl std::fmt::Debug for Event {
    /// Shows the type only: for whom something is must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Export(_) => "Export(…)",
            Self::Audience(_) => "Audience(…)",
            Self::Abandoned { .. } => "Abandoned(…)",
            Self::Unknown => "Unknown",
        })
    }
}

impl std::fmt::Debug for AudienceChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AudienceChange(…)")
    }
}

impl std::fmt::Debug for Export {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Export(…)")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn export(records: u128) -> Export {
        Export {
            way: ExportWay::Review,
            package: Uuid::from_u128(1),
            to: Vec::new(),
            audience: "ICC".to_owned(),
            purpose: "legal".to_owned(),
            sha256: None,
            records: (0..records)
                .map(|id| (RecordId::from_u128(id), EntryHash([7; 32])))
                .collect(),
            consent: Vec::new(),
        }
    }

    #[test]
    fn what_is_written_is_read_and_what_is_newer_too() {
        let event = Event::Export(export(2));
        let written = serde_json::to_value(&event).expect("JSON");
        assert_eq!(written["type"], "export");
        assert_eq!(written["way"], "review");
        let read: Event = serde_json::from_value(written).expect("an event");
        assert!(read == event);
        let newer: Event = serde_json::from_value(json!({ "type": "printed", "by": "hand" }))
            .expect("an event of a later version");
        assert!(newer == Event::Unknown);
        assert!(is_event(SCHEMA) && is_event("event/9") && !is_event("events/1"));
    }

    #[test]
    fn a_large_export_is_several_events_of_one_file() {
        let many = MOST_RECORDS as u128 * 2 + 1;
        let parts = export(many).in_parts();
        assert_eq!(parts.len(), 3);
        assert_eq!(
            parts
                .iter()
                .map(|part| part.records.len() as u128)
                .sum::<u128>(),
            many
        );
        assert!(parts.iter().all(|part| part.package == Uuid::from_u128(1)));
        assert_eq!(export(0).in_parts().len(), 1);
    }
}
