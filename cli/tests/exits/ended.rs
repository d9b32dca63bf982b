//! Work that is asked to end, or killed, in the middle: nothing in clear and nothing half is left, and it is reported.
//!
//! THREATS: "A file in clear is whole or not there".

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::scene::{Scene, law_of_words};
use crate::support::{WorkDir, files_under};

const SIGNALS: [(&str, i32); 3] = [("INT", 2), ("TERM", 15), ("HUP", 1)];
/// The most that are begun until one is hit in its work.
const TRIES: usize = 20;

/// What works long, on files that make it so.
struct Long<'d> {
    scene: Scene<'d>,
    /// How the vault lies there before each.
    kept: String,
    files: usize,
}

impl<'d> Long<'d> {
    fn new(workdir: &'d WorkDir) -> Self {
        let mut scene = Scene::new(workdir);
        let big = workdir.file("big", vec![7; 8 << 20]);
        let added = scene.vault.run(&["attachment", "add", &scene.note, &big]);
        let attachment = added.json()["id"].as_str().expect("an id").to_owned();
        let lines = "{\"kind\":\"note\",\"text\":\"줄\"}\n".repeat(1_500);
        let lines = workdir.file("lines", lines);
        scene.theirs().run(&["record", "import", &lines]).json();
        scene.take_in();
        scene.theirs_have(&big);
        scene.have_offered();
        let word = workdir.at("passphrase");
        let package = workdir.at("package");
        let export = [
            "review",
            "export",
            "--audience",
            "ICC",
            "--out",
            &package,
            "--review-passphrase-file",
            &word,
        ];
        let which = ["--record", &scene.note, &attachment];
        scene.vault.run(&[&export[..], &which].concat()).json();
        let kept = workdir.at("kept");
        copy(&scene.vault.path, Path::new(&kept));
        copy(&workdir.path("folder"), &workdir.path("kept-folder"));
        scene.attachment = attachment;
        let files = files_beside(workdir);
        Self { scene, kept, files }
    }

    /// The commands that work long, with words for them.
    fn commands(&self) -> Vec<Vec<String>> {
        let workdir = self.scene.vault.workdir;
        let (note, attachment, word) = (
            &self.scene.note,
            &self.scene.attachment,
            workdir.at("passphrase"),
        );
        let all = format!(
            "attachment save {attachment} --out {out}\n\
             attachment add {note} {big}\n\
             record import {lines}\n\
             bundle export --bundle-passphrase-file {word} --out {out}\n\
             bundle import {bundle} --bundle-passphrase-file {word}\n\
             bundle preview {bundle} --bundle-passphrase-file {word}\n\
             review export --audience ICC --record {note} {attachment} --review-passphrase-file {word} --out {out}\n\
             review open {package} --review-passphrase-file {word}\n\
             review save {package} --review-passphrase-file {word} --attachment {attachment} --out {out}\n\
             folder put --to 민지\n\
             folder take\n\
             bundle undo {import}\n\
             vault verify\n\
             vault repair\n\
             vault rekey",
            out = workdir.at("clear"),
            big = workdir.at("big2"),
            import = self.scene.made["{import}"],
            lines = workdir.at("lines"),
            bundle = workdir.at("their.bundle"),
            package = workdir.at("package"),
        );
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect();
        all.lines().map(words).collect()
    }

    fn start(&self, language: &[&str], words: &[String]) -> Child {
        let workdir = self.scene.vault.workdir;
        let mut command = Command::new(&self.scene.program);
        command
            .args([
                "--vault",
                &workdir.at("ours"),
                "--passphrase-file",
                &workdir.at("passphrase"),
            ])
            .args(language)
            .args(words)
            .env_remove("FIELDNOTES_VAULT")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command.spawn().expect("it starts")
    }

    /// Nothing is left, and the vault is as it was.
    fn is_as_before(&self, what: &str, digest: &str) {
        assert_eq!(files_beside(self.scene.vault.workdir), self.files, "{what}");
        assert_eq!(self.scene.vault.digest(), digest, "{what}");
        let found = self.scene.vault.run(&["vault", "verify"]).json();
        assert_eq!(found["ok"], true, "{what}: {found}");
    }

    fn put_back(&self) {
        let workdir = self.scene.vault.workdir;
        let _ = std::fs::remove_file(workdir.path("clear"));
        for (kept, place) in [
            (Path::new(&self.kept), &self.scene.vault.path),
            (&workdir.path("kept-folder"), &workdir.path("folder")),
        ] {
            std::fs::remove_dir_all(place).expect("removed");
            copy(kept, place);
        }
    }
}

fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp").arg("-r").arg(from).arg(to).status();
    assert!(status.expect("cp").success());
}

/// Files that are not the vault's.
fn files_beside(workdir: &WorkDir) -> usize {
    let mut files = Vec::new();
    files_under(&workdir.path(""), &mut files);
    let is_beside = |file: &&std::path::PathBuf| !file.starts_with(workdir.path("ours"));
    files.iter().filter(is_beside).count()
}

/// Waits until long work has begun: it is then that the signal is caught. False where it ended before.
fn has_begun(child: &mut Child, signal: i32) -> bool {
    loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let status = status.unwrap_or_default();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        let mask = caught.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        if mask.unwrap_or_default() >> (signal - 1) & 1 == 1 {
            return true;
        }
        if child.try_wait().expect("ours").is_some() {
            return false;
        }
        std::thread::yield_now();
    }
}

fn send(child: &Child, signal: &str) {
    let sent = Command::new("kill")
        .args([&format!("-{signal}"), &child.id().to_string()])
        .status();
    // It may have ended.
    let _ = sent.expect("kill");
}

#[test]
fn a_signal_ends_every_long_command_in_good_order() {
    let workdir = WorkDir::new();
    let long = Long::new(&workdir);
    std::fs::copy(workdir.path("big"), workdir.path("big2")).expect("copied");
    let long = Long {
        files: files_beside(&workdir),
        ..long
    };
    let digest = long.scene.vault.digest();
    for (number, words) in long.commands().iter().enumerate() {
        // Each signal in its turn; where clear text is written, all of them.
        let signals = match number {
            0 => SIGNALS.to_vec(),
            other => vec![SIGNALS[other % 3]],
        };
        for (name, signal) in signals {
            let what = format!("{words:?} and SIG{name}");
            let is_hit = (0..TRIES).any(|_| {
                let mut child = long.start(&["--json"], words);
                if has_begun(&mut child, signal) {
                    send(&child, name);
                }
                let said = child.wait_with_output().expect("it ends");
                if said.status.success() {
                    long.put_back();
                    return false;
                }
                let printed: Value = serde_json::from_slice(&said.stderr).unwrap_or_default();
                assert_eq!(printed["error"]["code"], "cancelled", "{what}: {said:?}");
                assert_eq!(said.status.code(), Some(1), "{what}");
                true
            });
            assert!(is_hit, "{what}: it was never hit in its work");
            long.is_as_before(&what, &digest);
        }
    }
    // In words, once.
    let words = &long.commands()[0];
    for language in ["en", "ko"] {
        let mut child = long.start(&["--lang", language], words);
        if has_begun(&mut child, 2) {
            send(&child, "INT");
        }
        let said = child.wait_with_output().expect("it ends");
        if said.status.success() {
            long.put_back();
        } else {
            law_of_words(
                language,
                &String::from_utf8_lossy(&said.stderr),
                "cancelled",
            );
        }
    }
}

#[test]
fn a_kill_leaves_nothing_in_clear() {
    let workdir = WorkDir::new();
    let long = Long::new(&workdir);
    let words = &long.commands()[0];
    let mut hits = 0;
    for _ in 0..TRIES {
        let mut child = long.start(&[], words);
        has_begun(&mut child, 2);
        send(&child, "KILL");
        let said = child.wait_with_output().expect("it ends");
        if said.status.signal() == Some(9) && !workdir.path("clear").exists() {
            hits += 1;
        }
        let _ = std::fs::remove_file(workdir.path("clear"));
        assert_eq!(
            files_beside(&workdir),
            long.files,
            "something in clear is left"
        );
        if hits == 4 {
            return;
        }
    }
    panic!("it was hit in its work {hits} times only");
}
