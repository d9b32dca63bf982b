//! The vault's own identity, with its secrets. One row.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::JsonRow;
use super::colleague::CertificateRow;
use crate::store::Table;

/// Seeds of all that this vault signs and receives with.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct OwnRow {
    /// The seed of the signing key.
    #[serde(with = "hex::serde")]
    pub sign: [u8; 32],
    /// The seed of the key that bundles are sealed to.
    #[serde(with = "hex::serde")]
    pub receive: [u8; 32],
    /// The newest last: that is the log which is written.
    pub devices: Vec<DeviceSeed>,
    /// The number of the last bundle to colleagues.
    #[serde(default)]
    pub number: u64,
    /// Certificates of the logs of this identity that are written in another copy of the vault, whose seeds are not here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[zeroize(skip)]
    pub others: Vec<CertificateRow>,
    /// The exchange folder, where one was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[zeroize(skip)]
    pub folder: Option<FolderRow>,
    /// Minutes without a touch until the window locks this vault by itself, 0 for never; nothing where nobody chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock_after: Option<u32>,
    /// The log of what was done with this vault, once something was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custody: Option<DeviceSeed>,
}

/// The exchange folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderRow {
    /// Its path.
    pub path: String,
    /// Where the file system that it lies on was mounted when it was chosen; nothing where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount: Option<String>,
}

/// The seed of one device log.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct DeviceSeed {
    /// The seed of the device's signing key.
    #[serde(with = "hex::serde")]
    pub secret: [u8; 32],
}

impl JsonRow for OwnRow {
    const TABLE: Table = Table::Own;
}
