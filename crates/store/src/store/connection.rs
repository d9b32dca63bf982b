//! SQLite, set up for a vault: durable, strict, and with nothing kept behind.
//!
//! SQLite opens by path. The path has no links in it ([`Folder::root`]) and is checked to lead to the folder that is held open;
//! SQLite itself refuses one with links (`SQLITE_OPEN_NOFOLLOW`), and the files are looked at through the handle before and
//! after. From then on SQLite works with the files that it has open, whatever takes their names, and [`Watched`] notices that
//! before the next commit.

use std::io;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use fieldnotes_format::vault::fault::{FileFault, SystemFault};
use fieldnotes_format::vault::folder::{FileName, Folder, InodeId};

/// Bytes of a database page.
pub const PAGE: usize = 4096;
/// KiB of pages in memory, as SQLite wants it said: below zero. Enough for what lies above the leaves of a large vault; a row
/// of a random id is on a leaf that is in no cache. A commit that has split a page looks at all of the cache, which took a
/// third of a small save when it was four times as large.
const CACHE_KIB: i64 = -(4 << 10);
/// Above the largest padded body, below what could hurt: a crafted row is refused before it is read.
pub(super) const MAX_ROW: i32 = 16 << 20;
/// Bytes of a path, as SQLite takes it on Linux and macOS (`MAX_PATHNAME`), the ending `-journal` included.
const MAX_PATH: usize = 512;
const JOURNAL: &str = "-journal";

/// How a database is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Write,
    /// Nothing is written, and no lock is asked for.
    Read,
}

/// Refuses a path that SQLite would not take, before anything is made there.
pub fn check_length(folder: &Path) -> io::Result<()> {
    let whole = std::path::absolute(folder)?.join("vault.db");
    if cfg!(unix) && whole.as_os_str().len() + JOURNAL.len() > MAX_PATH {
        let error = io::ErrorKind::InvalidFilename.into();
        return Err(FileFault::name(error, folder.to_owned()));
    }
    Ok(())
}

/// Opens a database that is there. Nothing is written until [`prepare_to_write`].
pub(super) fn open(folder: &Folder, mode: Mode) -> Result<Connection, StoreError> {
    let database = folder.database();
    if folder.found(&database)?.is_none() {
        return Err(StoreError::Missing);
    }
    // The system says why the file cannot be opened; SQLite says only that it could not.
    drop(match mode {
        Mode::Write => folder.open_to_write(&database)?,
        Mode::Read => folder.open_file(&database)?,
    });
    folder.check(&folder.write_ahead(), mode == Mode::Write)?;
    refuse_journal(folder)?;
    let path = folder.path_now(&database)?;
    check_length(folder.root())?;
    let connection = connect(folder, &path, mode).map_err(|error| explain(folder, mode, error))?;
    folder.path_now(&database)?;
    Ok(connection)
}

/// SQLite would write back what such a file says, and remove it. A vault has none: whoever put it there wants that.
fn refuse_journal(folder: &Folder) -> Result<(), StoreError> {
    let journal = folder.journal();
    match folder.found(&journal)? {
        None => Ok(()),
        Some(found) => {
            let what = found
                .foreign
                .unwrap_or(fieldnotes_format::vault::fault::Foreign::Other);
            Err(FileFault::foreign(folder.path(&journal), what).into())
        }
    }
}

/// Creates a database that is not there yet.
pub(super) fn create(folder: &Folder) -> Result<Connection, StoreError> {
    drop(folder.create_file(&folder.database())?);
    let path = folder.path_now(&folder.database())?;
    check_length(folder.root())?;
    let make = || {
        let connection = connect(folder, &path, Mode::Write)?;
        connection.pragma_update(None, "page_size", PAGE as i64)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        prepare_to_write(&connection)?;
        Ok(connection)
    };
    make().map_err(|error| explain(folder, Mode::Write, error))
}

fn connect(folder: &Folder, path: &Path, mode: Mode) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let reading = flags | OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = match mode {
        Mode::Write => {
            Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)?
        }
        // Without a log nothing is made and nothing is locked; with one, SQLite reads it where it does not want to lock.
        Mode::Read if super::pages::has_log(folder) => {
            let vfs = if cfg!(windows) {
                c"win32-none"
            } else {
                c"unix-none"
            };
            Connection::open_with_flags_and_vfs(path, reading, vfs)?
        }
        Mode::Read => {
            Connection::open_with_flags(immutable(path), reading | OpenFlags::SQLITE_OPEN_URI)?
        }
    };
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Whoever can write to the file could have every save erase what was saved before.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    // The store checkpoints by itself, so that it knows which pages changed.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_ROW)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.set_prepared_statement_cache_capacity(64);
    // Exclusive: one writer at a time anyway, and the WAL's index stays in memory instead of in a third file.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", CACHE_KIB)?;
    Ok(connection)
}

/// The address under which SQLite takes a file for one that nobody changes (RFC 8089).
fn immutable(path: &Path) -> String {
    let mut uri = String::from(if cfg!(windows) { "file:///" } else { "file://" });
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' | b':' => {
                uri.push(char::from(*byte));
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// What SQLite could not do, as the system says it to whoever tries the same: SQLite keeps the reason to itself.
pub(super) fn explain(folder: &Folder, mode: Mode, error: StoreError) -> StoreError {
    if !matches!(error, StoreError::Io(_)) {
        return error;
    }
    let database = folder.database();
    let tried = || {
        let is_written = mode == Mode::Write;
        let one = folder.open_file(&database)?;
        // As many files as SQLite has open at a time.
        let log = folder.write_ahead();
        let two = match folder.exists(&log) {
            true if is_written => folder.open_to_write(&log)?,
            _ => folder.open_file(&database)?,
        };
        drop((one, two));
        folder.path_now(&database).map(drop)
    };
    match tried() {
        Err(found) if SystemFault::of(&found) != SystemFault::Missing => found.into(),
        _ => error,
    }
}

/// Makes writes durable and deletions thorough. A file that was checked, and is in another mode than the one in which it
/// was created, was changed by somebody else: switching it back would write over the trace.
pub(super) fn prepare_to_write(connection: &Connection) -> Result<(), StoreError> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        return Err(StoreError::FileDamaged);
    }
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    Ok(())
}

/// The files that SQLite has open.
#[derive(Debug, Default)]
pub(super) struct Watched(Vec<(FileName, InodeId)>);

impl Watched {
    /// Those that are there now. To be called when SQLite has read, and so has opened both.
    pub(super) fn now(folder: &Folder) -> Result<Self, StoreError> {
        let mut watched = Vec::new();
        for name in [folder.database(), folder.write_ahead()] {
            if let Some(id) = folder.id_of(&name)? {
                watched.push((name, id));
            }
        }
        Ok(Self(watched))
    }

    /// Whether they are still those that others find.
    pub(super) fn check(&self, folder: &Folder) -> Result<(), StoreError> {
        for (name, id) in &self.0 {
            folder.check_same(name, *id)?;
        }
        Ok(())
    }
}
