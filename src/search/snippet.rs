//! The text around a hit, as it was written.

use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{clean, fold_clean};
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

/// Looks for a query in a folded text.
type Look = fn(&Query, &str) -> Option<Range<usize>>;

/// Finds the first text of a record that has one of the words, or failing that something near one. `texts` gives all
/// texts, field by field, as often as it is asked: most are found at the first look, which is the quick one.
pub fn locate(query: &Query, texts: impl Fn(&mut dyn FnMut(&str, &str))) -> Option<Hit> {
    let looks: [Look; 2] = [spots::first_exact, spots::first_near];
    looks.into_iter().find_map(|look| {
        let mut hit = None;
        texts(&mut |path, text| {
            if hit.is_some() {
                return;
            }
            let text = clean(text);
            // Where in the text a place of the folded text lies is worked out for a hit only.
            hit = look(query, &fold_clean(&text)).map(|place| Hit {
                path: path.to_owned(),
                snippet: Snippet::around(&text, &Folded::of(&text).place(&place)),
            });
        });
        hit
    })
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
