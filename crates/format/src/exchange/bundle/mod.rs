//! Bundles: revisions on their way from one vault to others. docs/FORMAT.md section 8.1.
//!
//! A bundle is checked from the outside in: the envelope, the sender's signature over the manifest, the
//! form and signature of every log entry, and only then, some at a time, the bodies and files against
//! their hashes. Nothing is parsed that was not signed for, and nothing of it counts before
//! [`read`] has returned without an error.

mod bodies;
mod bounded;
mod entries;
#[cfg(any(test, feature = "testing"))]
pub(super) mod fuzzing;
mod head;
mod manifest;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use bodies::ComingBody;
pub use bounded::{MAX_LOGS, MAX_SET, MAX_SETS, MAX_WITHDRAWN, NAMED_LOGS};
pub use entries::VerifiedEntries;
pub use head::{Extent, Head, head};
pub use manifest::{Bodies, Entries, FORMAT, Held, Manifest, Notices, Withdrawn};
pub use read::{BundleSink, Inspection, Verdict, inspect, read};
pub use write::{BundleSource, OutgoingBundle, OutgoingEntry, weigh, write};

/// What the sender's signature over a manifest is for.
const DOMAIN: &str = "fieldnotes/bundle/1";

const MANIFEST: &str = "manifest.json";
const SIGNATURE: &str = "manifest.sig";
const ENTRIES: &str = "entries.bin";
const BODIES: &str = "bodies.bin";
