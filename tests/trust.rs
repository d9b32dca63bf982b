//! Who is who: fingerprints, keys that change, colleagues who left.
//!
//! Guards the promises of docs/THREATS.md that another key never takes a colleague's place quietly, and that nobody
//! gets anything who was retired.

// What starts and times other programs is used by other tests.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use std::path::Path;

use fieldnotes_core::colleague::identity;
use fieldnotes_core::colleague::{self, Colleague};
use fieldnotes_core::receive::{self, Accept};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Error, Session, Watch, record, vault};
use support::vault::{assert_whole, befriend, fresh, unlock};

fn add_note(session: &mut Session, text: &str) -> String {
    let note = format!(r#"{{"text":"{text}"}}"#);
    record::add(session, "note", note.as_bytes())
        .expect("saved")
        .id
}

fn export(from: &Session, to: &str, file: &Path) -> Result<send::BundleWritten, Error> {
    let to = [to.to_owned()];
    send::export(
        from,
        file,
        &Recipients::Colleagues(&to),
        None,
        &mut Watch::silent(),
    )
}

fn import(
    to: &mut Session,
    file: &Path,
    accept: Accept,
) -> Result<receive::BundlesImported, Error> {
    receive::import(to, &[file.to_owned()], None, accept, &mut Watch::silent())
}

fn code<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Code {
    outcome.expect_err("refused").code
}

const RETIRED: Accept = Accept {
    unknown_sender: false,
    retired_sender: true,
    forked_logs: false,
};

#[test]
fn a_fingerprint_is_right_or_wrong_and_nothing_between() {
    let dir = tempfile::tempdir().expect("temp dir");
    let mut a = fresh(&dir.path().join("a"));
    let mut b = fresh(&dir.path().join("b"));
    befriend((&mut a, "anna"), (&mut b, "minji"));
    let right = identity::show(&b).fingerprint;
    let mut digits: Vec<u8> = right.replace(' ', "").into_bytes();
    digits[14] = b'0' + (digits[14] - b'0' + 1) % 10;
    let near = String::from_utf8(digits.clone()).expect("digits");
    let refused = colleague::verify(&mut a, "minji", &near).expect_err("one digit off");
    assert_eq!(refused.code, Code::FingerprintMismatch);
    assert_eq!(
        (&*refused.params["groups"], &*refused.params["count"]),
        ("3", "1")
    );
    digits[0] = b'0' + (digits[0] - b'0' + 1) % 10;
    let worse = String::from_utf8(digits).expect("digits");
    let refused = colleague::verify(&mut a, "minji", &worse).expect_err("two digits off");
    assert_eq!(refused.params["groups"], "1, 3");
    for wrong in ["", &right[..70], &format!("{right}1")] {
        assert_eq!(
            code(colleague::verify(&mut a, "minji", wrong)),
            Code::FingerprintInvalid
        );
    }
    assert!(!colleague::show(&a, "minji").expect("shown").verified);
    let spaced: String = right.chars().flat_map(|digit| [digit, ' ']).collect();
    let verified = colleague::verify(&mut a, "minji", &spaced).expect("the same");
    assert!(verified.verified && verified.verified_at.is_some());
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn another_key_takes_a_colleagues_place_only_on_the_users_word() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = |name: &str| dir.path().join(name);
    let mut a = fresh(&path("a"));
    let (mut old, mut new) = (fresh(&path("old")), fresh(&path("new")));
    befriend((&mut a, "anna"), (&mut old, "minji"));
    let (line, fingerprint) = {
        let shown = identity::show(&new);
        (shown.identity, shown.fingerprint)
    };
    let written = add_note(&mut old, "with the key from before");
    export(&old, "anna", &path("1")).expect("written");
    let taken = import(&mut a, &path("1"), Accept::default()).expect("taken in");
    assert!(!taken.bundles[0].sender.verified && taken.bundles[0].sender.key_changed_at.is_none());
    let print = identity::show(&old).fingerprint;
    colleague::verify(&mut a, "minji", &print).expect("compared");
    let before = colleague::list(&a).expect("listed");

    let refused = colleague::add(&mut a, &line, " minji ").expect_err("another key");
    assert_eq!(
        (refused.code, refused.params["name"].as_str()),
        (Code::ColleagueKeyDiffers, "minji")
    );
    assert_eq!(refused.params["fingerprint"], fingerprint);
    let refused = colleague::change_key(&mut a, "minji", &line, false);
    assert_eq!(code(refused), Code::ColleagueKeyDiffers);
    assert_eq!(
        colleague::list(&a).expect("listed"),
        before,
        "nothing changed"
    );

    let changed = colleague::change_key(&mut a, "minji", &line, true).expect("changed");
    assert!(!changed.verified, "to be compared anew");
    assert_eq!(changed.fingerprint, fingerprint);
    assert_eq!(changed.key_changes.len(), 1);
    assert!(changed.key_changes[0].was_verified);
    assert_eq!(changed.key_changes[0].former_fingerprint, print);
    let by = record::show(&a, &written).expect("shown").saved_by;
    assert_eq!(
        by.name.as_deref(),
        Some("minji"),
        "who wrote it is still reported"
    );

    // The key from before does not come back by itself, under whatever name.
    let former = identity::show(&old).identity;
    for name in ["minji", "somebody"] {
        let refused = colleague::add(&mut a, &former, name).expect_err("replaced");
        assert_eq!(refused.code, Code::ColleagueKeyReplaced);
        assert_eq!(refused.params["name"], "minji");
    }
    add_note(&mut old, "later, with the key from before");
    export(&old, "anna", &path("2")).expect("written");
    let refused = import(&mut a, &path("2"), Accept::from(true)).expect_err("replaced");
    assert_eq!(
        (refused.code, refused.params["name"].as_str()),
        (Code::SenderKeyReplaced, "minji")
    );
    let taken = import(&mut a, &path("2"), RETIRED).expect("on the user's word");
    let sender = &taken.bundles[0].sender;
    assert!(sender.is_former_key && !sender.verified);

    // The new one is taken, and the change is reported with it.
    let own = identity::show(&a).identity;
    colleague::add(&mut new, &own, "anna").expect("added");
    add_note(&mut new, "with the new key");
    export(&new, "anna", &path("3")).expect("written");
    let taken = import(&mut a, &path("3"), Accept::default()).expect("taken in");
    let sender = &taken.bundles[0].sender;
    assert!(!sender.is_former_key && !sender.verified && sender.key_changed_at.is_some());
    // What goes to them goes to the new key.
    export(&a, "minji", &path("4")).expect("written");
    assert_eq!(
        code(import(&mut old, &path("4"), Accept::default())),
        Code::NotForUs
    );
    import(&mut new, &path("4"), Accept::default()).expect("taken in");
    vault::lock(a).expect("locked");
    let a = unlock(&path("a"));
    assert_eq!(
        colleague::show(&a, "minji")
            .expect("kept")
            .key_changes
            .len(),
        1
    );
    vault::lock(a).expect("locked");
    assert_whole(&path("a"), "after a change of key");
}

#[test]
fn nobody_is_added_twice_or_in_ones_own_name() {
    let dir = tempfile::tempdir().expect("temp dir");
    let mut a = fresh(&dir.path().join("a"));
    let mut b = fresh(&dir.path().join("b"));
    befriend((&mut a, "anna"), (&mut b, "minji"));
    let (own, theirs) = (identity::show(&a).identity, identity::show(&b).identity);
    let whose = |refused: Error| (refused.code, refused.params["whose"].clone());
    let known = |whose: &str| (Code::ColleagueKnown, whose.to_owned());
    let again = colleague::add(&mut a, &theirs, "other").expect_err("known");
    assert_eq!(again.params["name"], "minji");
    assert_eq!(whose(again), known("colleague"));
    let again = colleague::add(&mut a, &theirs, "minji").expect_err("known");
    assert_eq!(whose(again), known("colleague"));
    let again = colleague::add(&mut a, &own, "me").expect_err("own");
    assert_eq!(whose(again), known("own"));
    let again = colleague::change_key(&mut a, "minji", &own, true).expect_err("own");
    assert_eq!(whose(again), known("own"));
    let again = colleague::change_key(&mut a, "minji", &theirs, true).expect_err("the same");
    assert_eq!(whose(again), known("colleague"));
    assert_eq!(
        code(colleague::add(&mut a, "x", "y")),
        Code::IdentityInvalid
    );
}

#[test]
fn a_retired_colleague_gets_nothing_and_is_received_only_on_the_users_word() {
    let dir = tempfile::tempdir().expect("temp dir");
    let path = |name: &str| dir.path().join(name);
    let (mut a, mut b) = (fresh(&path("a")), fresh(&path("b")));
    befriend((&mut a, "anna"), (&mut b, "minji"));
    let mine = add_note(&mut a, "mine");
    let theirs = add_note(&mut b, "theirs");
    export(&b, "anna", &path("1")).expect("written");
    import(&mut a, &path("1"), Accept::default()).expect("taken in");

    let first = colleague::retire(&mut a, "minji")
        .expect("retired")
        .retired_at;
    assert!(first.is_some());
    assert_eq!(
        colleague::retire(&mut a, "minji")
            .expect("again")
            .retired_at,
        first
    );
    let refused = export(&a, "minji", &path("2")).expect_err("retired");
    assert_eq!(
        (refused.code, refused.params["name"].as_str()),
        (Code::ColleagueRetired, "minji")
    );
    assert!(!path("2").exists());
    add_note(&mut b, "still writing");
    export(&b, "anna", &path("3")).expect("written");
    let refused = import(&mut a, &path("3"), Accept::from(true)).expect_err("retired");
    assert_eq!(
        (refused.code, refused.params["name"].as_str()),
        (Code::SenderRetired, "minji")
    );
    let taken = import(&mut a, &path("3"), RETIRED).expect("on the user's word");
    assert_eq!(taken.bundles[0].sender.retired_at, first);
    let by = record::show(&a, &theirs).expect("shown").saved_by;
    assert_eq!(by.name.as_deref(), Some("minji"));

    let back: Colleague = colleague::restore(&mut a, "minji").expect("back");
    assert_eq!(back.retired_at, None);
    export(&a, "minji", &path("4")).expect("written");
    import(&mut b, &path("4"), Accept::default()).expect("taken in");
    assert!(record::show(&b, &mine).is_ok());
    for unknown in [colleague::retire, colleague::restore] {
        assert_eq!(code(unknown(&mut a, "nobody")), Code::ColleagueNotFound);
    }
}

#[test]
fn a_colleague_can_be_called_otherwise() {
    let dir = tempfile::tempdir().expect("temp dir");
    let mut a = fresh(&dir.path().join("a"));
    let (mut b, mut c) = (fresh(&dir.path().join("b")), fresh(&dir.path().join("c")));
    befriend((&mut a, "anna"), (&mut b, "minji"));
    befriend((&mut a, "anna"), (&mut c, "dohyun"));
    for taken in ["dohyun", " ", ""] {
        assert_eq!(
            code(colleague::rename(&mut a, "minji", taken)),
            Code::NameInvalid
        );
    }
    let renamed = colleague::rename(&mut a, "minji", " 민지 ").expect("renamed");
    assert_eq!(renamed.name, "민지");
    assert_eq!(code(colleague::show(&a, "minji")), Code::ColleagueNotFound);
    assert_eq!(
        colleague::rename(&mut a, "민지", "민지")
            .expect("the same")
            .name,
        "민지"
    );
    let names = colleague::list(&a).expect("listed").colleagues;
    let names: Vec<&str> = names.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["dohyun", "민지"]);
}

/// The QR code of an identity, through a picture, becomes a colleague with the same fingerprint.
#[test]
fn a_colleague_is_added_by_a_picture() {
    let dir = tempfile::tempdir().expect("temp dir");
    let mut a = fresh(&dir.path().join("a"));
    let b = fresh(&dir.path().join("b"));
    let file = dir.path().join("qr.png");
    identity::export_qr(&b, &file).expect("written");
    let line = colleague::read_qr(&file).expect("read");
    assert_eq!(line, identity::show(&b).identity);
    assert_eq!(
        colleague::read_file(&file).expect("seen to be a picture"),
        line
    );
    let text = dir.path().join("b.identity");
    identity::export(&b, &text).expect("written");
    assert_eq!(colleague::read_file(&text).expect("a line"), line);
    let added = colleague::add(&mut a, &line, "minji").expect("added");
    assert_eq!(added.fingerprint, identity::show(&b).fingerprint);
    let svg = dir.path().join("QR.SVG");
    identity::export_qr(&b, &svg).expect("written");
    let (code_of, text) = (
        identity::qr(&b),
        std::fs::read_to_string(&svg).expect("there"),
    );
    assert!(text.contains(&code_of.path) && code_of.side == 149);
    assert_eq!(code(identity::export_qr(&b, &svg)), Code::FileExists);
    assert_eq!(code(colleague::read_qr(&svg)), Code::PictureInvalid);
    assert_eq!(code(colleague::read_qr(dir.path())), Code::IsAFolder);
    let other = dir.path().join("qr.gif");
    assert_eq!(code(colleague::read_qr(&other)), Code::FileNotFound);
    assert_eq!(code(identity::export_qr(&b, &other)), Code::PictureInvalid);
    assert!(!other.exists());
}
