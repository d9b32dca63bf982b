//! What leaves a vault and what comes in: identities, bundles, review packages.
//!
//! Everything here streams and knows nothing of the store. A bundle is written from a
//! [`bundle::BundleSource`] and read into a [`bundle::BundleSink`]; who owns them decides what a
//! revision is worth and puts everything back when reading fails. The bytes are those of
//! docs/FORMAT.md, sections 7 and 8.

mod address;
pub mod age_file;
mod ahead;
mod archive;
pub mod bundle;
mod content;
mod error;
#[cfg(any(test, feature = "testing"))]
pub mod fuzzing;
mod hashing;
pub mod identity;
mod manifest;
mod name;
pub mod review;

pub use address::{Address, Receiver, Way};
pub use content::{ContentHash, FileItem};
pub use error::{ExchangeError, Part, Stop};
pub use hashing::Hashing;
pub use hashing::HashingRead;
pub use name::FileNames;
