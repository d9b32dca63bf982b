//! Bodies: what a revision says. docs/FORMAT.md section 6.2.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Session, SessionError, form};
use crate::history::{BodyHash, EntryHash};
use crate::store::Table;
use crate::store::rows::body;
use crate::vault::log;

/// The most bytes of a body.
pub(super) const MAX_BODY: usize = 8 << 20;

/// What a revision says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Body {
    /// The record lies in the trash.
    #[serde(default)]
    pub(crate) trashed: bool,
    /// The record, with all members, known or not.
    pub(crate) record: Value,
}

#[derive(Serialize)]
struct NewBody<'a> {
    salt: String,
    trashed: bool,
    record: &'a Value,
}

/// Checks the form of a body that came from elsewhere, without keeping anything of it.
#[derive(Deserialize)]
struct Form {
    #[serde(rename = "salt")]
    _salt: form::Text,
    #[serde(rename = "record")]
    _record: form::Object,
}

/// The bytes of a new body. The salt, drawn for it alone, keeps the hash of a body that was erased from being guessed back.
pub(super) fn encode(
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
        return Err(crate::records::RecordError::too_large().into());
    }
    Ok(bytes)
}

/// Whether bytes have the form of a body.
pub(super) fn is_body(bytes: &[u8]) -> bool {
    bytes.len() <= MAX_BODY
        && !bytes.contains(&b'\n')
        && serde_json::from_slice::<Form>(bytes).is_ok()
}

impl Session {
    /// The exact bytes of a revision's body.
    pub(crate) fn body_bytes(
        &self,
        revision: &EntryHash,
    ) -> Result<Zeroizing<Vec<u8>>, SessionError> {
        let located = self.located(revision).ok_or(SessionError::NoSuchRevision)?;
        let node = self
            .graph
            .node(revision)
            .ok_or(SessionError::NoSuchRevision)?;
        let row = located.body.ok_or(SessionError::BodyNotHeld(*revision))?;
        let damaged = || SessionError::BodyDamaged {
            record: node.record,
            revision: *revision,
        };
        let bytes = body::read(&self.store, row).map_err(|error| match error {
            crate::store::StoreError::RowDamaged(_) | crate::store::StoreError::FileDamaged => {
                damaged()
            }
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
        serde_json::from_slice(&bytes).map_err(|_| SessionError::BodyDamaged {
            record: self
                .graph
                .node(revision)
                .map(|node| node.record)
                .unwrap_or_default(),
            revision: *revision,
        })
    }

    /// About how many bytes the heads of a record say, without reading them.
    pub(crate) fn said_bytes(&self, record: Uuid) -> Result<u64, SessionError> {
        let heads = self.graph.heads(record);
        let held = heads.iter().filter_map(|head| self.located(head)?.body);
        held.map(|row| Ok(self.store.length(Table::Body, row)?))
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
            Some((at, row, self.graph.node(revision)?.body_hash))
        };
        let held: Vec<(usize, i64, BodyHash)> = (0..revisions.len()).filter_map(held).collect();
        let rows: Vec<i64> = held.iter().map(|(_, row, _)| *row).collect();
        let found = self.store.get_each(Table::Body, &rows, &|number, bytes| {
            let (at, _, hash) = held.get(number)?;
            let is_it = log::hash_body(bytes) == *hash;
            let body = is_it.then(|| serde_json::from_slice(bytes).ok());
            Some(work(*at, body??))
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
