//! What lies on the disk, and the keys that open it: docs/FORMAT.md sections 2 to 6.

pub(crate) mod log;
