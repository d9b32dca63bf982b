//! People and words by sight: names that look alike, identities as mails leave them, recovery words as they are misread.

#![allow(clippy::indexing_slicing)]

mod support;

use serde_json::{Value, json};
use support::{Vault, WorkDir};

const DECOMPOSED: &str = "\u{1106}\u{1175}\u{11ab}\u{110c}\u{1175}";

/// The file with the identity of a new vault.
fn identity(workdir: &WorkDir, name: &str) -> String {
    let file = workdir.at(&format!("{name}.identity"));
    workdir
        .vault(name)
        .run(&["identity", "export", "--out", &file])
        .json();
    file
}

fn names(vault: &Vault<'_>) -> Vec<String> {
    let listed = vault.run(&["colleague", "list"]).json();
    let all = listed["colleagues"].as_array().expect("a list");
    all.iter()
        .map(|one| one["name"].as_str().expect("a name").to_owned())
        .collect()
}

/// Guards “A name is not taken by another that looks alike” of docs/THREATS.md.
#[test]
fn names_that_look_alike_are_not_given_twice() {
    let workdir = WorkDir::new();
    let ours = workdir.vault("ours");
    let (first, second) = (identity(&workdir, "first"), identity(&workdir, "second"));
    ours.run(&[
        "colleague",
        "add",
        &first,
        "--name",
        &format!("\u{200b}{DECOMPOSED} "),
    ])
    .json();
    assert_eq!(names(&ours), ["민지"]);
    for same in ["민지", DECOMPOSED, "민\u{200b}지", "\u{202e}민지"] {
        let said = ours.run(&["colleague", "add", &second, "--name", same]);
        assert_eq!(said.failure(5), "colleague_key_differs", "{same:?}");
    }
    let third = identity(&workdir, "third");
    ours.run(&["colleague", "add", &second, "--name", "Anna"])
        .json();
    for alike in ["\u{410}nna", "ANNA", "Ａｎｎａ", "A n n a"] {
        let said = ours.run(&["colleague", "add", &third, "--name", alike]);
        assert_eq!(said.failure(5), "name_alike", "{alike:?}");
        let renamed = ours.run(&["colleague", "rename", "민지", alike]);
        assert_eq!(renamed.failure(5), "name_alike", "{alike:?}");
        // Nothing goes to a name that only looks like it; the one that it looks like is named.
        let out = workdir.at("out");
        let sent = ours.said(
            "ko",
            &["bundle", "export", "--to", alike, "--out", &out],
            b"",
        );
        assert!(sent.code == 7 && sent.err.contains("Anna"), "{sent:?}");
        assert!(!workdir.path("out").exists());
    }
    for nothing in ["", " ", "\u{200b}\u{3164}"] {
        let said = ours.run(&["colleague", "rename", "민지", nothing]);
        assert_eq!(said.code, 2, "{said:?}");
    }
    // A colleague may be called otherwise than before in capitals alone, and by any form of their own name.
    ours.run(&["colleague", "rename", "Anna", "ANNA"]).json();
    ours.run(&["colleague", "show", DECOMPOSED]).json();
    assert_eq!(names(&ours), ["ANNA", "민지"]);
}

#[test]
fn an_identity_is_read_however_a_mail_left_it() {
    let workdir = WorkDir::new();
    let line = std::fs::read_to_string(identity(&workdir, "theirs")).expect("the identity");
    let line = line.trim();
    let rows = |before: &str, width: usize, after: &str| -> String {
        let letters: Vec<char> = line.chars().collect();
        let rows = letters.chunks(width);
        rows.map(|row| format!("{before}{}{after}", row.iter().collect::<String>()))
            .collect()
    };
    let texts = [
        rows("", 76, "\n"),
        rows("> ", 76, "\r\n"),
        rows("    ", 72, "<br>\n"),
        format!("\u{feff}{line}\r\n"),
        line.replace(':', "&#58;"),
        format!("안녕하세요,\n\n{}\n민지 드림\n", rows("> > ", 70, "\n")),
    ];
    for (at, text) in texts.iter().enumerate() {
        let ours = workdir.vault(&format!("ours{at}"));
        let file = workdir.file("mail", text);
        ours.run(&["colleague", "add", &file, "--name", "민지"])
            .json();
    }
    let ours = workdir.vault("ours");
    for (text, fault) in [
        (
            line.get(..1_000).expect("ASCII").to_owned(),
            "is incomplete",
        ),
        ("fieldnotes".to_owned(), "not an identity"),
        (
            format!(
                "{line} {}",
                std::fs::read_to_string(identity(&workdir, "other")).expect("a line")
            ),
            "several people",
        ),
    ] {
        let file = workdir.file("mail", text);
        let said = ours.said("en", &["colleague", "add", &file, "--name", "x"], b"");
        assert!(said.code == 2 && said.err.contains(fault), "{said:?}");
    }
    // The digits, as a Korean keyboard may type them.
    let added = workdir.file("mail", line);
    let added = ours
        .run(&["colleague", "add", &added, "--name", "민지"])
        .json();
    let digits = added["fingerprint"].as_str().expect("digits");
    let wide: String = digits
        .chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) => char::from_u32(0xFF10 + digit).expect("a digit"),
            None => '－',
        })
        .collect();
    ours.run(&["colleague", "verify", "민지", "--fingerprint", &wide])
        .json();
}

#[test]
fn the_wrong_recovery_word_is_named_and_no_other() {
    for (language, wrong, near) in [("en", "abandom", "abandon"), ("ko", "가걱", "가격")] {
        let workdir = WorkDir::new();
        let (path, passphrase) = (workdir.at("vault"), workdir.at("passphrase"));
        let globals = ["--json", "--vault", &path, "--passphrase-file", &passphrase];
        let create = ["vault", "create", "--test-kdf", "--recovery-lang", language];
        let made = workdir.run(&[&globals[..], &create].concat()).json();
        let words = made["recovery_words"].as_str().expect("words");
        let all: Vec<&str> = words.split(' ').collect();
        let recover = |typed: &str| -> (Value, i32) {
            let file = workdir.file("words", typed);
            let new = [
                "vault",
                "recover",
                "--recovery-file",
                &file,
                "--new-passphrase-file",
                &passphrase,
            ];
            let said = workdir.run(&[&globals[..], &new].concat());
            let error = serde_json::from_str(&said.err).unwrap_or(json!(null));
            (error, said.code)
        };
        let message = |typed: &[&str]| -> String {
            let (error, code) = recover(&typed.join(" "));
            assert_eq!(
                (code, error["error"]["code"].as_str()),
                (3, Some("recovery_words_mistyped"))
            );
            let text = error.to_string();
            // What was right, or was typed, is not said. Words that the program's own sentences are made of say nothing.
            let own = include_str!("../../locales/en/cli.ftl");
            let is_own = |word: &str| {
                own.split(|c: char| !c.is_alphanumeric())
                    .any(|part| part == word)
            };
            let leaked = all
                .iter()
                .filter(|word| word.chars().count() > 4 && **word != near && !is_own(word));
            assert!(!text.contains(wrong), "{text}");
            for word in leaked.filter(|word| typed.contains(word)) {
                let is_word = |part: &str| part == *word;
                assert!(
                    !text.split(|c: char| !c.is_alphanumeric()).any(is_word),
                    "{text}: {word}"
                );
            }
            error["error"]["message"].as_str().expect("text").to_owned()
        };
        let mut typed = all.clone();
        typed[6] = wrong;
        let printed = message(&typed);
        assert!(printed.contains('7') && printed.contains(near), "{printed}");
        assert!(message(&all[..22]).contains("22"));
        assert!(message(&[&all[..], &all[..1]].concat()).contains("25"));
        // One order in 256 has a sound sum, and is the key of nothing.
        let is_noticed = (0..23).filter(|at| all[*at] != all[at + 1]).any(|at| {
            let mut swapped = all.clone();
            swapped.swap(at, at + 1);
            let (error, code) = recover(&swapped.join(" "));
            assert_eq!(code, 3, "{error}");
            let is_sum = error["error"]["code"] == "recovery_words_mistyped";
            is_sum && message(&swapped).contains("24")
        });
        assert!(is_noticed);
        // As they are printed, with a mark of the editor's, in capitals.
        let rows: Vec<String> = all
            .chunks(4)
            .map(|row| format!("    {}", row.join(" ")))
            .collect();
        let typed = format!("\u{feff}{}\r\n", rows.join("\r\n").to_uppercase());
        assert_eq!(recover(&typed).1, 0);
    }
}
