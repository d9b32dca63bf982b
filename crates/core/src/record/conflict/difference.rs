//! What differs between two texts: by paragraph, and inside a paragraph by word.

use serde::Serialize;
use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

/// Paragraphs longer than this together are not compared by word: it would take too long, and say little.
const LONGEST: usize = 40_000;
/// Texts of more paragraphs than this are not compared at all.
const MOST: usize = 20_000;

/// Two paragraphs beside each other, or one with nothing beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct TextRow {
    /// Both say the same.
    pub is_same: bool,
    /// The paragraph of the left text, in pieces; null where there is none.
    pub left: Option<Vec<TextPiece>>,
    /// That of the right one.
    pub right: Option<Vec<TextPiece>>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct TextPiece {
    /// What it says.
    pub text: String,
    /// The other text does not say it.
    pub is_changed: bool,
}

/// Sets two texts beside each other. A paragraph is a line; blank ones are left out.
pub(crate) fn rows(left: &str, right: &str) -> Vec<TextRow> {
    let paragraphs = |text| -> Vec<&str> {
        let lines = str::lines(text).map(str::trim_end);
        lines.filter(|line| !line.is_empty()).collect()
    };
    let (left, right) = (paragraphs(left), paragraphs(right));
    let ops = if left.len().max(right.len()) > MOST {
        vec![DiffOp::Replace {
            old_index: 0,
            old_len: left.len(),
            new_index: 0,
            new_len: right.len(),
        }]
    } else {
        capture_diff_slices(Algorithm::Myers, &left, &right)
    };
    let mut rows = Vec::new();
    for op in ops {
        let mut old = left.get(op.old_range()).unwrap_or_default().iter();
        let mut new = right.get(op.new_range()).unwrap_or_default().iter();
        let is_same = matches!(op, DiffOp::Equal { .. });
        loop {
            rows.push(match (old.next(), new.next()) {
                (None, None) => break,
                (Some(one), Some(_)) if is_same => TextRow {
                    is_same,
                    left: Some(whole(one, false)),
                    right: Some(whole(one, false)),
                },
                (Some(one), Some(other)) => by_word(one, other),
                (one, other) => TextRow {
                    is_same,
                    left: one.map(|one| whole(one, true)),
                    right: other.map(|other| whole(other, true)),
                },
            });
        }
    }
    rows
}

fn whole(text: &str, is_changed: bool) -> Vec<TextPiece> {
    let text = text.to_owned();
    vec![TextPiece { text, is_changed }]
}

fn by_word(left: &str, right: &str) -> TextRow {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    if left.len() + right.len() > LONGEST {
        ours = whole(left, true);
        theirs = whole(right, true);
    } else {
        let diff = TextDiff::from_unicode_words(left, right);
        for change in diff.iter_all_changes() {
            let text = change.value();
            match change.tag() {
                ChangeTag::Equal => {
                    add(&mut ours, text, false);
                    add(&mut theirs, text, false);
                }
                ChangeTag::Delete => add(&mut ours, text, true),
                ChangeTag::Insert => add(&mut theirs, text, true),
            }
        }
    }
    TextRow {
        is_same: false,
        left: Some(ours),
        right: Some(theirs),
    }
}

fn add(pieces: &mut Vec<TextPiece>, text: &str, is_changed: bool) {
    match pieces.last_mut() {
        Some(last) if last.is_changed == is_changed => last.text.push_str(text),
        _ => pieces.extend(whole(text, is_changed)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(pieces: &Option<Vec<TextPiece>>, marked: bool) -> String {
        let pieces = pieces.iter().flatten();
        pieces
            .map(|piece| match piece.is_changed && marked {
                true => format!("<{}>", piece.text),
                false => piece.text.clone(),
            })
            .collect()
    }

    #[test]
    fn paragraphs_stand_beside_each_other_and_words_are_marked() {
        let rows = rows(
            "강을 건넜다\n밤에 비가 왔다\n\n끝",
            "강을 건넜다\n밤에 눈이 왔다\n끝\n또 하나",
        );
        let marked: Vec<_> = rows
            .iter()
            .map(|row| (said(&row.left, true), said(&row.right, true)))
            .collect();
        let expected = [
            ("강을 건넜다", "강을 건넜다"),
            ("밤에 <비가> 왔다", "밤에 <눈이> 왔다"),
            ("끝", "끝"),
            ("", "<또 하나>"),
        ];
        assert_eq!(
            marked,
            expected.map(|(one, other)| (one.to_owned(), other.to_owned()))
        );
        assert_eq!(rows.iter().filter(|row| row.is_same).count(), 2);
    }

    proptest! {
        #[test]
        fn nothing_is_left_out(left in "[ab \n]{0,40}", right in "[ab \n]{0,40}") {
            let rows = rows(&left, &right);
            let whole = |text: &str| -> Vec<String> {
                text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect()
            };
            let column = |side: fn(&TextRow) -> &Option<Vec<TextPiece>>| -> Vec<String> {
                rows.iter().map(side).filter(|one| one.is_some()).map(|one| said(one, false)).collect()
            };
            prop_assert_eq!(column(|row| &row.left), whole(&left));
            prop_assert_eq!(column(|row| &row.right), whole(&right));
        }
    }
}
