//! What was taken in, and taking it back.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::receive::journals::TakenImport;
use crate::receive::{Sender, sender_of};
use crate::session::Session;
use crate::session::error::Hindrance;
use crate::words::words;
use fieldnotes_format::exchange::identity::IdentityKey;
use fieldnotes_format::progress::Watch;

/// Records that are named where an import cannot be undone; more are counted.
const NAMED: usize = 20;

/// Imports that were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Imports {
    /// The newest first; as many as were asked for.
    pub imports: Vec<ImportLine>,
}

/// One import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ImportLine {
    /// The import; null where it is from before imports could be undone.
    pub id: Option<String>,
    /// When it was made, by this device's clock: RFC 3339 in UTC.
    pub taken_at: String,
    /// Its bundles.
    pub bundles: Vec<ImportedBundle>,
    /// Revisions that it brought.
    pub revisions: u64,
    /// Contents of attachments that it brought.
    pub files: u64,
    /// Whether it can be undone now.
    pub can_undo: bool,
    /// What stands in the way.
    pub hindrances: Vec<UndoHindrance>,
}

/// One bundle of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ImportedBundle {
    /// The bundle.
    pub bundle: String,
    /// Who made it.
    pub sender: Sender,
    /// When, by the sender's clock: RFC 3339 in UTC; null where it was not written down.
    pub created_at: Option<String>,
    /// Records that it changed or added.
    pub records: u64,
    /// Revisions that it brought.
    pub revisions: u64,
    /// Something of it was left out by choice.
    pub is_partial: bool,
}

/// Why an import cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct UndoHindrance {
    /// What stands in the way.
    pub reason: HindranceReason,
    /// Ids of the first of them.
    pub ids: Vec<String>,
    /// How many there are.
    pub count: u64,
}

words! {
    /// What stands in the way of undoing an import.
    pub enum HindranceReason {
        /// These records were changed since.
        BuiltOn = "built_on",
        /// Somebody is writing on these records.
        Draft = "draft",
        /// These imports brought part of it as well: undo them first.
        LaterImport = "later_import",
        /// It was made before imports could be undone.
        TooOld = "too_old",
    }
}

/// What was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ImportUndone {
    /// The import, which is no more.
    pub id: String,
    /// Revisions that went.
    pub revisions: u64,
    /// Records that went with them.
    pub records_gone: u64,
    /// Records that are again as they were.
    pub records_back: u64,
    /// Contents of attachments that went.
    pub files: u64,
}

/// The last imports, and whether each can be undone.
pub fn imports(session: &Session, limit: usize) -> Imports {
    let lines = session.imports(limit);
    Imports {
        imports: lines.iter().map(|one| line(session, one)).collect(),
    }
}

/// Takes back all that an import brought, as long as nothing was built on it. The digest is then the one from before; the
/// same bundles can be taken in again.
pub fn undo(session: &mut Session, import: &str, watch: &mut Watch<'_>) -> Outcome<ImportUndone> {
    let import = ids::parse(import)?;
    let done = session.undo(import, watch)?;
    Ok(ImportUndone {
        id: import.to_string(),
        revisions: done.revisions,
        records_gone: done.records_gone,
        records_back: done.records_back,
        files: done.files,
    })
}

/// The failure that says why an import cannot be undone.
pub(crate) fn built_on(why: &[Hindrance]) -> Error {
    let all = grouped(&why.iter().cloned().collect());
    let first = all.first();
    let reason = first.map_or(HindranceReason::BuiltOn, |one| one.reason);
    let error = Error::new(Code::ImportBuiltOn).with("reason", reason.as_str());
    match first.filter(|one| !one.ids.is_empty()) {
        Some(one) => error.with("ids", one.ids.join(", ")),
        None => error,
    }
}

fn line(session: &Session, one: &TakenImport<'_>) -> ImportLine {
    let journals = || one.receipts.iter().filter_map(|one| one.journal.as_ref());
    ImportLine {
        id: one.import.map(|import| import.to_string()),
        taken_at: one.taken.to_string(),
        bundles: one
            .receipts
            .iter()
            .map(|receipt| ImportedBundle {
                bundle: receipt.bundle.to_string(),
                sender: sender_of(
                    session,
                    &IdentityKey(receipt.sender),
                    session.fingerprint_of(receipt),
                ),
                created_at: receipt
                    .journal
                    .as_ref()
                    .map(|journal| journal.created.to_string()),
                records: receipt.journal.as_ref().map_or(0, |one| one.records),
                revisions: receipt.new,
                is_partial: receipt.is_partial(),
            })
            .collect(),
        revisions: one.receipts.iter().map(|one| one.new).sum(),
        files: journals().map(|journal| journal.files.len() as u64).sum(),
        can_undo: one.hindrances.is_empty(),
        hindrances: grouped(&one.hindrances),
    }
}

fn grouped(all: &BTreeSet<Hindrance>) -> Vec<UndoHindrance> {
    let mut out: Vec<UndoHindrance> = Vec::new();
    for one in all {
        let (reason, id) = match one {
            Hindrance::BuiltOn(record) => (HindranceReason::BuiltOn, Some(record.to_string())),
            Hindrance::Draft(record) => (HindranceReason::Draft, Some(record.to_string())),
            Hindrance::Later(import) => (HindranceReason::LaterImport, Some(import.to_string())),
            Hindrance::NoJournal => (HindranceReason::TooOld, None),
        };
        if out.last().is_none_or(|last| last.reason != reason) {
            out.push(UndoHindrance {
                reason,
                ids: Vec::new(),
                count: 0,
            });
        }
        if let Some(last) = out.last_mut() {
            last.count += 1;
            if last.ids.len() < NAMED {
                last.ids.extend(id);
            }
        }
    }
    out
}
