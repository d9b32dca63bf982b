//! What stands in the index of one record.

use tantivy::schema::{
    BytesOptions, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::schema::{FAST, INDEXED, STORED};
use tantivy::{TantivyDocument, Term};

use super::super::document::{Days, Document};
use super::super::linear::status_of;
use super::tokenizer;
use fieldnotes_domain::ids::RecordId;

/// The fields, by the names that they have in the index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// The record, to find its document.
    pub(super) id: Field,
    /// Pieces of its texts, with their positions.
    pub(super) pieces: Field,
    /// What is found without a place.
    pub(super) marks: Field,
    id_high: Field,
    id_low: Field,
    owner_high: Field,
    owner_low: Field,
    mark: Field,
    saved: Field,
    created: Field,
    flags: Field,
    dates: Field,
    kind: Field,
    status: Field,
    tags: Field,
    order: Field,
    pub(super) card: Field,
}

impl Fields {
    pub(super) fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let text = |tokenizer, option| {
            TextOptions::default().set_indexing_options(
                TextFieldIndexing::default()
                    .set_tokenizer(tokenizer)
                    .set_index_option(option)
                    .set_fieldnorms(false),
            )
        };
        let number: NumericOptions = FAST.into();
        let name: TextOptions = TextOptions::default().set_fast("raw");
        let fields = Self {
            id: schema.add_bytes_field("id", BytesOptions::from(INDEXED)),
            pieces: schema.add_text_field(
                "pieces",
                text(tokenizer::PIECES, IndexRecordOption::WithFreqsAndPositions),
            ),
            marks: schema.add_text_field("marks", text(tokenizer::MARKS, IndexRecordOption::Basic)),
            id_high: schema.add_u64_field("id_high", number.clone()),
            id_low: schema.add_u64_field("id_low", number.clone()),
            owner_high: schema.add_u64_field("owner_high", number.clone()),
            owner_low: schema.add_u64_field("owner_low", number.clone()),
            mark: schema.add_u64_field("mark", number.clone()),
            saved: schema.add_i64_field("saved", number.clone()),
            created: schema.add_i64_field("created", number.clone()),
            flags: schema.add_u64_field("flags", number.clone()),
            dates: schema.add_u64_field("dates", number),
            kind: schema.add_text_field("kind", name.clone()),
            status: schema.add_text_field("status", name.clone()),
            tags: schema.add_text_field("tags", name),
            order: schema.add_bytes_field("order", BytesOptions::from(FAST)),
            card: schema.add_bytes_field("card", BytesOptions::from(STORED)),
        };
        (schema.build(), fields)
    }

    /// The term that a record's document is found by.
    pub(super) fn id_term(&self, id: RecordId) -> Term {
        Term::from_field_bytes(self.id, id.as_bytes())
    }

    /// A record as the index keeps it.
    pub(super) fn document(&self, from: &Document) -> TantivyDocument {
        let mut out = TantivyDocument::new();
        let (high, low) = from.card.id.0.as_u64_pair();
        out.add_bytes(self.id, from.card.id.as_bytes());
        out.add_u64(self.id_high, high);
        out.add_u64(self.id_low, low);
        if let Some(owner) = from.owner {
            let (high, low) = owner.0.as_u64_pair();
            out.add_u64(self.owner_high, high);
            out.add_u64(self.owner_low, low);
        }
        out.add_u64(self.mark, from.mark);
        out.add_i64(self.saved, from.card.saved.0);
        out.add_i64(self.created, from.created.0);
        out.add_u64(self.flags, from.card.flags.0.into());
        from.dates
            .iter()
            .for_each(|days| out.add_u64(self.dates, pack(*days)));
        out.add_text(self.kind, &from.card.kind);
        out.add_text(self.status, status_of(from));
        from.tags
            .iter()
            .for_each(|tag| out.add_text(self.tags, tag));
        out.add_bytes(self.order, &from.order);
        for (scope, text) in &from.texts {
            let text = format!("{}{text}", scope.sign());
            out.add_text(self.marks, &text);
            out.add_text(self.pieces, text);
        }
        from.marks
            .iter()
            .for_each(|mark| out.add_text(self.marks, mark));
        // A card is made of strings and numbers; nothing in it cannot be written.
        let card = serde_json::to_vec(&from.card).unwrap_or_default();
        out.add_bytes(self.card, &card);
        out
    }
}

/// Two days in one number, the first in front.
pub(super) fn pack((from, to): Days) -> u64 {
    let half = |day: i32| u64::from(day.cast_unsigned() ^ 0x8000_0000);
    half(from) << 32 | half(to)
}

/// What [`pack`] made one.
pub(super) fn unpack(days: u64) -> Days {
    let half = |part: u64| ((part as u32) ^ 0x8000_0000).cast_signed();
    (half(days >> 32), half(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_into_a_number_and_come_out() {
        for days in [(0, 0), (-5, 7), (i32::MIN, i32::MAX), (700_000, 729_000)] {
            assert_eq!(unpack(pack(days)), days);
        }
    }
}
