//! What can be wrong with the database.

use std::io;

use super::Table;

/// A fault of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database is missing from the folder.
    #[error("the database is missing")]
    Missing,
    /// SQLite cannot read the file.
    #[error("the database file is damaged")]
    FileDamaged,
    /// A row does not open, or is not there.
    #[error("a row of table {} is damaged", .0.number())]
    RowDamaged(Table),
    /// A value is larger than a row may be. Nothing was written.
    #[error("a row of table {} would be too large", .0.number())]
    RowTooLarge(Table),
    /// A row that was written could not be read again, and was given up before it counted.
    #[error("a row of table {} that was written cannot be read", .0.number())]
    RowUnreadable(Table),
    /// The sealed state does not open or does not fit what is there.
    #[error("the sealed state does not fit")]
    StateDamaged,
    /// Everything in it is sealed under another master key than the header's.
    #[error("the database is sealed under another master key")]
    OtherKeys {
        /// The key epoch that it says it is of, where that could be read. Anybody can write another.
        epoch: Option<u32>,
    },
    /// The schema, or the length of its pages, is none that a program of ours makes.
    #[error("the schema of the database is foreign")]
    SchemaForeign,
    /// The database was written by a later version.
    #[error("the database is of a later format")]
    TooNew,
    /// Something was to be written to a vault that was opened for reading only.
    #[error("the vault is open for reading only")]
    ReadOnly,
    /// An id that was drawn for a new row is another's: to be expected once in millions of years. It goes well when it is
    /// done again.
    #[error("the id of a row is taken")]
    IdTaken,
    /// Another program has the database open.
    #[error("the database is in use")]
    InUse,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// Any other fault of SQLite. Its text may quote SQL, never a value: all values are sealed.
    #[error("the database failed")]
    Sqlite(#[source] rusqlite::Error),
    /// The operating system refused.
    #[error("input or output failed")]
    Io(#[from] std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            CannotOpen, DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase,
            OutOfMemory, PermissionDenied, ReadOnly, SystemIoFailure, TooBig, TypeMismatch,
        };
        // The file ends in the middle of a page: it was cut, and the disk did nothing wrong.
        let extended = error.sqlite_error().map(|error| error.extended_code);
        if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHORT_READ) {
            return Self::FileDamaged;
        }
        match error.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase | TooBig | TypeMismatch) => Self::FileDamaged,
            Some(DiskFull) => Self::DiskFull,
            // SQLite does not report why the system refused. That is no damage.
            Some(CannotOpen | SystemIoFailure) => Self::Io(std::io::Error::other(
                "the database could not be read or written",
            )),
            Some(ReadOnly) => Self::Io(io::ErrorKind::ReadOnlyFilesystem.into()),
            Some(PermissionDenied) => Self::Io(io::ErrorKind::PermissionDenied.into()),
            Some(OutOfMemory) => Self::Io(io::ErrorKind::OutOfMemory.into()),
            Some(DatabaseBusy | DatabaseLocked) => Self::InUse,
            _ if matches!(
                error,
                rusqlite::Error::InvalidColumnType(..)
                    | rusqlite::Error::FromSqlConversionFailure(..)
            ) =>
            {
                Self::FileDamaged
            }
            // A schema that lost a table or a column was changed by somebody else than this program.
            Some(rusqlite::ErrorCode::Unknown) => Self::FileDamaged,
            _ => Self::Sqlite(error),
        }
    }
}
