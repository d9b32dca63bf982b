//! Manifests and records of review packages.

use super::{ReviewManifest, ReviewRecord};

/// The text of a manifest, or of a record.
pub(in crate::exchange) fn manifest(bytes: &[u8]) {
    if let Ok(record) = serde_json::from_slice::<ReviewRecord>(bytes) {
        let written = serde_json::to_vec(&record).expect("JSON");
        let again = serde_json::from_slice::<ReviewRecord>(&written);
        assert!(
            again.is_ok_and(|again| again == record),
            "what is written is read"
        );
    }
    let Ok(manifest) = serde_json::from_slice::<ReviewManifest>(bytes) else {
        return;
    };
    let length = bytes.len() as u64;
    if manifest.check(length).is_ok() {
        let written = serde_json::to_vec(&manifest).expect("JSON");
        let again: ReviewManifest =
            serde_json::from_slice(&written).expect("what is written is read");
        assert!(again.check(written.len() as u64).is_ok());
    }
}
