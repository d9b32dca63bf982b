//! Whether JSON is well formed, all the way down, without anything being kept of it.
//!
//! What passes here is what `serde_json::Value` takes: a body that was let in must be one that can be read. Skipping it
//! (`IgnoredAny`) would let nesting and numbers pass that a later reader refuses.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// A text.
pub(super) struct Text;

/// An object of anything.
pub(super) struct Object;

/// Anything.
struct Any;

macro_rules! accept {
    ($($method:ident($type:ty))*) => {
        $(fn $method<E>(self, _: $type) -> Result<Any, E> {
            Ok(Any)
        })*
    };
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IsText;
        impl Visitor<'_> for IsText {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, _: &str) -> Result<Text, E> {
                Ok(Text)
            }
        }
        deserializer.deserialize_str(IsText)
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IsObject;
        impl<'de> Visitor<'de> for IsObject {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object, A::Error> {
                members(map).map(|()| Object)
            }
        }
        deserializer.deserialize_map(IsObject)
    }
}

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Any;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Any, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Any;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    accept! { visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64) visit_str(&str) }

    fn visit_unit<E>(self) -> Result<Any, E> {
        Ok(Any)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Any, A::Error> {
        while seq.next_element_seed(Any)?.is_some() {}
        Ok(Any)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Any, A::Error> {
        members(map).map(|()| Any)
    }
}

fn members<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_key::<Text>()?.is_some() {
        map.next_value_seed(Any)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value};

    use super::*;

    fn agrees(text: &[u8]) {
        let ours = serde_json::from_slice::<Object>(text).is_ok();
        let theirs = serde_json::from_slice::<Map<String, Value>>(text).is_ok();
        assert_eq!(ours, theirs, "{}", String::from_utf8_lossy(text));
    }

    #[test]
    fn it_takes_what_a_reader_takes_and_refuses_what_a_reader_refuses() {
        let nested = |depth| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        let deep = [
            nested(100),
            nested(126),
            nested(127),
            nested(128),
            nested(100_000),
        ];
        for text in deep.iter().map(String::as_str).chain([
            "{}",
            "[]",
            "1",
            "",
            r#"{"a": 1e999}"#,
            r#"{"a": -0.5e3, "b": 18446744073709551616, "a": null}"#,
            r#"{"a": "\ud800"}"#,
            r#"{"a": "\ud83d\ude00\n", "b": [true, false, {}]}"#,
            r#"{"a": 01}"#,
            r#"{"a": [1,]}"#,
            r#"{"a"}"#,
            r#"{1: 2}"#,
            "{\"a\": \"\u{1}\"}",
        ]) {
            agrees(text.as_bytes());
        }
        agrees(b"{\"a\": \"\xff\"}");
        agrees(b"{\"\xff\": 1}");
    }

    proptest! {
        #[test]
        fn it_agrees_with_a_reader(text in "[{}\\[\\]\",:a1e.\\\\ntrfu -]{0,24}", wrap: bool) {
            agrees(if wrap { format!("{{\"k\":{text}}}") } else { text }.as_bytes());
        }
    }
}
