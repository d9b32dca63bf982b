//! The law of exits: whatever fails, the status says so, words say it in both languages, and the vault is as it was.
//!
//! THREATS: "A failure is told, and changes nothing".

#![cfg(unix)]
// A test may fail on a list that is too short.
#![allow(clippy::indexing_slicing)]

mod support;

use std::ffi::OsString;
use std::fs::File;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;
use support::{Desk, Vault};

struct Row {
    command: &'static str,
    applies: &'static str,
    arguments: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    let lines = include_str!("exits/rows.txt").lines();
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
struct Scene<'d> {
    vault: Vault<'d>,
    note: String,
    attachment: String,
}

impl<'d> Scene<'d> {
    fn new(desk: &'d Desk) -> Self {
        let (vault, other) = (desk.vault("ours"), desk.vault("theirs"));
        vault.meets(&other, "민지");
        let note = vault.add("note", &json!({"text": "word"}));
        let file = desk.file("file", "content");
        let attached = vault.run(&["attachment", "add", &note, &file]).json();
        let attachment = attached["id"].as_str().expect("an id").to_owned();
        desk.file("there", "mine");
        std::fs::create_dir(desk.path("folder")).expect("made");
        let made = Command::new("mkfifo").arg(desk.path("pipe")).status();
        assert!(made.expect("mkfifo").success());
        Self {
            vault,
            note,
            attachment,
        }
    }

    /// The arguments of a row, with these files in their places.
    fn words(&self, row: &Row, input: &str, out: &str) -> Vec<OsString> {
        let desk = self.vault.desk;
        let fill = |word: &str| match word {
            "{in}" => input.to_owned(),
            "{out}" => out.to_owned(),
            "{note}" => self.note.clone(),
            "{attachment}" => self.attachment.clone(),
            "{passphrase}" => desk.at("passphrase"),
            "{folder}" => desk.at("folder"),
            plain => plain.to_owned(),
        };
        let words = row
            .command
            .split(' ')
            .chain(row.arguments.split_whitespace());
        words.map(|word| fill(word).into()).collect()
    }

    fn command(
        &self,
        language: &str,
        folder: &str,
        passphrase: &str,
        words: &[OsString],
    ) -> Command {
        let mut command = Command::new("setsid");
        command
            .args(["--wait", "timeout", "60", env!("CARGO_BIN_EXE_fieldnotes")])
            .args(["--lang", language, "--vault", folder])
            .args(["--passphrase-file", passphrase])
            .args(words)
            .env_remove("FIELDNOTES_VAULT")
            .env("LC_ALL", "C")
            .stdin(Stdio::null());
        command
    }

    /// Runs it in both languages and holds what is said against the law. `wanted` are statuses.
    fn fails(
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
            let told = String::from_utf8(said.stderr).expect("UTF-8");
            let status = said.status.code().unwrap_or(-1);
            assert!(
                wanted.contains(&status) && said.stdout.is_empty(),
                "{what}: {words:?} ended with {status}: {told}"
            );
            law_of_words(language, &told, &format!("{what}: {words:?}"));
        }
    }
}

/// Two lines at least, in the language, without what the system or the compiler calls it.
fn law_of_words(language: &str, told: &str, what: &str) {
    assert!(told.lines().count() >= 2, "{what}: {told:?}");
    for raw in ["os error", "Os {", "panicked", "Some(", "Err("] {
        assert!(!told.contains(raw), "{what}: {told:?}");
    }
    if language == "ko" {
        for line in told.lines() {
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

#[test]
fn every_command_ends_as_it_must() {
    let desk = Desk::new();
    let scene = Scene::new(&desk);
    let ours = scene.vault.path.display().to_string();
    let (right, wrong) = (desk.at("passphrase"), desk.file("wrong", "another one\n"));
    let before = scene.vault.digest();
    for row in rows() {
        let applies = |kind| row.applies.split(' ').any(|one| one == kind);
        let (file, new) = (desk.at("file"), desk.at("new"));
        let usual = scene.words(&row, &file, &new);
        if applies("vault") || applies("missing") {
            scene.fails("missing", &desk.at("none"), &right, &usual, &[2, 4, 7]);
        }
        if applies("vault") && !applies("in") {
            scene.fails("key", &ours, &wrong, &usual, &[3]);
        }
        if applies("in") {
            for (name, wanted) in [("no/such", 7), ("pipe", 2), ("folder", 2)] {
                let words = scene.words(&row, &desk.at(name), &new);
                scene.fails(name, &ours, &right, &words, &[wanted]);
            }
            let denied = desk.file("denied", "");
            let nobody = std::os::unix::fs::PermissionsExt::from_mode(0o000);
            std::fs::set_permissions(&denied, nobody).expect("changed");
            // Who runs this as root may read everything.
            if File::open(&denied).is_err() {
                let words = scene.words(&row, &denied, &new);
                scene.fails("denied", &ours, &right, &words, &[1]);
            }
            std::fs::remove_file(&denied).expect("removed");
        }
        if applies("out") {
            for (name, wanted) in [("there", 5), ("no/such", 7), ("folder", 5)] {
                let words = scene.words(&row, &file, &desk.at(name));
                scene.fails(name, &ours, &right, &words, &[wanted]);
            }
            assert_eq!(std::fs::read(desk.path("there")).expect("there"), b"mine");
        }
        let mut not_text = usual.clone();
        not_text.push(OsString::from_vec(vec![b'-', b'-', 0xff]));
        scene.fails("not UTF-8", &ours, &right, &not_text, &[2]);
        assert!(!Path::new(&new).exists(), "{}", row.command);
    }
    assert_eq!(scene.vault.digest(), before);
    assert!(!desk.path("none").exists());
}

#[test]
fn output_that_is_lost_is_no_success() {
    let desk = Desk::new();
    let scene = Scene::new(&desk);
    let ours = scene.vault.path.display().to_string();
    let bundle = desk.at("bundle");
    let passphrase = desk.at("passphrase");
    let sent = [
        "bundle",
        "export",
        "--bundle-passphrase-file",
        &passphrase,
        "--out",
        &bundle,
    ];
    scene.vault.run(&sent).json();
    let before = scene.vault.digest();
    for row in rows().filter(|row| row.applies.contains("reads")) {
        let words = scene.words(&row, &bundle, "");
        let mut full = scene.command("ko", &ours, &passphrase, &words);
        let device = File::options()
            .write(true)
            .open("/dev/full")
            .expect("a device");
        let said = full.stdout(device).output().expect("it runs");
        let told = String::from_utf8(said.stderr).expect("UTF-8");
        assert_eq!(said.status.code(), Some(1), "{}: {told}", row.command);
        law_of_words("ko", &told, row.command);

        // Whoever reads closes the pipe: nobody is told, and it is no success.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut cut = scene.command("ko", &ours, &passphrase, &words);
        let said = cut.stdout(writer).output().expect("it runs");
        assert_eq!(said.status.code(), Some(1), "{}", row.command);
        assert!(said.stderr.is_empty(), "{}: {said:?}", row.command);
    }
    assert_eq!(scene.vault.digest(), before);
}

/// THREATS: "No vault whose recovery words nobody saw".
#[test]
fn a_vault_whose_words_were_lost_is_not_made() {
    let desk = Desk::new();
    let script = |redirect: &str| {
        format!(
            "exec {} --vault made/deep --passphrase-file passphrase vault create --test-kdf {redirect}",
            env!("CARGO_BIN_EXE_fieldnotes")
        )
    };
    for redirect in [">/dev/full", ">&-"] {
        let said = Command::new("sh")
            .args(["-c", &script(redirect)])
            .current_dir(desk.path(""))
            .output()
            .expect("it runs");
        assert_eq!(said.status.code(), Some(1), "{redirect}: {said:?}");
        let told = String::from_utf8_lossy(&said.stderr).into_owned();
        law_of_words("en", &told, redirect);
        assert!(!desk.path("made").exists(), "{redirect}");
    }
    // A folder that was there stays; an empty one gets its vault later.
    std::fs::create_dir_all(desk.path("made/deep")).expect("made");
    let lost = Command::new("sh")
        .args(["-c", &script(">/dev/full")])
        .current_dir(desk.path(""))
        .status();
    assert_eq!(lost.expect("it runs").code(), Some(1));
    let left = std::fs::read_dir(desk.path("made/deep")).expect("there");
    assert_eq!(left.count(), 0);
    let made = Command::new("sh")
        .args(["-c", &script(">words")])
        .current_dir(desk.path(""))
        .status();
    assert!(made.expect("it runs").success());
    assert!(desk.path("made/deep/header").exists());
}

/// THREATS: "A file in clear is whole or not there".
#[test]
fn a_signal_leaves_nothing_in_clear() {
    let desk = Desk::new();
    let scene = Scene::new(&desk);
    let big = desk.file("big", vec![7; 48 << 20]);
    let added = scene.vault.run(&["attachment", "add", &scene.note, &big]);
    let id = added.json()["id"].as_str().expect("an id").to_owned();
    let entries = |desk: &Desk| std::fs::read_dir(desk.path("")).expect("a folder").count();
    let before = entries(&desk);
    for signal in ["INT", "TERM", "HUP", "KILL"] {
        let script = format!(
            "{} --vault ours --passphrase-file passphrase attachment save {id} --out clear & sleep 0.25; kill -{signal} $!; wait $!",
            env!("CARGO_BIN_EXE_fieldnotes")
        );
        let mut shell = Command::new("bash");
        let status = shell
            .args(["-c", &script])
            .current_dir(desk.path(""))
            .stderr(Stdio::null())
            .status()
            .expect("it runs");
        if status.success() {
            // It was quicker.
            std::fs::remove_file(desk.path("clear")).expect("saved");
        }
        assert_eq!(entries(&desk), before, "{signal}");
    }
}
