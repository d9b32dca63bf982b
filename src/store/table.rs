//! The tables, and reading sealed rows from them.

use rusqlite::{Connection, OptionalExtension};
use zeroize::Zeroizing;

use super::StoreError;
use crate::vault::keyring::Keyring;
use crate::vault::sealed_row::{Place, SetSeal};

/// A table of sealed rows. Its number is part of what every row is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Table {
    State = 1,
    Entry = 2,
    Body = 3,
    Draft = 4,
    Own = 5,
    Colleague = 6,
    Blob = 7,
    Receipt = 8,
}

impl Table {
    /// The tables whose rows the state seals.
    #[cfg(test)]
    pub(crate) const SEALED: [Self; 7] = [
        Self::Entry,
        Self::Body,
        Self::Draft,
        Self::Own,
        Self::Colleague,
        Self::Blob,
        Self::Receipt,
    ];

    /// The number in docs/FORMAT.md section 4.
    pub const fn number(self) -> u8 {
        self as u8
    }

    pub(super) const fn sql_name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Entry => "entry",
            Self::Body => "body",
            Self::Draft => "pending",
            Self::Own => "own",
            Self::Colleague => "peer",
            Self::Blob => "blob",
            Self::Receipt => "seen",
        }
    }
}

/// What reading a whole table found.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// Rows read, whether or not they opened.
    pub(crate) rows: u64,
    /// The seal over them.
    pub(crate) seal: SetSeal,
    /// Ids of rows that did not open.
    pub(crate) damaged: Vec<i64>,
    /// SQLite could not read all of the table.
    pub(crate) is_cut_short: bool,
}

/// Opens one row.
pub(super) fn get(
    connection: &Connection,
    keyring: &Keyring,
    table: Table,
    id: i64,
) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
    let sql = format!("SELECT epoch, box FROM {} WHERE id = ?1", table.sql_name());
    let row = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| {
            Ok((row.get::<_, u32>(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    let Some((epoch, sealed)) = row else {
        return Ok(None);
    };
    let place = Place {
        table: table.number(),
        id,
        epoch,
    };
    keyring
        .open_row(place, &sealed)
        .map(Some)
        .map_err(|_| StoreError::RowDamaged(table))
}

/// Opens every row of a table and gives each to `each`. Where a part of the file is unreadable, goes on from the
/// other end, so that what can be read is.
pub(super) fn scan(
    connection: &Connection,
    keyring: &Keyring,
    table: Table,
    each: &mut dyn FnMut(i64, Zeroizing<Vec<u8>>) -> Result<(), StoreError>,
) -> Result<Scan, StoreError> {
    let mut scan = Scan::default();
    let mut last = None;
    let forwards = pass(
        connection, keyring, table, "ASC", None, &mut scan, &mut last, each,
    );
    // A sector that the disk cannot read is no reason to leave the others unread.
    if let Err(StoreError::FileDamaged | StoreError::Sqlite(_) | StoreError::Io(_)) = forwards {
        scan.is_cut_short = true;
        let stop = last;
        // Whatever the second pass meets, the first one has told already.
        let _ = pass(
            connection, keyring, table, "DESC", stop, &mut scan, &mut last, each,
        );
        return Ok(scan);
    }
    forwards.map(|()| scan)
}

#[allow(clippy::too_many_arguments)]
fn pass(
    connection: &Connection,
    keyring: &Keyring,
    table: Table,
    order: &str,
    stop: Option<i64>,
    scan: &mut Scan,
    last: &mut Option<i64>,
    each: &mut dyn FnMut(i64, Zeroizing<Vec<u8>>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT id, epoch, box FROM {} ORDER BY id {order}",
        table.sql_name()
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, epoch) = (row.get::<_, i64>(0)?, row.get::<_, u32>(1)?);
        let sealed = row
            .get_ref(2)?
            .as_blob()
            .map_err(|_| StoreError::FileDamaged)?;
        if stop.is_some_and(|stop| id <= stop) {
            break;
        }
        *last = Some(id);
        let place = Place {
            table: table.number(),
            id,
            epoch,
        };
        scan.rows += 1;
        scan.seal.toggle(keyring.row_seal(place, sealed));
        match keyring.open_row(place, sealed) {
            Ok(value) => each(id, value)?,
            Err(_) => scan.damaged.push(id),
        }
    }
    Ok(())
}
