//! Vaults that are there before the window opens, made with the terminal program, and looked into with it afterwards.

use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;

use crate::scenes::PASSPHRASE;
use crate::stage::{Stage, terminal};
use crate::waiting;

/// A vault on a stage, while no window has it open.
pub struct Vault<'s> {
    stage: &'s Stage,
    pub folder: PathBuf,
}

impl<'s> Vault<'s> {
    /// A new, empty one.
    #[track_caller]
    pub fn create(stage: &'s Stage, name: &str) -> Self {
        let vault = Self::at(stage, stage.documents().join(name));
        vault.run(&["vault", "create", "--test-kdf"]);
        vault
    }

    /// One that is there.
    pub fn at(stage: &'s Stage, folder: PathBuf) -> Self {
        let known = stage.documents().join("passphrase");
        std::fs::write(known, format!("{PASSPHRASE}\n")).expect("a file can be written");
        Self { stage, folder }
    }

    /// Windows that open from now on offer this vault.
    pub fn offer(&self) {
        self.stage.set("FIELDNOTES_VAULT", &self.folder);
    }

    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> Value {
        self.run_with(arguments, "")
    }

    #[track_caller]
    fn run_with(&self, arguments: &[&str], input: &str) -> Value {
        // A window that is closing lets go of its vault at the very end, when it is no longer seen among the processes.
        let said = waiting::within(waiting::PATIENCE, || self.said(arguments, input));
        said.unwrap_or_else(|| panic!("{arguments:?}: the vault stays in use"))
    }

    /// What the terminal program says; nothing while another program has the vault.
    #[track_caller]
    fn said(&self, arguments: &[&str], input: &str) -> Option<Value> {
        const IN_USE: i32 = 6;
        let mut command = self.stage.command(terminal());
        command
            .args(["--json", "--vault"])
            .arg(&self.folder)
            .arg("--passphrase-file")
            .arg(self.stage.documents().join("passphrase"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the terminal program starts");
        let mut stdin = child.stdin.take().expect("piped");
        stdin.write_all(input.as_bytes()).ok();
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        if output.status.code() == Some(IN_USE) {
            return None;
        }
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        Some(serde_json::from_slice(&output.stdout).unwrap_or(Value::Null))
    }

    /// Adds a record and gives its id.
    #[track_caller]
    pub fn add(&self, kind: &str, record: &Value) -> String {
        let added = self.run_with(&["record", "add", kind, "--from", "-"], &record.to_string());
        added["id"].as_str().expect("an id").to_owned()
    }

    /// Saves a new state of a record.
    #[track_caller]
    pub fn edit(&self, id: &str, record: &Value) {
        self.run_with(
            &["record", "edit", id, "--replace", "--from", "-"],
            &record.to_string(),
        );
    }

    /// What a record says.
    #[track_caller]
    pub fn show(&self, id: &str) -> Value {
        self.run(&["record", "show", id])["record"].clone()
    }

    /// Adds the owner of another vault as a colleague, and compares the fingerprint.
    #[track_caller]
    pub fn meets(&self, other: &Vault, name: &str) {
        let file = self.stage.documents().join(format!("identity-of-{name}"));
        let file = file.to_string_lossy();
        other.run(&["identity", "export", "--out", &file]);
        self.run(&["colleague", "add", &file, "--name", name]);
        let shown = other.run(&["identity", "show"]);
        let fingerprint = shown["fingerprint"].as_str().expect("a fingerprint");
        self.run(&["colleague", "verify", name, "--fingerprint", fingerprint]);
    }
}
