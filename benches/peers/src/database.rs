//! One database, sealed by SQLCipher or not: the same tables, the same statements, each commit synced in full.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use rusqlite::{Connection, params};
use serde::Deserialize;
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The key itself, so that no key derivation is in the figures.
const KEY: &str = "x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'";
/// Records in a transaction of an import, as in ours.
const BATCH: usize = 1_000;

/// In which order a list stands.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By title.
    Title,
    /// The one that was saved last comes first.
    LastSaved,
}

/// A row as the bench writes it, from what the core says of a record.
#[derive(Deserialize)]
struct Row {
    kind: String,
    title: String,
    /// Its texts, one a line.
    text: String,
    /// The record as JSON.
    body: String,
}

/// An open database.
pub struct Database(pub Connection);

impl Database {
    /// Opens or makes it.
    pub fn open(path: &Path, sealed: bool) -> Outcome<Self> {
        let connection = Connection::open(path)?;
        if sealed {
            connection.pragma_update(None, "key", KEY)?;
        }
        // 64 MB of pages: more than it takes by itself, and as much as it could use.
        connection.execute_batch(
            "PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA cache_size = -64000;",
        )?;
        Ok(Self(connection))
    }

    /// Its tables.
    pub fn prepare(&self) -> Outcome<()> {
        self.0.execute_batch(
            "CREATE TABLE record (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, saved INTEGER NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL);
             CREATE INDEX by_saved ON record (saved);
             CREATE INDEX by_title ON record (title);
             CREATE TABLE loose (id INTEGER PRIMARY KEY, body TEXT NOT NULL);",
        )?;
        Ok(())
    }

    /// Takes in all rows, a thousand in a transaction.
    pub fn import(&mut self, rows: &Path) -> Outcome<usize> {
        self.each(
            rows,
            "INSERT INTO record (kind, saved, title, body) VALUES (?1, ?2, ?3, ?4)",
            |statement, at, row| {
                statement.execute(params![row.kind, at as i64, row.title, row.body])
            },
        )
    }

    /// The texts beside the records.
    pub fn keep_texts(&mut self, rows: &Path) -> Outcome<usize> {
        self.0
            .execute_batch("CREATE TABLE words (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")?;
        self.each(
            rows,
            "INSERT INTO words (id, words) VALUES (?1, ?2)",
            |statement, at, row| statement.execute(params![at as i64 + 1, row.text]),
        )
    }

    /// Makes the index of the texts: SQLite's full text search by three characters.
    pub fn index(&self) -> Outcome<i64> {
        self.0.execute_batch(
            "CREATE VIRTUAL TABLE trigram USING fts5(words, content='words', content_rowid='id', tokenize='trigram');
             INSERT INTO trigram (trigram) VALUES ('rebuild');",
        )?;
        self.count()
    }

    /// How many records there are.
    pub fn count(&self) -> Outcome<i64> {
        Ok(self
            .0
            .query_row("SELECT count(*) FROM record", [], |row| row.get(0))?)
    }

    /// The first hundred lines of the list.
    pub fn page(&self, order: Order) -> Outcome<usize> {
        let order = match order {
            Order::Title => "title",
            Order::LastSaved => "saved DESC",
        };
        let query = format!("SELECT id, kind, title, saved FROM record ORDER BY {order} LIMIT 100");
        let mut statement = self.0.prepare_cached(&query)?;
        let lines = statement.query_map([], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, i64>(3)?,
            ))
        })?;
        Ok(lines.collect::<Result<Vec<_>, _>>()?.len())
    }

    /// Keeps a body in a transaction of its own.
    pub fn save(&self, body: &str) -> Outcome<()> {
        self.0
            .prepare_cached("INSERT INTO loose (body) VALUES (?1)")?
            .execute([body])?;
        Ok(())
    }

    /// Bytes of the file, with everything written into it.
    pub fn bytes(&self) -> Outcome<u64> {
        self.write_out()?;
        let path = self.0.path().ok_or("a database in memory has no file")?;
        Ok(std::fs::metadata(path)?.len())
    }

    /// Closes it, with everything written into the one file.
    pub fn close(self) -> Outcome<()> {
        self.write_out()?;
        self.0.close().map_err(|(_, error)| error.into())
    }

    fn write_out(&self) -> Outcome<()> {
        Ok(self
            .0
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// The versions of what is in here.
    pub fn versions() -> Outcome<Value> {
        let memory = Connection::open_in_memory()?;
        memory.pragma_update(None, "key", KEY)?;
        let text = |query: &str| memory.query_row(query, [], |row| row.get::<_, String>(0));
        Ok(
            json!({"sqlite": text("SELECT sqlite_version()")?, "sqlcipher": text("PRAGMA cipher_version")?}),
        )
    }

    fn each(
        &mut self,
        rows: &Path,
        query: &str,
        put: impl Fn(&mut rusqlite::Statement<'_>, usize, &Row) -> rusqlite::Result<usize>,
    ) -> Outcome<usize> {
        let mut lines = BufReader::with_capacity(1 << 20, File::open(rows)?)
            .lines()
            .peekable();
        let mut done = 0;
        while lines.peek().is_some() {
            let transaction = self.0.transaction()?;
            let mut statement = transaction.prepare_cached(query)?;
            for line in lines.by_ref().take(BATCH) {
                put(&mut statement, done, &serde_json::from_str(&line?)?)?;
                done += 1;
            }
            drop(statement);
            transaction.commit()?;
        }
        Ok(done)
    }
}
