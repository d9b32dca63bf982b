//! What is asked on a terminal. `script` gives the program one.

#![cfg(target_os = "linux")]

mod support;

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::json;
use support::{Said, Vault, WorkDir};

/// Runs the program on a terminal and types `answers`, a line each. All that it shows comes as one text.
fn typed(vault: &Vault<'_>, arguments: &[&str], answers: &[&str]) -> Said {
    let path = vault.path.display().to_string();
    let passphrase = vault.workdir.at("passphrase");
    let mut all = vec![env!("CARGO_BIN_EXE_fieldnotes"), "--vault", &path];
    all.extend(["--passphrase-file", &passphrase]);
    all.extend(arguments);
    let quoted: Vec<String> = all.iter().map(|word| format!("'{word}'")).collect();
    // Who is asked for more than is typed would wait for ever.
    let mut child = Command::new("timeout")
        .args(["60", "script", "-qec", &quoted.join(" "), "/dev/null"])
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script runs");
    let mut stdin = child.stdin.take().expect("piped");
    for answer in answers {
        let _ = writeln!(stdin, "{answer}");
    }
    let output = child.wait_with_output().expect("it ends");
    drop(stdin);
    Said {
        code: output.status.code().expect("no signal ended it"),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::new(),
    }
}

#[test]
fn the_passphrase_of_a_bundle_is_asked_for() {
    let workdir = WorkDir::new();
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    let id = ours.add("note", &json!({"text": "함께 읽자"}));
    let out = workdir.at("b");
    let word = "anvil river cotton lamp drift honey";
    let differ = typed(&ours, &["bundle", "export", "--out", &out], &[word, "x"]);
    assert_eq!(differ.code, 2, "{differ:?}");
    assert!(!workdir.path("b").exists());
    let said = typed(&ours, &["bundle", "export", "--out", &out], &[word, word]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("New bundle passphrase:"), "{said:?}");

    let look = typed(&theirs, &["bundle", "preview", &out], &[word]);
    assert_eq!(look.code, 0, "{look:?}");
    assert!(look.out.contains("Bundle passphrase:"), "{look:?}");
    let wrong = typed(&theirs, &["bundle", "import", &out], &["another"]);
    assert_eq!(wrong.code, 3, "{wrong:?}");
    let import = ["bundle", "import", &out, "--accept-unknown-sender"];
    let taken = typed(&theirs, &import, &[word]);
    assert_eq!(taken.code, 0, "{taken:?}");
    assert_eq!(theirs.show(&id)["record"]["text"], "함께 읽자");
}
