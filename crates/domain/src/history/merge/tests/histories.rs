//! What holds of all histories, whoever did what to a record.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::*;
use super::{Story, name, record, two};

/// What somebody does to a record.
#[derive(Debug, Clone)]
enum Edit {
    Field(u8),
    Clear(u8),
    AddTag,
    DropTag,
    AddElement,
    ChangeElement(u8, u8),
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
        3 => (0..4_u8, 0..2_u8).prop_map(|(at, field)| Edit::ChangeElement(at, field)),
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
        Edit::ChangeElement(at, field) if list > 0 => {
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
        let choices: BTreeMap<String, Resolution> = merged.clashes.iter().map(|clash| (clash.path.to_string(), Resolution::Take(head))).collect();
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
