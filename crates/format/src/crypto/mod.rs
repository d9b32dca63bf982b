//! The primitives, each wired once.
//!
//! Nothing here knows what it protects. Names say how a value comes about: `derive_` is
//! deterministic, `make_` draws from the given [`crate::random::Random`]. Every operation takes a domain or
//! associated data, so that no two uses of a key can be mistaken for one another.
//! Only `vault` and `exchange` may call in here; other crates cannot.

pub mod aead;
pub mod hash;
pub mod kdf;
pub mod key;
pub mod pad;
pub use crate::random;
pub mod sign;
mod stack;
pub mod stream;
