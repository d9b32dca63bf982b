//! tantivy's files, sealed: it asks for names and byte ranges, and gets what opens.

use std::fmt;
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use quick_cache::sync::Cache;
use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    AntiCallToken, Directory, DirectoryLock, FileHandle, Lock, OwnedBytes, TerminatingWrite,
    WatchCallback, WatchHandle, WritePtr,
};

use fieldnotes_format::vault::index_file::{INDEX_CHUNK, IndexFile, IndexFileWriter, IndexSeal};

/// Chunks that are kept open at most: 40 MiB. Opening them is what finding a rare word waits for.
const KEPT: usize = (40 << 20) / INDEX_CHUNK;
/// What is read in one go and reaches over so many chunks is not kept: it would push everything else out.
const LONG: u32 = 17;

/// The folder of the index. Clones are the same folder.
#[derive(Clone)]
pub(super) struct SealedDirectory(Arc<Shared>);

struct Shared {
    seal: IndexSeal,
    chunks: Cache<(u64, u32), Arc<[u8]>>,
    opened: AtomicU64,
    is_closed: AtomicBool,
}

impl SealedDirectory {
    pub(super) fn new(seal: IndexSeal) -> Self {
        Self(Arc::new(Shared {
            seal,
            chunks: Cache::new(KEPT),
            opened: AtomicU64::new(0),
            is_closed: AtomicBool::new(false),
        }))
    }

    pub(super) fn seal(&self) -> &IndexSeal {
        &self.0.seal
    }

    /// From now on nothing is read or written, so that what still goes on in other threads comes to an end.
    pub(super) fn close(&self) {
        self.0.is_closed.store(true, Ordering::Release);
        self.0.chunks.clear();
    }

    fn open_or_closed(&self) -> io::Result<()> {
        if self.0.is_closed.load(Ordering::Acquire) {
            return Err(io::Error::other("the index is closed"));
        }
        Ok(())
    }
}

impl fmt::Debug for SealedDirectory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedDirectory(..)")
    }
}

/// The name that tantivy gives a file. It has no folders.
fn name_of(path: &Path) -> io::Result<&str> {
    path.to_str()
        .ok_or_else(|| io::ErrorKind::InvalidFilename.into())
}

fn read_error(error: io::Error, path: &Path) -> OpenReadError {
    match error.kind() {
        io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
        _ => OpenReadError::wrap_io_error(error, path.to_owned()),
    }
}

impl Directory for SealedDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let open = || {
            self.open_or_closed()?;
            Ok(Handle {
                file: self.0.seal.open(name_of(path)?)?,
                number: self.0.opened.fetch_add(1, Ordering::Relaxed),
                directory: self.clone(),
            })
        };
        let handle = open().map_err(|error| read_error(error, path))?;
        Ok(Arc::new(handle))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        let delete = || {
            self.open_or_closed()?;
            self.0.seal.remove(name_of(path)?)
        };
        delete().map_err(|error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => DeleteError::FileDoesNotExist(path.to_owned()),
            _ => DeleteError::IoError {
                io_error: Arc::new(error),
                filepath: path.to_owned(),
            },
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        let name = name_of(path).map_err(|error| read_error(error, path))?;
        Ok(self.0.seal.exists(name))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let create = || {
            self.open_or_closed()?;
            self.0.seal.create(name_of(path)?)
        };
        let writer =
            create().map_err(|error| OpenWriteError::wrap_io_error(error, path.to_owned()))?;
        let writer = Writer {
            inner: writer,
            directory: self.clone(),
        };
        Ok(io::BufWriter::with_capacity(INDEX_CHUNK, Box::new(writer)))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let read = || {
            self.open_or_closed()?;
            self.0.seal.read(name_of(path)?)
        };
        read().map_err(|error| read_error(error, path))
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.open_or_closed()?;
        self.0.seal.replace(name_of(path)?, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.open_or_closed()?;
        self.0.seal.sync()
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        // The vault is locked as a whole.
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        // Whoever commits notifies readers.
        Ok(WatchHandle::empty())
    }
}

struct Writer {
    inner: IndexFileWriter,
    directory: SealedDirectory,
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.directory.open_or_closed()?;
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl TerminatingWrite for Writer {
    fn terminate_ref(&mut self, _: AntiCallToken) -> io::Result<()> {
        self.inner.finish()
    }
}

struct Handle {
    file: IndexFile,
    number: u64,
    directory: SealedDirectory,
}

impl Handle {
    fn chunk(&self, position: u32) -> io::Result<Arc<[u8]>> {
        self.directory.open_or_closed()?;
        self.directory
            .0
            .chunks
            .get_or_insert_with(&(self.number, position), || {
                self.file.chunk(position).map(Arc::from)
            })
    }
}

impl HasLen for Handle {
    fn len(&self) -> usize {
        self.file.size() as usize
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handle(..)")
    }
}

impl FileHandle for Handle {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.is_empty() {
            return Ok(OwnedBytes::empty());
        }
        let position = |at: usize| {
            u32::try_from(at / INDEX_CHUNK)
                .map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))
        };
        let (first, last) = (position(range.start)?, position(range.end - 1)?);
        let bytes = if first == last {
            OwnedBytes::new(self.chunk(first)?)
        } else if last - first < LONG {
            let mut out = Vec::with_capacity((last - first + 1) as usize * INDEX_CHUNK);
            for position in first..=last {
                out.extend_from_slice(&self.chunk(position)?);
            }
            OwnedBytes::new(out)
        } else {
            self.directory.open_or_closed()?;
            OwnedBytes::new(self.file.run(first, last)?)
        };
        let begin = first as usize * INDEX_CHUNK;
        if range.end - begin > bytes.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(bytes.slice(range.start - begin..range.end - begin))
    }
}
