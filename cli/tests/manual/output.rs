//! What the manual prints beside what the program prints.

use std::collections::BTreeMap;

/// What is another each time. The first three are the same wherever the manual has the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Id,
    Revision,
    Fingerprint,
    Time,
    Size,
    Text,
}

type Token<'t> = (Kind, &'t str);

/// What the manual's ids, revisions and fingerprints are in this run.
#[derive(Default)]
pub struct Bound(BTreeMap<String, String>);

impl Bound {
    /// A command with this run's ids in place of the manual's.
    pub fn in_command(&self, command: &str) -> String {
        let here = |(_, text): &Token<'_>| {
            self.0
                .get(*text)
                .cloned()
                .unwrap_or_else(|| (*text).to_owned())
        };
        tokens(command).iter().map(here).collect()
    }

    /// Whether a command printed what is shown. What is asked for on a terminal is not printed here.
    pub fn compare(&mut self, shown: &[String], printed: &str) -> Result<(), String> {
        let mut lines = printed.lines().filter(|line| !is_of_test_vaults(line));
        let mut is_open = false;
        for expected in shown.iter().filter(|line| !is_prompt(line)) {
            if expected.trim() == "…" {
                is_open = true;
                continue;
            }
            let fits = if std::mem::take(&mut is_open) {
                lines.any(|line| self.fits(expected, line))
            } else {
                lines.next().is_some_and(|line| self.fits(expected, line))
            };
            if !fits {
                return Err(format!("Not printed here: {expected}"));
            }
        }
        match lines.next() {
            Some(more) if !is_open => Err(format!("Not in the manual: {more}")),
            _ => Ok(()),
        }
    }

    fn fits(&mut self, expected: &str, printed: &str) -> bool {
        if is_recovery_row(expected) {
            return is_recovery_row(printed);
        }
        // What stands before the dots; a revision may be cut by them.
        let (expected, is_cut) = match expected.split_once('…') {
            Some((begin, _)) => (begin, true),
            None => (expected, false),
        };
        let (wanted, found) = (tokens(expected), tokens(printed));
        if found.len() < wanted.len() || (!is_cut && found.len() > wanted.len()) {
            return false;
        }
        let mut new = Vec::new();
        for (at, (want, have)) in wanted.iter().zip(&found).enumerate() {
            let is_last = is_cut && at + 1 == wanted.len();
            let is_alike = match want.0 {
                Kind::Text if is_last => have.1.starts_with(want.1),
                Kind::Text => want == have,
                Kind::Time | Kind::Size => want.0 == have.0,
                kind => {
                    let known = self.0.get(want.1);
                    new.push((want.1.to_owned(), have.1.to_owned()));
                    // A revision is shown short and whole.
                    let same = |known: &String| {
                        known.starts_with(have.1) || have.1.starts_with(known.as_str())
                    };
                    kind == have.0 && known.is_none_or(same)
                }
            };
            if !is_alike {
                return false;
            }
        }
        for (manual, here) in new {
            self.0.entry(manual).or_insert(here);
        }
        true
    }
}

/// Vaults of tests say that they are; the manual's are none.
fn is_of_test_vaults(line: &str) -> bool {
    texts().any(|(key, text)| key.starts_with("warning-test-") && text == line)
}

/// What the program asks for, and the passphrase that it offers beside.
fn is_prompt(line: &str) -> bool {
    texts().any(|(key, text)| match key {
        "passphrase-offered" => line.starts_with(text.split('{').next().unwrap_or(text)),
        key => key.starts_with("prompt-") && text == line,
    })
}

fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = [
        include_str!("../../../locales/en/cli.ftl"),
        include_str!("../../../locales/ko/cli.ftl"),
    ];
    let lines = files.into_iter().flat_map(str::lines);
    lines.filter_map(|line| line.split_once(" = "))
}

/// Four of the recovery words.
fn is_recovery_row(line: &str) -> bool {
    line.strip_prefix("    ").is_some_and(|row| {
        let cells: Vec<&str> = row.split_whitespace().collect();
        cells.len() == 8
            && cells.chunks(2).all(|cell| {
                let &[number, word] = cell else { return false };
                let is_number = number.parse::<u8>().is_ok_and(|number| number <= 24);
                is_number && word.chars().all(char::is_alphabetic)
            })
    })
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut rest = line;
    let mut text = 0;
    let mut before = None;
    while let Some(c) = rest.get(text..).and_then(|from| from.chars().next()) {
        let (begin, from) = rest.split_at(text);
        let found = if before.is_some_and(|c: char| c.is_ascii_alphanumeric()) {
            None
        } else {
            variable(from)
        };
        match found {
            Some((kind, length)) => {
                if !begin.is_empty() {
                    all.push((Kind::Text, begin));
                }
                let (token, behind) = from.split_at(length);
                all.push((kind, token));
                rest = behind;
                text = 0;
                before = None;
            }
            None => {
                text += c.len_utf8();
                before = Some(c);
            }
        }
    }
    if !rest.is_empty() {
        all.push((Kind::Text, rest));
    }
    all
}

/// What a text begins with, if it is another each time, and how long that is.
fn variable(from: &str) -> Option<(Kind, usize)> {
    let shaped = |shape: &str| {
        let bytes = from.as_bytes().get(..shape.len())?;
        let fits = shape.bytes().zip(bytes).all(|(want, have)| match want {
            b'x' => matches!(have, b'0'..=b'9' | b'a'..=b'f'),
            b'9' => have.is_ascii_digit(),
            other => other == *have,
        });
        fits.then_some(shape.len())
    };
    let uuid = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    let fingerprint = ["99999"; 12].join(" ");
    if let Some(length) = shaped(uuid) {
        return Some((Kind::Id, length));
    }
    if let Some(length) = shaped(&fingerprint) {
        return Some((Kind::Fingerprint, length));
    }
    if let Some(length) = shaped("9999-99-99 99:99 UTC") {
        return Some((Kind::Time, length));
    }
    let number = from
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
        .count();
    let unit = from.get(number..).unwrap_or_default();
    if number > 0 && [" kB", " MB"].iter().any(|one| unit.starts_with(one)) {
        return Some((Kind::Size, number + 4));
    }
    let hex = from
        .bytes()
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        .count();
    let ends = from
        .as_bytes()
        .get(hex)
        .is_none_or(|byte| !byte.is_ascii_alphanumeric());
    (ends && matches!(hex, 8 | 12 | 64)).then_some((Kind::Revision, hex))
}
