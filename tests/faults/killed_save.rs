//! Kill −9 while records, drafts and attachments are saved.

use std::collections::BTreeMap;
use std::path::Path;

use fieldnotes_core::record::{self, draft};
use fieldnotes_core::{Session, Watch, attachment, vault as api_vault};
use serde_json::json;

use crate::moment::{Tally, kill_at_random};
use crate::support::chance::Chance;
use crate::support::{child, folder, vault};

const VAULTS: u32 = 5;
const MOMENTS: u32 = 20;

/// What a vault said that it has.
#[derive(Default)]
struct Acknowledged {
    /// Revision and its text.
    saved: BTreeMap<String, String>,
    /// Draft and the number in its text.
    drafts: BTreeMap<String, u64>,
    contents: usize,
}

/// A promise of docs/THREATS.md: "A saved sentence stays saved".
#[test]
fn what_was_acknowledged_is_there_after_kill_9() {
    let mut chance = Chance::new("killed while saving");
    let mut tally = Tally::default();
    for _ in 0..VAULTS {
        let dir = tempfile::tempdir().expect("a temp folder");
        let path = dir.path().join("vault");
        vault::create(&path);
        let mut acknowledged = Acknowledged::default();
        for moment in 0..MOMENTS {
            let mut command = child::command("killed_save::child", dir.path());
            command.env("FIELDNOTES_TEST_RUN", moment.to_string());
            for line in kill_at_random(command, 8, &mut chance, &mut tally) {
                acknowledged.note(&line);
            }
            tally.half_done += u32::from(check(&path, &acknowledged, chance.below(2) == 0));
        }
    }
    println!("{tally:?}");
    assert_eq!(tally.moments, VAULTS * MOMENTS);
    assert_eq!(tally.late, 0, "the child stopped working by itself");
    assert!(tally.acknowledged > 100, "hardly anything was saved");
}

impl Acknowledged {
    fn note(&mut self, line: &str) {
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().expect("a whole line").to_owned();
        match word().as_str() {
            "saved" => {
                self.saved.insert(word(), word());
            }
            "draft" => {
                self.drafts
                    .insert(word(), word().parse().expect("a number"));
            }
            "content" => self.contents += 1,
            _ => {}
        }
    }
}

/// Checks a vault after a kill. Returns whether the kill had left files behind that nothing names.
fn check(path: &Path, acknowledged: &Acknowledged, lock_it: bool) -> bool {
    let left_behind = vault::content_files(path).len() as u64;
    vault::assert_whole(path, "after the kill, before anything is mended");
    let session = vault::unlock(path);
    let bodies = vault::bodies(&session);
    for (revision, text) in &acknowledged.saved {
        let body = bodies.get(revision).expect("an acknowledged revision");
        assert_eq!(body["tags"][0], **text);
    }
    for (id, number) in &acknowledged.drafts {
        let kept = draft::get(&session, id).expect("an acknowledged draft");
        // A later state of it may be there whose acknowledgement did not reach us.
        let held = kept.content["text"].as_u64().expect("a number");
        assert!(held >= *number, "draft {id} went back to {held}");
    }
    let status = api_vault::status(&session);
    assert!(status.files >= acknowledged.contents.min(1) as u64);
    assert!(bodies.values().all(|body| !body.is_null()));
    let files = vault::content_files(path);
    assert_eq!(files.len() as u64, status.files, "orphans: {files:?}");
    let unfinished = folder::files(path)
        .into_iter()
        .find(|file| file.extension().is_some_and(|end| end == "new"));
    assert_eq!(unfinished, None);
    if lock_it {
        api_vault::lock(session).expect("it can be locked");
    } else {
        drop(session);
    }
    vault::assert_whole(path, "after the next unlock");
    left_behind > status.files
}

/// Saves until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let run = std::env::var("FIELDNOTES_TEST_RUN").expect("given by the parent");
    let path = dir.join("vault");
    let mut session = vault::unlock(&path);
    let mut chance = Chance::from_seed(u64::from(std::process::id()));
    let mut own_draft = None;
    for number in 0..1_000_000_u64 {
        let text = format!("문장 {run}.{number}");
        match number % 8 {
            0 | 4 => add(&mut session, &text),
            1 | 5 => edit(&mut session, &text, &mut chance),
            2 | 6 => own_draft = Some(type_on(&mut session, own_draft, number)),
            3 => draft_to_record(&mut session, &text),
            _ => {
                attach(&mut session, &dir, &mut chance);
                if chance.below(2) == 0 {
                    api_vault::lock(session).expect("it can be locked");
                    session = vault::unlock(&path);
                }
            }
        }
    }
}

fn add(session: &mut Session, text: &str) {
    let json = json!({"tags": [text], "notes": "가".repeat(2_000)}).to_string();
    let saved = record::add(session, "testimony", json.as_bytes()).expect("saved");
    child::say(&format!("saved {} {text}", saved.revision));
}

fn edit(session: &mut Session, text: &str, chance: &mut Chance) {
    let ids = vault::record_ids(session);
    let id = &ids[chance.index(ids.len())];
    let mut was = record::show(session, id).expect("listed").record;
    was["tags"] = json!([text]);
    let json = was.to_string().into_bytes();
    let saved = record::edit(session, id, &json, None).expect("saved");
    child::say(&format!("saved {} {text}", saved.revision));
}

fn type_on(session: &mut Session, draft: Option<String>, number: u64) -> String {
    let put = draft::PutDraft {
        draft,
        record: None,
        kind: "note".to_owned(),
        base: None,
        content: json!({"text": number}),
    };
    let kept = draft::put(session, put).expect("kept");
    child::say(&format!("draft {} {number}", kept.draft));
    kept.draft
}

fn draft_to_record(session: &mut Session, text: &str) {
    let put = draft::PutDraft {
        draft: None,
        record: None,
        kind: "person".to_owned(),
        base: None,
        content: json!({"tags": [text], "text": 1_u64 << 53}),
    };
    let kept = draft::put(session, put).expect("kept");
    let saved = draft::save(session, &kept.draft, false).expect("saved");
    child::say(&format!("saved {} {text}", saved.revision));
}

fn attach(session: &mut Session, dir: &Path, chance: &mut Chance) {
    let file = dir.join("plain.bin");
    let length = chance.index(200_000);
    std::fs::write(&file, chance.bytes(length)).expect("a file can be written");
    let owner = vault::record_ids(session).swap_remove(0);
    attachment::add(session, &owner, &file, &mut Watch::silent()).expect("saved");
    child::say("content");
}
