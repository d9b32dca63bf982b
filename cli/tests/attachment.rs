//! `fieldnotes attachment …`: any file in, and the same bytes out.

mod support;

use serde_json::json;
use support::WorkDir;

#[test]
fn a_file_comes_out_as_it_went_in() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let record = vault.add("testimony", &json!({"title": "t"}));
    // Around the edges of the pieces that files are sealed in.
    for size in [0_usize, 1, 65_535, 65_536, 65_537, 300_000] {
        let content: Vec<u8> = (0..size).map(|at| (at * 31 % 251) as u8).collect();
        let file = workdir.file("녹음.ogg", &content);
        let added = vault.run(&["attachment", "add", &record, &file]).json();
        let id = added["id"].as_str().expect("an id");
        let out = workdir.at(&format!("out-{size}"));
        vault.run(&["attachment", "save", id, "--out", &out]).json();
        assert_eq!(
            std::fs::read(&out).expect("written"),
            content,
            "{size} bytes"
        );
        // Nothing is written over.
        let again = vault.run(&["attachment", "save", id, "--out", &out]);
        assert_eq!(again.failure(5), "file_exists");
    }
    let list = vault.run(&["attachment", "list", &record]).json();
    let attachments = list["attachments"].as_array().expect("a list");
    assert_eq!(attachments.len(), 6, "{list}");
    for attachment in attachments {
        assert_eq!(attachment["name"], "녹음.ogg", "{list}");
        assert_eq!(
            attachment["sha256"].as_str().map(str::len),
            Some(64),
            "{list}"
        );
        assert!(attachment["size"].is_u64(), "{list}");
    }
    vault.printed("ko", &["attachment", "list", &record]);
    let report = vault.run(&["vault", "verify"]).json();
    assert_eq!(report["damage"], json!([]));
}

#[test]
fn what_cannot_be_attached_is_refused() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let record = vault.add("note", &json!({"text": "x"}));
    let file = workdir.file("f", "content");
    let nobody = "3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11";
    assert_eq!(
        vault
            .run(&["attachment", "add", &record, "/no/file"])
            .failure(7),
        "file_not_found"
    );
    assert_eq!(
        vault
            .run(&["attachment", "add", &record, &workdir.at(".")])
            .failure(2),
        "is_a_folder"
    );
    assert_eq!(
        vault.run(&["attachment", "add", nobody, &file]).failure(7),
        "record_not_found"
    );
    let out = workdir.at("out");
    assert_eq!(
        vault
            .run(&["attachment", "save", nobody, "--out", &out])
            .failure(7),
        "record_not_found"
    );
    assert_eq!(
        vault
            .run(&["attachment", "save", &record, "--out", &out])
            .failure(7),
        "content_not_held"
    );
    assert!(!workdir.path("out").exists());
}

/// A sealed file that was changed is reported, and nothing false is left behind.
#[test]
fn a_damaged_file_is_not_written_out() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let record = vault.add("note", &json!({"text": "x"}));
    let file = workdir.file("f", vec![9; 200_000]);
    let added = vault.run(&["attachment", "add", &record, &file]).json();
    let sealed = vault
        .files()
        .into_iter()
        .find(|file| {
            file.strip_prefix(&vault.path)
                .is_ok_and(|name| name.starts_with("files"))
        })
        .expect("a sealed file");
    let mut bytes = std::fs::read(&sealed).expect("readable");
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    std::fs::write(&sealed, bytes).expect("written");
    let id = added["id"].as_str().expect("an id");
    let said = vault.run(&["attachment", "save", id, "--out", &workdir.at("out")]);
    assert_eq!(said.code, 4, "{said:?}");
    assert!(
        !workdir.path("out").exists(),
        "half of a damaged file was kept"
    );
}
