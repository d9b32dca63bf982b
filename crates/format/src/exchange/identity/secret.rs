//! What only the owner of an identity has.

use std::fmt;

use zeroize::Zeroizing;

use super::super::ExchangeError;
use super::public::bound;
use super::{Fingerprint, IDENTITY, IdentityKey, PublicIdentity};
use crate::crypto::key::Key;
use crate::crypto::random::Random;
use crate::crypto::sign::SigningSecret;
use crate::exchange::age_file::HybridIdentity;

/// An identity with its secrets: two seeds in locked memory, wiped when dropped.
#[derive(Clone)]
pub struct SecretIdentity {
    sign: SigningSecret,
    receive: HybridIdentity,
    public: PublicIdentity,
}

impl SecretIdentity {
    /// A new identity.
    pub fn make(random: &dyn Random) -> Result<Self, ExchangeError> {
        Self::of(Key::make(random), Key::make(random))
    }

    /// The identity of these two seeds, Ed25519 and X-Wing; the caller wipes its own copies.
    pub fn from_seed_bytes(sign: &[u8; 32], receive: &[u8; 32]) -> Result<Self, ExchangeError> {
        Self::of(Key::from_bytes(sign), Key::from_bytes(receive))
    }

    fn of(sign: Key, receive: Key) -> Result<Self, ExchangeError> {
        let sign = SigningSecret::from_seed(sign);
        let receive = HybridIdentity::from_seed(receive);
        let key = IdentityKey(sign.public());
        let recipient = receive.recipient();
        let signature = sign.sign(IDENTITY, &bound(&key, &recipient));
        let public = PublicIdentity::new(key, recipient, signature)?;
        Ok(Self {
            sign,
            receive,
            public,
        })
    }

    /// The seeds, to be sealed into the vault: Ed25519 and X-Wing.
    pub fn seed_bytes(&self) -> (Zeroizing<[u8; 32]>, Zeroizing<[u8; 32]>) {
        (self.sign.seed().to_bytes(), self.receive.seed().to_bytes())
    }

    /// What others may know.
    pub fn public(&self) -> &PublicIdentity {
        &self.public
    }

    /// The fingerprint of the public half.
    pub fn fingerprint(&self) -> Fingerprint {
        self.public.fingerprint()
    }

    /// Opens what was sealed for this identity.
    pub fn receive(&self) -> &HybridIdentity {
        &self.receive
    }

    /// Signs a message of this domain.
    pub fn sign(&self, domain: &str, message: &[u8]) -> [u8; 64] {
        self.sign.sign(domain, message)
    }
}

impl fmt::Debug for SecretIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretIdentity({}, …)", self.public.key())
    }
}

#[cfg(test)]
pub mod tests {
    use proptest::prelude::*;

    use super::*;

    /// An identity that is the same in every run.
    pub fn fixed(seed: u8) -> SecretIdentity {
        SecretIdentity::from_seed_bytes(&[seed; 32], &[seed.wrapping_add(100); 32]).unwrap()
    }

    #[test]
    fn the_line_is_read_with_white_space_around_it() {
        let public = fixed(1).public().clone();
        let line = public.to_string();
        assert_eq!(line.len(), "fieldnotes-identity-1:".len() + 1_750);
        assert!(!line.contains(char::is_whitespace));
        let read: PublicIdentity = format!("\r\n  {line}\n").parse().unwrap();
        assert!(read == public);
        assert_eq!(read.fingerprint(), fixed(1).fingerprint());
    }

    #[test]
    fn the_form_is_frozen() {
        let identity = fixed(1);
        let hash = crate::crypto::hash::sha256(identity.public().to_string().as_bytes());
        assert_eq!(
            (
                hex::encode(hash).as_str(),
                identity.fingerprint().to_string().as_str()
            ),
            (
                "a40971fbfb93a4bf044b885dd74cc2df8255695d7c83e3ce2f5353f5e6ddbfdd",
                "82158 05515 13536 90626 18441 09928 72503 65792 03352 66080 15323 05347"
            )
        );
    }

    #[test]
    fn seeds_give_the_identity_back() {
        let made = SecretIdentity::make(&crate::random::OsRandom).unwrap();
        let (sign, receive) = made.seed_bytes();
        let again = SecretIdentity::from_seed_bytes(&sign, &receive).unwrap();
        assert!(again.public() == made.public());
        assert!(made.public() != fixed(1).public());
    }

    #[test]
    fn keys_of_two_people_do_not_join() {
        let (one, two) = (fixed(1), fixed(2));
        let (a, b) = (one.public().clone(), two.public().clone());
        assert_ne!(a.fingerprint(), b.fingerprint());
        let signature = one.sign(IDENTITY, &bound(&a.key(), a.recipient()));
        assert!(PublicIdentity::new(a.key(), a.recipient().clone(), signature).is_ok());
        assert!(PublicIdentity::new(a.key(), b.recipient().clone(), signature).is_err());
        assert!(PublicIdentity::new(b.key(), a.recipient().clone(), signature).is_err());
    }

    #[test]
    fn nothing_secret_is_printed() {
        let identity = fixed(1);
        let shown = format!("{identity:?} {:?}", identity.receive());
        assert!(!shown.contains(&hex::encode([1; 32])) && !shown.contains("AGE-SECRET"));
    }

    proptest! {
        #[test]
        fn a_changed_line_is_refused(at in 0..1_772_usize, to in "[A-Za-z0-9_-]") {
            let line = fixed(1).public().to_string();
            let mut changed = line.clone();
            changed.replace_range(at..=at, &to);
            prop_assert_eq!(changed.parse::<PublicIdentity>().is_ok(), changed == line);
        }
    }
}
