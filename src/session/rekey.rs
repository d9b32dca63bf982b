//! A new master key: everything is sealed again, and nothing that opened the vault before opens what is written after.
//!
//! The order of the files makes it whole at every moment. First the header of the next epoch is written beside the one that is
//! there, then the database is sealed again in one transaction, which names that header, then it takes its place. The epoch of
//! the database tells which of the two headers is the right one, to whoever unlocks next.

use secrecy::SecretString;

use super::{Session, SessionError};
use crate::progress::{Cancelled, Watch};
use crate::store::StoreError;
use crate::vault::WordList;
use crate::vault::header::NewHeader;

impl Session {
    /// Seals the vault again under a new master key, with the passphrase that is there or a new one, and new recovery words.
    ///
    /// The words are given to `show` before anything is changed; where it fails nothing was. They are good when this returns,
    /// and not where it was cancelled. Where the disk fails either they or the old ones are: the next unlock tells.
    ///
    /// Sealed files stay as they are: the key of each stands in a row that is sealed again, and none is ever written to again.
    ///
    /// # Errors
    /// [`SessionError::NoRoom`] before anything is shown. Where something is damaged, that is told, and nothing changed.
    pub(crate) fn rekey(
        &mut self,
        current: &SecretString,
        new: Option<&SecretString>,
        list: WordList,
        show: impl FnOnce(&SecretString) -> Result<(), Cancelled>,
        watch: &mut Watch<'_>,
    ) -> Result<(), SessionError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly.into());
        }
        self.header.unlock(current)?;
        let needed = self.store.room_to_rekey();
        if let Some(free) = self.folder.free().filter(|free| *free < needed) {
            return Err(SessionError::NoRoom { needed, free });
        }
        let NewHeader {
            header,
            keyring,
            recovery_words,
        } = self
            .header
            .rekeyed(new.unwrap_or(current), list, &*self.environment.random)?;
        show(&recovery_words)?;
        // Notes of unfinished files do not open by the new keys.
        self.sweep_unfinished();
        header.write_next(&self.folder)?;
        // It stays where this fails: a commit of which the system says that it failed may be found whole after a power cut.
        // The next unlock knows which header is the right one, and removes the other.
        self.store
            .rekey(keyring, header.name(), &mut |done, total| {
                watch.step(done, total).map_err(SessionError::from)
            })?;
        self.header = header;
        // Done by the next unlock where it cannot be done now.
        let _ = self.header.finish_change(&self.folder);
        self.begin_index_anew();
        Ok(())
    }
}
