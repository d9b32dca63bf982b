//! Bundles on their way into the open transaction: what they bring, and the rows by which that can be taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use secrecy::SecretString;

use crate::receive::accept::Consent;
use crate::receive::importing::Imported;
use crate::receive::journals::followers;
use crate::receive::look::Chosen;
use crate::receive::sink::{Sink, Taken};
use crate::send::writing::unwrap_owner;
use crate::session::blobs::Blobs;
use crate::session::error::SessionError;
use crate::session::own::Own;
use crate::session::peers::Peers;
use crate::session::peers::Relation;
use crate::session::records::Records;
use fieldnotes_domain::history::{DeviceId, EntryHash, Graph, Places};
use fieldnotes_domain::ids::{BundleId, FileId, ImportId};
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::exchange::Receiver;
use fieldnotes_format::exchange::bundle::{self, Manifest, Withdrawn};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::Random;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::import::Journal;
use fieldnotes_store::store::rows::receipt::{ReceiptRow, WithdrawnRow};
use fieldnotes_store::store::{InOrder, Transaction};

/// What is held, as it is until the transaction is done.
pub(crate) struct Here<'s> {
    pub(crate) own: &'s Own,
    pub(crate) records: &'s Records,
    pub(crate) peers: &'s Peers,
    pub(crate) blobs: &'s Blobs,
    pub(crate) folder: &'s fieldnotes_format::vault::folder::Folder,
    pub(crate) begun: &'s fieldnotes_format::vault::begun::Begun,
    pub(crate) random: &'s dyn Random,
}

/// Bundles that are being read, one after another.
pub(crate) struct Intake<'a, 's> {
    pub(crate) here: &'a Here<'s>,
    pub(crate) passphrase: Option<&'a SecretString>,
    pub(crate) chosen: Option<&'a Chosen>,
    pub(crate) consent: &'a Consent,
    /// The name of the whole import.
    pub(crate) import: ImportId,
    /// Files that were sealed for it.
    pub(crate) sealed: &'a mut Vec<FileId>,
    pub(crate) taken: Taken,
    /// Of each bundle what came with it.
    pub(crate) journals: Vec<Journal>,
}

impl Intake<'_, '_> {
    /// Reads one bundle into the transaction.
    pub(crate) fn read<R: Read + Send>(
        &mut self,
        transaction: &mut Transaction<'_>,
        input: R,
        watch: &mut Watch<'_>,
    ) -> Result<(), SessionError> {
        let here = self.here;
        let receiver = Receiver {
            identity: here.own.identity(),
            passphrase: self.passphrase,
        };
        let mut sink = Sink {
            transaction,
            here,
            accept: self.consent.accept,
            expected: self.consent.expected.as_ref(),
            forks: BTreeMap::new(),
            taken: &mut self.taken,
            sealed: self.sealed,
            wanted: Vec::new(),
            put_by: Vec::new(),
            put_by_bytes: 0,
            in_hand: Default::default(),
            rows: InOrder::new(here.folder),
            missing: BTreeSet::new(),
            shown: Places::default(),
            shown_without_body: Places::default(),
            imported: Imported::default(),
            chosen: self.chosen,
            journal: Journal::default(),
            forked_places: Places::default(),
            not_chosen: Places::default(),
        };
        let manifest = bundle::read(input, &receiver, &mut sink, watch).map_err(unwrap_owner)?;
        let (shown, shown_without_body) = (sink.shown, sink.shown_without_body);
        let (imported, mut journal) = (sink.imported, sink.journal);
        if !journal.partial {
            // All of it is here now, and some of that since an earlier import.
            journal.known.add_all(&sink.not_chosen);
        }
        journal.number = transaction.state.counter + 1;
        self.note(manifest, imported, journal);
        self.taken.shown.push((shown, shown_without_body));
        Ok(())
    }

    fn note(&mut self, manifest: Manifest, mut imported: Imported, mut journal: Journal) {
        imported.is_partial = journal.partial;
        let is_it = |bundle: BundleId, is_partial: bool| bundle == manifest.bundle && !is_partial;
        let mut before = self
            .here
            .peers
            .receipts()
            .iter()
            .map(|(_, receipt)| receipt);
        let mut beside = self.taken.bundles.iter();
        imported.was_seen = before.any(|receipt| is_it(receipt.bundle, receipt.is_partial()))
            || beside.any(|(other, one)| is_it(other.bundle, one.is_partial));
        journal.import = self.import;
        journal.fingerprint = manifest.sender.fingerprint().digits();
        journal.created = manifest.created;
        journal.records = imported.records.len() as u64;
        self.journals.push(journal);
        let withdrawn = self.here.withdrawn_by(&manifest, &self.taken.arrived.graph);
        imported.withdrawn = withdrawn.iter().map(|one| one.record).collect();
        self.taken.bundles.push((manifest, imported));
    }
}

impl Here<'_> {
    /// Writes a row for each bundle of which something is to be remembered.
    pub(crate) fn note_receipts(
        &self,
        transaction: &mut Transaction<'_>,
        taken: &mut Taken,
        journals: Vec<Journal>,
        now: Timestamp,
    ) -> Result<(), SessionError> {
        for ((manifest, imported), mut journal) in taken.bundles.iter().zip(journals) {
            let is_twice = |one: &ReceiptRow| one.bundle == manifest.bundle;
            let is_listed = self.peers.receipts().iter().any(|(_, one)| is_twice(one))
                || taken.receipts.iter().any(|(_, one)| is_twice(one));
            // What came again and brought nothing leaves no trace; what is whole now, and was not, does.
            let is_news = match journal.partial {
                true => !is_listed,
                false => !imported.was_seen,
            };
            if journal.brought_nothing() && !is_news {
                continue;
            }
            let withdrawn = self.withdrawn_by(manifest, &taken.arrived.graph);
            journal.followed = followers(
                &[self.records.graph(), &taken.arrived.graph],
                &journal.completed,
            );
            let receipt = ReceiptRow {
                bundle: manifest.bundle,
                sender: manifest.sender.key().0,
                taken: now,
                new: imported.new_revisions,
                journal: Some(journal),
                withdrawn,
            };
            let row = receipt.insert(transaction)?;
            taken.receipts.push((row, receipt));
        }
        Ok(())
    }

    /// What a bundle withdraws, of what came with it or is held. A stranger's bundle brings what they wrote, on the user's word,
    /// and no word of theirs on what others wrote.
    fn withdrawn_by(&self, manifest: &Manifest, new: &Graph) -> Vec<WithdrawnRow> {
        let key = manifest.sender.key();
        let is_own = self.own.identity().public().key() == key;
        if !is_own && matches!(self.peers.relation(&key), Relation::Unknown) {
            return Vec::new();
        }
        let record_of = |revision: &EntryHash| {
            let node = new
                .node(revision)
                .or_else(|| self.records.graph().node(revision));
            node.map(|node| node.record)
        };
        let notices = manifest.notices.withdrawn.iter();
        notices
            .filter(|one| record_of(&one.revision) == Some(one.record))
            .map(|&Withdrawn { record, revision }| WithdrawnRow { record, revision })
            .collect()
    }
}

impl Here<'_> {
    /// That two copies of one vault wrote this log.
    pub(crate) fn forked(&self, device: DeviceId, place: u64) -> SessionError {
        SessionError::Forked {
            device,
            place,
            is_own: self.own.has(&device),
            owner: self.peers.owner(&device).map(|owner| owner.name.clone()),
        }
    }
}
