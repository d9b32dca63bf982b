//! Taking bundles in: everything or nothing, in any order, any number of times.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;

use secrecy::SecretString;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::batch::{self, NewRows};
use super::bundle_out::unwrap_owner;
use super::colleagues::{identity_of, learn};
use super::held::{Heard, hear, number_after};
use super::{Located, Session, SessionError, attachments, body};
use crate::exchange::bundle::{
    self, BundleSink, Inspection, Manifest, Verdict, VerifiedEntries, Withdrawn,
};
use crate::exchange::{ExchangeError, FileItem, HashingRead, Part, Receiver, Stop};
use crate::history::{DeviceId, EntryHash, EntryRef, Graph, Inserted, Places, SignedEntry};
use crate::progress::Watch;
use crate::store::Transaction;
use crate::store::rows::JsonRow;
use crate::store::rows::blob::BlobRow;
use crate::store::rows::body as body_row;
use crate::store::rows::entry::EntryRow;
use crate::store::rows::own::DeviceSeed;
use crate::store::rows::receipt::{ReceiptRow, WithdrawnRow};
use crate::vault::device::DeviceSecret;
use crate::vault::sealed_file;

/// Revisions, and bytes of their bodies, that are sealed at a time.
const PUT_BY: usize = 2_048;
const PUT_BY_BYTES: usize = 4 << 20;

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
    pub(crate) records: BTreeSet<Uuid>,
    /// Contents of attachments that were not held before.
    pub(crate) new_files: u64,
    /// Records that may go no further, as the sender says.
    pub(crate) withdrawn: BTreeSet<Uuid>,
    /// The bundle was taken in before.
    pub(crate) was_seen: bool,
}

/// What a whole import did.
#[derive(Debug)]
pub(crate) struct ImportSummary {
    /// Each bundle, in the order in which they were given.
    pub(crate) bundles: Vec<(Manifest, Imported)>,
    /// A colleague knows more of our log than we do: this vault was put back to an older state. It writes another
    /// log from now on.
    pub(crate) was_rolled_back: bool,
}

impl Session {
    /// Reads what a bundle says of itself. Nothing is changed.
    pub(crate) fn inspect_bundle<R: Read>(
        &self,
        input: R,
        passphrase: Option<&SecretString>,
        watch: &mut Watch<'_>,
    ) -> Result<Inspection, SessionError> {
        let receiver = Receiver {
            identity: &self.own.identity,
            passphrase,
        };
        bundle::inspect(input, &receiver, watch).map_err(unwrap_owner)
    }

    /// Whether a revision is held.
    pub(crate) fn holds(&self, revision: &EntryHash) -> bool {
        self.graph.holds(revision)
    }

    /// Whether a bundle was taken in before.
    pub(crate) fn has_seen(&self, bundle: Uuid) -> bool {
        self.receipts.contains_key(&bundle)
    }

    /// Takes in several bundles in one transaction.
    pub(crate) fn import<R: Read + Send>(
        &mut self,
        inputs: Vec<R>,
        passphrase: Option<&SecretString>,
        accept_unknown_sender: bool,
        watch: &mut Watch<'_>,
    ) -> Result<ImportSummary, SessionError> {
        let mut sealed = Vec::new();
        let outcome = self.import_into(
            inputs,
            passphrase,
            accept_unknown_sender,
            &mut sealed,
            watch,
        );
        match outcome {
            Ok(taken) => {
                let was_rolled_back = !taken.own_ahead.is_empty();
                self.absorb(&taken);
                self.blobs.extend(taken.new_blobs);
                self.receipts.extend(
                    taken
                        .receipts
                        .into_iter()
                        .map(|receipt| (receipt.bundle, receipt)),
                );
                if taken.own_ahead.contains(&self.own.device().id()) {
                    self.begin_new_log()?;
                }
                Ok(ImportSummary {
                    bundles: taken.bundles,
                    was_rolled_back,
                })
            }
            Err(error) => {
                sealed
                    .iter()
                    .for_each(|file| sealed_file::discard(&self.folder, *file));
                // Once is enough: a log that was left already is not left again.
                if matches!(error, SessionError::Forked { device, .. } if device == self.own.device().id())
                {
                    self.begin_new_log()?;
                }
                Err(error)
            }
        }
    }

    fn import_into<R: Read + Send>(
        &mut self,
        inputs: Vec<R>,
        passphrase: Option<&SecretString>,
        accept_unknown_sender: bool,
        sealed: &mut Vec<Uuid>,
        watch: &mut Watch<'_>,
    ) -> Result<Taken, SessionError> {
        let receiver_identity = self.own.identity.clone();
        let receiver = Receiver {
            identity: &receiver_identity,
            passphrase,
        };
        let known_senders: Vec<_> = self
            .colleagues
            .iter()
            .filter_map(|(_, colleague)| identity_of(colleague).ok())
            .map(|identity| identity.key())
            .collect();
        let own_key = receiver_identity.public().key();
        let now = self.environment.clock.now();
        let random = self.environment.random.clone();
        let mut taken = Taken::default();
        let mut transaction = self.store.begin()?;
        for input in inputs {
            let mut sink = Sink {
                transaction: &mut transaction,
                held: &self.graph,
                blobs: &self.blobs,
                own: &self.own,
                folder: &self.folder,
                random: &*random,
                taken: &mut taken,
                sealed,
                wanted: Vec::new(),
                put_by: Vec::new(),
                put_by_bytes: 0,
                missing: BTreeSet::new(),
                shown: Places::default(),
                shown_bare: Places::default(),
                imported: Imported::default(),
                is_known: &|manifest| {
                    accept_unknown_sender
                        || manifest.sender.key() == own_key
                        || known_senders.contains(&manifest.sender.key())
                },
            };
            let manifest =
                bundle::read(input, &receiver, &mut sink, watch).map_err(unwrap_owner)?;
            let (shown, shown_bare) = (sink.shown, sink.shown_bare);
            let mut imported = sink.imported;
            imported.was_seen = self.receipts.contains_key(&manifest.bundle)
                || taken
                    .receipts
                    .iter()
                    .any(|receipt| receipt.bundle == manifest.bundle);
            if !imported.was_seen {
                let record_of = |revision: &EntryHash| {
                    let new = taken.new_graph.node(revision);
                    new.or(self.graph.node(revision)).map(|node| node.record)
                };
                let withdrawn: Vec<WithdrawnRow> = manifest
                    .told
                    .withdrawn
                    .iter()
                    .filter(|one| record_of(&one.revision) == Some(one.record))
                    .map(|&Withdrawn { record, revision }| WithdrawnRow { record, revision })
                    .collect();
                imported.withdrawn = withdrawn.iter().map(|one| one.record).collect();
                let receipt = ReceiptRow {
                    bundle: manifest.bundle,
                    sender: manifest.sender.key().0,
                    taken: now,
                    new: imported.new_revisions,
                    withdrawn,
                };
                receipt.insert(&mut transaction)?;
                taken.receipts.push(receipt);
            }
            taken.bundles.push((manifest, imported));
            taken.shown.push((shown, shown_bare));
        }
        let own_fingerprint = receiver_identity.public().fingerprint();
        let mut number = self.own.number;
        let mut colleagues = Vec::new();
        for (at, (row, colleague)) in self.colleagues.iter().enumerate() {
            let mut changed = colleague.clone();
            let Ok(key) = identity_of(colleague).map(|identity| identity.key()) else {
                continue;
            };
            let learnt = taken.bundles.iter().fold(false, |any, (manifest, _)| {
                learn(&mut changed, &key, &manifest.devices) || any
            });
            let mut has_told = false;
            for ((manifest, imported), (shown, shown_bare)) in
                taken.bundles.iter().zip(&taken.shown)
            {
                if manifest.sender.key() != key {
                    continue;
                }
                let received = manifest.told.received.get(&own_fingerprint);
                number = number_after(number, received);
                let heard = Heard {
                    told: &manifest.told,
                    received,
                    shown,
                    shown_bare,
                    was_seen: imported.was_seen,
                    at: &|device, seq| {
                        let new = taken.new_graph.at(device, seq);
                        new.or_else(|| self.graph.at(device, seq))
                    },
                };
                has_told |= hear(&mut changed.exchanged, &heard);
            }
            if learnt || has_told {
                changed.replace(&mut transaction, *row)?;
                colleagues.push((at, changed));
            }
        }
        if number != self.own.number {
            let mut value = self.own.to_row();
            value.number = number;
            value.replace(&mut transaction, self.own.row)?;
        }
        let changes = number != self.own.number
            || !taken.new_graph.is_empty()
            || !taken.completed.is_empty()
            || !taken.new_blobs.is_empty()
            || !taken.receipts.is_empty()
            || !colleagues.is_empty();
        if changes {
            transaction.commit()?;
        }
        self.own.number = number;
        for (at, changed) in colleagues {
            if let Some((_, colleague)) = self.colleagues.get_mut(at) {
                *colleague = changed;
            }
        }
        Ok(taken)
    }

    /// Takes what is on the disk into memory.
    fn absorb(&mut self, taken: &Taken) {
        self.graph.extend(&taken.new_graph);
        self.bare.add_all(&taken.bare);
        for (hash, located) in &taken.completed {
            self.graph.set_tag(hash, located.tag());
            if let Some(node) = self.graph.node(hash) {
                self.bare.remove(&node.device, node.seq);
            }
        }
        for (_, imported) in &taken.bundles {
            for record in &imported.records {
                self.note_change(*record);
            }
        }
    }

    /// From now on another device log is written, since the old one goes on in a copy of this vault.
    fn begin_new_log(&mut self) -> Result<(), SessionError> {
        let device = DeviceSecret::make(&*self.environment.random);
        let mut value = self.own.to_row();
        value.devices.push(DeviceSeed {
            secret: *device.seed(),
        });
        let row = self.own.row;
        let mut transaction = self.store.begin()?;
        value.replace(&mut transaction, row)?;
        transaction.state.device = device.id();
        transaction.commit()?;
        // Only now: what is signed with a secret that was not kept would be nobody's.
        self.own.add_device(device);
        Ok(())
    }
}

/// What is in the open transaction and not yet in memory.
#[derive(Default)]
struct Taken {
    bundles: Vec<(Manifest, Imported)>,
    receipts: Vec<ReceiptRow>,
    new_graph: Graph,
    /// Revisions that were held without their bodies, which have come.
    completed: HashMap<EntryHash, Located>,
    new_blobs: HashMap<[u8; 32], (i64, BlobRow)>,
    /// Where each bundle has a revision, and where one without its body.
    shown: Vec<(Places, Places)>,
    /// Where revisions came without their bodies.
    bare: Places,
    /// Our own logs of which the sender holds more than we do.
    own_ahead: BTreeSet<DeviceId>,
}

struct Sink<'a, 's> {
    transaction: &'a mut Transaction<'s>,
    held: &'a Graph,
    blobs: &'a HashMap<[u8; 32], (i64, BlobRow)>,
    own: &'a super::own::Own,
    folder: &'a crate::vault::folder::Folder,
    random: &'a dyn crate::random::Random,
    taken: &'a mut Taken,
    sealed: &'a mut Vec<Uuid>,
    /// For each entry of the bundle whether its body is to be taken.
    wanted: Vec<bool>,
    /// Revisions that came and are not yet in the transaction.
    put_by: Vec<(SignedEntry, Zeroizing<Vec<u8>>)>,
    put_by_bytes: usize,
    missing: BTreeSet<u64>,
    shown: Places,
    shown_bare: Places,
    imported: Imported,
    is_known: &'a dyn Fn(&Manifest) -> bool,
}

impl Sink<'_, '_> {
    fn check_fork(&mut self, hash: EntryHash, entry: &EntryRef<'_>) -> Result<(), SessionError> {
        let there = self
            .held
            .at(&entry.device, entry.seq)
            .or_else(|| self.taken.new_graph.at(&entry.device, entry.seq));
        let is_own = self.own.has(&entry.device);
        if there.is_some_and(|there| there != hash) {
            return Err(SessionError::Forked {
                device: entry.device,
                is_own,
            });
        }
        if there.is_none() && is_own {
            self.taken.own_ahead.insert(entry.device);
        }
        Ok(())
    }

    /// Where the entry lies already, with or without a body.
    fn place(&self, hash: &EntryHash) -> Option<Located> {
        let completed = self.taken.completed.get(hash).copied();
        let tag = || self.taken.new_graph.tag(hash).or(self.held.tag(hash));
        completed.or_else(|| tag().map(Located::of))
    }

    fn note(&mut self, signed: &SignedEntry, located: Located) {
        self.imported.new_revisions += 1;
        self.imported.records.insert(signed.entry.record);
        let graph = &mut self.taken.new_graph;
        let inserted = graph.insert_tagged(signed.hash, &signed.entry, located.tag());
        debug_assert_eq!(inserted, Inserted::New);
    }

    fn insert_without_body(&mut self, signed: SignedEntry) -> Result<(), SessionError> {
        let row = EntryRow {
            signed,
            body: None,
            body_length: 0,
        };
        let id = row.insert(self.transaction)?;
        let located = Located {
            row: id,
            body: None,
        };
        self.note(&row.signed, located);
        let entry = &row.signed.entry;
        self.taken.bare.insert(entry.device, entry.seq);
        Ok(())
    }

    /// Puts what was put by into the transaction.
    fn work_off(&mut self) -> Result<(), SessionError> {
        let some = std::mem::take(&mut self.put_by);
        self.put_by_bytes = 0;
        let are_bodies = batch::each(&some, |(_, bytes)| body::is_body(bytes));
        if are_bodies.contains(&false) {
            return Err(ExchangeError::Malformed(Part::Bodies).into());
        }
        let new: Vec<NewRows> = some
            .into_iter()
            .map(|(signed, body)| NewRows {
                signed,
                body,
                slots: batch::draw(self.transaction),
            })
            .collect();
        let located = batch::insert(self.transaction, &new)?;
        for (one, located) in new.iter().zip(located) {
            self.note(&one.signed, located);
        }
        Ok(())
    }

    /// The body of an entry that is held without it.
    fn complete(&mut self, signed: SignedEntry, id: i64, bytes: &[u8]) -> Result<(), SessionError> {
        if !body::is_body(bytes) {
            return Err(ExchangeError::Malformed(Part::Bodies).into());
        }
        let body = body_row::insert(self.transaction, &signed.entry.schema, bytes)?;
        let length =
            u32::try_from(bytes.len()).map_err(|_| ExchangeError::TooLarge(Part::Bodies))?;
        let row = EntryRow {
            signed,
            body: Some(body),
            body_length: length,
        };
        row.replace(self.transaction, id)?;
        self.imported.new_bodies += 1;
        self.imported.records.insert(row.signed.entry.record);
        let located = Located {
            row: id,
            body: Some(body),
        };
        let hash = row.signed.hash;
        if self.taken.new_graph.holds(&hash) {
            self.taken.new_graph.set_tag(&hash, located.tag());
            let entry = &row.signed.entry;
            self.taken.bare.remove(&entry.device, entry.seq);
        } else {
            self.taken.completed.insert(hash, located);
        }
        Ok(())
    }
}

impl BundleSink for Sink<'_, '_> {
    fn manifest(&mut self, manifest: &Manifest) -> Result<Verdict, Stop> {
        self.missing = manifest.bodies.missing.iter().copied().collect();
        Ok(if (self.is_known)(manifest) {
            Verdict::Take
        } else {
            Verdict::UnknownSender
        })
    }

    fn entries(&mut self, entries: &VerifiedEntries) -> Result<(), Stop> {
        self.wanted.reserve_exact(entries.len());
        for index in 0..entries.len() {
            let Some((hash, entry)) = entries.look(index) else {
                continue;
            };
            self.check_fork(hash, &entry)?;
            let place = self.place(&hash);
            if place.is_some() {
                self.imported.known_revisions += 1;
            }
            let is_body_missing = self.missing.contains(&(index as u64));
            self.shown.insert(entry.device, entry.seq);
            if is_body_missing {
                self.shown_bare.insert(entry.device, entry.seq);
            }
            if place.is_none()
                && is_body_missing
                && let Some(signed) = entries.get(index)
            {
                self.insert_without_body(signed)?;
            }
            let has_body = place.is_some_and(|place| place.body.is_some());
            self.wanted.push(!is_body_missing && !has_body);
        }
        Ok(())
    }

    fn body(&mut self, index: usize, entries: &VerifiedEntries, bytes: &[u8]) -> Result<(), Stop> {
        if self.wanted.get(index) != Some(&true) {
            return Ok(());
        }
        let Some(signed) = entries.get(index) else {
            return Ok(());
        };
        match self.place(&signed.hash) {
            Some(Located { body: Some(_), .. }) => {}
            Some(Located { row, .. }) => {
                self.work_off()?;
                self.complete(signed, row, bytes)?;
            }
            None => {
                self.put_by_bytes += bytes.len();
                self.put_by.push((signed, Zeroizing::new(bytes.to_vec())));
                if self.put_by_bytes >= PUT_BY_BYTES || self.put_by.len() >= PUT_BY {
                    self.work_off()?;
                }
            }
        }
        Ok(())
    }

    fn bodies_end(&mut self) -> Result<(), Stop> {
        Ok(self.work_off()?)
    }

    fn file(&mut self, file: &FileItem, content: &mut dyn HashingRead) -> Result<(), Stop> {
        let sha256 = file.sha256.0;
        if self.taken.new_blobs.contains_key(&sha256) {
            return Ok(());
        }
        let held = self.blobs.get(&sha256);
        // What is held is looked at, since what comes may mend what a bad disk or hand has spoilt.
        if let Some((_, blob)) = held
            && attachments::is_whole(self.folder, blob, &mut Watch::silent())?
        {
            return Ok(());
        }
        let sealed = attachments::seal(
            self.folder,
            content,
            file.size,
            self.random,
            &mut Watch::silent(),
        )?;
        self.sealed.push(sealed.file);
        if sealed.sha256 != sha256 {
            // The reader finds the same, and says it better.
            return Ok(());
        }
        let blob = attachments::row_of(&sealed);
        let row = match held {
            Some((row, _)) => blob.replace(self.transaction, *row).map(|()| *row)?,
            None => blob.insert(self.transaction)?,
        };
        self.taken.new_blobs.insert(sha256, (row, blob));
        self.imported.new_files += 1;
        Ok(())
    }
}
