//! The search index of a vault: thrown away, altered, rolled back. Guards "What is there is found" of docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use std::fs;
use std::path::{Path, PathBuf};

use fieldnotes_core::search::{self, list};
use fieldnotes_core::vault::opening;
use fieldnotes_core::{Session, Watch, record, vault as api_vault};
use serde_json::json;

#[path = "support/mod.rs"]
mod support;

use support::{folder, vault};

const RECORDS: u64 = 400;

fn filled(path: &Path) -> Session {
    let mut session = vault::fresh(path);
    for number in 0..RECORDS {
        let json = json!({ "text": format!("쪽지 {number}번 두만강") }).to_string();
        record::add(&mut session, "note", json.as_bytes()).expect("saved");
    }
    search::catch_up(&session, &mut Watch::silent()).expect("indexed");
    session
}

fn found(session: &Session, query: &str) -> (u64, u64) {
    let wanted = search::Find {
        query,
        ..search::Find::default()
    };
    let found = search::find(session, &wanted).expect("searched");
    (found.total, found.pending)
}

fn files(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path.join("index")).expect("an index");
    entries.flatten().map(|entry| entry.path()).collect()
}

#[test]
fn a_flipped_byte_anywhere_in_the_index_is_noticed_and_mended() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    api_vault::lock(filled(&path)).expect("locked");
    let count = files(&path).len();
    assert!(count >= 5, "{count} files");
    for at in 0..count {
        let file = files(&path)[at % files(&path).len()].clone();
        let mut bytes = fs::read(&file).expect("readable");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&file, bytes).expect("writable");
        let session = vault::unlock(&path);
        let was_whole = search::check(&session).expect("checked");
        let behind = search::behind(&session).expect("known");
        assert!(
            !was_whole || behind == RECORDS,
            "a byte of {} went by",
            file.display()
        );
        search::catch_up(&session, &mut Watch::silent()).expect("made anew");
        assert!(search::check(&session).expect("checked"));
        assert_eq!(found(&session, "두만강"), (RECORDS, 0));
        api_vault::lock(session).expect("locked");
        vault::assert_whole(&path, "the records have nothing to do with it");
    }
}

#[test]
fn a_missing_index_is_made_again_and_an_older_one_is_brought_on() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    api_vault::lock(filled(&path)).expect("locked");
    let older = dir.path().join("older");
    fs::create_dir(&older).expect("creatable");
    for file in files(&path) {
        fs::copy(&file, older.join(file.file_name().expect("a name"))).expect("copied");
    }

    let mut session = vault::unlock(&path);
    assert_eq!(
        search::behind(&session).expect("known"),
        0,
        "in step after an orderly lock"
    );
    record::add(&mut session, "note", br#"{"text":"later words"}"#).expect("saved");
    assert_eq!(
        found(&session, "later"),
        (1, 0),
        "found before the index has it"
    );
    search::catch_up(&session, &mut Watch::silent()).expect("indexed");
    assert_eq!(found(&session, "later"), (1, 0));
    api_vault::lock(session).expect("locked");

    fs::remove_dir_all(path.join("index")).expect("removable");
    fs::rename(&older, path.join("index")).expect("movable");
    let session = vault::unlock(&path);
    assert_eq!(search::behind(&session).expect("known"), 1);
    assert_eq!(
        found(&session, "later"),
        (1, 0),
        "an older index hides nothing"
    );
    api_vault::lock(session).expect("locked");

    fs::remove_dir_all(path.join("index")).expect("removable");
    let session = vault::unlock(&path);
    let (total, pending) = found(&session, "두만강");
    assert_eq!(
        (total, pending),
        (0, RECORDS + 1),
        "what is not looked at is reported"
    );
    search::catch_up(&session, &mut Watch::silent()).expect("indexed");
    assert_eq!(found(&session, "두만강"), (RECORDS, 0));
}

#[test]
fn hits_do_not_wait_for_the_places_of_long_records() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = vault::fresh(&dir.path().join("vault"));
    for text in ["강을 건넜다. ".repeat(20_000), "강을 건넜다.".to_owned()] {
        let json = json!({ "text": text }).to_string();
        record::add(&mut session, "note", json.as_bytes()).expect("saved");
    }
    let find = |places| {
        let wanted = search::Find {
            query: "건넜",
            places,
            ..search::Find::default()
        };
        search::find(&session, &wanted).expect("searched").hits
    };
    let located = |hits: &[search::FoundRecord]| -> Vec<bool> {
        hits.iter().map(|hit| hit.located).collect()
    };

    // The one saved last stands first.
    let soon = find(Some(2));
    assert_eq!(located(&soon), [true, false]);
    assert_eq!(located(&find(Some(1))), [true, false]);
    let all = find(None);
    assert_eq!(located(&all), [true, true]);
    assert_eq!(soon[0], all[0]);
    let behind = search::places_in(&session, "건넜", std::slice::from_ref(&all[1].id));
    assert_eq!(behind.expect("read"), [all[1].place.clone()]);
}

#[test]
fn the_list_is_there_before_the_rest_is_read() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    api_vault::lock(filled(&path)).expect("locked");
    let begin = || {
        let passphrase = vault::secret(vault::PASSPHRASE);
        opening::begin(&path, &passphrase, &fieldnotes_core::Environment::system()).expect("begun")
    };
    let mut begun = begin();
    let wanted = list::ListRecords {
        limit: Some(7),
        ..list::ListRecords::default()
    };
    let early = opening::page(&mut begun, &wanted).expect("listed");
    assert_eq!(
        (early.total, early.pending, early.records.len()),
        (RECORDS, 0, 7)
    );
    let mut session = opening::finish(begun).expect("unlocked");
    assert_eq!(list::page(&session, &wanted).expect("listed"), early);
    record::add(&mut session, "note", br#"{"text":"new"}"#).expect("saved");
    drop(session);

    let mut begun = begin();
    let late = opening::page(&mut begun, &wanted).expect("listed");
    assert!(late.pending > 0, "an index that may lack something says so");
    drop(begun);

    let mut database = fs::read(path.join("vault.db")).expect("readable");
    // A byte in every page but the first, which says what the file is.
    let pages = database.chunks_mut(4_096).skip(1);
    pages.for_each(|page| page[3_000] ^= 1);
    fs::write(path.join("vault.db"), database).expect("writable");
    let refused = opening::finish(begin()).expect_err("a damaged vault is not unlocked");
    assert_eq!(refused.code.as_str(), "vault_damaged");
}

/// docs/THREATS.md, "What is there is found": an index of an earlier moment hides nothing, with the newest stamp or with its own.
#[test]
fn an_older_index_hides_no_record() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let index = path.join("index");
    api_vault::lock(filled(&path)).expect("locked");
    let older = folder::snapshot(&index);
    let mut session = vault::unlock(&path);
    record::add(&mut session, "note", r#"{"text":"백두산"}"#.as_bytes()).expect("saved");
    search::catch_up(&session, &mut Watch::silent()).expect("indexed");
    let all = found(&session, "").0;
    api_vault::lock(session).expect("locked");
    let newest = folder::snapshot(&index);
    // Files that are in both and differ: the head, the list of files, and the stamp. Each is the one that is kept once.
    let differ: Vec<_> = newest
        .iter()
        .filter(|(name, bytes)| older.get(*name).is_some_and(|older| older != *bytes))
        .map(|(name, _)| name.clone())
        .collect();
    assert!(differ.len() >= 2, "{differ:?}");
    let mut known = 0;
    for kept in std::iter::once(None).chain(differ.iter().map(Some)) {
        for file in files(&path) {
            fs::remove_file(file).expect("removed");
        }
        let mut mixed = older.clone();
        if let Some(name) = kept {
            mixed.insert(name.clone(), newest[name].clone());
        }
        folder::put_back(&index, &mixed);
        let session = vault::unlock(&path);
        let (total, pending) = found(&session, "백두산");
        assert!(total == 1 || pending > 0, "{kept:?} hides it");
        known += u64::from(pending == 0);
        search::catch_up(&session, &mut Watch::silent()).expect("indexed");
        assert_eq!(found(&session, "백두산"), (1, 0), "{kept:?}");
        assert_eq!(found(&session, ""), (all, 0), "{kept:?}");
        api_vault::lock(session).expect("locked");
    }
    assert!(
        known >= 2,
        "with its own stamp and with the newest it is compared, and not made anew: {known}"
    );
}
