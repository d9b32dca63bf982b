//! The text around a hit, as it was written.

use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::spots::{Folded, Seeker};
use fieldnotes_domain::text::fold::{clean, clean_with_places, fold_clean};

/// How long a snippet is, in characters as a reader counts them. A longer hit makes a longer one.
const LENGTH: usize = 80;
/// How much of it stands before the hit.
const BEFORE: usize = 28;
/// Code points that a character as a reader counts them, or a run of white space, is taken to have at most.
const WIDEST: usize = 8;

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

/// Finds the first text of a record that has one of the words, first as they are written, then folded, or failing that
/// something near one. `texts` gives all texts, field by field, as often as it is asked: most are found at the first look,
/// which is the quick one.
pub fn locate(seeker: &Seeker<'_>, texts: impl Fn(&mut dyn FnMut(&str, &str))) -> Option<Hit> {
    let mut hit = None;
    texts(&mut |path, text| {
        if hit.is_none() {
            hit = seeker.first_written(text).map(|place| Hit {
                path: path.to_owned(),
                snippet: Snippet::out_of(text, &place),
            });
        }
    });
    if hit.is_some() {
        return hit;
    }
    let mut folded = Vec::new();
    texts(&mut |path, text| {
        if hit.is_none() {
            let text = clean(text);
            let fold = fold_clean(&text);
            hit = seeker
                .first_exact(&fold)
                .map(|place| hit_in(path, &text, &place));
            folded.push((path.to_owned(), text, fold));
        }
    });
    hit.or_else(|| {
        folded.iter().find_map(|(path, text, folded)| {
            let place = seeker.first_near(folded)?;
            Some(hit_in(path, text, &place))
        })
    })
}

/// A hit in a clean text. Where in it a place of the folded text lies is worked out for a hit only.
fn hit_in(path: &str, text: &str, place: &Range<usize>) -> Hit {
    Hit {
        path: path.to_owned(),
        snippet: Snippet::around(text, &Folded::of(text).place(place), [false; 2]),
    }
}

impl Snippet {
    /// Cuts the snippet out of a text as it was written. Only what is near the place is read.
    fn out_of(written: &str, place: &Range<usize>) -> Self {
        let before = written.get(..place.start).unwrap_or_default();
        let from = before
            .char_indices()
            .rev()
            .take(WIDEST * BEFORE)
            .last()
            .map_or(place.start, |(at, _)| at);
        let after = written.get(place.end..).unwrap_or_default();
        let to = after
            .char_indices()
            .nth(WIDEST * LENGTH)
            .map_or(written.len(), |(at, _)| place.end + at);
        let (text, places) = clean_with_places(written.get(from..to).unwrap_or_default());
        let there = |at: usize| {
            let next = places.partition_point(|(_, written)| from + *written < at);
            places.get(next).map_or(text.len(), |(clean, _)| *clean)
        };
        let (first, last) = (there(place.start), there(place.end));
        // A letter and its marks are not parted.
        let bounds = || text.grapheme_indices(true).map(|(at, _)| at);
        let first = bounds().take_while(|at| *at <= first).last().unwrap_or(0);
        let last = bounds().find(|at| *at >= last).unwrap_or(text.len());
        Self::around(&text, &(first..last), [from > 0, to < written.len()])
    }

    /// Cuts the snippet out of a clean text, before and behind which there may be more.
    fn around(text: &str, place: &Range<usize>, has_more: [bool; 2]) -> Self {
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

        let [has_before, has_after] = has_more;
        let before = if first > 0 || has_before { "…" } else { "" };
        let after = if last < text.len() || has_after {
            "…"
        } else {
            ""
        };
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
