//! The order of an answer: keys of one segment as numbers, and as what they stand for in all of them.

use tantivy::DocId;
use tantivy::columnar::{BytesColumn, ColumnValues};

use super::Outcome;
use super::ask::{Key, PageRequest, SortKey};
use super::view::Segment;

/// Times stand newest first, titles in the order of the alphabet, unless it is asked the other way.
pub(super) fn is_descending(ask: &PageRequest<'_>) -> bool {
    (ask.sort != SortKey::Title) != ask.reversed
}

/// The keys of one segment as numbers of which the smaller stands first.
pub(super) enum Order {
    Saved { descending: bool },
    Created(std::sync::Arc<dyn ColumnValues<i64>>, bool),
    Title(Option<BytesColumn>, bool),
}

impl Order {
    pub(super) fn open(segment: &Segment, ask: &PageRequest<'_>) -> Outcome<Self> {
        let descending = is_descending(ask);
        Ok(match ask.sort {
            SortKey::Saved => Self::Saved { descending },
            SortKey::Created => Self::Created(segment.created()?, descending),
            SortKey::Title => Self::Title(segment.order()?, descending),
        })
    }

    fn is_descending(&self) -> bool {
        match self {
            Self::Saved { descending }
            | Self::Created(_, descending)
            | Self::Title(_, descending) => *descending,
        }
    }

    fn turn(&self, key: u64) -> u64 {
        if self.is_descending() { !key } else { key }
    }

    pub(super) fn key(&self, segment: &Segment, document: DocId) -> u64 {
        self.turn(match self {
            Self::Saved { .. } => tantivy::i64_to_u64(segment.saved(document)),
            Self::Created(created, _) => tantivy::i64_to_u64(created.get_val(document)),
            Self::Title(order, _) => order
                .as_ref()
                .and_then(|order| order.ords().first(document))
                .unwrap_or(u64::MAX >> 1),
        })
    }

    /// The number of a key from a cursor, and whether a document here can have that very key.
    pub(super) fn bound(&self, key: &Key) -> Outcome<(u64, bool)> {
        Ok(match (self, key) {
            (Self::Title(Some(order), descending), Key::Bytes(bytes)) => {
                let next = first_not_before(order, bytes)?;
                let mut found = Vec::new();
                let is_same = order.ord_to_bytes(next, &mut found)? && found == *bytes;
                match (is_same, descending) {
                    (false, true) => match next.checked_sub(1) {
                        Some(before) => (self.turn(before), false),
                        // Nothing is before the first.
                        None => (u64::MAX, false),
                    },
                    _ => (self.turn(next), is_same),
                }
            }
            (Self::Title(..), _) => (0, false),
            (_, Key::Number(number)) => (self.turn(tantivy::i64_to_u64(*number)), true),
            (_, Key::Bytes(_)) => (0, false),
        })
    }

    /// The key that a number stands for in every segment.
    pub(super) fn name(&self, key: u64) -> Outcome<Key> {
        let key = self.turn(key);
        Ok(match self {
            Self::Saved { .. } | Self::Created(..) => Key::Number(tantivy::u64_to_i64(key)),
            Self::Title(order, _) => {
                let mut bytes = Vec::new();
                if let Some(order) = order {
                    order.ord_to_bytes(key, &mut bytes)?;
                }
                Key::Bytes(bytes)
            }
        })
    }
}

/// The place of the first key that is not before this one.
fn first_not_before(order: &BytesColumn, bytes: &[u8]) -> Outcome<u64> {
    let (mut low, mut high) = (0, order.num_terms() as u64);
    let mut found = Vec::new();
    while low < high {
        let middle = low + (high - low) / 2;
        found.clear();
        order.ord_to_bytes(middle, &mut found)?;
        if found.as_slice() < bytes {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}
