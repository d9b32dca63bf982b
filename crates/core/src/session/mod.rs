//! From locked to unlocked and back. Owns the live keys and everything in memory that they opened.
//!
//! A session ends by [`Session::lock`]; dropped without it, nothing saved is lost, and keys and contents are gone
//! from memory all the same.

mod accept;
mod append;
mod attachments;
mod batch;
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
mod preview;
mod preview_sink;
mod rebuild;
mod rekey;
mod repair;
mod review_out;
mod save;
mod save_all;
mod select;
mod sender_reports;
mod undo;
mod unlock;
mod verify;
mod withdrawn;

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use uuid::Uuid;

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
use fieldnotes_domain::history::{EntryHash, Graph, Places, Tag};
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::lock_file::LockFile;
use fieldnotes_store::store::Store;
use fieldnotes_store::store::rows::blob::BlobRow;
use fieldnotes_store::store::rows::receipt::ReceiptRow;
use own::Own;

/// Where an entry and its body lie: what the graph keeps beside each revision. No row has the id 0.
#[derive(Debug, Clone, Copy)]
struct Located {
    row: i64,
    body: Option<i64>,
}

impl Located {
    fn tag(self) -> Tag {
        Tag([self.row, self.body.unwrap_or_default()])
    }

    fn of(Tag([row, body]): Tag) -> Self {
        Self {
            row,
            body: (body != 0).then_some(body),
        }
    }
}

/// An unlocked vault.
pub struct Session {
    store: Store,
    header: Header,
    folder: Folder,
    environment: Environment,
    own: Own,
    graph: Graph,
    colleagues: Vec<(i64, ColleagueRow)>,
    drafts: BTreeMap<Uuid, (i64, DraftRow)>,
    blobs: HashMap<[u8; 32], (i64, BlobRow)>,
    receipts: Vec<(i64, ReceiptRow)>,
    /// Where the body of a revision is not held.
    without_body: Places,
    finding: Mutex<finding::Finding>,
    verdicts: merging::Verdicts,
    damage: Vec<Damage>,
    is_storage_read_only: bool,
    interrupted_rekey: Option<InterruptedRekey>,
    // Last, so that the lock is let go when all else is closed.
    _lock: LockFile,
}

impl Session {
    /// Whether the body of a revision is held.
    pub(crate) fn holds_body(&self, revision: &EntryHash) -> bool {
        let located = self.located(revision);
        located.is_some_and(|located| located.body.is_some())
    }

    /// When the newest revision was saved here, by this computer's clock at that time: milliseconds since 1970.
    fn newest_own_time(&self) -> Option<i64> {
        let all = self.graph.all();
        all.filter(|(_, node)| self.own.has(&node.device))
            .map(|(_, node)| node.time)
            .max()
    }

    /// All revisions.
    pub(crate) fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Where a revision lies, if it is held.
    fn located(&self, revision: &EntryHash) -> Option<Located> {
        self.graph.tag(revision).map(Located::of)
    }

    /// Clock and randomness.
    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// What was found damaged on unlocking; empty unless the vault was opened for reading what is left.
    pub(crate) fn damage(&self) -> &[Damage] {
        &self.damage
    }

    /// Whether nothing can be saved because the disk or the folder cannot be written to.
    pub(crate) fn is_storage_read_only(&self) -> bool {
        self.is_storage_read_only
    }

    /// Whether nothing can be saved, because the vault is damaged or its disk cannot be written to.
    pub(crate) fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// Whether the system keeps the keys out of the swap file.
    pub(crate) fn is_locked_in_memory(&self) -> bool {
        self.store.keyring().is_locked_in_memory()
    }

    /// How many attachments' contents are held, and their bytes.
    pub(crate) fn contents(&self) -> (u64, u64) {
        (
            self.blobs.len() as u64,
            self.blobs.values().map(|(_, blob)| blob.size).sum(),
        )
    }

    /// The digest over all revisions: equal exactly where two vaults hold the same ones.
    pub(crate) fn digest(&self) -> [u8; 32] {
        fieldnotes_format::vault::log::digest(&self.graph.hashes())
    }

    /// Wipes keys and contents from memory and closes the files.
    pub(crate) fn lock(mut self) -> Result<(), SessionError> {
        self.close_index();
        let Self { store, .. } = self;
        Ok(store.close()?)
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session(…)")
    }
}
