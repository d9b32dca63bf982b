//! Saving many revisions as they come, in one transaction.

use serde_json::Value;

use crate::record::append::append;
use crate::record::body::Body;
use crate::record::save::NewRevision;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::records::Appended;
use crate::session::records::Located;
use fieldnotes_domain::history::{EntryHash, Graph};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_store::store::rows::body;
use fieldnotes_store::store::{StoreError, Transaction};

/// What the vault held before.
pub(crate) struct Before<'a, 's> {
    graph: &'a Graph,
    transaction: &'a Transaction<'s>,
}

impl Before<'_, '_> {
    /// Whether there is a record of this id.
    pub(crate) fn has(&self, record: RecordId) -> bool {
        self.graph.has_record(record)
    }

    /// The schema of a record and what its heads say; nothing where one of them cannot be read here, or is in the trash.
    pub(crate) fn heads(
        &self,
        record: RecordId,
    ) -> Result<Option<Vec<(String, Value)>>, SessionError> {
        let heads = self.graph.heads(record);
        let said = heads.iter().map(|head| self.said(head));
        said.collect()
    }

    fn said(&self, revision: &EntryHash) -> Result<Option<(String, Value)>, SessionError> {
        let row = self.graph.tag(revision).map(Located::of);
        let row = row.and_then(|located| located.body);
        let (Some(row), Some(node)) = (row, self.graph.node(revision)) else {
            return Ok(None);
        };
        let bytes = match body::read_in(self.transaction, row) {
            Ok(bytes) => bytes,
            Err(StoreError::RowDamaged(_)) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let body = Body::read(&bytes);
        let body = body.filter(|body| !body.trashed);
        Ok(body.map(|body| (node.schema.to_owned(), body.record)))
    }
}

/// Gives the next revisions to save; nothing at the end.
pub(crate) type Next<'n, E> =
    &'n mut dyn FnMut(&Before<'_, '_>) -> Result<Option<Vec<NewRevision>>, E>;

impl Session {
    /// Saves revisions for as long as `next` gives some, all or none. Memory grows by the entries, not by what they say.
    ///
    /// # Errors
    /// Of `next`, and of saving. Nothing was saved then.
    pub(crate) fn save_all<E: From<SessionError>>(&mut self, next: Next<'_, E>) -> Result<u64, E> {
        let now = self.storage.environment.clock.now();
        let device = self.own.device();
        let random = &*self.storage.environment.random;
        let mut transaction = self.storage.store.begin().map_err(SessionError::from)?;
        let mut saved: Vec<Appended> = Vec::new();
        loop {
            let before = Before {
                graph: self.records.graph(),
                transaction: &transaction,
            };
            let Some(revisions) = next(&before)? else {
                break;
            };
            saved.extend(append(&mut transaction, device, now, random, &revisions)?);
        }
        if saved.is_empty() {
            return Ok(0);
        }
        transaction.commit().map_err(SessionError::from)?;
        let count = saved.iter().filter(|one| one.is_end).count() as u64;
        self.hold(saved);
        Ok(count)
    }
}
