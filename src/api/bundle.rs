//! Bundles: what goes to colleagues and comes from them.

mod imports;
mod preview;

use std::collections::BTreeSet;
use std::fs::File;
use std::path::PathBuf;

use secrecy::SecretString;
use serde::Serialize;

use super::{Outcome, Watch, ids};
use crate::exchange::identity::{IdentityKey, PublicIdentity};
use crate::session::Session;

pub use super::bundle_out::{
    BundlePlan, BundleWritten, Reach, Recipients, Sending, StayedBehind, Waiting, export, plan,
    send,
};
pub(super) use imports::built_on;
pub use imports::{
    ImportLine, ImportUndone, ImportedBundle, Imports, UndoHindrance, imports, undo,
};
pub use preview::{BundlesPreview, FilePreview, RecordPreview, preview};

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
    /// Records that may go no further, as its maker says: the narrator withdrew, or they were kept for one vault.
    pub withdrawn: Vec<String>,
    /// It was taken in before, and all of it.
    pub was_seen: bool,
    /// Something of it was left out by choice, and can be taken in later.
    pub is_partial: bool,
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
            withdrawn: imported
                .withdrawn
                .iter()
                .map(uuid::Uuid::to_string)
                .collect(),
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
