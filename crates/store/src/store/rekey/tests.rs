//! How much of the disk a rekey takes, measured.

use std::sync::Arc;

use secrecy::SecretString;

use super::*;
use crate::store::state::State;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_format::random::OsRandom;
use fieldnotes_format::vault::WordList;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::{Header, NewHeader};

/// What a rekey of a database with so many rows of such a length asked for, and what the log then took.
#[derive(Debug)]
struct Measured {
    database: u64,
    asked: u64,
    log: u64,
    after: u64,
}

/// Puts the rows in again in their order, so that every page is as full as it can be.
fn pack(connection: &rusqlite::Connection) {
    let mut all = connection
        .prepare("SELECT id, epoch, box FROM body ORDER BY id")
        .expect("prepared");
    let rows = all
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .expect("asked")
        .collect::<Result<Vec<(i64, i64, Vec<u8>)>, _>>()
        .expect("read");
    connection
        .execute_batch("BEGIN; DELETE FROM body")
        .expect("deleted");
    for row in rows {
        connection
            .prepare_cached(Table::Body.insert_sql())
            .expect("prepared")
            .execute(row)
            .expect("inserted");
    }
    connection.execute_batch("COMMIT").expect("committed");
}

fn measure(shapes: &[(usize, usize)], is_packed: bool) -> Measured {
    let dir = tempfile::tempdir().expect("temp dir");
    let folder = Folder::open(dir.path()).expect("a folder");
    let passphrase = SecretString::from("x");
    let made = Header::make(&passphrase, WordList::English, true, &OsRandom).expect("header");
    let state = State::new(DeviceId([1; 32]), None);
    let random = Arc::new(OsRandom);
    let mut store = Store::create(&folder, made.keyring, random, state).expect("created");
    let mut transaction = store.begin().expect("begun");
    for (count, length) in shapes {
        for _ in 0..*count {
            let value = vec![7; *length];
            transaction
                .insert(Table::Body, Padding::Padme, &value)
                .expect("inserted");
        }
    }
    transaction.commit().expect("committed");
    if is_packed {
        pack(&store.connection);
    }
    store.empty_log().expect("emptied");
    let database = folder.length(&folder.database());
    let asked = store.space_to_rekey();
    let NewHeader {
        header, keyring, ..
    } = made
        .header
        .rekeyed(&passphrase, WordList::English, &OsRandom)
        .expect("a header");
    store
        .reseal_all::<StoreError>(keyring, header.name(), &mut |_, _| Ok(()))
        .expect("sealed again");
    let log = folder.length(&folder.write_ahead());
    store.empty_log().expect("emptied");
    Measured {
        database,
        asked,
        log,
        after: folder.length(&folder.database()),
    }
}

#[test]
fn the_space_that_is_asked_for_is_enough_and_not_much_more() {
    let shapes: [&[(usize, usize)]; 5] = [
        // The largest rows that there are.
        &[(500, 200), (2, 8 << 20)],
        &[(20_000, 200)],
        &[(8_000, 900)],
        &[(200, 100_000)],
        &[(6_000, 200), (1_000, 2_500), (300, 20_000), (3, 3_000_000)],
    ];
    for shape in shapes {
        for is_packed in [false, true] {
            let measured = measure(shape, is_packed);
            let grown = measured.after.saturating_sub(measured.database);
            let taken = measured.log + grown;
            let asked = measured.asked;
            println!("{shape:?}, packed {is_packed}: {measured:?}, taken {taken}");
            assert!(asked >= taken, "{shape:?}: {asked} for {taken}");
            assert!(
                asked <= taken + taken / 3 + (25 << 20),
                "{shape:?}: {asked} for {taken}"
            );
        }
    }
}
