//! Colleagues: the public identities of others, by the names that the user gave them.

use super::own::Own;
use super::{Session, SessionError};
use fieldnotes_domain::history::DeviceId;
use fieldnotes_format::exchange::identity::{
    DeviceCertificate, IdentityKey, PublicIdentity, SecretIdentity,
};
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::colleague::{CertificateRow, ColleagueRow};

/// Whose hand a revision is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Author<'s> {
    /// This vault's, on this laptop or before it was restored.
    Own,
    /// A colleague's.
    Colleague(&'s ColleagueRow),
    /// Somebody's whose device nobody has vouched for here.
    Unknown,
}

/// What is known of the one who signed a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation<'s> {
    /// This vault, or a copy of it.
    Own,
    /// A colleague.
    Colleague(&'s ColleagueRow),
    /// A colleague to whom nothing goes any more.
    Retired(&'s ColleagueRow),
    /// A colleague, by an identity that was replaced then.
    FormerKey(&'s ColleagueRow, i64),
    /// Nobody who is known here.
    Unknown,
}

impl Session {
    /// What is known of the owner of this identity.
    pub(crate) fn relation(&self, key: &IdentityKey) -> Relation<'_> {
        match self.own.identity.public().key() == *key {
            true => Relation::Own,
            false => relation(&self.colleagues, key),
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
        &self.own.identity
    }

    /// All colleagues, by name.
    pub(crate) fn colleagues(&self) -> impl Iterator<Item = &ColleagueRow> {
        self.colleagues.iter().map(|(_, colleague)| colleague)
    }

    /// Keeps a colleague under a new name.
    pub(crate) fn add_colleague(&mut self, colleague: ColleagueRow) -> Result<(), SessionError> {
        let mut transaction = self.store.begin()?;
        let row = colleague.insert(&mut transaction)?;
        transaction.commit()?;
        self.colleagues.push((row, colleague));
        self.colleagues
            .sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
        Ok(())
    }

    /// Changes what is kept of a colleague. Returns whether there is one of this name.
    pub(crate) fn change_colleague(
        &mut self,
        name: &str,
        change: impl FnOnce(&mut ColleagueRow),
    ) -> Result<bool, SessionError> {
        let Some((row, colleague)) = self
            .colleagues
            .iter_mut()
            .find(|(_, colleague)| colleague.name == name)
        else {
            return Ok(false);
        };
        let mut changed = colleague.clone();
        change(&mut changed);
        let mut transaction = self.store.begin()?;
        changed.replace(&mut transaction, *row)?;
        transaction.commit()?;
        *colleague = changed;
        self.colleagues
            .sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
        Ok(true)
    }

    /// Whose hand a device log is in.
    pub(crate) fn author(&self, device: &DeviceId) -> Author<'_> {
        if self.own.has(device) {
            return Author::Own;
        }
        owner(&self.colleagues, device).map_or(Author::Unknown, Author::Colleague)
    }
}

/// What is known of somebody else by this key.
pub(super) fn relation<'s>(
    colleagues: &'s [(i64, ColleagueRow)],
    key: &IdentityKey,
) -> Relation<'s> {
    let is_key = |line: &str| {
        line.parse::<PublicIdentity>()
            .is_ok_and(|identity| identity.key() == *key)
    };
    let all = || colleagues.iter().map(|(_, colleague)| colleague);
    if let Some(colleague) = all().find(|colleague| is_key(&colleague.identity)) {
        return match colleague.retired {
            Some(_) => Relation::Retired(colleague),
            None => Relation::Colleague(colleague),
        };
    }
    let former = |colleague: &'s ColleagueRow| {
        let mut former = colleague.former.iter();
        let found = former.find(|former| is_key(&former.identity))?;
        Some(Relation::FormerKey(colleague, found.replaced))
    };
    all().find_map(former).unwrap_or(Relation::Unknown)
}

/// That two copies of one vault wrote this log.
pub(super) fn forked(
    own: &Own,
    colleagues: &[(i64, ColleagueRow)],
    device: DeviceId,
    place: u64,
) -> SessionError {
    SessionError::Forked {
        device,
        place,
        is_own: own.has(&device),
        owner: owner(colleagues, &device).map(|owner| owner.name.clone()),
    }
}

/// The colleague whose device log this is, by their identity of today or one from before.
pub(super) fn owner<'s>(
    colleagues: &'s [(i64, ColleagueRow)],
    device: &DeviceId,
) -> Option<&'s ColleagueRow> {
    colleagues
        .iter()
        .map(|(_, colleague)| colleague)
        .find(|colleague| colleague.logs().any(|log| log == *device))
}

/// A colleague's public identity.
pub(crate) fn identity_of(colleague: &ColleagueRow) -> Result<PublicIdentity, SessionError> {
    Ok(colleague.identity.parse::<PublicIdentity>()?)
}

/// A certificate from its row. It was checked before it was kept.
pub(super) fn certificate(row: &CertificateRow) -> DeviceCertificate {
    DeviceCertificate {
        identity: IdentityKey(row.identity),
        device: row.device,
        signature: row.signature,
        proof: row.proof,
    }
}
