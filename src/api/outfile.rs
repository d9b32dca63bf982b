//! Files that leave the vault: written beside their name, and given it when they are whole.

use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::attachment::SavedFile;
use super::{Code, Error, Outcome, Watch};
use crate::exchange::FileItem;
use crate::vault::early_sync::SyncedFile;
use crate::vault::{folder, log};

/// Bytes that are in memory at a time while content is copied.
const PIECE: usize = 64 << 10;

/// Copies the content of an attachment to a new file. Where it is not the content that was named, or cannot be read to its end, no file is
/// left and the answer is `damaged`.
pub(super) fn write_out(
    path: &Path,
    content: &mut dyn Read,
    item: FileItem,
    damaged: Error,
    watch: &mut Watch<'_>,
) -> Outcome<SavedFile> {
    let mut file = OutFile::create(path)?;
    let mut hasher = log::ContentHash::default();
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
    if hasher.finish() != item.sha256.0 {
        return Err(damaged);
    }
    file.keep()?;
    Ok(SavedFile {
        size: done,
        sha256: item.sha256.to_string(),
    })
}

/// A file being written. Dropped before [`OutFile::keep`], it leaves nothing behind.
pub(super) struct OutFile {
    out: Option<BufWriter<SyncedFile>>,
    unfinished: PathBuf,
    path: PathBuf,
}

impl OutFile {
    /// Begins a file that must not be there yet.
    pub(super) fn create(path: &Path) -> Outcome<Self> {
        if path.exists() {
            return Err(Error::new(Code::FileExists));
        }
        let unfinished = folder::unfinished(path);
        folder::remove_if_there(&unfinished)?;
        Ok(Self::begin(path, unfinished)?)
    }

    /// Begins a file under a name of the caller's, which nobody else has.
    pub(super) fn begin(path: &Path, unfinished: PathBuf) -> io::Result<Self> {
        let file = SyncedFile::new(folder::create_file(&unfinished)?);
        Ok(Self {
            out: Some(BufWriter::with_capacity(PIECE, file)),
            unfinished,
            path: path.to_owned(),
        })
    }

    /// Makes the file durable and gives it its name. Returns its size in bytes.
    pub(super) fn keep(mut self) -> Outcome<u64> {
        let Some(out) = self.out.take() else {
            return Err(Code::Internal.into());
        };
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        let file = file.sync()?;
        let size = file.metadata()?.len();
        drop(file);
        fs::rename(&self.unfinished, &self.path)?;
        let parent = self
            .path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty());
        match folder::sync_dir(parent.unwrap_or(Path::new("."))) {
            // Some file systems of sticks and servers know no such call.
            Err(error)
                if !matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Err(error.into())
            }
            _ => Ok(size),
        }
    }
}

impl Write for OutFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out
            .as_mut()
            .map_or(Err(io::ErrorKind::BrokenPipe.into()), |out| {
                out.write(bytes)
            })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for OutFile {
    fn drop(&mut self) {
        // After `keep` the name is gone already, and this finds nothing.
        let _ = fs::remove_file(&self.unfinished);
    }
}
