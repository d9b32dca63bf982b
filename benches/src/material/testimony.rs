//! Testimonies: paragraphs in two languages, sessions, acts, the way, consent.

use serde_json::{Value, json};

use super::chance::Chance;
use super::dates::{day, some_time, span};
use super::names::Name;
use super::person::tag;
use super::places;
use super::writers::Writers;

/// Characters of the narrative of which half are shorter, and how far they spread: mostly a page, sometimes an afternoon.
const MEDIAN: f64 = 550.0;
const SPREAD: f64 = 1.1;
/// Days of interviews.
const LONG: usize = 100_000;
/// A testimony in so many is long; the first of them is early, so that small vaults have one.
const LONG_ONE_IN: u64 = 400;
const LONG_FROM: u64 = 79;

const ACTS: [&str; 10] = [
    "torture",
    "arrest",
    "detention",
    "forced_labour",
    "physical_assault",
    "trafficking",
    "refoulement",
    "public_execution",
    "family_separation",
    "inhuman_conditions",
];
const METHODS: [&str; 6] = [
    "beating",
    "forced_posture",
    "no_food_or_water",
    "no_sleep",
    "verbal_abuse",
    "overcrowding",
];
const PERPETRATORS: [&str; 5] = [
    "state_security",
    "social_security",
    "border_guard",
    "prison_official",
    "broker",
];
const LEGS: [(&str, &str); 7] = [
    ("escape", "wading"),
    ("hiding", "on_foot"),
    ("transit", "bus"),
    ("arrest", "police_vehicle"),
    ("repatriation", "police_vehicle"),
    ("embassy", "on_foot"),
    ("flight", "aeroplane"),
];
const USES: [&str; 5] = ["keep", "share_inside", "legal", "research", "publication"];

/// A testimony record, the `number`th, from 0.
pub fn record(chance: &mut Chance, writers: &Writers, number: u64) -> Value {
    let narrator = Name::draw(chance);
    let others: Vec<Name> = (0..chance.between(1, 4))
        .map(|_| Name::draw(chance))
        .collect();
    let length = if number % LONG_ONE_IN == LONG_FROM {
        LONG
    } else {
        (chance.log_normal(MEDIAN, SPREAD) as usize).clamp(60, LONG)
    };
    let (session, cited) = (chance.uuid(), chance.uuid());
    let year = chance.between(2003, 2026);
    let place = places::in_words(chance);
    let mut testimony = json!({
        "title": format!("{}의 증언 — {place}", narrator.hangul),
        "status": if chance.happens(60) { "complete" } else { "draft" },
        "narrator": {"code": format!("N-{:05}", chance.below(100_000)), "connection": "victim"},
        "language": "ko-KP",
        "translation_language": "en",
        "sessions": [{
            "id": session, "date": day(chance, year), "place": {"text": "서울"},
            "interviewers": [{"text": Name::draw(chance).hangul}], "language": "ko", "recording": ["audio", "notes"],
        }],
        "narrative": narrative(chance, writers, &others, length, (&session, &cited)),
    });
    if chance.happens(70) {
        testimony["acts"] = Value::Array(
            (0..chance.between(1, 3))
                .map(|_| act(chance, &narrator, &others, &cited))
                .collect(),
        );
    }
    if chance.happens(60) {
        testimony["journey"] = Value::Array(
            (0..chance.between(1, 4))
                .map(|_| leg(chance, &others))
                .collect(),
        );
    }
    if chance.happens(90) {
        testimony["consent"] = Value::Array(consent(chance, year));
    }
    tag(chance, &mut testimony);
    testimony
}

fn narrative(
    chance: &mut Chance,
    writers: &Writers,
    others: &[Name],
    length: usize,
    (session, cited): (&str, &str),
) -> Vec<Value> {
    let hangul: Vec<String> = others.iter().map(|name| name.hangul.clone()).collect();
    let latin: Vec<String> = others.iter().map(|name| name.latin.clone()).collect();
    // Every second one is translated: that costs a colleague days.
    let is_translated = chance.happens(50);
    let mut paragraphs: Vec<Value> = Vec::new();
    let mut characters = 0;
    while characters < length {
        let wanted = chance.between(80, 500).min(length - characters).max(20);
        let original = writers.korean.text(chance, &hangul, wanted);
        characters += wanted;
        let mut paragraph = json!({"original": original});
        if is_translated {
            // English takes about twice the letters.
            paragraph["translation"] = json!(writers.english.text(chance, &latin, wanted * 2));
        }
        if paragraphs.is_empty() {
            paragraph["id"] = json!(cited);
            paragraph["session"] = json!(session);
        }
        paragraphs.push(paragraph);
    }
    paragraphs
}

fn act(chance: &mut Chance, narrator: &Name, others: &[Name], cited: &str) -> Value {
    let victim = if chance.happens(60) {
        narrator
    } else {
        chance.pick(others)
    };
    json!({
        "type": chance.word(&ACTS),
        "victims": [{"person": {"text": victim.hangul}, "status": "released"}],
        "perpetrators": [{"person": {"text": Name::draw(chance).hangul}, "type": chance.word(&PERPETRATORS), "post": "예심과 지도원"}],
        "place": places::spoken_of(chance),
        "dates": some_time(chance, 1995, 2024),
        "methods": [chance.word(&METHODS)],
        "how_known": "experienced",
        "passages": [{"paragraph": cited, "column": "original"}],
    })
}

fn leg(chance: &mut Chance, others: &[Name]) -> Value {
    let (kind, means) = *chance.pick(&LEGS);
    json!({
        "type": kind, "from": places::spoken_of(chance), "to": places::spoken_of(chance), "dates": span(chance, 1997, 2024),
        "means": [means], "companions": [{"text": chance.pick(others).hangul}],
        "costs": [{"amount": chance.between(1, 90) * 1_000, "currency": "CNY", "text": "브로커 비용"}],
    })
}

fn consent(chance: &mut Chance, year: usize) -> Vec<Value> {
    let obtained = json!({"date": day(chance, year), "by": [{"text": Name::draw(chance).hangul}], "language": "ko", "way": "written"});
    let entries = USES.iter().map(|r#use| {
        // Keeping and sharing among colleagues are hardly ever refused; what is would not go into a bundle.
        let refusals = if matches!(*r#use, "keep" | "share_inside") {
            0
        } else {
            30
        };
        let decision = if chance.happens(refusals) {
            "refused"
        } else {
            "granted"
        };
        json!({"decision": decision, "use": r#use, "identity": "pseudonym", "obtained": obtained})
    });
    entries.collect()
}
