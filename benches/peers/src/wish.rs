//! What the bench can ask for.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::database::{Database, Order};
use crate::search::{How, search};

/// A wish. Databases are called by their path.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Wish {
    /// The versions of what is in here.
    Versions,
    /// Makes a database of these rows. `sealed` makes it one of SQLCipher.
    Make {
        db: PathBuf,
        sealed: bool,
        rows: PathBuf,
    },
    /// Opens one that was closed.
    Open { db: PathBuf, sealed: bool },
    /// Puts the texts beside the records, for scanning, and makes an index of them.
    Index { db: PathBuf, rows: PathBuf },
    /// Writes everything into its file and closes it.
    Close { db: PathBuf },
    /// Opens, counts, takes the first page, closes; so many times.
    Unlock {
        db: PathBuf,
        sealed: bool,
        order: Order,
        runs: usize,
    },
    /// Takes the first page.
    Page {
        db: PathBuf,
        order: Order,
        runs: usize,
    },
    /// Looks for each of these, each a list of terms, for at most so many seconds.
    Search {
        db: PathBuf,
        queries: Vec<Vec<String>>,
        how: How,
        seconds: f64,
    },
    /// Keeps each of these bodies in a transaction of its own.
    Save { db: PathBuf, bodies: Vec<String> },
}

/// The databases that are open.
#[derive(Default)]
pub struct Peers(BTreeMap<PathBuf, Database>);

type Outcome<T> = Result<T, Box<dyn Error>>;

impl Peers {
    /// Does it and says how long it took.
    pub fn answer(&mut self, wish: Wish) -> Outcome<Value> {
        match wish {
            Wish::Versions => Ok(Database::versions()?),
            Wish::Make { db, sealed, rows } => {
                let mut made = Database::open(&db, sealed)?;
                made.prepare()?;
                let begun = Instant::now();
                let records = made.import(&rows)?;
                let seconds = begun.elapsed().as_secs_f64();
                self.0.insert(db, made);
                Ok(json!({"seconds": seconds, "records": records}))
            }
            Wish::Open { db, sealed } => {
                let opened = Database::open(&db, sealed)?;
                self.0.insert(db, opened);
                Ok(json!({}))
            }
            Wish::Index { db, rows } => {
                let database = self.of(&db)?;
                database.keep_texts(&rows)?;
                let before = database.bytes()?;
                let begun = Instant::now();
                let records = database.index()?;
                let seconds = begun.elapsed().as_secs_f64();
                Ok(
                    json!({"seconds": seconds, "records": records, "bytes": database.bytes()? - before}),
                )
            }
            Wish::Close { db } => {
                self.0.remove(&db).ok_or("it is not open")?.close()?;
                Ok(json!({"bytes": std::fs::metadata(&db)?.len()}))
            }
            Wish::Unlock {
                db,
                sealed,
                order,
                runs,
            } => {
                // Closing is not timed, and no other connection keeps anything warm.
                if let Some(open) = self.0.remove(&db) {
                    open.close()?;
                }
                let mut ms = Vec::with_capacity(runs);
                for _ in 0..runs {
                    let begun = Instant::now();
                    let database = Database::open(&db, sealed)?;
                    database.count()?;
                    database.page(order)?;
                    ms.push(begun.elapsed().as_secs_f64() * 1_000.0);
                    database.close()?;
                }
                self.0.insert(db.clone(), Database::open(&db, sealed)?);
                Ok(json!({"ms": ms}))
            }
            Wish::Page { db, order, runs } => {
                let database = self.of(&db)?;
                Ok(json!({"ms": times(runs, || database.page(order).map(drop))?}))
            }
            Wish::Search {
                db,
                queries,
                how,
                seconds,
            } => {
                let (ms, found) = search(self.of(&db)?, &queries, how, seconds)?;
                Ok(json!({"ms": ms, "found": found}))
            }
            Wish::Save { db, bodies } => {
                let database = self.of(&db)?;
                let (runs, mut bodies) = (bodies.len(), bodies.iter());
                let next = || database.save(bodies.next().map_or("", String::as_str));
                Ok(json!({"ms": times(runs, next)?}))
            }
        }
    }

    fn of(&mut self, db: &Path) -> Outcome<&mut Database> {
        Ok(self.0.get_mut(db).ok_or("it is not open")?)
    }
}

/// Milliseconds of each run.
fn times(runs: usize, mut work: impl FnMut() -> Outcome<()>) -> Outcome<Vec<f64>> {
    let mut times = Vec::with_capacity(runs);
    for _ in 0..runs {
        let begun = Instant::now();
        work()?;
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(times)
}
