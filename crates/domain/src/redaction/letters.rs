//! A text as its letters: what is compared, with the way back to the text as it was written.
//!
//! Nothing that a reader skips keeps a name from being found: invisible characters, Unicode forms, width, case, spaces,
//! line breaks and joints. The first step makes one form of each character; the second drops what stands between letters
//! and notes that it was there.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::fold::fold_clean;
use crate::text::hangul;
use crate::text::signs::{is_invisible, is_joint, is_line_break, usual_width};

/// One character in one form (NFC, usual width, case kept), and the bytes of the text that it stands for: whole
/// characters as a reader counts them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) c: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Needs no other form where another such, a space or the end follows.
fn is_plain(c: char) -> bool {
    c.is_ascii() || hangul::is_syllable(c) || matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The text without what nobody sees. White space stays: a line feed for what ends a line, a space for any other.
pub(super) fn seen(text: &str) -> Vec<Seen> {
    let mut all = Vec::with_capacity(text.len() / 2);
    let mut visible = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || !is_invisible(*c))
        .peekable();
    let mut run = Vec::new();
    let mut has_jamo = false;
    while let Some((at, c)) = visible.next() {
        // Two characters, one line break.
        if c == '\r' && matches!(visible.peek(), Some((_, '\n'))) {
            continue;
        }
        let is_edge = visible
            .peek()
            .is_none_or(|(_, next)| is_plain(*next) || next.is_whitespace());
        if run.is_empty() && c.is_whitespace() {
            all.push(Seen {
                c: space(c),
                start: at,
                end: at + c.len_utf8(),
            });
        } else if run.is_empty() && is_edge && is_plain(c) {
            all.push(Seen {
                c,
                start: at,
                end: at + c.len_utf8(),
            });
        } else {
            run.push((at, c));
            if is_edge {
                has_jamo |= push_run(&run, &mut all);
                run.clear();
            }
        }
    }
    if has_jamo { composed(&all) } else { all }
}

fn space(c: char) -> char {
    if is_line_break(c) { '\n' } else { ' ' }
}

/// Characters that may belong together. Says whether jamo stand alone among them.
fn push_run(run: &[(usize, char)], all: &mut Vec<Seen>) -> bool {
    let visible: String = run.iter().map(|(_, c)| *c).collect();
    let mut next = 0;
    let mut has_jamo = false;
    for grapheme in visible.graphemes(true) {
        let count = grapheme.chars().count();
        let first = run.get(next);
        next += count;
        let last = run.get(next - 1);
        let (Some((start, _)), Some((at, c))) = (first, last) else {
            continue;
        };
        let end = at + c.len_utf8();
        for c in grapheme.nfc() {
            let c = usual(c);
            has_jamo |= hangul::is_lone_vowel(c);
            all.push(Seen {
                c,
                start: *start,
                end,
            });
        }
    }
    has_jamo
}

/// The character in its usual width; a jamo as it stands alone.
fn usual(c: char) -> char {
    match usual_width(c) {
        c if c.is_whitespace() => space(c),
        c => hangul::wide_jamo(c).unwrap_or_else(|| hangul::lone_jamo(c)),
    }
}

/// Jamo in a row, as some programs write Hangul, made syllables: an initial, a vowel, and a final that begins no other.
fn composed(all: &[Seen]) -> Vec<Seen> {
    let mut out = Vec::with_capacity(all.len());
    let mut at = 0;
    let char_at = |at: usize| all.get(at).map(|seen| seen.c);
    while let Some(seen) = all.get(at) {
        let vowel = char_at(at + 1).filter(|c| hangul::is_lone_vowel(*c));
        let last = char_at(at + 2)
            .filter(|c| hangul::is_final(*c))
            .filter(|_| !char_at(at + 3).is_some_and(hangul::is_lone_vowel));
        let syllable = vowel.and_then(|vowel| hangul::compose(seen.c, vowel, last));
        let count = match syllable {
            Some(_) => 2 + usize::from(last.is_some()),
            None => 1,
        };
        let end = all.get(at + count - 1).map_or(seen.end, |seen| seen.end);
        out.push(Seen {
            c: syllable.unwrap_or(seen.c),
            start: seen.start,
            end,
        });
        at += count;
    }
    out
}

/// What a letter is, as far as names are concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LetterKind {
    Hangul,
    Han,
    Latin,
    Digit,
    /// A letter of another script.
    Other,
    /// No letter: no name goes across it.
    Mark,
}

/// What stands between a letter and the one before it, the strongest of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    /// A hyphen, an apostrophe, a middle dot.
    Joint,
    /// A full stop with no space beside it, as in file names.
    Dot,
    /// One line break, which may fall within a word.
    Break,
    Space,
    Comma,
    /// A full stop, or an empty line.
    Stop,
}

/// A letter in the form that is compared.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// Folded: small, without marks where it is Latin.
    pub(super) c: char,
    pub(super) kind: LetterKind,
    /// What stands before it.
    pub(super) gap: Gap,
    pub(super) is_capital: bool,
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Letter {
    /// The letter for which North and South write one or another.
    pub(super) fn common(&self) -> char {
        hangul::common_initial(self.c)
    }

    pub(super) fn is(&self, kind: LetterKind) -> bool {
        self.kind == kind
    }
}

/// The letters of a text. What is neither a letter nor dropped is a letter of its own, a [`LetterKind::Mark`].
pub(super) fn letters(text: &str) -> Vec<Letter> {
    letters_of(&seen(text))
}

pub(super) fn letters_of(seen: &[Seen]) -> Vec<Letter> {
    let mut all: Vec<Letter> = Vec::with_capacity(seen.len());
    let mut gap = Gap::None;
    let mut breaks = 0;
    for seen in seen {
        if let Some(between) = gap_of(seen.c) {
            breaks += u32::from(between == Gap::Break);
            let ends_sentence = gap.min(between) == Gap::Dot && gap.max(between) > Gap::Dot;
            gap = match breaks > 1 || ends_sentence {
                true => Gap::Stop,
                false => gap.max(between),
            };
            continue;
        }
        let mut push = |c: char| {
            let kind = kind_of(c);
            // A mark on a letter is no letter.
            if kind == LetterKind::Mark && is_accent(c) {
                return;
            }
            all.push(Letter {
                c,
                kind,
                gap,
                is_capital: seen.c.is_uppercase(),
                start: seen.start,
                end: seen.end,
            });
            gap = Gap::None;
            breaks = 0;
        };
        if seen.c.is_ascii() {
            push(seen.c.to_ascii_lowercase());
        } else if is_plain(seen.c) {
            push(seen.c);
        } else {
            fold_clean(seen.c.encode_utf8(&mut [0; 4]))
                .chars()
                .for_each(push);
        }
    }
    all
}

/// What separates letters without separating the parts of a name.
fn gap_of(c: char) -> Option<Gap> {
    Some(match c {
        ' ' | '_' => Gap::Space,
        '\n' => Gap::Break,
        c if is_joint(c) => Gap::Joint,
        ',' | '、' => Gap::Comma,
        '.' => Gap::Dot,
        '。' => Gap::Stop,
        _ => return None,
    })
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{302e}' | '\u{302f}')
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々')
}

pub(super) fn kind_of(c: char) -> LetterKind {
    match c {
        'a'..='z' => LetterKind::Latin,
        '0'..='9' => LetterKind::Digit,
        c if c.is_ascii() => LetterKind::Mark,
        c if hangul::is_syllable(c) => LetterKind::Hangul,
        c if is_han(c) => LetterKind::Han,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if c.is_alphabetic() => LetterKind::Latin,
        c if c.is_alphanumeric() => LetterKind::Other,
        // Vowel signs of Indic scripts and Thai are part of their words.
        c if unicode_normalization::char::is_combining_mark(c) && !is_accent(c) => {
            LetterKind::Other
        }
        _ => LetterKind::Mark,
    }
}

/// The bytes of a text that letters stand for.
pub(super) fn bytes_of(letters: &[Letter]) -> Option<Range<usize>> {
    Some(letters.first()?.start..letters.last()?.end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        letters(text).iter().map(|letter| letter.c).collect()
    }

    #[test]
    fn every_form_of_a_name_has_the_same_letters() {
        let decomposed: String = "김영희".nfd().collect();
        let split: String = "김\u{200b}영희"
            .nfd()
            .collect::<String>()
            .replace('\u{1175}', "\u{2060}\u{1175}");
        for text in [
            "김영희",
            "김 영희",
            "김\n영희",
            "김-영-희",
            "김\u{200d}영\u{ad}희",
            "ㄱㅣㅁㅇㅕㅇㅎㅢ",
            "ﾡￜﾱﾷￊﾷﾾￛ",
            decomposed.as_str(),
            split.as_str(),
        ] {
            assert_eq!(folded(text), "김영희", "{text:?}");
        }
        assert_eq!(folded("Yŏng-hŭi ＫＩＭ"), "yonghuikim");
        assert_eq!(folded("Ch'oe"), "choe");
        assert_eq!(folded("ㅋㅋ 네"), "ㅋㅋ네");
    }

    #[test]
    fn gaps_are_noted() {
        let gaps: Vec<Gap> = letters("a b-c\nd\n\ne, f. g.h")
            .iter()
            .map(|letter| letter.gap)
            .collect();
        let wanted = [
            Gap::None,
            Gap::Space,
            Gap::Joint,
            Gap::Break,
            Gap::Stop,
            Gap::Comma,
            Gap::Stop,
            Gap::Dot,
        ];
        assert!(gaps == wanted);
    }

    proptest! {
        #[test]
        fn places_are_whole_characters(text in "\\PC{0,40}") {
            for letter in letters(&text) {
                let place = text.get(letter.start..letter.end);
                prop_assert!(place.is_some_and(|place| !place.is_empty()), "{text:?}");
            }
            let places: Vec<usize> = seen(&text).iter().map(|seen| seen.start).collect();
            prop_assert!(places.is_sorted());
        }

        #[test]
        fn form_does_not_matter(text in "[가-힣 a-zA-Z,.-]{0,30}") {
            let nfd: String = text.nfd().collect();
            prop_assert_eq!(folded(&text), folded(&nfd));
        }
    }
}
