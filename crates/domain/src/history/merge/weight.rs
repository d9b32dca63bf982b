//! About how much memory a value takes.

use serde_json::Value;

/// Bytes, about: what stands in it, and its texts.
pub(super) fn of(value: &Value) -> usize {
    let inside = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(of).sum(),
        // A member stands in a table beside its hash, and once more in the index of it.
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| name.len() + 2 * size_of::<String>() + of(value))
            .sum(),
    };
    size_of::<Value>() + inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_things_weigh_more_than_their_text() {
        let zeros = Value::from(vec![0; 1_000]);
        assert!(of(&zeros) >= 1_000 * size_of::<Value>());
        let text = Value::from("x".repeat(1_000));
        assert!((1_000..1_100).contains(&of(&text)));
    }
}
