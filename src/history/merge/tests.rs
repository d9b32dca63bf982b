//! Merging by examples, and what holds of all histories.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::history::{BodyHash, DeviceId, Entry};

/// A history of one record: revision 1 first, each with its parents, its time and what it says.
#[derive(Debug, Clone, Default)]
struct Story {
    revisions: Vec<(Vec<u8>, Value, bool)>,
    /// Revisions whose bodies are not held, and such that are not held at all.
    bodiless: BTreeSet<u8>,
    missing: BTreeSet<u8>,
}

const RECORD: Uuid = Uuid::from_bytes([7; 16]);

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
                time: i64::from(number % 3),
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
        Choice::Take(gone.expect("one took it out").head),
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
    let torn = two(list("1 2 3"), list("3 1 2"), list("2 1 3"));
    assert_eq!(paths(&torn), ["list@order"]);
    for side in &torn.clashes[0].sides {
        let choices = BTreeMap::from([("list@order".to_owned(), Choice::Take(side.head))]);
        let settled = torn.settle(&choices).expect("settled").content.record;
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
        ("consent[1]".to_owned(), Choice::Both),
        ("place".to_owned(), Choice::Both),
    ]);
    assert_eq!(
        merged.settle(&all_both),
        Err(Unsettled::NotPossible(merged.clashes[1].path.clone()))
    );
    let both = BTreeMap::from([
        ("consent[1]".to_owned(), Choice::Both),
        ("place".to_owned(), Choice::Write(json!({"text": "w"}))),
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
    let torn = base()
        .and_trashed(&[1], before.clone())
        .and(&[1], edited.clone())
        .merge();
    assert_eq!(paths(&torn), ["@trashed"]);
    assert_eq!(record(&torn), edited);
    assert!(!torn.content.as_ref().expect("held").trashed, "it is shown");
    let in_trash = torn.clashes[0]
        .sides
        .iter()
        .find(|side| side.value == Some(json!(true)));
    let choice = Choice::Take(in_trash.expect("one threw it away").head);
    let settled = torn.settle(&BTreeMap::from([("@trashed".to_owned(), choice)]));
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
    let torn = crossed(
        json!({"a": "2", "b": "2", "x": "l"}),
        json!({"a": "2", "b": "3", "x": "r"}),
    );
    assert_eq!(
        paths(&torn),
        ["x"],
        "of two resolutions neither is the better one"
    );
    assert!(torn.clashes[0].before == Before::Unknown);
    assert_eq!(
        record(&torn)["b"],
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

/// What somebody does to a record.
#[derive(Debug, Clone)]
enum Edit {
    Field(u8),
    Clear(u8),
    AddTag,
    DropTag,
    AddElement,
    EditElement(u8, u8),
    DropElement(u8),
    Turn,
    Trash,
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => (0..3_u8).prop_map(Edit::Field),
        1 => (0..3_u8).prop_map(Edit::Clear),
        2 => Just(Edit::AddTag),
        1 => Just(Edit::DropTag),
        3 => Just(Edit::AddElement),
        3 => (0..4_u8, 0..2_u8).prop_map(|(at, field)| Edit::EditElement(at, field)),
        2 => (0..4_u8).prop_map(Edit::DropElement),
        1 => Just(Edit::Turn),
        1 => Just(Edit::Trash),
    ]
}

fn apply(edit: &Edit, record: &mut Value, trashed: &mut bool, fresh: &str) {
    let text = json!(fresh);
    for list in ["tags", "list"] {
        if record.get(list).is_none() {
            record[list] = json!([]);
        }
    }
    let (tags, list) = (
        record["tags"].as_array().map_or(0, Vec::len),
        record["list"].as_array().map_or(0, Vec::len),
    );
    match edit {
        Edit::Field(field) => record[format!("f{field}")] = text,
        Edit::Clear(field) => drop(
            record
                .as_object_mut()
                .expect("object")
                .shift_remove(&format!("f{field}")),
        ),
        Edit::AddTag => record["tags"].as_array_mut().expect("list").push(text),
        Edit::DropTag if tags > 0 => drop(record["tags"].as_array_mut().expect("list").remove(0)),
        Edit::AddElement => record["list"]
            .as_array_mut()
            .expect("list")
            .insert(list / 2, json!({"id": fresh, "e0": fresh})),
        Edit::EditElement(at, field) if list > 0 => {
            record["list"][usize::from(*at) % list][format!("e{field}")] = text
        }
        Edit::DropElement(at) if list > 0 => drop(
            record["list"]
                .as_array_mut()
                .expect("list")
                .remove(usize::from(*at) % list),
        ),
        Edit::Turn => record["list"].as_array_mut().expect("list").reverse(),
        Edit::Trash => *trashed = !*trashed,
        _ => {}
    }
    for list in ["tags", "list"] {
        if record[list] == json!([]) {
            record.as_object_mut().expect("object").shift_remove(list);
        }
    }
}

/// Everything that a record says: its texts, each of which was written once, by one person.
fn texts(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(into.insert(text.clone())),
        Value::Array(all) => all.iter().for_each(|one| texts(one, into)),
        Value::Object(all) => all.values().for_each(|one| texts(one, into)),
        _ => {}
    }
}

/// Histories of one record: who went on from what, and did what to it.
fn story() -> impl Strategy<Value = Story> {
    let step = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0..4_u8,
        proptest::collection::vec(edit(), 1..4),
    );
    proptest::collection::vec(step, 1..14).prop_map(|steps| {
        let mut story = Story::from(&[], json!({"f0": "begin"}));
        for (number, (one, other, joins, edits)) in steps.into_iter().enumerate() {
            let held = story.revisions.len();
            let first = one.index(held) as u8 + 1;
            let second = other.index(held) as u8 + 1;
            let (_, mut record, mut trashed) = story.revisions[usize::from(first) - 1].clone();
            let mut parents = vec![first];
            if joins == 0 && second != first {
                parents.push(second);
            }
            for (at, edit) in edits.iter().enumerate() {
                apply(edit, &mut record, &mut trashed, &format!("t{number}.{at}"));
            }
            story.revisions.push((parents, record, trashed));
        }
        story
    })
}

impl Story {
    /// All that a revision was made from, and itself.
    fn past(&self, number: u8) -> BTreeSet<u8> {
        let mut past = BTreeSet::from([number]);
        let mut next = vec![number];
        while let Some(one) = next.pop() {
            for parent in &self.revisions[usize::from(one) - 1].0 {
                if past.insert(*parent) {
                    next.push(*parent);
                }
            }
        }
        past
    }

    fn number(&self, hash: &EntryHash) -> u8 {
        (1..=self.revisions.len() as u8)
            .find(|one| name(*one) == *hash)
            .expect("known")
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_is_lost_but_what_somebody_who_knew_it_took_out(story in story()) {
        let merged = story.merge();
        let mut kept = BTreeSet::new();
        texts(&record(&merged), &mut kept);
        for clash in &merged.clashes {
            clash.sides.iter().filter_map(|side| side.value.as_ref()).for_each(|value| texts(value, &mut kept));
        }
        for head in &merged.heads {
            let mut said = BTreeSet::new();
            texts(&story.content(head).expect("held").record, &mut said);
            for text in said.difference(&kept) {
                let knew = |other: &EntryHash| story.past(story.number(other)).iter().any(|one| {
                    let mut known = BTreeSet::new();
                    texts(&story.revisions[usize::from(*one) - 1].1, &mut known);
                    known.contains(text)
                });
                prop_assert!(merged.heads.iter().any(|other| other != head && knew(other)), "{} is lost", text);
            }
        }
    }

    #[test]
    fn nothing_is_said_that_no_head_says(story in story()) {
        let merged = story.merge();
        let (mut said, mut all) = (BTreeSet::new(), BTreeSet::new());
        texts(&record(&merged), &mut said);
        merged.heads.iter().for_each(|head| texts(&story.content(head).expect("held").record, &mut all));
        prop_assert!(said.is_subset(&all));
    }

    #[test]
    fn what_is_merged_and_written_is_merged(story in story()) {
        let merged = story.merge();
        if merged.clashes.is_empty() {
            let content = merged.content.clone().expect("held");
            let parents: Vec<u8> = merged.heads.iter().map(|head| story.number(head)).collect();
            let mut story = story;
            story.revisions.push((parents.clone(), content.record.clone(), content.trashed));
            let once = story.merge();
            prop_assert_eq!(once.heads.len(), 1);
            prop_assert!(once.content.as_ref() == Some(&content) && once.clashes.is_empty());
            // Two vaults that write it apart from each other say the same.
            story.revisions.push((parents, content.record.clone(), content.trashed));
            let twice = story.merge();
            prop_assert!(twice.content == Some(content) && twice.clashes.is_empty() && twice.written.is_some());
        }
    }

    #[test]
    fn less_of_the_past_is_more_to_settle(story in story(), hidden in any::<prop::sample::Index>()) {
        let merged = story.merge();
        let heads: BTreeSet<u8> = merged.heads.iter().map(|head| story.number(head)).collect();
        let others: Vec<u8> = (1..=story.revisions.len() as u8).filter(|one| !heads.contains(one)).collect();
        if !others.is_empty() {
            let mut poorer = story.clone();
            poorer.bodiless = BTreeSet::from([others[hidden.index(others.len())]]);
            let less = poorer.merge();
            // What clashed still does, there or in a whole that it stands in.
            if heads.len() == 2 {
                for clash in &merged.clashes {
                    prop_assert!(less.clashes.iter().any(|one| clash.path.is_in(&one.path) || one.path.is_in(&clash.path)), "{} was open", clash.path);
                }
            }
        }
    }

    #[test]
    fn choices_settle(story in story(), chosen in any::<prop::sample::Index>()) {
        let merged = story.merge();
        let head = merged.heads[chosen.index(merged.heads.len())];
        let choices: BTreeMap<String, Choice> = merged.clashes.iter().map(|clash| (clash.path.to_string(), Choice::Take(head))).collect();
        prop_assert_eq!(choices.len(), merged.clashes.len(), "each place has a name of its own");
        prop_assert!(merged.settle(&choices).is_ok());
        if let Some(clash) = merged.clashes.first() {
            prop_assert!(matches!(merged.settle(&BTreeMap::new()), Err(Unsettled::Open(all)) if all.contains(&clash.path)));
        }
    }

    #[test]
    fn fields_apart_are_no_clash(ours in proptest::collection::vec(0..3_u8, 0..4), theirs in proptest::collection::vec(3..6_u8, 0..4)) {
        let before = json!({"f0": "a", "f1": "b", "f4": "c"});
        let change = |fields: &[u8], by: &str| {
            let mut record = before.clone();
            fields.iter().for_each(|field| record[format!("f{field}")] = json!(format!("{by}{field}")));
            record
        };
        let (mine, yours) = (change(&ours, "o"), change(&theirs, "t"));
        let merged = two(before.clone(), mine.clone(), yours.clone());
        let mut expected = mine;
        theirs.iter().for_each(|field| expected[format!("f{field}")] = yours[format!("f{field}")].clone());
        prop_assert_eq!(record(&merged), expected);
        prop_assert!(merged.clashes.is_empty());
    }
}
