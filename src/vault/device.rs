//! The secret of a device log.

use zeroize::Zeroizing;

use super::log;
use crate::crypto::key::Key;
use crate::crypto::sign::SigningSecret;
use crate::history::{DeviceId, Entry, EntryFault, SignedEntry};
use crate::random::Random;

/// Signs the entries of one device log.
pub(crate) struct DeviceSecret {
    secret: SigningSecret,
    id: DeviceId,
}

impl DeviceSecret {
    /// A new log.
    pub(crate) fn make(random: &dyn Random) -> Self {
        Self::new(Key::make(random))
    }

    /// The log of this seed.
    pub(crate) fn from_seed(seed: &[u8; 32]) -> Self {
        Self::new(Key::from_bytes(seed))
    }

    fn new(seed: Key) -> Self {
        let secret = SigningSecret::from_seed(seed);
        let id = DeviceId(secret.public());
        Self { secret, id }
    }

    /// The seed, to be sealed into a row.
    pub(crate) fn seed(&self) -> Zeroizing<[u8; 32]> {
        self.secret.seed().to_bytes()
    }

    /// The name of the log.
    pub(crate) fn id(&self) -> DeviceId {
        self.id
    }

    /// Signs an entry of this log.
    pub(crate) fn sign(&self, entry: Entry) -> Result<SignedEntry, EntryFault> {
        log::sign_entry(&self.secret, entry)
    }
}
