//! [`super::dir`] for Windows. The folder is held open without leave to rename or remove it, so that no other can take its
//! place; in it, whatever is a reparse point (a link, a junction) is refused. Second names are not seen: the standard library
//! does not report how many a file has. Written from the documentation of `CreateFileW`; not tested.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::fault::{FileFault, Foreign};

const FILE_SHARE_READ: u32 = 1;
const FILE_SHARE_WRITE: u32 = 2;
const FILE_ATTRIBUTE_REPARSE_POINT: u32 = 0x400;
/// Needed to open a folder.
const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;
/// Opens a link itself and not what it leads to.
const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;

/// A folder that is held open.
#[derive(Debug)]
pub struct Dir {
    path: PathBuf,
    held: File,
}

/// Distinguishes a file from others, as far as the standard library can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InodeId {
    created: u64,
}

/// What lies under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// None for a regular file.
    pub foreign: Option<Foreign>,
    /// Bytes.
    pub length: u64,
    pub id: InodeId,
}

fn is_reparse_point(found: &Metadata) -> bool {
    found.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT != 0
}

impl Dir {
    /// Opens a folder by its path. Links on the way are followed, this once.
    pub fn open(path: &Path) -> io::Result<Self> {
        Self::hold(fs::canonicalize(path)?)
    }

    fn hold(path: PathBuf) -> io::Result<Self> {
        let held = OpenOptions::new()
            .read(true)
            .share_mode(FILE_SHARE_READ | FILE_SHARE_WRITE)
            .custom_flags(FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT)
            .open(&path)?;
        let found = held.metadata()?;
        if is_reparse_point(&found) {
            return Err(FileFault::foreign(path, Foreign::Link));
        }
        if !found.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Self { path, held })
    }

    /// Opens a folder in this one.
    pub fn open_dir(&self, name: &str) -> io::Result<Self> {
        Self::hold(self.path.join(name))
    }

    /// Makes a folder in this one; it may be there.
    pub fn make_dir(&self, name: &str) -> io::Result<()> {
        match fs::create_dir(self.path.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            other => other,
        }
    }

    /// Opens a regular file, for reading or for both.
    pub fn open_file(&self, name: &str, is_written: bool) -> io::Result<File> {
        self.found(name)?.check(name, is_written)?;
        let file = OpenOptions::new()
            .read(true)
            .write(is_written)
            .custom_flags(FILE_FLAG_OPEN_REPARSE_POINT)
            .open(self.path.join(name))?;
        Found::of(&file.metadata()?).check(name, is_written)?;
        Ok(file)
    }

    /// Creates a file that must not be there yet.
    pub fn create_file(&self, name: &str) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        options.open(self.path.join(name))
    }

    /// Gives a file another name in this folder, in the place of what has that name.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.path.join(from), self.path.join(to))
    }

    /// Removes a regular file; anything else is left.
    pub fn remove_file(&self, name: &str) -> io::Result<()> {
        self.found(name)?.check(name, false)?;
        fs::remove_file(self.path.join(name))
    }

    /// Removes a folder that is empty.
    pub fn remove_dir(&self, name: &str) -> io::Result<()> {
        fs::remove_dir(self.path.join(name))
    }

    /// What lies under a name, itself and not what it leads to.
    pub fn found(&self, name: &str) -> io::Result<Found> {
        let found = fs::symlink_metadata(self.path.join(name))?;
        Ok(Found::of(&found))
    }

    /// All names in the folder.
    pub fn names(&self) -> io::Result<Vec<OsString>> {
        let entries = fs::read_dir(&self.path)?;
        entries.map(|entry| Ok(entry?.file_name())).collect()
    }

    /// Whether this program may write into the folder. On Windows only an attempt shows it.
    pub fn check_writable(&self) -> io::Result<()> {
        Ok(())
    }

    /// Whether the folder is gone.
    pub fn is_removed(&self) -> bool {
        self.held.metadata().is_err()
    }

    /// What is free on the disk is not asked for here: a full disk is reported when a write fails.
    #[allow(clippy::unused_self)]
    pub fn free(&self) -> Option<u64> {
        None
    }

    /// Distinguishes this folder from others.
    pub fn id(&self) -> io::Result<InodeId> {
        Ok(Found::of(&self.held.metadata()?).id)
    }

    /// Windows has no such call; its renames are journalled.
    pub fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    /// The folder as a file, to lock it.
    pub fn as_file(&self) -> io::Result<File> {
        self.held.try_clone()
    }
}

impl Found {
    fn of(found: &Metadata) -> Self {
        Self {
            foreign: if is_reparse_point(found) {
                Some(Foreign::Link)
            } else if found.is_dir() {
                Some(Foreign::Folder)
            } else if found.is_file() {
                None
            } else {
                Some(Foreign::Other)
            },
            length: found.len(),
            id: InodeId {
                created: found.creation_time(),
            },
        }
    }

    /// Whether it is a file that may be read, or written to.
    pub fn check(&self, name: &str, _is_written: bool) -> io::Result<()> {
        match self.foreign {
            Some(what) => Err(FileFault::foreign(name.into(), what)),
            None => Ok(()),
        }
    }
}
