//! Bodies: the exact bytes that a log entry names.

use zeroize::Zeroizing;

use crate::store::{Store, StoreError, Table, Transaction};
use crate::vault::sealed_row::Padding;

/// Adds a body. Bodies of persons are padded in few steps, since a contact's length could tell whose it is.
pub(crate) fn insert(
    transaction: &mut Transaction<'_>,
    schema: &str,
    body: &[u8],
) -> Result<i64, StoreError> {
    let padding = if schema.starts_with("person/") {
        Padding::Steps
    } else {
        Padding::Padme
    };
    transaction.insert(Table::Body, padding, body)
}

/// Opens a body.
pub(crate) fn read(store: &Store, id: i64) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    store
        .get(Table::Body, id)?
        .ok_or(StoreError::RowDamaged(Table::Body))
}
