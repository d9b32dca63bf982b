//! Where in a text a query is found, so that it can be marked.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::linear::Slips;
use super::query::{Near, Needle, Query};
use fieldnotes_domain::text::fold::{clean_with_places, fold_clean};
use fieldnotes_domain::text::hangul;
use fieldnotes_domain::text::sound;

/// A text, folded, and where each character of the folded form stands in the text.
pub(super) struct Folded {
    pub(super) text: String,
    /// For each character as a reader counts them: where its folded form ends, and its place in the text.
    characters: Vec<(usize, Range<usize>)>,
}

impl Folded {
    /// Folds a text as it was written.
    pub(super) fn of(written: &str) -> Self {
        let (clean, places) = clean_with_places(written);
        let place = |at: usize| {
            let next = places.partition_point(|(clean, _)| *clean < at);
            places.get(next).map_or(written.len(), |(_, place)| *place)
        };
        let mut text = String::with_capacity(clean.len());
        let mut characters = Vec::new();
        for (at, character) in clean.grapheme_indices(true) {
            text.push_str(&fold_clean(character));
            characters.push((text.len(), place(at)..place(at + character.len())));
        }
        Self { text, characters }
    }

    /// The whole characters of the text that a range of the folded form falls into.
    pub(super) fn place(&self, folded: &Range<usize>) -> Range<usize> {
        let first = self
            .characters
            .partition_point(|(end, _)| *end <= folded.start);
        let last = self
            .characters
            .partition_point(|(end, _)| *end < folded.end);
        let end = self.characters.last().map_or(0, |(_, place)| place.end);
        let from = self
            .characters
            .get(first)
            .map_or(end, |(_, place)| place.start);
        let to = self
            .characters
            .get(last)
            .map_or(end, |(_, place)| place.end);
        from..to.max(from)
    }
}

/// A query made ready to be looked for in many texts.
pub struct Seeker<'q>(Vec<Sought<'q>>);

struct Sought<'q> {
    needle: &'q Needle,
    exact: memmem::Finder<'q>,
    has_latin: bool,
    // Worked out for what is not found to the letter only, and then once.
    near: OnceLock<Near>,
    slips: OnceLock<Option<Slips>>,
}

impl<'q> Seeker<'q> {
    /// Makes a query ready.
    pub fn new(query: &'q Query) -> Self {
        let sought = |needle: &'q Needle| Sought {
            needle,
            exact: memmem::Finder::new(&needle.text),
            has_latin: needle.text.bytes().any(|b| b.is_ascii_lowercase()),
            near: OnceLock::new(),
            slips: OnceLock::new(),
        };
        Self(query.needles().into_iter().map(sought).collect())
    }

    /// Where the query is found in this text as it was written, in bytes, in order and apart: the words themselves where
    /// they stand in it, otherwise what is near them.
    pub fn spots(&self, written: &str) -> Vec<Range<usize>> {
        let folded = Folded::of(written);
        let mut found = Vec::new();
        for sought in &self.0 {
            let exact = sought.exact(&folded.text);
            let places = if exact.is_empty() {
                sought.near(&folded.text)
            } else {
                exact
            };
            found.extend(places.iter().map(|range| folded.place(range)));
        }
        apart(found)
    }

    /// Where the first of the words stands in a text as it was written, letter case apart: a look that folds nothing and
    /// finds most. What it does not find may be there all the same.
    pub(super) fn first_written(&self, written: &str) -> Option<Range<usize>> {
        let mut lower = None;
        let places = self.0.iter().filter_map(|sought| {
            let text = if sought.has_latin {
                lower.get_or_insert_with(|| written.to_ascii_lowercase())
            } else {
                written
            };
            let from = sought.exact.find(text.as_bytes())?;
            let to = from + sought.needle.text.len();
            // With what stands before it, or follows, it may be another letter.
            let is_part = |c: char| is_combining_mark(c) || hangul::is_conjoining(c);
            let next = written.get(to..)?.chars().next();
            let mut edges = sought.needle.text.chars().next().into_iter().chain(next);
            (!edges.any(is_part)).then_some(from..to)
        });
        first_of(places)
    }

    /// Where the first of the words stands in a folded text, to the letter.
    pub(super) fn first_exact(&self, folded: &str) -> Option<Range<usize>> {
        first_of(self.0.iter().filter_map(|sought| {
            let at = sought.exact.find(folded.as_bytes())?;
            Some(at..at + sought.needle.text.len())
        }))
    }

    /// Where the first of what is near the words stands in a folded text.
    pub(super) fn first_near(&self, folded: &str) -> Option<Range<usize>> {
        let near = |sought: &Sought<'_>| sought.near(folded).into_iter().next();
        first_of(self.0.iter().filter_map(near))
    }
}

/// The earliest, and of two that begin together the longer.
fn first_of(places: impl Iterator<Item = Range<usize>>) -> Option<Range<usize>> {
    places.min_by_key(|range| (range.start, std::cmp::Reverse(range.end)))
}

impl Sought<'_> {
    fn exact(&self, folded: &str) -> Vec<Range<usize>> {
        self.exact
            .find_iter(folded.as_bytes())
            .map(|at| at..at + self.needle.text.len())
            .collect()
    }

    fn near(&self, folded: &str) -> Vec<Range<usize>> {
        let near = self.near.get_or_init(|| self.needle.near());
        // A text begins as if a space stood before it.
        let spaced = format!(" {folded}");
        let mut found: Vec<Range<usize>> = near
            .patterns
            .iter()
            .filter_map(|pattern| pattern.find(&spaced))
            .map(|(from, to)| {
                let is_space = spaced.get(from..).is_some_and(|rest| rest.starts_with(' '));
                (from + usize::from(is_space)).saturating_sub(1)..to.saturating_sub(1)
            })
            .collect();
        let slips = self.slips.get_or_init(|| Slips::of(self.needle));
        let by_word = !near.beginnings.is_empty() || !near.marks.is_empty() || slips.is_some();
        for word in words(folded).filter(|_| by_word) {
            let text = folded.get(word.clone()).unwrap_or_default();
            found.extend(
                part_alike(text, &near.beginnings, &near.marks)
                    .map(|part| word.start + part.start..word.start + part.end),
            );
            if slips.as_ref().is_some_and(|slips| slips.allow(text)) {
                found.push(word);
            }
        }
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        found
    }
}

/// The part of a word that has the initials or the sound that is looked for, the longest first.
fn part_alike(
    word: &str,
    beginnings: &[String],
    sounds: &BTreeSet<String>,
) -> Option<Range<usize>> {
    let at: Vec<usize> = word
        .char_indices()
        .map(|(at, _)| at)
        .chain([word.len()])
        .collect();
    let initials: Vec<Option<char>> = word.chars().map(hangul::initial).collect();
    for beginning in beginnings {
        let sought: Vec<char> = beginning.chars().skip(1).collect();
        let begins = initials
            .windows(sought.len())
            .position(|next| next.iter().zip(&sought).all(|(has, is)| *has == Some(*is)));
        if let Some(from) = begins {
            return Some(*at.get(from)?..*at.get(from + sought.len())?);
        }
    }
    if sounds.is_empty() {
        return None;
    }
    let codes: Vec<&str> = sounds.iter().filter_map(|mark| mark.get(1..)).collect();
    let is_alike = |part: &str| {
        sound::codes_of_term(part)
            .iter()
            .any(|code| codes.contains(&code.as_str()))
    };
    if word.is_ascii() {
        return is_alike(word).then_some(0..word.len());
    }
    for length in (1..=4).rev() {
        for span in at.windows(length + 1).take(8) {
            let (from, to) = (*span.first()?, *span.last()?);
            if is_alike(word.get(from..to)?) {
                return Some(from..to);
            }
        }
    }
    None
}

/// Words of letters.
fn words(folded: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    folded
        .split_inclusive(|c: char| !c.is_alphanumeric() && c != '-')
        .filter_map(move |part| {
            let from = at;
            at += part.len();
            let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            (!word.is_empty()).then(|| from..from + word.len())
        })
}

/// In order, and what overlaps made one.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        match out.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}
