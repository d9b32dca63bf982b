//! Bytes and the values that they stand for, as `docs/FORMAT.md` describes them. No rule of the program: whether something may
//! be written, sent or believed is decided above.
//!
//! - [`crypto`]: sealing, hashing, signing, keys from passphrases, padding. Chosen, not invented.
//! - [`vault`]: the folder of a vault, its header with the key slots, sealed rows and files.
//! - [`exchange`]: bundles in their age envelope, identities, review packages.
//! - [`progress`] and [`random`]: how long work reports and is cancelled, and where random bytes come from.

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod crypto;
pub mod exchange;
pub mod progress;
pub mod random;
pub mod vault;
