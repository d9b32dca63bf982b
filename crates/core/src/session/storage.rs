//! Where an unlocked vault is kept: its folder, its database with the live keys, and what came with opening them.

use super::InterruptedRekey;
use crate::environment::Environment;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::lock_file::LockFile;
use fieldnotes_store::store::Store;

/// The folder, the database and the keys of a vault that is open. Everything else of a session is read from here and
/// written here.
pub(super) struct Storage {
    pub(super) store: Store,
    pub(super) header: Header,
    pub(super) folder: Folder,
    pub(super) environment: Environment,
    /// The disk or the folder cannot be written to.
    pub(super) is_read_only: bool,
    pub(super) interrupted_rekey: Option<InterruptedRekey>,
    // Last, so that the lock is let go when all else is closed.
    pub(super) _lock: LockFile,
}
