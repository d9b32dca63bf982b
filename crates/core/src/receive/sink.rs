//! Where what a bundle brings goes: into the open transaction, and nowhere else until that is done.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::attachment::content;
use crate::colleague::lessons::DeviceConflict;
use crate::receive::accept::Accept;
use crate::receive::importing::Imported;
use crate::receive::intake::Here;
use crate::receive::look::Chosen;
use crate::record::batch::{self, NewRows, SealedRows};
use crate::record::body;
use crate::send::writing::unwrap_owner;
use crate::session::error::SessionError;
use crate::session::peers::Relation;
use crate::session::records::{Arrived, Located};
use fieldnotes_domain::history::{
    DeviceId, EntryHash, EntryRef, Graph, Inserted, Places, SignedEntry,
};
use fieldnotes_domain::ids::{BundleToken, FileId};
use fieldnotes_format::exchange::bundle::{
    BundleSink, ComingBody, Manifest, Verdict, VerifiedEntries,
};
use fieldnotes_format::exchange::{ContentHash, ExchangeError, FileItem, HashingRead, Part, Stop};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::blob::BlobRow;
use fieldnotes_store::store::rows::body as body_row;
use fieldnotes_store::store::rows::entry::EntryRow;
use fieldnotes_store::store::rows::import::Journal;
use fieldnotes_store::store::rows::receipt::ReceiptRow;
use fieldnotes_store::store::{InOrder, StoreError, Transaction};

/// Revisions, and bytes of their bodies, that are sealed at a time.
const PUT_BY: usize = 2_048;
const PUT_BY_BYTES: usize = 4 << 20;

/// What is in the open transaction and not yet in memory.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) bundles: Vec<(Manifest, Imported)>,
    pub(crate) receipts: Vec<(RowId, ReceiptRow)>,
    pub(crate) arrived: Arrived,
    pub(crate) new_blobs: HashMap<ContentHash, (RowId, BlobRow)>,
    /// Where each bundle has a revision, and where one without its body.
    pub(crate) shown: Vec<(Places, Places)>,
    /// Our own logs of which the sender holds more than we do.
    pub(crate) own_ahead: BTreeSet<DeviceId>,
    /// The log that we write is among them.
    pub(crate) was_rolled_back: bool,
    /// Logs that a second identity says are its own.
    pub(crate) device_conflicts: BTreeSet<DeviceConflict>,
    /// Colleagues whose word on our log nothing is done about.
    pub(crate) unheeded: BTreeSet<String>,
    /// Logs that are known to be forked from now on.
    pub(crate) forks: BTreeMap<DeviceId, u64>,
}

impl Taken {
    /// Whether something of what is held is another than before, but for what is known of people.
    pub(crate) fn changes_anything(&self) -> bool {
        !(self.arrived.is_empty() && self.new_blobs.is_empty() && self.receipts.is_empty())
    }
}

/// The device whose log is seen to be forked by this entry, and since when; nothing where that is known already.
pub(crate) fn fork_at(
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

pub(crate) struct Sink<'a, 's> {
    pub(crate) transaction: &'a mut Transaction<'s>,
    pub(crate) here: &'a Here<'a>,
    pub(crate) accept: Accept,
    /// Tokens of what may come; anything where nothing is said.
    pub(crate) expected: Option<&'a BTreeSet<BundleToken>>,
    /// Logs that the bundle says are forked in it.
    pub(crate) forks: BTreeMap<DeviceId, u64>,
    pub(crate) taken: &'a mut Taken,
    pub(crate) sealed: &'a mut Vec<FileId>,
    /// For each entry of the bundle whether its body is to be taken.
    pub(crate) wanted: Vec<bool>,
    /// Revisions that came and are not yet in the transaction.
    pub(crate) put_by: Vec<(SignedEntry, ComingBody)>,
    pub(crate) put_by_bytes: usize,
    /// Revisions that are sealed and not yet noted.
    pub(crate) in_hand: (Vec<NewRows>, SealedRows),
    /// Rows that are noted in memory and wait to go into the transaction, in their order.
    pub(crate) rows: InOrder,
    pub(crate) missing: BTreeSet<u64>,
    pub(crate) shown: Places,
    pub(crate) shown_without_body: Places,
    pub(crate) imported: Imported,
    /// What is taken in where not all is.
    pub(crate) chosen: Option<&'a Chosen>,
    pub(crate) journal: Journal,
    /// Places at which it names them.
    pub(crate) forked_places: Places,
    /// Revisions of records that were not chosen, and that are held.
    pub(crate) not_chosen: Places,
}

impl Sink<'_, '_> {
    /// Looks at an entry that is not held: whether it shows that its log was written twice.
    fn check_fork(&mut self, hash: EntryHash, entry: &EntryRef<'_>) -> Result<(), SessionError> {
        if self.here.own.has(&entry.device) {
            self.taken.own_ahead.insert(entry.device);
        }
        match fork_at(
            self.here.records.graph(),
            &self.taken.arrived.graph,
            hash,
            entry,
        ) {
            Some((device, place)) => self.take_fork(device, place),
            None => Ok(()),
        }
    }

    /// A log was written twice from here on. Nobody takes that in without being asked to.
    fn take_fork(&mut self, device: DeviceId, place: u64) -> Result<(), SessionError> {
        if self.here.records.graph().forked_from(&device).is_some() {
            return Ok(());
        }
        if !self.accept.forked_logs {
            return Err(self.here.forked(device, place));
        }
        let from = self.taken.forks.entry(device).or_insert(place);
        *from = place.min(*from);
        Ok(())
    }

    /// Whether a bundle of this sender is taken in.
    fn evaluate(&self, manifest: &Manifest) -> Result<Verdict, SessionError> {
        let key = manifest.sender.key();
        if self.here.own.identity().public().key() == key {
            return Ok(Verdict::Take);
        }
        let accept = self.accept;
        match self.here.peers.relation(&key) {
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
        let completed = self.taken.arrived.completed.get(hash).copied();
        let tag = || {
            self.taken
                .arrived
                .graph
                .tag(hash)
                .or(self.here.records.graph().tag(hash))
        };
        completed.or_else(|| tag().map(Located::of))
    }

    fn note(&mut self, signed: &SignedEntry, located: Located) {
        self.imported.new_revisions += 1;
        self.imported.records.insert(signed.entry.record);
        self.note_forked(signed);
        self.journal
            .brought
            .insert(signed.entry.device, signed.entry.seq);
        let graph = &mut self.taken.arrived.graph;
        let inserted = graph.insert_tagged(signed.hash, &signed.entry, located.tag());
        debug_assert_eq!(inserted, Inserted::New);
    }

    /// Where a log is forked, numbers do not say which revision came with this import; names do.
    fn note_forked(&mut self, signed: &SignedEntry) {
        let (device, seq) = (&signed.entry.device, signed.entry.seq);
        let first = self.taken.arrived.graph.first_at(device, seq);
        if first.is_some() || self.here.records.graph().first_at(device, seq).is_some() {
            let is_named = self.forked_places.contains(device, seq);
            self.journal.forked.extend(first.filter(|_| !is_named));
            self.journal.forked.push(signed.hash);
            self.forked_places.insert(*device, seq);
        }
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
        self.taken
            .arrived
            .without_body
            .insert(entry.device, entry.seq);
        Ok(())
    }

    /// Has what was put by sealed, while what was sealed before is noted and put into order.
    fn work_off(&mut self) -> Result<(), SessionError> {
        let some = std::mem::take(&mut self.put_by);
        self.put_by_bytes = 0;
        let (new, unpacked): (Vec<NewRows>, Vec<_>) = some
            .into_iter()
            .map(|(signed, body)| {
                let new = NewRows {
                    signed,
                    body: body.packed,
                    slots: batch::draw(self.transaction),
                };
                (new, body.bytes)
            })
            .unzip();
        let sealer = self.transaction.sealer();
        let before = std::mem::take(&mut self.in_hand);
        let mut sealed = None;
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                let are_bodies = batch::each(&unpacked, |bytes| body::is_body(bytes));
                sealed = (!are_bodies.contains(&false)).then(|| batch::seal(&sealer, &new));
            });
            self.put_in_order(before)
        })?;
        let sealed = sealed.ok_or(ExchangeError::Malformed(Part::Bodies))?;
        self.in_hand = (new, sealed);
        Ok(())
    }

    /// Leaves nothing that is not in the transaction.
    fn work_off_all(
        &mut self,
        pulse: &mut dyn FnMut() -> Result<(), SessionError>,
    ) -> Result<(), SessionError> {
        self.work_off()?;
        let last = std::mem::take(&mut self.in_hand);
        self.put_in_order(last)?;
        self.transaction.insert_in_order(&mut self.rows, pulse)
    }

    fn put_in_order(
        &mut self,
        (new, sealed): (Vec<NewRows>, SealedRows),
    ) -> Result<(), SessionError> {
        for (one, (body, entry)) in new.iter().zip(sealed) {
            let located = Located {
                row: entry.id(),
                body: Some(body.id()),
            };
            for row in [body, entry] {
                self.rows.add(row).map_err(StoreError::from)?;
            }
            let signed = &one.signed;
            let state = &mut self.transaction.state;
            state.advance(signed.entry.device, signed.entry.seq, signed.hash);
            self.note(signed, located);
        }
        Ok(())
    }

    /// The body of an entry that is held without it.
    fn complete(
        &mut self,
        signed: SignedEntry,
        id: RowId,
        coming: &ComingBody,
    ) -> Result<(), SessionError> {
        if !body::is_body(&coming.bytes) {
            return Err(ExchangeError::Malformed(Part::Bodies).into());
        }
        let packed = &coming.packed;
        let body = body_row::insert(self.transaction, packed)?;
        let length = u32::try_from(packed.bytes().len())
            .map_err(|_| ExchangeError::TooLarge(Part::Bodies))?;
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
        if self.taken.arrived.graph.holds(&hash) {
            self.taken.arrived.graph.set_tag(&hash, located.tag());
            let entry = &row.signed.entry;
            self.taken
                .arrived
                .without_body
                .remove(&entry.device, entry.seq);
        } else {
            self.taken.arrived.completed.insert(hash, located);
        }
        Ok(())
    }
}

impl BundleSink for Sink<'_, '_> {
    fn manifest(&mut self, manifest: &Manifest) -> Result<Verdict, Stop> {
        // Before anything is said of the sender: consent was given to another file.
        let is_it = |expected: &BTreeSet<BundleToken>| expected.contains(&manifest.token());
        if !self.expected.is_none_or(is_it) {
            return Err(SessionError::NotAsSeen.into());
        }
        self.missing = manifest.bodies.missing.iter().copied().collect();
        self.forks = manifest.forks.clone();
        Ok(self.evaluate(manifest)?)
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
                self.shown_without_body.insert(entry.device, entry.seq);
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

    fn body(
        &mut self,
        index: usize,
        entries: &VerifiedEntries,
        body: ComingBody,
    ) -> Result<(), Stop> {
        if self.wanted.get(index) != Some(&true) {
            return Ok(());
        }
        let Some(signed) = entries.get(index) else {
            return Ok(());
        };
        match self.place(&signed.hash) {
            Some(Located { body: Some(_), .. }) => {}
            Some(Located { row, .. }) => {
                self.work_off_all(&mut || Ok(()))?;
                self.complete(signed, row, &body)?;
            }
            None => {
                self.put_by_bytes += body.bytes.len() + body.packed.bytes().len();
                self.put_by.push((signed, body));
                if self.put_by_bytes >= PUT_BY_BYTES || self.put_by.len() >= PUT_BY {
                    self.work_off()?;
                }
            }
        }
        Ok(())
    }

    fn bodies_end(
        &mut self,
        pulse: &mut dyn FnMut() -> Result<(), ExchangeError>,
    ) -> Result<(), Stop> {
        Ok(self.work_off_all(&mut || pulse().map_err(unwrap_owner))?)
    }

    fn file(&mut self, file: &FileItem, content: &mut dyn HashingRead) -> Result<(), Stop> {
        let sha256 = file.sha256;
        if self.taken.new_blobs.contains_key(&sha256) {
            return Ok(());
        }
        let held = self.here.blobs.get(&sha256);
        if self
            .chosen
            .is_some_and(|chosen| !chosen.contents.contains(&sha256))
        {
            self.journal.partial |= held.is_none();
            return Ok(());
        }
        // What is held is looked at, since what comes may mend what a bad disk or hand has spoilt.
        if let Some((_, blob)) = held
            && content::is_whole(self.here.folder, blob, &mut Watch::silent())?
        {
            return Ok(());
        }
        let counter = self.transaction.state.counter;
        if let Some((_, blob)) = held {
            // What is mended goes when the row that names it has.
            self.here.begun.note(&[blob.file], counter)?;
        }
        let sealed = content::seal(
            self.here.begun,
            counter,
            content,
            file.size,
            self.here.random,
            &mut Watch::silent(),
        )?;
        self.sealed.push(sealed.file);
        if sealed.sha256 != sha256 {
            // The reader finds the same, and says it better.
            return Ok(());
        }
        let blob = content::row_of(&sealed);
        if held.is_none() {
            self.journal.files.push(sha256);
        }
        let row = self.here.blobs.stage(self.transaction, &blob)?;
        self.taken.new_blobs.insert(sha256, (row, blob));
        self.imported.new_files += 1;
        Ok(())
    }
}
