//! Kill −9 while bundles are taken in: each is wholly in or wholly out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fieldnotes_core::{Watch, attachment, receive, record, send, vault as api_vault};
use serde_json::json;

use crate::moment::{Tally, kill_at_random, moments};
use crate::support::chance::Chance;
use crate::support::{child, folder, vault};

/// Bundles that wait to be taken in, and how many go together.
const BUNDLES: usize = 9;
const TOGETHER: usize = 3;

/// A vault and the bundles that a colleague sent to it.
struct Scene {
    dir: tempfile::TempDir,
    /// The revisions in each bundle.
    inside: Vec<BTreeSet<String>>,
    /// The digest when all were taken in.
    end: String,
}

#[test]
fn a_killed_import_is_wholly_in_or_wholly_out() {
    let mut chance = Chance::new("killed while importing");
    let mut tally = Tally::default();
    let scene = Scene::set(&mut chance);
    let (mut none, mut some) = (0, 0);
    for _ in 0..moments(60) {
        let dir = tempfile::tempdir().expect("a temp folder");
        let path = dir.path().join("vault");
        folder::copy(&scene.dir.path().join("vault"), &path);
        let mut command = child::command("killed_import::child", dir.path());
        command.env("FIELDNOTES_TEST_BUNDLES", scene.dir.path());
        let said = kill_at_random(command, 2, &mut chance, &mut tally);
        let files = vault::content_files(&path).len();
        let held = scene.check(&path, said.len());
        tally.half_done += u32::from(files > held);
        (none, some) = (none + u32::from(held == 0), some + u32::from(held > 0));
        scene.go_on(&path);
    }
    println!("import: {tally:?}, with nothing in: {none}, with something: {some}");
    // The moment at which a file is there that nothing names yet is short: few kills hit it.
    assert!(
        (tally.half_done > 0 || tally.moments < 100) && some > 0 && none > 0,
        "the moments hit nothing"
    );
}

impl Scene {
    fn set(chance: &mut Chance) -> Self {
        let dir = tempfile::tempdir().expect("a temp folder");
        let mut sender = vault::fresh(&dir.path().join("sender"));
        let mut receiver = vault::fresh(&dir.path().join("vault"));
        vault::befriend((&mut sender, "sender"), (&mut receiver, "receiver"));
        record::add(&mut receiver, "note", br#"{"text":"mine"}"#).expect("saved");
        let inside = (0..BUNDLES)
            .map(|number| {
                let ids: Vec<String> = (0..12)
                    .map(|at| {
                        let json =
                            json!({"title": format!("{number}.{at}"), "notes": "가".repeat(3_000)});
                        let json = json.to_string().into_bytes();
                        record::add(&mut sender, "testimony", &json)
                            .expect("saved")
                            .id
                    })
                    .collect();
                let file = dir.path().join("plain.bin");
                std::fs::write(&file, chance.bytes(150_000)).expect("a file can be written");
                attachment::add(&mut sender, &ids[0], &file, &mut Watch::silent()).expect("saved");
                let to = ["receiver".to_owned()];
                let to = send::Recipients::Colleagues(&to);
                let out = file_of(dir.path(), number);
                let written = send::export(&sender, &out, &to, Some(&ids), &mut Watch::silent())
                    .expect("sent");
                assert_eq!((written.revisions, written.files), (13, 1));
                let attached = attachment::list(&sender, &ids[0])
                    .expect("a list")
                    .attachments;
                let all = ids.iter().chain(attached.iter().map(|line| &line.id));
                all.map(|id| record::show(&sender, id).expect("held").revision)
                    .collect()
            })
            .collect();
        api_vault::lock(sender).expect("it can be locked");
        api_vault::lock(receiver).expect("it can be locked");
        let whole = tempfile::tempdir().expect("a temp folder");
        folder::copy(&dir.path().join("vault"), &whole.path().join("vault"));
        let end = take_all(&whole.path().join("vault"), dir.path());
        Self { dir, inside, end }
    }

    /// Checks a vault after a kill, and says how many bundles are in it.
    fn check(&self, path: &Path, acknowledged: usize) -> usize {
        vault::assert_whole(path, "after the kill, before anything is mended");
        let session = vault::unlock(path);
        let held: BTreeSet<String> = vault::bodies(&session).into_keys().collect();
        let mut bundles_in = 0;
        for (number, heap) in self.inside.chunks(TOGETHER).enumerate() {
            let all: BTreeSet<&String> = heap.iter().flatten().collect();
            let count = all
                .iter()
                .filter(|revision| held.contains(**revision))
                .count();
            assert!(
                count == 0 || count == all.len(),
                "half an import: {count} of {}",
                all.len()
            );
            assert!(
                count > 0 || number >= acknowledged,
                "import {number} is gone"
            );
            bundles_in += if count > 0 { heap.len() } else { 0 };
        }
        assert_eq!(held.len(), 1 + 13 * bundles_in);
        let status = api_vault::status(&session);
        assert_eq!(status.files as usize, bundles_in);
        let files = vault::content_files(path);
        assert_eq!(files.len(), bundles_in, "orphans: {files:?}");
        drop(session);
        vault::assert_whole(path, "after the next unlock");
        bundles_in
    }

    /// Taking everything in again leads to where an import without a kill leads.
    fn go_on(&self, path: &Path) {
        assert_eq!(take_all(path, self.dir.path()), self.end);
        vault::assert_whole(path, "after all was taken in again");
    }
}

fn file_of(dir: &Path, number: usize) -> PathBuf {
    dir.join(format!("{number}.fnb"))
}

fn take_all(path: &Path, bundles: &Path) -> String {
    let mut session = vault::unlock(path);
    let files: Vec<PathBuf> = (0..BUNDLES)
        .map(|number| file_of(bundles, number))
        .collect();
    for heap in files.chunks(TOGETHER) {
        receive::import(&mut session, heap, None, false, &mut Watch::silent()).expect("taken in");
        if child::folder().is_some() {
            child::say("taken");
        }
    }
    let digest = vault::digest(&session);
    api_vault::lock(session).expect("it can be locked");
    digest
}

/// Takes bundles in until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let bundles = std::env::var_os("FIELDNOTES_TEST_BUNDLES").expect("given by the parent");
    take_all(&dir.join("vault"), Path::new(&bundles));
}
