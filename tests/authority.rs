//! A colleague's word, and what it cannot do. Guards "Nobody signs for another" and "A vault that was put back is noticed"
//! of docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::receive::{self, Accept, Taking};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Session, Watch, record, vault as api_vault};
use support::{folder, vault};

fn send(session: &mut Session, to: &str, out: &Path) {
    let to = [to.to_owned()];
    let sending = send::Sending {
        acknowledge: true,
        ..send::Sending::new(Recipients::Colleagues(&to))
    };
    send::send(session, out, &sending, &mut Watch::silent()).expect("written");
}

fn take(session: &mut Session, from: &Path) -> receive::BundlesImported {
    let from = [PathBuf::from(from)];
    receive::import(session, &from, None, false, &mut Watch::silent()).expect("taken in")
}

fn note(session: &mut Session, text: &str) {
    let json = format!("{{\"text\":\"{text}\"}}");
    record::add(session, "note", json.as_bytes()).expect("saved");
}

#[test]
fn an_acknowledgement_beyond_the_own_end_begins_a_new_log_and_all_arrives() {
    let dir = tempfile::tempdir().expect("temp dir");
    let (a_path, backup) = (dir.path().join("a"), dir.path().join("backup"));
    let mut a = vault::fresh(&a_path);
    let mut b = vault::fresh(&dir.path().join("b"));
    vault::befriend((&mut a, "A"), (&mut b, "B"));
    let mut number = 0;
    let mut file = || {
        number += 1;
        dir.path().join(format!("{number}.bundle"))
    };
    note(&mut a, "one");
    note(&mut a, "two");
    let there = file();
    send(&mut a, "B", &there);
    take(&mut b, &there);
    note(&mut b, "of B");
    let there = file();
    send(&mut b, "A", &there);
    take(&mut a, &there);
    api_vault::lock(a).expect("locked");
    folder::copy(&a_path, &backup);
    let mut a = vault::unlock(&a_path);
    for text in ["three", "four", "five"] {
        note(&mut a, text);
    }
    let there = file();
    send(&mut a, "B", &there);
    take(&mut b, &there);

    api_vault::lock(a).expect("locked");
    std::fs::remove_dir_all(&a_path).expect("removed");
    folder::copy(&backup, &a_path);
    let mut a = vault::unlock(&a_path);
    let log = identity::show(&a).device;
    note(&mut b, "of B again");
    let there = file();
    send(&mut b, "A", &there);
    let done = take(&mut a, &there);
    assert!(done.was_rolled_back && done.forked.is_empty());
    assert_ne!(identity::show(&a).device, log);
    assert!(colleague::show(&a, "B").expect("known").holds <= api_vault::status(&a).revisions);
    // The same word again begins no second one.
    let log = identity::show(&a).device;
    assert!(!take(&mut a, &there).was_rolled_back);
    note(&mut b, "and again");
    let there = file();
    send(&mut b, "A", &there);
    assert!(!take(&mut a, &there).was_rolled_back);
    assert_eq!(identity::show(&a).device, log);

    note(&mut a, "NEW three");
    note(&mut a, "NEW four");
    let there = file();
    send(&mut a, "B", &there);
    let done = take(&mut b, &there);
    assert!(done.forked.is_empty());
    assert_eq!(done.bundles[0].new_revisions, 2);
    let there = file();
    send(&mut b, "A", &there);
    take(&mut a, &there);
    assert_eq!(vault::digest(&a), vault::digest(&b));
}

#[test]
fn consent_to_one_file_is_none_to_another() {
    let dir = tempfile::tempdir().expect("temp dir");
    let mut taker = vault::fresh(&dir.path().join("taker"));
    let to = identity::show(&taker).identity;
    let mut files = Vec::new();
    for name in ["seen", "other"] {
        let mut stranger = vault::fresh(&dir.path().join(name));
        colleague::add(&mut stranger, &to, "taker").expect("added");
        note(&mut stranger, name);
        let file = dir.path().join(format!("{name}.bundle"));
        send(&mut stranger, "taker", &file);
        files.push(file);
    }
    let there = [dir.path().join("there.bundle")];
    std::fs::copy(&files[0], &there[0]).expect("copied");
    let look = receive::preview(&taker, &there, None, 9, &mut Watch::silent()).expect("read");
    let tokens = [look.files[0].token.clone()];
    let taking = |accept| Taking {
        expected: Some(&tokens),
        accept,
        ..Taking::default()
    };
    let all = Accept {
        unknown_sender: true,
        retired_sender: true,
        forked_logs: true,
    };
    let before = vault::digest(&taker);
    std::fs::copy(&files[1], &there[0]).expect("exchanged");
    let silent = &mut Watch::silent();
    for accept in [all, Accept::default()] {
        let refused = receive::take(&mut taker, &there, None, &taking(accept), silent);
        assert_eq!(refused.expect_err("another").code, Code::BundleNotAsSeen);
    }
    assert_eq!(vault::digest(&taker), before);
    std::fs::copy(&files[0], &there[0]).expect("copied");
    let refused = receive::take(&mut taker, &there, None, &taking(Accept::default()), silent);
    assert_eq!(refused.expect_err("a stranger").code, Code::SenderUnknown);
    receive::take(&mut taker, &there, None, &taking(all), silent).expect("the one that was seen");
}
