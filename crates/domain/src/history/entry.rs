//! A log entry, to the byte: docs/FORMAT.md section 6.1.

use super::{BodyHash, DeviceId, EntryHash};
use crate::ids::RecordId;
use crate::time::Timestamp;

/// The most revisions that one may be made from.
pub const MAX_PARENTS: usize = 64;
/// Bytes of a signature.
pub const SIGNATURE: usize = 64;
const MAX_SCHEMA: usize = 64;
const VERSION: u8 = 1;

/// One saved state of a record, without its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The log that it stands in.
    pub device: DeviceId,
    /// Its place there, from 1.
    pub seq: u64,
    /// The entry before it in that log; [`EntryHash::NONE`] for the first.
    pub backlink: EntryHash,
    /// Which record this is a state of.
    pub record: RecordId,
    /// The revisions that it was made from, ascending, no two alike.
    pub parents: Vec<EntryHash>,
    /// `kind/number`.
    pub schema: String,
    /// What was saved.
    pub body_hash: BodyHash,
    /// When the device says that it was, in milliseconds since 1970. Shown; orders nothing.
    pub time: Timestamp,
}

/// An entry together with the exact bytes that were signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedEntry {
    /// The name of the revision: hash of `bytes`.
    pub hash: EntryHash,
    /// What `bytes` say.
    pub entry: Entry,
    /// The exact bytes.
    pub bytes: Vec<u8>,
    /// By the device, over `bytes`.
    pub signature: [u8; SIGNATURE],
}

/// Bytes that are no entry, or an entry that may not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// Too short, too long, or out of the limits of the format.
    #[error("a log entry is malformed")]
    Malformed,
    /// Of a version that this program does not know.
    #[error("a log entry is of a later format")]
    TooNew,
}

impl Entry {
    /// The kind of the record: what stands before the `/` of the schema.
    pub fn kind(&self) -> &str {
        self.schema
            .split_once('/')
            .map_or(self.schema.as_str(), |(kind, _)| kind)
    }

    /// The bytes to hash and sign.
    ///
    /// # Errors
    /// [`EntryFault::Malformed`] where parents or schema are out of the limits of the format.
    pub fn encode(&self) -> Result<Vec<u8>, EntryFault> {
        self.check()?;
        let mut out = Vec::with_capacity(160 + 32 * self.parents.len() + self.schema.len());
        out.push(VERSION);
        out.extend_from_slice(&self.device.0);
        out.extend_from_slice(&self.seq.to_be_bytes());
        out.extend_from_slice(&self.backlink.0);
        out.extend_from_slice(self.record.as_bytes());
        out.push(self.parents.len() as u8);
        self.parents
            .iter()
            .for_each(|parent| out.extend_from_slice(&parent.0));
        out.push(self.schema.len() as u8);
        out.extend_from_slice(self.schema.as_bytes());
        out.extend_from_slice(&self.body_hash.0);
        out.extend_from_slice(&self.time.0.to_be_bytes());
        Ok(out)
    }

    /// Reads what [`Entry::encode`] wrote, and nothing else.
    ///
    /// # Errors
    /// [`EntryFault`]; never panics, whatever the bytes.
    pub fn decode(bytes: &[u8]) -> Result<Self, EntryFault> {
        EntryRef::decode(bytes).map(|entry| entry.to_entry())
    }

    fn check(&self) -> Result<(), EntryFault> {
        let parents = self.parents.len() <= MAX_PARENTS && self.parents.is_sorted_by(|a, b| a < b);
        if parents && is_schema(&self.schema) && is_place(self.seq, self.backlink) {
            Ok(())
        } else {
            Err(EntryFault::Malformed)
        }
    }
}

fn is_schema(schema: &str) -> bool {
    (1..=MAX_SCHEMA).contains(&schema.len())
        && schema
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'/'))
}

fn is_place(seq: u64, backlink: EntryHash) -> bool {
    seq > 0 && (seq == 1) == (backlink == EntryHash::NONE)
}

/// An entry that lies in its bytes: reading a million of them asks for no memory.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    /// The log that it stands in.
    pub device: DeviceId,
    /// Its place there, from 1.
    pub seq: u64,
    /// The entry before it in that log.
    pub backlink: EntryHash,
    /// Which record this is a state of.
    pub record: RecordId,
    /// `kind/number`.
    pub schema: &'a str,
    /// What was saved.
    pub body_hash: BodyHash,
    /// When the device says that it was, in milliseconds since 1970.
    pub time: Timestamp,
    parents: &'a [[u8; 32]],
}

impl<'a> EntryRef<'a> {
    /// Reads what [`Entry::encode`] wrote, and nothing else.
    ///
    /// # Errors
    /// [`EntryFault`]; never panics, whatever the bytes.
    pub fn decode(bytes: &'a [u8]) -> Result<Self, EntryFault> {
        let mut rest = Rest(bytes);
        if rest.byte()? != VERSION {
            return Err(EntryFault::TooNew);
        }
        let device = DeviceId(rest.array()?);
        let seq = u64::from_be_bytes(rest.array()?);
        let backlink = EntryHash(rest.array()?);
        let record = RecordId::from_bytes(rest.array()?);
        let count = usize::from(rest.byte()?);
        let (parents, _) = rest.take(count * 32)?.as_chunks::<32>();
        let length = usize::from(rest.byte()?);
        let schema = std::str::from_utf8(rest.take(length)?).map_err(|_| EntryFault::Malformed)?;
        let body_hash = BodyHash(rest.array()?);
        let time = Timestamp(i64::from_be_bytes(rest.array()?));
        let are_parents = parents.len() <= MAX_PARENTS && parents.is_sorted_by(|a, b| a < b);
        let is_whole = are_parents && is_schema(schema) && is_place(seq, backlink);
        if !is_whole || !rest.0.is_empty() {
            return Err(EntryFault::Malformed);
        }
        Ok(Self {
            device,
            seq,
            backlink,
            record,
            schema,
            body_hash,
            time,
            parents,
        })
    }

    /// The revisions that it was made from, ascending, no two alike.
    pub fn parents(&self) -> impl Iterator<Item = EntryHash> + 'a {
        self.parents.iter().map(|parent| EntryHash(*parent))
    }

    /// The same in memory of its own.
    pub fn to_entry(&self) -> Entry {
        Entry {
            device: self.device,
            seq: self.seq,
            backlink: self.backlink,
            record: self.record,
            parents: self.parents().collect(),
            schema: self.schema.to_owned(),
            body_hash: self.body_hash,
            time: self.time,
        }
    }
}

struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], EntryFault> {
        let (head, tail) = self
            .0
            .split_at_checked(count)
            .ok_or(EntryFault::Malformed)?;
        self.0 = tail;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], EntryFault> {
        let (head, tail) = self.0.split_first_chunk().ok_or(EntryFault::Malformed)?;
        self.0 = tail;
        Ok(*head)
    }

    fn byte(&mut self) -> Result<u8, EntryFault> {
        self.array::<1>().map(|[byte]| byte)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_entry() -> impl Strategy<Value = Entry> {
        let parents = proptest::collection::btree_set(any::<[u8; 32]>(), 0..5);
        (
            (
                any::<[u8; 32]>(),
                1_u64..,
                any::<[u8; 32]>(),
                any::<[u8; 16]>(),
            ),
            parents,
            "[a-z]{1,9}/[0-9]",
            any::<[u8; 32]>(),
            any::<i64>().prop_map(Timestamp),
        )
            .prop_map(
                |((device, seq, backlink, record), parents, schema, body, time)| Entry {
                    device: DeviceId(device),
                    seq,
                    backlink: if seq == 1 {
                        EntryHash::NONE
                    } else {
                        EntryHash(backlink)
                    },
                    record: RecordId::from_bytes(record),
                    parents: parents.into_iter().map(EntryHash).collect(),
                    schema,
                    body_hash: BodyHash(body),
                    time,
                },
            )
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(entry in any_entry()) {
            let bytes = entry.encode().expect("within limits");
            prop_assert_eq!(Entry::decode(&bytes), Ok(entry));
            prop_assert!(Entry::decode(&bytes[..bytes.len() - 1]).is_err());
            let longer = [&bytes[..], &[0]].concat();
            prop_assert!(Entry::decode(&longer).is_err());
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            if let Ok(entry) = Entry::decode(&bytes) {
                prop_assert_eq!(entry.encode().expect("what was read"), bytes);
            }
        }
    }

    #[test]
    fn limits_of_the_format() {
        let good = Entry {
            device: DeviceId([1; 32]),
            seq: 1,
            backlink: EntryHash::NONE,
            record: RecordId::nil(),
            parents: vec![EntryHash([1; 32]), EntryHash([2; 32])],
            schema: "note/1".into(),
            body_hash: BodyHash([4; 32]),
            time: Timestamp(-1),
        };
        assert!(good.encode().is_ok());
        let bad = |change: fn(&mut Entry)| {
            let mut entry = good.clone();
            change(&mut entry);
            assert_eq!(entry.encode(), Err(EntryFault::Malformed));
        };
        bad(|e| e.seq = 0);
        bad(|e| e.seq = 2);
        bad(|e| e.backlink = EntryHash([9; 32]));
        bad(|e| e.parents.reverse());
        bad(|e| e.parents = vec![EntryHash([1; 32]); 2]);
        bad(|e| e.parents = (0..65).map(|i| EntryHash([i; 32])).collect());
        bad(|e| e.schema = String::new());
        bad(|e| e.schema = "Note 1".into());
        let mut later = good.encode().expect("good");
        later[0] = 2;
        assert_eq!(Entry::decode(&later), Err(EntryFault::TooNew));
    }
}
