//! What a record is called in lists.
//!
//! Works on stored JSON of any version: a record that a later version wrote still has its name.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::Kind;
use super::schema::shape_of;

/// The longest title, in characters as a reader counts them.
const LONGEST: usize = 80;

/// What a record of this kind is called; empty where it has nothing to be called by.
pub fn title_of(kind: &str, record: &Value) -> String {
    // A kind of a later version says no more than its members do.
    const OF_ANY: &[&str] = &["/title", "/name", "/names/0/text", "/text"];
    let kind: Option<Kind> = kind.parse().ok();
    let pointers = kind.map_or(OF_ANY, |kind| shape_of(kind).title);
    short(first_of(record, pointers))
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
