//! Sealed files and their keys, by the hash of their content.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::JsonRow;
use crate::store::Table;
use fieldnotes_domain::ids::{ContentHash, FileId};

/// One sealed file.
#[derive(Clone, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct BlobRow {
    /// Of the content, as others name it. It is also what the row is found by in memory, so that wiping it here would wipe one copy.
    #[zeroize(skip)]
    pub sha256: ContentHash,
    /// Bytes of content.
    pub size: u64,
    /// The sealed file, by its name in the folder.
    #[zeroize(skip)]
    pub file: FileId,
    /// The key of the sealed file.
    #[serde(with = "hex::serde")]
    pub key: [u8; 32],
}

impl JsonRow for BlobRow {
    const TABLE: Table = Table::Blob;
}
