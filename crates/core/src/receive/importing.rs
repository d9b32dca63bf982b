//! Taking bundles in: everything or nothing, in any order, any number of times.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

use secrecy::SecretString;

use crate::colleague::lessons::{DeviceConflict, Lessons};
use crate::receive::accept::Consent;
use crate::receive::intake::{Here, Intake};
use crate::receive::look::Chosen;
use crate::receive::sender_reports::SenderReports;
use crate::receive::sink::Taken;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::own::OwnChange;
use fieldnotes_domain::history::{DeviceId, EntryHash};
use fieldnotes_domain::ids::{BundleId, FileId, ImportId, RecordId};
use fieldnotes_format::exchange::bundle::Manifest;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::make_id;
use fieldnotes_format::vault::device::DeviceSecret;
use fieldnotes_format::vault::sealed_file;
use fieldnotes_store::store::StoreError;

/// How often an import is begun whose rows were drawn ids that are taken.
const TRIES: u32 = 3;

/// What one bundle brought.
#[derive(Debug, Clone, Default)]
pub(crate) struct Imported {
    /// Revisions that were not held before.
    pub(crate) new_revisions: u64,
    /// Revisions that were.
    pub(crate) known_revisions: u64,
    /// Bodies that came for revisions which were held without.
    pub(crate) new_bodies: u64,
    /// Records that were changed or added.
    pub(crate) records: BTreeSet<RecordId>,
    /// Contents of attachments that were not held before.
    pub(crate) new_files: u64,
    /// Records that may go no further, as the sender says.
    pub(crate) withdrawn: BTreeSet<RecordId>,
    /// The bundle was taken in before, and all of it.
    pub(crate) was_seen: bool,
    /// Something of it was left out by choice, and is not here.
    pub(crate) is_partial: bool,
}

/// What a whole import did.
#[derive(Debug)]
pub(crate) struct ImportSummary {
    /// Each bundle, in the order in which they were given.
    pub(crate) bundles: Vec<(Manifest, Imported)>,
    /// A colleague knows more of our log than we do: this vault was put back to an older state. It writes another
    /// log from now on.
    pub(crate) was_rolled_back: bool,
    /// Logs that are known to be forked since this import, and from which place on.
    pub(crate) forks: BTreeMap<DeviceId, u64>,
    /// Device logs that a second identity says are its own.
    pub(crate) device_conflicts: BTreeSet<DeviceConflict>,
    /// Colleagues who say that they hold more of our log than we do, as they said so often that nothing is done about it.
    pub(crate) unheeded: BTreeSet<String>,
    /// The name under which it can be undone; none where nothing came of it.
    pub(crate) import: Option<ImportId>,
}

/// An import that was committed and is not in memory yet.
struct Staged {
    taken: Taken,
    report: SenderReports,
    own: OwnChange,
}

impl Session {
    /// Whether a revision is held.
    pub(crate) fn holds(&self, revision: &EntryHash) -> bool {
        self.records.graph().holds(revision)
    }

    /// Whether a bundle was taken in before, and all of it.
    pub(crate) fn has_seen(&self, bundle: BundleId) -> bool {
        self.peers.has_seen(bundle)
    }

    /// Takes in several bundles in one transaction: all records, or only some with the attachments that belong to them.
    pub(crate) fn import<R: Read + Seek + Send>(
        &mut self,
        mut inputs: Vec<R>,
        passphrase: Option<&SecretString>,
        only: Option<&BTreeSet<RecordId>>,
        consent: &Consent,
        watch: &mut Watch<'_>,
    ) -> Result<ImportSummary, SessionError> {
        let mut chosen = match only {
            Some(only) => Some(self.chosen(only, &mut inputs, passphrase, watch)?),
            None => None,
        };
        // What was chosen from is what comes, also where nobody looked at it before.
        let read = chosen
            .as_mut()
            .map(|chosen| std::mem::take(&mut chosen.tokens));
        let consent = Consent {
            accept: consent.accept,
            expected: consent.expected.clone().or(read),
        };
        let mut sealed = Vec::new();
        let mut tries = 0;
        let outcome = loop {
            tries += 1;
            let outcome = self.stage_import(
                &mut inputs,
                passphrase,
                chosen.as_ref(),
                &consent,
                &mut sealed,
                watch,
            );
            let is_mishap = matches!(outcome, Err(SessionError::Store(StoreError::IdTaken)));
            if !is_mishap || tries == TRIES {
                break outcome;
            }
            // With other ids, from the beginning: nothing of it has happened.
            self.discard(std::mem::take(&mut sealed));
            for input in &mut inputs {
                input.rewind()?;
            }
        };
        match outcome {
            Ok(staged) => {
                let summary = self.apply_import(staged);
                self.sweep_unfinished();
                Ok(summary)
            }
            Err(error) => {
                self.discard(sealed);
                self.sweep_unfinished();
                // Once is enough: a log that was left already is not left again.
                if matches!(error, SessionError::Forked { device, .. } if device == self.own.device().id())
                {
                    self.begin_new_log()?;
                }
                Err(error)
            }
        }
    }

    /// Reads all bundles into one transaction and commits it. Nothing in memory has changed yet.
    fn stage_import<R: Read + Send>(
        &mut self,
        inputs: &mut [R],
        passphrase: Option<&SecretString>,
        chosen: Option<&Chosen>,
        consent: &Consent,
        sealed: &mut Vec<FileId>,
        watch: &mut Watch<'_>,
    ) -> Result<Staged, SessionError> {
        let now = self.storage.environment.clock.now();
        let random = self.storage.environment.random.clone();
        let begun = self.begun();
        let here = Here {
            own: &self.own,
            records: &self.records,
            peers: &self.peers,
            blobs: &self.blobs,
            folder: &self.storage.folder,
            begun: &begun,
            random: &*random,
        };
        let mut intake = Intake {
            here: &here,
            passphrase,
            chosen,
            consent,
            import: make_id(&*random),
            sealed,
            taken: Taken::default(),
            journals: Vec::new(),
        };
        let mut transaction = self.storage.store.begin()?;
        for input in inputs {
            intake.read(&mut transaction, input, watch)?;
        }
        let (mut taken, mut journals) = (intake.taken, intake.journals);
        let mut lessons = Lessons::over(&self.own, &self.peers);
        for ((manifest, _), journal) in taken.bundles.iter().zip(&mut journals) {
            lessons.take(&manifest.devices, journal);
        }
        let report = here.apply_reports(&mut transaction, &mut taken, &lessons)?;
        here.note_receipts(&mut transaction, &mut taken, journals, now)?;
        // With the import or not at all: a log that goes on in a copy of this vault must not be written again.
        let writing = self.own.device().id();
        let is_forked = taken.forks.contains_key(&writing);
        let is_ahead = report.is_reset_reported || taken.own_ahead.contains(&writing);
        taken.was_rolled_back = is_ahead && !is_forked;
        let learnt = lessons.own();
        let own = OwnChange {
            number: (report.number != self.own.number()).then_some(report.number),
            new_log: (is_ahead || is_forked).then(|| DeviceSecret::make(&*random)),
            others: (!learnt.is_empty()).then(|| [self.own.others(), &learnt].concat()),
            ..OwnChange::default()
        };
        taken.device_conflicts = lessons.conflicts;
        let changes_own = own.changes_anything();
        if changes_own {
            self.own.stage(&mut transaction, &own)?;
        }
        if changes_own || !report.colleagues.is_empty() || taken.changes_anything() {
            transaction.commit()?;
        }
        Ok(Staged { taken, report, own })
    }

    /// Takes what was committed into memory.
    fn apply_import(&mut self, staged: Staged) -> ImportSummary {
        let Staged { taken, report, own } = staged;
        self.own.apply(own);
        self.records.apply_arrived(&taken.arrived);
        for record in taken.bundles.iter().flat_map(|(_, one)| &one.records) {
            self.note_change(*record);
        }
        for (row, blob) in taken.new_blobs.into_values() {
            self.blobs.apply(row, blob);
        }
        let first = taken.receipts.first();
        let import = first.and_then(|(_, receipt)| receipt.import());
        self.peers.apply(report.colleagues);
        self.peers.apply_receipts(taken.receipts);
        ImportSummary {
            bundles: taken.bundles,
            was_rolled_back: taken.was_rolled_back,
            forks: taken.forks,
            device_conflicts: taken.device_conflicts,
            unheeded: taken.unheeded,
            import,
        }
    }

    /// Removes files that were sealed for an import of which nothing came.
    fn discard(&self, sealed: Vec<FileId>) {
        for file in sealed {
            sealed_file::discard(&self.storage.folder, file);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use crate::colleague::{self, identity};
    use crate::environment::Environment;
    use crate::error::Code;
    use crate::send::Recipients;
    use crate::session::Session;
    use crate::vault::{NewVault, WordList};
    use crate::{receive, send};
    use crate::{record, vault};
    use fieldnotes_format::progress::Watch;
    use fieldnotes_format::random::{OsRandom, Random};
    use secrecy::SecretString;

    /// Draws the same id for so many rows.
    #[derive(Default)]
    struct Stubborn(AtomicU64);

    impl Random for Stubborn {
        fn fill(&self, out: &mut [u8]) {
            let is_id = out.len() == 8;
            let left = |left: u64| left.checked_sub(1);
            let order = Ordering::Relaxed;
            if is_id && self.0.fetch_update(order, order, left).is_ok() {
                out.fill(7);
            } else {
                OsRandom.fill(out);
            }
        }
    }

    fn fresh(path: &Path, random: Arc<dyn Random>) -> Session {
        let environment = Environment {
            random,
            ..Environment::system()
        };
        let new = NewVault {
            passphrase: SecretString::from("x"),
            recovery_words: WordList::English,
            is_test: true,
        };
        vault::create(path, &new, &environment).expect("created");
        vault::unlock(path, &new.passphrase, &environment).expect("unlocked")
    }

    #[test]
    fn an_import_whose_ids_are_taken_is_done_again_with_others() {
        let dir = tempfile::tempdir().expect("temp dir");
        let random = Arc::new(Stubborn::default());
        let mut sender = fresh(&dir.path().join("sender"), Arc::new(OsRandom));
        let mut taker = fresh(&dir.path().join("taker"), random.clone());
        let known = identity::show(&taker).identity;
        colleague::add(&mut sender, &known, "taker").expect("added");
        let known = identity::show(&sender).identity;
        colleague::add(&mut taker, &known, "sender").expect("added");
        for number in 0..20 {
            let note = format!("{{\"text\":\"{number}\"}}");
            record::add(&mut sender, "note", note.as_bytes()).expect("saved");
        }
        let (out, to) = (dir.path().join("bundle"), ["taker".to_owned()]);
        let to = Recipients::Colleagues(&to);
        send::export(&sender, &out, &to, None, &mut Watch::silent()).expect("written");
        let mut take = |same: u64| {
            random.0.store(same, Ordering::Relaxed);
            receive::import(
                &mut taker,
                std::slice::from_ref(&out),
                None,
                false,
                &mut Watch::silent(),
            )
        };
        // Forty rows are drawn in each try. Where it never ends well nothing has happened.
        let refused = take(u64::MAX).expect_err("no id is free");
        assert_eq!(refused.code, Code::Internal);
        let taken = take(60).expect("the third try draws others");
        assert_eq!(taken.bundles[0].records, 20);
        random.0.store(0, Ordering::Relaxed);
        let again = receive::import(&mut taker, &[out], None, false, &mut Watch::silent());
        assert!(again.expect("known by now").bundles[0].was_seen);
        vault::lock(taker).expect("locked");
        let path = dir.path().join("taker");
        let environment = Environment::system();
        vault::unlock(&path, &SecretString::from("x"), &environment).expect("whole");
        vault::lock(sender).expect("locked");
    }
}
