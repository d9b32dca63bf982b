//! How the structs of the domain are declared.
//!
//! Every field obeys the same four rules, so they are written once: an absent member and `null`
//! read as empty, an empty field is left out on writing, members that this version does not know
//! are kept, and `Debug` shows nothing of what the user wrote.

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};
use uuid::Uuid;

/// Members that this version does not know, in the order in which they stood.
pub type Extra = Map<String, Value>;

/// Whether a field says nothing and is left out on writing.
pub(crate) trait Empty {
    /// True where the field says nothing.
    fn is_empty(&self) -> bool;
}

/// Gives the elements of editable lists their ids.
pub(crate) trait Identify {
    /// Fills every missing element id below this value from `next`.
    fn identify(&mut self, _next: &mut dyn FnMut() -> Uuid) {}
}

impl Empty for String {
    fn is_empty(&self) -> bool {
        String::is_empty(self)
    }
}
impl<T> Empty for Vec<T> {
    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}
impl<T> Empty for Option<T> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }
}
impl Empty for Extra {
    fn is_empty(&self) -> bool {
        Map::is_empty(self)
    }
}

impl Identify for String {}
impl Identify for bool {}
impl Identify for u64 {}
impl Identify for Number {}
impl Identify for Uuid {}
impl Identify for Extra {}
impl<T: Identify> Identify for Option<T> {
    fn identify(&mut self, next: &mut dyn FnMut() -> Uuid) {
        if let Some(inner) = self {
            inner.identify(next);
        }
    }
}
impl<T: Identify> Identify for Vec<T> {
    fn identify(&mut self, next: &mut dyn FnMut() -> Uuid) {
        for element in self {
            element.identify(next);
        }
    }
}

/// Reads `null` as an empty field: both say that nothing is known.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// Declares a struct of the domain under the rules of this module.
macro_rules! shape {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident : $type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "records/"))]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(
                    default,
                    deserialize_with = "crate::records::shape::or_default",
                    skip_serializing_if = "crate::records::shape::Empty::is_empty"
                )]
                pub $field: $type,
            )*
            /// Members that this version does not know.
            #[serde(flatten)]
            #[cfg_attr(test, ts(skip))]
            pub extra: crate::records::shape::Extra,
        }

        impl crate::records::shape::Empty for $name {
            fn is_empty(&self) -> bool {
                use crate::records::shape::Empty;
                $( Empty::is_empty(&self.$field) && )* Empty::is_empty(&self.extra)
            }
        }

        impl crate::records::shape::Identify for $name {
            fn identify(&mut self, next: &mut dyn FnMut() -> uuid::Uuid) {
                $( crate::records::shape::Identify::identify(&mut self.$field, next); )*
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
/// a later version: an unknown text becomes `Other` and is written back as it came.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident : $ts:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "records/", type = $ts))]
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
                    $( $text => Self::$variant, )*
                    other => Self::Other(other.into()),
                }
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

        impl crate::records::shape::Identify for $name {}
    };
}

pub(crate) use {open_enum, shape};
