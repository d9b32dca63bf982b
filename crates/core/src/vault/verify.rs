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
use crate::words::words;
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
    /// What it is.
    pub part: VaultPart,
    /// For `rows` and `row_set`: the table.
    pub table: Option<VaultTable>,
    /// The record, where it is known.
    pub record: Option<String>,
    /// The revision, where it is known.
    pub revision: Option<String>,
}

words! {
    /// A part of a vault that can be damaged.
    pub enum VaultPart {
        /// The header.
        Header = "header",
        /// The header is a sound one of this vault, and not the one that the database names.
        HeaderReplaced = "header_replaced",
        /// The copy of the header.
        HeaderCopy = "header_copy",
        /// The database file.
        Database = "database",
        /// The tables of the database.
        DatabaseSchema = "database_schema",
        /// Bytes of the database file between its rows.
        DatabaseBytes = "database_bytes",
        /// The database is an older one, or another copy.
        DatabaseReplaced = "database_replaced",
        /// The seal over the pages of the database.
        PageSeal = "page_seal",
        /// The row that says what the vault must hold.
        State = "state",
        /// Rows of a table.
        Rows = "rows",
        /// Rows were added to a table, or are missing.
        RowSet = "row_set",
        /// A revision.
        Revision = "revision",
        /// What a revision says.
        Body = "body",
        /// The content of an attachment.
        Content = "content",
    }
}

impl From<&Damage> for VaultPart {
    fn from(damage: &Damage) -> Self {
        match damage {
            Damage::Header => Self::Header,
            Damage::HeaderReplaced => Self::HeaderReplaced,
            Damage::HeaderCopy => Self::HeaderCopy,
            Damage::Database => Self::Database,
            Damage::DatabaseSchema => Self::DatabaseSchema,
            Damage::DatabaseBytes => Self::DatabaseBytes,
            Damage::DatabaseReplaced => Self::DatabaseReplaced,
            Damage::PageSeal => Self::PageSeal,
            Damage::State => Self::State,
            Damage::Rows { .. } => Self::Rows,
            Damage::RowSet { .. } => Self::RowSet,
            Damage::Revision { .. } => Self::Revision,
            Damage::Body { .. } => Self::Body,
            Damage::Content { .. } => Self::Content,
        }
    }
}

words! {
    /// A table of a vault, by what it holds.
    pub enum VaultTable {
        /// What the vault must hold.
        State = "state",
        /// Revisions.
        Revisions = "revisions",
        /// What they say.
        Bodies = "bodies",
        /// Drafts.
        Drafts = "drafts",
        /// The identity of the vault.
        OwnIdentity = "own identity",
        /// Colleagues.
        Colleagues = "colleagues",
        /// Contents of attachments.
        Files = "files",
        /// Bundles that were taken in.
        Receipts = "receipts",
        /// Cells that hold nothing.
        UnusedSpace = "unused space",
    }
}

impl From<Table> for VaultTable {
    fn from(table: Table) -> Self {
        match table {
            Table::State => Self::State,
            Table::Entry => Self::Revisions,
            Table::Body => Self::Bodies,
            Table::Draft => Self::Drafts,
            Table::Own => Self::OwnIdentity,
            Table::Colleague => Self::Colleagues,
            Table::Blob => Self::Files,
            Table::Receipt => Self::Receipts,
            Table::Cell => Self::UnusedSpace,
        }
    }
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
    /// What it is.
    pub part: LostKnowledge,
    /// The colleague, by name, where it is about one.
    pub colleague: Option<String>,
    /// How many; 0 where that is not known.
    pub count: u64,
}

words! {
    /// What a repair may give up.
    pub enum LostKnowledge {
        /// What a colleague is known to hold, so that it goes again.
        Exchanged = "exchanged",
        /// That the fingerprint of a colleague was compared.
        Verified = "verified",
        /// Colleagues, to be added again.
        Colleagues = "colleagues",
        /// What imports brought, so that they cannot be undone.
        Journals = "journals",
        /// That bundles were taken in, and what they withdrew.
        Receipts = "receipts",
    }
}

fn lost(one: &Lost) -> LostPart {
    let (part, colleague, count) = match one {
        Lost::Exchanged(name) => (LostKnowledge::Exchanged, Some(name.clone()), 1),
        Lost::Verified(name) => (LostKnowledge::Verified, Some(name.clone()), 1),
        Lost::Colleagues(count) => (LostKnowledge::Colleagues, None, *count),
        Lost::Journals(count) => (LostKnowledge::Journals, None, *count),
        Lost::Receipts(count) => (LostKnowledge::Receipts, None, *count),
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
            (Some(VaultTable::from(*table)), None, None)
        }
        Damage::Revision { record, revision } | Damage::Body { record, revision } => {
            (None, Some(record.to_string()), Some(revision.to_string()))
        }
        Damage::Content { record } => (None, record.map(|id| id.to_string()), None),
        _ => (None, None, None),
    };
    DamagedPart {
        part: damage.into(),
        table,
        record,
        revision,
    }
}

/// A damaged part in few words.
pub(crate) fn part_name(damage: &Damage) -> String {
    let part = VaultPart::from(damage).as_str();
    match damage {
        Damage::Rows { table, .. } | Damage::RowSet { table } => {
            format!("{part} of {}", VaultTable::from(*table).as_str())
        }
        _ => part.to_owned(),
    }
}
