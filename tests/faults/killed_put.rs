//! Kill −9 while bundles are put into the exchange folder: what was acknowledged arrives, and nothing is there in part.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fieldnotes_core::{
    Session, Watch, attachment, folder as exchange_folder, receive, record, vault as api_vault,
};
use serde_json::json;

use crate::moment::{Tally, kill_at_random, moments};
use crate::support::chance::Chance;
use crate::support::{child, folder, vault};

/// Rounds of writing something and putting it out.
const ROUNDS: usize = 6;
const READER: &str = "reader";

/// A promise of docs/THREATS.md: "What was not put out is not noted as sent".
#[test]
fn what_was_put_out_arrives_and_the_rest_goes_the_next_time() {
    let mut chance = Chance::new("killed while putting out");
    let mut tally = Tally::default();
    let scene = set(&mut chance);
    let mut ends = BTreeSet::new();
    for _ in 0..moments(40) {
        let dir = tempfile::tempdir().expect("a temp folder");
        for name in ["vault", READER] {
            folder::copy(&scene.path().join(name), &dir.path().join(name));
        }
        std::fs::create_dir(shared(dir.path())).expect("a folder");
        let path = dir.path().join("vault");
        // A vault keeps the path of its folder, and this is another one.
        let mut session = vault::unlock(&path);
        exchange_folder::set(&mut session, &shared(dir.path())).expect("chosen");
        api_vault::lock(session).expect("it can be locked");
        let mut command = child::command("killed_put::child", dir.path());
        command.env("FIELDNOTES_TEST_FILES", scene.path());
        let said = kill_at_random(command, 3, &mut chance, &mut tally);
        vault::assert_whole(&path, "after the kill, before anything is mended");
        let put = bundles(dir.path());
        assert!(
            (said.len()..=said.len() + 1).contains(&put.len()),
            "{put:?}"
        );
        let others = std::fs::read_dir(shared(dir.path()))
            .expect("a folder")
            .count();
        tally.half_done += u32::from(others > put.len());

        // What is there by now is whole.
        let mut reader = vault::unlock(&dir.path().join(READER));
        take(&mut reader, &put);
        ends.insert(vault::record_ids(&reader).len());
        // And the deed once more: nothing was taken for sent that had not gone.
        let mut session = vault::unlock(&path);
        put_out(&mut session);
        take(&mut reader, &bundles(dir.path()));
        assert_eq!(
            vault::digest(&reader),
            vault::digest(&session),
            "something stayed"
        );
        assert!(put_out(&mut session) == 0, "nothing is due any more");
        for session in [reader, session] {
            api_vault::lock(session).expect("it can be locked");
        }
        vault::assert_whole(&path, "after all was put out");
    }
    println!("folder put: {tally:?}, records that had arrived: {ends:?}");
    assert!(
        tally.acknowledged > 0 && ends.len() > 2,
        "the moments hit nothing"
    );
}

fn set(chance: &mut Chance) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = vault::fresh(&dir.path().join("vault"));
    let mut reader = vault::fresh(&dir.path().join(READER));
    vault::befriend((&mut session, "writer"), (&mut reader, READER));
    for number in 0..ROUNDS {
        let content = chance.bytes(200_000 + 50_000 * number);
        std::fs::write(dir.path().join(format!("{number}.bin")), content).expect("written");
    }
    for session in [session, reader] {
        api_vault::lock(session).expect("it can be locked");
    }
    dir
}

fn shared(dir: &Path) -> PathBuf {
    dir.join("shared")
}

/// The bundles that are there under their names.
fn bundles(dir: &Path) -> Vec<PathBuf> {
    let all = folder::files(&shared(dir)).into_iter();
    all.filter(|file| file.extension().is_some_and(|end| end == "bundle"))
        .collect()
}

fn take(reader: &mut Session, put: &[PathBuf]) {
    for file in put {
        let file = std::slice::from_ref(file);
        receive::import(reader, file, None, false, &mut Watch::silent()).expect("it is whole");
    }
}

fn put_out(session: &mut Session) -> usize {
    let to = [READER.to_owned()];
    let put = exchange_folder::put(session, Some(&to), &mut Watch::silent());
    put.expect("put out").bundles.len()
}

/// Writes and puts out until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let files = std::env::var_os("FIELDNOTES_TEST_FILES").expect("given by the parent");
    let mut session = vault::unlock(&dir.join("vault"));
    for number in 0..ROUNDS {
        let json = json!({"title": format!("{number}"), "notes": "가".repeat(3_000)}).to_string();
        let saved = record::add(&mut session, "testimony", json.as_bytes()).expect("saved");
        let file = Path::new(&files).join(format!("{number}.bin"));
        attachment::add(&mut session, &saved.id, &file, &mut Watch::silent()).expect("saved");
        assert_eq!(put_out(&mut session), 1);
        child::say("put");
    }
    api_vault::lock(session).expect("it can be locked");
}
