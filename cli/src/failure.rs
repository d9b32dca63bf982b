//! What a command could not do: a code for programs, words for people, a status for the shell.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use fieldnotes_core::{Code, Exit};

use crate::damage::parts_in_words;
use crate::printable::one_line;
use crate::wording::{Parameter, Wording};

/// A failure. Its words are found under `error-<code>` in the locale files.
#[derive(Debug)]
pub struct Failure {
    code: &'static str,
    exit: Exit,
    parameters: Vec<(String, String)>,
}

/// The failures that this host finds itself, and their statuses. All others are the core's.
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
    ("nothing_typed", Exit::Usage),
    ("passphrases_differ", Exit::Usage),
    ("stdin_twice", Exit::Usage),
    ("file_too_large", Exit::Usage),
    ("output_lost", Exit::Other),
    ("output_closed", Exit::Other),
    ("words_lost", Exit::Other),
    ("words_lost_unchanged", Exit::Other),
    ("recovered_not_rekeyed", Exit::Other),
    ("demo_failed", Exit::Other),
];

impl From<fieldnotes_core::Error> for Failure {
    fn from(error: fieldnotes_core::Error) -> Self {
        Self {
            code: error.code.as_str(),
            exit: error.code.exit(),
            parameters: error
                .params
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        }
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        fieldnotes_core::Error::new(code).into()
    }
}

impl Failure {
    /// A failure that this host found.
    pub fn of(code: &'static str) -> Self {
        let exit = OURS
            .iter()
            .find(|(ours, _)| *ours == code)
            .map_or(Exit::Other, |(_, exit)| *exit);
        Self::new(code, exit)
    }

    fn new(code: &'static str, exit: Exit) -> Self {
        Self {
            code,
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
        let failure: Self = match error.kind() {
            _ if crate::signals::were_asked() => Code::Cancelled.into(),
            io::ErrorKind::AlreadyExists => Code::FileExists.into(),
            io::ErrorKind::IsADirectory => Code::IsAFolder.into(),
            _ => fieldnotes_core::Error::from(error).into(),
        };
        failure.file(file)
    }

    /// What the command line had wrong, in our own words: clap's are English only.
    pub fn usage(error: &clap::Error, raw: &[OsString]) -> Self {
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
        let text_of = |kind| error.get(kind).map(value_text).unwrap_or_default();
        let argument = match text_of(ContextKind::InvalidArg) {
            none if none.is_empty() => text_of(ContextKind::InvalidSubcommand),
            argument => argument,
        };
        let value = text_of(ContextKind::InvalidValue);
        let fault = match error.kind() {
            ErrorKind::InvalidUtf8 => "not_utf8",
            _ if code == "invalid_argument" && value.is_empty() => "empty",
            _ => "",
        };
        let value = match fault {
            "not_utf8" => first_not_utf8(raw),
            _ => value,
        };
        Self::of(code)
            .with("argument", argument)
            .with("value", value)
            .with("fault", fault)
            .with("other", text_of(ContextKind::PriorArg))
    }

    pub fn code(&self) -> &'static str {
        self.code
    }

    pub fn exit(&self) -> u8 {
        self.exit as u8
    }

    /// What happened and what to do.
    pub fn texts(&self, words: &Wording) -> (String, String) {
        let key = format!("error-{}", self.code.replace('_', "-"));
        let mut parameters: Vec<Parameter<'_>> = Vec::new();
        for (name, value) in self
            .parameters
            .iter()
            .filter(|(_, value)| !value.is_empty())
        {
            let value = if name == "part" && self.code == Code::VaultDamaged.as_str() {
                parts_in_words(value, words)
            } else {
                value.clone()
            };
            // The one given last counts.
            parameters.retain(|(other, _)| other != name);
            parameters.push((name.as_str(), one_line(&value).into()));
        }
        let find = |attribute| words.of_failure(&key, attribute, &parameters);
        (
            find(None).unwrap_or_else(|| self.code.to_owned()),
            find(Some("hint")).unwrap_or_default(),
        )
    }
}

/// The argument that no text can hold, as far as it can be shown: clap does not say which.
fn first_not_utf8(raw: &[OsString]) -> String {
    let found = raw.iter().find(|argument| argument.to_str().is_none());
    found.map_or_else(String::new, |argument| {
        argument.to_string_lossy().into_owned()
    })
}

fn value_text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
#[path = "failure_words.rs"]
mod words;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn every_failure_has_words_in_both_languages() {
        let ours = OURS.iter().map(|(code, _)| Failure::of(code));
        let all: Vec<Failure> = ours
            .chain(Code::ALL.iter().map(|code| (*code).into()))
            .collect();
        for language in [Language::En, Language::Ko] {
            let words = Wording::new(language);
            for failure in &all {
                let (message, hint) = failure.texts(&words);
                let code = failure.code();
                assert!(
                    message != code && !hint.is_empty(),
                    "{code} in {language:?}"
                );
                assert!(
                    !message.contains('$') && !hint.contains('$'),
                    "{code}: {message} {hint}"
                );
            }
        }
    }

    /// What is not known leaves no hole, and what is known is named.
    #[test]
    fn words_fit_what_is_known() {
        let text = |language, error: fieldnotes_core::Error| {
            Failure::from(error).texts(&Wording::new(language)).0
        };
        let date =
            || fieldnotes_core::Error::new(Code::DateInvalid).with("field", "sessions[0].date");
        assert_eq!(
            text(Language::En, date()),
            "“sessions[0].date” is not a valid date."
        );
        let in_line = date().with("line", 7);
        assert_eq!(
            text(Language::Ko, in_line),
            "7번째 줄: “sessions[0].date” 항목이 올바른 날짜가 아닙니다."
        );
        let json = fieldnotes_core::Error::new(Code::JsonInvalid)
            .with("line", 2)
            .with("column", 5);
        assert_eq!(
            text(Language::En, json),
            "This is not valid JSON, line 2, column 5."
        );
        let shape = || {
            fieldnotes_core::Error::new(Code::RecordInvalid)
                .with("field", "")
                .with("fault", "wrong_shape")
        };
        assert_eq!(
            text(Language::En, shape()),
            "The document has the wrong structure."
        );
        let list = shape().with("expected", "list");
        assert_eq!(
            text(Language::Ko, list),
            "문서 전체: 구조가 다릅니다. 필요한 값: 목록."
        );
        let part = fieldnotes_core::Error::new(Code::BundleDamaged).with("part", "bodies");
        assert!(text(Language::En, part).contains("(the content of its revisions)"));
        assert_eq!(
            text(Language::En, Code::Internal.into()),
            "An internal error occurred."
        );
        for language in [Language::En, Language::Ko] {
            for code in Code::ALL {
                let message = text(language, (*code).into());
                let is_odd = ["  ", "()", " ,", "\n"]
                    .iter()
                    .any(|odd| message.contains(odd));
                assert!(!is_odd, "{message:?}");
            }
        }
    }

    #[test]
    fn our_codes_are_not_the_cores() {
        for (code, _) in OURS {
            assert!(
                Code::ALL.iter().all(|other| other.as_str() != *code),
                "{code}"
            );
        }
    }
}
