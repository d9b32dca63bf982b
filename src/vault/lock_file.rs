//! One program at a time: an advisory lock that the system lifts when the program ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};

use super::VaultError;
use super::folder::Folder;

/// Held while a vault is open.
#[derive(Debug)]
pub(crate) struct LockFile(File);

impl LockFile {
    /// Takes the lock, or says who has it.
    pub(crate) fn take(folder: &Folder) -> Result<Self, VaultError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(folder.lock())?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                // On Windows the lock forbids reading as well; then the holder stays unnamed.
                let _ = file.take(20).read_to_string(&mut text);
                return Err(VaultError::InUse {
                    pid: text.trim().parse().ok(),
                });
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        // The lock is held; the number is a courtesy. On a disk without room for it the vault must still open.
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| write!(file, "{}", std::process::id()));
        Ok(Self(file))
    }
}

impl Drop for LockFile {
    fn drop(&mut self) {
        // A number left behind would only mislead.
        let _ = self.0.set_len(0);
        // Let go by word and not only by closing: a program that another thread is just starting may hold a copy of
        // the handle for a moment, and the next unlock would be told that the vault is in use.
        let _ = self.0.unlock();
    }
}
