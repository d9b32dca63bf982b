//! A device and an identity say together that they belong to each other.

use serde::{Deserialize, Serialize};

use super::{DEVICE, IdentityKey, POSSESSION, SecretIdentity};
use crate::crypto::sign;
use crate::vault::device::DeviceSecret;
use fieldnotes_domain::history::DeviceId;

/// That a device log is an identity's own. Each of the two signs for it: nobody can make another's log theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceCertificate {
    /// Whose device it is.
    pub identity: IdentityKey,
    /// The device log.
    pub device: DeviceId,
    /// By the identity, over both.
    #[serde(with = "signature_hex")]
    pub signature: [u8; 64],
    /// By the device, over both.
    #[serde(with = "signature_hex")]
    pub proof: [u8; 64],
}

impl DeviceCertificate {
    /// Certifies a device of this identity.
    pub fn make(identity: &SecretIdentity, secret: &DeviceSecret) -> Self {
        let (key, device) = (identity.public().key(), secret.id());
        let message = message(&key, &device);
        Self {
            identity: key,
            device,
            signature: identity.sign(DEVICE, &message),
            proof: secret.sign(POSSESSION, &message),
        }
    }

    /// Whether both signed it.
    pub fn holds(&self) -> bool {
        let message = message(&self.identity, &self.device);
        self.identity.verifies(DEVICE, &message, &self.signature)
            && sign::verify(&self.device.0, POSSESSION, &message, &self.proof)
    }
}

fn message(identity: &IdentityKey, device: &DeviceId) -> [u8; 64] {
    let mut message = [0; 64];
    let (first, second) = message.split_at_mut(32);
    first.copy_from_slice(&identity.0);
    second.copy_from_slice(&device.0);
    message
}

/// 64 bytes as hexadecimal digits; serde has nothing for arrays of that length.
mod signature_hex {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8; 64], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&hex::encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 64], D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        let mut bytes = [0; 64];
        hex::decode_to_slice(text.as_bytes(), &mut bytes).map_err(serde::de::Error::custom)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::secret::tests::fixed;
    use super::*;

    fn device(seed: u8) -> DeviceSecret {
        DeviceSecret::from_seed(&[seed; 32])
    }

    #[test]
    fn a_certificate_holds_for_its_two_keys() {
        let certificate = DeviceCertificate::make(&fixed(1), &device(5));
        assert!(certificate.holds());
        let json = serde_json::to_string(&certificate).unwrap();
        assert!(json.starts_with(r#"{"identity":""#));
        let read: DeviceCertificate = serde_json::from_str(&json).unwrap();
        assert_eq!(read, certificate);
        let other_device = DeviceCertificate {
            device: device(6).id(),
            ..certificate.clone()
        };
        let other_identity = DeviceCertificate {
            identity: fixed(2).public().key(),
            ..certificate
        };
        assert!(!other_device.holds() && !other_identity.holds());
    }

    /// Guards "Nobody signs for another" of docs/THREATS.md: whoever has not the device cannot have its log.
    #[test]
    fn an_identity_alone_certifies_nothing() {
        let theirs = DeviceCertificate::make(&fixed(1), &device(5));
        let (key, log) = (fixed(2).public().key(), device(5).id());
        let message = message(&key, &log);
        let taken_over = |proof| DeviceCertificate {
            identity: key,
            device: log,
            signature: fixed(2).sign(DEVICE, &message),
            proof,
        };
        // The owner's proof is over the owner's identity, another device's is another's, and an identity's is none.
        assert!(!taken_over(theirs.proof).holds());
        assert!(!taken_over(device(6).sign(POSSESSION, &message)).holds());
        assert!(!taken_over(fixed(2).sign(POSSESSION, &message)).holds());
        // A signature for another use is none for this.
        assert!(!taken_over(device(5).sign(DEVICE, &message)).holds());
        assert!(taken_over(device(5).sign(POSSESSION, &message)).holds());
    }
}
