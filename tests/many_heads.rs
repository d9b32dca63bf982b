//! A record with more heads than one revision may be made from. Guards "A record cannot be made too much to
//! settle" of docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};

use fieldnotes_core::receive;
use fieldnotes_core::record::{self, conflict};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Session, Watch, vault as api_vault};
use support::vault;

const MANY: usize = 200;

fn note(text: &str) -> Vec<u8> {
    format!("{{\"text\":\"{text}\"}}").into_bytes()
}

/// A record with many states beside each other, all made from one.
fn with_heads(session: &mut Session, count: usize, text: impl Fn(usize) -> String) -> String {
    let first = record::add(session, "note", &note("처음")).expect("saved");
    for at in 0..count {
        let onto = Some(first.revision.as_str());
        record::edit(session, &first.id, &note(&text(at)), onto).expect("saved");
    }
    assert_eq!(heads(session, &first.id).len(), count);
    first.id
}

fn different(session: &mut Session) -> String {
    with_heads(session, MANY, |at| format!("{at}번째 말"))
}

fn heads(session: &Session, id: &str) -> Vec<String> {
    record::show(session, id).expect("shown").heads
}

fn assert_says(session: &Session, id: &str, text: &str) {
    let shown = record::show(session, id).expect("shown");
    assert_eq!(shown.heads.len(), 1);
    assert!(!shown.is_conflict);
    assert_eq!(shown.record["text"], text);
}

/// No entry has too many parents, and all links of the chain say the same.
fn assert_chain(session: &Session, id: &str, text: &str) {
    let past = record::history(session, id).expect("a history").revisions;
    assert!(past.iter().all(|one| one.parents.len() <= 64));
    let links: Vec<_> = past.iter().filter(|one| one.parents.len() > 1).collect();
    assert_eq!(links.len(), 4);
    assert!(links.iter().all(|one| one.record["text"] == text));
}

/// What a person does with a record goes on, here and with a colleague.
fn assert_goes_on(session: &mut Session, id: &str, folder: &Path) {
    record::edit(session, id, &note("그 뒤의 말"), None).expect("edited");
    assert_says(session, id, "그 뒤의 말");
    assert!(!record::trash(session, id).expect("trashed").is_conflict);
    record::restore(session, id).expect("restored");
    let mut other = vault::fresh(&folder.join("other"));
    send(session, &mut other, folder);
    assert_says(&other, id, "그 뒤의 말");
    assert_eq!(vault::digest(session), vault::digest(&other));
    api_vault::lock(other).expect("locked");
    vault::assert_whole(&folder.join("other"), "after a chain came");
}

fn send(from: &Session, to: &mut Session, folder: &Path) {
    let words = vault::secret("넷 다섯");
    let file = folder.join("bundle");
    let all = Recipients::Passphrase(&words);
    send::export(from, &file, &all, None, &mut Watch::silent()).expect("written");
    take(to, std::slice::from_ref(&file));
    std::fs::remove_file(file).expect("removed");
}

fn take(to: &mut Session, files: &[PathBuf]) {
    let accept = receive::Accept {
        unknown_sender: true,
        retired_sender: false,
        forked_logs: false,
    };
    let words = vault::secret("넷 다섯");
    receive::import(to, files, Some(&words), accept, &mut Watch::silent()).expect("taken in");
}

#[test]
fn a_choice_settles_them() {
    let folder = tempfile::tempdir().expect("temp dir");
    let mut session = vault::fresh(&folder.path().join("vault"));
    let id = different(&mut session);
    let refused = record::edit(&mut session, &id, &note("x"), None).expect_err("in conflict");
    assert_eq!(refused.code, Code::RecordInConflict);
    let shown = record::show(&session, &id).expect("shown");
    let settle = conflict::Settle {
        heads: shown.heads.clone(),
        all_from: Some(shown.revision.clone()),
        ..conflict::Settle::default()
    };
    let saved = conflict::settle(&mut session, &id, &settle).expect("settled");
    let text = shown.record["text"].as_str().expect("a text");
    assert_eq!(heads(&session, &id), [saved.revision]);
    assert!(!saved.is_conflict);
    assert_chain(&session, &id, text);
    assert_says(&session, &id, text);
    api_vault::lock(session).expect("locked");
    let mut session = vault::unlock(&folder.path().join("vault"));
    assert_says(&session, &id, text);
    assert_goes_on(&mut session, &id, folder.path());
}

/// A colleague sends heads by the thousand: what is shown of each must not name all the others.
#[test]
fn what_is_shown_grows_as_they_do() {
    let folder = tempfile::tempdir().expect("temp dir");
    let mut session = vault::fresh(&folder.path().join("vault"));
    let shown = [MANY / 4, MANY].map(|count| {
        let id = with_heads(&mut session, count, |at| format!("{at}번째 말"));
        let conflict = conflict::show(&session, &id).expect("shown");
        assert_eq!(conflict.sides.len(), count);
        serde_json::to_vec(&conflict).expect("JSON").len()
    });
    assert!(shown[1] < 6 * shown[0], "{shown:?}");
}

#[test]
fn a_document_resolves_them() {
    let folder = tempfile::tempdir().expect("temp dir");
    let mut session = vault::fresh(&folder.path().join("vault"));
    let id = different(&mut session);
    vault::resolve(&mut session, &id, &note("다 읽고 쓴 말")).expect("resolved");
    assert_chain(&session, &id, "다 읽고 쓴 말");
    assert_goes_on(&mut session, &id, folder.path());
}

#[test]
fn an_edit_of_all_of_them_settles_them() {
    let folder = tempfile::tempdir().expect("temp dir");
    let mut session = vault::fresh(&folder.path().join("vault"));
    let id = different(&mut session);
    let base = heads(&session, &id).join("+");
    record::edit(&mut session, &id, &note("모두에서"), Some(&base)).expect("edited");
    assert_chain(&session, &id, "모두에서");
    assert_goes_on(&mut session, &id, folder.path());
}

#[test]
fn those_that_agree_are_edited_and_trashed() {
    let folder = tempfile::tempdir().expect("temp dir");
    let mut session = vault::fresh(&folder.path().join("vault"));
    for trashes in [true, false] {
        let id = with_heads(&mut session, MANY, |_| "같은 말".to_owned());
        match trashes {
            true => {
                record::trash(&mut session, &id).expect("trashed");
                assert!(record::show(&session, &id).expect("shown").trashed);
                record::restore(&mut session, &id).expect("restored");
            }
            false => {
                record::edit(&mut session, &id, &note("같은 말"), None).expect("edited");
                assert_chain(&session, &id, "같은 말");
            }
        }
        assert_says(&session, &id, "같은 말");
    }
}

#[test]
fn two_who_settle_them_apart_can_settle_that() {
    let folder = tempfile::tempdir().expect("temp dir");
    let mut ours = vault::fresh(&folder.path().join("ours"));
    let mut theirs = vault::fresh(&folder.path().join("theirs"));
    let id = different(&mut ours);
    send(&ours, &mut theirs, folder.path());
    vault::resolve(&mut ours, &id, &note("우리의 말")).expect("resolved");
    vault::resolve(&mut theirs, &id, &note("그들의 말")).expect("resolved");
    send(&theirs, &mut ours, folder.path());
    let shown = record::show(&ours, &id).expect("shown");
    assert_eq!((shown.heads.len(), shown.is_conflict), (2, true));
    vault::resolve(&mut ours, &id, &note("모두의 말")).expect("resolved");
    send(&ours, &mut theirs, folder.path());
    assert_says(&theirs, &id, "모두의 말");
    assert_eq!(vault::digest(&ours), vault::digest(&theirs));
}
