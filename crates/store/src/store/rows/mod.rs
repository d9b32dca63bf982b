//! What a row of each table holds: docs/FORMAT.md section 4.3. One file per table.

pub mod blob;
pub mod body;
pub mod colleague;
pub mod draft;
pub mod entry;
#[cfg(any(test, feature = "testing"))]
pub mod fuzzing;
pub mod import;
pub mod own;
pub mod receipt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::state::State;
use super::{StoreError, Table, Transaction};
use fieldnotes_format::vault::sealed_row::Padding;
use fieldnotes_format::vault::sealed_row::RowId;

/// Reads what was written into a row, as it will be read when the vault is opened. Bodies are packed, and
/// unpacked once for it, before they come here.
pub(super) fn check(table: Table, value: &[u8]) -> Result<(), StoreError> {
    match table {
        Table::State => {
            let read = serde_json::from_slice::<State>(value).map(drop);
            read.map_err(|_| StoreError::StateDamaged)
        }
        Table::Entry => entry::entry_in(value).map(drop),
        Table::Body => Ok(()),
        Table::Draft => draft::DraftRow::read(value).map(drop),
        Table::Own => own::OwnRow::read(value).map(drop),
        Table::Colleague => colleague::ColleagueRow::read(value).map(drop),
        Table::Blob => blob::BlobRow::read(value).map(drop),
        Table::Receipt => receipt::ReceiptRow::read(value).map(drop),
        // A cell is read piece by piece, and the values in cells as what they are.
        Table::Cell => Ok(()),
    }
}

/// A row that is a JSON object.
pub trait JsonRow: Serialize + DeserializeOwned {
    /// The table that it stands in.
    const TABLE: Table;

    /// Reads a row that opened.
    fn read(value: &[u8]) -> Result<Self, StoreError> {
        serde_json::from_slice(value).map_err(|_| StoreError::RowDamaged(Self::TABLE))
    }

    /// Adds a row and returns its id.
    fn insert(&self, transaction: &mut Transaction<'_>) -> Result<RowId, StoreError> {
        transaction.insert(Self::TABLE, Padding::Padme, &self.encode()?)
    }

    /// Puts this row in the place of another.
    fn replace(&self, transaction: &mut Transaction<'_>, id: RowId) -> Result<(), StoreError> {
        transaction.replace(Self::TABLE, id, Padding::Padme, &self.encode()?)
    }

    /// The value to seal.
    fn encode(&self) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        serde_json::to_vec(self)
            .map(Zeroizing::new)
            .map_err(|_| StoreError::RowDamaged(Self::TABLE))
    }
}
