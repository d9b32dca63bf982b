//! Contents of attachments, as the world outside names them.

use serde::{Deserialize, Serialize};

pub use fieldnotes_domain::ids::ContentHash;

/// The content of an attachment: its name and its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileItem {
    /// The SHA-256 of the content.
    pub sha256: ContentHash,
    /// Its length in bytes.
    pub size: u64,
}

impl FileItem {
    /// The name of its member in an archive.
    pub(super) fn member(&self) -> String {
        format!("files/{}", self.sha256)
    }
}
