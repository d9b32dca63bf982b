//! Everything that can be done with a vault. Hosts, such as the window and the terminal program, call [`api`] and nothing under
//! it; what they give is an [`environment`]: a clock, random bytes, how costly a key is.
//!
//! Calls go one way: `api → session → {fieldnotes-store → fieldnotes-format → fieldnotes-domain}`.

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod api;
pub mod environment;
#[cfg(any(test, feature = "testing"))]
#[doc(hidden)]
pub mod fuzzing;
pub(crate) mod session;
