//! Texts cut into short overlapping pieces, so that a needle is found wherever it stands in them.
//!
//! Characters are *wide* (Hangul, Han, kana) or *narrow* (all others; a space is narrow). A text of a few thousand
//! different syllables is distinguished by two of them, a text of letters by three. So there are
//!
//! - pairs of which at least one is wide, and triples whose middle and one neighbour are narrow: with their positions;
//! - single characters and narrow pairs: without, since one of them alone is a whole needle.
//!
//! Any needle of two characters or more is covered by pieces of the first sort, but for a narrow pair.

/// Whether two of these identify a text.
fn is_wide(c: char) -> bool {
    matches!(
        c as u32,
        0x1100..=0x11FF | 0x2E80..=0xA4CF | 0xA960..=0xA97F | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0x20000..
    )
}

/// The length in characters of the piece with positions that begins a text, if one begins here.
pub(super) fn piece_at(next: &[char]) -> impl Iterator<Item = usize> {
    let pair = matches!(next, [a, b, ..] if is_wide(*a) || is_wide(*b));
    let triple = matches!(next, [a, b, c, ..] if !is_wide(*b) && (!is_wide(*a) || !is_wide(*c)));
    [(pair, 2), (triple, 3)]
        .into_iter()
        .filter_map(|(is, length)| is.then_some(length))
}

/// The pieces without positions that begin a text: the character, and a narrow pair.
pub(super) fn mark_at(next: &[char]) -> impl Iterator<Item = usize> {
    let single = !next.is_empty();
    let pair = matches!(next, [a, b, ..] if !is_wide(*a) && !is_wide(*b));
    [(single, 1), (pair, 2)]
        .into_iter()
        .filter_map(|(is, length)| is.then_some(length))
}

/// How a needle is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cover {
    /// It is itself a piece without position.
    Mark(String),
    /// It is there where these pieces stand at these distances.
    Pieces(Vec<(usize, String)>),
}

/// The fewest pieces that cover every character of a needle; none for an empty one.
pub(super) fn cover(needle: &str) -> Option<Cover> {
    let chars: Vec<char> = needle.chars().collect();
    if mark_at(&chars).any(|length| length == chars.len()) {
        return Some(Cover::Mark(needle.to_owned()));
    }
    let mut pieces = Vec::new();
    let mut covered = 0;
    while covered < chars.len() {
        let (start, end) = (covered.saturating_sub(2)..=covered)
            .flat_map(|start| {
                let next = chars.get(start..).unwrap_or_default();
                piece_at(next).map(move |length| (start, start + length))
            })
            .filter(|(_, end)| *end > covered)
            .max_by_key(|(_, end)| *end)?;
        pieces.push((start, chars.get(start..end)?.iter().collect()));
        covered = end;
    }
    (!pieces.is_empty()).then_some(Cover::Pieces(pieces))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What the index knows of a text, without an index.
    fn finds(text: &str, needle: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        let slice =
            |from: usize, length: usize| -> String { chars[from..from + length].iter().collect() };
        match cover(needle) {
            None => false,
            Some(Cover::Mark(mark)) => (0..chars.len())
                .any(|at| mark_at(&chars[at..]).any(|length| slice(at, length) == mark)),
            Some(Cover::Pieces(pieces)) => (0..chars.len()).any(|at| {
                pieces.iter().all(|(offset, piece)| {
                    chars.get(at + offset..).is_some_and(|next| {
                        piece_at(next).any(|length| slice(at + offset, length) == *piece)
                    })
                })
            }),
        }
    }

    #[test]
    fn few_pieces_cover_a_needle() {
        let pieces = |needle| match cover(needle) {
            Some(Cover::Pieces(pieces)) => pieces.len(),
            other => panic!("{needle}: {other:?}"),
        };
        assert_eq!(pieces("증언"), 1);
        assert_eq!(pieces("국가안전보위부"), 4);
        assert_eq!(pieces("detention"), 3);
        assert_eq!(pieces("김 씨"), 2);
        assert_eq!(cover("김"), Some(Cover::Mark("김".into())));
        assert_eq!(cover("to"), Some(Cover::Mark("to".into())));
        assert_eq!(cover(""), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_needle_is_found_exactly_where_it_stands(
            text in "[가나각ab 1漢]{0,14}",
            needle in "[가나각ab 1漢]{1,6}",
        ) {
            prop_assert_eq!(finds(&text, &needle), text.contains(&needle), "{:?} in {:?}", needle, text);
        }
    }
}
