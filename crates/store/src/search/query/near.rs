//! What else a word may mean: written with another space, in the spelling of the other half of the country, in Latin
//! letters, by its initials, not typed to its end, or with a slip.

use std::collections::BTreeSet;

use super::super::document::{Scope, marks};
use super::Needle;
use fieldnotes_domain::text::hangul;
use fieldnotes_domain::text::sound;

/// Variants of one word, at most.
const MOST: usize = 24;
/// Shorter words have too many neighbours.
const SHORTEST_WITH_SLIP: usize = 4;
const LONGER: usize = 8;

/// A text, and perhaps one character more out of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Pattern {
    pub(in crate::search) scope: Scope,
    pub(in crate::search) text: String,
    pub(in crate::search) last: Option<(char, char)>,
}

/// All that may be meant besides the word itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::search) struct Near {
    pub(in crate::search) patterns: Vec<Pattern>,
    /// Marks that begin so.
    pub(in crate::search) beginnings: Vec<String>,
    /// Marks that are so.
    pub(in crate::search) marks: BTreeSet<String>,
}

impl Needle {
    /// What may be meant besides.
    pub(in crate::search) fn near(&self) -> Near {
        let mut near = Near::default();
        if self.is_literal || self.scope == Scope::Act {
            return near;
        }
        let chars: Vec<char> = self.text.chars().collect();
        if chars.iter().all(|c| hangul::is_initial(*c)) {
            let initials: String = chars.iter().take(marks::MOST_INITIALS).collect();
            near.beginnings
                .push(format!("{}{initials}", marks::NAME_INITIALS));
            if chars.len() > 1 && self.scope == Scope::Any {
                near.beginnings
                    .push(format!("{}{initials}", marks::INITIALS));
            }
            return near;
        }
        if chars.iter().all(|c| hangul::is_syllable(*c)) {
            self.other_spellings(&chars, &mut near);
            self.other_spaces(&chars, &mut near);
        }
        if self.is_last {
            self.not_typed_to_the_end(&chars, &mut near);
        }
        self.other_letters(&chars, &mut near);
        near
    }

    fn pattern(&self, text: String, near: &mut Near) {
        near.patterns.push(Pattern {
            scope: self.scope,
            text,
            last: None,
        });
    }

    /// 리 and 이, 녀성 and 여성, 로동 and 노동: the North writes the initial that the South has dropped.
    fn other_spellings(&self, chars: &[char], near: &mut Near) {
        if chars.len() > 8 {
            return;
        }
        let mut spellings = vec![Vec::new()];
        for (at, c) in chars.iter().enumerate() {
            // Inside a word the rule holds only in names, whose parts begin anew.
            let others = if at == 0 || chars.len() <= 4 {
                hangul::other_initials(*c)
            } else {
                Vec::new()
            };
            spellings = spellings
                .iter()
                .flat_map(|before: &Vec<char>| {
                    std::iter::once(c).chain(&others).map(|c| {
                        let mut spelling = before.clone();
                        spelling.push(*c);
                        spelling
                    })
                })
                .take(MOST)
                .collect();
        }
        for spelling in spellings.iter().filter(|spelling| *spelling != chars) {
            let text: String = spelling.iter().collect();
            if chars.len() > 1 {
                self.pattern(text, near);
            } else if self.scope == Scope::Any {
                // One syllable stands everywhere; only as a name does it mean something.
                near.patterns.push(Pattern {
                    scope: Scope::Title,
                    text: format!(" {text}"),
                    last: None,
                });
            } else {
                self.pattern(format!(" {text}"), near);
            }
        }
    }

    /// 김영희 for 김 영희, 강제북송 for 강제 북송. It begins where a word begins, or much would be found that is no word.
    fn other_spaces(&self, chars: &[char], near: &mut Near) {
        let is_name = chars.first().is_some_and(|c| sound::is_family_name(*c));
        if !(chars.len() > 2 || (chars.len() == 2 && is_name)) || chars.len() > 12 {
            return;
        }
        for at in 1..chars.len() {
            let (before, after) = chars.split_at(at);
            let (before, after): (String, String) =
                (before.iter().collect(), after.iter().collect());
            self.pattern(format!(" {before} {after}"), near);
        }
    }

    /// 증어 on the way to 증언, 가ㅂ and 갑 on the way to 가방.
    fn not_typed_to_the_end(&self, chars: &[char], near: &mut Near) {
        let Some((last, before)) = chars.split_last() else {
            return;
        };
        for (stays, low, high) in hangul::becoming(*last) {
            let text: String = before.iter().chain(&stays).collect();
            if !text.is_empty() || hangul::is_syllable(*last) {
                near.patterns.push(Pattern {
                    scope: self.scope,
                    text,
                    last: Some((low, high)),
                });
            }
        }
    }

    /// 김영희 for Kim Young-hee, and Lee for Rhee.
    fn other_letters(&self, chars: &[char], near: &mut Near) {
        let is_hangul = chars.iter().all(|c| hangul::is_syllable(*c));
        let is_long = if is_hangul {
            chars.len() > 1
        } else {
            chars.len() > 5
        };
        for code in sound::codes_of_term(&self.text) {
            let mut add = |sign: char| near.marks.insert(format!("{sign}{code}"));
            add(marks::LATIN_NAME);
            if !is_hangul {
                add(marks::HANGUL_NAME);
            }
            if is_long && self.scope == Scope::Any {
                add(marks::LATIN_SOUND);
                if !is_hangul {
                    add(marks::HANGUL_SOUND);
                }
            }
        }
    }

    /// How many slips are let pass in this word; none where it is no name in Latin letters.
    pub(in crate::search) fn slips(&self) -> Option<u8> {
        let length = self.text.chars().count();
        let is_latin = self
            .text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'-');
        let is_fit = is_latin && !self.is_literal && (SHORTEST_WITH_SLIP..=32).contains(&length);
        is_fit.then_some(if length < LONGER { 1 } else { 2 })
    }
}
