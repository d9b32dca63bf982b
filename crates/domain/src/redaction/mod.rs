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
mod places;
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
pub use fields::{Alias, Redaction};
pub use places::{PlaceArea, PlaceLabel, country_of};
pub use profile::{AgeRule, DateRule, NameRule, PlaceRule, PlainRule, Profile};

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
