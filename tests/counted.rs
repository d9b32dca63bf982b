//! What the rows of a database reveal without its passphrase: SQLite alone looks. Guards "A seized laptop reveals nothing" of
//! docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(clippy::disallowed_methods, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::Path;

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::record::{self, draft};
use fieldnotes_core::{Session, Watch, receive, send, vault as api_vault};
use serde_json::{Value, json};

#[path = "support/mod.rs"]
mod support;

use support::vault;

/// The lengths of all rows of a table, in ascending order.
fn lengths(path: &Path, table: &str) -> Vec<i64> {
    let database = rusqlite::Connection::open(path.join("vault.db")).expect("a database");
    let mut rows = database
        .prepare(&format!("SELECT length(box) FROM {table} ORDER BY 1"))
        .expect("a table");
    let lengths = rows.query_map([], |row| row.get(0)).expect("rows");
    lengths.collect::<Result<_, _>>().expect("lengths")
}

/// A vault with some records of one kind, each changed once.
fn made_of(path: &Path, kind: &str, value: impl Fn(u64) -> Value) {
    let mut session = vault::fresh(path);
    for number in 0..20 {
        let made = record::add(&mut session, kind, value(number).to_string().as_bytes());
        let made = made.expect("saved");
        let changed = value(number + 100).to_string();
        record::edit(&mut session, &made.id, changed.as_bytes(), None).expect("saved");
    }
    api_vault::lock(session).expect("locked");
}

/// Persons, testimonies and notes of like lengths cannot be distinguished from one another.
#[test]
fn kinds_are_not_reported_by_lengths() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = |name: &str| dir.path().join(name);
    let text = |number: u64| format!("강을 건너던 밤 {number} ").repeat(6);
    made_of(
        &path("person"),
        "person",
        |number| json!({ "names": [{ "text": format!("김 {number}") }], "notes": text(number) }),
    );
    made_of(
        &path("testimony"),
        "testimony",
        |number| json!({ "title": format!("밤 {number}"), "text": text(number) }),
    );
    made_of(
        &path("note"),
        "note",
        |number| json!({ "text": text(number) }),
    );
    for table in ["entry", "body"] {
        let persons = lengths(&path("person"), table);
        assert_eq!(persons.len(), 40);
        for other in ["testimony", "note"] {
            assert_eq!(persons, lengths(&path(other), table), "{other} in {table}");
        }
    }
}

/// All that SQLite shows: each table with the lengths of its rows.
fn seen(path: &Path) -> BTreeMap<String, Vec<i64>> {
    let database = rusqlite::Connection::open(path.join("vault.db")).expect("a database");
    let mut names = database
        .prepare("SELECT name FROM sqlite_master ORDER BY name")
        .expect("a schema");
    let names = names.query_map([], |row| row.get::<_, String>(0));
    let names = names.expect("names").map(|name| name.expect("a name"));
    names
        .map(|name| (name.clone(), lengths(path, &name)))
        .collect()
}

fn write_draft(session: &mut Session, length: usize) -> String {
    let put = draft::PutDraft {
        draft: None,
        record: None,
        kind: "note".to_owned(),
        base: None,
        content: json!({ "text": "가".repeat(length) }),
    };
    draft::put(session, put).expect("kept").draft
}

/// Nobody counts colleagues, drafts or bundles that were taken in, nor sees whether there are any. What is left to count
/// are the numbers that docs/THREATS.md names.
#[test]
fn colleagues_drafts_and_receipts_are_not_counted() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = |name: &str| dir.path().join(name);
    let fresh = |name: &str| vault::fresh(&path(name));
    let mut alone = fresh("alone");
    record::add(&mut alone, "note", br#"{"text":"one"}"#).expect("saved");
    record::add(&mut alone, "note", br#"{"text":"two"}"#).expect("saved");
    api_vault::lock(alone).expect("locked");

    let (mut busy, mut sender) = (fresh("busy"), fresh("sender"));
    vault::befriend((&mut busy, "busy"), (&mut sender, "sender"));
    record::add(&mut busy, "note", br#"{"text":"one"}"#).expect("saved");
    record::add(&mut sender, "note", br#"{"text":"two"}"#).expect("saved");
    let sent = path("sent.fnbundle");
    let to = ["busy".to_owned()];
    let to = send::Recipients::Colleagues(&to);
    send::export(&sender, &sent, &to, None, &mut Watch::silent()).expect("sent");
    receive::import(&mut busy, &[sent], None, false, &mut Watch::silent()).expect("taken in");
    for length in [0, 900, 30_000] {
        write_draft(&mut busy, length);
    }
    for number in 0..5 {
        let other = fresh(&format!("other {number}"));
        let known = identity::show(&other).identity;
        colleague::add(&mut busy, &known, &format!("colleague {number}")).expect("added");
    }
    api_vault::lock(busy).expect("locked");

    let (alone, busy) = (seen(&path("alone")), seen(&path("busy")));
    assert_eq!(alone, busy);
    let tables: Vec<&str> = busy.keys().map(String::as_str).collect();
    assert_eq!(tables, ["blob", "body", "cell", "entry", "state"]);
    let counts: Vec<usize> = busy.values().map(Vec::len).collect();
    assert_eq!(counts, [0, 2, 256, 2, 1]);
    assert!(busy["cell"].iter().all(|length| *length == 1_000));
}

/// How much there ever was at once shows in doublings, and no further.
#[test]
fn the_number_of_cells_doubles_and_does_not_fall() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    api_vault::lock(vault::fresh(&path)).expect("locked");
    for (length, cells) in [(50_000, 256), (100_000, 512), (0, 512), (700_000, 4_096)] {
        let mut session = vault::unlock(&path);
        let written = write_draft(&mut session, length);
        draft::discard(&mut session, &written).expect("there");
        api_vault::lock(session).expect("locked");
        let found = lengths(&path, "cell");
        assert_eq!(found, vec![1_000; cells], "{length}");
    }
}
