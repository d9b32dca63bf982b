//! Who somebody is: a signing key, a key to receive with, and a fingerprint to compare by voice.
//! docs/FORMAT.md section 7.

mod device;
mod fingerprint;
mod pasted;
mod public;
mod qr;
mod secret;

pub use device::DeviceCertificate;
pub use fingerprint::Fingerprint;
pub use pasted::{PastedFault, identity_in_text};
pub use public::{IdentityKey, PublicIdentity};
pub use qr::{MAX_PICTURE, QrCode, QrFault, identity_in};
pub use secret::SecretIdentity;
#[cfg(test)]
pub use secret::tests::fixed;

/// What an identity's signature over its own keys is for.
const IDENTITY: &str = "fieldnotes/identity/1";
/// What a fingerprint is the hash of.
const FINGERPRINT: &str = "fieldnotes/fingerprint/1";
/// What a device certificate's signature is for.
const DEVICE: &str = "fieldnotes/device/1";
/// What the device's own signature in a certificate is for.
const POSSESSION: &str = "fieldnotes/device-proof/1";
