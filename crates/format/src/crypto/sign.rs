//! Ed25519 (RFC 8032) over a domain and a message; verified by the rules of ZIP 215, and by no key of small order.

use std::convert::Infallible;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use ed25519_zebra::{Signature, VerificationKey, batch};
use rand_core::{TryCryptoRng, TryRng};

use super::key::Key;
use super::random::{OsRandom, Random, make_array};

/// A signing key, kept as its seed.
#[derive(Clone)]
pub struct SigningSecret(Key);

impl SigningSecret {
    /// The key pair of a seed of 32 bytes (RFC 8032, 5.1.5).
    pub fn from_seed(seed: Key) -> Self {
        Self(seed)
    }

    /// What the key is kept as.
    pub fn seed(&self) -> &Key {
        &self.0
    }

    /// The public key, as others verify with it.
    pub fn public(&self) -> [u8; 32] {
        SigningKey::from_bytes(self.0.bytes())
            .verifying_key()
            .to_bytes()
    }

    /// `Ed25519(self, lp(domain) ‖ message)`.
    pub fn sign(&self, domain: &str, message: &[u8]) -> [u8; 64] {
        self.signer().sign(domain, message)
    }

    /// Set up to sign many messages. It has the key in ordinary memory, and wipes it there when dropped: not to be kept.
    pub fn signer(&self) -> SecretSigner {
        SecretSigner(SigningKey::from_bytes(self.0.bytes()))
    }
}

/// A signing key at work.
pub struct SecretSigner(SigningKey);

impl SecretSigner {
    /// `Ed25519(self, lp(domain) ‖ message)`.
    pub fn sign(&self, domain: &str, message: &[u8]) -> [u8; 64] {
        self.0.sign(&framed(domain, message)).to_bytes()
    }
}

/// A public key, set up to verify many signatures.
#[derive(Clone)]
pub struct Verifier(VerificationKey);

impl Verifier {
    /// The public key in these bytes, if they are one. Under a key of small order one signature would hold for many
    /// messages: it is none.
    pub fn of(public: &[u8; 32]) -> Option<Self> {
        let is_weak = VerifyingKey::from_bytes(public).ok()?.is_weak();
        let key = VerificationKey::try_from(*public).ok()?;
        (!is_weak).then_some(Self(key))
    }

    /// Whether `signature` is one by this key over this domain and message.
    pub fn verify(&self, domain: &str, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0.verify(&signature, &framed(domain, message)).is_ok()
    }
}

/// Whether `signature` is one by `public` over this domain and message.
pub fn verify(public: &[u8; 32], domain: &str, message: &[u8], signature: &[u8; 64]) -> bool {
    Verifier::of(public).is_some_and(|key| key.verify(domain, message, signature))
}

/// Signatures that are verified together: where they are dozens, in a fraction of the time that each by itself takes.
#[derive(Default)]
pub struct Batch(batch::Verifier);

impl Batch {
    /// Adds what should be a signature by `key` over this domain and message.
    pub fn add(&mut self, key: &Verifier, domain: &str, message: &[u8], signature: &[u8; 64]) {
        let signature = Signature::from_bytes(signature);
        let message = framed(domain, message);
        self.0.queue((key.0.into(), signature, &message));
    }

    /// Whether [`Verifier::verify`] holds for each of them. Which one it does not hold for is not reported.
    pub fn verify(self) -> bool {
        self.0.verify(Factors).is_ok()
    }
}

/// What signatures are multiplied with before they are added up, so that wrong ones cannot make up for one another. Nobody may
/// foresee it, nothing of it is kept, and no answer depends on it: so it is not passed in.
struct Factors;

impl TryRng for Factors {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(make_array(&OsRandom)))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(make_array(&OsRandom)))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        OsRandom.fill(out);
        Ok(())
    }
}

impl TryCryptoRng for Factors {}

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

    fn batch(signed: &[(Verifier, Vec<u8>, [u8; 64])]) -> bool {
        let mut batch = Batch::default();
        for (key, message, signature) in signed {
            batch.add(key, "a", message, signature);
        }
        batch.verify()
    }

    proptest::proptest! {
        #[test]
        fn together_says_what_one_by_one_says(
            seeds in proptest::collection::vec(0_u8..3, 1..80),
            changed in proptest::option::of((0_usize..80, 0_usize..64, 1_u8..)),
        ) {
            let sign = |(at, seed): (usize, &u8)| {
                let secret = SigningSecret::from_seed(Key::from_bytes(&[*seed; 32]));
                let message = vec![at as u8; at];
                let signature = secret.sign("a", &message);
                (Verifier::of(&secret.public()).expect("a key"), message, signature)
            };
            let mut signed: Vec<_> = seeds.iter().enumerate().map(sign).collect();
            if let Some((at, byte, bits)) = changed {
                let at = at % signed.len();
                signed[at].2[byte] ^= bits;
            }
            let one_by_one = signed
                .iter()
                .all(|(key, message, signature)| key.verify("a", message, signature));
            proptest::prop_assert_eq!(batch(&signed), one_by_one);
            proptest::prop_assert_eq!(one_by_one, changed.is_none());
        }
    }

    #[test]
    fn faults_do_not_make_up_for_one_another() {
        let secret = SigningSecret::from_seed(Key::from_bytes(&[3; 32]));
        let key = Verifier::of(&secret.public()).expect("a key");
        let (one, other) = (secret.sign("a", b"one"), secret.sign("a", b"other"));
        let exchanged = [
            (key.clone(), b"one".to_vec(), other),
            (key, b"other".to_vec(), one),
        ];
        assert!(!batch(&exchanged));
        assert!(batch(&[]), "nothing is wrong with none");
    }
}
