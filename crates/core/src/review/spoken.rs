//! What people and places are called in records that speak of them.

use serde_json::Value;

use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::vocabulary::{self, Language};
use fieldnotes_domain::redaction::{PlaceArea, PlaceLabel, country_of};
use fieldnotes_domain::text::hangul::is_syllable;
use fieldnotes_domain::text::sound::is_family_name;

/// Words that say what sort of name follows, and are none.
const LABELS: &[&str] = &[
    "별명", "일명", "본명", "가명", "이름", "alias", "aka", "a.k.a.",
];
/// Last syllables of what people do, by which a word of three syllables is no name.
const TRADES: &str = "원관장병꾼님족모부";

/// A name as it is recorded, and the names in it where it stands with a title or a label: 김영희 할머니, 별명: 순이.
pub(super) fn parts_of_name(name: &str) -> Vec<String> {
    let mut parts = vec![name.to_owned()];
    let is_end = |c: char| c.is_whitespace() || "()[],;:/·".contains(c);
    let words: Vec<&str> = name.split(is_end).filter(|word| !word.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let is_labelled =
            before.is_some_and(|label| LABELS.contains(&label.to_lowercase().as_str()));
        if words.len() > 1 && (is_labelled || is_full_name(word)) {
            parts.push((*word).to_owned());
        }
    }
    parts
}

/// Whether a Hangul word is, by its form, a family name and a given name of two syllables.
fn is_full_name(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let [first, _, last] = letters.as_slice() else {
        return false;
    };
    letters.iter().all(|c| is_syllable(*c)) && is_family_name(*first) && !TRADES.contains(*last)
}

/// Calls `take` with what a record calls people by: the person, where one is linked; the words; and whether they are a code.
/// Without a link only what has the form of a name is taken: other words may be anybody's, and anything.
pub(super) fn visit(record: &Value, take: &mut dyn FnMut(Option<RecordId>, &str, bool)) {
    let mut next = vec![("", record)];
    while let Some((name, value)) = next.pop() {
        match value {
            Value::Array(elements) => next.extend(elements.iter().map(|one| (name, one))),
            Value::Object(members) => {
                let text = |name: &str| members.get(name).and_then(Value::as_str);
                let person = text("record").and_then(|id| id.parse().ok());
                match text("text").map(str::trim).filter(|text| !text.is_empty()) {
                    Some(text) if name != "names" => {
                        let parts = parts_of_name(text).into_iter();
                        let some = parts.filter(|part| person.is_some() || is_full_name(part));
                        some.filter(|part| is_name_like(part))
                            .for_each(|part| take(person, &part, false));
                    }
                    _ => {}
                }
                if name == "narrator"
                    && let Some(code) = text("code").filter(|code| !code.trim().is_empty())
                {
                    take(text("person").and_then(|id| id.parse().ok()), code, true);
                }
                next.extend(members.iter().map(|(name, one)| (name.as_str(), one)));
            }
            _ => {}
        }
    }
}

/// Whether words beside a link can be another name of whom it leads to, and no description: in Hangul a full name, in Latin letters
/// words that all begin with a capital.
fn is_name_like(words: &str) -> bool {
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    is_full_name(words)
        || words.split_whitespace().count() > 1 && words.split_whitespace().all(is_capital)
}

/// The province or the country of a place, as it is said instead of it.
pub(super) fn label_of(place: &Value) -> PlaceLabel {
    let text = |name: &str| place.get(name).and_then(Value::as_str).unwrap_or_default();
    let (province, country) = (text("province"), text("country"));
    let provinces = vocabulary::get("provinces").filter(|list| list.term(province).is_some());
    let area = match provinces {
        Some(list) if !matches!(province, "unknown" | "outside") => {
            let korean = list.label(province, Language::Korean);
            let korean = korean.split('(').next().unwrap_or(korean);
            Some((korean, list.label(province, Language::English)))
        }
        _ => country_of(country),
    };
    PlaceLabel {
        area: area.map(|(korean, english)| PlaceArea {
            korean: korean.to_owned(),
            english: english.to_owned(),
        }),
        is_wide: matches!(text("type"), "country" | "province"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_with_a_title_or_a_label_is_a_name_too() {
        for (name, part) in [
            ("김영희 할머니", "김영희"),
            ("별명: 순이", "순이"),
            ("김영희(본명 박순이)", "박순이"),
        ] {
            assert!(parts_of_name(name).contains(&part.to_owned()), "{name}");
        }
        assert_eq!(parts_of_name("김 영희"), ["김 영희"]);
        assert_eq!(parts_of_name("영희"), ["영희"]);
    }

    #[test]
    fn names_in_words_are_taken_and_descriptions_are_not() {
        let id = RecordId::from_u128(7);
        let record = json!({
            "narrator": { "person": id, "code": "N-4" },
            "acts": [{ "victims": [{ "person": { "text": "박순이" } }], "perpetrators": [
                { "person": { "text": "조사관" } }, { "person": { "text": "우리 어머니" } },
                { "person": { "record": id, "text": "Pak Sun I" } },
            ] }],
        });
        let mut found = Vec::new();
        visit(&record, &mut |person, text, is_code| {
            found.push((person, text.to_owned(), is_code))
        });
        found.sort();
        let expected = [
            (None, "박순이".to_owned(), false),
            (Some(id), "N-4".to_owned(), true),
            (Some(id), "Pak Sun I".to_owned(), false),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_place_is_called_by_what_hides_it() {
        let label = |place: Value| label_of(&place);
        assert_eq!(
            label(json!({ "province": "ryanggang" })).korean(),
            "량강도의 한 곳"
        );
        assert_eq!(
            label(json!({ "country": "KP" })).english(),
            "a place in North Korea"
        );
        assert_eq!(
            label(json!({ "country": "연길 교회 옆" })).korean(),
            "어느 곳"
        );
    }
}
