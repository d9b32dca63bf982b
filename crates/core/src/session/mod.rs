//! An unlocked vault: the live keys, and what they opened. Its largest parts have owners; the use cases say what is done with them.
//!
//! A session ends by [`Session::lock`]; dropped without it, nothing saved is lost, and keys and contents are gone
//! from memory all the same.

pub(crate) mod blobs;
pub(crate) mod custody;
pub(crate) mod damage;
pub(crate) mod drafts;
pub(crate) mod error;
pub(crate) mod finding;
pub(crate) mod own;
pub(crate) mod peers;
pub(crate) mod records;
pub(crate) mod storage;

use std::sync::{Mutex, PoisonError};

use crate::environment::Environment;
use blobs::Blobs;
use custody::CustodyLog;
use damage::Damage;
use drafts::Drafts;
use error::SessionError;
use fieldnotes_domain::history::{DeviceId, EntryHash, Graph};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::vault::device::DeviceSecret;
use finding::Finding;
use own::{Own, OwnChange};
use peers::{Author, Peers};
use records::{Located, Records};
use storage::Storage;

/// What a session keeps in memory of a vault. Each part has one owner, which loads it row by row, stages changes into an
/// open transaction, and applies them after the commit.
#[derive(Default)]
pub(crate) struct Contents {
    pub(crate) records: Records,
    pub(crate) peers: Peers,
    pub(crate) blobs: Blobs,
    pub(crate) drafts: Drafts,
    pub(crate) custody: CustodyLog,
}

/// An unlocked vault.
pub struct Session {
    pub(crate) own: Own,
    pub(crate) records: Records,
    pub(crate) peers: Peers,
    pub(crate) blobs: Blobs,
    pub(crate) drafts: Drafts,
    pub(crate) custody: CustodyLog,
    pub(crate) finding: Mutex<Finding>,
    pub(crate) damage: Vec<Damage>,
    // Last, so that the lock is let go when all else is closed.
    pub(crate) storage: Storage,
}

impl Session {
    /// Whether the body of a revision is held.
    pub(crate) fn holds_body(&self, revision: &EntryHash) -> bool {
        self.records.holds_body(revision)
    }

    /// When the newest revision was saved here, by this computer's clock at that time: milliseconds since 1970.
    pub(crate) fn newest_own_time(&self) -> Option<Timestamp> {
        let graph = self.records.graph();
        let latest = self
            .own
            .devices()
            .filter_map(|device| graph.latest_of(&device));
        latest.max()
    }

    /// Notes that a record is not in the index as it is.
    pub(crate) fn note_change(&mut self, record: RecordId) {
        let finding = self.finding.get_mut();
        finding
            .unwrap_or_else(PoisonError::into_inner)
            .touch(record);
    }

    /// Whose hand a device log is in.
    pub(crate) fn author(&self, device: &DeviceId) -> Author<'_> {
        if self.own.has(device) {
            return Author::Own;
        }
        let owner = self.peers.owner(device);
        owner.map_or(Author::Unknown, Author::Colleague)
    }

    /// From now on another device log is written, since the old one may go on in a copy of this vault.
    pub(crate) fn begin_new_log(&mut self) -> Result<(), SessionError> {
        let device = DeviceSecret::make(&*self.storage.environment.random);
        self.change_own(OwnChange {
            new_log: Some(device),
            ..OwnChange::default()
        })
    }

    /// Minutes without a touch until the window locks this vault by itself; nothing where nobody chose.
    pub(crate) fn lock_after(&self) -> Option<u32> {
        self.own.lock_after()
    }

    /// Keeps that.
    pub(crate) fn set_lock_after(&mut self, minutes: u32) -> Result<(), SessionError> {
        self.change_own(OwnChange {
            lock_after: Some(minutes),
            ..OwnChange::default()
        })
    }

    /// Changes the row of the identity and of what is set for this vault, in a transaction of its own.
    pub(crate) fn change_own(&mut self, change: OwnChange) -> Result<(), SessionError> {
        let mut transaction = self.storage.store.begin()?;
        self.own.stage(&mut transaction, &change)?;
        transaction.commit()?;
        self.own.apply(change);
        Ok(())
    }

    /// All revisions.
    pub(crate) fn graph(&self) -> &Graph {
        self.records.graph()
    }

    /// Where a revision lies, if it is held.
    pub(crate) fn located(&self, revision: &EntryHash) -> Option<Located> {
        self.records.located(revision)
    }

    /// Clock and randomness.
    pub(crate) fn environment(&self) -> &Environment {
        &self.storage.environment
    }

    /// What was found damaged on unlocking; empty unless the vault was opened for reading what is left.
    pub(crate) fn damage(&self) -> &[Damage] {
        &self.damage
    }

    /// Whether nothing can be saved because the disk or the folder cannot be written to.
    pub(crate) fn is_storage_read_only(&self) -> bool {
        self.storage.is_read_only
    }

    /// Whether nothing can be saved, because the vault is damaged or its disk cannot be written to.
    pub(crate) fn is_read_only(&self) -> bool {
        self.storage.store.is_read_only()
    }

    /// Whether the system keeps the keys out of the swap file.
    pub(crate) fn is_locked_in_memory(&self) -> bool {
        self.storage.store.keyring().is_locked_in_memory()
    }

    /// How many attachments' contents are held, and their bytes.
    pub(crate) fn contents(&self) -> (u64, u64) {
        (
            self.blobs.all().len() as u64,
            self.blobs.all().map(|blob| blob.size).sum(),
        )
    }

    /// The digest over all revisions: equal exactly where two vaults hold the same ones.
    pub(crate) fn digest(&self) -> [u8; 32] {
        fieldnotes_format::vault::log::digest(&self.records.graph().hashes())
    }

    /// Leaves the index as the next unlock should find it, and lets it go.
    fn close_index(&mut self) {
        let (moment, is_read_only) = (self.storage.store.moment(), self.is_read_only());
        let finding = self
            .finding
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        let Some(index) = finding.take_index() else {
            return;
        };
        let is_all = finding.is_ready() && finding.changed().is_empty() && !is_read_only;
        index.close_as_of(is_all.then_some(moment));
    }

    /// Wipes keys and contents from memory and closes the files.
    pub(crate) fn lock(mut self) -> Result<(), SessionError> {
        self.close_index();
        let Self {
            own,
            records,
            peers,
            blobs,
            drafts,
            custody,
            finding,
            storage,
            ..
        } = self;
        drop((own, records, peers, blobs, drafts, custody, finding));
        Ok(storage.store.close()?)
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session(…)")
    }
}
