//! Passphrases: how strong one is, and a good one to offer.

use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::error::{Code, Outcome};
use fieldnotes_domain::text::secret::{self, SecretFault};
use fieldnotes_format::random::Random;
use fieldnotes_format::vault::{WordList, recovery_words};

/// Words of a passphrase that is offered: 7 of 2,048, 77 bits.
const WORDS: usize = 7;

/// How strong a typed passphrase is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Strength {
    /// From 0, guessed at once, to 4, out of reach.
    pub score: u8,
    /// Whether it should protect a vault.
    pub is_enough: bool,
}

/// Guesses how hard a passphrase is to guess. Hangul typed on a QWERTY layout is looked at as the keys that were pressed,
/// so that 비밀번호 counts as the well-known word that it is.
pub fn strength(passphrase: &SecretString) -> Strength {
    let typed = passphrase.expose_secret();
    let pressed = secrecy::SecretString::from(keys::pressed(typed));
    let guess = |text: &str| u8::from(zxcvbn::zxcvbn(text, keys::COMMON).score());
    let score = guess(typed).min(guess(pressed.expose_secret()));
    Strength {
        score,
        is_enough: score >= 3,
    }
}

/// Looks at a new passphrase before anything is made with it: for a vault, a bundle or a review package.
///
/// # Errors
/// [`Code::PassphraseEmpty`]; [`Code::PassphraseUnprintable`].
pub fn check_new(passphrase: &SecretString) -> Outcome<()> {
    match secret::to_seal(passphrase) {
        Ok(_) => Ok(()),
        Err(SecretFault::Empty) => Err(Code::PassphraseEmpty.into()),
        Err(SecretFault::Unprintable) => Err(Code::PassphraseUnprintable.into()),
    }
}

/// A passphrase to offer: random words that can be remembered.
pub fn suggest(list: WordList, random: &dyn Random) -> SecretString {
    recovery_words::random_words(list, WORDS, random)
}

mod keys {
    //! Hangul as the keys of the two-set layout that type it.

    use unicode_normalization::UnicodeNormalization;

    /// Words that are guessed first in Korea, as keys.
    pub(crate) const COMMON: &[&str] = &[
        "qlalfqjsgh",
        "tkfkdgo",
        "dkssudgktpdy",
        "eogksalsrnr",
        "qkrrmsgp",
        "whtjs",
        "qnrgks",
        "rhkdxh",
        "fieldnotes",
    ];

    const LEADS: [&str; 19] = [
        "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v",
        "g",
    ];
    const VOWELS: [&str; 21] = [
        "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl",
        "b", "m", "ml", "l",
    ];
    const TAILS: [&str; 27] = [
        "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
        "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g",
    ];

    pub(crate) fn pressed(text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        for c in text.nfd() {
            let key = |table: &'static [&'static str], first: char| {
                table
                    .get((c as u32).checked_sub(first as u32)? as usize)
                    .copied()
            };
            let found = match c {
                '\u{1100}'..='\u{1112}' => key(&LEADS, '\u{1100}'),
                '\u{1161}'..='\u{1175}' => key(&VOWELS, '\u{1161}'),
                '\u{11A8}'..='\u{11C2}' => key(&TAILS, '\u{11A8}'),
                _ => None,
            };
            match found {
                Some(keys) => out.push_str(keys),
                None => out.push(c),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fieldnotes_format::random::OsRandom;

    #[test]
    fn hangul_is_mapped_back_to_keys() {
        assert_eq!(keys::pressed("비밀번호"), "qlalfqjsgh");
        assert_eq!(keys::pressed("닭 Ab1"), "ekfr Ab1");
    }

    #[test]
    fn common_words_are_weak_in_both_scripts_and_offered_ones_are_not() {
        for weak in ["password", "비밀번호", "qlalfqjsgh", "사랑해", "1234", ""] {
            assert!(!strength(&SecretString::from(weak)).is_enough, "{weak}");
        }
        for list in [WordList::English, WordList::Korean] {
            let offered = suggest(list, &OsRandom);
            assert_eq!(offered.expose_secret().split(' ').count(), WORDS);
            assert!(strength(&offered).is_enough);
        }
    }
}
