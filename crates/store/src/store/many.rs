//! Opening some rows at once: one thread reads them from SQLite, all cores open what was read.

use rusqlite::OptionalExtension as _;
use zeroize::Zeroizing;

use super::{Store, StoreError, Table, table};
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_format::vault::sealed_row::RowPlace;

/// Bytes that are read before all that was read must be done with.
const AT_ONCE: usize = 8 << 20;

impl Store {
    /// Bytes of a row as it is sealed, padding with it, without reading it. Nothing where there is no such row, or where it
    /// cannot be read.
    pub fn length(&self, table: Table, id: RowId) -> Result<u64, StoreError> {
        let mut length = self.connection.prepare_cached(table.length_sql())?;
        let length = length.query_row([id.0], |row| row.get::<_, u32>(0));
        match length.optional().map_err(StoreError::from) {
            Ok(length) => Ok(length.map_or(0, u64::from)),
            Err(StoreError::FileDamaged) => Ok(0),
            Err(other) => Err(other),
        }
    }

    /// Opens these rows and does something with each, on all cores. The results stand in the order of `ids`; a row that is
    /// not there or does not open gives none.
    pub fn get_each<R: Send>(
        &self,
        table: Table,
        ids: &[RowId],
        work: &(dyn Fn(usize, &[u8]) -> R + Sync),
    ) -> Result<Vec<Option<R>>, StoreError> {
        let mut results: Vec<Option<R>> = Vec::new();
        results.resize_with(ids.len(), || None);
        let mut left = ids.iter().enumerate().zip(&mut results);
        let mut is_done = false;
        while !is_done {
            rayon::in_place_scope(|scope| {
                let mut bytes = 0;
                while bytes < AT_ONCE {
                    let Some(((at, id), result)) = left.next() else {
                        is_done = true;
                        break;
                    };
                    let (epoch, sealed) = match table::get_sealed(&self.connection, table, *id) {
                        Ok(Some(row)) => row,
                        Ok(None) | Err(StoreError::FileDamaged) => continue,
                        Err(other) => return Err(other),
                    };
                    let place = RowPlace {
                        table: table.number(),
                        id: *id,
                        epoch,
                    };
                    bytes += sealed.len();
                    let keyring = &self.keyring;
                    scope.spawn(move |_| {
                        let mut row = Zeroizing::new(sealed);
                        let mut opened = None;
                        keyring.open_rows(&mut |rows| opened = rows.open(place, &mut row).ok());
                        let value = opened.and_then(|value| row.get(value));
                        *result = value.map(|value| work(at, value));
                    });
                }
                Ok(())
            })?;
        }
        Ok(results)
    }
}
