//! Changing the passphrase, with the old one or with the recovery words.

use std::path::Path;

use secrecy::{ExposeSecret, SecretString};

use super::unlock::{Access, OpenHeader, open, read_header};
use super::{Session, SessionError};
use crate::environment::Environment;
use crate::vault::folder::Folder;
use crate::vault::lock_file::LockFile;

impl Session {
    /// Replaces the passphrase. The current one is asked for again, since whoever sits before an unlocked vault may
    /// not be who unlocked it.
    pub(crate) fn change_passphrase(
        &mut self,
        current: &SecretString,
        new: &SecretString,
    ) -> Result<(), SessionError> {
        if self.is_read_only() {
            return Err(crate::store::StoreError::ReadOnly.into());
        }
        let keyring = self.header.unlock(current)?;
        let header = self
            .header
            .with_passphrase(&keyring, new, &*self.environment.random)?;
        header.write(&self.folder)?;
        self.header = header;
        Ok(())
    }
}

/// Unlocks a vault by its recovery words and gives it a new passphrase. Works from the copy of the header too, and
/// writes both anew.
pub(crate) fn recover(
    path: &Path,
    words: &SecretString,
    new: &SecretString,
    environment: &Environment,
) -> Result<Session, SessionError> {
    let folder = Folder::of_vault(path)?;
    let (header, _) = read_header(&folder, Access::WhatIsLeft)?;
    let mut lock = LockFile::take(&folder)?;
    let keyring = header.recover(words.expose_secret())?;
    let header = header.with_passphrase(&keyring, new, &*environment.random)?;
    lock.sign();
    header.write(&folder)?;
    let opened = OpenHeader {
        header,
        keyring,
        lock,
        damage: Vec::new(),
    };
    open(folder, opened, Access::Full, environment)
}
