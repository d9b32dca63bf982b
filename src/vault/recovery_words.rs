//! The recovery key as 24 words that can be printed, read aloud and typed back (BIP-39 lists and checksum).

use bip39::{Language, Mnemonic};
use secrecy::SecretString;
use zeroize::{Zeroize, Zeroizing};

use super::VaultError;
use crate::crypto::key::Key;
use crate::random::{Random, make_array};

/// The language of the word list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WordList {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}

/// Writes the key as words.
pub(crate) fn words_of(key: &Key, list: WordList) -> SecretString {
    let mnemonic =
        Mnemonic::from_entropy_in(language(list), key.bytes()).expect("256 bits are 24 words");
    let mut text = String::new();
    for word in mnemonic.words() {
        if !text.is_empty() {
            text.push(' ');
        }
        // The Korean list is decomposed; people and fonts expect syllables.
        text.extend(unicode_normalization::UnicodeNormalization::nfc(word));
    }
    SecretString::from(text)
}

/// Random words of a list, for a passphrase to offer. Each is one of 2,048: 11 bits.
pub(crate) fn random_words(list: WordList, count: usize, random: &dyn Random) -> SecretString {
    let words = language(list).word_list();
    let mut text = String::new();
    for _ in 0..count {
        // 2,048 divides 65,536, so that every word is as likely as any other.
        let index = usize::from(u16::from_be_bytes(make_array(random))) % words.len();
        if !text.is_empty() {
            text.push(' ');
        }
        let word = words.get(index).copied().unwrap_or_default();
        text.extend(unicode_normalization::UnicodeNormalization::nfc(word));
    }
    SecretString::from(text)
}

fn language(list: WordList) -> Language {
    match list {
        WordList::English => Language::English,
        WordList::Korean => Language::Korean,
    }
}

/// Reads the words back, of either list, in any spacing, case and normal form.
pub(crate) fn key_of(words: &str) -> Result<Key, VaultError> {
    let lower = Zeroizing::new(words.to_lowercase());
    let normal: Zeroizing<String> =
        Zeroizing::new(unicode_normalization::UnicodeNormalization::nfkd(lower.as_str()).collect());
    let mnemonic = [Language::English, Language::Korean]
        .into_iter()
        .find_map(|language| Mnemonic::parse_in_normalized(language, &normal).ok())
        .ok_or(VaultError::RecoveryWordsMistyped)?;
    let (mut entropy, length) = mnemonic.to_entropy_array();
    let key = entropy
        .first_chunk::<32>()
        .filter(|_| length == 32)
        .map(Key::from_bytes);
    entropy.zeroize();
    key.ok_or(VaultError::RecoveryWordsMistyped)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;
    use crate::crypto::random::OsRandom;

    #[test]
    fn words_come_back_in_both_languages_however_they_are_typed() {
        for list in [WordList::English, WordList::Korean] {
            let key = Key::make(&OsRandom);
            let words = words_of(&key, list);
            let text = words.expose_secret();
            assert_eq!(text.split(' ').count(), 24);
            let decomposed: String =
                unicode_normalization::UnicodeNormalization::nfd(text).collect();
            for typed in [
                text.to_owned(),
                decomposed,
                text.to_uppercase(),
                text.replace(' ', "\n  "),
            ] {
                assert_eq!(key_of(&typed).expect("own words").bytes(), key.bytes());
            }
        }
    }

    #[test]
    fn a_mistyped_word_is_noticed() {
        let words = words_of(&Key::from_bytes(&[7; 32]), WordList::English);
        let mut typed: Vec<&str> = words.expose_secret().split(' ').collect();
        typed.swap(0, 5);
        assert!(key_of(&typed.join(" ")).is_err());
        assert!(key_of("one two three").is_err());
        assert!(key_of("").is_err());
        let short = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
        assert!(key_of(short).is_err(), "128 bits are not a recovery key");
    }
}
