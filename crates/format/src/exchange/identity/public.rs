//! What others may know of somebody.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::ExchangeError;
use super::{Fingerprint, IDENTITY};
use crate::crypto::sign;
use crate::exchange::age_file::{HybridRecipient, RECIPIENT_LEN};

pub(super) const PREFIX: &str = "fieldnotes-identity-1:";
pub(super) const LENGTH: usize = 32 + RECIPIENT_LEN + 64;

/// The Ed25519 key that an identity signs with, and by which it is distinguished from others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdentityKey(pub [u8; 32]);

impl IdentityKey {
    /// Whether the identity signed a message of this domain.
    pub fn verifies(&self, domain: &str, message: &[u8], signature: &[u8; 64]) -> bool {
        sign::verify(&self.0, domain, message, signature)
    }
}

impl fmt::Display for IdentityKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for IdentityKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdentityKey({self})")
    }
}

impl FromStr for IdentityKey {
    type Err = ExchangeError;

    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| ExchangeError::BadIdentity)?;
        Ok(Self(bytes))
    }
}

impl Serialize for IdentityKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for IdentityKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Somebody's public keys, bound together by the signing key. That they belong to a certain person only
/// a comparison of fingerprints can show.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicIdentity {
    sign: IdentityKey,
    recipient: HybridRecipient,
    signature: [u8; 64],
}

impl PublicIdentity {
    /// Binds the keys together, if the signature does.
    pub(super) fn new(
        sign: IdentityKey,
        recipient: HybridRecipient,
        signature: [u8; 64],
    ) -> Result<Self, ExchangeError> {
        if !sign.verifies(IDENTITY, &bound(&sign, &recipient), &signature) {
            return Err(ExchangeError::BadIdentity);
        }
        Ok(Self {
            sign,
            recipient,
            signature,
        })
    }

    /// The key that this identity signs with.
    pub fn key(&self) -> IdentityKey {
        self.sign
    }

    /// Whom to seal envelopes for.
    pub fn recipient(&self) -> &HybridRecipient {
        &self.recipient
    }

    /// The digits to compare with the other person's screen.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.sign, &self.recipient)
    }
}

/// The bytes that an identity signs of itself, after the domain.
pub(super) fn bound(sign: &IdentityKey, recipient: &HybridRecipient) -> Vec<u8> {
    [&sign.0[..], &recipient.to_bytes()].concat()
}

impl fmt::Display for PublicIdentity {
    /// The line that is handed to colleagues.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&bound(&self.sign, &self.recipient)[..], &self.signature].concat();
        write!(f, "{PREFIX}{}", BASE64_URL_SAFE_NO_PAD.encode(bytes))
    }
}

impl fmt::Debug for PublicIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicIdentity({})", self.sign)
    }
}

impl FromStr for PublicIdentity {
    type Err = ExchangeError;

    /// Takes the line with any white space around it, and checks that its signature binds the keys.
    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        let letters = text.trim().strip_prefix(PREFIX);
        let bytes = letters
            .and_then(|letters| BASE64_URL_SAFE_NO_PAD.decode(letters).ok())
            .filter(|bytes| bytes.len() == LENGTH)
            .ok_or(ExchangeError::BadIdentity)?;
        let (sign, rest) = bytes
            .split_first_chunk()
            .ok_or(ExchangeError::BadIdentity)?;
        let (recipient, signature) = rest.split_last_chunk().ok_or(ExchangeError::BadIdentity)?;
        Self::new(
            IdentityKey(*sign),
            HybridRecipient::from_bytes(recipient)?,
            *signature,
        )
    }
}

impl Serialize for PublicIdentity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicIdentity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
