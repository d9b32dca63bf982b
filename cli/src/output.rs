//! Printing: text for people or one JSON value for programs, and never a panic when nobody reads.

use std::io::Write;
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
}

impl Outcome {
    pub fn new(json: Value, text: impl Into<String>) -> Self {
        Self {
            json,
            text: text.into(),
            but: None,
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
    pub fn text(self, text: &str) {
        write(&mut std::io::stdout().lock(), text);
    }

    /// A line beside the result: a warning, a step. For people only.
    pub fn aside(self, line: &str) {
        if !self.json {
            write(&mut std::io::stderr().lock(), line);
        }
    }

    /// A warning for whoever looks on, also where a program reads the result.
    pub fn warning(self, line: &str) {
        write(&mut std::io::stderr().lock(), line);
    }

    pub fn outcome(self, outcome: &Outcome, words: &Wording) -> ExitCode {
        if self.json {
            self.text(&printable_json(&outcome.json.to_string()));
        } else if !outcome.text.is_empty() {
            self.text(&outcome.text);
        }
        match &outcome.but {
            Some(failure) => self.failure(failure, words),
            None => ExitCode::SUCCESS,
        }
    }

    pub fn failure(self, failure: &Failure, words: &Wording) -> ExitCode {
        let (message, hint) = failure.told(words);
        let told = if self.json {
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
        write(&mut std::io::stderr().lock(), &told);
        ExitCode::from(failure.exit())
    }
}

/// Writes `text` with one line feed at its end. A reader that went away (`| head`) is no failure of
/// what was done, so it is not told.
fn write(to: &mut dyn Write, text: &str) {
    // The last gate: whatever was forgotten on the way, nothing that acts reaches a terminal.
    let text = printable(text);
    let _ = writeln!(to, "{}", text.trim_end_matches('\n')).and_then(|()| to.flush());
}
