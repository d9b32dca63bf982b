//! What goes to colleagues: what they lack, once, and whatever is lost again.

// What starts and times other programs is used by other tests.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use std::path::{Path, PathBuf};

use fieldnotes_core::receive;
use fieldnotes_core::send::{self, BundleWritten, Reach, Recipients, Sending};
use fieldnotes_core::{Code, Outcome, Session, Watch, attachment, colleague, record};
use support::vault::{assert_whole, befriend, digest, fresh, unlock};

/// Two vaults that know each other, and a folder for what goes between them.
struct Pair {
    dir: tempfile::TempDir,
    anna: Session,
    minji: Session,
    count: usize,
}

impl Pair {
    fn meet() -> Self {
        let dir = tempfile::tempdir().expect("a temp folder");
        let mut anna = fresh(&dir.path().join("anna"));
        let mut minji = fresh(&dir.path().join("minji"));
        befriend((&mut anna, "anna"), (&mut minji, "minji"));
        Self {
            dir,
            anna,
            minji,
            count: 0,
        }
    }

    fn file(&mut self) -> PathBuf {
        self.count += 1;
        self.dir.path().join(format!("{}.fnb", self.count))
    }

    /// From Anna to Minji.
    fn there(&mut self) -> (BundleWritten, PathBuf) {
        let file = self.file();
        let written = send(&mut self.anna, &file, &["minji"], Reach::New).expect("sent");
        (written, file)
    }

    /// From Anna to Minji, taken in.
    fn deliver(&mut self) {
        let (_, file) = self.there();
        take(&mut self.minji, &[&file]);
    }

    /// From Minji to Anna, taken in, if only to say what came.
    fn back(&mut self) -> BundleWritten {
        let file = self.file();
        let names = ["anna".to_owned()];
        let sending = Sending {
            acknowledge: true,
            ..Sending::new(Recipients::Colleagues(&names))
        };
        let written = send::send(&mut self.minji, &file, &sending, &mut Watch::silent());
        take(&mut self.anna, &[&file]);
        written.expect("sent")
    }
}

fn send(from: &mut Session, out: &Path, to: &[&str], reach: Reach) -> Outcome<BundleWritten> {
    let names: Vec<String> = to.iter().map(|name| (*name).to_owned()).collect();
    let sending = Sending {
        reach,
        ..Sending::new(Recipients::Colleagues(&names))
    };
    send::send(from, out, &sending, &mut Watch::silent())
}

#[track_caller]
fn take(into: &mut Session, files: &[&PathBuf]) -> receive::BundlesImported {
    let paths: Vec<PathBuf> = files.iter().map(|file| (*file).clone()).collect();
    receive::import(into, &paths, None, false, &mut Watch::silent()).expect("taken in")
}

fn note(session: &mut Session, text: &str) -> String {
    let json = serde_json::json!({ "text": text }).to_string();
    record::add(session, "note", json.as_bytes())
        .expect("saved")
        .id
}

fn edit(session: &mut Session, id: &str, text: &str) {
    let json = serde_json::json!({ "text": text }).to_string();
    record::edit(session, id, json.as_bytes(), None).expect("saved");
}

#[track_caller]
fn nothing_new(outcome: Outcome<BundleWritten>) {
    assert_eq!(outcome.expect_err("nothing to send").code, Code::NothingNew);
}

#[test]
fn what_goes_goes_once_and_both_ways() {
    let mut pair = Pair::meet();
    let id = note(&mut pair.anna, "하나");
    note(&mut pair.anna, "둘");
    let (first, file) = pair.there();
    assert_eq!((first.records, first.revisions, first.noted), (2, 2, true));
    let next = pair.file();
    nothing_new(send(&mut pair.anna, &next, &["minji"], Reach::New));
    assert!(!next.exists());
    take(&mut pair.minji, &[&file]);

    // What she got from Anna does not go back.
    note(&mut pair.minji, "셋");
    assert_eq!(pair.back().revisions, 1);
    assert_eq!(digest(&pair.anna), digest(&pair.minji));
    let known = &colleague::list(&pair.anna).expect("listed").colleagues[0];
    assert_eq!((known.holds, known.waiting.is_none()), (3, true));

    edit(&mut pair.anna, &id, "하나 반");
    let (second, file) = pair.there();
    assert_eq!((second.records, second.revisions), (1, 1));
    assert!(second.waiting.is_empty());
    take(&mut pair.minji, &[&file]);
    assert_eq!(digest(&pair.anna), digest(&pair.minji));
}

#[test]
fn what_was_lost_goes_again_when_a_later_one_arrived_or_on_request() {
    let mut pair = Pair::meet();
    note(&mut pair.anna, "잃은 것");
    let (_, lost) = pair.there();
    std::fs::remove_file(lost).expect("lost");
    let again = pair.file();
    send(&mut pair.anna, &again, &["minji"], Reach::Again).expect("written");
    std::fs::remove_file(again).expect("lost too");
    let known = &colleague::list(&pair.anna).expect("listed").colleagues[0];
    let waiting = known.waiting.as_ref().expect("nothing came back");
    assert_eq!(
        (waiting.bundles, waiting.revisions),
        (2, 1),
        "one, sent twice"
    );
    note(&mut pair.anna, "다음 것");
    let (second, file) = pair.there();
    assert_eq!(
        (second.revisions, second.waiting[0].revisions),
        (1, 1),
        "the first was on its way"
    );
    take(&mut pair.minji, &[&file]);
    pair.back();
    let (third, file) = pair.there();
    assert_eq!(third.revisions, 1, "the first was lost");
    take(&mut pair.minji, &[&file]);
    assert_eq!(digest(&pair.anna), digest(&pair.minji));

    note(&mut pair.anna, "또 잃은 것");
    pair.there();
    let file = pair.file();
    nothing_new(send(&mut pair.anna, &file, &["minji"], Reach::New));
    let again = send(&mut pair.anna, &file, &["minji"], Reach::Again).expect("sent");
    // Of what arrived the third was not acknowledged yet.
    assert_eq!(again.revisions, 2);
    let file = pair.file();
    let all = send(&mut pair.anna, &file, &["minji"], Reach::All).expect("sent");
    assert_eq!((all.records, all.revisions), (3, 3));
}

#[test]
fn late_twice_and_out_of_order_is_the_same() {
    let mut pair = Pair::meet();
    let id = note(&mut pair.anna, "1");
    let mut files = vec![pair.there().1];
    for text in ["2", "3", "4"] {
        edit(&mut pair.anna, &id, text);
        files.push(pair.there().1);
    }
    take(&mut pair.minji, &[&files[3]]);
    take(&mut pair.minji, &[&files[1], &files[3]]);
    pair.back();
    // The first and the third are behind a later one that arrived.
    let (again, file) = pair.there();
    assert_eq!(again.revisions, 2);
    take(&mut pair.minji, &[&files[2], &files[0]]);
    take(&mut pair.minji, &[&file, &files[0]]);
    assert_eq!(digest(&pair.anna), digest(&pair.minji));
    pair.back();
    let file = pair.file();
    nothing_new(send(&mut pair.anna, &file, &["minji"], Reach::New));

    // An acknowledgement that was overtaken says nothing any more.
    edit(&mut pair.anna, &id, "5");
    pair.deliver();
    let early = pair.file();
    note(&mut pair.minji, "이른 답");
    send(&mut pair.minji, &early, &["anna"], Reach::New).expect("sent");
    edit(&mut pair.anna, &id, "6");
    pair.deliver();
    pair.back();
    take(&mut pair.anna, &[&early]);
    let file = pair.file();
    nothing_new(send(&mut pair.anna, &file, &["minji"], Reach::New));
    let known = &colleague::list(&pair.anna).expect("listed").colleagues[0];
    assert!(known.waiting.is_none(), "{:?}", known.waiting);
}

#[test]
fn several_recipients_get_what_any_of_them_lacks() {
    let mut pair = Pair::meet();
    let mut third = fresh(&pair.dir.path().join("third"));
    befriend((&mut pair.anna, "anna"), (&mut third, "third"));
    note(&mut pair.anna, "둘이서");
    let (_, file) = pair.there();
    take(&mut pair.minji, &[&file]);
    note(&mut pair.anna, "모두");
    let file = pair.file();
    let both = send(&mut pair.anna, &file, &["minji", "third"], Reach::New).expect("sent");
    assert_eq!(both.revisions, 2);
    take(&mut pair.minji, &[&file]);
    take(&mut third, &[&file]);
    assert_eq!(digest(&pair.anna), digest(&third));
    let file = pair.file();
    nothing_new(send(&mut pair.anna, &file, &["minji", "third"], Reach::New));
}

#[test]
fn an_attachment_goes_with_the_revision_that_names_it() {
    let mut pair = Pair::meet();
    let id = note(&mut pair.anna, "사진과 함께");
    pair.deliver();
    let picture = pair.dir.path().join("picture.jpg");
    std::fs::write(&picture, vec![7; 50_000]).expect("written");
    let attached = attachment::add(&mut pair.anna, &id, &picture, &mut Watch::silent());
    let attached = attached.expect("attached").id;
    let names = ["minji".to_owned()];
    let chosen = [id];
    let sending = Sending {
        records: Some(&chosen),
        ..Sending::new(Recipients::Colleagues(&names))
    };
    let plan = send::plan(&pair.anna, &sending).expect("planned");
    assert_eq!((plan.records, plan.revisions, plan.files), (1, 1, 1));
    let file = pair.file();
    let written = send::send(&mut pair.anna, &file, &sending, &mut Watch::silent());
    let written = written.expect("sent");
    assert_eq!((written.records, written.files), (1, 1));
    let off = written.bytes.abs_diff(plan.bytes);
    assert!(off < 2_000, "{} bytes, not {}", written.bytes, plan.bytes);
    take(&mut pair.minji, &[&file]);
    let out = pair.dir.path().join("out.jpg");
    attachment::save(&pair.minji, &attached, &out, &mut Watch::silent()).expect("saved");
    assert_eq!(std::fs::read(out).expect("there"), vec![7; 50_000]);
}

/// A vault that was put back from a backup gets what it lost, as soon as it said once what it has.
#[test]
fn a_colleague_who_was_put_back_gets_what_they_lost() {
    let mut pair = Pair::meet();
    note(&mut pair.anna, "전");
    pair.deliver();
    pair.back();
    let folder = pair.dir.path().join("minji");
    let backup = pair.dir.path().join("backup");
    let minji = std::mem::replace(&mut pair.minji, fresh(&pair.dir.path().join("other")));
    fieldnotes_core::vault::lock(minji).expect("locked");
    for (path, bytes) in support::folder::snapshot(&folder) {
        let copy = backup.join(path);
        std::fs::create_dir_all(copy.parent().expect("in the backup")).expect("made");
        std::fs::write(copy, bytes).expect("written");
    }
    pair.minji = unlock(&folder);
    note(&mut pair.anna, "후");
    pair.deliver();
    pair.back();
    note(&mut pair.minji, "잃을 답");
    pair.back();

    let minji = std::mem::replace(&mut pair.minji, unlock(&backup));
    fieldnotes_core::vault::lock(minji).expect("locked");
    // The number of this one was used before: what it says counts, and nothing more.
    pair.back();
    let (again, file) = pair.there();
    assert!(again.revisions >= 1, "what was lost goes again");
    take(&mut pair.minji, &[&file]);
    pair.back();
    let file = pair.file();
    let all = send(&mut pair.anna, &file, &["minji"], Reach::New);
    if all.is_ok() {
        take(&mut pair.minji, &[&file]);
    }
    assert_eq!(digest(&pair.anna), digest(&pair.minji));
    // From now on their bundles count again.
    note(&mut pair.anna, "그 뒤");
    pair.deliver();
    pair.back();
    let known = &colleague::list(&pair.anna).expect("listed").colleagues[0];
    assert!(known.waiting.is_none(), "{:?}", known.waiting);
    let Pair { dir, anna, .. } = pair;
    fieldnotes_core::vault::lock(anna).expect("locked");
    assert_whole(&dir.path().join("anna"), "after all of it");
}

#[test]
fn what_is_known_survives_a_lock() {
    let mut pair = Pair::meet();
    note(&mut pair.anna, "하나");
    pair.deliver();
    pair.back();
    note(&mut pair.anna, "둘");
    pair.there();
    let Pair { dir, anna, .. } = pair;
    fieldnotes_core::vault::lock(anna).expect("locked");
    let mut anna = unlock(&dir.path().join("anna"));
    let known = colleague::list(&anna).expect("listed").colleagues.remove(0);
    assert_eq!(
        (known.holds, known.waiting.map(|one| one.revisions)),
        (1, Some(1))
    );
    let file = dir.path().join("after.fnb");
    nothing_new(send(&mut anna, &file, &["minji"], Reach::New));
    note(&mut anna, "셋");
    let written = send(&mut anna, &file, &["minji"], Reach::New).expect("sent");
    assert_eq!(written.revisions, 1);
}

/// ≤ payload × 1.2 + 16 KB.
#[test]
fn ten_of_many_are_as_small_as_ten() {
    let mut pair = Pair::meet();
    let lines: String = (0..3_000)
        .map(|n| format!("{{\"kind\":\"note\",\"text\":\"메모 {n}\"}}\n"))
        .collect();
    let watch = &mut Watch::silent();
    fieldnotes_core::record::import::lines(&mut pair.anna, &mut lines.as_bytes(), 0, watch)
        .expect("taken in");
    pair.deliver();
    pair.back();
    let text = "가나다라마바사 ".repeat(300);
    let ids = support::vault::record_ids(&pair.anna);
    for id in &ids[..10] {
        edit(&mut pair.anna, id, &text);
    }
    let payload = 10 * text.len() as u64;
    let (written, file) = pair.there();
    assert_eq!((written.records, written.revisions), (10, 10));
    assert!(
        written.bytes <= payload * 12 / 10 + 16_384,
        "{} bytes for {payload}",
        written.bytes
    );
    take(&mut pair.minji, &[&file]);
    assert_eq!(digest(&pair.anna), digest(&pair.minji));
}

#[test]
fn a_damaged_vault_gives_what_is_left_and_notes_nothing() {
    let mut pair = Pair::meet();
    note(&mut pair.anna, "남은 것");
    let Pair { dir, anna, .. } = pair;
    fieldnotes_core::vault::lock(anna).expect("locked");
    let mut anna = support::vault::unlock_damaged(&dir.path().join("anna")).expect("opens");
    for name in ["1.fnb", "2.fnb"] {
        let out = dir.path().join(name);
        let written = send(&mut anna, &out, &["minji"], Reach::New).expect("sent");
        assert_eq!((written.revisions, written.noted), (1, false), "{name}");
    }
}
