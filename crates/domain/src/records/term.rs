//! Small values that many records share: terms, element ids, and numbers with limits.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Number;
use uuid::Uuid;

use super::error::Complaint;
use super::schema::JsonForm;
use super::shape::{Field, RecordValue};

/// A coded value: the code of a term in a vocabulary, or a term of the user's own.
///
/// Vocabularies are data and can be extended in a vault, so any text is taken.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub struct Term(String);

impl Term {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Term {
    fn from(code: &str) -> Self {
        Self(code.to_owned())
    }
}

impl Field for Term {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl RecordValue for Term {
    const JSON: JsonForm = JsonForm::Text;
}

impl fmt::Debug for Term {
    /// A term of the user's own is the user's text, so nothing is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Term(..)")
    }
}

/// The id of an element of a list that two devices may edit. Absent until it is first saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/", type = "string")
)]
pub struct ElementId(pub Option<Uuid>);

impl Field for ElementId {
    fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Field::read(deserializer).map(Self)
    }
}

impl RecordValue for ElementId {
    const JSON: JsonForm = JsonForm::Id;

    fn identify(&mut self, next: &mut dyn FnMut() -> Uuid) {
        self.0.get_or_insert_with(next);
    }
}

/// Declares a value with limits that is kept exactly as it was written.
macro_rules! limited {
    ($(#[$meta:meta])* $name:ident($inner:ty) as $ts:literal, json: $json:expr, text: $text:literal, $what:literal, $check:expr) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash, Serialize)]
        #[serde(transparent)]
        #[cfg_attr(any(test, feature = "bindings"), derive(ts_rs::TS), ts(export, export_to = "records/", type = $ts))]
        pub struct $name($inner);

        impl $name {
            /// The value as it was written.
            pub fn get(&self) -> &$inner {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <$inner>::deserialize(deserializer)?;
                let check: fn(&$inner) -> bool = $check;
                if check(&value) {
                    Ok(Self(value))
                } else {
                    Err(Complaint::Value($what).raise())
                }
            }
        }

        impl RecordValue for $name {
            const JSON: JsonForm = $json;
            const TEXT: bool = $text;
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}

limited!(
    /// A sum of money, or another quantity that cannot be less than nothing.
    Amount(Number) as "number", json: JsonForm::Number, text: false, "amount", |n| within(n, 0.0, f64::MAX)
);
limited!(
    /// Degrees north of the equator, −90 to 90.
    Latitude(Number) as "number", json: JsonForm::Number, text: false, "latitude", |n| within(n, -90.0, 90.0)
);
limited!(
    /// Degrees east of Greenwich, −180 to 180.
    Longitude(Number) as "number", json: JsonForm::Number, text: false, "longitude", |n| within(n, -180.0, 180.0)
);
limited!(
    /// A SHA-256 as 64 lower-case hexadecimal digits.
    Sha256Hex(String) as "string", json: JsonForm::Text, text: true, "sha256", |text| is_sha256(text)
);

impl Sha256Hex {
    /// The hash of these 32 bytes.
    pub fn of(bytes: &[u8; 32]) -> Self {
        Self(hex::encode(bytes))
    }
}

fn within(number: &Number, least: f64, most: f64) -> bool {
    number.as_f64().is_some_and(|n| n >= least && n <= most)
}

pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
