//! What looks like a name, a number or an address, whether it is known or not. A reader decides.
//!
//! Numbers and addresses are read by patterns (`patterns`); names by what stands around them. Dates, years and sums of
//! money are none of these.

use std::ops::Range;

use super::endings;
use super::letters::{Gap, Letter, LetterKind, Seen, letters_of, seen};
use super::lists;
use super::patterns;
use super::pseudonyms::is_name_like;
use super::spelling::text_of;
use crate::text::sound::is_family_name;

/// What something looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// An e-mail address.
    Email,
    /// A place on a map.
    Coordinate,
    /// The number of an identity document.
    DocumentNumber,
    /// A telephone number.
    Phone,
    /// A name in a messenger.
    Messenger,
    /// A postal address.
    Address,
    /// A name of a person.
    Name,
}

/// A place in a text that looks like something that identifies somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Bytes of the text, whole characters.
    pub range: Range<usize>,
    /// What it looks like.
    pub kind: SuggestionKind,
}

/// Everything in a text that looks like what identifies somebody, in order; no two overlap.
pub fn suggest(text: &str) -> Vec<Suggestion> {
    let seen = seen(text);
    let mut all = patterns::find(&Plain::of(&seen));
    let letters = letters_of(&seen);
    hangul_names(&letters, &mut all);
    latin_names(&letters, &mut all);
    all.sort_by_key(|one| (one.kind, one.range.start, usize::MAX - one.range.len()));
    let mut apart: Vec<Suggestion> = Vec::with_capacity(all.len());
    // The kinds come one after another; each is in order of places, and so are those that were taken before it.
    let mut taken = std::collections::BTreeMap::new();
    for one in all {
        let before = taken.range(..one.range.end).next_back();
        if before.is_none_or(|(_, end)| *end <= one.range.start) {
            taken.insert(one.range.start, one.range.end);
            apart.push(one);
        }
    }
    apart.sort_by_key(|one| one.range.start);
    apart
}

/// A text in one form, and the way back.
pub(super) struct Plain<'s> {
    pub(super) text: String,
    /// Where each character of it begins.
    starts: Vec<usize>,
    seen: &'s [Seen],
}

impl<'s> Plain<'s> {
    fn of(seen: &'s [Seen]) -> Self {
        let mut text = String::with_capacity(seen.len() * 2);
        let mut starts = Vec::with_capacity(seen.len());
        for one in seen {
            starts.push(text.len());
            text.push(one.c);
        }
        Self { text, starts, seen }
    }

    /// The bytes of the text as it was written.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = self.starts.partition_point(|start| *start < range.start);
        let last = self
            .starts
            .partition_point(|start| *start < range.end)
            .checked_sub(1)?;
        Some(self.seen.get(first)?.start..self.seen.get(last)?.end)
    }
}

/// What only people are addressed by, behind a name.
const OF_PEOPLE: &[&str] = &[
    "에게",
    "에게서",
    "에게는",
    "한테",
    "한테서",
    "한테는",
    "께",
    "께서",
    "께서는",
    "하고는",
];
/// What comes before a name.
const INTRODUCTIONS: &[&str] = &[
    "이름은",
    "이름이",
    "성명은",
    "성명",
    "이름",
    "본명은",
    "본명",
    "가명은",
    "가명",
    "별명은",
    "별명",
];

fn hangul_names(letters: &[Letter], all: &mut Vec<Suggestion>) {
    let words: Vec<&[Letter]> = letters
        .chunk_by(|one, next| one.kind == next.kind && next.gap == Gap::None)
        .collect();
    let mut is_introduced = false;
    for (at, word) in words.iter().enumerate() {
        if !word
            .first()
            .is_some_and(|letter| letter.is(LetterKind::Hangul))
        {
            // A colon or a quotation mark does not end an introduction.
            is_introduced &= word
                .first()
                .is_some_and(|letter| letter.is(LetterKind::Mark));
            continue;
        }
        let text = text_of(word);
        let next = words.get(at + 1).filter(|next| {
            next.first()
                .is_some_and(|letter| letter.is(LetterKind::Hangul) && letter.gap == Gap::Space)
        });
        let has_title = next.is_some_and(|next| endings::begins_with_title(&text_of(next)));
        let count = name_in(&text, has_title, is_introduced);
        if let Some(name) = count.and_then(|count| word.get(..count))
            && let Some(range) = super::letters::bytes_of(name)
        {
            all.push(Suggestion {
                range,
                kind: SuggestionKind::Name,
            });
        }
        is_introduced = INTRODUCTIONS.contains(&text.as_str());
    }
}

/// How many syllables of a word are a name.
fn name_in(word: &str, has_title: bool, is_introduced: bool) -> Option<usize> {
    let chars: Vec<char> = word.chars().collect();
    let is_family = chars.first().is_some_and(|c| is_family_name(*c));
    let is_long_family = lists::LONG_FAMILY_NAMES
        .iter()
        .any(|family| word.starts_with(family));
    let longest = if is_long_family { 4 } else { 3 };
    for count in (2..=longest).rev().filter(|count| *count <= chars.len()) {
        let name: String = chars.iter().take(count).collect();
        let rest: String = chars.iter().skip(count).collect();
        if lists::is_korean_word(&name) || endings::begins_with_title(&name) {
            continue;
        }
        if is_introduced && endings::may_follow(&rest) {
            return Some(count);
        }
        if !is_family {
            continue;
        }
        let is_titled = rest.is_empty() && has_title || endings::begins_with_title(&rest);
        let sounds_so = match chars.get(..count) {
            Some([_, first, last]) => is_name_like(*first, *last),
            Some([_, _, first, last]) => is_name_like(*first, *last),
            _ => false,
        };
        let is_of_people = OF_PEOPLE.contains(&rest.as_str()) && sounds_so;
        // With a plain particle, or nothing, only what is made of the syllables of names.
        let is_plain = sounds_so && endings::may_follow(&rest) && count == longest;
        if is_titled || is_of_people || is_plain {
            return Some(count);
        }
    }
    // 김씨, 박 동무.
    let is_called = chars.len() == 1 && has_title
        || matches!(chars.get(1..), Some(['씨', ..])) && endings::may_follow(word.get(3..)?);
    (is_family && is_called && !lists::is_korean_word(word)).then_some(1)
}

fn latin_names(letters: &[Letter], all: &mut Vec<Suggestion>) {
    let words: Vec<&[Letter]> = letters
        .chunk_by(|one, next| {
            one.is(LetterKind::Latin) && next.is(LetterKind::Latin) && next.gap <= Gap::Joint
        })
        .collect();
    let mut at = 0;
    while at < words.len() {
        let row = words.get(at..).unwrap_or_default();
        let count = row
            .iter()
            .take(4)
            .enumerate()
            .take_while(|(place, word)| is_name_word(word, *place == 0))
            .count();
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        if let Some(name) = row.get(..count)
            && is_latin_name(name, before.copied())
            && let Some(range) = super::letters::bytes_of(&name.concat())
        {
            all.push(Suggestion {
                range,
                kind: SuggestionKind::Name,
            });
        }
        at += count.max(1);
    }
}

/// A capital and small letters, or capitals only, within one line.
fn is_name_word(word: &[Letter], is_first: bool) -> bool {
    let Some(first) = word
        .first()
        .filter(|first| first.is(LetterKind::Latin) && first.is_capital)
    else {
        return false;
    };
    let is_apart = is_first || first.gap <= Gap::Comma && first.gap > Gap::None;
    word.len() > 1 && is_apart && !lists::is_large_word(&text_of(word))
}

fn is_latin_name(name: &[&[Letter]], before: Option<&[Letter]>) -> bool {
    let is_family = |word: Option<&&[Letter]>| {
        word.is_some_and(|word| lists::is_clear_latin_family(&text_of(word)))
    };
    if !(2..=3).contains(&name.len()) {
        return false;
    }
    if is_family(name.first()) || is_family(name.last()) {
        return true;
    }
    // At the beginning of a sentence any word is written large.
    let first = name.first().and_then(|word| word.first());
    let is_beginning = before.is_none_or(|before| {
        before.last().is_some_and(|last| last.is(LetterKind::Mark))
            || first.is_some_and(|first| first.gap >= Gap::Stop)
    });
    // Headings and abbreviations are written in capitals.
    let is_all_large = name
        .iter()
        .flat_map(|word| word.iter())
        .all(|letter| letter.is_capital);
    !is_beginning && !is_all_large
}

#[cfg(test)]
#[path = "suggest_tests.rs"]
mod tests;
