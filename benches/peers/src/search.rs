//! Finding records that have all of some terms, as a person types: how many, and the first fifty with what stands around.

use std::error::Error;
use std::time::Instant;

use rusqlite::params_from_iter;
use serde::Deserialize;

use crate::database::Database;

/// What looks for it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The index of three characters. A term that has fewer it cannot find.
    Trigram,
    /// LIKE over every text.
    Scan,
}

type Found = (Vec<f64>, Vec<i64>);

/// Milliseconds and number of records found, of as many queries as there is time for.
pub fn search(
    database: &Database,
    queries: &[Vec<String>],
    how: How,
    seconds: f64,
) -> Result<Found, Box<dyn Error>> {
    let (mut ms, mut found) = (Vec::new(), Vec::new());
    let all = Instant::now();
    for terms in queries {
        if !ms.is_empty() && all.elapsed().as_secs_f64() > seconds {
            break;
        }
        let begun = Instant::now();
        found.push(match how {
            How::Trigram => by_trigram(database, terms)?,
            How::Scan => by_scan(database, terms)?,
        });
        ms.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok((ms, found))
}

fn by_trigram(database: &Database, terms: &[String]) -> Result<i64, Box<dyn Error>> {
    let quoted: Vec<String> = terms
        .iter()
        .map(|term| format!("\"{}\"", term.replace('"', "\"\"")))
        .collect();
    let query = quoted.join(" AND ");
    let mut count = database
        .0
        .prepare_cached("SELECT count(*) FROM trigram WHERE trigram MATCH ?1")?;
    let total = count.query_row([&query], |row| row.get(0))?;
    let mut first = database.0.prepare_cached(
        "SELECT rowid, snippet(trigram, 0, '[', ']', '…', 40) FROM trigram WHERE trigram MATCH ?1 LIMIT 50",
    )?;
    let hits = first.query_map([&query], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
    })?;
    for hit in hits {
        title(database, hit?.0)?;
    }
    Ok(total)
}

fn by_scan(database: &Database, terms: &[String]) -> Result<i64, Box<dyn Error>> {
    let each: Vec<String> = (1..=terms.len())
        .map(|at| format!("words LIKE ?{at} ESCAPE '\\'"))
        .collect();
    let query = format!("SELECT id, words FROM words WHERE {}", each.join(" AND "));
    let mut statement = database.0.prepare_cached(&query)?;
    let values: Vec<String> = terms.iter().map(|term| pattern(term)).collect();
    let mut rows = statement.query(params_from_iter(&values))?;
    let mut total = 0;
    while let Some(row) = rows.next()? {
        total += 1;
        if total <= 50 {
            let words: String = row.get(1)?;
            std::hint::black_box(words.find(terms.first().map_or("", String::as_str)));
            title(database, row.get(0)?)?;
        }
    }
    Ok(total)
}

fn title(database: &Database, record: i64) -> rusqlite::Result<String> {
    let mut statement = database
        .0
        .prepare_cached("SELECT title FROM record WHERE id = ?1")?;
    statement.query_row([record], |row| row.get(0))
}

fn pattern(term: &str) -> String {
    let mut pattern = String::from("%");
    for letter in term.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
