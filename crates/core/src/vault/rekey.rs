//! A new master key: everything is sealed again, and nothing that opened the vault before opens what is written after.
//!
//! The order of the files makes it whole at every moment. First the sealed state says that a key is being made, and the header of
//! the next epoch is written beside the one that is there; then the database is sealed again in one transaction, which names that
//! header; then it takes its place. Which of the two headers is the right one is determined at the next unlock, by what opens. What
//! became of it is recorded in the sealed state alone: which files lie there is anybody's doing.

use secrecy::SecretString;

use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::storage::InterruptedRekey;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::header::{Header, HeaderName, NewHeader};
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::{VaultError, WordList};
use fieldnotes_store::store::StoreError;

/// A new master key under a passphrase and new recovery words. Nothing of the vault is changed by it yet; dropped, nothing is.
pub struct PreparedRekey {
    header: Header,
    keyring: Keyring,
    recovery_words: SecretString,
    /// The header in whose place it comes.
    replaces: HeaderName,
}

impl PreparedRekey {
    /// The words that are good once it was applied. Kept nowhere.
    pub fn recovery_words(&self) -> &SecretString {
        &self.recovery_words
    }
}

impl std::fmt::Debug for PreparedRekey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PreparedRekey(…)")
    }
}

impl Session {
    /// Draws a new master key and new recovery words, for the passphrase that is there or a new one. Nothing is changed.
    ///
    /// # Errors
    /// [`SessionError::NoRoom`] where the disk has no space for the database once more.
    pub(crate) fn prepare_rekey(
        &self,
        current: &SecretString,
        new: Option<&SecretString>,
        list: WordList,
    ) -> Result<PreparedRekey, SessionError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly.into());
        }
        self.storage.header.unlock(current)?;
        self.check_space_to_rekey()?;
        let NewHeader {
            header,
            keyring,
            recovery_words,
        } = self.storage.header.rekeyed(
            new.unwrap_or(current),
            list,
            &*self.storage.environment.random,
        )?;
        Ok(PreparedRekey {
            header,
            keyring,
            recovery_words,
            replaces: self.storage.header.name(),
        })
    }

    /// Seals the vault again under the new master key.
    ///
    /// The new recovery words are good when this returns, and not where it was cancelled. Where the disk fails either they or the
    /// old ones are: the next unlock reports which.
    ///
    /// Sealed files stay as they are: the key of each stands in a row that is sealed again, and none is ever written to again.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`] where the passphrase was changed since it was prepared. Where something is damaged, that is
    /// reported, and nothing changed.
    pub(crate) fn apply_rekey(
        &mut self,
        prepared: PreparedRekey,
        watch: &mut Watch<'_>,
    ) -> Result<(), SessionError> {
        if prepared.replaces != self.storage.header.name() {
            return Err(VaultError::WrongPassphrase.into());
        }
        if self.is_read_only() {
            return Err(StoreError::ReadOnly.into());
        }
        self.check_space_to_rekey()?;
        let PreparedRekey {
            header, keyring, ..
        } = prepared;
        // Notes of unfinished files do not open by the new keys.
        self.sweep_unfinished();
        let mut transaction = self.storage.store.begin()?;
        transaction.state.begin_rekey(&header.name());
        transaction.commit()?;
        header.write_next(&self.storage.folder)?;
        // It stays where this fails: a commit of which the system says that it failed may be found whole after a power cut.
        // The next unlock knows which header is the right one, and removes the other.
        self.storage
            .store
            .rekey(keyring, header.name(), &mut |done, total| {
                watch.step(done, total).map_err(SessionError::from)
            })?;
        self.storage.header = header;
        self.storage.interrupted_rekey = None;
        // Done by the next unlock where it cannot be done now.
        if self
            .storage
            .header
            .finish_change(&self.storage.folder)
            .is_ok()
        {
            let _ = crate::vault::header::end_rekey(&mut self.storage.store, &self.storage.folder);
        }
        self.begin_index_anew();
        Ok(())
    }

    /// The rekey that this unlocking found cut short, and finished or cleared away.
    pub(crate) fn interrupted_rekey(&self) -> Option<InterruptedRekey> {
        self.storage.interrupted_rekey
    }

    fn check_space_to_rekey(&self) -> Result<(), SessionError> {
        let needed = self.storage.store.space_to_rekey();
        match self.storage.folder.free().filter(|free| *free < needed) {
            Some(free) => Err(SessionError::NoRoom { needed, free }),
            None => Ok(()),
        }
    }
}
