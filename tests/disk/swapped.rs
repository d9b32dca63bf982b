//! Folder and database change places while the vault is open: nothing is written into another, and nothing counts as saved
//! that is nowhere.

use std::fs;

use fieldnotes_core::{Code, Watch, attachment, record, vault as api_vault};

use crate::support::{folder, vault};

fn add(session: &mut fieldnotes_core::Session) -> Result<record::Saved, Code> {
    record::add(session, "note", br#"{"text":"more"}"#).map_err(|error| error.code)
}

#[test]
fn another_folder_under_the_name_is_not_written_into() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (path, away) = (dir.path().join("vault"), dir.path().join("away"));
    let mut session = vault::fresh(&path);
    let owner = add(&mut session).expect("saved").id;
    fs::rename(&path, &away).expect("renamed");
    vault::create(&path);
    let before = folder::snapshot(&path);
    add(&mut session).expect("saved in the folder that was opened");
    let plain = dir.path().join("plain.bin");
    fs::write(&plain, [7; 70_000]).expect("written");
    attachment::add(&mut session, &owner, &plain, &mut Watch::silent()).expect("saved there too");
    assert_eq!(vault::record_ids(&session).len(), 3);
    api_vault::lock(session).expect("locked");
    assert_eq!(folder::snapshot(&path), before);
    vault::assert_whole(&away, "away");
    assert_eq!(vault::record_ids(&vault::unlock(&away)).len(), 3);
}

#[test]
fn a_database_that_was_exchanged_is_reported_before_anything_counts_as_saved() {
    for name in ["vault.db", "vault.db-wal"] {
        for is_removed in [false, true] {
            let dir = tempfile::tempdir().expect("a temp folder");
            let path = dir.path().join("vault");
            let mut session = vault::fresh(&path);
            add(&mut session).expect("saved");
            let bytes = fs::read(path.join(name)).expect("there");
            fs::remove_file(path.join(name)).expect("removed");
            if !is_removed {
                fs::write(path.join(name), bytes).expect("written");
            }
            let refused = add(&mut session).expect_err(name);
            assert_eq!(refused, Code::VaultReplaced, "{name}");
        }
    }
}

#[test]
fn a_folder_that_was_removed_is_reported() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let mut session = vault::fresh(&path);
    fs::remove_dir_all(&path).expect("removed");
    assert_eq!(add(&mut session).expect_err("gone"), Code::VaultGone);
    drop(session);
    let error = vault::try_unlock(&path).expect_err("gone");
    assert_eq!(error.code, Code::VaultNotFound);
}
