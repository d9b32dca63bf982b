//! The secret of a device log.

use zeroize::Zeroizing;

use super::log::{self, UnsignedEntry};
use crate::crypto::key::Key;
use crate::crypto::sign::{SecretSigner, SigningSecret};
use crate::random::Random;
use fieldnotes_domain::history::{DeviceId, SIGNATURE};

/// Signs the entries of one device log.
pub struct DeviceSecret {
    secret: SigningSecret,
    id: DeviceId,
}

impl DeviceSecret {
    /// A new log.
    pub fn make(random: &dyn Random) -> Self {
        Self::new(Key::make(random))
    }

    /// The log of this seed.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self::new(Key::from_bytes(seed))
    }

    fn new(seed: Key) -> Self {
        let secret = SigningSecret::from_seed(seed);
        let id = DeviceId(secret.public());
        Self { secret, id }
    }

    /// The seed, to be sealed into a row.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        self.secret.seed().to_bytes()
    }

    /// The name of the log.
    pub fn id(&self) -> DeviceId {
        self.id
    }

    /// Signs something else than an entry: each use has a domain of its own.
    pub fn sign(&self, domain: &str, message: &[u8]) -> [u8; SIGNATURE] {
        self.secret.sign(domain, message)
    }

    /// Set up to sign several entries of this log.
    pub fn signer(&self) -> DeviceSigner {
        DeviceSigner(self.secret.signer())
    }
}

/// The secret of a device log at work; not to be kept.
pub struct DeviceSigner(SecretSigner);

impl DeviceSigner {
    /// Signs an entry of the log.
    pub fn sign(&self, unsigned: &UnsignedEntry) -> [u8; SIGNATURE] {
        log::sign_entry(&self.0, unsigned)
    }
}
