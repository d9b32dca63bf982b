//! Finding records: by the index, and by looking at what it does not have yet.

use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::finding::Finding;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_store::search::{Answer, Index, IndexFault, PageRequest};

/// Records that are described in one go.
const BATCH: usize = 512;

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

impl Session {
    /// Answers from the index and from what was saved since. Never older than the last save, but for `pending` records.
    pub(crate) fn find(&self, ask: &PageRequest<'_>) -> Result<Found, SessionError> {
        let mut finding = self.ready_finding()?;
        let mut answer = self.answer(&mut finding, ask);
        if let Err(SessionError::Index(IndexFault::Damaged)) = answer {
            self.begin_anew(&mut finding);
            answer = self.answer(&mut finding, ask);
        }
        // Where no index can be made, as on a full disk, everything is looked at by itself.
        if let Err(SessionError::Index(_)) = answer {
            self.do_without(&mut finding);
            answer = self.answer(&mut finding, ask);
        }
        answer
    }

    fn answer(&self, finding: &mut Finding, ask: &PageRequest<'_>) -> Result<Found, SessionError> {
        let looked_at: Vec<RecordId> = match finding.index() {
            Some(_) if !self.is_read_only() => self.that_say_little(finding.to_be_looked_at())?,
            // The index will not be brought to where they are.
            Some(_) => finding.to_be_looked_at(),
            // Without an index there is no other way.
            None => finding.changed().iter().copied().collect(),
        };
        for batch in finding.not_described(&looked_at).chunks(BATCH) {
            finding.describe(self.describe_batch(batch)?);
        }
        let pending = finding.changed().len().saturating_sub(looked_at.len()) as u64;
        let changed = finding.described(&looked_at);
        let answer = match finding.index() {
            Some(index) => index.answer(ask, &changed)?,
            None => Index::answer_without(ask, &changed)?,
        };
        Ok(Found { answer, pending })
    }
}
