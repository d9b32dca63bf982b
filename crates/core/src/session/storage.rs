//! Where an unlocked vault is kept: its folder, its database with the live keys, and what came with opening them.

use serde::Serialize;

use crate::environment::Environment;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::lock_file::LockFile;
use fieldnotes_store::store::Store;
use fieldnotes_store::store::state::State;

/// The folder, the database and the keys of a vault that is open. Everything else of a session is read from here and
/// written here.
pub(crate) struct Storage {
    pub(crate) store: Store,
    pub(crate) header: Header,
    pub(crate) folder: Folder,
    pub(crate) environment: Environment,
    /// The disk or the folder cannot be written to.
    pub(crate) is_read_only: bool,
    pub(crate) interrupted_rekey: Option<InterruptedRekey>,
    // Last, so that the lock is let go when all else is closed.
    pub(crate) _lock: LockFile,
}

/// A rekey that a crash cut short, as the unlocking after it found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
#[serde(rename_all = "snake_case")]
pub enum InterruptedRekey {
    /// Everything is sealed again: the new recovery words are good.
    Done,
    /// Nothing was changed: the old recovery words are good.
    NotDone,
}

impl InterruptedRekey {
    /// What the sealed state says of a rekey that did not come to its end.
    pub(crate) fn of(state: &State) -> Option<Self> {
        Some(match state.is_rekeyed()? {
            true => Self::Done,
            false => Self::NotDone,
        })
    }
}
