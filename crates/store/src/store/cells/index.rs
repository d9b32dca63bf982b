//! Which cells hold what.

use std::collections::HashMap;

use super::cell;
use crate::store::Table;
use fieldnotes_format::random::{Random, make_array};
use fieldnotes_format::vault::sealed_row::RowId;

/// Which cells hold which value, in the order of its pieces, and which hold nothing.
#[derive(Debug, Default)]
pub struct Cells {
    pub(super) values: HashMap<(Table, RowId), Vec<RowId>>,
    pub(super) unused: Vec<RowId>,
    /// The highest number of a cell.
    pub(super) last: i64,
}

impl Cells {
    /// The cells of a value.
    pub fn of(&self, kind: Table, value: RowId) -> Option<&[RowId]> {
        self.values.get(&(kind, value)).map(Vec::as_slice)
    }

    /// Takes so many unused cells, each by chance. Where there are too few, all that there are.
    pub(super) fn take(&mut self, many: usize, random: &dyn Random) -> Vec<RowId> {
        let mut taken = Vec::with_capacity(many);
        while taken.len() < many && !self.unused.is_empty() {
            let drawn = u64::from_be_bytes(make_array(random)) % self.unused.len() as u64;
            taken.push(self.unused.swap_remove(drawn as usize));
        }
        taken
    }

    /// How many cells there must be for so many more to be used.
    pub(super) fn wanted(&self, many: usize) -> i64 {
        let used = self.last - self.unused.len() as i64;
        let mut wanted = self.last.max(cell::FIRST);
        while wanted - used < many as i64 {
            wanted *= 2;
        }
        wanted
    }
}
