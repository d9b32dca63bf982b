//! Bundles: what goes to colleagues and comes from them.

use std::fs::File;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::Serialize;

pub use super::bundle_out::{
    BundlePlan, BundleWritten, Reach, Recipients, Sending, StayedBehind, Waiting, export, plan,
    send,
};
use super::record::time_text;
use super::{Outcome, Watch};
use crate::exchange::bundle::Manifest;
use crate::history::EntryHash;
use crate::session::Session;

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

/// What a bundle says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct BundleLook {
    /// The bundle.
    pub bundle: String,
    /// Who made it. The signature holds.
    pub sender: Sender,
    /// When, by the sender's clock: RFC 3339 in UTC.
    pub created_at: String,
    /// Fingerprints of those whom it is for; empty for a passphrase.
    pub recipients: Vec<String>,
    /// Records in it.
    pub records: u64,
    /// Revisions of them.
    pub revisions: u64,
    /// Those that are not held here.
    pub new_revisions: u64,
    /// Contents of attachments.
    pub files: u64,
    /// Bytes of them.
    pub file_bytes: u64,
    /// It was taken in before.
    pub was_seen: bool,
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
    /// It was taken in before.
    pub was_seen: bool,
}

/// Reads what a bundle says of itself. Nothing is changed.
pub fn inspect(
    session: &Session,
    path: &Path,
    passphrase: Option<&SecretString>,
    watch: &mut Watch<'_>,
) -> Outcome<BundleLook> {
    let inspection = session.inspect_bundle(File::open(path)?, passphrase, watch)?;
    let manifest = &inspection.manifest;
    let hashes: Vec<EntryHash> = inspection.entries.hashes().collect();
    let records: std::collections::BTreeSet<_> = inspection
        .entries
        .iter()
        .map(|signed| signed.entry.record)
        .collect();
    Ok(BundleLook {
        bundle: manifest.bundle.to_string(),
        sender: sender(session, manifest),
        created_at: time_text(manifest.created),
        recipients: manifest
            .recipients
            .iter()
            .map(ToString::to_string)
            .collect(),
        records: records.len() as u64,
        revisions: hashes.len() as u64,
        new_revisions: hashes.iter().filter(|hash| !session.holds(hash)).count() as u64,
        files: manifest.files.len() as u64,
        file_bytes: manifest.files.iter().map(|file| file.size).sum(),
        was_seen: session.has_seen(manifest.bundle),
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
    let inputs = paths
        .iter()
        .map(File::open)
        .collect::<Result<Vec<_>, _>>()?;
    let done = session.import(inputs, passphrase, accept_unknown_sender, watch)?;
    let touched: std::collections::BTreeSet<_> = done
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
            sender: sender(session, manifest),
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
        });
    Ok(BundlesImported {
        bundles: bundles.collect(),
        conflicts: touched
            .iter()
            .filter(|record| graph.head_count(**record) > 1)
            .map(uuid::Uuid::to_string)
            .collect(),
        waiting: touched
            .iter()
            .flat_map(|record| graph.revisions(*record))
            .filter(|hash| graph.is_waiting(hash))
            .count() as u64,
        was_rolled_back: done.was_rolled_back,
    })
}

fn sender(session: &Session, manifest: &Manifest) -> Sender {
    let key = manifest.sender.key();
    let colleague = session.colleague_of(&key);
    let is_own = session.identity().public().key() == key;
    Sender {
        fingerprint: manifest.sender.fingerprint().to_string(),
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
