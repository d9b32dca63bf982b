//! Somebody who knows the format and has keys of their own: signed bundles with anything in them. Written from
//! docs/FORMAT.md, sections 6 to 8.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Keys of a person and of a device.
pub struct Forger {
    identity: SigningKey,
    device: SigningKey,
    line: String,
}

/// What goes into a bundle; every part can be made wrong before it is signed.
pub struct Parts {
    pub manifest: Value,
    pub entries: Vec<u8>,
    pub bodies: Vec<u8>,
    pub files: Vec<(String, Vec<u8>)>,
}

fn lp(text: &str) -> Vec<u8> {
    [&(text.len() as u32).to_be_bytes()[..], text.as_bytes()].concat()
}

fn domain_hash(domain: &str, bytes: &[u8]) -> [u8; 32] {
    Sha256::new()
        .chain_update(lp(domain))
        .chain_update(bytes)
        .finalize()
        .into()
}

fn signed(key: &SigningKey, domain: &str, bytes: &[u8]) -> [u8; 64] {
    key.sign(&[&lp(domain)[..], bytes].concat()).to_bytes()
}

/// SHA-256 as it stands in manifests.
pub fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

impl Forger {
    /// Keys of their own; the key to receive with is taken from a real identity, since it must be one.
    pub fn new(real_line: &str) -> Self {
        let (identity, device) = (
            SigningKey::from_bytes(&[1; 32]),
            SigningKey::from_bytes(&[2; 32]),
        );
        let (prefix, encoded) = real_line.trim().split_once(':').expect("an identity line");
        let real = BASE64_URL_SAFE_NO_PAD.decode(encoded).expect("base64");
        let mut bytes = identity.verifying_key().to_bytes().to_vec();
        bytes.extend_from_slice(&real[32..32 + 1216]);
        let signature = signed(&identity, "fieldnotes/identity/1", &bytes);
        bytes.extend_from_slice(&signature);
        let line = format!("{prefix}:{}", BASE64_URL_SAFE_NO_PAD.encode(bytes));
        Self {
            identity,
            device,
            line,
        }
    }

    /// An entry with its signature and length, as it stands in `entries.bin`; and its hash.
    pub fn entry(&self, seq: u64, backlink: [u8; 32], body: &[u8]) -> (Vec<u8>, [u8; 32]) {
        let mut entry = vec![1];
        entry.extend_from_slice(&self.device.verifying_key().to_bytes());
        entry.extend_from_slice(&seq.to_be_bytes());
        entry.extend_from_slice(&backlink);
        let mut record = [seq as u8; 16];
        (record[6], record[8]) = (0x40, 0x80);
        entry.extend_from_slice(&record);
        entry.push(0);
        entry.push(6);
        entry.extend_from_slice(b"note/1");
        entry.extend_from_slice(&domain_hash("fieldnotes/body/1", body));
        entry.extend_from_slice(&0_i64.to_be_bytes());
        let signature = signed(&self.device, "fieldnotes/entry/1", &entry);
        let hash = domain_hash("fieldnotes/entry/1", &entry);
        let mut bytes = (entry.len() as u16).to_be_bytes().to_vec();
        bytes.extend_from_slice(&entry);
        bytes.extend_from_slice(&signature);
        (bytes, hash)
    }

    /// An honest bundle of these bodies, one revision of one record each.
    pub fn parts(&self, bodies: &[Vec<u8>]) -> Parts {
        let mut entries = Vec::new();
        let mut backlink = [0; 32];
        for (at, body) in bodies.iter().enumerate() {
            let (bytes, hash) = self.entry(at as u64 + 1, backlink, body);
            entries.extend_from_slice(&bytes);
            backlink = hash;
        }
        // Each as it is, behind its length.
        let packed = bodies.iter().flat_map(|body| {
            let length = (body.len() as u32 + 1).to_be_bytes();
            [&length[..], &[0], body].concat()
        });
        let packed: Vec<u8> = packed.collect();
        let mut parts = Parts {
            manifest: Value::Null,
            entries,
            bodies: packed,
            files: Vec::new(),
        };
        parts.manifest = json!({
            "format": "fieldnotes-bundle/1",
            "bundle": "5a0f8d5e-1111-4222-8333-444444444444",
            "sender": self.line,
            "recipients": [],
            "created": 0,
            "base": {},
            "heads": {hex::encode(self.device.verifying_key().to_bytes()): bodies.len()},
            "devices": [],
            "entries": {"count": bodies.len(), "bytes": 0, "sha256": ""},
            "bodies": {"count": bodies.len(), "bytes": 0, "missing": []},
            "files": [],
        });
        parts.announce();
        parts
    }

    /// The members of a bundle, the manifest signed as it stands.
    pub fn sign(&self, parts: &Parts) -> Vec<(String, Vec<u8>)> {
        let manifest = parts.manifest.to_string().into_bytes();
        let signature = signed(&self.identity, "fieldnotes/bundle/1", &manifest).to_vec();
        let mut members = vec![
            ("manifest.json".to_owned(), manifest),
            ("manifest.sig".to_owned(), signature),
            ("entries.bin".to_owned(), parts.entries.clone()),
            ("bodies.bin".to_owned(), parts.bodies.clone()),
        ];
        members.extend(parts.files.iter().cloned());
        members
    }
}

impl Parts {
    /// Puts the lengths and the hash of entries and bodies into the manifest.
    pub fn announce(&mut self) {
        self.manifest["entries"]["bytes"] = json!(self.entries.len());
        self.manifest["entries"]["sha256"] = json!(sha256(&self.entries));
        self.manifest["bodies"]["bytes"] = json!(self.bodies.len());
    }
}
