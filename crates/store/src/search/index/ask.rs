//! What can be asked of the index, and what it answers.

use serde::{Deserialize, Serialize};

use super::super::document::Card;
use super::super::linear::Nearness;
use super::super::query::Query;
use super::counts::FacetCounts;
use fieldnotes_domain::ids::RecordId;

/// How a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortKey {
    /// By when it was last saved.
    #[default]
    Saved,
    /// By when it was first saved.
    Created,
    /// By title, as in a Korean dictionary.
    Title,
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct PageRequest<'a> {
    /// What records must say; nothing for all of them.
    pub query: Option<&'a Query>,
    /// Only this kind.
    pub kind: Option<&'a str>,
    /// What lies in the trash, instead of what does not. A query says that by itself.
    pub trashed: bool,
    /// Only records that have the words themselves.
    pub exact_only: bool,
    /// Where so many in one segment of the index have the words themselves, what is similar is not looked for there.
    pub enough: usize,
    /// The order. Hits stand by how well they fit first.
    pub sort: SortKey,
    /// The smallest first, instead of the greatest; for titles the last instead of the first.
    pub reversed: bool,
    /// At most so many.
    pub limit: usize,
    /// Behind this place.
    pub after: Option<Position>,
}

/// A place in a list that stays valid while records are added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub(super) rank: u8,
    pub(super) key: Key,
    pub(super) id: RecordId,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Key {
    Number(i64),
    Bytes(#[serde(with = "hex::serde")] Vec<u8>),
}

/// One record of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What a list shows.
    pub card: Card,
    /// How well it fits; exact where nothing was asked.
    pub nearness: Nearness,
}

/// A page of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// How many there are, on this page or not.
    pub total: u64,
    /// How many of them have the words themselves.
    pub exact: u64,
    /// The page.
    pub lines: Vec<Line>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<Position>,
    /// Counts over all of them.
    pub counts: FacetCounts,
}
