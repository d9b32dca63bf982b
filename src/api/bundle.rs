//! Bundles: what goes to colleagues and comes from them.

mod imports;
mod preview;

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::Serialize;

use super::outfile::OutFile;
use super::{Code, Error, Outcome, Watch, colleague, ids};
use crate::exchange::identity::{IdentityKey, PublicIdentity};
use crate::records::consent::Use;
use crate::session::{Audience, BundleTo, LeftOut, Selection, Session, identity_of};

pub(super) use imports::built_on;
pub use imports::{
    ImportLine, ImportUndone, ImportedBundle, Imports, UndoHindrance, imports, undo,
};
pub use preview::{BundlesPreview, FilePreview, RecordPreview, preview};

/// Whom a bundle is for.
#[derive(Debug)]
pub enum Recipients<'a> {
    /// Colleagues, by name.
    Colleagues(&'a [String]),
    /// Whoever knows the passphrase.
    Passphrase(&'a SecretString),
}

/// A bundle that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct BundleWritten {
    /// The bundle.
    pub bundle: String,
    /// Records in it.
    pub records: u64,
    /// Revisions of them.
    pub revisions: u64,
    /// Contents of attachments.
    pub files: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// Recipients whose fingerprint was never compared.
    pub unverified: Vec<String>,
    /// What stayed behind, and why.
    pub left_out: Vec<StayedBehind>,
    /// Testimonies that went although nothing was written down about consent.
    pub without_consent: Vec<String>,
}

/// A record that stayed behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct StayedBehind {
    /// The record.
    pub id: String,
    /// `vault`, `restricted`, `damaged`, or what consent says: `withdrawn`, `refused`, `expired`, `not_covered`, `not_understood`.
    pub reason: &'static str,
}

/// Who made a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Sender {
    /// Sixty digits in groups of five.
    pub fingerprint: String,
    /// The name of the colleague; null where it is none.
    pub name: Option<String>,
    /// `self`, `colleague` or `unknown`.
    pub who: &'static str,
    /// Whether the fingerprint was compared.
    pub verified: bool,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct BundlesImported {
    /// Each bundle, in the order in which they were given.
    pub bundles: Vec<BundleImported>,
    /// Records that are in conflict now and are touched by what came.
    pub conflicts: Vec<String>,
    /// Revisions whose predecessors have not come yet.
    pub waiting: u64,
    /// A colleague knew more of this vault's log than the vault itself: it was put back to an older state.
    pub was_rolled_back: bool,
    /// What to undo it by; null where nothing came of it.
    pub import: Option<String>,
}

/// What one bundle brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct BundleImported {
    /// The bundle.
    pub bundle: String,
    /// Who made it.
    pub sender: Sender,
    /// Revisions that were not held before.
    pub new_revisions: u64,
    /// Revisions that were.
    pub known_revisions: u64,
    /// Records that were changed or added.
    pub records: u64,
    /// Contents of attachments that were not held before.
    pub new_files: u64,
    /// It was taken in before, and all of it.
    pub was_seen: bool,
    /// Something of it was left out by choice, and can be taken in later.
    pub is_partial: bool,
}

/// Writes a bundle of all records, or of the chosen ones with their attachments, to a new file. What consent or
/// confidentiality does not allow stays behind; where it was chosen by name, nothing is written.
pub fn export(
    session: &Session,
    out: &Path,
    to: &Recipients<'_>,
    chosen: Option<&[String]>,
    watch: &mut Watch<'_>,
) -> Outcome<BundleWritten> {
    let chosen = chosen
        .map(|all| {
            all.iter()
                .map(|id| ids::record(session, id))
                .collect::<Outcome<Vec<_>>>()
        })
        .transpose()?;
    let rows = match to {
        Recipients::Colleagues(names) => names
            .iter()
            .map(|name| colleague::named(session, name))
            .collect::<Outcome<Vec<_>>>()?,
        Recipients::Passphrase(_) => Vec::new(),
    };
    let audience = Audience {
        purpose: Use::ShareInside,
        name: None,
    };
    let selection = session.select(chosen.as_deref(), &audience, true)?;
    refuse_chosen(&selection, chosen.as_deref())?;
    if selection.records.is_empty() {
        return Err(Error::new(Code::NothingToExport));
    }
    let identities = rows
        .iter()
        .map(identity_of)
        .collect::<Result<Vec<_>, _>>()?;
    let to = match to {
        Recipients::Colleagues(_) => BundleTo::Colleagues(&identities),
        Recipients::Passphrase(passphrase) => BundleTo::Passphrase(passphrase),
    };
    let file = OutFile::create(out)?;
    let (file, written) = session.write_bundle(file, &selection, &to, watch)?;
    let bytes = file.keep()?;
    Ok(BundleWritten {
        bundle: written.bundle.to_string(),
        records: selection.records.len() as u64,
        revisions: written.revisions,
        files: written.files,
        bytes,
        unverified: rows
            .into_iter()
            .filter(|row| row.verified.is_none())
            .map(|row| row.name)
            .collect(),
        left_out: stayed(&selection),
        without_consent: selection
            .without_consent
            .iter()
            .map(uuid::Uuid::to_string)
            .collect(),
    })
}

/// Takes bundles in, all or none. The same files in any order, any number of times, give the same vault.
pub fn import(
    session: &mut Session,
    paths: &[PathBuf],
    passphrase: Option<&SecretString>,
    accept_unknown_sender: bool,
    watch: &mut Watch<'_>,
) -> Outcome<BundlesImported> {
    import_chosen(
        session,
        paths,
        passphrase,
        None,
        accept_unknown_sender,
        watch,
    )
}

/// Takes in all records of bundles, or with `only` the chosen ones and the attachments that belong to them. What was not
/// chosen may come later from the same files.
pub fn import_chosen(
    session: &mut Session,
    paths: &[PathBuf],
    passphrase: Option<&SecretString>,
    only: Option<&[String]>,
    accept_unknown_sender: bool,
    watch: &mut Watch<'_>,
) -> Outcome<BundlesImported> {
    let inputs = paths
        .iter()
        .map(File::open)
        .collect::<Result<Vec<_>, _>>()?;
    let only = only
        .map(|ids| ids.iter().map(|id| ids::uuid(id)).collect::<Outcome<_>>())
        .transpose()?;
    let done = session.import(
        inputs,
        passphrase,
        only.as_ref(),
        accept_unknown_sender,
        watch,
    )?;
    let touched: BTreeSet<_> = done
        .bundles
        .iter()
        .flat_map(|(_, imported)| imported.records.iter().copied())
        .collect();
    let graph = session.graph();
    let bundles = done
        .bundles
        .iter()
        .map(|(manifest, imported)| BundleImported {
            bundle: manifest.bundle.to_string(),
            sender: sender(session, &manifest.sender),
            new_revisions: imported.new_revisions,
            known_revisions: imported.known_revisions,
            records: imported.records.len() as u64,
            new_files: imported.new_files,
            was_seen: imported.was_seen,
            is_partial: imported.is_partial,
        });
    Ok(BundlesImported {
        bundles: bundles.collect(),
        conflicts: touched
            .iter()
            .filter(|record| session.is_in_conflict(**record))
            .map(uuid::Uuid::to_string)
            .collect(),
        waiting: touched
            .iter()
            .flat_map(|record| graph.revisions(*record))
            .filter(|hash| graph.is_waiting(hash))
            .count() as u64,
        was_rolled_back: done.was_rolled_back,
        import: done.import.map(|import| import.to_string()),
    })
}

fn sender(session: &Session, identity: &PublicIdentity) -> Sender {
    sender_of(session, &identity.key(), identity.fingerprint().to_string())
}

fn sender_of(session: &Session, key: &IdentityKey, fingerprint: String) -> Sender {
    let colleague = session.colleague_of(key);
    let is_own = session.identity().public().key() == *key;
    Sender {
        fingerprint,
        name: colleague.map(|colleague| colleague.name.clone()),
        who: if is_own {
            "self"
        } else if colleague.is_some() {
            "colleague"
        } else {
            "unknown"
        },
        verified: is_own || colleague.is_some_and(|colleague| colleague.verified.is_some()),
    }
}

/// A record that was asked for by name and may not go is refused, and nothing goes.
pub(super) fn refuse_chosen(selection: &Selection, chosen: Option<&[uuid::Uuid]>) -> Outcome<()> {
    for record in chosen.unwrap_or_default() {
        match selection.left_out.get(record) {
            Some(LeftOut::Consent(reason)) => {
                return Err(Error::new(Code::ConsentRefused)
                    .with("record", record)
                    .with("reason", reason.as_str()));
            }
            Some(LeftOut::Vault | LeftOut::Restricted) => {
                return Err(Error::new(Code::Confidential).with("record", record));
            }
            Some(LeftOut::Damaged) => {
                return Err(Error::new(Code::RevisionDamaged).with("record", record));
            }
            None => {}
        }
    }
    Ok(())
}

pub(super) fn stayed(selection: &Selection) -> Vec<StayedBehind> {
    let reason = |why: &LeftOut| match why {
        LeftOut::Vault => "vault",
        LeftOut::Restricted => "restricted",
        LeftOut::Consent(reason) => reason.as_str(),
        LeftOut::Damaged => "damaged",
    };
    selection
        .left_out
        .iter()
        .map(|(record, why)| StayedBehind {
            id: record.to_string(),
            reason: reason(why),
        })
        .collect()
}
