//! The command line itself: languages, forms, and what is wrong before the core is asked.

mod support;

use serde_json::json;
use support::{PASSPHRASE, WorkDir};

#[test]
fn help_is_there_in_both_languages() {
    let workdir = WorkDir::new();
    let english = workdir.run(&["--help"]);
    assert_eq!(english.code, 0);
    assert!(english.out.contains("Usage: fieldnotes"), "{english:?}");
    let korean = workdir.run(&["--lang", "ko", "vault", "create", "--help"]);
    assert_eq!(korean.code, 0);
    assert!(
        korean.out.contains("사용법: fieldnotes vault create"),
        "{korean:?}"
    );
    assert!(
        !korean.out.contains("test-kdf"),
        "the switch for tests is shown: {korean:?}"
    );
    assert_eq!(workdir.run(&["--version"]).code, 0);
}

#[test]
fn a_wrong_command_line_is_reported_as_json_too() {
    let workdir = WorkDir::new();
    let vault = workdir.at("vault");
    let cases: &[(&[&str], &str)] = &[
        (&["--json"], "missing_command"),
        (&["--json", "vault"], "missing_command"),
        (&["--json", "vaults"], "unknown_command"),
        (&["--json", "record", "ad"], "unknown_command"),
        (&["--json", "vault", "create", "--quick"], "unknown_option"),
        (
            &["vault", "create", "--passphrase", "secret", "--json"],
            "unknown_option",
        ),
        (&["--json", "record", "show"], "missing_argument"),
        (&["--json", "record", "add", "note"], "missing_argument"),
        (&["--json", "--lang", "fr", "demo"], "invalid_argument"),
        (
            &["--json", "record", "list", "--limit", "many"],
            "invalid_argument",
        ),
        (
            &["--json", "bundle", "export", "--out", "x"],
            "missing_argument",
        ),
        (
            &[
                "--json",
                "bundle",
                "export",
                "--out",
                "x",
                "--to",
                "a",
                "--bundle-passphrase-file",
                "b",
            ],
            "conflicting_arguments",
        ),
        (&["--json", "vault", "status"], "no_vault_named"),
        (
            &["--json", "--vault", "", "vault", "status"],
            "invalid_argument",
        ),
        (
            &["--json", "--vault", &vault, "vault", "create"],
            "no_passphrase",
        ),
        (
            &[
                "--json",
                "--vault",
                &vault,
                "--passphrase-file",
                "/",
                "vault",
                "create",
            ],
            "is_a_folder",
        ),
    ];
    for (arguments, code) in cases {
        assert_eq!(workdir.run(arguments).failure(2), *code, "{arguments:?}");
    }
    let missing = workdir.run(&[
        "--json",
        "--vault",
        &vault,
        "--passphrase-file",
        "none",
        "vault",
        "create",
    ]);
    assert_eq!(missing.failure(7), "file_not_found");
    assert!(
        !workdir.path("vault").exists(),
        "a failure left a folder behind"
    );
}

#[test]
fn people_are_reported_in_their_language() {
    let workdir = WorkDir::new();
    let english = workdir.run(&["vault", "status"]);
    assert_eq!(english.code, 2);
    assert!(
        english.err.starts_with("Error: No vault specified."),
        "{english:?}"
    );
    let korean = workdir.run(&["vault", "status", "--lang=ko"]);
    assert!(korean.err.starts_with("오류: "), "{korean:?}");
}

#[test]
fn a_passphrase_comes_from_standard_input() {
    let workdir = WorkDir::new();
    let vault = workdir.at("vault");
    let globals = ["--json", "--vault", &vault, "--passphrase-file", "-"];
    let all = |rest: &[&'static str]| [&globals[..], rest].concat();
    let input = format!("{PASSPHRASE}\r\n");
    workdir
        .run_with(&all(&["vault", "create", "--test-kdf"]), input.as_bytes())
        .json();
    workdir
        .run_with(&all(&["vault", "status"]), PASSPHRASE.as_bytes())
        .json();
    // Only one thing can be read from it.
    let twice = workdir.run_with(
        &all(&["record", "add", "note", "--from", "-"]),
        input.as_bytes(),
    );
    assert_eq!(twice.failure(2), "stdin_twice");
}

#[test]
fn the_vault_is_named_by_the_environment_too() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_fieldnotes"))
        .args([
            "--json",
            "--passphrase-file",
            &workdir.at("passphrase"),
            "vault",
            "digest",
        ])
        .env("FIELDNOTES_VAULT", &vault.path)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{output:?}");
}

/// `fieldnotes record list | head -1` ends without a word, and not as if all of it had arrived.
#[test]
fn a_reader_that_goes_away_is_reported_nothing() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let text = "가".repeat(20_000);
    let file = workdir.file(
        "one.jsonl",
        format!("{}\n", json!({"kind": "note", "record": {"text": text}})),
    );
    vault.run(&["record", "import", &file]).json();
    for arguments in [&["search", "가", "--json"][..], &["record", "list"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_fieldnotes"))
            .args(["--vault", &vault.path.display().to_string()])
            .args(["--passphrase-file", &workdir.at("passphrase")])
            .args(arguments)
            .stdout(writer)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

/// What a colleague wrote cannot act on the terminal.
#[test]
fn control_characters_do_not_reach_the_terminal() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let id = vault.add(
        "note",
        &json!({"date": "2026-11-22", "text": "a\u{1b}[2J\u{9b}31m\u{202e}b"}),
    );
    for said in [
        vault.printed("en", &["record", "show", &id]),
        vault.printed("ko", &["record", "list"]),
        vault.printed("en", &["search", "a"]),
        vault.run(&["record", "show", &id]).out,
    ] {
        assert!(!said.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{said:?}");
    }
    // And nothing of it is lost.
    assert_eq!(
        vault.show(&id)["record"]["text"],
        "a\u{1b}[2J\u{9b}31m\u{202e}b"
    );
}

/// No value is reported as “none”: what is empty, missing or no text is named as that.
#[test]
fn what_is_empty_or_no_text_is_reported_as_such() {
    use std::os::unix::ffi::OsStrExt;
    let workdir = WorkDir::new();
    let printed = |language: &str, argument: &[u8], vault: Option<&str>| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fieldnotes"));
        command
            .args(["--lang", language, "record", "show"])
            .arg(std::ffi::OsStr::from_bytes(argument))
            .env_remove("FIELDNOTES_VAULT")
            .envs(vault.map(|vault| ("FIELDNOTES_VAULT", vault)));
        let output = command.output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let english = printed("en", b"a\xff", None);
    assert!(
        english.contains("An argument is not UTF-8 text: “a\u{fffd}”"),
        "{english}"
    );
    let korean = printed("ko", b"\xbf\xc2\xbc\xba", None);
    assert!(
        korean.contains("UTF-8 글자가 아닌 인자가 있습니다"),
        "{korean}"
    );
    let unset = printed("en", b"x", Some(""));
    assert!(unset.starts_with("Error: No vault specified."), "{unset}");
    for (arguments, message) in [
        (
            &["--vault", "", "vault", "status"][..],
            "--vault <DIR> is empty",
        ),
        (
            &["--vault", "v", "record", "add", "note", "--from"],
            "--from <FILE> is empty or has no value",
        ),
        (
            &["attachment", "save", "x", "--out", ""],
            "--out <FILE> is empty",
        ),
    ] {
        let said = workdir.run(arguments);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(
            said.err.contains(message) && !said.err.contains("none"),
            "{said:?}"
        );
    }
}

/// One gate for every passphrase: an empty one, and what cannot be seen, makes nothing.
#[test]
fn no_secret_is_empty_or_unseen() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let id = vault.add("note", &json!({"text": "x"}));
    let out = workdir.at("out");
    for (content, code) in [
        ("", "passphrase_empty"),
        (" \n", "passphrase_empty"),
        ("\u{feff}\r\n", "passphrase_empty"),
        ("a\tb", "passphrase_unprintable"),
        ("a\u{200b}b", "passphrase_unprintable"),
        ("two\nlines", "several_lines"),
    ] {
        let file = workdir.file("secret", content);
        let review = [
            "review",
            "export",
            "--audience",
            "ICC",
            "--out",
            &out,
            "--review-passphrase-file",
            &file,
            "--record",
            &id,
        ];
        let bundle = [
            "bundle",
            "export",
            "--out",
            &out,
            "--bundle-passphrase-file",
            &file,
        ];
        let change = ["vault", "change-passphrase", "--new-passphrase-file", &file];
        for arguments in [&review[..], &bundle, &change] {
            let said = vault.run(arguments);
            assert_eq!(said.failure(2), code, "{content:?} {arguments:?}");
        }
        let new = workdir.at("new");
        let create = workdir.run(&[
            "--json",
            "--vault",
            &new,
            "--passphrase-file",
            &file,
            "vault",
            "create",
            "--test-kdf",
        ]);
        assert_eq!(create.failure(2), code, "{content:?}");
        assert!(!workdir.path("out").exists() && !workdir.path("new").exists());
    }
    for (bytes, encoding) in [
        (&b"\xff\xfea\0"[..], "UTF-16"),
        (b"\xbf\xc2\xbc\xba", "CP949"),
    ] {
        let file = workdir.file("secret", bytes);
        let said = vault.said(
            "en",
            &["vault", "change-passphrase", "--new-passphrase-file", &file],
            b"",
        );
        assert!(said.code == 2 && said.err.contains(encoding), "{said:?}");
    }
}

/// A passphrase is the same however a keyboard composes it, and whatever an editor adds to its file.
#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn secrets_open_in_every_form_of_their_text() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let id = vault.add("note", &json!({"text": "x"}));
    let composed = "우리 마을의 느티나무";
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(composed).collect();
    let forms = [
        composed.to_owned(),
        decomposed.clone(),
        format!("\u{feff}{decomposed}\r\n"),
        format!("{composed}\n"),
    ];
    for (at, made) in forms.iter().enumerate() {
        let file = workdir.file("made", made);
        let (review, bundle) = (workdir.at(&format!("r{at}")), workdir.at(&format!("b{at}")));
        vault
            .run(&[
                "review",
                "export",
                "--audience",
                "ICC",
                "--out",
                &review,
                "--review-passphrase-file",
                &file,
                "--record",
                &id,
            ])
            .json();
        vault
            .run(&[
                "bundle",
                "export",
                "--out",
                &bundle,
                "--bundle-passphrase-file",
                &file,
            ])
            .json();
        let new = workdir.at(&format!("v{at}"));
        workdir
            .run(&[
                "--json",
                "--vault",
                &new,
                "--passphrase-file",
                &file,
                "vault",
                "create",
                "--test-kdf",
            ])
            .json();
        for typed in &forms {
            let file = workdir.file("typed", typed);
            workdir
                .run(&[
                    "--json",
                    "review",
                    "open",
                    &review,
                    "--review-passphrase-file",
                    &file,
                ])
                .json();
            vault
                .run(&[
                    "bundle",
                    "preview",
                    &bundle,
                    "--bundle-passphrase-file",
                    &file,
                ])
                .json();
            workdir
                .run(&[
                    "--json",
                    "--vault",
                    &new,
                    "--passphrase-file",
                    &file,
                    "vault",
                    "digest",
                ])
                .json();
        }
    }
}
