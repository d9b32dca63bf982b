//! The whole job once: an advocate records, a colleague takes it in, a reviewer reads it.

use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::{self, Who, identity};
use fieldnotes_core::record::conflict::Settle;
use fieldnotes_core::record::draft::PutDraft;
use fieldnotes_core::record::{self, conflict, draft};
use fieldnotes_core::search::list::ListRecords;
use fieldnotes_core::search::{self, list};
use fieldnotes_core::send::{LeftOutReason, Recipients};
use fieldnotes_core::vault::verify::VaultPart;
use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{
    Code, Environment, ExposeSecret, SecretString, Session, Watch, attachment, receive, review,
    send, vault,
};
use serde_json::json;

struct Bench {
    dir: tempfile::TempDir,
    environment: Environment,
}

impl Bench {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().expect("temp dir"),
            environment: Environment::system(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn vault(&self, name: &str) -> Session {
        let new = NewVault {
            passphrase: SecretString::from("긴 암호문"),
            recovery_words: WordList::Korean,
            is_test: true,
        };
        vault::create(&self.path(name), &new, &self.environment).expect("created");
        self.unlock(name)
    }

    fn unlock(&self, name: &str) -> Session {
        vault::unlock(
            &self.path(name),
            &SecretString::from("긴 암호문"),
            &self.environment,
        )
        .expect("unlocked")
    }

    fn verify(&self, name: &str) {
        let verified = fieldnotes_core::vault::verify::vault(
            &self.path(name),
            &SecretString::from("긴 암호문"),
            &self.environment,
            &mut Watch::silent(),
        )
        .expect("verified");
        assert!(verified.ok, "{verified:?}");
        assert!(!verified.was_not_locked);
    }
}

/// Adds each of the two as a colleague of the other.
fn introduce(a: &mut Session, b: &mut Session) {
    let (of_a, of_b) = (identity::show(a), identity::show(b));
    colleague::add(a, &of_b.identity, "서울").expect("added");
    colleague::add(b, &of_a.identity, "옌지").expect("added");
    assert!(
        colleague::verify(b, "옌지", &of_a.fingerprint)
            .expect("verified")
            .verified
    );
    assert_eq!(
        colleague::verify(b, "옌지", &of_b.fingerprint)
            .expect_err("another's")
            .code,
        Code::FingerprintMismatch
    );
}

fn send(from: &Session, to: &mut Session, name: &str, file: &Path) -> receive::BundlesImported {
    send::export(
        from,
        file,
        &Recipients::Colleagues(&[name.to_owned()]),
        None,
        &mut Watch::silent(),
    )
    .expect("exported");
    receive::import(to, &[file.to_owned()], None, false, &mut Watch::silent()).expect("imported")
}

fn order(records: &[String], purpose: &str) -> review::ReviewOrder {
    review::ReviewOrder::new(records, purpose, "검토자")
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn from_the_first_sentence_to_the_reviewer() {
    let bench = Bench::new();
    let mut a = bench.vault("a");
    let testimony = json!({"title": "강을 건넌 밤", "narrative": [{"original": "얼음이 얇아서 기어갔습니다.", "translation": "The ice was thin, so we crawled."}], "later": {"kept": true}, "consent": [{"decision": "granted", "use": "share_inside"}, {"decision": "granted", "use": "research", "voice": true, "image": true}]});
    let saved = record::add(&mut a, "testimony", testimony.to_string().as_bytes()).expect("added");
    record::add(
        &mut a,
        "person",
        r#"{"names":[{"text":"김영희"}]}"#.as_bytes(),
    )
    .expect("added");

    let shown = record::show(&a, &saved.id).expect("shown");
    assert_eq!(
        (shown.kind.as_str(), shown.record["later"]["kept"].as_bool()),
        ("testimony", Some(true))
    );
    assert_eq!(shown.heads, vec![saved.revision.clone()]);
    assert_eq!(shown.saved_by.who, Who::Own);

    let put = PutDraft {
        draft: None,
        record: Some(saved.id.clone()),
        kind: "testimony".into(),
        base: Some(shown.base.clone()),
        content: json!({
            "title": "강을 건넌 밤",
            "narrative": [{"original": "사흘 뒤에"}],
            "consent": [{"decision": "granted", "use": "share_inside"}, {"decision": "granted", "use": "research", "voice": true, "image": true}],
        }),
    };
    let kept = draft::put(&mut a, put).expect("kept");
    vault::lock(a).expect("locked");

    let mut a = bench.unlock("a");
    let there = draft::list(&a);
    assert_eq!(there.len(), 1);
    assert_eq!(
        (&there[0].draft, &there[0].updated_at),
        (&kept.draft, &kept.updated_at)
    );
    let sentence = &there[0].content["narrative"][0]["original"];
    assert_eq!(sentence, "사흘 뒤에", "the sentence is there");
    let second = draft::save(&mut a, &kept.draft, false).expect("saved");
    assert_eq!(draft::list(&a), []);
    assert_eq!(
        record::history(&a, &saved.id).expect("history").revisions[1].parents,
        vec![saved.revision.clone()]
    );

    let wanted = search::Find {
        query: "\"사흘 뒤\"",
        ..search::Find::default()
    };
    let found = search::find(&a, &wanted).expect("searched");
    assert_eq!(
        (found.total, found.hits[0].id.as_str()),
        (1, saved.id.as_str())
    );

    let picture = bench.path("사진.jpg");
    std::fs::write(&picture, vec![7; 200_000]).expect("written");
    let attached =
        attachment::add(&mut a, &saved.id, &picture, &mut Watch::silent()).expect("attached");

    let mut b = bench.vault("b");
    introduce(&mut a, &mut b);
    let imported = send(&a, &mut b, "서울", &bench.path("1.bundle"));
    assert_eq!(
        (
            imported.bundles[0].new_revisions,
            imported.bundles[0].new_files
        ),
        (4, 1)
    );
    assert_eq!(vault::digest(&a), vault::digest(&b));
    assert_eq!(
        record::show(&b, &saved.id)
            .expect("shown")
            .saved_by
            .name
            .as_deref(),
        Some("옌지")
    );
    attachment::save(
        &b,
        &attached.id,
        &bench.path("out.jpg"),
        &mut Watch::silent(),
    )
    .expect("saved");
    assert!(std::fs::read(bench.path("out.jpg")).expect("there") == vec![7; 200_000]);
    let again = receive::import(
        &mut b,
        &[bench.path("1.bundle")],
        None,
        false,
        &mut Watch::silent(),
    )
    .expect("imported");
    assert!(again.bundles[0].was_seen && again.bundles[0].new_revisions == 0);

    // Both write on; neither is lost, and a person settles it.
    record::edit(
        &mut a,
        &saved.id,
        r#"{"title":"왼쪽"}"#.as_bytes(),
        Some(&second.revision),
    )
    .expect("edited");
    record::edit(&mut b, &saved.id, r#"{"title":"오른쪽"}"#.as_bytes(), None).expect("edited");
    assert_eq!(
        send(&b, &mut a, "옌지", &bench.path("wrong")).conflicts,
        vec![saved.id.clone()]
    );
    assert_eq!(
        record::edit(&mut a, &saved.id, b"{}", None)
            .expect_err("in conflict")
            .code,
        Code::RecordInConflict
    );
    let sides = conflict::show(&a, &saved.id).expect("shown").sides;
    assert_eq!(sides.len(), 2);
    let both = json!({
        "title": "둘 다",
        "consent": [{"decision": "granted", "use": "share_inside"}, {"decision": "granted", "use": "research", "voice": true, "image": true}],
    });
    let both = both.to_string().into_bytes();
    let unseen = conflict::resolve(&mut a, &saved.id, &both, &Settle::default());
    assert_eq!(unseen.expect_err("nobody looked").code, Code::HeadsMissing);
    let seen = Settle::seen(record::show(&a, &saved.id).expect("shown").heads);
    conflict::resolve(&mut a, &saved.id, &both, &seen).expect("resolved");
    assert!(conflict::list(&a).expect("listed").conflicts.is_empty());
    send(&a, &mut b, "서울", &bench.path("3.bundle"));
    assert_eq!(vault::digest(&a), vault::digest(&b));
    assert_eq!(
        record::show(&b, &saved.id).expect("shown").record["title"],
        "둘 다"
    );

    let key = SecretString::from("검토자에게");
    let package = bench.path("review.fnreview");
    review::export(
        &mut a,
        &package,
        &key,
        &order(&[saved.id.clone(), attached.id.clone()], "research"),
        &mut Watch::silent(),
    )
    .expect("exported");
    let read = review::open(&package, &key, &mut Watch::silent()).expect("opened");
    assert_eq!(read.records.len(), 2);
    assert_eq!(read.exporter, identity::show(&a).fingerprint);
    review::save(
        &package,
        &key,
        &attached.id,
        &bench.path("reviewed.jpg"),
        &mut Watch::silent(),
    )
    .expect("saved");

    record::trash(&mut a, &saved.id).expect("trashed");
    assert_eq!(
        list::page(
            &a,
            &ListRecords {
                kind: Some("testimony"),
                ..ListRecords::default()
            }
        )
        .expect("listed")
        .records,
        []
    );
    record::restore(&mut a, &saved.id).expect("restored");
    vault::lock(a).expect("locked");
    vault::lock(b).expect("locked");
    bench.verify("a");
    bench.verify("b");
}

#[test]
fn a_new_passphrase_ends_the_old_one_and_recovery_words_work_without_any() {
    let bench = Bench::new();
    let (old, new, newest) = (
        SecretString::from("old"),
        SecretString::from("new"),
        SecretString::from("newest"),
    );
    let made = NewVault {
        passphrase: old.clone(),
        recovery_words: WordList::English,
        is_test: true,
    };
    let words = vault::create(&bench.path("v"), &made, &bench.environment)
        .expect("created")
        .recovery_words;
    let open = |passphrase| vault::unlock(&bench.path("v"), passphrase, &bench.environment);
    let mut session = open(&old).expect("unlocked");
    assert_eq!(
        vault::change_passphrase(&mut session, &new, &newest)
            .expect_err("not the current one")
            .code,
        Code::WrongPassphrase
    );
    vault::change_passphrase(&mut session, &old, &new).expect("changed");
    assert_eq!(open(&old).expect_err("in use").code, Code::VaultInUse);
    vault::lock(session).expect("locked");
    assert_eq!(open(&old).expect_err("ended").code, Code::WrongPassphrase);
    vault::lock(open(&new).expect("unlocked")).expect("locked");
    assert_eq!(words.expose_secret().split(' ').count(), 24);
    let session =
        vault::recover(&bench.path("v"), &words, &newest, &bench.environment).expect("recovered");
    vault::lock(session).expect("locked");
    assert_eq!(open(&new).expect_err("ended").code, Code::WrongPassphrase);
    vault::lock(open(&newest).expect("unlocked")).expect("locked");
}

/// Guards the promise that consent and confidentiality decide what leaves a vault.
#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn what_a_narrator_refused_does_not_leave() {
    let bench = Bench::new();
    let mut a = bench.vault("a");
    let mut add = |json: serde_json::Value| {
        record::add(&mut a, "testimony", json.to_string().as_bytes())
            .expect("added")
            .id
    };
    let refused =
        add(json!({"title": "t", "consent": [{"decision": "refused", "use": "share_inside"}]}));
    let granted =
        add(json!({"title": "t", "consent": [{"decision": "granted", "use": "share_inside"}]}));
    let silent = add(json!({"title": "t"}));
    let kept = add(json!({"title": "t", "confidentiality": "vault"}));
    let key = SecretString::from("key");
    let export = |a: &Session, name: &str, chosen: Option<&[String]>| {
        send::export(
            a,
            &bench.path(name),
            &Recipients::Passphrase(&key),
            chosen,
            &mut Watch::silent(),
        )
    };
    let all = export(&a, "all", None).expect("exported");
    assert_eq!(all.records, 2);
    let mut reasons: Vec<_> = all
        .left_out
        .iter()
        .map(|left| (left.id.clone(), left.reason.as_str()))
        .collect();
    let mut expected = vec![(refused.clone(), "refused"), (kept.clone(), "vault")];
    reasons.sort();
    expected.sort();
    assert_eq!(reasons, expected);
    assert_eq!(all.without_consent, [silent]);
    assert_eq!(
        export(&a, "one", Some(std::slice::from_ref(&refused)))
            .expect_err("refused")
            .code,
        Code::ConsentRefused
    );
    assert_eq!(
        export(&a, "two", Some(&[kept])).expect_err("refused").code,
        Code::Confidential
    );
    assert!(!bench.path("one").exists() && !bench.path("one.new").exists());
    // The picture of a narrator is no freer than what the narrator said.
    let picture = bench.path("picture.jpg");
    std::fs::write(&picture, [1; 900]).expect("written");
    let picture = attachment::add(&mut a, &refused, &picture, &mut Watch::silent())
        .expect("attached")
        .id;
    let export = |a: &Session, name: &str, chosen: Option<&[String]>| {
        send::export(
            a,
            &bench.path(name),
            &Recipients::Passphrase(&key),
            chosen,
            &mut Watch::silent(),
        )
    };
    for chosen in [&refused, &picture] {
        let outcome = export(&a, "three", Some(std::slice::from_ref(chosen)));
        assert_eq!(outcome.expect_err("refused").code, Code::ConsentRefused);
        let outcome = review::export(
            &mut a,
            &bench.path("r"),
            &key,
            &order(std::slice::from_ref(chosen), "research"),
            &mut Watch::silent(),
        );
        assert_eq!(outcome.expect_err("refused").code, Code::ConsentRefused);
    }
    assert_eq!(
        export(&a, "again", None).expect("exported").left_out.len(),
        3
    );
    let purpose = review::export(
        &mut a,
        &bench.path("r"),
        &key,
        &order(&[granted], "publication"),
        &mut Watch::silent(),
    );
    assert_eq!(
        purpose.expect_err("granted for another use").code,
        Code::ConsentRefused
    );
}

#[test]
fn what_is_kept_twice_is_mended_and_what_is_left_goes_to_a_new_vault() {
    let bench = Bench::new();
    let passphrase = SecretString::from("긴 암호문");
    let mut session = bench.vault("v");
    let lost = record::add(&mut session, "note", r#"{"text":"lost"}"#.as_bytes()).expect("added");
    let kept = record::add(&mut session, "note", r#"{"text":"kept"}"#.as_bytes()).expect("added");
    vault::lock(session).expect("locked");
    let flip = |name: &str, at: usize| {
        let path = bench.path("v").join(name);
        let mut bytes = std::fs::read(&path).expect("there");
        bytes[at] ^= 1;
        std::fs::write(&path, bytes).expect("written");
    };
    let repair = || {
        fieldnotes_core::vault::verify::repair(
            &bench.path("v"),
            &passphrase,
            false,
            &bench.environment,
            &mut Watch::silent(),
        )
    };
    // The first page of the database has space between its header and its cells.
    for (name, at, part) in [
        ("header", 40, VaultPart::Header),
        ("header.copy", 99, VaultPart::HeaderCopy),
        ("pages", 30, VaultPart::PageSeal),
        ("vault.db", 2_000, VaultPart::DatabaseBytes),
    ] {
        flip(name, at);
        assert_eq!(repair().expect("mended").mended[0].part, part);
        bench.verify("v");
    }
    // A body is another matter: it is there once.
    let connection = rusqlite::Connection::open(bench.path("v").join("vault.db")).expect("opens");
    connection
        .execute(
            "UPDATE body SET box = zeroblob(length(box)) WHERE id = (SELECT min(id) FROM body)",
            [],
        )
        .expect("done");
    drop(connection);
    assert_eq!(repair().expect_err("not mendable").code, Code::VaultDamaged);
    let left =
        vault::unlock_damaged(&bench.path("v"), &passphrase, &bench.environment).expect("opens");
    let readable: Vec<_> = [&lost, &kept]
        .into_iter()
        .filter(|saved| record::show(&left, &saved.id).is_ok())
        .collect();
    assert_eq!(readable.len(), 1);
    let key = SecretString::from("key");
    let rescued = send::export(
        &left,
        &bench.path("rescue"),
        &Recipients::Passphrase(&key),
        None,
        &mut Watch::silent(),
    )
    .expect("exported");
    assert_eq!(
        (rescued.records, rescued.left_out[0].reason),
        (1, LeftOutReason::Damaged)
    );
    let mut fresh = bench.vault("fresh");
    receive::import(
        &mut fresh,
        &[bench.path("rescue")],
        Some(&key),
        true,
        &mut Watch::silent(),
    )
    .expect("imported");
    assert!(record::show(&fresh, &readable[0].id).is_ok());
}

#[test]
fn what_was_shown_can_be_edited_and_saved_back() {
    let bench = Bench::new();
    let mut a = bench.vault("a");
    let note =
        record::add(&mut a, "note", r#"{"text":"하나","titel":"x"}"#.as_bytes()).expect("added");
    assert_eq!(note.unknown, ["titel"], "a slip is kept and reported");
    let other = record::add(&mut a, "note", r#"{"text":"둘"}"#.as_bytes()).expect("added");
    let shown = serde_json::to_vec(&record::show(&a, &note.id).expect("shown")).expect("JSON");
    record::edit(&mut a, &note.id, &shown, None).expect("edited");
    let again = record::show(&a, &note.id).expect("shown");
    assert_eq!(
        again.record["text"], "하나",
        "not moved into a member that nobody knows"
    );
    let over = record::edit(&mut a, &other.id, &shown, None).expect_err("another record's");
    assert_eq!(
        (over.code, over.params["field"].as_str()),
        (Code::RecordInvalid, "id")
    );
}

/// docs/FORMAT.md section 6.2: 8 MiB and 262,144 members and elements, of which 69 bytes and 3 members are around the record.
#[test]
fn a_record_as_large_as_a_body_holds_can_be_edited() {
    let bench = Bench::new();
    let mut a = bench.vault("a");
    let long = |bytes: usize| format!(r#"{{"text":"{}"}}"#, "a".repeat(bytes - 11));
    let many = |parts: usize| format!(r#"{{"x":[{}0]}}"#, "0,".repeat(parts - 2));
    let over = |session: &mut Session, json: String| {
        let refused = record::add(session, "note", json.as_bytes());
        assert_eq!(refused.expect_err("too large").code, Code::RecordTooLarge);
    };
    for most in [long((8 << 20) - 69), many((1 << 18) - 3)] {
        let note = record::add(&mut a, "note", most.as_bytes()).expect("added");
        let shown = serde_json::to_vec(&record::show(&a, &note.id).expect("shown")).expect("JSON");
        record::edit(&mut a, &note.id, &shown, None).expect("edited");
    }
    over(&mut a, long((8 << 20) - 68));
    over(&mut a, many((1 << 18) - 2));
}

#[test]
fn a_bundle_mends_an_attachment_that_a_bad_disk_spoilt() {
    let bench = Bench::new();
    let (mut a, mut b) = (bench.vault("a"), bench.vault("b"));
    introduce(&mut a, &mut b);
    let note = record::add(&mut a, "note", r#"{"text":"t"}"#.as_bytes()).expect("added");
    let original = bench.path("recording.wav");
    std::fs::write(&original, vec![3; 70_000]).expect("written");
    let attached =
        attachment::add(&mut a, &note.id, &original, &mut Watch::silent()).expect("attached");
    send(&a, &mut b, "서울", &bench.path("1"));
    let shelf = std::fs::read_dir(bench.path("b/files"))
        .expect("folder")
        .flatten()
        .next()
        .expect("one");
    let sealed = std::fs::read_dir(shelf.path())
        .expect("folder")
        .flatten()
        .next()
        .expect("one")
        .path();
    let mut bytes = std::fs::read(&sealed).expect("there");
    bytes[9_000] ^= 1;
    std::fs::write(&sealed, bytes).expect("written");
    let save = |b: &Session, name| {
        attachment::save(b, &attached.id, &bench.path(name), &mut Watch::silent())
    };
    assert_eq!(
        save(&b, "x").expect_err("damaged").code,
        Code::ContentDamaged
    );
    let key = SecretString::from("key");
    let export = send::export(
        &b,
        &bench.path("y"),
        &Recipients::Passphrase(&key),
        None,
        &mut Watch::silent(),
    );
    assert_eq!(export.expect_err("damaged").code, Code::ContentDamaged);
    assert!(!bench.path("y").exists());
    assert_eq!(
        send(&a, &mut b, "서울", &bench.path("2")).bundles[0].new_files,
        1
    );
    save(&b, "z").expect("whole again");
    vault::lock(b).expect("locked");
    vault::lock(bench.unlock("b")).expect("locked");
    assert!(!sealed.exists(), "what was replaced is swept");
    bench.verify("b");
}
