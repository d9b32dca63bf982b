//! Log entries. Binary, because all of them are read on every unlock.

use crate::store::{SealedRow, Sealer, Slot, StoreError, Table, Transaction};
use fieldnotes_domain::history::{EntryHash, EntryRef, SIGNATURE, SignedEntry};
use fieldnotes_format::vault::log;
use fieldnotes_format::vault::sealed_row::Padding;
use fieldnotes_format::vault::sealed_row::RowId;

/// A log entry and where its body lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// The entry as its device signed it.
    pub signed: SignedEntry,
    /// Row of the body; `None` where it is not held.
    pub body: Option<RowId>,
    /// Bytes of the body as it is packed.
    pub body_length: u32,
}

impl EntryRow {
    /// Adds it; the number of its row comes back.
    pub fn insert(&self, transaction: &mut Transaction<'_>) -> Result<RowId, StoreError> {
        transaction.state.advance(
            self.signed.entry.device,
            self.signed.entry.seq,
            self.signed.hash,
        );
        transaction.insert(Table::Entry, Padding::Entry, &self.encode())
    }

    /// Seals this row, which is to be added; that the log has grown is then for the caller to note.
    pub fn seal(&self, sealer: &Sealer<'_>, slot: Slot) -> SealedRow {
        sealer.seal(Table::Entry, slot, Padding::Entry, &self.encode())
    }

    /// Puts this row in the place of another, when a body that was missing has come.
    pub fn replace(&self, transaction: &mut Transaction<'_>, id: RowId) -> Result<(), StoreError> {
        transaction.replace(Table::Entry, id, Padding::Entry, &self.encode())
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(12 + SIGNATURE + self.signed.bytes.len());
        out.extend_from_slice(&self.body.map_or(0, |row| row.0).to_be_bytes());
        out.extend_from_slice(&self.body_length.to_be_bytes());
        out.extend_from_slice(&self.signed.signature);
        out.extend_from_slice(&self.signed.bytes);
        out
    }

    /// Reads a row that opened.
    pub fn read(value: &[u8]) -> Result<Self, StoreError> {
        let parts = Parts::of(value)?;
        let signed = log::read_entry(parts.bytes.to_vec(), *parts.signature)
            .map_err(|_| StoreError::RowDamaged(Table::Entry))?;
        Ok(Self {
            signed,
            body: parts.body,
            body_length: parts.body_length,
        })
    }
}

/// The name of the entry in a row, where it is one.
pub fn name_in(value: &[u8]) -> Option<EntryHash> {
    let bytes = Parts::of(value).ok()?.bytes;
    log::look_at_entry(bytes).ok().map(|(hash, _)| hash)
}

/// The entry in a row, where it lies, and the row of its body.
pub fn entry_in(value: &[u8]) -> Result<(EntryRef<'_>, Option<RowId>), StoreError> {
    let parts = Parts::of(value)?;
    let entry = EntryRef::decode(parts.bytes).map_err(|_| StoreError::RowDamaged(Table::Entry))?;
    Ok((entry, parts.body))
}

struct Parts<'v> {
    body: Option<RowId>,
    body_length: u32,
    signature: &'v [u8; SIGNATURE],
    bytes: &'v [u8],
}

impl<'v> Parts<'v> {
    fn of(value: &'v [u8]) -> Result<Self, StoreError> {
        let damaged = || StoreError::RowDamaged(Table::Entry);
        let (body, rest) = value.split_first_chunk::<8>().ok_or_else(damaged)?;
        let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
        let (signature, bytes) = rest.split_first_chunk::<SIGNATURE>().ok_or_else(damaged)?;
        let body = i64::from_be_bytes(*body);
        Ok(Self {
            body: (body != 0).then_some(RowId(body)),
            body_length: u32::from_be_bytes(*length),
            signature,
            bytes,
        })
    }
}
