//! How much of the disk a rekey takes, measured.

use std::sync::Arc;

use secrecy::SecretString;

use super::*;
use crate::history::DeviceId;
use crate::random::OsRandom;
use crate::store::state::State;
use crate::vault::WordList;
use crate::vault::folder::Folder;
use crate::vault::header::{Header, NewHeader};

/// What a rekey of a database with so many rows of such a length asked for, and what the log then took.
struct Measured {
    database: u64,
    asked: u64,
    log: u64,
    after: u64,
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
        store.connection.execute_batch("VACUUM").expect("packed");
    }
    store.empty_log().expect("emptied");
    let database = folder.length(&folder.database());
    let asked = store.room_to_rekey();
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
fn the_room_that_is_asked_for_is_enough_and_not_much_more() {
    let shapes: [&[(usize, usize)]; 5] = [
        &[(20_000, 200)],
        &[(8_000, 900)],
        &[(2_000, 3_000)],
        &[(200, 100_000)],
        &[(6_000, 200), (1_000, 2_500), (300, 20_000), (3, 3_000_000)],
    ];
    for shape in shapes {
        for is_packed in [false, true] {
            let Measured {
                database,
                asked,
                log,
                after,
            } = measure(shape, is_packed);
            let taken = log + after.saturating_sub(database);
            println!(
                "{shape:?} {is_packed}: {database} asked {asked} log {log} after {after} ratio {:.3}",
                taken as f64 / database as f64
            );
        }
    }
}
