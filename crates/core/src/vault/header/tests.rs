//! Changes of header that are cut short, at each step.

use std::path::Path;

use secrecy::SecretString;

use super::*;
use crate::session::Session;
use crate::vault::unlock::{Access, unlock};
use crate::vault::{NewVault, WordList};
use fieldnotes_format::random::OsRandom;

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn made(path: &Path) -> Session {
    let new = NewVault {
        passphrase: secret("one"),
        recovery_words: WordList::English,
        is_test: true,
    };
    crate::vault::create(path, &new, &Environment::system()).expect("created");
    opened(path, "one")
}

fn opened(path: &Path, passphrase: &str) -> Session {
    let environment = Environment::system();
    unlock(path, &secret(passphrase), Access::Full, &environment).expect("opens")
}

/// A change that put its header in place, and failed behind it: the folder could not be synced.
fn fail_behind_the_rename(session: &mut Session, passphrase: &str) {
    let keyring = session
        .storage
        .header
        .unlock(&secret("one"))
        .expect("opens");
    let new = session
        .storage
        .header
        .with_passphrase(&keyring, &secret(passphrase), &OsRandom)
        .expect("a header");
    let mut transaction = session.storage.store.begin().expect("begun");
    let names = [session.storage.header.name(), new.name()];
    transaction.state.set_headers(&names);
    transaction.commit().expect("committed");
    new.write_first(&session.storage.folder).expect("written");
}

#[test]
fn a_change_after_one_that_failed_names_the_header_that_is_there() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = dir.path().join("vault");
    let mut session = made(&path);
    fail_behind_the_rename(&mut session, "two");
    // The next one fails before anything is in place, and the program is killed.
    let in_the_way = path.join("header.new");
    std::fs::create_dir(&in_the_way).expect("made");
    let failed = session.change_passphrase(&secret("one"), &secret("three"));
    failed.expect_err("nothing can be written");
    drop(session);
    std::fs::remove_dir(&in_the_way).expect("there");
    let session = opened(&path, "two");
    assert_eq!(
        session.storage.store.state().headers(),
        [session.storage.header.name()]
    );
    session.lock().expect("locked");
    // By the copy too.
    assert_eq!(
        std::fs::read(path.join("header")).expect("there"),
        std::fs::read(path.join("header.copy")).expect("there")
    );
}

#[test]
fn a_change_after_one_that_failed_is_made() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = dir.path().join("vault");
    let mut session = made(&path);
    for number in 0..3 {
        fail_behind_the_rename(&mut session, &format!("two {number}"));
    }
    let changed = session.change_passphrase(&secret("one"), &secret("three"));
    changed.expect("changed");
    drop(session);
    let session = opened(&path, "three");
    assert_eq!(
        session.storage.store.state().headers(),
        [session.storage.header.name()]
    );
}

/// A header that cannot be written at all: the one that is there stays good, also after a kill.
#[test]
fn a_change_that_fails_leaves_what_was() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = dir.path().join("vault");
    let mut session = made(&path);
    let in_the_way = path.join("header.new");
    std::fs::create_dir(&in_the_way).expect("made");
    for passphrase in ["two", "three"] {
        let failed = session.change_passphrase(&secret("one"), &secret(passphrase));
        failed.expect_err("nothing can be written");
    }
    drop(session);
    std::fs::remove_dir(&in_the_way).expect("there");
    let session = opened(&path, "one");
    assert_eq!(
        session.storage.store.state().headers(),
        [session.storage.header.name()]
    );
}

/// The newer database knows nothing of a header that is made over the older one: nothing is made unasked.
#[test]
fn recovering_over_an_older_database_changes_nothing_unasked() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = dir.path().join("vault");
    let new = NewVault {
        passphrase: secret("one"),
        recovery_words: WordList::English,
        is_test: true,
    };
    let environment = Environment::system();
    let made = crate::vault::create(&path, &new, &environment).expect("created");
    let words = made.recovery_words;
    let read = |name: &str| std::fs::read(path.join(name)).expect("there");
    let older = read("vault.db");
    let mut session = opened(&path, "one");
    crate::record::add(&mut session, "note", br#"{"text":"since"}"#).expect("saved");
    session.lock().expect("locked");
    let newer = read("vault.db");
    std::fs::write(path.join("vault.db"), &older).expect("written");
    let names = ["header", "header.copy", "vault.db", "pages"];
    let before = names.map(read);
    let refused = crate::vault::recover(&path, &words, &secret("two"), &environment);
    let refused = refused.map(drop).expect_err("refused");
    assert_eq!(refused.code, crate::Code::VaultDamaged);
    assert_eq!(refused.params["part"], "database_replaced");
    assert!(before == names.map(read), "nothing is written");
    // As its hint says.
    std::fs::write(path.join("vault.db"), &newer).expect("written");
    let session = crate::vault::recover(&path, &words, &secret("two"), &environment);
    let device = session
        .as_ref()
        .expect("recovered")
        .storage
        .store
        .state()
        .device;
    session.expect("recovered").lock().expect("locked");
    // Where there is no newer one.
    std::fs::write(path.join("vault.db"), &older).expect("written");
    let session = crate::vault::recover_from_older(&path, &words, &secret("three"), &environment);
    let session = session.expect("gone on with");
    assert_ne!(session.storage.store.state().device, device, "another log");
    session.lock().expect("locked");
    let session = opened(&path, "three");
    assert_eq!(
        session.storage.store.state().headers(),
        [session.storage.header.name()]
    );
}
