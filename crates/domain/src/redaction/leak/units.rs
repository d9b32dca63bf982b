//! Bytes read as letters, in three encodings, whatever stands between them.

use std::sync::OnceLock;

use unicode_normalization::char::is_combining_mark;

use super::LeakEncoding;
use crate::text::fold::fold_clean;
use crate::text::hangul;
use crate::text::signs::{is_invisible, is_joint, is_line_break, usual_width};

/// What stands between two letters; each is a bit of a set.
pub(super) mod gap {
    /// Zero-width characters, marks on letters.
    pub(in super::super) const INVISIBLE: u8 = 1;
    /// Hyphens, apostrophes, dots in the middle, underscores.
    pub(in super::super) const JOINT: u8 = 2;
    /// Line breaks, with or without spaces.
    pub(in super::super) const BREAK: u8 = 4;
    pub(in super::super) const SPACE: u8 = 8;
    /// What divides numbers: full stops, brackets, slashes.
    pub(in super::super) const DIVIDER: u8 = 16;
    /// What may divide a name that is long enough.
    pub(in super::super) const SOFT: u8 = INVISIBLE | JOINT | BREAK | SPACE;
    pub(in super::super) const ANY: u8 = SOFT | DIVIDER;
    /// What divides no two words.
    pub(in super::super) const TIGHT: u8 = INVISIBLE | BREAK;
}

/// Signs that are skipped between two letters, at most.
const LONGEST_GAP: usize = 24;

/// One character, as far as secrets are concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Letter(char),
    Gap(u8),
    /// Nothing goes across it.
    Stop,
}

/// What each character of the first plane is: 0 ends everything, a bit of [`gap`] divides, all else is the letter.
fn classes() -> &'static [u16] {
    static CLASSES: OnceLock<Vec<u16>> = OnceLock::new();
    CLASSES.get_or_init(|| (0..=0xffff_u32).map(class_of).collect())
}

fn class_of(code: u32) -> u16 {
    let Some(c) = char::from_u32(code) else {
        return 0;
    };
    let c = usual_width(c);
    let one = match c {
        c if is_line_break(c) => gap::BREAK,
        // A vowel of Hangul while it is composed; a dot in the middle only where it stands alone.
        '\u{119e}' => return letter_of(c),
        c if c == '_' || is_joint(c) => gap::JOINT,
        '.' | '(' | ')' | '/' | '+' | ',' | ':' => gap::DIVIDER,
        c if c.is_whitespace() => gap::SPACE,
        c if c.is_control() => 0,
        // Those of Hangul are letters while they are composed.
        c if is_invisible(c) => gap::INVISIBLE,
        '\u{300}'..='\u{36f}' => gap::INVISIBLE,
        _ => return letter_of(c),
    };
    u16::from(one)
}

fn letter_of(c: char) -> u16 {
    if c == '@' || c.is_ascii_alphanumeric() {
        return c.to_ascii_lowercase() as u16;
    }
    if hangul::is_syllable(c) || hangul::is_conjoining(c) {
        return c as u16;
    }
    let folded = fold_clean(c.encode_utf8(&mut [0; 4]));
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) if one.is_alphanumeric() || is_combining_mark(one) => {
            u16::try_from(u32::from(one)).unwrap_or(0)
        }
        _ => 0,
    }
}

/// What a character is.
pub(super) fn unit_of(c: char) -> Unit {
    let Ok(code) = usize::try_from(u32::from(c)) else {
        return Unit::Stop;
    };
    match classes().get(code).copied() {
        Some(0) => Unit::Stop,
        Some(class) if class < 32 => Unit::Gap(class as u8),
        Some(letter) => char::from_u32(u32::from(letter)).map_or(Unit::Stop, Unit::Letter),
        None if c.is_alphanumeric() => Unit::Letter(c),
        None if is_invisible(c) => Unit::Gap(gap::INVISIBLE),
        None => Unit::Stop,
    }
}

/// A letter that was read, what stood before it, and where it ends.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub(super) letter: char,
    pub(super) gap: u8,
    pub(super) end: usize,
}

/// Reads bytes letter by letter.
#[derive(Clone, Copy)]
pub(super) struct Reader<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) at: usize,
    pub(super) encoding: LeakEncoding,
}

impl Reader<'_> {
    /// The next letter; none at the end, and where something else than a gap stands before it.
    pub(super) fn letter(&mut self) -> Option<Read> {
        let mut gap = 0;
        for _ in 0..LONGEST_GAP {
            let (unit, length) = self.unit()?;
            self.at += length;
            match unit {
                Unit::Stop => return None,
                Unit::Gap(one) => gap |= one,
                Unit::Letter(first) => {
                    let letter = self.composed(first);
                    // Indentation belongs to the line break.
                    if gap & gap::BREAK != 0 {
                        gap &= !gap::SPACE;
                    }
                    return Some(Read {
                        letter,
                        gap,
                        end: self.at,
                    });
                }
            }
        }
        None
    }

    /// A syllable of jamo that join; any other letter as it is.
    fn composed(&mut self, first: char) -> char {
        if !matches!(first, '\u{1100}'..='\u{1112}') {
            return first;
        }
        let Some((vowel, end)) = self.joined('\u{1161}'..='\u{1175}') else {
            return hangul::lone_jamo(first);
        };
        self.at = end;
        let last = self.joined('\u{11a8}'..='\u{11c2}');
        self.at = last.map_or(self.at, |(_, end)| end);
        let last = last.map(|(last, _)| hangul::lone_jamo(last));
        hangul::compose(hangul::lone_jamo(first), hangul::lone_jamo(vowel), last).unwrap_or(first)
    }

    /// The next jamo, where it is one of these, and where it ends. Characters that nobody sees may stand before it.
    fn joined(&self, wanted: std::ops::RangeInclusive<char>) -> Option<(char, usize)> {
        let mut ahead = *self;
        for _ in 0..LONGEST_GAP {
            let (unit, length) = ahead.unit()?;
            ahead.at += length;
            match unit {
                Unit::Gap(gap::INVISIBLE) => {}
                Unit::Letter(c) if wanted.contains(&c) => return Some((c, ahead.at)),
                _ => return None,
            }
        }
        None
    }

    /// The next character and its length in bytes.
    fn unit(&self) -> Option<(Unit, usize)> {
        match self.encoding {
            LeakEncoding::Utf8 => self.utf8(),
            LeakEncoding::Utf16Le | LeakEncoding::Utf16Be => {
                let first = self.pair(self.at)?;
                if !(0xd800..0xdc00).contains(&first) {
                    let c = char::from_u32(u32::from(first));
                    return Some((c.map_or(Unit::Stop, unit_of), 2));
                }
                let second = self.pair(self.at + 2)?;
                let c = char::decode_utf16([first, second]).next()?.ok();
                Some((c.map_or(Unit::Stop, unit_of), 4))
            }
        }
    }

    fn pair(&self, at: usize) -> Option<u16> {
        let two = [*self.bytes.get(at)?, *self.bytes.get(at + 1)?];
        Some(match self.encoding {
            LeakEncoding::Utf16Be => u16::from_be_bytes(two),
            _ => u16::from_le_bytes(two),
        })
    }

    fn utf8(&self) -> Option<(Unit, usize)> {
        let first = *self.bytes.get(self.at)?;
        let length = match first {
            b'\\' => return Some(self.escape()),
            b'&' => return Some(self.entity()),
            0..0x80 => return Some((unit_of(char::from(first)), 1)),
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return Some((Unit::Stop, 1)),
        };
        let bytes = self.bytes.get(self.at..self.at + length)?;
        let c = std::str::from_utf8(bytes)
            .ok()
            .and_then(|text| text.chars().next());
        Some(c.map_or((Unit::Stop, 1), |c| (unit_of(c), length)))
    }

    /// An escape of JSON: `\n`, `\u200b`.
    fn escape(&self) -> (Unit, usize) {
        match self.bytes.get(self.at + 1) {
            Some(b'n' | b'r' | b'f') => (Unit::Gap(gap::BREAK), 2),
            Some(b't') => (Unit::Gap(gap::SPACE), 2),
            Some(b'/') => (Unit::Gap(gap::DIVIDER), 2),
            Some(b'u') => match escaped(self.bytes, self.at) {
                Some(c) => (unit_of(c), 6),
                None => (Unit::Stop, 1),
            },
            _ => (Unit::Stop, 1),
        }
    }

    /// A character of HTML or XML by its number: `&#44608;`, `&#xAE40;`, and `&nbsp;`.
    fn entity(&self) -> (Unit, usize) {
        const SPACE: &[u8] = b"&nbsp;";
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.starts_with(SPACE) {
            return (Unit::Gap(gap::SPACE), SPACE.len());
        }
        let end = rest.iter().take(10).position(|byte| *byte == b';');
        let number = end
            .and_then(|end| rest.get(2..end))
            .filter(|_| rest.get(1) == Some(&b'#'))
            .and_then(|number| std::str::from_utf8(number).ok());
        let code = number.and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
        match (code.and_then(char::from_u32), end) {
            (Some(c), Some(end)) => (unit_of(c), end + 1),
            _ => (Unit::Stop, 1),
        }
    }
}

/// The character of an escape `\uXXXX` at a place.
pub(super) fn escaped(bytes: &[u8], at: usize) -> Option<char> {
    let escape = bytes.get(at..at + 6)?;
    let hex = escape.strip_prefix(b"\\u")?;
    let hex = std::str::from_utf8(hex).ok()?;
    char::from_u32(u32::from_str_radix(hex, 16).ok()?)
}

/// The character that ends right before a place; none at the beginning and where nothing can be read.
pub(super) fn before(bytes: &[u8], at: usize, encoding: LeakEncoding) -> Option<char> {
    if encoding != LeakEncoding::Utf8 {
        let reader = Reader {
            bytes,
            at,
            encoding,
        };
        return char::from_u32(u32::from(reader.pair(at.checked_sub(2)?)?));
    }
    let last = *bytes.get(at.checked_sub(1)?)?;
    if last >= 0x80 {
        return (1..=4).find_map(|length| {
            let part = bytes.get(at.checked_sub(length)?..at)?;
            let text = std::str::from_utf8(part).ok()?;
            text.chars().next()
        });
    }
    let slash = |back: usize| at.checked_sub(back).and_then(|at| bytes.get(at)) == Some(&b'\\');
    // The n of \n is no letter, unless it is that of \\n.
    if slash(2) && !slash(3) && matches!(last, b'n' | b'r' | b't' | b'b' | b'f') {
        return Some('\n');
    }
    match at.checked_sub(6).and_then(|at| escaped(bytes, at)) {
        Some(c) if !slash(7) => Some(c),
        _ => Some(char::from(last)),
    }
}
