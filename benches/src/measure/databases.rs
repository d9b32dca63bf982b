//! SQLite and SQLCipher, in a program of their own: SQLCipher is a SQLite that must not share a build with the core's.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use super::Outcome;

/// The program, and the way to it.
pub struct Databases {
    program: Child,
    wishes: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Databases {
    /// Starts it.
    pub fn start(path: &Path) -> Outcome<Self> {
        let mut program = Command::new(path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let wishes = program.stdin.take();
        let answers = BufReader::new(program.stdout.take().ok_or("it has no output")?);
        Ok(Self {
            program,
            wishes,
            answers,
        })
    }

    /// Asks for something and waits until it is done.
    pub fn ask(&mut self, wish: &Value) -> Outcome<Value> {
        let wishes = self.wishes.as_mut().ok_or("it was ended")?;
        writeln!(wishes, "{wish}")?;
        wishes.flush()?;
        let mut line = String::new();
        if self.answers.read_line(&mut line)? == 0 {
            return Err(format!("fieldnotes-peers ended at {}", wish["do"]).into());
        }
        Ok(serde_json::from_str(&line)?)
    }

    /// Asks for something that is timed run by run.
    pub fn times(&mut self, wish: &Value) -> Outcome<Vec<f64>> {
        Ok(serde_json::from_value(self.ask(wish)?["ms"].take())?)
    }

    /// Which they are.
    pub fn versions(&mut self) -> Outcome<String> {
        let versions = self.ask(&json!({"do": "versions"}))?;
        let text = |name: &str| versions[name].as_str().unwrap_or_default().to_owned();
        Ok(format!("{}, {}", text("sqlite"), text("sqlcipher")))
    }
}

impl Drop for Databases {
    fn drop(&mut self) {
        // The end of its input ends it.
        drop(self.wishes.take());
        let _ = self.program.wait();
    }
}

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain: nothing is sealed.
    Sqlite,
    /// Sealed page by page.
    Sqlcipher,
}

impl Kind {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Sqlcipher];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Sqlcipher => "SQLCipher",
        }
    }

    /// The name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite.db",
            Self::Sqlcipher => "sqlcipher.db",
        }
    }

    /// Whether it is sealed.
    pub fn is_sealed(self) -> bool {
        self == Self::Sqlcipher
    }
}
