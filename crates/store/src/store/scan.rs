//! Reading a whole table: in batches, so that whoever waits can do something else in between, and on all cores.
//!
//! One batch is opened by the others while this thread reads the next from SQLite and hands on the one before.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rusqlite::Connection;
use zeroize::{Zeroize, Zeroizing};

use super::cells::cell::counted_in;
use super::table::epoch_in;
use super::{StoreError, Table};
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_format::vault::sealed_row::{OpenRows, RowPlace, SetSeal};

/// Rows and bytes of a batch: a millisecond's work, and small beside what is kept.
const ROWS: usize = 1_024;
const BYTES: usize = 1 << 20;
/// Rows that one core takes at a time.
const SHARE: usize = 64;

/// What reading a whole table found.
#[derive(Debug, Default)]
pub struct Scan {
    /// Rows read, whether or not they opened.
    pub rows: u64,
    /// The seal over them.
    pub seal: SetSeal,
    /// Of cells that opened: how many there are of each kind and the seal over them, unused ones under the table's own name.
    kinds: BTreeMap<Table, (u64, SetSeal)>,
    /// Ids of rows that did not open.
    pub damaged: Vec<RowId>,
    /// SQLite could not read all of the table.
    pub is_cut_short: bool,
}

impl Scan {
    /// How many cells of this kind opened, and the seal over them.
    pub fn of(&self, kind: Table) -> (u64, SetSeal) {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }
}

/// Where a scan goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// Upwards, behind this id.
    Up(Option<RowId>),
    /// Downwards, before this id, where the way up ended at a part of the file that cannot be read: what can be
    /// read from the other end is.
    Down {
        before: Option<RowId>,
        stop: Option<RowId>,
    },
    /// No more rows.
    Done,
}

struct Row<R> {
    id: RowId,
    epoch: u32,
    length: usize,
    seal: [u8; 32],
    value: Option<std::ops::Range<usize>>,
    read: Option<R>,
}

/// Rows side by side in one piece of memory, which is used again and again.
struct Batch<R> {
    bytes: Zeroizing<Vec<u8>>,
    rows: Vec<Row<R>>,
}

impl<R> Default for Batch<R> {
    fn default() -> Self {
        Self {
            bytes: Zeroizing::new(Vec::new()),
            rows: Vec::new(),
        }
    }
}

/// Reads what opened, on any core.
pub type Read<'r, R> = &'r (dyn Fn(&[u8]) -> R + Sync);
/// Takes a row that opened and what was read from it, in the order of the table.
pub type Take<'t, R> = &'t mut dyn FnMut(RowId, &[u8], R) -> Result<(), StoreError>;

/// A table that is being read.
pub struct Scanner<R> {
    table: Table,
    course: Course,
    found: Scan,
    next: Batch<R>,
    opened: Batch<R>,
    spare: Batch<R>,
}

impl<R: Send> Scanner<R> {
    /// Nothing seen of a table so far.
    pub fn new(table: Table) -> Self {
        Self {
            table,
            course: Course::Up(None),
            found: Scan::default(),
            next: Batch::default(),
            opened: Batch::default(),
            spare: Batch::default(),
        }
    }

    /// Whether all rows were taken.
    pub fn is_done(&self) -> bool {
        self.course == Course::Done && self.next.rows.is_empty() && self.opened.rows.is_empty()
    }

    /// What was found; all of it once the scan is done.
    pub fn finish(self) -> Scan {
        self.found
    }

    /// Goes on by one batch: some rows are read, those before them opened, and those before these handed on.
    pub(super) fn step(
        &mut self,
        connection: &Connection,
        keyring: &Keyring,
        read: Read<'_, R>,
        take: Take<'_, R>,
    ) -> Result<(), StoreError> {
        let mut opening = std::mem::take(&mut self.next);
        self.next = std::mem::take(&mut self.spare);
        let table = self.table;
        let outcome = rayon::in_place_scope(|scope| {
            if !opening.rows.is_empty() {
                scope.spawn(|_| opening.open(keyring, table, read));
            }
            self.hand_on(take)?;
            self.fill(connection)
        });
        self.spare = std::mem::replace(&mut self.opened, opening);
        outcome
    }

    fn hand_on(&mut self, take: Take<'_, R>) -> Result<(), StoreError> {
        let Batch { bytes, rows } = &mut self.opened;
        for row in rows.drain(..) {
            self.found.rows += 1;
            self.found.seal.toggle(row.seal);
            match (row.value.and_then(|range| bytes.get(range)), row.read) {
                (Some(value), Some(read)) => {
                    if self.table == Table::Cell {
                        let kind = counted_in(self.table, value);
                        let (cells, seal) = self.found.kinds.entry(kind).or_default();
                        *cells += 1;
                        seal.toggle(row.seal);
                    }
                    take(row.id, value, read)?;
                }
                _ => self.found.damaged.push(row.id),
            }
        }
        // Now, and not by the next batch: if that needs more space, the old buffer is freed without being overwritten.
        bytes.as_mut_slice().zeroize();
        bytes.clear();
        Ok(())
    }

    fn fill(&mut self, connection: &Connection) -> Result<(), StoreError> {
        if self.course == Course::Done {
            return Ok(());
        }
        match self.fill_from(connection) {
            Ok(()) => Ok(()),
            // A sector that the disk cannot read is no reason to leave the others unread.
            Err(StoreError::FileDamaged | StoreError::Sqlite(_) | StoreError::Io(_)) => {
                self.found.is_cut_short = true;
                self.course = match self.course {
                    Course::Up(stop) => Course::Down { before: None, stop },
                    // Whatever the way down meets, the way up has reported already.
                    Course::Down { .. } | Course::Done => Course::Done,
                };
                Ok(())
            }
            Err(_) if matches!(self.course, Course::Down { .. }) => {
                self.course = Course::Done;
                Ok(())
            }
            Err(other) => Err(other),
        }
    }

    fn fill_from(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let name = self.table.sql_name();
        let (is_up, from) = match self.course {
            Course::Up(after) => (true, after),
            Course::Down { before, .. } => (false, before),
            Course::Done => return Ok(()),
        };
        let condition = match (is_up, from) {
            (_, None) => "",
            (true, Some(_)) => "WHERE id > ?1",
            (false, Some(_)) => "WHERE id < ?1",
        };
        let order = if is_up { "ASC" } else { "DESC" };
        let sql = format!("SELECT id, epoch, box FROM {name} {condition} ORDER BY id {order}");
        let mut statement = connection.prepare_cached(&sql)?;
        let mut found = match from {
            Some(from) => statement.query([from.0])?,
            None => statement.query([])?,
        };
        while self.next.has_space() {
            let Some(row) = found.next()? else {
                self.course = Course::Done;
                return Ok(());
            };
            let (id, epoch) = (RowId(row.get(0)?), epoch_in(row, 1)?);
            let sealed = row
                .get_ref(2)?
                .as_blob()
                .map_err(|_| StoreError::FileDamaged)?;
            match &mut self.course {
                // In a tree that somebody broke ids may go back; a scan must not.
                Course::Up(last) => *last = (*last).max(Some(id)),
                Course::Down { stop, .. } if stop.is_some_and(|stop| id <= stop) => {
                    self.course = Course::Done;
                    return Ok(());
                }
                Course::Down { before, .. } => {
                    *before = Some(before.map_or(id, |before| before.min(id)));
                }
                Course::Done => {}
            }
            self.next.push(id, epoch, sealed);
        }
        // Where nothing but ids that were passed already comes, it would come for ever.
        let is_stuck = match self.course {
            Course::Up(after) => after == from,
            Course::Down { before, .. } => before == from,
            Course::Done => false,
        };
        if is_stuck {
            return Err(StoreError::FileDamaged);
        }
        Ok(())
    }
}

impl<R: Send> Batch<R> {
    fn has_space(&self) -> bool {
        self.rows.len() < ROWS && self.bytes.len() < BYTES
    }

    fn push(&mut self, id: RowId, epoch: u32, sealed: &[u8]) {
        self.bytes.extend_from_slice(sealed);
        self.rows.push(Row {
            id,
            epoch,
            length: sealed.len(),
            seal: [0; 32],
            value: None,
            read: None,
        });
    }

    /// Opens each row where it lies, and has it read.
    fn open(&mut self, keyring: &Keyring, table: Table, read: Read<'_, R>) {
        let mut pieces = Vec::with_capacity(self.rows.len());
        let (mut rest, mut begin) = (&mut self.bytes[..], 0);
        for row in &mut self.rows {
            let (piece, after) = rest.split_at_mut(row.length.min(rest.len()));
            rest = after;
            pieces.push((begin, piece, row));
            begin += pieces.last().map_or(0, |(_, piece, _)| piece.len());
        }
        pieces.par_chunks_mut(SHARE).for_each(|share| {
            keyring.open_rows(&mut |rows: &OpenRows<'_>| {
                for (begin, piece, row) in &mut *share {
                    let place = RowPlace {
                        table: table.number(),
                        id: row.id,
                        epoch: row.epoch,
                    };
                    row.seal = keyring.row_seal(place, piece);
                    let Ok(value) = rows.open(place, piece) else {
                        continue;
                    };
                    row.read = piece.get(value.clone()).map(read);
                    row.value = Some(*begin + value.start..*begin + value.end);
                }
            });
        });
    }
}
