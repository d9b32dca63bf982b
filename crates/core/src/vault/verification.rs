//! Looking at every byte of a vault.

use std::collections::{HashMap, HashSet};

use crate::attachment::content;
use crate::session::Session;
use crate::session::custody::LoggedEvent;
use crate::session::damage::Damage;
use crate::session::error::SessionError;
use crate::session::records::Located;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::device::DeviceSecret;
use fieldnotes_format::vault::found::Strangers;
use fieldnotes_format::vault::log;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::body as body_row;
use fieldnotes_store::store::rows::entry::EntryRow;
use fieldnotes_store::store::{FileCheck, Table};

/// What a verification found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verification {
    /// What is damaged; empty where nothing is.
    pub(crate) damage: Vec<Damage>,
    /// Revisions that can be read in full.
    pub(crate) readable_revisions: u64,
    /// All revisions that are known.
    pub(crate) revisions: u64,
    /// Contents of attachments that can be read in full.
    pub(crate) readable_files: u64,
    /// All contents that are known.
    pub(crate) files: u64,
    /// The vault was not locked in order; bytes outside of rows could not be compared.
    pub(crate) was_not_locked: bool,
    /// Sealed files that nothing names.
    pub(crate) unnamed_files: u64,
}

impl Session {
    /// Checks every row, signature, body and file. The session should be one that was opened for reading what is left,
    /// so that damage found on unlocking is in the result.
    pub(crate) fn verify(&self, watch: &mut Watch<'_>) -> Result<Verification, SessionError> {
        let mut found = Verification {
            damage: self.damage.clone(),
            revisions: self.records.graph().len() as u64,
            files: self.blobs.all().len() as u64,
            ..Verification::default()
        };
        let total = found.revisions + found.files;
        match self.storage.store.check_file()? {
            FileCheck::Whole => {}
            FileCheck::NotSealed => found.was_not_locked = true,
            // Then the whole file is another one, and what is in it vouches for itself.
            FileCheck::Changed if found.damage.contains(&Damage::DatabaseReplaced) => {}
            FileCheck::Changed => found.damage.push(Damage::DatabaseBytes),
            FileCheck::SchemaForeign => found.damage.push(Damage::DatabaseSchema),
            FileCheck::SealDamaged => found.damage.push(Damage::PageSeal),
        }
        if !self.storage.store.is_sound() {
            found.damage.push(Damage::Database);
        }
        self.verify_bodies_as_rows(&mut found)?;
        self.verify_revisions(&mut found, total, watch)?;
        self.verify_events(&mut found)?;
        self.verify_files(&mut found, total, watch)?;
        found.unnamed_files = self.unnamed_files()?;
        let mut seen = HashSet::new();
        found.damage.retain(|damage| seen.insert(damage.clone()));
        Ok(found)
    }

    /// The set of body rows against the state: a body that nothing names, or that was put back.
    fn verify_bodies_as_rows(&self, found: &mut Verification) -> Result<(), SessionError> {
        let scan = self.storage.store.scan(Table::Body, &mut |_, _| Ok(()))?;
        let is_state_known = !found.damage.contains(&Damage::State);
        // A damaged body that a revision names is reported as that revision's.
        let named: HashSet<RowId> = self
            .records
            .graph()
            .tags()
            .map(Located::of)
            .chain(self.custody.events().iter().map(|event| event.located))
            .filter_map(|located| located.body)
            .collect();
        let count = scan.damaged.iter().filter(|id| !named.contains(id)).count() as u64;
        if count > 0 {
            found.damage.push(Damage::Rows {
                table: Table::Body,
                count,
            });
        }
        if scan.is_cut_short {
            found.damage.push(Damage::Database);
        } else if is_state_known
            && scan.damaged.is_empty()
            && !self.storage.store.fits(Table::Body, &scan)
        {
            found.damage.push(Damage::RowSet { table: Table::Body });
        }
        Ok(())
    }

    fn verify_revisions(
        &self,
        found: &mut Verification,
        total: u64,
        watch: &mut Watch<'_>,
    ) -> Result<(), SessionError> {
        for (done, hash) in self.records.graph().hashes().into_iter().enumerate() {
            watch.step(done as u64, total)?;
            let Some(record) = self.records.graph().node(&hash).map(|node| node.record) else {
                continue;
            };
            if !self.is_revision_signed(&hash) {
                found.damage.push(Damage::Revision {
                    record,
                    revision: hash,
                });
                continue;
            }
            // A bundle announces the body by it.
            let table = Table::Entry;
            if !self.is_length_right(&hash) && !found.damage.contains(&Damage::RowSet { table }) {
                found.damage.push(Damage::RowSet { table });
            }
            match self.body(&hash) {
                Ok(_) | Err(SessionError::BodyNotHeld(_)) => found.readable_revisions += 1,
                Err(SessionError::BodyDamaged { .. } | SessionError::Store(_)) => {
                    found.damage.push(Damage::Body {
                        record,
                        revision: hash,
                    })
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// The log of what was done with the vault: each event signed, readable, and made after the one before it.
    fn verify_events(&self, found: &mut Verification) -> Result<(), SessionError> {
        let is_damaged = |event: &LoggedEvent| {
            let value = self.storage.store.get(Table::Entry, event.located.row);
            let row = value
                .ok()
                .flatten()
                .and_then(|value| EntryRow::read(&value).ok());
            let is_own = |row: &EntryRow| {
                let device = self.own.custody().map(DeviceSecret::id);
                Some(row.signed.entry.device) == device && log::is_signed(&row.signed)
            };
            !row.is_some_and(|row| row.signed.hash == event.hash && is_own(&row))
        };
        let count = self
            .custody
            .events()
            .iter()
            .filter(|event| is_damaged(event))
            .count() as u64;
        let table = Table::Entry;
        if count > 0 {
            found.damage.push(Damage::Rows { table, count });
        } else if self.custody.broken_at().is_some() {
            found.damage.push(Damage::RowSet { table });
        }
        let count = crate::custody::unreadable(self)?;
        if count > 0 {
            let table = Table::Body;
            found.damage.push(Damage::Rows { table, count });
        }
        Ok(())
    }

    fn is_revision_signed(&self, hash: &EntryHash) -> bool {
        let row = self.entry_row(hash);
        row.is_some_and(|row| row.signed.hash == *hash && log::is_signed(&row.signed))
    }

    /// Whether the entry says how long its body is, packed. A body that does not open is reported as that.
    fn is_length_right(&self, hash: &EntryHash) -> bool {
        let Some(row) = self.entry_row(hash) else {
            return true;
        };
        row.body.is_none_or(|body| {
            body_row::packed_length(&self.storage.store, body)
                .map_or(true, |length| length == row.body_length as usize)
        })
    }

    fn entry_row(&self, hash: &EntryHash) -> Option<EntryRow> {
        let row = self.located(hash)?.row;
        let value = self.storage.store.get(Table::Entry, row).ok().flatten()?;
        EntryRow::read(&value).ok()
    }

    fn verify_files(
        &self,
        found: &mut Verification,
        total: u64,
        watch: &mut Watch<'_>,
    ) -> Result<(), SessionError> {
        let owners = self.owners_of_contents();
        let mut blobs: Vec<_> = self.blobs.all().collect();
        blobs.sort_by_key(|blob| blob.sha256);
        for (done, blob) in blobs.into_iter().enumerate() {
            watch.step(found.revisions + done as u64, total)?;
            if content::is_whole(&self.storage.folder, blob, &mut Watch::silent())? {
                found.readable_files += 1;
            } else {
                found.damage.push(Damage::Content {
                    record: owners.get(&blob.sha256).copied(),
                });
            }
        }
        Ok(())
    }

    fn owners_of_contents(&self) -> HashMap<ContentHash, RecordId> {
        let mut owners = HashMap::new();
        for record in self.records.graph().records() {
            for head in self.records.graph().heads(record) {
                let contents = self.contents_of(std::iter::once(&head));
                owners.extend(contents.iter().map(|content| (content.sha256, record)));
            }
        }
        owners
    }

    /// What lies in the folder and belongs to no vault. Not damage; reported, so that nothing hides there.
    pub(crate) fn strangers(&self) -> Result<Strangers, SessionError> {
        Ok(self.storage.folder.strangers()?)
    }
}
