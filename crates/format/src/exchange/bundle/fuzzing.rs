//! Manifests, as if their sender had signed them, and entries, as if their devices had.

use serde::Serialize;

use super::super::Way;
use super::Manifest;
use super::entries::Chain;
use crate::exchange::ExchangeError;
use crate::exchange::review;
use crate::vault::log;
use fieldnotes_domain::history::SIGNATURE;

/// The text of a bundle's manifest, or of a review package's.
pub fn manifest(bytes: &[u8]) {
    review::fuzzing::manifest(bytes);
    let Ok(manifest) = serde_json::from_slice::<Manifest>(bytes) else {
        return;
    };
    let length = bytes.len() as u64;
    let own = manifest.sender.fingerprint();
    for way in [Way::Colleagues, Way::Passphrase] {
        let verdict = manifest.check(length, way);
        let _ = manifest.is_for(&own, way);
        if verdict.is_err() {
            continue;
        }
        assert!(manifest.whole(length) >= manifest.sizes(length).sum::<u64>());
        let written = text(&manifest);
        let again: Manifest = serde_json::from_str(&written).expect("what is written is read");
        assert_eq!(text(&again), written, "and says the same");
        let checked = again.check(written.len() as u64, way);
        assert!(checked.is_ok(), "what passed passes again: {checked:?}");
        assert_eq!(again.notices, manifest.notices);
    }
}

fn text(manifest: &impl Serialize) -> String {
    serde_json::to_string(manifest).expect("JSON")
}

/// Entries, each after its length in two bytes. Which signatures hold is not asked.
pub fn entries(bytes: &[u8]) {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while let Some((length, after)) = rest.split_first_chunk() {
        let length = usize::from(u16::from_be_bytes(*length));
        let Some((entry, after)) = after.split_at_checked(length) else {
            break;
        };
        let Ok(entry) = log::read_entry(entry.to_vec(), [0; SIGNATURE]) else {
            break;
        };
        entries.push(entry);
        rest = after;
    }
    let forks = Chain::of(entries.iter()).forks();
    match Chain::of(entries.iter()).check(&forks) {
        Ok(heads) => {
            assert!(
                entries
                    .iter()
                    .all(|one| heads.get(&one.entry.device) >= Some(&one.entry.seq))
            );
        }
        Err(error) => assert!(matches!(error, ExchangeError::DuplicateEntry), "{error}"),
    }
}
