//! Names of people, as they are kept and compared.
//!
//! A name is what a user recognises a key by. So it is kept in one form, and two that look alike are not both given:
//! UTS #39 says which do.

use icu_casemap::CaseMapper;
use unicode_normalization::UnicodeNormalization;

use super::signs::is_invisible;

/// A name as it is kept: NFC, without what cannot be seen, one space between words. Empty where nothing is left.
pub fn kept(typed: &str) -> String {
    let seen: String = typed
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_invisible(*c))
        .collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ").nfc().collect()
}

/// The longest name, in characters. It stands in lines beside other things, and in every save of what is known of a colleague.
const LONGEST: usize = 200;

/// Whether a name, as it is [`kept`], can be one.
pub fn is_name(kept: &str) -> bool {
    !kept.is_empty() && kept.chars().count() <= LONGEST
}

/// Whether two names would be taken for one another: the same but for width, case, spaces, invisible signs, or letters
/// of other scripts that look the same (UTS #39, section 4).
pub fn look_alike(one: &str, other: &str) -> bool {
    let (one, other) = (Likeness::of(one), Likeness::of(other));
    one.as_written == other.as_written || one.folded == other.folded
}

/// Skeletons of a name. A capital may look like a letter that its small form does not look like (I and l), so there are two.
#[derive(PartialEq, Eq)]
struct Likeness {
    as_written: String,
    folded: String,
}

impl Likeness {
    fn of(name: &str) -> Self {
        let wide: String = name
            .nfkc()
            .filter(|c| !is_invisible(*c) && !c.is_whitespace())
            .collect();
        let fold = |text: &str| CaseMapper::new().fold_string(text).into_owned();
        Self {
            as_written: fold(&skeleton(&wide)),
            folded: fold(&skeleton(&fold(&wide))),
        }
    }
}

fn skeleton(text: &str) -> String {
    unicode_security::confusable_detection::skeleton(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_an_end() {
        assert!(!is_name(&kept(" \u{200b} ")));
        for blank in [
            '\u{2800}',
            '\u{1d159}',
            '\u{16fe4}',
            '\u{fffc}',
            '\u{fffe}',
            '\u{10ffff}',
        ] {
            assert!(!is_name(&kept(&blank.to_string())), "{blank:?}");
            assert_eq!(kept(&format!("Anna{blank}")), "Anna");
        }
        assert!(is_name(&"김".repeat(LONGEST)));
        assert!(!is_name(&"김".repeat(LONGEST + 1)));
        // Letters in pieces count as they are kept.
        let in_pieces: String = "김".repeat(LONGEST).nfd().collect();
        assert!(is_name(&kept(&in_pieces)));
    }

    #[test]
    fn a_name_is_kept_in_one_form() {
        let decomposed = "\u{1106}\u{1175}\u{11ab}\u{110c}\u{1175}";
        for typed in [
            "민지",
            decomposed,
            "민\u{200b}지",
            " 민지\u{feff}\n",
            "\u{202e}민지",
        ] {
            assert_eq!(kept(typed), "민지", "{typed:?}");
        }
        assert_eq!(kept("Anna\u{a0} \tKim"), "Anna Kim");
        assert_eq!(kept(" \u{200b}\u{3164}\n"), "");
    }

    #[test]
    fn names_that_look_alike_are_recognised() {
        for (one, other) in [
            ("Anna", "\u{410}nna"),
            ("Anna", "ANNA"),
            ("Anna", "Ａｎｎａ"),
            ("Anna", "an\u{200d}na"),
            ("Ivan", "lvan"),
            ("Anna Kim", "AnnaKim"),
            ("민지", "\u{1106}\u{1175}\u{11ab}\u{110c}\u{1175}"),
            ("Pavel", "Раvеl"),
        ] {
            assert!(look_alike(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Anna", "Anne"),
            ("민지", "민치"),
            ("김민지", "김민자"),
            ("Kim", "Lim"),
        ] {
            assert!(!look_alike(one, other), "{one} {other}");
        }
    }
}
