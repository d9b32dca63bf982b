//! What a record is called in lists.
//!
//! Works on stored JSON of any version: a record that a later version wrote still has its name.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The longest title, in characters as a reader counts them.
const LONGEST: usize = 80;

/// What a record of this kind is called; empty where it has nothing to be called by.
pub fn title_of(kind: &str, record: &Value) -> String {
    let text = match kind {
        "person" | "place" => first_of(record, &["/names/0/text", "/names/1/text", "/code"]),
        "testimony" => first_of(
            record,
            &[
                "/title",
                "/narrator/code",
                "/narrative/0/original",
                "/narrative/0/translation",
            ],
        ),
        "note" => first_of(record, &["/title", "/text", "/date"]),
        "attachment" => first_of(record, &["/name", "/shows"]),
        // A kind of a later version.
        _ => first_of(record, &["/title", "/name", "/names/0/text", "/text"]),
    };
    short(text)
}

/// The first of these members that says something.
fn first_of<'a>(record: &'a Value, pointers: &[&str]) -> &'a str {
    pointers
        .iter()
        .filter_map(|pointer| record.pointer(pointer)?.as_str())
        .find_map(|text| text.lines().map(str::trim).find(|line| !line.is_empty()))
        .unwrap_or_default()
}

/// One line of at most [`LONGEST`] characters, without controls that could change how a list reads.
fn short(line: &str) -> String {
    let clean: String = line.nfc().filter(|c| !is_unfit(*c)).collect();
    let mut characters = clean.graphemes(true);
    let head: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        format!("{}…", head.trim_end())
    } else {
        head
    }
}

/// Controls, separators of lines, and the marks that turn the direction of writing.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'
            | '\u{061c}' | '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
}
