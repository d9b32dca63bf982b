//! The sealed index of an unlocked vault, kept in step with what is saved.
//!
//! Saving does not wait for the index: a record that changed is noted, looked at by itself when something is sought, and
//! put into the index a little later. What is noted is never lost: on the next unlock the index is held against the
//! history, record by record, without a body being opened.

use std::collections::BTreeSet;
use std::sync::{MutexGuard, PoisonError};

use rayon::prelude::*;
use zeroize::Zeroizing;

use crate::record::body::Body;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::finding::Finding;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::index_file::IndexSeal;
use fieldnotes_store::search::{
    About, Answer, CheckedTo, Document, DocumentBuilder, Index, IndexFault, PageRequest, Said,
    describe,
};

/// Bytes of packed bodies that are looked at by themselves at most, or described in one go: one sender must not have
/// every question read as much as their bundles may bring. They may unpack to sixteen times as much.
const MOST_SAID: u64 = 2 << 20;
/// Records for which an index is brought to where they are before a question, where nothing else does so meanwhile.
const FAR_BEHIND: usize = 200;
/// Bytes of packed bodies for which the same is done: it is paid once, and looking at them each time.
const FAR_BEHIND_BYTES: u64 = 256 << 10;
/// Records that are described in one go, and put into the index when nobody waits.
const BATCH: usize = 512;
/// Bytes of bodies that are described side by side. Described, a body may take sixty times its bytes; one that is longer than this
/// is described alone, however many cores there are.
const TOGETHER: usize = 8 << 20;
/// Records that are put into the index while somebody may be waiting for the vault.
const LITTLE: usize = 48;
/// A commit costs a few files that are synced, so not every batch is one.
const COMMIT_AFTER: usize = 20_000;

/// How far the index was checked since the vault was unlocked.
#[derive(Debug, Default)]
pub struct IndexCheck {
    to: Option<CheckedTo>,
    is_whole: Option<bool>,
}

impl IndexCheck {
    /// Whether the index was whole; nothing while not all of it was looked at.
    pub fn is_whole(&self) -> Option<bool> {
        self.is_whole
    }
}

/// An answer, and what it could not know.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) answer: Answer,
    /// Records that wait for the index and were not looked at.
    pub(crate) pending: u64,
}

impl Found {
    /// Nothing can be said yet of so many records.
    pub(crate) fn nothing_yet(pending: u64) -> Self {
        Self {
            answer: Answer::default(),
            pending,
        }
    }
}

/// A record that is being described.
enum Read {
    /// By the body of its one head.
    One(About, Zeroizing<Vec<u8>>),
    /// By its heads, or without any that can be read.
    Described(Box<Document>),
}

impl Read {
    fn describe(self) -> Document {
        match self {
            Self::One(about, bytes) => {
                let body = Body::read(&bytes);
                describe(about, body.as_ref().map(Said::from))
            }
            Self::Described(document) => *document,
        }
    }
}

impl<'b> From<&'b Body> for Said<'b> {
    fn from(body: &'b Body) -> Self {
        Self {
            record: &body.record,
            trashed: body.trashed,
        }
    }
}

impl Session {
    /// Forgets records that are no longer there. Where the index cannot do so, it is begun anew.
    pub(crate) fn note_gone(&self, records: &BTreeSet<RecordId>) {
        let mut finding = self.finding.lock().unwrap_or_else(PoisonError::into_inner);
        if !finding.is_ready || records.is_empty() {
            // What is opened later is held against the history first.
            return;
        }
        finding.changed.retain(|id| !records.contains(id));
        finding.put.retain(|id| !records.contains(id));
        finding.last.retain(|id| !records.contains(id));
        finding.described.retain(|id, _| !records.contains(id));
        let Some(index) = &mut finding.index else {
            return;
        };
        let outcome = index
            .remove(records.iter().copied())
            .and_then(|()| index.commit(None));
        match outcome {
            // What was put before is in that commit too.
            Ok(()) => {
                let put = std::mem::take(&mut finding.put);
                finding.changed.retain(|id| !put.contains(id));
                finding.described.retain(|id, _| !put.contains(id));
                finding.last.retain(|id| !put.contains(id));
            }
            Err(_) => self.begin_anew(&mut finding),
        }
    }

    /// Answers from the index and from what was saved since. Never older than the last save, but for `pending` records.
    pub(crate) fn find(&self, ask: &PageRequest<'_>) -> Result<Found, SessionError> {
        let mut finding = self.ready_finding()?;
        match self.answer(&mut finding, ask) {
            Err(SessionError::Index(IndexFault::Damaged)) => {
                self.begin_anew(&mut finding);
                self.answer(&mut finding, ask)
            }
            other => other,
        }
    }

    fn answer(&self, finding: &mut Finding, ask: &PageRequest<'_>) -> Result<Found, SessionError> {
        let looked_at = match &finding.index {
            Some(_) if !self.is_read_only() => self.that_say_little(finding.to_be_looked_at())?,
            // The index will not be brought to where they are.
            Some(_) => finding.to_be_looked_at(),
            // Without an index there is no other way.
            None => finding.changed.iter().copied().collect(),
        };
        let is_new = |id: &&RecordId| !finding.described.contains_key(id);
        let new: Vec<RecordId> = looked_at.iter().filter(is_new).copied().collect();
        for batch in new.chunks(BATCH) {
            let documents = self.describe_batch(batch)?;
            let named = documents
                .into_iter()
                .map(|document| (document.id(), document));
            finding.described.extend(named);
        }
        let pending = finding.changed.len().saturating_sub(looked_at.len()) as u64;
        let changed: Vec<&Document> = looked_at
            .iter()
            .filter_map(|id| finding.described.get(id))
            .collect();
        let answer = match &finding.index {
            Some(index) => index.answer(ask, &changed)?,
            None => Index::answer_without(ask, &changed)?,
        };
        Ok(Found { answer, pending })
    }

    /// Those of these records, in their order, that say no more together than is described in one go; the first at least.
    fn that_say_little(&self, records: Vec<RecordId>) -> Result<Vec<RecordId>, SessionError> {
        let (mut bytes, mut little) = (0, Vec::with_capacity(records.len()));
        for record in records {
            let said = self.said_bytes(record)?;
            if little.is_empty() || bytes + said <= MOST_SAID {
                bytes += said;
                little.push(record);
            }
        }
        Ok(little)
    }

    /// Reads the bodies of these records one after the other and describes them side by side, some megabytes at a time.
    fn describe_batch(&self, ids: &[RecordId]) -> Result<Vec<Document>, SessionError> {
        let mut documents = Vec::with_capacity(ids.len());
        let (mut read, mut bytes) = (Vec::new(), 0);
        for id in ids {
            let Some(one) = self.read_to_describe(*id)? else {
                continue;
            };
            if let Read::One(_, body) = &one {
                if bytes + body.len() > TOGETHER {
                    documents.par_extend(read.par_drain(..).map(Read::describe));
                    bytes = 0;
                }
                bytes += body.len();
            }
            read.push(one);
        }
        documents.par_extend(read.into_par_iter().map(Read::describe));
        Ok(documents)
    }

    fn read_to_describe(&self, id: RecordId) -> Result<Option<Read>, SessionError> {
        let heads = self.graph().heads(id);
        let Some(about) = self.about(id, &heads) else {
            return Ok(None);
        };
        let [head] = heads[..] else {
            let mut builder = DocumentBuilder::of(about);
            self.each_state(id, &mut |body| {
                builder.add_head(body.as_ref().map(Said::from));
            })?;
            return Ok(Some(Read::Described(Box::new(builder.build()))));
        };
        Ok(Some(match self.body_bytes(&head) {
            Ok(bytes) => Read::One(about, bytes),
            Err(SessionError::BodyNotHeld(_) | SessionError::BodyDamaged { .. }) => {
                Read::Described(Box::new(describe(about, None)))
            }
            Err(error) => return Err(error),
        }))
    }

    fn about(&self, id: RecordId, heads: &[EntryHash]) -> Option<About> {
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
            is_conflict: self.is_in_conflict(id),
            mark: self.mark_of(id, heads),
        })
    }

    fn index_seal(&self) -> IndexSeal {
        IndexSeal::new(
            &self.storage.folder,
            self.storage.store.keyring(),
            self.storage.environment.random.clone(),
        )
    }

    /// What finds, opened and held against the history if that was not done yet.
    fn ready_finding(&self) -> Result<MutexGuard<'_, Finding>, SessionError> {
        // Whatever panicked has left notes of what is to be done at the worst.
        let mut finding = self.finding.lock().unwrap_or_else(PoisonError::into_inner);
        if !finding.is_ready {
            // One that cannot be written is read all the same.
            if finding.index.is_none() && (!self.is_read_only() || self.is_storage_read_only()) {
                finding.index = Index::open(self.index_seal()).ok();
            }
            if let Some(index) = &finding.index
                && !self.is_read_only()
            {
                // What stays is in nobody's way.
                let _ = index.sweep();
            }
            self.compare(&mut finding);
        }
        Ok(finding)
    }

    /// Holds the index against the history. No body is opened.
    fn compare(&self, finding: &mut Finding) {
        let Some(index) = &finding.index else {
            return self.begin_anew(finding);
        };
        if index.is_of(self.storage.store.moment()) {
            finding.forget();
            finding.is_ready = true;
            return;
        }
        let Ok(mut marks) = index.marks() else {
            return self.begin_anew(finding);
        };
        let graph = self.graph();
        let is_other = |record: &RecordId| {
            marks.remove(record) != Some(self.mark_of(*record, &graph.heads(*record)))
        };
        let changed: BTreeSet<RecordId> = graph.records().filter(is_other).collect();
        finding.forget();
        finding.changed = changed;
        finding.is_ready = true;
        // A record never goes; one that only the index has is of another past of this vault.
        if !marks.is_empty() {
            self.begin_anew(finding);
        }
    }

    /// Begins an empty index. Where none can be written, everything is looked at by itself.
    fn begin_anew(&self, finding: &mut Finding) {
        self.do_without(finding);
        if !self.is_read_only() {
            finding.index = Index::create(self.index_seal()).ok();
        }
    }

    /// Throws the index away.
    pub(crate) fn begin_index_anew(&self) {
        let mut finding = self.finding.lock().unwrap_or_else(PoisonError::into_inner);
        self.begin_anew(&mut finding);
    }

    /// Lets the index go: everything is looked at by itself.
    fn do_without(&self, finding: &mut Finding) {
        if let Some(index) = finding.index.take() {
            index.close();
        }
        finding.forget();
        finding.changed = self.graph().records().collect();
        finding.is_ready = true;
    }

    /// How many records the index does not have as they are.
    pub(crate) fn behind(&self) -> Result<u64, SessionError> {
        Ok(self.ready_finding()?.changed.len() as u64)
    }

    /// Whether a question would have to look at so much that the index is better brought to where the records are.
    pub(crate) fn is_far_behind(&self) -> Result<bool, SessionError> {
        let finding = self.ready_finding()?;
        if finding.changed.len() > FAR_BEHIND {
            return Ok(true);
        }
        let each = finding.changed.iter().map(|id| self.said_bytes(*id));
        Ok(each.sum::<Result<u64, _>>()? > FAR_BEHIND_BYTES)
    }

    /// Puts a few records into the index, and commits when there is no more or much was put. Returns how many records are
    /// left to do.
    pub(crate) fn catch_up_a_little(&self) -> Result<u64, SessionError> {
        self.put_some(LITTLE)
    }

    fn put_some(&self, some: usize) -> Result<u64, SessionError> {
        let mut finding = self.ready_finding()?;
        let outcome = match self.put_batch(&mut finding, some) {
            Err(SessionError::Index(IndexFault::Damaged)) => {
                self.begin_anew(&mut finding);
                self.put_batch(&mut finding, some)
            }
            other => other,
        };
        match outcome {
            // A disk without space for the index is no reason not to find: until the next unlock it is done without.
            Err(SessionError::Index(IndexFault::Io(_))) => {
                self.do_without(&mut finding);
                Ok(0)
            }
            other => other,
        }
    }

    fn put_batch(&self, finding: &mut Finding, some: usize) -> Result<u64, SessionError> {
        let batch: Vec<RecordId> = finding
            .changed
            .difference(&finding.put)
            .take(some)
            .copied()
            .collect();
        if self.is_read_only() {
            return Ok(0);
        }
        let batch = self.that_say_little(batch)?;
        let Some(index) = &mut finding.index else {
            return Ok(0);
        };
        index.put(&self.describe_batch(&batch)?)?;
        finding.put.extend(batch);
        let left = finding.changed.len() - finding.put.len();
        let is_all = left == 0;
        if (is_all && !finding.put.is_empty()) || finding.put.len() >= COMMIT_AFTER {
            index.commit(is_all.then(|| self.storage.store.moment()))?;
            let put = std::mem::take(&mut finding.put);
            finding.changed.retain(|id| !put.contains(id));
            finding.described.retain(|id, _| !put.contains(id));
            finding.last.retain(|id| !put.contains(id));
        }
        Ok(left as u64)
    }

    /// Brings the index to where the records are.
    pub(crate) fn catch_up(&self, watch: &mut Watch<'_>) -> Result<(), SessionError> {
        let total = self.behind()?;
        let mut left = total;
        while left > 0 {
            watch.step(total.saturating_sub(left), total)?;
            left = self.put_some(BATCH)?;
        }
        // Few segments are quicker to ask than many.
        if total > BATCH as u64
            && let Some(index) = &mut self.ready_finding()?.index
            && !self.is_read_only()
        {
            // It only makes the next questions quicker.
            let _ = index.settle();
        }
        Ok(())
    }

    /// Opens some more of the index; a damaged one is begun anew.
    pub(crate) fn check_index(&self, check: &mut IndexCheck) -> Result<(), SessionError> {
        let mut finding = self.ready_finding()?;
        let index = finding.index.as_ref();
        match index.map_or(Ok(None), |index| index.check(check.to.as_ref())) {
            Ok(Some(to)) => check.to = Some(to),
            Ok(None) => check.is_whole = Some(true),
            Err(_) => {
                self.begin_anew(&mut finding);
                check.is_whole = Some(false);
            }
        }
        Ok(())
    }
}
