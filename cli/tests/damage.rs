//! Texts about damage, and what `vault repair` does about it.

mod support;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::{Vault, WorkDir};

fn flip(file: &Path) {
    let mut bytes = std::fs::read(file).expect("readable");
    let at = bytes.len() / 2;
    *bytes.get_mut(at).expect("not empty") ^= 1;
    std::fs::write(file, bytes).expect("written");
}

/// The sealed file of the only attachment.
fn sealed_file(vault: &Vault<'_>) -> PathBuf {
    let files = vault.files().into_iter();
    files
        .max_by_key(|file| match file.ends_with("vault.db") {
            true => 0,
            false => std::fs::metadata(file).map_or(0, |about| about.len()),
        })
        .expect("a file")
}

#[test]
fn a_damaged_header_is_mended() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let id = vault.add("note", &json!({"text": "남는다"}));
    assert_eq!(
        vault.run(&["vault", "repair"]).json(),
        json!({"mended": []})
    );
    assert!(
        vault
            .printed("en", &["vault", "repair"])
            .contains("No damage found")
    );

    flip(&vault.path.join("header"));
    let refused = vault.run(&["vault", "status"]);
    assert_eq!(refused.code, 4, "{refused:?}");
    assert!(refused.err.contains("vault repair"), "{refused:?}");
    for (language, header) in [("en", "Damaged: the header\n"), ("ko", "손상됨: 헤더\n")] {
        let printed = vault.said(language, &["vault", "verify"], b"");
        assert_eq!(printed.code, 4, "{printed:?}");
        let all = format!("{}{}", printed.out, printed.err);
        assert!(
            all.contains(header) && all.contains("vault repair"),
            "{printed:?}"
        );
        assert!(
            !all.contains("()") && !all.contains(": header"),
            "{printed:?}"
        );
    }

    let done = vault.run(&["vault", "repair"]).json();
    assert_eq!(done["mended"][0]["part"], "header", "{done}");
    vault.run(&["vault", "verify"]).json();
    assert_eq!(vault.show(&id)["record"]["text"], "남는다");

    flip(&vault.path.join("header.copy"));
    let printed = vault.printed("ko", &["vault", "repair"]);
    assert_eq!(printed.trim(), "고쳤습니다: 헤더의 사본");
}

/// What a record or a file says cannot be made up: it is named, and a colleague's bundle brings it back.
#[test]
fn a_damaged_attachment_is_fetched_not_repaired() {
    let workdir = WorkDir::new();
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    ours.meets(&theirs, "민지");
    theirs.meets(&ours, "Anna");
    let id = ours.add("testimony", &json!({"title": "t"}));
    let photo = workdir.file("사진.jpg", vec![7; 300_000]);
    ours.run(&["attachment", "add", &id, &photo]).json();
    let (there, back) = (workdir.at("there"), workdir.at("back"));
    ours.run(&["bundle", "export", "--out", &there, "--to", "민지"])
        .json();
    theirs.run(&["bundle", "import", &there]).json();
    theirs
        .run(&["bundle", "export", "--out", &back, "--to", "Anna", "--full"])
        .json();

    flip(&sealed_file(&ours));
    assert_eq!(ours.run(&["vault", "repair"]).failure(4), "vault_damaged");
    let english = ours.said("en", &["vault", "verify"], b"");
    let printed = format!("{}{}", english.out, english.err);
    assert!(
        printed.contains("Damaged: the content of an attachment (record "),
        "{printed}"
    );
    assert!(printed.contains("Receive a full bundle"), "{printed}");
    assert!(
        printed.contains("The vault is damaged: the content of an attachment."),
        "{printed}"
    );
    let korean = ours.said("ko", &["vault", "verify"], b"");
    assert!(
        korean
            .err
            .contains("보관함이 손상되었습니다: 첨부 파일의 내용"),
        "{korean:?}"
    );
    // Both at once: the header waits for the rest.
    flip(&ours.path.join("header"));
    let both = ours.said("en", &["vault", "verify"], b"");
    assert!(
        both.out.contains("after all other damage is repaired"),
        "{both:?}"
    );
    ours.run(&["--read-damaged", "record", "show", &id]).json();
    let report: Value =
        serde_json::from_str(&ours.run(&["vault", "verify"]).out).expect("a report");
    assert_eq!(report["damage"].as_array().map(Vec::len), Some(2));
    std::fs::copy(ours.path.join("header.copy"), ours.path.join("header")).expect("copied");

    ours.run(&["bundle", "import", &back]).json();
    ours.run(&["vault", "verify"]).json();
}

/// Rows that are gone are reported with where they lay, in words.
#[test]
fn damaged_rows_are_reported_in_words() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    vault.add("note", &json!({"text": "가나다라".repeat(20_000)}));
    let database = vault.path.join("vault.db");
    let mut bytes = std::fs::read(&database).expect("readable");
    let at = bytes.len() - 20_000;
    bytes[at] ^= 0x55;
    std::fs::write(&database, bytes).expect("written");
    for (language, advice) in [("en", "--read-damaged"), ("ko", "--read-damaged")] {
        let printed = vault.said(language, &["vault", "verify"], b"");
        assert_eq!(printed.code, 4, "{printed:?}");
        let all = format!("{}{}", printed.out, printed.err);
        assert!(all.contains(advice), "{printed:?}");
        assert!(!all.contains("()") && !all.contains('_'), "{printed:?}");
    }
}
