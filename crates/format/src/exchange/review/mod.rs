//! Review packages: chosen records for somebody without a vault. docs/FORMAT.md section 8.2.
//!
//! Opening one writes nothing anywhere. The signature is checked before anything but the manifest is
//! looked at, and all records against their hash before the first of them is parsed.

#[cfg(any(test, feature = "testing"))]
pub(super) mod fuzzing;
mod manifest;
mod read;
mod record;
#[cfg(test)]
mod tests;
mod write;

pub use manifest::{FORMAT, Records, ReviewManifest};
pub use read::{FileReader, RecordReader, Review, open};
pub use record::ReviewRecord;
pub use write::{OutgoingReview, ReviewSource, write};

/// What the exporter's signature over a manifest is for.
const DOMAIN: &str = "fieldnotes/review/1";

const MANIFEST: &str = "manifest.json";
const SIGNATURE: &str = "manifest.sig";
const RECORDS: &str = "records.jsonl";

/// Bytes of a record's line, without its line feed: a body and what stands around it.
const MAX_LINE: u64 = 9 * 1_024 * 1_024;
