//! Everything that can be done with a vault: a folder for each use case, with what hosts call and, beside it, how it is done.
//! Hosts, such as the window and the terminal program, call this crate and none under it; what they give is an
//! [`environment`]: a clock and random bytes.
//!
//! - [`vault`]: creating one, unlocking it ([`Session`]), verifying, repairing, new keys and passphrases.
//! - [`record`]: saving, showing, editing, history, trash; in it drafts, conflicts and imports from JSON lines.
//! - [`attachment`], [`search`]: files that belong to records; finding and listing.
//! - [`colleague`], [`send`], [`receive`], [`folder`]: whom one exchanges with, bundles that go and come, the exchange folder.
//! - [`review`]: packages for readers without a vault, redacted for an audience.
//! - [`custody`]: what left the vault, when and to whom.
//!
//! ```
//! use fieldnotes_core::{Environment, SecretString, record, vault};
//!
//! # let folder = tempfile::tempdir().expect("a folder");
//! # let path = folder.path().join("vault");
//! let passphrase = SecretString::from("paper orchard seven lanterns by the river");
//! let new = vault::NewVault {
//!     passphrase: passphrase.clone(),
//!     recovery_words: vault::WordList::Korean,
//!     // A vault that is kept is made without this.
//!     is_test: true,
//! };
//! let environment = Environment::system();
//! let created = vault::create(&path, &new, &environment)?;
//! // created.recovery_words are shown once, and written on paper.
//! let mut session = vault::unlock(&path, &passphrase, &environment)?;
//! let saved = record::add(&mut session, "note", r#"{"text":"병원 동행"}"#.as_bytes())?;
//! let shown = record::show(&session, &saved.id)?;
//! assert_eq!(shown.record["text"], "병원 동행");
//! # drop(created);
//! vault::lock(session)?;
//! # Ok::<(), fieldnotes_core::Error>(())
//! ```
//!
//! Requests and views are plain data, made for JSON; their TypeScript types are generated into `ui/src/bindings`. Every failure
//! is an [`Error`] with a stable [`Code`]; its wording is the hosts'.
//!
//! Calls go one way: `{folder, review} → receive → {vault, send} → {search, colleague} → attachment → custody → record → session`.

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod attachment;
pub mod colleague;
pub mod custody;
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
