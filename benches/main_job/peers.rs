//! The same work done by others in the same run: bare SQLite without any sealing, and Debian's age.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::{Connection, params};

use crate::Outcome;

/// Bare SQLite that keeps what it was told: one table, an index by time, each commit synced in full.
pub struct Sqlite(Connection);

impl Sqlite {
    /// Opens or makes it.
    pub fn open(path: &Path) -> Outcome<Self> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, body BLOB NOT NULL);
             CREATE INDEX IF NOT EXISTS by_time ON record (time);",
        )?;
        Ok(Self(connection))
    }

    /// All lines, a thousand in a transaction.
    pub fn import(&mut self, lines: &[u8]) -> Outcome<()> {
        let lines: Vec<&[u8]> = lines.split(|byte| *byte == b'\n').collect();
        for thousand in lines.chunks(1_000) {
            let transaction = self.0.transaction()?;
            for (time, line) in thousand.iter().enumerate() {
                transaction
                    .prepare_cached("INSERT INTO record (time, body) VALUES (?1, ?2)")?
                    .execute(params![time as i64, line])?;
            }
            transaction.commit()?;
        }
        Ok(())
    }

    /// One row in a transaction of its own.
    pub fn insert(&self, body: &[u8]) -> Outcome<()> {
        self.0
            .prepare_cached("INSERT INTO record (time, body) VALUES (0, ?1)")?
            .execute(params![body])?;
        Ok(())
    }

    /// How many rows there are.
    pub fn count(&self) -> Outcome<i64> {
        Ok(self
            .0
            .query_row("SELECT count(*) FROM record", [], |row| row.get(0))?)
    }

    /// The newest hundred, whole.
    pub fn page(&self) -> Outcome<usize> {
        let mut statement = self
            .0
            .prepare_cached("SELECT body FROM record ORDER BY time DESC LIMIT 100")?;
        let bodies = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(bodies.collect::<Result<Vec<_>, _>>()?.len())
    }

    /// How many bodies have these bytes in them, by looking at each.
    pub fn scan(&self, text: &str) -> Outcome<i64> {
        let query = "SELECT count(*) FROM record WHERE instr(body, ?1) > 0";
        let mut statement = self.0.prepare_cached(query)?;
        Ok(statement.query_row([text.as_bytes()], |row| row.get(0))?)
    }

    /// Writes everything into the one file.
    pub fn close(self) -> Outcome<()> {
        self.0
            .pragma_update(None, "wal_checkpoint", "TRUNCATE")
            .or_else(|error| match error {
                rusqlite::Error::ExecuteReturnedResults => Ok(()),
                other => Err(other),
            })?;
        self.0.close().map_err(|(_, error)| error.into())
    }
}

/// Debian's age with a key of its own.
pub struct Age {
    key: PathBuf,
    recipient: String,
}

impl Age {
    /// Makes a key in a folder.
    pub fn new(folder: &Path) -> Outcome<Self> {
        let key = folder.join("age-key");
        run(Command::new("age-keygen").arg("-o").arg(&key))?;
        let recipient = run(Command::new("age-keygen").arg("-y").arg(&key))?;
        Ok(Self {
            key,
            recipient: recipient.trim().to_owned(),
        })
    }

    /// Seals a file.
    pub fn seal(&self, file: &Path, out: &Path) -> Outcome<()> {
        let mut age = Command::new("age");
        run(age.args(["-r", &self.recipient, "-o"]).arg(out).arg(file))?;
        Ok(())
    }

    /// Opens a file.
    pub fn open(&self, file: &Path, out: &Path) -> Outcome<()> {
        let mut age = Command::new("age");
        run(age
            .args(["-d", "-i"])
            .arg(&self.key)
            .arg("-o")
            .arg(out)
            .arg(file))?;
        Ok(())
    }
}

fn run(command: &mut Command) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{name} does not start ({error}): run `make setup`"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{name}: {complaint}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
