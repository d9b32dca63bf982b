//! Making a vault.

use std::path::Path;

use secrecy::SecretString;
use uuid::Uuid;

use super::SessionError;
use super::own::Own;
use crate::environment::Environment;
use crate::progress::Cancelled;
use crate::store::Store;
use crate::store::rows::JsonRow;
use crate::store::state::State;
use crate::vault::fault::FileFault;
use crate::vault::folder::Folder;
use crate::vault::header::Header;
use crate::vault::lock_file::LockFile;
use crate::vault::new_folder::NewFolder;
use crate::vault::{VaultError, WordList};

/// A vault that was just made.
pub(crate) struct Created {
    pub(crate) vault: Uuid,
    /// The fingerprint of its identity.
    pub(crate) fingerprint: String,
    /// The recovery words. Shown once, kept nowhere.
    pub(crate) recovery_words: SecretString,
}

/// Makes a vault in a folder that is missing or empty, and locks it. The header comes last, after `show` has shown what was
/// made: a folder where that was cut short holds no vault. A failure, also one of `show`, leaves the folder as it was.
pub(crate) fn create(
    path: &Path,
    passphrase: &SecretString,
    list: WordList,
    is_test: bool,
    environment: &Environment,
    show: impl FnOnce(&Created) -> Result<(), Cancelled>,
) -> Result<Created, SessionError> {
    crate::store::check_length(path).map_err(VaultError::from)?;
    let made = Header::make(passphrase, list, is_test, &*environment.random)?;
    let own = Own::make(&*environment.random)?;
    let begun = NewFolder::begin(path)
        .map_err(|error| VaultError::from(FileFault::name(error, path.to_owned())))?;
    let begun = begun.ok_or(VaultError::FolderNotEmpty)?;
    let folder = Folder::open(path).map_err(VaultError::from)?;
    let lock = LockFile::take(&folder)?;
    let state = State::new(own.device().id(), Some(made.header.name()));
    let mut store = Store::create(&folder, made.keyring, environment.random.clone(), state)?;
    let mut transaction = store.begin()?;
    own.to_row().insert(&mut transaction)?;
    transaction.commit()?;
    store.close()?;
    let created = Created {
        vault: made.header.vault,
        fingerprint: own.identity.fingerprint().to_string(),
        recovery_words: made.recovery_words,
    };
    show(&created).map_err(VaultError::from)?;
    begun.complete().map_err(VaultError::from)?;
    made.header.write(&folder)?;
    begun.keep();
    drop(lock);
    Ok(created)
}
