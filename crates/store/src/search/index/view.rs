//! The index as it stood at one commit, opened for reading as far as it is asked.

use std::sync::{Arc, OnceLock};

use fixedbitset::FixedBitSet;
use tantivy::columnar::{BytesColumn, Column, ColumnValues, StrColumn};
use tantivy::index::SegmentId;
use tantivy::schema::Value;
use tantivy::{DocAddress, DocId, InvertedIndexReader, Searcher, SegmentReader, TantivyDocument};
use uuid::Uuid;

use super::super::document::{Card, Days, Flags};
use super::schema::{Fields, unpack};
use super::{IndexFault, Outcome};
use fieldnotes_domain::ids::RecordId;

/// Values of a column that sets are kept of, at most: the most frequent ones.
const MOST_VALUES: usize = 48;

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
    kinds: OnceLock<Values>,
    statuses: OnceLock<Values>,
    tags: OnceLock<Values>,
    flagged: OnceLock<Flagged>,
    order: OnceLock<Option<BytesColumn>>,
    created: OnceLock<Arc<dyn ColumnValues<i64>>>,
    owner: OnceLock<(Column<u64>, Column<u64>)>,
    dates: OnceLock<Column<u64>>,
}

/// The documents with each value of a column: counting them is comparing bits.
#[derive(Default)]
pub(super) struct Values(pub(super) Vec<(String, FixedBitSet)>);

impl Values {
    /// The documents with this value.
    pub(super) fn with(&self, value: &str) -> Option<&FixedBitSet> {
        let found = self.0.iter().find(|(of, _)| of == value);
        found.map(|(_, set)| set)
    }
}

/// The documents that are so.
pub(super) struct Flagged {
    pub(super) trashed: FixedBitSet,
    pub(super) findable: FixedBitSet,
    pub(super) conflict: FixedBitSet,
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

    pub(super) fn id(&self, document: DocId) -> RecordId {
        self.number(|of| {
            let (high, low) = (of.high.get_val(document), of.low.get_val(document));
            RecordId(Uuid::from_u64_pair(high, low))
        })
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

    /// The documents of each kind.
    pub(super) fn kinds(&self) -> Outcome<&Values> {
        self.values(&self.columns.kinds, "kind")
    }

    /// The documents of this kind.
    pub(super) fn of_kind(&self, kind: &str) -> Outcome<FixedBitSet> {
        let found = self.kinds()?.with(kind).cloned();
        Ok(found.unwrap_or_else(|| FixedBitSet::with_capacity(self.reader.max_doc() as usize)))
    }

    /// The documents of each status.
    pub(super) fn statuses(&self) -> Outcome<&Values> {
        self.values(&self.columns.statuses, "status")
    }

    /// The documents with each of the most frequent tags.
    pub(super) fn tags(&self) -> Outcome<&Values> {
        self.values(&self.columns.tags, "tags")
    }

    fn values<'v>(&self, slot: &'v OnceLock<Values>, name: &str) -> Outcome<&'v Values> {
        if let Some(values) = slot.get() {
            return Ok(values);
        }
        let values = self.read_values(self.reader.fast_fields().str(name)?)?;
        Ok(slot.get_or_init(|| values))
    }

    fn read_values(&self, column: Option<StrColumn>) -> Outcome<Values> {
        let Some(column) = column else {
            return Ok(Values::default());
        };
        let max = self.reader.max_doc();
        let mut counts = vec![0_u32; column.num_terms()];
        let ords = column.ords();
        let each = |take: &mut dyn FnMut(DocId, u64)| {
            for document in 0..max {
                ords.values_for_doc(document)
                    .for_each(|ord| take(document, ord));
            }
        };
        each(&mut |_, ord| {
            if let Some(count) = counts.get_mut(ord as usize) {
                *count += 1;
            }
        });
        let mut frequent: Vec<u64> = (0..column.num_terms() as u64).collect();
        frequent.sort_by_key(|ord| std::cmp::Reverse(counts.get(*ord as usize).copied()));
        frequent.truncate(MOST_VALUES);
        let mut values = Vec::with_capacity(frequent.len());
        let mut place = vec![None; column.num_terms()];
        for ord in frequent {
            let mut name = String::new();
            if !column.ord_to_str(ord, &mut name)? {
                return Err(IndexFault::Damaged);
            }
            if let Some(place) = place.get_mut(ord as usize) {
                *place = Some(values.len());
            }
            values.push((name, FixedBitSet::with_capacity(max as usize)));
        }
        each(&mut |document, ord| {
            let at = place.get(ord as usize).copied().flatten();
            if let Some((_, set)) = at.and_then(|at| values.get_mut(at)) {
                set.insert(document as usize);
            }
        });
        Ok(Values(values))
    }

    /// The documents that are in the trash, findable, in conflict.
    pub(super) fn flagged(&self) -> &Flagged {
        self.columns.flagged.get_or_init(|| {
            let max = self.reader.max_doc();
            let none = || FixedBitSet::with_capacity(max as usize);
            let mut flagged = Flagged {
                trashed: none(),
                findable: none(),
                conflict: none(),
            };
            for document in 0..max {
                let flags = self.flags(document);
                let at = document as usize;
                flagged.trashed.set(at, flags.has(Flags::TRASHED));
                flagged.findable.set(at, flags.has(Flags::FINDABLE));
                flagged.conflict.set(at, flags.has(Flags::CONFLICT));
            }
            flagged
        })
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
    pub(super) fn owner(&self) -> Outcome<impl Fn(DocId) -> Option<RecordId>> {
        let (high, low) = once(&self.columns.owner, || {
            let fast = self.reader.fast_fields();
            let empty = || Column::build_empty_column(self.reader.max_doc());
            let column =
                |name| Ok::<_, tantivy::TantivyError>(fast.column_opt(name)?.unwrap_or_else(empty));
            Ok((column("owner_high")?, column("owner_low")?))
        })?;
        Ok(move |document| {
            let (high, low) = (high.first(document)?, low.first(document)?);
            Some(RecordId(Uuid::from_u64_pair(high, low)))
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
