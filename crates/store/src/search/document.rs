//! What is known of a record for finding it: the same whether the index answers or a record is looked at by itself.

use fieldnotes_domain::ids::{EntryHash, RecordId};
use fieldnotes_domain::time::Timestamp;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Where a text stands. Every text is in [`Scope::Any`]; some are in one more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Scope {
    Any,
    /// What the record is called: titles, and all names of a person or a place.
    Title,
    Person,
    Place,
    Tag,
    /// What was done, by code and in the words of both languages.
    Act,
}

impl Scope {
    /// What stands before every piece of a text of this scope.
    pub(super) fn sign(self) -> char {
        match self {
            Self::Any => '0',
            Self::Title => '1',
            Self::Person => '2',
            Self::Place => '3',
            Self::Tag => '4',
            Self::Act => '5',
        }
    }
}

/// What a record is or has, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Flags(pub u32);

impl Flags {
    /// It lies in the trash.
    pub const TRASHED: Self = Self(1);
    /// Its heads disagree, and a person has to settle it.
    pub const CONFLICT: Self = Self(1 << 1);
    /// Its body cannot be read here.
    pub const UNREADABLE: Self = Self(1 << 2);
    /// A head of it does not lie in the trash.
    pub const FINDABLE: Self = Self(1 << 3);
    /// Sound, or an attachment that is sound.
    pub const AUDIO: Self = Self(1 << 4);
    /// Moving pictures.
    pub const VIDEO: Self = Self(1 << 5);
    /// Pictures.
    pub const IMAGE: Self = Self(1 << 6);
    /// An attachment of any other sort.
    pub const DOCUMENT: Self = Self(1 << 7);
    /// An entry of consent.
    pub const CONSENT: Self = Self(1 << 8);
    /// A paragraph in translation.
    pub const TRANSLATION: Self = Self(1 << 9);
    /// A leg of a journey.
    pub const JOURNEY: Self = Self(1 << 10);
    /// An act.
    pub const ACTS: Self = Self(1 << 11);
    /// Sound, moving pictures, pictures or another attachment.
    pub const ATTACHMENT: Self = Self(0b1111 << 4);

    /// Whether it is or has any of these.
    pub fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub(super) fn add(&mut self, flag: Self, is: bool) {
        if is {
            self.0 |= flag.0;
        }
    }
}

/// What a list shows of a record, so that no body need be opened for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// The revision that is shown first.
    pub revision: EntryHash,
    /// When that was saved (milliseconds since 1970, by its device's clock).
    pub saved: Timestamp,
    /// How many heads it has.
    pub heads: u32,
    /// What it is and has.
    pub flags: Flags,
}

/// Days of the proleptic Gregorian calendar, counted from 0001-01-01 as 1; from and to, both in it.
pub(super) type Days = (i32, i32);

/// All that is known of a record for finding it.
#[derive(Clone)]
pub struct Document {
    pub(super) card: Card,
    /// Reports a document that no longer says what the vault holds.
    pub(super) mark: u64,
    /// When its first revision was saved.
    pub(super) created: Timestamp,
    pub(super) status: String,
    pub(super) tags: Vec<String>,
    /// Orders titles as a Korean dictionary does.
    pub(super) order: Vec<u8>,
    pub(super) dates: Vec<Days>,
    /// The record that an attachment belongs to.
    pub(super) owner: Option<RecordId>,
    /// Records that this one names.
    pub(super) links: BTreeSet<RecordId>,
    /// Folded texts, each with a space in front.
    pub(super) texts: Vec<(Scope, String)>,
    /// What is found without a place in a text: see [`marks`].
    pub(super) marks: BTreeSet<String>,
}

impl Document {
    /// The record.
    pub fn id(&self) -> RecordId {
        self.card.id
    }
}

impl std::fmt::Debug for Document {
    /// What a record says must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Document(..)")
    }
}

/// What is found without a place in a text, and the sign that each sort begins with.
pub(super) mod marks {
    /// Initials of a word in any text, up to eight.
    pub(in crate::search) const INITIALS: char = 'i';
    /// Initials in a name, from any syllable on.
    pub(in crate::search) const NAME_INITIALS: char = 'I';
    /// The sound of a Hangul name met in a text.
    pub(in crate::search) const HANGUL_SOUND: char = 'h';
    /// The sound of a name in Hangul.
    pub(in crate::search) const HANGUL_NAME: char = 'H';
    /// The sound of a name in Latin letters met in a text.
    pub(in crate::search) const LATIN_SOUND: char = 'l';
    /// The sound of a name in Latin letters.
    pub(in crate::search) const LATIN_NAME: char = 'L';
    /// A name in Latin letters, or a word with a capital.
    pub(in crate::search) const WORD: char = 'w';
    /// A record that is named.
    pub(in crate::search) const LINK: char = 'k';
    /// How many initials of a word are kept.
    pub(in crate::search) const MOST_INITIALS: usize = 8;
}
