//! Everything that can be done with a vault: a folder for each use case, with what hosts call and, beside it, how it is done.
//! Hosts, such as the window and the terminal program, call this crate and none under it; what they give is an
//! [`environment`]: a clock, random bytes, how costly a key is.
//!
//! Requests and views are plain data, made for JSON; their TypeScript types are generated into `ui/src/bindings`. Every failure
//! is an [`Error`] with a stable [`Code`]; its wording is the hosts'.
//!
//! Calls go one way: `{folder, review} → receive → {vault, send} → {search, colleague} → attachment → record → session`.

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod attachment;
pub mod colleague;
pub mod environment;
mod error;
mod failures;
pub mod folder;
#[cfg(any(test, feature = "testing"))]
#[doc(hidden)]
pub mod fuzzing;
mod ids;
pub mod outside;
pub mod passphrase;
pub mod receive;
pub mod record;
pub mod review;
pub mod search;
pub mod send;
mod session;
pub mod text;
pub mod vault;
pub mod vocabulary;
mod words;

pub use colleague::{ClaimCode, ClaimedLog, ForkedLog};
pub use environment::{Clock, Environment, SystemClock};
pub use error::{Code, Error, Exit, Outcome};
pub use fieldnotes_domain::time::Timestamp;
pub use fieldnotes_format::progress::{Cancelled, Progress, Watch};
pub use fieldnotes_format::random::{OsRandom, Random};
pub use secrecy::{ExposeSecret, SecretString};
pub use session::Session;
