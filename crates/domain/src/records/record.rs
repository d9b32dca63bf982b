//! A record of any kind, and the door through which it comes in.

use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use super::error::{RecordError, RecordFault};
use super::names::{self, Misnamed};
use super::numbers;
use super::shape::RecordValue;
use super::{
    Attachment, Confidentiality, Kind, Link, Note, Person, Place, Testimony, check, json, title_of,
};

/// The longest record taken, in bytes as it is written. A body may have 8 MiB; the rest is around the record.
pub const MAX_BYTES: usize = 8 * 1024 * 1024 - 69;
/// The longest document taken, in bytes: a record with the spaces that a person reads it by, and with what `record show`
/// says around it, which may be six times as long where it has characters that a terminal must not get.
pub const MAX_DOCUMENT: usize = 8 * MAX_BYTES;
/// Members and elements of a record, at all levels together. A body may have 262,144; three of them are around the record.
pub const MAX_PARTS: usize = (1 << 18) - 3;

/// A record. `Debug` shows its kind only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A person or a group.
    Person(Box<Person>),
    /// A testimony.
    Testimony(Box<Testimony>),
    /// A note.
    Note(Box<Note>),
    /// A place.
    Place(Box<Place>),
    /// A file that belongs to a record.
    Attachment(Box<Attachment>),
}

/// Does the same to a record whatever its kind.
macro_rules! each {
    ($record:expr, $inner:ident => $body:expr) => {
        match $record {
            Record::Person($inner) => $body,
            Record::Testimony($inner) => $body,
            Record::Note($inner) => $body,
            Record::Place($inner) => $body,
            Record::Attachment($inner) => $body,
        }
    };
}

/// Reads a document from outside as a record of this kind.
///
/// What `record show` prints is taken too: the record then stands in its member `record`. Read as it is, all of a
/// testimony, its consent as well, would move out of sight into a member that nobody knows.
///
/// Members `id`, `kind`, `schema` and `base` at the top are dropped, as they stand in the log entry; a
/// `kind` that is another one is refused. So is a member that looks like a field and is spelt otherwise.
pub fn parse(kind: Kind, json: &[u8]) -> Result<Record, RecordError> {
    Record::from_value(kind, read_json(json)?)
}

/// Reads JSON from outside under the rules of this program: UTF-8, no member twice, not too large and not too deep. The
/// bounds of a record are looked at where it is taken out of the document ([`Record::from_value`]).
pub fn read_json(json: &[u8]) -> Result<Value, RecordError> {
    if json.len() > MAX_DOCUMENT {
        return Err(RecordError::too_large());
    }
    let value = json::read(json)?;
    let Some(at) = numbers::first_inexact(json) else {
        return Ok(value);
    };
    let before = json.get(..at).unwrap_or_default();
    let feeds = before.iter().filter(|byte| **byte == b'\n');
    Err(RecordError {
        line: Some(feeds.count() + 1),
        ..RecordError::whole(RecordFault::InexactNumber)
    })
}

impl Record {
    /// Reads a JSON value as a record of this kind, under the rules of [`parse`].
    pub fn from_value(kind: Kind, value: Value) -> Result<Self, RecordError> {
        Self::from_value_onto(kind, value, &[])
    }

    /// The same for a document that was made from these states of the record: a member that looks like a field may
    /// stay where one of them has it. It came from elsewhere, and nothing gets worse by an edit beside it.
    pub fn from_value_onto(kind: Kind, value: Value, were: &[&Value]) -> Result<Self, RecordError> {
        let record = Self::from_any(kind, value)?;
        let found = record.misnamed();
        if found.is_empty() {
            return Ok(record);
        }
        // What is there already is not checked again.
        let had = were
            .iter()
            .filter_map(|was| Self::typed(kind, (*was).clone()).ok());
        let had: Vec<Misnamed> = had.flat_map(|was| was.misnamed()).collect();
        match found.into_iter().find(|one| !had.contains(one)) {
            Some(new) => Err(RecordError::at(RecordFault::Misnamed, new.path)),
            None => Ok(record),
        }
    }

    fn from_any(kind: Kind, mut value: Value) -> Result<Self, RecordError> {
        let Value::Object(members) = &mut value else {
            return Err(RecordError {
                expected: Some("object"),
                ..RecordError::whole(RecordFault::WrongShape)
            });
        };
        if let Some(inner) = unwrapped(members)? {
            return Self::from_any(kind, inner);
        }
        if members
            .keys()
            .any(|name| names::resembled(name, &["record"]).is_some())
        {
            return Err(RecordError::at(RecordFault::Misnamed, "record".into()));
        }
        if let Some(stated) = members.shift_remove("kind")
            && stated.as_str() != Some(kind.as_str())
        {
            return Err(RecordError::at(RecordFault::WrongKind, "kind".into()));
        }
        members.shift_remove("id");
        members.shift_remove("schema");
        members.shift_remove("base");
        check::bounds(&value)?;
        check::distinct_ids(&value)?;
        Self::typed(kind, value)
    }

    fn typed(kind: Kind, value: Value) -> Result<Self, RecordError> {
        Ok(match kind {
            Kind::Person => Self::Person(read(value)?),
            Kind::Testimony => Self::Testimony(read(value)?),
            Kind::Note => Self::Note(read(value)?),
            Kind::Place => Self::Place(read(value)?),
            Kind::Attachment => Self::Attachment(read(value)?),
        })
    }

    /// The kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Person(_) => Kind::Person,
            Self::Testimony(_) => Kind::Testimony,
            Self::Note(_) => Kind::Note,
            Self::Place(_) => Kind::Place,
            Self::Attachment(_) => Kind::Attachment,
        }
    }

    /// The record as it is stored: empty members left out, unknown ones after the known.
    pub fn to_value(&self) -> Value {
        each!(self, inner => serde_json::to_value(inner))
            .expect("a record has text keys only, and nothing in it fails to serialize")
    }

    /// What the record is called in lists; empty where it has nothing to be called by.
    pub fn title(&self) -> String {
        title_of(self.kind().as_str(), &self.to_value())
    }

    /// Gives an id to every element that has none, in the order of the fields.
    pub fn identify(&mut self, next: &mut dyn FnMut() -> Uuid) {
        each!(self, inner => inner.identify(next));
    }

    /// The paths of members that this version does not know: those of a later version, or slips of
    /// the pen. They are kept; a host can point at them. The names are the document's own words.
    pub fn unknown_members(&self) -> Vec<String> {
        let mut found = Vec::new();
        each!(self, inner => inner.unknown("", &mut found));
        found
    }

    /// The members that look like a field and are spelt otherwise.
    fn misnamed(&self) -> Vec<Misnamed> {
        let mut found = Vec::new();
        each!(self, inner => inner.misnamed("", &mut found));
        found
    }

    /// How far the record may go.
    pub fn confidentiality(&self) -> &Confidentiality {
        each!(self, inner => &inner.confidentiality)
    }

    /// The user's own key words.
    pub fn tags(&self) -> &[String] {
        each!(self, inner => &inner.tags)
    }

    /// Links to other records.
    pub fn links(&self) -> &[Link] {
        each!(self, inner => &inner.links)
    }
}

/// What stands beside a record where it is shown.
const AROUND: [&str; 15] = [
    "id",
    "kind",
    "schema",
    "title",
    "revision",
    "base",
    "heads",
    "is_conflict",
    "is_merged",
    "saved_by",
    "saved_at",
    "trashed",
    "withdrawn",
    "unread",
    "parents",
];

/// The record out of what `record show` prints; none where the document is a record itself.
fn unwrapped(members: &mut serde_json::Map<String, Value>) -> Result<Option<Value>, RecordError> {
    if !members.get("record").is_some_and(Value::is_object) {
        return Ok(None);
    }
    if members
        .keys()
        .any(|name| name != "record" && !AROUND.contains(&name.as_str()))
    {
        return Err(RecordError::at(RecordFault::WrongShape, "record".into()));
    }
    let mut inner = members.shift_remove("record");
    if let (Some(Value::Object(inner)), Some(kind)) = (&mut inner, members.shift_remove("kind")) {
        inner.entry("kind").or_insert(kind);
    }
    Ok(inner)
}

fn read<T: DeserializeOwned>(value: Value) -> Result<Box<T>, RecordError> {
    serde_path_to_error::deserialize(value)
        .map(Box::new)
        .map_err(|error| {
            let path = check::safe_path(&error.path().to_string());
            RecordError::from_shape(path, &error.inner().to_string())
        })
}
