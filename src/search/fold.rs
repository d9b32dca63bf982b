//! Texts as they are compared.

use icu_casemap::CaseMapper;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text as it is compared: invisible characters dropped, white space made single spaces, then
/// NFC, full case folding, and NFC again since folding can take characters apart.
pub fn fold(text: &str) -> String {
    fold_clean(&clean(text))
}

/// [`fold`] for a text that is clean already.
pub(super) fn fold_clean(text: &str) -> String {
    let folded = if is_nfc(text) {
        CaseMapper::new().fold_string(text).into_owned()
    } else {
        let composed: String = text.nfc().collect();
        CaseMapper::new().fold_string(&composed).into_owned()
    };
    if is_nfc(&folded) {
        folded
    } else {
        folded.nfc().collect()
    }
}

/// The text as it can be shown in one line: what nobody sees is dropped, so that it can neither hide
/// a word from a search nor steer a terminal, and every run of white space is one space.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut after_space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            if !after_space {
                clean.push(' ');
            }
            after_space = true;
        } else if !is_invisible(c) {
            clean.push(c);
            after_space = false;
        }
    }
    clean
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
        fn canonically_equal_texts_fold_alike(text in "\\PC*") {
            let nfd: String = text.nfd().collect();
            let nfc: String = text.nfc().collect();
            prop_assert_eq!(fold(&nfd), fold(&nfc));
        }
    }
}
