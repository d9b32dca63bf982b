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
pub fn words_of(key: &Key, list: WordList) -> SecretString {
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
pub fn random_words(list: WordList, count: usize, random: &dyn Random) -> SecretString {
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

/// What is wrong with recovery words. It says where, and never what was typed: the right ones are secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsFault {
    /// How many were typed.
    pub count: usize,
    /// Those that no list has: the place from 1, and words of the list that are spelled nearly so. Empty where every word is
    /// one of the list; then some are missing or too many, or there are all and one is another, or in another place.
    pub unknown: Vec<(usize, Vec<String>)>,
}

/// Similar words that are named for one that is not known.
const SUGGESTED: usize = 3;

/// Reads the words back, of either list, in any spacing, case and normal form, with or without the numbers that stand on the paper.
pub fn key_of(words: &str) -> Result<Key, VaultError> {
    let normal = letters_of(words);
    let fault = || VaultError::RecoveryWordsMistyped(fault_in(&normal));
    let mnemonic = [Language::English, Language::Korean]
        .into_iter()
        .find_map(|language| Mnemonic::parse_in_normalized(language, &normal).ok())
        .ok_or_else(fault)?;
    let (mut entropy, length) = mnemonic.to_entropy_array();
    let key = entropy
        .first_chunk::<32>()
        .filter(|_| length == 32)
        .map(Key::from_bytes);
    entropy.zeroize();
    key.ok_or_else(fault)
}

/// The words alone, in NFKD and small letters, with one space between them. Numbers and signs around them are of the paper: no word
/// of a list has any. One inside a word stays, so that the word is named.
fn letters_of(words: &str) -> Zeroizing<String> {
    let visible: Zeroizing<String> = Zeroizing::new(
        words
            .chars()
            .filter(|c| c.is_whitespace() || !fieldnotes_domain::text::signs::is_invisible(*c))
            .collect(),
    );
    let lower = Zeroizing::new(visible.to_lowercase());
    let normal: Zeroizing<String> =
        Zeroizing::new(unicode_normalization::UnicodeNormalization::nfkd(lower.as_str()).collect());
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '、' | '.' | ';' | ':' | ')');
    let words = normal
        .split(is_between)
        .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty());
    let mut letters = Zeroizing::new(String::with_capacity(normal.len()));
    for word in words {
        if !letters.is_empty() {
            letters.push(' ');
        }
        letters.push_str(word);
    }
    letters
}

/// Where words in NFKD are not what they should be, by the list that knows most of them.
fn fault_in(normal: &str) -> WordsFault {
    let typed: Vec<&str> = normal.split_whitespace().collect();
    let known = |language: Language| {
        let words = typed.iter();
        words
            .filter(|word| language.find_word(word).is_some())
            .count()
    };
    let is_hangul = normal.chars().any(|c| matches!(c, '\u{1100}'..='\u{11ff}'));
    let language = match known(Language::Korean).cmp(&known(Language::English)) {
        std::cmp::Ordering::Greater => Language::Korean,
        std::cmp::Ordering::Equal if is_hangul => Language::Korean,
        _ => Language::English,
    };
    let unknown = (1..)
        .zip(&typed)
        .filter(|(_, word)| language.find_word(word).is_none())
        .map(|(place, word)| (place, similar(word, language)))
        .collect();
    WordsFault {
        count: typed.len(),
        unknown,
    }
}

/// The words of the list that are nearest to `word`, where any are near.
fn similar(word: &str, language: Language) -> Vec<String> {
    // One letter in three may be wrong. Of a Korean word these are the letters of its syllables.
    let most = word.chars().count().div_ceil(3).min(3);
    let near: Vec<(usize, &str)> = language
        .word_list()
        .iter()
        .map(|listed| (distance(word, listed), *listed))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    let nearest = near.iter().map(|(distance, _)| *distance).min();
    near.into_iter()
        .filter(|(distance, _)| Some(*distance) == nearest)
        .take(SUGGESTED)
        .map(|(_, listed)| unicode_normalization::UnicodeNormalization::nfc(listed).collect())
        .collect()
}

/// How many letters must be put in, left out or changed (Levenshtein 1966).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut next = vec![at + 1];
        for (place, pair) in row.windows(2).enumerate() {
            let (&[diagonal, above], Some(&left)) = (pair, next.last()) else {
                continue;
            };
            let changed = diagonal + usize::from(other.get(place) != Some(&c));
            next.push(changed.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
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
                (1..)
                    .zip(text.split(' '))
                    .map(|(number, word)| format!(" {number}. {word},\t"))
                    .collect(),
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

    fn fault(typed: &str) -> WordsFault {
        match key_of(typed) {
            Err(VaultError::RecoveryWordsMistyped(fault)) => fault,
            other => panic!("{:?}", other.map(|_| ())),
        }
    }

    #[test]
    fn the_wrong_word_is_named_by_its_place() {
        for (list, wrong, place) in [
            (WordList::English, "abandom", 4),
            (WordList::Korean, "가걱", 9),
        ] {
            let words = words_of(&Key::from_bytes(&[7; 32]), list);
            let mut typed: Vec<&str> = words.expose_secret().split(' ').collect();
            let right = typed[place - 1].to_owned();
            typed[place - 1] = wrong;
            let fault = fault(&typed.join(" "));
            assert_eq!((fault.count, fault.unknown.len()), (24, 1), "{fault:?}");
            assert_eq!(fault.unknown[0].0, place);
            let suggested = &fault.unknown[0].1;
            let wanted = if wrong == "abandom" {
                "abandon"
            } else {
                "가격"
            };
            assert!(suggested.iter().any(|word| word == wanted), "{suggested:?}");
            // Nothing of the others is said, nor what was typed.
            assert!(!format!("{fault:?}").contains(wrong));
            assert!(!suggested.contains(&right));
        }
    }

    #[test]
    fn missing_words_and_a_wrong_sum_are_distinguished() {
        let words = words_of(&Key::from_bytes(&[7; 32]), WordList::Korean);
        let all: Vec<&str> = words.expose_secret().split(' ').collect();
        let short = fault(&all[..22].join(" "));
        assert_eq!((short.count, short.unknown.len()), (22, 0));
        let long = fault(&[&all[..], &all[..1]].concat().join(" "));
        assert_eq!((long.count, long.unknown.len()), (25, 0));
        let mut swapped = all.clone();
        swapped.swap(0, 5);
        let sum = fault(&swapped.join(" "));
        assert_eq!((sum.count, sum.unknown.len()), (24, 0));
        assert_eq!(fault("").count, 0);
        let unlike = fault(&["xxxxxxxxqqqq"; 24].join(" "));
        assert!(unlike.unknown.iter().all(|(_, similar)| similar.is_empty()));
    }

    #[test]
    fn distances_count_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", "abc"), 0);
    }
}
