//! Text from records, made safe for a terminal.
//!
//! A bundle may bring any text. Escape sequences in it could clear the screen, hide a line or answer
//! for the user; marks that turn the direction of writing could show a name the wrong way round.

use std::borrow::Cow;

/// Whether a terminal or a reader would take `c` for more than a letter.
fn acts(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// `text` with everything that acts on a terminal replaced by a visible sign.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(acts) {
        Cow::Owned(text.replace(acts, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` on one line.
pub fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    printable(&words.join(" ")).into_owned()
}

/// JSON in which nothing acts on a terminal either: JSON itself only escapes what is below U+0020.
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
            printable("a\u{1b}[2Jb\u{9b}c\u{202e}d\r"),
            "a\u{fffd}[2Jb\u{fffd}c\u{fffd}d\u{fffd}"
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
}
