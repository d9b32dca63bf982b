//! Sealed files and their keys, by the hash of their content.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::JsonRow;
use crate::store::Table;

/// One sealed file.
#[derive(Clone, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub(crate) struct BlobRow {
    #[serde(with = "hex::serde")]
    pub(crate) sha256: [u8; 32],
    /// Bytes of content.
    pub(crate) size: u64,
    #[zeroize(skip)]
    pub(crate) file: Uuid,
    #[serde(with = "hex::serde")]
    pub(crate) key: [u8; 32],
}

impl JsonRow for BlobRow {
    const TABLE: Table = Table::Blob;
}
