//! Key epochs as rows say them: anybody can write another number beside a row, and none is believed. And which of header and
//! database is the older one.

use std::fs;
use std::path::Path;

use fieldnotes_core::vault::verify;
use fieldnotes_core::vault::{InterruptedRekey, Rekey, WordList};
use fieldnotes_core::{
    Cancelled, Code, Environment, Error, Progress, Session, Watch, send, vault as api_vault,
};
use rusqlite::Connection;

use crate::scene::Scene;
use crate::support::{folder, vault};

const ALL: [&str; 5] = ["state", "entry", "body", "blob", "cell"];
/// Cells that are renumbered one by one.
const CELLS: u32 = 24;

/// Writes another key epoch beside all rows of these tables.
fn renumber(path: &Path, tables: &[&str], epoch: &str) {
    for table in tables {
        change(path, &format!("UPDATE {table} SET epoch = {epoch}"));
    }
}

fn change(path: &Path, sql: &str) {
    let connection = Connection::open(path.join("vault.db")).expect("it is SQLite");
    connection.execute_batch(sql).expect("changed");
    connection.close().expect("closed");
}

fn rekey(session: &mut Session, watch: &mut Watch<'_>) -> Result<(), Error> {
    let current = vault::secret(vault::PASSPHRASE);
    let rekey = Rekey {
        current: &current,
        new: None,
        recovery_words: WordList::English,
    };
    let prepared = api_vault::prepare_rekey(session, &rekey)?;
    api_vault::apply_rekey(session, prepared, watch)
}

fn repair(path: &Path, accept_older: bool) -> Result<verify::Repaired, Error> {
    let passphrase = vault::secret(vault::PASSPHRASE);
    let environment = Environment::system();
    let mut watch = Watch::silent();
    verify::repair(path, &passphrase, accept_older, &environment, &mut watch)
}

/// What is left can be handed over to a new vault.
fn assert_hands_over(scene: &Scene, what: &str) {
    let left = vault::unlock_damaged(&scene.vault()).expect("what is left");
    assert_eq!(vault::digest(&left), scene.digest, "{what}");
    let file = scene.dir.path().join("handed over");
    let words = vault::secret("넷 다섯");
    let all = send::Recipients::Passphrase(&words);
    send::export(&left, &file, &all, None, &mut Watch::silent()).expect(what);
    api_vault::lock(left).expect("locked");
    fs::remove_file(file).expect("there");
}

#[test]
fn another_epoch_beside_rows_is_named_and_keeps_nobody_from_reading() {
    let scene = Scene::set();
    let path = scene.vault();
    for tables in [&["state"][..], &["cell"], &["state", "cell"], &ALL] {
        for epoch in ["2", "0", "-1", "1 << 40"] {
            let what = format!("{tables:?} say {epoch}");
            scene.mend();
            renumber(&path, tables, epoch);
            let found = scene.look_at_harm(&what);
            assert_eq!(found.left, Some(scene.records.len()), "{what}");
            let parts = found.parts();
            for (table, part) in [("state", "state"), ("cell", "row_set of own identity")] {
                let is_named = parts.iter().any(|one| one == part);
                assert_eq!(is_named, tables.contains(&table), "{what}: {parts:?}");
            }
            let error = found.unlocked.expect_err("refused for work");
            assert_eq!(error.code, Code::VaultDamaged, "{what}");
            assert_hands_over(&scene, &what);
            let before = folder::snapshot(&path);
            for accept_older in [false, true] {
                let error = repair(&path, accept_older).expect_err("not mended");
                assert_eq!(error.code, Code::VaultDamaged, "{what}");
            }
            let changed = folder::difference(&before, &folder::snapshot(&path));
            assert!(changed.is_empty(), "{what}: repair changed {changed:?}");
        }
    }
}

/// What is unused or follows from the rest is mended, and is of the right epoch afterwards.
#[test]
fn what_is_rebuilt_has_the_epoch_of_the_key() {
    let scene = Scene::set();
    let path = scene.vault();
    let mut mended = 0;
    for cell in 1..=CELLS {
        scene.mend();
        change(
            &path,
            &format!("UPDATE cell SET epoch = 7 WHERE id = {cell}"),
        );
        if let Err(error) = repair(&path, false) {
            assert_eq!(error.code, Code::VaultDamaged);
            continue;
        }
        mended += 1;
        vault::assert_whole(&path, "after the repair");
        if mended == 1 {
            let mut session = vault::unlock(&path);
            rekey(&mut session, &mut Watch::silent()).expect("every row is of one epoch");
            api_vault::lock(session).expect("locked");
            vault::assert_whole(&path, "after the rekey");
        }
    }
    assert!(mended > 0, "some of these cells are unused");
}

/// The header that a rekey left which did not happen, and the number by which it would be the right one; and the other way
/// round.
#[test]
fn which_header_of_two_is_the_right_one_is_reported_by_what_opens() {
    let scene = Scene::set();
    let path = scene.vault();
    let older = fs::read(path.join("header")).expect("there");
    let mut session = vault::unlock(&path);
    let mut stop = |_: Progress| Err(Cancelled);
    let stopped = rekey(&mut session, &mut Watch::new(&mut stop));
    assert_eq!(stopped.expect_err("stopped").code, Code::Cancelled);
    drop(session);
    assert!(path.join("header.next").exists());
    renumber(&path, &["state"], "2");
    assert_hands_over(&scene, "a rekey that did not happen");
    assert_eq!(
        repair(&path, false).expect_err("named").code,
        Code::VaultDamaged
    );
    assert_eq!(fs::read(path.join("header")).expect("there"), older);
    renumber(&path, &["state"], "1");
    let mut session = vault::unlock(&path);
    rekey(&mut session, &mut Watch::silent()).expect("sealed again");
    api_vault::lock(session).expect("locked");
    // As a kill leaves it behind the transaction.
    for name in ["header", "header.copy"] {
        if name == "header" {
            fs::copy(path.join("header"), path.join("header.next")).expect("copied");
        }
        fs::write(path.join(name), &older).expect("written");
    }
    renumber(&path, &["state"], "1");
    assert_hands_over(&scene, "a rekey that happened");
    renumber(&path, &["state"], "2");
    let session = vault::unlock(&path);
    assert_eq!(vault::digest(&session), scene.digest);
    api_vault::lock(session).expect("locked");
    vault::assert_whole(&path, "the rekey is at its end");
}

/// What the next unlock says of a rekey, once somebody put this in the place of a header of one.
fn reported_with(path: &Path, header: &[u8]) -> Option<InterruptedRekey> {
    fs::write(path.join("header.next"), header).expect("written");
    let session = vault::unlock(path);
    let reported = api_vault::status(&session).interrupted_rekey;
    api_vault::lock(session).expect("locked");
    assert!(!path.join("header.next").exists());
    reported
}

/// Whoever reads that the new words are not valid throws them away; so nobody says it who has no key.
#[test]
fn what_is_reported_of_a_rekey_is_what_the_sealed_state_says() {
    let scene = Scene::set();
    let path = scene.vault();
    let read = || fs::read(path.join("header")).expect("there");
    let older = read();
    assert_eq!(reported_with(&path, &older), None, "nobody made a key");
    let mut session = vault::unlock(&path);
    rekey(&mut session, &mut Watch::silent()).expect("sealed again");
    api_vault::lock(session).expect("locked");
    for header in [&older, &read()] {
        assert_eq!(reported_with(&path, header), None, "it came to its end");
    }
    let mut session = vault::unlock(&path);
    let mut stop = |_: Progress| Err(Cancelled);
    let stopped = rekey(&mut session, &mut Watch::new(&mut stop));
    assert_eq!(stopped.expect_err("stopped").code, Code::Cancelled);
    drop(session);
    let reported = reported_with(&path, &read());
    assert_eq!(
        reported,
        Some(InterruptedRekey::NotDone),
        "it did not happen"
    );
    assert_eq!(reported_with(&path, &older), None, "it is reported once");
    vault::assert_whole(&path, "afterwards");
}

/// Puts the database back as it was, with the seal over its pages, so that nothing else is a witness.
fn put_database_back(path: &Path, database: &[u8], pages: &[u8]) {
    fs::write(path.join("vault.db"), database).expect("written");
    fs::write(path.join("pages"), pages).expect("written");
    let _ = fs::remove_dir_all(path.join("index"));
}

#[test]
fn an_older_database_under_a_newer_header_is_reported_as_that() {
    let scene = Scene::set();
    let path = scene.vault();
    let read = |name: &str| fs::read(path.join(name)).expect("there");
    let (database, pages) = (read("vault.db"), read("pages"));
    let current = vault::secret(vault::PASSPHRASE);
    // Another header of the same key, then one of the next.
    let mut session = vault::unlock(&path);
    api_vault::change_passphrase(&mut session, &current, &current).expect("changed");
    api_vault::lock(session).expect("locked");
    put_database_back(&path, &database, &pages);
    let error = vault::try_unlock(&path).expect_err("refused");
    assert_eq!(error.code, Code::VaultDamaged);
    assert_eq!(error.params["part"], "database_replaced");
    let found = vault::verify(&path).expect("verified").damage;
    let parts: Vec<_> = found.iter().map(|part| part.part.as_str()).collect();
    assert_eq!(parts, ["database_replaced"]);
    assert_eq!(
        repair(&path, false).expect_err("not unasked").code,
        Code::VaultDamaged
    );
    repair(&path, true).expect("gone on with");
    let mut session = vault::unlock(&path);
    assert_eq!(vault::digest(&session), scene.digest);
    rekey(&mut session, &mut Watch::silent()).expect("sealed again");
    api_vault::lock(session).expect("locked");
    put_database_back(&path, &database, &pages);
    let before = folder::snapshot(&path);
    for error in [
        vault::try_unlock(&path).expect_err("refused"),
        vault::unlock_damaged(&path)
            .map(drop)
            .expect_err("nothing opens"),
        vault::verify(&path).map(drop).expect_err("named"),
        repair(&path, true)
            .map(drop)
            .expect_err("nothing to mend with"),
    ] {
        assert_eq!(error.code, Code::DatabaseOlder);
    }
    let changed = folder::difference(&before, &folder::snapshot(&path));
    assert!(changed.is_empty(), "{changed:?}");
}
