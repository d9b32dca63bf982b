//! The tables, and reading a sealed row from one.

use rusqlite::{Connection, OptionalExtension};
use zeroize::Zeroizing;

use super::StoreError;
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_format::vault::sealed_row::RowPlace;

/// What is asked of a table. Written out, so that no text is put together for each row.
struct Sql {
    name: &'static str,
    get: &'static str,
    length: &'static str,
    ends: &'static str,
    insert: &'static str,
    replace: &'static str,
    delete: &'static str,
    update: &'static str,
    next: &'static str,
}

macro_rules! sql {
    ($name:literal) => {
        Sql {
            name: $name,
            get: concat!("SELECT epoch, box FROM ", $name, " WHERE id = ?1"),
            length: concat!("SELECT length(box) FROM ", $name, " WHERE id = ?1"),
            ends: concat!(
                "SELECT epoch, substr(box, 1, 24), substr(box, -16) FROM ",
                $name,
                " WHERE id = ?1"
            ),
            insert: concat!(
                "INSERT INTO ",
                $name,
                " (id, epoch, box) VALUES (?1, ?2, ?3)"
            ),
            replace: concat!(
                "REPLACE INTO ",
                $name,
                " (id, epoch, box) VALUES (?1, ?2, ?3)"
            ),
            delete: concat!("DELETE FROM ", $name, " WHERE id = ?1"),
            update: concat!("UPDATE ", $name, " SET epoch = ?2, box = ?3 WHERE id = ?1"),
            next: concat!(
                "SELECT id, epoch, box FROM ",
                $name,
                " WHERE id > ?1 ORDER BY id LIMIT ?2"
            ),
        }
    };
}

/// A table of sealed rows, or a kind of small values that stand in the rows of [`Table::Cell`] together. The number of a table is
/// part of what every row of it is bound to.
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
    Cell = 9,
}

impl Table {
    /// The tables whose rows the state seals.
    pub const SEALED: [Self; 4] = [Self::Entry, Self::Body, Self::Blob, Self::Cell];

    /// The kinds of values that stand in cells. They are no tables of the database.
    pub const IN_CELLS: [Self; 4] = [Self::Draft, Self::Own, Self::Colleague, Self::Receipt];

    /// All of which the state has a seal.
    pub(super) const COUNTED: [Self; 8] = [
        Self::Entry,
        Self::Body,
        Self::Draft,
        Self::Own,
        Self::Colleague,
        Self::Blob,
        Self::Receipt,
        Self::Cell,
    ];

    /// The number in docs/FORMAT.md section 4.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The table of a number.
    pub(super) fn of_number(number: u8) -> Option<Self> {
        let mut all = Self::COUNTED.into_iter().chain([Self::State]);
        all.find(|table| table.number() == number)
    }

    /// Whether this is a kind of values that stand in cells.
    pub const fn is_in_cells(self) -> bool {
        matches!(
            self,
            Self::Draft | Self::Own | Self::Colleague | Self::Receipt
        )
    }

    pub(super) const fn sql_name(self) -> &'static str {
        self.sql().name
    }

    pub(super) const fn insert_sql(self) -> &'static str {
        self.sql().insert
    }

    pub(super) const fn replace_sql(self) -> &'static str {
        self.sql().replace
    }

    pub(super) const fn delete_sql(self) -> &'static str {
        self.sql().delete
    }

    /// Writes over a row that is there.
    pub(super) const fn update_sql(self) -> &'static str {
        self.sql().update
    }

    /// Asks for the rows behind an id, so many at most.
    pub(super) const fn next_sql(self) -> &'static str {
        self.sql().next
    }

    /// Asks for what of a row goes into the seal of its table: epoch, nonce and tag.
    pub(super) const fn ends_sql(self) -> &'static str {
        self.sql().ends
    }

    const fn get_sql(self) -> &'static str {
        self.sql().get
    }

    pub(super) const fn length_sql(self) -> &'static str {
        self.sql().length
    }

    const fn sql(self) -> Sql {
        match self {
            Self::State => sql!("state"),
            Self::Entry => sql!("entry"),
            Self::Body => sql!("body"),
            Self::Blob => sql!("blob"),
            Self::Cell | Self::Draft | Self::Own | Self::Colleague | Self::Receipt => sql!("cell"),
        }
    }
}

/// Opens one row.
pub(super) fn get(
    connection: &Connection,
    keyring: &Keyring,
    table: Table,
    id: RowId,
) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
    let Some((epoch, sealed)) = get_sealed(connection, table, id)? else {
        return Ok(None);
    };
    let place = RowPlace {
        table: table.number(),
        id,
        epoch,
    };
    keyring
        .open_row(place, &sealed)
        .map(Some)
        .map_err(|_| StoreError::RowDamaged(table))
}

/// Reads one row as it lies there: its epoch and its box.
pub(super) fn get_sealed(
    connection: &Connection,
    table: Table,
    id: RowId,
) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
    let row = connection
        .prepare_cached(table.get_sql())?
        .query_row([id.0], |row| {
            Ok((epoch_in(row, 0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    Ok(row)
}

/// The key epoch that a row says. A number that no program of ours writes is 0, which is none, and keeps nobody from reading the
/// row.
pub(super) fn epoch_in(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u32> {
    let epoch = row.get::<_, i64>(column)?;
    Ok(u32::try_from(epoch).unwrap_or_default())
}
