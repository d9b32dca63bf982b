//! A text with other words in some places.

use std::ops::Range;

use super::particles::{agree, last_sound};

/// A place in a text and what is put there.
#[derive(Clone, PartialEq, Eq)]
pub struct Cut {
    /// Bytes of the text. Both ends are widened to whole characters.
    pub range: Range<usize>,
    /// What takes its place; nothing removes it.
    pub with: String,
    /// Whether both are names, so that a particle behind them agrees.
    pub is_name: bool,
}

/// A text in which something was replaced.
#[derive(Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The new text.
    pub text: String,
    /// What was replaced, in order. What lies between two pieces is the same in both texts, byte for byte.
    pub pieces: Vec<Piece>,
}

/// A place that was replaced, in the old and in the new text; with the particle where that changed, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the old text.
    pub before: Range<usize>,
    /// Bytes of the new text.
    pub after: Range<usize>,
}

/// The text with every cut made. Cuts are taken in the order of their places; of two that overlap, the second begins where the
/// first ends, so that nothing that either covers stays.
pub fn replace(text: &str, cuts: &[Cut]) -> Replaced {
    let mut ordered: Vec<(Range<usize>, &Cut)> = cuts
        .iter()
        .map(|cut| (widened(text, &cut.range), cut))
        .collect();
    ordered.sort_by_key(|(range, _)| range.start);
    let mut new = String::with_capacity(text.len());
    let mut pieces = Vec::with_capacity(cuts.len());
    let mut done = 0;
    for (at, (range, cut)) in ordered.iter().enumerate() {
        let start = range.start.max(done);
        // Within the cut before, which has removed it.
        if range.end <= done && !range.is_empty() {
            continue;
        }
        let end = range.end.max(start);
        new.push_str(text.get(done..start).unwrap_or_default());
        let from = new.len();
        new.push_str(&cut.with);
        done = end;
        if cut.is_name && !cut.with.is_empty() {
            let next = ordered
                .get(at + 1)
                .map_or(text.len(), |(next, _)| next.start.max(end));
            let old = last_sound(text.get(start..end).unwrap_or_default());
            let after = text.get(end..next).unwrap_or_default();
            if let Some(agreed) = agree(after, old, last_sound(&cut.with)) {
                new.push_str(&agreed.with);
                done = end + agreed.taken;
            }
        }
        pieces.push(Piece {
            before: start..done,
            after: from..new.len(),
        });
    }
    new.push_str(text.get(done..).unwrap_or_default());
    Replaced { text: new, pieces }
}

/// A range within the text, of whole characters.
fn widened(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end.max(range.start).min(text.len()));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str, part: &str, with: &str) -> Cut {
        let start = text.find(part).expect("in the text");
        Cut {
            range: start..start + part.len(),
            with: with.to_owned(),
            is_name: true,
        }
    }

    #[test]
    fn particles_agree_and_pieces_show_them() {
        let text = "그때 김영희는 순이와 갔다.";
        let replaced = replace(
            text,
            &[cut(text, "김영희", "박민준"), cut(text, "순이", "은결")],
        );
        assert_eq!(replaced.text, "그때 박민준은 은결과 갔다.");
        let shown: Vec<(&str, &str)> = replaced
            .pieces
            .iter()
            .map(|piece| {
                (
                    &text[piece.before.clone()],
                    &replaced.text[piece.after.clone()],
                )
            })
            .collect();
        assert_eq!(shown, [("김영희는", "박민준은"), ("순이와", "은결과")]);
    }

    #[test]
    fn a_name_right_behind_a_particle_is_its_end() {
        let text = "영희와순이는";
        let replaced = replace(
            text,
            &[cut(text, "영희", "민준"), cut(text, "순이", "민철")],
        );
        assert_eq!(replaced.text, "민준과민철은");
    }

    #[test]
    fn what_is_no_name_keeps_its_particle() {
        let text = "전화 010-1234-5678은";
        let mut number = cut(text, "010-1234-5678", "…");
        number.is_name = false;
        assert_eq!(replace(text, &[number]).text, "전화 …은");
    }

    #[test]
    fn cuts_that_overlap_leave_nothing_of_either() {
        let text = "abcdef";
        let of = |range: Range<usize>, with: &str| Cut {
            range,
            with: with.to_owned(),
            is_name: false,
        };
        assert_eq!(replace(text, &[of(1..4, "1"), of(2..5, "2")]).text, "a12f");
        assert_eq!(replace(text, &[of(1..5, "1"), of(2..3, "2")]).text, "a1f");
        assert_eq!(replace("가나", &[of(1..2, "x")]).text, "x나");
        assert_eq!(replace("가", &[of(1..200, "x")]).text, "x");
    }

    proptest! {
        #[test]
        fn what_is_not_cut_stays(
            text in "[가-힣a-c는은이가 ]{0,30}",
            places in prop::collection::vec((0usize..90, 0usize..12, "[가-힣a-z]{0,4}", any::<bool>()), 0..5),
        ) {
            let cuts: Vec<Cut> = places
                .into_iter()
                .map(|(at, length, with, is_name)| Cut { range: at..at + length, with, is_name })
                .collect();
            let replaced = replace(&text, &cuts);
            let (mut old, mut new) = (0, 0);
            for piece in &replaced.pieces {
                prop_assert_eq!(&text[old..piece.before.start], &replaced.text[new..piece.after.start]);
                (old, new) = (piece.before.end, piece.after.end);
            }
            prop_assert_eq!(&text[old..], &replaced.text[new..]);
        }

        #[test]
        fn no_cut_no_change(text in "\\PC{0,40}") {
            let replaced = replace(&text, &[]);
            prop_assert_eq!(replaced.text, text);
            prop_assert!(replaced.pieces.is_empty());
        }
    }
}
