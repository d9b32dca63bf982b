//! The index as it stood at one commit, opened for reading as far as it is asked.

use std::sync::{Arc, OnceLock};

use tantivy::columnar::{BytesColumn, Column, ColumnValues, StrColumn};
use tantivy::index::SegmentId;
use tantivy::schema::Value;
use tantivy::{DocAddress, DocId, InvertedIndexReader, Searcher, SegmentReader, TantivyDocument};
use uuid::Uuid;

use super::super::document::{Card, Days, Flags};
use super::schema::{Fields, unpack};
use super::{IndexFault, Outcome};

/// All segments.
pub(super) struct View {
    searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) segments: Vec<Segment>,
}

/// One segment, with the columns that were asked for so far.
pub(super) struct Segment {
    pub(super) reader: SegmentReader,
    pub(super) number: u32,
    pub(super) fields: Fields,
    columns: Arc<Columns>,
}

/// Columns of a segment. They never change, so they outlive a commit.
#[derive(Default)]
pub(super) struct Columns {
    numbers: OnceLock<Numbers>,
    kind: OnceLock<Option<StrColumn>>,
    status: OnceLock<Option<StrColumn>>,
    tags: OnceLock<Option<StrColumn>>,
    order: OnceLock<Option<BytesColumn>>,
    created: OnceLock<Arc<dyn ColumnValues<i64>>>,
    owner: OnceLock<(Column<u64>, Column<u64>)>,
    dates: OnceLock<Column<u64>>,
}

/// What every question needs.
struct Numbers {
    high: Arc<dyn ColumnValues<u64>>,
    low: Arc<dyn ColumnValues<u64>>,
    saved: Arc<dyn ColumnValues<i64>>,
    flags: Arc<dyn ColumnValues<u64>>,
    mark: Arc<dyn ColumnValues<u64>>,
}

impl View {
    /// Opens what a searcher sees; columns that an earlier view has opened are taken over.
    pub(super) fn new(searcher: Searcher, fields: Fields, before: Option<&Self>) -> Self {
        let known = |id: SegmentId| {
            before?
                .segments
                .iter()
                .find(|segment| segment.reader.segment_id() == id)
                .map(|segment| segment.columns.clone())
        };
        let segments = (0..)
            .zip(searcher.segment_readers())
            .map(|(number, reader)| Segment {
                number,
                fields,
                columns: known(reader.segment_id()).unwrap_or_default(),
                reader: reader.clone(),
            })
            .collect();
        Self {
            searcher,
            fields,
            segments,
        }
    }

    pub(super) fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// What a list shows of a document.
    pub(super) fn card(&self, segment: u32, document: DocId) -> Outcome<Card> {
        let stored: TantivyDocument = self.searcher.doc(DocAddress::new(segment, document))?;
        let card = stored.get_first(self.fields.card);
        card.and_then(|value| value.as_bytes())
            .and_then(|bytes| serde_json::from_slice(bytes).ok())
            .ok_or(IndexFault::Damaged)
    }
}

/// Asks for a column once.
fn once<T: Clone>(slot: &OnceLock<T>, open: impl FnOnce() -> tantivy::Result<T>) -> Outcome<T> {
    if let Some(column) = slot.get() {
        return Ok(column.clone());
    }
    let column = open()?;
    Ok(slot.get_or_init(|| column).clone())
}

impl Segment {
    fn numbers(&self) -> Outcome<&Numbers> {
        if let Some(numbers) = self.columns.numbers.get() {
            return Ok(numbers);
        }
        let fast = self.reader.fast_fields();
        let numbers = Numbers {
            high: fast.column_first_or_default("id_high")?,
            low: fast.column_first_or_default("id_low")?,
            saved: fast.column_first_or_default("saved")?,
            flags: fast.column_first_or_default("flags")?,
            mark: fast.column_first_or_default("mark")?,
        };
        Ok(self.columns.numbers.get_or_init(|| numbers))
    }

    /// Opens what [`Segment::id`] and its like read, so that they cannot fail.
    pub(super) fn open(&self) -> Outcome<()> {
        self.numbers().map(|_| ())
    }

    fn number<T: Default>(&self, of: impl Fn(&Numbers) -> T) -> T {
        self.columns.numbers.get().map(of).unwrap_or_default()
    }

    pub(super) fn id(&self, document: DocId) -> Uuid {
        self.number(|of| Uuid::from_u64_pair(of.high.get_val(document), of.low.get_val(document)))
    }

    pub(super) fn saved(&self, document: DocId) -> i64 {
        self.number(|of| of.saved.get_val(document))
    }

    pub(super) fn mark(&self, document: DocId) -> u64 {
        self.number(|of| of.mark.get_val(document))
    }

    pub(super) fn flags(&self, document: DocId) -> Flags {
        Flags(self.number(|of| of.flags.get_val(document)) as u32)
    }

    pub(super) fn kind(&self) -> Outcome<Option<StrColumn>> {
        once(&self.columns.kind, || self.reader.fast_fields().str("kind"))
    }

    pub(super) fn status(&self) -> Outcome<Option<StrColumn>> {
        once(&self.columns.status, || {
            self.reader.fast_fields().str("status")
        })
    }

    pub(super) fn tags(&self) -> Outcome<Option<StrColumn>> {
        once(&self.columns.tags, || self.reader.fast_fields().str("tags"))
    }

    pub(super) fn order(&self) -> Outcome<Option<BytesColumn>> {
        once(&self.columns.order, || {
            self.reader.fast_fields().bytes("order")
        })
    }

    pub(super) fn created(&self) -> Outcome<Arc<dyn ColumnValues<i64>>> {
        once(&self.columns.created, || {
            self.reader.fast_fields().column_first_or_default("created")
        })
    }

    /// The record that each attachment belongs to.
    pub(super) fn owner(&self) -> Outcome<impl Fn(DocId) -> Option<Uuid>> {
        let (high, low) = once(&self.columns.owner, || {
            let fast = self.reader.fast_fields();
            let empty = || Column::build_empty_column(self.reader.max_doc());
            let column =
                |name| Ok::<_, tantivy::TantivyError>(fast.column_opt(name)?.unwrap_or_else(empty));
            Ok((column("owner_high")?, column("owner_low")?))
        })?;
        Ok(move |document| {
            Some(Uuid::from_u64_pair(
                high.first(document)?,
                low.first(document)?,
            ))
        })
    }

    /// The days that each record speaks of.
    pub(super) fn dates(&self) -> Outcome<impl Fn(DocId) -> Vec<Days>> {
        let dates = once(&self.columns.dates, || {
            let dates = self.reader.fast_fields().column_opt("dates")?;
            Ok(dates.unwrap_or_else(|| Column::build_empty_column(self.reader.max_doc())))
        })?;
        Ok(move |document| dates.values_for_doc(document).map(unpack).collect())
    }

    pub(super) fn terms(&self, field: tantivy::schema::Field) -> Outcome<Arc<InvertedIndexReader>> {
        Ok(self.reader.inverted_index(field)?)
    }
}
