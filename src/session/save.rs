//! Saving: revision, log entry and state in one transaction.

use serde_json::Value;
use uuid::Uuid;

use super::{Located, Session, SessionError, body};
use crate::history::{BodyHash, Entry, EntryHash, Inserted};
use crate::random::Random;
use crate::store::rows::body as body_row;
use crate::store::rows::entry::EntryRow;
use crate::store::{Table, Transaction};
use crate::vault::device::DeviceSecret;
use crate::vault::log;

/// A state of a record that is to be saved.
#[derive(Debug)]
pub(crate) struct NewRevision {
    pub(crate) record: Uuid,
    /// What it was made from; none for a new record.
    pub(crate) parents: Vec<EntryHash>,
    /// `kind/number`.
    pub(crate) schema: String,
    pub(crate) trashed: bool,
    pub(crate) value: Value,
}

impl Session {
    /// Saves revisions, all or none, and returns their names. A draft that they came from ends with them.
    pub(crate) fn save(
        &mut self,
        revisions: Vec<NewRevision>,
        draft: Option<Uuid>,
    ) -> Result<Vec<EntryHash>, SessionError> {
        self.save_with(revisions, draft, |_| Ok(()))
    }

    /// Saves revisions together with whatever else `more` writes.
    pub(super) fn save_with(
        &mut self,
        revisions: Vec<NewRevision>,
        draft: Option<Uuid>,
        more: impl FnOnce(&mut Transaction<'_>) -> Result<(), SessionError>,
    ) -> Result<Vec<EntryHash>, SessionError> {
        let now = self.environment.clock.now();
        let draft_row = draft
            .and_then(|draft| self.drafts.get(&draft))
            .map(|(row, _)| *row);
        let mut transaction = self.store.begin()?;
        let mut rows = Vec::with_capacity(revisions.len());
        for revision in revisions {
            rows.push(append(
                &mut transaction,
                self.own.device(),
                now,
                &*self.environment.random,
                revision,
            )?);
        }
        more(&mut transaction)?;
        if let Some(row) = draft_row {
            transaction.delete(Table::Draft, row)?;
        }
        transaction.commit()?;
        if let Some(draft) = draft {
            self.drafts.remove(&draft);
        }
        let names = rows.iter().map(|(_, row)| row.signed.hash).collect();
        rows.into_iter().for_each(|(id, row)| self.absorb(id, &row));
        Ok(names)
    }

    /// Takes an entry that is on the disk into memory.
    pub(super) fn absorb(&mut self, id: i64, row: &EntryRow) {
        self.finding.touch(row.signed.entry.record);
        let (hash, entry) = (row.signed.hash, &row.signed.entry);
        let located = Located {
            row: id,
            body: row.body,
        };
        if self.graph.insert_tagged(hash, entry, located.tag()) == Inserted::Known {
            // Its body has come.
            self.graph.set_tag(&hash, located.tag());
        }
    }
}

/// Writes one revision at the end of the device's log.
fn append(
    transaction: &mut Transaction<'_>,
    device: &DeviceSecret,
    now: i64,
    random: &dyn Random,
    revision: NewRevision,
) -> Result<(i64, EntryRow), SessionError> {
    let bytes = body::encode(revision.trashed, &revision.value, random)?;
    let BodyHash(body_hash) = log::hash_body(&bytes);
    let (seq, backlink) = transaction
        .state
        .logs
        .get(&device.id())
        .map_or((1, EntryHash::NONE), |head| (head.seq + 1, head.hash));
    let mut parents = revision.parents;
    parents.sort_unstable();
    parents.dedup();
    let signed = device.sign(Entry {
        device: device.id(),
        seq,
        backlink,
        record: revision.record,
        parents,
        schema: revision.schema,
        body_hash: BodyHash(body_hash),
        time: now,
    })?;
    let body = body_row::insert(transaction, &signed.entry.schema, &bytes)?;
    let row = EntryRow {
        signed,
        body: Some(body),
        body_length: bytes.len() as u32,
    };
    let id = row.insert(transaction)?;
    Ok((id, row))
}
