//! The sealed index of an unlocked vault, kept in step with what is saved.
//!
//! Saving does not wait for the index: a record that changed is noted, looked at by itself when something is sought, and
//! put into the index a little later. What is noted is never lost: on the next unlock the index is held against the
//! history, record by record, without a body being opened.

use std::collections::{BTreeSet, HashMap, VecDeque};

use rayon::prelude::*;
use uuid::Uuid;

use super::{Body, Session, SessionError};
use crate::history::EntryHash;
use crate::progress::Watch;
use crate::search::{About, Answer, Ask, Document, Index, IndexFault, Said, describe};
use crate::vault::index_file::IndexSeal;

/// Records that are looked at by themselves at most, the last changed ones first; the others wait for the index.
const BY_ITSELF: usize = 256;
/// Records that are put into the index in one go.
const BATCH: usize = 512;
/// A commit costs a few files that are synced, so not every batch is one.
const COMMIT_AFTER: usize = 50_000;

/// The index, and what it does not have yet.
#[derive(Default)]
pub(super) struct Finding {
    index: Option<Index>,
    is_ready: bool,
    /// Records that the last commit does not have as they are.
    changed: BTreeSet<Uuid>,
    /// Those of them that are already put, for the next commit.
    put: BTreeSet<Uuid>,
    /// Those that were changed last, at the end.
    last: VecDeque<Uuid>,
    described: HashMap<Uuid, Document>,
}

/// An answer, and what it could not know.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) answer: Answer,
    /// Records that wait for the index and were not looked at.
    pub(crate) pending: u64,
}

impl Finding {
    /// Notes that a record changed.
    pub(super) fn touch(&mut self, record: Uuid) {
        if !self.is_ready {
            return;
        }
        self.changed.insert(record);
        self.put.remove(&record);
        self.described.remove(&record);
        if self.last.back() != Some(&record) {
            self.last.push_back(record);
            if self.last.len() > BY_ITSELF {
                self.last.pop_front();
            }
        }
    }

    fn forget(&mut self) {
        self.changed.clear();
        self.put.clear();
        self.last.clear();
        self.described.clear();
    }
}

impl Session {
    /// Answers from the index and from what was saved since. Never older than the last save, but for `pending` records.
    pub(crate) fn find(&mut self, ask: &Ask<'_>) -> Result<Found, SessionError> {
        self.prepare_to_find()?;
        match self.answer(ask) {
            Err(SessionError::Index(IndexFault::Damaged)) => {
                self.make_index_anew()?;
                self.answer(ask)
            }
            other => other,
        }
    }

    fn answer(&mut self, ask: &Ask<'_>) -> Result<Found, SessionError> {
        let looked_at = self.to_be_looked_at();
        self.describe_those(&looked_at)?;
        let pending = (self.finding.changed.len() - looked_at.len()) as u64;
        let changed: Vec<&Document> = looked_at
            .iter()
            .filter_map(|id| self.finding.described.get(id))
            .collect();
        let answer = match &self.finding.index {
            Some(index) => index.answer(ask, &changed)?,
            None => Index::answer_without(ask, &changed)?,
        };
        Ok(Found { answer, pending })
    }

    /// The changed records that are looked at by themselves.
    fn to_be_looked_at(&self) -> BTreeSet<Uuid> {
        let finding = &self.finding;
        // Without an index there is no other way.
        if finding.index.is_none() || finding.changed.len() <= BY_ITSELF {
            return finding.changed.clone();
        }
        let last = finding.last.iter().copied();
        last.filter(|id| finding.changed.contains(id)).collect()
    }

    fn describe_those(&mut self, ids: &BTreeSet<Uuid>) -> Result<(), SessionError> {
        let new: Vec<Uuid> = ids
            .iter()
            .filter(|id| !self.finding.described.contains_key(id))
            .copied()
            .collect();
        for batch in new.chunks(BATCH) {
            let documents = self.describe_batch(batch)?;
            let named = documents
                .into_iter()
                .map(|document| (document.id(), document));
            self.finding.described.extend(named);
        }
        Ok(())
    }

    /// Reads the bodies of these records one after the other and describes them side by side.
    fn describe_batch(&self, ids: &[Uuid]) -> Result<Vec<Document>, SessionError> {
        let mut read = Vec::with_capacity(ids.len());
        for id in ids {
            let heads = self.graph().heads(*id);
            let mut bodies = Vec::with_capacity(heads.len());
            for head in &heads {
                bodies.push(match self.body_bytes(head) {
                    Ok(bytes) => Some(bytes),
                    Err(SessionError::BodyNotHeld(_) | SessionError::BodyDamaged { .. }) => None,
                    Err(error) => return Err(error),
                });
            }
            read.extend(self.about(*id, &heads).map(|about| (about, bodies)));
        }
        let documents = read.into_par_iter().map(|(about, bodies)| {
            let bodies: Vec<Option<Body>> = bodies
                .iter()
                .map(|bytes| serde_json::from_slice(bytes.as_deref()?).ok())
                .collect();
            let said: Vec<Option<Said<'_>>> = bodies
                .iter()
                .map(|body| {
                    body.as_ref().map(|body| Said {
                        record: &body.record,
                        trashed: body.trashed,
                    })
                })
                .collect();
            describe(about, &said)
        });
        Ok(documents.collect())
    }

    fn about(&self, id: Uuid, heads: &[EntryHash]) -> Option<About> {
        let first = heads.first()?;
        let node = self.graph().node(first)?;
        let times = self.graph().revisions(id);
        let created = times
            .filter_map(|hash| Some(self.graph().node(&hash)?.time))
            .min();
        let kind = node.schema.split('/').next().unwrap_or_default().to_owned();
        Some(About {
            id,
            kind,
            revision: first.0,
            saved: node.time,
            created: created.unwrap_or(node.time),
            heads: heads.len() as u32,
            mark: self.mark_of(heads),
        })
    }

    /// Changes with the heads of a record, and with a body that comes or goes.
    fn mark_of(&self, heads: &[EntryHash]) -> u64 {
        let mut sorted = heads.to_vec();
        sorted.sort_unstable();
        sorted.iter().fold(heads.len() as u64, |mark, head| {
            let name = head
                .0
                .first_chunk::<8>()
                .map_or(0, |first| u64::from_be_bytes(*first));
            let is_held = self.holds_body(head);
            mark.rotate_left(7) ^ name ^ u64::from(is_held)
        })
    }

    /// Opens the index, or makes one, and notes what it does not have.
    fn prepare_to_find(&mut self) -> Result<(), SessionError> {
        if self.finding.is_ready {
            return Ok(());
        }
        if self.finding.index.is_none() && !self.is_read_only() {
            self.finding.index = Index::open(self.index_seal()).ok();
        }
        self.compare_index()
    }

    fn index_seal(&self) -> IndexSeal {
        IndexSeal::new(
            &self.folder,
            self.store.keyring(),
            self.environment.random.clone(),
        )
    }

    /// Holds the index against the history. No body is opened.
    fn compare_index(&mut self) -> Result<(), SessionError> {
        let Some(index) = &self.finding.index else {
            return self.make_index_anew();
        };
        if index.is_of(self.store.state().counter) {
            self.finding.forget();
            self.finding.is_ready = true;
            return Ok(());
        }
        let Ok(mut marks) = index.marks() else {
            return self.make_index_anew();
        };
        let mut changed = BTreeSet::new();
        for record in self.graph().records() {
            if marks.remove(&record) != Some(self.mark_of(&self.graph().heads(record))) {
                changed.insert(record);
            }
        }
        self.finding.forget();
        self.finding.changed = changed;
        self.finding.is_ready = true;
        // A record never goes; one that the index alone has is of another vault's past.
        if marks.is_empty() {
            return Ok(());
        }
        self.make_index_anew()
    }

    /// Begins an empty index. Where none can be written, everything is looked at by itself.
    fn make_index_anew(&mut self) -> Result<(), SessionError> {
        if let Some(index) = self.finding.index.take() {
            index.close();
        }
        if !self.is_read_only() {
            self.finding.index = Index::create(self.index_seal()).ok();
        }
        self.finding.forget();
        self.finding.changed = self.graph().records().collect();
        self.finding.is_ready = true;
        Ok(())
    }

    /// How many records the index does not have as they are.
    pub(crate) fn behind(&mut self) -> Result<u64, SessionError> {
        self.prepare_to_find()?;
        Ok(self.finding.changed.len() as u64)
    }

    /// Puts up to a batch of records into the index, and commits when there is no more or much was put. Returns how many
    /// records are left to do.
    pub(crate) fn catch_up_a_little(&mut self) -> Result<u64, SessionError> {
        self.prepare_to_find()?;
        match self.put_batch() {
            Err(SessionError::Index(IndexFault::Damaged)) => {
                self.make_index_anew()?;
                self.put_batch()
            }
            other => other,
        }
    }

    fn put_batch(&mut self) -> Result<u64, SessionError> {
        let finding = &self.finding;
        let batch: Vec<Uuid> = finding
            .changed
            .difference(&finding.put)
            .take(BATCH)
            .copied()
            .collect();
        let documents = self.describe_batch(&batch)?;
        let counter = self.store.state().counter;
        let finding = &mut self.finding;
        let Some(index) = &mut finding.index else {
            return Ok(0);
        };
        index.put(&documents)?;
        finding.put.extend(batch);
        let left = finding.changed.len() - finding.put.len();
        let is_all = left == 0;
        if (is_all && !finding.put.is_empty()) || finding.put.len() >= COMMIT_AFTER {
            index.commit(is_all.then_some(counter))?;
            let put = std::mem::take(&mut finding.put);
            finding.changed.retain(|id| !put.contains(id));
            finding.described.retain(|id, _| !put.contains(id));
            finding.last.retain(|id| !put.contains(id));
        }
        Ok(left as u64)
    }

    /// Brings the index to where the records are.
    pub(crate) fn catch_up(&mut self, watch: &mut Watch<'_>) -> Result<(), SessionError> {
        let total = self.behind()?;
        let mut left = total;
        while left > 0 {
            left = self.catch_up_a_little()?;
            watch.step(total.saturating_sub(left), total)?;
        }
        Ok(())
    }

    /// Opens every byte of the index; a damaged one is made anew. Returns whether it was whole.
    pub(crate) fn check_index(&mut self) -> Result<bool, SessionError> {
        self.prepare_to_find()?;
        let is_whole = match &self.finding.index {
            Some(index) => index.check().is_ok(),
            None => true,
        };
        if !is_whole {
            self.make_index_anew()?;
        }
        Ok(is_whole)
    }

    /// Leaves the index as the next unlock should find it, and lets it go.
    pub(super) fn close_index(&mut self) {
        let Some(mut index) = self.finding.index.take() else {
            return;
        };
        if self.finding.is_ready && self.finding.changed.is_empty() {
            // Without it the next unlock compares, and finds the same.
            let _ = index.confirm(self.store.state().counter);
        }
        index.close();
    }
}
