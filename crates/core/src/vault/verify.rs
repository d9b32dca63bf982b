//! Checking a whole vault.

use std::path::Path;

use secrecy::SecretString;
use serde::Serialize;

use crate::colleague::fork::ForkedLog;
use crate::environment::Environment;
use crate::error::Outcome;
use crate::session::Session;
use crate::session::damage::Damage;
use crate::vault::rebuild::Lost;
use crate::vault::unlock::Access;
use crate::vault::{repair, unlock};
use fieldnotes_format::progress::Watch;
use fieldnotes_store::store::Table;

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Verified {
    /// Nothing is damaged.
    pub ok: bool,
    /// What is.
    pub damage: Vec<DamagedPart>,
    /// Revisions that can be read in full.
    pub readable_revisions: u64,
    /// All revisions that are known.
    pub revisions: u64,
    /// Contents of attachments that can be read in full.
    pub readable_files: u64,
    /// All contents that are known.
    pub files: u64,
    /// The vault was not locked in order the last time, so that bytes between rows could not be compared. Not damage.
    pub was_not_locked: bool,
    /// Files and folders in the vault's folder that are not the vault's, and links or devices under its names. They are left as
    /// they are. Not damage.
    pub strangers: u64,
    /// Their paths from the vault's folder; not all of them where they are many.
    pub stranger_names: Vec<String>,
    /// Sealed files that nothing names: they may belong to a newer state of the vault. They are left as they are. Not damage.
    pub unnamed_files: u64,
    /// Logs that two copies of one vault have written. Not damage.
    pub forked: Vec<ForkedLog>,
}

/// A damaged part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct DamagedPart {
    /// `header`, `header_replaced`, `header_copy`, `database`, `database_bytes`, `database_replaced`, `page_seal`, `state`, `rows`, `row_set`, `revision`, `body` or
    /// `content`.
    pub part: &'static str,
    /// For `rows` and `row_set`: the table.
    pub table: Option<&'static str>,
    /// The record, where it is known.
    pub record: Option<String>,
    /// The revision, where it is known.
    pub revision: Option<String>,
}

/// Reads and checks every byte of a vault. Nothing is written. What is damaged is named; everything else was read.
pub fn vault(
    folder: &Path,
    passphrase: &SecretString,
    environment: &Environment,
    watch: &mut Watch<'_>,
) -> Outcome<Verified> {
    let session = unlock::unlock(folder, passphrase, Access::WhatIsLeft, environment)?;
    let verified = unlocked(&session, watch)?;
    session.lock()?;
    Ok(verified)
}

/// The same for a vault that is unlocked, and stays so.
pub fn unlocked(session: &Session, watch: &mut Watch<'_>) -> Outcome<Verified> {
    let found = session.verify(watch)?;
    let strangers = session.strangers()?;
    Ok(Verified {
        ok: found.damage.is_empty(),
        damage: found.damage.iter().map(part).collect(),
        readable_revisions: found.readable_revisions,
        revisions: found.revisions,
        readable_files: found.readable_files,
        files: found.files,
        was_not_locked: found.was_not_locked,
        strangers: strangers.count,
        stranger_names: strangers
            .names
            .iter()
            .map(|name| name.display().to_string())
            .collect(),
        unnamed_files: found.unnamed_files,
        forked: crate::colleague::fork::all(session),
    })
}

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Repaired {
    /// What was damaged and is whole again; empty where nothing was.
    pub mended: Vec<DamagedPart>,
    /// What could not be kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<LostPart>>"))]
    pub lost: Vec<LostPart>,
}

/// What a repair could not keep. None of it is what anybody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct LostPart {
    /// `exchanged`: what a colleague is known to hold, so that it goes again. `verified`: that their fingerprint was
    /// compared. `colleagues`: colleagues, to be added again. `journals`: what imports brought, so that they cannot be
    /// undone. `receipts`: that bundles were taken in, and what they withdrew.
    pub part: &'static str,
    /// The colleague, by name, where it is about one.
    pub colleague: Option<String>,
    /// How many; 0 where that is not known.
    pub count: u64,
}

fn lost(one: &Lost) -> LostPart {
    let (part, colleague, count) = match one {
        Lost::Exchanged(name) => ("exchanged", Some(name.clone()), 1),
        Lost::Verified(name) => ("verified", Some(name.clone()), 1),
        Lost::Colleagues(count) => ("colleagues", None, *count),
        Lost::Journals(count) => ("journals", None, *count),
        Lost::Receipts(count) => ("receipts", None, *count),
    };
    LostPart {
        part,
        colleague,
        count,
    }
}

/// Mends what is kept twice or follows from the rest: the header, its copy, and the seal over the database file. What is known
/// of colleagues and imports and cannot be read is given up, and said. Where a record, a revision or a file is damaged nothing
/// is touched, and the failure names it.
///
/// A database that is an older one is gone on with only where `accept_older` says so: that removes the sign that something is
/// missing. The vault then writes a new device log.
pub fn repair(
    folder: &Path,
    passphrase: &SecretString,
    accept_older: bool,
    environment: &Environment,
    watch: &mut Watch<'_>,
) -> Outcome<Repaired> {
    let (mended, given_up) = repair::repair(folder, passphrase, accept_older, environment, watch)?;
    Ok(Repaired {
        mended: mended.iter().map(part).collect(),
        lost: given_up.iter().map(lost).collect(),
    })
}

pub(crate) fn part(damage: &Damage) -> DamagedPart {
    let (table, record, revision) = match damage {
        Damage::Rows { table, .. } | Damage::RowSet { table } => {
            (Some(table_name(*table)), None, None)
        }
        Damage::Revision { record, revision } | Damage::Body { record, revision } => {
            (None, Some(record.to_string()), Some(revision.to_string()))
        }
        Damage::Content { record } => (None, record.map(|id| id.to_string()), None),
        _ => (None, None, None),
    };
    DamagedPart {
        part: name(damage),
        table,
        record,
        revision,
    }
}

fn name(damage: &Damage) -> &'static str {
    match damage {
        Damage::Header => "header",
        Damage::HeaderReplaced => "header_replaced",
        Damage::HeaderCopy => "header_copy",
        Damage::Database => "database",
        Damage::DatabaseSchema => "database_schema",
        Damage::DatabaseBytes => "database_bytes",
        Damage::DatabaseReplaced => "database_replaced",
        Damage::PageSeal => "page_seal",
        Damage::State => "state",
        Damage::Rows { .. } => "rows",
        Damage::RowSet { .. } => "row_set",
        Damage::Revision { .. } => "revision",
        Damage::Body { .. } => "body",
        Damage::Content { .. } => "content",
    }
}

/// A damaged part in few words.
pub(crate) fn part_name(damage: &Damage) -> String {
    match damage {
        Damage::Rows { table, .. } | Damage::RowSet { table } => {
            format!("{} of {}", name(damage), table_name(*table))
        }
        other => name(other).to_owned(),
    }
}

/// What a table holds.
pub(crate) fn table_name(table: Table) -> &'static str {
    match table {
        Table::State => "state",
        Table::Entry => "revisions",
        Table::Body => "bodies",
        Table::Draft => "drafts",
        Table::Own => "own identity",
        Table::Colleague => "colleagues",
        Table::Blob => "files",
        Table::Receipt => "receipts",
        Table::Cell => "unused space",
    }
}
