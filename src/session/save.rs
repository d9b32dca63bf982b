//! Saving: revision, log entry and state in one transaction.

use serde_json::Value;
use uuid::Uuid;

use super::batch::{self, NewRows};
use super::{Located, Session, SessionError, body};
use crate::history::{Entry, EntryHash, SignedEntry};
use crate::random::{Random, make_array};
use crate::store::{Table, Transaction};
use crate::vault::device::DeviceSecret;
use crate::vault::log;

/// Revisions whose bodies are in memory at a time.
pub(super) const AT_ONCE: usize = 128;

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
        let device = self.own.device();
        let random = &*self.environment.random;
        let mut transaction = self.store.begin()?;
        let mut saved = Vec::with_capacity(revisions.len());
        for some in revisions.chunks(AT_ONCE) {
            saved.extend(append(&mut transaction, device, now, random, some)?);
        }
        more(&mut transaction)?;
        if let Some(row) = draft_row {
            transaction.delete(Table::Draft, row)?;
        }
        transaction.commit()?;
        if let Some(draft) = draft {
            self.drafts.remove(&draft);
        }
        let names = saved.iter().map(|(signed, _)| signed.hash).collect();
        for (signed, located) in saved {
            let entry = &signed.entry;
            self.note_change(entry.record);
            self.graph.insert_tagged(signed.hash, entry, located.tag());
        }
        Ok(names)
    }
}

/// Writes revisions at the end of the device's log.
pub(super) fn append(
    transaction: &mut Transaction<'_>,
    device: &DeviceSecret,
    now: i64,
    random: &dyn Random,
    revisions: &[NewRevision],
) -> Result<Vec<(SignedEntry, Located)>, SessionError> {
    let drawn: Vec<_> = revisions
        .iter()
        .map(|revision| (revision, make_array(random), batch::draw(transaction)))
        .collect();
    let bodies = batch::each(&drawn, |(revision, salt, _)| {
        let bytes = body::encode(revision.trashed, &revision.value, salt)?;
        let hash = log::hash_body(&bytes);
        Ok::<_, SessionError>((bytes, hash))
    });
    // Each entry names the one before it.
    let mut entries = Vec::with_capacity(revisions.len());
    let (mut seq, mut backlink) = transaction
        .state
        .log()
        .map_or((0, EntryHash::NONE), |head| (head.seq, head.hash));
    for ((revision, _, slots), body) in drawn.iter().zip(bodies) {
        let (bytes, body_hash) = body?;
        let mut parents = revision.parents.clone();
        parents.sort_unstable();
        parents.dedup();
        seq += 1;
        let unsigned = log::name_entry(Entry {
            device: device.id(),
            seq,
            backlink,
            record: revision.record,
            parents,
            schema: revision.schema.clone(),
            body_hash,
            time: now,
        })?;
        backlink = unsigned.hash;
        entries.push((unsigned, bytes, *slots));
    }
    let signer = device.signer();
    let signatures = batch::each(&entries, |(unsigned, ..)| signer.sign(unsigned));
    drop(signer);
    let new: Vec<NewRows> = entries
        .into_iter()
        .zip(signatures)
        .map(|((unsigned, body, slots), signature)| NewRows {
            signed: unsigned.signed(signature),
            body,
            slots,
        })
        .collect();
    let located = batch::insert(transaction, &new)?;
    Ok(new.into_iter().map(|one| one.signed).zip(located).collect())
}
