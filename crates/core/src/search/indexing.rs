//! Keeping the sealed index in step with what is saved.
//!
//! Saving does not wait for the index: a record that changed is noted, looked at by itself when something is sought, and
//! put into the index a little later. What is noted is never lost: on the next unlock the index is held against the
//! history, record by record, without a body being opened.

use std::collections::BTreeSet;
use std::sync::{MutexGuard, PoisonError};

use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::finding::Finding;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::index_file::IndexSeal;
use fieldnotes_store::search::{CheckedTo, Index, IndexFault};

/// Records for which an index is brought to where they are before a question, where nothing else does so meanwhile.
const FAR_BEHIND: usize = 200;
/// Bytes of packed bodies above which the same is done: indexing them is paid once, looking at them with each question.
const FAR_BEHIND_BYTES: u64 = 256 << 10;
/// Records that are put into the index in one go when nobody waits.
const BATCH: usize = 512;
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

impl Session {
    /// Forgets records that are no longer there. Where the index cannot do so, it is begun anew.
    pub(crate) fn note_gone(&self, records: &BTreeSet<RecordId>) {
        let mut finding = self.finding.lock().unwrap_or_else(PoisonError::into_inner);
        if !finding.is_ready() || records.is_empty() {
            // What is opened later is held against the history first.
            return;
        }
        finding.forget(records);
        let Some(index) = finding.index_mut() else {
            return;
        };
        let outcome = index
            .remove(records.iter().copied())
            .and_then(|()| index.commit(None));
        match outcome {
            // What was put before is in that commit too.
            Ok(()) => finding.note_committed(),
            Err(_) => self.begin_anew(&mut finding),
        }
    }

    fn index_seal(&self) -> IndexSeal {
        IndexSeal::new(
            &self.storage.folder,
            self.storage.store.keyring(),
            self.storage.environment.random.clone(),
        )
    }

    /// What finds, opened and held against the history if that was not done yet.
    pub(super) fn ready_finding(&self) -> Result<MutexGuard<'_, Finding>, SessionError> {
        // Whatever panicked has left notes of what is to be done at the worst.
        let mut finding = self.finding.lock().unwrap_or_else(PoisonError::into_inner);
        if !finding.is_ready() {
            // One that cannot be written is read all the same.
            let opens = !self.is_read_only() || self.is_storage_read_only();
            let found = finding.take_index();
            let index = found.or_else(|| opens.then(|| Index::open(self.index_seal()).ok())?);
            if let Some(index) = &index
                && !self.is_read_only()
            {
                // What stays is in nobody's way.
                let _ = index.sweep();
            }
            self.compare(&mut finding, index);
        }
        Ok(finding)
    }

    /// Holds the index against the history. No body is opened.
    fn compare(&self, finding: &mut Finding, index: Option<Index>) {
        let changed = index.as_ref().and_then(|index| self.not_as_in(index));
        let is_known = changed.is_some();
        finding.begin(index, changed.unwrap_or_default());
        if !is_known {
            self.begin_anew(finding);
        }
    }

    /// The records that an index does not have as they are; none where it is of another past of this vault, or cannot be read.
    fn not_as_in(&self, index: &Index) -> Option<BTreeSet<RecordId>> {
        if index.is_of(self.storage.store.moment()) {
            return Some(BTreeSet::new());
        }
        let mut marks = index.marks().ok()?;
        let graph = self.graph();
        let is_other = |record: &RecordId| {
            marks.remove(record) != Some(self.mark_of(*record, &graph.heads(*record)))
        };
        let changed = graph.records().filter(is_other).collect();
        // A record never goes; one that only the index has is of another past of this vault.
        marks.is_empty().then_some(changed)
    }

    /// Begins an empty index. Where none can be written, everything is looked at by itself.
    pub(super) fn begin_anew(&self, finding: &mut Finding) {
        if let Some(index) = finding.take_index() {
            index.close();
        }
        let index = match self.is_read_only() {
            true => None,
            false => Index::create(self.index_seal()).ok(),
        };
        finding.begin(index, self.graph().records().collect());
    }

    /// Throws the index away.
    pub(crate) fn begin_index_anew(&self) {
        let mut finding = self.finding.lock().unwrap_or_else(PoisonError::into_inner);
        self.begin_anew(&mut finding);
    }

    /// Lets the index go: everything is looked at by itself.
    pub(super) fn do_without(&self, finding: &mut Finding) {
        if let Some(index) = finding.take_index() {
            index.close();
        }
        finding.begin(None, self.graph().records().collect());
    }

    /// How many records the index does not have as they are.
    pub(crate) fn behind(&self) -> Result<u64, SessionError> {
        Ok(self.ready_finding()?.changed().len() as u64)
    }

    /// Whether a question would have to look at so much that the index is better brought to where the records are.
    pub(crate) fn is_far_behind(&self) -> Result<bool, SessionError> {
        let finding = self.ready_finding()?;
        if finding.changed().len() > FAR_BEHIND {
            return Ok(true);
        }
        let each = finding.changed().iter().map(|id| self.said_bytes(*id));
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
            // A disk without space for the index is no reason not to find: until the next unlock it is done without. What fails for
            // lack of space does not always say so.
            Err(SessionError::Index(_)) => {
                self.do_without(&mut finding);
                Ok(0)
            }
            other => other,
        }
    }

    fn put_batch(&self, finding: &mut Finding, some: usize) -> Result<u64, SessionError> {
        if self.is_read_only() {
            return Ok(0);
        }
        let batch = self.that_say_little(finding.to_be_put(some))?;
        let Some(index) = finding.index_mut() else {
            return Ok(0);
        };
        index.put(&self.describe_batch(&batch)?)?;
        finding.note_put(batch);
        let left = finding.left_count();
        let is_all = left == 0;
        let is_due = (is_all && finding.put_count() > 0) || finding.put_count() >= COMMIT_AFTER;
        if is_due && let Some(index) = finding.index_mut() {
            index.commit(is_all.then(|| self.storage.store.moment()))?;
            finding.note_committed();
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
            && let Some(index) = self.ready_finding()?.index_mut()
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
        let index = finding.index();
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
