//! Programs of others that open what we write: age, typage (the age library of the browser), tar, and a reader in Python.

// Other people's programs are what this is about; each test uses what it needs of them.
#![allow(dead_code, clippy::indexing_slicing, clippy::disallowed_methods)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Runs a program with this on standard input. A program that is missing fails the test: skipped proofs prove nothing.
pub fn run(command: &mut Command, input: &[u8]) -> Output {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} does not start ({error}): run `make setup`"));
    // A program that ends before it has read everything says so by its status.
    let _ = child.stdin.take().expect("piped").write_all(input);
    child.wait_with_output().expect("its output")
}

/// The same for a program that has to succeed. Gives what it wrote to standard output.
#[track_caller]
pub fn succeed(command: &mut Command, input: &[u8]) -> Vec<u8> {
    let output = run(command, input);
    let complaint = String::from_utf8_lossy(&output.stderr);
    let missing = ["MODULE_NOT_FOUND", "ModuleNotFoundError", "not found"];
    let hint = if missing.iter().any(|word| complaint.contains(word)) {
        "\nsomething is not installed: run `make setup`"
    } else {
        ""
    };
    let said = String::from_utf8_lossy(&output.stdout);
    let shown: String = said.chars().take(400).collect();
    assert!(
        output.status.success(),
        "{command:?}: {}\n{complaint}{shown}{hint}",
        output.status
    );
    output.stdout
}

/// Opens a file with Debian's age.
#[track_caller]
pub fn age_decrypt(file: &Path, passphrase: &str, out: &Path) {
    age(&["--decrypt"], file, out, &format!("{passphrase}\n"));
}

/// Seals a file to a passphrase with Debian's age.
#[track_caller]
pub fn age_encrypt(file: &Path, passphrase: &str, out: &Path) {
    let twice = format!("{passphrase}\n{passphrase}\n");
    age(&["--encrypt", "--passphrase"], file, out, &twice);
}

/// It asks for passphrases on the terminal only, so it is given one.
#[track_caller]
fn age(options: &[&str], file: &Path, out: &Path, answers: &str) {
    let (options, file, out) = (options.join(" "), file.display(), out.display());
    let line = format!("age {options} --output '{out}' '{file}'");
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
    succeed(&mut script, answers.as_bytes());
}

/// A script of tests/interop that calls typage.
pub fn typage(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(interop(script));
    command
}

/// The reader that was written from docs/FORMAT.md. Debian's Python has the modules that it needs.
pub fn read_vault(folder: &Path, options: &[&str]) -> Command {
    let mut command = reader_in_python("read_vault.py");
    command.args(options).arg(folder);
    command
}

/// A part of the second reader.
pub fn reader_in_python(script: &str) -> Command {
    let mut command = Command::new("/usr/bin/python3");
    // Nothing may be left behind in the sources.
    command.arg("-B").arg(interop(script));
    command
}

/// The names in a tar file as tar lists them, all of them plain files for the owner alone.
#[track_caller]
pub fn tar_names(file: &Path) -> Vec<String> {
    let listed = succeed(Command::new("tar").arg("-tvf").arg(file), b"");
    let listed = String::from_utf8(listed).expect("text");
    let name = |line: &str| {
        assert!(line.starts_with("-rw------- 0/0 "), "{line}");
        line.split(' ').next_back().unwrap_or_default().to_owned()
    };
    listed.lines().map(name).collect()
}

fn interop(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .join("tests/interop")
        .join(name)
}
