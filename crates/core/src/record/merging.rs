//! What a record with several heads says: merged where that can be computed, in conflict where a person is asked.
//!
//! A record with one head is never merged, and costs nothing here.

use std::sync::PoisonError;

use crate::record::body::Body;
use crate::record::save::NewRevision;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::records::Verdicts;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::history::merge::{self, Content, Merged};
use fieldnotes_domain::ids::RecordId;

impl From<Body> for Content {
    fn from(body: Body) -> Self {
        Self {
            record: body.record,
            trashed: body.trashed,
        }
    }
}

impl From<Content> for Body {
    fn from(content: Content) -> Self {
        Self {
            record: content.record,
            trashed: content.trashed,
        }
    }
}

impl Session {
    /// What a revision says; nothing where that cannot be read here.
    pub(crate) fn readable(&self, revision: &EntryHash) -> Result<Option<Body>, SessionError> {
        match self.body(revision) {
            Ok(body) => Ok(Some(body)),
            Err(SessionError::BodyNotHeld(_) | SessionError::BodyDamaged { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What all heads of a record say together.
    pub(crate) fn merged(&self, record: RecordId) -> Result<Merged, SessionError> {
        let mut failure = None;
        let mut content = |revision: &EntryHash| {
            let read = self.readable(revision).unwrap_or_else(|error| {
                failure.get_or_insert(error);
                None
            });
            read.map(Content::from)
        };
        let merged = merge::merge(self.records.graph(), record, &mut content);
        match failure {
            Some(error) => Err(error),
            None => Ok(merged),
        }
    }

    /// Whether a person has to settle what the heads of a record say. Where that cannot be found out, somebody has.
    pub(crate) fn is_in_conflict(&self, record: RecordId) -> bool {
        if self.records.graph().head_count(record) < 2 {
            return false;
        }
        let mark = self.mark_of(record, &self.records.graph().heads(record));
        let Verdicts(verdicts) = self.records.verdicts();
        // A verdict that was being written when somebody panicked is whole or not there.
        let hold = || verdicts.lock().unwrap_or_else(PoisonError::into_inner);
        let known = hold().get(&record).copied();
        match known {
            Some((of, verdict)) if of == mark => verdict,
            _ => {
                let verdict = self
                    .merged(record)
                    .is_ok_and(|merged| !merged.is_conflict());
                hold().insert(record, (mark, !verdict));
                !verdict
            }
        }
    }

    /// Changes with the heads of a record, and with a body that comes or goes. What several heads say together is a
    /// matter of what came before them too.
    pub(crate) fn mark_of(&self, record: RecordId, heads: &[EntryHash]) -> u64 {
        let mut sorted = if heads.len() > 1 {
            self.graph().revisions(record).collect()
        } else {
            heads.to_vec()
        };
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

    /// How many records are in conflict. Opens bodies of records with several heads, once for each state of them.
    pub(crate) fn conflict_count(&self) -> u64 {
        let disputed = self.records.graph().several_heads();
        disputed
            .into_iter()
            .filter(|record| self.is_in_conflict(*record))
            .count() as u64
    }

    /// Goes through what a record is called and found by: what its head says, what its heads say together, or, in conflict, what
    /// each of them says, the one that is shown first in front. Nothing in the place of what cannot be read. One is held at a time.
    pub(crate) fn each_state(
        &self,
        record: RecordId,
        visit: &mut dyn FnMut(Option<Body>),
    ) -> Result<(), SessionError> {
        if let Some(content) = self.said_together(record)? {
            visit(content);
            return Ok(());
        }
        for head in self.records.graph().heads(record) {
            visit(self.readable(&head)?);
        }
        Ok(())
    }

    /// The first that [`Self::each_state`] gives.
    pub(crate) fn first_state(&self, record: RecordId) -> Result<Option<Body>, SessionError> {
        if let Some(content) = self.said_together(record)? {
            return Ok(content);
        }
        match self.records.graph().first_head(record) {
            Some(head) => self.readable(&head),
            None => Ok(None),
        }
    }

    /// What several heads say together; nothing where there is one, or a person has to settle what they say.
    fn said_together(&self, record: RecordId) -> Result<Option<Option<Body>>, SessionError> {
        if self.records.graph().head_count(record) < 2 {
            return Ok(None);
        }
        let merged = self.merged(record)?;
        let is_merged = !merged.is_conflict();
        Ok(is_merged.then(|| merged.content.map(Body::from)))
    }

    /// Writes what the heads of these records say together, each as one revision made from all of them; all or none.
    /// The caller has seen that none is in conflict, and that each has several.
    pub(crate) fn write_merged(
        &mut self,
        merged: Vec<(RecordId, Merged)>,
    ) -> Result<Vec<EntryHash>, SessionError> {
        let revisions = merged.into_iter().map(|(record, merged)| {
            let content = merged.content.ok_or(SessionError::NoSuchRevision)?;
            Ok(NewRevision {
                record,
                parents: merged.heads,
                schema: merged.schema,
                trashed: content.trashed,
                value: content.record,
            })
        });
        let revisions = revisions.collect::<Result<_, SessionError>>()?;
        self.save(revisions, None)
    }
}
