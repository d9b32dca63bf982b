//! What of a record is text that a human wrote, for searching.

use serde_json::Value;
use uuid::Uuid;

use super::term::is_sha256;
use super::vocabulary;

/// Members that refer to something or steer the program, and say nothing to a reader.
const SILENT: [&str; 4] = ["id", "confidentiality", "media_type", "sha256"];

/// Calls `f` with the path and the text of everything in the record that a human wrote: not with
/// ids, hashes and built-in codes. Works on stored JSON of any version.
pub fn texts_of(record: &Value, f: &mut dyn FnMut(&str, &str)) {
    walk(record, "", &mut String::new(), f);
}

fn walk(value: &Value, name: &str, path: &mut String, f: &mut dyn FnMut(&str, &str)) {
    let length = path.len();
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if SILENT.contains(&name.as_str()) {
                    continue;
                }
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
                walk(member, name, path, f);
                path.truncate(length);
            }
        }
        Value::Array(elements) => {
            for (position, element) in elements.iter().enumerate() {
                path.push_str(&format!("[{position}]"));
                walk(element, name, path, f);
                path.truncate(length);
            }
        }
        Value::String(text) if is_human(name, text) => f(path, text),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn is_human(name: &str, text: &str) -> bool {
    let is_id = text.len() == 36 && Uuid::try_parse(text).is_ok();
    let is_silent = text.is_empty() || is_id || is_sha256(text);
    !is_silent && !vocabulary::is_built_in(name, text)
}
