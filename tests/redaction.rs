//! Guards "Who is hidden is hidden everywhere" of docs/THREATS.md: testimonies with names planted in every spelling and place, and
//! somebody who has only the packages and looks for people in them.

// A table of names is looked up by number. What starts and times other programs is used by other tests.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use fieldnotes_core::review::{self, ReviewOrder};
use fieldnotes_core::{Code, Session, Watch, attachment, record};
use serde_json::{Value, json};
use support::chance::Chance;
use support::vault::{fresh, secret};
use unicode_normalization::UnicodeNormalization;

/// Persons, each by full name in Hangul, given name, Latin spelling, given name in Latin letters, Hanja.
const PEOPLE: &[[&str; 5]] = &[
    ["김영희", "영희", "Kim Yong-hui", "Yong-hui", "金英姬"],
    ["박철수", "철수", "Pak Chol-su", "Chol-su", "朴哲洙"],
    ["리순옥", "순옥", "Ri Sun-ok", "Sun-ok", "李順玉"],
    ["최명국", "명국", "Choe Myong-guk", "Myong-guk", "崔明國"],
    ["한금복", "금복", "Han Kum-bok", "Kum-bok", "韓金福"],
    [
        "남궁혁철",
        "혁철",
        "Namgung Hyok-chol",
        "Hyok-chol",
        "南宮赫哲",
    ],
    ["정춘화", "춘화", "Jong Chun-hwa", "Chun-hwa", "鄭春花"],
    ["렴경옥", "경옥", "Ryom Kyong-ok", "Kyong-ok", "廉京玉"],
    ["오광일", "광일", "O Kwang-il", "Kwang-il", "吳光日"],
];

/// What stands behind a name in Korean.
const BEHIND: &[&str] = &[
    "가",
    "는",
    "를",
    "에게",
    "의",
    "야",
    "씨가",
    "와",
    "에게서",
    "이랑",
    "한테",
    " 언니가",
    " 동무는",
    "이네 집",
    "도",
    "만",
    "처럼",
    "부터",
];

/// A name as somebody may write it.
fn spelt(chance: &mut Chance, [full, given, latin, latin_given, hanja]: &[&str; 5]) -> String {
    let behind = BEHIND[chance.index(BEHIND.len())];
    let apart = |text: &str, between: &str| {
        let chars: Vec<String> = text.chars().map(String::from).collect();
        chars.join(between)
    };
    match chance.index(16) {
        0 => format!("{full}{behind}"),
        1 => format!("{given}{behind}"),
        2 => format!("{}{behind}", apart(full, " ")),
        3 => format!("{}{behind}", apart(full, "\u{200b}")),
        4 => format!("{}{behind}", full.nfd().collect::<String>()),
        5 => format!("{}{behind}", apart(full, "\n")),
        6 => (*latin).to_owned(),
        7 => latin.to_uppercase(),
        8 => latin.replace('-', ""),
        9 => latin.replace('-', " "),
        10 => {
            let (family, rest) = latin.split_once(' ').expect("two words");
            format!("{rest} {family}")
        }
        11 => format!("{latin_given}'s mother"),
        12 => (*hanja).to_owned(),
        13 => format!("{}{behind}", full.replace(given, &format!(" {given}"))),
        14 => format!("({full})"),
        _ => format!("“{given}아!”"),
    }
}

/// A sentence in which somebody is named.
fn sentence(chance: &mut Chance) -> String {
    let person = &PEOPLE[chance.index(PEOPLE.len())];
    let name = spelt(chance, person);
    match chance.index(5) {
        0 => format!("그날 밤 {name} 강가에 있었다."),
        1 => format!("I remember that {name} was there. 그 뒤로는 모른다."),
        2 => format!("보위원이 {name} 불렀습니다."),
        3 => format!("우리 마을의 {name} 강냉이를 나누어 주었다."),
        _ => format!("They asked about {name} again and again."),
    }
}

/// Everything that a person's name could be read from, without blanks, marks and case.
fn plain(text: &str) -> String {
    let kept = text.nfkc().filter(|c| c.is_alphanumeric());
    kept.collect::<String>().to_lowercase()
}

/// Names that can be read in a text by somebody who knows them.
fn read_in(text: &str) -> BTreeSet<&'static str> {
    let text = plain(text);
    let is_in = |name: &str| text.contains(&plain(name));
    let of = |[full, given, latin, latin_given, hanja]: &'static [&'static str; 5]| {
        [*full, *given, *latin, *latin_given, *hanja]
            .into_iter()
            .filter(|name| is_in(name))
            .collect::<Vec<_>>()
    };
    PEOPLE.iter().flat_map(of).collect()
}

fn add(session: &mut Session, kind: &str, value: &Value) -> String {
    record::add(session, kind, value.to_string().as_bytes())
        .expect("added")
        .id
}

fn people(session: &mut Session) -> Vec<String> {
    let each = PEOPLE.iter().map(|[full, _, latin, _, hanja]| {
        let names = json!([
            { "text": full, "script": "hangul" }, { "text": latin, "script": "latin" }, { "text": hanja, "script": "hanja" },
        ]);
        let contacts = json!([{ "channel": "phone", "value": "010-4821-7730" }]);
        add(session, "person", &json!({ "names": names, "contacts": contacts, "code": "P-Q7-114" }))
    });
    each.collect()
}

/// A testimony that names people wherever something can be written.
fn testimony(chance: &mut Chance, people: &[String]) -> Value {
    let narrator = &people[chance.index(people.len())];
    let other = chance.index(people.len());
    let paragraphs: Vec<Value> = (0..1 + chance.index(6))
        .map(|_| json!({ "original": sentence(chance), "translation": sentence(chance) }))
        .collect();
    json!({
        "title": sentence(chance),
        "narrator": { "person": narrator, "code": "N-0815-X" },
        "narrative": paragraphs,
        "acts": [{
            "type": "torture",
            "note": sentence(chance),
            "victims": [{ "person": { "record": people[other], "text": PEOPLE[other][chance.index(5)] }, "age": 19 }],
            "perpetrators": [{ "person": { "text": format!("{} 보위원", PEOPLE[other][0]) }, "post": sentence(chance) }],
        }],
        "notes": sentence(chance),
        "tags": [PEOPLE[other][0], sentence(chance)],
        "custom": { PEOPLE[other][0]: sentence(chance) },
        "consent": [{ "decision": "granted", "use": "legal" }],
    })
}

fn export(
    session: &mut Session,
    order: &ReviewOrder,
    out: &std::path::Path,
) -> review::ReviewShown {
    let (key, silent) = (secret("검토자에게 주는 말"), &mut Watch::silent());
    review::export(session, out, &key, order, silent).expect("written");
    review::open(out, &key, silent).expect("opened")
}

#[test]
fn nobody_is_named_in_two_hundred_testimonies() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = fresh(&dir.path().join("vault"));
    let mut chance = Chance::new("redaction");
    let people = people(&mut session);
    let mut chosen: Vec<String> = (0..200)
        .map(|_| add(&mut session, "testimony", &testimony(&mut chance, &people)))
        .collect();
    chosen.extend(people.iter().cloned());
    let name = dir.path().join(format!("{} 사진.txt", PEOPLE[0][0]));
    std::fs::write(&name, "a drawing of the river").expect("written");
    let file =
        attachment::add(&mut session, &chosen[0], &name, &mut Watch::silent()).expect("attached");
    chosen.push(file.id);

    let mut called: Vec<BTreeMap<String, Value>> = Vec::new();
    for audience in ["국제형사재판소", "a university"] {
        let order = ReviewOrder::new(&chosen, "legal", audience);
        let shown = export(&mut session, &order, &dir.path().join(audience));
        assert_eq!(shown.records.len(), chosen.len());
        for record in &shown.records {
            let text = format!("{} {}", record.title, record.record);
            let found = read_in(&text);
            assert!(found.is_empty(), "{found:?} in {text}");
            for hidden in ["4821-7730", "Q7-114", "N-0815"] {
                assert!(!text.contains(hidden), "{hidden} in {text}");
            }
        }
        let persons = shown
            .records
            .iter()
            .filter(|record| record.kind == "person");
        called.push(
            persons
                .map(|record| (record.id.clone(), record.record["names"].clone()))
                .collect(),
        );
    }
    // The same person has one name in an audience, and nothing in common between two.
    let [one, other] = &called[..] else {
        panic!("two audiences")
    };
    assert_eq!(one.len(), PEOPLE.len());
    assert!(
        one.keys()
            .all(|id| !other.contains_key(id) && !people.contains(id))
    );
    assert!(
        one.values()
            .all(|names| !other.values().any(|also| also == names))
    );
    let again = export(
        &mut session,
        &ReviewOrder::new(&people, "legal", "국제형사재판소"),
        &dir.path().join("again"),
    );
    let again: BTreeMap<String, Value> = again
        .records
        .into_iter()
        .map(|record| (record.id, record.record["names"].clone()))
        .collect();
    assert_eq!(&again, one);
}

#[test]
fn who_agreed_to_be_named_is_and_nobody_else_without_a_reason() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = fresh(&dir.path().join("vault"));
    let people = people(&mut session);
    let consent =
        |identity: &str| json!([{ "decision": "granted", "use": "legal", "identity": identity }]);
    let mut of = |identity: &str, narrator: usize| {
        let value = json!({
            "title": "t", "narrator": { "person": people[narrator] }, "consent": consent(identity),
            "notes": format!("{}와 {}", PEOPLE[narrator][0], PEOPLE[2][0]),
        });
        add(&mut session, "testimony", &value)
    };
    let (named, guarded, hidden) = (
        of("named", 0),
        of("pseudonym", 1),
        of("not_identifiable", 3),
    );
    let keep = |reason: &str| review::Profile {
        reason: reason.to_owned(),
        ..review::Profile::as_recorded()
    };
    let mut notes = |record: &str, reason: &str, out: &str| {
        let order = ReviewOrder::new(&[record.to_owned()], "legal", "ICC").with(keep(reason));
        let shown = export(&mut session, &order, &dir.path().join(out));
        shown.records[0].record["notes"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    let said = notes(&named, "", "1");
    assert!(
        said.contains(PEOPLE[0][0]) && !said.contains(PEOPLE[2][0]),
        "{said}"
    );
    let said = notes(&named, "she is an official", "2");
    assert!(
        said.contains(PEOPLE[0][0]) && said.contains(PEOPLE[2][0]),
        "{said}"
    );
    let said = notes(&guarded, "he is an official", "3");
    assert!(!said.contains(PEOPLE[1][0]), "{said}");
    let order = ReviewOrder::new(std::slice::from_ref(&hidden), "legal", "ICC").with(keep(""));
    let refused =
        review::check(&mut session, &order, &mut Watch::silent()).expect_err("identifiable");
    assert_eq!(refused.code, Code::ConsentRefused);
    assert_eq!(refused.params["reason"], "identity");
    let order = ReviewOrder::new(&[hidden], "legal", "ICC");
    review::check(&mut session, &order, &mut Watch::silent()).expect("hidden by the default");
}

#[test]
fn conditions_are_accepted_one_by_one_and_a_leak_stops_the_export() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = fresh(&dir.path().join("vault"));
    let people = people(&mut session);
    let consent = json!([
        { "decision": "granted", "use": "legal", "conditions": "전화한 뒤에만" },
        { "decision": "refused", "use": "legal", "audience": "경찰" },
    ]);
    let value = json!({ "title": "t", "narrator": { "person": people[0] }, "consent": consent });
    let id = add(&mut session, "testimony", &value);
    let mut order = ReviewOrder::new(std::slice::from_ref(&id), "legal", "ICC");
    let silent = &mut Watch::silent();
    let open = review::check(&mut session, &order, silent).expect_err("nobody accepted");
    assert_eq!(
        (open.code, open.params["count"].as_str()),
        (Code::ConditionsOpen, "2")
    );
    let plan = review::plan(&mut session, &order, silent).expect("planned");
    assert_eq!(plan.conditions.len(), 2);
    order.conditions = plan.conditions.iter().map(|one| one.key.clone()).collect();
    review::check(&mut session, &order, silent).expect("accepted");

    // A file whose bytes name somebody: nothing can be replaced in it.
    let file = dir.path().join("list.txt");
    std::fs::write(&file, format!("witnesses: {}", PEOPLE[4][0])).expect("written");
    let file = attachment::add(&mut session, &id, &file, silent).expect("attached");
    order.records.push(file.id.clone());
    let out = dir.path().join("out");
    let leak = review::export(
        &mut session,
        &out,
        &secret("검토자에게 주는 말"),
        &order,
        silent,
    )
    .expect_err("a leak");
    assert_eq!(
        (leak.code, leak.params["record"].as_str()),
        (Code::LeakFound, file.id.as_str())
    );
    assert!(!out.exists());
    let blank = ReviewOrder::new(&[id], "legal", " \u{200b}");
    assert_eq!(
        review::plan(&mut session, &blank, silent)
            .expect_err("for nobody")
            .code,
        Code::AudienceMissing
    );
}

/// Who said no, or asked for another name for whatever use, has one: no reason of the office and no decision counts.
#[test]
fn who_took_it_back_is_named_in_no_other_testimony() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = fresh(&dir.path().join("vault"));
    let people = people(&mut session);
    let mut narrated = |narrator: usize, consent: Value, notes: &str| {
        let value = json!({ "title": "t", "narrator": { "person": people[narrator] }, "consent": consent, "notes": notes });
        add(&mut session, "testimony", &value)
    };
    let named = json!({ "decision": "granted", "use": "legal", "identity": "named" });
    narrated(0, json!([named, { "decision": "withdrawn" }]), "");
    narrated(
        1,
        json!([{ "decision": "granted", "use": "research", "identity": "pseudonym" }]),
        "",
    );
    narrated(2, json!([{ "decision": "refused", "use": "legal" }]), "");
    let said: Vec<&str> = PEOPLE.iter().take(4).map(|person| person[0]).collect();
    let id = narrated(5, json!([named]), &said.join(", "));
    let profile = review::Profile {
        reason: "all of them".to_owned(),
        ..review::Profile::as_recorded()
    };
    let mut order = ReviewOrder::new(std::slice::from_ref(&id), "legal", "ICC").with(profile);
    let keep = json!([{ "record": id, "path": "notes", "text": PEOPLE[0][0], "choice": "keep" }]);
    let shown = export(&mut session, &order, &dir.path().join("out"));
    let notes = shown.records[0].record["notes"]
        .as_str()
        .expect("a text")
        .to_owned();
    for hidden in &said[..3] {
        assert!(!notes.contains(hidden), "{hidden} in {notes}");
    }
    assert!(notes.contains(said[3]), "{notes}");
    order.decisions = review::read_decisions(&keep.to_string()).expect("decisions");
    let refused = review::check(&mut session, &order, &mut Watch::silent()).expect_err("guarded");
    assert_eq!(refused.code, Code::DecisionOutdated);
}

/// A file alone goes on the terms of every testimony that it belongs to, or ever belonged to.
#[test]
fn a_file_alone_has_the_conditions_of_its_testimony() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = fresh(&dir.path().join("vault"));
    let consent = json!([{ "decision": "granted", "use": "legal", "conditions": "전화한 뒤에만" }]);
    let id = add(
        &mut session,
        "testimony",
        &json!({ "title": "t", "consent": consent }),
    );
    let mut attach = |name: &str| {
        let path = dir.path().join(name);
        std::fs::write(&path, "x").expect("written");
        attachment::add(&mut session, &id, &path, &mut Watch::silent())
            .expect("attached")
            .id
    };
    let (text, picture, sound) = (attach("a.txt"), attach("b.jpg"), attach("c"));
    let mut check = |record: &str| {
        let order = ReviewOrder::new(&[record.to_owned()], "legal", "ICC");
        let refused =
            review::check(&mut session, &order, &mut Watch::silent()).expect_err("refused");
        (refused.code, refused.params.get("reason").cloned())
    };
    assert_eq!(check(&text), (Code::ConditionsOpen, None));
    assert_eq!(
        check(&picture),
        (Code::ConsentRefused, Some("image".to_owned()))
    );
    assert_eq!(
        check(&sound),
        (Code::ConsentRefused, Some("voice".to_owned()))
    );
}

/// A colleague could bury a name under others, or write it into a line that nobody looks for whole.
#[test]
fn a_name_among_thousands_and_in_a_long_line_is_hidden_too() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut session = fresh(&dir.path().join("vault"));
    let made_up = (0..3_000).map(|number| json!({ "text": format!("Made Up Number{number}") }));
    let many: Vec<Value> = made_up.chain([json!({ "text": "최명국" })]).collect();
    let long = format!("{} 김영희", "a nickname that nobody knew, and ".repeat(20));
    add(&mut session, "person", &json!({ "names": many }));
    add(
        &mut session,
        "person",
        &json!({ "names": [{ "text": long }] }),
    );
    let value = json!({
        "title": "t",
        "narrative": [{ "original": "최명국과 김영희가 왔다." }],
        "consent": [{ "decision": "granted", "use": "legal" }],
    });
    let id = add(&mut session, "testimony", &value);
    let order = ReviewOrder::new(&[id], "legal", "ICC");
    let shown = export(&mut session, &order, &dir.path().join("out"));
    let read = shown.records[0].record.to_string();
    assert!(!read.contains("명국") && !read.contains("영희"), "{read}");
}
