//! `fieldnotes demo` proves what it says, in both languages and for programs, and leaves nothing behind.
//!
//! The demonstration itself reads every byte of its vaults, bundles and packages for the sentences in them,
//! flips a bit, tries a wrong passphrase and settles a conflict; here it is held to that.

mod support;

use std::process::Command;

use serde_json::Value;
use support::WorkDir;

fn demo(temp: &str, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_fieldnotes"))
        .args(arguments)
        .arg("demo")
        .env("TMPDIR", temp)
        .env_remove("FIELDNOTES_VAULT")
        .output()
        .expect("the program runs");
    (
        output.status.code().expect("no signal ended it"),
        String::from_utf8(output.stdout).expect("UTF-8"),
        String::from_utf8(output.stderr).expect("UTF-8"),
    )
}

/// The demonstration with a temp folder of its own, in which it must leave nothing.
fn demo_alone(arguments: &[&str]) -> (i32, String, String) {
    let workdir = WorkDir::new();
    let temp = workdir.path("temp");
    std::fs::create_dir(&temp).expect("made");
    let said = demo(&workdir.at("temp"), arguments);
    let left = std::fs::read_dir(&temp).expect("readable").count();
    assert_eq!(left, 0, "the demonstration left something behind");
    said
}

#[test]
fn every_step_is_reported() {
    let (code, out, err) = demo_alone(&["--json"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let printed: Value = serde_json::from_str(&out).expect("one JSON value");
    assert_eq!(printed["ok"], true);
    let steps = printed["steps"].as_array().expect("a list");
    let names: Vec<&str> = steps
        .iter()
        .filter_map(|step| step["step"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "vaults",
            "note",
            "testimony",
            "people",
            "attachment",
            "search",
            "colleagues",
            "bundle",
            "again",
            "conflict",
            "settled",
            "consent",
            "review",
            "locked",
            "damage",
            "scan"
        ]
    );
    for step in steps {
        for member in ["done", "proved"] {
            let text = step[member].as_str().unwrap_or_default();
            assert!(
                !text.is_empty() && !text.contains("{ $"),
                "{member}: {step}"
            );
        }
    }
}

#[test]
fn people_are_reported_in_korean() {
    let (code, out, _) = demo_alone(&["--lang", "ko"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("16. ") && out.contains("모두 확인했습니다"),
        "{out}"
    );
}

#[test]
fn a_demonstration_that_cannot_play_says_so() {
    let (code, out, err) = demo("/no/such/folder", &["--json"]);
    assert_eq!(code, 7, "{err}");
    assert_eq!(out, "");
    let printed: Value = serde_json::from_str(&err).expect("one JSON value");
    assert_eq!(printed["error"]["code"], "file_not_found");
}
