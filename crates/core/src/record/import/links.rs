//! The records that a record names.

use serde_json::Value;

use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::Record;

/// Fields that hold the id of another record. `paragraph` and `session` hold those of elements of the same one.
const FIELDS: [&str; 4] = ["record", "person", "about", "attached_to"];

/// Every record that this one names.
pub(crate) fn of(record: &Record) -> Vec<RecordId> {
    let mut found = Vec::new();
    walk(&record.to_value(), false, &mut found);
    found
}

fn walk(value: &Value, is_link: bool, found: &mut Vec<RecordId>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                walk(member, FIELDS.contains(&name.as_str()), found);
            }
        }
        Value::Array(elements) => {
            for element in elements {
                walk(element, is_link, found);
            }
        }
        Value::String(text) if is_link => {
            if let Ok(record) = text.parse() {
                found.push(record);
            }
        }
        _ => {}
    }
}
