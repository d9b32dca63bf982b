//! Ed25519 (RFC 8032) over a domain and a message; strict verification.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::key::Key;

/// A signing key, kept as its seed.
#[derive(Clone)]
pub(crate) struct SigningSecret(Key);

impl SigningSecret {
    pub(crate) fn from_seed(seed: Key) -> Self {
        Self(seed)
    }

    pub(crate) fn seed(&self) -> &Key {
        &self.0
    }

    pub(crate) fn public(&self) -> [u8; 32] {
        SigningKey::from_bytes(self.0.bytes())
            .verifying_key()
            .to_bytes()
    }

    /// `Ed25519(self, lp(domain) ‖ message)`.
    pub(crate) fn sign(&self, domain: &str, message: &[u8]) -> [u8; 64] {
        self.signer().sign(domain, message)
    }

    /// Set up to sign many messages. It has the key in ordinary memory, and wipes it there when dropped: not to be kept.
    pub(crate) fn signer(&self) -> SecretSigner {
        SecretSigner(SigningKey::from_bytes(self.0.bytes()))
    }
}

/// A signing key at work.
pub(crate) struct SecretSigner(SigningKey);

impl SecretSigner {
    /// `Ed25519(self, lp(domain) ‖ message)`.
    pub(crate) fn sign(&self, domain: &str, message: &[u8]) -> [u8; 64] {
        self.0.sign(&framed(domain, message)).to_bytes()
    }
}

/// A public key, set up to verify many signatures.
#[derive(Clone)]
pub(crate) struct Verifier(VerifyingKey);

impl Verifier {
    /// The public key in these bytes, if they are one.
    pub(crate) fn of(public: &[u8; 32]) -> Option<Self> {
        VerifyingKey::from_bytes(public).ok().map(Self)
    }

    /// Whether `signature` is one by this key over this domain and message.
    pub(crate) fn verify(&self, domain: &str, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0
            .verify_strict(&framed(domain, message), &signature)
            .is_ok()
    }
}

/// Whether `signature` is one by `public` over this domain and message.
pub(crate) fn verify(
    public: &[u8; 32],
    domain: &str,
    message: &[u8],
    signature: &[u8; 64],
) -> bool {
    Verifier::of(public).is_some_and(|key| key.verify(domain, message, signature))
}

fn framed(domain: &str, message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(4 + domain.len() + message.len());
    out.extend_from_slice(&(domain.len() as u32).to_be_bytes());
    out.extend_from_slice(domain.as_bytes());
    out.extend_from_slice(message);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_domain_and_message_only() {
        let secret = SigningSecret::from_seed(Key::from_bytes(&[3; 32]));
        let signature = secret.sign("a", b"bc");
        assert!(verify(&secret.public(), "a", b"bc", &signature));
        assert!(!verify(&secret.public(), "ab", b"c", &signature));
        assert!(!verify(&secret.public(), "a", b"bd", &signature));
        assert!(
            !verify(&[0; 32], "a", b"bc", &signature),
            "a small-order key is no key"
        );
    }
}
