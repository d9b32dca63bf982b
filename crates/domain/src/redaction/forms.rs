//! A table of the forms of many names, in which a row of letters is looked up letter by letter.
//!
//! For the first two letters the table knows how long the forms are that begin so; only for those lengths is a form looked
//! for. So a text is searched in time that grows with its length alone, and a hundred thousand names cost a few megabytes.

use std::collections::HashMap;

use hashbrown::HashTable;

use super::names::{NameForm, NameOrder, Script};

/// The longest form, in letters.
pub(super) const LONGEST: usize = 63;

/// A form of a name, and whose it is.
#[derive(Clone)]
pub(super) struct Form {
    pub(super) form: NameForm,
    pub(super) script: Script,
    pub(super) order: NameOrder,
    /// The letters of the family name in it, where it has one.
    pub(super) family: u8,
    /// Whether it is a word as well.
    pub(super) is_word: bool,
    pub(super) is_one_syllable: bool,
    /// Bit n is set where one word of the name ends and another begins before letter n.
    pub(super) breaks: u64,
    /// The place of the person in the list of all.
    pub(super) owner: u32,
}

struct Entry {
    hash: u64,
    at: u32,
    length: u8,
    form: Form,
}

/// See the module.
#[derive(Default)]
pub(super) struct FormTable {
    letters: String,
    entries: Vec<Entry>,
    table: HashTable<u32>,
    /// Lengths of the forms that begin with these two letters, as bits.
    lengths: HashMap<(char, char), u64>,
    /// Owners beside the first of a form.
    others: HashMap<u32, Vec<u32>>,
}

/// The hash of a row of letters, one letter at a time.
#[derive(Clone, Copy)]
pub(super) struct RowHash(u64);

impl RowHash {
    pub(super) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn push(&mut self, letter: char) {
        let mixed = (self.0.rotate_left(5) ^ u64::from(letter)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 29);
    }

    pub(super) const fn value(self) -> u64 {
        self.0
    }

    fn of(letters: &str) -> u64 {
        let mut hash = Self::new();
        letters.chars().for_each(|letter| hash.push(letter));
        hash.0
    }
}

impl FormTable {
    /// Adds a form. Forms that are too short or too long to be looked up are left out.
    pub(super) fn insert(&mut self, letters: &str, form: Form) {
        let mut chars = letters.chars();
        let (Some(first), second) = (chars.next(), chars.next().unwrap_or('\0')) else {
            return;
        };
        let count = letters.chars().count();
        let (true, Ok(length), Ok(at)) = (
            count <= LONGEST,
            u8::try_from(letters.len()),
            u32::try_from(self.letters.len()),
        ) else {
            return;
        };
        let hash = RowHash::of(letters);
        let known = self.table.find(hash, |known| {
            self.entries.get(*known as usize).is_some_and(|entry| {
                entry.hash == hash
                    && entry.form.form == form.form
                    && entry.form.order == form.order
                    && self.letters_of(entry) == letters
            })
        });
        if let Some(known) = known.copied() {
            self.share(known, &form);
            return;
        }
        self.letters.push_str(letters);
        let index = self.entries.len() as u32;
        self.entries.push(Entry {
            hash,
            at,
            length,
            form,
        });
        let entries = &self.entries;
        self.table.insert_unique(hash, index, |index| {
            entries.get(*index as usize).map_or(0, |entry| entry.hash)
        });
        *self.lengths.entry((first, second)).or_default() |= 1 << count;
    }

    /// One more person has a form that is there.
    fn share(&mut self, known: u32, form: &Form) {
        let Some(entry) = self.entries.get_mut(known as usize) else {
            return;
        };
        entry.form.breaks |= form.breaks;
        if entry.form.owner != form.owner {
            let others = self.others.entry(known).or_default();
            if others.last() != Some(&form.owner) {
                others.push(form.owner);
            }
        }
    }

    fn letters_of(&self, entry: &Entry) -> &str {
        let at = entry.at as usize;
        let letters = self.letters.get(at..at + usize::from(entry.length));
        letters.unwrap_or_default()
    }

    /// How long the forms are that begin with two letters, as bits; those of one letter among them.
    pub(super) fn lengths(&self, first: char, second: Option<char>) -> u64 {
        let of = |second| self.lengths.get(&(first, second)).copied().unwrap_or(0);
        of('\0') | second.map_or(0, of)
    }

    /// The forms of a row of letters.
    pub(super) fn find(
        &self,
        hash: RowHash,
        row: impl Iterator<Item = char> + Clone,
    ) -> Vec<FoundForm<'_>> {
        let hits = self.table.iter_hash(hash.0).filter_map(|index| {
            let entry = self.entries.get(*index as usize)?;
            let is_it = entry.hash == hash.0 && self.letters_of(entry).chars().eq(row.clone());
            is_it.then_some(FoundForm {
                form: &entry.form,
                others: self.others.get(index).map_or(&[], Vec::as_slice),
            })
        });
        hits.collect()
    }

    /// The forms of a text of letters.
    pub(super) fn find_text(&self, letters: &str) -> Vec<FoundForm<'_>> {
        self.find(RowHash(RowHash::of(letters)), letters.chars())
    }

    /// Whether a text of letters is one of the forms.
    pub(super) fn contains(&self, letters: &str) -> bool {
        !self.find_text(letters).is_empty()
    }
}

/// A form that was found, and whose else it is.
#[derive(Clone, Copy)]
pub(super) struct FoundForm<'t> {
    pub(super) form: &'t Form,
    pub(super) others: &'t [u32],
}
