//! Sixty digits that two people can read to each other.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha512};

use super::super::ExchangeError;
use super::{FINGERPRINT, IdentityKey};
use crate::exchange::age_file::HybridRecipient;
use fieldnotes_domain::text::signs::is_invisible;

const GROUPS: usize = 12;
const DIGITS: usize = 60;

/// The fingerprint of a public identity: about 199 bits, so that nobody can make another identity with
/// the same one. Shown as twelve groups of five digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u32; GROUPS]);

impl Fingerprint {
    pub(super) fn of(sign: &IdentityKey, recipient: &HybridRecipient) -> Self {
        let mut hasher = Sha512::new();
        hasher.update((FINGERPRINT.len() as u32).to_be_bytes());
        hasher.update(FINGERPRINT);
        hasher.update(sign.0);
        hasher.update(recipient.to_bytes());
        let hash = hasher.finalize();
        let mut groups = [0; GROUPS];
        for (group, bytes) in groups.iter_mut().zip(hash.chunks_exact(5)) {
            let number = bytes
                .iter()
                .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
            *group = (number % 100_000) as u32;
        }
        Self(groups)
    }

    /// The groups of five, from 1, in which another fingerprint is not this one; empty where it is.
    pub fn differing(&self, other: &Self) -> Vec<usize> {
        let pairs = (1..).zip(self.0.iter().zip(&other.0));
        pairs
            .filter(|(_, (one, other))| one != other)
            .map(|(group, _)| group)
            .collect()
    }

    /// The 60 digits without spaces, as a manifest holds them.
    pub fn digits(&self) -> String {
        self.0.iter().map(|group| format!("{group:05}")).collect()
    }
}

impl fmt::Display for Fingerprint {
    /// Groups of five digits with a space between.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, group) in self.0.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            write!(f, "{space}{group:05}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = ExchangeError;

    /// Takes the digits however somebody typed or pasted them: of any width, with any white space, dashes, commas, dots,
    /// quote marks of a mail or invisible signs between.
    fn from_str(text: &str) -> Result<Self, ExchangeError> {
        let mut digits = Vec::with_capacity(DIGITS);
        // Digits of full width are the same digits.
        for character in unicode_normalization::UnicodeNormalization::nfkc(text) {
            match character {
                dash if is_between(dash) => {}
                _ => digits.push(character.to_digit(10).ok_or(ExchangeError::BadIdentity)?),
            }
            if digits.len() > DIGITS {
                return Err(ExchangeError::BadIdentity);
            }
        }
        if digits.len() != DIGITS {
            return Err(ExchangeError::BadIdentity);
        }
        let mut groups = [0; GROUPS];
        for (group, five) in groups.iter_mut().zip(digits.chunks_exact(5)) {
            *group = five.iter().fold(0, |sum, digit| sum * 10 + digit);
        }
        Ok(Self(groups))
    }
}

/// What may stand between digits, in NFKC.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || is_invisible(c)
        || matches!(
            c,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{301C}' | '\u{30FC}' | '\u{3161}'
        )
        || matches!(c, '.' | ',' | '>' | '|' | '·' | '\u{3001}' | '\u{3002}')
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.digits())
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_however_they_were_written() {
        let fingerprint = Fingerprint(std::array::from_fn(|i| i as u32 * 8_191));
        let shown = fingerprint.to_string();
        assert_eq!(shown.len(), 71);
        for text in [
            shown.clone(),
            fingerprint.digits(),
            shown.replace(' ', "-"),
            shown.replace(' ', " – \n"),
            format!("\n {shown}\u{3000}"),
            shown.replace(' ', "\u{2212}"),
            shown.replace(' ', "－"),
            shown.replace(' ', "\u{200b}, "),
            format!("> {}", shown.replace(' ', "\n> ")),
            shown
                .chars()
                .map(|c| match c {
                    '0'..='9' => char::from_u32(u32::from(c) - 0x30 + 0xFF10).unwrap(),
                    _ => '\u{3000}',
                })
                .collect(),
        ] {
            assert_eq!(text.parse::<Fingerprint>().unwrap(), fingerprint);
        }
        let mut other = fingerprint;
        other.0[0] += 1;
        other.0[11] = 0;
        assert_eq!(fingerprint.differing(&other), [1, 12]);
        assert!(fingerprint.differing(&fingerprint).is_empty());
        for text in [
            "",
            "12345",
            &format!("{shown}0"),
            &shown.replacen('0', "o", 1),
        ] {
            assert!(text.parse::<Fingerprint>().is_err());
        }
    }
}
