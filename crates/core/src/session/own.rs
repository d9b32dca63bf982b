//! Who this vault is: its identity and its device logs.

use crate::session::error::SessionError;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_format::exchange::identity::{DeviceCertificate, IdentityKey, SecretIdentity};
use fieldnotes_format::random::Random;
use fieldnotes_format::vault::device::DeviceSecret;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::Transaction;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::colleague::CertificateRow;
use fieldnotes_store::store::rows::own::{DeviceSeed, FolderRow, OwnRow};

/// The identity and the device logs, the one that is written last.
pub(crate) struct Own {
    /// Row that they are kept in.
    row: RowId,
    identity: SecretIdentity,
    devices: Vec<DeviceSecret>,
    number: u64,
    /// Logs that another copy of this vault writes.
    others: Vec<CertificateRow>,
    folder: Option<FolderRow>,
    lock_after: Option<u32>,
    custody: Option<DeviceSecret>,
}

/// What is to be other than it is. The default changes nothing.
#[derive(Default)]
pub(crate) struct OwnChange {
    /// The number of the last bundle to colleagues.
    pub(crate) number: Option<u64>,
    /// A log that is written from the end of the transaction on, because the old one may go on in a copy of this vault.
    pub(crate) new_log: Option<DeviceSecret>,
    /// All logs that copies of this vault write.
    pub(crate) others: Option<Vec<CertificateRow>>,
    /// The exchange folder, or none.
    pub(crate) folder: Option<Option<FolderRow>>,
    /// Minutes until the window locks by itself.
    pub(crate) lock_after: Option<u32>,
    /// The log of what was done with this vault, which has none.
    pub(crate) custody: Option<DeviceSecret>,
}

impl OwnChange {
    /// Whether there is anything to write.
    pub(crate) fn changes_anything(&self) -> bool {
        let has_new = self.new_log.is_some() || self.others.is_some();
        let is_set = self.folder.is_some() || self.lock_after.is_some() || self.custody.is_some();
        self.number.is_some() || has_new || is_set
    }
}

impl Own {
    /// A new identity with one device log.
    pub(crate) fn make(random: &dyn Random) -> Result<Self, SessionError> {
        let identity = SecretIdentity::make(random)?;
        Ok(Self {
            row: RowId::default(),
            identity,
            devices: vec![DeviceSecret::make(random)],
            number: 0,
            others: Vec::new(),
            folder: None,
            lock_after: None,
            custody: None,
        })
    }

    pub(crate) fn read(row: RowId, value: &OwnRow) -> Result<Self, SessionError> {
        let identity = SecretIdentity::from_seed_bytes(&value.sign, &value.receive)?;
        let devices = value
            .devices
            .iter()
            .map(|device| DeviceSecret::from_seed(&device.secret))
            .collect();
        Ok(Self {
            row,
            identity,
            devices,
            number: value.number,
            others: value.others.clone(),
            folder: value.folder.clone(),
            lock_after: value.lock_after,
            custody: value
                .custody
                .as_ref()
                .map(|log| DeviceSecret::from_seed(&log.secret)),
        })
    }

    /// Writes the row of a vault that has none.
    pub(crate) fn insert(&self, transaction: &mut Transaction<'_>) -> Result<(), SessionError> {
        Ok(self.to_row().insert(transaction).map(drop)?)
    }

    fn to_row(&self) -> OwnRow {
        let (sign, receive) = self.identity.seed_bytes();
        let devices = self.devices.iter().map(seed_of).collect();
        OwnRow {
            sign: *sign,
            receive: *receive,
            devices,
            number: self.number,
            others: self.others.clone(),
            folder: self.folder.clone(),
            lock_after: self.lock_after,
            custody: self.custody.as_ref().map(seed_of),
        }
    }

    /// The log that is written.
    pub(crate) fn device(&self) -> &DeviceSecret {
        self.devices
            .last()
            .expect("an identity is made with a device and never loses one")
    }

    /// Whether a log is or was ours.
    pub(crate) fn has(&self, device: &DeviceId) -> bool {
        self.devices().any(|own| own == *device)
    }

    /// All our logs, also those that another copy of this vault writes.
    pub(crate) fn devices(&self) -> impl Iterator<Item = DeviceId> + '_ {
        let others = self.others.iter().map(|one| one.device);
        self.devices.iter().map(DeviceSecret::id).chain(others)
    }

    /// Logs that were written before the one that is written now, and those of copies.
    pub(crate) fn earlier_devices(&self) -> impl Iterator<Item = DeviceId> + '_ {
        let current = self.device().id();
        self.devices().filter(move |device| *device != current)
    }

    /// Who this vault is.
    pub(crate) fn identity(&self) -> &SecretIdentity {
        &self.identity
    }

    /// The number of the last bundle to colleagues.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// The exchange folder.
    pub(crate) fn folder(&self) -> Option<&FolderRow> {
        self.folder.as_ref()
    }

    /// Minutes until the window locks by itself, where somebody chose.
    pub(crate) fn lock_after(&self) -> Option<u32> {
        self.lock_after
    }

    /// Writes what changes into the transaction.
    pub(crate) fn stage(
        &self,
        transaction: &mut Transaction<'_>,
        change: &OwnChange,
    ) -> Result<(), SessionError> {
        if let Some(device) = &change.new_log {
            transaction.state.begin_log(device.id());
        }
        Ok(self.row_with(change).replace(transaction, self.row)?)
    }

    fn row_with(&self, change: &OwnChange) -> OwnRow {
        let mut value = self.to_row();
        value.number = change.number.unwrap_or(value.number);
        value.lock_after = change.lock_after.or(value.lock_after);
        if let Some(folder) = &change.folder {
            value.folder.clone_from(folder);
        }
        if let Some(others) = &change.others {
            value.others.clone_from(others);
        }
        value.devices.extend(change.new_log.iter().map(seed_of));
        if let Some(custody) = &change.custody {
            value.custody = Some(seed_of(custody));
        }
        value
    }

    /// Applies what was committed. Only then: what is signed with a secret that was not kept would be nobody's.
    pub(crate) fn apply(&mut self, change: OwnChange) {
        let OwnChange {
            number,
            new_log,
            others,
            folder,
            lock_after,
            custody,
        } = change;
        self.number = number.unwrap_or(self.number);
        self.devices.extend(new_log);
        self.others = others.unwrap_or_else(|| std::mem::take(&mut self.others));
        self.folder = folder.unwrap_or_else(|| self.folder.take());
        self.lock_after = lock_after.or(self.lock_after);
        self.custody = custody.or_else(|| self.custody.take());
    }

    /// The log of what was done with this vault, once something was. It is none of [`Own::devices`]: nobody else learns of it.
    pub(crate) fn custody(&self) -> Option<&DeviceSecret> {
        self.custody.as_ref()
    }

    /// Certificates of the logs that other copies of this vault write.
    pub(crate) fn others(&self) -> &[CertificateRow] {
        &self.others
    }

    /// Certificates of all our logs: of each that is written here, and as they came of those that copies write.
    pub(crate) fn certificates(&self) -> impl Iterator<Item = DeviceCertificate> + '_ {
        let made = self.devices.iter();
        let made = made.map(|device| DeviceCertificate::make(&self.identity, device));
        made.chain(self.others.iter().map(certificate))
    }

    /// Whether this vault itself writes or wrote a log.
    pub(crate) fn writes(&self, device: &DeviceId) -> bool {
        self.written().any(|own| own == *device)
    }

    /// The logs that this vault itself writes or wrote.
    pub(crate) fn written(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.devices.iter().map(DeviceSecret::id)
    }
}

fn seed_of(device: &DeviceSecret) -> DeviceSeed {
    DeviceSeed {
        secret: *device.seed(),
    }
}

/// A certificate from its row. It was checked before it was kept.
pub(crate) fn certificate(row: &CertificateRow) -> DeviceCertificate {
    DeviceCertificate {
        identity: IdentityKey(row.identity),
        device: row.device,
        signature: row.signature,
        proof: row.proof,
    }
}

#[cfg(test)]
mod tests {
    use fieldnotes_format::random::OsRandom;

    use super::*;

    fn written(row: &OwnRow) -> serde_json::Value {
        serde_json::to_value(row).expect("a row")
    }

    #[test]
    fn what_is_applied_is_what_was_written() {
        let other = CertificateRow {
            identity: [1; 32],
            device: DeviceId([2; 32]),
            signature: [3; 64],
            proof: [4; 64],
        };
        let folder = FolderRow {
            path: "/media/usb".to_owned(),
            mount: None,
        };
        let changes: [fn(&mut OwnChange, CertificateRow, FolderRow); 8] = [
            |_, _, _| {},
            |change, _, _| change.number = Some(9),
            |change, _, _| change.lock_after = Some(5),
            |change, _, folder| change.folder = Some(Some(folder)),
            |change, _, _| change.folder = Some(None),
            |change, other, _| change.others = Some(vec![other]),
            |change, _, _| change.new_log = Some(DeviceSecret::make(&OsRandom)),
            |change, _, _| change.custody = Some(DeviceSecret::make(&OsRandom)),
        ];
        let mut own = Own::make(&OsRandom).expect("made");
        for (number, set) in changes.into_iter().enumerate() {
            let mut change = OwnChange::default();
            set(&mut change, other.clone(), folder.clone());
            assert_eq!(change.changes_anything(), number > 0);
            let before = written(&own.to_row());
            let staged = written(&own.row_with(&change));
            own.apply(change);
            assert_eq!(written(&own.to_row()), staged, "{number}");
            assert_eq!(before != staged, number > 0, "{number}");
        }
    }
}
