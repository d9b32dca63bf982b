//! Words that are not the field's: a search for the usual word must lead somewhere, in code and in documents.

use crate::scan::Source;

/// Each word in all its forms, and what to say instead.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (&["house", "houses", "housed"], "module, crate or project"),
    (&["room", "rooms"], "module or layer; of a disk: space"),
    (&["desk", "desks"], "state, folder or what it is"),
    (&["twin", "twins"], "fake; of a file: copy"),
    (
        &[
            "judge",
            "judges",
            "judged",
            "judging",
            "judgement",
            "judgment",
        ],
        "check, evaluate or decide",
    ),
    (
        &["tell", "tells", "told", "telling", "teller", "untold"],
        "report, show or inform",
    ),
    (&["torn"], "truncated, half-written or in conflict"),
    (&["bare"], "plain, or what is missing"),
    (
        &["weave", "weaves", "weaver", "weaving", "wove", "woven"],
        "merge",
    ),
    (&["saying", "sayings"], "text or phrase"),
    (&["leaving", "leavings"], "outgoing, or export plan"),
    (
        &["hear", "hears", "heard", "hearing"],
        "receive, learn or apply",
    ),
];

/// Phrases with such a word that are right, and why.
const ALLOWED: &[(&str, &str)] = &[
    ("no_room", "an error code, which is never renamed"),
    ("no-room", "the same code as the key of a text"),
    ("NoRoom", "the same code as a type"),
    ("noRoom", "the same code in TypeScript"),
    ("\"bare\"", "a member of the bundle format: docs/FORMAT.md"),
    ("`bare`", "the same member in the documents"),
    ("\"twins\"", "a member of an import's row: docs/FORMAT.md"),
    ("`twins`", "the same member in the documents"),
    ("safe house", "a kind of place, and a term of a vocabulary"),
    ("safe_house", "the code of that term"),
];

/// This list itself.
const LISTS: &str = "tests/architecture/words.rs";

/// Whether a file is looked at: sources, documents and the English texts.
pub fn is_checked(path: &str) -> bool {
    path != LISTS
}

/// The forbidden words of a text: line, word, and what to say instead.
pub fn forbidden(source: &Source) -> Vec<(usize, String)> {
    let lines = source.text.lines().enumerate();
    lines
        .flat_map(|(at, line)| {
            let line = ALLOWED.iter().fold(line.to_owned(), |line, (phrase, _)| {
                line.replace(phrase, " ")
            });
            let words = words(&line).into_iter();
            words
                .filter_map(|word| {
                    let (_, instead) = FORBIDDEN
                        .iter()
                        .find(|(forms, _)| forms.contains(&word.as_str()))?;
                    Some((at + 1, format!("“{word}”: say {instead}")))
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The words of a line in lower case; `heardAll`, `heard_all` and `HeardAll` are two words each.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for sign in line.chars() {
        let is_inner = sign.is_ascii_uppercase() && before.is_ascii_lowercase();
        if !sign.is_ascii_alphabetic() || is_inner {
            words.push(String::new());
        }
        if let (true, Some(last)) = (sign.is_ascii_alphabetic(), words.last_mut()) {
            last.push(sign.to_ascii_lowercase());
        }
        before = sign;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn words_are_found_in_names_and_sentences_alike() {
    let found = |line: &str| {
        let text = line.to_owned();
        let path = "crates/core/src/lib.rs".to_owned();
        forbidden(&Source { path, text }).len()
    };
    for line in [
        "let x = heardAll;",
        "fn is_told() {}",
        "struct TornLog;",
        "// The rooms of the house.",
    ] {
        assert!(found(line) > 0, "{line}");
    }
    for line in [
        "Error::NoRoom",
        "// the desktop, a storeroom and hearsay",
        "#[serde(rename = \"bare\")]",
        "a safe house in Yanji",
    ] {
        assert_eq!(found(line), 0, "{line}");
    }
}
