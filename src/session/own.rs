//! Who this vault is: its identity and its device logs.

use super::SessionError;
use crate::exchange::identity::SecretIdentity;
use crate::history::DeviceId;
use crate::random::Random;
use crate::store::rows::own::{DeviceSeed, OwnRow};
use crate::vault::device::DeviceSecret;

/// The identity and the device logs, the one that is written last.
pub(super) struct Own {
    /// Row that they are kept in.
    pub(super) row: i64,
    pub(super) identity: SecretIdentity,
    devices: Vec<DeviceSecret>,
    /// The number of the last bundle to colleagues.
    pub(super) number: u64,
}

impl Own {
    /// A new identity with one device log.
    pub(super) fn make(random: &dyn Random) -> Result<Self, SessionError> {
        let identity = SecretIdentity::make(random)?;
        Ok(Self {
            row: 0,
            identity,
            devices: vec![DeviceSecret::make(random)],
            number: 0,
        })
    }

    pub(super) fn read(row: i64, value: &OwnRow) -> Result<Self, SessionError> {
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
        })
    }

    pub(super) fn to_row(&self) -> OwnRow {
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
        }
    }

    /// The log that is written.
    pub(super) fn device(&self) -> &DeviceSecret {
        self.devices
            .last()
            .expect("an identity is made with a device and never loses one")
    }

    /// Whether a log is or was ours.
    pub(super) fn has(&self, device: &DeviceId) -> bool {
        self.devices.iter().any(|own| own.id() == *device)
    }

    /// All our logs.
    pub(super) fn devices(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.devices.iter().map(DeviceSecret::id)
    }

    /// From now on this log is written, because the old one was found in a copy of this vault.
    pub(super) fn add_device(&mut self, device: DeviceSecret) {
        self.devices.push(device);
    }
}
