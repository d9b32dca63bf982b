//! No plaintext: after a day's work nothing that was written, and no name of a kind or field, is in any file. Guards "A
//! seized laptop reveals nothing" of docs/THREATS.md.

// Rights of files are those of Unix.
#![cfg(unix)]
// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod day;
mod names;
mod scanner;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use scanner::Scanner;
use support::chance::Chance;
use support::{child, folder};

/// Where a program might leave something behind without being asked to.
const PLACES: [&str; 8] = [
    "TMPDIR",
    "SQLITE_TMPDIR",
    "HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
];

/// A day's work in a child, killed while it goes on saving. Returns the folder: what is scanned is below `work`, the rest
/// is what the user had, or asked for, in clear.
fn spend_a_day() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut command = child::command("day::child", dir.path());
    for place in PLACES {
        let path = dir.path().join("work/home").join(place);
        fs::create_dir_all(&path).expect("a folder can be made");
        command.env(place, path);
    }
    let start = dir.path().join("work/home/start");
    fs::create_dir_all(&start).expect("a folder can be made");
    command.current_dir(start);
    let mut running = child::Running::start(command);
    while running.read_line() {
        if running.said.iter().filter(|line| *line == "saved").count() == 6 {
            break;
        }
    }
    let (said, had_ended) = running.kill();
    assert!(!had_ended, "it was killed while it worked: {said:?}");
    dir
}

#[test]
fn a_days_work_leaves_no_plaintext() {
    let dir = spend_a_day();
    let work = dir.path().join("work");
    let mut scanner = Scanner::new();
    let secrets = fs::read_to_string(dir.path().join("secrets")).expect("the child wrote it");
    for secret in secrets.lines() {
        scanner.watch_for(secret);
    }
    for canary in day::CANARIES {
        scanner.watch_for(canary);
    }
    scanner.watch_for_names(names::names());
    let mut bytes = 0;
    let mut found = Vec::new();
    for file in folder::files(&work) {
        let content = fs::read(&file).expect("a file that was listed");
        bytes += content.len();
        let name = file.strip_prefix(&work).expect("below").to_owned();
        // Names of files are revealing as well.
        found.extend(scanner.scan(name.as_os_str().as_encoded_bytes()));
        found.extend(
            scanner
                .scan(&content)
                .into_iter()
                .map(|what| format!("{}: {what}", name.display())),
        );
    }
    println!("{} needles, {bytes} bytes", scanner.len());
    assert!(found.is_empty(), "{found:#?}");
    let has = |part: &str| folder::files(&work).iter().any(|file| file.ends_with(part));
    for part in [
        "mine/vault.db",
        "mine/vault.db-wal",
        "colleague/header.copy",
        "to colleague.fnb",
    ] {
        assert!(has(part), "{part} was there to be scanned");
    }
    let left: Vec<PathBuf> = folder::files(&work.join("home"));
    assert!(left.is_empty(), "left outside of the vault: {left:?}");
    assert_private(&work);
}

/// Nobody else on this machine may even list a vault.
fn assert_private(work: &Path) {
    for place in ["mine", "colleague", "out"] {
        folder::walk(&work.join(place), &mut |path, is_folder| {
            let mode = fs::metadata(path).expect("there").permissions().mode() & 0o777;
            let expected = if is_folder { 0o700 } else { 0o600 };
            assert_eq!(mode, expected, "{}", path.display());
        });
    }
    for vault in ["mine", "colleague"] {
        let mode = fs::metadata(work.join(vault))
            .expect("there")
            .permissions()
            .mode()
            & 0o777;
        assert_eq!(mode, 0o700, "{vault}");
    }
}

/// A scanner that finds nothing proves nothing: each canary is found in each spelling, wherever it stands.
#[test]
fn the_scanner_finds_what_is_planted() {
    let mut chance = Chance::new("planted canaries");
    let mut scanner = Scanner::new();
    for canary in day::CANARIES {
        scanner.watch_for(canary);
    }
    scanner.watch_for_names(names::names());
    for (what, planted) in scanner.plants() {
        for shift in 0..3 {
            let mut bytes = chance.bytes(1_000 + shift);
            bytes.extend_from_slice(&planted);
            bytes.extend(chance.bytes(500));
            assert!(scanner.scan(&bytes).contains(&what), "{what} at {shift}");
        }
    }
    for canary in day::CANARIES {
        for shift in 0..3 {
            let plain = [&b"xyz"[..shift], canary.as_bytes(), b"and more"].concat();
            assert!(
                !scanner.scan(&scanner::base64(&plain)).is_empty(),
                "{canary} at {shift}"
            );
        }
    }
    assert!(scanner.scan(&chance.bytes(100_000)).is_empty());
}
