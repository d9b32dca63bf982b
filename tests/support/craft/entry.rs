//! Entries and bodies: docs/FORMAT.md section 6. Every field may be anything.

use super::keys::{Device, hash_in};

/// A log entry, as its fields. Nothing is checked.
#[derive(Clone)]
pub struct Entry {
    pub version: u8,
    pub device: [u8; 32],
    pub seq: u64,
    pub backlink: [u8; 32],
    pub record: [u8; 16],
    pub parents: Vec<[u8; 32]>,
    pub schema: Vec<u8>,
    pub body_hash: [u8; 32],
    pub time: i64,
    /// What stands behind it, where nothing may.
    pub tail: Vec<u8>,
}

/// An entry with its signature.
#[derive(Clone)]
pub struct Signed {
    pub bytes: Vec<u8>,
    pub signature: [u8; 64],
}

impl Entry {
    /// As it is hashed and signed.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = vec![self.version];
        out.extend_from_slice(&self.device);
        out.extend_from_slice(&self.seq.to_be_bytes());
        out.extend_from_slice(&self.backlink);
        out.extend_from_slice(&self.record);
        out.push(self.parents.len() as u8);
        self.parents
            .iter()
            .for_each(|parent| out.extend_from_slice(parent));
        out.push(self.schema.len() as u8);
        out.extend_from_slice(&self.schema);
        out.extend_from_slice(&self.body_hash);
        out.extend_from_slice(&self.time.to_be_bytes());
        out.extend_from_slice(&self.tail);
        out
    }

    /// Signed by a device, which need not be the one that it names.
    pub fn signed(&self, by: &Device) -> Signed {
        let bytes = self.bytes();
        let signature = by.sign("fieldnotes/entry/1", &bytes);
        Signed { bytes, signature }
    }
}

impl Signed {
    /// The name of the revision.
    pub fn hash(&self) -> [u8; 32] {
        hash_in("fieldnotes/entry/1", &self.bytes)
    }

    /// The log and the number in it, of bytes that are an entry.
    pub fn place(&self) -> ([u8; 32], u64) {
        let device = self.bytes[1..33].try_into().expect("32 bytes");
        let seq = self.bytes[33..41].try_into().expect("8 bytes");
        (device, u64::from_be_bytes(seq))
    }

    /// The record and the schema.
    pub fn of(&self) -> ([u8; 16], Vec<u8>) {
        let record = self.bytes[73..89].try_into().expect("16 bytes");
        let schema = 90 + 32 * usize::from(self.bytes[89]);
        let length = usize::from(self.bytes[schema]);
        let schema = self.bytes[schema + 1..schema + 1 + length].to_vec();
        (record, schema)
    }

    /// As it stands in `entries.bin`.
    pub fn joined(&self) -> Vec<u8> {
        let length = (self.bytes.len() as u16).to_be_bytes();
        [&length[..], &self.bytes, &self.signature].concat()
    }

    /// The entries of an `entries.bin`.
    pub fn split(mut bytes: &[u8]) -> Vec<Self> {
        let mut all = Vec::new();
        while let Some((length, rest)) = bytes.split_first_chunk() {
            let (entry, rest) = rest.split_at(usize::from(u16::from_be_bytes(*length)));
            let (signature, rest) = rest.split_first_chunk().expect("a signature");
            all.push(Self {
                bytes: entry.to_vec(),
                signature: *signature,
            });
            bytes = rest;
        }
        all
    }
}

/// The name of a body.
pub fn body_hash(body: &[u8]) -> [u8; 32] {
    hash_in("fieldnotes/body/1", body)
}

/// A body around a record that is JSON.
pub fn body(salt: &[u8], record: &str) -> Vec<u8> {
    let salt = hex::encode(salt);
    format!(r#"{{"salt":"{salt}","trashed":false,"record":{record}}}"#).into_bytes()
}

/// A log of somebody who signs anything.
#[derive(Clone)]
pub struct Log {
    pub device: Device,
    pub seq: u64,
    pub last: [u8; 32],
}

impl Log {
    /// One in which nothing stands.
    pub fn begin(device: Device) -> Self {
        Self {
            device,
            seq: 0,
            last: [0; 32],
        }
    }

    /// The next entry as it should be, for somebody to make it worse. It stands in the log after [`Log::write`].
    pub fn next(&self, record: [u8; 16], schema: &str, body: &[u8]) -> Entry {
        Entry {
            version: 1,
            device: self.device.id(),
            seq: self.seq + 1,
            backlink: self.last,
            record,
            parents: Vec::new(),
            schema: schema.as_bytes().to_vec(),
            body_hash: body_hash(body),
            time: 1_700_000_000_000 + self.seq as i64,
            tail: Vec::new(),
        }
    }

    /// Signs an entry, and goes on from it.
    pub fn write(&mut self, entry: &Entry) -> Signed {
        let signed = entry.signed(&self.device);
        self.seq = entry.seq;
        self.last = signed.hash();
        signed
    }
}
