//! Texts in English and Korean, from the `.ftl` files that all hosts share.

use std::ffi::{OsStr, OsString};

use fieldnotes_core::vault::WordList;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::langid;

use crate::args::before_the_dashes;
use crate::printable::{printable, printable_line};
use crate::selectors::Parameters;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// English
    En,
    /// 한국어
    Ko,
}

const ENGLISH: &[&str] = &[
    include_str!("../../locales/en/cli.ftl"),
    include_str!("../../locales/en/help.ftl"),
    include_str!("../../locales/en/demo.ftl"),
    include_str!("../../locales/en/errors.ftl"),
];
const KOREAN: &[&str] = &[
    include_str!("../../locales/ko/cli.ftl"),
    include_str!("../../locales/ko/help.ftl"),
    include_str!("../../locales/ko/demo.ftl"),
    include_str!("../../locales/ko/errors.ftl"),
];

impl Language {
    /// The list that words of a passphrase or a recovery key are taken from.
    pub fn word_list(self) -> WordList {
        match self {
            Self::En => WordList::English,
            Self::Ko => WordList::Korean,
        }
    }

    /// The language that `--lang` names, else that of the environment, else English.
    pub fn from_arguments(raw: &[OsString]) -> Self {
        let mut arguments = before_the_dashes(raw);
        while let Some(argument) = arguments.next() {
            let named = match argument.to_str() {
                Some("--lang") => arguments.next().and_then(|value| value.to_str()),
                Some(other) => other.strip_prefix("--lang="),
                None => None,
            };
            match named {
                Some("ko") => return Self::Ko,
                Some("en") => return Self::En,
                _ => {}
            }
        }
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let named = set("LC_ALL")
            .or_else(|| set("LC_MESSAGES"))
            .or_else(|| set("LANG"));
        match named.as_deref().and_then(OsStr::to_str) {
            Some(locale) => Self::of_locale(locale),
            None => Self::En,
        }
    }

    /// The language of a locale such as `ko_KR.UTF-8`; English where it is of another.
    fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '.', '@', '-']).next();
        match language.is_some_and(|language| language.eq_ignore_ascii_case("ko")) {
            true => Self::Ko,
            false => Self::En,
        }
    }
}

/// What a text chooses its variant by where a value is not known.
const NOTHING: &str = "none";
/// Parameters that may have several lines; each line of them is indented or stands by itself.
const SEVERAL_LINES: &[&str] = &["words", "value", "message", "hint"];

/// A parameter of a text: numbers stay numbers, so that plurals and grouping work.
pub type Parameter<'a> = (&'a str, FluentValue<'a>);

/// All texts in one language.
pub struct Wording {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    pub fn new(language: Language) -> Self {
        let (id, sources) = match language {
            Language::En => (langid!("en"), ENGLISH),
            Language::Ko => (langid!("ko"), KOREAN),
        };
        let mut bundle = FluentBundle::new(vec![id]);
        // Marks around every parameter are for screens that mix directions; a terminal shows them.
        bundle.set_use_isolating(false);
        for source in sources {
            // What is broken in a file is left out here, and found by the tests.
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The text `key`; the key itself where there is none, which tests keep from happening.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text `key` with its parameters.
    pub fn with(&self, key: &str, parameters: &[Parameter<'_>]) -> String {
        self.find(key, None, parameters)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The same for a failure, of which not everything is known: what is missing is `none` where the text has a variant for
    /// that, and else three dots. No word of ours comes in the place of a value.
    pub fn of_failure(
        &self,
        key: &str,
        attribute: Option<&str>,
        known: &[Parameter<'_>],
    ) -> Option<String> {
        let of = Parameters::of(self.pattern(key, attribute)?);
        let mut parameters = known.to_vec();
        for name in &of.named {
            let is_known = known.iter().any(|(other, _)| other == name);
            match (is_known, of.optional.contains(name)) {
                (true, _) => {}
                (false, true) => parameters.push((name, NOTHING.into())),
                // A number that is not known matches no variant.
                (false, false) => parameters.push((name, FluentValue::from("…"))),
            }
        }
        self.find(key, attribute, &parameters)
    }

    fn pattern(&self, key: &str, attribute: Option<&str>) -> Option<&Pattern<&str>> {
        let message = self.bundle.get_message(key)?;
        match attribute {
            Some(name) => Some(message.get_attribute(name)?.value()),
            None => message.value(),
        }
    }

    /// The text `key`, or its attribute; none where the files have none.
    pub fn find(
        &self,
        key: &str,
        attribute: Option<&str>,
        parameters: &[Parameter<'_>],
    ) -> Option<String> {
        let pattern = self.pattern(key, attribute)?;
        let of = Parameters::of(pattern);
        let mut arguments = FluentArgs::new();
        for (name, value) in parameters {
            arguments.set(*name, fitting(name, value, &of));
        }
        let mut missing = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut missing);
        Some(text.into_owned())
    }
}

/// A value as a text can show it and choose by it: what is counted is a number, and nothing in a text acts on a terminal or
/// begins a line, except where a text of several lines is meant.
fn fitting<'v>(name: &str, value: &'v FluentValue<'v>, of: &Parameters<'_>) -> FluentValue<'v> {
    let FluentValue::String(text) = value else {
        return value.clone();
    };
    if of.counted.contains(name) && !matches!(&**text, NOTHING | "…") {
        let number: Result<f64, _> = text.parse();
        debug_assert!(
            number.is_ok(),
            "{name} is counted, and is no number: {text}"
        );
        if let Ok(number) = number {
            return FluentValue::from(number);
        }
    }
    match SEVERAL_LINES.contains(&name) {
        true => FluentValue::String(printable(text)),
        false => FluentValue::String(printable_line(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(arguments: &[&str]) -> Language {
        let raw: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        Language::from_arguments(&raw)
    }

    #[test]
    fn a_locale_is_read_to_the_end_of_its_language() {
        for korean in ["ko", "ko_KR.UTF-8", "KO-KR", "ko@hanja"] {
            assert_eq!(Language::of_locale(korean), Language::Ko, "{korean}");
        }
        for other in ["kok_IN", "C.UTF-8", "", "en_US.UTF-8"] {
            assert_eq!(Language::of_locale(other), Language::En, "{other}");
        }
    }

    #[test]
    fn the_argument_decides() {
        assert_eq!(language(&["fieldnotes", "--lang", "ko"]), Language::Ko);
        assert_eq!(language(&["fieldnotes", "demo", "--lang=ko"]), Language::Ko);
        assert_eq!(language(&["fieldnotes", "--lang", "en"]), Language::En);
    }

    #[test]
    fn every_file_parses_in_both_languages() {
        for source in ENGLISH.iter().chain(KOREAN) {
            if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                panic!("{errors:?} in:\n{source}");
            }
        }
    }

    #[test]
    fn a_text_that_is_missing_shows_its_key() {
        assert_eq!(
            Wording::new(Language::En).text("no-such-text"),
            "no-such-text"
        );
    }
}
