//! Numbered migrations, each in one transaction with the number that says it was done.

use rusqlite::Connection;

use super::StoreError;

/// `FN01`, so that a file of another program is not mistaken for a vault's.
const APPLICATION: i32 = 0x464e_3031;

/// All tables have one shape, and their names say no more than the public format does.
const MIGRATIONS: [&str; 1] = ["
    CREATE TABLE state (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, box BLOB NOT NULL) STRICT;
    CREATE TABLE entry (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, box BLOB NOT NULL) STRICT;
    CREATE TABLE body  (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, box BLOB NOT NULL) STRICT;
    CREATE TABLE blob  (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, box BLOB NOT NULL) STRICT;
    CREATE TABLE cell  (id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, box BLOB NOT NULL) STRICT;
"];

/// What a database says of itself, before anything is changed.
pub(super) fn check(connection: &Connection) -> Result<(), StoreError> {
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if application != APPLICATION || version < 1 {
        return Err(StoreError::FileDamaged);
    }
    if version > MIGRATIONS.len() as i64 {
        return Err(StoreError::TooNew);
    }
    Ok(())
}

/// Whether anything stands in the database beside the tables, as these were made, or its pages have another length. Nothing is
/// written by such a schema.
pub(super) fn is_foreign(connection: &Connection) -> Result<bool, StoreError> {
    let page: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let mut made = connection.prepare("SELECT sql FROM sqlite_schema")?;
    let found = made.query_map([], |row| row.get::<_, Option<String>>(0))?;
    let mut found = found.collect::<Result<Vec<_>, _>>()?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = MIGRATIONS
        .iter()
        .take(usize::try_from(version).unwrap_or_default());
    let wanted = done.flat_map(|one| one.split(';'));
    let wanted = wanted.map(str::trim).filter(|one| !one.is_empty());
    let mut wanted: Vec<Option<String>> = wanted.map(|one| Some(one.to_owned())).collect();
    found.sort_unstable();
    wanted.sort_unstable();
    Ok(page != super::connection::PAGE as i64 || found != wanted)
}

/// Brings a database up to the newest version. A new one starts at 0.
pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (done, migration) in (1_i64..)
        .zip(MIGRATIONS)
        .skip(usize::try_from(version).unwrap_or_default())
    {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", done)?;
        transaction.commit()?;
    }
    Ok(())
}
