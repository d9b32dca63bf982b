//! The core of Field Notes: everything but the windows and the terminal.
//!
//! Calls go one way: `api → session → {exchange, search, store} → vault → crypto`;
//! `records` and `history` depend on nothing of ours. Hosts call `api` and nothing under it.

pub mod api;
pub(crate) mod crypto;
pub mod environment;
pub mod exchange;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzzing;
pub mod history;
pub mod progress;
pub mod random;
pub mod records;
pub mod search;
pub(crate) mod session;
pub(crate) mod store;
pub(crate) mod text;
pub(crate) mod vault;
