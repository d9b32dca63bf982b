//! Cases that a Korean reader would call right.

use super::*;

/// What is written in a record, what must find it and how, and what must not.
type Case = (
    &'static str,
    &'static [(&'static str, Nearness)],
    &'static [&'static str],
);

const CASES: &[Case] = &[
    (
        "김영희는 증언을 시작했다",
        &[
            ("김영희", Nearness::Exact),
            ("영희", Nearness::Exact),
            ("김", Nearness::Exact),
            ("증언", Nearness::Exact),
            ("언을 시작", Nearness::Exact),
            ("\"증언을 시작\"", Nearness::Exact),
            ("김 영희", Nearness::Exact),
            ("ㅈㅇ", Nearness::Near),
            ("증어", Nearness::Near),
            ("증ㅇ", Nearness::Near),
            ("시작해", Nearness::Near),
            ("Kim Young-hee", Nearness::Near),
            ("kim yonghui", Nearness::Near),
            ("Yŏng-hŭi", Nearness::Near),
        ],
        &["이영희", "ㅋㅋ", "Park", "\"시작 증언\"", "증오", "박영희"],
    ),
    (
        "김 영희가 왔다",
        &[
            ("김영희", Nearness::Near),
            ("김 영희", Nearness::Exact),
            ("\"김 영희\"", Nearness::Exact),
        ],
        &["\"김영희\"", "김영호"],
    ),
    (
        "강제 북송된 뒤 로동단련대에 있었다",
        &[
            ("강제북송", Nearness::Near),
            ("강제 북송", Nearness::Exact),
            ("노동단련대", Nearness::Near),
            ("로동", Nearness::Exact),
            ("ㄱㅈ", Nearness::Near),
        ],
        &["제북", "\"강제북송\""],
    ),
    (
        "녀성 리정옥",
        &[
            ("여성", Nearness::Near),
            ("이정옥", Nearness::Near),
            ("Lee Jung-ok", Nearness::Near),
            ("Ri Jong Ok", Nearness::Near),
            ("Rhee Chong-ok", Nearness::Near),
        ],
        &["Kim Jung-ok"],
    ),
    (
        "Ms Lee Young-hee and Mr Christopher Müller crossed at Tumen",
        &[
            ("이영희", Nearness::Near),
            ("리영희", Nearness::Near),
            ("Rhee", Nearness::Near),
            ("lee", Nearness::Exact),
            ("muller", Nearness::Exact),
            ("MÜLLER", Nearness::Exact),
            ("umen", Nearness::Exact),
            ("Cristopher", Nearness::Slip),
            ("Chirstopher", Nearness::Slip),
            ("Mullor", Nearness::Slip),
            ("tum", Nearness::Exact),
        ],
        &["Christine", "crosing"],
    ),
    (
        "脫北者 김철 (金哲)",
        &[
            ("脫北", Nearness::Exact),
            ("北", Nearness::Exact),
            ("김철", Nearness::Exact),
            ("金哲", Nearness::Exact),
        ],
        &["南"],
    ),
    (
        "가방을 들고 갔다",
        &[
            ("갑", Nearness::Near),
            ("가바", Nearness::Near),
            ("가ㅂ", Nearness::Near),
        ],
        &["갑옷"],
    ),
];

#[test]
fn every_case_is_found_as_a_reader_would_and_nothing_else() {
    let documents: Vec<Document> = (1..)
        .zip(CASES)
        .map(|(number, (text, ..))| note(number, text))
        .collect();
    let (_dir, index) = index(&documents, 2);
    for (number, (text, finds, misses)) in (1_u128..).zip(CASES) {
        for (query, nearness) in *finds {
            let found = found(&index, query, false);
            let hit = found.iter().find(|(id, _)| *id == number);
            assert_eq!(
                hit.map(|(_, nearness)| *nearness),
                Some(*nearness),
                "{query} in {text}"
            );
        }
        for query in *misses {
            let found = found(&index, query, false);
            assert!(
                found.iter().all(|(id, _)| *id != number),
                "{query} in {text}"
            );
        }
    }
}

#[test]
fn text_from_a_mac_is_found_in_either_form() {
    use unicode_normalization::UnicodeNormalization;
    let apart: String = "회령에서 김영희를 보았다".nfd().collect();
    let (_dir, index) = index(&[note(1, &apart), note(2, "회령에서 왔다")], 1);
    let query: String = "회령".nfd().collect();
    assert_eq!(found(&index, &query, true).len(), 2);
    assert_eq!(found(&index, "김영희", true), [(1, Nearness::Exact)]);
}

#[test]
fn what_is_near_stands_behind_what_is_exact_and_titles_in_front() {
    let person = document(3, "person", &json!({ "names": [{ "text": "이영희" }] }));
    let documents = [
        note(9, "Lee Young-hee was there"),
        note(5, "이영희를 보았다"),
        person,
        note(8, "아들 리영희"),
    ];
    let (_dir, index) = index(&documents, 1);
    let order = found(&index, "이영희", false);
    let ids: Vec<u128> = order.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, [5, 3, 9, 8], "a note is called by its first words");
}

#[test]
fn particular_questions_are_answered() {
    let person = document(1, "person", &json!({ "names": [{ "text": "김영희" }] }));
    let link = "00000000-0000-0000-0000-000000000001";
    let testimony = document(
        2,
        "testimony",
        &json!({
            "title": "두만강",
            "status": "complete",
            "narrator": { "person": link },
            "tags": ["북송"],
            "acts": [{ "type": "torture", "dates": "1998?/2001", "place": { "text": "회령 보위부" } }],
            "narrative": [{ "original": "말", "translation": "word" }],
        }),
    );
    let attachment = document(
        3,
        "attachment",
        &json!({
            "name": "a.mp3",
            "media_type": "audio/mpeg",
            "attached_to": "00000000-0000-0000-0000-000000000002",
        }),
    );
    let other = document(
        4,
        "testimony",
        &json!({
            "title": "압록강",
            "sessions": [{ "date": "2010-05" }],
            "consent": [{ "obtained": { "interpreter": [{ "text": "최통역" }] } }],
            // A term of the user's own, as long as an id.
            "acts": [{ "type": "가나다라마바사아자차카타" }],
        }),
    );
    let note = document(
        5,
        "note",
        &json!({ "text": "전화", "author": { "text": "박철수" } }),
    );
    let (_dir, index) = index(&[person, testimony, attachment, other, note], 2);
    for (query, expected) in [
        ("person:김영희", &[1_u128, 2][..]),
        ("인물:영희", &[1, 2]),
        ("person:\"Kim Young-hee\"", &[]),
        ("person:Kim", &[1, 2]),
        ("person:박철수", &[5]),
        ("person:최통역", &[4]),
        ("tag:북송", &[2]),
        ("place:회령", &[2]),
        ("act:torture", &[2]),
        ("act:고문", &[2]),
        ("act:가나다라마바사아자차카타", &[4]),
        ("date:1997..1999", &[2]),
        ("date:2001", &[2]),
        ("date:2002..2009", &[]),
        ("date:2010-05-03", &[4]),
        ("날짜:..1999", &[2]),
        ("date:199X", &[2]),
        ("has:audio", &[2, 3]),
        ("포함:녹음 kind:testimony", &[2]),
        ("has:translation", &[2]),
        ("is:complete", &[2]),
        ("is:draft", &[4]),
        ("is:conflict", &[]),
        ("title:강", &[2, 4]),
        ("kind:testimony -tag:북송", &[4]),
        ("두만강 OR 압록강", &[2, 4]),
        ("(두만강 | 압록강) NOT tag:북송", &[4]),
        ("강 date:2010", &[4]),
    ] {
        let mut ids: Vec<u128> = found(&index, query, false)
            .iter()
            .map(|(id, _)| *id)
            .collect();
        ids.sort_unstable();
        assert_eq!(ids, expected, "{query}");
    }
    assert_eq!(Query::parse("date:spring 강").unclear, ["date:spring"]);
    assert!(
        Query::parse("note: 강").unclear.is_empty(),
        "not every colon asks"
    );
}

#[test]
fn every_text_is_a_query() {
    for text in [
        "", "   ", "\"\"", "\u{200b}", "()", "((((", "-", "OR", "NOT NOT", "person:", "\"", ")(",
        "a:b:c", "--", "-(", "| |",
    ] {
        let query = Query::parse(text);
        let (_dir, index) = index(&[note(1, "or not")], 1);
        found(&index, text, false);
        drop(query);
    }
    assert!(Query::parse("  ").is_empty());
    let deep = "(".repeat(5_000);
    let denied = "-".repeat(5_000) + "a";
    Query::parse(&deep);
    Query::parse(&denied);
    Query::parse(&"NOT ".repeat(5_000));
}
