//! The sealed index: a cache over the records, made again whenever it is missing, damaged or of another version.
//!
//! Callers give documents, say which records changed, and commit. Whatever a commit does not have yet is looked at record
//! by record; an answer is never older than the last save.

mod answer;
mod ask;
mod counts;
mod directory;
mod evaluate;
mod order;
#[cfg(test)]
mod reopened;
mod schema;
mod surroundings;
mod tokenizer;
mod view;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::index::SegmentComponent;
use tantivy::indexer::IndexWriterOptions;
use tantivy::store::Compressor;
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyError};

pub use ask::{Answer, Line, PageRequest, Position, SortKey};
pub use counts::{FacetCount, FacetCounts};

use super::document::Document;
use directory::SealedDirectory;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_format::vault::index_file::IndexSeal;
use fieldnotes_format::vault::page_seal::Moment;
use schema::Fields;
use view::View;

/// Raised whenever what stands in the index, or the order of titles, is no longer what this program would write.
const VERSION: u32 = 5;
/// Bytes that wait in memory before they become a segment.
const BUFFER: usize = 40 << 20;
/// The file that says what the last commit knows.
const STAMP: &str = "stamp";
/// The file that names all others of a commit. Each of them is written once, under a name that is never used again.
const HEAD: &str = "meta.json";
/// Blocks of cards that are kept open for each segment.
const CARDS: usize = 96;
/// Bytes of such a block. A hit reads one card, from anywhere.
const CARD_BLOCK: usize = 2 << 10;

/// Chunks that are checked in one go: some milliseconds.
const CHECKED_AT_ONCE: u32 = 2_048;

/// How far the files were checked.
#[derive(Debug)]
pub struct CheckedTo {
    name: String,
    chunk: u32,
}

/// The files of a segment.
const PARTS: [SegmentComponent; 7] = [
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
    SegmentComponent::Terms,
    SegmentComponent::Store,
    SegmentComponent::Delete,
];

/// Something is wrong with the index. The records are not touched by it.
#[derive(Debug, thiserror::Error)]
pub enum IndexFault {
    /// It is missing, does not open, or is of another version: it has to be made anew.
    #[error("the search index does not open")]
    Damaged,
    /// The disk is full, or may not be written.
    #[error("the search index cannot be written")]
    Io(#[source] io::Error),
}

type Outcome<T> = Result<T, IndexFault>;

impl From<io::Error> for IndexFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem => Self::Io(error),
            _ => Self::Damaged,
        }
    }
}

impl From<TantivyError> for IndexFault {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::IoError(error) => io::Error::from(error.kind()).into(),
            _ => Self::Damaged,
        }
    }
}

/// What a commit of the index knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    version: u32,
    /// Random, of the last commit; it stands in the head too, so that no two heads are alike.
    #[serde(with = "hex::serde")]
    generation: [u8; 16],
    /// The hash of the head that it speaks of: what is put back from an earlier moment is another.
    #[serde(with = "hex::serde")]
    head: [u8; 32],
    /// The state of the vault of which it has every record; none where that is not so of any.
    #[serde(flatten)]
    moment: Moment,
}

impl Stamp {
    fn is_of_index(&self, generation: Option<[u8; 16]>, head: Option<[u8; 32]>) -> bool {
        generation == Some(self.generation) && head == Some(self.head)
    }
}

/// What a commit says of itself in the head.
fn generation_in(payload: Option<&str>) -> Option<[u8; 16]> {
    hex::decode(payload?).ok()?.try_into().ok()
}

/// The index of an unlocked vault.
pub struct Index {
    directory: SealedDirectory,
    inner: tantivy::Index,
    reader: IndexReader,
    writer: Option<IndexWriter>,
    fields: Fields,
    view: Arc<View>,
    stamp: Option<Stamp>,
    /// Put since the last commit.
    put: HashSet<RecordId>,
}

impl Index {
    /// Opens the index that is there.
    ///
    /// # Errors
    /// [`IndexFault::Damaged`] where there is none that can be used.
    pub fn open(seal: IndexSeal) -> Outcome<Self> {
        let directory = SealedDirectory::new(seal);
        let inner = tantivy::Index::open(directory.clone())?;
        let (schema, fields) = Fields::schema();
        if inner.schema() != schema {
            return Err(IndexFault::Damaged);
        }
        let generation = generation_in(inner.load_metas()?.payload.as_deref());
        let stamp = directory.seal().read(STAMP).ok();
        let stamp = stamp.and_then(|bytes| serde_json::from_slice::<Stamp>(&bytes).ok());
        if stamp.is_none_or(|stamp| stamp.version != VERSION) {
            return Err(IndexFault::Damaged);
        }
        // A stamp of another commit says nothing of this one.
        let head = directory.seal().hash_of(HEAD);
        let stamp = stamp.filter(|stamp| stamp.is_of_index(generation, head));
        Self::over(directory, inner, fields, stamp)
    }

    /// The state of the vault of which an index once had every record: what the vault has seen at least.
    pub fn stamped(seal: &IndexSeal) -> Option<Moment> {
        serde_json::from_slice(&seal.read(STAMP).ok()?).ok()
    }

    /// Makes an empty index in the place of whatever is there.
    pub fn create(seal: IndexSeal) -> Outcome<Self> {
        seal.keep_only(&[])?;
        let directory = SealedDirectory::new(seal);
        let (schema, fields) = Fields::schema();
        let settings = IndexSettings {
            docstore_compression: Compressor::None,
            docstore_compress_dedicated_thread: false,
            docstore_blocksize: CARD_BLOCK,
            ..IndexSettings::default()
        };
        let inner = tantivy::Index::create(directory.clone(), schema, settings)?;
        let index = Self::over(directory, inner, fields, None)?;
        // Of no commit, and of no state.
        index.write_stamp(Stamp {
            version: VERSION,
            generation: index.directory.seal().draw_generation(),
            head: [0; 32],
            moment: Moment {
                counter: 0,
                state: [0; 32],
            },
        })?;
        Ok(index)
    }

    fn over(
        directory: SealedDirectory,
        mut inner: tantivy::Index,
        fields: Fields,
        stamp: Option<Stamp>,
    ) -> Outcome<Self> {
        inner.set_tokenizers(tokenizer::tokenizers());
        let reader = inner
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(CARDS)
            .try_into()?;
        let view = Arc::new(View::new(reader.searcher(), fields, None));
        Ok(Self {
            directory,
            inner,
            reader,
            writer: None,
            fields,
            view,
            stamp,
            put: HashSet::new(),
        })
    }

    /// How many records it has.
    pub fn records(&self) -> u64 {
        self.view.len()
    }

    /// Whether it has every record as of this state of the vault.
    pub fn is_of(&self, moment: Moment) -> bool {
        self.stamp.is_some_and(|stamp| stamp.moment == moment)
    }

    /// What it takes each record for: its mark, by id.
    pub fn marks(&self) -> Outcome<HashMap<RecordId, u64>> {
        let mut marks = HashMap::with_capacity(self.records() as usize);
        for segment in &self.view.segments {
            segment.open()?;
            for document in segment.reader.doc_ids_alive() {
                marks.insert(segment.id(document), segment.mark(document));
            }
        }
        Ok(marks)
    }

    fn writer(&mut self) -> Outcome<&mut IndexWriter> {
        if self.writer.is_none() {
            let options = IndexWriterOptions::builder()
                .num_worker_threads(1)
                .memory_budget_per_thread(BUFFER)
                .num_merge_threads(1)
                .build();
            let writer: IndexWriter = self.inner.writer_with_options(options)?;
            // tantivy numbers the first operation of a writer as the commit that it found. A segment that has its deletions up to
            // that number is passed over when segments are joined, and a deletion of that number is lost: so the first one is of
            // nothing.
            writer.delete_term(self.fields.id_term(RecordId::nil()));
            self.writer = Some(writer);
        }
        self.writer.as_mut().ok_or(IndexFault::Damaged)
    }

    /// Puts documents in the place of those of the same records. Nothing is found of it before [`Index::commit`].
    pub fn put(&mut self, documents: &[Document]) -> Outcome<()> {
        let fields = self.fields;
        let is_empty = self.records() == 0;
        for document in documents {
            // In an empty index there is nothing to take out, and looking for it costs.
            let is_first = self.put.insert(document.card.id);
            let writer = self.writer()?;
            if !(is_empty && is_first) {
                writer.delete_term(fields.id_term(document.card.id));
            }
            writer.add_document(fields.document(document))?;
        }
        Ok(())
    }

    /// Takes records out. They are found until [`Index::commit`].
    pub fn remove(&mut self, records: impl Iterator<Item = RecordId>) -> Outcome<()> {
        let fields = self.fields;
        for record in records {
            self.put.remove(&record);
            self.writer()?.delete_term(fields.id_term(record));
        }
        Ok(())
    }

    /// Makes what was put findable and durable. `moment` is the vault's state if with it every record is there.
    pub fn commit(&mut self, moment: Option<Moment>) -> Outcome<()> {
        let generation = hex::encode(self.directory.seal().draw_generation());
        let mut commit = self.writer()?.prepare_commit()?;
        commit.set_payload(&generation);
        commit.commit()?;
        self.put.clear();
        self.reload()?;
        self.stamp = None;
        moment.map_or(Ok(()), |moment| self.confirm(moment))
    }

    /// Waits until segments that are being joined are joined.
    pub fn settle(&mut self) -> Outcome<()> {
        if let Some(writer) = self.writer.take() {
            writer.wait_merging_threads()?;
        }
        let is_stamped = self.stamp;
        self.reload()?;
        // Joining segments changes the names of files and nothing of what they say.
        if let Some(stamp) = is_stamped {
            self.stamp = None;
            self.confirm(stamp.moment)?;
        }
        Ok(())
    }

    /// Says that what is there is all there is, as of this state.
    pub fn confirm(&mut self, moment: Moment) -> Outcome<()> {
        if self.is_of(moment) {
            return Ok(());
        }
        match generation_in(self.inner.load_metas()?.payload.as_deref()) {
            None => self.commit(Some(moment)),
            generation => self.stamp_over(generation, moment),
        }
    }

    fn stamp_over(&mut self, generation: Option<[u8; 16]>, moment: Moment) -> Outcome<()> {
        let head = self.directory.seal().hash_of(HEAD);
        let (Some(generation), Some(head)) = (generation, head) else {
            return Ok(());
        };
        let stamp = Stamp {
            version: VERSION,
            generation,
            head,
            moment,
        };
        if self.stamp != Some(stamp) {
            self.write_stamp(stamp)?;
            self.stamp = Some(stamp);
        }
        Ok(())
    }

    fn write_stamp(&self, stamp: Stamp) -> Outcome<()> {
        let bytes = serde_json::to_vec(&stamp).map_err(io::Error::from)?;
        Ok(self.directory.seal().replace(STAMP, &bytes)?)
    }

    fn reload(&mut self) -> Outcome<()> {
        self.reader.reload()?;
        self.view = Arc::new(View::new(
            self.reader.searcher(),
            self.fields,
            Some(&self.view),
        ));
        Ok(())
    }

    /// The files of the last commit, by the names that the index gives them.
    fn names(&self) -> Outcome<BTreeSet<String>> {
        let metas = self.inner.searchable_segment_metas()?;
        let files = metas
            .iter()
            .flat_map(|meta| PARTS.map(|part| meta.relative_path(part)));
        let mut names: BTreeSet<String> = files
            .filter_map(|path| Some(path.to_str()?.to_owned()))
            .filter(|name| self.directory.seal().exists(name))
            .collect();
        names.extend([HEAD, ".managed.json", STAMP].map(str::to_owned));
        Ok(names)
    }

    /// Removes what a crash, or an earlier commit, has left behind.
    pub fn sweep(&self) -> Outcome<()> {
        let seal = self.directory.seal();
        let kept: Vec<_> = self.names()?.iter().map(|name| seal.place(name)).collect();
        Ok(seal.keep_only(&kept)?)
    }

    /// Opens some chunks of the files, so that damage is known before it is met: from `from` on, or from the first. Returns
    /// where to go on, or nothing where all were opened.
    pub fn check(&self, from: Option<&CheckedTo>) -> Outcome<Option<CheckedTo>> {
        let mut left = CHECKED_AT_ONCE;
        let mut names = self.names()?;
        // A file that came meanwhile under an earlier name was written by this program.
        names.retain(|name| from.is_none_or(|from| *name >= from.name));
        for name in names {
            let file = self.directory.seal().open(&name)?;
            let first = from.filter(|from| from.name == name);
            for chunk in first.map_or(0, |from| from.chunk)..file.chunks() {
                if left == 0 {
                    return Ok(Some(CheckedTo { name, chunk }));
                }
                file.chunk(chunk)?;
                left -= 1;
            }
        }
        Ok(None)
    }

    /// Closes it. What other threads still do to it is stopped and waited for, so that no key outlives this.
    pub fn close(self) {
        self.close_as_of(None);
    }

    /// The same; with a state of the vault of which it has every record it is stamped, now that nothing joins segments any
    /// more.
    pub fn close_as_of(mut self, moment: Option<Moment>) {
        if let Some(moment) = moment {
            let _ = self.confirm(moment);
        }
        let metas = moment.and_then(|moment| Some((self.inner.load_metas().ok()?, moment)));
        self.directory.close();
        if let Some(writer) = self.writer.take() {
            // It cannot end well: that is the point.
            let _ = writer.wait_merging_threads();
        }
        if let Some((metas, moment)) = metas {
            // Without it the next unlock compares, and finds the same.
            let _ = self.stamp_over(generation_in(metas.payload.as_deref()), moment);
        }
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Index(..)")
    }
}
