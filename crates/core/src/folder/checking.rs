//! The exchange folder: where it is, what its files are, and for whom something is due.

use std::collections::HashSet;
use std::io::{Read, Seek};

use crate::send::export_plan::ExportPlan;
use crate::send::held::Reach;
use crate::send::select::Audience;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::own::OwnChange;
use fieldnotes_domain::ids::{BundleId, BundleToken, RecordId};
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::exchange::bundle::{self, Extent};
use fieldnotes_format::exchange::identity::{Fingerprint, IdentityKey};
use fieldnotes_format::exchange::{ExchangeError, FileNames, Receiver};
use fieldnotes_store::store::rows::colleague::ColleagueRow;
use fieldnotes_store::store::rows::own::FolderRow;

/// What a file is.
#[derive(Debug)]
pub(crate) enum CheckedFile {
    /// A bundle for us, by its signed manifest.
    Bundle {
        bundle: BundleId,
        token: BundleToken,
        sender: IdentityKey,
        fingerprint: Fingerprint,
        created: Timestamp,
        extent: Extent,
    },
    /// Sealed or meant for others.
    NotForUs,
    /// Opens with a passphrase.
    NeedsPassphrase,
    /// Not to be read as a bundle, and may be later: such is a file that is still being written.
    NotYet(ExchangeError),
    /// Not a bundle, or one that is to be refused.
    Refused(ExchangeError),
}

/// For whom something is due, and what.
#[derive(Debug, Default)]
pub(crate) struct Due {
    /// Names of colleagues.
    pub(crate) to: Vec<String>,
    /// Records that go to one of them, those among them that are withdrawn.
    pub(crate) records: HashSet<RecordId>,
}

impl Session {
    /// The exchange folder.
    pub(crate) fn exchange_folder(&self) -> Option<&FolderRow> {
        self.own.folder()
    }

    /// Keeps another exchange folder, or none.
    pub(crate) fn set_exchange_folder(
        &mut self,
        folder: Option<FolderRow>,
    ) -> Result<(), SessionError> {
        self.change_own(OwnChange {
            folder: Some(folder),
            ..OwnChange::default()
        })
    }

    /// Where this vault lies.
    pub(crate) fn root(&self) -> &std::path::Path {
        self.storage.folder.root()
    }

    /// Checks a file of this length by its beginning and its end.
    pub(crate) fn check_file<R: Read + Seek>(&self, input: R, length: u64) -> CheckedFile {
        let receiver = Receiver {
            identity: self.identity(),
            passphrase: None,
        };
        match bundle::head(input, length, &receiver) {
            Ok(head) if !head.is_for_us => CheckedFile::NotForUs,
            Ok(head) => CheckedFile::Bundle {
                bundle: head.manifest.bundle,
                token: head.manifest.token(),
                sender: head.manifest.sender.key(),
                fingerprint: head.manifest.sender.fingerprint(),
                created: head.manifest.created,
                extent: head.extent,
            },
            Err(ExchangeError::NotForUs) => CheckedFile::NotForUs,
            Err(ExchangeError::NeedsPassphrase) => CheckedFile::NeedsPassphrase,
            // Before the envelope is whole nothing in it counts; what it holds then was sealed so.
            Err(
                error @ (ExchangeError::NotAnEnvelope
                | ExchangeError::Damaged(_)
                | ExchangeError::Io(_)),
            ) => CheckedFile::NotYet(error),
            Err(error) => CheckedFile::Refused(error),
        }
    }

    /// The bundles that were taken in whole, and those of which something was left out by choice.
    pub(crate) fn taken_bundles(&self) -> (HashSet<BundleId>, HashSet<BundleId>) {
        let of = |is_partial: bool| {
            let receipts = self.peers.receipts().iter().map(|(_, receipt)| receipt);
            receipts
                .filter(|receipt| receipt.is_partial() == is_partial)
                .map(|receipt| receipt.bundle)
                .collect()
        };
        (of(false), of(true))
    }

    /// A new name for a file that others see.
    pub(crate) fn make_file_name(&self) -> String {
        FileNames(self.identity()).make(&*self.storage.environment.random)
    }

    /// Whether this vault gave a file its name.
    pub(crate) fn has_named(&self, name: &str) -> bool {
        FileNames(self.identity()).has_given(name)
    }

    /// For which of these colleagues something is due: revisions that they lack and that may go, or the word that what
    /// they sent has arrived.
    pub(crate) fn due(
        &self,
        colleagues: &[ColleagueRow],
        audience: &Audience,
    ) -> Result<Due, SessionError> {
        let mut due = Due::default();
        // Most colleagues lack the same.
        let mut evaluated: Vec<(fieldnotes_domain::history::Places, ExportPlan)> = Vec::new();
        for colleague in colleagues {
            let lacking = self.lacking(&colleague.exchanged, Reach::New);
            let at = match evaluated.iter().position(|(same, _)| *same == lacking) {
                Some(at) => at,
                None => {
                    let export_plan = match lacking.is_empty() {
                        true => ExportPlan::default(),
                        false => self.export_plan(&[colleague], None, audience, Reach::New)?,
                    };
                    evaluated.push((lacking, export_plan));
                    evaluated.len() - 1
                }
            };
            let Some((_, export_plan)) = evaluated.get(at) else {
                continue;
            };
            if export_plan.is_empty() && !colleague.exchanged.owes {
                continue;
            }
            due.to.push(colleague.name.clone());
            due.records.extend(&export_plan.selection.records);
            let withdrawn = export_plan.withdrawn.iter();
            due.records.extend(withdrawn.map(|one| one.record));
        }
        Ok(due)
    }
}
