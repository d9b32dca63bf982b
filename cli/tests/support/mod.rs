//! Runs the real program in a folder of its own.

// Each test binary uses what it needs.
#![allow(dead_code, clippy::indexing_slicing)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What every vault of the tests opens with.
pub const PASSPHRASE: &str = "우리 마을의 느티나무 아래";

/// What the program said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The one JSON value on stdout, of a command that was done.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The code of the failure, which came with this exit status and nothing on stdout.
    #[track_caller]
    pub fn failure(&self, status: i32) -> String {
        assert_eq!(self.code, status, "{self:?}");
        assert_eq!(self.out, "", "a failure prints no result: {self:?}");
        self.error_code()
    }

    /// The code of the failure, whatever was printed beside it.
    #[track_caller]
    pub fn error_code(&self) -> String {
        let error: Value = serde_json::from_str(&self.err)
            .unwrap_or_else(|error| panic!("{error} in stderr: {self:?}"));
        for member in ["code", "message", "hint"] {
            let text = error["error"][member].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "no {member}: {self:?}");
        }
        error["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

/// A folder with the files that commands read and write.
pub struct WorkDir {
    folder: tempfile::TempDir,
}

impl WorkDir {
    pub fn new() -> Self {
        let workdir = Self {
            folder: tempfile::tempdir().expect("a folder"),
        };
        workdir.file("passphrase", format!("{PASSPHRASE}\n"));
        workdir
    }

    /// The same on another disk.
    pub fn new_in(disk: &Path) -> Self {
        let workdir = Self {
            folder: tempfile::tempdir_in(disk).expect("a folder"),
        };
        workdir.file("passphrase", format!("{PASSPHRASE}\n"));
        workdir
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and gives its path as an argument.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).expect("written");
        path.display().to_string()
    }

    /// The path of a file as an argument.
    pub fn at(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// The program without a vault.
    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, b"")
    }

    /// The same, with standard input. It has no terminal, so it cannot ask.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Said {
        // A new session has no terminal to ask on, also where the tests are run from one.
        let mut child = Command::new("setsid")
            .arg("--wait")
            .arg(env!("CARGO_BIN_EXE_fieldnotes"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("FIELDNOTES_VAULT")
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("piped");
        // A program that refuses its arguments reads nothing.
        let _ = stdin.write_all(input);
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        Said {
            code: output.status.code().expect("no signal ended it"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// The vault that was made in the folder `name`.
    pub fn known_vault(&self, name: &str) -> Vault<'_> {
        Vault {
            workdir: self,
            path: self.path(name),
            passphrase: self.at("passphrase"),
        }
    }

    /// A new vault in the folder `name`.
    pub fn vault(&self, name: &str) -> Vault<'_> {
        let vault = self.known_vault(name);
        vault.run(&["vault", "create", "--test-kdf"]).json();
        vault
    }
}

/// A vault in a working folder.
pub struct Vault<'d> {
    pub workdir: &'d WorkDir,
    pub path: PathBuf,
    passphrase: String,
}

impl Vault<'_> {
    /// The program on this vault, with `--json`.
    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, b"")
    }

    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Said {
        let path = self.path.display().to_string();
        let mut all = vec![
            "--json",
            "--vault",
            &path,
            "--passphrase-file",
            &self.passphrase,
        ];
        all.extend(arguments);
        self.workdir.run_with(&all, input)
    }

    /// The same as people see it.
    pub fn printed(&self, language: &str, arguments: &[&str]) -> String {
        let said = self.said(language, arguments, b"");
        assert_eq!(said.code, 0, "{said:?}");
        assert!(!said.out.contains("-{") && !said.out.is_empty(), "{said:?}");
        said.out
    }

    /// All texts for people, whatever came of it.
    pub fn said(&self, language: &str, arguments: &[&str], input: &[u8]) -> Said {
        let path = self.path.display().to_string();
        let mut all = vec!["--lang", language, "--vault", &path];
        all.extend(["--passphrase-file", &self.passphrase]);
        all.extend(arguments);
        self.workdir.run_with(&all, input)
    }

    /// Adds a record and gives its id.
    #[track_caller]
    pub fn add(&self, kind: &str, record: &Value) -> String {
        self.added(kind, record).0
    }

    /// Adds a record and gives its id and revision.
    #[track_caller]
    pub fn added(&self, kind: &str, record: &Value) -> (String, String) {
        let said = self.run_with(
            &["record", "add", kind, "--from", "-"],
            record.to_string().as_bytes(),
        );
        id_and_revision(&said.json())
    }

    /// Edits a record and gives the new revision.
    #[track_caller]
    pub fn edit(&self, id: &str, record: &Value) -> String {
        let said = self.run_with(
            &["record", "edit", id, "--replace", "--from", "-"],
            record.to_string().as_bytes(),
        );
        id_and_revision(&said.json()).1
    }

    #[track_caller]
    pub fn show(&self, id: &str) -> Value {
        self.run(&["record", "show", id]).json()
    }

    /// The sides of a record in conflict, as `--heads` takes them.
    #[track_caller]
    pub fn heads_in_conflict(&self, id: &str) -> String {
        let shown = self.run(&["conflict", "show", id]).json();
        let sides = shown["sides"].as_array().expect("sides").iter();
        let heads: Vec<&str> = sides.filter_map(|side| side["revision"].as_str()).collect();
        heads.join(",")
    }

    #[track_caller]
    pub fn digest(&self) -> String {
        let digest = self.run(&["vault", "digest"]).json();
        digest["digest"].as_str().expect("a digest").to_owned()
    }

    /// Adds the owner of `other` as a colleague and compares the fingerprint.
    #[track_caller]
    pub fn meets(&self, other: &Vault<'_>, name: &str) {
        let file = self.workdir.at(&format!("identity-of-{name}"));
        let _ = std::fs::remove_file(&file);
        other.run(&["identity", "export", "--out", &file]).json();
        self.run(&["colleague", "add", &file, "--name", name])
            .json();
        let shown = other.run(&["identity", "show"]).json();
        let fingerprint = shown["fingerprint"].as_str().expect("a fingerprint");
        self.run(&["colleague", "verify", name, "--fingerprint", fingerprint])
            .json();
    }

    /// Every file of the vault.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        files_under(&self.path, &mut files);
        files.sort();
        files
    }
}

fn id_and_revision(value: &Value) -> (String, String) {
    let text = |member: &str| value[member].as_str().expect("text").to_owned();
    (text("id"), text("revision"))
}

pub fn files_under(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_under(&path, files);
        } else {
            files.push(path);
        }
    }
}
