//! Taking bundles in: everything or nothing, in any order, any number of times.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{Read, Seek};

use secrecy::SecretString;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::batch::{self, NewRows, SealedRows};
use super::bundle_out::unwrap_owner;
use super::colleagues::{self, Relation, identity_of, learn};
use super::held::{Heard, hear, number_after};
use super::preview::Chosen;
use super::undo::followers;
use super::{Accept, ColleagueRow, Located, Session, SessionError, attachments, body};
use crate::exchange::bundle::{self, BundleSink, Manifest, Verdict, VerifiedEntries, Withdrawn};
use crate::exchange::{ExchangeError, FileItem, HashingRead, Part, Receiver, Stop};
use crate::history::{DeviceId, EntryHash, EntryRef, Graph, Inserted, Places, SignedEntry};
use crate::progress::Watch;
use crate::random::make_uuid;
use crate::store::Transaction;
use crate::store::rows::JsonRow;
use crate::store::rows::blob::BlobRow;
use crate::store::rows::body as body_row;
use crate::store::rows::entry::EntryRow;
use crate::store::rows::import::{Journal, Sha256};
use crate::store::rows::receipt::{ReceiptRow, WithdrawnRow};
use crate::vault::device::DeviceSecret;
use crate::vault::sealed_file;

/// Revisions, and bytes of their bodies, that are sealed at a time.
const PUT_BY: usize = 2_048;
const PUT_BY_BYTES: usize = 4 << 20;
/// Bytes of what is kept of one bundle for undoing. An honest one of a million revisions stays far below.
const MAX_JOURNAL: usize = 12 << 20;

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
    /// The name under which it can be undone; none where nothing came of it.
    pub(crate) import: Option<Uuid>,
}

impl Session {
    /// Whether a revision is held.
    pub(crate) fn holds(&self, revision: &EntryHash) -> bool {
        self.graph.holds(revision)
    }

    /// Whether a bundle was taken in before, and all of it.
    pub(crate) fn has_seen(&self, bundle: Uuid) -> bool {
        self.receipts
            .iter()
            .any(|(_, receipt)| receipt.bundle == bundle && !receipt.is_partial())
    }

    /// Takes in several bundles in one transaction: all records, or only some with the attachments that belong to them.
    pub(crate) fn import<R: Read + Seek + Send>(
        &mut self,
        mut inputs: Vec<R>,
        passphrase: Option<&SecretString>,
        only: Option<&BTreeSet<Uuid>>,
        accept: Accept,
        watch: &mut Watch<'_>,
    ) -> Result<ImportSummary, SessionError> {
        let chosen = match only {
            Some(only) => Some(self.chosen(only, &mut inputs, passphrase, watch)?),
            None => None,
        };
        let mut sealed = Vec::new();
        let outcome = self.import_into(
            inputs,
            passphrase,
            chosen.as_ref(),
            accept,
            &mut sealed,
            watch,
        );
        match outcome {
            Ok(taken) => {
                self.absorb(&taken);
                self.blobs.extend(taken.new_blobs);
                let first = taken.receipts.first();
                let import = first.and_then(|(_, receipt)| Some(receipt.journal.as_ref()?.import));
                self.receipts.extend(taken.receipts);
                Ok(ImportSummary {
                    bundles: taken.bundles,
                    was_rolled_back: taken.was_rolled_back,
                    forks: taken.forks,
                    import,
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
        chosen: Option<&Chosen>,
        accept: Accept,
        sealed: &mut Vec<Uuid>,
        watch: &mut Watch<'_>,
    ) -> Result<Taken, SessionError> {
        let receiver_identity = self.own.identity.clone();
        let receiver = Receiver {
            identity: &receiver_identity,
            passphrase,
        };
        let now = self.environment.clock.now();
        let random = self.environment.random.clone();
        let import = make_uuid(&*random);
        let mut journals: Vec<Journal> = Vec::new();
        let mut taken = Taken::default();
        let mut transaction = self.store.begin()?;
        for input in inputs {
            let mut sink = Sink {
                transaction: &mut transaction,
                held: &self.graph,
                blobs: &self.blobs,
                own: &self.own,
                colleagues: &self.colleagues,
                accept,
                forks: BTreeMap::new(),
                folder: &self.folder,
                random: &*random,
                taken: &mut taken,
                sealed,
                wanted: Vec::new(),
                put_by: Vec::new(),
                put_by_bytes: 0,
                in_hand: Default::default(),
                missing: BTreeSet::new(),
                shown: Places::default(),
                shown_bare: Places::default(),
                imported: Imported::default(),
                chosen,
                journal: Journal::default(),
                not_chosen: Places::default(),
            };
            let manifest =
                bundle::read(input, &receiver, &mut sink, watch).map_err(unwrap_owner)?;
            let (shown, shown_bare) = (sink.shown, sink.shown_bare);
            let mut imported = sink.imported;
            let mut journal = sink.journal;
            imported.is_partial = journal.partial;
            if !journal.partial {
                // All of it is here now, and some of that since an earlier import.
                journal.known.add_all(&sink.not_chosen);
            }
            let is_it = |bundle: Uuid, is_partial: bool| bundle == manifest.bundle && !is_partial;
            imported.was_seen = self
                .receipts
                .iter()
                .any(|(_, receipt)| is_it(receipt.bundle, receipt.is_partial()))
                || taken
                    .bundles
                    .iter()
                    .any(|(before, one)| is_it(before.bundle, one.is_partial));
            journal.import = import;
            journal.number = transaction.state.counter + 1;
            journal.fingerprint = manifest.sender.fingerprint().digits();
            journal.created = manifest.created;
            journal.records = imported.records.len() as u64;
            journals.push(journal);
            let withdrawn = withdrawn_by(&manifest, [&taken.new_graph, &self.graph]);
            imported.withdrawn = withdrawn.iter().map(|one| one.record).collect();
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
            for ((manifest, _), journal) in taken.bundles.iter().zip(&mut journals) {
                let before = changed.devices.len();
                learn(&mut changed, &manifest.devices);
                let learnt = changed.devices.iter().skip(before);
                journal.devices.extend(learnt.map(|one| one.device));
            }
            let learnt = changed != *colleague;
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
        for ((manifest, imported), mut journal) in taken.bundles.iter().zip(journals) {
            let is_twice = |one: &ReceiptRow| one.bundle == manifest.bundle;
            let is_listed = self.receipts.iter().any(|(_, one)| is_twice(one))
                || taken.receipts.iter().any(|(_, one)| is_twice(one));
            // What came again and brought nothing leaves no trace; what is whole now, and was not, does.
            let is_news = if journal.partial {
                !is_listed
            } else {
                !imported.was_seen
            };
            if journal.brought_nothing() && !is_news {
                continue;
            }
            let withdrawn = withdrawn_by(manifest, [&taken.new_graph, &self.graph]);
            journal.followed = followers(&[&self.graph, &taken.new_graph], &journal.completed);
            let receipt = ReceiptRow {
                bundle: manifest.bundle,
                sender: manifest.sender.key().0,
                taken: now,
                new: imported.new_revisions,
                journal: Some(journal),
                withdrawn,
            };
            if receipt.encode()?.len() > MAX_JOURNAL {
                return Err(ExchangeError::TooLarge(Part::Entries).into());
            }
            let row = receipt.insert(&mut transaction)?;
            taken.receipts.push((row, receipt));
        }
        // With the import or not at all: a log that goes on in a copy of this vault must not be written again.
        let writing = self.own.device().id();
        let is_forked = taken.forks.contains_key(&writing);
        let is_ahead = taken.own_ahead.contains(&writing);
        taken.was_rolled_back = is_ahead && !is_forked;
        let new_log = (is_ahead || is_forked).then(|| DeviceSecret::make(&*random));
        let mut others: Vec<DeviceId> = taken
            .bundles
            .iter()
            .flat_map(|(manifest, _)| self.own.unknown_among(&manifest.devices))
            .collect();
        others.sort_unstable();
        others.dedup();
        let is_other = number != self.own.number;
        if new_log.is_some() || !others.is_empty() || is_other {
            self.own
                .write(&mut transaction, new_log.as_ref(), &others, number)?;
        }
        let changes = is_other
            || new_log.is_some()
            || !others.is_empty()
            || !taken.new_graph.is_empty()
            || !taken.completed.is_empty()
            || !taken.new_blobs.is_empty()
            || !taken.receipts.is_empty()
            || !colleagues.is_empty();
        if changes {
            transaction.commit()?;
        }
        self.own.number = number;
        self.own.add_others(others);
        if let Some(device) = new_log {
            self.own.add_device(device);
        }
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

    /// From now on another device log is written, since the old one may go on in a copy of this vault.
    pub(crate) fn begin_new_log(&mut self) -> Result<(), SessionError> {
        let device = DeviceSecret::make(&*self.environment.random);
        let mut transaction = self.store.begin()?;
        self.own
            .write(&mut transaction, Some(&device), &[], self.own.number)?;
        transaction.commit()?;
        // Only now: what is signed with a secret that was not kept would be nobody's.
        self.own.add_device(device);
        Ok(())
    }
}

/// What a bundle withdraws, of what came with it or is held.
fn withdrawn_by(manifest: &Manifest, graphs: [&Graph; 2]) -> Vec<WithdrawnRow> {
    let record_of = |revision: &EntryHash| {
        let mut nodes = graphs.iter().filter_map(|graph| graph.node(revision));
        nodes.next().map(|node| node.record)
    };
    let told = manifest.told.withdrawn.iter();
    told.filter(|one| record_of(&one.revision) == Some(one.record))
        .map(|&Withdrawn { record, revision }| WithdrawnRow { record, revision })
        .collect()
}

/// What is in the open transaction and not yet in memory.
#[derive(Default)]
struct Taken {
    bundles: Vec<(Manifest, Imported)>,
    receipts: Vec<(i64, ReceiptRow)>,
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
    /// The log that we write is among them.
    was_rolled_back: bool,
    /// Logs that are known to be forked from now on.
    forks: BTreeMap<DeviceId, u64>,
}

/// The device whose log is seen to be forked by this entry, and since when; nothing where that is known already.
pub(super) fn fork_at(
    held: &Graph,
    coming: &Graph,
    hash: EntryHash,
    entry: &EntryRef<'_>,
) -> Option<(DeviceId, u64)> {
    if held.holds(&hash) || held.forked_from(&entry.device).is_some() {
        return None;
    }
    let place = held.would_fork(&hash, entry);
    let place = place.or_else(|| coming.would_fork(&hash, entry))?;
    Some((entry.device, place))
}

struct Sink<'a, 's> {
    transaction: &'a mut Transaction<'s>,
    held: &'a Graph,
    blobs: &'a HashMap<[u8; 32], (i64, BlobRow)>,
    own: &'a super::own::Own,
    colleagues: &'a [(i64, ColleagueRow)],
    accept: Accept,
    /// Logs that the bundle says are forked in it.
    forks: BTreeMap<DeviceId, u64>,
    folder: &'a crate::vault::folder::Folder,
    random: &'a dyn crate::random::Random,
    taken: &'a mut Taken,
    sealed: &'a mut Vec<Uuid>,
    /// For each entry of the bundle whether its body is to be taken.
    wanted: Vec<bool>,
    /// Revisions that came and are not yet in the transaction.
    put_by: Vec<(SignedEntry, Zeroizing<Vec<u8>>)>,
    put_by_bytes: usize,
    /// Revisions that are sealed and not yet in the transaction.
    in_hand: (Vec<NewRows>, SealedRows),
    missing: BTreeSet<u64>,
    shown: Places,
    shown_bare: Places,
    imported: Imported,
    /// What is taken in where not all is.
    chosen: Option<&'a Chosen>,
    journal: Journal,
    /// Revisions of records that were not chosen, and that are held.
    not_chosen: Places,
}

impl Sink<'_, '_> {
    /// Looks at an entry that is not held: whether it shows that its log was written twice.
    fn check_fork(&mut self, hash: EntryHash, entry: &EntryRef<'_>) -> Result<(), SessionError> {
        if self.own.has(&entry.device) {
            self.taken.own_ahead.insert(entry.device);
        }
        match fork_at(self.held, &self.taken.new_graph, hash, entry) {
            Some((device, place)) => self.take_fork(device, place),
            None => Ok(()),
        }
    }

    /// A log was written twice from here on. Nobody takes that in without being told to.
    fn take_fork(&mut self, device: DeviceId, place: u64) -> Result<(), SessionError> {
        if self.held.forked_from(&device).is_some() {
            return Ok(());
        }
        if !self.accept.forked_logs {
            return Err(colleagues::forked(self.own, self.colleagues, device, place));
        }
        let from = self.taken.forks.entry(device).or_insert(place);
        *from = place.min(*from);
        Ok(())
    }

    /// Whether a bundle of this sender is taken in.
    fn judge(&self, manifest: &Manifest) -> Result<Verdict, SessionError> {
        let key = manifest.sender.key();
        if self.own.identity.public().key() == key {
            return Ok(Verdict::Take);
        }
        let accept = self.accept;
        match colleagues::relation(self.colleagues, &key) {
            Relation::Own | Relation::Colleague(_) => Ok(Verdict::Take),
            Relation::Unknown if accept.unknown_sender => Ok(Verdict::Take),
            Relation::Unknown => Ok(Verdict::UnknownSender),
            Relation::Retired(_) | Relation::FormerKey(..) if accept.retired_sender => {
                Ok(Verdict::Take)
            }
            Relation::Retired(colleague) => {
                Err(SessionError::SenderRetired(colleague.name.clone()))
            }
            Relation::FormerKey(colleague, _) => {
                Err(SessionError::SenderKeyReplaced(colleague.name.clone()))
            }
        }
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
        self.journal
            .brought
            .insert(signed.entry.device, signed.entry.seq);
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

    /// Has what was put by sealed, while what was sealed before goes into the transaction.
    fn work_off(&mut self) -> Result<(), SessionError> {
        let some = std::mem::take(&mut self.put_by);
        self.put_by_bytes = 0;
        let new: Vec<NewRows> = some
            .into_iter()
            .map(|(signed, body)| NewRows {
                signed,
                body,
                slots: batch::draw(self.transaction),
            })
            .collect();
        let sealer = self.transaction.sealer();
        let before = std::mem::take(&mut self.in_hand);
        let mut sealed = None;
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                let are_bodies = batch::each(&new, |one| body::is_body(&one.body));
                sealed = (!are_bodies.contains(&false)).then(|| batch::seal(&sealer, &new));
            });
            self.put_sealed(before)
        })?;
        let sealed = sealed.ok_or(ExchangeError::Malformed(Part::Bodies))?;
        self.in_hand = (new, sealed);
        Ok(())
    }

    /// Leaves nothing that is not in the transaction.
    fn work_off_all(&mut self) -> Result<(), SessionError> {
        self.work_off()?;
        let last = std::mem::take(&mut self.in_hand);
        self.put_sealed(last)
    }

    fn put_sealed(
        &mut self,
        (new, sealed): (Vec<NewRows>, SealedRows),
    ) -> Result<(), SessionError> {
        let located = batch::put(self.transaction, &new, sealed)?;
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
        self.journal
            .completed
            .insert(row.signed.entry.device, row.signed.entry.seq);
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
        self.forks = manifest.forks.clone();
        Ok(self.judge(manifest)?)
    }

    fn entries(&mut self, entries: &VerifiedEntries) -> Result<(), Stop> {
        self.wanted.reserve_exact(entries.len());
        for (device, place) in std::mem::take(&mut self.forks) {
            self.take_fork(device, place)?;
        }
        for index in 0..entries.len() {
            let Some((hash, entry)) = entries.look(index) else {
                continue;
            };
            let place = self.place(&hash);
            if place.is_none() {
                self.check_fork(hash, &entry)?;
            }
            let is_chosen = self
                .chosen
                .is_none_or(|chosen| chosen.records.contains(&entry.record));
            if place.is_some() {
                let held = match is_chosen {
                    true => &mut self.journal.known,
                    false => &mut self.not_chosen,
                };
                held.insert(entry.device, entry.seq);
                self.imported.known_revisions += u64::from(is_chosen);
            }
            let is_body_missing = self.missing.contains(&(index as u64));
            let has_body = place.is_some_and(|place| place.body.is_some());
            // What the sender shows is held there, whether or not it is taken in here.
            self.shown.insert(entry.device, entry.seq);
            if is_body_missing {
                self.shown_bare.insert(entry.device, entry.seq);
            }
            if !is_chosen {
                self.journal.partial |= place.is_none() || !(is_body_missing || has_body);
                self.wanted.push(false);
                continue;
            }
            if place.is_none()
                && is_body_missing
                && let Some(signed) = entries.get(index)
            {
                self.insert_without_body(signed)?;
            }
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
                self.work_off_all()?;
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
        Ok(self.work_off_all()?)
    }

    fn file(&mut self, file: &FileItem, content: &mut dyn HashingRead) -> Result<(), Stop> {
        let sha256 = file.sha256.0;
        if self.taken.new_blobs.contains_key(&sha256) {
            return Ok(());
        }
        let held = self.blobs.get(&sha256);
        if self
            .chosen
            .is_some_and(|chosen| !chosen.contents.contains(&sha256))
        {
            self.journal.partial |= held.is_none();
            return Ok(());
        }
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
        if held.is_none() {
            self.journal.files.push(Sha256(sha256));
        }
        let row = match held {
            Some((row, _)) => blob.replace(self.transaction, *row).map(|()| *row)?,
            None => blob.insert(self.transaction)?,
        };
        self.taken.new_blobs.insert(sha256, (row, blob));
        self.imported.new_files += 1;
        Ok(())
    }
}
