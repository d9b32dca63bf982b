//! `fieldnotes vault …`: creating, opening, passphrases, and what damage gets.

mod support;

use std::io::Write;

use serde_json::{Value, json};
use support::{PASSPHRASE, Vault, WorkDir};

#[test]
fn a_vault_is_made_once_and_its_words_are_shown_once() {
    let workdir = WorkDir::new();
    let path = workdir.at("vault");
    let passphrase = workdir.at("passphrase");
    let create = [
        "--json",
        "--vault",
        &path,
        "--passphrase-file",
        &passphrase,
        "vault",
        "create",
        "--test-kdf",
    ];
    let made = workdir.run(&create).json();
    let words = made["recovery_words"].as_str().expect("words");
    assert_eq!(words.split_whitespace().count(), 24, "{made}");
    assert_eq!(workdir.run(&create).failure(5), "folder_not_empty");

    let status = workdir.run(&[
        "--json",
        "--vault",
        &path,
        "--passphrase-file",
        &passphrase,
        "vault",
        "status",
    ]);
    // A word or two of the list ("test", "version") belong to the status itself.
    let printed = words
        .split_whitespace()
        .filter(|word| status.out.contains(word));
    assert!(
        printed.count() < 8,
        "the words are reported again: {status:?}"
    );
    assert_eq!(
        status.json()["is_test"],
        true,
        "the vault is marked: {status:?}"
    );
}

#[test]
fn recovery_words_come_in_korean() {
    let workdir = WorkDir::new();
    let (path, passphrase) = (workdir.at("vault"), workdir.at("passphrase"));
    let globals = ["--json", "--vault", &path, "--passphrase-file", &passphrase];
    let create = [
        &globals[..],
        &["vault", "create", "--test-kdf", "--recovery-lang", "ko"],
    ]
    .concat();
    let made = workdir.run(&create).json();
    let words = made["recovery_words"].as_str().expect("words").to_owned();
    assert!(words.chars().all(|c| !c.is_ascii_alphabetic()), "{words}");
    recover_with(&workdir, &path, &words);
}

#[test]
fn recovery_words_open_a_vault_whose_passphrase_is_forgotten() {
    let workdir = WorkDir::new();
    let (path, passphrase) = (workdir.at("vault"), workdir.at("passphrase"));
    let globals = ["--json", "--vault", &path, "--passphrase-file", &passphrase];
    let create = [&globals[..], &["vault", "create", "--test-kdf"]].concat();
    let made = workdir.run(&create).json();
    let words = made["recovery_words"].as_str().expect("words").to_owned();
    recover_with(&workdir, &path, &words);
    // The passphrase that was forgotten opens nothing any more.
    let status = [&globals[..], &["vault", "status"]].concat();
    assert_eq!(workdir.run(&status).failure(3), "wrong_passphrase");
}

/// Who forgot the passphrase of a vault with a damaged header has its copy.
#[test]
fn recovery_words_open_the_copy_of_a_damaged_header() {
    for is_gone in [false, true] {
        let workdir = WorkDir::new();
        let (path, passphrase) = (workdir.at("vault"), workdir.at("passphrase"));
        let globals = ["--json", "--vault", &path, "--passphrase-file", &passphrase];
        let create = [&globals[..], &["vault", "create", "--test-kdf"]].concat();
        let made = workdir.run(&create).json();
        let words = workdir.file("words", made["recovery_words"].as_str().expect("words"));
        let header = workdir.path("vault/header");
        if is_gone {
            std::fs::remove_file(&header).expect("removed");
        } else {
            let mut bytes = std::fs::read(&header).expect("there");
            bytes[40] ^= 1;
            std::fs::write(&header, bytes).expect("written");
        }
        let new = workdir.file("new", "another one, quite long");
        let recover = ["vault", "recover", "--recovery-file", &words];
        let with = ["--new-passphrase-file", &new];
        let said = workdir.run(&[&globals[..], &recover, &with].concat());
        assert_eq!(said.json()["recovered"], true);
        let opened = ["--json", "--vault", &path, "--passphrase-file", &new];
        let verified = workdir.run(&[&opened[..], &["vault", "verify"]].concat());
        assert_eq!(verified.json()["ok"], true);
    }
}

fn recover_with(workdir: &WorkDir, path: &str, words: &str) {
    let new = workdir.file("new", "another one, quite long\n");
    let typed = workdir.file("words", format!("  {}\n", words.replace(' ', "\n")));
    let recover = |words: &str| {
        workdir.run(&[
            "--json",
            "--vault",
            path,
            "vault",
            "recover",
            "--recovery-file",
            words,
            "--new-passphrase-file",
            &new,
        ])
    };
    let mistyped = workdir.file("mistyped", words.replacen(' ', " ability ", 1));
    assert_eq!(recover(&mistyped).failure(3), "recovery_words_mistyped");
    recover(&typed).json();
    workdir
        .run(&[
            "--json",
            "--vault",
            path,
            "--passphrase-file",
            &new,
            "vault",
            "status",
        ])
        .json();
}

#[test]
fn another_vaults_words_open_nothing() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let other = workdir.at("other");
    let passphrase = workdir.at("passphrase");
    let made = workdir
        .run(&[
            "--json",
            "--vault",
            &other,
            "--passphrase-file",
            &passphrase,
            "vault",
            "create",
            "--test-kdf",
        ])
        .json();
    let words = workdir.file("words", made["recovery_words"].as_str().expect("words"));
    let recover = vault.run(&[
        "vault",
        "recover",
        "--recovery-file",
        &words,
        "--new-passphrase-file",
        &passphrase,
    ]);
    assert_eq!(recover.failure(3), "wrong_recovery_words");
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    vault.add("note", &json!({"text": "stays"}));
    let digest = vault.digest();
    let new = workdir.file("new", "another one, quite long");
    vault
        .run(&["vault", "change-passphrase", "--new-passphrase-file", &new])
        .json();
    assert_eq!(
        vault.run(&["vault", "digest"]).failure(3),
        "wrong_passphrase"
    );
    let path = vault.path.display().to_string();
    let after = workdir.run(&[
        "--json",
        "--vault",
        &path,
        "--passphrase-file",
        &new,
        "vault",
        "digest",
    ]);
    assert_eq!(after.json()["digest"], digest);
}

/// THREATS: "Nothing old opens anything new".
#[test]
fn after_a_rekey_nothing_from_before_opens_the_vault() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    vault.add("note", &json!({"text": "stays"}));
    let digest = vault.digest();
    let header = std::fs::read(vault.path.join("header")).expect("there");
    let new = workdir.file("new", "another one, quite long");
    let made = vault
        .run(&["vault", "rekey", "--new-passphrase-file", &new])
        .json();
    let words = made["recovery_words"].as_str().expect("words");
    assert_eq!(words.split_whitespace().count(), 24, "{made}");
    let path = vault.path.display().to_string();
    let by_new = |arguments: &[&str]| {
        let begin = ["--json", "--vault", &path, "--passphrase-file", &new];
        workdir.run(&[&begin, arguments].concat())
    };
    assert_eq!(by_new(&["vault", "digest"]).json()["digest"], digest);
    assert_eq!(by_new(&["vault", "verify"]).json()["ok"], true);
    assert_eq!(
        vault.run(&["vault", "digest"]).failure(3),
        "wrong_passphrase"
    );
    for name in ["header", "header.copy"] {
        std::fs::write(vault.path.join(name), &header).expect("written");
    }
    for command in ["digest", "verify", "repair"] {
        let said = vault.run(&["vault", command]).failure(4);
        assert_eq!(said, "header_replaced", "{command}");
    }
}

/// A new passphrase and a new key in one step, and after the recovery words were used.
#[test]
fn a_new_key_comes_with_a_new_passphrase_where_it_is_asked_for() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let header = std::fs::read(vault.path.join("header")).expect("there");
    let new = workdir.file("new", "another one, quite long");
    let change = ["vault", "change-passphrase", "--new-passphrase-file", &new];
    let lang = ["--rekey", "--recovery-lang", "ko"];
    let made = vault.run(&[&change[..], &lang].concat()).json();
    let words = made["recovery_words"].as_str().expect("words");
    assert_eq!(words.split_whitespace().count(), 24);
    assert!(words.chars().all(|sign| sign == ' ' || sign > '\u{1100}'));
    assert_eq!(
        vault.run(&["vault", "digest"]).failure(3),
        "wrong_passphrase"
    );
    std::fs::write(vault.path.join("header"), &header).expect("written");
    let older = vault.run(&["vault", "digest"]).failure(4);
    assert_eq!(older, "header_replaced");
    std::fs::copy(vault.path.join("header.copy"), vault.path.join("header")).expect("back");

    let file = workdir.file("words", words);
    let typed = workdir.at("passphrase");
    let path = vault.path.display().to_string();
    let recover = |file: &str, more: &[&str]| {
        let begin = ["--json", "--vault", &path, "vault", "recover"];
        let with = ["--recovery-file", file, "--new-passphrase-file", &typed];
        workdir.run(&[&begin[..], &with, more].concat())
    };
    let again = recover(&file, &["--rekey"]).json();
    assert_eq!(recover(&file, &[]).failure(3), "wrong_recovery_words");
    let words = again["recovery_words"].as_str().expect("words");
    let file = workdir.file("words", words);
    assert_eq!(recover(&file, &[]).json()["recovered"], true);
    assert_eq!(vault.run(&["vault", "verify"]).json()["ok"], true);
    // In no language where there are none.
    let alone = ["--recovery-lang", "ko"];
    assert_eq!(vault.run(&[&change[..], &alone].concat()).code, 2);
}

#[test]
fn wrong_passphrases_are_refused_alike() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let path = vault.path.display().to_string();
    for (name, wrong) in [
        ("1", "wrong"),
        ("2", PASSPHRASE.trim_end_matches('래')),
        ("3", "우리 마을"),
    ] {
        let file = workdir.file(name, wrong);
        let said = workdir.run(&[
            "--json",
            "--vault",
            &path,
            "--passphrase-file",
            &file,
            "vault",
            "status",
        ]);
        assert_eq!(said.failure(3), "wrong_passphrase");
    }
    let empty = workdir.file("empty", "\n");
    let new = workdir.at("new");
    let said = workdir.run(&[
        "--json",
        "--vault",
        &new,
        "--passphrase-file",
        &empty,
        "vault",
        "create",
        "--test-kdf",
    ]);
    assert_eq!(said.failure(2), "passphrase_empty");
}

#[test]
fn what_is_no_vault_is_not_found() {
    let workdir = WorkDir::new();
    let passphrase = workdir.at("passphrase");
    for path in [workdir.at("nothing"), workdir.at(".")] {
        let said = workdir.run(&[
            "--json",
            "--vault",
            &path,
            "--passphrase-file",
            &passphrase,
            "vault",
            "status",
        ]);
        assert_eq!(said.failure(7), "vault_not_found");
    }
    assert!(!workdir.path("nothing").exists());
}

#[test]
fn a_vault_that_is_whole_verifies() {
    let workdir = WorkDir::new();
    let vault = filled(&workdir);
    let report = vault.run(&["vault", "verify"]).json();
    assert_eq!(report["damage"], json!([]), "{report}");
    assert!(report["revisions"].as_u64() > Some(0), "{report}");
    assert!(
        vault.printed("ko", &["vault", "verify"]).contains("손상"),
        "in Korean"
    );
}

fn filled(workdir: &WorkDir) -> Vault<'_> {
    let vault = workdir.vault("vault");
    let id = vault.add(
        "testimony",
        &json!({"title": "강을 건너", "narrative": [{"original": "밤에 건넜다"}]}),
    );
    let file = workdir.file("photo.jpg", vec![7; 100_000]);
    vault.run(&["attachment", "add", &id, &file]).json();
    vault
}

/// Any flipped byte of any file: reported with status 4, and what is left can be read.
#[test]
fn flipped_bytes_are_reported() {
    let workdir = WorkDir::new();
    let vault = filled(&workdir);
    let whole = vault.digest();
    for file in vault.files() {
        let name = file
            .strip_prefix(&vault.path)
            .expect("inside")
            .display()
            .to_string();
        if name == "lock" {
            continue;
        }
        let bytes = std::fs::read(&file).expect("readable");
        for at in [bytes.len() / 3, bytes.len() / 2, bytes.len() - 1] {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            std::fs::write(&file, &changed).expect("written");
            let said = vault.run(&["vault", "verify"]);
            assert_eq!(said.code, 4, "{name} at {at}: {said:?}");
            assert_eq!(said.error_code(), "vault_damaged", "{name} at {at}");
            let report: Value = serde_json::from_str(&said.out).expect("a report");
            assert_ne!(report["damage"], json!([]), "{name} at {at}");
            assert_eq!(
                std::fs::read(&file).expect("there"),
                changed,
                "verify wrote to {name}"
            );
            std::fs::write(&file, &bytes).expect("written");
        }
    }
    assert_eq!(vault.digest(), whole);
}

#[test]
fn what_is_left_of_a_damaged_vault_can_be_read() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let kept = vault.add("note", &json!({"text": "this one stays readable"}));
    let large = "가나다라".repeat(20_000);
    let lost = vault.add("note", &json!({"text": large}));
    let database = vault.path.join("vault.db");
    let mut bytes = std::fs::read(&database).expect("readable");
    // The large body fills pages of its own, which lie at the end.
    let at = bytes.len() - 20_000;
    bytes[at] ^= 0x55;
    std::fs::write(&database, bytes).expect("written");

    let read = |id: &str| vault.run(&["--read-damaged", "record", "show", id]);
    assert_eq!(
        read(&kept).json()["record"]["text"],
        "this one stays readable"
    );
    assert_eq!(read(&lost).code, 4);
    let refused = vault.run_with(
        &["--read-damaged", "record", "add", "note", "--from", "-"],
        b"{\"text\":\"x\"}",
    );
    assert_eq!(refused.failure(5), "read_only");
}

#[test]
fn a_header_that_asks_for_too_much_is_refused_at_once() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let header = vault.path.join("header");
    let bytes = std::fs::read(&header).expect("readable");
    // Memory of the first slot, after magic, format, suite, flags, vault id, epoch, count, slot id, type.
    let memory = 8 + 2 + 1 + 1 + 16 + 4 + 1 + 16 + 1;
    let mut absurd = bytes.clone();
    absurd[memory..memory + 4].copy_from_slice(&u32::MAX.to_be_bytes());
    std::fs::write(&header, &absurd).expect("written");
    assert_eq!(vault.run(&["vault", "status"]).code, 4);
    for cut in [0, 10, bytes.len() - 1] {
        std::fs::write(&header, &bytes[..cut]).expect("written");
        assert_eq!(
            vault.run(&["vault", "status"]).code,
            4,
            "cut to {cut} bytes"
        );
    }
    std::fs::write(&header, &bytes).expect("written");
    vault.run(&["vault", "status"]).json();
}

/// One at a time, and the second learns who holds it.
#[test]
fn a_vault_in_use_is_refused() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let mut holder = std::fs::File::options()
        .write(true)
        .truncate(true)
        .open(vault.path.join("lock"))
        .expect("the lock file");
    holder.try_lock().expect("nobody else has it");
    write!(holder, "{}", std::process::id()).expect("written");
    let said = vault.run(&["vault", "status"]);
    assert_eq!(said.failure(6), "vault_in_use");
    let who = std::process::id().to_string();
    assert!(said.err.contains(&who), "says who: {said:?}");
    holder.unlock().expect("let go");
    vault.run(&["vault", "status"]).json();
}

/// Whoever looks at the folder sees only the owner's files.
#[cfg(unix)]
#[test]
fn files_belong_to_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let workdir = WorkDir::new();
    let vault = filled(&workdir);
    for file in vault.files() {
        let mode = std::fs::metadata(&file)
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{} has mode {mode:o}", file.display());
    }
}

/// The warning reaches people also where a program reads the result; a failure stays alone on stderr.
#[test]
fn a_vault_for_tests_is_warned_of() {
    let workdir = WorkDir::new();
    let (path, passphrase) = (workdir.at("vault"), workdir.at("passphrase"));
    let globals = ["--json", "--vault", &path, "--passphrase-file", &passphrase];
    let create = [&globals[..], &["vault", "create", "--test-kdf"]].concat();
    let made = workdir.run(&create);
    made.json();
    assert!(
        made.err
            .starts_with("Warning: a vault created with --test-kdf"),
        "{made:?}"
    );
    assert_eq!(workdir.run(&create).failure(5), "folder_not_empty");
}
