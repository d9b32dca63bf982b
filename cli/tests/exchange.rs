//! Identities, colleagues, bundles and conflicts between two vaults.

mod support;

use serde_json::{Value, json};
use support::{Vault, WorkDir};

fn pair(workdir: &WorkDir) -> (Vault<'_>, Vault<'_>) {
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    ours.meets(&theirs, "민지");
    theirs.meets(&ours, "Anna");
    (ours, theirs)
}

#[track_caller]
fn export(from: &Vault<'_>, to: &str, name: &str) -> String {
    let out = from.workdir.at(name);
    let _ = std::fs::remove_file(&out);
    from.run(&["bundle", "export", "--out", &out, "--to", to])
        .json();
    out
}

#[test]
fn a_bundle_makes_two_vaults_equal() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    let id = ours.add(
        "testimony",
        &json!({"title": "강을 건너", "narrative": [{"original": "밤에"}]}),
    );
    let file = workdir.file("사진.jpg", vec![3; 70_000]);
    let attached = ours.run(&["attachment", "add", &id, &file]).json();
    assert_ne!(ours.digest(), theirs.digest());

    let bundle = export(&ours, "민지", "b.fnbundle");
    let said = theirs.run(&["bundle", "preview", &bundle]).json();
    let file = &said["files"][0];
    assert_eq!(file["sender"]["who"], "colleague", "{said}");
    assert_eq!(file["meant_for"], "us", "{said}");
    assert_eq!(said["states"]["new"], 2, "{said}");
    assert_ne!(
        ours.digest(),
        theirs.digest(),
        "the preview took something in"
    );
    theirs.run(&["bundle", "import", &bundle]).json();
    assert_eq!(ours.digest(), theirs.digest());
    assert_eq!(theirs.show(&id)["record"]["title"], "강을 건너");
    let out = workdir.at("out.jpg");
    theirs
        .run(&[
            "attachment",
            "save",
            attached["id"].as_str().expect("an id"),
            "--out",
            &out,
        ])
        .json();
    assert_eq!(std::fs::read(&out).expect("written"), vec![3; 70_000]);

    // Taken in twice, it changes nothing and says so.
    let again = theirs.run(&["bundle", "import", &bundle]).json();
    assert_eq!(again["bundles"][0]["new_revisions"], 0, "{again}");
    assert_eq!(ours.digest(), theirs.digest());
    theirs.printed("ko", &["bundle", "import", &bundle]);
    theirs.printed("en", &["bundle", "preview", &bundle]);
}

#[test]
fn a_bundle_under_a_passphrase_needs_no_colleague_but_a_word() {
    let workdir = WorkDir::new();
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    let id = ours.add("note", &json!({"text": "함께 읽자"}));
    let other = ours.add("note", &json!({"text": "이건 두고"}));
    let word = workdir.file("word", "bundle passphrase\n");
    let out = workdir.at("b");
    ours.run(&[
        "bundle",
        "export",
        "--out",
        &out,
        "--bundle-passphrase-file",
        &word,
        "--record",
        &id,
    ])
    .json();

    let import = ["bundle", "import", &out, "--bundle-passphrase-file", &word];
    let before = theirs.digest();
    assert_eq!(theirs.run(&import).failure(5), "sender_unknown");
    assert_eq!(theirs.digest(), before);
    let wrong = workdir.file("wrong", "another passphrase");
    let said = theirs.run(&["bundle", "import", &out, "--bundle-passphrase-file", &wrong]);
    assert_eq!(said.failure(3), "wrong_passphrase");

    theirs
        .run(&[&import[..], &["--accept-unknown-sender"]].concat())
        .json();
    assert_eq!(theirs.show(&id)["record"]["text"], "함께 읽자");
    assert_eq!(
        theirs.run(&["record", "show", &other]).failure(7),
        "record_not_found"
    );
}

#[test]
fn a_bundle_for_somebody_else_does_not_open() {
    let workdir = WorkDir::new();
    let (ours, _) = pair(&workdir);
    let stranger = workdir.vault("stranger");
    ours.add("note", &json!({"text": "x"}));
    let bundle = export(&ours, "민지", "b");
    let before = stranger.digest();
    for command in ["preview", "import"] {
        assert_eq!(
            stranger.run(&["bundle", command, &bundle]).failure(3),
            "not_for_us"
        );
    }
    assert_eq!(stranger.digest(), before);
}

#[test]
fn altered_bundles_are_refused_whole() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    for n in 0..20 {
        ours.add("note", &json!({"text": format!("메모 {n}")}));
    }
    let bundle = export(&ours, "민지", "b");
    let bytes = std::fs::read(&bundle).expect("readable");
    let before = theirs.digest();
    let step = bytes.len() / 25;
    for at in (0..bytes.len()).step_by(step.max(1)) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        let file = workdir.file("changed", &changed);
        let said = theirs.run(&["bundle", "import", &file]);
        // In the part of the header that says for whom it is, a change makes it somebody else's.
        assert!(said.code == 4 || said.code == 3, "at {at}: {said:?}");
        assert!(said.code == 4 || at < 4096, "at {at}: {said:?}");
    }
    for cut in [0, 1, 100, bytes.len() / 2, bytes.len() - 1] {
        let file = workdir.file("cut", &bytes[..cut]);
        assert_eq!(
            theirs.run(&["bundle", "import", &file]).code,
            4,
            "cut to {cut} bytes"
        );
    }
    let longer = workdir.file("longer", [&bytes[..], b"x"].concat());
    assert_eq!(theirs.run(&["bundle", "import", &longer]).code, 4);
    for junk in [&b"hello"[..], b"", &[0x50, 0x4b, 3, 4]] {
        let file = workdir.file("junk", junk);
        let said = theirs.run(&["bundle", "import", &file]);
        assert_eq!(said.failure(4), "not_a_bundle", "{junk:?}");
    }
    assert_eq!(theirs.digest(), before);
    // One that is right, beside one that is not: nothing is taken in.
    let changed = workdir.file("changed", &bytes[..bytes.len() - 1]);
    assert_eq!(theirs.run(&["bundle", "import", &bundle, &changed]).code, 4);
    assert_eq!(theirs.digest(), before);
    theirs.run(&["bundle", "import", &bundle]).json();
    assert_eq!(theirs.digest(), ours.digest());
}

#[test]
fn colleagues_are_distinguished() {
    let workdir = WorkDir::new();
    let (ours, theirs) = (workdir.vault("ours"), workdir.vault("theirs"));
    let file = workdir.at("identity");
    theirs.run(&["identity", "export", "--out", &file]).json();
    assert_eq!(
        theirs
            .run(&["identity", "export", "--out", &file])
            .failure(5),
        "file_exists"
    );
    ours.run(&["colleague", "add", &file, "--name", "민지"])
        .json();
    let listed = || ours.run(&["colleague", "list"]).json()["colleagues"][0].clone();
    assert_eq!(listed()["name"], "민지");
    assert_eq!(listed()["verified"], false, "{}", listed());
    assert_eq!(
        ours.run(&["colleague", "add", &file, "--name", "수진"])
            .failure(5),
        "colleague_known"
    );

    let shown = theirs.run(&["identity", "show"]).json();
    let digits: String = shown["fingerprint"]
        .as_str()
        .expect("digits")
        .split_whitespace()
        .collect();
    assert_eq!(digits.len(), 60);
    let wrong = format!(
        "{}{}",
        &digits[..59],
        if digits.ends_with('0') { '1' } else { '0' }
    );
    let verify = |name: &str, digits: &str| {
        ours.run(&["colleague", "verify", name, "--fingerprint", digits])
    };
    assert_eq!(verify("민지", &wrong).failure(5), "fingerprint_mismatch");
    assert_eq!(verify("민지", "12345").failure(2), "fingerprint_invalid");
    assert_eq!(verify("누구", &digits).failure(7), "colleague_not_found");
    assert_eq!(listed()["verified"], false);
    verify("민지", &digits).json();
    assert_eq!(listed()["verified"], true, "{}", listed());

    let junk = workdir.file("junk", "fieldnotes-identity-1:AAAA");
    assert_eq!(
        ours.run(&["colleague", "add", &junk, "--name", "x"])
            .failure(2),
        "identity_invalid"
    );
    let to = ours.run(&[
        "bundle",
        "export",
        "--out",
        &workdir.at("b"),
        "--to",
        "누구",
    ]);
    assert_eq!(to.failure(7), "colleague_not_found");
    assert!(!workdir.path("b").exists());
    ours.printed("ko", &["colleague", "list"]);
    ours.printed("en", &["identity", "show"]);
}

/// Both changed the same record: both stay, until a person decides.
#[test]
fn a_conflict_is_kept_and_settled() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    let id = ours.add("note", &json!({"text": "처음"}));
    theirs
        .run(&["bundle", "import", &export(&ours, "민지", "1")])
        .json();
    ours.edit(&id, &json!({"text": "우리가 고침"}));
    theirs.edit(&id, &json!({"text": "그들이 고침"}));
    ours.run(&["bundle", "import", &export(&theirs, "Anna", "2")])
        .json();
    theirs
        .run(&["bundle", "import", &export(&ours, "민지", "3")])
        .json();
    assert_eq!(ours.digest(), theirs.digest());

    let conflicts = ours.run(&["conflict", "list"]).json();
    assert_eq!(conflicts["conflicts"][0]["id"], id.as_str(), "{conflicts}");
    let heads = conflicts["conflicts"][0]["heads"]
        .as_array()
        .expect("a list")
        .clone();
    assert_eq!(heads.len(), 2);
    assert_eq!(ours.show(&id)["heads"].as_array().map(Vec::len), Some(2));
    let both = ours.run(&["conflict", "show", &id]).json().to_string();
    assert!(
        both.contains("우리가 고침") && both.contains("그들이 고침"),
        "{both}"
    );

    // An edit must say what it goes on from.
    let edit = |more: &[&str]| {
        let all = [&["record", "edit", &id, "--from", "-"], more].concat();
        ours.run_with(&all, b"{\"text\":\"x\"}")
    };
    assert_eq!(edit(&[]).failure(5), "record_in_conflict");
    let stranger = "0".repeat(64);
    assert_eq!(
        edit(&["--onto", &stranger]).failure(7),
        "revision_not_found"
    );
    edit(&["--onto", heads[0].as_str().expect("a revision")]).json();
    assert_eq!(
        ours.run(&["conflict", "list"]).json()["conflicts"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );

    let settled = workdir.file("settled", "{\"text\":\"둘 다 맞음\"}");
    let unsaid = ours.run(&["conflict", "resolve", &id, "--from", &settled]);
    assert_eq!(unsaid.failure(2), "heads_missing");
    let heads = ours.heads_in_conflict(&id);
    let resolve = [
        "conflict", "resolve", &id, "--from", &settled, "--heads", &heads,
    ];
    ours.run(&resolve).json();
    assert_eq!(
        ours.run(&["conflict", "list"]).json()["conflicts"],
        json!([])
    );
    assert_eq!(ours.show(&id)["record"]["text"], "둘 다 맞음");
    assert_eq!(ours.run(&resolve).failure(5), "no_conflict");

    theirs
        .run(&["bundle", "import", &export(&ours, "민지", "4")])
        .json();
    assert_eq!(ours.digest(), theirs.digest());
    assert_eq!(
        theirs.run(&["conflict", "list"]).json()["conflicts"],
        json!([])
    );
    ours.printed("ko", &["conflict", "list"]);
}

/// What must not leave does not, and the sender sees the list.
#[test]
fn what_consent_refuses_stays() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    let refused = json!({"title": "보내지 말 것", "consent": [{"decision": "refused", "use": "share_inside"}]});
    let refused = ours.add("testimony", &refused);
    let secret = ours.add(
        "note",
        &json!({"text": "여기만", "confidentiality": "vault"}),
    );
    let free = ours.add("note", &json!({"text": "보내도 됨"}));
    let out = workdir.at("b");
    let said = ours
        .run(&["bundle", "export", "--out", &out, "--to", "민지"])
        .json();
    let left_out = said["left_out"].as_array().expect("a list");
    let ids: Vec<&str> = left_out
        .iter()
        .filter_map(|left| left["id"].as_str())
        .collect();
    assert!(
        ids.contains(&refused.as_str()) && ids.contains(&secret.as_str()),
        "{said}"
    );
    assert!(
        left_out.iter().all(|left| left["reason"].is_string()),
        "{said}"
    );
    theirs.run(&["bundle", "import", &out]).json();
    assert_eq!(
        theirs.run(&["record", "show", &refused]).failure(7),
        "record_not_found"
    );
    theirs.show(&free);

    // Asked for by name, it is refused aloud.
    let named = ours.run(&[
        "bundle",
        "export",
        "--out",
        &workdir.at("c"),
        "--to",
        "민지",
        "--record",
        &refused,
    ]);
    assert_eq!(named.failure(5), "consent_refused");
    assert!(named.err.contains(&refused), "says which: {named:?}");
    assert!(!workdir.path("c").exists());
}

/// Order and repetition do not matter.
#[test]
fn bundles_in_any_order_give_one_digest() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    let third = workdir.vault("third");
    third.meets(&ours, "Anna");
    ours.meets(&third, "Lee");
    let id = ours.add("note", &json!({"text": "0"}));
    let mut bundles: Vec<(String, String)> = Vec::new();
    for n in 1..4 {
        ours.edit(&id, &json!({"text": n.to_string()}));
        bundles.push((
            export(&ours, "민지", &format!("t{n}")),
            export(&ours, "Lee", &format!("l{n}")),
        ));
    }
    for (to_them, _) in &bundles {
        theirs.run(&["bundle", "import", to_them]).json();
    }
    let mut backwards: Vec<&str> = bundles
        .iter()
        .rev()
        .map(|(_, to_third)| to_third.as_str())
        .collect();
    backwards.push(backwards[0]);
    let all: Vec<&str> = [&["bundle", "import"], &backwards[..]].concat();
    let said: Value = third.run(&all).json();
    assert_eq!(said["bundles"].as_array().map(Vec::len), Some(4), "{said}");
    assert_eq!(ours.digest(), theirs.digest());
    assert_eq!(ours.digest(), third.digest());
}

/// Whoever settles a conflict sees each side once, and is not sent to where they are.
#[test]
fn each_side_of_a_conflict_is_shown_once() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    let id = ours.add("note", &json!({"text": "처음"}));
    theirs
        .run(&["bundle", "import", &export(&ours, "민지", "1")])
        .json();
    ours.edit(&id, &json!({"text": "우리가 고침"}));
    theirs.edit(&id, &json!({"text": "그들이 고침"}));
    ours.run(&["bundle", "import", &export(&theirs, "Anna", "2")])
        .json();
    for language in ["en", "ko"] {
        let printed = ours.printed(language, &["conflict", "show", &id]);
        assert_eq!(printed.matches("우리가").count(), 1, "{printed}");
        assert_eq!(printed.matches("그들이").count(), 1, "{printed}");
        assert!(!printed.contains("conflict show"), "{printed}");
        let shown = ours.printed(language, &["record", "show", &id]);
        assert!(shown.contains("conflict show"), "{shown}");
    }
    // The first digits, as they are shown, name the side to go on from.
    let conflicts = ours.run(&["conflict", "list"]).json();
    let head = conflicts["conflicts"][0]["heads"][0]
        .as_str()
        .expect("a revision")
        .to_owned();
    let edit = ["record", "edit", &id, "--from", "-", "--onto", &head[..12]];
    ours.run_with(&edit, br#"{"text": "x"}"#).json();
    let slip = br#"{"txet": "x"}"#;
    let heads = ours.heads_in_conflict(&id);
    let resolve = ["conflict", "resolve", &id, "--from", "-", "--heads", &heads];
    let said = ours.said("en", &resolve, slip);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("txet"), "{said:?}");
}

/// Each kind of file is distinguished from the other, wherever it opens at all.
#[test]
fn bundles_and_packages_are_not_taken_for_each_other() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    let id = ours.add("note", &json!({"text": "x"}));
    let word = workdir.file("word", "one and the same");
    let (package, sealed) = (workdir.at("p"), workdir.at("b"));
    let with = |option: &'static str| [option, &word[..]];
    let export_package = [
        "review",
        "export",
        "--out",
        &package,
        "--audience",
        "ICC",
        "--record",
        &id,
    ];
    ours.run(&[&export_package[..], &with("--review-passphrase-file")].concat())
        .json();
    let export_bundle = ["bundle", "export", "--out", &sealed];
    ours.run(&[&export_bundle[..], &with("--bundle-passphrase-file")].concat())
        .json();
    for command in ["preview", "import"] {
        let take = ["bundle", command, &package];
        let said = theirs.run(&[&take[..], &with("--bundle-passphrase-file")].concat());
        assert_eq!(said.failure(4), "not_a_bundle");
        assert!(said.err.contains("review open"), "{said:?}");
        // Without the passphrase nobody can know.
        let said = theirs.run(&take);
        assert_eq!(said.failure(2), "passphrase_needed");
        assert!(said.err.contains("review open"), "{said:?}");
    }
    let before = theirs.digest();
    for bundle in [&sealed, &export(&ours, "민지", "c")] {
        let open = ["--json", "review", "open", bundle];
        let said = workdir.run(&[&open[..], &with("--review-passphrase-file")].concat());
        assert_eq!(said.failure(4), "not_a_review");
        assert!(said.err.contains("bundle import"), "{said:?}");
    }
    assert_eq!(theirs.digest(), before);
}

/// The example of a testimony can be sent to a colleague as it stands.
#[test]
fn the_template_of_a_testimony_goes_into_a_bundle() {
    let workdir = WorkDir::new();
    let (ours, _) = pair(&workdir);
    let template = workdir.run(&["--json", "record", "template", "testimony"]);
    ours.add("testimony", &template.json());
    let out = workdir.at("b");
    let said = ours
        .run(&["bundle", "export", "--out", &out, "--to", "민지"])
        .json();
    assert_eq!(said["records"], 1, "{said}");
    assert_eq!(said["left_out"], json!([]), "{said}");
}

/// What a colleague was sent does not go twice, unless somebody says so.
#[test]
fn a_bundle_holds_what_is_new() {
    let workdir = WorkDir::new();
    let (ours, theirs) = pair(&workdir);
    let id = ours.add("note", &json!({"text": "하나"}));
    let kept = ours.add(
        "testimony",
        &json!({"title": "여기만", "confidentiality": "vault"}),
    );
    let out = workdir.at("none");
    let to = ["bundle", "export", "--to", "민지"];
    let with = |more: &[&str]| ours.run(&[&to[..], more].concat());
    let plan = with(&["--dry-run"]).json();
    assert_eq!(
        (&plan["records"], &plan["waiting"]),
        (&json!(1), &json!([]))
    );
    assert_eq!(plan["left_out"][0]["id"], kept.as_str(), "{plan}");
    assert!(plan["bytes"].as_u64() > Some(1_000), "{plan}");
    let bundle = export(&ours, "민지", "1");
    assert_eq!(with(&["--out", &out]).failure(5), "nothing_new");
    assert!(!workdir.path("none").exists());
    ours.printed("ko", &[&to[..], &["--dry-run"]].concat());
    ours.printed("en", &[&to[..], &["--dry-run", "--full"]].concat());
    ours.printed("en", &["colleague", "list"]);
    let listed = ours.run(&["colleague", "list"]).json();
    assert_eq!(
        listed["colleagues"][0]["waiting"]["revisions"], 1,
        "{listed}"
    );
    for more in ["--again", "--full"] {
        let sent = with(&["--out", &workdir.at(more), more]).json();
        assert_eq!(
            (&sent["records"], &sent["noted"]),
            (&json!(1), &json!(true))
        );
    }

    theirs.run(&["bundle", "import", &bundle]).json();
    let back = workdir.at("back");
    let answer = ["bundle", "export", "--to", "Anna", "--out", &back];
    assert_eq!(theirs.run(&answer).failure(5), "nothing_new");
    theirs
        .run(&[&answer[..], &["--acknowledge"]].concat())
        .json();
    ours.run(&["bundle", "import", &back]).json();
    let listed = ours.run(&["colleague", "list"]).json();
    assert_eq!(listed["colleagues"][0]["waiting"], Value::Null, "{listed}");
    assert_eq!(with(&["--out", &out, "--again"]).failure(5), "nothing_new");

    // Kept for this vault later: the failure says who has it.
    ours.edit(&id, &json!({"text": "하나", "confidentiality": "vault"}));
    let printed = with(&["--out", &out]).json();
    assert_eq!(printed["withdrawn"][0], id.as_str(), "{printed}");
    let done = theirs.run(&["bundle", "import", &out]).json();
    assert_eq!(done["bundles"][0]["withdrawn"][0], id.as_str(), "{done}");
    let shown = theirs.show(&id);
    assert_eq!(
        (&shown["withdrawn"], &shown["record"]["text"]),
        (&json!(true), &json!("하나"))
    );
    std::fs::remove_file(&back).expect("there");
    let refused = theirs.run(&[&answer[..], &["--record", &id]].concat());
    assert_eq!(refused.failure(5), "consent_refused");
    theirs.printed("ko", &["record", "show", &id]);
    let partner = with(&["--dry-run", "--for", "partner"]);
    assert_eq!(partner.code, 2, "a partner has a name: {partner:?}");
    with(&["--dry-run", "--for", "partner", "--audience", "HRNK"]).json();
}
