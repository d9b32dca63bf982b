//! Bodies, with all who read one later.

use fieldnotes_domain::time::Timestamp;
use serde_json::Value;

use crate::record::body::{self, Body};
use fieldnotes_domain::history::merge::{Content, Merged, merge};
use fieldnotes_domain::history::{BodyHash, DeviceId, Entry, EntryHash, Graph};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::{self, Kind, Record};

/// Bodies, one a line: the first is what the others were made from.
pub fn body(bytes: &[u8]) {
    let lines = bytes.split(|byte| *byte == b'\n').take(3);
    let bodies: Vec<Body> = lines.filter_map(one).collect();
    if let [before, one, other] = &bodies[..] {
        together(before, one, other);
        together(before, one, before);
    }
}

/// A record that was let in can be saved, and is then what was let in.
pub(crate) fn is_saved(kind: &str, record: &Value) {
    let bytes = body::encode(false, record, &[7; 16]).expect("what was let in can be saved");
    let body = Body::read(&bytes).expect("what was saved is read");
    assert_eq!(body.record, *record);
    look_at(kind, record);
}

fn one(bytes: &[u8]) -> Option<Body> {
    let read = Body::read(bytes);
    assert_eq!(
        read.is_some(),
        body::is_body(bytes),
        "checked as it is read"
    );
    let read = read?;
    assert!(serde_json::from_slice::<Value>(bytes).is_ok());
    let written = body::encode(read.trashed, &read.record, &[7; 16]);
    let written = written.expect("what was read can be written");
    assert_eq!(Body::read(&written).as_ref(), Some(&read));
    // Of which kind it is stands in the entry: one of them each time, so that there is time for more bodies.
    let kinds = [
        "person",
        "testimony",
        "note",
        "place",
        "attachment",
        "later",
    ];
    let kind = kinds.get(bytes.len() % kinds.len()).copied();
    look_at(kind.unwrap_or_default(), &read.record);
    Some(read)
}

/// Lists, finding, review and forms: none of them may choke on a record that a colleague's program wrote.
fn look_at(kind: &str, record: &Value) {
    let _ = records::title_of(kind, record);
    records::texts_of(record, &mut |_, _| {});
    let _ = fieldnotes_store::search::fuzzing::described(kind, record);
    let Ok(kind) = kind.parse::<Kind>() else {
        return;
    };
    if let Ok(read) = Record::from_value(kind, record.clone()) {
        let _ = (read.title(), read.tags().len(), read.links().len());
        let written = read.to_value();
        assert!(Record::from_value(kind, written).is_ok_and(|again| again == read));
    }
}

/// Two that were made from one.
fn together(before: &Body, one: &Body, other: &Body) {
    let merged = merged([before, one, other], false);
    assert!(
        merged == self::merged([before, one, other], true),
        "whoever came first"
    );
    let Some(content) = &merged.content else {
        panic!("bodies of heads are held");
    };
    let (trashed, record) = (content.trashed, &content.record);
    if let Ok(bytes) = body::encode(trashed, record, &[7; 16]) {
        let read = Body::read(&bytes).expect("what is merged can be read");
        assert_eq!((read.trashed, &read.record), (trashed, record));
    } else {
        panic!("what is merged can be written");
    }
    if before == other {
        assert!(!merged.is_conflict(), "one side alone changed anything");
        assert!(
            (trashed, record) == (one.trashed, &one.record),
            "its change is taken"
        );
    }
}

fn merged(bodies: [&Body; 3], is_other_first: bool) -> Merged {
    let name = |number: u8| EntryHash([number; 32]);
    let entry = |number: u8, parents: Vec<EntryHash>| Entry {
        device: DeviceId([number; 32]),
        seq: 1,
        backlink: EntryHash::NONE,
        record: RecordId::nil(),
        parents,
        schema: "note/1".to_owned(),
        body_hash: BodyHash([number; 32]),
        time: Timestamp(0),
    };
    let mut order = [(1, vec![]), (2, vec![name(1)]), (3, vec![name(1)])];
    if is_other_first {
        order.reverse();
    }
    let mut graph = Graph::default();
    for (number, parents) in order {
        graph.insert(name(number), &entry(number, parents));
    }
    merge(&graph, RecordId::nil(), &mut |hash| {
        let body = bodies.get(usize::from(hash.0[0]).checked_sub(1)?)?;
        Some(Content {
            record: body.record.clone(),
            trashed: body.trashed,
        })
    })
}
