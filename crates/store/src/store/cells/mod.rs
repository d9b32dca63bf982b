//! Small values: drafts, colleagues, bundles that were taken in, and the own identity. docs/FORMAT.md section 4.2.1.
//!
//! They stand in cells of one length in one table, so that without the passphrase nobody can count them or distinguish
//! their kinds. A long value has several cells. Cells that hold nothing are sealed like the others.

pub(super) mod cell;
mod gathering;
mod index;
mod mending;
#[cfg(test)]
mod tests;
mod writing;

pub use gathering::{Gathered, Gathering, Whole};
pub use index::Cells;

use rusqlite::Connection;

use super::{Scan, Scanner, Store, StoreError, Table};
use fieldnotes_format::vault::keyring::Keyring;

/// All small values.
pub struct Values {
    /// What reading the cells found.
    pub scan: Scan,
    /// Values of which every piece is there.
    pub whole: Vec<Whole>,
    /// What else the cells say.
    pub gathered: Gathered,
}

impl Store {
    /// Reads all small values.
    pub fn values(&self) -> Result<Values, StoreError> {
        read(&self.connection, &self.keyring)
    }

    /// Whether the values of a kind are those that the state seals. Cells of other kinds may be damaged.
    pub fn fits_kind(&self, kind: Table, values: u64, scan: &Scan) -> bool {
        let (_, seal) = scan.of(kind);
        !scan.is_cut_short && self.state.table(kind) == (values, seal)
    }

    /// Whether the unused cells are those that the state seals.
    pub fn fits_unused(&self, scan: &Scan) -> bool {
        !scan.is_cut_short && self.state.table(Table::Cell) == scan.of(Table::Cell)
    }

    /// The cells of a value.
    #[cfg(any(test, feature = "testing"))]
    pub fn cells_of(
        &self,
        kind: Table,
        id: fieldnotes_format::vault::sealed_row::RowId,
    ) -> Vec<fieldnotes_format::vault::sealed_row::RowId> {
        let values = self.values().expect("reads");
        values.gathered.cells.of(kind, id).expect("there").to_vec()
    }

    /// Takes over which cells hold what from whoever has read them all.
    pub fn know_cells(&mut self, cells: Cells) {
        self.cells = Some(cells);
    }
}

pub(super) fn read(connection: &Connection, keyring: &Keyring) -> Result<Values, StoreError> {
    let (mut gathering, mut whole) = (Gathering::default(), Vec::new());
    let mut scanner = Scanner::new(Table::Cell);
    while !scanner.is_done() {
        scanner.step(connection, keyring, &|_| (), &mut |cell, value, ()| {
            whole.extend(gathering.add(cell, value));
            Ok(())
        })?;
    }
    Ok(Values {
        scan: scanner.finish(),
        whole,
        gathered: gathering.finish(),
    })
}
