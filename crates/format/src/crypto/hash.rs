//! Hashes and MACs with a domain, so that a value hashed for one purpose never equals another's.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::key::Key;

/// A running `hash(domain, …)` of docs/FORMAT.md section 1.
pub struct DomainHasher(Sha256);

impl DomainHasher {
    /// A hash that is of nothing so far but its domain.
    pub fn new(domain: &str) -> Self {
        let mut inner = Sha256::new();
        inner.update((domain.len() as u32).to_be_bytes());
        inner.update(domain.as_bytes());
        Self(inner)
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all that came.
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// `hash(domain, bytes)` of docs/FORMAT.md section 1.
pub fn domain_hash(domain: &str, bytes: &[u8]) -> [u8; 32] {
    let mut hasher = DomainHasher::new(domain);
    hasher.update(bytes);
    hasher.finish()
}

/// A running plain SHA-256: the name of a file's content to the world outside.
#[derive(Clone, Default)]
pub struct ContentHasher(Sha256);

impl ContentHasher {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all that came.
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Plain SHA-256.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// HMAC-SHA-256 over the parts, joined.
pub fn mac(key: &Key, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key.bytes()).expect("HMAC takes keys of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Whether two values are the same, in time that does not depend on where they differ.
pub fn same(a: &[u8; 32], b: &[u8; 32]) -> bool {
    subtle::ConstantTimeEq::ct_eq(&a[..], &b[..]).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_length_prefixed() {
        assert_ne!(domain_hash("a", b"bc"), domain_hash("ab", b"c"));
        assert_eq!(
            domain_hash("a", b"x"),
            sha256(b"\x00\x00\x00\x01ax"),
            "the construction of docs/FORMAT.md"
        );
    }

    #[test]
    fn mac_is_rfc_4231_case_2_with_a_padded_key() {
        // A key shorter than the block is padded with zeros, so "Jefe" and "Jefe\0…" agree.
        let mut bytes = [0; 32];
        bytes[..4].copy_from_slice(b"Jefe");
        let out = mac(
            &Key::from_bytes(&bytes),
            &[b"what do ya want ", b"for nothing?"],
        );
        assert_eq!(
            hex::encode(out),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
