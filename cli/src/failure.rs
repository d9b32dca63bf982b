//! What a command could not do: a code for programs, words for people, a status for the shell.

use std::io;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::printable::one_line;
use crate::wording::{Parameter, Wording};

/// The exit statuses, by kind of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Other = 1,
    Usage = 2,
    WrongKey = 3,
    Damaged = 4,
    Refused = 5,
    InUse = 6,
    NotFound = 7,
}

/// A failure. Its words are found under `error-<code>` in the locale files.
#[derive(Debug)]
pub struct Failure {
    code: String,
    exit: Exit,
    parameters: Vec<(String, String)>,
}

/// The failures that this host finds itself, and their statuses.
const OURS: &[(&str, Exit)] = &[
    ("unknown_command", Exit::Usage),
    ("missing_command", Exit::Usage),
    ("unknown_option", Exit::Usage),
    ("missing_argument", Exit::Usage),
    ("invalid_argument", Exit::Usage),
    ("conflicting_arguments", Exit::Usage),
    ("usage", Exit::Usage),
    ("no_vault_named", Exit::Usage),
    ("no_passphrase", Exit::Usage),
    ("passphrases_differ", Exit::Usage),
    ("stdin_twice", Exit::Usage),
    ("not_utf8", Exit::Usage),
    ("file_too_large", Exit::Usage),
    ("is_a_folder", Exit::Usage),
    ("file_exists", Exit::Usage),
    ("file_not_found", Exit::NotFound),
    ("file_forbidden", Exit::Other),
    ("no_space", Exit::Other),
    ("file_failed", Exit::Other),
    ("demo_failed", Exit::Other),
];

impl Failure {
    /// A failure that this host found.
    pub fn of(code: &'static str) -> Self {
        let exit = OURS
            .iter()
            .find(|(ours, _)| *ours == code)
            .map_or(Exit::Other, |(_, exit)| *exit);
        Self::new(code, exit)
    }

    fn new(code: impl Into<String>, exit: Exit) -> Self {
        Self {
            code: code.into(),
            exit,
            parameters: Vec::new(),
        }
    }

    /// With a value that its words name.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.parameters.push((name.to_owned(), value.into()));
        self
    }

    /// With the file that it is about.
    pub fn file(self, file: &Path) -> Self {
        self.with("file", file.display().to_string())
    }

    /// What the system said about a file that the user named.
    pub fn io(file: &Path, error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound => "file_not_found",
            io::ErrorKind::AlreadyExists => "file_exists",
            io::ErrorKind::PermissionDenied => "file_forbidden",
            io::ErrorKind::IsADirectory => "is_a_folder",
            io::ErrorKind::StorageFull => "no_space",
            _ => "file_failed",
        };
        Self::of(code).file(file)
    }

    /// What the command line had wrong, in our own words: clap's are English only.
    pub fn usage(error: &clap::Error) -> Self {
        let code = match error.kind() {
            ErrorKind::InvalidSubcommand => "unknown_command",
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                "missing_command"
            }
            ErrorKind::UnknownArgument => "unknown_option",
            ErrorKind::MissingRequiredArgument => "missing_argument",
            ErrorKind::InvalidValue
            | ErrorKind::ValueValidation
            | ErrorKind::NoEquals
            | ErrorKind::InvalidUtf8
            | ErrorKind::TooFewValues
            | ErrorKind::TooManyValues
            | ErrorKind::WrongNumberOfValues => "invalid_argument",
            ErrorKind::ArgumentConflict => "conflicting_arguments",
            _ => "usage",
        };
        let told = |kind| error.get(kind).map(told).unwrap_or_default();
        let argument = match told(ContextKind::InvalidArg) {
            none if none.is_empty() => told(ContextKind::InvalidSubcommand),
            argument => argument,
        };
        Self::of(code)
            .with("argument", argument)
            .with("value", told(ContextKind::InvalidValue))
            .with("other", told(ContextKind::PriorArg))
    }

    pub fn code(&self) -> &str {
        &self.code
    }

    pub fn exit(&self) -> u8 {
        self.exit as u8
    }

    /// What happened and what to do.
    pub fn told(&self, words: &Wording) -> (String, String) {
        let key = format!("error-{}", self.code.replace('_', "-"));
        let parameters: Vec<Parameter<'_>> = self
            .parameters
            .iter()
            .map(|(name, value)| (name.as_str(), one_line(value).into()))
            .collect();
        let find = |attribute| words.find(&key, attribute, &parameters);
        (
            find(None).unwrap_or_else(|| self.code.clone()),
            find(Some("hint")).unwrap_or_default(),
        )
    }
}

fn told(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn every_failure_has_words_in_both_languages() {
        for language in [Language::En, Language::Ko] {
            let words = Wording::new(language);
            for (code, _) in OURS {
                let (message, hint) = Failure::of(code).told(&words);
                assert!(
                    message != *code && !hint.is_empty(),
                    "{code} in {language:?}"
                );
            }
        }
    }
}
