//! What waits until its recovery words are on paper: a vault that was begun, and a new key for the one that is open.
//!
//! Whoever has words on paper must learn what became of them. Where the page that showed them is gone, it is noted here what the
//! next one has to report.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use fieldnotes_core::vault::{InterruptedRekey, PreparedRekey, UnfinishedVault};
use fieldnotes_core::{Code, Error, Outcome};

use crate::failure::Answer;

/// At most one of each.
#[derive(Default)]
pub struct Pending {
    vault: Mutex<Option<(PathBuf, UnfinishedVault)>>,
    /// Known without waiting for a vault that is being finished.
    has_vault: AtomicBool,
    /// A vault went whose words were shown, and no page has reported it yet.
    was_vault_dropped: AtomicBool,
    /// The new key, and the fingerprint of the vault that it is for.
    rekey: Mutex<Option<(String, PreparedRekey)>>,
    /// What became of new keys, by vault, that no page has reported yet.
    outcomes: Mutex<BTreeMap<String, InterruptedRekey>>,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What nobody waits for any more is not kept.
fn still(is_awaited: impl FnOnce() -> bool) -> Outcome<()> {
    match is_awaited() {
        true => Ok(()),
        false => Err(Error::new(Code::Locked)),
    }
}

impl Pending {
    /// Keeps a vault that was begun. Where its words are awaited no more, it is removed.
    pub fn keep_vault(
        &self,
        folder: PathBuf,
        begun: UnfinishedVault,
        is_awaited: impl FnOnce() -> bool,
    ) -> Outcome<()> {
        let mut vault = held(&self.vault);
        // What ends the wait says so before it looks here, so that it is seen by one of both.
        still(is_awaited)?;
        *vault = Some((folder, begun));
        self.has_vault.store(true, Ordering::Release);
        Ok(())
    }

    /// Makes a vault of what was begun. A lock and a new page wait for the end of it.
    pub fn finish_vault(
        &self,
        is_awaited: impl FnOnce() -> bool,
        finish: impl FnOnce(PathBuf, UnfinishedVault) -> Answer<()>,
    ) -> Answer<()> {
        let mut vault = held(&self.vault);
        let (folder, begun) = vault.take().ok_or(Code::NotGranted)?;
        let done = finish(folder, begun);
        self.has_vault.store(false, Ordering::Release);
        if done.is_err() && !is_awaited() {
            self.was_vault_dropped.store(true, Ordering::Release);
        }
        done
    }

    /// Whether words are shown, or may be, of a vault that is none yet.
    pub fn has_vault(&self) -> bool {
        self.has_vault.load(Ordering::Acquire)
    }

    /// Removes a vault that was begun, whose words nobody has confirmed, because the page wants it so. Says whether there was one.
    pub fn cancel_vault(&self) -> bool {
        let was_there = held(&self.vault).take().is_some();
        self.has_vault.store(false, Ordering::Release);
        was_there
    }

    /// Removes it unasked.
    pub fn drop_vault(&self) {
        if self.cancel_vault() {
            self.was_vault_dropped.store(true, Ordering::Release);
        }
    }

    /// Whether a vault went whose words may be on paper. Said once.
    pub fn take_vault_dropped(&self) -> bool {
        self.was_vault_dropped.swap(false, Ordering::AcqRel)
    }

    /// Keeps a new key for a vault. Where its words are awaited no more, it is forgotten.
    pub fn keep_rekey(
        &self,
        vault: String,
        prepared: PreparedRekey,
        is_awaited: impl FnOnce() -> bool,
    ) -> Outcome<()> {
        let mut rekey = held(&self.rekey);
        still(is_awaited)?;
        *rekey = Some((vault, prepared));
        Ok(())
    }

    /// The new key, for use or to be forgotten, and the vault that it is for.
    pub fn take_rekey(&self) -> Option<(String, PreparedRekey)> {
        held(&self.rekey).take()
    }

    /// Forgets the new key unasked.
    pub fn drop_rekey(&self) {
        if let Some((vault, _)) = self.take_rekey() {
            self.note_rekey(vault, InterruptedRekey::NotDone);
        }
    }

    /// Notes what became of a new key whose page is gone.
    pub fn note_rekey(&self, vault: String, outcome: InterruptedRekey) {
        held(&self.outcomes).insert(vault, outcome);
    }

    /// What became of the new key of a vault, where no page has reported it yet.
    pub fn noted_rekey(&self, vault: &str) -> Option<InterruptedRekey> {
        held(&self.outcomes).get(vault).copied()
    }

    /// A page reports it now.
    pub fn reported_rekey(&self, vault: &str) {
        held(&self.outcomes).remove(vault);
    }

    /// A page that begins knows nothing of what an earlier one showed.
    pub fn begin_anew(&self) {
        self.drop_vault();
        self.drop_rekey();
    }
}
