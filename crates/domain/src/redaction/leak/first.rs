//! The first look: where a secret may begin. It sees each byte, so it only looks things up.

use std::collections::HashSet;
use std::ops::Range;

use super::LeakEncoding;
use super::units::{Unit, unit_of};
use crate::text::hangul;

/// Characters of the first plane.
const PLANE: usize = 1 << 16;

/// Which bytes may begin a secret.
pub(super) struct FirstLook {
    /// For each character of the first plane whether it may be a first letter, as bits.
    starts: Vec<u64>,
    /// For a byte of ASCII and the byte behind it: whether a secret may begin with them.
    pairs: Vec<bool>,
    /// For two bytes, the small one first: 1 where they begin a secret in UTF-16 of this order, 2 of the other.
    units: Vec<u8>,
    /// Whether a secret begins with a character of another plane.
    has_astral: bool,
}

impl FirstLook {
    pub(super) fn new() -> Self {
        Self {
            starts: vec![0; PLANE / 64],
            pairs: vec![false; 1 << 15],
            units: vec![0; PLANE],
            has_astral: false,
        }
    }

    /// Takes in how secrets begin: their first two letters.
    pub(super) fn insert(&mut self, begins: &HashSet<(char, char)>) {
        let first: HashSet<char> = begins.iter().map(|(first, _)| *first).collect();
        self.has_astral = first.iter().any(|c| u32::from(*c) > 0xffff);
        let initials: HashSet<char> = first.iter().filter_map(|c| hangul::initial(*c)).collect();
        for code in 0..PLANE as u32 {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            // A syllable in pieces begins with its initial.
            let is_start = match unit_of(c) {
                Unit::Letter('\u{1100}'..='\u{1112}') => initials.contains(&hangul::lone_jamo(c)),
                Unit::Letter(letter) => first.contains(&letter),
                Unit::Gap(_) | Unit::Stop => false,
            };
            if is_start {
                self.start(code as u16);
            }
        }
        for (first, second) in begins.iter().filter(|(first, _)| first.is_ascii()) {
            for first in [first.to_ascii_lowercase(), first.to_ascii_uppercase()] {
                for next in 0..=u8::MAX {
                    self.pair(first as u8, next, *second);
                }
            }
        }
        // Letters that are written as numbers.
        for (first, next) in [(b'\\', b'u'), (b'&', b'#')] {
            if let Some(pair) = self.pairs.get_mut(place(first, next)) {
                *pair = !begins.is_empty();
            }
        }
    }

    fn start(&mut self, code: u16) {
        if let Some(bits) = self.starts.get_mut(usize::from(code) / 64) {
            *bits |= 1 << (code % 64);
        }
        for (units, bit) in [(code, 1), (code.swap_bytes(), 2)] {
            if let Some(unit) = self.units.get_mut(usize::from(units)) {
                *unit |= bit;
            }
        }
    }

    fn pair(&mut self, first: u8, next: u8, second: char) {
        let is_fine = match next {
            b'\\' | b'&' | 0xc2.. => true,
            0x80.. => false,
            next => match unit_of(char::from(next)) {
                Unit::Letter(letter) => letter == second,
                Unit::Gap(_) => true,
                Unit::Stop => false,
            },
        };
        if let Some(pair) = self.pairs.get_mut(place(first, next)) {
            *pair |= is_fine;
        }
    }

    fn is_start(&self, code: usize) -> bool {
        self.starts
            .get(code / 64)
            .is_some_and(|bits| bits >> (code % 64) & 1 == 1)
    }

    /// Places in a range at which a secret in UTF-8 may begin.
    pub(super) fn utf8(
        &self,
        bytes: &[u8],
        range: Range<usize>,
        take: &mut dyn FnMut(usize, LeakEncoding),
    ) {
        let mut at = range.start;
        while at < range.end {
            let Some(first) = bytes.get(at).copied() else {
                return;
            };
            let next = bytes.get(at + 1).copied().unwrap_or(0);
            let (may_be, length) = match first {
                0..0x80 => (self.may_be_ascii(bytes, at, first, next), 1),
                0xe0..=0xef => {
                    let last = bytes.get(at + 2).copied().unwrap_or(0);
                    let code = usize::from(first & 15) << 12
                        | usize::from(next & 63) << 6
                        | usize::from(last & 63);
                    let is_whole = next & last & 0xc0 == 0x80 && (next | last) & 0x40 == 0;
                    (self.is_start(code), if is_whole { 3 } else { 1 })
                }
                0xc2..=0xdf => {
                    let code = usize::from(first & 31) << 6 | usize::from(next & 63);
                    (self.is_start(code), 1)
                }
                0xf0..=0xf4 => (self.has_astral, 1),
                _ => (false, 1),
            };
            if may_be {
                take(at, LeakEncoding::Utf8);
            }
            at += length;
        }
    }

    fn may_be_ascii(&self, bytes: &[u8], at: usize, first: u8, next: u8) -> bool {
        let is_known = self.pairs.get(place(first, next)).is_some_and(|pair| *pair);
        // The last letter of a word begins nothing, or every word would be looked at.
        is_known
            && (next.is_ascii_alphanumeric()
                || !first.is_ascii_alphanumeric()
                || !at
                    .checked_sub(1)
                    .and_then(|before| bytes.get(before))
                    .is_some_and(u8::is_ascii_alphanumeric)
                || super::units::before(bytes, at, LeakEncoding::Utf8)
                    .is_some_and(|before| !before.is_ascii_alphanumeric()))
    }

    /// Places in a range at which a secret in UTF-16 of either order may begin.
    pub(super) fn utf16(
        &self,
        bytes: &[u8],
        range: Range<usize>,
        take: &mut dyn FnMut(usize, LeakEncoding),
    ) {
        let Some(piece) = bytes.get(range.start..bytes.len().min(range.end + 1)) else {
            return;
        };
        for (at, pair) in piece.windows(2).enumerate() {
            let [small, large] = pair else { continue };
            let unit = u16::from_le_bytes([*small, *large]);
            let orders = self.units.get(usize::from(unit)).copied().unwrap_or(0);
            if orders == 0 {
                continue;
            }
            if orders & 1 != 0 {
                take(range.start + at, LeakEncoding::Utf16Le);
            }
            if orders & 2 != 0 {
                take(range.start + at, LeakEncoding::Utf16Be);
            }
        }
    }
}

fn place(first: u8, next: u8) -> usize {
    usize::from(first) << 8 | usize::from(next)
}
