//! Checks that look at the document as a whole rather than at one field.

use std::collections::HashSet;
use std::io::{self, Write};

use serde_json::Value;
use uuid::Uuid;

use super::error::{RecordError, RecordFault};
use super::{MAX_BYTES, MAX_DEPTH, MAX_PARTS};

/// Refuses a record that goes deeper, has more members and elements, or is longer in bytes than a body may hold.
///
/// # Errors
/// [`RecordFault::TooDeep`], [`RecordFault::TooLarge`].
pub fn bounds(record: &Value) -> Result<(), RecordError> {
    form(record)?;
    let mut length = Length(0);
    match serde_json::to_writer(&mut length, record) {
        Ok(()) if length.0 <= MAX_BYTES => Ok(()),
        _ => Err(RecordError::too_large()),
    }
}

/// The same but for its length: that of a body that somebody else wrote is another than what is written of it here.
///
/// # Errors
/// As [`bounds`].
pub fn form(record: &Value) -> Result<(), RecordError> {
    form_below(record, MAX_DEPTH, &mut 0)
}

fn form_below(value: &Value, left: usize, parts: &mut usize) -> Result<(), RecordError> {
    let below: &mut dyn Iterator<Item = &Value> = match value {
        Value::Object(members) => &mut members.values(),
        Value::Array(elements) => &mut elements.iter(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return Ok(()),
    };
    let left = left.checked_sub(1).ok_or_else(RecordError::too_deep)?;
    for value in below {
        *parts += 1;
        if *parts > MAX_PARTS {
            return Err(RecordError::too_large());
        }
        form_below(value, left, parts)?;
    }
    Ok(())
}

/// Counts bytes that are written.
struct Length(usize);

impl Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Refuses a list in which two elements carry the same id: a merge could not distinguish them.
///
/// Only ids that are UUIDs count, since a list of a later version may mean something else by `id`.
pub fn distinct_ids(value: &Value) -> Result<(), RecordError> {
    walk(value, &mut String::new())
}

fn walk(value: &Value, path: &mut String) -> Result<(), RecordError> {
    let length = path.len();
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(safe_name(name));
                walk(member, path)?;
                path.truncate(length);
            }
        }
        Value::Array(elements) => {
            let mut seen = HashSet::new();
            for (position, element) in elements.iter().enumerate() {
                path.push_str(&format!("[{position}]"));
                if let Some(id) = element_id(element)
                    && !seen.insert(id)
                {
                    path.push_str(".id");
                    return Err(RecordError::at(RecordFault::DuplicateId, path.clone()));
                }
                walk(element, path)?;
                path.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    Ok(())
}

fn element_id(element: &Value) -> Option<Uuid> {
    Uuid::try_parse(element.get("id")?.as_str()?).ok()
}

/// The name of a member as far as it can be repeated in an error: names that no field of ours could
/// have may be the user's text, and stand as `*`.
fn safe_name(name: &str) -> &str {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !name.is_empty() && name.len() <= 32 && name.bytes().all(plain) {
        name
    } else {
        "*"
    }
}

/// A path of the typed reading, in which only names of fields and positions can stand.
pub fn safe_path(path: &str) -> String {
    if path == "." {
        String::new()
    } else {
        path.to_owned()
    }
}
