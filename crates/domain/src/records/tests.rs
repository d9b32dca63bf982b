//! Records as they come in and go out.

use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;

fn read(kind: Kind, value: &Value) -> Record {
    parse(kind, value.to_string().as_bytes()).expect("a record")
}

fn fault(kind: Kind, text: &str) -> RecordError {
    parse(kind, text.as_bytes()).expect_err("not a record")
}

fn fault_at(kind: Kind, value: Value) -> (RecordFault, String) {
    let error = fault(kind, &value.to_string());
    (error.code, error.path)
}

#[test]
fn the_least_that_is_asked_for_is_taken() {
    for (kind, text) in [
        (
            Kind::Testimony,
            r#"{"title":"…","narrative":[{"original":"…","translation":"…"}],"tags":["…"]}"#,
        ),
        (Kind::Note, r#"{"date":"2026-11-22","text":"…"}"#),
        (Kind::Person, r#"{"names":[{"text":"김영희"}]}"#),
        (Kind::Place, r#"{"names":[{"text":"투먼"}]}"#),
        (Kind::Attachment, "{}"),
    ] {
        let record = parse(kind, text.as_bytes()).expect(text);
        assert_eq!(record.to_value().to_string(), text);
        assert_eq!(record.kind(), kind);
    }
}

#[test]
fn the_examples_are_records_and_nothing_in_them_is_unknown() {
    for kind in Kind::ALL {
        let example = template(kind);
        let record = read(kind, &example);
        assert_eq!(record.unknown_members(), Vec::<String>::new(), "{kind}");
        assert!(!record.title().is_empty(), "{kind}");
        let again = read(kind, &record.to_value());
        assert_eq!(again, record, "{kind}");
    }
}

#[test]
fn unknown_members_survive_at_every_level() {
    let later = json!({
        "title": "t",
        "sessions": [{ "date": "1998", "later": { "a": [1, null] } }],
        "acts": [{ "victims": [{ "person": { "text": "x", "later": 1 }, "later": true }] }],
        "consent": [{ "use": "legal", "obtained": { "way": "written", "later": "x" } }],
        "later": [{ "id": "not a uuid" }, { "id": "not a uuid" }]
    });
    let record = read(Kind::Testimony, &later);
    assert_eq!(record.to_value(), later);
    assert_eq!(
        record.unknown_members(),
        [
            "acts[0].victims[0].person.later",
            "acts[0].victims[0].later",
            "sessions[0].later",
            "consent[0].obtained.later",
            "later",
        ]
    );
}

#[test]
fn choices_of_a_later_version_survive_and_are_taken_strictly() {
    let later = json!({ "status": "archived", "confidentiality": "embargoed" });
    let record = read(Kind::Testimony, &later);
    assert_eq!(record.to_value(), later);
    assert_eq!(record.confidentiality().effective(), Confidentiality::Vault);
}

#[test]
fn empty_members_are_left_out_and_null_says_nothing() {
    let record = read(
        Kind::Person,
        &json!({
            "names": [], "code": "", "sex": null, "birth_date": null, "birthplace": {},
            "documents": [], "confidentiality": "normal", "tags": null, "contacts": [{ "safe": false }]
        }),
    );
    assert_eq!(
        record.to_value(),
        json!({ "contacts": [{ "safe": false }] })
    );
}

#[test]
fn what_show_printed_can_be_pasted() {
    let pasted = json!({
        "id": "5b0f6a52-6f0e-4a55-9a3e-1f5f0c9f7a01", "kind": "place", "schema": "place/1",
        "names": [{ "text": "투먼" }]
    });
    let record = read(Kind::Place, &pasted);
    assert_eq!(record.to_value(), json!({ "names": [{ "text": "투먼" }] }));
    assert_eq!(
        fault_at(Kind::Note, pasted),
        (RecordFault::WrongKind, "kind".into())
    );
}

#[test]
fn numbers_stay_as_they_were_written() {
    let text = r#"{"journey":[{"costs":[{"amount":500},{"amount":12.5}]}]}"#;
    let record = parse(Kind::Testimony, text.as_bytes()).expect("a record");
    assert_eq!(record.to_value().to_string(), text);
}

#[test]
fn faults_name_the_field() {
    use RecordFault::{DuplicateId, InvalidDate, InvalidValue, WrongShape};
    let id = "5b0f6a52-6f0e-4a55-9a3e-1f5f0c9f7a01";
    for (kind, value, code, path) in [
        (
            Kind::Testimony,
            json!({ "sessions": [{ "date": "2023-02-29" }] }),
            InvalidDate,
            "sessions[0].date",
        ),
        (
            Kind::Testimony,
            json!({ "acts": [{}, { "dates": "1999/1997" }] }),
            InvalidDate,
            "acts[1].dates",
        ),
        (
            Kind::Person,
            json!({ "birth_date": "1998-13" }),
            InvalidDate,
            "birth_date",
        ),
        (Kind::Note, json!({ "date": 1998 }), WrongShape, "date"),
        (
            Kind::Person,
            json!({ "names": "김영희" }),
            WrongShape,
            "names",
        ),
        (
            Kind::Person,
            json!({ "names": [{ "text": 1 }] }),
            WrongShape,
            "names[0].text",
        ),
        (
            Kind::Person,
            json!({ "birthplace": "회령" }),
            WrongShape,
            "birthplace",
        ),
        (Kind::Note, json!({ "tags": [1] }), WrongShape, "tags[0]"),
        (
            Kind::Note,
            json!({ "links": [{ "record": "x" }] }),
            InvalidValue,
            "links[0].record",
        ),
        (
            Kind::Note,
            json!({ "confidentiality": 1 }),
            WrongShape,
            "confidentiality",
        ),
        (
            Kind::Testimony,
            json!({ "journey": [{ "costs": [{ "amount": -1 }] }] }),
            InvalidValue,
            "journey[0].costs[0].amount",
        ),
        (
            Kind::Place,
            json!({ "coordinates": { "latitude": 90.5 } }),
            InvalidValue,
            "coordinates.latitude",
        ),
        (
            Kind::Place,
            json!({ "coordinates": { "longitude": -181 } }),
            InvalidValue,
            "coordinates.longitude",
        ),
        (
            Kind::Attachment,
            json!({ "sha256": "abc" }),
            InvalidValue,
            "sha256",
        ),
        (Kind::Attachment, json!({ "size": -1 }), WrongShape, "size"),
        (
            Kind::Testimony,
            json!({ "narrative": [{ "id": id }, { "id": id }] }),
            DuplicateId,
            "narrative[1].id",
        ),
    ] {
        assert_eq!(fault_at(kind, value), (code, path.to_owned()));
    }
    let error = fault(Kind::Note, r#"{"tags":"x"}"#);
    assert_eq!(error.expected, Some("list"));
    assert_eq!(fault(Kind::Note, "[]").expected, Some("object"));
    assert_eq!(fault(Kind::Note, r#"{"text":[]}"#).expected, Some("text"));
    assert_eq!(
        fault(Kind::Attachment, r#"{"size":"x"}"#).expected,
        Some("integer")
    );
    assert_eq!(
        fault(Kind::Person, r#"{"contacts":[{"safe":"x"}]}"#).expected,
        Some("boolean")
    );
    assert_eq!(
        fault(Kind::Person, r#"{"birthplace":"x"}"#).expected,
        Some("object")
    );
    assert_eq!(
        fault(Kind::Place, r#"{"coordinates":{"latitude":"x"}}"#).expected,
        Some("number")
    );
}

#[test]
fn broken_json_is_shown_by_line_and_column() {
    let error = fault(Kind::Note, "{\n  \"text\": \"a\",,\n}");
    assert_eq!(
        (error.code, error.line, error.column),
        (RecordFault::InvalidJson, Some(2), Some(15))
    );
    for text in [
        "",
        "{",
        "{} {}",
        "nonsense",
        "{\"text\":\"a\",\"text\":\"b\"}",
    ] {
        assert_eq!(
            fault(Kind::Note, text).code,
            RecordFault::InvalidJson,
            "{text}"
        );
    }
    assert_eq!(
        parse(Kind::Note, b"{\"text\":\"\xff\"}")
            .expect_err("not UTF-8")
            .code,
        RecordFault::NotUtf8
    );
    assert!(parse(Kind::Note, "\u{feff}{\"text\":\"a\"}".as_bytes()).is_ok());
}

#[test]
fn a_number_that_would_be_rounded_is_refused() {
    for beyond in ["1e999", "1e-400", "3e-324", "9007199254740993"] {
        let refused = fault(Kind::Note, &format!("{{\"a\":{beyond}}}"));
        assert_eq!(refused.code, RecordFault::InexactNumber, "{beyond}");
    }
    let long = fault(
        Kind::Note,
        "{\"text\":\"x\",\n\"case\":12345678901234567890123}",
    );
    assert_eq!(
        (long.code, long.line),
        (RecordFault::InexactNumber, Some(2))
    );
    assert!(parse(Kind::Note, br#"{"text":"x","case":9007199254740992}"#).is_ok());
}

/// A record that says exactly what a body may hold, and one that says a little more, however it is written or wrapped.
fn at_the_bound(at: &str, over: &str, expected: RecordFault) {
    let wrapped = |record: &str| format!(r#"{{"kind":"note","record":{record},"heads":[]}}"#);
    let spaced = |record: &str| format!("\n  {record}{}", " ".repeat(MAX_BYTES));
    for written in [str::to_owned, wrapped, spaced] {
        assert!(parse(Kind::Note, written(at).as_bytes()).is_ok());
        assert_eq!(fault(Kind::Note, &written(over)).code, expected);
    }
}

#[test]
fn a_record_has_limits_whatever_stands_around_it() {
    let nested = |levels: usize| {
        format!(
            "{{\"x\":{}{}}}",
            "[".repeat(levels - 1),
            "]".repeat(levels - 1)
        )
    };
    at_the_bound(
        &nested(MAX_DEPTH),
        &nested(MAX_DEPTH + 1),
        RecordFault::TooDeep,
    );
    let long = |bytes: usize| format!(r#"{{"text":"{}"}}"#, "a".repeat(bytes - 11));
    at_the_bound(
        &long(MAX_BYTES),
        &long(MAX_BYTES + 1),
        RecordFault::TooLarge,
    );
    let many = |parts: usize| format!(r#"{{"x":[{}0]}}"#, "0,".repeat(parts - 2));
    at_the_bound(
        &many(MAX_PARTS),
        &many(MAX_PARTS + 1),
        RecordFault::TooLarge,
    );
}

#[test]
fn a_document_is_not_read_without_bounds() {
    let deep = "[".repeat(100_000);
    assert_eq!(fault(Kind::Note, &deep).code, RecordFault::TooDeep);
    // It is not in memory before it is refused.
    let many = format!("{{\"x\":[{}0]}}", "0,".repeat(2 * MAX_PARTS));
    assert_eq!(fault(Kind::Note, &many).code, RecordFault::TooLarge);
    let spaces = " ".repeat(MAX_DOCUMENT);
    assert_eq!(
        fault(Kind::Note, &format!("{{}}{spaces}")).code,
        RecordFault::TooLarge
    );
}

#[test]
fn errors_and_debug_do_not_repeat_the_user() {
    for text in [
        r#"{"date":"김영희"}"#,
        r#"{"tags":{"김영희":1}}"#,
        r#"{"links":[{"record":"김영희"}]}"#,
        r#"{"김영희":[{"id":"5b0f6a52-6f0e-4a55-9a3e-1f5f0c9f7a01"},{"id":"5b0f6a52-6f0e-4a55-9a3e-1f5f0c9f7a01"}]}"#,
        r#"{"about":["김영희"]}"#,
        r#"{"text":"김영희",}"#,
    ] {
        let error = fault(Kind::Note, text);
        assert!(!format!("{error:?} {error}").contains("김영희"), "{text}");
    }
    for kind in Kind::ALL {
        let shown = format!("{:?}", read(kind, &template(kind)));
        assert!(!shown.contains("김") && shown.len() < 60, "{shown}");
    }
}

#[test]
fn elements_without_an_id_receive_one_each() {
    let mut number = 0;
    let mut next = || {
        number += 1;
        Uuid::from_u128(number)
    };
    let kept = Uuid::from_u128(1 << 64);
    let mut record = read(
        Kind::Testimony,
        &json!({
            "narrative": [{ "original": "가" }, { "id": kept, "original": "나" }],
            "acts": [{ "victims": [{}], "passages": [{}] }],
            "journey": [{ "costs": [{}], "harms": [{ "passages": [{}] }] }],
            "links": [{}]
        }),
    );
    record.identify(&mut next);
    let once = record.to_value();
    record.identify(&mut next);
    assert_eq!(record.to_value(), once);
    assert_eq!(
        once.pointer("/narrative/0/id"),
        Some(&json!(Uuid::from_u128(1)))
    );
    assert_eq!(once.pointer("/narrative/1/id"), Some(&json!(kept)));
    for at in [
        "/acts/0",
        "/acts/0/victims/0",
        "/acts/0/passages/0",
        "/journey/0/costs/0",
        "/journey/0/harms/0/passages/0",
        "/links/0",
    ] {
        assert!(once.pointer(&format!("{at}/id")).is_some(), "{at}");
    }
    assert_eq!(number, 9);
}

#[test]
fn titles_are_one_short_line() {
    for (kind, value, title) in [
        (
            "person",
            json!({ "names": [{ "text": "김영희" }] }),
            "김영희",
        ),
        ("person", json!({ "code": "N-014" }), "N-014"),
        (
            "place",
            json!({ "names": [{ "text": "" }, { "text": "투먼" }] }),
            "투먼",
        ),
        ("testimony", json!({ "title": "  강\n을 " }), "강"),
        (
            "testimony",
            json!({ "narrative": [{ "original": "밤에" }] }),
            "밤에",
        ),
        ("note", json!({ "text": "\n\n전화함\n내일" }), "전화함"),
        ("note", json!({ "date": "2026", "text": "" }), "2026"),
        (
            "attachment",
            json!({ "name": "a\u{202e}gpj.exe\u{1b}[2J" }),
            "agpj.exe[2J",
        ),
        ("later", json!({ "name": "x" }), "x"),
        ("person", json!({ "names": 7 }), ""),
        ("person", json!(null), ""),
    ] {
        assert_eq!(title_of(kind, &value), title);
    }
    let long = json!({ "text": "가".repeat(100) });
    assert_eq!(title_of("note", &long), format!("{}…", "가".repeat(80)));
}

#[test]
fn texts_are_those_of_humans() {
    let mut texts = Vec::new();
    let record = json!({
        "title": "강", "status": "draft", "confidentiality": "vault", "tags": ["draft"],
        "narrative": [{ "id": "5b0f6a52-6f0e-4a55-9a3e-1f5f0c9f7a01", "original": "밤에" }],
        "acts": [{ "type": "torture", "methods": ["우리 용어", "beating"], "dates": "1998?" }],
        "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "narrator": { "person": "5b0f6a52-6f0e-4a55-9a3e-1f5f0c9f7a01" },
        "later": { "words": "나중" }, "size": 7
    });
    texts_of(&record, &mut |path, text| {
        texts.push(format!("{path}={text}"))
    });
    assert_eq!(
        texts,
        [
            "title=강",
            "tags[0]=draft",
            "narrative[0].original=밤에",
            "acts[0].methods[0]=우리 용어",
            "acts[0].dates=1998?",
            "later.words=나중"
        ]
    );
}

#[test]
fn kinds_and_schemas_name_each_other() {
    for kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
        assert_eq!(Kind::of_schema(kind.schema()), Ok(kind));
        assert_eq!(json!(kind), json!(kind.as_str()));
    }
    assert_eq!(Kind::of_schema("note/7"), Ok(Kind::Note));
    assert_eq!("notes".parse::<Kind>(), Err(UnknownKind));
}

/// JSON with the names of real fields in unlikely places.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[0-9X/?-]{0,10}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let name = prop_oneof![
        4 => prop::sample::select(vec!["id", "names", "text", "narrative", "acts", "dates", "links",
            "coordinates", "consent", "use", "about", "extra", "passages", "tags", "narrator"]),
        1 => Just("unknown"),
    ];
    leaf.prop_recursive(5, 48, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(|members| members
                .into_iter()
                .map(|(k, v)| (k.to_owned(), v))
                .collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_taken_comes_out_the_same_for_ever(value in any_json(), kind in prop::sample::select(Kind::ALL.to_vec())) {
        if let Ok(record) = parse(kind, value.to_string().as_bytes()) {
            let stored = record.to_value();
            let again = parse(kind, stored.to_string().as_bytes()).expect("what was stored is taken");
            prop_assert_eq!(again.to_value(), stored);
        }
        let _ = title_of(kind.as_str(), &value);
        texts_of(&value, &mut |_, _| {});
    }

    #[test]
    fn nothing_panics(bytes in any::<Vec<u8>>(), kind in prop::sample::select(Kind::ALL.to_vec())) {
        let _ = parse(kind, &bytes);
    }
}
