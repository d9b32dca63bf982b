//! Persons: names, ways to reach them, what they need, where they were.

use serde_json::{Value, json};

use super::chance::Chance;
use super::dates::{day, some_time, span};
use super::names::Name;
use super::places;
use super::writers::Writers;

const ROLES: [&str; 8] = [
    "narrator",
    "witness",
    "victim",
    "relative",
    "broker",
    "perpetrator",
    "official",
    "provider",
];
const PROVINCES: [&str; 8] = [
    "north_hamgyong",
    "north_hamgyong",
    "ryanggang",
    "ryanggang",
    "south_hamgyong",
    "chagang",
    "north_pyongan",
    "pyongyang",
];
const CHANNELS: [&str; 5] = ["phone", "kakaotalk", "wechat", "signal", "email"];
const NEEDS: [(&str, &str); 6] = [
    ("health", "결핵 약이 떨어져 간다"),
    ("housing", "임대주택 신청을 도와야 한다"),
    ("schooling", "아이의 전학 서류가 필요하다"),
    ("documents", "family register, needs a sworn translation"),
    ("family_reunion", "중국에 남은 딸을 찾고 있다"),
    ("legal", "help with the asylum appeal"),
];
const RELATIONS: [&str; 6] = [
    "spouse",
    "sibling",
    "parent",
    "child",
    "friend",
    "fellow_detainee",
];
const STATES: [&str; 6] = [
    "in_hiding",
    "detained",
    "repatriated",
    "resettled",
    "missing",
    "in_processing",
];
const TAGS: [&str; 10] = [
    "북송",
    "2차 탈북",
    "가족 미상",
    "건강",
    "연락 두절",
    "정착",
    "urgent",
    "follow-up",
    "minors",
    "UN",
];

/// A person record.
pub fn record(chance: &mut Chance, writers: &Writers) -> Value {
    let name = Name::draw(chance);
    let mut person = json!({
        "form": "individual",
        "roles": [chance.word(&ROLES)],
        "names": name.list(chance),
        "sex": if chance.happens(70) { "female" } else { "male" },
        "birth_date": some_time(chance, 1935, 2012),
        "birthplace": places::spoken_of(chance),
        "province_of_origin": chance.word(&PROVINCES),
        "languages": ["ko-KP"],
    });
    if chance.happens(40) {
        person["code"] = json!(format!("P-{:05}", chance.below(100_000)));
    }
    if chance.happens(60) {
        person["contacts"] =
            Value::Array((0..chance.between(1, 2)).map(|_| contact(chance)).collect());
    }
    if chance.happens(35) {
        let (area, text) = *chance.pick(&NEEDS);
        person["needs"] =
            json!([{"area": area, "text": text, "status": "open", "due": day(chance, 2026)}]);
    }
    if chance.happens(40) {
        let other = Name::draw(chance).hangul;
        person["relationships"] =
            json!([{"person": {"text": other}, "relation": chance.word(&RELATIONS)}]);
    }
    if chance.happens(40) {
        person["whereabouts"] = json!([{"status": chance.word(&STATES), "place": places::spoken_of(chance), "dates": span(chance, 1998, 2024)}]);
    }
    if chance.happens(30) {
        let (title, employer) = (writers.korean.noun(chance), places::in_words(chance));
        person["occupations"] = json!([{"title": title, "employer": format!("{employer} 기업소"), "dates": some_time(chance, 1960, 2020)}]);
    }
    if chance.happens(60) {
        let length = chance.log_normal(100.0, 0.9) as usize;
        person["notes"] = json!(writers.korean.text(chance, &[], length.max(20)));
    }
    tag(chance, &mut person);
    person
}

/// Gives a record some of the user's own key words.
pub fn tag(chance: &mut Chance, record: &mut Value) {
    let count = chance.below(4);
    let mut tags: Vec<&str> = (0..count).map(|_| chance.word(&TAGS)).collect();
    tags.sort_unstable();
    tags.dedup();
    if !tags.is_empty() {
        record["tags"] = json!(tags);
    }
}

fn contact(chance: &mut Chance) -> Value {
    let channel = chance.word(&CHANNELS);
    let number = chance.below(100_000_000);
    let value = match channel {
        "phone" => format!("+82 10 {:04} {:04}", number / 10_000, number % 10_000),
        "email" => format!("friend{number}@example.org"),
        _ => format!("id_{number:08}"),
    };
    json!({"channel": channel, "value": value, "safe": chance.happens(60), "safe_hours": "저녁 8시 이후", "say_you_are": "사촌"})
}
