//! Writing a bundle from the vault.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::colleague::relations::identity_of;
use crate::custody::stage_events;
use crate::record::body;
use crate::send::export_plan::ExportPlan;
use crate::send::held;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::own::OwnChange;
use fieldnotes_domain::custody::{Event, Export};
use fieldnotes_domain::history::{DeviceId, EntryHash, Numbers, Places};
use fieldnotes_domain::ids::BundleId;
use fieldnotes_format::exchange::bundle::{
    self, BundleSource, MAX_SETS, NAMED_LOGS, Notices, OutgoingBundle, OutgoingEntry,
};
use fieldnotes_format::exchange::identity::{DeviceCertificate, Fingerprint};
use fieldnotes_format::exchange::{Address, ExchangeError, FileItem, Stop, age_file};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::make_id;
use fieldnotes_format::vault::VaultError;
use fieldnotes_format::vault::packing::PackedBody;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::colleague::ColleagueRow;
use fieldnotes_store::store::rows::entry::EntryRow;
use fieldnotes_store::store::{StoreError, Table};

/// About the bytes that an age header has for each recipient, and besides.
const STANZA: u64 = 1_700;
/// What age seals at a time, and what that adds.
const CHUNK: u64 = 64 << 10;
const TAG: u64 = 16;

/// Revisions, and bytes of their bodies as they are packed, that are opened at a time.
const AHEAD: usize = 512;
const AHEAD_BYTES: u64 = 2 << 20;

/// Whom a bundle is for.
pub(crate) enum BundleTo<'a> {
    /// Colleagues.
    Colleagues(&'a [ColleagueRow]),
    /// Whoever knows the passphrase.
    Passphrase(&'a SecretString),
}

/// What a bundle that was written holds.
#[derive(Debug, Clone)]
pub(crate) struct BundleSummary {
    pub(crate) bundle: BundleId,
    pub(crate) files: u64,
    /// Its number among those to colleagues; 0 where it is not one that will be noted.
    number: u64,
    places: Places,
}

/// A bundle that is put together and not yet written.
struct Packed {
    bundle: BundleId,
    hashes: Vec<EntryHash>,
    entries: Vec<OutgoingEntry>,
    files: Vec<FileItem>,
    base: BTreeMap<DeviceId, u64>,
    notices: Notices,
}

impl Session {
    /// Writes what leaves, and the contents that it names, to `out`; of `lost` revisions the places alone. With
    /// `is_to_be_noted` it says what is held here; the caller then calls [`Session::note_sent`] when the file is safe.
    ///
    /// # Errors
    /// [`SessionError::BodyDamaged`] where an earlier state cannot be read: [`Session::unreadable`] then says which to leave
    /// out. Not before, since that opens all of them once more.
    pub(crate) fn write_bundle<W: Write + Send>(
        &self,
        out: W,
        export_plan: &ExportPlan,
        to: &BundleTo<'_>,
        (lost, is_to_be_noted): (&BTreeSet<EntryHash>, bool),
        watch: &mut Watch<'_>,
    ) -> Result<(W, BundleSummary), SessionError> {
        let packed = self.pack(export_plan, to, lost, is_to_be_noted)?;
        let entries = packed.entries.iter().map(|entry| &entry.signed.entry);
        let summary = BundleSummary {
            bundle: packed.bundle,
            files: packed.files.len() as u64,
            number: packed.notices.number,
            places: entries.map(|entry| (entry.device, entry.seq)).collect(),
        };
        let mut source = Source {
            session: self,
            packed: &packed,
            first: 0,
            ready: Vec::new(),
        };
        let written = self.with_address(to, |address| {
            let outgoing = self.outgoing_of(&packed);
            bundle::write(out, &outgoing, address, &mut source, watch).map_err(unwrap_owner)
        })?;
        Ok((written.0, summary))
    }

    /// About how many bytes the file of a bundle will have.
    pub(crate) fn weigh_bundle(
        &self,
        export_plan: &ExportPlan,
        to: &BundleTo<'_>,
        is_to_be_noted: bool,
    ) -> Result<(u64, BundleSummary), SessionError> {
        let packed = self.pack(export_plan, to, &BTreeSet::new(), is_to_be_noted)?;
        let payload = self.with_address(to, |address| {
            bundle::weigh(&self.outgoing_of(&packed), address).map_err(unwrap_owner)
        })?;
        let header = match to {
            BundleTo::Colleagues(colleagues) => STANZA * (1 + colleagues.len() as u64),
            BundleTo::Passphrase(_) => STANZA,
        };
        let summary = BundleSummary {
            bundle: packed.bundle,
            files: packed.files.len() as u64,
            number: 0,
            places: Places::default(),
        };
        Ok((payload + payload / CHUNK * TAG + header, summary))
    }

    /// Notes that a bundle is on its way to these colleagues.
    pub(crate) fn note_sent(
        &mut self,
        colleagues: &[ColleagueRow],
        summary: &BundleSummary,
        export: Export,
    ) -> Result<(), SessionError> {
        let now = self.storage.environment.clock.now();
        let own = OwnChange {
            number: Some(summary.number),
            custody: self.new_custody_log(),
            ..OwnChange::default()
        };
        let events: Vec<Event> = export.in_parts().into_iter().map(Event::Export).collect();
        let end = self.custody_end();
        let random = &*self.storage.environment.random;
        let device = own.custody.as_ref().or(self.own.custody());
        let mut transaction = self.storage.store.begin()?;
        let staged = stage_events(&mut transaction, device, end, random, &events)?;
        self.own.stage(&mut transaction, &own)?;
        let changed = self.peers.stage(&mut transaction, |_, colleague| {
            let mut recipients = colleagues.iter();
            if !recipients.any(|to| to.identity == colleague.identity) {
                return None;
            }
            let mut noted = colleague.clone();
            let places = summary.places.clone();
            held::note_sent(&mut noted.exchanged, summary.number, now, places);
            Some(noted)
        })?;
        transaction.commit()?;
        self.own.apply(own);
        self.custody.apply(staged);
        self.peers.apply(changed);
        Ok(())
    }

    fn pack(
        &self,
        export_plan: &ExportPlan,
        to: &BundleTo<'_>,
        lost: &BTreeSet<EntryHash>,
        is_to_be_noted: bool,
    ) -> Result<Packed, SessionError> {
        let revisions = export_plan.revisions.iter();
        let whole = revisions.map(|hash| (hash, !lost.contains(hash)));
        let without_body = export_plan.without_body.iter().map(|hash| (hash, false));
        let hashes: Vec<EntryHash> = whole
            .clone()
            .chain(without_body.clone())
            .map(|(h, _)| *h)
            .collect();
        let entries = self.outgoing(&whole.chain(without_body).collect::<Vec<_>>())?;
        let mut files = self.contents_of(export_plan.revisions.iter());
        if self.is_read_only() {
            files = self.only_whole(files)?;
        }
        let devices: BTreeSet<DeviceId> = entries
            .iter()
            .map(|entry| entry.signed.entry.device)
            .collect();
        let (mut notices, mut base) = (Notices::default(), BTreeMap::new());
        if let BundleTo::Colleagues(colleagues) = to {
            let colleagues: Vec<&ColleagueRow> = colleagues.iter().collect();
            notices.withdrawn.clone_from(&export_plan.withdrawn);
            if is_to_be_noted {
                notices.number = self.own.number() + 1;
                notices.holds = Some(self.acknowledgement(&colleagues, &devices));
                notices.received = received_from(&colleagues)?;
                base = known_to_all(&colleagues, &devices);
            }
        }
        Ok(Packed {
            bundle: make_id(&*self.storage.environment.random),
            hashes,
            entries,
            files,
            base,
            notices,
        })
    }

    fn outgoing_of<'p>(&'p self, packed: &'p Packed) -> OutgoingBundle<'p> {
        let devices = packed.entries.iter().map(|entry| entry.signed.entry.device);
        OutgoingBundle {
            bundle: packed.bundle,
            created: self.storage.environment.clock.now(),
            sender: self.own.identity(),
            base: packed.base.clone(),
            devices: self.certificates(devices),
            entries: &packed.entries,
            files: packed.files.clone(),
            notices: packed.notices.clone(),
        }
    }

    fn with_address<T>(
        &self,
        to: &BundleTo<'_>,
        work: impl FnOnce(&Address<'_>) -> Result<T, SessionError>,
    ) -> Result<T, SessionError> {
        match to {
            BundleTo::Colleagues(colleagues) => {
                let identities = colleagues
                    .iter()
                    .map(identity_of)
                    .collect::<Result<Vec<_>, _>>()?;
                work(&Address::Colleagues(&identities))
            }
            BundleTo::Passphrase(passphrase) => work(&Address::Passphrase {
                passphrase,
                work_factor: self.work_factor(),
            }),
        }
    }

    /// The scrypt work factor of files to a passphrase: a vault that is marked as a test spares the time.
    pub(crate) fn work_factor(&self) -> u8 {
        if self.storage.header.is_test {
            10
        } else {
            age_file::WORK_FACTOR
        }
    }

    /// These revisions, each with its body or without, as they will stand.
    fn outgoing(&self, some: &[(&EntryHash, bool)]) -> Result<Vec<OutgoingEntry>, SessionError> {
        let row = |(hash, _): &(&EntryHash, bool)| Some(self.located(hash)?.row);
        let rows: Option<Vec<RowId>> = some.iter().map(row).collect();
        let rows = rows.ok_or(SessionError::NoSuchRevision)?;
        let read = &|_, value: &[u8]| EntryRow::read(value).ok();
        let found = self.storage.store.get_each(Table::Entry, &rows, read)?;
        let outgoing = |(found, (hash, with_body)): (Option<Option<EntryRow>>, &(&_, bool))| {
            let row = found
                .flatten()
                .ok_or(StoreError::RowDamaged(Table::Entry))?;
            // From a damaged vault what is left goes; an earlier state that cannot be read leaves its place only.
            let is_lost = *with_body && self.is_read_only() && self.body(hash).is_err();
            let body = row
                .body
                .filter(|_| *with_body && !is_lost)
                .map(|_| u64::from(row.body_length));
            Ok(OutgoingEntry {
                signed: row.signed,
                body,
            })
        };
        found.into_iter().zip(some).map(outgoing).collect()
    }

    /// Of these revisions those whose bodies are held and cannot be read.
    pub(crate) fn unreadable(
        &self,
        revisions: &[EntryHash],
    ) -> Result<BTreeSet<EntryHash>, SessionError> {
        let read = self.each_body(revisions, &|_, _| ())?;
        let unread = revisions.iter().zip(read);
        let unread = unread.filter(|(hash, read)| read.is_none() && self.holds_body(hash));
        Ok(unread.map(|(hash, _)| *hash).collect())
    }

    /// The bodies of these revisions, opened on all cores. What is not held, not as it was saved or no body gives none.
    fn bodies(&self, some: &[EntryHash]) -> Result<Vec<Option<PackedBody>>, SessionError> {
        let row = |hash| self.located(hash)?.body;
        // No row has the id 0.
        let rows: Vec<RowId> = some
            .iter()
            .map(|hash| row(hash).unwrap_or_default())
            .collect();
        let graph = self.records.graph();
        let found = self
            .storage
            .store
            .get_each(Table::Body, &rows, &|at, bytes| {
                let node = graph.node(some.get(at)?)?;
                // What the recipient would refuse must not spoil the whole.
                let (packed, bytes) = PackedBody::read(Zeroizing::new(bytes.to_vec())).ok()?;
                let is_it = packed.hash() == node.body_hash && body::is_body(&bytes);
                is_it.then_some(packed)
            })?;
        Ok(found.into_iter().map(Option::flatten).collect())
    }

    /// Certificates of these devices, as far as they are known: ours, and those that colleagues showed us.
    fn certificates(&self, devices: impl Iterator<Item = DeviceId>) -> Vec<DeviceCertificate> {
        let devices: BTreeSet<DeviceId> = devices.collect();
        let own = self.own.certificates();
        let theirs = self
            .peers
            .colleagues()
            .flat_map(|colleague| &colleague.devices)
            .map(crate::session::own::certificate);
        let mut found: Vec<DeviceCertificate> = own
            .chain(theirs)
            .filter(|certificate| devices.contains(&certificate.device))
            .collect();
        found.sort_by_key(|certificate| (certificate.device, certificate.identity.0));
        // One may have been shown by several. More than any team has are somebody's attempt to fill the manifest.
        found.dedup_by_key(|certificate| (certificate.identity.0, certificate.device));
        found.truncate(NAMED_LOGS);
        found
    }
}

/// For each of these colleagues the numbers of their bundles that were taken in.
fn received_from(
    colleagues: &[&ColleagueRow],
) -> Result<BTreeMap<Fingerprint, Numbers>, SessionError> {
    // As much as a bundle may say. Whoever is left out gets it in the next one that is for them alone.
    let mut space = MAX_SETS / 2;
    let some = colleagues.iter().filter(|colleague| {
        let received = &colleague.exchanged.received;
        let length = received.text_len();
        let fits = !received.is_empty() && length <= space;
        space -= if fits { length } else { 0 };
        fits
    });
    some.map(|colleague| {
        let fingerprint = identity_of(colleague)?.fingerprint();
        Ok((fingerprint, colleague.exchanged.received.clone()))
    })
    .collect()
}

/// The highest number of each of these logs that all of these colleagues are known to hold.
fn known_to_all(
    colleagues: &[&ColleagueRow],
    devices: &BTreeSet<DeviceId>,
) -> BTreeMap<DeviceId, u64> {
    let known = |device: &DeviceId| {
        let highest = |colleague: &&ColleagueRow| colleague.exchanged.holds.log(device)?.max();
        colleagues.iter().map(highest).min().flatten()
    };
    let known = devices
        .iter()
        .filter_map(|device| Some((*device, known(device)?)));
    known.take(NAMED_LOGS).collect()
}

struct Source<'s> {
    session: &'s Session,
    packed: &'s Packed,
    /// Bodies that are open, from this position on.
    first: usize,
    ready: Vec<Option<PackedBody>>,
}

impl Source<'_> {
    /// Opens the bodies from this position on, some at once.
    fn open(&mut self, first: usize) -> Result<(), SessionError> {
        let mut bytes = 0;
        let ahead = self.packed.entries.iter().skip(first).take(AHEAD);
        let count = ahead
            .take_while(|entry| {
                let is_more = bytes < AHEAD_BYTES;
                bytes += entry.body.unwrap_or_default();
                is_more
            })
            .count();
        let some = self.packed.hashes.get(first..first + count);
        self.ready = self.session.bodies(some.unwrap_or_default())?;
        self.first = first;
        Ok(())
    }
}

impl BundleSource for Source<'_> {
    fn body(&mut self, index: usize) -> Result<PackedBody, Stop> {
        if !(self.first..self.first + self.ready.len()).contains(&index) {
            self.open(index)?;
        }
        let ready = self.ready.get_mut(index.saturating_sub(self.first));
        if let Some(body) = ready.and_then(Option::take) {
            return Ok(body);
        }
        let hash = self.packed.hashes.get(index);
        let hash = hash.ok_or(SessionError::NoSuchRevision)?;
        // Asked for once more: as it lies in the vault, so that it is as long as was announced.
        let again = self.session.bodies(std::slice::from_ref(hash))?.pop();
        if let Some(body) = again.flatten() {
            return Ok(body);
        }
        // Says what is wrong with it.
        self.session.body(hash)?;
        Err(SessionError::from(StoreError::RowDamaged(Table::Body)).into())
    }

    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop> {
        Ok(Box::new(self.session.content(&file.sha256)?))
    }
}

/// Our own faults come back from the exchange as they were given to it.
pub(crate) fn unwrap_owner(error: ExchangeError) -> SessionError {
    match error {
        ExchangeError::Owner(stop) => match stop.downcast::<SessionError>() {
            Ok(own) => *own,
            Err(stop) => match stop.downcast::<std::io::Error>() {
                Ok(io) => unwrap_io(*io),
                Err(other) => SessionError::Exchange(ExchangeError::Owner(other)),
            },
        },
        ExchangeError::Cancelled(cancelled) => SessionError::Cancelled(cancelled),
        other => SessionError::Exchange(other),
    }
}

/// A sealed file speaks through `Read`, whose errors are those of the system; what it said comes out again.
fn unwrap_io(error: std::io::Error) -> SessionError {
    match error.downcast::<VaultError>() {
        Ok(fault) => SessionError::Vault(fault),
        Err(error) => SessionError::Io(error),
    }
}
