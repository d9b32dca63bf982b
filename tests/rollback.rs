//! A vault folder that was put back to an older state.
//!
//! Guards the promise of docs/THREATS.md that a whole older copy is noticed when a colleague's bundle knows more of a
//! vault than the vault does, and that nothing is overwritten by it.

// What starts and times other programs is used by other tests.
#![allow(clippy::disallowed_methods, clippy::print_stdout)]

mod support;

use std::path::Path;

use fieldnotes_core::colleague::Who;
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Error, Session, Watch, receive, record, vault};
use support::folder::copy;
use support::vault::{assert_whole, befriend, digest, fresh, unlock};

fn send(
    from: &Session,
    to: &mut Session,
    name: &str,
    file: &Path,
) -> Result<receive::BundlesImported, Error> {
    let to_whom = [name.to_owned()];
    send::export(
        from,
        file,
        &Recipients::Colleagues(&to_whom),
        None,
        &mut Watch::silent(),
    )?;
    receive::import(to, &[file.to_owned()], None, false, &mut Watch::silent())
}

fn add(session: &mut Session, text: &str) -> String {
    let note = format!(r#"{{"text":"{text}"}}"#);
    record::add(session, "note", note.as_bytes())
        .expect("a note is saved")
        .id
}

#[test]
fn an_older_copy_is_noticed_gets_back_what_it_lost_and_writes_another_log() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = |name: &str| dir.path().join(name);
    let (mut a, mut b) = (fresh(&path("a")), fresh(&path("b")));
    befriend((&mut a, "anna"), (&mut b, "minji"));
    add(&mut a, "before");
    vault::lock(a).expect("locked");
    copy(&path("a"), &path("older"));
    let mut a = unlock(&path("a"));
    let lost = add(&mut a, "after");
    send(&a, &mut b, "minji", &path("1")).expect("taken in");
    let whole = digest(&a);
    vault::lock(a).expect("locked");

    let mut older = unlock(&path("older"));
    assert_eq!(
        record::show(&older, &lost).expect_err("not yet").code,
        Code::RecordNotFound
    );
    let back = send(&b, &mut older, "anna", &path("2")).expect("taken in");
    assert!(back.was_rolled_back);
    assert_eq!(digest(&older), whole);
    let mine = record::show(&older, &lost).expect("back again").saved_by;
    assert_eq!(mine.who, Who::Own);
    let new = add(&mut older, "and on");
    let by = record::show(&older, &new).expect("shown").saved_by;
    assert_eq!(by.who, Who::Own);
    assert_ne!(by.device, mine.device, "another log");
    send(&older, &mut b, "minji", &path("3")).expect("taken in");
    assert_eq!(digest(&older), digest(&b));
    let seen = record::show(&b, &new).expect("shown").saved_by;
    assert_eq!(
        seen.name.as_deref(),
        Some("anna"),
        "the new log is known to be hers"
    );
    assert!(
        !send(&b, &mut older, "anna", &path("4"))
            .expect("taken in")
            .was_rolled_back,
        "said once"
    );
    for session in [older, b] {
        vault::lock(session).expect("locked");
    }
    assert_whole(&path("older"), "after coming back");
}

#[test]
fn an_older_copy_that_was_written_to_is_accepted_by_nobody_silently() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = |name: &str| dir.path().join(name);
    let (mut a, mut b) = (fresh(&path("a")), fresh(&path("b")));
    befriend((&mut a, "anna"), (&mut b, "minji"));
    vault::lock(a).expect("locked");
    copy(&path("a"), &path("older"));
    let mut a = unlock(&path("a"));
    add(&mut a, "one");
    send(&a, &mut b, "minji", &path("1")).expect("taken in");
    let mut older = unlock(&path("older"));
    add(&mut older, "another at the same place");
    let before = digest(&b);
    let refused = send(&older, &mut b, "minji", &path("2")).expect_err("forked");
    assert_eq!(refused.code, Code::LogForked);
    assert_eq!(
        ["whose", "name", "place"].map(|name| refused.params[name].as_str()),
        ["colleague", "anna", "1"],
        "a person can ask her"
    );
    assert_eq!(digest(&b), before);
    let before = digest(&older);
    let refused = send(&b, &mut older, "anna", &path("3")).expect_err("forked");
    assert_eq!(
        (refused.code, refused.params["whose"].as_str()),
        (Code::LogForked, "own")
    );
    assert_eq!(digest(&older), before);
    let next = add(&mut older, "from now on elsewhere");
    let device = record::show(&older, &next).expect("shown").saved_by.device;
    assert_eq!(
        send(&b, &mut older, "anna", &path("4"))
            .expect_err("still")
            .code,
        Code::LogForked
    );
    let after = add(&mut older, "and there it stays");
    assert_eq!(
        record::show(&older, &after).expect("shown").saved_by.device,
        device
    );
}
