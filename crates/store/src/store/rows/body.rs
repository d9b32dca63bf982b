//! Bodies: the exact bytes that a log entry names.

use zeroize::Zeroizing;

use crate::store::{SealedRow, Sealer, Slot, Store, StoreError, Table, Transaction};
use fieldnotes_format::vault::sealed_row::Padding;

/// Adds a body.
pub fn insert(transaction: &mut Transaction<'_>, body: &[u8]) -> Result<i64, StoreError> {
    transaction.insert(Table::Body, Padding::Body, body)
}

/// Seals a body that is to be added.
pub fn seal(sealer: &Sealer<'_>, slot: Slot, body: &[u8]) -> SealedRow {
    sealer.seal(Table::Body, slot, Padding::Body, body)
}

/// Opens a body.
pub fn read(store: &Store, id: i64) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    store
        .get(Table::Body, id)?
        .ok_or(StoreError::RowDamaged(Table::Body))
}

/// Opens a body while a transaction is open.
pub fn read_in(transaction: &Transaction<'_>, id: i64) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    transaction
        .get(Table::Body, id)?
        .ok_or(StoreError::RowDamaged(Table::Body))
}
