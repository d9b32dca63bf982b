//! What synchronising programs and file managers leave in a folder.

use std::fs;

use fieldnotes_core::{record, vault as api_vault};

use crate::support::{folder, vault};

#[test]
fn what_others_leave_in_the_folder_is_named_and_left() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let mut session = vault::fresh(&path);
    let saved = record::add(&mut session, "note", br#"{"text":"kept"}"#).expect("saved");
    assert_eq!(vault::record_ids(&session).len(), 1);
    fieldnotes_core::search::catch_up(&session, &mut fieldnotes_core::Watch::silent())
        .expect("indexed");
    api_vault::lock(session).expect("locked");

    let folders = [
        ".stfolder",
        "files/aa/.stfolder",
        "files/.sync",
        "index/.stfolder",
        "backup",
    ];
    for name in folders {
        fs::create_dir_all(path.join(name)).expect("made");
    }
    let files = [
        ".DS_Store",
        "desktop.ini",
        "vault (conflicted copy 2026-11-29).db",
        "vault.sync-conflict-20261129-120000-ABCDEFG.db",
        "vault.db-shm",
        "backup/vault.db",
        "files/.DS_Store",
        "files/aa/.DS_Store",
        "files/aa/0123",
        "files/aa/00000000000000000000000000000000",
        "index/.DS_Store",
        "index/0123",
    ];
    for name in files {
        fs::write(path.join(name), "theirs").expect("written");
    }
    // A name of the index, with something else in it.
    let alike = "index/".to_owned() + &"0".repeat(32);
    fs::write(path.join(&alike), "theirs").expect("written");
    let before = folder::snapshot(&path);
    for _ in 0..2 {
        let mut session = vault::unlock(&path);
        assert!(vault::record_ids(&session).contains(&saved.id));
        record::add(&mut session, "note", br#"{"text":"more"}"#).expect("saved");
        assert!(api_vault::status(&session).strangers >= 15);
        fieldnotes_core::search::catch_up(&session, &mut fieldnotes_core::Watch::silent())
            .expect("indexed");
        api_vault::lock(session).expect("locked");
    }
    let after = folder::snapshot(&path);
    for name in files.iter().copied().chain([alike.as_str()]) {
        let name = std::path::Path::new(name);
        assert_eq!(before.get(name), after.get(name), "{}", name.display());
    }
    let found = vault::verify(&path).expect("verified");
    assert!(found.ok, "{:?}", found.damage);
    for name in [
        ".stfolder",
        "desktop.ini",
        "files/aa/.stfolder",
        "index/0123",
        "backup",
    ] {
        let is_named = found.stranger_names.iter().any(|named| named == name);
        assert!(is_named, "{name}: {:?}", found.stranger_names);
    }
}

/// A thousand of them are counted, and not all named.
#[test]
fn many_strangers_are_counted() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    vault::create(&path);
    for number in 0..1_000 {
        fs::write(path.join(format!("photo{number}.jpg")), "").expect("written");
    }
    let found = vault::verify(&path).expect("verified");
    assert_eq!(found.strangers, 1_000);
    assert!(found.ok && found.stranger_names.len() <= 100);
}
