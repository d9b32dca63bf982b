//! The law of exits: whatever fails, the status says so, words say it in both languages, and the vault is as it was.
//!
//! THREATS: "A failure is reported, and changes nothing".

#![cfg(target_os = "linux")]
// A test may fail on a list that is too short.
#![allow(clippy::indexing_slicing, clippy::print_stdout)]

#[path = "exits/ended.rs"]
mod ended;
#[path = "exits/older.rs"]
mod older;
#[path = "exits/places.rs"]
mod places;
#[path = "exits/prepared.rs"]
mod prepared;
#[path = "exits/scene.rs"]
mod scene;
mod support;

use std::ffi::OsString;
use std::fs::File;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;
use std::process::Command;

use scene::{Scene, law_of_words, rows};
use support::WorkDir;

#[test]
fn every_command_ends_as_it_must() {
    let workdir = WorkDir::new();
    let scene = Scene::new(&workdir);
    let ours = scene.vault.path.display().to_string();
    let (right, wrong) = (
        workdir.at("passphrase"),
        workdir.file("wrong", "another one\n"),
    );
    let before = scene.vault.digest();
    for row in rows() {
        let applies = |kind| row.is(kind);
        let (file, new) = (workdir.at("file"), workdir.at("new"));
        let usual = scene.words(&row, &file, &new);
        if applies("vault") || applies("missing") {
            scene.fails("missing", &workdir.at("none"), &right, &usual, &[2, 4, 7]);
        }
        if applies("vault") && !applies("in") {
            scene.fails("key", &ours, &wrong, &usual, &[3]);
        }
        if applies("in") {
            for (name, wanted) in [("no/such", 7), ("pipe", 2), ("folder", 2)] {
                let words = scene.words(&row, &workdir.at(name), &new);
                scene.fails(name, &ours, &right, &words, &[wanted]);
            }
        }
        if applies("out") {
            for (name, wanted) in [("there", 5), ("no/such", 7), ("folder", 5)] {
                let words = scene.words(&row, &file, &workdir.at(name));
                scene.fails(name, &ours, &right, &words, &[wanted]);
            }
            assert_eq!(
                std::fs::read(workdir.path("there")).expect("there"),
                b"mine"
            );
        }
        let mut not_text = usual.clone();
        not_text.push(OsString::from_vec(vec![b'-', b'-', 0xff]));
        scene.fails("not UTF-8", &ours, &right, &not_text, &[2]);
        assert!(!Path::new(&new).exists(), "{}", row.command);
    }
    assert_eq!(scene.vault.digest(), before);
    assert!(!workdir.path("none").exists());
}

#[test]
fn output_that_is_lost_is_no_success() {
    let workdir = WorkDir::new();
    let scene = Scene::new(&workdir);
    let ours = scene.vault.path.display().to_string();
    let bundle = workdir.at("bundle");
    let passphrase = workdir.at("passphrase");
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
    for row in rows().filter(|row| row.is("reads")) {
        let words = scene.words(&row, &bundle, "");
        let mut full = scene.command("ko", &ours, &passphrase, &words);
        let device = File::options()
            .write(true)
            .open("/dev/full")
            .expect("a device");
        let said = full.stdout(device).output().expect("it runs");
        let printed = String::from_utf8(said.stderr).expect("UTF-8");
        assert_eq!(said.status.code(), Some(1), "{}: {printed}", row.command);
        law_of_words("ko", &printed, row.command);

        // Whoever reads closes the pipe: nobody is informed, and it is no success.
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
    let workdir = WorkDir::new();
    let script = |redirect: &str| {
        format!(
            "exec {} --vault made/deep --passphrase-file passphrase vault create --test-kdf {redirect}",
            env!("CARGO_BIN_EXE_fieldnotes")
        )
    };
    for redirect in [">/dev/full", ">&-"] {
        let said = Command::new("sh")
            .args(["-c", &script(redirect)])
            .current_dir(workdir.path(""))
            .output()
            .expect("it runs");
        assert_eq!(said.status.code(), Some(1), "{redirect}: {said:?}");
        let printed = String::from_utf8_lossy(&said.stderr).into_owned();
        law_of_words("en", &printed, redirect);
        assert!(!workdir.path("made").exists(), "{redirect}");
    }
    // A folder that was there stays; an empty one gets its vault later.
    std::fs::create_dir_all(workdir.path("made/deep")).expect("made");
    let lost = Command::new("sh")
        .args(["-c", &script(">/dev/full")])
        .current_dir(workdir.path(""))
        .status();
    assert_eq!(lost.expect("it runs").code(), Some(1));
    let left = std::fs::read_dir(workdir.path("made/deep")).expect("there");
    assert_eq!(left.count(), 0);
    let made = Command::new("sh")
        .args(["-c", &script(">words")])
        .current_dir(workdir.path(""))
        .status();
    assert!(made.expect("it runs").success());
    assert!(workdir.path("made/deep/header").exists());
}

/// What only prints says that nobody reads it, before it begins. What does something does it all the same: that can be looked at.
#[test]
fn a_closed_output_is_reported_where_it_is_all_there_is() {
    let workdir = WorkDir::new();
    let scene = Scene::new(&workdir);
    let closed = |folder: &str, words: &[OsString]| {
        let mut command = Command::new("sh");
        command
            .args(["-c", "exec \"$0\" \"$@\" >&-"])
            .arg(env!("CARGO_BIN_EXE_fieldnotes"))
            .args(["--json", "--vault", folder])
            .args(["--passphrase-file", &workdir.at("passphrase")])
            .args(words);
        let said = command.output().expect("it runs");
        let printed = String::from_utf8_lossy(&said.stderr).into_owned();
        (
            said.status.code(),
            printed.contains("\"output_closed\""),
            printed,
        )
    };
    for help in ["--help", "--version", "demo --help"] {
        let words: Vec<OsString> = help.split(' ').map(OsString::from).collect();
        let (status, is_reported, said) = closed(&workdir.at("none"), &words);
        assert_eq!((status, is_reported), (Some(1), true), "{help}: {said}");
    }
    for row in rows() {
        let words = scene.words(&row, &workdir.at("file"), &workdir.at("new"));
        let (status, is_reported, said) = closed(&workdir.at("none"), &words);
        let only_prints = row.is("reads") || row.is("reports");
        assert_eq!(is_reported, only_prints, "{}: {said}", row.command);
        assert!(!only_prints || status == Some(1), "{}: {said}", row.command);
    }
    let note = workdir.file("note", r#"{"text":"said to nobody"}"#);
    let add = ["record", "add", "note", "--from", &note].map(OsString::from);
    let before = scene.vault.digest();
    let (status, _, said) = closed(&scene.vault.path.display().to_string(), &add);
    assert_eq!(status, Some(0), "{said}");
    assert_ne!(scene.vault.digest(), before);
}
