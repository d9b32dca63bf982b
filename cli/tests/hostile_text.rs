//! What a colleague, a file or an argument says cannot act on the terminal, whatever command prints it. Guards the line
//! of docs/THREATS.md on text that acts.

#![cfg(unix)]

mod support;

use serde_json::{Value, json};
use support::{Said, Vault, WorkDir};

/// Clears the screen, begins a line of its own, turns the direction, breaks a line for some readers.
const HOSTILE: &str = "x\u{1b}[2J\u{9b}31m\u{7f}\u{8}\r\u{202e}y\u{2066}\u{200f}\u{2028}\u{85}z";

/// Whether anything in an output acts. Line feeds are the program's own.
fn acts(text: &str) -> bool {
    text.chars().any(|c| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

fn testimony() -> Value {
    json!({
        "title": HOSTILE,
        "tags": [HOSTILE],
        "consent": [{"decision": "granted", "use": "share_inside"}, {"decision": "granted", "use": "legal"}],
        "narrator": {"code": HOSTILE, HOSTILE: HOSTILE},
        "narrative": [{"original": format!("{HOSTILE}\n{HOSTILE}"), "translation": HOSTILE}],
        HOSTILE: {"deep": [{HOSTILE: [HOSTILE, {"deeper": HOSTILE}]}]},
    })
}

/// Runs a command in every form of output, and looks at all that it says.
#[track_caller]
fn looks(vault: &Vault<'_>, arguments: &[&str]) -> Vec<Said> {
    let all = vec![
        vault.said("en", arguments, b""),
        vault.said("ko", arguments, b""),
        vault.run(arguments),
    ];
    for said in &all {
        for text in [&said.out, &said.err] {
            assert!(!acts(text), "{arguments:?}: {text:?}");
        }
    }
    all
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn records_and_names_do_not_act() {
    let workdir = WorkDir::new();
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    let id = ours.add("testimony", &testimony());
    let person = ours.add("person", &json!({"names": [{"text": HOSTILE}]}));
    ours.add("note", &json!({"text": HOSTILE, "about": [person]}));
    // A file whose name acts, as an attachment and in the exchange folder.
    let name = format!("n{}.png", HOSTILE.replace('/', ""));
    let file = workdir.file(&name, "content");
    let added = ours.run(&["attachment", "add", &id, &file]).json();
    let attachment = added["id"].as_str().expect("an id").to_owned();
    looks(&ours, &["attachment", "list", &id]);
    looks(
        &ours,
        &[
            "attachment",
            "save",
            &attachment,
            "--out",
            &workdir.at(&format!("o{HOSTILE}")),
        ],
    );
    for arguments in [
        &["record", "show", &id][..],
        &["record", "list"],
        &["record", "history", &id],
        &["search", "y"],
        &["search", HOSTILE],
        &["vault", "status"],
        &["vault", "verify"],
    ] {
        looks(&ours, arguments);
    }
    // Names of colleagues, and what is sent by them.
    ours.meets(&theirs, &format!("Their{HOSTILE}"));
    let listed = looks(&ours, &["colleague", "list"]);
    assert!(
        listed.iter().all(|said| said.out.contains("Their")),
        "{listed:?}"
    );
    theirs.meets(&ours, "Anna");
    let bundle = workdir.at(&format!("b{HOSTILE}"));
    looks(
        &ours,
        &[
            "bundle",
            "export",
            "--to",
            "Theirx[2J31m y z",
            "--out",
            &bundle,
            "--dry-run",
        ],
    );
    ours.run(&[
        "bundle",
        "export",
        "--to",
        "Theirx[2J31m y z",
        "--out",
        &bundle,
    ])
    .json();
    looks(&theirs, &["bundle", "preview", &bundle]);
    looks(&theirs, &["bundle", "import", &bundle]);
    looks(&theirs, &["bundle", "imports"]);
    looks(&theirs, &["record", "show", &id]);
    // Both change the same: a conflict of hostile texts.
    let consent = testimony()["consent"].clone();
    ours.edit(
        &id,
        &json!({"title": format!("ours {HOSTILE}"), "consent": consent}),
    );
    theirs.edit(
        &id,
        &json!({"title": format!("theirs {HOSTILE}"), "consent": consent}),
    );
    let second = workdir.at("second");
    ours.run(&[
        "bundle",
        "export",
        "--to",
        "Theirx[2J31m y z",
        "--out",
        &second,
    ])
    .json();
    theirs.run(&["bundle", "import", &second]).json();
    looks(&theirs, &["conflict", "list"]);
    looks(&theirs, &["conflict", "show", &id]);
    looks(&theirs, &["record", "show", &id]);
    // The exchange folder, its own name too.
    let folder = workdir.path(&format!("f{HOSTILE}"));
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::copy(&second, folder.join(format!("{HOSTILE}.bundle"))).expect("copied");
    std::fs::write(folder.join(format!("d{HOSTILE}.bundle")), "no bundle").expect("written");
    let folder = folder.display().to_string();
    looks(&theirs, &["folder", "set", &folder]);
    looks(&theirs, &["folder", "show"]);
    looks(&theirs, &["folder", "look"]);
    looks(&theirs, &["folder", "take"]);
    // A review package.
    let (package, secret) = (
        workdir.at("package"),
        workdir.file("secret", "anvil river cotton lamp drift\n"),
    );
    ours.run(&[
        "review",
        "export",
        "--audience",
        "ICC",
        "--out",
        &package,
        "--review-passphrase-file",
        &secret,
        "--record",
        &id,
    ])
    .json();
    looks(
        &ours,
        &[
            "review",
            "open",
            &package,
            "--review-passphrase-file",
            &secret,
        ],
    );
}

#[test]
fn arguments_do_not_act_in_failures() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let id = vault.add("note", &json!({"text": "x"}));
    for arguments in [
        &["record", "show", HOSTILE][..],
        &["record", "add", HOSTILE, "--from", HOSTILE],
        &["record", "list", "--kind", HOSTILE],
        &["record", "list", "--sort", HOSTILE],
        &["record", "list", "--limit", HOSTILE],
        &["record", "list", "--after", HOSTILE],
        &["record", HOSTILE],
        &[HOSTILE],
        &["record", "list", "--x\u{1b}[2J\u{202e}"],
        &["colleague", "show", HOSTILE],
        &["colleague", "add", HOSTILE, "--name", HOSTILE],
        &["bundle", "export", "--to", HOSTILE, "--out", HOSTILE],
        &["bundle", "preview", HOSTILE],
        &["bundle", "undo", HOSTILE],
        &["folder", "set", HOSTILE],
        &["attachment", "add", &id, HOSTILE],
        &["review", "open", HOSTILE],
        &["conflict", "resolve", &id, "--take", HOSTILE],
        &["vault", "recover", "--recovery-file", HOSTILE],
    ] {
        let all = looks(&vault, arguments);
        assert!(
            all.iter().all(|said| said.code != 0 && said.code != 101),
            "{all:?}"
        );
    }
    // A line of the program is not forged by the name of a file.
    let said = vault.said("en", &["bundle", "preview", "a\nError: all is well"], b"");
    assert!(!said.err.contains("\nError: all"), "{said:?}");
    let record = format!(
        "{{\"{}\": 1, \"text\": 5}}",
        HOSTILE
            .escape_unicode()
            .to_string()
            .replace("\\u{", "\\u00")
            .replace('}', "")
    );
    let said = vault.said(
        "en",
        &["record", "add", "note", "--from", "-"],
        record.as_bytes(),
    );
    assert!(!acts(&said.err), "{said:?}");
}
