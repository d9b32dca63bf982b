//! Sealing every row again under another master key, in one transaction: after a kill all of it happened or nothing.
//!
//! Each row keeps its id and the length of its box, so that it is written over where it lies; only from epoch 1 to 2, and from 127
//! to 128, SQLite needs a byte more for the number beside it, and some pages are split. The transaction is as large as the
//! database; it stands in the write-ahead log until it is whole.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rusqlite::TransactionBehavior;

use super::cells::cell::counted_in;
use super::state::State;
use super::transaction::STATE_ROW;
use super::{PagesFile, Scanner, Store, StoreError, Table, pages, table};
use fieldnotes_format::random::{Random, make_array};
use fieldnotes_format::vault::header::HeaderName;
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_format::vault::sealed_row::{Padding, RowNonce, RowPlace, SetSeal};

/// Rows that are in memory at a time, and bytes of them, but for the last one.
const AT_ONCE: usize = 256;
const BYTES_AT_ONCE: usize = 4 << 20;
/// What the log and a database that grows may take beside the database's own pages, in parts of these, and in bytes: frames, and
/// pages that are split. The largest row that there is, of eight megabytes and a half, needs its new pages before the old ones are
/// free, in the log and in the database: twice that. Measured in the tests below.
const BESIDE: u64 = 4;
const AT_LEAST: u64 = 24 << 20;

/// What goes on looks on, and may stop it: rows that are done, and all of them.
type Pulse<'p, E> = &'p mut dyn FnMut(u64, u64) -> Result<(), E>;

/// A row on its way.
struct Row {
    place: RowPlace,
    sealed: Vec<u8>,
    nonce: RowNonce,
}

impl Store {
    /// Bytes that must be free on the disk while all is sealed again.
    pub fn space_to_rekey(&self) -> u64 {
        let database = self.folder.length(&self.folder.database());
        let log = self.folder.length(&self.folder.write_ahead());
        let whole = database + log;
        whole + whole / BESIDE + AT_LEAST
    }

    /// Seals all rows and the state again under other keys, and names the header that goes with them. Nothing has happened
    /// where it fails.
    ///
    /// # Errors
    /// [`StoreError::RowDamaged`] where a row does not open, [`StoreError::StateDamaged`] where rows are missing: what is
    /// damaged is not made whole by new seals.
    pub fn rekey<E: From<StoreError>>(
        &mut self,
        new: Keyring,
        header: HeaderName,
        pulse: Pulse<'_, E>,
    ) -> Result<(), E> {
        self.reseal_all(new, header, pulse)?;
        // The log holds all rows once more. Where it cannot be written back now it is on lock.
        let _ = self.empty_log();
        Ok(())
    }

    fn reseal_all<E: From<StoreError>>(
        &mut self,
        new: Keyring,
        header: HeaderName,
        pulse: Pulse<'_, E>,
    ) -> Result<(), E> {
        if self.is_read_only {
            return Err(StoreError::ReadOnly.into());
        }
        // What lies in the log would have to be kept beside it.
        self.empty_log()?;
        let inner = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut state = self.state.clone();
        let (total, mut done) = (count(&inner, &self.state)?, 0);
        for table in Table::SEALED {
            let keys = (&self.keyring, &new);
            let now = reseal(&inner, table, keys, &*self.random, &mut |some| {
                done += some;
                pulse(done, total)
            })?;
            for sealed in Sealed::in_table(table) {
                let (rows, was) = self.state.table(sealed.name);
                let now = now.get(&sealed.name).copied().unwrap_or_default();
                // Of values the seal says it; their cells are another number.
                if now.was != was || sealed.is_counted && now.rows != rows {
                    return Err(StoreError::StateDamaged.into());
                }
                state.set_table(sealed.name, rows, now.is);
            }
        }
        for table in Table::SEALED {
            check(&inner, table, &new, &state)?;
            // Somebody may stop it until the end.
            pulse(done, total)?;
        }
        state.counter += 1;
        state.begin_epoch(header);
        let value = serde_json::to_vec(&state).map_err(|_| StoreError::StateDamaged)?;
        let place = RowPlace {
            table: Table::State.number(),
            id: STATE_ROW,
            epoch: new.epoch,
        };
        let sealed = new.seal_row(place, Padding::State, &value, &*self.random);
        let put = |sealed: Vec<u8>| -> Result<(), StoreError> {
            inner
                .prepare_cached(Table::State.replace_sql())?
                .execute(rusqlite::params![place.id.0, place.epoch, sealed])?;
            match table::get(&inner, &new, Table::State, STATE_ROW)? {
                Some(read) if *read == value => {}
                _ => return Err(StoreError::RowUnreadable(Table::State)),
            }
            self.watched.check(&self.folder)
        };
        put(sealed)?;
        if self.pages_file != PagesFile::Due {
            pages::remove(&self.folder).map_err(StoreError::from)?;
            self.pages_file = PagesFile::Due;
        }
        inner.commit().map_err(StoreError::from)?;
        self.digest = new.digest_of_state(&value);
        (self.state, self.keyring) = (state, new);
        // It is sealed under the old keys.
        self.pages = None;
        Ok(())
    }

    /// Writes the log back into the database, and what is there to the disk itself.
    pub fn empty_log(&mut self) -> Result<(), StoreError> {
        if self.pages_file == PagesFile::Due {
            // The seal over the pages does not follow; it is computed anew.
            self.pages = None;
        }
        Ok(self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

/// What the state has a seal of.
struct Sealed {
    name: Table,
    /// Its number in the state is one of rows.
    is_counted: bool,
}

impl Sealed {
    /// Whose rows stand in a table.
    fn in_table(table: Table) -> Vec<Self> {
        let kinds = match table {
            Table::Cell => &Table::IN_CELLS[..],
            _ => &[],
        };
        let of = |name: &Table| Self {
            name: *name,
            is_counted: !name.is_in_cells(),
        };
        kinds.iter().chain([&table]).map(of).collect()
    }
}

/// How many rows there are to seal.
fn count(connection: &rusqlite::Connection, state: &State) -> Result<u64, StoreError> {
    let cells =
        connection.query_row("SELECT count(*) FROM cell", [], |row| row.get::<_, u32>(0))?;
    let others = Table::SEALED
        .into_iter()
        .filter(|table| *table != Table::Cell);
    Ok(u64::from(cells) + others.map(|table| state.table(table).0).sum::<u64>())
}

/// What a table or a kind was, and what it is now.
#[derive(Default, Clone, Copy)]
struct Resealed {
    rows: u64,
    was: SetSeal,
    is: SetSeal,
}

fn reseal<E: From<StoreError>>(
    connection: &rusqlite::Connection,
    table: Table,
    (old, new): (&Keyring, &Keyring),
    random: &dyn Random,
    pulse: &mut dyn FnMut(u64) -> Result<(), E>,
) -> Result<BTreeMap<Table, Resealed>, E> {
    let mut found = BTreeMap::<Table, Resealed>::new();
    let mut after = RowId(0);
    loop {
        let rows = some_rows(connection, table, after, random)?;
        let Some(last) = rows.last() else {
            return Ok(found);
        };
        after = last.place.id;
        let sealed: Vec<_> = rows
            .par_iter()
            .map(|row| {
                let look = |value: &[u8]| counted_in(table, value);
                let sealed = old.reseal_row(row.place, &row.sealed, (new, row.nonce), look);
                let place = RowPlace {
                    epoch: new.epoch,
                    ..row.place
                };
                sealed.map(|(sealed, name)| {
                    let was = old.row_seal(row.place, &row.sealed);
                    let is = new.row_seal(place, &sealed);
                    (place, sealed, name, was, is)
                })
            })
            .collect();
        for row in sealed {
            let (place, sealed, name, was, is) = row.map_err(|_| StoreError::RowDamaged(table))?;
            connection
                .prepare_cached(table.update_sql())
                .and_then(|mut update| {
                    update.execute(rusqlite::params![place.id.0, place.epoch, sealed])
                })
                .map_err(StoreError::from)?;
            let of = found.entry(name).or_default();
            of.rows += 1;
            of.was.toggle(was);
            of.is.toggle(is);
        }
        pulse(rows.len() as u64)?;
    }
}

fn some_rows(
    connection: &rusqlite::Connection,
    table: Table,
    after: RowId,
    random: &dyn Random,
) -> Result<Vec<Row>, StoreError> {
    let mut statement = connection.prepare_cached(table.next_sql())?;
    let found = statement.query_map(rusqlite::params![after.0, AT_ONCE as i64], |row| {
        Ok(Row {
            place: RowPlace {
                table: table.number(),
                id: RowId(row.get(0)?),
                epoch: table::epoch_in(row, 1)?,
            },
            sealed: row.get(2)?,
            nonce: make_array(random),
        })
    })?;
    let (mut rows, mut bytes) = (Vec::new(), 0);
    for row in found {
        let row = row?;
        bytes += row.sealed.len();
        rows.push(row);
        if bytes >= BYTES_AT_ONCE {
            break;
        }
    }
    Ok(rows)
}

/// Opens every row once more, by the new keys alone.
fn check(
    connection: &rusqlite::Connection,
    table: Table,
    new: &Keyring,
    wanted: &State,
) -> Result<(), StoreError> {
    let mut scanner = Scanner::new(table);
    while !scanner.is_done() {
        scanner.step(connection, new, &|_| (), &mut |_, _, ()| Ok(()))?;
    }
    let found = scanner.finish();
    match wanted.fits(table, &found) {
        true => Ok(()),
        false => Err(StoreError::RowUnreadable(table)),
    }
}

#[cfg(test)]
mod tests;
