//! Who signs: people and device logs. docs/FORMAT.md sections 1 and 7.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, Serializable};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha512};

const PREFIX: &str = "fieldnotes-identity-1:";
/// Bytes of the key to seal for, behind the 32 of the key that signs.
const RECIPIENT: usize = 1_216;

/// A length and what it is of.
pub fn lp(text: &str) -> Vec<u8> {
    [&(text.len() as u32).to_be_bytes()[..], text.as_bytes()].concat()
}

/// A hash in a domain.
pub fn hash_in(domain: &str, bytes: &[u8]) -> [u8; 32] {
    let hasher = Sha256::new().chain_update(lp(domain)).chain_update(bytes);
    hasher.finalize().into()
}

/// SHA-256 as it stands in manifests.
pub fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn signature(key: &SigningKey, domain: &str, bytes: &[u8]) -> [u8; 64] {
    key.sign(&[&lp(domain)[..], bytes].concat()).to_bytes()
}

/// The fingerprint of an identity, without spaces.
pub fn fingerprint(line: &str) -> String {
    let bytes = decoded(line);
    let mut hasher = Sha512::new();
    hasher.update(lp("fieldnotes/fingerprint/1"));
    hasher.update(&bytes[..32 + RECIPIENT]);
    let hash = hasher.finalize();
    let group = |five: &[u8]| {
        let number = five
            .iter()
            .fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
        format!("{:05}", number % 100_000)
    };
    hash[..60].chunks(5).map(group).collect()
}

/// The key to seal for, of an identity.
pub fn recipient(line: &str) -> Vec<u8> {
    decoded(line)[32..32 + RECIPIENT].to_vec()
}

fn decoded(line: &str) -> Vec<u8> {
    let encoded = line.trim().strip_prefix(PREFIX).expect("an identity");
    BASE64_URL_SAFE_NO_PAD.decode(encoded).expect("base64")
}

/// A person with all secrets.
#[derive(Clone)]
pub struct Person {
    sign: SigningKey,
    receive: [u8; 32],
    /// Their public identity.
    pub line: String,
}

impl Person {
    /// The one of this seed.
    pub fn of_seed(seed: [u8; 32]) -> Self {
        let sign = SigningKey::from_bytes(&hash_in("test/sign", &seed));
        let receive = hash_in("test/receive", &seed);
        let recipient = XWing::sk_to_pk(&secret(&receive)).to_bytes().to_vec();
        let line = line_of(&sign, &recipient);
        Self {
            sign,
            receive,
            line,
        }
    }

    /// A line of their own that names another's key to seal for.
    pub fn line_with(&self, recipient: &[u8]) -> String {
        line_of(&self.sign, recipient)
    }

    /// The public key that signs.
    pub fn key(&self) -> [u8; 32] {
        self.sign.verifying_key().to_bytes()
    }

    /// A signature in a domain.
    pub fn sign(&self, domain: &str, bytes: &[u8]) -> [u8; 64] {
        signature(&self.sign, domain, bytes)
    }

    /// The secret that opens what is sealed for them.
    pub fn opens(&self) -> <XWing as Kem>::PrivateKey {
        secret(&self.receive)
    }

    /// That a log is theirs, signed by both.
    pub fn certificate(&self, device: &Device) -> Value {
        let both = [self.key(), device.id()].concat();
        json!({
            "identity": hex::encode(self.key()),
            "device": hex::encode(device.id()),
            "signature": hex::encode(self.sign("fieldnotes/device/1", &both)),
            "proof": hex::encode(device.sign("fieldnotes/device-proof/1", &both)),
        })
    }

    /// That another's log is theirs: the proof is of a device that they do have.
    pub fn false_certificate(&self, of: &[u8; 32], by: &Device) -> Value {
        let both = [self.key(), *of].concat();
        let mut certificate = self.certificate(by);
        certificate["device"] = json!(hex::encode(of));
        certificate["signature"] = json!(hex::encode(self.sign("fieldnotes/device/1", &both)));
        let proof = by.sign("fieldnotes/device-proof/1", &both);
        certificate["proof"] = json!(hex::encode(proof));
        certificate
    }
}

fn secret(seed: &[u8; 32]) -> <XWing as Kem>::PrivateKey {
    <XWing as Kem>::PrivateKey::from_bytes(seed).expect("any 32 bytes will do")
}

fn line_of(sign: &SigningKey, recipient: &[u8]) -> String {
    let mut bytes = [&sign.verifying_key().to_bytes()[..], recipient].concat();
    let signed = signature(sign, "fieldnotes/identity/1", &bytes);
    bytes.extend_from_slice(&signed);
    format!("{PREFIX}{}", BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

/// The secret of a device log.
#[derive(Clone)]
pub struct Device(SigningKey);

impl Device {
    /// The one of this seed.
    pub fn of_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&hash_in("test/device", &seed)))
    }

    /// Its public key.
    pub fn id(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// A signature in a domain.
    pub fn sign(&self, domain: &str, bytes: &[u8]) -> [u8; 64] {
        signature(&self.0, domain, bytes)
    }
}
