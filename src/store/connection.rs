//! SQLite, set up for a vault: durable, strict, and leaving nothing behind.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;

/// Bytes of a database page.
pub(crate) const PAGE: usize = 4096;
/// KiB of pages in memory, as SQLite wants it said: below zero. Enough for what lies above the leaves of a large vault; a row
/// of a random id is on a leaf that is in no cache. A commit that has split a page looks at all of the cache, which took a
/// third of a small save when it was four times as large.
const CACHE_KIB: i64 = -(4 << 10);
/// Above the largest padded body, below what could hurt: a crafted row is refused before it is read.
pub(super) const MAX_ROW: i32 = 16 << 20;

/// Opens a database that is there. Nothing is written until [`prepare_to_write`].
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    if !path.exists() {
        return Err(StoreError::Missing);
    }
    connect(path)
}

/// Creates a database that is not there yet.
pub(super) fn create(path: &Path) -> Result<Connection, StoreError> {
    drop(crate::vault::folder::create_file(path)?);
    let connection = connect(path)?;
    connection.pragma_update(None, "page_size", PAGE as i64)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    prepare_to_write(&connection)?;
    Ok(connection)
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
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
