//! Small values come back as they were put, and nothing outside says which cells are theirs.

use fieldnotes_domain::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use secrecy::SecretString;

use super::cell::CAPACITY;
use super::*;
use crate::store::state::State;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_domain::ids::DraftId;
use fieldnotes_format::random::OsRandom;
use fieldnotes_format::vault::WordList;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::sealed_row::Padding;
use fieldnotes_format::vault::sealed_row::RowId;

struct Bench {
    dir: tempfile::TempDir,
    header: Header,
    store: Option<Store>,
}

/// A draft of so many bytes, or a few more.
fn draft(length: usize, fill: &str) -> Vec<u8> {
    let draft = crate::store::rows::draft::DraftRow {
        draft: DraftId::nil(),
        record: None,
        kind: "note".into(),
        base: None,
        more_bases: Vec::new(),
        content: serde_json::json!({ "text": fill.repeat(length.saturating_sub(150)) }),
        updated: Timestamp(0),
    };
    crate::store::rows::JsonRow::encode(&draft)
        .expect("JSON")
        .to_vec()
}

fn bench() -> Bench {
    let dir = tempfile::tempdir().expect("temp dir");
    let folder = Folder::open(dir.path()).expect("a folder");
    let made =
        Header::make(&SecretString::from("x"), WordList::English, true, &OsRandom).expect("header");
    let state = State::new(DeviceId([1; 32]), None);
    let mut store =
        Store::create(&folder, made.keyring, Arc::new(OsRandom), state).expect("created");
    // A vault has a state.
    store.begin().expect("begun").commit().expect("committed");
    Bench {
        dir,
        header: made.header,
        store: Some(store),
    }
}

impl Bench {
    fn store(&mut self) -> &mut Store {
        self.store.as_mut().expect("open")
    }

    fn reopen(&mut self) {
        self.close();
        self.open();
    }

    fn close(&mut self) {
        self.store.take().expect("open").close().expect("closed");
    }

    fn open(&mut self) {
        let folder = Folder::open(self.dir.path()).expect("a folder");
        let keyring = self.header.unlock(&SecretString::from("x")).expect("right");
        let opened = Store::open(&folder, keyring, Arc::new(OsRandom), false).expect("opens");
        self.store = Some(opened.0);
    }

    fn put(&mut self, value: &[u8]) -> RowId {
        let mut transaction = self.store().begin().expect("begun");
        let id = transaction.insert(Table::Draft, Padding::Padme, value);
        transaction.commit().expect("committed");
        id.expect("inserted")
    }

    /// Harms the database of the vault while it is locked.
    fn harm(&mut self, database: &[u8], sql: &str) {
        self.close();
        std::fs::write(self.dir.path().join("vault.db"), database).expect("written");
        let database = Connection::open(self.dir.path().join("vault.db")).expect("SQLite");
        database.execute_batch(sql).expect("runs");
        database.close().expect("closed");
        self.open();
    }

    /// All drafts, where everything fits its seals.
    fn drafts(&mut self) -> BTreeMap<RowId, Vec<u8>> {
        let store = self.store();
        let found = store.values().expect("reads");
        assert!(store.fits(Table::Cell, &found.scan), "the seals do not fit");
        assert!(store.fits_kind(
            Table::Draft,
            found.gathered.count(Table::Draft),
            &found.scan
        ));
        assert_eq!(found.gathered.incomplete, []);
        let rows = found.scan.rows;
        assert!(rows == 0 || rows >= 256 && rows.is_power_of_two(), "{rows}");
        let values = found.whole.into_iter();
        values
            .map(|whole| (whole.id, whole.value.to_vec()))
            .collect()
    }
}

#[derive(Debug, Clone)]
enum Deed {
    Put(usize),
    Change(prop::sample::Index, usize),
    Remove(prop::sample::Index),
    /// All of it in one transaction that is given up.
    GiveUp(usize),
    Reopen,
}

fn deed() -> impl Strategy<Value = Deed> {
    let length = prop_oneof![0_usize..3 * CAPACITY, 0_usize..100_000];
    prop_oneof![
        3 => length.clone().prop_map(Deed::Put),
        3 => (any::<prop::sample::Index>(), length.clone()).prop_map(|(at, length)| Deed::Change(at, length)),
        2 => any::<prop::sample::Index>().prop_map(Deed::Remove),
        1 => length.prop_map(Deed::GiveUp),
        1 => Just(Deed::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn values_are_as_they_were_put(deeds in proptest::collection::vec(deed(), 1..40)) {
        let mut bench = bench();
        let mut wanted = BTreeMap::new();
        for deed in deeds {
            let at = |wanted: &BTreeMap<RowId, Vec<u8>>, at: prop::sample::Index| {
                let ids: Vec<RowId> = wanted.keys().copied().collect();
                (!ids.is_empty()).then(|| ids[at.index(ids.len())])
            };
            match deed {
                Deed::Put(length) => {
                    let value = draft(length, "a");
                    let id = bench.put(&value);
                    prop_assert!(wanted.insert(id, value).is_none());
                }
                Deed::Change(index, length) => {
                    let Some(id) = at(&wanted, index) else { continue };
                    let value = draft(length, "b");
                    let mut transaction = bench.store().begin().expect("begun");
                    transaction.replace(Table::Draft, id, Padding::Padme, &value).expect("replaced");
                    transaction.commit().expect("committed");
                    wanted.insert(id, value);
                }
                Deed::Remove(index) => {
                    let Some(id) = at(&wanted, index) else { continue };
                    let mut transaction = bench.store().begin().expect("begun");
                    transaction.delete(Table::Draft, id).expect("deleted");
                    transaction.commit().expect("committed");
                    wanted.remove(&id);
                }
                Deed::GiveUp(length) => {
                    let mut transaction = bench.store().begin().expect("begun");
                    transaction.insert(Table::Draft, Padding::Padme, &draft(length, "c")).expect("inserted");
                    for id in wanted.keys().take(2) {
                        transaction.delete(Table::Draft, *id).expect("deleted");
                    }
                }
                Deed::Reopen => bench.reopen(),
            }
            prop_assert!(bench.drafts() == wanted);
        }
        bench.reopen();
        prop_assert!(bench.drafts() == wanted);
    }
}

/// What changes when a value changes are its own cells and the state; what it needs more is taken by chance.
#[test]
fn a_value_is_written_over_where_it_is() {
    let mut bench = bench();
    let id = bench.put(&draft(5 * CAPACITY, "a"));
    let of = |bench: &mut Bench| bench.store().cells_of(Table::Draft, id);
    let before = of(&mut bench);
    for length in [2 * CAPACITY, 9 * CAPACITY] {
        let mut transaction = bench.store().begin().expect("begun");
        let value = draft(length, "b");
        let done = transaction.replace(Table::Draft, id, Padding::Padme, &value);
        transaction.commit().expect("committed");
        done.expect("replaced");
    }
    let after = of(&mut bench);
    assert_eq!(before[..2], after[..2]);
    assert!(after.len() > 8);
    // Nine in a row of 256 are not drawn by chance.
    assert!(!after.is_sorted(), "{after:?}");
    let places: BTreeSet<RowId> = (0..12).map(|_| bench.put(&draft(0, "c"))).collect();
    let spread = places.last().expect("some").0 - places.first().expect("some").0;
    assert!(spread > 40, "{places:?}");
}

/// A cell of an earlier time beside newer ones, a missing one, one of noise: each is reported as the value it is part of.
#[test]
fn every_damage_is_reported_by_kind() {
    let mut bench = bench();
    let id = bench.put(&draft(4 * CAPACITY, "a"));
    let cells = bench.store().cells_of(Table::Draft, id);
    let unused = (1..=256)
        .map(RowId)
        .find(|cell| !cells.contains(cell))
        .expect("one");
    let third = cells[2];
    let old = bench.dir.path().join("old");
    bench.reopen();
    std::fs::copy(bench.dir.path().join("vault.db"), &old).expect("copied");
    let mut transaction = bench.store().begin().expect("begun");
    let done = transaction.replace(Table::Draft, id, Padding::Padme, &draft(4 * CAPACITY, "b"));
    transaction.commit().expect("committed");
    done.expect("replaced");
    // Every unused cell is used, and free again.
    let spare = bench.put(&draft((256 - cells.len()) * CAPACITY - 400, "c"));
    assert!(
        bench
            .store()
            .cells_of(Table::Draft, spare)
            .contains(&unused)
    );
    let mut transaction = bench.store().begin().expect("begun");
    let done = transaction.delete(Table::Draft, spare);
    transaction.commit().expect("committed");
    done.expect("removed");
    bench.reopen();
    let newer = std::fs::read(bench.dir.path().join("vault.db")).expect("read");
    let attach = format!("ATTACH '{}' AS old;", old.display());
    let put_back = |cell: RowId| {
        format!(
            "{attach} UPDATE cell SET box = (SELECT box FROM old.cell WHERE id = {cell}) WHERE id = {cell};"
        )
    };
    // What is done, whether the draft is there all the same, fits its seal, and the unused cells do.
    for (what, sql, (whole, fits, unused_fit)) in [
        ("an old piece", put_back(third), (false, false, true)),
        (
            "an unused cell put back",
            put_back(unused),
            (true, true, false),
        ),
        (
            "a piece gone",
            format!("DELETE FROM cell WHERE id = {third}"),
            (false, false, true),
        ),
        (
            "an unused cell gone",
            format!("DELETE FROM cell WHERE id = {unused}"),
            (true, true, false),
        ),
        (
            "noise",
            format!("UPDATE cell SET box = randomblob(1000) WHERE id = {unused}"),
            (true, true, false),
        ),
        (
            "one cell too many",
            "INSERT INTO cell VALUES (300, 1, randomblob(1000))".into(),
            (true, true, true),
        ),
    ] {
        bench.harm(&newer, &sql);
        let store = bench.store();
        let found = store.values().expect("reads");
        assert_eq!(found.whole.iter().any(|one| one.id == id), whole, "{what}");
        let count = found.gathered.count(Table::Draft);
        assert_eq!(
            store.fits_kind(Table::Draft, count, &found.scan),
            fits,
            "{what}"
        );
        assert_eq!(store.fits_unused(&found.scan), unused_fit, "{what}");
        assert!(!store.fits(Table::Cell, &found.scan), "{what}");
        let mut transaction = store.begin().expect("begun");
        // Nothing is written by what was read of them.
        let written = transaction.insert(Table::Draft, Padding::Padme, &draft(0, "d"));
        assert!(
            matches!(written, Err(StoreError::RowDamaged(Table::Cell))),
            "{what}: {written:?}"
        );
        let mended = transaction.mend_cells();
        if fits {
            mended.expect("mended");
            transaction.commit().expect("committed");
            assert_eq!(bench.drafts().len(), 1, "{what}");
        } else {
            let is_reported = matches!(mended, Err(StoreError::RowDamaged(Table::Draft)));
            assert!(is_reported, "{what}");
        }
    }
}
