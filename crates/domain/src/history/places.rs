//! Sets of places in device logs, gaps and all: docs/FORMAT.md section 8.1.1.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roaring::RoaringTreemap;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::DeviceId;

/// A set of numbers, small where it is mostly runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers(pub RoaringTreemap);

impl Numbers {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Numbers {
    /// Bytes of the set as it is written, in base64.
    pub fn text_len(&self) -> usize {
        let mut runs = self.0.clone();
        runs.optimize();
        runs.serialized_size().div_ceil(3) * 4
    }

    /// Reads a set that is written in base64. There is no limit here: whoever reads what others wrote sets one.
    pub fn of_text(text: &str) -> Option<Self> {
        let bytes = STANDARD.decode(text).ok()?;
        let mut rest = &bytes[..];
        let numbers = RoaringTreemap::deserialize_from(&mut rest).ok()?;
        rest.is_empty().then_some(Self(numbers))
    }
}

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut runs = self.0.clone();
        runs.optimize();
        let mut bytes = Vec::with_capacity(runs.serialized_size());
        runs.serialize_into(&mut bytes)
            .map_err(serde::ser::Error::custom)?;
        serializer.serialize_str(&STANDARD.encode(bytes))
    }
}

/// As the vault's own rows are read: without a limit, so that whatever was written is read again.
impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::of_text(&text).ok_or_else(|| D::Error::custom("not a set of numbers"))
    }
}

/// Places in device logs. No log stands in it without a place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Places {
    logs: BTreeMap<DeviceId, Numbers>,
}

impl Places {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.logs.values().all(Numbers::is_empty)
    }

    /// Of how many logs a place is there.
    pub fn log_count(&self) -> usize {
        self.logs.len()
    }

    /// Bytes of its sets as they are written, in base64.
    pub fn text_len(&self) -> usize {
        self.logs.values().map(Numbers::text_len).sum()
    }

    /// How many there are.
    pub fn len(&self) -> u64 {
        self.logs.values().map(|Numbers(log)| log.len()).sum()
    }

    /// Adds a place.
    pub fn insert(&mut self, device: DeviceId, seq: u64) {
        self.logs.entry(device).or_default().0.insert(seq);
    }

    /// Takes a place out.
    pub fn remove(&mut self, device: &DeviceId, seq: u64) {
        self.change(device, |log| {
            log.remove(seq);
        });
    }

    /// Whether a place is there.
    pub fn contains(&self, device: &DeviceId, seq: u64) -> bool {
        self.log(device).is_some_and(|log| log.contains(seq))
    }

    /// What is there of one log.
    pub fn log(&self, device: &DeviceId) -> Option<&RoaringTreemap> {
        self.logs
            .get(device)
            .map(|Numbers(log)| log)
            .filter(|log| !log.is_empty())
    }

    /// The logs of which a place is there, ascending.
    pub fn logs(&self) -> impl Iterator<Item = (&DeviceId, &RoaringTreemap)> {
        self.logs
            .iter()
            .map(|(device, Numbers(log))| (device, log))
            .filter(|(_, log)| !log.is_empty())
    }

    /// Puts places of one log in the place of what was there of it.
    pub fn set_log(&mut self, device: DeviceId, places: RoaringTreemap) {
        if places.is_empty() {
            self.logs.remove(&device);
        } else {
            self.logs.insert(device, Numbers(places));
        }
    }

    /// Takes a whole log out.
    pub fn remove_log(&mut self, device: &DeviceId) {
        self.logs.remove(device);
    }

    /// Adds all places of another set.
    pub fn add_all(&mut self, other: &Self) {
        for (device, places) in other.logs() {
            self.logs.entry(*device).or_default().0 |= places;
        }
    }

    /// Takes all places of another set out.
    pub fn remove_all(&mut self, other: &Self) {
        for (device, places) in other.logs() {
            self.change(device, |log| *log -= places);
        }
    }

    /// Keeps only places that stand in another set, too.
    pub fn keep_common(&mut self, other: &Self) {
        self.logs.retain(|device, Numbers(log)| {
            match other.log(device) {
                Some(there) => *log &= there,
                None => log.clear(),
            }
            !log.is_empty()
        });
    }

    /// Whether a place stands in both.
    pub fn meets(&self, other: &Self) -> bool {
        self.logs().any(|(device, log)| {
            let there = other.log(device);
            there.is_some_and(|there| !log.is_disjoint(there))
        })
    }

    /// All places, by log, ascending. For small sets: others may hold more numbers than there are revisions anywhere.
    pub fn iter(&self) -> impl Iterator<Item = (DeviceId, u64)> + '_ {
        self.logs()
            .flat_map(|(device, log)| log.iter().map(|seq| (*device, seq)))
    }

    fn change(&mut self, device: &DeviceId, change: impl FnOnce(&mut RoaringTreemap)) {
        if let Some(Numbers(log)) = self.logs.get_mut(device) {
            change(log);
            if log.is_empty() {
                self.logs.remove(device);
            }
        }
    }
}

impl Extend<(DeviceId, u64)> for Places {
    fn extend<T: IntoIterator<Item = (DeviceId, u64)>>(&mut self, places: T) {
        for (device, seq) in places {
            self.insert(device, seq);
        }
    }
}

impl FromIterator<(DeviceId, Numbers)> for Places {
    fn from_iter<T: IntoIterator<Item = (DeviceId, Numbers)>>(logs: T) -> Self {
        let logs = logs.into_iter().filter(|(_, log)| !log.is_empty());
        Self {
            logs: logs.collect(),
        }
    }
}

impl FromIterator<(DeviceId, u64)> for Places {
    fn from_iter<T: IntoIterator<Item = (DeviceId, u64)>>(places: T) -> Self {
        let mut all = Self::default();
        all.extend(places);
        all
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn any_places() -> impl Strategy<Value = BTreeSet<(u8, u64)>> {
        let near = (0_u8..3, 1_u64..50);
        let far = (0_u8..3, any::<u64>());
        proptest::collection::btree_set(prop_oneof![near, far], 0..60)
    }

    fn made(of: &BTreeSet<(u8, u64)>) -> Places {
        of.iter()
            .map(|(device, seq)| (DeviceId([*device; 32]), *seq))
            .collect()
    }

    proptest! {
        #[test]
        fn they_are_sets_and_survive_their_text(a in any_places(), b in any_places()) {
            let (left, right) = (made(&a), made(&b));
            prop_assert_eq!(left.len(), a.len() as u64);
            let text = serde_json::to_string(&left).expect("JSON");
            prop_assert_eq!(&serde_json::from_str::<Places>(&text).expect("read"), &left);
            let mut all = left.clone();
            all.add_all(&right);
            prop_assert_eq!(all, made(&(&a | &b)));
            let mut rest = left.clone();
            rest.remove_all(&right);
            prop_assert_eq!(rest, made(&(&a - &b)));
            let mut common = left;
            common.keep_common(&right);
            prop_assert_eq!(common, made(&(&a & &b)));
        }

        #[test]
        fn no_text_panics(bytes: Vec<u8>) {
            let text = serde_json::to_string(&STANDARD.encode(bytes)).expect("JSON");
            let _ = serde_json::from_str::<Numbers>(&text);
        }
    }

    #[test]
    fn a_long_log_without_gaps_is_a_short_text() {
        let places: Places = (1..=100_000).map(|seq| (DeviceId([1; 32]), seq)).collect();
        let text = serde_json::to_string(&places).expect("JSON");
        assert!(text.len() < 150, "{}", text.len());
    }

    #[test]
    fn a_hundred_thousand_places_in_a_row_are_a_few_bytes() {
        let mut places: Places = (1..=100_000).map(|seq| (DeviceId([1; 32]), seq)).collect();
        places.insert(DeviceId([2; 32]), u64::MAX);
        let text = serde_json::to_string(&places).expect("JSON");
        assert!(text.len() < 400, "{}", text.len());
        let back: Places = serde_json::from_str(&text).expect("places");
        assert_eq!((&back, back.len()), (&places, 100_001));
        let mut other = Places::default();
        assert!(!places.meets(&other));
        other.insert(DeviceId([1; 32]), 100_001);
        assert!(!places.meets(&other));
        other.insert(DeviceId([1; 32]), 70_000);
        assert!(places.meets(&other) && other.meets(&places));
    }
}
