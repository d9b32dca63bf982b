//! One program at a time: an advisory lock that the system lifts when the program ends, however it ends.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};

use super::VaultError;
use super::fault::SystemFault;
use super::folder::Folder;

/// Held while a vault is open.
#[derive(Debug)]
pub struct LockFile {
    file: File,
    may_write: bool,
    is_signed: bool,
}

impl LockFile {
    /// Takes the lock, or says who has it. Nothing is written. Where the lock cannot be written to, or there is no space for it,
    /// what is there is locked: it keeps out others who write, as far as the file system knows such locks.
    pub fn take(folder: &Folder) -> Result<Self, VaultError> {
        let (file, may_write) = open(folder)?;
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
            // Some file systems lock only what may be written to, or know no locks. Nobody else writes there by this way either.
            Err(TryLockError::Error(_)) if !may_write => {}
            Err(TryLockError::Error(error)) => {
                return Err(folder.named(&folder.lock(), error).into());
            }
        }
        Ok(Self {
            file,
            may_write,
            is_signed: false,
        })
    }

    /// Whether others who write are kept out for certain.
    pub fn may_write(&self) -> bool {
        self.may_write
    }

    /// Writes the number of this program into the lock, once it is known that the vault is its user's. A courtesy: on a disk
    /// without space for it the vault must still open.
    pub fn sign(&mut self) {
        if !self.may_write || !is_ours(&mut self.file) {
            return;
        }
        self.is_signed = true;
        let file = &mut self.file;
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| write!(file, "{}", std::process::id()));
    }
}

/// Whether there is nothing in it but what a program of ours left.
fn is_ours(file: &mut File) -> bool {
    let mut text = Vec::new();
    let read = file
        .rewind()
        .and_then(|()| file.take(21).read_to_end(&mut text));
    read.is_ok() && text.len() <= 20 && text.iter().all(u8::is_ascii_digit)
}

/// The file, and whether it may be written to.
fn open(folder: &Folder) -> io::Result<(File, bool)> {
    let name = folder.lock();
    let missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    let opened = match folder.open_to_write(&name) {
        Err(error) if missing(&error) => match folder.create_file(&name) {
            // Somebody else was quicker.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                folder.open_to_write(&name)
            }
            other => other,
        },
        other => other,
    };
    match opened {
        Ok(file) => Ok((file, true)),
        Err(error) if SystemFault::allows_reading(&error) => match folder.open_file(&name) {
            Ok(file) => Ok((file, false)),
            // The folder can be locked in its place.
            Err(error) if missing(&error) => Ok((folder.as_file()?, false)),
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    }
}

impl Drop for LockFile {
    fn drop(&mut self) {
        if self.is_signed {
            // A number left behind would only mislead.
            let _ = self.file.set_len(0);
        }
        // Let go by word and not only by closing: a program that another thread is just starting may hold a copy of
        // the handle for a moment, and the next unlock would report that the vault is in use.
        let _ = self.file.unlock();
    }
}
