//! What a manifest says in maps, sets and lists, read within bounds. Only here: what is in the vault's own rows has passed, and
//! is read again whatever came of it when it was united with other things.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use fieldnotes_domain::history::{DeviceId, Numbers, Places};

/// The longest text of one set. As runs, gaps at random in six million places.
pub const MAX_SET: usize = 1 << 20;
/// All sets of a manifest together.
pub const MAX_SETS: usize = 4 << 20;
/// Device logs that a manifest names in one of its members. Not in `heads`, which are those of the entries and end with the
/// manifest itself: who was sent many logs must be able to pass them on.
pub const MAX_LOGS: usize = 1 << 16;
/// Of these as many as are named here, so that there is space for the rest; and certificates of a manifest.
pub const NAMED_LOGS: usize = 1 << 12;
/// Revisions by which records may go no further.
pub const MAX_WITHDRAWN: usize = 20_000;

/// A map in which no name stands twice: of two values a reader would have to choose one.
pub(super) fn map<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    struct Distinct<K, V>(PhantomData<(K, V)>);
    impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Distinct<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object whose names differ")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = BTreeMap::new();
            while let Some((name, value)) = map.next_entry()? {
                if all.insert(name, value).is_some() {
                    return Err(A::Error::custom("a name stands twice"));
                }
            }
            Ok(all)
        }
    }
    deserializer.deserialize_map(Distinct(PhantomData))
}

/// What is read from an object alone. A list of its members' values would do for serde, and for no other reader.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Only<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Only<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(Only(PhantomData)).map(Self)
    }
}

/// An object.
pub(super) fn object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Object::deserialize(deserializer).map(|object| object.0)
}

/// An object that may be left out, and is not nothing where it is there.
pub(super) fn some_object<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    object(deserializer).map(Some)
}

/// A list of objects.
pub(super) fn objects<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let all = Vec::<Object<T>>::deserialize(deserializer)?;
    Ok(all.into_iter().map(|object| object.0).collect())
}

/// A set of numbers that somebody else wrote.
struct Bounded(Numbers);

impl<'de> Deserialize<'de> for Bounded {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        if text.len() > MAX_SET {
            return Err(D::Error::custom("a set of numbers is too large"));
        }
        let numbers = Numbers::of_text(&text).filter(|numbers| !numbers.is_empty());
        numbers
            .map(Self)
            .ok_or_else(|| D::Error::custom("not a set of numbers"))
    }
}

/// Sets of numbers, each under its own name.
pub(super) fn sets<'de, D, K>(deserializer: D) -> Result<BTreeMap<K, Numbers>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
{
    let all: BTreeMap<K, Bounded> = map(deserializer)?;
    Ok(all.into_iter().map(|(name, set)| (name, set.0)).collect())
}

/// Places in device logs.
pub(super) fn places<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Places, D::Error> {
    let all: BTreeMap<DeviceId, Numbers> = sets(deserializer)?;
    Ok(all.into_iter().collect())
}
