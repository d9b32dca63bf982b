//! Files that come in from outside the vault: regular ones, opened without waiting and without being led elsewhere.
//!
//! docs/decisions/017-files-outside.md says for which kinds of file a link is followed.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use crate::error::{Code, Error, Outcome};

/// Whether a link at the end of a path is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// It is: the file is the user's own, such as a passphrase file or a record that they wrote. A descriptor that the program
    /// was started with (`/dev/stdin`, `/dev/fd/3`) may then be a pipe.
    Follow,
    /// It is not: the file comes from somebody else, or goes into the vault as it is.
    Refuse,
}

/// Opens a file for reading.
///
/// # Errors
/// [`Code::FileNotFound`], [`Code::FileForbidden`], [`Code::IsAFolder`]; [`Code::NotAFile`] with `what` (`link`, `other`) for
/// a link that is not followed, a pipe, a socket or a device. All with `file`.
pub fn open(path: &Path, links: Links) -> Outcome<File> {
    let named = |error: Error| error.with("file", path.display());
    let file = open_at_once(path, links).map_err(|error| named(why(path, &error)))?;
    let kind = file
        .metadata()
        .map_err(|error| named(error.into()))?
        .file_type();
    if kind.is_dir() {
        return Err(named(Code::IsAFolder.into()));
    }
    let may_be_a_pipe = links == Links::Follow && is_handed_down(path);
    if kind.is_file() || may_be_a_pipe {
        Ok(file)
    } else {
        Err(named(Error::new(Code::NotAFile).with("what", "other")))
    }
}

/// The same without words, for files in the exchange folder.
pub(crate) fn open_regular(path: &Path) -> io::Result<File> {
    let file = open_at_once(path, Links::Refuse)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// Opens for reading, without waiting for the other end of a pipe.
fn open_at_once(path: &Path, links: Links) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    if !(links == Links::Follow && is_handed_down(path)) {
        let follow = match links {
            Links::Follow => 0,
            Links::Refuse => libc::O_NOFOLLOW,
        };
        std::os::unix::fs::OpenOptionsExt::custom_flags(
            &mut options,
            follow | libc::O_NONBLOCK | libc::O_NOCTTY,
        );
    }
    #[cfg(not(unix))]
    if links == Links::Refuse && std::fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    options.open(path)
}

/// A descriptor that the program was started with, by name: as much the user's own choice as `-`.
fn is_handed_down(path: &Path) -> bool {
    cfg!(unix)
        && (path == Path::new("/dev/stdin")
            || path.starts_with("/dev/fd")
            || path.starts_with("/proc/self/fd"))
}

fn why(path: &Path, error: &io::Error) -> Error {
    let is_link = || std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    match error.kind() {
        io::ErrorKind::NotFound => Code::FileNotFound.into(),
        io::ErrorKind::PermissionDenied => Code::FileForbidden.into(),
        io::ErrorKind::IsADirectory => Code::IsAFolder.into(),
        // A part of the path is a file: nothing lies below it.
        io::ErrorKind::NotADirectory => Code::FileNotFound.into(),
        _ if is_link() => Error::new(Code::NotAFile).with("what", "link"),
        // A socket, or a device that is not there.
        _ if is_no_file(path) => Error::new(Code::NotAFile).with("what", "other"),
        _ => Error::from(error),
    }
}

fn is_no_file(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| !found.is_file())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn code(path: &Path, links: Links) -> Option<(Code, Option<String>)> {
        let error = open(path, links).err()?;
        assert_eq!(
            error.params.get("file").map(String::as_str),
            path.to_str(),
            "{error:?}"
        );
        Some((error.code, error.params.get("what").cloned()))
    }

    #[test]
    fn only_regular_files_are_opened_and_nothing_is_waited_for() {
        let dir = tempfile::tempdir().expect("a folder");
        let at = |name: &str| dir.path().join(name);
        std::fs::write(at("file"), "text").expect("written");
        symlink(at("file"), at("link")).expect("a link");
        symlink("/dev/zero", at("endless")).expect("a link");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            at("pipe"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        )
        .expect("a pipe");

        let other = || Some((Code::NotAFile, Some("other".to_owned())));
        let link = || Some((Code::NotAFile, Some("link".to_owned())));
        for links in [Links::Follow, Links::Refuse] {
            assert_eq!(code(&at("file"), links), None);
            assert_eq!(code(&at("pipe"), links), other());
            assert_eq!(code(Path::new("/dev/zero"), links), other());
            assert_eq!(code(dir.path(), links), Some((Code::IsAFolder, None)));
            assert_eq!(
                code(&at("file/below"), links),
                Some((Code::FileNotFound, None))
            );
            assert_eq!(code(&at("none"), links), Some((Code::FileNotFound, None)));
        }
        assert_eq!(code(&at("link"), Links::Follow), None);
        assert_eq!(code(&at("link"), Links::Refuse), link());
        assert_eq!(code(&at("endless"), Links::Follow), other());
        assert_eq!(code(&at("endless"), Links::Refuse), link());
        assert!(open_regular(&at("link")).is_err());
        assert!(open_regular(&at("pipe")).is_err());
        assert!(open_regular(dir.path()).is_err());
    }
}
