//! Names and signatures of revisions: docs/FORMAT.md section 6.

use crate::crypto::hash::{DomainHasher, domain_hash};
use crate::crypto::sign::{self, Batch, SecretSigner, Verifier};
use fieldnotes_domain::history::{
    BodyHash, DeviceId, Entry, EntryFault, EntryHash, EntryRef, SIGNATURE, SignedEntry,
};
use fieldnotes_domain::ids::ContentHash;

const ENTRY: &str = "fieldnotes/entry/1";
const BODY: &str = "fieldnotes/body/1";
const STAND_IN: &str = "fieldnotes/stand-in/1";
const DIGEST: &str = "fieldnotes/digest/1";

/// The name of the revision that these bytes are the entry of.
pub fn hash_entry(bytes: &[u8]) -> EntryHash {
    EntryHash(domain_hash(ENTRY, bytes))
}

/// What stands for the name of a revision where the name itself would show that two packages have the same one: docs/FORMAT.md
/// section 8.2.
pub fn stand_in(revision: &EntryHash, alias: &[u8; 16]) -> EntryHash {
    EntryHash(domain_hash(STAND_IN, &[&revision.0[..], alias].concat()))
}

/// The name of a body.
pub fn hash_body(bytes: &[u8]) -> BodyHash {
    BodyHash(domain_hash(BODY, bytes))
}

/// An entry that has its name and not yet its signature.
pub struct UnsignedEntry {
    /// Its name.
    pub hash: EntryHash,
    entry: Entry,
    bytes: Vec<u8>,
}

impl UnsignedEntry {
    /// The entry with its signature.
    pub fn signed(self, signature: [u8; SIGNATURE]) -> SignedEntry {
        SignedEntry {
            hash: self.hash,
            entry: self.entry,
            bytes: self.bytes,
            signature,
        }
    }
}

/// Encodes and names an entry, so that the next one can name it.
pub fn name_entry(entry: Entry) -> Result<UnsignedEntry, EntryFault> {
    let bytes = entry.encode()?;
    Ok(UnsignedEntry {
        hash: hash_entry(&bytes),
        entry,
        bytes,
    })
}

/// Signs an entry. Its device must be the signer's.
pub fn sign_entry(signer: &SecretSigner, unsigned: &UnsignedEntry) -> [u8; SIGNATURE] {
    signer.sign(ENTRY, &unsigned.bytes)
}

/// Reads an entry where it lies.
pub fn look_at_entry(bytes: &[u8]) -> Result<(EntryHash, EntryRef<'_>), EntryFault> {
    Ok((hash_entry(bytes), EntryRef::decode(bytes)?))
}

/// Reads an entry from its bytes. The signature is not looked at.
pub fn read_entry(bytes: Vec<u8>, signature: [u8; SIGNATURE]) -> Result<SignedEntry, EntryFault> {
    let entry = Entry::decode(&bytes)?;
    Ok(SignedEntry {
        hash: hash_entry(&bytes),
        entry,
        bytes,
        signature,
    })
}

/// Whether the entry's device signed it.
pub fn is_signed(signed: &SignedEntry) -> bool {
    let DeviceId(device) = &signed.entry.device;
    sign::verify(device, ENTRY, &signed.bytes, &signed.signature)
}

/// A device whose entries are to be verified: its key is read once for all of them.
pub struct SigningDevice(Verifier);

impl SigningDevice {
    /// The device of this id, if that is a key.
    pub fn of(DeviceId(device): &DeviceId) -> Option<Self> {
        Verifier::of(device).map(Self)
    }
}

/// Entries whose signatures are verified together.
#[derive(Default)]
pub struct SignedByDevices(Batch);

impl SignedByDevices {
    /// Adds the bytes of an entry that `device` should have signed.
    pub fn add(
        &mut self,
        SigningDevice(key): &SigningDevice,
        bytes: &[u8],
        signature: &[u8; SIGNATURE],
    ) {
        self.0.add(key, ENTRY, bytes, signature);
    }

    /// Whether each is signed by its device.
    pub fn verify(self) -> bool {
        self.0.verify()
    }
}

/// The digest over revisions in ascending order: equal exactly where two vaults hold the same ones.
pub fn digest(ascending: &[EntryHash]) -> [u8; 32] {
    let mut hasher = DomainHasher::new(DIGEST);
    ascending.iter().for_each(|hash| hasher.update(&hash.0));
    hasher.finish()
}

/// A running SHA-256 over the content of a file.
#[derive(Clone, Default)]
pub struct FileHasher(crate::crypto::hash::ContentHasher);

impl FileHasher {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all that came.
    pub fn finish(self) -> ContentHash {
        ContentHash(self.0.finish())
    }
}
