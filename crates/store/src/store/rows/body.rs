//! Bodies: the exact bytes that a log entry names, packed.

use zeroize::Zeroizing;

use crate::store::{SealedRow, Sealer, Slot, Store, StoreError, Table, Transaction};
use fieldnotes_format::vault::packing::{PackedBody, unpack};
use fieldnotes_format::vault::sealed_row::Padding;
use fieldnotes_format::vault::sealed_row::RowId;

/// Adds a body.
pub fn insert(transaction: &mut Transaction<'_>, body: &PackedBody) -> Result<RowId, StoreError> {
    transaction.insert(Table::Body, Padding::Body, body.bytes())
}

/// Seals a body that is to be added.
pub fn seal(sealer: &Sealer<'_>, slot: Slot, body: &PackedBody) -> SealedRow {
    sealer.seal(Table::Body, slot, Padding::Body, body.bytes())
}

/// Opens a body.
pub fn read(store: &Store, id: RowId) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    unpacked(store.get(Table::Body, id)?)
}

/// Bytes that a body takes packed.
pub fn packed_length(store: &Store, id: RowId) -> Result<usize, StoreError> {
    let packed = store.get(Table::Body, id)?;
    let packed = packed.ok_or(StoreError::RowDamaged(Table::Body))?;
    Ok(packed.len())
}

/// Opens a body while a transaction is open.
pub fn read_in(transaction: &Transaction<'_>, id: RowId) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    unpacked(transaction.get(Table::Body, id)?)
}

fn unpacked(row: Option<Zeroizing<Vec<u8>>>) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    row.and_then(|packed| unpack(&packed).ok())
        .ok_or(StoreError::RowDamaged(Table::Body))
}
