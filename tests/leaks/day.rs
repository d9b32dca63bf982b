//! A day's work, with a text of its own in everything that is written.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::identity;
use fieldnotes_core::record::{self, draft, import};
use fieldnotes_core::{
    Environment, ExposeSecret, Session, Watch, attachment, receive, review, search, send,
    vault as api_vault,
};
use serde_json::{Value, json};

use crate::support::{child, vault};

/// Texts that stand nowhere but in what the day's work writes.
pub const CANARIES: [&str; 18] = [
    "김카나리아영희",
    "양강도 혜산시 강구동 사십이반",
    "Canary Halmoni Yeong",
    "압록강을 한밤중에 건넜습니다",
    "crossed the Yalu at canary hour",
    "투먼수용소카나리아",
    "canary-of-a-note-about-the-guard",
    "초안에만 적은 카나리아 문장",
    "a draft canary that was thrown away",
    "찾기에만 쓴 카나리아",
    "카나리아 사진 속의 얼굴",
    "canary-portrait-하나원.jpg",
    "동료 카나리아",
    "묶음 비밀번호 카나리아",
    "검토 비밀번호 카나리아",
    "tag-canary-열쇠",
    "한꺼번에 들어온 카나리아",
    "새로운 비밀번호 카나리아",
];

struct Places {
    dir: PathBuf,
}

impl Places {
    fn work(&self, name: &str) -> PathBuf {
        self.dir.join("work").join(name)
    }
}

/// Works a day and goes on saving until it is killed.
#[test]
#[ignore = "started by the tests of this program, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let places = Places { dir };
    for folder in ["work/out", "inputs", "exported"] {
        fs::DirBuilder::new()
            .mode(0o700)
            .create(places.dir.join(folder))
            .expect("a folder can be made");
    }
    let mut mine = begin(&places, "mine");
    let mut colleague = begin(&places, "colleague");
    vault::befriend((&mut mine, CANARIES[12]), (&mut colleague, CANARIES[12]));
    let testimony = write(&mut mine, &places);
    exchange(&mut mine, &mut colleague, &testimony, &places);
    package(&mut mine, &testimony, &places);
    api_vault::lock(colleague).expect("it can be locked");
    let new = vault::secret(CANARIES[17]);
    let old = vault::secret(vault::PASSPHRASE);
    api_vault::change_passphrase(&mut mine, &old, &new).expect("changed");
    api_vault::lock(mine).expect("it can be locked");
    let path = places.work("mine");
    let mut mine = api_vault::unlock(&path, &new, &Environment::system()).expect("open");
    for number in 0.. {
        let text = format!("{} {number}", CANARIES[3]);
        let json = json!({"title": text, "narrative": [{"original": CANARIES[3]}]});
        let saved = add(&mut mine, "testimony", &json);
        attach(&mut mine, &saved, &places);
        child::say("saved");
    }
}

/// Makes a vault, and leaves its recovery words and its passphrase for the scanner, outside of what is scanned.
fn begin(places: &Places, name: &str) -> Session {
    let new = api_vault::NewVault {
        passphrase: vault::secret(vault::PASSPHRASE),
        recovery_words: api_vault::WordList::Korean,
        is_test: true,
    };
    let made = api_vault::create(&places.work(name), &new, &Environment::system()).expect("made");
    let secrets = places.dir.join("secrets");
    let mut known = fs::read_to_string(&secrets).unwrap_or_default();
    let words: Vec<&str> = made
        .recovery_words
        .expose_secret()
        .split_whitespace()
        .collect();
    for some in words.chunks(3) {
        known.push_str(&some.join(" "));
        known.push('\n');
    }
    known.push_str(vault::PASSPHRASE);
    known.push('\n');
    fs::write(&secrets, known).expect("written");
    vault::unlock(&places.work(name))
}

fn add(session: &mut Session, kind: &str, json: &Value) -> String {
    let json = json.to_string().into_bytes();
    record::add(session, kind, &json).expect("saved").id
}

fn attach(session: &mut Session, owner: &str, places: &Places) -> String {
    let file = places.dir.join("inputs").join(CANARIES[11]);
    fs::write(&file, CANARIES[10].repeat(2_000)).expect("written");
    let silent = &mut Watch::silent();
    attachment::add(session, owner, &file, silent)
        .expect("saved")
        .id
}

/// Records of all kinds, edits, the trash, drafts, searching, an attachment in and out. Returns the testimony.
fn write(session: &mut Session, places: &Places) -> String {
    let person = json!({
        "names": [{"text": CANARIES[0]}, {"text": CANARIES[2]}],
        "notes": CANARIES[1],
        "tags": [CANARIES[15]],
        "confidentiality": "normal",
    });
    let person = add(session, "person", &person);
    add(
        session,
        "place",
        &json!({"names": [{"text": CANARIES[5]}], "description": CANARIES[1]}),
    );
    let note = add(
        session,
        "note",
        &json!({"date": "2026-11-22", "text": CANARIES[6], "about": [person]}),
    );
    let testimony = json!({
        "title": CANARIES[3],
        "narrator": {"person": person},
        "narrative": [{"original": CANARIES[3], "translation": CANARIES[4]}],
        "consent": [{"decision": "granted", "use": "share_inside"}, {"decision": "granted", "use": "research", "voice": true, "image": true}],
    });
    let testimony = add(session, "testimony", &testimony);
    let mut shown = record::show(session, &testimony).expect("saved").record;
    shown["notes"] = json!(CANARIES[5]);
    let edited = shown.to_string().into_bytes();
    record::edit(session, &testimony, &edited, None).expect("saved");
    record::trash(session, &note).expect("saved");
    record::restore(session, &note).expect("saved");

    let typing = |draft, text: &str| draft::PutDraft {
        draft,
        record: None,
        kind: "note".to_owned(),
        base: None,
        content: json!({"text": text}),
    };
    let kept = draft::put(session, typing(None, CANARIES[8])).expect("kept");
    draft::discard(session, &kept.draft).expect("there");
    let kept = draft::put(session, typing(None, CANARIES[8])).expect("kept");
    draft::put(session, typing(Some(kept.draft.clone()), CANARIES[7])).expect("kept");
    draft::save(session, &kept.draft, false).expect("saved");
    draft::put(session, typing(None, CANARIES[7])).expect("kept");

    let silent = &mut Watch::silent();
    for query in [CANARIES[9], CANARIES[0], CANARIES[4]] {
        let wanted = search::Find {
            query,
            ..search::Find::default()
        };
        search::find(session, &wanted).expect("searched");
    }
    search::catch_up(session, silent).expect("indexed");
    let attached = attach(session, &testimony, places);
    let out = places.dir.join("exported/copy.jpg");
    attachment::save(session, &attached, &out, silent).expect("written");
    let line = json!({"kind": "note", "text": CANARIES[16]}).to_string() + "\n";
    let lines = line.repeat(50);
    import::lines(session, &mut lines.as_bytes(), lines.len() as u64, silent).expect("saved");
    identity::export(session, &places.dir.join("exported/identity")).expect("written");
    testimony
}

fn send(session: &Session, to: &send::Recipients<'_>, out: &Path) {
    send::export(session, out, to, None, &mut Watch::silent()).expect("sent");
}

/// To the colleague and back, a conflict and its end, and a bundle to a passphrase.
fn exchange(mine: &mut Session, colleague: &mut Session, testimony: &str, places: &Places) {
    let silent = &mut Watch::silent();
    let names = [CANARIES[12].to_owned()];
    let to_colleague = send::Recipients::Colleagues(&names);
    let (there, back) = (
        places.work("out/to colleague.fnb"),
        places.work("out/back.fnb"),
    );
    send(mine, &to_colleague, &there);
    receive::import(colleague, &[there], None, false, silent).expect("taken in");
    let mut theirs = record::show(colleague, testimony).expect("held").record;
    theirs["notes"] = json!(CANARIES[4]);
    let json = theirs.to_string().into_bytes();
    record::edit(colleague, testimony, &json, None).expect("saved");
    theirs["notes"] = json!(CANARIES[0]);
    let json = theirs.to_string().into_bytes();
    record::edit(mine, testimony, &json, None).expect("saved");
    send(colleague, &to_colleague, &back);
    let seen = receive::preview(mine, std::slice::from_ref(&back), None, 10, silent);
    assert_eq!(
        seen.expect("it is for us").states[&receive::PreviewState::Conflict],
        1
    );
    receive::import(mine, &[back], None, false, silent).expect("taken in");
    vault::resolve(mine, testimony, &json).expect("saved");

    let passphrase = vault::secret(CANARIES[13]);
    let out = places.work("out/to passphrase.fnb");
    send(mine, &send::Recipients::Passphrase(&passphrase), &out);
    receive::import(colleague, &[out], Some(&passphrase), false, silent).expect("taken in");
}

fn package(session: &mut Session, testimony: &str, places: &Places) {
    let passphrase = vault::secret(CANARIES[14]);
    let out = places.work("out/for review.fnreview");
    let attached = attachment::list(session, testimony)
        .expect("listed")
        .attachments;
    let chosen = [testimony.to_owned(), attached[0].id.clone()];
    let silent = &mut Watch::silent();
    let order = review::ReviewOrder::new(&chosen, "research", CANARIES[14]);
    review::export(session, &out, &passphrase, &order, silent).expect("written");
    review::open(&out, &passphrase, silent).expect("it opens");
}
