//! The names of kinds and fields: where they stand in a file, so may the rest.

use fieldnotes_core::record;
use serde_json::Value;

const KINDS: [&str; 5] = ["person", "testimony", "note", "place", "attachment"];

/// Shorter names stand in random bytes by chance.
const LONG_ENOUGH: usize = 5;

/// Names around records, beside those of their fields.
const AROUND: [&str; 8] = [
    "trashed",
    "\"draft",
    "\"record",
    "\"content",
    "\"updated",
    "verified",
    "bundle",
    "fieldnotes",
];

/// All of them.
pub fn names() -> Vec<String> {
    let mut names = Vec::new();
    for kind in KINDS {
        names_in(&record::template(kind).expect("a kind"), &mut names);
        if kind.len() >= LONG_ENOUGH {
            names.push(kind.to_owned());
        }
        // The short one too, where it stands as a kind stands.
        names.push(format!("{kind}/1"));
        names.push(format!("\"{kind}\""));
        names.push(format!("{kind}_"));
    }
    names.extend(AROUND.map(str::to_owned));
    names.sort();
    names.dedup();
    names
}

/// The names of all members that are long enough.
fn names_in(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                if name.len() >= LONG_ENOUGH {
                    names.push(name.clone());
                }
                names_in(inner, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names_in(item, names)),
        _ => {}
    }
}
