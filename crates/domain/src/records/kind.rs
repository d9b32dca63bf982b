//! The kinds of records.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What sort of record it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub enum Kind {
    /// A person or a group.
    Person,
    /// A testimony.
    Testimony,
    /// A note.
    Note,
    /// A place.
    Place,
    /// A file that belongs to a record.
    Attachment,
}

/// A text that names no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a kind of record")]
pub struct UnknownKind;

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Testimony,
        Self::Note,
        Self::Place,
        Self::Attachment,
    ];

    /// The name of the kind.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Testimony => "testimony",
            Self::Note => "note",
            Self::Place => "place",
            Self::Attachment => "attachment",
        }
    }

    /// The schema under which this version saves records of the kind.
    pub fn schema(self) -> &'static str {
        match self {
            Self::Person => "person/1",
            Self::Testimony => "testimony/1",
            Self::Note => "note/1",
            Self::Place => "place/1",
            Self::Attachment => "attachment/1",
        }
    }

    /// The kind of a schema of any version.
    pub fn of_schema(schema: &str) -> Result<Self, UnknownKind> {
        schema.split('/').next().unwrap_or(schema).parse()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(UnknownKind)
    }
}
