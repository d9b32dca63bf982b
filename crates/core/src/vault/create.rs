//! Making a vault.

use std::path::Path;

use secrecy::SecretString;

use crate::environment::Environment;
use crate::session::error::SessionError;
use crate::session::own::Own;
use fieldnotes_domain::ids::VaultId;
use fieldnotes_format::vault::fault::FileFault;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::lock_file::LockFile;
use fieldnotes_format::vault::new_folder::NewFolder;
use fieldnotes_format::vault::{VaultError, WordList};
use fieldnotes_store::store::Store;
use fieldnotes_store::store::state::State;

/// A vault that was just made.
pub(crate) struct Created {
    pub(crate) vault: VaultId,
    /// The fingerprint of its identity.
    pub(crate) fingerprint: String,
    /// The recovery words. Shown once, kept nowhere.
    pub(crate) recovery_words: SecretString,
}

/// A vault of which nobody has the recovery words yet: all of it but its header. Dropped, it leaves the folder as it was.
pub struct UnfinishedVault {
    created: Created,
    header: Header,
    folder: Folder,
    begun: NewFolder,
    _lock: LockFile,
}

/// Makes all of a vault but its header, in a folder that is missing or empty. A folder where that was cut short holds no vault.
/// A failure leaves the folder as it was.
pub(crate) fn begin_create(
    path: &Path,
    passphrase: &SecretString,
    list: WordList,
    is_test: bool,
    environment: &Environment,
) -> Result<UnfinishedVault, SessionError> {
    fieldnotes_store::store::check_length(path).map_err(VaultError::from)?;
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
    own.insert(&mut transaction)?;
    transaction.commit()?;
    store.close()?;
    Ok(UnfinishedVault {
        created: Created {
            vault: made.header.vault,
            fingerprint: own.identity().fingerprint().to_string(),
            recovery_words: made.recovery_words,
        },
        header: made.header,
        folder,
        begun,
        _lock: lock,
    })
}

impl UnfinishedVault {
    /// What it is going to be.
    pub(crate) fn created(&self) -> &Created {
        &self.created
    }

    /// Makes it a vault, and locks it: the header comes last.
    pub(crate) fn finish(self) -> Result<Created, SessionError> {
        self.begun.complete().map_err(VaultError::from)?;
        self.header.write(&self.folder)?;
        self.begun.keep();
        Ok(self.created)
    }
}

impl std::fmt::Debug for UnfinishedVault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UnfinishedVault(…)")
    }
}
