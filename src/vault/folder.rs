//! The folder: names, private creation, and writes that are whole or not there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

/// The most bytes of a small file that are read before its content is checked.
const SMALL_FILE: u64 = 1 << 20;

/// The paths of one vault.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(crate) fn root(&self) -> &Path {
        &self.0
    }

    pub(crate) fn header(&self) -> PathBuf {
        self.0.join("header")
    }

    pub(crate) fn header_copy(&self) -> PathBuf {
        self.0.join("header.copy")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("vault.db")
    }

    pub(crate) fn write_ahead(&self) -> PathBuf {
        self.0.join("vault.db-wal")
    }

    pub(crate) fn pages(&self) -> PathBuf {
        self.0.join("pages")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }

    pub(crate) fn files(&self) -> PathBuf {
        self.0.join("files")
    }

    /// Where the files of the sealed index lie. All of it can be thrown away: it is made again from the records.
    pub(crate) fn index(&self) -> PathBuf {
        self.0.join("index")
    }

    /// Where a sealed file lies.
    pub(crate) fn file(&self, id: Uuid) -> PathBuf {
        let name = id.simple().to_string();
        self.files()
            .join(name.get(..2).unwrap_or_default())
            .join(name)
    }
}

/// Makes a folder and its parents, readable by its owner alone.
pub(crate) fn create_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Creates a file that must not be there yet, readable by its owner alone.
pub(crate) fn create_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a rename or a removal in this folder outlive a power cut.
pub(crate) fn sync_dir(path: &Path) -> io::Result<()> {
    // Windows has no such call; its renames are journalled.
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// The name under which a file is written before it takes its own.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

/// Replaces a file: after a crash the old or the new one is there, whole.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = unfinished(path);
    remove_if_there(&new)?;
    let mut file = create_file(&new)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    if let Err(error) = written.and_then(|()| fs::rename(&new, path)) {
        let _ = fs::remove_file(&new);
        return Err(error);
    }
    path.parent().map_or(Ok(()), sync_dir)
}

/// Removes a file; it may be missing.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Reads a small file, and no more than that even where it was made large.
pub(crate) fn read_small(path: &Path) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    File::open(path)?.take(SMALL_FILE).read_to_end(&mut out)?;
    Ok(out)
}
