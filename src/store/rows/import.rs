//! What one bundle of one import brought, so that the import can be undone. docs/FORMAT.md section 4.3.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roaring::RoaringTreemap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::history::DeviceId;

/// What came with a bundle. It stands in the bundle's row, and stays small: a log that came whole is one run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Journal {
    /// The import; several bundles may come in one.
    pub(crate) import: Uuid,
    /// The vault's count of transactions when it came, so that it is known which import was the later one.
    pub(crate) number: u64,
    /// The 60 digits of its sender's fingerprint.
    pub(crate) fingerprint: String,
    /// When the bundle was made, by its sender's clock (milliseconds since 1970).
    pub(crate) created: i64,
    /// Something of the bundle was left out by choice, and is not here.
    #[serde(default)]
    pub(crate) partial: bool,
    /// Records that changed.
    pub(crate) records: u64,
    /// Revisions that were not held before.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub(crate) brought: Places,
    /// Revisions that were.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub(crate) known: Places,
    /// Revisions that were held without the body that came.
    #[serde(default, skip_serializing_if = "Places::is_empty")]
    pub(crate) completed: Places,
    /// How many revisions were made from those that were completed, when the import was over.
    #[serde(default)]
    pub(crate) followed: u64,
    /// Contents of attachments that were not held before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) files: Vec<Sha256>,
    /// Devices of colleagues that were not known before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) devices: Vec<DeviceId>,
}

impl Journal {
    /// Whether anything is here now that was not before.
    pub(crate) fn brought_nothing(&self) -> bool {
        self.brought.is_empty()
            && self.completed.is_empty()
            && self.files.is_empty()
            && self.devices.is_empty()
    }
}

/// The hash of a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Sha256(#[serde(with = "hex::serde")] pub(crate) [u8; 32]);

/// Places of device logs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Places(BTreeMap<DeviceId, RoaringTreemap>);

impl Places {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn insert(&mut self, device: DeviceId, seq: u64) {
        self.0.entry(device).or_default().insert(seq);
    }

    pub(crate) fn add(&mut self, others: &Self) {
        for (device, set) in &others.0 {
            *self.0.entry(*device).or_default() |= set;
        }
    }

    pub(crate) fn meets(&self, others: &Self) -> bool {
        self.0.iter().any(|(device, set)| {
            let other = others.0.get(device);
            other.is_some_and(|other| !set.is_disjoint(other))
        })
    }

    /// All places, log by log, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (DeviceId, u64)> + '_ {
        let logs = self.0.iter();
        logs.flat_map(|(device, set)| set.iter().map(move |seq| (*device, seq)))
    }

    pub(crate) fn devices(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.0.keys().copied()
    }
}

impl Serialize for Places {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let texts: BTreeMap<&DeviceId, String> = self
            .0
            .iter()
            .map(|(device, set)| {
                let mut small = set.clone();
                small.optimize();
                let mut bytes = Vec::with_capacity(small.serialized_size());
                small.serialize_into(&mut bytes)?;
                Ok((device, STANDARD.encode(bytes)))
            })
            .collect::<std::io::Result<_>>()
            .map_err(serde::ser::Error::custom)?;
        texts.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Places {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let malformed = || serde::de::Error::custom("not a set of places");
        let texts = BTreeMap::<DeviceId, String>::deserialize(deserializer)?;
        let sets = texts.into_iter().map(|(device, text)| {
            let bytes = STANDARD.decode(text).map_err(|_| malformed())?;
            let set = RoaringTreemap::deserialize_from(&bytes[..]).map_err(|_| malformed())?;
            Ok((device, set))
        });
        Ok(Self(sets.collect::<Result<_, D::Error>>()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_thousand_places_in_a_row_are_a_few_bytes() {
        let mut places = Places::default();
        for seq in 1..=100_000 {
            places.insert(DeviceId([1; 32]), seq);
        }
        places.insert(DeviceId([2; 32]), u64::MAX);
        let text = serde_json::to_string(&places).expect("JSON");
        assert!(text.len() < 400, "{}", text.len());
        let back: Places = serde_json::from_str(&text).expect("places");
        assert_eq!((&back, back.iter().count()), (&places, 100_001));
        let mut other = Places::default();
        assert!(!places.meets(&other));
        other.insert(DeviceId([1; 32]), 100_001);
        assert!(!places.meets(&other));
        other.insert(DeviceId([1; 32]), 70_000);
        assert!(places.meets(&other) && other.meets(&places));
    }
}
