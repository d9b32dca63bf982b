//! Bodies: what a revision says. docs/FORMAT.md section 6.2.

use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::record::form;
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::{BodyHash, EntryHash};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::{self, RecordError, are_exact};
use fieldnotes_format::vault::log;
use fieldnotes_format::vault::packing::{MAX_BODY, unpack};
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::Table;
use fieldnotes_store::store::rows::body;

/// What a revision says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Body {
    /// The record lies in the trash.
    pub(crate) trashed: bool,
    /// The record, with all members, known or not.
    pub(crate) record: Value,
}

/// Bytes of a body around its record.
const AROUND: usize = r#"{"salt":"","trashed":false,"record":}"#.len() + 2 * 16;

// A record that is taken can be saved.
const _: () = assert!(records::MAX_BYTES + AROUND == MAX_BODY);

#[derive(Serialize)]
struct NewBody<'a> {
    salt: String,
    trashed: bool,
    record: &'a Value,
}

impl Body {
    /// Reads the bytes of a body; none where they are not in the form of one. What [`is_body`] lets in is read.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let form::Read { trashed, record } = read::<Value>(bytes)?;
        Some(Self { trashed, record })
    }
}

/// The bytes of a new body. The salt, drawn for it alone, keeps the hash of a body that was erased from being guessed back.
pub(crate) fn encode(
    trashed: bool,
    record: &Value,
    salt: &[u8; 16],
) -> Result<Zeroizing<Vec<u8>>, SessionError> {
    let salt = hex::encode(salt);
    let bytes = serde_json::to_vec(&NewBody {
        salt,
        trashed,
        record,
    })
    .map(Zeroizing::new)
    .map_err(std::io::Error::from)?;
    if bytes.len() > MAX_BODY {
        return Err(RecordError::too_large().into());
    }
    // What is saved must be what is read: nothing is signed that nobody could open again.
    match is_body(&bytes) {
        true => Ok(bytes),
        false => Err(records::check_bounds(record)
            .err()
            .unwrap_or_else(RecordError::too_deep)
            .into()),
    }
}

/// Whether bytes have the form of a body.
pub(crate) fn is_body(bytes: &[u8]) -> bool {
    read::<form::Nothing>(bytes).is_some()
}

fn read<K: form::Kept>(bytes: &[u8]) -> Option<form::Read<K>> {
    let is_line = bytes.len() <= MAX_BODY && memchr::memchr(b'\n', bytes).is_none();
    // An edit of anything else would write a number anew.
    let is_kept = is_line && are_exact(bytes);
    is_kept.then(|| form::read(bytes)).flatten()
}

impl Session {
    /// The exact bytes of a revision's body.
    pub(crate) fn body_bytes(
        &self,
        revision: &EntryHash,
    ) -> Result<Zeroizing<Vec<u8>>, SessionError> {
        let located = self.located(revision).ok_or(SessionError::NoSuchRevision)?;
        let node = self
            .records
            .graph()
            .node(revision)
            .ok_or(SessionError::NoSuchRevision)?;
        let row = located.body.ok_or(SessionError::BodyNotHeld(*revision))?;
        let damaged = || SessionError::BodyDamaged {
            record: node.record,
            revision: *revision,
        };
        let bytes = body::read(&self.storage.store, row).map_err(|error| match error {
            fieldnotes_store::store::StoreError::RowDamaged(_)
            | fieldnotes_store::store::StoreError::FileDamaged => damaged(),
            other => other.into(),
        })?;
        if log::hash_body(&bytes) != node.body_hash {
            return Err(damaged());
        }
        Ok(bytes)
    }

    /// What a revision says.
    pub(crate) fn body(&self, revision: &EntryHash) -> Result<Body, SessionError> {
        let bytes = self.body_bytes(revision)?;
        Body::read(&bytes).ok_or_else(|| SessionError::BodyDamaged {
            record: self
                .records
                .graph()
                .node(revision)
                .map(|node| node.record)
                .unwrap_or_default(),
            revision: *revision,
        })
    }

    /// About how many bytes the heads of a record say, as they are packed, without reading them.
    pub(crate) fn said_bytes(&self, record: RecordId) -> Result<u64, SessionError> {
        let heads = self.records.graph().heads(record);
        let held = heads.iter().filter_map(|head| self.located(head)?.body);
        held.map(|row| Ok(self.storage.store.length(Table::Body, row)?))
            .sum()
    }

    /// Does something with the bodies of these revisions, on all cores. What is not held or does not open gives none; the
    /// results stand in the order of `revisions`.
    pub(crate) fn each_body<R: Send>(
        &self,
        revisions: &[EntryHash],
        work: &(dyn Fn(usize, Body) -> R + Sync),
    ) -> Result<Vec<Option<R>>, SessionError> {
        let held = |at: usize| {
            let revision = revisions.get(at)?;
            let row = self.located(revision)?.body?;
            Some((at, row, self.records.graph().node(revision)?.body_hash))
        };
        let held: Vec<(usize, RowId, BodyHash)> = (0..revisions.len()).filter_map(held).collect();
        let rows: Vec<RowId> = held.iter().map(|(_, row, _)| *row).collect();
        let found = self
            .storage
            .store
            .get_each(Table::Body, &rows, &|number, bytes| {
                let (at, _, hash) = held.get(number)?;
                let bytes = unpack(bytes).ok()?;
                let is_it = log::hash_body(&bytes) == *hash;
                let body = is_it.then(|| Body::read(&bytes)).flatten();
                Some(work(*at, body?))
            })?;
        let mut results: Vec<Option<R>> = Vec::new();
        results.resize_with(revisions.len(), || None);
        for ((at, ..), result) in held.iter().zip(found) {
            if let Some(slot) = results.get_mut(*at) {
                *slot = result.flatten();
            }
        }
        Ok(results)
    }
}
