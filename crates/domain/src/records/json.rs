//! Strict reading of JSON: a member given twice is refused instead of silently lost, and nesting
//! ends at a fixed depth whatever the parser below would allow.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::MAX_PARTS;
use super::encoding;
use super::error::{Complaint, RecordError, RecordFault};

/// Levels of a record. A body may have 100, and the record is the second of them.
pub const MAX_DEPTH: usize = 99;
/// Levels of a document: a record may stand in what `record show` says about it.
const MAX_DOCUMENT_DEPTH: usize = MAX_DEPTH + 1;
/// Members and elements of a document: those of a record, and as many heads and unknown members as `record show` may name.
/// Counted while it is read, since each takes many times its bytes in memory.
const MAX_DOCUMENT_PARTS: usize = 2 * MAX_PARTS;

/// Reads a document in UTF-8 of at most one level more than a record has.
pub fn read(json: &[u8]) -> Result<Value, RecordError> {
    // Editors on Windows put a byte order mark before UTF-8.
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    Strict {
        left: MAX_DOCUMENT_DEPTH,
        parts: &Cell::new(0),
    }
    .deserialize(&mut deserializer)
    .and_then(|value| deserializer.end().map(|()| value))
    .map_err(|error| fault(&error, json))
}

fn fault(error: &serde_json::Error, json: &[u8]) -> RecordError {
    if let Some(encoding) = encoding::foreign(json) {
        let bad = std::str::from_utf8(json).err();
        let before = json.get(..bad.map_or(0, |bad| bad.valid_up_to()));
        let feeds = before
            .unwrap_or_default()
            .iter()
            .filter(|byte| **byte == b'\n');
        return RecordError {
            line: Some(feeds.count() + 1),
            expected: Some(encoding),
            ..RecordError::whole(RecordFault::NotUtf8)
        };
    }
    let message = error.to_string();
    let code = match Complaint::in_message(&message) {
        Some(Complaint::Deep) => RecordFault::TooDeep,
        Some(Complaint::Many) => return RecordError::too_large(),
        _ if message.starts_with("recursion limit exceeded") => RecordFault::TooDeep,
        _ if message.starts_with("number out of range") => RecordFault::InexactNumber,
        _ => RecordFault::InvalidJson,
    };
    RecordError {
        line: Some(error.line()),
        column: Some(characters(json, error.line(), error.column())),
        ..RecordError::whole(code)
    }
}

/// The column of a byte of a line, counted in characters as editors do.
fn characters(json: &[u8], line: usize, bytes: usize) -> usize {
    let mut lines = json.split(|byte| *byte == b'\n');
    let line = lines.nth(line.saturating_sub(1)).unwrap_or_default();
    let before = line.get(..bytes).unwrap_or(line);
    let past = bytes.saturating_sub(before.len());
    String::from_utf8_lossy(before).chars().count() + past
}

/// Reads one value, with so many levels left for lists and objects.
#[derive(Clone, Copy)]
struct Strict<'p> {
    left: usize,
    /// Members and elements so far, of the whole document.
    parts: &'p Cell<usize>,
}

impl Strict<'_> {
    fn below<E: serde::de::Error>(self) -> Result<Self, E> {
        match self.left.checked_sub(1) {
            Some(left) => Ok(Self { left, ..self }),
            None => Err(Complaint::Deep.raise()),
        }
    }

    /// Counts a member or an element.
    fn count<E: serde::de::Error>(self) -> Result<(), E> {
        self.parts.set(self.parts.get() + 1);
        match self.parts.get() <= MAX_DOCUMENT_PARTS {
            true => Ok(()),
            false => Err(Complaint::Many.raise()),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut elements = Vec::new();
        while let Some(element) = list.next_element_seed(below)? {
            self.count()?;
            elements.push(element);
        }
        Ok(Value::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut members = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            self.count()?;
            let value = object.next_value_seed(below)?;
            if members.insert(name, value).is_some() {
                return Err(Complaint::Twice.raise());
            }
        }
        Ok(Value::Object(members))
    }
}
