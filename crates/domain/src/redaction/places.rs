//! What is said instead of a place, and places that hide nobody.

use std::ops::Range;

use crate::records::vocabulary;

/// The area that a place lies in, and is coarsened to: a province or a country.
#[derive(Clone, PartialEq, Eq)]
pub struct PlaceArea {
    /// In Korean: 함경북도.
    pub korean: String,
    /// In English: North Hamgyong.
    pub english: String,
}

/// What is said instead of a place.
#[derive(Clone, PartialEq, Eq)]
pub struct PlaceLabel {
    /// Where it lies, as far as that is known.
    pub area: Option<PlaceArea>,
    /// It is a province or a country itself, and hides nobody.
    pub is_wide: bool,
}

impl PlaceLabel {
    /// In Korean: 함경북도의 한 곳.
    pub fn korean(&self) -> String {
        match &self.area {
            Some(area) => format!("{}의 한 곳", area.korean),
            None => "어느 곳".to_owned(),
        }
    }

    /// In English: a place in North Hamgyong.
    pub fn english(&self) -> String {
        match &self.area {
            Some(area) => format!("a place in {}", area.english),
            None => "a place".to_owned(),
        }
    }

    /// The place of a name in a text with its area, where that stands beside it: 함경북도 온성군; Onsong, North Hamgyong. Otherwise the
    /// area would be said twice.
    pub(super) fn with_area(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let Some(area) = &self.area else {
            return range;
        };
        let (before, after) = (text.get(..range.start), text.get(range.end..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let area_before = before.trim_end_matches(is_between);
        if area_before.len() < before.len() && ends_with_word(area_before, &area.korean) {
            return area_before.len() - area.korean.len()..range.end;
        }
        let area_after = after.trim_start_matches(is_between);
        if area_after.len() < after.len()
            && let Some(rest) = area_after.strip_prefix(area.english.as_str())
            && !rest.starts_with(char::is_alphanumeric)
        {
            return range.start..text.len() - rest.len();
        }
        range
    }
}

/// Countries that testimonies lead through, and that hide nobody by being there: ISO 3166-1 alpha-2, Korean, English; and other
/// words for some.
const COUNTRIES: &[[&str; 3]] = &[
    ["KP", "북한", "North Korea"],
    ["CN", "중국", "China"],
    ["KR", "한국", "South Korea"],
    ["MN", "몽골", "Mongolia"],
    ["RU", "러시아", "Russia"],
    ["LA", "라오스", "Laos"],
    ["VN", "베트남", "Vietnam"],
    ["TH", "태국", "Thailand"],
    ["MM", "미얀마", "Myanmar"],
    ["KH", "캄보디아", "Cambodia"],
    ["JP", "일본", "Japan"],
    ["US", "미국", "the United States"],
    ["GB", "영국", "the United Kingdom"],
    ["CA", "캐나다", "Canada"],
    ["KP", "조선", "DPRK"],
    ["KR", "남한", "Korea"],
    ["TH", "타이", "Thailand"],
];

/// The Korean and the English name of a country, by its code or a name.
pub fn country_of(text: &str) -> Option<(&'static str, &'static str)> {
    let text = text.trim();
    let is_it = |names: &&[&str; 3]| names.iter().any(|name| name.eq_ignore_ascii_case(text));
    let [code, ..] = COUNTRIES.iter().find(is_it)?;
    let [_, korean, english] = COUNTRIES.iter().find(|[of, ..]| of == code)?;
    Some((korean, english))
}

/// Whether a text names a country or a province and nothing else.
pub(super) fn is_wide_place(text: &str) -> bool {
    let text = text.trim();
    let is_it = |name: &str| name.eq_ignore_ascii_case(text);
    let provinces = vocabulary::get("provinces").map_or(&[][..], |list| &list.terms);
    country_of(text).is_some()
        || provinces
            .iter()
            .any(|term| is_it(&term.en) || is_it(&term.ko) || term.ko.split(['(', ')']).any(is_it))
}

fn is_between(c: char) -> bool {
    c == ' ' || c == ','
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word)
        .is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_beside_a_place_goes_with_it() {
        let label = PlaceLabel {
            area: Some(PlaceArea {
                korean: "함경북도".to_owned(),
                english: "North Hamgyong".to_owned(),
            }),
            is_wide: false,
        };
        for (text, name, taken) in [
            ("그는 함경북도 온성군에서", "온성군", "함경북도 온성군"),
            ("그는 온성군에서", "온성군", "온성군"),
            ("북함경북도 온성군", "온성군", "온성군"),
            ("함경북도온성군", "온성군", "온성군"),
            (
                "in Onsong, North Hamgyong.",
                "Onsong",
                "Onsong, North Hamgyong",
            ),
            ("in Onsong, North Hamgyongs", "Onsong", "Onsong"),
            ("Onsong North", "Onsong", "Onsong"),
        ] {
            let at = text.find(name).expect("in it");
            let range = label.with_area(text, at..at + name.len());
            assert_eq!(&text[range], taken, "{text}");
        }
    }
}
