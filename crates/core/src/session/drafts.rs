//! Drafts: what is being typed, sealed within the second, and there again after a crash.

use std::collections::BTreeMap;

use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::ids::DraftId;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::draft::DraftRow;
use fieldnotes_store::store::{StoreError, Table, Transaction};

/// All drafts by their id, each with its row.
#[derive(Default)]
pub(crate) struct Drafts(BTreeMap<DraftId, (RowId, DraftRow)>);

impl Drafts {
    /// Loads one from a row.
    pub(crate) fn load(&mut self, row: RowId, value: &[u8]) -> Result<(), StoreError> {
        self.apply(row, DraftRow::read(value)?);
        Ok(())
    }

    /// All drafts.
    pub(crate) fn all(&self) -> impl Iterator<Item = &DraftRow> {
        self.0.values().map(|(_, draft)| draft)
    }

    /// Writes a draft into the transaction, in the place of an earlier state of it. Returns its row.
    fn stage(
        &self,
        transaction: &mut Transaction<'_>,
        draft: &DraftRow,
    ) -> Result<RowId, SessionError> {
        Ok(match self.0.get(&draft.draft) {
            Some((row, _)) => draft.replace(transaction, *row).map(|()| *row)?,
            None => draft.insert(transaction)?,
        })
    }

    /// Applies a draft that was written into this row.
    fn apply(&mut self, row: RowId, draft: DraftRow) {
        self.0.insert(draft.draft, (row, draft));
    }

    /// Deletes a draft in the transaction, if there is one.
    pub(crate) fn stage_removal(
        &self,
        transaction: &mut Transaction<'_>,
        draft: DraftId,
    ) -> Result<(), SessionError> {
        if let Some((row, _)) = self.0.get(&draft) {
            transaction.delete(Table::Draft, *row)?;
        }
        Ok(())
    }

    /// Applies that a draft was deleted.
    pub(crate) fn apply_removal(&mut self, draft: DraftId) {
        self.0.remove(&draft);
    }
}

impl Session {
    /// Keeps a draft, in the place of an earlier state of it.
    pub(crate) fn put_draft(&mut self, draft: DraftRow) -> Result<(), SessionError> {
        let mut transaction = self.storage.store.begin()?;
        let row = self.drafts.stage(&mut transaction, &draft)?;
        transaction.commit()?;
        self.drafts.apply(row, draft);
        Ok(())
    }

    /// A draft.
    pub(crate) fn draft(&self, draft: DraftId) -> Option<&DraftRow> {
        self.drafts.0.get(&draft).map(|(_, draft)| draft)
    }

    /// All drafts.
    pub(crate) fn drafts(&self) -> impl Iterator<Item = &DraftRow> {
        self.drafts.all()
    }

    /// Throws a draft away. Returns whether there was one.
    pub(crate) fn discard_draft(&mut self, draft: DraftId) -> Result<bool, SessionError> {
        if self.draft(draft).is_none() {
            return Ok(false);
        }
        let mut transaction = self.storage.store.begin()?;
        self.drafts.stage_removal(&mut transaction, draft)?;
        transaction.commit()?;
        self.drafts.apply_removal(draft);
        Ok(true)
    }
}
