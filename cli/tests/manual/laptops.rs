//! The laptops of the manual: a home for each, one folder where they work and hand files over, and the program as they
//! call it, with passphrases from files where the manual types them.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

/// What a command printed, errors too, in the order in which it came.
pub struct Printed {
    pub code: i32,
    pub text: String,
}

pub struct Laptops {
    root: tempfile::TempDir,
    language: &'static str,
}

const PROGRAM: &str = r#"#!/bin/bash
# The program with what the manual types: passphrases, and the recovery words.
set -u
secrets="$ROOT/secrets"
program() { LC_ALL="$TONGUE" "$PROGRAM" --passphrase-file "$secrets/pass" "$@"; }
case "$*" in
  *"vault create"*) set -- "$@" --test-kdf ;;
  *"vault change-passphrase"*) set -- "$@" --new-passphrase-file "$secrets/pass" ;;
  *"vault recover"*) set -- "$@" --recovery-file "$secrets/words" --new-passphrase-file "$secrets/pass" ;;
  *"review export"*|*"review open"*|*"review save"*) set -- "$@" --review-passphrase-file "$secrets/review" ;;
esac
case "$*" in
  *"vault create"*) program "$@" > "$secrets/created"; rc=$?
    grep -E '^ {4}[ 0-9][0-9] ' "$secrets/created" > "$secrets/words.new"
    [ -e "$secrets/words" ] || mv "$secrets/words.new" "$secrets/words"
    cat "$secrets/created"; exit $rc ;;
  *) program "$@" ;;
esac
"#;

impl Laptops {
    pub fn new(language: &str) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let laptops = Self {
            root,
            language: if language == "ko" {
                "ko_KR.UTF-8"
            } else {
                "C.UTF-8"
            },
        };
        for folder in [
            "bin", "secrets", "anna", "minji", "reviewer", "shm", "stick", "start",
        ] {
            std::fs::create_dir(laptops.at(folder)).expect("a folder");
        }
        let program = laptops.at("bin/fieldnotes");
        std::fs::write(&program, PROGRAM).expect("written");
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("set");
        for (name, secret) in [
            ("pass", "draft debris oblige dilemma repeat public equal\n"),
            ("review", "anvil river cotton lamp drift honey\n"),
        ] {
            std::fs::write(laptops.at("secrets").join(name), secret).expect("written");
        }
        std::fs::write(laptops.at("cwd"), laptops.at("start").display().to_string())
            .expect("written");
        laptops
    }

    fn at(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Writes a file where they work.
    pub fn write(&self, name: &str, content: &str) {
        let folder = std::fs::read_to_string(self.at("cwd")).expect("a folder");
        std::fs::write(PathBuf::from(folder.trim()).join(name), content).expect("written");
    }

    /// Runs a command on somebody's laptop. Folders and variables last until the next one.
    pub fn run(&self, who: &str, command: &str) -> Printed {
        let command = self.inward(who, command);
        let script = format!(
            "cd \"$(cat \"$ROOT/cwd\")\"; [ -e \"$HOME/.set\" ] && . \"$HOME/.set\"\n{command}\nrc=$?\n\
             pwd > \"$ROOT/cwd\"; echo \"export FIELDNOTES_VAULT='${{FIELDNOTES_VAULT:-}}'\" > \"$HOME/.set\"; exit $rc"
        );
        let path = std::env::var("PATH").unwrap_or_default();
        // A new session has no terminal to ask on.
        let output = Command::new("setsid")
            .args(["--wait", "bash", "-c", &format!("exec 2>&1\n{script}")])
            .env_clear()
            .env("PATH", format!("{}:{path}", self.at("bin").display()))
            .env("ROOT", self.root.path())
            .env("HOME", self.at(who))
            .env("LC_ALL", "C.UTF-8")
            .env("TONGUE", self.language)
            .env("PROGRAM", env!("CARGO_BIN_EXE_fieldnotes"))
            .output()
            .expect("bash runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        Printed {
            code: output.status.code().unwrap_or(-1),
            text: self.outward(who, &text),
        }
    }

    /// Places of the manual's laptops in the folder of the test.
    fn inward(&self, who: &str, command: &str) -> String {
        command
            .replace("/dev/shm/", &format!("{}/", self.at("shm").display()))
            .replace("/media/stick/", &format!("{}/", self.at("stick").display()))
            .replace(&format!("/home/{who}"), &self.at(who).display().to_string())
    }

    fn outward(&self, who: &str, text: &str) -> String {
        text.replace(&self.at(who).display().to_string(), &format!("/home/{who}"))
            .replace(&self.at("stick").display().to_string(), "/media/stick")
            .replace(&self.at("shm").display().to_string(), "/dev/shm")
    }
}
