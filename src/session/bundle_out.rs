//! Writing a bundle from the vault.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};

use secrecy::SecretString;
use uuid::Uuid;

use super::{Selection, Session, SessionError};
use crate::exchange::bundle::{self, BundleSource, Outgoing, OutgoingEntry};
use crate::exchange::identity::{DeviceCertificate, PublicIdentity};
use crate::exchange::{Address, ExchangeError, FileItem, Stop, age_file};
use crate::history::{DeviceId, EntryHash};
use crate::progress::Watch;
use crate::random::make_uuid;
use crate::store::rows::entry::EntryRow;
use crate::store::{StoreError, Table};
use crate::vault::VaultError;

/// Whom a bundle is for.
pub(crate) enum BundleTo<'a> {
    /// Colleagues.
    Colleagues(&'a [PublicIdentity]),
    /// Whoever knows the passphrase.
    Passphrase(&'a SecretString),
}

/// What a bundle that was written holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BundleSummary {
    pub(crate) bundle: Uuid,
    pub(crate) revisions: u64,
    pub(crate) files: u64,
}

impl Session {
    /// Writes all revisions of the selected records, and the contents that they name, to `out`.
    pub(crate) fn write_bundle<W: Write + Send>(
        &self,
        out: W,
        selection: &Selection,
        to: &BundleTo<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<(W, BundleSummary), SessionError> {
        let hashes: Vec<EntryHash> = selection
            .records
            .iter()
            .flat_map(|record| self.graph.in_order(*record))
            .collect();
        let entries = hashes
            .iter()
            .map(|hash| self.outgoing(hash))
            .collect::<Result<Vec<_>, _>>()?;
        let mut files = self.contents_of(hashes.iter());
        if self.is_read_only() {
            files = self.only_whole(files)?;
        }
        let bundle = make_uuid(&*self.environment.random);
        let outgoing = Outgoing {
            bundle,
            created: self.environment.clock.now(),
            sender: &self.own.identity,
            base: BTreeMap::new(),
            devices: self.certificates(entries.iter().map(|entry| entry.signed.entry.device)),
            entries: &entries,
            files,
        };
        let summary = BundleSummary {
            bundle,
            revisions: entries.len() as u64,
            files: outgoing.files.len() as u64,
        };
        let mut source = Source {
            session: self,
            hashes: &hashes,
        };
        let address = match to {
            BundleTo::Colleagues(colleagues) => Address::Colleagues(colleagues),
            BundleTo::Passphrase(passphrase) => Address::Passphrase {
                passphrase,
                work_factor: self.work_factor(),
            },
        };
        match bundle::write(out, &outgoing, &address, &mut source, watch) {
            Ok((out, _)) => Ok((out, summary)),
            Err(error) => Err(unwrap_owner(error)),
        }
    }

    /// The scrypt work factor of files to a passphrase: a vault that is marked as a test spares the time.
    pub(super) fn work_factor(&self) -> u8 {
        if self.header.is_test {
            10
        } else {
            age_file::WORK_FACTOR
        }
    }

    fn outgoing(&self, hash: &EntryHash) -> Result<OutgoingEntry, SessionError> {
        let located = self.located(hash).ok_or(SessionError::NoSuchRevision)?;
        let value = self
            .store
            .get(Table::Entry, located.row)?
            .ok_or(StoreError::RowDamaged(Table::Entry))?;
        let row = EntryRow::read(&value)?;
        // From a damaged vault what is left goes; an earlier state that cannot be read leaves its place only.
        let is_lost = self.is_read_only() && self.body_bytes(hash).is_err();
        let body = row
            .body
            .filter(|_| !is_lost)
            .map(|_| u64::from(row.body_length));
        Ok(OutgoingEntry {
            signed: row.signed,
            body,
        })
    }

    /// Certificates of these devices, as far as they are known: ours, and those that colleagues showed us.
    fn certificates(&self, devices: impl Iterator<Item = DeviceId>) -> Vec<DeviceCertificate> {
        let devices: BTreeSet<DeviceId> = devices.collect();
        let own = self
            .own
            .devices()
            .map(|device| DeviceCertificate::make(&self.own.identity, device));
        let theirs = self
            .colleagues
            .iter()
            .flat_map(|(_, colleague)| &colleague.devices)
            .map(super::colleagues::certificate);
        let mut found: Vec<DeviceCertificate> = own
            .chain(theirs)
            .filter(|certificate| devices.contains(&certificate.device))
            .collect();
        found.sort_by_key(|certificate| certificate.device);
        found
    }
}

struct Source<'s> {
    session: &'s Session,
    hashes: &'s [EntryHash],
}

impl BundleSource for Source<'_> {
    fn body(&mut self, index: usize) -> Result<Vec<u8>, Stop> {
        let hash = self.hashes.get(index).ok_or(SessionError::NoSuchRevision)?;
        Ok(self.session.body_bytes(hash)?.to_vec())
    }

    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop> {
        Ok(Box::new(self.session.content(&file.sha256.0)?))
    }
}

/// Our own faults come back from the exchange as they were given to it.
pub(super) fn unwrap_owner(error: ExchangeError) -> SessionError {
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
