//! Taking a whole import back.

use fieldnotes_core::receive::{ImportLine, ImportUndone};
use fieldnotes_core::record::{self, conflict, draft};
use fieldnotes_core::{
    Cancelled, Code, Error, Session, Watch, attachment, receive, search, vault as api_vault,
};
use serde_json::json;

use crate::pair::{Pair, edit, note, take, take_all};
use crate::support::vault;

fn undo(session: &mut Session, import: &str) -> Result<ImportUndone, Error> {
    receive::undo(session, import, &mut Watch::silent())
}

fn last(session: &Session) -> ImportLine {
    let found = receive::imports(session, 1).imports;
    found.into_iter().next().expect("there is one")
}

fn reason(session: &Session, at: usize) -> &'static str {
    receive::imports(session, 10).imports[at].hindrances[0]
        .reason
        .as_str()
}

fn finds(session: &Session, query: &str) -> usize {
    let wanted = search::Find {
        query,
        limit: Some(100),
        ..search::Find::default()
    };
    search::find(session, &wanted).expect("a search").hits.len()
}

#[test]
fn an_import_goes_back_to_the_last_byte_that_counts() {
    let mut pair = Pair::new();
    let shared = note(&mut pair.theirs, "shared words");
    pair.meet();
    edit(&mut pair.mine, &shared, "text", json!("mine words"));
    edit(&mut pair.theirs, &shared, "text", json!("theirs words"));
    let fresh = note(&mut pair.theirs, "fresh words");
    let picture = pair.dir.path().join("picture.png");
    std::fs::write(&picture, vec![9; 100_000]).expect("written");
    attachment::add(&mut pair.theirs, &fresh, &picture, &mut Watch::silent()).expect("attached");
    let file = pair.they_send(None);
    let before = vault::digest(&pair.mine);
    search::catch_up(&pair.mine, &mut Watch::silent()).expect("indexed");
    assert_eq!(
        (finds(&pair.mine, "fresh"), finds(&pair.mine, "theirs")),
        (0, 0)
    );

    for is_indexed in [false, true, false] {
        let done = take(&mut pair.mine, &file);
        assert!(
            !done.bundles[0].was_seen,
            "an undone bundle is as one never seen"
        );
        if is_indexed {
            search::catch_up(&pair.mine, &mut Watch::silent()).expect("indexed");
        }
        assert_eq!(
            (finds(&pair.mine, "fresh"), finds(&pair.mine, "theirs")),
            (1, 1)
        );
        assert_eq!(
            conflict::list(&pair.mine).expect("a list").conflicts.len(),
            1
        );
        assert_eq!(vault::content_files(&pair.path()).len(), 1);
        let line = last(&pair.mine);
        assert_eq!(line.id, done.import);
        assert!(line.can_undo && line.files == 1 && line.revisions == 3);
        assert_eq!(line.bundles[0].sender.name.as_deref(), Some("they"));
        let gone = undo(&mut pair.mine, line.id.as_deref().expect("named")).expect("undone");
        assert_eq!((gone.revisions, gone.files), (3, 1));
        assert_eq!((gone.records_gone, gone.records_back), (2, 1));
        assert_eq!(vault::digest(&pair.mine), before);
        assert_eq!(
            conflict::list(&pair.mine).expect("a list").conflicts.len(),
            0
        );
        assert_eq!(
            (finds(&pair.mine, "fresh"), finds(&pair.mine, "theirs")),
            (0, 0)
        );
        assert_eq!(finds(&pair.mine, "mine"), 1);
        assert!(vault::content_files(&pair.path()).is_empty());
        let again = undo(&mut pair.mine, line.id.as_deref().expect("named"));
        assert_eq!(again.expect_err("it is gone").code, Code::ImportNotFound);
        // What was worked out step by step is what is read from the disk.
        let path = pair.path();
        api_vault::lock(pair.mine).expect("locked");
        vault::assert_whole(&path, "after undoing");
        pair.mine = vault::unlock(&path);
        assert_eq!(vault::digest(&pair.mine), before);
        assert_eq!(
            (finds(&pair.mine, "fresh"), finds(&pair.mine, "mine")),
            (0, 1)
        );
    }
    let done = take(&mut pair.mine, &file);
    assert_eq!(done.bundles[0].new_revisions, 3);
}

#[test]
fn what_was_built_on_stays() {
    let mut pair = Pair::new();
    let id = note(&mut pair.theirs, "one");
    let file = pair.they_send(None);
    let import = take(&mut pair.mine, &file).import.expect("named");
    let put = draft::PutDraft {
        draft: None,
        record: Some(id.clone()),
        kind: "note".to_owned(),
        base: Some(record::show(&pair.mine, &id).expect("there").revision),
        content: json!({ "text": "begun" }),
    };
    let kept = draft::put(&mut pair.mine, put).expect("kept");
    assert_eq!(reason(&pair.mine, 0), "draft");
    assert_eq!(
        undo(&mut pair.mine, &import).expect_err("a draft").code,
        Code::ImportBuiltOn
    );
    draft::discard(&mut pair.mine, &kept.draft).expect("thrown away");
    assert!(last(&pair.mine).can_undo);
    edit(&mut pair.mine, &id, "text", json!("two"));
    let digest = vault::digest(&pair.mine);
    let line = last(&pair.mine);
    assert_eq!(
        (line.can_undo, line.hindrances[0].ids.as_slice()),
        (false, &[id.clone()][..])
    );
    let refused = undo(&mut pair.mine, &import).expect_err("built on");
    assert_eq!(refused.code, Code::ImportBuiltOn);
    assert_eq!(refused.params["ids"], id);
    assert_eq!(vault::digest(&pair.mine), digest);
}

#[test]
fn a_draft_begun_on_several_heads_stays_on_each_of_them() {
    let mut pair = Pair::new();
    let id = note(&mut pair.theirs, "one");
    let file = pair.they_send(None);
    take(&mut pair.mine, &file);
    edit(&mut pair.mine, &id, "text", json!("ours"));
    edit(&mut pair.theirs, &id, "text", json!("theirs"));
    let file = pair.they_send(None);
    let import = take(&mut pair.mine, &file).import.expect("named");
    let heads = record::show(&pair.mine, &id).expect("there").heads;
    assert_eq!(heads.len(), 2);
    // Whichever of them stands first.
    for base in [heads.join("+"), format!("{}+{}", heads[1], heads[0])] {
        let put = draft::PutDraft {
            draft: None,
            record: Some(id.clone()),
            kind: "note".to_owned(),
            base: Some(base),
            content: json!({ "text": "of both" }),
        };
        let kept = draft::put(&mut pair.mine, put).expect("kept");
        assert_eq!(reason(&pair.mine, 0), "draft");
        let refused = undo(&mut pair.mine, &import).expect_err("a draft");
        assert_eq!(refused.code, Code::ImportBuiltOn);
        draft::discard(&mut pair.mine, &kept.draft).expect("thrown away");
    }
    undo(&mut pair.mine, &import).expect("nothing is in the way");
}

#[test]
fn what_a_later_bundle_brought_as_well_is_not_taken_from_it() {
    let mut pair = Pair::new();
    note(&mut pair.theirs, "one");
    let first = pair.they_send(None);
    note(&mut pair.theirs, "two");
    let second = pair.they_send(None);
    let empty = vault::digest(&pair.mine);
    let one = take(&mut pair.mine, &first).import.expect("named");
    let between = vault::digest(&pair.mine);
    // The same file again is no import of its own.
    assert!(take(&mut pair.mine, &first).import.is_none());
    let two = take(&mut pair.mine, &second).import.expect("named");
    assert_eq!(reason(&pair.mine, 1), "later_import");
    let refused = undo(&mut pair.mine, &one).expect_err("the second brought it as well");
    assert_eq!(
        (refused.code, &refused.params["ids"]),
        (Code::ImportBuiltOn, &two)
    );
    undo(&mut pair.mine, &two).expect("undone");
    assert_eq!(vault::digest(&pair.mine), between);
    undo(&mut pair.mine, &one).expect("undone");
    assert_eq!(vault::digest(&pair.mine), empty);
    // Several files at once are one import.
    let both = take_all(&mut pair.mine, &[first, second])
        .import
        .expect("named");
    assert_eq!(last(&pair.mine).bundles.len(), 2);
    undo(&mut pair.mine, &both).expect("undone");
    assert_eq!(vault::digest(&pair.mine), empty);
}

#[test]
fn a_content_that_a_record_of_ours_names_stays() {
    let mut pair = Pair::new();
    let theirs = note(&mut pair.theirs, "theirs");
    let mine = note(&mut pair.mine, "mine");
    let picture = pair.dir.path().join("picture.png");
    std::fs::write(&picture, vec![9; 10_000]).expect("written");
    let silent = &mut Watch::silent();
    attachment::add(&mut pair.theirs, &theirs, &picture, silent).expect("attached");
    let file = pair.they_send(None);
    let import = take(&mut pair.mine, &file).import.expect("named");
    let silent = &mut Watch::silent();
    let kept = attachment::add(&mut pair.mine, &mine, &picture, silent).expect("attached");
    let gone = undo(&mut pair.mine, &import).expect("undone");
    assert_eq!(gone.files, 0);
    assert_eq!(vault::content_files(&pair.path()).len(), 1);
    let out = pair.dir.path().join("out.png");
    attachment::save(&pair.mine, &kept.id, &out, &mut Watch::silent()).expect("it is there");
    assert_eq!(std::fs::read(&out).expect("written"), vec![9; 10_000]);
}

#[test]
fn undoing_can_be_stopped_and_then_nothing_has_happened() {
    let mut pair = Pair::new();
    (0..600).for_each(|number| drop(note(&mut pair.theirs, &number.to_string())));
    let file = pair.they_send(None);
    let import = take(&mut pair.mine, &file).import.expect("named");
    let digest = vault::digest(&pair.mine);
    for steps in 0..6 {
        let mut left = steps;
        let mut look = |_| {
            left -= 1;
            if left < 0 { Err(Cancelled) } else { Ok(()) }
        };
        let stopped = receive::undo(&mut pair.mine, &import, &mut Watch::new(&mut look));
        assert_eq!(stopped.expect_err("stopped").code, Code::Cancelled);
        assert_eq!(vault::digest(&pair.mine), digest);
    }
    let path = pair.path();
    api_vault::lock(pair.mine).expect("locked");
    vault::assert_whole(&path, "after stopping");
    pair.mine = vault::unlock(&path);
    assert_eq!(vault::digest(&pair.mine), digest);
    assert_eq!(
        undo(&mut pair.mine, &import).expect("undone").revisions,
        600
    );
}

#[test]
fn what_was_learnt_of_a_colleague_goes_with_the_last_of_it() {
    let mut pair = Pair::new();
    let id = note(&mut pair.theirs, "one");
    let file = pair.they_send(None);
    for _ in 0..2 {
        let import = take(&mut pair.mine, &file).import.expect("named");
        let shown = record::show(&pair.mine, &id).expect("there");
        assert_eq!(shown.saved_by.name.as_deref(), Some("they"));
        undo(&mut pair.mine, &import).expect("undone");
    }
    let path = pair.path();
    api_vault::lock(pair.mine).expect("locked");
    vault::assert_whole(&path, "after undoing");
}
