//! The folder of a vault: held open, its files reached by name through the handle, and writes that are whole or not there.
//!
//! A file is touched only where it is a regular file under a name that docs/FORMAT.md section 2 knows. Whatever else lies there
//! is named by `verify` and left. Every fault names the file that it is about ([`FileFault`]).

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::VaultError;
#[cfg(unix)]
pub use super::dir::InodeId;
#[cfg(unix)]
use super::dir::{Dir, Found};
#[cfg(windows)]
pub use super::dir_windows::InodeId;
#[cfg(windows)]
use super::dir_windows::{Dir, Found};
use super::fault::{FileFault, SystemFault, Why};
pub use super::file_name::FileName;
use super::file_name::{FILES, INDEX, Inside};
use fieldnotes_domain::ids::FileId;

/// The most bytes of a small file that are read before its content is checked.
const SMALL_FILE: u64 = 1 << 20;

/// A vault's folder. Clones are the same handle, which lives as long as one of them.
#[derive(Debug, Clone)]
pub struct Folder(Arc<Root>);

#[derive(Debug)]
struct Root {
    path: PathBuf,
    dir: Dir,
}

impl Folder {
    /// Opens a folder. Links on the way to it are followed, this once.
    pub fn open(path: &Path) -> io::Result<Self> {
        let open = || {
            let path = resolved(path)?;
            let dir = Dir::open(&path)?;
            Ok(Self(Arc::new(Root { path, dir })))
        };
        open().map_err(|error| FileFault::name(error, path.to_owned()))
    }

    /// Opens the folder of a vault; one that is missing holds none.
    pub fn of_vault(path: &Path) -> Result<Self, VaultError> {
        Self::open(path).map_err(|error| match SystemFault::of(&error) {
            SystemFault::Missing | SystemFault::NoFolder => VaultError::NotAVault,
            _ => error.into(),
        })
    }

    /// Where it was when it was opened.
    pub fn root(&self) -> &Path {
        &self.0.path
    }

    /// The path of a file, for those who can be given nothing else, and for words.
    pub fn path(&self, name: &FileName) -> PathBuf {
        let mut path = self.0.path.clone();
        path.extend(name.steps());
        path
    }

    /// The path, checked to lead to this folder still.
    ///
    /// # Errors
    /// [`Why::Gone`] where it leads nowhere or elsewhere.
    pub fn path_now(&self, name: &FileName) -> io::Result<PathBuf> {
        let root = &self.0.path;
        let now = Dir::open(root).and_then(|dir| dir.id());
        match now {
            Ok(now) if now == self.0.dir.id()? => Ok(self.path(name)),
            Err(error) if SystemFault::of(&error) != SystemFault::Missing => {
                Err(FileFault::name(error, root.clone()))
            }
            _ => Err(FileFault::gone(root.clone())),
        }
    }

    /// Opens a file for reading.
    pub fn open_file(&self, name: &FileName) -> io::Result<File> {
        self.within(name, false, |dir| dir.open_file(name.last(), false))
    }

    /// Opens a file for reading and writing. One that has a second name is refused: that one would change too.
    pub fn open_to_write(&self, name: &FileName) -> io::Result<File> {
        self.within(name, false, |dir| dir.open_file(name.last(), true))
    }

    /// Creates a file that must not be there yet, readable by its owner alone, and the folder that it belongs into.
    pub fn create_file(&self, name: &FileName) -> io::Result<File> {
        self.within(name, true, |dir| dir.create_file(name.last()))
    }

    /// What lies under a name; none where nothing does.
    pub fn found(&self, name: &FileName) -> io::Result<Option<Found>> {
        match self.within(name, false, |dir| dir.found(name.last())) {
            Err(error) if SystemFault::of(&error) == SystemFault::Missing => Ok(None),
            other => other.map(Some),
        }
    }

    /// Whether there is a file of this name.
    pub fn exists(&self, name: &FileName) -> bool {
        let found = self.found(name);
        found.is_ok_and(|found| found.is_some_and(|found| found.foreign.is_none()))
    }

    /// How long a file is; nothing where there is none.
    pub fn length(&self, name: &FileName) -> u64 {
        let found = self.found(name).ok().flatten();
        found.map_or(0, |found| found.length)
    }

    /// Refuses what lies in the place of a file and is none; that nothing lies there is well.
    pub fn check(&self, name: &FileName, is_written: bool) -> io::Result<()> {
        let check = |dir: &Dir| match dir.found(name.last()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            found => found?.check(name.last(), is_written),
        };
        self.within(name, false, check)
    }

    /// Gives a file another name beside its own.
    pub fn rename(&self, from: &FileName, to: &FileName) -> io::Result<()> {
        self.within(to, false, |dir| dir.rename(from.last(), to.last()))
    }

    /// Removes a file; it may be missing.
    pub fn remove_if_there(&self, name: &FileName) -> io::Result<()> {
        match self.remove(name) {
            Err(error) if SystemFault::of(&error) == SystemFault::Missing => Ok(()),
            other => other,
        }
    }

    /// Removes a file.
    pub fn remove(&self, name: &FileName) -> io::Result<()> {
        self.within(name, false, |dir| dir.remove_file(name.last()))
    }

    /// Removes the folder of sealed files that this one lies in, if nothing is left there.
    pub fn leave_no_empty_folder(&self, name: &FileName) {
        if let Inside::Files(two) = name.inside() {
            let files = self.0.dir.open_dir(FILES);
            let _ = files.and_then(|files| files.remove_dir(two));
        }
    }

    /// Replaces a file: after a crash the old or the new one is there, whole.
    pub fn replace(&self, name: &FileName, bytes: &[u8]) -> io::Result<()> {
        self.check(name, false)?;
        let new = name.unfinished();
        self.remove_if_there(&new)?;
        let mut file = self.create_file(&new)?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        drop(file);
        let written = written.map_err(|error| self.named(name, error));
        if let Err(error) = written.and_then(|()| self.rename(&new, name)) {
            let _ = self.remove(&new);
            return Err(error);
        }
        self.sync(name)
    }

    /// Reads a small file, and no more than that even where it was made large.
    pub fn read_small(&self, name: &FileName) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        let file = self.open_file(name)?;
        let read = file.take(SMALL_FILE).read_to_end(&mut out);
        read.map_err(|error| self.named(name, error))?;
        Ok(out)
    }

    /// Makes a rename or a removal of this file outlive a power cut.
    pub fn sync(&self, name: &FileName) -> io::Result<()> {
        self.within(name, false, Dir::sync)
    }

    /// Whether anything can be written to the vault. That a disk is full or write-protected, or that this user may only read, is
    /// no error here.
    pub fn is_writable(&self) -> io::Result<bool> {
        let check = || -> io::Result<()> {
            let writable = self.0.dir.check_writable();
            writable.map_err(|error| FileFault::name(error, self.0.path.clone()))?;
            drop(self.open_to_write(&self.database())?);
            let log = self.write_ahead();
            if self.found(&log)?.is_some() {
                drop(self.open_to_write(&log)?);
            }
            Ok(())
        };
        match check() {
            Ok(()) => Ok(true),
            Err(error) if SystemFault::allows_reading(&error) => Ok(false),
            // Whoever reads it says so.
            Err(error) if SystemFault::of(&error) == SystemFault::Missing => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Distinguishes a file from every other.
    pub fn id_of(&self, name: &FileName) -> io::Result<Option<InodeId>> {
        Ok(self.found(name)?.map(|found| found.id))
    }

    /// Checks that a file is the one that it was.
    ///
    /// # Errors
    /// [`Why::Replaced`] where another or none has its name, [`Why::Gone`] where the folder was removed.
    pub fn check_same(&self, name: &FileName, id: InodeId) -> io::Result<()> {
        match self.id_of(name)? {
            Some(now) if now == id => Ok(()),
            _ if self.0.dir.is_removed() => Err(FileFault::gone(self.0.path.clone())),
            _ => Err(FileFault::replaced(self.path(name))),
        }
    }

    /// Bytes that are free for this user where the vault lies; nothing where the system does not say.
    pub fn free(&self) -> Option<u64> {
        self.0.dir.free()
    }

    /// The folder itself, to lock it where there is no file to lock.
    pub fn as_file(&self) -> io::Result<File> {
        self.0.dir.as_file()
    }

    /// The folder of the index, made where it is missing.
    pub(super) fn index_dir(&self, is_made: bool) -> io::Result<Dir> {
        let dir = self.sub(&self.0.dir, INDEX, is_made);
        dir.map_err(|error| self.named(&FileName::index("-".into()), error))
    }

    pub(super) fn dir(&self) -> &Dir {
        &self.0.dir
    }

    /// Does something in the folder that a file lies in.
    fn within<T>(
        &self,
        name: &FileName,
        is_made: bool,
        work: impl FnOnce(&Dir) -> io::Result<T>,
    ) -> io::Result<T> {
        let root = &self.0.dir;
        let reach = || match name.inside() {
            Inside::Root => work(root),
            Inside::Index => work(&self.sub(root, INDEX, is_made)?),
            Inside::Files(two) => {
                let files = self.sub(root, FILES, is_made)?;
                work(&self.sub(&files, two, is_made)?)
            }
        };
        reach().map_err(|error| self.named(name, error))
    }

    fn sub(&self, dir: &Dir, name: &str, is_made: bool) -> io::Result<Dir> {
        match dir.open_dir(name) {
            Err(error) if is_made && error.kind() == io::ErrorKind::NotFound => {
                dir.make_dir(name)?;
                dir.sync()?;
                dir.open_dir(name)
            }
            other => other,
        }
    }

    /// Puts the whole name of the file into an error.
    pub fn named(&self, name: &FileName, error: io::Error) -> io::Error {
        if let Some(FileFault {
            why: Why::Foreign(what),
            file,
        }) = FileFault::of(&error)
        {
            // A part of the way may be the link.
            let whole = self.path(name);
            let mut parts = whole.ancestors();
            let at = parts.find(|path| path.file_name() == Some(file.as_os_str()));
            return FileFault::foreign(at.unwrap_or(&whole).to_owned(), *what);
        }
        if self.0.dir.is_removed() && FileFault::of(&error).is_none() {
            return FileFault::gone(self.0.path.clone());
        }
        FileFault::name(error, self.path(name))
    }
}

/// Names of the files in the root.
impl Folder {
    /// Who may open the vault: docs/FORMAT.md section 3.
    pub fn header(&self) -> FileName {
        FileName::root("header")
    }

    /// The same once more.
    pub fn header_copy(&self) -> FileName {
        FileName::root("header.copy")
    }

    /// What lies there while a vault is being made.
    pub fn being_made(&self) -> FileName {
        FileName::root(super::new_folder::MARK)
    }

    /// The header of the key epoch that is being begun.
    pub fn header_next(&self) -> FileName {
        FileName::root("header.next")
    }

    /// The rows, in SQLite.
    pub fn database(&self) -> FileName {
        FileName::root("vault.db")
    }

    /// SQLite's log of what is not yet in the database.
    pub fn write_ahead(&self) -> FileName {
        FileName::root("vault.db-wal")
    }

    /// A file that SQLite makes in another mode than ours.
    pub fn journal(&self) -> FileName {
        FileName::root("vault.db-journal")
    }

    /// The seal over the pages of the database.
    pub fn pages(&self) -> FileName {
        FileName::root("pages")
    }

    /// What holds the vault for one program.
    pub fn lock(&self) -> FileName {
        FileName::root("lock")
    }

    /// Where it is noted which sealed files are unfinished work.
    pub fn begun(&self) -> FileName {
        FileName::root("begun")
    }

    /// Where a sealed file lies.
    pub fn file(&self, id: FileId) -> FileName {
        FileName::sealed(id)
    }
}

/// The path without links. SQLite is given this one, and follows none.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    #[cfg(unix)]
    return fs::canonicalize(path);
    // What `canonicalize` answers on Windows is a form that not every program reads.
    #[cfg(not(unix))]
    return std::path::absolute(path);
}

/// Makes a folder and its parents, readable by its owner alone.
pub fn create_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Creates a file that must not be there yet, readable by its owner alone.
pub fn create_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a rename or a removal in this folder outlive a power cut.
pub fn sync_dir(path: &Path) -> io::Result<()> {
    // Windows has no such call; its renames are journalled.
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Removes a file; it may be missing.
pub fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
