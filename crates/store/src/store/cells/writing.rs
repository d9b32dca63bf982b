//! Adding, replacing and removing small values within a transaction.

use zeroize::Zeroizing;

use super::cell::{self, CAPACITY, Head, UNUSED};
use super::gathering::Gathering;
use super::index::Cells;
use crate::store::transaction::{MAX_SEALED, Slot};
use crate::store::{StoreError, Table, Transaction, table};
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_format::vault::sealed_row::{Padding, RowPlace};

impl Transaction<'_> {
    /// Adds a value, and returns its id.
    pub(in crate::store) fn insert_value(
        &mut self,
        kind: Table,
        value: &[u8],
    ) -> Result<RowId, StoreError> {
        fits(kind, value)?;
        let mut cells = self.take_cells()?;
        let taken = self.take_unused(&mut cells, cell::pieces(value.len()))?;
        let id = *taken.first().ok_or(StoreError::RowDamaged(Table::Cell))?;
        self.write_pieces(kind, &taken, 0, value)?;
        self.state.count(kind, 1);
        cells.values.insert((kind, id), taken);
        self.cells = Some(cells);
        Ok(id)
    }

    /// Puts another value in the place of one. Its cells are written over; only what it has more, or less, changes hands.
    pub fn replace_value(
        &mut self,
        kind: Table,
        id: RowId,
        value: &[u8],
    ) -> Result<(), StoreError> {
        fits(kind, value)?;
        let mut cells = self.take_cells()?;
        let held = cells.values.remove(&(kind, id));
        let mut held = held.ok_or(StoreError::RowDamaged(kind))?;
        let wanted = cell::pieces(value.len());
        for spare in held.drain(wanted.min(held.len())..) {
            self.put_cell(spare, kind, Table::Cell, UNUSED)?;
            cells.unused.push(spare);
        }
        let kept = held.len();
        held.extend(self.take_unused(&mut cells, wanted - kept)?);
        self.write_pieces(kind, &held, kept, value)?;
        cells.values.insert((kind, id), held);
        self.cells = Some(cells);
        Ok(())
    }

    /// Removes a value. Its cells hold nothing from then on.
    pub(in crate::store) fn delete_value(
        &mut self,
        kind: Table,
        id: RowId,
    ) -> Result<(), StoreError> {
        let mut cells = self.take_cells()?;
        let held = cells.values.remove(&(kind, id));
        for spare in held.ok_or(StoreError::RowDamaged(kind))? {
            self.put_cell(spare, kind, Table::Cell, UNUSED)?;
            cells.unused.push(spare);
        }
        self.state.count(kind, -1);
        self.cells = Some(cells);
        Ok(())
    }

    /// Reads a value that this transaction wrote, from the database.
    pub(in crate::store) fn read_value(
        &self,
        kind: Table,
        id: RowId,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let held = self.cells.as_ref().and_then(|cells| cells.of(kind, id));
        let mut gathering = Gathering::default();
        let mut found = None;
        for cell in held.unwrap_or_default() {
            let said = table::get(&self.inner, self.keyring, Table::Cell, *cell)?;
            let said = said.ok_or(StoreError::RowDamaged(kind))?;
            found = gathering.add(*cell, &said);
        }
        // Whole with the last of them, and neither before nor never.
        let is_it = |whole: &super::Whole| (whole.kind, whole.id) == (kind, id);
        Ok(found.filter(is_it).map(|whole| whole.value))
    }

    /// Which cells hold what. Whoever takes them puts them back when the work is done; where it fails they are read anew.
    ///
    /// # Errors
    /// Where what is read is not all that the state seals: a cell that does not open may be part of a value.
    fn take_cells(&mut self) -> Result<Cells, StoreError> {
        match self.cells.take().or_else(|| self.known_cells.take()) {
            Some(cells) => Ok(cells),
            None => {
                let found = super::read(&self.inner, self.keyring)?;
                match self.state.fits(Table::Cell, &found.scan) {
                    true => Ok(found.gathered.cells),
                    false => Err(StoreError::RowDamaged(Table::Cell)),
                }
            }
        }
    }

    /// Takes so many cells that are unused, and makes more where there are too few.
    fn take_unused(&mut self, cells: &mut Cells, many: usize) -> Result<Vec<RowId>, StoreError> {
        let wanted = cells.wanted(many);
        for id in cells.last + 1..=wanted {
            self.add_cell(RowId(id))?;
            cells.unused.push(RowId(id));
        }
        cells.last = wanted;
        Ok(cells.take(many, self.random))
    }

    fn add_cell(&mut self, id: RowId) -> Result<(), StoreError> {
        let Slot { nonce, .. } = self.draw();
        let slot = Slot { id, nonce };
        let sealer = self.sealer();
        let row = sealer.seal(Table::Cell, slot, Padding::Cell, UNUSED);
        match self.insert_sealed(&row)? {
            true => Ok(()),
            false => Err(StoreError::RowDamaged(Table::Cell)),
        }
    }

    /// Writes the pieces of a value. The first `kept` of its cells were its own before, the others unused.
    fn write_pieces(
        &mut self,
        kind: Table,
        cells: &[RowId],
        kept: usize,
        value: &[u8],
    ) -> Result<(), StoreError> {
        let damaged = || StoreError::RowDamaged(kind);
        let first = *cells.first().ok_or_else(damaged)?;
        // An empty value has a piece, too.
        let mut rest = value;
        for (number, id) in cells.iter().enumerate() {
            let (bytes, after) = rest.split_at(rest.len().min(CAPACITY));
            rest = after;
            let head = Head {
                kind,
                value: first,
                piece: number as u32,
                length: value.len() as u32,
                written: self.state.counter + 1,
            };
            let was = if number < kept { kind } else { Table::Cell };
            self.put_cell(*id, was, kind, &head.with(bytes))?;
        }
        Ok(())
    }

    /// Writes a cell over, which goes from one seal into another.
    fn put_cell(
        &mut self,
        id: RowId,
        was: Table,
        is: Table,
        said: &[u8],
    ) -> Result<(), StoreError> {
        let before = self.seal_of(Table::Cell, id)?;
        let after = self.seal_cell(id, said)?;
        self.state.toggle_cell(was, before);
        self.state.toggle_cell(is, after);
        let is_unused = |kind: Table| i64::from(kind == Table::Cell);
        self.state
            .count(Table::Cell, is_unused(is) - is_unused(was));
        Ok(())
    }

    /// Writes a cell over whatever has its number, and returns what it adds to a seal.
    pub(super) fn seal_cell(&self, id: RowId, said: &[u8]) -> Result<[u8; 32], StoreError> {
        let place = RowPlace {
            table: Table::Cell.number(),
            id,
            epoch: self.keyring.epoch,
        };
        let sealed = self
            .keyring
            .seal_row(place, Padding::Cell, said, self.random);
        self.inner
            .prepare_cached(Table::Cell.replace_sql())?
            .execute(rusqlite::params![id.0, place.epoch, sealed])?;
        Ok(self.keyring.row_seal(place, &sealed))
    }
}

/// What is larger than a row may be is not taken in pieces either: nothing may grow without bound.
fn fits(kind: Table, value: &[u8]) -> Result<(), StoreError> {
    match value.len() <= MAX_SEALED {
        true => Ok(()),
        false => Err(StoreError::RowTooLarge(kind)),
    }
}
