//! What can be wrong with a record that comes from outside.
//!
//! An error names a field and a fault and never repeats what the user wrote: errors reach logs and
//! terminals, and a testimony must not.

use std::fmt;

/// A stable name of what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecordFault {
    /// Not JSON, or a member given twice. `line` and `column` say where.
    InvalidJson,
    /// JSON of another shape than this field has; `expected` names the shape.
    WrongShape,
    /// Not an EDTF level 1 date, or a day that no calendar has.
    InvalidDate,
    /// Of the right shape, and impossible: a negative cost, a latitude of 95, a broken id.
    InvalidValue,
    /// Two elements of one list carry the same id.
    DuplicateId,
    /// A member looks like a field and is not spelt as it: `path` has the field's own name.
    Misnamed,
    /// Text in another encoding than UTF-8; `expected` names the one that it seems to be in.
    NotUtf8,
    /// The document says that it is a record of another kind.
    WrongKind,
    /// A number with more digits than the program can keep.
    InexactNumber,
    /// Nested deeper than a body may be.
    TooDeep,
    /// Larger than a body may be.
    TooLarge,
}

impl RecordFault {
    /// The name in snake case, for interfaces that branch on it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidJson => "invalid_json",
            Self::WrongShape => "wrong_shape",
            Self::InvalidDate => "invalid_date",
            Self::InvalidValue => "invalid_value",
            Self::DuplicateId => "duplicate_id",
            Self::Misnamed => "misnamed",
            Self::NotUtf8 => "not_utf8",
            Self::WrongKind => "wrong_kind",
            Self::InexactNumber => "inexact_number",
            Self::TooDeep => "too_deep",
            Self::TooLarge => "too_large",
        }
    }
}

impl fmt::Display for RecordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a document is not taken as a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code} at `{path}`")]
pub struct RecordError {
    /// What is wrong.
    pub code: RecordFault,
    /// The field, such as `sessions[0].date`; empty for the document as a whole.
    pub path: String,
    /// For [`RecordFault::WrongShape`] and [`RecordFault::InvalidValue`]: what the field takes. For
    /// [`RecordFault::NotUtf8`]: `utf_16`, `cp949`, or none.
    pub expected: Option<&'static str>,
    /// For faults of the JSON itself: the line, from 1.
    pub line: Option<usize>,
    /// For faults of the JSON itself: the column in characters, from 1.
    pub column: Option<usize>,
}

impl RecordError {
    /// A document that is larger than a body may be.
    pub fn too_large() -> Self {
        Self::whole(RecordFault::TooLarge)
    }

    /// A document that goes deeper than a body may.
    pub fn too_deep() -> Self {
        Self::whole(RecordFault::TooDeep)
    }

    /// A fault of the document as a whole.
    pub fn whole(code: RecordFault) -> Self {
        Self {
            code,
            path: String::new(),
            expected: None,
            line: None,
            column: None,
        }
    }

    /// A fault of one field.
    pub fn at(code: RecordFault, path: String) -> Self {
        Self {
            path,
            ..Self::whole(code)
        }
    }

    /// Reads a complaint of the typed reading. Only the fixed words that this program itself put
    /// into it are looked at; the rest may quote the user and is dropped.
    pub fn from_shape(path: String, message: &str) -> Self {
        let (code, expected) = match Complaint::in_message(message) {
            Some(Complaint::Date) => (RecordFault::InvalidDate, Some("date")),
            Some(Complaint::Value(what)) => (RecordFault::InvalidValue, Some(what)),
            Some(Complaint::Deep) => (RecordFault::TooDeep, None),
            Some(Complaint::Twice) => (RecordFault::InvalidJson, None),
            Some(Complaint::Many) => (RecordFault::TooLarge, None),
            None => (RecordFault::WrongShape, expected_shape(message)),
        };
        Self {
            expected,
            ..Self::at(code, path)
        }
    }
}

/// What our own readers say through serde, which carries nothing but text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complaint {
    /// Not a date.
    Date,
    /// Impossible value; the word says what the field takes.
    Value(&'static str),
    /// Nested too deep.
    Deep,
    /// A member given twice.
    Twice,
    /// Too many members and elements.
    Many,
}

const DATE: &str = "fieldnotes:date";
const DEEP: &str = "fieldnotes:deep";
const TWICE: &str = "fieldnotes:twice";
const MANY: &str = "fieldnotes:many";
const VALUES: [(&str, &str); 4] = [
    ("amount", "fieldnotes:amount"),
    ("latitude", "fieldnotes:latitude"),
    ("longitude", "fieldnotes:longitude"),
    ("sha256", "fieldnotes:sha256"),
];

impl Complaint {
    /// The complaint as a serde error.
    pub fn raise<E: serde::de::Error>(self) -> E {
        E::custom(match self {
            Self::Date => DATE,
            Self::Deep => DEEP,
            Self::Twice => TWICE,
            Self::Many => MANY,
            Self::Value(what) => VALUES
                .iter()
                .find(|(name, _)| *name == what)
                .map_or("fieldnotes:value", |(_, message)| *message),
        })
    }

    /// Finds the complaint again. serde_json appends a position, so only the beginning counts;
    /// serde's own messages begin with its own words, never with the user's.
    pub fn in_message(message: &str) -> Option<Self> {
        if message.starts_with(DATE) {
            return Some(Self::Date);
        }
        if message.starts_with(DEEP) {
            return Some(Self::Deep);
        }
        if message.starts_with(TWICE) {
            return Some(Self::Twice);
        }
        if message.starts_with(MANY) {
            return Some(Self::Many);
        }
        if message.starts_with("UUID parsing failed") {
            return Some(Self::Value("id"));
        }
        VALUES
            .iter()
            .find(|(_, text)| message.starts_with(text))
            .map(|(name, _)| Self::Value(name))
    }
}

/// The shape that a serde message asked for. Its end is serde's, its middle may be the user's.
fn expected_shape(message: &str) -> Option<&'static str> {
    let (_, expected) = message.rsplit_once("expected ")?;
    let shapes = [
        ("a string", "text"),
        ("string", "text"),
        ("a boolean", "boolean"),
        ("a sequence", "list"),
        ("a map", "object"),
        ("struct", "object"),
        ("a formatted UUID string", "id"),
        ("a JSON number", "number"),
        ("u64", "integer"),
    ];
    shapes
        .iter()
        .find(|(serde, _)| expected.starts_with(serde))
        .map(|(_, ours)| *ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_complaint_survives_the_journey_through_serde() {
        for (name, _) in VALUES {
            let error: serde_json::Error = Complaint::Value(name).raise();
            assert_eq!(
                Complaint::in_message(&error.to_string()),
                Some(Complaint::Value(name))
            );
        }
        for complaint in [
            Complaint::Date,
            Complaint::Deep,
            Complaint::Twice,
            Complaint::Many,
        ] {
            let error: serde_json::Error = complaint.raise();
            assert_eq!(Complaint::in_message(&error.to_string()), Some(complaint));
        }
    }

    #[test]
    fn a_quoted_text_cannot_pretend_to_be_the_shape() {
        let message = r#"invalid type: string "x, expected u64", expected a sequence"#;
        assert_eq!(expected_shape(message), Some("list"));
    }
}
