//! Merging by examples. What holds of all histories stands in [`histories`].

mod histories;

use crate::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::*;
use crate::history::{BodyHash, DeviceId, Entry};
use crate::ids::RecordId;

/// A history of one record: revision 1 first, each with its parents, its time and what it says.
#[derive(Debug, Clone, Default)]
struct Story {
    revisions: Vec<(Vec<u8>, Value, bool)>,
    /// Revisions whose bodies are not held, and such that are not held at all.
    bodiless: BTreeSet<u8>,
    missing: BTreeSet<u8>,
}

const RECORD: RecordId = RecordId::from_bytes([7; 16]);

fn name(number: u8) -> EntryHash {
    // Names have nothing to do with the order in which revisions were made.
    let mut bytes = [number; 32];
    bytes[0] = number.wrapping_mul(151);
    EntryHash(bytes)
}

impl Story {
    fn from(parents: &[u8], record: Value) -> Self {
        Self::default().and(parents, record)
    }

    fn and(mut self, parents: &[u8], record: Value) -> Self {
        self.revisions.push((parents.to_vec(), record, false));
        self
    }

    fn and_trashed(mut self, parents: &[u8], record: Value) -> Self {
        self.revisions.push((parents.to_vec(), record, true));
        self
    }

    fn graph(&self, backward: bool) -> Graph {
        let mut graph = Graph::default();
        let mut numbers: Vec<u8> = (1..=self.revisions.len() as u8).collect();
        if backward {
            numbers.reverse();
        }
        for number in numbers.into_iter().filter(|n| !self.missing.contains(n)) {
            let (parents, ..) = &self.revisions[usize::from(number) - 1];
            let mut parents: Vec<EntryHash> = parents.iter().map(|one| name(*one)).collect();
            parents.sort_unstable();
            let entry = Entry {
                device: DeviceId([1; 32]),
                seq: u64::from(number),
                backlink: EntryHash::NONE,
                record: RECORD,
                parents,
                schema: "note/1".into(),
                body_hash: BodyHash([number; 32]),
                time: Timestamp(i64::from(number % 3)),
            };
            graph.insert(name(number), &entry);
        }
        graph
    }

    fn content(&self, revision: &EntryHash) -> Option<Content> {
        let number = (1..=self.revisions.len() as u8).find(|one| name(*one) == *revision)?;
        let (_, record, trashed) = &self.revisions[usize::from(number) - 1];
        (!self.bodiless.contains(&number)).then(|| Content {
            record: record.clone(),
            trashed: *trashed,
        })
    }

    fn merge(&self) -> Merged {
        let merged = merge(&self.graph(false), RECORD, &mut |one| self.content(one));
        let other = merge(&self.graph(true), RECORD, &mut |one| self.content(one));
        assert!(
            merged == other,
            "the order in which revisions come does not matter"
        );
        merged
    }
}

/// What two people made of one state.
fn two(before: Value, ours: Value, theirs: Value) -> Merged {
    let merged = |ours: &Value, theirs: &Value| {
        Story::from(&[], before.clone())
            .and(&[1], ours.clone())
            .and(&[1], theirs.clone())
            .merge()
    };
    let (one, other) = (merged(&ours, &theirs), merged(&theirs, &ours));
    assert_eq!(paths(&one), paths(&other), "neither side is the better one");
    if one.clashes.is_empty() {
        assert!(
            one.content == other.content,
            "neither side is the better one"
        );
    }
    one
}

fn paths(merged: &Merged) -> Vec<String> {
    merged
        .clashes
        .iter()
        .map(|clash| clash.path.to_string())
        .collect()
}

fn record(merged: &Merged) -> Value {
    merged.content.clone().expect("held").record
}

#[track_caller]
fn is_merged(merged: &Merged, expected: Value) {
    assert_eq!((paths(merged), record(merged)), (Vec::new(), expected));
}

#[test]
fn fields_are_taken_from_whoever_changed_them() {
    let merged = two(
        json!({"title": "a", "notes": "b", "narrator": {"code": "1"}, "later": {"x": [1]}}),
        json!({"title": "A", "notes": "b", "narrator": {"code": "1", "connection": "kin"}, "later": {"x": [1, 2]}}),
        json!({"title": "a", "narrator": {"code": "2"}, "later": {"x": [1], "y": 3}}),
    );
    is_merged(
        &merged,
        json!({"title": "A", "narrator": {"code": "2", "connection": "kin"}, "later": {"x": [1, 2], "y": 3}}),
    );
    assert_eq!(merged.written, None);
    let alike = two(json!({"a": "1"}), json!({"a": "2"}), json!({"a": "2"}));
    is_merged(&alike, json!({"a": "2"}));
    assert_eq!(alike.written, alike.heads.first().copied());
}

#[test]
fn text_is_never_joined() {
    let merged = two(
        json!({"text": "one\n\ntwo"}),
        json!({"text": "ONE\n\ntwo"}),
        json!({"text": "one\n\nTWO"}),
    );
    assert_eq!(paths(&merged), ["text"]);
    let clash = &merged.clashes[0];
    assert!(clash.before == Before::Known(Some(json!("one\n\ntwo"))));
    assert!(
        clash
            .sides
            .iter()
            .all(|side| side.is_standing && side.value.is_some())
    );
    // A list of paragraphs without ids is text as well.
    let long = |text: &str| json!({"parts": [text.repeat(90), "b"]});
    assert_eq!(
        paths(&two(long("one"), long("ONE"), long("two"))),
        ["parts"]
    );
}

#[test]
fn lists_are_merged_by_the_ids_of_their_elements() {
    let merged = two(
        json!({"list": [{"id": "1", "a": "x", "b": "y"}, {"id": "2", "a": "z"}]}),
        json!({"list": [{"id": "1", "a": "X", "b": "y"}, {"id": "8", "a": "new"}, {"id": "2", "a": "z"}]}),
        json!({"list": [{"id": "1", "a": "x", "b": "Y"}, {"id": "9", "a": "other"}]}),
    );
    is_merged(
        &merged,
        json!({"list": [{"id": "1", "a": "X", "b": "Y"}, {"id": "8", "a": "new"}, {"id": "9", "a": "other"}]}),
    );
    let emptied = two(
        json!({"list": [{"id": "1"}]}),
        json!({}),
        json!({"list": [{"id": "1"}, {"id": "2"}]}),
    );
    is_merged(&emptied, json!({"list": [{"id": "2"}]}));
}

#[test]
fn an_element_that_one_took_out_and_the_other_changed_is_a_clash() {
    let merged = two(
        json!({"list": [{"id": "1", "a": "x"}, {"id": "2"}]}),
        json!({"list": [{"id": "2"}]}),
        json!({"list": [{"id": "1", "a": "X"}, {"id": "2"}]}),
    );
    assert_eq!(paths(&merged), ["list[1]"]);
    assert_eq!(record(&merged)["list"][0]["a"], "X", "it is shown");
    let gone = merged.clashes[0]
        .sides
        .iter()
        .find(|side| side.value.is_none());
    let choices = BTreeMap::from([(
        "list[1]".to_owned(),
        Resolution::Take(gone.expect("one took it out").head),
    )]);
    let settled = merged.settle(&choices).expect("settled");
    assert_eq!(settled.content.record, json!({"list": [{"id": "2"}]}));
}

#[test]
fn key_words_are_a_set() {
    let merged = two(
        json!({"tags": ["a", "b", "c"]}),
        json!({"tags": ["b", "c", "new"]}),
        json!({"tags": ["a", "b", "other"]}),
    );
    is_merged(&merged, json!({"tags": ["b", "new", "other"]}));
}

#[test]
fn a_new_order_is_taken_and_two_of_them_are_a_clash() {
    let list = |ids: &str| -> Value {
        let all = ids.split(' ').map(|id| json!({"id": id}));
        json!({"list": all.collect::<Vec<_>>()})
    };
    is_merged(
        &two(list("1 2 3"), list("3 1 2"), list("1 2 3 4")),
        list("3 4 1 2"),
    );
    let disputed = two(list("1 2 3"), list("3 1 2"), list("2 1 3"));
    assert_eq!(paths(&disputed), ["list@order"]);
    for side in &disputed.clashes[0].sides {
        let choices = BTreeMap::from([("list@order".to_owned(), Resolution::Take(side.head))]);
        let settled = disputed.settle(&choices).expect("settled").content.record;
        let order = path::ids_of(&settled["list"]).map(Value::from);
        assert_eq!(order, side.value);
    }
}

#[test]
fn what_makes_one_statement_is_never_mixed() {
    let merged = two(
        json!({"consent": [{"id": "1", "decision": "granted", "use": "keep"}], "place": {"record": "r", "text": "t"}}),
        json!({"consent": [{"id": "1", "decision": "granted", "use": "publication"}], "place": {"record": "r", "text": "T"}}),
        json!({"consent": [{"id": "1", "decision": "granted", "use": "keep", "audience": "B"}], "place": {"record": "R", "text": "t"}}),
    );
    assert_eq!(paths(&merged), ["consent[1]", "place"]);
    let all_both = BTreeMap::from([
        ("consent[1]".to_owned(), Resolution::Both),
        ("place".to_owned(), Resolution::Both),
    ]);
    assert_eq!(
        merged.settle(&all_both),
        Err(Unsettled::NotPossible(merged.clashes[1].path.clone()))
    );
    let both = BTreeMap::from([
        ("consent[1]".to_owned(), Resolution::Both),
        ("place".to_owned(), Resolution::Write(json!({"text": "w"}))),
    ]);
    let settled = merged.settle(&both).expect("settled").content.record;
    assert_eq!(settled["consent"].as_array().map(Vec::len), Some(2));
    assert!(settled["consent"][1].get("id").is_none() && settled["place"] == json!({"text": "w"}));
}

#[test]
fn trash_against_work_is_a_clash() {
    let before = json!({"a": "1", "b": "2"});
    let base = || Story::from(&[], before.clone());
    let edited = json!({"a": "1", "b": "3"});
    let disputed = base()
        .and_trashed(&[1], before.clone())
        .and(&[1], edited.clone())
        .merge();
    assert_eq!(paths(&disputed), ["@trashed"]);
    assert_eq!(record(&disputed), edited);
    assert!(
        !disputed.content.as_ref().expect("held").trashed,
        "it is shown"
    );
    let in_trash = disputed.clashes[0]
        .sides
        .iter()
        .find(|side| side.value == Some(json!(true)));
    let choice = Resolution::Take(in_trash.expect("one threw it away").head);
    let settled = disputed.settle(&BTreeMap::from([("@trashed".to_owned(), choice)]));
    assert!(settled.expect("settled").content.trashed);

    let untouched = base()
        .and_trashed(&[1], before.clone())
        .and(&[1], before.clone())
        .merge();
    assert!(untouched.clashes.is_empty() && untouched.content.expect("held").trashed);
    let by_both = base()
        .and_trashed(&[1], before.clone())
        .and_trashed(&[1], before.clone())
        .merge();
    assert!(by_both.clashes.is_empty() && by_both.content.expect("held").trashed);
}

#[test]
fn three_people() {
    let merged = Story::from(&[], json!({"a": "1", "b": "1", "c": "1", "t": ["x"]}))
        .and(&[1], json!({"a": "2", "b": "1", "c": "1", "t": ["x", "y"]}))
        .and(&[1], json!({"a": "1", "b": "2", "c": "1", "t": []}))
        .and(&[1], json!({"a": "1", "b": "3", "c": "2", "t": ["x"]}))
        .merge();
    assert_eq!(paths(&merged), ["b"]);
    let standing = merged.clashes[0]
        .sides
        .iter()
        .filter(|side| side.is_standing);
    assert_eq!(standing.count(), 2, "the first left it as it was");
    let record = record(&merged);
    assert_eq!(
        (&record["a"], &record["c"], &record["t"]),
        (&json!("2"), &json!("2"), &json!(["y"]))
    );
}

#[test]
fn without_a_common_ancestor_all_that_differs_is_a_clash() {
    let differs = ["list[1].a", "list[2]", "notes", "tags", "title"];
    let ours = json!({"title": "a", "same": "s", "tags": ["x"], "list": [{"id": "1", "a": "x"}]});
    let theirs = json!({"title": "b", "same": "s", "tags": ["y"], "notes": "n", "list": [{"id": "1", "a": "y"}, {"id": "2"}]});
    let sorted = |merged: &Merged| {
        let mut all = paths(merged);
        all.sort();
        all
    };
    let apart = Story::from(&[], ours.clone()).and(&[], theirs.clone());
    assert_eq!(sorted(&apart.merge()), differs);
    let mut story = Story::from(&[], json!({"title": "a", "same": "s"}))
        .and(&[1], ours)
        .and(&[1], theirs);
    assert_ne!(sorted(&story.merge()), differs);
    story.bodiless = BTreeSet::from([1]);
    assert_eq!(
        sorted(&story.merge()),
        differs,
        "an ancestor without a body is none"
    );
    story.bodiless.clear();
    story.missing = BTreeSet::from([1]);
    assert_eq!(sorted(&story.merge()), differs);
}

#[test]
fn a_gap_behind_a_head_may_hide_a_later_ancestor() {
    let mut story = Story::from(&[], json!({"v": "0"}))
        .and(&[1], json!({"v": "1"}))
        .and(&[2], json!({"v": "1"}))
        // Whoever settled this saw both, and went back to what was first.
        .and(&[3, 1], json!({"v": "0"}))
        .and(&[2], json!({"v": "1", "w": "2"}));
    assert_eq!(record(&story.merge())["v"], "0");
    story.missing = BTreeSet::from([3]);
    assert!(paths(&story.merge()).contains(&"v".to_owned()));
}

#[test]
fn a_head_that_is_not_held_leaves_all_open() {
    let mut story = Story::from(&[], json!({"v": "0"}))
        .and(&[1], json!({"v": "1"}))
        .and(&[1], json!({"v": "2"}));
    story.bodiless = BTreeSet::from([3]);
    let merged = story.merge();
    assert_eq!(
        (paths(&merged), record(&merged)),
        (vec!["@record".to_owned()], json!({"v": "1"}))
    );
    story.bodiless = BTreeSet::from([2, 3]);
    assert!(story.merge().is_conflict() && story.merge().content.is_none());
}

#[test]
fn crossing_histories_have_an_ancestor_made_of_several() {
    // Two people settled the same two heads, each in a way of their own, and went on.
    let crossed = |ours: Value, theirs: Value| {
        Story::from(&[], json!({"a": "1", "b": "1", "x": "1"}))
            .and(&[1], json!({"a": "2", "b": "1", "x": "l"}))
            .and(&[1], json!({"a": "1", "b": "2", "x": "r"}))
            .and(&[2, 3], ours)
            .and(&[2, 3], theirs)
            .merge()
    };
    let alike = crossed(
        json!({"a": "2", "b": "2", "x": "l"}),
        json!({"a": "2", "b": "2", "x": "l"}),
    );
    is_merged(&alike, json!({"a": "2", "b": "2", "x": "l"}));
    let disputed = crossed(
        json!({"a": "2", "b": "2", "x": "l"}),
        json!({"a": "2", "b": "3", "x": "r"}),
    );
    assert_eq!(
        paths(&disputed),
        ["x"],
        "of two resolutions neither is the better one"
    );
    assert!(disputed.clashes[0].before == Before::Unknown);
    assert_eq!(
        record(&disputed)["b"],
        "3",
        "held against what both heads say together"
    );
}

#[test]
fn a_hostile_tangle_ends() {
    // Each layer is made from all of the layer before, so that there are ever more ancestors.
    let mut story = Story::from(&[], json!({"v": "0"}));
    let mut layer = vec![1_u8];
    for depth in 0..20_u8 {
        let first = story.revisions.len() as u8 + 1;
        for one in 0..5_u8 {
            story = story.and(
                &layer,
                json!({"v": format!("{depth} {one}"), "tags": [format!("{one}")]}),
            );
        }
        layer = (first..first + 5).collect();
    }
    assert!(story.merge().is_conflict());
}

/// Somebody sends more sides than people have: one question, and not one for each two.
#[test]
fn very_many_heads_are_one_question() {
    let begun = std::time::Instant::now();
    let several = |says: &dyn Fn(u8) -> Value| {
        let mut story = Story::from(&[], json!({"text": "before"}));
        for number in 0..200 {
            story = story.and(&[1], says(number));
        }
        story.merge()
    };
    let other = several(&|number| json!({"text": number, "more": "the same"}));
    assert_eq!((other.heads.len(), other.clashes.len()), (200, 1));
    assert_eq!(paths(&other), ["@record"]);
    assert_eq!(other.clashes[0].sides.len(), 200);
    let same = several(&|_| json!({"text": "after"}));
    assert!(!same.is_conflict());
    assert_eq!(same.written, same.heads.first().copied());
    assert_eq!(record(&same), json!({"text": "after"}));
    assert!(begun.elapsed().as_secs() < 5);
}

/// Guards "A record cannot be made too much to settle" of docs/THREATS.md.
#[test]
fn what_is_too_large_is_held_against_each_other_whole() {
    let mut graph = Graph::default();
    for number in 1..=12 {
        let entry = Entry {
            device: DeviceId([1; 32]),
            seq: u64::from(number),
            backlink: EntryHash::NONE,
            record: RECORD,
            parents: Vec::new(),
            schema: "note/1".into(),
            body_hash: BodyHash([number; 32]),
            time: Timestamp(0),
        };
        graph.insert(name(number), &entry);
    }
    let zeros = |last: u8| {
        let mut zeros = vec![0; 500_000];
        zeros.push(last);
        Some(Content {
            record: json!({ "x": zeros }),
            trashed: false,
        })
    };
    let differ = merge(&graph, RECORD, &mut |hash| zeros(hash.0[1]));
    assert!(differ.is_conflict() && differ.content.is_some());
    let sides = &differ.clashes[0].sides;
    let shown = sides.iter().filter(|side| side.value.is_some()).count();
    let one = weight::of(&zeros(0).expect("it is held").record);
    assert!(one * 12 > MOST_WEIGHT);
    assert_eq!((sides.len(), shown), (12, (64_usize << 20).div_ceil(one)));
    let agree = merge(&graph, RECORD, &mut |_| zeros(0));
    assert_eq!(
        (agree.is_conflict(), agree.written),
        (false, Some(agree.heads[0]))
    );
    let one_is_not_held = merge(&graph, RECORD, &mut |hash| {
        if hash == &name(3) { None } else { zeros(0) }
    });
    assert!(one_is_not_held.is_conflict());
}

/// Who sends two heads with a hundred thousand words each must not hold up whoever looks at them. Guards "A colleague who sends
/// much in little" of docs/THREATS.md: where words are looked for one by one, this does not end.
#[test]
fn very_many_words_are_put_together_in_one_look() {
    let words = |from: usize| -> Vec<String> {
        let all = from..from + 100_000;
        all.map(|number| format!("word {number}")).collect()
    };
    let merged = Story::from(&[], json!({ "tags": [] }))
        .and(&[1], json!({ "tags": words(0) }))
        .and(&[1], json!({ "tags": words(50_000) }))
        .merge();
    assert!(!merged.is_conflict());
    let tags = record(&merged)["tags"].as_array().map(Vec::len);
    assert_eq!(tags, Some(150_000));
}

#[test]
fn what_would_outgrow_a_body_is_one_question() {
    let many = |name: &str| json!({ name: vec![0; 200_000] });
    let merged = Story::from(&[], json!({}))
        .and(&[1], many("a"))
        .and(&[1], many("b"))
        .merge();
    assert_eq!(paths(&merged), ["@record"]);
    let content = merged.content.expect("one of them");
    assert!(crate::records::check_bounds(&content.record).is_ok());
    let one = |name: &str| json!({ name: vec![0; 100_000] });
    let fits = Story::from(&[], json!({}))
        .and(&[1], one("a"))
        .and(&[1], one("b"))
        .merge();
    assert!(!fits.is_conflict());
}

#[test]
fn more_questions_than_anybody_answers_are_one() {
    let fields = |count: usize, says: &str| -> Value {
        let all = (0..count).map(|number| (format!("f{number}"), json!(says)));
        Value::Object(all.collect())
    };
    let clashing = |count| {
        let story = Story::from(&[], fields(count, "before"));
        let story = story.and(&[1], fields(count, "one"));
        story.and(&[1], fields(count, "other")).merge()
    };
    assert_eq!(clashing(1_000).clashes.len(), 1_000);
    assert_eq!(paths(&clashing(1_001)), ["@record"]);
}
