//! Several heads of a record: what is merged, what clashes, and how each is settled.

mod support;

use serde_json::{Value, json};
use support::{Vault, WorkDir};

/// Two vaults that hold the same record.
fn pair<'d>(workdir: &'d WorkDir, kind: &str, record: &Value) -> (Vault<'d>, Vault<'d>, String) {
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    ours.meets(&theirs, "민지");
    theirs.meets(&ours, "Anna");
    let id = ours.add(kind, record);
    give(&ours, "민지", &theirs);
    (ours, theirs, id)
}

#[track_caller]
fn give(from: &Vault<'_>, to: &str, taker: &Vault<'_>) {
    let out = from.workdir.at("carried");
    let _ = std::fs::remove_file(&out);
    from.run(&["bundle", "export", "--out", &out, "--to", to])
        .json();
    taker.run(&["bundle", "import", &out]).json();
}

#[track_caller]
fn exchange(ours: &Vault<'_>, theirs: &Vault<'_>) {
    give(ours, "민지", theirs);
    give(theirs, "Anna", ours);
    assert_eq!(ours.digest(), theirs.digest());
}

fn count(list: &Value) -> usize {
    list.as_array().map_or(0, Vec::len)
}

#[test]
fn changes_apart_are_merged_on_both_sides_alike_and_written_when_somebody_saves() {
    let workdir = WorkDir::new();
    let (ours, theirs, id) = pair(&workdir, "note", &json!({"text": "처음", "tags": ["a"]}));
    ours.edit(&id, &json!({"text": "고침", "tags": ["a", "b"]}));
    theirs.edit(
        &id,
        &json!({"text": "처음", "date": "2024", "tags": ["a", "c"]}),
    );
    exchange(&ours, &theirs);

    let shown = [ours.show(&id), theirs.show(&id)];
    for one in &shown {
        assert_eq!(
            (&one["is_merged"], &one["is_conflict"]),
            (&json!(true), &json!(false))
        );
        assert_eq!(one["record"]["text"], "고침");
        assert_eq!(one["record"]["date"], "2024");
        assert_eq!(one["record"], shown[0]["record"]);
        assert_eq!(count(&one["record"]["tags"]), 3);
    }
    let list = ours.run(&["conflict", "list"]).json();
    assert_eq!(
        (count(&list["conflicts"]), count(&list["merged"])),
        (0, 1),
        "{list}"
    );
    assert_eq!(ours.run(&["vault", "status"]).json()["conflicts"], 0);
    let found = ours.run(&["search", "is:conflict"]).json();
    assert_eq!(found["total"], 0, "{found}");
    let found = ours.run(&["search", "고침"]).json();
    assert_eq!(
        (&found["total"], &found["hits"][0]["is_conflict"]),
        (&json!(1), &json!(false))
    );
    let detail = ours.run(&["conflict", "show", &id]).json();
    assert_eq!(
        (count(&detail["clashes"]), count(&detail["taken"])),
        (0, 3),
        "{detail}"
    );
    for language in ["en", "ko"] {
        let printed = ours.printed(language, &["conflict", "show", &id]);
        assert!(
            printed.contains("고침") && printed.contains("2024"),
            "{printed}"
        );
        ours.printed(language, &["conflict", "list"]);
        let printed = ours.printed(language, &["record", "show", &id]);
        assert!(printed.contains("conflict merge"), "{printed}");
    }

    // An edit goes on from both, and needs no word about which.
    let mut next = shown[0]["record"].clone();
    next["text"] = json!("다시 고침");
    ours.edit(&id, &next);
    assert_eq!(count(&ours.show(&id)["heads"]), 1);
    // The other one writes the merge as it stands.
    let done = theirs.run(&["conflict", "merge", "--all"]).json();
    assert_eq!(done["saved"][0]["id"], id.as_str(), "{done}");
    assert_eq!(count(&theirs.show(&id)["heads"]), 1);
    exchange(&ours, &theirs);
    assert_eq!(theirs.show(&id)["record"]["text"], "다시 고침");
    // The edit says all that the merge says, and more: nothing is to be written.
    let none = theirs.run(&["conflict", "merge", "--all"]).json();
    assert_eq!(none["saved"], json!([]));
    assert_eq!(
        theirs.run(&["conflict", "list"]).json()["merged"],
        json!([])
    );
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn clashes_are_settled_one_by_one() {
    let workdir = WorkDir::new();
    let record = json!({
        "title": "처음", "notes": "하나\n둘", "language": "ko",
        "narrative": [{"original": "강을 건넜다"}, {"original": "밤이었다"}],
    });
    let (ours, theirs, id) = pair(&workdir, "testimony", &record);
    let stored = ours.show(&id)["record"].clone();
    let changed = |title: &str, second: &str, printed: &str| {
        let mut record = stored.clone();
        record["title"] = json!(title);
        record["notes"] = json!(format!("하나\n{second}"));
        record["narrative"][1]["original"] = json!(printed);
        record
    };
    ours.edit(&id, &changed("우리", "셋", "새벽이었다"));
    let mut theirs_now = changed("그들", "넷", "저녁이었다");
    theirs_now["language"] = json!("en");
    theirs.edit(&id, &theirs_now);
    exchange(&ours, &theirs);

    let shown = ours.run(&["conflict", "show", &id]).json();
    let clashes = shown["clashes"].as_array().expect("a list").clone();
    let printed = stored["narrative"][1]["id"].as_str().expect("an id");
    let printed = format!("narrative[{printed}].original");
    let paths: Vec<&str> = clashes
        .iter()
        .filter_map(|one| one["path"].as_str())
        .collect();
    assert_eq!(paths.len(), 3, "{paths:?}");
    assert!(
        ["title", "notes", printed.as_str()]
            .iter()
            .all(|path| paths.contains(path)),
        "{paths:?}"
    );
    let deep = clashes
        .iter()
        .find(|one| one["path"] == printed.as_str())
        .expect("there");
    assert_eq!(
        (&deep["field"], &deep["positions"]),
        (&json!("narrative.original"), &json!([2]))
    );
    assert_eq!(
        (&deep["before"], &deep["sort"]),
        (&json!("밤이었다"), &json!("text"))
    );
    let notes = clashes
        .iter()
        .find(|one| one["path"] == "notes")
        .expect("there");
    let rows = notes["differences"][0]["rows"].as_array().expect("rows");
    assert_eq!(
        (rows.len(), &rows[0]["is_same"], &rows[1]["is_same"]),
        (2, &json!(true), &json!(false))
    );
    assert_eq!(shown["taken"][0]["path"], "language");
    assert_eq!(ours.run(&["vault", "status"]).json()["conflicts"], 1);
    assert_eq!(ours.run(&["search", "is:conflict"]).json()["total"], 1);
    let refused = ours.run(&["conflict", "merge", &id]);
    assert_eq!(refused.failure(5), "record_in_conflict");

    let resolve = |vault: &Vault<'_>, more: &[&str]| {
        let heads = vault.heads_in_conflict(&id);
        let seen: &[&str] = match more.contains(&"--heads") {
            true => &[],
            false => &["--heads", &heads],
        };
        vault.run(&[&["conflict", "resolve", id.as_str()], more, seen].concat())
    };
    let before = ours.digest();
    assert_eq!(
        resolve(&ours, &["--take", "title=1"]).failure(5),
        "clashes_open"
    );
    let cases: &[&[&str]] = &[
        &["--take", "nothing=1", "--all-from", "1"],
        &["--take", "title=9"],
        &["--take", "title=1", "--both", "title", "--all-from", "1"],
    ];
    for wrong in cases {
        assert_ne!(resolve(&ours, wrong).code, 0, "{wrong:?}");
    }
    assert_eq!(resolve(&ours, cases[0]).failure(2), "choice_invalid");
    assert_eq!(resolve(&ours, cases[2]).failure(2), "choice_invalid");
    let heads = ours.heads_in_conflict(&id);
    for no_side in ["0", "3", "9"] {
        let take = format!("title={no_side}");
        let wrong = [
            "conflict", "resolve", &id, "--take", &take, "--heads", &heads,
        ];
        assert_eq!(ours.run(&wrong).failure(2), "choice_invalid");
        let words = ours.said("en", &wrong, b"").err;
        assert!(
            words.contains(&format!(
                "Side {no_side} does not exist: the conflict has 2"
            )),
            "{words}"
        );
    }
    assert_eq!(resolve(&ours, &[]).failure(2), "missing_argument");
    assert_eq!(
        resolve(&ours, &["--from-json", "x", "--all-from", "1"]).failure(2),
        "conflicting_arguments"
    );
    let old = stored_revision(&ours, &id);
    // A number may mean another side where one has come: what was looked at is said.
    for how in [["--take", "title=1"], ["--all-from", "2"]] {
        let unsaid = [&["conflict", "resolve", id.as_str()][..], &how].concat();
        assert_eq!(ours.run(&unsaid).failure(2), "heads_missing");
        for language in ["en", "ko"] {
            let printed = ours.said(language, &unsaid, b"").err;
            let heads: Vec<String> = ours
                .heads_in_conflict(&id)
                .split(',')
                .map(|head| head[..12].to_owned())
                .collect();
            assert!(
                printed.contains(&format!("--heads {}", heads.join(","))),
                "{printed}"
            );
        }
    }
    let stale = ["--all-from", "1", "--heads", old.as_str()];
    assert_eq!(resolve(&ours, &stale).failure(5), "heads_changed");
    assert_eq!(ours.digest(), before, "a refusal changes nothing");

    // The side that is not ours, by its revision.
    let own = &shown["sides"][0]["saved_by"]["who"];
    let other = if own == "self" { 1 } else { 0 };
    let other = shown["sides"][other]["revision"]
        .as_str()
        .expect("a revision");
    let text = workdir.file("printed", "둘 다\n");
    let heads: Vec<&str> = shown["sides"]
        .as_array()
        .expect("sides")
        .iter()
        .filter_map(|side| side["revision"].as_str())
        .collect();
    let (take, write) = (format!("title={other}"), format!("{printed}=@{text}"));
    let saved = resolve(
        &ours,
        &[
            "--take",
            &take,
            "--both",
            "notes",
            "--write",
            &write,
            "--heads",
            &heads.join(","),
        ],
    )
    .json();
    let settled = ours.show(&id);
    assert_eq!(settled["revision"], saved["revision"]);
    assert_eq!(settled["record"]["title"], "그들");
    assert_eq!(
        settled["record"]["language"], "en",
        "what was merged stays merged"
    );
    assert_eq!(settled["record"]["narrative"][1]["original"], "둘 다");
    assert_eq!(
        settled["record"]["narrative"][1]["id"],
        stored["narrative"][1]["id"]
    );
    let notes = settled["record"]["notes"].as_str().expect("text");
    assert!(notes.contains("셋") && notes.contains("넷"), "{notes}");
    assert_eq!(ours.run(&["vault", "status"]).json()["conflicts"], 0);

    // The other one settled it differently: that is a conflict again, over what differs.
    resolve(&theirs, &["--all-from", "1"]).json();
    exchange(&ours, &theirs);
    let again = theirs.run(&["conflict", "show", &id]).json();
    let paths: Vec<&Value> = again["clashes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["path"])
        .collect();
    assert!(
        paths.contains(&&json!("notes")) && paths.contains(&&json!(printed)),
        "{paths:?}"
    );
    resolve(&theirs, &["--all-from", "2"]).json();
    give(&theirs, "Anna", &ours);
    assert_eq!(
        ours.run(&["conflict", "list"]).json(),
        json!({"conflicts": [], "merged": []})
    );
    assert_eq!(ours.digest(), theirs.digest());
}

/// The revision that a record began with.
fn stored_revision(vault: &Vault<'_>, id: &str) -> String {
    let history = vault.run(&["record", "history", id]).json();
    let first = &history
        .pointer("/revisions/0/revision")
        .expect("a revision");
    first.as_str().expect("a revision").to_owned()
}

#[test]
fn thrown_away_against_changed_is_asked() {
    let workdir = WorkDir::new();
    let (ours, theirs, id) = pair(&workdir, "note", &json!({"text": "처음"}));
    ours.edit(&id, &json!({"text": "고침"}));
    theirs.run(&["record", "trash", &id]).json();
    exchange(&ours, &theirs);
    for vault in [&ours, &theirs] {
        let shown = vault.run(&["conflict", "show", &id]).json();
        assert_eq!(count(&shown["clashes"]), 1, "{shown}");
        assert_eq!(
            (&shown["clashes"][0]["path"], &shown["clashes"][0]["sort"]),
            (&json!("@trashed"), &json!("trash"))
        );
        assert_eq!(shown["merged"]["text"], "고침");
    }
    ours.printed("en", &["conflict", "show", &id]);
    ours.printed("ko", &["conflict", "show", &id]);
    let shown = ours.run(&["conflict", "show", &id]).json();
    let sides = shown["clashes"][0]["sides"].as_array().expect("sides");
    let gone = sides
        .iter()
        .find(|side| side["value"] == true)
        .expect("one threw it away");
    let take = format!("@trashed={}", gone["side"]);
    let heads = ours.heads_in_conflict(&id);
    ours.run(&[
        "conflict", "resolve", &id, "--take", &take, "--heads", &heads,
    ])
    .json();
    assert_eq!(ours.show(&id)["trashed"], true);
    assert_eq!(
        ours.show(&id)["record"]["text"],
        "고침",
        "what was written is in the trash, not gone"
    );
}

#[test]
fn a_review_package_gets_a_written_revision() {
    let workdir = WorkDir::new();
    let (ours, theirs, id) = pair(&workdir, "note", &json!({"text": "처음"}));
    let word = workdir.file("word", "one and the same");
    let export = |vault: &Vault<'_>, name: &str| {
        let out = workdir.at(name);
        let args = [
            "review",
            "export",
            "--audience",
            "ICC",
            "--out",
            &out,
            "--review-passphrase-file",
            &word,
            "--record",
            &id,
        ];
        (vault.run(&args), out)
    };
    ours.edit(&id, &json!({"text": "고침"}));
    theirs.edit(&id, &json!({"text": "처음", "date": "2024"}));
    exchange(&ours, &theirs);
    let (said, out) = export(&ours, "merged");
    said.json();
    let shown = ours.show(&id);
    assert_eq!(
        (count(&shown["heads"]), &shown["is_merged"]),
        (1, &json!(false))
    );
    let open = ["review", "open", &out, "--review-passphrase-file", &word];
    let read = ours.run(&open).json();
    assert_eq!(read["records"][0]["revision"], shown["revision"]);
    assert_eq!(read["records"][0]["record"], shown["record"]);

    theirs.edit(&id, &json!({"text": "또"}));
    ours.edit(&id, &json!({"text": "다른 것"}));
    exchange(&ours, &theirs);
    let before = ours.digest();
    assert_eq!(
        export(&ours, "conflicted").0.failure(5),
        "record_in_conflict"
    );
    assert_eq!(ours.digest(), before);
}
