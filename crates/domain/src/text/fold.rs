//! Texts as they are compared.

use icu_casemap::CaseMapper;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::hangul;

/// The text as it is compared: invisible characters dropped, white space made single spaces, width and other forms of
/// a character made one (NFKC), full case folding, marks taken off Latin letters, and NFC.
///
/// Jamo that stand alone stay alone, in their compatibility form: NFKC would make a syllable of `ㅈㅏ`, and then what one
/// types would not be found by its initials.
pub fn fold(text: &str) -> String {
    fold_clean(&clean(text))
}

/// [`fold`] for a text that is clean already.
pub fn fold_clean(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.to_ascii_lowercase();
    }
    let mut one_form = String::with_capacity(text.len());
    for c in text.nfc() {
        push_one_form(c, &mut one_form);
    }
    // Folding can make a letter that has another form still (and the Kelvin sign a k).
    let folded = CaseMapper::new().fold_string(&one_form);
    let mut again = String::with_capacity(folded.len());
    folded.nfc().for_each(|c| push_one_form(c, &mut again));
    without_marks(&again).nfc().map(hangul::lone_jamo).collect()
}

/// What needs no more than ASCII's lower case: most of what is written, in both languages.
fn is_plain(c: char) -> bool {
    c.is_ascii() || hangul::is_syllable(c) || matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The character in the form that others of its kind are folded to as well.
fn push_one_form(c: char, out: &mut String) {
    if is_plain(c) {
        out.push(c);
        return;
    }
    if let Some(jamo) = hangul::wide_jamo(c) {
        out.push(jamo);
        return;
    }
    let start = out.len();
    decompose_compatible(c, |part| out.push(part));
    // What would melt into its neighbours is left as it is: a text must fold character by character, so that a place
    // in the folded text has a place in the text.
    let melts = out.get(start..).is_some_and(|parts| {
        parts.starts_with(' ')
            || parts.chars().next().is_some_and(is_combining_mark)
            || parts.chars().any(hangul::is_conjoining)
    });
    if melts {
        out.truncate(start);
        out.push(c);
    }
}

/// A mark over, under or through a letter.
fn is_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// `é` to `e`, and so with every Latin letter. Marks elsewhere make other letters, and stay.
fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_latin = false;
    for c in text.nfd() {
        let is_mark = is_diacritic(c);
        if is_mark && after_latin {
            continue;
        }
        if !is_mark {
            after_latin = c.is_ascii_alphabetic();
        }
        out.push(c);
    }
    out
}

/// The text as it can be shown in one line: what nobody sees is dropped, so that it can neither hide
/// a word from a search nor steer a terminal, and every run of white space is one space.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for_clean(text, |_, c| clean.push(c));
    clean
}

/// [`clean`], and for each of its characters where it begins there and in the text.
pub fn clean_with_places(text: &str) -> (String, Vec<(usize, usize)>) {
    let mut clean = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for_clean(text, |at, c| {
        places.push((clean.len(), at));
        clean.push(c);
    });
    (clean, places)
}

fn for_clean(text: &str, mut take: impl FnMut(usize, char)) {
    let mut after_space = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if !after_space {
                take(at, ' ');
            }
            after_space = true;
        } else if !is_invisible(c) {
            take(at, c);
            after_space = false;
        }
    }
}

/// Controls, soft hyphens, zero-width spaces, and the marks that steer the direction of writing.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
        )
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn unicode_forms_case_and_space_do_not_matter() {
        let decomposed: String = "김영희".nfd().collect();
        assert_ne!(decomposed, "김영희");
        assert_eq!(fold(&decomposed), fold("김영희"));
        assert_eq!(fold("STRASSE"), fold("straße"));
        assert_eq!(fold("Ángel"), fold("A\u{301}NGEL"));
        assert_eq!(fold("Ángel"), "angel");
        assert_eq!(fold("Ｋｉｍ　１９９７"), "kim 1997");
        assert_eq!(fold("ﾡﾤ"), fold("ㄱㄴ"));
        assert_eq!(fold("ㅈㅏ"), "ㅈㅏ", "two jamo are no syllable");
        assert_eq!(fold("\u{110c}\u{110b}"), "ㅈㅇ");
        assert_eq!(fold("й"), "й", "a mark that makes another letter stays");
        assert_eq!(fold("회령 \r\n 에서"), fold("회령 에서"));
        assert_eq!(fold("투\u{200b}먼"), fold("투먼"));
    }

    #[test]
    fn a_syllable_is_not_found_inside_another() {
        assert!(!fold("각").contains(&fold("가")));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_text_folds_character_by_character(text in "\\PC*") {
            use unicode_segmentation::UnicodeSegmentation;
            let text = clean(&text);
            let parts: String = text.graphemes(true).map(fold_clean).collect();
            prop_assert_eq!(fold_clean(&text), parts);
        }

        #[test]
        fn canonically_equal_texts_fold_alike(text in "\\PC*") {
            let nfd: String = text.nfd().collect();
            let nfc: String = text.nfc().collect();
            prop_assert_eq!(fold(&nfd), fold(&nfc));
        }
    }
}
