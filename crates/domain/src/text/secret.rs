//! Passphrases as they are typed: for a vault, a bundle, a review package.
//!
//! All pass here, when something is sealed and when it is opened. Two machines compose 한글 differently, so a
//! passphrase is its NFC form (as docs/FORMAT.md says). A new one holds nothing that cannot be seen: nobody could read it
//! from paper and type it again.

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

use super::signs::is_invisible;

/// Why a passphrase is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretFault {
    /// No characters, or white space only.
    Empty,
    /// Line feeds, tabs, other controls, or characters without a shape.
    Unprintable,
}

/// A new passphrase in the form that seals.
///
/// # Errors
/// [`SecretFault`] where it should protect nothing.
pub fn to_seal(typed: &SecretString) -> Result<SecretString, SecretFault> {
    if is_blank(typed) {
        return Err(SecretFault::Empty);
    }
    if typed.expose_secret().contains(is_invisible) {
        return Err(SecretFault::Unprintable);
    }
    Ok(normal(typed))
}

/// The forms of a passphrase to try when something is opened, the likeliest first: NFC; then as it was typed, for what
/// another program sealed.
///
/// # Errors
/// [`SecretFault::Empty`].
pub fn to_open(typed: &SecretString) -> Result<Vec<SecretString>, SecretFault> {
    if is_blank(typed) {
        return Err(SecretFault::Empty);
    }
    let mut forms = vec![normal(typed)];
    let is_other = forms
        .iter()
        .all(|form| form.expose_secret() != typed.expose_secret());
    if is_other {
        forms.push(typed.clone());
    }
    Ok(forms)
}

/// White space alone is a slip of the keyboard, and there is nobody who could distinguish one from another.
fn is_blank(typed: &SecretString) -> bool {
    let mut all = typed.expose_secret().chars();
    all.all(|c| c.is_whitespace() || is_invisible(c))
}

fn normal(typed: &SecretString) -> SecretString {
    let mut normal = String::with_capacity(typed.expose_secret().len() * 2);
    normal.extend(typed.expose_secret().nfc());
    SecretString::from(normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(typed: &str) -> Result<String, SecretFault> {
        to_seal(&SecretString::from(typed)).map(|secret| secret.expose_secret().to_owned())
    }

    #[test]
    fn a_passphrase_is_its_composed_form() {
        assert_eq!(
            sealed("\u{1112}\u{1161}\u{11ab} 글"),
            Ok("한 글".to_owned())
        );
        assert_eq!(sealed(" with spaces "), Ok(" with spaces ".to_owned()));
        let forms = to_open(&SecretString::from("\u{1112}\u{1161}\u{11ab}")).expect("not empty");
        let forms: Vec<&str> = forms.iter().map(ExposeSecret::expose_secret).collect();
        assert_eq!(forms, ["한", "\u{1112}\u{1161}\u{11ab}"]);
        assert_eq!(
            to_open(&SecretString::from("한")).expect("not empty").len(),
            1
        );
    }

    #[test]
    fn nothing_empty_or_unseen_seals() {
        for empty in ["", " ", "\n", "\u{3000}\t", "\u{200b}"] {
            assert_eq!(sealed(empty), Err(SecretFault::Empty), "{empty:?}");
            assert_eq!(
                to_open(&SecretString::from(empty)).err(),
                Some(SecretFault::Empty)
            );
        }
        for unseen in [
            "a\nb",
            "a\tb",
            "a\u{200b}b",
            "a\0",
            "\u{feff}a",
            "a\u{202e}",
            "a\u{1b}",
        ] {
            assert_eq!(sealed(unseen), Err(SecretFault::Unprintable), "{unseen:?}");
        }
        let old = SecretString::from("a\u{200b}b");
        assert!(
            to_open(&old).is_ok(),
            "what another program sealed still opens"
        );
    }
}
