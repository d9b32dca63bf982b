//! Ids that are UUIDs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        #[cfg_attr(
            any(test, feature = "bindings"),
            derive(ts_rs::TS),
            ts(export_to = "ids/", type = "string")
        )]
        pub struct $name(pub Uuid);

        impl $name {
            /// The id of these bytes, in the order in which they are written.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// Its bytes, in the order in which they are written.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The id of a number, for tests.
            pub const fn from_u128(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }

            /// The id whose bytes are all zero, which nothing is given.
            pub const fn nil() -> Self {
                Self(Uuid::nil())
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    };
}

id! {
    /// A record, the same on all laptops.
    RecordId
}
id! {
    /// A draft of a record that was not saved yet.
    DraftId
}
id! {
    /// A bundle, as its manifest names it.
    BundleId
}
id! {
    /// One import of one or several bundles, which can be undone as a whole.
    ImportId
}
id! {
    /// An encrypted file in the vault folder. It says nothing about what is in it.
    FileId
}
id! {
    /// A review package, as its manifest names it.
    PackageId
}
id! {
    /// A vault.
    VaultId
}
