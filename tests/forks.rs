//! A vault that was copied, or put back from a backup, and written to in both copies.
//!
//! Guards the promises of docs/THREATS.md that two copies of one vault are accepted by nobody silently, that a person
//! learns whose vault it is and since when, and that nothing is lost where both are taken in.

// What starts and times other programs is used by other tests.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::{self, Who, identity};
use fieldnotes_core::receive::{self, Accept, PreviewState};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Error, Session, Watch, record, vault};
use support::folder::copy;
use support::vault::{befriend, bodies, digest, fresh, secret, unlock, verify};

const PLAINLY: Accept = Accept {
    unknown_sender: false,
    retired_sender: false,
    forked_logs: false,
};
const BOTH: Accept = Accept {
    forked_logs: true,
    ..PLAINLY
};

struct WorkDir {
    folder: tempfile::TempDir,
    bundles: std::cell::Cell<u32>,
}

impl WorkDir {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("temp dir"),
            bundles: std::cell::Cell::new(0),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn export(&self, from: &Session, to: &Recipients<'_>, chosen: Option<&[String]>) -> PathBuf {
        self.bundles.set(self.bundles.get() + 1);
        let file = self.path(&format!("bundle {}", self.bundles.get()));
        send::export(from, &file, to, chosen, &mut Watch::silent()).expect("exported");
        file
    }

    /// From `from` to the colleague `name`, whose vault is `to`.
    fn send(
        &self,
        from: &Session,
        to: &mut Session,
        name: &str,
        accept: Accept,
    ) -> Result<receive::BundlesImported, Error> {
        let file = self.export(from, &Recipients::Colleagues(&[name.to_owned()]), None);
        take(to, &file, accept)
    }

    /// To whoever knows the words: a copy of a vault is no colleague of it.
    fn hand(
        &self,
        from: &Session,
        to: &mut Session,
        accept: Accept,
    ) -> Result<receive::BundlesImported, Error> {
        let file = self.export(from, &Recipients::Passphrase(&secret("넷 다섯")), None);
        take(to, &file, accept)
    }
}

fn take(to: &mut Session, file: &Path, accept: Accept) -> Result<receive::BundlesImported, Error> {
    let words = secret("넷 다섯");
    receive::import(
        to,
        &[file.to_owned()],
        Some(&words),
        accept,
        &mut Watch::silent(),
    )
}

fn note(text: &str) -> String {
    format!(r#"{{"text":"{text}"}}"#)
}

fn add(session: &mut Session, text: &str) -> String {
    let saved = record::add(session, "note", note(text).as_bytes());
    saved.expect("a note is saved").id
}

fn edit(session: &mut Session, id: &str, text: &str) {
    record::edit(session, id, note(text).as_bytes(), None).expect("saved");
}

fn texts(session: &Session) -> Vec<String> {
    let all = bodies(session).into_values();
    let mut all: Vec<String> = all
        .map(|body| body["text"].as_str().unwrap_or_default().to_owned())
        .collect();
    all.sort();
    all
}

fn param<'a>(error: &'a Error, name: &str) -> &'a str {
    error.params.get(name).map_or("", String::as_str)
}

/// `a` and its copy `c`, and their colleague `b`, who holds what was written before the copy was made.
fn scene(workdir: &WorkDir) -> ([Session; 3], String) {
    let (mut a, mut b) = (fresh(&workdir.path("a")), fresh(&workdir.path("b")));
    befriend((&mut a, "anna"), (&mut b, "minji"));
    let shared = add(&mut a, "before");
    workdir
        .send(&a, &mut b, "minji", PLAINLY)
        .expect("taken in");
    vault::lock(a).expect("locked");
    copy(&workdir.path("a"), &workdir.path("c"));
    let (a, c) = (unlock(&workdir.path("a")), unlock(&workdir.path("c")));
    ([a, b, c], shared)
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn both_copies_of_a_vault_come_together_on_a_persons_word_and_nothing_is_lost() {
    let workdir = WorkDir::new();
    let ([mut a, mut b, mut c], shared) = scene(&workdir);
    edit(&mut a, &shared, "as the one copy has it");
    add(&mut a, "one");
    edit(&mut c, &shared, "as the other copy has it");
    add(&mut c, "other");
    let log = identity::show(&a).device;

    workdir
        .send(&a, &mut b, "minji", PLAINLY)
        .expect("taken in");
    let before = digest(&b);
    let refused = workdir
        .send(&c, &mut b, "minji", PLAINLY)
        .expect_err("forked");
    assert_eq!(refused.code, Code::LogForked);
    assert_eq!(
        ["whose", "name", "place", "device"].map(|name| param(&refused, name)),
        ["colleague", "anna", "2", &log]
    );
    assert_eq!(digest(&b), before, "nothing is changed");
    assert!(
        colleague::list(&b).expect("listed").colleagues[0]
            .forked
            .is_empty()
    );

    // Whoever looks sees it, and what would come of it.
    let file = workdir.export(&c, &Recipients::Colleagues(&["minji".to_owned()]), None);
    let silent = &mut Watch::silent();
    let seen = receive::preview(&b, &[file], None, 10, silent).expect("it can be looked at");
    assert_eq!(
        (
            seen.states[&PreviewState::Conflict],
            seen.states[&PreviewState::New]
        ),
        (1, 1)
    );
    assert_eq!(digest(&b), before, "looking changes nothing");

    let done = workdir.send(&c, &mut b, "minji", BOTH).expect("taken in");
    assert_eq!(seen.forked, done.forked);
    assert_eq!(done.forked.len(), 1);
    assert_eq!(
        (done.forked[0].from, done.forked[0].name.as_deref()),
        (2, Some("anna"))
    );
    assert_eq!(done.conflicts, [shared.as_str()]);
    assert!(!done.was_rolled_back);
    let again = workdir.export(&c, &Recipients::Colleagues(&["minji".to_owned()]), None);
    let seen = receive::preview(&b, &[again], None, 10, silent).expect("it can be looked at");
    assert!(seen.forked.is_empty(), "that is known now");
    let shown = colleague::show(&b, "anna").expect("shown");
    assert_eq!(shown.forked, done.forked);

    // Each copy finds it in itself, and writes elsewhere from then on, whatever the person says.
    for copy in [&mut a, &mut c] {
        let before = digest(copy);
        let refused = workdir.send(&b, copy, "anna", PLAINLY).expect_err("forked");
        assert_eq!(
            (param(&refused, "whose"), param(&refused, "place")),
            ("own", "2")
        );
        assert_eq!(digest(copy), before);
        let own = identity::show(copy);
        assert_ne!(own.device, log);
        assert_eq!(own.earlier_devices, 1);
        workdir.send(&b, copy, "anna", BOTH).expect("taken in");
        assert_eq!(digest(copy), digest(&b));
        assert_eq!(identity::show(copy).device, own.device, "left once");
        assert_eq!(identity::show(copy).forked[0].who, Who::Own);
    }

    // From here on nobody has to be asked any more.
    add(&mut a, "one, later");
    let by_copy = add(&mut c, "other, later");
    workdir.hand(&a, &mut c, PLAINLY).expect("taken in");
    let done = workdir.hand(&c, &mut a, PLAINLY).expect("taken in");
    assert!(done.forked.is_empty() && !done.was_rolled_back);
    assert_eq!(digest(&a), digest(&c));
    workdir
        .send(&c, &mut b, "minji", PLAINLY)
        .expect("taken in");
    assert_eq!(digest(&a), digest(&b));
    assert_eq!(
        record::show(&a, &by_copy).expect("shown").saved_by.who,
        Who::Own
    );
    let by = record::show(&b, &by_copy).expect("shown").saved_by;
    assert_eq!(by.name.as_deref(), Some("anna"));
    assert_eq!(record::show(&b, &shared).expect("shown").heads.len(), 2);
    let all = [
        "as the one copy has it",
        "as the other copy has it",
        "before",
        "one",
        "one, later",
        "other",
        "other, later",
    ];
    // A fourth, who receives it late and all at once.
    let mut d = fresh(&workdir.path("d"));
    befriend((&mut d, "dohyun"), (&mut b, "minji"));
    let refused = workdir
        .send(&b, &mut d, "dohyun", PLAINLY)
        .expect_err("forked");
    assert_eq!(
        (refused.code, param(&refused, "whose")),
        (Code::LogForked, "unknown")
    );
    workdir.send(&b, &mut d, "dohyun", BOTH).expect("taken in");
    let whole = digest(&b);
    for (session, name) in [(a, "a"), (b, "b"), (c, "c"), (d, "d")] {
        assert_eq!(texts(&session), all, "{name}");
        vault::lock(session).expect("locked");
        let found = verify(&workdir.path(name)).expect("verified");
        assert!(found.ok, "a fork is no damage: {:?}", found.damage);
        assert_eq!((found.forked.len(), found.forked[0].from), (1, 2));
        let mut again = unlock(&workdir.path(name));
        assert_eq!(digest(&again), whole);
        add(&mut again, "and on");
        vault::lock(again).expect("locked");
        assert!(verify(&workdir.path(name)).expect("verified").ok);
    }
}

#[test]
fn two_copies_can_be_joined_directly() {
    let workdir = WorkDir::new();
    let ([mut a, _, mut c], _) = scene(&workdir);
    let log = identity::show(&a).device;
    add(&mut a, "one");
    add(&mut c, "other");
    // Taken at once: the log is left in the same breath.
    let done = workdir.hand(&a, &mut c, BOTH).expect("taken in");
    assert_eq!((done.forked[0].who, done.forked[0].from), (Who::Own, 2));
    assert_ne!(identity::show(&c).device, log);
    add(&mut c, "on its new log");
    workdir.hand(&c, &mut a, BOTH).expect("taken in");
    assert_ne!(identity::show(&a).device, log);
    assert_eq!(digest(&a), digest(&c));
    assert_eq!(texts(&a), ["before", "on its new log", "one", "other"]);
}

/// What the copy wrote at the same place may stay at home. What comes after names it.
#[test]
fn a_copy_that_shares_only_what_comes_later_is_seen_too() {
    for accept in [PLAINLY, BOTH] {
        let workdir = WorkDir::new();
        let ([mut a, mut b, mut c], _) = scene(&workdir);
        add(&mut a, "one");
        add(&mut c, "stays at home");
        let later = add(&mut c, "is shared");
        workdir
            .send(&a, &mut b, "minji", PLAINLY)
            .expect("taken in");
        let to = ["minji".to_owned()];
        let file = workdir.export(&c, &Recipients::Colleagues(&to), Some(&[later]));
        match take(&mut b, &file, accept) {
            Err(refused) => {
                assert_eq!((refused.code, accept), (Code::LogForked, PLAINLY));
                assert_eq!(
                    (param(&refused, "name"), param(&refused, "place")),
                    ("anna", "2")
                );
            }
            Ok(done) => {
                assert_eq!((done.forked[0].from, accept), (2, BOTH));
                // And on to the next, in one bundle.
                let mut d = fresh(&workdir.path("d"));
                befriend((&mut d, "dohyun"), (&mut b, "minji"));
                workdir.send(&b, &mut d, "dohyun", BOTH).expect("taken in");
                assert_eq!(digest(&d), digest(&b));
            }
        }
    }
}

#[test]
fn a_device_that_was_renewed_after_a_restore_is_in_nobodys_way() {
    let workdir = WorkDir::new();
    let ([mut a, mut b, mut restored], _) = scene(&workdir);
    add(&mut a, "lost with the laptop");
    workdir
        .send(&a, &mut b, "minji", PLAINLY)
        .expect("taken in");
    let before = identity::show(&restored);
    let renewed = identity::renew_device(&mut restored).expect("renewed");
    assert_ne!(renewed.device, before.device);
    assert_eq!(renewed.fingerprint, before.fingerprint);
    assert_eq!((before.earlier_devices, renewed.earlier_devices), (0, 1));
    add(&mut restored, "written after the restore");
    workdir
        .send(&restored, &mut b, "minji", PLAINLY)
        .expect("taken in");
    let back = workdir
        .send(&b, &mut restored, "anna", PLAINLY)
        .expect("taken in");
    assert!(back.forked.is_empty() && !back.was_rolled_back);
    assert_eq!(digest(&b), digest(&restored));
    assert_eq!(identity::show(&restored).device, renewed.device);
}
