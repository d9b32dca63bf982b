//! Rows that were swapped, deleted, copied, or put back in an older form by somebody who knows SQLite. The seal over
//! the pages is removed first: the rows must vouch for themselves.

use std::fs;

use fieldnotes_core::{Code, record, vault as api_vault};
use rusqlite::Connection;

use crate::scene::{Found, Scene};
use crate::support::vault;

/// Tables, and how what is harmed in them is reported. Which cell is whose nobody sees from outside.
const TABLES: [(&str, &[&str]); 4] = [
    ("entry", &["revisions"]),
    ("body", &["bodies"]),
    ("blob", &["files"]),
    ("cell", &SMALL),
];
const SMALL: [&str; 5] = [
    "drafts",
    "own identity",
    "colleagues",
    "receipts",
    "unused space",
];

fn is_named(parts: &[String], names: &[&str]) -> bool {
    let is_one = |part: &String| names.iter().any(|name| part.ends_with(name));
    parts.iter().any(is_one)
}

/// Changes the database behind the vault's back, and looks.
fn harm(scene: &Scene, what: &str, sql: &str) -> Found {
    scene.mend();
    fs::remove_file(scene.vault().join("pages")).expect("there");
    let connection = Connection::open(scene.vault().join("vault.db")).expect("it is SQLite");
    connection.execute_batch(sql).expect(what);
    connection.close().expect("closed");
    let found = scene.look_at_harm(what);
    assert!(found.is_noticed(), "{what} was not noticed");
    found
}

/// `body` is read by `verify` alone, since there may be gigabytes of it.
fn assert_refused(found: Found, table: &str, what: &str) {
    match found.unlocked {
        Err(error) => assert_eq!(error.code, Code::VaultDamaged, "{what}"),
        Ok(()) => assert_eq!(table, "body", "{what}: opened for work"),
    }
}

#[test]
fn a_deleted_row_is_missed_in_every_table() {
    let scene = Scene::set();
    for (table, names) in TABLES {
        let what = format!("a row of {table} less");
        let newest = format!("DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})");
        let found = harm(&scene, &what, &newest);
        let parts = found.parts();
        assert!(is_named(&parts, names), "{what}: {parts:?}");
        let left = found.left.expect("the rest can be read");
        assert!(
            left + 1 >= scene.records.len(),
            "{what}: {left} records left"
        );
        assert_refused(found, table, &what);

        let what = format!("no row in {table}");
        let found = harm(&scene, &what, &format!("DELETE FROM {table}"));
        if table == "cell" {
            let parts = found.parts();
            for name in SMALL {
                assert!(is_named(&parts, &[name]), "{name}: {parts:?}");
            }
        }
        assert_refused(found, table, &what);
    }
    let found = harm(&scene, "no state", "DELETE FROM state");
    assert!(found.parts().contains(&"state".to_owned()));
    assert_eq!(found.left, Some(scene.records.len()));
    assert_refused(found, "state", "no state");
}

#[test]
fn swapped_and_copied_rows_do_not_open() {
    let scene = Scene::set();
    for (table, names) in TABLES {
        let two = format!("(SELECT min(id) FROM {table}), (SELECT max(id) FROM {table})");
        let swap = format!(
            "CREATE TEMP TABLE two AS SELECT * FROM {table} WHERE id IN ({two});
             UPDATE {table} SET box = (SELECT box FROM two WHERE two.id <> {table}.id)
             WHERE id IN ({two}) AND (SELECT count(*) FROM two) = 2;"
        );
        let copy = format!("INSERT INTO {table} SELECT 777, epoch, box FROM {table} LIMIT 1");
        let ids =
            format!("UPDATE {table} SET id = id - 1 WHERE id = (SELECT min(id) FROM {table})");
        let epoch = format!("UPDATE {table} SET epoch = 2");
        let cut = format!("UPDATE {table} SET box = substr(box, 1, 20)");
        let empty = format!("UPDATE {table} SET box = x''");
        for (what, sql) in [
            ("swapped", swap),
            ("copied", copy),
            ("renumbered", ids),
            ("of another epoch", epoch),
            ("cut", cut),
            ("emptied", empty),
        ] {
            let what = format!("{table} {what}");
            let found = harm(&scene, &what, &sql);
            let parts = found.parts();
            let is_named = is_named(&parts, names) || parts.iter().any(|part| *part == "body");
            assert!(is_named, "{what}: {parts:?}");
            assert_refused(found, table, &what);
        }
    }
}

/// A row of one table does not open in another.
#[test]
fn a_row_is_bound_to_its_table() {
    let scene = Scene::set();
    let sql = "INSERT INTO blob SELECT id, epoch, box FROM cell WHERE id = 7";
    let found = harm(&scene, "a cell among the files", sql);
    assert!(found.parts().contains(&"rows of files".to_owned()));
    assert_eq!(found.left, Some(scene.records.len()));
}

#[test]
fn a_changed_schema_is_noticed() {
    let scene = Scene::set();
    for sql in [
        "DROP TABLE cell",
        "ALTER TABLE blob RENAME TO glob",
        "ALTER TABLE entry RENAME COLUMN box TO fox",
        "PRAGMA application_id = 1",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 2",
    ] {
        let found = harm(&scene, sql, sql);
        assert!(found.unlocked.is_err(), "{sql}");
    }
    // What no program of ours reads is seen where the seal over the pages is there.
    let seal = scene.files[std::path::Path::new("pages")].clone();
    for sql in [
        "CREATE TABLE more (text TEXT)",
        "CREATE TRIGGER gone AFTER INSERT ON entry BEGIN DELETE FROM body; END",
        "PRAGMA journal_mode = DELETE",
    ] {
        scene.mend();
        let connection = Connection::open(scene.vault().join("vault.db")).expect("it is SQLite");
        connection
            .execute_batch(sql)
            .or_else(|_| connection.query_row(sql, [], |_| Ok(())))
            .expect(sql);
        connection.close().expect("closed");
        assert_eq!(fs::read(scene.vault().join("pages")).expect("there"), seal);
        assert!(scene.look_at_harm(sql).is_noticed(), "{sql}");
    }
}

/// Rows put back from an older copy of the same vault open; that they are old the state reports.
#[test]
fn rows_of_an_older_copy_are_noticed() {
    let scene = Scene::set();
    let old = scene.dir.path().join("old.db");
    fs::copy(scene.vault().join("vault.db"), &old).expect("copied");
    let mut session = vault::unlock(&scene.vault());
    let mut record = record::show(&session, &scene.owner).expect("held").record;
    record["notes"] = serde_json::json!("widerrufen");
    let json = record.to_string().into_bytes();
    record::edit(&mut session, &scene.owner, &json, None).expect("saved");
    let draft = fieldnotes_core::record::draft::list(&session).swap_remove(0);
    fieldnotes_core::record::draft::discard(&mut session, &draft.draft).expect("there");
    api_vault::lock(session).expect("it can be locked");
    let newer = crate::support::folder::snapshot(&scene.vault());
    let attach = format!("ATTACH '{}' AS old;", old.display());
    for (what, sql) in [
        (
            "all revisions of before",
            "DELETE FROM main.entry; INSERT INTO main.entry SELECT * FROM old.entry;",
        ),
        (
            "bodies of before",
            "DELETE FROM main.body; INSERT INTO main.body SELECT * FROM old.body;",
        ),
        (
            "a draft of before",
            "DELETE FROM main.cell; INSERT INTO main.cell SELECT * FROM old.cell;",
        ),
        (
            "the state of before",
            "DELETE FROM main.state; INSERT INTO main.state SELECT * FROM old.state;",
        ),
    ] {
        crate::support::folder::put_back(&scene.vault(), &newer);
        fs::remove_file(scene.vault().join("pages")).expect("there");
        let connection = Connection::open(scene.vault().join("vault.db")).expect("it is SQLite");
        connection
            .execute_batch(&format!("{attach}{sql}"))
            .expect(what);
        connection.close().expect("closed");
        let verified = vault::verify(&scene.vault()).expect("it can be looked at");
        assert!(!verified.ok, "{what}");
        match vault::try_unlock(&scene.vault()) {
            Err(error) => assert_eq!(error.code, Code::VaultDamaged, "{what}"),
            Ok(_) => assert_eq!(what, "bodies of before"),
        }
    }
}

/// Every cell is somebody's, or nobody's: whichever is lost, it is reported, and a repair mends what may be mended.
#[test]
fn each_lost_cell_is_reported_as_what_it_was() {
    let scene = Scene::set();
    let mut reported = std::collections::BTreeSet::new();
    for cell in 1..=256 {
        let sql = format!("UPDATE cell SET box = zeroblob(1000) WHERE id = {cell}");
        scene.mend();
        fs::remove_file(scene.vault().join("pages")).expect("there");
        let connection = Connection::open(scene.vault().join("vault.db")).expect("it is SQLite");
        connection.execute_batch(&sql).expect("harmed");
        connection.close().expect("closed");
        let Err(refused) = vault::try_unlock(&scene.vault()) else {
            panic!("cell {cell} was not missed");
        };
        assert_eq!(refused.code, Code::VaultDamaged);
        // Of one kind, and of no other.
        let parts = refused.params.get("part").cloned().unwrap_or_default();
        let named = parts
            .split(", ")
            .filter_map(|part| part.split(" of ").nth(1));
        let named: std::collections::BTreeSet<String> = named.map(str::to_owned).collect();
        assert_eq!(named.len(), 1, "cell {cell}: {parts}");
        reported.extend(named);
    }
    assert_eq!(reported, SMALL.map(str::to_owned).into());
}

/// Whoever can write to the file has no part in what the program does with it. Guards "Nothing in the database is run" of
/// docs/THREATS.md.
#[test]
fn what_else_stands_in_the_schema_is_named_and_never_run() {
    let scene = Scene::set();
    let schemas = [
        "CREATE TRIGGER t BEFORE INSERT ON entry BEGIN SELECT raise(ignore); END",
        "CREATE TRIGGER t AFTER INSERT ON body BEGIN DELETE FROM body WHERE id <> new.id; END",
        "CREATE TABLE more (id INTEGER PRIMARY KEY)",
        "CREATE INDEX i ON entry (epoch)",
        "CREATE VIEW v AS SELECT * FROM entry",
        "PRAGMA journal_mode = delete; PRAGMA page_size = 8192; VACUUM",
    ];
    for schema in schemas {
        for has_pages in [true, false] {
            scene.mend();
            if !has_pages {
                std::fs::remove_file(scene.vault().join("pages")).expect("there");
            }
            let database = rusqlite::Connection::open(scene.vault().join("vault.db"));
            let database = database.expect("it is SQLite");
            database.execute_batch(schema).expect("changed");
            database.close().expect("closed");
            let found = scene.look_at_harm(schema);
            assert_eq!(found.left, Some(scene.records.len()), "{schema}");
            let parts = found.parts();
            let is_named = parts.iter().any(|part| part == "database_schema");
            assert!(is_named, "{schema}: {parts:?}");
            let error = found.unlocked.expect_err("nothing is written by it");
            assert_eq!(error.code, Code::VaultDamaged, "{schema}");
            assert_eq!(error.params["part"], "database_schema", "{schema}");
        }
    }
}
