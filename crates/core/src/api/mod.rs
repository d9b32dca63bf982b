//! The use-cases: what a person can do. One file each, with its requests and views.
//!
//! Both hosts call in here and nothing under it. Views are plain data, made for JSON; their TypeScript types are
//! generated into `ui/src/bindings`. Every failure is an [`Error`] with a stable [`Code`]; its wording is the hosts'.

pub mod attachment;
pub mod bundle;
mod bundle_out;
pub mod colleague;
pub mod conflict;
pub mod draft;
mod error;
pub mod folder;
mod fork;
pub mod identity;
mod ids;
pub mod import;
pub mod infile;
pub mod list;
pub mod opening;
mod outfile;
pub mod passphrase;
pub mod record;
pub mod review;
pub mod search;
mod standing;
pub mod text;
pub mod vault;
pub mod verify;
pub mod vocabulary;

pub use error::{Code, Error, Exit};
pub use fork::{ClaimedLog, ForkedLog};
pub use secrecy::{ExposeSecret, SecretString};

pub use crate::environment::{Clock, Environment, SystemClock};
pub use crate::session::Session;
pub use fieldnotes_format::progress::{Cancelled, Progress, Watch};
pub use fieldnotes_format::random::{OsRandom, Random};

/// What every use-case returns.
pub type Outcome<T> = Result<T, Error>;
