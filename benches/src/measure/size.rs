//! Everything that is measured of vaults of one size.

use serde_json::json;

use super::databases::Kind;
use super::stage::{Records, Stage, remove};
use super::works::{IMPORT, INDEX, INDEX_SIZE, SIZE};
use super::{Outcome, calls, exchange, keepass, looking, saving, timed};
use crate::report::{Figure, OURS};

/// Measures one size, and leaves nothing behind.
pub fn measure(stage: &mut Stage, count: u64) -> Outcome<()> {
    say(count, "making the records");
    let records = stage.records(count)?;
    say(count, "importing");
    import(stage, &records)?;
    say(count, "unlocking, listing, searching");
    looking::measure(stage, &records)?;
    keepass::measure(stage, &records)?;
    say(count, "bundles");
    exchange::measure(stage, &records)?;
    // Last, since it adds records.
    say(count, "saving");
    saving::measure(stage, &records)?;
    close(stage)?;
    for name in ["sender", "records.jsonl", "rows.jsonl"] {
        remove(&stage.path(name))?;
    }
    Ok(())
}

/// The records into ours and theirs, and an index made of them.
fn import(stage: &mut Stage, records: &Records) -> Outcome<()> {
    let (count, folder) = (records.count, stage.path("sender"));
    let mut session = calls::create(&folder)?;
    let (taken, seconds) = timed(|| calls::import_lines(&mut session, &records.lines))?;
    if taken != count {
        return Err(format!("{taken} of {count} records were taken").into());
    }
    stage.put(&IMPORT, OURS, Figure::rate(count, count as f64, seconds));
    let without = calls::size(&folder)?;
    let (indexed, seconds) = timed(|| calls::index(&mut session))?;
    if indexed == 0 {
        stage
            .run
            .miss(&INDEX, OURS, "an import leaves nothing to be indexed");
    } else {
        stage.put(&INDEX, OURS, Figure::rate(count, indexed as f64, seconds));
    }
    let with = calls::size(&folder)?;
    stage.put(
        &INDEX_SIZE,
        OURS,
        Figure::one(count, megabytes(with.saturating_sub(without))),
    );
    calls::lock(session)?;
    stage.put(
        &SIZE,
        OURS,
        Figure::one(count, megabytes(calls::size(&folder)?)),
    );
    stage.put(
        &SIZE,
        "the records as JSON lines",
        Figure::one(count, megabytes(records.bytes)),
    );
    for kind in Kind::BOTH {
        databases(stage, records, kind)?;
    }
    Ok(())
}

fn databases(stage: &mut Stage, records: &Records, kind: Kind) -> Outcome<()> {
    let (count, path) = (records.count, stage.path(kind.file()));
    let Some(databases) = &mut stage.databases else {
        stage
            .run
            .miss(&IMPORT, kind.name(), "benches/peers was not built");
        return Ok(());
    };
    let made = databases.ask(
        &json!({"do": "make", "db": path, "sealed": kind.is_sealed(), "rows": records.rows}),
    )?;
    let bytes = databases.ask(&json!({"do": "close", "db": path}))?["bytes"].as_u64();
    databases.ask(&json!({"do": "open", "db": path, "sealed": kind.is_sealed()}))?;
    let indexed = if kind.is_sealed() {
        Some(databases.ask(&json!({"do": "index", "db": path, "rows": records.rows}))?)
    } else {
        None
    };
    let seconds = made["seconds"].as_f64().unwrap_or_default();
    stage.put(
        &IMPORT,
        kind.name(),
        Figure::rate(count, count as f64, seconds),
    );
    stage.put(
        &SIZE,
        kind.name(),
        Figure::one(count, megabytes(bytes.unwrap_or_default())),
    );
    if let Some(indexed) = indexed {
        let who = "SQLCipher, FTS5 trigram";
        let seconds = indexed["seconds"].as_f64().unwrap_or_default();
        stage.put(&INDEX, who, Figure::rate(count, count as f64, seconds));
        let bytes = indexed["bytes"].as_u64().unwrap_or_default();
        stage.put(&INDEX_SIZE, who, Figure::one(count, megabytes(bytes)));
    }
    Ok(())
}

/// The databases are looked at no more.
fn close(stage: &mut Stage) -> Outcome<()> {
    for kind in Kind::BOTH {
        let path = stage.path(kind.file());
        if let Some(databases) = &mut stage.databases {
            databases.ask(&json!({"do": "close", "db": path}))?;
        }
        remove(&path)?;
    }
    Ok(())
}

/// Millions of bytes.
pub fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Reports whoever waits what goes on.
fn say(records: u64, what: &str) {
    println!("{records} records: {what} …");
}
