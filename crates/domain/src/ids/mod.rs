//! What things are known by, each of a type of its own: none can be taken for another.

mod bytes;
mod uuids;

pub use bytes::{BodyHash, BundleToken, ContentHash, DeviceId, EntryHash, NotHex};
pub use uuids::{BundleId, DraftId, FileId, ImportId, PackageId, RecordId, VaultId};
