//! `fieldnotes review …`: a package that opens without a vault, and changes nothing.

mod support;

use serde_json::{Value, json};
use support::WorkDir;

struct Package {
    id: String,
    revision: String,
    file: String,
    word: String,
}

fn package(workdir: &WorkDir) -> Package {
    let vault = workdir.vault("vault");
    let consent = json!([{"decision": "granted", "use": "legal"}]);
    let (id, revision) = vault.added(
        "testimony",
        &json!({"title": "강을 건너", "narrative": [{"original": "밤에", "translation": "at night"}], "consent": consent}),
    );
    vault.add("note", &json!({"text": "stays at home"}));
    let word = workdir.file("word", "for the commission\n");
    let file = workdir.at("p.fnreview");
    vault
        .run(&[
            "review",
            "export",
            "--audience",
            "ICC",
            "--out",
            &file,
            "--review-passphrase-file",
            &word,
            "--record",
            &id,
        ])
        .json();
    Package {
        id,
        revision,
        file,
        word,
    }
}

#[test]
fn a_package_is_read_without_a_vault_and_leaves_nothing() {
    let workdir = WorkDir::new();
    let package = package(&workdir);
    let mut before = Vec::new();
    support::files_under(&workdir.path("."), &mut before);
    let opened = workdir.run(&[
        "--json",
        "review",
        "open",
        &package.file,
        "--review-passphrase-file",
        &package.word,
    ]);
    let mut after = Vec::new();
    support::files_under(&workdir.path("."), &mut after);
    assert_eq!(before.len(), after.len(), "opening wrote a file");

    let opened = opened.json();
    let records = opened["records"].as_array().expect("a list");
    assert_eq!(records.len(), 1, "{opened}");
    assert_eq!(records[0]["id"], package.id.as_str());
    assert_eq!(
        records[0]["revision"],
        package.revision.as_str(),
        "for citation"
    );
    assert_eq!(records[0]["record"]["narrative"][0]["original"], "밤에");
    assert!(!opened["exporter"].is_null(), "{opened}");
    assert!(!opened.to_string().contains("stays at home"));

    for language in ["en", "ko"] {
        let said = workdir.run(&[
            "--lang",
            language,
            "review",
            "open",
            &package.file,
            "--review-passphrase-file",
            &package.word,
        ]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(said.out.contains("at night"), "{said:?}");
    }
}

#[test]
fn a_package_that_is_not_right_is_refused() {
    let workdir = WorkDir::new();
    let package = package(&workdir);
    let open = |file: &str, word: &str| {
        workdir.run(&[
            "--json",
            "review",
            "open",
            file,
            "--review-passphrase-file",
            word,
        ])
    };
    let wrong = workdir.file("wrong", "another");
    assert_eq!(open(&package.file, &wrong).failure(3), "wrong_passphrase");
    assert_eq!(
        open(&workdir.at("none"), &package.word).failure(7),
        "file_not_found"
    );
    let bytes = std::fs::read(&package.file).expect("readable");
    for at in [bytes.len() / 2, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let file = workdir.file("changed", changed);
        assert_eq!(open(&file, &package.word).code, 4, "at {at}");
    }
    let cut = workdir.file("cut", &bytes[..bytes.len() / 2]);
    assert_eq!(open(&cut, &package.word).code, 4);
    let junk = workdir.file("junk", "not a package");
    assert_eq!(open(&junk, &package.word).failure(4), "not_a_review");
}

#[test]
fn what_consent_refuses_is_not_exported() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let word = workdir.file("word", "for the commission");
    let export = |id: &str, out: &str| -> support::Said {
        vault.run(&[
            "review",
            "export",
            "--audience",
            "ICC",
            "--out",
            &workdir.at(out),
            "--review-passphrase-file",
            &word,
            "--record",
            id,
        ])
    };
    let refused: Value = json!({"title": "t", "consent": [{"decision": "refused"}]});
    let id = vault.add("testimony", &refused);
    let said = export(&id, "a");
    assert_eq!(said.failure(5), "consent_refused");
    assert!(said.err.contains(&id), "{said:?}");
    assert!(!workdir.path("a").exists(), "a refused export left a file");
    let nobody = "3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11";
    assert_eq!(export(nobody, "b").failure(7), "record_not_found");
}

/// A person is not asked by rule; where they, or a guardian for them, refused, it holds like a narrator's refusal.
#[test]
fn what_is_refused_for_a_person_is_not_exported() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let word = workdir.file("word", "for the commission");
    let export = |person: &Value, out: &str| -> support::Said {
        let id = vault.add("person", person);
        let out = workdir.at(out);
        let export = [
            "review",
            "export",
            "--out",
            &out,
            "--audience",
            "ICC",
            "--record",
            &id,
        ];
        vault.run(&[&export[..], &["--review-passphrase-file", &word]].concat())
    };
    let mother =
        json!({"decision": "refused", "given_by": {"text": "어머니"}, "relation": "parent"});
    let refused = json!({"code": "P-1", "consent": [mother]});
    assert_eq!(export(&refused, "a").failure(5), "consent_refused");
    let misspelt = json!({"code": "P-2", "consent": [{"decision": "refusd"}]});
    assert_eq!(export(&misspelt, "b").failure(5), "consent_refused");
    let granted = json!({"code": "P-3", "consent": [{"decision": "granted", "use": "legal"}]});
    export(&granted, "c").json();
    export(&json!({"code": "P-4"}), "d").json();
}

#[test]
fn an_attachment_is_written_out_of_a_package() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let consent = json!([{"decision": "granted", "use": "legal", "image": true}]);
    let id = vault.add("testimony", &json!({"title": "t", "consent": consent}));
    let content: Vec<u8> = (0..200_000).map(|at| (at % 251) as u8).collect();
    let file = workdir.file("사진.jpg", &content);
    let added = vault.run(&["attachment", "add", &id, &file]).json();
    let attachment = added["id"].as_str().expect("an id");
    let (word, package) = (workdir.file("word", "for the commission"), workdir.at("p"));
    let export = [
        "review",
        "export",
        "--out",
        &package,
        "--audience",
        "ICC",
        "--record",
        &id,
        attachment,
    ];
    let word = ["--review-passphrase-file", &word];
    vault.run(&[&export[..], &word].concat()).json();

    let save = |attachment: &str, out: &str| {
        let save = [
            "--json",
            "review",
            "save",
            &package,
            "--attachment",
            attachment,
        ];
        workdir.run(&[&save[..], &["--out", &workdir.at(out)], &word].concat())
    };
    let saved = save(attachment, "out.jpg").json();
    assert_eq!(saved["size"], 200_000, "{saved}");
    assert_eq!(
        std::fs::read(workdir.path("out.jpg")).expect("written"),
        content
    );
    assert_eq!(save(attachment, "out.jpg").failure(5), "file_exists");
    assert_eq!(save(&id, "none").failure(7), "content_not_held");
    let nobody = "3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11";
    assert_eq!(save(nobody, "none").failure(7), "record_not_found");
    assert!(!workdir.path("none").exists());
    for (language, printed) in [("en", "unencrypted"), ("ko", "암호화하지 않은")] {
        let out = workdir.at(language);
        let save = [
            "--lang",
            language,
            "review",
            "save",
            &package,
            "--attachment",
            attachment,
        ];
        let said = workdir.run(&[&save[..], &["--out", &out], &word].concat());
        assert!(said.code == 0 && said.out.contains(printed), "{said:?}");
    }
}
