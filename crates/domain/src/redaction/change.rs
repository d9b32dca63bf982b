//! What a redaction did to a record, for whoever decides whether it goes so.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ids::RecordId;

/// Why something is not as it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub enum RedactionReason {
    /// It names a person.
    Name,
    /// It names a place.
    Place,
    /// It says who somebody is.
    Identifier,
    /// It says how somebody is reached.
    Contact,
    /// It is a day.
    Date,
    /// It is an age.
    Age,
    /// It is free text, which goes to nobody here.
    Prose,
    /// This version does not know what it says.
    Other,
    /// It leads to a record that does not go with it.
    Record,
    /// Whoever exports blacked it out.
    ByHand,
}

/// A place of a text that was replaced, or that looks as if it should be.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub struct Mark {
    /// Where it begins in the text before, in UTF-16 code units.
    pub from: u32,
    /// Where it ends there.
    pub to: u32,
    /// Where its replacement begins in the text after; the same as `after_to` where nothing was replaced.
    pub after_from: u32,
    /// Where that ends.
    pub after_to: u32,
    /// The words themselves.
    pub text: String,
    /// How often these words stand before it in the text: with them it says which place is meant.
    pub nth: u32,
    /// What becomes of it.
    pub fate: Fate,
    /// Why it was replaced, or should be.
    pub why: RedactionReason,
    /// The person or place that it names, where one is known.
    pub record: Option<RecordId>,
}

/// What becomes of a place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub enum Fate {
    /// It is replaced.
    Replaced,
    /// It is replaced, and may be another word than it seems to be.
    ReplacedInDoubt,
    /// It stays, and looks as if it should not.
    Suggested,
    /// It stays, because whoever exports said so.
    KeptByHand,
}

/// A member of a record that is not as it was.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub struct Change {
    /// Its path in the record, as in `narrative[0].original`.
    pub path: String,
    /// What it said.
    #[cfg_attr(any(test, feature = "bindings"), ts(type = "unknown"))]
    pub before: Value,
    /// What it says; null where it is left out.
    #[cfg_attr(any(test, feature = "bindings"), ts(type = "unknown"))]
    pub after: Value,
    /// Why, where the whole of it changed; nothing where `marks` say it.
    pub why: Option<RedactionReason>,
    /// The places of a text.
    pub marks: Vec<Mark>,
}

/// What whoever exports decided about one place of a text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub struct PassageDecision {
    /// The record.
    pub record: RecordId,
    /// The path of the text.
    pub path: String,
    /// The words.
    pub text: String,
    /// How often they stand before this place in the text.
    #[serde(default)]
    pub nth: u32,
    /// What becomes of them.
    pub choice: PassageChoice,
}

/// What becomes of words that somebody decided about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub enum PassageChoice {
    /// They stay.
    Keep,
    /// They go.
    Remove,
}

/// A record as it goes to an audience.
#[derive(Clone, PartialEq)]
pub struct Redacted {
    /// The record.
    pub record: Value,
    /// What is not as it was, and what might have to be.
    pub changes: Vec<Change>,
    /// Decisions that no place of the record fits: the text is another by now.
    pub outdated: Vec<PassageDecision>,
}

crate::hide_words!(Mark, Change, PassageDecision, Redacted);
