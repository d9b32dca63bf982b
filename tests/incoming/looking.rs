//! Looking at bundles before they are taken in.

use std::collections::BTreeMap;

use fieldnotes_core::colleague::Who;
use fieldnotes_core::receive::{self, BundlesPreview, FileStanding, MeantFor, PreviewState};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Watch, attachment, record, vault as api_vault};
use serde_json::json;

use crate::pair::{Pair, edit, note, preview, take, take_all};
use crate::support::{folder, vault};

fn state(seen: &BundlesPreview, id: &str) -> PreviewState {
    let record = seen.records.iter().find(|one| one.id == id);
    record.expect("it is in the preview").state
}

#[test]
fn each_record_is_reported_by_what_would_become_of_it() {
    let mut pair = Pair::new();
    let known = note(&mut pair.theirs, "known");
    let changed = note(&mut pair.theirs, "before");
    let disputed = note(&mut pair.theirs, "both write");
    let picture = {
        let file = pair.dir.path().join("picture.png");
        std::fs::write(&file, vec![7; 5_000]).expect("written");
        attachment::add(&mut pair.theirs, &known, &file, &mut Watch::silent()).expect("attached")
    };
    let first = pair.they_send(None);
    let seen = pair.preview(std::slice::from_ref(&first));
    assert_eq!(seen.states, BTreeMap::from([(PreviewState::New, 4)]));
    let file = &seen.files[0];
    assert_eq!(
        (file.meant_for, file.standing),
        (MeantFor::Us, FileStanding::New)
    );
    assert_eq!(
        (file.sender.who, file.sender.verified),
        (Who::Colleague, false)
    );
    assert_eq!(
        (file.records, file.revisions, file.new_revisions),
        (4, 4, 4)
    );
    assert_eq!((file.files, file.new_files, file.file_bytes), (1, 1, 5_000));
    let shown = seen
        .records
        .iter()
        .find(|one| one.id == known)
        .expect("listed");
    assert_eq!(
        (shown.kind.as_str(), shown.title.as_str()),
        ("note", "known")
    );
    assert_eq!((shown.files, shown.file_bytes), (1, 5_000));
    assert!(shown.bytes > 50 && shown.bytes < 1_000, "{}", shown.bytes);
    let shown = seen
        .records
        .iter()
        .find(|one| one.id == picture.id)
        .expect("listed");
    assert_eq!(shown.attached_to.as_ref(), Some(&known));

    take(&mut pair.mine, &first);
    edit(&mut pair.theirs, &changed, "text", json!("after"));
    edit(&mut pair.theirs, &disputed, "text", json!("they write"));
    edit(&mut pair.mine, &disputed, "text", json!("I write"));
    let fresh = note(&mut pair.theirs, "fresh");
    let gone = note(&mut pair.theirs, "thrown away");
    record::trash(&mut pair.theirs, &gone).expect("trashed");
    let second = pair.they_send(None);
    let seen = pair.preview(std::slice::from_ref(&second));
    assert_eq!(state(&seen, &known), PreviewState::Known);
    assert_eq!(state(&seen, &changed), PreviewState::Changed);
    assert_eq!(state(&seen, &disputed), PreviewState::Conflict);
    assert_eq!(state(&seen, &fresh), PreviewState::New);
    let trashed = seen
        .records
        .iter()
        .find(|one| one.id == gone)
        .expect("listed");
    assert!(trashed.trashed && trashed.new_revisions == 2);
    assert_eq!(
        seen.records[0].id, disputed,
        "what asks for attention comes first"
    );
    take(&mut pair.mine, &second);
    let seen = pair.preview(&[second, first]);
    assert!(
        seen.files
            .iter()
            .all(|file| file.was_seen && file.standing == FileStanding::Known)
    );
    assert!(
        seen.records
            .iter()
            .all(|one| one.state == PreviewState::Known)
    );
}

#[test]
fn what_is_behind_what_is_held_is_older_and_what_lacks_parents_waits() {
    let mut pair = Pair::new();
    let id = note(&mut pair.theirs, "one");
    let old = pair.they_send(None);
    edit(&mut pair.theirs, &id, "text", json!("two"));
    let new = pair.they_send(None);
    take(&mut pair.mine, &new);
    let seen = pair.preview(std::slice::from_ref(&old));
    assert_eq!(seen.files[0].standing, FileStanding::Known);
    assert!(!seen.files[0].was_seen);
    let both = pair.preview(&[old, new]);
    assert_eq!(both.files[1].standing, FileStanding::Known);
    assert!(both.files[1].was_seen);
}

#[test]
fn several_files_are_checked_together() {
    let mut pair = Pair::new();
    let id = note(&mut pair.theirs, "one");
    let first = pair.they_send(None);
    edit(&mut pair.theirs, &id, "text", json!("two"));
    let second = pair.they_send(None);
    let seen = pair.preview(&[second.clone(), first.clone(), first.clone()]);
    let new: Vec<u64> = seen.files.iter().map(|file| file.new_revisions).collect();
    assert_eq!(new, [2, 0, 0]);
    assert!(seen.files[2].was_seen, "the same file twice");
    assert_eq!(seen.records.len(), 1);
    assert_eq!(seen.records[0].title, "two");
    assert_eq!(seen.records[0].from, [0, 1, 2]);
    let done = take_all(&mut pair.mine, &[second, first]);
    let new: Vec<u64> = done.bundles.iter().map(|one| one.new_revisions).collect();
    assert_eq!(new, [2, 0], "what was shown is what happens");
}

#[test]
fn one_that_was_passed_on_is_shown_and_not_read_further() {
    let mut pair = Pair::new();
    note(&mut pair.theirs, "for others");
    let passphrase = vault::secret("묶음의 암호문");
    let out = pair.dir.path().join("p.fnb");
    let to = Recipients::Passphrase(&passphrase);
    send::export(&pair.theirs, &out, &to, None, &mut Watch::silent()).expect("sent");
    let asked = preview(&pair.mine, std::slice::from_ref(&out)).expect_err("no passphrase");
    assert_eq!(asked.code, Code::PassphraseNeeded);
    let seen = receive::preview(
        &pair.mine,
        std::slice::from_ref(&out),
        Some(&passphrase),
        usize::MAX,
        &mut Watch::silent(),
    )
    .expect("it opens");
    assert_eq!(seen.files[0].meant_for, MeantFor::Passphrase);
    assert_eq!(seen.records.len(), 1);
}

#[test]
fn looking_changes_no_byte() {
    let mut pair = Pair::new();
    let shared = note(&mut pair.theirs, "shared");
    pair.meet();
    edit(&mut pair.mine, &shared, "text", json!("mine"));
    edit(&mut pair.theirs, &shared, "text", json!("theirs"));
    note(&mut pair.theirs, "more");
    let file = pair.they_send(None);
    let (path, digest) = (pair.path(), vault::digest(&pair.mine));
    let Pair { dir, mine, .. } = pair;
    api_vault::lock(mine).expect("locked");
    let before = folder::snapshot(&path);
    let session = vault::unlock(&path);
    let seen = preview(&session, std::slice::from_ref(&file)).expect("looked at");
    assert_eq!(
        seen.states,
        BTreeMap::from([(PreviewState::Conflict, 1), (PreviewState::New, 1)])
    );
    assert_eq!(vault::digest(&session), digest);
    api_vault::lock(session).expect("locked");
    let changed = folder::difference(&before, &folder::snapshot(&path));
    assert!(changed.is_empty(), "{changed:?}");
    drop(dir);
}

#[test]
fn looking_can_be_stopped() {
    let mut pair = Pair::new();
    (0..50).for_each(|number| drop(note(&mut pair.theirs, &number.to_string())));
    let file = pair.they_send(None);
    let mut stop = |_| Err(fieldnotes_core::Cancelled);
    let mut watch = Watch::new(&mut stop);
    let stopped = receive::preview(&pair.mine, &[file], None, 10, &mut watch);
    assert_eq!(stopped.expect_err("stopped").code, Code::Cancelled);
}
