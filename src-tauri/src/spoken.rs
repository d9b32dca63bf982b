//! What is said on the terminal, where there is no window to say it in.
//!
//! The words lie in the program itself: one that cannot start needs nothing to say why.

use std::io::{self, Write};
use std::process::ExitCode;

use fluent_bundle::{FluentBundle, FluentResource};

use crate::settings::Language;

/// A text of `desktop.ftl`; its key where there is none, which a test keeps from happening.
fn text(language: Language, key: &str) -> String {
    let source = match language {
        Language::En => include_str!("../../locales/en/desktop.ftl"),
        Language::Ko => include_str!("../../locales/ko/desktop.ftl"),
    };
    // What is broken in the file is left out here, and found by that test.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
    let mut bundle = FluentBundle::default();
    let _ = bundle.add_resource(resource);
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    pattern.map_or_else(
        || key.to_owned(),
        |pattern| {
            let spoken = bundle.format_pattern(pattern, None, &mut Vec::new());
            spoken.into_owned()
        },
    )
}

/// Where even the terminal is gone there is nobody left to inform.
fn say(mut out: impl Write, text: &str) {
    let _ = writeln!(out, "{text}");
}

fn in_language(key: &str) -> String {
    text(Language::of_system(), key)
}

pub fn version() -> ExitCode {
    say(
        io::stdout(),
        concat!("fieldnotes-desktop ", env!("CARGO_PKG_VERSION")),
    );
    ExitCode::SUCCESS
}

pub fn help() -> ExitCode {
    say(io::stdout(), &in_language("desktop-help"));
    ExitCode::SUCCESS
}

pub fn no_display() -> ExitCode {
    say(io::stderr(), &in_language("desktop-no-display"));
    ExitCode::FAILURE
}

pub fn no_window() -> ExitCode {
    say(io::stderr(), &in_language("desktop-no-window"));
    ExitCode::FAILURE
}

/// The program goes on: a kernel without a filter is no reason to lose a testimony.
pub fn network_open() {
    say(io::stderr(), &in_language("desktop-network-open"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_said_in_both_languages() {
        for language in [Language::En, Language::Ko] {
            for key in [
                "desktop-help",
                "desktop-network-open",
                "desktop-no-display",
                "desktop-no-window",
            ] {
                assert_ne!(text(language, key), key, "{language:?}");
            }
            let help = text(language, "desktop-help");
            let lines: Vec<&str> = help.lines().collect();
            assert!(lines[0].starts_with("fieldnotes-desktop ["), "{help}");
            assert!(lines[4].starts_with("  -V, --version   "), "{help}");
            assert!(lines[5].starts_with("  -h, --help      "), "{help}");
            assert_eq!(lines.len(), 6, "{help}");
        }
    }
}
