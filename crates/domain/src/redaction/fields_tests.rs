//! Records by the rules of a profile, class by class.

use serde_json::json;

use super::*;
use crate::records::schema::leaves;
use crate::redaction::change::{Fate, PassageChoice};
use crate::redaction::names::KnownPerson;
use crate::redaction::places::PlaceArea;

fn id(number: u128) -> RecordId {
    RecordId::from_u128(number)
}

/// A vault with 김영희, who is hidden, and 박철수, who may be named; with 온성, which is narrow, and China, which is not.
struct World {
    profile: Profile,
    people: KnownNames,
    hidden: BTreeSet<RecordId>,
    named: BTreeSet<RecordId>,
    guarded: BTreeSet<RecordId>,
    aliases: HashMap<RecordId, Alias>,
    places: KnownNames,
    details: KnownNames,
    labels: HashMap<RecordId, PlaceLabel>,
    records: HashSet<RecordId>,
    decisions: Vec<PassageDecision>,
}

const HIDDEN: u128 = 1;
const NAMED: u128 = 2;
const ONSONG: u128 = 3;
const CHINA: u128 = 4;
const GOES: u128 = 5;
const STAYS: u128 = 6;
const ALIAS: u128 = 100;

impl World {
    fn with(profile: Profile) -> Self {
        let known = |number, name: &str, is_group| KnownPerson {
            id: id(number),
            names: vec![name.to_owned()],
            codes: Vec::new(),
            is_group,
        };
        let label = |is_wide| PlaceLabel {
            area: Some(PlaceArea {
                korean: "함경북도".to_owned(),
                english: "North Hamgyong".to_owned(),
            }),
            is_wide,
        };
        let alias = Alias {
            id: id(ALIAS),
            name: Pseudonym {
                hangul: "이서연".to_owned(),
                latin: "Lee Seo-yeon".to_owned(),
            },
        };
        Self {
            profile,
            people: KnownNames::new(&[known(HIDDEN, "김영희", false)]),
            hidden: BTreeSet::from([id(HIDDEN)]),
            named: BTreeSet::from([id(NAMED)]),
            guarded: BTreeSet::new(),
            aliases: HashMap::from([(id(HIDDEN), alias)]),
            places: KnownNames::new(&[known(ONSONG, "온성군", true)]),
            details: KnownNames::new(&[KnownPerson {
                id: id(HIDDEN),
                names: Vec::new(),
                codes: vec!["010-4821-7730".to_owned()],
                is_group: true,
            }]),
            labels: HashMap::from([(id(ONSONG), label(false)), (id(CHINA), label(true))]),
            records: HashSet::from([id(GOES), id(HIDDEN)]),
            decisions: Vec::new(),
        }
    }

    fn redact(&self, kind: Kind, record: &Value) -> Redacted {
        self.redact_as(id(GOES), kind, record)
    }

    fn redact_as(&self, record: RecordId, kind: Kind, value: &Value) -> Redacted {
        let redaction = Redaction {
            profile: &self.profile,
            people: &self.people,
            hidden: &self.hidden,
            named: &self.named,
            guarded: &self.guarded,
            aliases: &self.aliases,
            places: &self.places,
            details: &self.details,
            labels: &self.labels,
            records: &self.records,
            decisions: &self.decisions,
        };
        redaction.redact(record, kind, value)
    }
}

#[test]
fn a_narrator_has_another_id_and_name() {
    let world = World::with(Profile::default());
    let record =
        json!({ "narrator": { "person": id(HIDDEN), "code": "N-014", "connection": "victim" } });
    let redacted = world.redact(Kind::Testimony, &record).record;
    let expected = json!({ "person": id(ALIAS), "code": "이서연", "connection": "victim" });
    assert_eq!(redacted["narrator"], expected);
}

#[test]
fn a_name_in_the_text_is_replaced_and_the_particle_agrees() {
    let world = World::with(Profile::default());
    let record =
        json!({ "title": "김영희의 증언", "narrative": [{ "original": "그때 김영희가 왔다." }] });
    let redacted = world.redact(Kind::Testimony, &record);
    assert_eq!(redacted.record["title"], "이서연의 증언");
    assert_eq!(
        redacted.record["narrative"][0]["original"],
        "그때 이서연이 왔다."
    );
    let mark = &redacted
        .changes
        .iter()
        .find(|one| one.path == "title")
        .expect("a change")
        .marks[0];
    assert_eq!((mark.from, mark.to, mark.text.as_str()), (0, 3, "김영희"));
    assert_eq!((mark.after_from, mark.after_to), (0, 3));
    assert_eq!(
        (mark.fate, mark.why),
        (Fate::Replaced, RedactionReason::Name)
    );
}

#[test]
fn a_person_in_words_is_withheld_and_a_known_one_is_called_otherwise() {
    let world = World::with(Profile::default());
    let perpetrator =
        |person: Value| json!({ "acts": [{ "perpetrators": [{ "person": person }] }] });
    let said = |person: Value| {
        let redacted = world.redact(Kind::Testimony, &perpetrator(person)).record;
        redacted["acts"][0]["perpetrators"][0]["person"].clone()
    };
    assert_eq!(
        said(json!({ "text": "리 아저씨" })),
        json!({ "text": "○○○" })
    );
    assert_eq!(
        said(json!({ "text": "uncle Ri" })),
        json!({ "text": "[withheld]" })
    );
    let known = json!({ "record": id(ALIAS), "text": "이서연" });
    assert_eq!(said(json!({ "record": id(HIDDEN), "text": "영희" })), known);
    assert_eq!(
        said(json!({ "record": id(NAMED), "text": "박철수" })),
        json!({ "text": "박철수" })
    );
    assert_eq!(
        said(json!({ "record": id(99), "text": "최 아무개" })),
        json!({ "text": "○○○" })
    );
    // An id that a program would not write could be anything.
    assert_eq!(
        said(json!({ "id": "김영희", "record": id(HIDDEN), "text": "영희" })),
        known
    );
}

#[test]
fn a_known_number_in_the_text_is_withheld() {
    let world = World::with(Profile::default());
    let record = json!({ "notes": "전화는 010-4821-7730 입니다", "김영희 노트": "x" });
    let redacted = world.redact(Kind::Testimony, &record).record;
    assert_eq!(redacted, json!({ "notes": "전화는 ○○○ 입니다" }));
    let mut kept = World::with(Profile {
        others: PlainRule::Keep,
        ..Profile::default()
    });
    kept.decisions.clear();
    let redacted = kept.redact(Kind::Testimony, &record).record;
    assert_eq!(redacted["이서연 노트"], "x");
}

#[test]
fn places_become_provinces() {
    let world = World::with(Profile::default());
    let place = |place: Value| {
        let record = json!({ "acts": [{ "place": place }] });
        world.redact(Kind::Testimony, &record).record["acts"][0]["place"].clone()
    };
    let narrow = json!({ "text": "함경북도의 한 곳" });
    assert_eq!(
        place(json!({ "record": id(ONSONG), "text": "온성군" })),
        narrow
    );
    assert_eq!(
        place(json!({ "text": "온성의 외딴집" })),
        json!({ "text": "○○○" })
    );
    assert_eq!(place(json!({ "text": "중국" })), json!({ "text": "중국" }));
    assert_eq!(
        place(json!({ "record": id(CHINA), "text": "중국" })),
        json!({ "text": "중국" })
    );
    let prose = json!({ "narrative": [{ "original": "온성군에서 살았다." }] });
    let redacted = world.redact(Kind::Testimony, &prose).record;
    assert_eq!(
        redacted["narrative"][0]["original"],
        "함경북도의 한 곳에서 살았다."
    );
    let coordinates =
        json!({ "coordinates": { "latitude": 42.9, "precision": "exact" }, "country": "CN" });
    let redacted = world.redact(Kind::Place, &coordinates).record;
    assert_eq!(
        redacted,
        json!({ "coordinates": { "precision": "exact" }, "country": "CN" })
    );
}

#[test]
fn a_hidden_person_record_says_nothing_of_who_they_are() {
    let world = World::with(Profile::default());
    let record = json!({
        "names": [{ "text": "김영희", "script": "hangul" }],
        "code": "N-014",
        "sex": "female",
        "birth_date": "1972-04-03",
        "province_of_origin": "north_hamgyong",
        "usual_address": "온성군 남양구 12-3",
        "contacts": [{ "channel": "phone", "value": "010-1234-5678" }],
        "documents": [{ "type": "passport", "number": "M12345678", "name": "김영희" }],
        "favourite colour": "김영희 blue",
    });
    let redacted = world.redact_as(id(HIDDEN), Kind::Person, &record).record;
    let expected = json!({
        "names": [
            { "text": "이서연", "script": "hangul", "type": "pseudonym" },
            { "text": "Lee Seo-yeon", "script": "latin", "type": "pseudonym" },
        ],
        "sex": "female",
        "birth_date": "1972",
        "province_of_origin": "north_hamgyong",
        "contacts": [{ "channel": "phone" }],
        "documents": [{ "type": "passport" }],
    });
    assert_eq!(redacted, expected);
}

#[test]
fn days_and_ages_are_said_less_exactly_and_links_lead_nowhere_else() {
    let world = World::with(Profile::default());
    let record = json!({
        "acts": [{ "dates": "1998-03-12", "victims": [{ "age": 15 }, { "age": 15, "age_group": "minor" }] }],
        "links": [{ "record": id(GOES) }, { "record": id(STAYS), "role": "about" }, { "record": id(HIDDEN) }],
    });
    let redacted = world.redact(Kind::Testimony, &record).record;
    assert_eq!(redacted["acts"][0]["dates"], "1998");
    let ages = json!([{ "age_group": "adolescent" }, { "age_group": "minor" }]);
    assert_eq!(redacted["acts"][0]["victims"], ages);
    let links = json!([{ "record": id(GOES) }, { "role": "about" }, { "record": id(ALIAS) }]);
    assert_eq!(redacted["links"], links);
}

#[test]
fn a_decision_keeps_words_or_takes_them_away_and_says_when_it_fits_nothing() {
    let mut world = World::with(Profile::default());
    let decision = |text: &str, nth, choice| PassageDecision {
        record: id(GOES),
        path: "notes".to_owned(),
        text: text.to_owned(),
        nth,
        choice,
    };
    world.decisions = vec![
        decision("김영희", 1, PassageChoice::Keep),
        decision("세 번째 집", 0, PassageChoice::Remove),
        decision("not there", 0, PassageChoice::Remove),
    ];
    let record = json!({ "notes": "김영희와 김영희는 세 번째 집에 있었다" });
    let redacted = world.redact(Kind::Testimony, &record);
    assert_eq!(redacted.record["notes"], "이서연과 김영희는 ○○○에 있었다");
    assert_eq!(redacted.outdated.len(), 1);
}

#[test]
fn as_recorded_with_a_reason_nothing_changes_but_links_out() {
    let mut profile = Profile::as_recorded();
    profile.reason = "officials".to_owned();
    let mut world = World::with(profile);
    world.hidden.clear();
    world.people = KnownNames::new(&[]);
    let record = json!({
        "title": "김영희의 증언",
        "narrator": { "code": "N-1" },
        "acts": [{ "dates": "1998-03-12", "place": { "text": "온성군" }, "perpetrators": [{ "person": { "text": "리 아저씨" } }] }],
        "mine": { "colour": "blue" },
    });
    let redacted = world.redact(Kind::Testimony, &record);
    assert_eq!(redacted.record, record);
    assert!(
        redacted
            .changes
            .iter()
            .all(|change| change.marks.iter().all(|mark| mark.fate == Fate::Suggested))
    );
}

/// Every field of every kind, filled in with the name of the hidden person: by the default it is nowhere in what goes.
#[test]
fn no_field_of_the_schema_lets_a_hidden_name_through() {
    let world = World::with(Profile::default());
    for kind in Kind::ALL {
        for (path, field) in leaves(kind) {
            let value = match field.json {
                crate::records::schema::JsonForm::Text => json!("김영희"),
                crate::records::schema::JsonForm::List(_) => json!(["김영희"]),
                crate::records::schema::JsonForm::Object(_) => json!({ "text": "김영희" }),
                _ => continue,
            };
            let record = nest(&path, value);
            let redacted = world.redact(kind, &record).record;
            assert!(
                !redacted.to_string().contains("김영희"),
                "{} {path}: {redacted}",
                kind.as_str()
            );
        }
    }
}

/// A record in which this path has this value.
fn nest(path: &str, value: Value) -> Value {
    path.trim_end_matches("[]")
        .rsplit('.')
        .fold(value, |inner, step| match step.strip_suffix("[]") {
            Some(name) => json!({ name: [inner] }),
            None => json!({ step: inner }),
        })
}
