//! The exchange folder: one folder that anything may carry, such as a stick, a synchronising program or a file server.
//!
//! It is looked at, never watched, and nothing of others' in it is deleted, renamed or changed.
//! docs/decisions/012-exchange-folder.md.

pub(crate) mod checking;
mod ends;
mod listing;
mod look;
mod memory;
mod place;
mod put;
mod take;

use serde::Serialize;

use crate::error::Outcome;
use crate::session::Session;
use fieldnotes_store::store::rows::own::FolderRow;

pub use crate::folder::listing::ListedFile;
pub use crate::folder::look::{Arrival, Arrivals, Carried};
pub use crate::folder::memory::{Memory, Seen};
pub use crate::folder::place::{set, unset};
pub use crate::folder::put::{FolderDue, FolderPut, due, put};
pub use crate::folder::take::{FolderTaken, Refused, take};

/// Which folder is the exchange folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ExchangeFolder {
    /// Its path; null where none was chosen.
    pub path: Option<String>,
    /// Whether it is there now.
    pub is_there: bool,
}

/// The folder that was chosen for this vault.
pub fn show(session: &Session) -> ExchangeFolder {
    let row = session.exchange_folder();
    ExchangeFolder {
        path: row.map(|row| row.path.clone()),
        is_there: row.is_some_and(|row| place::check(row).is_ok()),
    }
}

/// Where to look, for those who do it without holding the vault; nothing where no folder was chosen.
pub fn chosen(session: &Session) -> Option<Chosen> {
    session.exchange_folder().cloned().map(Chosen)
}

/// A folder that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen(FolderRow);

/// Looks once: every file that is new or changed is checked by its beginning and its end. `memory` makes the next look
/// cheap, and is of one vault.
pub fn look(session: &Session, memory: &mut Memory) -> Outcome<Arrivals> {
    let chosen = chosen(session).ok_or(crate::error::Code::FolderNotSet)?;
    let now = session.environment().clock.now();
    for found in memory.list(&chosen, now)? {
        let seen = found.read();
        memory.check(session, seen);
    }
    Ok(memory.arrivals(session))
}
