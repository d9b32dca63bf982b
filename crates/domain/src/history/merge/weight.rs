//! About how much memory a value takes.

use serde_json::Value;

/// What the allocator adds to a piece, and the least that it gives.
const OVERHEAD: usize = 16;
/// Places for which a list or an object makes space at least; then it doubles.
const LEAST_PLACES: usize = 4;
/// A member as it lies in its table: its hash, its name, its value, and where to find it by the hash.
const MEMBER: usize = 2 * size_of::<usize>() + size_of::<String>() + size_of::<Value>() + 1;

/// Bytes that a value takes, as it is read: what stands in it, the texts, and the space that is kept for more.
pub(super) fn of(value: &Value) -> usize {
    let inside = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => piece(text.len()),
        // `of` an item counts the place that it stands in; what is kept free is counted here.
        Value::Array(items) => {
            let free = places(items.len()) - items.len();
            OVERHEAD + free * size_of::<Value>() + items.iter().map(of).sum::<usize>()
        }
        Value::Object(members) => {
            let own = places(members.len()) * MEMBER;
            let names: usize = members.keys().map(|name| piece(name.len())).sum();
            let values = members.values().map(|value| of(value) - size_of::<Value>());
            2 * OVERHEAD + own + names + values.sum::<usize>()
        }
    };
    size_of::<Value>() + inside
}

fn places(count: usize) -> usize {
    match count {
        0 => 0,
        _ => count.next_power_of_two().max(LEAST_PLACES),
    }
}

fn piece(bytes: usize) -> usize {
    match bytes {
        0 => 0,
        _ => bytes + OVERHEAD,
    }
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

    /// A little object takes hundreds of bytes however short its text is.
    #[test]
    fn an_object_weighs_what_its_table_takes() {
        let little = serde_json::json!({ "a": 0 });
        assert!(of(&little) > LEAST_PLACES * 64, "{}", of(&little));
        let many = Value::from(vec![little.clone(); 1_000]);
        assert!(of(&many) >= 1_000 * of(&little));
        assert_eq!(
            of(&serde_json::json!({})),
            size_of::<Value>() + 2 * OVERHEAD
        );
    }
}
