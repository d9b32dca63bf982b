//! Secrets looked for in the bytes of what is about to leave.
//!
//! A name may stand in a package in any encoding, in pieces or whole, with anything between its letters that a reader skips,
//! escaped in JSON or HTML, in a file of any kind. All bytes are looked at three times, as UTF-8 and as UTF-16 of both orders
//! at every place. A first look by the first letters costs little; what it lets through is read letter by letter.

use std::collections::HashSet;

use super::forms::{Form, FormTable, RowHash};
use super::names::{NameForm, NameOrder, Script};
use crate::ids::RecordId;

mod first;
mod rules;
mod secrets;
mod units;

use first::FirstLook;
use rules::Rule;
pub use secrets::secrets_of;
use units::Reader;

/// What a secret is; it decides how it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeakSecretKind {
    /// A name of a person or a group.
    Name,
    /// A code.
    Code,
    /// A telephone number, an e-mail address, an account.
    Contact,
    /// The number of a document.
    Number,
}

/// A text that must not leave.
#[derive(Clone, PartialEq, Eq)]
pub struct LeakSecret {
    /// As it is written; case, form, spaces and hyphens do not matter.
    pub text: String,
    /// What it is.
    pub kind: LeakSecretKind,
    /// Whose it is, where it is somebody's.
    pub person: Option<RecordId>,
}

/// The encoding in which a secret was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeakEncoding {
    /// UTF-8, ASCII, or escapes of either.
    Utf8,
    /// UTF-16, the small byte first.
    Utf16Le,
    /// UTF-16, the large byte first.
    Utf16Be,
}

/// A secret that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leak {
    /// The byte at which it begins, counted from the beginning of everything that was searched.
    pub at: usize,
    /// Bytes that it takes.
    pub length: usize,
    /// The secret, by its place among those that the search was made of.
    pub secret: usize,
    /// How it was written.
    pub encoding: LeakEncoding,
}

/// Bytes that a secret takes at most, with all that divides it and stands behind it.
const AHEAD: usize = 4096;
/// Bytes that are looked at before a secret.
const BEHIND: usize = 16;
/// What is looked at three times while it is near.
const PIECE: usize = 1 << 15;

/// A search for many secrets, made ready once.
pub struct LeakSearch {
    table: FormTable,
    rules: Vec<Rule>,
    first: FirstLook,
    skipped: Vec<usize>,
}

impl LeakSearch {
    /// Makes secrets ready. Those that would be found everywhere are left out: see [`skipped`](Self::skipped).
    pub fn new(secrets: &[LeakSecret]) -> Self {
        let mut search = Self {
            table: FormTable::default(),
            rules: Vec::new(),
            first: FirstLook::new(),
            skipped: Vec::new(),
        };
        let mut begins = HashSet::new();
        for (at, secret) in secrets.iter().enumerate() {
            let rules = rules::rules(at, secret);
            if rules.is_empty() {
                search.skipped.push(at);
            }
            let is_name = secret.kind == LeakSecretKind::Name;
            for (letters, rule) in rules {
                let mut chars = letters.chars();
                if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
                    begins.insert((first, second));
                }
                let form = Form {
                    form: if is_name {
                        NameForm::Full
                    } else {
                        NameForm::Code
                    },
                    script: Script::Other,
                    order: NameOrder::FamilyFirst,
                    family: 0,
                    is_word: false,
                    is_one_syllable: false,
                    breaks: 0,
                    owner: search.rules.len() as u32,
                };
                search.table.insert(&letters, form);
                search.rules.push(rule);
            }
        }
        search.first.insert(&begins);
        search
    }

    /// The secrets that are not looked for, by their places: names of one syllable, names and codes that are words or shorter
    /// than any word. They have to be looked for by a reader.
    pub fn skipped(&self) -> &[usize] {
        &self.skipped
    }

    /// Every secret in some bytes. Of those that begin at one place the longest is given; none that lies within another.
    pub fn search(&self, bytes: &[u8]) -> Vec<Leak> {
        let mut leaks = Vec::new();
        let mut done = Done::default();
        self.scan(bytes, 0..bytes.len(), 0, &mut done, &mut |leak| {
            leaks.push(leak)
        });
        leaks.sort_by_key(|leak| leak.at);
        leaks
    }

    /// The same for bytes that come one part after another.
    pub fn stream(&self) -> LeakStream<'_> {
        LeakStream {
            search: self,
            buffer: Vec::new(),
            scanned: 0,
            base: 0,
            done: Done::default(),
        }
    }

    /// Secrets that begin in a range of some bytes; `base` is the place of the first byte among all.
    fn scan(
        &self,
        bytes: &[u8],
        range: std::ops::Range<usize>,
        base: usize,
        done: &mut Done,
        leak: &mut dyn FnMut(Leak),
    ) {
        let mut from = range.start;
        while from < range.end {
            let to = range.end.min(from + PIECE);
            let mut take = |at: usize, encoding: LeakEncoding| {
                let end = done.of(encoding);
                if at + base < *end {
                    return;
                }
                if let Some((secret, until)) = self.secret_at(bytes, at, encoding) {
                    *end = until + base;
                    leak(Leak {
                        at: at + base,
                        length: until - at,
                        secret,
                        encoding,
                    });
                }
            };
            self.first.utf8(bytes, from..to, &mut take);
            self.first.utf16(bytes, from..to, &mut take);
            from = to;
        }
    }

    /// The longest secret that begins at a place, and where it ends.
    fn secret_at(&self, bytes: &[u8], at: usize, encoding: LeakEncoding) -> Option<(usize, usize)> {
        let mut reader = Reader {
            bytes,
            at,
            encoding,
        };
        let first = reader.letter().filter(|read| read.gap == 0)?;
        let second = reader.letter()?;
        let lengths = self.table.lengths(first.letter, Some(second.letter));
        if lengths == 0 {
            return None;
        }
        let mut row = vec![first.letter];
        let mut hash = RowHash::new();
        hash.push(first.letter);
        let mut gaps = 0;
        let mut found = None;
        let mut next = Some(second);
        while let Some(read) = next {
            row.push(read.letter);
            hash.push(read.letter);
            gaps |= read.gap;
            if lengths >> row.len() & 1 == 1 {
                let forms = self.table.find(hash, row.iter().copied());
                let owners = forms
                    .iter()
                    .flat_map(|form| std::iter::once(&form.form.owner).chain(form.others));
                let rule = owners
                    .filter_map(|owner| self.rules.get(*owner as usize))
                    .find(|rule| rule.holds(bytes, at, read.end, gaps, encoding));
                found = rule.map(|rule| (rule.secret, read.end)).or(found);
            }
            if lengths >> row.len() <= 1 || read.end - at > AHEAD / 2 {
                break;
            }
            next = reader.letter();
        }
        found
    }
}

/// Where the last secret of each encoding ended.
#[derive(Default)]
struct Done([usize; 3]);

impl Done {
    fn of(&mut self, encoding: LeakEncoding) -> &mut usize {
        let [utf8, le, be] = &mut self.0;
        match encoding {
            LeakEncoding::Utf8 => utf8,
            LeakEncoding::Utf16Le => le,
            LeakEncoding::Utf16Be => be,
        }
    }
}

/// A search in bytes that come one part after another. What [`push`](Self::push) does not report,
/// [`finish`](Self::finish) does: nothing is complete without it.
pub struct LeakStream<'s> {
    search: &'s LeakSearch,
    buffer: Vec<u8>,
    /// What of the buffer has been looked at.
    scanned: usize,
    /// The place of the buffer's first byte among all.
    base: usize,
    done: Done,
}

impl LeakStream<'_> {
    /// More bytes. Reports what lies far enough before their end.
    pub fn push(&mut self, bytes: &[u8], leak: &mut dyn FnMut(Leak)) {
        for piece in bytes.chunks(PIECE) {
            self.buffer.extend_from_slice(piece);
            let to = self.buffer.len().saturating_sub(AHEAD);
            self.scan_to(to, leak);
            let forget = self.scanned.saturating_sub(BEHIND);
            self.buffer.drain(..forget);
            self.scanned -= forget;
            self.base += forget;
        }
    }

    /// There are no more bytes.
    pub fn finish(mut self, leak: &mut dyn FnMut(Leak)) {
        self.scan_to(self.buffer.len(), leak);
    }

    fn scan_to(&mut self, to: usize, leak: &mut dyn FnMut(Leak)) {
        if to > self.scanned {
            let range = self.scanned..to;
            self.search
                .scan(&self.buffer, range, self.base, &mut self.done, leak);
            self.scanned = to;
        }
    }
}

#[cfg(test)]
mod tests;
