//! `fieldnotes record …` and `search`: the shapes that programs read, and what bad records get.

mod support;

use serde_json::{Value, json};
use support::WorkDir;

#[test]
fn the_smallest_record_of_each_kind_is_taken() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let records = [
        (
            "testimony",
            json!({"title": "강을 건너", "narrative": [{"original": "밤에", "translation": "at night"}], "tags": ["강"]}),
        ),
        ("note", json!({"date": "2026-11-22", "text": "전화함"})),
        ("person", json!({"names": [{"text": "김영희"}]})),
        ("place", json!({"names": [{"text": "투먼"}]})),
    ];
    for (kind, record) in &records {
        let (id, revision) = vault.added(kind, record);
        let shown = vault.show(&id);
        assert_eq!(shown["id"], id.as_str());
        assert_eq!(shown["kind"], *kind);
        assert_eq!(shown["revision"], revision.as_str());
        assert_eq!(shown["heads"], json!([revision]));
        assert!(
            shown["saved_by"].is_string() || shown["saved_by"].is_object(),
            "{shown}"
        );
        assert!(!shown["saved_at"].is_null(), "{shown}");
        for (member, value) in record.as_object().expect("an object") {
            let kept = &shown["record"][member];
            // Elements of lists may have been given an id.
            assert!(!kept.is_null(), "{member} of {kind}: {shown}");
            if value.is_string() {
                assert_eq!(kept, value);
            }
        }
        vault.printed("ko", &["record", "show", &id]);
        vault.printed("en", &["record", "history", &id]);
    }
}

#[test]
fn a_template_can_be_filled_in_and_added() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    for kind in ["person", "testimony", "note", "place"] {
        let said = workdir.run(&["--json", "record", "template", kind]);
        assert!(said.json().is_object(), "{said:?}");
    }
    let empty = workdir.run(&["record", "template", "note"]);
    let mut note: Value = serde_json::from_str(&empty.out).expect("JSON for people too");
    note["text"] = json!("filled in");
    vault.add("note", &note);
    assert_eq!(
        workdir
            .run(&["--json", "record", "template", "diary"])
            .failure(2),
        "kind_unknown"
    );
}

#[test]
fn the_schema_says_what_a_record_consists_of() {
    let workdir = WorkDir::new();
    let person = workdir.run(&["--json", "schema", "person"]).json();
    assert_eq!(person["$id"], "urn:fieldnotes:schema:person/1");
    let address = &person["properties"]["usual_address"];
    assert_eq!(address["x-fieldnotes"]["class"], "locates");
    assert_eq!(address["anyOf"][0]["type"], "string");
    let all = workdir.run(&["--json", "schema"]).json();
    let kinds: Vec<&String> = all.as_object().expect("an object").keys().collect();
    assert_eq!(
        kinds,
        ["person", "testimony", "note", "place", "attachment"]
    );
    assert_eq!(all["person"], person);
    let text = workdir.run(&["schema", "note"]);
    serde_json::from_str::<Value>(&text.out).expect("JSON for people too");
    assert_eq!(
        workdir.run(&["--json", "schema", "diary"]).failure(2),
        "kind_unknown"
    );
}

#[test]
fn every_state_is_kept() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let (id, first) = vault.added("note", &json!({"text": "하나"}));
    let second = vault.edit(&id, &json!({"text": "둘"}));
    assert_ne!(first, second);
    assert_eq!(vault.show(&id)["record"]["text"], "둘");

    let history = vault.run(&["record", "history", &id]).json();
    let revisions = history["revisions"].as_array().expect("a list");
    assert_eq!(revisions.len(), 2, "{history}");
    for revision in revisions {
        for member in ["revision", "parents", "saved_by", "saved_at", "record"] {
            assert!(!revision[member].is_null(), "{member}: {history}");
        }
    }
    let named = |name: &str| {
        revisions
            .iter()
            .find(|r| r["revision"] == name)
            .expect("there")
    };
    assert_eq!(named(&second)["parents"], json!([first]));
    assert_eq!(named(&first)["record"]["text"], "하나");
}

#[test]
fn fields_of_a_later_version_are_kept() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let id = vault.add("note", &json!({"text": "x", "mood": {"of": ["tomorrow"]}}));
    assert_eq!(
        vault.show(&id)["record"]["mood"],
        json!({"of": ["tomorrow"]})
    );
}

#[test]
fn the_trash_keeps_and_gives_back() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let id = vault.add("note", &json!({"text": "thrown away"}));
    let count = || {
        let list = vault.run(&["record", "list"]).json();
        list["records"].as_array().expect("a list").len()
    };
    assert_eq!(count(), 1);
    vault.run(&["record", "trash", &id]).json();
    assert_eq!(count(), 0);
    assert_eq!(vault.run(&["search", "thrown"]).json()["total"], 0);
    vault.run(&["record", "restore", &id]).json();
    assert_eq!(count(), 1);
    assert_eq!(vault.show(&id)["record"]["text"], "thrown away");
}

#[test]
fn a_list_comes_in_pages() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let mut ids: Vec<String> = (0..7)
        .map(|n| vault.add("note", &json!({"text": format!("{n}")})))
        .collect();
    vault.add("person", &json!({"names": [{"text": "김영희"}]}));
    let mut seen = Vec::new();
    let mut after = None::<String>;
    loop {
        let mut arguments = vec!["record", "list", "--kind", "note", "--limit", "3"];
        if let Some(cursor) = &after {
            arguments.extend(["--after", cursor]);
        }
        let page = vault.run(&arguments).json();
        let records = page["records"].as_array().expect("a list");
        assert!(records.len() <= 3);
        seen.extend(
            records
                .iter()
                .map(|record| record["id"].as_str().expect("an id").to_owned()),
        );
        match page["next"].as_str() {
            Some(next) => after = Some(next.to_owned()),
            None => break,
        }
    }
    ids.sort();
    seen.sort();
    assert_eq!(seen, ids);
}

#[test]
fn bad_records_are_refused_with_the_path_of_the_field() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let before = vault.digest();
    let cases: &[(&str, &str, &str)] = &[
        ("note", "{\"text\":", ""),
        ("note", "[]", ""),
        ("note", "", ""),
        ("note", r#"{"text":5}"#, "text"),
        ("note", r#"{"text":"x","date":"2026-02-30"}"#, "date"),
        (
            "testimony",
            r#"{"title":"t","narrative":[{"original":"a"},{"original":3}]}"#,
            "narrative[1].original",
        ),
        (
            "testimony",
            r#"{"title":"t","sessions":[{"date":"yesterday"}]}"#,
            "sessions[0].date",
        ),
    ];
    for (kind, record, path) in cases {
        let said = vault.run_with(&["record", "add", kind, "--from", "-"], record.as_bytes());
        assert!(said.code == 2 || said.code == 5, "{record}: {said:?}");
        assert!(!said.error_code().is_empty());
        assert!(said.err.contains(path), "{record}: {said:?}");
        assert!(
            !said.err.contains("yesterday"),
            "what was typed is repeated: {said:?}"
        );
    }
    let diary = vault.run_with(&["record", "add", "diary", "--from", "-"], b"{}");
    assert_eq!(diary.failure(2), "kind_unknown");
    let deep = format!("{{\"x\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    let said = vault.run_with(&["record", "add", "note", "--from", "-"], deep.as_bytes());
    assert!(said.code == 2 || said.code == 5, "{said:?}");
    let long = json!({"text": "a".repeat(9 * 1024 * 1024)}).to_string();
    let said = vault.run_with(&["record", "add", "note", "--from", "-"], long.as_bytes());
    assert!(said.code == 2 || said.code == 5, "{said:?}");
    assert_eq!(vault.digest(), before);
}

#[test]
fn what_is_not_there_is_not_found() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let nobody = "3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11";
    for arguments in [
        vec!["record", "show", nobody],
        vec!["record", "history", nobody],
        vec!["record", "trash", nobody],
        vec!["attachment", "list", nobody],
        vec!["conflict", "show", nobody],
    ] {
        assert_eq!(
            vault.run(&arguments).failure(7),
            "record_not_found",
            "{arguments:?}"
        );
    }
    assert_eq!(
        vault.run(&["record", "show", "no-id"]).failure(2),
        "id_invalid"
    );
    let missing = vault.run(&["record", "add", "note", "--from", "/no/such/file"]);
    assert_eq!(missing.failure(7), "file_not_found");
}

#[test]
fn many_records_come_from_one_file() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let lines: String = (0..2_500)
        .map(|n| {
            format!(
                "{}\n",
                json!({"kind": "note", "record": {"text": format!("메모 {n}")}})
            )
        })
        .collect();
    let file = workdir.file("many.jsonl", lines);
    let done = vault.run(&["record", "import", &file]).json();
    assert_eq!(done["records"], 2_500, "{done}");
    assert_eq!(vault.run(&["search", "메모"]).json()["total"], 2_500);

    let before = vault.digest();
    let bad = workdir.file(
        "bad.jsonl",
        "{\"kind\":\"note\",\"record\":{\"text\":\"a\"}}\n{\"kind\":\"note\"\n",
    );
    let said = vault.run(&["record", "import", &bad]);
    assert!(said.code == 2 || said.code == 5, "{said:?}");
    assert!(said.err.contains('2'), "names the line: {said:?}");
    assert_eq!(vault.digest(), before);
}

#[test]
fn text_is_found_however_it_is_written() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let river = vault.add(
        "testimony",
        &json!({"title": "강", "narrative": [{"original": "두만강을 건넜다", "translation": "I crossed the Tumen River"}]}),
    );
    vault.add("note", &json!({"text": "강 건너 river bank"}));
    let hits = |query: &str, more: &[&str]| {
        let found = vault.run(&[&["search", query], more].concat()).json();
        let hits = found["hits"].as_array().expect("a list").clone();
        for hit in &hits {
            for member in ["id", "kind", "title", "snippet"] {
                assert!(hit[member].is_string(), "{member}: {found}");
            }
        }
        assert!(found["total"].as_u64() >= Some(hits.len() as u64));
        hits.iter()
            .map(|hit| hit["id"].as_str().expect("an id").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(hits("두만", &[]), [river.as_str()]);
    // Decomposed, as some systems write it; and in other letters.
    assert_eq!(
        hits("\u{1103}\u{116e}\u{1106}\u{1161}\u{11ab}", &[]),
        [river.as_str()]
    );
    assert_eq!(hits("TUMEN", &[]), [river.as_str()]);
    assert_eq!(hits("river crossed", &[]), [river.as_str()]);
    assert_eq!(hits("\"crossed the tumen\"", &[]), [river.as_str()]);
    assert_eq!(hits("\"tumen crossed\"", &[]), Vec::<String>::new());
    assert_eq!(hits("river", &[]).len(), 2);
    assert_eq!(hits("river", &["--limit", "1"]).len(), 1);
    assert_eq!(hits("river", &["--kind", "testimony"]), [river.as_str()]);
    assert_eq!(hits("없는말", &[]), Vec::<String>::new());
    assert!(vault.printed("ko", &["search", "두만강"]).contains('강'));
}

/// A slip such as `titel` is kept like a field of a later version, and reported.
#[test]
fn what_is_not_known_is_warned_of() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let slip = r#"{"titel": "강", "narrative": [{"orginal": "밤에"}]}"#.as_bytes();
    let add = ["record", "add", "testimony", "--from", "-"];
    let said = vault.said("en", &add, slip);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.err.contains("Kept unknown members: ")
            && said.err.contains("titel")
            && said.err.contains("orginal"),
        "{said:?}"
    );
    let said = vault.said("ko", &add, slip);
    assert!(said.err.contains("titel"), "{said:?}");
    let said = vault.run_with(&add, slip);
    assert_eq!(
        said.json()["unknown"],
        json!(["narrative[0].orginal", "titel"]),
        "{said:?}"
    );
    assert_eq!(said.err, "");

    let (id, _) = vault.added("note", &json!({"text": "x"}));
    let edit = ["record", "edit", &id, "--replace", "--from", "-"];
    let said = vault.said("en", &edit, br#"{"text": "x", "txet": "y"}"#);
    assert!(said.err.contains("txet"), "{said:?}");
    let said = vault.run_with(&edit, br#"{"text": "z"}"#);
    assert_eq!(said.json().get("unknown"), None, "{said:?}");
}

#[test]
fn an_earlier_revision_is_shown_and_restored_by_its_first_digits() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let (id, first) = vault.added("note", &json!({"text": "하나"}));
    let second = vault.edit(&id, &json!({"text": "둘"}));
    let show = |revision: &str| vault.run(&["record", "show", &id, "--revision", revision]);
    for name in [&first[..], &first[..8], &first[..12].to_uppercase()] {
        let shown = show(name).json();
        assert_eq!(shown["revision"], first.as_str());
        assert_eq!(shown["record"]["text"], "하나");
        assert_eq!(shown["heads"], json!([second]));
    }
    for name in ["", "1234567", "not-a-revision", &format!("{first}0")] {
        assert_eq!(show(name).failure(2), "id_invalid", "{name}");
    }
    let (other, elsewhere) = vault.added("note", &json!({"text": "다른 것"}));
    assert_eq!(show(&elsewhere[..16]).failure(7), "revision_not_found");
    assert_eq!(show(&"0".repeat(64)).failure(7), "revision_not_found");

    let restore = ["record", "restore", &id, "--revision", &first[..8]];
    let saved = vault.run(&restore).json();
    let shown = vault.show(&id);
    assert_eq!(shown["record"]["text"], "하나");
    assert_eq!(shown["revision"], saved["revision"]);
    let history = vault.run(&["record", "history", &id]).json();
    assert_eq!(history["revisions"].as_array().map(Vec::len), Some(3));
    let printed = vault.printed("ko", &["record", "restore", &id, "--revision", &second]);
    assert!(printed.contains("새 판으로 저장했습니다"), "{printed}");
    let not_in_trash = vault.run(&["record", "restore", &other]);
    assert_eq!(not_in_trash.failure(5), "record_not_in_trash");
}

#[test]
fn many_records_come_from_standard_input() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let lines = "{\"kind\":\"note\",\"text\":\"하나\"}\n{\"kind\":\"note\",\"text\":\"둘\"}\n";
    let done = vault.run_with(&["record", "import", "-"], lines.as_bytes());
    assert_eq!(done.json()["records"], 2);
    let path = vault.path.display().to_string();
    let twice = [
        "--json",
        "--vault",
        &path,
        "--passphrase-file",
        "-",
        "record",
        "import",
        "-",
    ];
    assert_eq!(workdir.run(&twice).failure(2), "stdin_twice");
}

/// What `show` prints goes back into its own record, and into no other.
#[test]
fn a_document_of_another_record_is_refused_in_words() {
    let workdir = WorkDir::new();
    let vault = workdir.vault("vault");
    let one = vault.add("note", &json!({"text": "하나"}));
    let other = vault.add("note", &json!({"text": "둘"}));
    let shown = vault.run(&["record", "show", &one]).out;
    let edit = |id: &str, language: &str| {
        vault.said(
            language,
            &["record", "edit", id, "--from", "-"],
            shown.as_bytes(),
        )
    };
    assert_eq!(edit(&one, "en").code, 0);
    let english = edit(&other, "en");
    assert_eq!(english.code, 2, "{english:?}");
    assert!(
        english.err.contains("“id” names another record."),
        "{english:?}"
    );
    let korean = edit(&other, "ko");
    assert!(korean.err.contains("다른 기록 ID"), "{korean:?}");
}
