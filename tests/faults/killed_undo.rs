//! Kill −9 while imports are taken back: each is wholly in or wholly out.

use std::collections::BTreeSet;
use std::path::Path;

use fieldnotes_core::{Watch, attachment, receive, record, search, send, vault as api_vault};
use serde_json::json;

use crate::moment::{Tally, kill_at_random, moments};
use crate::support::chance::Chance;
use crate::support::{child, folder, vault};

const IMPORTS: usize = 6;

#[test]
fn a_killed_undo_is_wholly_done_or_not_at_all() {
    let mut chance = Chance::new("killed while undoing");
    let mut tally = Tally::default();
    let (scene, digests) = set(&mut chance);
    let mut ends = BTreeSet::new();
    for _ in 0..moments(40) {
        let dir = tempfile::tempdir().expect("a temp folder");
        let path = dir.path().join("vault");
        folder::copy(&scene.path().join("vault"), &path);
        let command = child::command("killed_undo::child", dir.path());
        let said = kill_at_random(command, 3, &mut chance, &mut tally);
        let files = vault::content_files(&path).len();
        vault::assert_whole(&path, "after the kill, before anything is mended");
        let session = vault::unlock(&path);
        let held = receive::imports(&session, 100).imports.len();
        assert!(held <= IMPORTS - said.len(), "an undone import is there");
        assert_eq!(vault::digest(&session), digests[held], "half an import");
        assert_eq!(api_vault::status(&session).files as usize, held);
        assert_eq!(vault::content_files(&path).len(), held, "orphans");
        tally.half_done += u32::from(files > held);
        ends.insert(held);
        // The index never speaks of what is gone.
        let found = search::find(
            &session,
            &search::Find {
                query: "번째",
                ..Default::default()
            },
        );
        assert_eq!(found.expect("a search").hits.len(), held);
        drop(session);
        vault::assert_whole(&path, "after the next unlock");
        undo_all(&path);
        vault::assert_whole(&path, "after all were undone");
        assert_eq!(vault::digest(&vault::unlock(&path)), digests[0]);
    }
    println!("undo: {tally:?}, imports left: {ends:?}");
    assert!(ends.len() > 2, "the moments hit nothing");
}

/// A vault that took several bundles in, and its digest after so many of them.
fn set(chance: &mut Chance) -> (tempfile::TempDir, Vec<String>) {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut sender = vault::fresh(&dir.path().join("sender"));
    let mut receiver = vault::fresh(&dir.path().join("vault"));
    vault::befriend((&mut sender, "sender"), (&mut receiver, "receiver"));
    record::add(&mut receiver, "note", br#"{"text":"mine"}"#).expect("saved");
    let mut digests = vec![vault::digest(&receiver)];
    for number in 0..IMPORTS {
        let mut ids = Vec::new();
        for at in 0..20 {
            let title = if at == 0 {
                format!("{number} 번째")
            } else {
                format!("{number}.{at}")
            };
            let json = json!({ "title": title, "notes": "가".repeat(3_000) }).to_string();
            let saved = record::add(&mut sender, "testimony", json.as_bytes());
            ids.push(saved.expect("saved").id);
        }
        let file = dir.path().join("plain.bin");
        std::fs::write(&file, chance.bytes(100_000)).expect("a file can be written");
        attachment::add(&mut sender, &ids[1], &file, &mut Watch::silent()).expect("saved");
        let to = ["receiver".to_owned()];
        let to = send::Recipients::Colleagues(&to);
        let out = dir.path().join(format!("{number}.fnb"));
        let silent = &mut Watch::silent();
        send::export(&sender, &out, &to, Some(&ids), silent).expect("sent");
        receive::import(&mut receiver, &[out], None, false, silent).expect("taken in");
        digests.push(vault::digest(&receiver));
    }
    search::catch_up(&receiver, &mut Watch::silent()).expect("indexed");
    api_vault::lock(sender).expect("it can be locked");
    api_vault::lock(receiver).expect("it can be locked");
    (dir, digests)
}

fn undo_all(path: &Path) {
    let mut session = vault::unlock(path);
    search::catch_up(&session, &mut Watch::silent()).expect("indexed");
    for line in receive::imports(&session, 100).imports {
        let id = line.id.expect("it has a name");
        receive::undo(&mut session, &id, &mut Watch::silent()).expect("undone");
        if child::folder().is_some() {
            child::say("undone");
        }
    }
    api_vault::lock(session).expect("it can be locked");
}

/// Takes imports back until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    if let Some(dir) = child::folder() {
        undo_all(&dir.join("vault"));
    }
}
