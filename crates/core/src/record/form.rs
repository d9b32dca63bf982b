//! The form of a body, read in one way whether it is checked or understood: docs/FORMAT.md section 6.2.
//!
//! What is let in must be what can be read later, so there is one reader, over what it keeps. Checking keeps nothing
//! ([`Nothing`]), reading keeps JSON ([`Value`]). A member that stands twice is refused, since two readers might each take
//! another one, and so is what goes deeper than the format allows.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use fieldnotes_domain::records;

/// Levels of lists and objects in a body, itself among them.
const MAX_DEPTH: usize = records::MAX_DEPTH + 1;
/// Members and elements of a body, at all levels together, with its own three. In memory each of them takes many times the two
/// bytes that it may have in the body, and somebody else may have written it.
const MAX_PARTS: usize = records::MAX_PARTS + 3;
/// Hexadecimal digits of the salt.
const SALT: usize = 32;
/// Names of an object that are compared one by one; more are looked up.
const FEW: usize = 24;

/// What is kept of JSON that is read.
pub(crate) trait Kept: Sized {
    /// Members of an object, as they come.
    type Members: Default;

    /// A number, a text, a truth or nothing.
    fn plain(value: impl Into<Value>) -> Self;
    /// A text.
    fn text(text: &str) -> Self;
    /// A list.
    fn list(elements: Vec<Self>) -> Self;
    /// Adds a member that was not there.
    fn add(members: &mut Self::Members, name: &str, value: Self);
    /// An object.
    fn object(members: Self::Members) -> Self;
}

impl Kept for Value {
    type Members = Map<String, Self>;

    fn plain(value: impl Into<Self>) -> Self {
        value.into()
    }

    fn text(text: &str) -> Self {
        Self::String(text.to_owned())
    }

    fn list(elements: Vec<Self>) -> Self {
        Self::Array(elements)
    }

    fn add(members: &mut Self::Members, name: &str, value: Self) {
        members.insert(name.to_owned(), value);
    }

    fn object(members: Self::Members) -> Self {
        Self::Object(members)
    }
}

/// Nothing is kept.
pub(crate) struct Nothing;

impl Kept for Nothing {
    type Members = ();

    fn plain(_: impl Into<Value>) -> Self {
        Self
    }

    fn text(_: &str) -> Self {
        Self
    }

    fn list(_: Vec<Self>) -> Self {
        Self
    }

    fn add((): &mut (), _: &str, _: Self) {}

    fn object((): ()) -> Self {
        Self
    }
}

/// A body.
pub(crate) struct Read<K> {
    /// The record lies in the trash.
    pub(crate) trashed: bool,
    /// The record, with all members, known or not.
    pub(crate) record: K,
}

/// Reads a body; none where it has not the form of one.
pub(crate) fn read<K: Kept>(bytes: &[u8]) -> Option<Read<K>> {
    // One look at all of it: the parser would look at each text by itself.
    let text = simdutf8::basic::from_utf8(bytes).ok()?;
    serde_json::from_str(text).ok()
}

impl<'de, K: Kept> Deserialize<'de> for Read<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Whole(PhantomData))
    }
}

struct Whole<K>(PhantomData<K>);

impl<'de, K: Kept> Visitor<'de> for Whole<K> {
    type Value = Read<K>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a body")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read<K>, A::Error> {
        let (mut names, mut has_salt) = (Names::default(), false);
        let (mut trashed, mut record) = (false, None);
        let parts = Cell::new(0);
        let below = |is_object| One {
            left: MAX_DEPTH - 1,
            parts: &parts,
            is_object,
            kept: PhantomData::<K>,
        };
        while let Some(Name(name)) = map.next_key()? {
            count(&parts)?;
            match &*name {
                "salt" => {
                    let Name(salt) = map.next_value()?;
                    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
                    has_salt = salt.len() == SALT && salt.bytes().all(is_digit);
                }
                "trashed" => trashed = map.next_value()?,
                "record" => record = Some(map.next_value_seed(below(true))?),
                _ => drop(map.next_value_seed(below(false))?),
            }
            names.add(name)?;
        }
        match record.filter(|_| has_salt) {
            Some(record) => Ok(Read { trashed, record }),
            None => Err(A::Error::custom("a member is missing")),
        }
    }
}

/// Counts a member or an element, as long as there may be more.
fn count<E: Error>(parts: &Cell<usize>) -> Result<(), E> {
    parts.set(parts.get() + 1);
    match parts.get() <= MAX_PARTS {
        true => Ok(()),
        false => Err(E::custom("too many members and elements")),
    }
}

/// One value, with so many levels left for lists and objects.
struct One<'p, K> {
    left: usize,
    /// Members and elements so far, of the whole body.
    parts: &'p Cell<usize>,
    is_object: bool,
    kept: PhantomData<K>,
}

impl<K: Kept> One<'_, K> {
    fn below<E: Error>(&self) -> Result<Self, E> {
        let left = self.left.checked_sub(1);
        left.map(|left| Self {
            left,
            parts: self.parts,
            is_object: false,
            kept: PhantomData,
        })
        .ok_or_else(|| E::custom("too deep"))
    }

    fn again(&self) -> Self {
        Self {
            left: self.left,
            parts: self.parts,
            is_object: self.is_object,
            kept: PhantomData,
        }
    }
}

impl<'de, K: Kept> DeserializeSeed<'de> for One<'_, K> {
    type Value = K;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K, D::Error> {
        match self.is_object {
            true => deserializer.deserialize_map(self),
            false => deserializer.deserialize_any(self),
        }
    }
}

impl<'de, K: Kept> Visitor<'de> for One<'_, K> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_object { "an object" } else { "JSON" })
    }

    fn visit_unit<E>(self) -> Result<K, E> {
        Ok(K::plain(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<K, E> {
        Ok(K::plain(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<K, E> {
        Ok(K::plain(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<K, E> {
        Ok(K::plain(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<K, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("no number"))?;
        Ok(K::plain(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<K, E> {
        Ok(K::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<K, A::Error> {
        let below = self.below()?;
        let mut elements = Vec::new();
        while let Some(element) = list.next_element_seed(below.again())? {
            count(self.parts)?;
            elements.push(element);
        }
        Ok(K::list(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<K, A::Error> {
        let below = self.below()?;
        let (mut names, mut members) = (Names::default(), K::Members::default());
        while let Some(Name(name)) = map.next_key::<Name<'de>>()? {
            count(self.parts)?;
            K::add(&mut members, &name, map.next_value_seed(below.again())?);
            names.add(name)?;
        }
        Ok(K::object(members))
    }
}

/// A text, where it lies if that is possible.
struct Name<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// The names in an object so far.
#[derive(Default)]
struct Names<'de> {
    few: Vec<Cow<'de, str>>,
    many: HashSet<Cow<'de, str>>,
}

impl<'de> Names<'de> {
    /// Adds a name that must not be there.
    fn add<E: Error>(&mut self, name: Cow<'de, str>) -> Result<(), E> {
        let is_new = if self.many.is_empty() && self.few.len() < FEW {
            let is_new = !self.few.contains(&name);
            self.few.push(name);
            is_new
        } else {
            self.many.extend(self.few.drain(..));
            self.many.insert(name)
        };
        match is_new {
            true => Ok(()),
            false => Err(E::custom("a name stands twice")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Checking and reading take the same; what they take serde reads alike.
    fn verdict(text: &[u8]) -> bool {
        let text = &String::from_utf8_lossy(text)
            .replace("SALT", &"0f".repeat(16))
            .into_bytes();
        let checked = read::<Nothing>(text);
        let read = read::<Value>(text);
        assert_eq!(checked.is_some(), read.is_some(), "{}", shown(text));
        if let Some(Read { trashed, record }) = &read {
            let whole: Value = serde_json::from_slice(text).expect("what is taken is JSON");
            assert_eq!(whole.get("record"), Some(record), "{}", shown(text));
            let plain = whole.get("trashed").map_or(Some(false), Value::as_bool);
            assert_eq!(plain, Some(*trashed), "{}", shown(text));
            assert_eq!(checked.map(|one| one.trashed), Some(*trashed));
        }
        read.is_some()
    }

    fn shown(text: &[u8]) -> String {
        String::from_utf8_lossy(text).chars().take(200).collect()
    }

    fn around(record: &str) -> String {
        format!(r#"{{"salt":"SALT","trashed":false,"record":{record}}}"#)
    }

    #[test]
    fn a_body_has_a_salt_a_truth_and_an_object_each_once() {
        for good in [
            r#"{"salt":"SALT","trashed":true,"record":{}}"#,
            r#"{"record":{},"salt":"SALT"}"#,
            r#"{"salt":"SALT","record":{},"more":[{"a":1}]}"#,
        ] {
            assert!(verdict(good.as_bytes()), "{good}");
        }
        for bad in [
            "",
            "[1,2,3]",
            "{}",
            r#"{"salt":"SALT"}"#,
            r#"{"record":{}}"#,
            r#"{"salt":1,"record":{}}"#,
            r#"{"salt":"","record":{}}"#,
            r#"{"salt":"0F0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f","record":{}}"#,
            r#"{"salt":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0","record":{}}"#,
            r#"{"salt":"SALT","record":[]}"#,
            r#"{"salt":"SALT","record":null}"#,
            r#"{"salt":"SALT","trashed":1,"record":{}}"#,
            r#"{"salt":"SALT","trashed":"false","record":{}}"#,
            r#"{"salt":"SALT","trashed":null,"record":{}}"#,
            r#"{"salt":"SALT","trashed":false,"trashed":true,"record":{}}"#,
            r#"{"salt":"SALT","record":{},"record":{"a":1}}"#,
            r#"{"salt":"SALT","salt":"SALT","record":{}}"#,
            r#"{"salt":"SALT","record":{},"m":1,"m":1}"#,
            r#"{"salt":"SALT","record":{}} {}"#,
        ] {
            assert!(!verdict(bad.as_bytes()), "{bad}");
        }
    }

    #[test]
    fn it_ends_at_the_depth_of_the_format() {
        let nested = |levels: usize| {
            let lists = levels - 2;
            around(&format!(
                r#"{{"a":{}{}}}"#,
                "[".repeat(lists),
                "]".repeat(lists)
            ))
        };
        assert!(verdict(nested(100).as_bytes()));
        for deep in [101, 125, 127, 128, 100_000] {
            assert!(!verdict(nested(deep).as_bytes()), "{deep}");
        }
        let objects = |levels: usize| {
            let below = levels - 2;
            around(&format!(
                r#"{{"a":{}1{}}}"#,
                r#"{"a":"#.repeat(below),
                "}".repeat(below)
            ))
        };
        assert!(verdict(objects(100).as_bytes()));
        assert!(!verdict(objects(101).as_bytes()));
    }

    /// THREATS: a colleague who sends much in little.
    #[test]
    fn it_has_no_more_parts_than_the_format_allows() {
        // Salt, trash, record, and the list in it.
        let elements = |count: usize| around(&format!(r#"{{"a":[{}0]}}"#, "0,".repeat(count - 5)));
        assert!(verdict(elements(MAX_PARTS).as_bytes()));
        assert!(!verdict(elements(MAX_PARTS + 1).as_bytes()));
        let members = |count: usize| {
            let each: Vec<String> = (3..count).map(|n| format!(r#""{n}":{{}}"#)).collect();
            around(&format!("{{{}}}", each.join(",")))
        };
        assert!(verdict(members(MAX_PARTS).as_bytes()));
        assert!(!verdict(members(MAX_PARTS + 1).as_bytes()));
        let deep = |count: usize| {
            around(&format!(
                r#"{{"a":[{}{{}}]}}"#,
                r#"{"b":[]},"#.repeat(count)
            ))
        };
        assert!(verdict(deep((MAX_PARTS - 5) / 2).as_bytes()));
        assert!(!verdict(deep((MAX_PARTS - 5) / 2 + 1).as_bytes()));
    }

    #[test]
    fn a_name_stands_once_at_any_depth_and_in_any_spelling() {
        let many: Vec<String> = (0..200).map(|n| format!(r#""{n}":{n}"#)).collect();
        let many = many.join(",");
        for good in [r#"{"a":1,"b":{"a":1}}"#, &format!("{{{many}}}")] {
            assert!(verdict(around(good).as_bytes()), "{good}");
        }
        for bad in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"x":[{"consent":[],"consent":[1]}]}"#,
            &format!(r#"{{{many},"0":1}}"#),
            &format!(r#"{{{many},"199":1}}"#),
        ] {
            assert!(!verdict(around(bad).as_bytes()), "{bad}");
        }
    }

    #[test]
    fn numbers_and_texts_are_taken_as_they_are_read() {
        for good in [
            r#"{"a":-0.5e3,"b":18446744073709551616,"c":null,"d":-9223372036854775808}"#,
            r#"{"a":"\ud83d\ude00\n","b":[true,false,{}]}"#,
        ] {
            assert!(verdict(around(good).as_bytes()), "{good}");
        }
        for bad in [
            r#"{"a":1e999}"#,
            r#"{"a":"\ud800"}"#,
            r#"{"\ud800":1}"#,
            r#"{"a":01}"#,
            r#"{"a":[1,]}"#,
            r#"{"a"}"#,
            r#"{1:2}"#,
            r#"{"a":NaN}"#,
            "{\"a\":\"\u{1}\"}",
        ] {
            assert!(!verdict(around(bad).as_bytes()), "{bad}");
        }
    }

    #[test]
    fn what_is_no_unicode_is_refused() {
        let body = around(r#"{"a":"b"}"#).replace("SALT", &"0f".repeat(16));
        for at in 0..body.len() {
            let mut bytes = body.clone().into_bytes();
            bytes[at] = 0xff;
            assert!(read::<Nothing>(&bytes).is_none() && read::<Value>(&bytes).is_none());
        }
    }

    proptest! {
        #[test]
        fn checking_and_reading_agree(text in "[{}\\[\\]\",:a1e.\\\\ntrfu -]{0,24}") {
            verdict(around(&format!("{{\"k\":{text}}}")).as_bytes());
            verdict(around(&text).as_bytes());
            verdict(text.as_bytes());
        }
    }
}
