//! An identity as people hand it on: pasted into a mail that breaks lines, quotes them, or writes them as HTML.
//!
//! Whatever is taken away or put back here cannot make another identity: the signature in the line binds its keys.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::PublicIdentity;
use super::public::{LENGTH, PREFIX};
use fieldnotes_domain::text::signs::is_invisible;

/// Letters of an identity behind its prefix: base64 without padding.
const LETTERS: usize = (LENGTH * 4).div_ceil(3);

/// Why a text holds no identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PastedFault {
    /// Nothing in it begins like one.
    None,
    /// It begins like one, and letters of it are missing or changed.
    Altered,
    /// It holds those of several people.
    Several,
}

/// The one identity in a text.
///
/// # Errors
/// [`PastedFault`].
pub fn identity_in_text(text: &str) -> Result<PublicIdentity, PastedFault> {
    let letters = letters_of(text);
    let mut found: Vec<PublicIdentity> = Vec::new();
    let mut begins = false;
    for (at, _) in letters.match_indices(PREFIX) {
        begins = true;
        let line = letters.get(at..at + PREFIX.len() + LETTERS);
        let identity = line.and_then(|line| line.parse::<PublicIdentity>().ok());
        found.extend(identity.filter(|one| !found.contains(one)));
    }
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(PastedFault::Several),
        (None, _) if begins => Err(PastedFault::Altered),
        (None, _) => Err(PastedFault::None),
    }
}

/// What is left of a text when all that is no letter of an identity is taken out: line breaks, quote marks, tags, the `=` of
/// quoted-printable, invisible signs.
fn letters_of(text: &str) -> String {
    let seen: String = without_tags(text)
        .nfkc()
        .filter(|c| !is_invisible(*c))
        .collect();
    let mut letters = String::with_capacity(seen.len());
    for c in entities(&seen).chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | ':' => letters.push(c),
            // Word processors make one of two hyphens, and an en dash of one.
            '\u{2014}' => letters.push_str("--"),
            '\u{2010}'..='\u{2013}' | '\u{2212}' => letters.push('-'),
            _ => {}
        }
    }
    letters
}

/// Without `<br>`, `<wbr>`, `</p>` and their like. A `<` that begins no tag stays.
fn without_tags(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 200;
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let tag = after.find('>').filter(|end| {
            *end <= LONGEST && after.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic())
        });
        rest = tag.and_then(|end| after.get(end + 1..)).unwrap_or(after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// With the characters that HTML's references stand for, as far as they matter here; others are taken out.
fn entities(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 10;
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name = after.find(';').filter(|end| *end <= LONGEST);
        match name.and_then(|end| Some((after.get(..end)?, after.get(end + 1..)?))) {
            Some((name, behind)) => {
                out.extend(entity(name));
                rest = behind;
            }
            None => rest = after,
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    let number = match name.strip_prefix('#') {
        Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(hex.get(1..)?, 16).ok(),
        Some(decimal) => decimal.parse().ok(),
        None => None,
    };
    match name {
        "colon" => Some(':'),
        "hyphen" | "dash" => Some('-'),
        "lowbar" | "UnderBar" => Some('_'),
        _ => char::from_u32(number?),
    }
}

#[cfg(test)]
mod tests {
    use super::super::secret::tests::fixed;
    use super::*;

    fn in_rows(line: &str, width: usize, before: &str, after: &str) -> String {
        let letters: Vec<char> = line.chars().collect();
        let rows = letters.chunks(width);
        rows.map(|row| format!("{before}{}{after}", row.iter().collect::<String>()))
            .collect()
    }

    #[test]
    fn it_is_read_however_a_mail_left_it() {
        let identity = fixed(1).public().clone();
        let line = identity.to_string();
        let quoted = in_rows(&line, 76, "> ", "\r\n");
        for text in [
            line.clone(),
            format!("\u{feff}{line}\n"),
            in_rows(&line, 76, "", "\n"),
            in_rows(&line, 20, "", "\r\n"),
            quoted.clone(),
            in_rows(&line, 72, ">> > ", "\n"),
            in_rows(&line, 72, "    | ", "\n"),
            in_rows(&line, 75, "", "=\r\n"),
            in_rows(&line, 60, "", "<br>\n"),
            in_rows(&line, 60, "<div class=\"x\">", "</div>"),
            in_rows(&line, 40, "", "\u{200b}"),
            line.replace(':', "&#58;")
                .replace('_', "&lowbar;")
                .replace('-', "&#x2D;"),
            line.replace(':', "："),
            line.replace("--", "—").replace('-', "–"),
            format!("Anna wrote:\n{quoted}\nBest regards, Anna <anna@example.org>"),
            format!("{line}\n\n{quoted}"),
        ] {
            assert_eq!(identity_in_text(&text), Ok(identity.clone()), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_distinguished() {
        let line = fixed(1).public().to_string();
        for text in ["", "fieldnotes", "Hello <a> & b"] {
            assert_eq!(identity_in_text(text), Err(PastedFault::None), "{text}");
        }
        let cut = line.get(..1_700).expect("ASCII");
        assert_eq!(identity_in_text(cut), Err(PastedFault::Altered));
        let changed = line.replacen("1:", "1:A", 1);
        assert_eq!(identity_in_text(&changed), Err(PastedFault::Altered));
        let two = format!("{line}\n{}", fixed(2).public());
        assert_eq!(identity_in_text(&two), Err(PastedFault::Several));
    }
}
