//! Unlocking, listing, finding: what a person waits for at every look. Memory is that of a program of its own.

use std::path::Path;
use std::time::Instant;

use fieldnotes_store::search::fold;
use serde_json::{Value, json};

use super::databases::Kind;
use super::stage::{Records, Stage};
use super::works::{
    FOUND, HITS, MEMORY_PEAK, MEMORY_SEARCHED, MEMORY_UNLOCKED, PAGE, SEARCH, UNLOCK,
};
use super::{Outcome, calls, child, median, timed, times};
use crate::report::{Figure, OURS};

/// Times that a vault is unlocked.
const UNLOCKS: usize = 9;
/// Times that a page is taken.
const PAGES: usize = 30;
/// Seconds after which no more queries are asked: a scan of a large vault takes that long for a few.
const PATIENCE: f64 = 30.0;

const TRIGRAM: &str = "SQLCipher, FTS5 trigram";
const SCAN: &str = "SQLCipher, LIKE over all";

/// Measures it.
pub fn measure(stage: &mut Stage, records: &Records) -> Outcome<()> {
    let (count, folder) = (records.count, stage.path("sender"));
    let derive = median(times(UNLOCKS, || calls::refuse(&folder))?);
    let mut unlocks = Vec::new();
    for _ in 0..UNLOCKS {
        let (begun, seconds) = timed(|| calls::unlock_to_list(&folder))?;
        unlocks.push((seconds * 1_000.0 - derive).max(0.0));
        calls::lock(calls::finish(begun)?)?;
    }
    stage.put(&UNLOCK, OURS, Figure::of_times(count, unlocks, &[50, 95]));
    let mut session = calls::unlock(&folder)?;
    let pages = times(PAGES, || calls::first_page(&mut session).map(drop))?;
    stage.put(&PAGE, OURS, Figure::of_times(count, pages, &[50, 95]));
    let (mut searches, mut found) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    for query in &records.queries {
        if !searches.is_empty() && begun.elapsed().as_secs_f64() > PATIENCE {
            break;
        }
        let (total, seconds) = timed(|| calls::find(&mut session, query))?;
        searches.push(seconds * 1_000.0);
        found.push(total as i64);
    }
    calls::lock(session)?;
    stage.put(
        &SEARCH,
        OURS,
        Figure::of_times(count, searches, &[50, 95, 99]),
    );
    databases(stage, records, &found)?;
    memory(stage, &folder, records)
}

fn databases(stage: &mut Stage, records: &Records, found: &[i64]) -> Outcome<()> {
    let count = records.count;
    for kind in Kind::BOTH {
        let path = stage.path(kind.file());
        let Some(databases) = &mut stage.databases else {
            return Ok(());
        };
        let sealed = kind.is_sealed();
        let unlocks = databases.times(&json!({"do": "unlock", "db": path, "sealed": sealed, "order": calls::ORDER, "runs": UNLOCKS}))?;
        let pages = databases
            .times(&json!({"do": "page", "db": path, "order": calls::ORDER, "runs": PAGES}))?;
        stage.put(
            &UNLOCK,
            kind.name(),
            Figure::of_times(count, unlocks, &[50, 95]),
        );
        stage.put(
            &PAGE,
            kind.name(),
            Figure::of_times(count, pages, &[50, 95]),
        );
    }
    let path = stage.path(Kind::Sqlcipher.file());
    let Some(databases) = &mut stage.databases else {
        return Ok(());
    };
    let queries: Vec<Vec<String>> = records.queries.iter().map(|query| terms(query)).collect();
    let mut search = |how: &str| -> Outcome<(Vec<f64>, Vec<i64>)> {
        let wish = json!({"do": "search", "db": path, "queries": queries, "how": how, "seconds": PATIENCE});
        let mut answer: Value = databases.ask(&wish)?;
        Ok((
            serde_json::from_value(answer["ms"].take())?,
            serde_json::from_value(answer["found"].take())?,
        ))
    };
    let (by_trigram, trigram) = search("trigram")?;
    let (by_scan, scan) = search("scan")?;
    stage.put(
        &SEARCH,
        TRIGRAM,
        Figure::of_times(count, by_trigram, &[50, 95, 99]),
    );
    stage.put(
        &SEARCH,
        SCAN,
        Figure::of_times(count, by_scan, &[50, 95, 99]),
    );
    for (who, found) in [(OURS, found), (TRIGRAM, &trigram)] {
        let (answered, hits, runs) = compared(found, &scan);
        let figure = |value| Figure {
            runs,
            ..Figure::one(count, value)
        };
        stage.put(&FOUND, who, figure(answered));
        stage.put(&HITS, who, figure(hits));
    }
    Ok(())
}

/// Of a hundred queries that were asked of both, how many found just as many records as the scan; and of a hundred
/// records that the scan found, how many were found.
fn compared(found: &[i64], scan: &[i64]) -> (f64, f64, usize) {
    let both = || found.iter().zip(scan);
    let runs = both().count();
    let same = both().filter(|(found, scan)| found == scan).count();
    let hits: i64 = both().map(|(found, scan)| found.min(scan)).sum();
    let all: i64 = both().map(|(_, scan)| scan).sum();
    (
        100.0 * same as f64 / runs.max(1) as f64,
        100.0 * hits as f64 / all.max(1) as f64,
        runs,
    )
}

/// The terms of a query, as the program reads it: what stands in quotes is one. Folded as the texts are: SQLite by itself
/// finds no `Kwŏn` where `kwon` is asked for.
fn terms(query: &str) -> Vec<String> {
    let parts = query.split('"').enumerate().flat_map(|(at, part)| {
        let is_phrase = at % 2 == 1;
        let words: Vec<&str> = if is_phrase {
            vec![part.trim()]
        } else {
            part.split_whitespace().collect()
        };
        words
    });
    parts.filter(|term| !term.is_empty()).map(fold).collect()
}

fn memory(stage: &mut Stage, folder: &Path, records: &Records) -> Outcome<()> {
    let (count, queries) = (records.count, stage.path("queries.json"));
    let some: Vec<&String> = records.queries.iter().take(100).collect();
    std::fs::write(&queries, serde_json::to_vec(&some)?)?;
    let seen = child::ask(&["look", "--vault"], &[folder, &queries])?;
    let figure = |name: &str| {
        let value = seen[name].as_f64().unwrap_or_default();
        Figure {
            runs: seen["searches"].as_u64().unwrap_or_default() as usize,
            ..Figure::one(count, value)
        }
    };
    stage.put(&MEMORY_UNLOCKED, OURS, figure("unlocked"));
    stage.put(&MEMORY_SEARCHED, OURS, figure("searched"));
    stage.put(&MEMORY_PEAK, OURS, figure("peak"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_make_one_term() {
        assert_eq!(
            terms("두만강 \"강을 건너\" river"),
            ["두만강", "강을 건너", "river"]
        );
        assert_eq!(terms("\"강을 건너"), ["강을 건너"]);
    }

    #[test]
    fn what_is_missed_is_counted() {
        assert_eq!(compared(&[3, 0, 5], &[3, 2, 5, 9]), (200.0 / 3.0, 80.0, 3));
        assert_eq!(compared(&[7], &[3]), (0.0, 100.0, 1));
    }
}
