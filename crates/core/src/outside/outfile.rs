//! Files that leave the vault: written beside their name, and given it when they are whole.

use serde::Serialize;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use uuid::Uuid;

use crate::error::{Code, Error, Outcome};
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_format::exchange::FileItem;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::{Random, make_id};
use fieldnotes_format::vault::early_sync::SyncedFile;
use fieldnotes_format::vault::{folder, log};

/// Content that was written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct SavedFile {
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the content: 64 hexadecimal digits.
    pub sha256: String,
}

/// Bytes that are in memory at a time while content is copied.
const PIECE: usize = 64 << 10;

/// Copies the content of an attachment to a new file. Where it is not the content that was named, or cannot be read to its end, no file is
/// left and the answer is `damaged`.
pub(crate) fn write_out(
    path: &Path,
    content: &mut dyn Read,
    item: FileItem,
    damaged: Error,
    random: &dyn Random,
    watch: &mut Watch<'_>,
) -> Outcome<SavedFile> {
    let mut file = OutFile::create(path, Readers::Owner, random)?;
    let mut hasher = log::FileHasher::default();
    let mut piece = Zeroizing::new(vec![0; PIECE]);
    let mut done = 0;
    loop {
        let Ok(count) = content.read(&mut piece) else {
            return Err(damaged);
        };
        let part = piece.get(..count).unwrap_or_default();
        if part.is_empty() {
            break;
        }
        hasher.update(part);
        file.write_all(part)?;
        done += count as u64;
        watch.step(done, item.size)?;
    }
    if hasher.finish() != item.sha256 {
        return Err(damaged);
    }
    file.keep()?;
    Ok(SavedFile {
        size: done,
        sha256: item.sha256.to_string(),
    })
}

/// Who may read a file that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// The user alone: it is in clear.
    Owner,
    /// Whoever the folder is shared with: it is encrypted, or public.
    AsFolder,
}

/// A file being written. It takes its name when it is whole, and never that of another file. Dropped before
/// [`OutFile::keep`], it leaves nothing behind; where the system knows files without a name, a kill leaves nothing either.
pub(crate) struct OutFile {
    out: Option<BufWriter<SyncedFile>>,
    /// Where it has a name already: on file systems that know no files without one.
    unfinished: Option<PathBuf>,
    path: PathBuf,
    hasher: Option<log::FileHasher>,
}

impl OutFile {
    /// Begins a file that must not be there yet.
    ///
    /// # Errors
    /// With `file`: [`Code::FileExists`]; [`Code::FolderMissing`] where there is no such folder; [`Code::FileForbidden`].
    pub(crate) fn create(path: &Path, readers: Readers, random: &dyn Random) -> Outcome<Self> {
        // Also a link that leads nowhere is there.
        if path.symlink_metadata().is_ok() {
            return Err(Error::new(Code::FileExists).with("file", path.display()));
        }
        let name = format!(".{}.part", make_id::<Uuid>(random).simple());
        Self::begin(path, parent(path).join(name), readers).map_err(|error| cannot(path, error))
    }

    /// The same with the name that it has meanwhile, on file systems where it needs one. Nobody else has such a name.
    pub(crate) fn begin(path: &Path, unfinished: PathBuf, readers: Readers) -> io::Result<Self> {
        // A name that ends in a slash, or is none.
        if path.file_name().is_none() || path.as_os_str().as_encoded_bytes().ends_with(b"/") {
            return Err(io::ErrorKind::NotFound.into());
        }
        let (file, unfinished) = match nameless(parent(path)) {
            Some(file) => (file, None),
            None => (folder::create_file(&unfinished)?, Some(unfinished)),
        };
        if readers == Readers::AsFolder {
            share(&file, parent(path));
        }
        Ok(Self {
            out: Some(BufWriter::with_capacity(PIECE, SyncedFile::new(file))),
            unfinished,
            path: path.to_owned(),
            hasher: None,
        })
    }

    /// From now on what is written is hashed.
    pub(crate) fn hash(&mut self) {
        self.hasher = Some(log::FileHasher::default());
    }

    /// SHA-256 of what was written since [`OutFile::hash`].
    pub(crate) fn hashed(&mut self) -> Option<ContentHash> {
        self.hasher.take().map(log::FileHasher::finish)
    }

    /// Makes the file durable and gives it its name. Returns its size in bytes.
    pub(crate) fn keep(mut self) -> Outcome<u64> {
        let Some(out) = self.out.take() else {
            return Err(Code::Internal.into());
        };
        let kept = out
            .into_inner()
            .map_err(io::IntoInnerError::into_error)
            .and_then(SyncedFile::sync)
            .and_then(|file| self.name(&file));
        kept.map_err(|error| cannot(&self.path, error))
    }

    fn name(&mut self, file: &File) -> io::Result<u64> {
        let size = file.metadata()?.len();
        match self.unfinished.as_deref() {
            None => link_nameless(file, &self.path)?,
            Some(unfinished) => {
                rename_to_new(unfinished, &self.path)?;
                self.unfinished = None;
            }
        }
        match folder::sync_dir(parent(&self.path)) {
            // Some file systems of sticks and servers know no such call.
            Err(error)
                if !matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                // It counts as not written, so it must not be there.
                let _ = fs::remove_file(&self.path);
                Err(error)
            }
            _ => Ok(size),
        }
    }
}

fn parent(path: &Path) -> &Path {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

fn cannot(path: &Path, error: io::Error) -> Error {
    let error = match error.kind() {
        io::ErrorKind::AlreadyExists => Code::FileExists.into(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Code::FolderMissing.into(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Code::FileForbidden.into()
        }
        _ => Error::from(error),
    };
    error.with("file", path.display())
}

/// A file without a name, which the system removes when the program ends, however it ends. None where the folder's file
/// system knows no such files, or they could get no name.
#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> Option<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let file = File::from(openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR).ok()?);
    by_descriptor(&file).exists().then_some(file)
}

#[cfg(not(target_os = "linux"))]
fn nameless(_: &Path) -> Option<File> {
    None
}

#[cfg(target_os = "linux")]
fn by_descriptor(file: &File) -> PathBuf {
    use std::os::fd::AsRawFd;
    PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

#[cfg(target_os = "linux")]
fn link_nameless(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    Ok(linkat(
        CWD,
        by_descriptor(file),
        CWD,
        path,
        AtFlags::SYMLINK_FOLLOW,
    )?)
}

#[cfg(not(target_os = "linux"))]
fn link_nameless(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Renames a file of ours, and never over another.
fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            other => return Ok(other?),
        }
    }
    match fs::hard_link(from, to) {
        Ok(()) => return fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
        // The file system knows no second names either.
        Err(_) => {}
    }
    // The name is taken first, by a file that is new and empty; that one alone is replaced.
    drop(folder::create_file(to)?);
    fs::rename(from, to).inspect_err(|_| {
        let _ = fs::remove_file(to);
    })
}

/// Lets those read the file who may look into the folder: the program's own mask would keep them out.
fn share(file: &File, folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(found) = fs::metadata(folder) else {
            return;
        };
        let folder = found.permissions().mode();
        // Group and others: who may list the folder and enter it.
        let may_read = [0o050, 0o005]
            .iter()
            .filter(|both| folder & **both == **both);
        let mode = may_read.fold(0o600, |mode, both| mode | (both & 0o044));
        // File systems of sticks keep no modes.
        let _ = file.set_permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = (file, folder);
}

impl Write for OutFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let out = self.out.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        let count = out.write(bytes)?;
        if let Some(hasher) = &mut self.hasher {
            hasher.update(bytes.get(..count).unwrap_or_default());
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for OutFile {
    fn drop(&mut self) {
        if let Some(unfinished) = &self.unfinished {
            let _ = fs::remove_file(unfinished);
        }
    }
}

#[cfg(test)]
#[path = "outfile_tests.rs"]
mod tests;
