//! Characters that do something instead of being read, and text without them.
//!
//! A bundle, a file name or an argument may hold any of them. Escape sequences could clear a screen, hide a line or
//! answer for the user; marks that turn the direction of writing could show a name the wrong way round.

use std::borrow::Cow;

/// Shown in the place of a character that acts.
const SHOWN: &str = "\u{FFFD}";

/// Whether a terminal or a page would take `c` for more than a letter: controls (Unicode's Cc) other than line feed and
/// tab, separators of lines, marks of direction (UAX #9) and of annotations.
pub fn acts(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || is_directing(c)
}

fn is_directing(c: char) -> bool {
    matches!(c,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        | '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether `c` has no shape of its own: Unicode's Default_Ignorable_Code_Point, what acts, and what is blank.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || is_directing(c)
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
        || is_blank(c)
}

/// What is drawn as nothing although Unicode does not call it ignorable (blank braille, a musical null, a filler, the place of an
/// object), and what is no character.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\u{2800}' | '\u{1D159}' | '\u{16FE4}' | '\u{FFFC}' | '\u{FDD0}'..='\u{FDEF}'
    ) || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether `c` ends a line.
pub fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether `c` joins what it divides: hyphens, apostrophes, dots in the middle.
pub fn is_joint(c: char) -> bool {
    matches!(
        c,
        '-' | '\''
            | '’'
            | '‘'
            | 'ʼ'
            | '`'
            | '´'
            | '·'
            | 'ㆍ'
            | '・'
            | '･'
            | '•'
            | '‧'
            | 'ᆞ'
            | '−'
            | '\u{2010}'..='\u{2015}'
    )
}

/// A full-width sign in its usual width (U+FF01 to U+FF5E); any other as it is.
pub fn usual_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// `text` with every character that acts replaced by a visible sign. Line feeds and tabs stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(acts) {
        Cow::Owned(text.replace(acts, SHOWN))
    } else {
        Cow::Borrowed(text)
    }
}

/// The same for a text that must not begin a new line, such as the name of a file.
pub fn printable_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| acts(c) || matches!(c, '\n' | '\t');
    if text.contains(breaks) {
        Cow::Owned(text.replace(breaks, SHOWN))
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` on one line, with one space for all white space.
pub fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    printable(&words.join(" ")).into_owned()
}

/// JSON in which nothing acts either: JSON itself only escapes what is below U+0020. Its meaning stays the same.
pub fn printable_json(json: &str) -> Cow<'_, str> {
    // Outside of strings JSON has no such character, and in a string \u says the same.
    if !json.contains(acts) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if acts(c) {
            safe.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in ["김영희", "two\nlines\tand a tab", "漢字 – “quotes”"] {
            assert!(matches!(printable(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn what_acts_is_replaced() {
        assert_eq!(
            printable("a\u{1b}[2Jb\u{9b}c\u{202e}d\r\u{2028}"),
            "a\u{fffd}[2Jb\u{fffd}c\u{fffd}d\u{fffd}\u{fffd}"
        );
        assert_eq!(
            printable_line("a\nError: b\u{1b}"),
            "a\u{fffd}Error: b\u{fffd}"
        );
        assert_eq!(one_line(" a\n\tb "), "a b");
    }

    #[test]
    fn json_keeps_its_meaning() {
        let value = serde_json::json!({"text": "a\u{9b}b\u{202e}c\u{7f}\u{1b}"});
        let json = value.to_string();
        let safe = printable_json(&json);
        assert!(!safe.contains(acts));
        let back: serde_json::Value = serde_json::from_str(&safe).expect("still JSON");
        assert_eq!(back, value);
    }

    #[test]
    fn everything_that_acts_is_invisible_too() {
        for c in (0..=0x10FFFF).filter_map(char::from_u32) {
            assert!(!acts(c) || is_invisible(c), "{:x}", u32::from(c));
            assert!(
                !(is_invisible(c)
                    && c.is_alphanumeric()
                    && !"\u{115F}\u{1160}\u{3164}\u{FFA0}\u{17B4}\u{17B5}".contains(c))
            );
        }
    }
}
