//! What happens to a database behind our back must be noticed.

use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::vault::sealed_row::RowId;
use std::fs;

use proptest::prelude::*;
use secrecy::SecretString;

use super::*;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_domain::ids::DraftId;
use fieldnotes_format::random::OsRandom;
use fieldnotes_format::vault::WordList;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::sealed_row::Padding;

struct Bench {
    _dir: tempfile::TempDir,
    folder: Folder,
    header: Header,
}

/// A row that can be read: whatever is written is read again before it counts.
fn draft(text: &str) -> Vec<u8> {
    let draft = rows::draft::DraftRow {
        draft: DraftId::nil(),
        record: None,
        kind: "note".into(),
        base: None,
        more_bases: Vec::new(),
        content: serde_json::json!({ "text": text }),
        updated: Timestamp(0),
    };
    rows::JsonRow::encode(&draft).expect("JSON").to_vec()
}

fn bench() -> Bench {
    let dir = tempfile::tempdir().expect("temp dir");
    let folder = Folder::open(dir.path()).expect("a folder");
    let made =
        Header::make(&SecretString::from("x"), WordList::English, true, &OsRandom).expect("header");
    let mut store = Store::create(
        &folder,
        made.keyring,
        Arc::new(OsRandom),
        State::new(DeviceId([1; 32]), None),
    )
    .expect("created");
    let mut transaction = store.begin().expect("begun");
    for number in 0..40_u8 {
        transaction
            .insert(
                Table::Draft,
                Padding::Padme,
                &draft(&number.to_string().repeat(300)),
            )
            .expect("inserted");
        transaction
            .insert(Table::Body, Padding::Padme, &[number; 9_000])
            .expect("inserted");
    }
    transaction.commit().expect("committed");
    store.close().expect("closed");
    Bench {
        _dir: dir,
        folder,
        header: made.header,
    }
}

impl Bench {
    fn open(&self) -> Result<Store, StoreError> {
        let keyring = self
            .header
            .unlock(&SecretString::from("x"))
            .expect("right passphrase");
        Store::open(&self.folder, keyring, Arc::new(OsRandom), false).map(|(store, _)| store)
    }

    /// Whether anything at all is noticed.
    fn is_damage_noticed(&self) -> bool {
        let Ok(store) = self.open() else { return true };
        let fits = |table| {
            store
                .scan(table, &mut |_, _| Ok(()))
                .is_ok_and(|scan| store.fits(table, &scan))
        };
        let rows = Table::SEALED.into_iter().all(fits);
        !rows
            || !store
                .values()
                .is_ok_and(|values| values.gathered.incomplete.is_empty())
            || !store.is_sound()
            || !matches!(store.check_file(), Ok(FileCheck::Whole))
    }

    fn raw(&self, sql: &str) {
        let connection =
            Connection::open(self.folder.path(&self.folder.database())).expect("opens");
        connection.execute_batch(sql).expect("runs");
        connection
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
            .expect("runs");
    }
}

#[test]
fn an_untouched_vault_is_whole_and_reading_changes_no_byte() {
    let bench = bench();
    let before = fs::read(bench.folder.path(&bench.folder.database())).expect("there");
    let names = || {
        fs::read_dir(bench.folder.root())
            .expect("folder")
            .flatten()
            .map(|e| e.file_name())
            .collect::<Vec<_>>()
    };
    let listing = names();
    assert!(!bench.is_damage_noticed());
    bench.open().expect("opens").close().expect("closes");
    assert!(before == fs::read(bench.folder.path(&bench.folder.database())).expect("there"));
    assert_eq!(listing, names());
}

#[test]
fn the_page_seal_follows_the_log_through_several_sessions() {
    let bench = bench();
    for round in 0..5_u8 {
        let mut store = bench.open().expect("opens");
        for part in 0..3 {
            let mut transaction = store.begin().expect("begun");
            let id = transaction
                .insert(Table::Body, Padding::Padme, &vec![round; 5_000 * part])
                .expect("inserted");
            if part == 1 {
                transaction.delete(Table::Body, id).expect("deleted");
            }
            if part == 2 {
                transaction
                    .replace(Table::Body, id, Padding::Padme, b"shorter")
                    .expect("replaced");
                store_rolls_back(&mut transaction);
            }
            transaction.commit().expect("committed");
            store.checkpoint().expect("checkpoint");
        }
        store.close().expect("closed");
        let store = bench.open().expect("opens");
        for table in Table::SEALED {
            let scan = store.scan(table, &mut |_, _| Ok(())).expect("scans");
            assert!(
                store.fits(table, &scan),
                "round {round} {table:?} {scan:?} {:?}",
                store.state().table(table)
            );
        }
        assert_eq!(
            store.check_file().expect("checks"),
            FileCheck::Whole,
            "round {round}"
        );
    }
}

fn store_rolls_back(transaction: &mut Transaction<'_>) {
    assert!(
        transaction.delete(Table::Body, RowId(1)).is_err(),
        "there is no such row"
    );
}

#[test]
fn a_deleted_a_swapped_and_an_old_row_are_noticed() {
    for table in ["body", "cell"] {
        let deleted = bench();
        deleted.raw(&format!(
            "DELETE FROM {table} WHERE id = (SELECT id FROM {table} LIMIT 1)"
        ));
        assert!(deleted.is_damage_noticed());

        let swapped = bench();
        swapped.raw(&format!("UPDATE {table} SET box = (SELECT box FROM {table} ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min(id) FROM {table})"));
        assert!(swapped.is_damage_noticed());
    }

    // A row in an older form opens by itself; the state knows better.
    let older = bench();
    let old = fs::read(older.folder.path(&older.folder.database())).expect("there");
    let mut store = older.open().expect("opens");
    let id = store.values().expect("reads").whole[0].id;
    let mut transaction = store.begin().expect("begun");
    transaction
        .replace(Table::Draft, id, Padding::Padme, &draft("newer"))
        .expect("replaced");
    transaction.commit().expect("committed");
    store.close().expect("closed");
    let copy = older.folder.root().join("old.db");
    fs::write(&copy, old).expect("written");
    let path = copy.display();
    older.raw(&format!("ATTACH '{path}' AS old; UPDATE cell SET box = (SELECT box FROM old.cell WHERE id = {id}) WHERE id = {id}; DETACH old"));
    fs::remove_file(copy).expect("removed");
    let store = older.open().expect("opens");
    let values = store.values().expect("reads");
    let count = values.gathered.count(Table::Draft);
    assert!(values.scan.damaged.is_empty(), "each row opens");
    assert!(
        !store.fits_kind(Table::Draft, count, &values.scan),
        "but they are not the rows that belong there"
    );
    assert!(store.fits_kind(Table::Colleague, 0, &values.scan));
    assert!(store.fits_unused(&values.scan));
}

#[test]
fn a_session_that_ended_without_locking_loses_no_commit() {
    let bench = bench();
    let mut store = bench.open().expect("opens");
    let mut transaction = store.begin().expect("begun");
    let id = transaction
        .insert(Table::Draft, Padding::Padme, &draft("kept"))
        .expect("inserted");
    transaction.commit().expect("committed");
    let mut lost = store.begin().expect("begun");
    lost.insert(Table::Draft, Padding::Padme, &draft("not committed"))
        .expect("inserted");
    drop(lost);
    drop(store);
    let store = bench.open().expect("opens");
    let values = store.values().expect("reads");
    let kept = values.whole.iter().find(|whole| whole.id == id);
    assert_eq!(kept.expect("there").value.as_slice(), draft("kept"));
    assert_eq!(store.check_file().expect("checks"), FileCheck::NotSealed);
    store.close().expect("closes and seals");
    assert!(!bench.is_damage_noticed());
}

#[test]
fn the_log_has_space_ahead_and_is_gone_after_closing() {
    let bench = bench();
    let mut store = bench.open().expect("opens");
    let length = || {
        let metadata = fs::metadata(bench.folder.path(&bench.folder.write_ahead()));
        metadata.map_or(0, |metadata| metadata.len())
    };
    let mut save = |bytes: usize| {
        let mut transaction = store.begin().expect("begun");
        transaction
            .insert(Table::Body, Padding::Padme, &vec![1; bytes])
            .expect("inserted");
        transaction.commit().expect("committed");
        length()
    };
    let first = save(2_000);
    assert!(first >= 4 << 20, "{first}");
    assert_eq!((save(2_000), save(200_000)), (first, first));
    assert!(save(5 << 20) > first, "what needs more has more");
    assert!(save(1) > 8 << 20, "and there is space behind it");
    store.close().expect("closes");
    assert_eq!(length(), 0);
    assert!(!bench.is_damage_noticed());
}

#[test]
fn a_row_whose_id_is_taken_is_not_added() {
    let bench = bench();
    let mut store = bench.open().expect("opens");
    let mut transaction = store.begin().expect("begun");
    let slot = transaction.draw();
    let seal = |table, value| {
        let sealer = transaction.sealer();
        sealer.seal(table, slot, Padding::Padme, value)
    };
    let (first, second) = (seal(Table::Body, b"first"), seal(Table::Body, b"second"));
    let elsewhere = seal(Table::Blob, b"elsewhere");
    assert!(transaction.insert_sealed(&first).expect("added"));
    assert!(!transaction.insert_sealed(&second).expect("refused"));
    assert!(transaction.insert_sealed(&elsewhere).expect("added"));
    transaction.commit().expect("committed");
    let value = store.get(Table::Body, slot.id).expect("reads");
    assert_eq!(value.expect("there").as_slice(), b"first");
    store.close().expect("closes");
    assert!(!bench.is_damage_noticed());
}

#[test]
fn a_scan_of_several_batches_gives_every_row_once_and_in_order() {
    let bench = bench();
    let mut store = bench.open().expect("opens");
    let mut transaction = store.begin().expect("begun");
    let mut ids = Vec::new();
    for number in 0..3_000_u32 {
        let value = number.to_be_bytes();
        let id = transaction.insert(Table::Body, Padding::Padme, &value);
        ids.push((id.expect("inserted"), value));
    }
    transaction.commit().expect("committed");
    ids.sort_unstable();
    let mut scanner = Scanner::new(Table::Body);
    let (mut seen, mut steps) = (Vec::new(), 0);
    while !scanner.is_done() {
        store
            .scan_on(
                &mut scanner,
                &|value| <[u8; 4]>::try_from(value).ok(),
                &mut |id, value, read| {
                    // There are others in this table, and longer ones.
                    if let Some(read) = read {
                        assert_eq!(value, read);
                        seen.push((id, read));
                    }
                    Ok(())
                },
            )
            .expect("reads");
        steps += 1;
    }
    assert!(steps > 3, "{steps}");
    assert!(seen == ids);
    assert!(store.fits(Table::Body, &scanner.finish()));
}

#[test]
fn a_database_of_a_later_version_is_refused() {
    let bench = bench();
    bench.raw("PRAGMA user_version = 2");
    assert!(matches!(bench.open(), Err(StoreError::TooNew)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_flipped_bit_of_the_database_is_noticed(at: prop::sample::Index, bit in 0_u8..8) {
        let bench = bench();
        let path = bench.folder.path(&bench.folder.database());
        let mut bytes = fs::read(&path).expect("there");
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        fs::write(&path, bytes).expect("written");
        prop_assert!(bench.is_damage_noticed(), "byte {at} bit {bit}");
    }

    #[test]
    fn any_cut_of_the_database_is_noticed(at: prop::sample::Index) {
        let bench = bench();
        let path = bench.folder.path(&bench.folder.database());
        let bytes = fs::read(&path).expect("there");
        fs::write(&path, &bytes[..at.index(bytes.len())]).expect("written");
        prop_assert!(bench.is_damage_noticed());
    }
}

/// Promise: what was let in never keeps a vault from opening.
#[test]
fn what_could_not_be_read_again_or_is_too_large_does_not_count() {
    let bench = bench();
    let mut store = bench.open().expect("opens");
    let counter = store.state().counter;
    for table in Table::IN_CELLS
        .into_iter()
        .chain([Table::Entry, Table::Blob])
    {
        let mut transaction = store.begin().expect("begun");
        let draft = transaction.insert(Table::Draft, Padding::Padme, &draft("beside it"));
        draft.expect("inserted");
        let outcome = transaction
            .insert(table, Padding::Padme, br#"{"no":"such row"}"#)
            .and_then(|_| transaction.commit());
        assert!(
            matches!(outcome, Err(StoreError::RowUnreadable(_))),
            "{table:?}"
        );
    }
    let mut transaction = store.begin().expect("begun");
    for table in [Table::Body, Table::Colleague] {
        let large = transaction.insert(table, Padding::Padme, &vec![1; 17 << 20]);
        assert!(matches!(large, Err(StoreError::RowTooLarge(of)) if of == table));
    }
    drop(transaction);
    assert_eq!(store.state().counter, counter);
    store.close().expect("closes");
    assert!(!bench.is_damage_noticed());
}
