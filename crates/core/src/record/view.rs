//! What hosts see of records: as they stand, as they stood, and what a save answers.

use serde::Serialize;
use serde_json::Value;

use crate::session::Session;
use crate::session::peers::{Author, Relation};
use crate::words::words;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_store::store::rows::colleague::ColleagueRow;

/// A record was saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Saved {
    /// The record.
    pub id: String,
    /// The revision that now is its head, or one of them.
    pub revision: String,
    /// Members that this version does not know. They are kept; a slip such as `titel` is among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub unknown: Vec<String>,
    /// The record was changed since the state that this was made from. Both stand; nothing of the other change is lost.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub changed_meanwhile: bool,
    /// The record is in conflict now.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub is_conflict: bool,
}

/// How a changed document is saved.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edit<'a> {
    /// What it was made from, as [`Shown::base`] has it. Otherwise it is what the document itself names.
    pub base: Option<&'a str>,
    /// Where neither says it: the document takes the place of whatever the record says now.
    pub replaces: bool,
    /// A refusal or a withdrawal of consent may be gone.
    pub drops_refusals: bool,
}

words! {
    /// Who somebody is to this vault: who signed a bundle, or writes a device log.
    pub enum Who {
        /// This vault itself, or a copy of it.
        Own = "self",
        /// A colleague, retired or not.
        Colleague = "colleague",
        /// Nobody who is known here.
        Unknown = "unknown",
    }
}

impl Who {
    /// Who an identity is of, with the colleague where it is one.
    pub(crate) fn of_identity(relation: Relation<'_>) -> (Self, Option<&ColleagueRow>) {
        match relation {
            Relation::Own => (Self::Own, None),
            Relation::Colleague(row) | Relation::Retired(row) | Relation::FormerKey(row, _) => {
                (Self::Colleague, Some(row))
            }
            Relation::Unknown => (Self::Unknown, None),
        }
    }

    /// Who writes a device log, with the colleague where it is one.
    pub(crate) fn of_device(author: Author<'_>) -> (Self, Option<&ColleagueRow>) {
        match author {
            Author::Own => (Self::Own, None),
            Author::Colleague(row) => (Self::Colleague, Some(row)),
            Author::Unknown => (Self::Unknown, None),
        }
    }
}

/// Whose hand a revision is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct SavedBy {
    /// The device log: 64 hexadecimal digits.
    pub device: String,
    /// Whose device it is.
    pub who: Who,
    /// The name that the user gave the colleague; null for others.
    pub name: Option<String>,
    /// Whether the colleague's fingerprint was compared; true for `self`.
    pub verified: bool,
}

/// A record as it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Shown {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What it says. Where several heads agree, what they say together; of a record in conflict, what the first head says.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub record: Value,
    /// The revision that is shown; of several heads that are merged, the first.
    pub revision: String,
    /// What a change to it is made from: this revision, or all heads that are merged, with `+` between them.
    pub base: String,
    /// All heads.
    pub heads: Vec<String>,
    /// The heads disagree, and a person has to settle it.
    pub is_conflict: bool,
    /// It is what several heads say together, and was not written by anybody yet.
    pub is_merged: bool,
    /// Who saved it.
    pub saved_by: SavedBy,
    /// When, by that device's clock: RFC 3339 in UTC.
    pub saved_at: String,
    /// Whether it lies in the trash.
    pub trashed: bool,
    /// A colleague said that it may go no further. What is shown is then the newest revision that was sent here.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub withdrawn: bool,
    /// Heads that cannot be read here: their words did not come, or are not in the form of a record. Where that is the only
    /// head, what is shown is the newest revision that can be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub unread: Vec<String>,
}

/// All revisions of a record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct History {
    /// Each after those that it was made from.
    pub revisions: Vec<PastRevision>,
}

/// A revision.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct PastRevision {
    /// Its name.
    pub revision: String,
    /// What it was made from.
    pub parents: Vec<String>,
    /// Who saved it.
    pub saved_by: SavedBy,
    /// When, by that device's clock: RFC 3339 in UTC.
    pub saved_at: String,
    /// What it says; null where its body is not held here, or cannot be read.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub record: Value,
    /// Whether the record lay in the trash.
    pub trashed: bool,
    /// Its body is held, and cannot be read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub damaged: bool,
}

/// The kind that stands in a schema.
pub(crate) fn kind_name(schema: &str) -> &str {
    schema.split_once('/').map_or(schema, |(kind, _)| kind)
}

/// Whose hand a device log is in.
pub(crate) fn saved_by(session: &Session, device: &DeviceId) -> SavedBy {
    let (who, colleague) = Who::of_device(session.author(device));
    let is_compared = colleague.is_some_and(|row| row.verified.is_some());
    SavedBy {
        device: device.to_string(),
        who,
        name: colleague.map(|row| row.name.clone()),
        verified: who == Who::Own || is_compared,
    }
}
