//! The text around a hit, as it was written.

use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::clean;
use super::linear::Nearness;
use super::query::Query;
use super::spots::{self, Folded};

/// How long a snippet is, in characters as a reader counts them. A longer hit makes a longer one.
const LENGTH: usize = 80;
/// How much of it stands before the hit.
const BEFORE: usize = 28;

/// One line around a hit, in three parts so that a host can mark the hit without counting.
#[derive(Clone, PartialEq, Eq)]
pub struct Snippet {
    /// What stands before the hit, from `…` where something was left out.
    pub before: String,
    /// The hit, in whole characters.
    pub hit: String,
    /// What stands after the hit, to `…` where something was left out.
    pub after: String,
}

/// Where a query was found in a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// The field, such as `narrative[0].original`.
    pub path: String,
    /// The text around the first place in it.
    pub snippet: Snippet,
}

/// Takes the texts of a record, field by field, and keeps the first that has the words, or failing that something near
/// them.
pub struct Finder<'q> {
    query: &'q Query,
    best: Option<(Nearness, Hit)>,
}

impl<'q> Finder<'q> {
    /// Starts on a record.
    pub fn new(query: &'q Query) -> Self {
        Self { query, best: None }
    }

    /// Looks into the next field.
    pub fn feed(&mut self, path: &str, text: &str) {
        if matches!(self.best, Some((Nearness::Exact, _))) {
            return;
        }
        let text = clean(text);
        let Some((nearness, place)) = spots::first(self.query, &Folded::of(&text)) else {
            return;
        };
        if self.best.as_ref().is_none_or(|(best, _)| nearness < *best) {
            let hit = Hit {
                path: path.to_owned(),
                snippet: Snippet::around(&text, &place),
            };
            self.best = Some((nearness, hit));
        }
    }

    /// The best place that was seen.
    pub fn finish(self) -> Option<Hit> {
        self.best.map(|(_, hit)| hit)
    }
}

impl Snippet {
    /// Cuts the snippet out of a clean text.
    fn around(text: &str, place: &Range<usize>) -> Self {
        let (from, to) = (place.start, place.end);
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();

        let ahead: Vec<usize> = part(0, from)
            .grapheme_indices(true)
            .rev()
            .take(BEFORE)
            .map(|(at, _)| at)
            .collect();
        let first = ahead.last().copied().unwrap_or(from);
        let shown = ahead.len() + part(from, to).graphemes(true).count();
        let last = part(to, text.len())
            .grapheme_indices(true)
            .nth(LENGTH.saturating_sub(shown))
            .map_or(text.len(), |(at, _)| to + at);

        let before = if first > 0 { "…" } else { "" };
        let after = if last < text.len() { "…" } else { "" };
        Self {
            before: format!("{before}{}", part(first, from)),
            hit: part(from, to).to_owned(),
            after: format!("{}{after}", part(to, last)),
        }
    }
}

impl fmt::Display for Snippet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.before, self.hit, self.after)
    }
}

impl fmt::Debug for Snippet {
    /// A piece of a testimony must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Snippet(..)")
    }
}
