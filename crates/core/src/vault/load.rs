//! Reading everything but bodies into memory, and noticing what is not as it was.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::environment::Environment;
use crate::session::Contents;
use crate::session::damage::Damage;
use crate::session::error::SessionError;
use crate::session::own::Own;
use crate::session::records::Located;
use fieldnotes_domain::custody;
use fieldnotes_domain::history::{EntryHash, Graph};
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::own::OwnRow;
use fieldnotes_store::store::rows::{JsonRow, entry};
use fieldnotes_store::store::{Cells, Gathering, Scan, Scanner, Store, StoreError, Table, Whole};

/// What is read, in this order.
const TABLES: [Table; 3] = [Table::Entry, Table::Cell, Table::Blob];
/// Space is made at once for so many revisions at most; a graph that has more grows.
const RESERVED: u64 = 4 << 20;

/// What was read.
pub(crate) struct Loaded {
    pub(crate) own: Own,
    pub(crate) contents: Contents,
    /// Which cells hold what.
    pub(crate) cells: Cells,
}

/// All tables but `body` on their way into memory, in slices as long as its owner likes.
pub(crate) struct Loading {
    has_state: bool,
    damage: Vec<Damage>,
    tables: std::slice::Iter<'static, Table>,
    open: Option<OpenTable>,
    own: Option<Result<Own, SessionError>>,
    contents: Contents,
    /// Cells that were read, and of each kind how many values cannot be.
    gathering: Gathering,
    unreadable: BTreeMap<Table, u64>,
    cells: Cells,
}

/// The table that is being read. Of an entry its name is computed on whatever core is free.
struct OpenTable {
    table: Table,
    scanner: Scanner<Option<EntryHash>>,
    unreadable: u64,
    has_duplicates: bool,
}

impl Loading {
    /// Nothing is read yet. Without a state that opens, rows vouch for themselves only.
    pub(crate) fn new(store: &Store, has_state: bool) -> Self {
        let mut contents = Contents::default();
        let (revisions, _) = store.state().table(Table::Entry);
        contents.records.reserve(revisions.min(RESERVED) as usize);
        Self {
            has_state,
            damage: Vec::new(),
            tables: TABLES.iter(),
            open: None,
            own: None,
            contents,
            gathering: Gathering::default(),
            unreadable: BTreeMap::new(),
            cells: Cells::default(),
        }
    }

    /// Goes on for about so long, and says whether all is read.
    pub(crate) fn step(&mut self, store: &Store, budget: Duration) -> Result<bool, SessionError> {
        let begun = Instant::now();
        loop {
            let Some(mut open) = self.open.take().or_else(|| self.next_table()) else {
                return Ok(true);
            };
            store.scan_on(
                &mut open.scanner,
                &|value| {
                    (open.table == Table::Entry)
                        .then(|| entry::name_in(value))
                        .flatten()
                },
                &mut |row, value, name| {
                    match self.take(open.table, row, value, name) {
                        Ok(is_duplicate) => open.has_duplicates |= is_duplicate,
                        Err(_) => open.unreadable += 1,
                    }
                    Ok(())
                },
            )?;
            if open.scanner.is_done() {
                self.end_table(store, open);
            } else {
                self.open = Some(open);
            }
            if begun.elapsed() >= budget {
                return Ok(self.open.is_none() && self.tables.len() == 0);
            }
        }
    }

    /// What was read, after the last step.
    pub(crate) fn finish(
        mut self,
        damage: &mut Vec<Damage>,
        environment: &Environment,
    ) -> Result<Loaded, SessionError> {
        damage.append(&mut self.damage);
        damage.dedup();
        let own = match self.own {
            Some(Ok(own)) => own,
            // Without its secrets the vault can still be read. Reading is all that this identity is used for.
            _ => Own::make(&*environment.random)?,
        };
        self.contents.peers.end_loading();
        Ok(Loaded {
            own,
            contents: self.contents,
            cells: self.cells,
        })
    }

    fn next_table(&mut self) -> Option<OpenTable> {
        let table = *self.tables.next()?;
        Some(OpenTable {
            table,
            scanner: Scanner::new(table),
            unreadable: 0,
            has_duplicates: false,
        })
    }

    /// Takes a row that opened, and says whether it is an entry that was read already.
    fn take(
        &mut self,
        table: Table,
        row: RowId,
        value: &[u8],
        name: Option<EntryHash>,
    ) -> Result<bool, StoreError> {
        match table {
            Table::Entry => {
                let (entry, body) = entry::entry_in(value)?;
                let name = name.ok_or(StoreError::RowDamaged(table))?;
                return Ok(match custody::is_event(entry.schema) {
                    true => self
                        .contents
                        .custody
                        .load(name, &entry, Located { row, body }),
                    false => self
                        .contents
                        .records
                        .load(name, &entry, Located { row, body }),
                });
            }
            Table::Blob => self.contents.blobs.load(row, value)?,
            _ => {
                let whole = self.gathering.add(row, value);
                if let Some(whole) = whole
                    && self.take_value(&whole).is_err()
                {
                    *self.unreadable.entry(whole.kind).or_default() += 1;
                }
            }
        }
        Ok(false)
    }

    fn take_value(&mut self, whole: &Whole) -> Result<(), StoreError> {
        let (id, value) = (whole.id, &whole.value);
        match whole.kind {
            Table::Own => self.own = Some(Own::read(id, &OwnRow::read(value)?)),
            Table::Colleague => self.contents.peers.load_colleague(id, value)?,
            Table::Draft => self.contents.drafts.load(id, value)?,
            _ => self.contents.peers.load_receipt(id, value)?,
        }
        Ok(())
    }

    /// Names what is damaged in a table that was read to its end.
    fn end_table(&mut self, store: &Store, open: OpenTable) {
        let table = open.table;
        let scan = open.scanner.finish();
        if scan.is_cut_short {
            self.damage.push(Damage::Database);
        }
        if table == Table::Cell {
            return self.end_cells(store, &scan);
        }
        let count = scan.damaged.len() as u64 + open.unreadable;
        if count > 0 {
            self.damage.push(Damage::Rows { table, count });
        } else if self.has_state && !store.fits(table, &scan) {
            self.damage.push(Damage::RowSet { table });
        }
        let has_duplicates = table == Table::Entry && self.contents.custody.end_loading();
        if open.has_duplicates || has_duplicates {
            self.damage.push(Damage::RowSet { table });
        }
        if table == Table::Entry
            && self.has_state
            && !is_own_log_whole(store, self.contents.records.graph())
        {
            self.damage.push(Damage::State);
        }
    }

    /// Names the kinds of which something is damaged. A cell that does not open does not say whose it is; the seals do.
    fn end_cells(&mut self, store: &Store, scan: &Scan) {
        let found = std::mem::take(&mut self.gathering).finish();
        let mut is_named = false;
        for table in Table::IN_CELLS {
            let incomplete = found
                .incomplete
                .iter()
                .filter(|(kind, _)| *kind == table)
                .count() as u64;
            let mut count = incomplete + self.unreadable.get(&table).copied().unwrap_or_default();
            let values = found.count(table);
            if self.has_state && !scan.damaged.is_empty() {
                let (sealed, _) = store.state().table(table);
                count += sealed.saturating_sub(values);
            }
            if count > 0 {
                self.damage.push(Damage::Rows { table, count });
            } else if self.has_state && !store.fits_kind(table, values, scan) {
                self.damage.push(Damage::RowSet { table });
            } else {
                continue;
            }
            is_named = true;
        }
        let table = Table::Cell;
        let is_unused_whole = !self.has_state || store.fits_unused(scan);
        let count = scan.damaged.len() as u64;
        if count > 0 && !(is_named && is_unused_whole) {
            self.damage.push(Damage::Rows { table, count });
        } else if !is_unused_whole {
            self.damage.push(Damage::RowSet { table });
        }
        let is_own = |part: &Damage| {
            matches!(
                part,
                Damage::Rows {
                    table: Table::Own,
                    ..
                }
            )
        };
        if !matches!(self.own, Some(Ok(_))) && !self.damage.iter().any(is_own) {
            self.damage.push(Damage::RowSet { table: Table::Own });
        }
        self.cells = found.cells;
    }
}

/// Whether the newest entry of the log that is written is the one that the state names.
fn is_own_log_whole(store: &Store, graph: &Graph) -> bool {
    let state = store.state();
    let named = state.log().map(|head| (head.seq, head.hash));
    graph.newest_of(&state.device) == named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::save::NewRevision;
    use crate::vault;
    use crate::vault::unlock::{Access, unlock};
    use crate::vault::{NewVault, WordList};
    use fieldnotes_format::random::OsRandom;
    use secrecy::SecretString;

    fn note(number: u64) -> NewRevision {
        NewRevision {
            record: fieldnotes_format::random::make_id(&OsRandom),
            parents: Vec::new(),
            schema: "note/1".into(),
            trashed: false,
            value: serde_json::json!({ "text": number }),
        }
    }

    /// Several batches, in slices: what is there after the last is what one slice would have found, and each slice ends.
    #[test]
    fn it_loads_in_slices() {
        let dir = tempfile::tempdir().expect("temp dir");
        let (path, environment) = (dir.path().join("vault"), Environment::system());
        let passphrase = SecretString::from("x");
        let new = NewVault {
            passphrase: passphrase.clone(),
            recovery_words: WordList::English,
            is_test: true,
        };
        vault::create(&path, &new, &environment).expect("created");
        let open = || unlock(&path, &passphrase, Access::Full, &environment);
        let mut session = open().expect("unlocked");
        for many in [2_500, 1_500] {
            session
                .save((0..many).map(note).collect(), None)
                .expect("saved");
        }
        let mut loading = Loading::new(&session.storage.store, true);
        let mut slices = 1;
        while !loading
            .step(&session.storage.store, Duration::ZERO)
            .expect("reads")
        {
            slices += 1;
        }
        assert!(slices > 5, "{slices}");
        let mut damage = Vec::new();
        let loaded = loading.finish(&mut damage, &environment).expect("loaded");
        let graph = loaded.contents.records.graph();
        assert_eq!(damage, []);
        assert_eq!(graph.hashes(), session.records.graph().hashes());
        for hash in session.records.graph().hashes() {
            assert_eq!(graph.tag(&hash), session.records.graph().tag(&hash));
        }
        session.lock().expect("locked");
        assert_eq!(open().expect("unlocked").graph().len(), 4_000);
    }
}
