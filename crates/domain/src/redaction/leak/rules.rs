//! How each secret is looked for: what may divide it, and what may stand beside it.

use super::super::endings;
use super::super::lists;
use super::units::{Reader, Unit, before, gap, unit_of};
use super::{LeakEncoding, LeakSecret, LeakSecretKind};
use crate::text::hangul;

/// A secret is looked for by so many of its letters at most.
const LONGEST: usize = 60;
/// Digits by which a telephone number is known without its prefix.
const NUMBER: usize = 7;

/// How a secret has to stand for it to be one.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    /// The secret, by its place among all.
    pub(super) secret: usize,
    /// What may divide it: bits of [`gap`].
    gaps: u8,
    beside: Beside,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Anything.
    Any,
    /// No letter or digit of the kinds that it consists of.
    NoSign,
    /// Anything but a digit behind.
    NoDigitBehind,
    /// No Hangul before, and behind nothing but what follows a name.
    Particles,
    /// Where nothing divides it, one of the two; otherwise both: 서옥수 is in 장마당에서 옥수수를.
    Loose,
}

/// The letters of a secret and its rule, one for each way of writing it; none where it cannot be looked for.
pub(super) fn rules(at: usize, secret: &LeakSecret) -> Vec<(String, Rule)> {
    let all: Vec<char> = letters(&secret.text).collect();
    let rule = |gaps, beside| {
        let letters: String = all.iter().take(LONGEST).collect();
        let rule = Rule {
            secret: at,
            gaps,
            beside,
        };
        (letters, rule)
    };
    match secret.kind {
        LeakSecretKind::Name => name(&secret.text, &all)
            .map(|(gaps, beside)| rule(gaps, beside))
            .into_iter()
            .collect(),
        LeakSecretKind::Code if all.iter().any(|c| hangul::is_syllable(*c)) => {
            name(&secret.text, &all)
                .map(|(gaps, beside)| rule(gaps, beside))
                .into_iter()
                .collect()
        }
        LeakSecretKind::Code => {
            let is_number = all.iter().all(char::is_ascii_digit);
            let is_short = all.len() < 3 || is_number && all.len() < 4;
            let word: String = all.iter().collect();
            if is_short || lists::is_english_word(&word) {
                return Vec::new();
            }
            vec![rule(gap::SOFT, Beside::NoSign)]
        }
        LeakSecretKind::Contact | LeakSecretKind::Number => {
            let mut found = Vec::new();
            let digits = all.iter().filter(|c| c.is_ascii_digit()).count();
            if all.len() >= 5 {
                let beside = if digits >= NUMBER {
                    Beside::NoDigitBehind
                } else {
                    Beside::NoSign
                };
                found.push(rule(gap::ANY, beside));
            }
            let is_contact = secret.kind == LeakSecretKind::Contact;
            let numbers = numbers(&secret.text).into_iter().filter(|_| is_contact);
            found.extend(numbers.map(|number| {
                let rule = Rule {
                    secret: at,
                    gaps: gap::ANY,
                    beside: Beside::NoDigitBehind,
                };
                (number, rule)
            }));
            found
        }
    }
}

/// The letters of a text, as they are looked for.
fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut reader = Reader {
        bytes: text.as_bytes(),
        at: 0,
        encoding: LeakEncoding::Utf8,
    };
    std::iter::from_fn(move || {
        while reader.at < reader.bytes.len() {
            if let Some(read) = reader.letter() {
                return Some(read.letter);
            }
        }
        None
    })
}

/// Telephone numbers in a text, without what is dialled before them: 010-1234-5678 is +82 10 1234 5678.
fn numbers(text: &str) -> Vec<String> {
    let is_divider = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '+' | '/' | '–');
    text.split(|c: char| !c.is_ascii_digit() && !is_divider(c))
        .filter_map(|part| {
            let digits: String = part.chars().filter(char::is_ascii_digit).collect();
            let is_abroad = part.trim_start_matches([' ', '(']).starts_with('+');
            let codes = ["82", "86", "66", "850", "81", "7", "1"];
            let home = match is_abroad {
                true => codes.iter().find_map(|code| digits.strip_prefix(code)),
                false => None,
            };
            let home = home.unwrap_or(&digits).trim_start_matches('0');
            (home.len() >= NUMBER).then(|| home.chars().take(LONGEST).collect())
        })
        .collect()
}

/// What may divide a name, and stand beside it; none for one that is found everywhere.
fn name(text: &str, letters: &[char]) -> Option<(u8, Beside)> {
    let whole: String = letters.iter().collect();
    let count = letters.len();
    let is_all = |is: fn(&char) -> bool| letters.iter().all(is);
    if is_all(|c| hangul::is_syllable(*c)) {
        let given: String = letters.iter().skip(1).collect();
        return match count {
            0 | 1 => None,
            _ if lists::is_korean_word(&whole) => None,
            2 => Some((gap::TIGHT, Beside::Particles)),
            // 이하늘 is a name, 이 하늘 is not.
            _ if lists::is_korean_word(&given) => Some((gap::TIGHT, Beside::Loose)),
            _ => Some((gap::ANY, Beside::Loose)),
        };
    }
    if is_all(|c| c.is_ascii_alphanumeric()) {
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let is_english = words
            .clone()
            .all(|word| lists::is_english_word(&word.to_ascii_lowercase()));
        return match count {
            0..4 => None,
            _ if is_english && words.count() < 2 => None,
            4 | 5 => Some((gap::TIGHT | gap::JOINT, Beside::NoSign)),
            6..10 => Some((gap::ANY, Beside::NoSign)),
            _ => Some((gap::ANY, Beside::Any)),
        };
    }
    match count {
        0 | 1 => None,
        2 => Some((gap::TIGHT, Beside::Any)),
        _ => Some((gap::SOFT, Beside::Any)),
    }
}

impl Rule {
    /// Whether letters from `start` to `end`, divided by `gaps`, are the secret.
    pub(super) fn holds(
        &self,
        bytes: &[u8],
        start: usize,
        end: usize,
        gaps: u8,
        encoding: LeakEncoding,
    ) -> bool {
        if gaps & !self.gaps != 0 {
            return false;
        }
        let first = before(bytes, start, encoding);
        let behind = Reader {
            bytes,
            at: end,
            encoding,
        };
        let is_free = || !is_hangul(first.map(unit_of));
        let follows = || endings::may_follow(&rest(behind));
        match self.beside {
            Beside::Any => true,
            Beside::NoDigitBehind => {
                !matches!(next(behind), Some(Unit::Letter(c)) if c.is_ascii_digit())
            }
            // In other bytes that are no text, any letter but these may stand by chance.
            Beside::NoSign => {
                !first.is_some_and(|c| c.is_ascii_alphanumeric()) && !is_sign(next(behind))
            }
            Beside::Particles => is_free() && follows(),
            Beside::Loose if gaps & !gap::TIGHT == 0 => is_free() || follows(),
            Beside::Loose => is_free() && follows(),
        }
    }
}

fn is_sign(unit: Option<Unit>) -> bool {
    matches!(unit, Some(Unit::Letter(c)) if c.is_ascii_alphanumeric())
}

fn is_hangul(unit: Option<Unit>) -> bool {
    matches!(unit, Some(Unit::Letter(c)) if hangul::is_syllable(c) || hangul::is_conjoining(c))
}

/// The letter right behind.
fn next(mut behind: Reader<'_>) -> Option<Unit> {
    let read = behind.letter()?;
    (read.gap == 0).then_some(Unit::Letter(read.letter))
}

/// The Hangul right behind.
fn rest(mut behind: Reader<'_>) -> String {
    let mut rest = String::new();
    for _ in 0..=endings::LONGEST_REST {
        match behind.letter() {
            Some(read) if read.gap & !gap::INVISIBLE == 0 && hangul::is_syllable(read.letter) => {
                rest.push(read.letter);
            }
            _ => break,
        }
    }
    rest
}
