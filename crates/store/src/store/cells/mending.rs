//! Making the cells whole again, after a repair has gone through the values that can be rebuilt.

use std::collections::BTreeSet;

use super::cell::{FIRST, UNUSED};
use crate::store::{StoreError, Table, Transaction};
use fieldnotes_format::vault::sealed_row::RowId;

/// The kinds that a repair rebuilds.
const REBUILT: [Table; 2] = [Table::Colleague, Table::Receipt];
/// The kinds that it leaves as they are.
const KEPT: [Table; 2] = [Table::Draft, Table::Own];

impl Transaction<'_> {
    /// Takes what is in the cells for what is to be in them, as far as a repair may: cells that do not open or are missing become
    /// unused ones, and the seals of what can be rebuilt are made anew.
    ///
    /// # Errors
    /// Where drafts and the identity do not fit their seals by themselves: one of these cells may be theirs.
    pub fn mend_cells(&mut self) -> Result<(), StoreError> {
        self.check_kept()?;
        // What opens was sealed in the epoch of the keys, whatever somebody wrote beside it.
        self.inner
            .prepare_cached("UPDATE cell SET epoch = ?1 WHERE epoch <> ?1")?
            .execute([self.keyring.epoch])?;
        let found = super::read(&self.inner, self.keyring)?;
        if found.scan.is_cut_short {
            return Err(StoreError::RowDamaged(Table::Cell));
        }
        let opened = found.scan.rows - found.scan.damaged.len() as u64;
        let mut last = FIRST;
        while last < found.gathered.cells.last || (last as u64) < opened {
            last *= 2;
        }
        for id in found
            .scan
            .damaged
            .iter()
            .filter(|id| !(1..=last).contains(&id.0))
        {
            self.inner
                .prepare_cached(Table::Cell.delete_sql())?
                .execute([id.0])?;
        }
        let cells = &found.gathered.cells;
        let used = cells.values.values().flatten();
        let whole: BTreeSet<RowId> = used.chain(&cells.unused).copied().collect();
        for id in (1..=last).map(RowId).filter(|id| !whole.contains(id)) {
            // It is in no seal yet.
            self.seal_cell(id, UNUSED)?;
        }
        let found = super::read(&self.inner, self.keyring)?;
        for kind in REBUILT {
            let (_, seal) = found.scan.of(kind);
            let values = found.gathered.count(kind);
            self.state.set_table(kind, values, seal);
        }
        let (unused, seal) = found.scan.of(Table::Cell);
        self.state.set_table(Table::Cell, unused, seal);
        self.cells = Some(found.gathered.cells);
        Ok(())
    }

    fn check_kept(&self) -> Result<(), StoreError> {
        let found = super::read(&self.inner, self.keyring)?;
        let fits = |kind| {
            let (_, seal) = found.scan.of(kind);
            let values = found.gathered.count(kind);
            !found.scan.is_cut_short && self.state.table(kind) == (values, seal)
        };
        match KEPT.into_iter().find(|kind| !fits(*kind)) {
            Some(kind) => Err(StoreError::RowDamaged(kind)),
            None => Ok(()),
        }
    }
}
