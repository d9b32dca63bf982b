//! Printing: text for people or one JSON value for programs, and never a panic when nobody reads.

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::printable::{printable, printable_json};
use crate::wording::Wording;

/// What a command that was done has to say.
pub struct Outcome {
    /// For programs.
    pub json: Value,
    /// For people; lines, safe for a terminal.
    pub text: String,
    /// A report can be complete and still say that something is wrong: it is printed, then this.
    pub but: Option<Failure>,
    /// It was printed already, because something depended on it.
    pub is_printed: bool,
}

impl Outcome {
    pub fn new(json: Value, text: impl Into<String>) -> Self {
        Self {
            json,
            text: text.into(),
            but: None,
            is_printed: false,
        }
    }
}

/// Where output goes, and in which form.
#[derive(Clone, Copy)]
pub struct Output {
    json: bool,
}

impl Output {
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    pub fn is_json(self) -> bool {
        self.json
    }

    /// Prints lines for people as they are.
    pub fn text(self, text: &str) -> io::Result<()> {
        write(&mut std::io::stdout().lock(), text)
    }

    /// Whether standard output was closed when the program began: then it leads nowhere, and says nothing.
    pub fn is_closed(self) -> bool {
        #[cfg(unix)]
        {
            use rustix::fs::{OFlags, fcntl_getfl, fstat};
            let out = io::stdout();
            // What the standard library opens in the place of a closed one: the null device, for reading and writing.
            let both_ways = fcntl_getfl(&out).is_ok_and(|flags| flags.contains(OFlags::RDWR));
            let null = rustix::fs::stat("/dev/null").map(|found| found.st_rdev);
            let is_null = fstat(&out).is_ok_and(|found| {
                found.st_mode & 0o170_000 == 0o020_000 && Ok(found.st_rdev) == null
            });
            both_ways && is_null
        }
        #[cfg(not(unix))]
        false
    }

    /// A line beside the result: a warning, a step. For people only.
    pub fn aside(self, line: &str) {
        if !self.json {
            let _ = write(&mut std::io::stderr().lock(), line);
        }
    }

    /// A warning for whoever looks on, also where a program reads the result.
    pub fn warning(self, line: &str) {
        let _ = write(&mut std::io::stderr().lock(), line);
    }

    pub fn outcome(self, outcome: &Outcome, words: &Wording) -> ExitCode {
        let printed = match outcome.is_printed {
            true => Ok(()),
            false => self.print(outcome),
        };
        match &outcome.but {
            Some(failure) => self.failure(failure, words),
            None => self.ended(printed, words),
        }
    }

    /// Prints what a command has to say.
    pub fn print(self, outcome: &Outcome) -> io::Result<()> {
        if self.json {
            self.text(&printable_json(&outcome.json.to_string()))
        } else if !outcome.text.is_empty() {
            self.text(&outcome.text)
        } else {
            Ok(())
        }
    }

    /// How the program ends after it printed. Whoever reads only the beginning (`| head`) knows that; nobody is informed, but the
    /// status says that not all of it arrived.
    pub fn ended(self, printed: io::Result<()>, words: &Wording) -> ExitCode {
        match printed {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
            Err(_) => self.failure(&Failure::of("output_lost"), words),
        }
    }

    pub fn failure(self, failure: &Failure, words: &Wording) -> ExitCode {
        let (message, hint) = failure.texts(words);
        let text = if self.json {
            let error =
                json!({"error": {"code": failure.code(), "message": message, "hint": hint}});
            printable_json(&error.to_string()).into_owned()
        } else {
            let error = words.with("failure", &[("message", message.into())]);
            format!(
                "{error}\n{}",
                words.with("failure-hint", &[("hint", hint.into())])
            )
        };
        let _ = write(&mut std::io::stderr().lock(), &text);
        ExitCode::from(failure.exit())
    }
}

/// Writes `text` with one line feed at its end.
fn write(to: &mut dyn Write, text: &str) -> io::Result<()> {
    // The last gate: whatever was forgotten on the way, nothing that acts reaches a terminal.
    let text = printable(text);
    writeln!(to, "{}", text.trim_end_matches('\n')).and_then(|()| to.flush())
}
