//! Disks that are full or cannot be written to, and files and folders that are not for whoever runs the program.

use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::scene::{Row, Scene, law_of_words, rows};
use crate::support::WorkDir;

/// Names the folder on which the child finds a disk of its own.
const SMALL: &str = "FIELDNOTES_TEST_SMALL";
/// Somebody who owns nothing.
const NOBODY: u32 = 65_534;

/// What came of a command: its status and its code.
fn outcome(scene: &Scene<'_>, words: &[std::ffi::OsString]) -> (i32, String) {
    let workdir = scene.vault.workdir;
    let folder = scene.vault.path.display().to_string();
    let mut all = vec![std::ffi::OsString::from("--json")];
    all.extend_from_slice(words);
    let mut command = scene.command("en", &folder, &workdir.at("passphrase"), &all);
    let said = command.output().expect("it runs");
    let printed: Value = serde_json::from_slice(&said.stderr).unwrap_or_default();
    let code = printed["error"]["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let status = said.status.code().unwrap_or(-1);
    for language in ["en", "ko"] {
        if status != 0 && !code.is_empty() {
            let mut command = scene.command(language, &folder, &workdir.at("passphrase"), words);
            let said = command.output().expect("it runs");
            let printed = String::from_utf8_lossy(&said.stderr).into_owned();
            if !said.status.success() {
                law_of_words(language, &printed, &format!("{words:?}"));
            }
        }
    }
    (status, code)
}

/// The rows of the table that open a vault, with files that are right for them.
fn right_words<'s>(
    scene: &'s Scene<'_>,
    out: &'s str,
) -> impl Iterator<Item = (Row, Vec<std::ffi::OsString>)> + 's {
    rows().filter(|row| row.is("vault")).map(move |row| {
        let input = scene.right_input(row.command);
        let words = scene.words(&row, &input, out);
        (row, words)
    })
}

/// Runs the rest in a place of its own, with a disk of `size`. Where none can be mounted, says so.
fn with_a_disk(size: &str, child: &str) {
    let dir = tempfile::tempdir().expect("a folder");
    let mount = format!("mount -t tmpfs -o size={size} none \"$0\" || exit 99; exec \"$@\"");
    for place in [&["--mount"][..], &["--user", "--map-root-user", "--mount"]] {
        let mut command = Command::new("unshare");
        command
            .args(place)
            .args(["sh", "-c", &mount])
            .arg(dir.path())
            .arg(std::env::current_exe().expect("a test knows its program"))
            .args(["--exact", child, "--ignored", "--nocapture"])
            .env(SMALL, dir.path())
            .stdin(Stdio::null());
        let said = command.output().expect("unshare");
        let printed = String::from_utf8_lossy(&said.stdout).into_owned();
        if printed.contains("1 passed") {
            println!("{printed}");
            return;
        }
        let err = String::from_utf8_lossy(&said.stderr).into_owned();
        let is_place = said.status.code() == Some(99) || err.starts_with("unshare");
        assert!(is_place, "{printed}{err}");
    }
    println!("SKIPPED: no disk can be mounted here");
}

fn small() -> Option<PathBuf> {
    std::env::var_os(SMALL).map(PathBuf::from)
}

/// THREATS: "A saved sentence stays saved".
#[test]
fn a_full_disk_is_reported_by_every_command() {
    with_a_disk("16m", "places::child_on_a_full_disk");
}

#[test]
#[ignore = "started by the test above, with a small disk"]
fn child_on_a_full_disk() {
    let Some(small) = small() else { return };
    let workdir = WorkDir::new_in(&small);
    let mut scene = Scene::new(&workdir);
    scene.prepare(1 << 20);
    let filler = workdir.path("filler");
    let full = Command::new("dd")
        .args([
            "if=/dev/zero",
            "bs=4096",
            &format!("of={}", filler.display()),
        ])
        .stderr(Stdio::null())
        .status();
    assert!(!full.expect("dd").success(), "the disk is full");
    let out = workdir.at("new");
    let mut refused = Vec::new();
    for (row, words) in right_words(&scene, &out) {
        let before = scene.vault.digest();
        let (status, code) = outcome(&scene, &words);
        println!("full: {} {status} {code}", row.command);
        if row.is("reads") {
            assert_eq!(status, 0, "{}: {code}", row.command);
        }
        if matches!(code.as_str(), "disk_full" | "no_room") {
            assert_eq!(status, 1);
            refused.push(row.command);
        }
        assert!(
            !matches!(code.as_str(), "vault_damaged" | "internal" | "io"),
            "{}: {code}",
            row.command
        );
        if status != 0 {
            assert_eq!(scene.vault.digest(), before, "{}", row.command);
        }
        assert!(!Path::new(&out).exists(), "{}", row.command);
    }
    for row in rows().filter(|row| row.is("writes") || row.is("vault") && row.is("out")) {
        let is_refused = refused.contains(&row.command);
        assert!(is_refused, "{} is not among {refused:?}", row.command);
    }
    std::fs::remove_file(filler).expect("there");
    assert_eq!(scene.vault.run(&["vault", "verify"]).json()["ok"], true);
}

/// THREATS: "A vault on a write-protected disk can be read".
#[test]
fn a_write_protected_disk_is_reported_by_every_command() {
    with_a_disk("32m", "places::child_on_a_write_protected_disk");
}

#[test]
#[ignore = "started by the test above, with a disk of its own"]
fn child_on_a_write_protected_disk() {
    let Some(small) = small() else { return };
    let workdir = WorkDir::new_in(&small);
    let mut scene = Scene::new(&workdir);
    scene.prepare(1_000);
    let protect = |how: &str| {
        let done = Command::new("mount")
            .args(["-o", &format!("remount,{how}")])
            .arg(&small)
            .status();
        assert!(done.expect("mount").success());
    };
    protect("ro");
    only_read(&scene, "write-protected");
    protect("rw");
}

/// Everything is read, nothing is written, and that is reported.
fn only_read(scene: &Scene<'_>, place: &str) {
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::fs::set_permissions(elsewhere.path(), PermissionsExt::from_mode(0o777)).expect("changed");
    let before = scene.vault.digest();
    let mut refused = 0;
    for (number, (row, words)) in right_words(scene, "{}").enumerate() {
        let out = elsewhere
            .path()
            .join(number.to_string())
            .display()
            .to_string();
        let words: Vec<_> = words
            .into_iter()
            .map(|word| {
                if word == "{}" {
                    out.clone().into()
                } else {
                    word
                }
            })
            .collect();
        let (status, code) = outcome(scene, &words);
        println!("{place}: {} {status} {code}", row.command);
        if row.is("reads") {
            assert_eq!(status, 0, "{}: {code}", row.command);
        }
        if row.is("writes") {
            let is_refused = matches!(
                code.as_str(),
                "read_only" | "storage_read_only" | "file_forbidden"
            );
            assert!(
                is_refused && status != 0,
                "{}: {status} {code}",
                row.command
            );
            refused += 1;
        }
        assert_ne!(status, 4, "{}: {code}", row.command);
        assert_ne!(code, "internal", "{}", row.command);
    }
    assert!(refused > 9, "{refused}");
    assert_eq!(scene.vault.digest(), before);
}

/// A scene that belongs to somebody whom permissions bind; root is not such a one.
fn bound(workdir: &WorkDir) -> Scene<'_> {
    let mut scene = Scene::new(workdir);
    scene.prepare(1_000);
    let program = workdir.path("program");
    std::fs::copy(env!("CARGO_BIN_EXE_fieldnotes"), &program).expect("copied");
    let probe = workdir.path("probe");
    std::fs::write(&probe, "").expect("written");
    std::fs::set_permissions(&probe, PermissionsExt::from_mode(0o0)).expect("changed");
    if std::fs::File::open(&probe).is_ok() {
        for file in walk(&workdir.path("")) {
            chown(file, Some(NOBODY), Some(NOBODY)).expect("root gives away");
        }
        scene.user = Some(NOBODY);
    }
    std::fs::remove_file(&probe).expect("removed");
    scene.program = program;
    scene
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![folder.to_owned()];
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => all.extend(walk(&path)),
            false => all.push(path),
        }
    }
    all
}

fn set_modes(folder: &Path, of_folders: u32, of_files: u32) {
    for path in walk(folder) {
        let mode = if path.is_dir() { of_folders } else { of_files };
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("changed");
    }
}

#[test]
fn what_is_denied_is_reported_by_every_command() {
    let workdir = WorkDir::new();
    let scene = bound(&workdir);
    let denied = workdir.file("denied", "");
    std::fs::set_permissions(&denied, PermissionsExt::from_mode(0o0)).expect("changed");
    let closed = workdir.path("closed");
    std::fs::create_dir(&closed).expect("made");
    std::fs::set_permissions(&closed, PermissionsExt::from_mode(0o555)).expect("changed");
    let ours = scene.vault.path.display().to_string();
    let right = workdir.at("passphrase");
    let out = closed.join("new").display().to_string();
    let before = scene.vault.digest();
    for row in rows() {
        if row.is("in") {
            let words = scene.words(&row, &denied, &workdir.at("new"));
            scene.fails("denied", &ours, &right, &words, &[1]);
        }
        if row.is("out") {
            let words = scene.words(&row, &scene.right_input(row.command), &out);
            scene.fails("denied", &ours, &right, &words, &[1]);
        }
    }
    assert_eq!(scene.vault.digest(), before);

    std::fs::set_permissions(&scene.vault.path, PermissionsExt::from_mode(0o0)).expect("changed");
    for row in rows().filter(|row| row.is("vault")) {
        let words = scene.words(&row, &scene.right_input(row.command), &workdir.at("new"));
        scene.fails("vault denied", &ours, &right, &words, &[1]);
    }
    std::fs::set_permissions(&scene.vault.path, PermissionsExt::from_mode(0o700)).expect("changed");
    assert_eq!(scene.vault.digest(), before);
}

#[test]
fn a_folder_that_may_only_be_read_is_reported_by_every_command() {
    let workdir = WorkDir::new();
    let scene = bound(&workdir);
    set_modes(&scene.vault.path, 0o555, 0o444);
    only_read(&scene, "read-only folder");
    set_modes(&scene.vault.path, 0o755, 0o644);
}
