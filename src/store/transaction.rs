//! Everything that changes the database: rows and the state that seals them, together or not at all.

use super::state::State;
use super::{PagesFile, StoreError, Table, pages};
use crate::random::{Random, make_array};
use crate::vault::folder::Folder;
use crate::vault::keyring::Keyring;
use crate::vault::sealed_row::{Padding, Place};

/// The only row of the state table.
pub(super) const STATE_ROW: i64 = 1;

/// An open transaction. Dropped without [`Transaction::commit`], nothing has happened.
pub(crate) struct Transaction<'s> {
    pub(super) inner: rusqlite::Transaction<'s>,
    pub(super) keyring: &'s Keyring,
    pub(super) random: &'s dyn Random,
    pub(super) committed: &'s mut State,
    pub(super) folder: &'s Folder,
    pub(super) pages_file: &'s mut PagesFile,
    /// The state as it will be.
    pub(crate) state: State,
}

impl Transaction<'_> {
    /// Adds a row under a random id.
    pub(crate) fn insert(
        &mut self,
        table: Table,
        padding: Padding,
        value: &[u8],
    ) -> Result<i64, StoreError> {
        loop {
            let id = (u64::from_be_bytes(make_array(self.random)) >> 1) as i64;
            if id == 0 {
                continue;
            }
            match self.put("INSERT INTO", table, id, padding, value) {
                // Two ids alike are to be expected once in billions of rows; then another is drawn.
                Err(StoreError::Sqlite(error))
                    if error.sqlite_error_code()
                        == Some(rusqlite::ErrorCode::ConstraintViolation) => {}
                outcome => return outcome.map(|()| id),
            }
        }
    }

    /// Puts a new value in the place of a row.
    pub(crate) fn replace(
        &mut self,
        table: Table,
        id: i64,
        padding: Padding,
        value: &[u8],
    ) -> Result<(), StoreError> {
        self.unseal(table, id)?;
        self.put("REPLACE INTO", table, id, padding, value)
    }

    /// Removes a row.
    pub(crate) fn delete(&mut self, table: Table, id: i64) -> Result<(), StoreError> {
        self.unseal(table, id)?;
        let sql = format!("DELETE FROM {} WHERE id = ?1", table.sql_name());
        self.inner.prepare_cached(&sql)?.execute([id])?;
        Ok(())
    }

    fn put(
        &mut self,
        verb: &str,
        table: Table,
        id: i64,
        padding: Padding,
        value: &[u8],
    ) -> Result<(), StoreError> {
        let place = Place {
            table: table.number(),
            id,
            epoch: self.keyring.epoch,
        };
        let sealed = self.keyring.seal_row(place, padding, value, self.random);
        let sql = format!(
            "{verb} {} (id, epoch, box) VALUES (?1, ?2, ?3)",
            table.sql_name()
        );
        self.inner
            .prepare_cached(&sql)?
            .execute(rusqlite::params![id, place.epoch, sealed])?;
        if table != Table::State {
            self.state
                .added(table, self.keyring.row_seal(place, &sealed));
        }
        Ok(())
    }

    /// Takes a row out of the seal of its table.
    fn unseal(&mut self, table: Table, id: i64) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT epoch, substr(box, 1, 24), substr(box, -16) FROM {} WHERE id = ?1",
            table.sql_name()
        );
        let (epoch, mut ends, tag): (u32, Vec<u8>, Vec<u8>) = self
            .inner
            .prepare_cached(&sql)?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .map_err(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => StoreError::RowDamaged(table),
                other => other.into(),
            })?;
        ends.extend_from_slice(&tag);
        let place = Place {
            table: table.number(),
            id,
            epoch,
        };
        self.state
            .removed(table, self.keyring.row_seal(place, &ends));
        Ok(())
    }

    /// Makes it so, durably.
    pub(crate) fn commit(mut self) -> Result<(), StoreError> {
        self.state.counter += 1;
        let value = serde_json::to_vec(&self.state).map_err(|_| StoreError::StateDamaged)?;
        self.put(
            "REPLACE INTO",
            Table::State,
            STATE_ROW,
            Padding::Padme,
            &value,
        )?;
        // Only now, so that a change which was given up leaves every file as it was.
        if *self.pages_file != PagesFile::Due {
            pages::remove(self.folder)?;
            *self.pages_file = PagesFile::Due;
        }
        self.inner.commit()?;
        *self.committed = self.state;
        Ok(())
    }
}
