//! What waits until its recovery words are on paper: a vault that was begun, and a new key for the one that is open.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use fieldnotes_core::api::vault::{PreparedRekey, UnfinishedVault};

/// At most one of each.
#[derive(Default)]
pub struct Pending {
    vault: Mutex<Option<(PathBuf, UnfinishedVault)>>,
    rekey: Mutex<Option<PreparedRekey>>,
    /// A lock came while the words of a new key were shown: they count for nothing, and somebody may have them on paper.
    was_rekey_dropped: AtomicBool,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Pending {
    pub fn keep_vault(&self, folder: PathBuf, begun: UnfinishedVault) {
        *held(&self.vault) = Some((folder, begun));
    }

    pub fn take_vault(&self) -> Option<(PathBuf, UnfinishedVault)> {
        held(&self.vault).take()
    }

    /// Removes a vault that was begun, whose words nobody has confirmed.
    pub fn drop_vault(&self) {
        drop(self.take_vault());
    }

    pub fn keep_rekey(&self, prepared: PreparedRekey) {
        *held(&self.rekey) = Some(prepared);
    }

    /// The new key, for use or to be forgotten.
    pub fn take_rekey(&self) -> Option<PreparedRekey> {
        self.was_rekey_dropped.store(false, Ordering::Release);
        held(&self.rekey).take()
    }

    /// Forgets the new key because the vault is locked.
    pub fn drop_rekey(&self) {
        let was_shown = held(&self.rekey).take().is_some();
        self.was_rekey_dropped.store(was_shown, Ordering::Release);
    }

    /// A page that begins knows nothing of what an earlier one showed.
    pub fn begin_anew(&self) {
        self.drop_vault();
        if held(&self.rekey).is_some() {
            self.drop_rekey();
        }
    }

    /// Whether a lock had a new key forgotten that was shown.
    pub fn was_rekey_dropped(&self) -> bool {
        self.was_rekey_dropped.load(Ordering::Acquire)
    }
}
