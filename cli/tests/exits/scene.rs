//! A vault and the files around it, and the table of commands.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::support::{Vault, WorkDir};

/// One command of the table.
pub struct Row {
    pub command: &'static str,
    pub applies: &'static str,
    pub arguments: &'static str,
}

impl Row {
    /// Whether this kind of failure, or of command, is named for it.
    pub fn is(&self, kind: &str) -> bool {
        self.applies.split(' ').any(|one| one == kind)
    }
}

pub fn rows() -> impl Iterator<Item = Row> {
    let lines = include_str!("rows.txt").lines();
    lines.filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('|').map(str::trim);
        let mut next = || cells.next().expect("three cells");
        Row {
            command: next(),
            applies: next(),
            arguments: next(),
        }
    })
}

/// A vault with a record, an attachment and a colleague, and the files around it.
pub struct Scene<'d> {
    pub vault: Vault<'d>,
    pub note: String,
    pub attachment: String,
    /// What else stands in the arguments of rows: see prepared.rs.
    pub made: BTreeMap<&'static str, String>,
    pub program: PathBuf,
    /// Who runs it, where that is not whoever runs the tests.
    pub user: Option<u32>,
}

impl<'d> Scene<'d> {
    pub fn new(workdir: &'d WorkDir) -> Self {
        let (vault, other) = (workdir.vault("ours"), workdir.vault("theirs"));
        vault.meets(&other, "민지");
        let note = vault.add("note", &json!({"text": "word"}));
        let file = workdir.file("file", "content");
        let attached = vault.run(&["attachment", "add", &note, &file]).json();
        let attachment = attached["id"].as_str().expect("an id").to_owned();
        workdir.file("there", "mine");
        std::fs::create_dir(workdir.path("folder")).expect("made");
        let made = Command::new("mkfifo").arg(workdir.path("pipe")).status();
        assert!(made.expect("mkfifo").success());
        Self {
            vault,
            note,
            attachment,
            made: BTreeMap::new(),
            program: env!("CARGO_BIN_EXE_fieldnotes").into(),
            user: None,
        }
    }

    /// The colleague, whose vault lies beside ours.
    pub fn theirs(&self) -> Vault<'d> {
        self.vault.workdir.known_vault("theirs")
    }

    /// They keep this file with a record.
    pub fn theirs_have(&self, file: &str) {
        let theirs = self.theirs();
        let note = theirs.add("note", &json!({"text": "with a file"}));
        theirs.run(&["attachment", "add", &note, file]).json();
    }

    /// A bundle of theirs to whoever knows the passphrase, and a record in it.
    pub fn their_bundle(&self) -> (String, String) {
        let (theirs, out) = (self.theirs(), self.vault.workdir.at("their.bundle"));
        let record = theirs.add("note", &json!({"text": "theirs"}));
        let word = self.vault.workdir.at("passphrase");
        let export = ["bundle", "export", "--bundle-passphrase-file", &word];
        theirs.run(&[&export[..], &["--out", &out]].concat()).json();
        (out, record)
    }

    /// The arguments of a row, with these files in their places.
    pub fn words(&self, row: &Row, input: &str, out: &str) -> Vec<OsString> {
        let workdir = self.vault.workdir;
        let fill = |word: &str| match word {
            "{in}" => input.to_owned(),
            "{out}" => out.to_owned(),
            "{note}" => self.note.clone(),
            "{attachment}" => self.attachment.clone(),
            "{passphrase}" => workdir.at("passphrase"),
            "{folder}" => workdir.at("folder"),
            plain => match self.made.get(plain) {
                Some(made) => made.clone(),
                // Nothing of the kind was made: an id that is not one of these.
                None if plain.starts_with('{') => self.note.clone(),
                None => plain.to_owned(),
            },
        };
        let words = row
            .command
            .split(' ')
            .chain(row.arguments.split_whitespace());
        words.map(|word| fill(word).into()).collect()
    }

    pub fn command(
        &self,
        language: &str,
        folder: &str,
        passphrase: &str,
        words: &[OsString],
    ) -> Command {
        let mut command = Command::new("setsid");
        command
            .args(["--wait", "timeout", "60"])
            .arg(&self.program)
            .args(["--lang", language, "--vault", folder])
            .args(["--passphrase-file", passphrase])
            .args(words)
            .env_remove("FIELDNOTES_VAULT")
            .env("LC_ALL", "C")
            .stdin(Stdio::null());
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        command
    }

    /// Runs it in both languages and holds what is said against the law. `wanted` are statuses.
    pub fn fails(
        &self,
        what: &str,
        folder: &str,
        passphrase: &str,
        words: &[OsString],
        wanted: &[i32],
    ) {
        for language in ["en", "ko"] {
            let said = self.command(language, folder, passphrase, words).output();
            let said = said.expect("it runs");
            let printed = String::from_utf8(said.stderr).expect("UTF-8");
            let status = said.status.code().unwrap_or(-1);
            assert!(
                wanted.contains(&status) && said.stdout.is_empty(),
                "{what}: {words:?} ended with {status}: {printed}"
            );
            law_of_words(language, &printed, &format!("{what}: {words:?}"));
        }
    }
}

/// Two lines at least, in the language, without what the system or the compiler calls it.
pub fn law_of_words(language: &str, printed: &str, what: &str) {
    assert!(printed.lines().count() >= 2, "{what}: {printed:?}");
    for raw in ["os error", "Os {", "panicked", "Some(", "Err("] {
        assert!(!printed.contains(raw), "{what}: {printed:?}");
    }
    if language == "ko" {
        for line in printed.lines() {
            let has_hangul = line.chars().any(|c| ('가'..='힣').contains(&c));
            let mut english = 0;
            for word in line.split(' ') {
                let is_english = !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
                english = if is_english { english + 1 } else { 0 };
                // The longest command has three words.
                assert!(english < 4, "{what}: {line:?}");
            }
            assert!(has_hangul, "{what}: {line:?}");
        }
    }
}
