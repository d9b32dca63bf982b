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
    pub(crate) row: RowId,
    pub(crate) identity: SecretIdentity,
    devices: Vec<DeviceSecret>,
    /// The number of the last bundle to colleagues.
    pub(crate) number: u64,
    /// Logs that another copy of this vault writes.
    others: Vec<CertificateRow>,
    /// The exchange folder.
    pub(crate) folder: Option<FolderRow>,
    /// Minutes until the window locks by itself, where somebody chose.
    pub(crate) lock_after: Option<u32>,
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
        })
    }

    pub(crate) fn to_row(&self) -> OwnRow {
        let (sign, receive) = self.identity.seed_bytes();
        let devices = self
            .devices
            .iter()
            .map(|device| DeviceSeed {
                secret: *device.seed(),
            })
            .collect();
        OwnRow {
            sign: *sign,
            receive: *receive,
            devices,
            number: self.number,
            others: self.others.clone(),
            folder: self.folder.clone(),
            lock_after: self.lock_after,
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

    /// Writes the row with a log that is written from the end of this transaction on, logs that copies write, and
    /// the number of the last bundle.
    pub(crate) fn write(
        &self,
        transaction: &mut Transaction<'_>,
        new_log: Option<&DeviceSecret>,
        others: &[CertificateRow],
        number: u64,
    ) -> Result<(), SessionError> {
        let mut value = self.to_row();
        value.others.extend_from_slice(others);
        value.number = number;
        if let Some(device) = new_log {
            value.devices.push(DeviceSeed {
                secret: *device.seed(),
            });
            transaction.state.begin_log(device.id());
        }
        Ok(value.replace(transaction, self.row)?)
    }

    /// Certificates of the logs that other copies of this vault write.
    pub(crate) fn others(&self) -> &[CertificateRow] {
        &self.others
    }

    /// Another copy of this vault writes these logs.
    pub(crate) fn add_others(&mut self, others: Vec<CertificateRow>) {
        self.others.extend(others);
    }

    /// Keeps only those of the logs of copies for which this holds.
    pub(crate) fn keep_others(&mut self, is_kept: impl Fn(&CertificateRow) -> bool) {
        self.others.retain(is_kept);
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

    /// From now on this log is written, because the old one may go on in a copy of this vault.
    pub(crate) fn add_device(&mut self, device: DeviceSecret) {
        self.devices.push(device);
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
