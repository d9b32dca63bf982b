//! What the system said about a file of the vault: which file, and why. It travels inside an [`io::Error`], so that it reaches
//! whoever words it by the ways that errors of the system take anyhow.

use std::io;
use std::path::PathBuf;

/// What lies where a file of the vault is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A link to something else.
    Link,
    /// A file that has another name as well, under which it would be changed too.
    SecondName,
    /// A folder.
    Folder,
    /// A file in the place of a folder, a pipe, a socket or a device.
    Other,
}

impl Foreign {
    /// The name that wordings branch on.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::SecondName => "second_name",
            Self::Folder => "folder",
            Self::Other => "other",
        }
    }
}

/// Why a file could not be used.
#[derive(Debug)]
pub enum Why {
    /// The system refused.
    System(io::Error),
    /// What is there is not a file of the vault. It is left as it is.
    Foreign(Foreign),
    /// The folder is no longer there, or another one has its name.
    Gone,
    /// The file was removed or exchanged while the vault was open.
    Replaced,
}

/// A fault at a file. The text is for developers; it is never shown.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why:?}", .file.display())]
pub struct FileFault {
    /// Its path, as the system was asked for it.
    pub file: PathBuf,
    /// What is wrong with it.
    pub why: Why,
}

impl FileFault {
    /// The fault inside an error of the system, if there is one.
    pub fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref().and_then(|inner| inner.downcast_ref())
    }

    /// Whether something else lies in the place of the file.
    pub fn is_foreign(&self) -> bool {
        matches!(self.why, Why::Foreign(_))
    }

    /// Something else lies in the place of a file.
    pub fn foreign(file: PathBuf, what: Foreign) -> io::Error {
        let why = Why::Foreign(what);
        io::Error::new(io::ErrorKind::InvalidInput, Self { file, why })
    }

    /// The folder is gone.
    pub fn gone(file: PathBuf) -> io::Error {
        let why = Why::Gone;
        io::Error::new(io::ErrorKind::NotConnected, Self { file, why })
    }

    /// A file was exchanged under us.
    pub fn replaced(file: PathBuf) -> io::Error {
        let why = Why::Replaced;
        io::Error::new(io::ErrorKind::StaleNetworkFileHandle, Self { file, why })
    }

    /// Names the file that an error of the system is about. The kind stays; one that is named already stays as it is.
    pub fn name(error: io::Error, file: PathBuf) -> io::Error {
        if Self::of(&error).is_some() {
            return error;
        }
        let kind = error.kind();
        let why = Why::System(error);
        io::Error::new(kind, Self { file, why })
    }
}

/// What the system refused, as far as it makes a difference to whoever reads of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SystemFault {
    /// No space left, or none for this user.
    Full,
    /// This user may not.
    Forbidden,
    /// Nothing can be written there.
    ReadOnly,
    /// Too many files are open, in this program or in all.
    TooManyOpenFiles,
    /// The path is longer than paths may be.
    PathTooLong,
    /// There is no such file.
    Missing,
    /// There is no such folder: a part of the path is a file.
    NoFolder,
    /// The disk could not be read or written.
    Disk,
    /// Anything else.
    Other,
}

impl SystemFault {
    /// Sorts an error of the system, the one inside a [`FileFault`] too.
    pub fn of(error: &io::Error) -> Self {
        if let Some(FileFault {
            why: Why::System(inner),
            ..
        }) = FileFault::of(error)
        {
            return Self::of(inner);
        }
        #[cfg(unix)]
        match error.raw_os_error() {
            Some(libc::EMFILE | libc::ENFILE) => return Self::TooManyOpenFiles,
            Some(libc::ENAMETOOLONG) => return Self::PathTooLong,
            Some(libc::EIO | libc::ENXIO | libc::ENODEV) => return Self::Disk,
            _ => {}
        }
        #[cfg(windows)]
        match error.raw_os_error() {
            // ERROR_TOO_MANY_OPEN_FILES; ERROR_FILENAME_EXCED_RANGE; ERROR_CRC, ERROR_NOT_READY, ERROR_IO_DEVICE.
            Some(4) => return Self::TooManyOpenFiles,
            Some(206) => return Self::PathTooLong,
            Some(21 | 23 | 1117) => return Self::Disk,
            _ => {}
        }
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::InvalidFilename => Self::PathTooLong,
            _ => Self::Other,
        }
    }

    /// Whether it only says that nothing can be written: what is there may still be read.
    pub fn allows_reading(error: &io::Error) -> bool {
        matches!(
            Self::of(error),
            Self::Full | Self::Forbidden | Self::ReadOnly
        )
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_sorted_with_and_without_a_name() {
        for (errno, fault) in [
            (libc::ENOSPC, SystemFault::Full),
            (libc::EDQUOT, SystemFault::Full),
            (libc::EACCES, SystemFault::Forbidden),
            (libc::EPERM, SystemFault::Forbidden),
            (libc::EROFS, SystemFault::ReadOnly),
            (libc::EMFILE, SystemFault::TooManyOpenFiles),
            (libc::ENFILE, SystemFault::TooManyOpenFiles),
            (libc::ENAMETOOLONG, SystemFault::PathTooLong),
            (libc::ENOENT, SystemFault::Missing),
            (libc::ENOTDIR, SystemFault::NoFolder),
            (libc::EIO, SystemFault::Disk),
            (libc::EINVAL, SystemFault::Other),
        ] {
            let error = || io::Error::from_raw_os_error(errno);
            assert_eq!(SystemFault::of(&error()), fault);
            let named = FileFault::name(FileFault::name(error(), "a".into()), "b".into());
            assert_eq!(SystemFault::of(&named), fault);
            assert_eq!(named.kind(), error().kind());
            let file = FileFault::of(&named).map(|fault| fault.file.clone());
            assert_eq!(file, Some("a".into()));
        }
    }
}
