//! What failures say, in each language: no English in Korean, no number as a text, no value of ours.

use super::*;
use crate::wording::Language;

/// Latin words that Korean texts of failures may hold: what is typed so, and names without another form.
const LATIN: &[&str] = &[
    "fieldnotes",
    "fieldnotes_vault",
    "id",
    "json",
    "utf",
    "utf16",
    "cp949",
    "euc",
    "kr",
    "iconv",
    "f",
    "t",
    "qr",
    "png",
    "jpeg",
    "svg",
    "usb",
    "mib",
    "caps",
    "lock",
    "sha",
    "true",
    "false",
    "x",
    "ko",
    "kr",
    "utf8",
    "33mb",
    // Commands, options and kinds of records.
    "vault",
    "create",
    "verify",
    "repair",
    "record",
    "list",
    "template",
    "history",
    "edit",
    "restore",
    "conflict",
    "show",
    "resolve",
    "identity",
    "export",
    "review",
    "open",
    "bundle",
    "import",
    "attachment",
    "add",
    "colleague",
    "change",
    "key",
    "folder",
    "set",
    "renew",
    "device",
    "person",
    "testimony",
    "note",
    "place",
    "rekey",
    "heads",
    "onto",
    "take",
    "both",
    "write",
    "all",
    "from",
    "again",
    "full",
    "dry",
    "run",
    "help",
    "passphrase",
    "recovery",
    "file",
    "read",
    "damaged",
    "accept",
    "forked",
    "unknown",
    "sender",
    "retired",
    "i",
    "compared",
    "lang",
    "out",
    "accept",
    "put",
    "status",
    "look",
    "base",
    "replace",
    "preview",
    "drop",
    "refusal",
    "older",
    "recover",
    // Terms that have no other name in Korean.
    "csv",
];

#[test]
fn no_english_is_left_in_korean_failures() {
    let words = Wording::new(Language::Ko);
    let mut english = std::collections::BTreeSet::new();
    let values = ["none", "0", "1", "24", "7"].into_iter();
    // Each name that a text chooses by, in both languages' files.
    let chosen: std::collections::BTreeSet<String> = include_str!("../../locales/ko/errors.ftl")
        .lines()
        .chain(include_str!("../../locales/ko/cli.ftl").lines())
        .filter_map(|line| line.trim().strip_prefix('[')?.split_once(']'))
        .map(|(name, _)| name.to_owned())
        .chain(values.map(str::to_owned))
        .collect();
    let names = [
        "reason", "fault", "expected", "encoding", "whose", "part", "waiting", "count", "state",
        "what",
    ];
    let ours = OURS.iter().map(|(code, _)| *code);
    for code in ours.chain(Code::ALL.iter().map(|code| code.as_str())) {
        for value in &chosen {
            let mut failure = Failure::new(code, Exit::Other);
            for name in names {
                let is_number = value.parse::<u64>().is_ok();
                let is_counted = matches!(name, "waiting" | "count");
                // Parts of a vault are worded by damage.rs, which has a test of its own.
                if name == "part" && code == Code::VaultDamaged.as_str() {
                    continue;
                }
                if is_number == is_counted {
                    failure = failure.with(name, value.as_str());
                }
            }
            let (message, hint) = failure.texts(&words);
            let text = format!("{message} {hint}");
            let latin = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            for word in latin.filter(|word| word.contains(|c: char| c.is_ascii_alphabetic())) {
                let small = word.to_lowercase();
                let is_example = word.bytes().all(|byte| byte.is_ascii_hexdigit());
                if !is_example && !LATIN.contains(&small.as_str()) {
                    english.insert(format!("{word} ({code}): {text}"));
                }
            }
        }
    }
    let english: Vec<String> = english.into_iter().collect();
    assert!(english.is_empty(), "{}", english.join("\n"));
}

/// What is counted comes as a number, so that the variants for none and one are met.
#[test]
fn numbers_choose_the_words() {
    let text = |language, error: fieldnotes_core::Error| {
        Failure::from(error).texts(&Wording::new(language)).0
    };
    let new = |waiting| fieldnotes_core::Error::new(Code::NothingNew).with("waiting", waiting);
    assert_eq!(
        text(Language::En, new(0)),
        "The recipients have everything that may be sent to them."
    );
    assert!(text(Language::En, new(3)).contains("3 revisions"));
    assert!(!text(Language::Ko, new(0)).contains('0'));
    let open = |count| {
        let error = fieldnotes_core::Error::new(Code::ClashesOpen).with("count", count);
        error.with("record", "r").with("field", "f")
    };
    assert!(
        text(Language::En, open(1)).starts_with("1 difference "),
        "{}",
        text(Language::En, open(1))
    );
    assert!(text(Language::En, open(2)).starts_with("2 differences "));
}

#[test]
fn nothing_is_shown_as_none() {
    for language in [Language::En, Language::Ko] {
        let words = Wording::new(language);
        let ours = OURS.iter().map(|(code, _)| *code);
        for code in ours.chain(Code::ALL.iter().map(|code| code.as_str())) {
            let (message, hint) = Failure::new(code, Exit::Other).texts(&words);
            assert!(
                !message.contains("none") && !hint.contains("none"),
                "{code}: {message} {hint}"
            );
        }
    }
}
