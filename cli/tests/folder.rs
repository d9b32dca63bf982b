//! The exchange folder on the command line.

mod support;

use support::WorkDir;

#[test]
fn a_folder_is_chosen_looked_at_put_into_and_taken_from() {
    let workdir = WorkDir::new();
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    for (from, to, name) in [(&ours, &theirs, "anna"), (&theirs, &ours, "민지")] {
        let file = workdir.at(&format!("{name}.identity"));
        let shown = from.run(&["identity", "export", "--out", &file]).json();
        to.run(&["colleague", "add", &file, "--name", name]).json();
        let digits = shown["fingerprint"].as_str().expect("digits").to_owned();
        to.run(&["colleague", "verify", name, "--fingerprint", &digits])
            .json();
    }
    assert_eq!(ours.run(&["folder", "look"]).failure(7), "folder_not_set");
    let folder = workdir.at("exchange");
    assert_eq!(
        ours.run(&["folder", "set", &folder]).failure(7),
        "folder_gone"
    );
    std::fs::create_dir(&folder).expect("made");
    let inside = workdir.at("ours");
    assert_eq!(
        ours.run(&["folder", "set", &inside]).failure(5),
        "folder_unsuitable"
    );
    for vault in [&ours, &theirs] {
        vault.run(&["folder", "set", &folder]).json();
    }
    ours.run_with(
        &["record", "add", "note", "--from", "-"],
        br#"{"text":"one"}"#,
    )
    .json();
    let seen = ours.run(&["folder", "look"]).json();
    assert_eq!(seen["due"]["people"][0], "민지");
    assert!(ours.printed("ko", &["folder", "look"]).contains("기록 1건"));
    assert_eq!(ours.run(&["folder", "put"]).json()["people"][0], "민지");
    assert_eq!(
        ours.run(&["folder", "look"]).json()["arrivals"]["states"]["own"],
        1
    );
    let seen = theirs.run(&["folder", "look"]).json();
    assert_eq!(seen["arrivals"]["files"][0]["state"], "ready");
    assert!(
        theirs
            .printed("en", &["folder", "look"])
            .contains("Arrived: ")
    );
    let taken = theirs.run(&["folder", "take"]).json();
    assert_eq!(taken["imports"][0]["bundles"][0]["records"], 1);
    assert!(
        theirs
            .printed("ko", &["folder", "take"])
            .contains("없습니다")
    );
    assert_eq!(
        theirs.run(&["folder", "unset"]).json()["path"],
        serde_json::Value::Null
    );
}
