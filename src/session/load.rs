//! Reading everything but bodies into memory, and noticing what is not as it was.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::own::Own;
use super::{Damage, Located, SessionError};
use crate::environment::Environment;
use crate::history::{Graph, Inserted};
use crate::store::rows::JsonRow;
use crate::store::rows::blob::BlobRow;
use crate::store::rows::colleague::ColleagueRow;
use crate::store::rows::draft::DraftRow;
use crate::store::rows::entry::EntryRow;
use crate::store::rows::own::OwnRow;
use crate::store::rows::receipt::ReceiptRow;
use crate::store::{Store, StoreError, Table};

/// What a session keeps in memory.
pub(super) struct Loaded {
    pub(super) own: Own,
    pub(super) graph: Graph,
    pub(super) colleagues: Vec<(i64, ColleagueRow)>,
    pub(super) drafts: BTreeMap<Uuid, (i64, DraftRow)>,
    pub(super) blobs: HashMap<[u8; 32], (i64, BlobRow)>,
    pub(super) receipts: HashMap<Uuid, ReceiptRow>,
}

/// Reads all tables but `body`. What is damaged is named in `damage`; the rest is there.
pub(super) fn everything(
    store: &Store,
    has_state: bool,
    damage: &mut Vec<Damage>,
    environment: &Environment,
) -> Result<Loaded, SessionError> {
    let mut graph = Graph::default();
    let mut is_forked = false;
    rows(store, Table::Entry, has_state, damage, &mut |row, value| {
        let entry = EntryRow::read(value)?;
        let hash = entry.signed.hash;
        let located = Located {
            row,
            body: entry.body,
        };
        let inserted = graph.insert_tagged(hash, &entry.signed.entry, located.tag());
        is_forked |= inserted != Inserted::New;
        Ok(())
    })?;
    if is_forked {
        damage.push(Damage::RowSet {
            table: Table::Entry,
        });
    }
    if has_state && !is_own_log_whole(store, &graph) {
        damage.push(Damage::State);
    }
    let mut own = None;
    json_rows::<OwnRow>(store, has_state, damage, &mut |row, value| {
        own = Some(Own::read(row, &value));
    })?;
    let own = match own {
        Some(Ok(own)) => own,
        // Without its secrets the vault can still be read. Reading is all that this identity is used for.
        _ => {
            damage.push(Damage::RowSet { table: Table::Own });
            Own::make(&*environment.random)?
        }
    };
    let mut loaded = Loaded {
        own,
        graph,
        colleagues: Vec::new(),
        drafts: BTreeMap::new(),
        blobs: HashMap::new(),
        receipts: HashMap::new(),
    };
    json_rows(store, has_state, damage, &mut |row, value: ColleagueRow| {
        loaded.colleagues.push((row, value))
    })?;
    json_rows(store, has_state, damage, &mut |row, value: DraftRow| {
        loaded.drafts.insert(value.draft, (row, value));
    })?;
    json_rows(store, has_state, damage, &mut |row, value: BlobRow| {
        loaded.blobs.insert(value.sha256, (row, value));
    })?;
    json_rows(store, has_state, damage, &mut |_, value: ReceiptRow| {
        loaded.receipts.insert(value.bundle, value);
    })?;
    loaded
        .colleagues
        .sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    damage.dedup();
    Ok(loaded)
}

/// Whether the newest entries are those that the state names.
fn is_own_log_whole(store: &Store, graph: &Graph) -> bool {
    let held = graph.logs();
    let named = &store.state().logs;
    held.len() == named.len()
        && named
            .iter()
            .all(|(device, head)| held.get(device) == Some(&(head.seq, head.hash)))
}

fn json_rows<R: JsonRow>(
    store: &Store,
    has_state: bool,
    damage: &mut Vec<Damage>,
    each: &mut dyn FnMut(i64, R),
) -> Result<(), SessionError> {
    rows(store, R::TABLE, has_state, damage, &mut |row, value| {
        each(row, R::read(value)?);
        Ok(())
    })
}

/// Takes a row that opened.
type Each<'e> = &'e mut dyn FnMut(i64, &[u8]) -> Result<(), StoreError>;

fn rows(
    store: &Store,
    table: Table,
    has_state: bool,
    damage: &mut Vec<Damage>,
    each: Each<'_>,
) -> Result<(), SessionError> {
    let mut unreadable = 0;
    let scan = store.scan(table, &mut |row, value| {
        if each(row, &value).is_err() {
            unreadable += 1;
        }
        Ok(())
    })?;
    if scan.is_cut_short {
        damage.push(Damage::Database);
    }
    let count = scan.damaged.len() as u64 + unreadable;
    if count > 0 {
        damage.push(Damage::Rows { table, count });
    } else if has_state && !store.fits(table, &scan) {
        damage.push(Damage::RowSet { table });
    }
    Ok(())
}
