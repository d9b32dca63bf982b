//! Kill −9 while files are attached: each that was acknowledged is there to the byte, and of the others nothing is.

use std::ops::Range;
use std::path::Path;

use fieldnotes_core::{Session, Watch, attachment, record, vault as api_vault};

use crate::moment::{Tally, kill_at_random, moments};
use crate::support::chance::Chance;
use crate::support::{child, folder, vault};

/// Files that wait to be attached.
const FILES: usize = 12;

/// A promise of docs/THREATS.md: "A saved sentence stays saved".
#[test]
fn an_acknowledged_attachment_is_there_to_the_byte() {
    let mut chance = Chance::new("killed while attaching");
    let mut tally = Tally::default();
    let scene = tempfile::tempdir().expect("a temp folder");
    let mut session = vault::fresh(&scene.path().join("vault"));
    record::add(&mut session, "note", br#"{"text":"mine"}"#).expect("saved");
    api_vault::lock(session).expect("it can be locked");
    let contents: Vec<Vec<u8>> = (0..FILES)
        .map(|number| chance.bytes(40_000 + number * 30_000))
        .collect();
    for (number, content) in contents.iter().enumerate() {
        std::fs::write(plain(scene.path(), number), content).expect("a file can be written");
    }
    for _ in 0..moments(40) {
        let dir = tempfile::tempdir().expect("a temp folder");
        let path = dir.path().join("vault");
        folder::copy(&scene.path().join("vault"), &path);
        let mut command = child::command("killed_attachment::child", dir.path());
        command.env("FIELDNOTES_TEST_FILES", scene.path());
        let said = kill_at_random(command, 4, &mut chance, &mut tally);
        let files = vault::content_files(&path).len();
        vault::assert_whole(&path, "after the kill, before anything is mended");
        let mut session = vault::unlock(&path);
        let held = names(&session);
        // The one after the last acknowledgement may be there.
        assert!((said.len()..=said.len() + 1).contains(&held.len()));
        assert_eq!(vault::content_files(&path).len(), held.len(), "orphans");
        tally.half_done += u32::from(files > held.len());
        // And the one that was interrupted once more.
        add_from(
            &mut session,
            held.len()..FILES.min(held.len() + 1),
            scene.path(),
        );
        for (number, id) in names(&session).iter().enumerate() {
            let out = dir.path().join("out");
            attachment::save(&session, id, &out, &mut Watch::silent()).expect("saved");
            let content = std::fs::read(&out).expect("a file");
            assert!(
                content == contents[number],
                "attachment {number} is another"
            );
            std::fs::remove_file(&out).expect("a file");
        }
        api_vault::lock(session).expect("it can be locked");
        vault::assert_whole(&path, "after the next was attached");
    }
    println!("attachment add: {tally:?}");
    assert!(
        tally.acknowledged > 0 && tally.half_done > 0,
        "the moments hit nothing"
    );
}

fn plain(dir: &Path, number: usize) -> std::path::PathBuf {
    dir.join(format!("{number:02}.bin"))
}

/// The attachments, in the order of the files that they were.
fn names(session: &Session) -> Vec<String> {
    let owner = owner(session);
    let mut listed = attachment::list(session, &owner)
        .expect("listed")
        .attachments;
    listed.sort_by(|a, b| a.name.cmp(&b.name));
    listed.into_iter().map(|line| line.id).collect()
}

fn owner(session: &Session) -> String {
    let is_note = |id: &String| record::show(session, id).expect("shown").kind == "note";
    vault::record_ids(session)
        .into_iter()
        .find(is_note)
        .expect("it is there")
}

fn add_from(session: &mut Session, numbers: Range<usize>, files: &Path) {
    let owner = owner(session);
    for number in numbers {
        let file = plain(files, number);
        attachment::add(session, &owner, &file, &mut Watch::silent()).expect("attached");
        if child::folder().is_some() {
            child::say("attached");
        }
    }
}

/// Attaches files until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let files = std::env::var_os("FIELDNOTES_TEST_FILES").expect("given by the parent");
    let mut session = vault::unlock(&dir.join("vault"));
    add_from(&mut session, 0..FILES, Path::new(&files));
    api_vault::lock(session).expect("it can be locked");
}
