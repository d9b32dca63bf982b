//! Changing the passphrase, with the old one or with the recovery words.

use std::path::Path;

use secrecy::{ExposeSecret, SecretString};

use crate::environment::Environment;
use crate::session::Session;
use crate::session::damage::Damage;
use crate::session::error::SessionError;
use crate::vault::open::Opening;
use crate::vault::unlock::{Access, OpenHeader, read_header};
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::lock_file::LockFile;
use fieldnotes_store::store::StoreError;

impl Session {
    /// Replaces the passphrase. The current one is asked for again, since whoever sits before an unlocked vault may
    /// not be who unlocked it.
    pub(crate) fn change_passphrase(
        &mut self,
        current: &SecretString,
        new: &SecretString,
    ) -> Result<(), SessionError> {
        if self.is_read_only() {
            return Err(fieldnotes_store::store::StoreError::ReadOnly.into());
        }
        let keyring = self.storage.header.unlock(current)?;
        let header = self.storage.header.with_passphrase(
            &keyring,
            new,
            &*self.storage.environment.random,
        )?;
        crate::vault::header::replace(
            &mut self.storage.store,
            &self.storage.folder,
            &self.storage.header,
            &header,
        )?;
        self.storage.header = header;
        Ok(())
    }
}

/// Whether recovery words open the vault, before a new passphrase is thought of. Nothing is written.
pub(crate) fn check_words(
    path: &Path,
    words: &SecretString,
    environment: &Environment,
) -> Result<(), SessionError> {
    let folder = Folder::of_vault(path)?;
    let (header, _) = read_header(&folder, Access::WhatIsLeft)?;
    let _lock = LockFile::take(&folder)?;
    crate::vault::header::recovered(&folder, header, words.expose_secret(), environment)?;
    Ok(())
}

/// Unlocks a vault by its recovery words and gives it a new passphrase. Works from the copy of the header too, and
/// writes both anew.
///
/// A database that is an older one, or another copy, is gone on with only where `accept_older` says so: the newer one, put back, would
/// not know the new header. Then it counts as the vault's, under a new log.
pub(crate) fn recover(
    path: &Path,
    words: &SecretString,
    new: &SecretString,
    accept_older: bool,
    environment: &Environment,
) -> Result<Session, SessionError> {
    let folder = Folder::of_vault(path)?;
    let (header, _) = read_header(&folder, Access::WhatIsLeft)?;
    let mut lock = LockFile::take(&folder)?;
    let words = words.expose_secret();
    let (header, keyring) = crate::vault::header::recovered(&folder, header, words, environment)?;
    let next = header.with_passphrase(&keyring, new, &*environment.random)?;
    lock.sign();
    let opened = OpenHeader {
        header,
        keyring,
        lock,
        damage: Vec::new(),
    };
    match Opening::over(folder.clone(), opened, Access::Full, environment) {
        Ok(mut opening) => {
            let is_older = opening.is_older();
            if is_older && !accept_older {
                return Err(SessionError::Damaged(vec![Damage::DatabaseReplaced]));
            }
            opening.replace_header(next)?;
            if !is_older {
                return opening.finish();
            }
            opening.overlook_replaced();
            let mut session = opening.finish()?;
            session.go_on_from_older()?;
            Ok(session)
        }
        // A database that cannot be read must not keep anybody from reading what is left of it by a new passphrase. What the
        // machine refuses may be there again tomorrow, and it names the header that it goes with.
        Err(error) => {
            if is_unreadable(&error) {
                next.write(&folder)?;
            }
            Err(error)
        }
    }
}

/// Whether the database says nothing any more, of its header neither.
fn is_unreadable(error: &SessionError) -> bool {
    matches!(
        error,
        SessionError::Store(
            StoreError::StateDamaged | StoreError::FileDamaged | StoreError::Missing
        )
    )
}
