//! Drafts: what is being typed, sealed within the second, and there again after a crash.

use uuid::Uuid;

use super::{Session, SessionError};
use fieldnotes_store::store::Table;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::draft::DraftRow;

impl Session {
    /// Keeps a draft, in the place of an earlier state of it.
    pub(crate) fn put_draft(&mut self, draft: DraftRow) -> Result<(), SessionError> {
        let known = self.drafts.get(&draft.draft).map(|(row, _)| *row);
        let mut transaction = self.store.begin()?;
        let row = match known {
            Some(row) => draft.replace(&mut transaction, row).map(|()| row)?,
            None => draft.insert(&mut transaction)?,
        };
        transaction.commit()?;
        self.drafts.insert(draft.draft, (row, draft));
        Ok(())
    }

    /// A draft.
    pub(crate) fn draft(&self, draft: Uuid) -> Option<&DraftRow> {
        self.drafts.get(&draft).map(|(_, draft)| draft)
    }

    /// All drafts.
    pub(crate) fn drafts(&self) -> impl Iterator<Item = &DraftRow> {
        self.drafts.values().map(|(_, draft)| draft)
    }

    /// Throws a draft away. Returns whether there was one.
    pub(crate) fn discard_draft(&mut self, draft: Uuid) -> Result<bool, SessionError> {
        let Some((row, _)) = self.drafts.get(&draft) else {
            return Ok(false);
        };
        let row = *row;
        let mut transaction = self.store.begin()?;
        transaction.delete(Table::Draft, row)?;
        transaction.commit()?;
        self.drafts.remove(&draft);
        Ok(true)
    }
}
