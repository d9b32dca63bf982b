//! Checks that look at the document as a whole rather than at one field.

use std::collections::HashSet;

use serde_json::Value;
use uuid::Uuid;

use super::error::{RecordError, RecordFault};

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
