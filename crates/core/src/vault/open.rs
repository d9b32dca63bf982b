//! A vault whose list can be seen while the rest of it is still being read.
//!
//! The list comes from the sealed index as of its last commit. Nothing can be changed, and no body is read, before all
//! entries were read and checked.

use std::path::Path;
use std::time::Duration;

use secrecy::SecretString;

use crate::environment::Environment;
use crate::search::finding::Found;
use crate::session::damage::Damage;
use crate::session::error::SessionError;
use crate::session::finding::Finding;
use crate::session::storage::InterruptedRekey;
use crate::session::storage::Storage;
use crate::session::{Contents, Session};
use crate::vault::load::Loading;
use crate::vault::rebuild::{Lost, rebuild};
use crate::vault::unlock::{Access, OpenHeader, open_header};
use fieldnotes_format::vault::VaultError;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::index_file::IndexSeal;
use fieldnotes_store::search::{Index, PageRequest};
use fieldnotes_store::store::{StateCheck, Store, StoreError, Table};

/// A vault on its way to being unlocked. Dropped, it is locked again.
pub struct Opening {
    loading: Loading,
    damage: Vec<Damage>,
    index: Option<Index>,
    access: Access,
    // Last, so that the lock is let go when all else is closed.
    storage: Storage,
}

/// Opens keys, database and index, and reads no more.
pub(crate) fn begin(
    path: &Path,
    passphrase: &SecretString,
    environment: &Environment,
) -> Result<Opening, SessionError> {
    let folder = Folder::of_vault(path)?;
    let opened = open_header(&folder, passphrase, Access::Full, environment)?;
    let opening = Opening::over(folder, opened, Access::Full, environment)?;
    opening.check_header(Access::Full)?;
    Ok(opening)
}

impl Opening {
    /// Opens the database with keys that are at hand.
    pub(crate) fn over(
        folder: Folder,
        opened: OpenHeader,
        access: Access,
        environment: &Environment,
    ) -> Result<Self, SessionError> {
        let OpenHeader {
            header,
            keyring,
            lock,
            mut damage,
        } = opened;
        let is_storage_read_only = !lock.may_write() || !folder.is_writable()?;
        let is_read_only = access == Access::WhatIsLeft || is_storage_read_only;
        let (mut store, check) =
            match Store::open(&folder, keyring, environment.random.clone(), is_read_only) {
                // By this header nothing in the vault opens.
                Err(StoreError::OtherKeys { epoch }) => {
                    return Err(crate::vault::header::other_keys(&header, epoch).into());
                }
                other => other?,
            };
        let mut interrupted_rekey = None;
        if check != StateCheck::Whole {
            damage.push(Damage::State);
        }
        if check == StateCheck::Unreadable {
            // It says nothing of what is there.
        } else if store.is_replaced() || has_index_of_later(&store, &folder, environment) {
            damage.push(Damage::DatabaseReplaced);
        } else if !store.state().headers().contains(&header.name()) {
            // What came after what the state knows shows that the state is the older one.
            damage.push(match store.state().is_former(&header.name()) {
                true => Damage::HeaderReplaced,
                false => Damage::DatabaseReplaced,
            });
        } else if !is_read_only && is_settled(&mut store, &folder) {
            interrupted_rekey = InterruptedRekey::of(store.state());
            // `verify` names a copy that stays as it is.
            let _ = header.finish_change(&folder);
        }
        Ok(Self {
            loading: Loading::new(&store, check != StateCheck::Unreadable),
            damage,
            index: None,
            access,
            storage: Storage {
                store,
                header,
                folder,
                environment: environment.clone(),
                is_read_only: is_storage_read_only,
                interrupted_rekey,
                _lock: lock,
            },
        })
    }

    /// Rebuilds what a repair may, before anything is read.
    pub(crate) fn rebuild(&mut self, damage: &[Damage]) -> Result<Vec<Lost>, SessionError> {
        let lost = rebuild(&mut self.storage.store, damage)?;
        self.loading = Loading::new(&self.storage.store, true);
        Ok(lost)
    }

    /// A page of the list as the index has it. `pending` is nothing only where it is known to be whole.
    pub(crate) fn page(&mut self, ask: &PageRequest<'_>) -> Result<Found, SessionError> {
        if self.index.is_none() {
            let random = self.storage.environment.random.clone();
            let seal = IndexSeal::new(&self.storage.folder, self.storage.store.keyring(), random);
            self.index = Index::open(seal).ok();
        }
        let state = self.storage.store.state();
        let (revisions, _) = state.table(Table::Entry);
        let Some(index) = &self.index else {
            return Ok(Found::nothing_yet(revisions));
        };
        let pending = match index.is_of(self.storage.store.moment()) {
            true => 0,
            false => revisions.saturating_sub(index.records()).max(1),
        };
        match index.answer(ask, &[]) {
            Ok(answer) => Ok(Found { answer, pending }),
            Err(_) => {
                self.index = None;
                Ok(Found::nothing_yet(revisions))
            }
        }
    }

    /// Reads on for about so long, and says whether all is read.
    pub(crate) fn go_on(&mut self, budget: Duration) -> Result<bool, SessionError> {
        self.loading.step(&self.storage.store, budget)
    }

    /// Refuses to go on by a header that the database does not name.
    pub(crate) fn check_header(&self, access: Access) -> Result<(), VaultError> {
        match access == Access::Full && self.damage.contains(&Damage::HeaderReplaced) {
            true => Err(VaultError::HeaderReplaced),
            false => Ok(()),
        }
    }

    /// Takes a database that is an older one, or another copy, for the vault's, and an older header likewise.
    pub(crate) fn accept_replaced(&mut self) -> Result<(), SessionError> {
        self.overlook_replaced();
        crate::vault::header::settle(&mut self.storage.store, &self.storage.header)
    }

    /// As [`Opening::accept_replaced`], and nothing is written before all was read.
    pub(crate) fn overlook_replaced(&mut self) {
        self.damage
            .retain(|part| !matches!(part, Damage::DatabaseReplaced | Damage::HeaderReplaced));
    }

    /// Whether the database is an older one, or another copy.
    pub(crate) fn is_older(&self) -> bool {
        self.damage.contains(&Damage::DatabaseReplaced)
    }

    /// Puts another header in the place of this one. Where the database is an older one nothing is written to it.
    pub(crate) fn replace_header(&mut self, new: Header) -> Result<(), SessionError> {
        if self.is_older() {
            new.write(&self.storage.folder)?;
        } else {
            crate::vault::header::replace(
                &mut self.storage.store,
                &self.storage.folder,
                &self.storage.header,
                &new,
            )?;
        }
        self.storage.header = new;
        Ok(())
    }

    /// Reads what is left, checks it, and unlocks. A vault that is damaged is refused.
    pub(crate) fn finish(mut self) -> Result<Session, SessionError> {
        while !self.go_on(Duration::MAX)? {}
        let is_read_only = self.storage.store.is_read_only();
        let loaded = self
            .loading
            .finish(&mut self.damage, &self.storage.environment)?;
        if self.access == Access::Full && !self.damage.is_empty() {
            return Err(SessionError::Damaged(self.damage));
        }
        self.storage.store.know_cells(loaded.cells);
        let Contents {
            records,
            peers,
            blobs,
            drafts,
            custody,
        } = loaded.contents;
        let mut session = Session {
            own: loaded.own,
            records,
            peers,
            blobs,
            drafts,
            custody,
            finding: Finding::with(self.index).into(),
            damage: self.damage,
            storage: self.storage,
        };
        if !is_read_only {
            session.sweep_unfinished();
            // A change of header that was cut short. Until this is done two are good.
            let _ =
                crate::vault::header::settle(&mut session.storage.store, &session.storage.header);
            let _ = crate::vault::header::end_rekey(
                &mut session.storage.store,
                &session.storage.folder,
            );
        }
        Ok(session)
    }
}

/// Whether what the database says of its header outlives a power cut. Until then no header goes that an earlier state of it names.
fn is_settled(store: &mut Store, folder: &Folder) -> bool {
    !folder.exists(&folder.header_next()) || store.empty_log().is_ok()
}

/// Whether the index has every record of a later state, or of another that came after as many transactions: then the database is
/// an older one, or another copy.
fn has_index_of_later(store: &Store, folder: &Folder, environment: &Environment) -> bool {
    let seal = IndexSeal::new(folder, store.keyring(), environment.random.clone());
    let now = store.moment();
    Index::stamped(&seal).is_some_and(|moment| {
        moment.counter > now.counter || moment.counter == now.counter && moment != now
    })
}

impl std::fmt::Debug for Opening {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Opening(…)")
    }
}
