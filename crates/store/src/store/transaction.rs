//! Everything that changes the database: rows and the state that seals them, together or not at all.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::connection::Watched;
use super::preallocation::Preallocation;
use super::state::State;
use super::{Cells, InOrder, PagesFile, StoreError, Table, connection, pages, rows, table};
use fieldnotes_format::random::{Random, make_array};
use fieldnotes_format::vault::early_sync::EarlySync;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_format::vault::sealed_row::{Padding, RowNonce, RowPlace};

/// The only row of the state table.
pub(super) const STATE_ROW: RowId = RowId(1);

/// Bytes of a sealed row, with space for the rest of what SQLite keeps of it.
pub(super) const MAX_SEALED: usize = connection::MAX_ROW as usize - 4_096;

/// Rows that are added before somebody may stop it.
const PULSE: u64 = 256;

/// The id of a row that is to be added and the nonce that it will be sealed under: all that is random in it. Drawn in the
/// order of the rows, so that these may then be sealed on any core.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    /// The number of the row.
    pub id: RowId,
    pub(super) nonce: RowNonce,
}

/// A row that is sealed and not yet there.
pub struct SealedRow {
    pub(super) table: Table,
    pub(super) place: RowPlace,
    pub(super) bytes: Vec<u8>,
    pub(super) seal: [u8; 32],
}

impl SealedRow {
    /// Where it will stand.
    pub fn id(&self) -> RowId {
        self.place.id
    }

    /// What rows are put into order by.
    pub(super) fn key(&self) -> (Table, RowId) {
        (self.table, self.place.id)
    }
}

/// Seals rows for a transaction, on any core.
#[derive(Clone, Copy)]
pub struct Sealer<'s>(&'s Keyring);

impl Sealer<'_> {
    /// Seals a row.
    pub fn seal(&self, table: Table, slot: Slot, padding: Padding, value: &[u8]) -> SealedRow {
        let Self(keyring) = self;
        let place = RowPlace {
            table: table.number(),
            id: slot.id,
            epoch: keyring.epoch,
        };
        let bytes = keyring.seal_row_under(place, padding, value, slot.nonce);
        SealedRow {
            table,
            place,
            seal: keyring.row_seal(place, &bytes),
            bytes,
        }
    }
}

/// An open transaction. Dropped without [`Transaction::commit`], nothing has happened.
pub struct Transaction<'s> {
    pub(super) inner: rusqlite::Transaction<'s>,
    pub(super) keyring: &'s Keyring,
    pub(super) random: &'s dyn Random,
    pub(super) committed: &'s mut State,
    pub(super) digest: &'s mut [u8; 32],
    pub(super) folder: &'s Folder,
    pub(super) pages_file: &'s mut PagesFile,
    pub(super) preallocation: &'s mut Preallocation,
    /// Rows that were written and are to be read again before anything counts. Entries are looked at when they are written,
    /// and bodies were checked by those who brought them: of these there may be a million.
    pub(super) written: BTreeSet<(Table, RowId)>,
    /// Which cells hold what: as it was, and once this transaction has to do with them, as it will be.
    pub(super) known_cells: &'s mut Option<Cells>,
    pub(super) cells: Option<Cells>,
    pub(super) watched: &'s Watched,
    /// The state as it will be.
    pub state: State,
}

impl<'s> Transaction<'s> {
    /// Adds a row under a random id, or a value in cells that are drawn.
    pub fn insert(
        &mut self,
        table: Table,
        padding: Padding,
        value: &[u8],
    ) -> Result<RowId, StoreError> {
        if table.is_in_cells() {
            let id = self.insert_value(table, value)?;
            self.note_written(table, id, value)?;
            return Ok(id);
        }
        loop {
            let slot = self.draw();
            let row = self.sealer().seal(table, slot, padding, value);
            // Two ids alike are to be expected once in billions of rows; then another is drawn.
            if self.insert_sealed(&row)? {
                self.note_written(table, slot.id, value)?;
                return Ok(slot.id);
            }
        }
    }

    /// Draws what is random in one row.
    pub fn draw(&self) -> Slot {
        loop {
            let id = (u64::from_be_bytes(make_array(self.random)) >> 1) as i64;
            if id != 0 {
                let nonce = make_array(self.random);
                return Slot {
                    id: RowId(id),
                    nonce,
                };
            }
        }
    }

    /// Opens a row. It is not for values in cells.
    pub fn get(&self, table: Table, id: RowId) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        table::get(&self.inner, self.keyring, table, id)
    }

    /// Seals rows for this transaction.
    pub fn sealer<'k>(&self) -> Sealer<'k>
    where
        Self: 'k,
        's: 'k,
    {
        Sealer(self.keyring)
    }

    /// Adds a row that was sealed; `false` where its id is taken.
    pub fn insert_sealed(&mut self, row: &SealedRow) -> Result<bool, StoreError> {
        fits(row.table, &row.bytes)?;
        let added = self
            .inner
            .prepare_cached(row.table.insert_sql())?
            .execute(rusqlite::params![
                row.place.id.0,
                row.place.epoch,
                row.bytes
            ]);
        match added {
            Ok(_) => {
                self.state.added(row.table, row.seal);
                Ok(true)
            }
            Err(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
            {
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Adds all of these rows and leaves none. `pulse` is called now and then and may stop the work.
    ///
    /// # Errors
    /// [`StoreError::IdTaken`]: others may name a row by its id, so that it cannot just be given another.
    pub fn insert_in_order<E: From<StoreError>>(
        &mut self,
        rows: &mut InOrder,
        pulse: &mut dyn FnMut() -> Result<(), E>,
    ) -> Result<(), E> {
        // SQLite has opened the log itself, and gets any fault itself.
        let log = self.folder.open_to_write(&self.folder.write_ahead());
        let (mut early, mut count) = (EarlySync::default(), 0_u64);
        rows.drain(&mut |row| {
            if !self.insert_sealed(&row)? {
                return Err(StoreError::IdTaken.into());
            }
            if let Ok(log) = &log {
                let _ = early.wrote(log, row.bytes.len());
            }
            count += 1;
            if count.is_multiple_of(PULSE) {
                pulse()?;
            }
            Ok(())
        })
    }

    /// Puts a new value in the place of a row.
    pub fn replace(
        &mut self,
        table: Table,
        id: RowId,
        padding: Padding,
        value: &[u8],
    ) -> Result<(), StoreError> {
        if table.is_in_cells() {
            self.replace_value(table, id, value)?;
        } else {
            self.unseal(table, id)?;
            self.put(table, id, padding, value)?;
        }
        self.note_written(table, id, value)
    }

    fn note_written(&mut self, table: Table, id: RowId, value: &[u8]) -> Result<(), StoreError> {
        match table {
            Table::Entry | Table::Body => {
                rows::check(table, value).map_err(|_| StoreError::RowUnreadable(table))
            }
            _ => {
                self.written.insert((table, id));
                Ok(())
            }
        }
    }

    /// Opens and reads every row that was written, from the database and with the type that reads it from now on. Where one
    /// could not be read, the vault could not be opened again: then nothing of it happens.
    fn read_again(&self) -> Result<(), StoreError> {
        let state = (Table::State, STATE_ROW);
        for (table, id) in self.written.iter().copied().chain([state]) {
            let value = match table.is_in_cells() {
                true => self.read_value(table, id),
                false => table::get(&self.inner, self.keyring, table, id),
            };
            let is_read = matches!(value, Ok(Some(value)) if rows::check(table, &value).is_ok());
            if !is_read {
                return Err(StoreError::RowUnreadable(table));
            }
        }
        Ok(())
    }

    /// Removes a row, or a value in cells.
    pub fn delete(&mut self, table: Table, id: RowId) -> Result<(), StoreError> {
        if table.is_in_cells() {
            self.delete_value(table, id)?;
            self.written.remove(&(table, id));
            return Ok(());
        }
        self.unseal(table, id)?;
        self.written.remove(&(table, id));
        self.inner
            .prepare_cached(table.delete_sql())?
            .execute([id.0])?;
        Ok(())
    }

    fn put(
        &mut self,
        table: Table,
        id: RowId,
        padding: Padding,
        value: &[u8],
    ) -> Result<(), StoreError> {
        let place = RowPlace {
            table: table.number(),
            id,
            epoch: self.keyring.epoch,
        };
        let sealed = self.keyring.seal_row(place, padding, value, self.random);
        fits(table, &sealed)?;
        self.inner
            .prepare_cached(table.replace_sql())?
            .execute(rusqlite::params![id.0, place.epoch, sealed])?;
        if table != Table::State {
            self.state
                .added(table, self.keyring.row_seal(place, &sealed));
        }
        Ok(())
    }

    /// Takes a row out of the seal of its table.
    fn unseal(&mut self, table: Table, id: RowId) -> Result<(), StoreError> {
        let seal = self.seal_of(table, id)?;
        self.state.removed(table, seal);
        Ok(())
    }

    /// What a row adds to a seal as it lies there.
    pub(super) fn seal_of(&self, table: Table, id: RowId) -> Result<[u8; 32], StoreError> {
        let (epoch, mut ends, tag): (u32, Vec<u8>, Vec<u8>) = self
            .inner
            .prepare_cached(table.ends_sql())?
            .query_row([id.0], |row| {
                Ok((table::epoch_in(row, 0)?, row.get(1)?, row.get(2)?))
            })
            .map_err(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => StoreError::RowDamaged(table),
                other => other.into(),
            })?;
        ends.extend_from_slice(&tag);
        let place = RowPlace {
            table: table.number(),
            id,
            epoch,
        };
        Ok(self.keyring.row_seal(place, &ends))
    }

    /// Makes it so, durably.
    pub fn commit(mut self) -> Result<(), StoreError> {
        self.state.counter += 1;
        // What goes into a file that was exchanged or removed meanwhile is nowhere.
        self.watched.check(self.folder)?;
        let value = serde_json::to_vec(&self.state).map_err(|_| StoreError::StateDamaged)?;
        self.put(Table::State, STATE_ROW, Padding::State, &value)?;
        self.read_again()?;
        // Only now, so that a change which was given up leaves every file as it was.
        if *self.pages_file != PagesFile::Due {
            pages::remove(self.folder)?;
            *self.pages_file = PagesFile::Due;
        }
        self.preallocation.make(self.folder);
        self.inner.commit()?;
        if self.cells.is_some() {
            *self.known_cells = self.cells;
        }
        *self.committed = self.state;
        *self.digest = self.keyring.digest_of_state(&value);
        Ok(())
    }
}

/// A row that SQLite would refuse is refused before it is offered, with an error that says why.
fn fits(table: Table, sealed: &[u8]) -> Result<(), StoreError> {
    match sealed.len() <= MAX_SEALED {
        true => Ok(()),
        false => Err(StoreError::RowTooLarge(table)),
    }
}
