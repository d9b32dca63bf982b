//! Records as they go to an audience: who must not be known is not in them.
//!
//! The schema says of each field whether it identifies, contacts, locates or is free text; a [`Profile`] says what becomes of each
//! class. Known persons and places are replaced wherever they are written. The original never changes.
//!
//! - [`names`]: known names in a text, in every way in which they are written;
//! - [`suggest`]: what looks like a name, a number or an address and is not known;
//! - [`pseudonyms`]: names to put in their place;
//! - [`replace`]: the text with other words in some places, [`particles`] made to agree;
//! - [`leak`]: known secrets in the bytes of a finished package.
//!
//! Everything costs time that grows with the length of the text alone, however it was written.

mod change;
mod coarse;
mod context;
mod endings;
mod fields;
mod forms;
pub mod leak;
mod letters;
mod lists;
pub mod names;
pub mod particles;
mod patterns;
mod profile;
mod prose;
pub mod pseudonyms;
pub mod replace;
mod sounds;
#[cfg(test)]
mod spelled;
mod spelling;
pub mod suggest;

pub use change::{Change, Fate, Mark, PassageChoice, PassageDecision, Redacted, RedactionReason};
pub use fields::{Alias, PlaceLabel, Redaction};
pub use profile::{AgeRule, DateRule, NameRule, PlaceRule, PlainRule, Profile};

use crate::records::vocabulary;
use crate::text::hangul;

/// Stands in the place of words that go to nobody, in a Korean text.
pub const WITHHELD_KOREAN: &str = "○○○";
/// The same in any other.
pub const WITHHELD: &str = "[withheld]";

/// Whether a text is Korean, or says nothing.
fn is_korean(text: &str) -> bool {
    text.chars().any(hangul::is_syllable) || !text.chars().any(char::is_alphabetic)
}

/// What stands in the place of words of this text.
fn withheld(text: &str) -> &'static str {
    match text.chars().any(hangul::is_syllable) {
        true => WITHHELD_KOREAN,
        false => WITHHELD,
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
fn is_wide_place(text: &str) -> bool {
    let text = text.trim();
    let is_it = |name: &str| name.eq_ignore_ascii_case(text);
    let provinces = vocabulary::get("provinces").map_or(&[][..], |list| &list.terms);
    country_of(text).is_some()
        || provinces
            .iter()
            .any(|term| is_it(&term.en) || is_it(&term.ko) || term.ko.split(['(', ')']).any(is_it))
}
