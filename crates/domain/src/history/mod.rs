//! Revisions, device logs, heads and conflicts. Pure: no keys, no disk, no clock.
//!
//! A revision is named by the hash of its log entry and never changes. Merging two histories is the
//! union of two sets; everything that is shown (heads, conflicts, the digest) is computed from the set, so
//! that the order in which files arrive cannot matter.

mod entry;
mod graph;
pub mod merge;
mod nodes;
mod places;

pub use crate::ids::{BodyHash, DeviceId, EntryHash};
pub use entry::{Entry, EntryFault, EntryRef, MAX_PARENTS, SIGNATURE, SignedEntry};
pub use graph::{Graph, Inserted, Node, Tag};
pub use places::{Numbers, Places};
