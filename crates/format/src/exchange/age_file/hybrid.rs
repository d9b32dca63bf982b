//! The `mlkem768x25519` recipient of age: HPKE (RFC 9180) over X-Wing, so that a bundle which is
//! copied today stays shut when quantum computers come.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::{Zeroize, Zeroizing};

use super::super::ExchangeError;
use super::bech;
use crate::crypto::key::Key;

/// Bytes of a recipient: an ML-KEM-768 and an X25519 public key.
pub const RECIPIENT_LEN: usize = 1_216;
/// Bytes of the encapsulated key in a stanza.
pub(super) const ENCAPSULATED_LEN: usize = 1_120;
/// Bytes of a wrapped file key: the key and its tag.
pub(super) const WRAPPED_LEN: usize = FILE_KEY_BYTES + 16;
/// The type of the stanza.
pub(super) const TAG: &str = "mlkem768x25519";

const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
const RECIPIENT_PREFIX: &str = "age1pq";
const IDENTITY_PREFIX: &str = "age-secret-key-pq-";
/// age's name for stanzas that may only stand beside their like.
const LABEL: &str = "postquantum";

type PublicKey = <XWing as Kem>::PublicKey;
type PrivateKey = <XWing as Kem>::PrivateKey;

/// Somebody whom an envelope can be sealed for.
#[derive(Clone, PartialEq, Eq)]
pub struct HybridRecipient(PublicKey);

impl HybridRecipient {
    /// Takes the 1216 bytes of an X-Wing public key, if they are one.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ExchangeError> {
        PublicKey::from_bytes(bytes)
            .map(Self)
            .map_err(|_| ExchangeError::BadIdentity)
    }

    /// The public key's 1216 bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
    }
}

impl fmt::Display for HybridRecipient {
    /// `age1pq1…`, as any age tool takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bech::encode(RECIPIENT_PREFIX, &self.to_bytes()))
    }
}

impl fmt::Debug for HybridRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HybridRecipient(…)")
    }
}

impl FromStr for HybridRecipient {
    type Err = ExchangeError;

    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        let bytes = bech::decode(RECIPIENT_PREFIX, text).ok_or(ExchangeError::BadIdentity)?;
        Self::from_bytes(&bytes)
    }
}

impl age::Recipient for HybridRecipient {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let (encapsulated, body) = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &self.0,
            INFO,
            file_key.expose_secret(),
            b"",
        )
        .map_err(|error| age::EncryptError::Io(std::io::Error::other(error.to_string())))?;
        let stanza = Stanza {
            tag: TAG.to_owned(),
            args: vec![BASE64_STANDARD_NO_PAD.encode(encapsulated.to_bytes())],
            body,
        };
        Ok((vec![stanza], HashSet::from([LABEL.to_owned()])))
    }
}

/// The secret half: a 32-byte seed.
#[derive(Clone)]
pub struct HybridIdentity(Key);

impl HybridIdentity {
    /// The key pair of a seed of 32 bytes.
    pub fn from_seed(seed: Key) -> Self {
        Self(seed)
    }

    /// What the key is kept as.
    pub fn seed(&self) -> &Key {
        &self.0
    }

    /// The public half.
    pub fn recipient(&self) -> HybridRecipient {
        HybridRecipient(XWing::sk_to_pk(&self.private_key()))
    }

    /// `AGE-SECRET-KEY-PQ-1…`, which opens everything that was ever sealed for this identity.
    pub fn to_secret_text(&self) -> Zeroizing<String> {
        let mut text = bech::encode(IDENTITY_PREFIX, self.0.bytes());
        text.make_ascii_uppercase();
        Zeroizing::new(text)
    }

    fn private_key(&self) -> PrivateKey {
        PrivateKey::from_bytes(self.0.bytes()).expect("a seed has 32 bytes, and any 32 will do")
    }
}

impl fmt::Debug for HybridIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HybridIdentity(…)")
    }
}

impl FromStr for HybridIdentity {
    type Err = ExchangeError;

    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        let bytes = bech::decode(IDENTITY_PREFIX, text).ok_or(ExchangeError::BadIdentity)?;
        let seed =
            <&[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| ExchangeError::BadIdentity)?;
        Ok(Self(Key::from_bytes(seed)))
    }
}

impl age::Identity for HybridIdentity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let encapsulated = match stanza.args.as_slice() {
            [encapsulated] => encapsulated_key(encapsulated),
            _ => None,
        };
        // The length of the body is looked at before anything is tried with it: a longer one could be
        // made to open under several keys.
        let Some(encapsulated) = encapsulated.filter(|_| stanza.body.len() == WRAPPED_LEN) else {
            return Some(Err(age::DecryptError::InvalidHeader));
        };
        let mut plain = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &self.private_key(),
            &encapsulated,
            INFO,
            &stanza.body,
            b"",
        )
        .ok()?;
        let file_key = FileKey::try_init_with_mut(|key| {
            if key.len() != plain.len() {
                return Err(age::DecryptError::InvalidHeader);
            }
            key.copy_from_slice(&plain);
            Ok(())
        });
        plain.zeroize();
        Some(file_key)
    }
}

fn encapsulated_key(text: &str) -> Option<<XWing as Kem>::EncappedKey> {
    let bytes = BASE64_STANDARD_NO_PAD.decode(text).ok()?;
    // The X25519 half stands last. With a low-order point it would add nothing to the shared secret,
    // which then rested on ML-KEM alone. Whatever the scalar, such a point comes out as zero.
    let (_, point) = bytes.split_last_chunk::<32>()?;
    if bytes.len() != ENCAPSULATED_LEN || x25519_dalek::x25519([1; 32], *point) == [0; 32] {
        return None;
    }
    <XWing as Kem>::EncappedKey::from_bytes(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The identity and its recipient that the age specification prints.
    const SPEC_IDENTITY: &str =
        "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR";

    #[test]
    fn the_identity_of_the_specification_gives_its_recipient() {
        let identity: HybridIdentity = SPEC_IDENTITY.parse().unwrap();
        let recipient = identity.recipient();
        let text = recipient.to_string();
        assert!(
            text.starts_with("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzxshfg87pzf5")
        );
        assert!(text.ends_with(
            "0c55zfnegrm9efhxpfqdkmhh6gjtqmwze9pyyzk3tlhl53k2ykx3qheyty7saeq0d3fzv49zc0k"
        ));
        assert_eq!(identity.to_secret_text().as_str(), SPEC_IDENTITY);
        assert!(text.parse::<HybridRecipient>().unwrap() == recipient);
        assert_eq!(recipient.to_bytes().len(), RECIPIENT_LEN);
    }

    #[test]
    fn other_keys_are_no_hybrid_keys() {
        for text in [
            "",
            "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
            "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        ] {
            assert!(text.parse::<HybridRecipient>().is_err());
            assert!(text.parse::<HybridIdentity>().is_err());
        }
        assert!(HybridRecipient::from_bytes(&[0; 1_215]).is_err());
        assert!(HybridRecipient::from_bytes(&[0xff; RECIPIENT_LEN]).is_err());
    }

    #[test]
    fn nothing_secret_is_printed() {
        let identity: HybridIdentity = SPEC_IDENTITY.parse().unwrap();
        assert_eq!(format!("{identity:?}"), "HybridIdentity(…)");
    }
}
