//! What leaves a vault and what comes in: identities, bundles, review packages.
//!
//! Everything here streams and knows nothing of the store. A bundle is written from a
//! [`bundle::BundleSource`] and read into a [`bundle::BundleSink`]; who owns them decides what a
//! revision is worth and puts everything back when reading fails. The bytes are those of
//! docs/FORMAT.md, sections 7 and 8.

pub mod age_file;
mod error;

pub use error::{ExchangeError, Part, Stop};
