//! Colleagues: the public identities of others, by the names that the user gave them.

use super::{Session, SessionError};
use crate::exchange::identity::{DeviceCertificate, IdentityKey, PublicIdentity, SecretIdentity};
use crate::history::DeviceId;
use crate::store::rows::JsonRow;
use crate::store::rows::colleague::{CertificateRow, ColleagueRow};

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

impl Session {
    /// Who this vault is.
    pub(crate) fn identity(&self) -> &SecretIdentity {
        &self.own.identity
    }

    /// All colleagues, by name.
    pub(crate) fn colleagues(&self) -> impl Iterator<Item = &ColleagueRow> {
        self.colleagues.iter().map(|(_, colleague)| colleague)
    }

    /// The colleague of this identity.
    pub(crate) fn colleague_of(&self, key: &IdentityKey) -> Option<&ColleagueRow> {
        self.colleagues()
            .find(|colleague| identity_of(colleague).is_ok_and(|identity| identity.key() == *key))
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
        Ok(true)
    }

    /// Whose hand a device log is in.
    pub(crate) fn author(&self, device: &DeviceId) -> Author<'_> {
        if self.own.has(device) {
            return Author::Own;
        }
        self.colleagues()
            .find(|colleague| {
                colleague
                    .devices
                    .iter()
                    .any(|certificate| certificate.device == *device)
            })
            .map_or(Author::Unknown, Author::Colleague)
    }
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
    }
}

/// Adds certificates of this colleague's that are not known yet. Returns whether there were any.
pub(super) fn learn(
    colleague: &mut ColleagueRow,
    key: &IdentityKey,
    certificates: &[DeviceCertificate],
) -> bool {
    let before = colleague.devices.len();
    for new in certificates.iter().filter(|new| new.identity == *key) {
        if !colleague
            .devices
            .iter()
            .any(|known| known.device == new.device)
        {
            colleague.devices.push(CertificateRow {
                identity: new.identity.0,
                device: new.device,
                signature: new.signature,
            });
        }
    }
    colleague.devices.len() > before
}
