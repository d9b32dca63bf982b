//! What was made from something that is not the newest any more: it stands beside the newer, or is refused.

use serde_json::json;

use super::scene::{Scene, law_of_words};
use crate::support::WorkDir;

#[test]
fn what_was_made_from_something_older_takes_nothing_away() {
    let workdir = WorkDir::new();
    let scene = Scene::new(&workdir);
    let vault = &scene.vault;
    let (id, first) = vault.added("note", &json!({"text": "first"}));
    vault.edit(&id, &json!({"text": "second"}));

    // A restored state is no new thought: it is looked at first.
    let refused = |arguments: &[&str], code: &str| {
        let before = vault.digest();
        assert_eq!(vault.run(arguments).failure(5), code, "{arguments:?}");
        for language in ["en", "ko"] {
            let said = vault.said(language, arguments, b"");
            assert_eq!(said.code, 5, "{said:?}");
            law_of_words(language, &said.err, code);
        }
        assert_eq!(vault.digest(), before, "{arguments:?}");
    };
    let again = [
        "record",
        "restore",
        &id,
        "--revision",
        &first,
        "--base",
        &first,
    ];
    refused(&again, "heads_changed");

    // What somebody typed stands beside the newer.
    let typed = workdir.file("typed", r#"{"text":"typed"}"#);
    let edit = ["record", "edit", &id, "--from", &typed, "--base", &first];
    let saved = vault.run(&edit).json();
    assert_eq!(saved["changed_meanwhile"], true);
    let shown = vault.run(&["record", "history", &id]).json();
    let printed = shown.to_string();
    for text in ["first", "second", "typed"] {
        assert!(printed.contains(text), "{text} is gone: {printed}");
    }
    assert_eq!(vault.show(&id)["is_conflict"], true);

    // And who settles that must have seen both.
    let resolve = [
        "conflict",
        "resolve",
        &id,
        "--all-from",
        "1",
        "--heads",
        &first,
    ];
    refused(&resolve, "heads_changed");
}

#[test]
fn an_import_that_was_built_on_is_not_undone() {
    let workdir = WorkDir::new();
    let scene = Scene::new(&workdir);
    let (bundle, record) = scene.their_bundle();
    let word = ["--bundle-passphrase-file", &workdir.at("passphrase")];
    let import = ["bundle", "import", &bundle];
    scene.vault.run(&[&import[..], &word].concat()).json();
    let imports = scene.vault.run(&["bundle", "imports"]).json();
    let id = imports["imports"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    scene.vault.edit(&record, &json!({"text": "built on"}));
    let before = scene.vault.digest();
    scene.vault.run(&["bundle", "undo", &id]).failure(5);
    for language in ["en", "ko"] {
        let said = scene.vault.said(language, &["bundle", "undo", &id], b"");
        law_of_words(language, &said.err, "undo");
    }
    assert_eq!(scene.vault.digest(), before);
}
