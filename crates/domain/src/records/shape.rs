//! How the structs of the domain are declared.
//!
//! Every field obeys the same four rules, so they are written once: an absent member and `null`
//! read as empty, an empty field is left out on writing, members that this version does not know
//! are kept, and `Debug` shows nothing of what the user wrote.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::ids::RecordId;

use super::names::Misnamed;
use super::schema::JsonForm;

/// Members that this version does not know, in the order in which they stood.
pub type Extra = Map<String, Value>;

/// A field: it may say nothing, and is then left out on writing.
pub trait Field: Default {
    /// True where the field says nothing.
    fn is_empty(&self) -> bool;

    /// Reads the field; `null` says nothing.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>
    where
        Self: Deserialize<'de>,
    {
        Ok(Option::<Self>::deserialize(deserializer)?.unwrap_or_default())
    }
}

/// What is done to a record from its root to its leaves. A leaf needs neither.
pub trait RecordValue {
    /// What stands in JSON.
    const JSON: JsonForm;

    /// Whether it stands in JSON as a text that is no free text, such as a date.
    const TEXT: bool = false;

    /// Fills every missing element id in this value from `next`.
    fn identify(&mut self, _next: &mut dyn FnMut() -> Uuid) {}

    /// Collects the paths of members that this version does not know. `path` leads here.
    fn unknown(&self, _path: &str, _found: &mut Vec<String>) {}

    /// Collects the members that look like a field and are none. `path` leads here.
    fn misnamed(&self, _path: &str, _found: &mut Vec<Misnamed>) {}
}

impl Field for String {
    fn is_empty(&self) -> bool {
        String::is_empty(self)
    }
}
impl<T> Field for Vec<T> {
    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}
impl<T: RecordValue> Field for Option<T> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }

    /// A form sends an empty text where a date or an id was not filled in.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>
    where
        Self: Deserialize<'de>,
    {
        if !T::TEXT {
            return Self::deserialize(deserializer);
        }
        match Option::<String>::deserialize(deserializer)? {
            Some(text) if !text.trim().is_empty() => {
                Self::deserialize(Value::String(text)).map_err(D::Error::custom)
            }
            _ => Ok(None),
        }
    }
}

impl RecordValue for String {
    const JSON: JsonForm = JsonForm::Text;
}
impl RecordValue for bool {
    const JSON: JsonForm = JsonForm::Bool;
}
impl RecordValue for u64 {
    const JSON: JsonForm = JsonForm::Whole;
}
impl RecordValue for Uuid {
    const JSON: JsonForm = JsonForm::Id;
    const TEXT: bool = true;
}
impl RecordValue for RecordId {
    const JSON: JsonForm = JsonForm::Id;
    const TEXT: bool = true;
}
impl<T: RecordValue> RecordValue for Option<T> {
    const JSON: JsonForm = T::JSON;

    fn identify(&mut self, next: &mut dyn FnMut() -> Uuid) {
        if let Some(inner) = self {
            inner.identify(next);
        }
    }

    fn unknown(&self, path: &str, found: &mut Vec<String>) {
        if let Some(inner) = self {
            inner.unknown(path, found);
        }
    }

    fn misnamed(&self, path: &str, found: &mut Vec<Misnamed>) {
        if let Some(inner) = self {
            inner.misnamed(path, found);
        }
    }
}
impl<T: RecordValue> RecordValue for Vec<T> {
    const JSON: JsonForm = JsonForm::List(&T::JSON);

    fn identify(&mut self, next: &mut dyn FnMut() -> Uuid) {
        for element in self {
            element.identify(next);
        }
    }

    fn unknown(&self, path: &str, found: &mut Vec<String>) {
        for (position, element) in self.iter().enumerate() {
            element.unknown(&format!("{path}[{position}]"), found);
        }
    }

    fn misnamed(&self, path: &str, found: &mut Vec<Misnamed>) {
        for (position, element) in self.iter().enumerate() {
            element.misnamed(&format!("{path}[{position}]"), found);
        }
    }
}

/// The path of a member of the object at `path`.
pub fn member(path: &str, name: &str) -> String {
    // stringify! keeps the mark of a raw name.
    let name = name.strip_prefix("r#").unwrap_or(name);
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// Declares a struct of the domain under the rules of this module, and what the schema knows of it and of each field: see
/// [`super::schema`].
macro_rules! shape {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident = $shape:expr => {
            $( $(#[doc = $field_doc:literal])* pub $field:ident : $type:ty = $def:expr, )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(any(test, feature = "bindings"), derive(ts_rs::TS), ts(export, export_to = "records/"))]
        pub struct $name {
            $(
                $(#[doc = $field_doc])*
                #[serde(
                    default,
                    deserialize_with = "crate::records::shape::Field::read",
                    skip_serializing_if = "crate::records::shape::Field::is_empty"
                )]
                pub $field: $type,
            )*
            /// Members that this version does not know.
            #[serde(flatten)]
            #[cfg_attr(any(test, feature = "bindings"), ts(skip))]
            pub extra: crate::records::shape::Extra,
        }

        impl crate::records::shape::Field for $name {
            fn is_empty(&self) -> bool {
                use crate::records::shape::Field;
                $( Field::is_empty(&self.$field) && )* self.extra.is_empty()
            }
        }

        impl $name {
            /// What the schema knows of it.
            pub const SHAPE: &'static crate::records::schema::ShapeDef = {
                #[allow(unused_imports)]
                use crate::records::schema::*;
                const FIELDS: &[FieldDef] = &[ $(
                    ($def).named(
                        stringify!($field),
                        concat!($($field_doc),*),
                        <$type as crate::records::shape::RecordValue>::JSON,
                    ),
                )* ];
                &($shape).with(concat!($($doc),*), FIELDS)
            };
        }

        impl crate::records::shape::RecordValue for $name {
            const JSON: crate::records::schema::JsonForm =
                crate::records::schema::JsonForm::Object(Self::SHAPE);

            fn identify(&mut self, next: &mut dyn FnMut() -> uuid::Uuid) {
                use crate::records::shape::RecordValue;
                $( RecordValue::identify(&mut self.$field, next); )*
            }

            fn unknown(&self, path: &str, found: &mut Vec<String>) {
                use crate::records::shape::{RecordValue, member};
                $( RecordValue::unknown(&self.$field, &member(path, stringify!($field)), found); )*
                found.extend(self.extra.keys().map(|name| member(path, name)));
            }

            fn misnamed(&self, path: &str, found: &mut Vec<crate::records::names::Misnamed>) {
                use crate::records::shape::{RecordValue, member};
                $( RecordValue::misnamed(&self.$field, &member(path, stringify!($field)), found); )*
                let fields = &[ $( stringify!($field), )* ];
                crate::records::names::find(&self.extra, fields, path, found);
            }
        }

        impl std::fmt::Debug for $name {
            /// Shows the type only: what a record says must not reach a log.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

/// Declares an enum on which rules of the program depend, and which nevertheless keeps a value of
/// a later version: an unknown text becomes `Other` and is written back as it came. An empty text
/// and an absent member are the value after `or`.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident : $ts:literal or $default:expr => {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(any(test, feature = "bindings"), derive(ts_rs::TS), ts(export, export_to = "records/", type = $ts))]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )*
            /// A value that this version does not know.
            Other(crate::records::term::Term),
        }

        impl $name {
            /// Every value that this version knows.
            pub const KNOWN: &[Self] = &[ $( Self::$variant, )* ];

            /// The value as it stands in a record.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $text, )*
                    Self::Other(term) => term.as_str(),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    "" => Self::default(),
                    $( $text => Self::$variant, )*
                    other => Self::Other(other.into()),
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $default
            }
        }

        impl crate::records::shape::Field for $name {
            fn is_empty(&self) -> bool {
                *self == Self::default()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(Self::from(String::deserialize(deserializer)?.as_str()))
            }
        }

        impl crate::records::shape::RecordValue for $name {
            const JSON: crate::records::schema::JsonForm =
                crate::records::schema::JsonForm::Text;
        }
    };
}

pub(crate) use {open_enum, shape};
