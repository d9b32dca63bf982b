//! Receiving: what bundles bring, looked at first, taken in whole or in part, and undone.

pub(crate) mod accept;
pub(crate) mod importing;
mod imports;
pub(crate) mod intake;
mod journals;
#[cfg(test)]
mod let_in_tests;
pub(crate) mod look;
pub(crate) mod look_sink;
mod preview;
pub(crate) mod sender_reports;
pub(crate) mod sink;
pub(crate) mod undo;

use std::collections::BTreeSet;
use std::path::PathBuf;

use secrecy::SecretString;
use serde::Serialize;

use crate::colleague::fork::{self, ClaimedLog, ForkedLog};
use crate::error::Outcome;
use crate::ids;
use crate::outside::infile::{self, Links};
use crate::receive::accept::Consent;
use crate::record::Who;
use crate::session::Session;
use crate::session::peers::Relation;
use fieldnotes_domain::ids::BundleToken;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_format::exchange::identity::{IdentityKey, PublicIdentity};
use fieldnotes_format::progress::Watch;

pub use crate::receive::accept::Accept;

pub(crate) use crate::receive::imports::built_on;
pub use crate::receive::imports::{
    HindranceReason, ImportLine, ImportUndone, ImportedBundle, Imports, UndoHindrance, imports,
    undo,
};
pub use crate::receive::preview::{
    BundlesPreview, FilePreview, FileStanding, MeantFor, PreviewState, RecordPreview, preview,
};

/// Who made a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Sender {
    /// Sixty digits in groups of five.
    pub fingerprint: String,
    /// The name of the colleague; null where it is none.
    pub name: Option<String>,
    /// Who that is.
    pub who: Who,
    /// Whether the fingerprint was compared.
    pub verified: bool,
    /// When the colleague was retired; null where they were not. RFC 3339 in UTC.
    pub retired_at: Option<String>,
    /// When the colleague's key was changed the last time; null where it never was. RFC 3339 in UTC.
    pub key_changed_at: Option<String>,
    /// The key that signed is one that the colleague had before.
    pub is_former_key: bool,
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
    /// Logs that are known since then to be written by two copies of one vault.
    pub forked: Vec<ForkedLog>,
    /// Logs that a second identity says are its own. Who wrote what is reported as before.
    pub claimed: Vec<ClaimedLog>,
    /// Colleagues who say that they hold more of this vault's log than there is, and have said so so often that no new log is
    /// begun for it.
    pub unheeded: Vec<String>,
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

/// Takes bundles in, all or none; what is refused as a rule only where `accept` says so. The same files in any order,
/// any number of times, give the same vault.
pub fn import(
    session: &mut Session,
    paths: &[PathBuf],
    passphrase: Option<&SecretString>,
    accept: impl Into<Accept>,
    watch: &mut Watch<'_>,
) -> Outcome<BundlesImported> {
    import_chosen(session, paths, passphrase, None, accept, watch)
}

/// Takes in all records of bundles, or with `only` the chosen ones and the attachments that belong to them. What was not
/// chosen may come later from the same files.
pub fn import_chosen(
    session: &mut Session,
    paths: &[PathBuf],
    passphrase: Option<&SecretString>,
    only: Option<&[String]>,
    accept: impl Into<Accept>,
    watch: &mut Watch<'_>,
) -> Outcome<BundlesImported> {
    let taking = Taking {
        only,
        expected: None,
        accept: accept.into(),
    };
    take(session, paths, passphrase, &taking, watch)
}

/// What of bundles is taken in, and what was looked at before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taking<'a> {
    /// These records alone and the attachments that belong to them; all where nothing is said.
    pub only: Option<&'a [String]>,
    /// The tokens that a preview gave. Where there are some, each file has to have one of them.
    pub expected: Option<&'a [String]>,
    /// What is refused as a rule.
    pub accept: Accept,
}

/// Takes bundles in as they were looked at.
///
/// # Errors
/// [`Code::BundleNotAsSeen`](crate::error::Code::BundleNotAsSeen) for a file that is another than those that were looked at:
/// what was accepted for them does not hold for it, and nothing is taken in.
pub fn take(
    session: &mut Session,
    paths: &[PathBuf],
    passphrase: Option<&SecretString>,
    taking: &Taking<'_>,
    watch: &mut Watch<'_>,
) -> Outcome<BundlesImported> {
    let inputs = paths
        .iter()
        .map(|path| infile::open(path, Links::Refuse))
        .collect::<Outcome<Vec<_>>>()?;
    let token = |text: &String| text.trim().to_lowercase().parse::<BundleToken>().ok();
    let consent = Consent {
        accept: taking.accept,
        // What is no token is none of any file.
        expected: taking
            .expected
            .map(|all| all.iter().filter_map(token).collect()),
    };
    let only = taking
        .only
        .map(|ids| ids.iter().map(|id| ids::parse(id)).collect::<Outcome<_>>())
        .transpose()?;
    let done = session.import(inputs, passphrase, only.as_ref(), &consent, watch)?;
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
            withdrawn: imported.withdrawn.iter().map(RecordId::to_string).collect(),
            was_seen: imported.was_seen,
            is_partial: imported.is_partial,
        });
    Ok(BundlesImported {
        bundles: bundles.collect(),
        conflicts: touched
            .iter()
            .filter(|record| session.is_in_conflict(**record))
            .map(RecordId::to_string)
            .collect(),
        waiting: touched
            .iter()
            .flat_map(|record| graph.revisions(*record))
            .filter(|hash| graph.is_waiting(hash))
            .count() as u64,
        was_rolled_back: done.was_rolled_back,
        forked: done
            .forks
            .iter()
            .map(|(device, from)| fork::shown(session, device, *from))
            .collect(),
        claimed: done
            .device_conflicts
            .iter()
            .map(|one| fork::claimed(session, one))
            .collect(),
        unheeded: done.unheeded.into_iter().collect(),
        import: done.import.map(|import| import.to_string()),
    })
}

fn sender(session: &Session, identity: &PublicIdentity) -> Sender {
    sender_of(session, &identity.key(), identity.fingerprint().to_string())
}

pub(crate) fn sender_of(session: &Session, key: &IdentityKey, fingerprint: String) -> Sender {
    let standing = session.relation(key);
    let (who, colleague) = Who::of_identity(standing);
    let is_former_key = matches!(standing, Relation::FormerKey(..));
    let is_compared = colleague.is_some_and(|row| row.verified.is_some() && !is_former_key);
    let last_change = colleague.and_then(|row| row.former.last());
    Sender {
        fingerprint,
        name: colleague.map(|colleague| colleague.name.clone()),
        who,
        verified: who == Who::Own || is_compared,
        retired_at: colleague
            .and_then(|row| row.retired)
            .map(|time| time.to_string()),
        key_changed_at: last_change.map(|former| former.replaced.to_string()),
        is_former_key,
    }
}
