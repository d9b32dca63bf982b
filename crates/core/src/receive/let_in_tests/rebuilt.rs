//! What is known of colleagues and imports, where its rows cannot be read.

use super::*;
use fieldnotes_format::vault::sealed_row::RowId;

/// A value as it stands, without anybody looking at what is written.
fn put_raw(session: &mut Session, kind: Table, id: RowId, value: &[u8]) {
    let mut transaction = session.storage.store.begin().expect("begun");
    transaction
        .replace_value(kind, id, value)
        .expect("replaced");
    transaction.commit().expect("committed");
}

#[test]
fn what_is_known_of_colleagues_and_imports_is_rebuilt() {
    let mut stage = Stage::set();
    let environment = Environment::system();
    let passphrase = SecretString::from(PASSPHRASE);
    let mut log = Log::begin();
    let one = log.write(make_id(&OsRandom), &[], Some(&body("known")));
    let record = one.0.entry.record.to_string();
    let file = stage.bundle(vec![one], Notices::default());
    stage.import(file).expect("taken in");
    // Of a version that wrote what it could not read: the sets, and the journal.
    let (row, colleague) = stage.victim.peers.rows()[0].clone();
    let mut value = serde_json::to_value(&colleague).expect("JSON");
    value["exchanged"] = serde_json::json!({"holds": {"00": "no set"}});
    put_raw(
        &mut stage.victim,
        Table::Colleague,
        row,
        value.to_string().as_bytes(),
    );
    let (row, receipt) = stage.victim.peers.receipts()[0].clone();
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
    assert_eq!(stage.victim.peers.rows()[0].1.name, "mallory");
    record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#).expect("saved");

    // A disk that lost a byte of each row: they do not open at all.
    let fingerprint = colleague::show(&stage.victim, "mallory")
        .expect("there")
        .fingerprint;
    let other = create(&stage.dir.path().join("second"));
    let known = identity::show(&other).identity;
    colleague::add(&mut stage.victim, &known, "second").expect("added");
    colleague::verify(&mut stage.victim, "mallory", &fingerprint).expect("compared");
    let victim = &stage.victim;
    let second = victim
        .peers
        .rows()
        .iter()
        .find(|(_, one)| one.name == "second");
    let lost = [
        (Table::Colleague, second.expect("there").0),
        (Table::Receipt, victim.peers.receipts()[0].0),
    ];
    let cells: Vec<RowId> = lost
        .into_iter()
        .flat_map(|(kind, id)| victim.storage.store.cells_of(kind, id))
        .collect();
    let other = create(&stage.file().with_extension("vault"));
    std::mem::replace(&mut stage.victim, other)
        .lock()
        .expect("locked");
    let database = rusqlite::Connection::open(stage.path.join("vault.db")).expect("SQLite");
    assert!(cells.len() > 2, "a colleague has several: {cells:?}");
    for cell in cells {
        let harm = format!("UPDATE cell SET box = zeroblob(length(box)) WHERE id = {cell}");
        database.execute_batch(&harm).expect("harmed");
    }
    database.close().expect("closed");
    let done = repair(&stage.path, &passphrase, false, &environment, &mut silent());
    let (_, lost) = done.expect("repaired");
    assert!(lost.contains(&Lost::Colleagues(1)), "{lost:?}");
    assert!(lost.contains(&Lost::Receipts(1)), "{lost:?}");
    stage.victim = open(&stage.path);
    stage.reopen();
    assert_eq!(stage.victim.peers.rows().len(), 1);
    // Where rows were exchanged, none vouches for another.
    assert_eq!(stage.victim.peers.rows()[0].1.verified, None);
    record::show(&stage.victim, &record).expect("shown");
}
