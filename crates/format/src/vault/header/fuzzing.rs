//! Headers whose checksum is right: a MAC is looked at only after a key was derived, so all of this is read before.

use super::{CHECKSUM, Header};
use crate::crypto::hash::domain_hash;
use crate::crypto::key::Key;
use crate::vault::slot::SlotSecret;

/// A header without its checksum.
pub fn header(bytes: &[u8]) {
    // As it lies there, where the checksum is hardly ever right.
    let _ = Header::decode(bytes);
    let whole = [bytes, &domain_hash(CHECKSUM, bytes)].concat();
    let Ok(header) = Header::decode(&whole) else {
        return;
    };
    assert_eq!(header.bytes, whole);
    assert!(header.slots.iter().all(|slot| slot.is_bearable()));
    let key = Key::from_bytes(&[7; 32]);
    let written = header.encode(&key);
    let mac = written.len().saturating_sub(64);
    assert_eq!(written.get(..mac), whole.get(..mac), "it has one spelling");
    let again = Header::decode(&written).expect("what is written is read");
    assert_eq!(
        (again.slots, again.vault),
        (header.slots.clone(), header.vault)
    );
    let opened = header.open(&SlotSecret::Recovery(key));
    assert!(
        opened.is_err(),
        "a key that was drawn for nobody opens nothing"
    );
}
