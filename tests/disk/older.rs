//! A part of the vault is put back as it was before: that is reported, and nothing newer is removed.

use std::fs;
use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::identity;
use fieldnotes_core::vault::verify;
use fieldnotes_core::{Code, Environment, Watch, attachment, record, search, vault as api_vault};

use crate::support::{folder, vault};

fn add(session: &mut fieldnotes_core::Session, text: &str) -> String {
    let json = serde_json::json!({ "text": text }).to_string();
    record::add(session, "note", json.as_bytes())
        .expect("saved")
        .id
}

/// A vault, and its database as it was before the last sessions.
fn with_older(dir: &Path) -> (PathBuf, Vec<u8>) {
    let path = dir.join("vault");
    let mut session = vault::fresh(&path);
    let owner = add(&mut session, "one");
    api_vault::lock(session).expect("locked");
    let older = fs::read(path.join("vault.db")).expect("there");
    let mut session = vault::unlock(&path);
    let plain = dir.join("plain.bin");
    fs::write(&plain, [7; 70_000]).expect("written");
    attachment::add(&mut session, &owner, &plain, &mut Watch::silent()).expect("saved");
    add(&mut session, "two");
    api_vault::lock(session).expect("locked");
    (path, older)
}

fn repair(path: &Path, accept_older: bool) -> Result<verify::Repaired, fieldnotes_core::Error> {
    let passphrase = vault::secret(vault::PASSPHRASE);
    let environment = Environment::system();
    verify::repair(
        path,
        &passphrase,
        accept_older,
        &environment,
        &mut Watch::silent(),
    )
}

fn parts(path: &Path) -> Vec<&'static str> {
    let found = vault::verify(path).expect("it can be looked at");
    found
        .damage
        .iter()
        .map(|damage| damage.part.as_str())
        .collect()
}

#[test]
fn an_older_database_is_reported_and_nothing_newer_is_removed() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (path, older) = with_older(dir.path());
    let newest = fs::read(path.join("vault.db")).expect("there");
    let files = vault::content_files(&path);
    assert_eq!(files.len(), 1);
    fs::write(path.join("vault.db"), &older).expect("written");

    assert_eq!(parts(&path), ["database_replaced"]);
    assert_eq!(vault::verify(&path).expect("verified").unnamed_files, 1);
    for _ in 0..2 {
        let error = vault::try_unlock(&path).expect_err("refused for work");
        assert_eq!(error.code, Code::VaultDamaged);
        assert_eq!(error.params["part"], "database_replaced");
        assert_eq!(
            repair(&path, false).expect_err("not unasked").code,
            Code::VaultDamaged
        );
        let left = vault::unlock_damaged(&path).expect("read");
        assert_eq!(vault::record_ids(&left).len(), 1);
        api_vault::lock(left).expect("locked");
    }
    assert_eq!(
        parts(&path),
        ["database_replaced"],
        "the sign is still there"
    );
    assert_eq!(vault::content_files(&path), files);

    // The newer one is found: all is well.
    fs::write(path.join("vault.db"), &newest).expect("written");
    vault::assert_whole(&path, "with the newest");
    assert_eq!(vault::verify(&path).expect("verified").unnamed_files, 0);

    // It is not found: whoever says so goes on, under a new log, and no file goes.
    fs::write(path.join("vault.db"), &older).expect("written");
    let session = vault::unlock_damaged(&path).expect("read");
    let before = identity::show(&session).device;
    api_vault::lock(session).expect("locked");
    let repaired = repair(&path, true).expect("accepted");
    assert_eq!(repaired.mended.len(), 1);
    let mut session = vault::unlock(&path);
    assert_ne!(identity::show(&session).device, before, "another device");
    add(&mut session, "three");
    api_vault::lock(session).expect("locked");
    vault::assert_whole(&path, "gone on with");
    assert_eq!(vault::content_files(&path), files);
    assert_eq!(vault::verify(&path).expect("verified").unnamed_files, 1);
}

/// Two copies of a vault have saved as often; the database of one comes to the other.
#[test]
fn the_database_of_another_copy_is_reported() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    vault::create(&path);
    let copy = dir.path().join("copy");
    fs::create_dir_all(copy.join("files")).expect("made");
    folder::put_back(&copy, &folder::snapshot(&path));
    for (path, text) in [(&path, "here"), (&copy, "there")] {
        let mut session = vault::unlock(path);
        add(&mut session, text);
        api_vault::lock(session).expect("locked");
    }
    fs::copy(copy.join("vault.db"), path.join("vault.db")).expect("copied");
    assert_eq!(parts(&path), ["database_replaced"]);
}

/// The seal over the pages is removed too; the index still knows better.
#[test]
fn the_index_shows_an_older_database() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (path, older) = with_older(dir.path());
    let session = vault::unlock(&path);
    search::catch_up(&session, &mut Watch::silent()).expect("indexed");
    api_vault::lock(session).expect("locked");
    fs::write(path.join("vault.db"), &older).expect("written");
    fs::remove_file(path.join("pages")).expect("removed");
    assert_eq!(parts(&path), ["database_replaced"]);
    repair(&path, true).expect("accepted");
    vault::assert_whole(&path, "gone on with");
    assert_eq!(vault::record_ids(&vault::unlock(&path)).len(), 1);
}

/// Where nothing is left to recognise it by, no file is removed all the same.
#[test]
fn a_file_that_nothing_names_is_left() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (path, older) = with_older(dir.path());
    let files = vault::content_files(&path);
    fs::write(path.join("vault.db"), &older).expect("written");
    fs::remove_file(path.join("pages")).expect("removed");
    let _ = fs::remove_dir_all(path.join("index"));
    let session = vault::unlock(&path);
    api_vault::lock(session).expect("locked");
    assert_eq!(vault::content_files(&path), files);
    let found = vault::verify(&path).expect("verified");
    assert!(found.ok);
    assert_eq!(found.unnamed_files, 1);
}

/// An older seal over a newer database: nothing is missing, and a repair mends it.
#[test]
fn an_older_seal_is_no_older_database() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    vault::create(&path);
    let older = fs::read(path.join("pages")).expect("there");
    let mut session = vault::unlock(&path);
    add(&mut session, "one");
    api_vault::lock(session).expect("locked");
    fs::write(path.join("pages"), older).expect("written");
    assert_eq!(parts(&path), ["page_seal"]);
    repair(&path, false).expect("mended");
    vault::assert_whole(&path, "mended");
}

/// What the machine refuses is no reason to replace the header: the passphrase that the vault has still opens it.
#[test]
fn a_recovery_that_cannot_open_the_database_leaves_the_header() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let new = api_vault::NewVault {
        passphrase: vault::secret(vault::PASSPHRASE),
        recovery_words: api_vault::WordList::English,
        is_test: true,
    };
    let environment = Environment::system();
    let words = api_vault::create(&path, &new, &environment)
        .expect("created")
        .recovery_words;
    let header = fs::read(path.join("header")).expect("there");
    let stray = path.join("vault.db-journal");
    fs::write(&stray, "somebody else's").expect("written");
    let next = vault::secret("next");
    api_vault::recover(&path, &words, &next, &environment).expect_err("the database is not opened");
    fs::remove_file(&stray).expect("removed");
    assert_eq!(fs::read(path.join("header")).expect("there"), header);
    api_vault::lock(vault::unlock(&path)).expect("locked");
    let session = api_vault::recover(&path, &words, &next, &environment).expect("recovered");
    api_vault::lock(session).expect("locked");
}
