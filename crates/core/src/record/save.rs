//! Saving: revision, log entry and state in one transaction.

use serde_json::Value;

use crate::record::append::append;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::records::Appended;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::{DraftId, RecordId};
use fieldnotes_store::store::Transaction;

/// A state of a record that is to be saved.
#[derive(Debug)]
pub(crate) struct NewRevision {
    pub(crate) record: RecordId,
    /// What it was made from; none for a new record. Any number: of more than one entry may name, a chain is saved.
    pub(crate) parents: Vec<EntryHash>,
    /// `kind/number`.
    pub(crate) schema: String,
    pub(crate) trashed: bool,
    pub(crate) value: Value,
}

impl Session {
    /// Saves revisions, all or none, and returns the name of each, of a chain that of its last link. A draft that they came from ends with them.
    pub(crate) fn save(
        &mut self,
        revisions: Vec<NewRevision>,
        draft: Option<DraftId>,
    ) -> Result<Vec<EntryHash>, SessionError> {
        self.save_with(revisions, draft, |_| Ok(()))
    }

    /// Saves revisions together with whatever else `more` writes.
    pub(crate) fn save_with(
        &mut self,
        revisions: Vec<NewRevision>,
        draft: Option<DraftId>,
        more: impl FnOnce(&mut Transaction<'_>) -> Result<(), SessionError>,
    ) -> Result<Vec<EntryHash>, SessionError> {
        let now = self.storage.environment.clock.now();
        let device = self.own.device();
        let random = &*self.storage.environment.random;
        let mut transaction = self.storage.store.begin()?;
        let saved = append(&mut transaction, device, now, random, &revisions)?;
        more(&mut transaction)?;
        if let Some(draft) = draft {
            self.drafts.stage_removal(&mut transaction, draft)?;
        }
        transaction.commit()?;
        if let Some(draft) = draft {
            self.drafts.apply_removal(draft);
        }
        let ends = saved.iter().filter(|one| one.is_end);
        let names = ends.map(|one| one.signed.hash).collect();
        self.hold(saved);
        Ok(names)
    }

    /// Takes what is in the database now into memory.
    pub(crate) fn hold(&mut self, saved: Vec<Appended>) {
        self.records.apply_saved(&saved);
        for one in saved {
            self.note_change(one.signed.entry.record);
        }
    }
}
