//! What the rows of a database tell without its passphrase: SQLite alone looks. Guards "A seized laptop tells nothing" of
//! docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(clippy::disallowed_methods, clippy::print_stdout)]

use std::path::Path;

use fieldnotes_core::api::{record, vault as api_vault};
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

/// Persons, testimonies and notes of like lengths cannot be told from one another.
#[test]
fn kinds_are_not_told_by_lengths() {
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
