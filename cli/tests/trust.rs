//! Colleagues and identities on the command line: QR codes, keys that change, colleagues who left, copied vaults.

mod support;

use support::{Vault, WorkDir};

fn befriended(workdir: &WorkDir) -> (Vault<'_>, Vault<'_>) {
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    for (from, to, name) in [(&ours, &theirs, "anna"), (&theirs, &ours, "민지")] {
        let file = workdir.at(&format!("{name}.identity"));
        from.run(&["identity", "export", "--out", &file]).json();
        to.run(&["colleague", "add", &file, "--name", name]).json();
    }
    (ours, theirs)
}

fn add(vault: &Vault<'_>, text: &str) {
    let note = format!(r#"{{"text":"{text}"}}"#);
    vault
        .run_with(&["record", "add", "note", "--from", "-"], note.as_bytes())
        .json();
}

fn export(from: &Vault<'_>, to: &str, name: &str) -> String {
    let file = from.workdir.at(name);
    from.run(&["bundle", "export", "--to", to, "--out", &file])
        .json();
    file
}

#[test]
fn an_identity_is_shown_as_a_code_and_read_from_a_picture() {
    let workdir = WorkDir::new();
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    let picture = workdir.at("me.png");
    let shown = theirs.run(&["identity", "show", "--qr", "--qr-file", &picture]);
    let shown = shown.json();
    let code = shown["qr"].as_str().expect("half blocks");
    assert_eq!(code.lines().count(), 75);
    assert!(code.lines().all(|line| line.chars().count() == 149));
    let added = ours.run(&["colleague", "add", "--qr", &picture, "--name", "민지"]);
    assert_eq!(added.json()["fingerprint"], shown["fingerprint"]);
    let again = theirs.run(&["identity", "show", "--qr-file", &picture]);
    assert_eq!(again.failure(5), "file_exists");
    let add = |picture: &str| ours.run(&["colleague", "add", "--qr", picture, "--name", "x"]);
    assert_eq!(add(&workdir.at("none.png")).failure(7), "file_not_found");
    let text = workdir.file("text.png", "fieldnotes-identity-1:");
    assert_eq!(add(&text).failure(2), "picture_invalid");
    let both = ours.run(&["colleague", "add", &text, "--qr", &picture, "--name", "x"]);
    assert_eq!(both.failure(2), "conflicting_arguments");
    let neither = ours.run(&["colleague", "add", "--name", "x"]);
    assert_eq!(neither.failure(2), "missing_argument");
    let printed = ours.printed("ko", &["identity", "show", "--qr"]);
    assert!(
        printed.contains('▄') && printed.contains("149칸"),
        "{printed}"
    );
}

#[test]
fn another_key_needs_a_word_and_is_reported_of_ever_after() {
    let workdir = WorkDir::new();
    let (ours, _) = befriended(&workdir);
    let other = workdir.vault("other");
    let file = workdir.at("new.identity");
    other.run(&["identity", "export", "--out", &file]).json();
    let refused = ours.run(&["colleague", "add", &file, "--name", "민지"]);
    assert_eq!(refused.failure(5), "colleague_key_differs");
    let change = ["colleague", "change-key", "민지", &file];
    assert_eq!(ours.run(&change).failure(5), "colleague_key_differs");
    let changed = ours.run(&[&change[..], &["--i-compared"]].concat()).json();
    assert_eq!(changed["verified"], false);
    assert_eq!(changed["key_changes"][0]["was_verified"], false);
    let back = ours.run(&[
        "colleague",
        "add",
        &workdir.at("민지.identity"),
        "--name",
        "y",
    ]);
    assert_eq!(back.failure(5), "colleague_key_replaced");
    for (lang, words) in [("en", "Key changed"), ("ko", "키가 바뀜")] {
        let printed = ours.printed(lang, &["colleague", "list"]);
        assert!(printed.contains(words), "{printed}");
    }
}

#[test]
fn a_colleague_is_retired_brought_back_and_renamed() {
    let workdir = WorkDir::new();
    let (ours, theirs) = befriended(&workdir);
    add(&ours, "mine");
    add(&theirs, "theirs");
    let retired = ours.run(&["colleague", "retire", "민지"]).json();
    assert!(retired["retired_at"].is_string());
    let out = workdir.at("out");
    let refused = ours.run(&["bundle", "export", "--to", "민지", "--out", &out]);
    assert_eq!(refused.failure(5), "colleague_retired");
    let bundle = export(&theirs, "anna", "in");
    let import = ["bundle", "import", &bundle];
    assert_eq!(ours.run(&import).failure(5), "sender_retired");
    let taken = ours.run(&[&import[..], &["--accept-retired-sender"]].concat());
    assert!(taken.json()["bundles"][0]["sender"]["retired_at"].is_string());
    let printed = ours.printed("en", &["colleague", "show", "민지"]);
    assert!(printed.contains("Retired"), "{printed}");
    ours.run(&["colleague", "restore", "민지"]).json();
    let renamed = ours.run(&["colleague", "rename", "민지", "김민지"]).json();
    assert_eq!(renamed["name"], "김민지");
    export(&ours, "김민지", "out");
    let nobody = ours.run(&["colleague", "show", "민지"]);
    assert_eq!(nobody.failure(7), "colleague_not_found");
}

#[test]
fn a_copied_vault_is_reported_of_and_taken_in_on_a_word() {
    let workdir = WorkDir::new();
    let (ours, theirs) = befriended(&workdir);
    let copy = workdir.path("copy");
    let copied = std::process::Command::new("cp")
        .arg("-a")
        .args([&ours.path, &copy])
        .status();
    assert!(copied.expect("cp is there").success());
    add(&ours, "one");
    let first = export(&ours, "민지", "first");
    theirs.run(&["bundle", "import", &first]).json();
    let path = copy.display().to_string();
    let pass = workdir.at("passphrase");
    let on_copy = |arguments: &[&str], input: &[u8]| {
        let vault = ["--json", "--vault", &path, "--passphrase-file", &pass];
        workdir.run_with(&[&vault[..], arguments].concat(), input)
    };
    let note = r#"{"text":"other"}"#.as_bytes();
    on_copy(&["record", "add", "note", "--from", "-"], note).json();
    let second = workdir.at("second");
    on_copy(&["bundle", "export", "--to", "민지", "--out", &second], b"").json();
    let import = ["bundle", "import", &second];
    assert_eq!(theirs.run(&import).failure(4), "log_forked");
    let words = theirs.said("en", &import, b"").err;
    assert!(
        words.contains("vault of anna") && words.contains("entry 1"),
        "{words}"
    );
    let taken = theirs
        .run(&[&import[..], &["--accept-forked"]].concat())
        .json();
    assert_eq!(taken["forked"][0]["name"], "anna");
    let shown = theirs.run(&["colleague", "show", "anna"]).json();
    assert_eq!(shown["forked"][0]["from"], 1);
    let verified = theirs.run(&["vault", "verify"]).json();
    assert_eq!(
        (&verified["ok"], &verified["forked"][0]["from"]),
        (&true.into(), &1.into())
    );
    let before = ours.run(&["identity", "show"]).json();
    let after = ours.run(&["identity", "renew-device"]).json();
    assert_ne!(before["device"], after["device"]);
    assert_eq!(before["fingerprint"], after["fingerprint"]);
}
