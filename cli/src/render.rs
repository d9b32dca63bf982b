//! Records and times as people read them on a terminal.

use serde_json::Value;

use crate::printable::{one_line, printable};

/// A record as an outline: one member a line, lists indented. Ids inside of it are left out; they are for programs.
pub fn outline(record: &Value) -> String {
    let mut lines = String::new();
    if let Value::Object(members) = record {
        for (name, value) in members {
            member(name, value, 0, &mut lines);
        }
    } else {
        lines.push_str(&scalar(record));
    }
    lines
}

fn member(name: &str, value: &Value, depth: usize, lines: &mut String) {
    let indent = "  ".repeat(depth);
    let name = one_line(name);
    match value {
        Value::Object(members) => {
            lines.push_str(&format!("{indent}{name}:\n"));
            for (name, value) in members {
                member(name, value, depth + 1, lines);
            }
        }
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            lines.push_str(&format!("{indent}{name}:\n"));
            for item in items {
                element(item, depth + 1, lines);
            }
        }
        Value::Array(items) => {
            let all: Vec<String> = items.iter().map(scalar).collect();
            lines.push_str(&format!("{indent}{name}: {}\n", all.join(", ")));
        }
        text => {
            let text = scalar(text).replace('\n', &format!("\n{indent}  "));
            lines.push_str(&format!("{indent}{name}: {text}\n"));
        }
    }
}

/// An element of a list: its first line carries the dash.
fn element(item: &Value, depth: usize, lines: &mut String) {
    let mut inner = String::new();
    match item {
        Value::Object(members) => {
            for (name, value) in members.iter().filter(|(name, _)| *name != "id") {
                member(name, value, depth + 1, &mut inner);
            }
        }
        other => inner.push_str(&scalar(other)),
    }
    let indent = "  ".repeat(depth);
    // The members stand under each other, behind the dash.
    let inner = inner.strip_prefix(&format!("{indent}  ")).unwrap_or(&inner);
    lines.push_str(&format!("{indent}- {}\n", inner.trim_end()));
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => printable(text).into_owned(),
        other => other.to_string(),
    }
}

/// `2026-11-22T09:30:00.000Z` as `2026-11-22 09:30 UTC`.
pub fn time(rfc3339: &str) -> String {
    match (rfc3339.get(..10), rfc3339.get(11..16)) {
        (Some(day), Some(minute)) => format!("{day} {minute} UTC"),
        _ => one_line(rfc3339),
    }
}

/// The beginning of a revision's name: enough to distinguish revisions of one record.
pub fn short(revision: &str) -> &str {
    revision.get(..12).unwrap_or(revision)
}

/// A number of bytes in decimal units, as the window shows it.
pub fn bytes(count: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut scaled = count as f64;
    let mut unit = 0;
    while scaled >= 1000.0 && unit + 1 < UNITS.len() {
        scaled /= 1000.0;
        unit += 1;
    }
    let unit_name = UNITS.get(unit).copied().unwrap_or_default();
    if unit == 0 {
        format!("{count} {unit_name}")
    } else {
        format!("{scaled:.1} {unit_name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_an_outline() {
        let record = serde_json::json!({
            "title": "강을 건너",
            "tags": ["강", "밤"],
            "narrative": [
                {"id": "x", "original": "하나\n둘", "translation": "one"},
                {"original": "셋"}
            ],
            "where": {"place": "투먼"},
            "nested": [[1, 2], "x"]
        });
        assert_eq!(
            outline(&record),
            "title: 강을 건너\n\
             tags: 강, 밤\n\
             narrative:\n  \
             - original: 하나\n      둘\n    translation: one\n  \
             - original: 셋\n\
             where:\n  place: 투먼\n\
             nested:\n  - [1,2]\n  - x\n"
        );
    }

    #[test]
    fn times_and_sizes_are_short() {
        assert_eq!(time("2026-11-22T09:30:00.000Z"), "2026-11-22 09:30 UTC");
        assert_eq!(time("?"), "?");
        assert_eq!(bytes(999), "999 B");
        assert_eq!(bytes(1500), "1.5 kB");
        assert_eq!(bytes(2_000_000_000), "2.0 GB");
    }
}
