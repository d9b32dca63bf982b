//! The database of a vault: sealed rows, numbered migrations, one file per table.

mod cells;
mod connection;
mod error;
mod in_order;
mod many;
mod migrations;
mod pages;
mod preallocation;
mod rekey;
pub mod rows;
mod scan;
pub mod state;
mod table;
#[cfg(test)]
mod tests;
mod transaction;

use std::sync::Arc;

use rusqlite::Connection;
use zeroize::Zeroizing;

pub use cells::{Cells, Gathering, Values, Whole};
pub use connection::check_length;
pub use error::StoreError;
pub use in_order::InOrder;
pub use scan::{Read, Scan, Scanner, Take};
pub use table::Table;
pub use transaction::{SealedRow, Sealer, Slot, Transaction};

use fieldnotes_format::random::Random;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::page_seal::{Moment, PageSeal};
use fieldnotes_format::vault::sealed_row::RowId;
use state::State;

/// The log may grow to this many bytes before it is written back in the middle of a session.
const LONG_LOG: u64 = 64 << 20;

/// Takes a row that opened.
type Each<'e> = &'e mut dyn FnMut(RowId, &[u8]) -> Result<(), StoreError>;

/// An open database.
pub struct Store {
    connection: Connection,
    // Behind the connection, so that it is dropped when that is closed.
    _empty_log: pages::EmptyLog,
    keyring: Keyring,
    folder: Folder,
    random: Arc<dyn Random>,
    state: State,
    /// The hash of what the row of the state says.
    digest: [u8; 32],
    /// Which cells hold what. Nothing where it is not known, or not any more.
    cells: Option<Cells>,
    pages: Option<PageSeal>,
    pages_file: PagesFile,
    preallocation: preallocation::Preallocation,
    watched: connection::Watched,
    is_read_only: bool,
    is_replaced: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PagesFile {
    /// It speaks of what is on the disk.
    Current,
    /// It is to be written on lock.
    Due,
    /// It did not open.
    Damaged,
}

/// What opening learns of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateCheck {
    /// It is as it was written.
    Whole,
    /// It opens, and another key epoch stands beside it than the one that it was sealed in.
    Renumbered,
    /// It does not open.
    Unreadable,
}

/// What `verify` learns of the file itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileCheck {
    /// Every byte is as it was when the vault was last locked in order.
    Whole,
    /// The vault was not locked in order; rows vouch for themselves.
    NotSealed,
    /// A byte outside of the rows was changed.
    Changed,
    /// The seal itself is damaged.
    SealDamaged,
    /// Its schema or the length of its pages is none that a program of ours makes.
    SchemaForeign,
}

impl Store {
    /// Makes the database of a new vault.
    pub fn create(
        folder: &Folder,
        keyring: Keyring,
        random: Arc<dyn Random>,
        state: State,
    ) -> Result<Self, StoreError> {
        let empty_log = pages::EmptyLog::of(folder);
        let mut connection = connection::create(folder)?;
        migrations::run(&mut connection)?;
        Ok(Self {
            watched: connection::Watched::now(folder)?,
            connection,
            _empty_log: empty_log,
            keyring,
            folder: folder.clone(),
            random,
            state,
            digest: [0; 32],
            cells: None,
            pages: None,
            pages_file: PagesFile::Due,
            preallocation: preallocation::Preallocation::default(),
            is_read_only: false,
            is_replaced: false,
        })
    }

    /// Opens the database of a vault. The state must open; whether the rows fit it is the caller's to check.
    ///
    /// With `is_read_only` nothing is ever written, and a state that does not open is replaced by an empty one; what is wrong
    /// with it is returned beside the store.
    pub fn open(
        folder: &Folder,
        keyring: Keyring,
        random: Arc<dyn Random>,
        is_read_only: bool,
    ) -> Result<(Self, StateCheck), StoreError> {
        let had_log = pages::has_log(folder);
        let empty_log = pages::EmptyLog::of(folder);
        let mode = match is_read_only {
            true => connection::Mode::Read,
            false => connection::Mode::Write,
        };
        let mut connection = connection::open(folder, mode)?;
        let prepare = |connection: &mut Connection| {
            migrations::check(connection)?;
            if !is_read_only {
                if migrations::is_foreign(connection)? {
                    return Err(StoreError::SchemaForeign);
                }
                connection::prepare_to_write(connection)?;
                migrations::run(connection)?;
            }
            read_state(connection, &keyring)
        };
        let state =
            prepare(&mut connection).map_err(|error| connection::explain(folder, mode, error));
        let (state, digest, check) = match state {
            Ok((.., StateCheck::Renumbered)) if !is_read_only => {
                return Err(StoreError::StateDamaged);
            }
            Ok(state) => state,
            Err(StoreError::StateDamaged) if is_read_only => (
                State::new(fieldnotes_domain::history::DeviceId::default(), None),
                [0; 32],
                StateCheck::Unreadable,
            ),
            Err(error) => return Err(error),
        };
        let is_damaged = check == StateCheck::Unreadable;
        let kept = match pages::read(folder, &keyring)? {
            pages::Kept::Seal(seal) if is_damaged => pages::Kept::Seal(seal),
            // It speaks of an earlier state of the database: it is the seal that is an old one.
            pages::Kept::Seal(seal) if seal.counter < state.counter => pages::Kept::Damaged,
            other => other,
        };
        // What was sealed last is not what is there, and not an earlier state of it.
        let is_replaced = matches!(&kept, pages::Kept::Seal(seal)
            if !is_damaged && (seal.counter, seal.state) != (state.counter, digest));
        let (pages, pages_file) = match kept {
            pages::Kept::Seal(seal) if !had_log => (Some(seal), PagesFile::Current),
            pages::Kept::Damaged => (None, PagesFile::Damaged),
            _ => (None, PagesFile::Due),
        };
        let store = Self {
            watched: connection::Watched::now(folder)?,
            connection,
            _empty_log: empty_log,
            keyring,
            folder: folder.clone(),
            random,
            state,
            digest,
            cells: None,
            pages,
            pages_file,
            preallocation: preallocation::Preallocation::default(),
            is_read_only,
            is_replaced,
        };
        Ok((store, check))
    }

    /// What the sealed state said at the last commit.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Distinguishes this state of the database from every other, also from one that another copy of the vault came to in as many
    /// transactions.
    pub fn moment(&self) -> Moment {
        Moment {
            counter: self.state.counter,
            state: self.digest,
        }
    }

    /// The keys that open the rows.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// Whether the medium or the caller allows reading alone.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Whether the database is an older one than the vault had, or another copy of it.
    pub fn is_replaced(&self) -> bool {
        self.is_replaced
    }

    /// Begins a change.
    pub fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        if self.is_read_only {
            return Err(StoreError::ReadOnly);
        }
        if self.folder.length(&self.folder.write_ahead()) > LONG_LOG {
            self.checkpoint()?;
        }
        Ok(Transaction {
            inner: self
                .connection
                .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?,
            keyring: &self.keyring,
            random: &*self.random,
            written: std::collections::BTreeSet::new(),
            known_cells: &mut self.cells,
            cells: None,
            state: self.state.clone(),
            committed: &mut self.state,
            digest: &mut self.digest,
            folder: &self.folder,
            pages_file: &mut self.pages_file,
            preallocation: &mut self.preallocation,
            watched: &self.watched,
        })
    }

    /// Opens one row.
    pub fn get(&self, table: Table, id: RowId) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        table::get(&self.connection, &self.keyring, table, id)
    }

    /// Opens all rows of a table.
    pub fn scan(&self, table: Table, each: Each<'_>) -> Result<Scan, StoreError> {
        let mut scanner = Scanner::new(table);
        while !scanner.is_done() {
            self.scan_on(&mut scanner, &|_| (), &mut |id, value, ()| each(id, value))?;
        }
        Ok(scanner.finish())
    }

    /// Goes on reading a table, by a millisecond's work.
    pub fn scan_on<R: Send>(
        &self,
        scanner: &mut Scanner<R>,
        read: Read<'_, R>,
        take: Take<'_, R>,
    ) -> Result<(), StoreError> {
        scanner.step(&self.connection, &self.keyring, read, take)
    }

    /// Whether the rows of a table are those that the state seals, in all cells also those of each kind.
    pub fn fits(&self, table: Table, scan: &Scan) -> bool {
        self.state.fits(table, scan)
    }

    /// SQLite's own check of the file.
    pub fn is_sound(&self) -> bool {
        let check = self
            .connection
            .pragma_query_value(None, "integrity_check", |row| row.get::<_, String>(0));
        check.is_ok_and(|answer| answer == "ok")
    }

    /// Reads every page of the file.
    pub fn check_file(&self) -> Result<FileCheck, StoreError> {
        if migrations::is_foreign(&self.connection)? {
            return Ok(FileCheck::SchemaForeign);
        }
        match (self.pages_file, self.pages) {
            (PagesFile::Damaged, _) => Ok(FileCheck::SealDamaged),
            (PagesFile::Due, _) | (_, None) => Ok(FileCheck::NotSealed),
            (PagesFile::Current, Some(seal)) => {
                let whole = self.folder.length(&self.folder.database())
                    == seal.pages * connection::PAGE as u64;
                let same =
                    whole && pages::compute(&self.folder, &self.keyring)?.is_over_same(&seal);
                Ok(if same {
                    FileCheck::Whole
                } else {
                    FileCheck::Changed
                })
            }
        }
    }

    /// Has the seal over the pages computed anew on closing. Only for a database whose rows were all found whole.
    pub fn seal_anew(&mut self) {
        self.pages = None;
        self.pages_file = PagesFile::Due;
    }

    fn checkpoint(&mut self) -> Result<(), StoreError> {
        let follow = self
            .pages
            .take()
            .map(|seal| pages::Follow::before(&self.folder, &self.keyring, seal))
            .transpose()?;
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.pages = Some(match follow {
            Some(follow) => follow.after(&self.folder, &self.keyring)?,
            None => pages::compute(&self.folder, &self.keyring)?,
        });
        Ok(())
    }

    /// Writes the log back, seals the pages and closes. Without it nothing is lost, only the seal is missing.
    pub fn close(mut self) -> Result<(), StoreError> {
        if !self.is_read_only && self.pages_file == PagesFile::Due {
            self.checkpoint()?;
            if let Some(mut seal) = self.pages {
                let (state, digest, _) = read_state(&self.connection, &self.keyring)?;
                (seal.counter, seal.state) = (state.counter, digest);
                pages::write(&self.folder, &self.keyring, &seal, &*self.random)?;
            }
        }
        if !self.is_read_only && pages::has_log(&self.folder) {
            // What is left in it was never committed.
            self.connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(self.connection.close().map_err(|(_, error)| error)?)
    }
}

/// The key epoch that the state's row says, without any key. Anybody can write another number there. Nothing where it cannot be
/// read.
pub fn epoch_of_state(folder: &Folder) -> Option<u32> {
    let connection = connection::open(folder, connection::Mode::Read).ok()?;
    epoch_in(&connection)
}

fn epoch_in(connection: &Connection) -> Option<u32> {
    let row = table::get_sealed(connection, Table::State, transaction::STATE_ROW);
    row.ok().flatten().map(|(epoch, _)| epoch)
}

/// Whether there are rows, and none of them opens by these keys: they are not this database's. A number that a row says of itself
/// proves nothing.
fn is_of_other_keys(connection: &Connection, keyring: &Keyring) -> bool {
    let mut has_rows = false;
    for table in Table::SEALED {
        let (mut scanner, mut opens) = (Scanner::new(table), false);
        while !scanner.is_done() && !opens {
            let mut see = |_: RowId, _: &[u8], ()| {
                opens = true;
                Ok(())
            };
            let step = scanner.step(connection, keyring, &|_| (), &mut see);
            if step.is_err() || opens {
                return false;
            }
        }
        let found = scanner.finish();
        if found.is_cut_short {
            return false;
        }
        has_rows |= found.rows > 0;
    }
    has_rows
}

/// The state, the hash of what the row says, and whether the row is as it was written.
fn read_state(
    connection: &Connection,
    keyring: &Keyring,
) -> Result<(State, [u8; 32], StateCheck), StoreError> {
    let value =
        table::get(connection, keyring, Table::State, transaction::STATE_ROW).map_err(|error| {
            match error {
                StoreError::RowDamaged(_) if is_of_other_keys(connection, keyring) => {
                    StoreError::OtherKeys {
                        epoch: epoch_in(connection),
                    }
                }
                StoreError::RowDamaged(_) => StoreError::StateDamaged,
                other => other,
            }
        })?;
    let check = match epoch_in(connection) == Some(keyring.epoch) {
        true => StateCheck::Whole,
        false => StateCheck::Renumbered,
    };
    value
        .and_then(|value| {
            Some((
                serde_json::from_slice(&value).ok()?,
                keyring.digest_of_state(&value),
                check,
            ))
        })
        .ok_or(StoreError::StateDamaged)
}
