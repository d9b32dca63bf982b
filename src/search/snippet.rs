//! The text around a hit, as it was written.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold_clean;

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

impl Snippet {
    /// Cuts the snippet out of a clean text, around a range of its folded form.
    pub(super) fn around(text: &str, start: usize, end: usize) -> Self {
        let (from, to) = original_range(text, start, end);
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

/// The characters of the text whose folded form covers the range. Folding never reaches across the
/// border between two characters, so their folded lengths add up.
fn original_range(text: &str, start: usize, end: usize) -> (usize, usize) {
    let mut folded = 0;
    let mut from = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        let next = folded + fold_clean(grapheme).len();
        if from.is_none() && next > start {
            from = Some(at);
        }
        if next >= end {
            return (from.unwrap_or(at), at + grapheme.len());
        }
        folded = next;
    }
    (from.unwrap_or(text.len()), text.len())
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
