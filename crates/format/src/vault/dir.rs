//! A folder that is held open. What is in it is reached through the handle, by one name at a time, and no link is followed:
//! neither a link that lies in the folder nor another folder that takes its place leads a read or a write elsewhere.
//!
//! POSIX: `openat` with `O_NOFOLLOW` for each step (Linux, macOS). `openat2` would say the same in one call on Linux alone.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

use rustix::fs::{self as sys, Access, AtFlags, FileType, Mode, OFlags, Stat};

use super::fault::{FileFault, Foreign};

const PRIVATE_FOLDER: Mode = Mode::RWXU;
const PRIVATE_FILE: Mode = Mode::RUSR.union(Mode::WUSR);
const FOLDER: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::CLOEXEC);
/// Nothing is followed, and no pipe or terminal is waited for or taken.
const FILE: OFlags = OFlags::NOFOLLOW
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY)
    .union(OFlags::CLOEXEC);

/// A folder that is held open.
#[derive(Debug)]
pub struct Dir(OwnedFd);

/// Distinguishes a file from every other, as long as it exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InodeId {
    device: u64,
    inode: u64,
}

/// What lies under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// None for a regular file.
    pub foreign: Option<Foreign>,
    /// Bytes.
    pub length: u64,
    pub id: InodeId,
    has_second_name: bool,
}

impl Dir {
    /// Opens a folder by its path. Links on the way are followed, this once.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(sys::open(path, FOLDER, Mode::empty())?))
    }

    /// Opens a folder in this one.
    pub fn open_dir(&self, name: &str) -> io::Result<Self> {
        match sys::openat(&self.0, name, FOLDER | OFlags::NOFOLLOW, Mode::empty()) {
            Ok(folder) => Ok(Self(folder)),
            Err(error) => Err(self.why_no_folder(name, error.into())),
        }
    }

    fn why_no_folder(&self, name: &str, error: io::Error) -> io::Error {
        match self.found(name).map(|found| found.foreign) {
            Ok(Some(Foreign::Folder)) | Err(_) => error,
            Ok(Some(what)) => FileFault::foreign(name.into(), what),
            Ok(None) => FileFault::foreign(name.into(), Foreign::Other),
        }
    }

    /// Makes a folder in this one, for its owner alone; it may be there.
    pub fn make_dir(&self, name: &str) -> io::Result<()> {
        match sys::mkdirat(&self.0, name, PRIVATE_FOLDER) {
            Err(rustix::io::Errno::EXIST) => Ok(()),
            other => Ok(other?),
        }
    }

    /// Opens a regular file, for reading or for both. One that is written to must have no second name.
    pub fn open_file(&self, name: &str, is_written: bool) -> io::Result<File> {
        // Looked at before: opening a device may do something already.
        self.found(name)?.check(name, is_written)?;
        let access = if is_written {
            OFlags::RDWR
        } else {
            OFlags::RDONLY
        };
        let file = File::from(sys::openat(&self.0, name, FILE | access, Mode::empty())?);
        Found::of(&sys::fstat(&file)?).check(name, is_written)?;
        Ok(file)
    }

    /// Creates a file that must not be there yet, readable by its owner alone.
    pub fn create_file(&self, name: &str) -> io::Result<File> {
        let flags = FILE | OFlags::RDWR | OFlags::CREATE | OFlags::EXCL;
        Ok(sys::openat(&self.0, name, flags, PRIVATE_FILE)?.into())
    }

    /// Gives a file another name in this folder, in the place of what has that name.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(sys::renameat(&self.0, from, &self.0, to)?)
    }

    /// Removes a regular file; anything else is left.
    pub fn remove_file(&self, name: &str) -> io::Result<()> {
        self.found(name)?.check(name, false)?;
        Ok(sys::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Removes a folder that is empty.
    pub fn remove_dir(&self, name: &str) -> io::Result<()> {
        Ok(sys::unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
    }

    /// What lies under a name, itself and not what it leads to.
    pub fn found(&self, name: &str) -> io::Result<Found> {
        let found = sys::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(Found::of(&found))
    }

    /// All names in the folder.
    pub fn names(&self) -> io::Result<Vec<OsString>> {
        use std::os::unix::ffi::OsStringExt;
        let mut names = Vec::new();
        for entry in sys::Dir::read_from(&self.0)? {
            let name = entry?.file_name().to_bytes().to_vec();
            if name != b"." && name != b".." {
                names.push(OsString::from_vec(name));
            }
        }
        Ok(names)
    }

    /// Whether this program may write into the folder; an error says why not.
    pub fn check_writable(&self) -> io::Result<()> {
        Ok(sys::accessat(
            &self.0,
            ".",
            Access::WRITE_OK | Access::EXEC_OK,
            AtFlags::EACCESS,
        )?)
    }

    /// Whether the folder is in no other any more.
    pub fn is_removed(&self) -> bool {
        sys::fstat(&self.0).is_ok_and(|found| found.st_nlink == 0)
    }

    /// Bytes that are free on the disk for this user; nothing where the system does not say.
    pub fn free(&self) -> Option<u64> {
        let found = sys::fstatvfs(&self.0).ok()?;
        found.f_bavail.checked_mul(found.f_frsize)
    }

    /// Distinguishes this folder from every other.
    pub fn id(&self) -> io::Result<InodeId> {
        Ok(Found::of(&sys::fstat(&self.0)?).id)
    }

    /// Makes a rename or a removal in this folder outlive a power cut.
    pub fn sync(&self) -> io::Result<()> {
        Ok(sys::fsync(&self.0)?)
    }

    /// The folder as a file, to lock it.
    pub fn as_file(&self) -> io::Result<File> {
        Ok(self.0.as_fd().try_clone_to_owned()?.into())
    }
}

impl Found {
    // What these numbers are made of differs by system.
    #[allow(clippy::unnecessary_cast, clippy::cast_sign_loss)]
    fn of(found: &Stat) -> Self {
        Self {
            foreign: match FileType::from_raw_mode(found.st_mode) {
                FileType::RegularFile => None,
                FileType::Symlink => Some(Foreign::Link),
                FileType::Directory => Some(Foreign::Folder),
                _ => Some(Foreign::Other),
            },
            length: found.st_size as u64,
            id: InodeId {
                device: found.st_dev as u64,
                inode: found.st_ino as u64,
            },
            has_second_name: found.st_nlink > 1,
        }
    }

    /// Whether it is a file that may be read, or written to.
    pub fn check(&self, name: &str, is_written: bool) -> io::Result<()> {
        match self.foreign {
            Some(what) => Err(FileFault::foreign(name.into(), what)),
            None if is_written && self.has_second_name => {
                Err(FileFault::foreign(name.into(), Foreign::SecondName))
            }
            None => Ok(()),
        }
    }
}
