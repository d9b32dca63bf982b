//! Colleagues: the public identities of others, by the names that the user gave them.

use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::peers::Relation;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_format::exchange::identity::{IdentityKey, PublicIdentity, SecretIdentity};
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::colleague::ColleagueRow;

impl Session {
    /// What is known of the owner of this identity.
    pub(crate) fn relation(&self, key: &IdentityKey) -> Relation<'_> {
        match self.own.identity().public().key() == *key {
            true => Relation::Own,
            false => self.peers.relation(key),
        }
    }

    /// The log that this vault writes.
    pub(crate) fn device(&self) -> DeviceId {
        self.own.device().id()
    }

    /// The logs of this identity that it does not write: those from before, and those of copies.
    pub(crate) fn earlier_devices(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.own.earlier_devices()
    }

    /// Who this vault is.
    pub(crate) fn identity(&self) -> &SecretIdentity {
        self.own.identity()
    }

    /// All colleagues, by name.
    pub(crate) fn colleagues(&self) -> impl Iterator<Item = &ColleagueRow> {
        self.peers.colleagues()
    }

    /// Keeps a colleague under a new name.
    pub(crate) fn add_colleague(&mut self, colleague: ColleagueRow) -> Result<(), SessionError> {
        let mut transaction = self.storage.store.begin()?;
        let row = colleague.insert(&mut transaction)?;
        transaction.commit()?;
        self.peers.apply_added(row, colleague);
        Ok(())
    }

    /// Changes what is kept of a colleague. Returns whether there is one of this name.
    pub(crate) fn change_colleague(
        &mut self,
        name: &str,
        change: impl FnOnce(&mut ColleagueRow),
    ) -> Result<bool, SessionError> {
        if !self.peers.colleagues().any(|one| one.name == name) {
            return Ok(false);
        }
        let mut change = Some(change);
        let mut transaction = self.storage.store.begin()?;
        let changed = self.peers.stage(&mut transaction, |_, colleague| {
            if colleague.name != name {
                return None;
            }
            let mut changed = colleague.clone();
            change.take()?(&mut changed);
            Some(changed)
        })?;
        transaction.commit()?;
        self.peers.apply(changed);
        Ok(true)
    }
}

/// A colleague's public identity.
pub(crate) fn identity_of(colleague: &ColleagueRow) -> Result<PublicIdentity, SessionError> {
    Ok(colleague.identity.parse::<PublicIdentity>()?)
}
