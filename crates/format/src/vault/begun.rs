//! Sealed files that are unfinished work: docs/FORMAT.md section 5.2.
//!
//! A sealed file is whole on the disk before the row that names it is committed, and goes only after the row went. A crash in
//! between leaves a file that no row names. Only what was noted here beforehand is removed later: a file that no row names may
//! just as well belong to a newer state of a database that somebody put back.

use std::io::{self, Read, Write};
use std::sync::Arc;

use super::fault::SystemFault;
use super::folder::Folder;
use super::keyring::{Keyring, SUITE};
use crate::crypto::aead;
use crate::crypto::key::Key;
use crate::crypto::random::Random;
use fieldnotes_domain::ids::FileId;

const DOMAIN: &[u8] = b"fieldnotes/begun/1";
/// File id and count of transactions.
const VALUE: usize = 16 + 8;
/// The nonce is part of what `aead` seals.
const NOTE: usize = 24 + VALUE + aead::TAG;
/// Bytes that are read: notes of a million files.
const MOST: u64 = 64 << 20;

/// Notes that do not open before the file is given up: somebody else wrote it, and every command would wait for each.
const MOST_UNREADABLE: usize = 1_024;

/// Notes sealed files before they are begun, and before they go.
pub struct Begun {
    folder: Folder,
    key: Key,
    aad: Vec<u8>,
    random: Arc<dyn Random>,
}

impl Begun {
    /// The notes in a vault's folder, sealed under its keys.
    pub fn of(folder: &Folder, keyring: &Keyring, random: Arc<dyn Random>) -> Self {
        let mut aad = (DOMAIN.len() as u32).to_be_bytes().to_vec();
        aad.extend_from_slice(DOMAIN);
        aad.push(SUITE);
        aad.extend_from_slice(keyring.vault.as_bytes());
        Self {
            folder: folder.clone(),
            key: keyring.pages.clone(),
            aad,
            random,
        }
    }

    /// Where the files lie.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Notes files that no row names yet, or that none will name soon. `counter` is the count of transactions so far. After a
    /// power cut the note may be missing; then the file stays, which is the safe side.
    pub fn note(&self, files: &[FileId], counter: u64) -> io::Result<()> {
        let name = self.folder.begun();
        let mut notes = Vec::with_capacity(files.len() * NOTE);
        for file in files {
            let mut value = file.as_bytes().to_vec();
            value.extend_from_slice(&counter.to_be_bytes());
            notes.extend(aead::seal(&self.key, &self.aad, value, &*self.random));
        }
        let mut to = match self.folder.open_to_write(&name) {
            Err(error) if SystemFault::of(&error) == SystemFault::Missing => {
                self.folder.create_file(&name)?
            }
            other => other?,
        };
        // A note that was cut short by a crash is written over.
        let whole = to.metadata()?.len() / NOTE as u64 * NOTE as u64;
        let written =
            io::Seek::seek(&mut to, io::SeekFrom::Start(whole)).and_then(|_| to.write_all(&notes));
        written.map_err(|error| self.folder.named(&name, error))
    }

    /// The files that were noted, as long as the vault's count of transactions has not gone back since. What does not open, and
    /// what another vault wrote, is passed over.
    pub fn noted(&self, counter: u64) -> Vec<FileId> {
        let mut bytes = Vec::new();
        let read = self
            .folder
            .open_file(&self.folder.begun())
            .and_then(|file| file.take(MOST).read_to_end(&mut bytes));
        if read.is_err() {
            return Vec::new();
        }
        let (notes, _) = bytes.as_chunks::<NOTE>();
        let open = |note: &[u8; NOTE]| {
            let value = aead::open(&self.key, &self.aad, note).ok()?;
            let (file, then) = value.split_first_chunk::<16>()?;
            let then = u64::from_be_bytes(then.try_into().ok()?);
            Some((FileId::from_bytes(*file), then))
        };
        let (mut noted, mut unreadable) = (Vec::new(), 0);
        for note in notes {
            match open(note) {
                Some(one) => noted.push(one),
                None => unreadable += 1,
            }
            if unreadable == MOST_UNREADABLE {
                return Vec::new();
            }
        }
        match noted.iter().any(|(_, then)| *then > counter) {
            true => Vec::new(),
            false => noted.into_iter().map(|(file, _)| file).collect(),
        }
    }

    /// Forgets all notes: there is no unfinished work any more.
    pub fn forget(&self) -> io::Result<()> {
        self.folder.remove_if_there(&self.folder.begun())
    }
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Begun(..)")
    }
}

#[cfg(test)]
impl Begun {
    /// Of no vault.
    pub fn for_tests(folder: &Folder) -> Self {
        let vault = fieldnotes_domain::ids::VaultId::from_bytes([4; 16]);
        let keyring = Keyring::derive(vault, 1, Key::from_bytes(&[1; 32]));
        Self::of(folder, &keyring, Arc::new(crate::random::OsRandom))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::OsRandom;

    fn begun(folder: &Folder, master: u8) -> Begun {
        let keyring = Keyring::derive(
            fieldnotes_domain::ids::VaultId::from_bytes([4; 16]),
            1,
            Key::from_bytes(&[master; 32]),
        );
        Begun::of(folder, &keyring, Arc::new(OsRandom))
    }

    #[test]
    fn a_file_of_somebody_else_is_given_up() {
        let dir = tempfile::tempdir().expect("temp dir");
        let folder = Folder::open(dir.path()).expect("a folder");
        let begun_here = begun(&folder, 1);
        let a = FileId::from_bytes([1; 16]);
        begun_here.note(&[a], 7).expect("noted");
        assert_eq!(begun_here.noted(9), [a]);
        let path = dir.path().join("begun");
        let mut bytes = std::fs::read(&path).expect("there");
        for (unreadable, known) in [(MOST_UNREADABLE - 1, 1), (MOST_UNREADABLE, 0)] {
            bytes.truncate(NOTE);
            bytes.resize(NOTE * (1 + unreadable), 0);
            std::fs::write(&path, &bytes).expect("written");
            assert_eq!(begun_here.noted(9).len(), known);
        }
    }

    #[test]
    fn what_was_noted_is_known_until_the_count_goes_back() {
        let dir = tempfile::tempdir().expect("temp dir");
        let folder = Folder::open(dir.path()).expect("a folder");
        let begun_here = begun(&folder, 1);
        let [a, b, c] = [1, 2, 3].map(|byte| FileId::from_bytes([byte; 16]));
        assert!(begun_here.noted(9).is_empty());
        begun_here.note(&[a, b], 7).expect("noted");
        begun_here.note(&[c], 8).expect("noted");
        assert_eq!(begun_here.noted(8), [a, b, c]);
        assert_eq!(begun_here.noted(9), [a, b, c]);
        assert!(begun_here.noted(7).is_empty(), "an older database");
        assert!(begun(&folder, 2).noted(9).is_empty(), "another vault");

        // Cut short, the last one is lost; what comes then is read again.
        let path = folder.path(&folder.begun());
        let bytes = std::fs::read(&path).expect("there");
        std::fs::write(&path, &bytes[..bytes.len() - 1]).expect("written");
        assert_eq!(begun_here.noted(9), [a, b]);
        begun_here.note(&[c], 8).expect("noted");
        assert_eq!(begun_here.noted(9), [a, b, c]);
        begun_here.forget().expect("removed");
        assert!(begun_here.noted(9).is_empty());
    }
}
