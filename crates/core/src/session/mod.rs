//! From locked to unlocked and back. Owns the live keys and everything in memory that they opened.
//!
//! A session ends by [`Session::lock`]; dropped without it, nothing saved is lost, and keys and contents are gone
//! from memory all the same.

mod accept;
mod append;
mod attachments;
mod batch;
mod blobs;
mod body;
mod bundle_in;
mod bundle_out;
mod bundle_sink;
mod colleagues;
mod create;
mod damage;
mod drafts;
mod error;
mod evaluate;
mod export_plan;
mod finding;
mod folder;
mod form;
#[cfg(any(test, feature = "testing"))]
pub(crate) mod fuzzing;
mod header;
mod held;
mod intake;
mod lessons;
#[cfg(test)]
mod let_in_tests;
mod load;
mod merging;
mod opening;
mod own;
mod passphrase;
mod peers;
mod preview;
mod preview_sink;
mod rebuild;
mod records;
mod rekey;
mod repair;
mod review_out;
mod save;
mod save_all;
mod select;
mod sender_reports;
mod storage;
mod undo;
mod unlock;
mod verify;
mod withdrawn;

use std::sync::Mutex;

pub(crate) use body::Body;
pub(crate) use bundle_out::{BundleSummary, BundleTo};
pub(crate) use colleagues::{Author, Relation, identity_of};
pub(crate) use create::{Created, begin_create};
pub(crate) use export_plan::ExportPlan;
pub(crate) use fieldnotes_store::store::rows::colleague::{ColleagueRow, FormerRow};
pub(crate) use fieldnotes_store::store::rows::draft::DraftRow;
pub(crate) use fieldnotes_store::store::rows::own::FolderRow;
pub(crate) use finding::Found;
pub use finding::IndexCheck;
pub(crate) use folder::CheckedFile;
pub(crate) use held::Reach;
pub(crate) use lessons::DeviceConflict;
pub(crate) use opening::begin;
pub(crate) use passphrase::{check_words, recover};
pub(crate) use preview::{FileLook, RecordLook, Standing, State};
pub(crate) use rebuild::Lost;
pub(crate) use repair::repair;
pub(crate) use save::NewRevision;
pub(crate) use save_all::Before;
pub(crate) use select::{Audience, LeftOut, Selection, content_hash};
pub(crate) use undo::{Hindrance, TakenImport};
pub(crate) use unlock::{Access, unlock};

pub use accept::Accept;
pub(crate) use accept::Consent;
pub use create::UnfinishedVault;
pub use damage::Damage;
pub use error::SessionError;
pub use opening::Opening;
pub use rekey::{InterruptedRekey, PreparedRekey};

use crate::environment::Environment;
use blobs::Blobs;
use drafts::Drafts;
use fieldnotes_domain::history::{EntryHash, Graph};
use own::Own;
use peers::Peers;
use records::{Located, Records};
use storage::Storage;

/// What a session keeps in memory of a vault. Each part has one owner, which loads it row by row, stages changes into an
/// open transaction, and applies them after the commit.
#[derive(Default)]
struct Contents {
    records: Records,
    peers: Peers,
    blobs: Blobs,
    drafts: Drafts,
}

/// An unlocked vault.
pub struct Session {
    own: Own,
    records: Records,
    peers: Peers,
    blobs: Blobs,
    drafts: Drafts,
    finding: Mutex<finding::Finding>,
    damage: Vec<Damage>,
    // Last, so that the lock is let go when all else is closed.
    storage: Storage,
}

impl Session {
    /// Whether the body of a revision is held.
    pub(crate) fn holds_body(&self, revision: &EntryHash) -> bool {
        self.records.holds_body(revision)
    }

    /// When the newest revision was saved here, by this computer's clock at that time: milliseconds since 1970.
    fn newest_own_time(&self) -> Option<i64> {
        let all = self.records.graph().all();
        all.filter(|(_, node)| self.own.has(&node.device))
            .map(|(_, node)| node.time)
            .max()
    }

    /// All revisions.
    pub(crate) fn graph(&self) -> &Graph {
        self.records.graph()
    }

    /// Where a revision lies, if it is held.
    fn located(&self, revision: &EntryHash) -> Option<Located> {
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

    /// Wipes keys and contents from memory and closes the files.
    pub(crate) fn lock(mut self) -> Result<(), SessionError> {
        self.close_index();
        let Self { storage, .. } = self;
        Ok(storage.store.close()?)
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session(…)")
    }
}
