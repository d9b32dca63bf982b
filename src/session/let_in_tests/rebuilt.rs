//! What is known of colleagues and imports, where its rows cannot be read.

use super::*;

/// A row of a colleague as it stands, without anybody looking at what is written.
fn put_raw(session: &mut Session, table: Table, id: i64, value: &[u8]) {
    let mut transaction = session.store.begin().expect("begun");
    transaction.delete(table, id).expect("there");
    let slot = transaction.draw();
    let row = transaction
        .sealer()
        .seal(table, slot, Padding::Padme, value);
    assert!(transaction.insert_sealed(&row).expect("inserted"));
    transaction.commit().expect("committed");
}

#[test]
fn what_is_known_of_colleagues_and_imports_is_rebuilt() {
    let mut stage = Stage::set();
    let environment = Environment::system();
    let passphrase = SecretString::from(PASSPHRASE);
    let mut log = Log::begin();
    let one = log.write(make_uuid(&OsRandom), &[], Some(&body("told")));
    let record = one.0.entry.record.to_string();
    let file = stage.bundle(vec![one], Told::default());
    stage.import(file).expect("taken in");
    // Of a version that wrote what it could not read: the sets, and the journal.
    let (row, colleague) = stage.victim.colleagues[0].clone();
    let mut value = serde_json::to_value(&colleague).expect("JSON");
    value["exchanged"] = serde_json::json!({"holds": {"00": "no set"}});
    put_raw(
        &mut stage.victim,
        Table::Colleague,
        row,
        value.to_string().as_bytes(),
    );
    let (row, receipt) = stage.victim.receipts[0].clone();
    let mut value = serde_json::to_value(&receipt).expect("JSON");
    value["journal"]["brought"] = serde_json::json!(7);
    put_raw(
        &mut stage.victim,
        Table::Receipt,
        row,
        value.to_string().as_bytes(),
    );
    let other = create(&stage.file().with_extension("vault"));
    std::mem::replace(&mut stage.victim, other)
        .lock()
        .expect("locked");
    let refused = unlock(&stage.path, &passphrase, Access::Full, &environment);
    assert!(matches!(refused, Err(SessionError::Damaged(_))));
    let left = unlock(&stage.path, &passphrase, Access::WhatIsLeft, &environment);
    let left = left.expect("what is left can be read");
    record::show(&left, &record).expect("shown");
    left.lock().expect("locked");
    let done = repair(&stage.path, &passphrase, false, &environment, &mut silent());
    let (mended, lost) = done.expect("repaired");
    assert_eq!(mended.len(), 2, "{mended:?}");
    assert_eq!(lost, [Lost::Exchanged("mallory".into()), Lost::Journals(1)]);
    stage.victim = open(&stage.path);
    stage.reopen();
    assert_eq!(stage.victim.colleagues[0].1.name, "mallory");
    record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#).expect("saved");

    // A disk that lost a byte of each row: they do not open at all.
    let fingerprint = colleague::show(&stage.victim, "mallory")
        .expect("there")
        .fingerprint;
    let other = create(&stage.dir.path().join("second"));
    let known = identity::show(&other).identity;
    colleague::add(&mut stage.victim, &known, "second").expect("added");
    colleague::verify(&mut stage.victim, "mallory", &fingerprint).expect("compared");
    let other = create(&stage.file().with_extension("vault"));
    std::mem::replace(&mut stage.victim, other)
        .lock()
        .expect("locked");
    let database = rusqlite::Connection::open(stage.path.join("vault.db")).expect("SQLite");
    for table in ["peer", "seen"] {
        let newest = format!("(SELECT id FROM {table} ORDER BY length(box), id LIMIT 1)");
        let harm = format!("UPDATE {table} SET box = zeroblob(length(box)) WHERE id = {newest}");
        database.execute_batch(&harm).expect("harmed");
    }
    database.close().expect("closed");
    let done = repair(&stage.path, &passphrase, false, &environment, &mut silent());
    let (_, lost) = done.expect("repaired");
    assert!(lost.contains(&Lost::Colleagues(1)), "{lost:?}");
    assert!(lost.contains(&Lost::Receipts(1)), "{lost:?}");
    stage.victim = open(&stage.path);
    stage.reopen();
    assert_eq!(stage.victim.colleagues.len(), 1);
    // Where rows were exchanged, none vouches for another.
    assert_eq!(stage.victim.colleagues[0].1.verified, None);
    record::show(&stage.victim, &record).expect("shown");
}
