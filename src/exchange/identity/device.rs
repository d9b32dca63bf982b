//! A device says whose it is.

use serde::{Deserialize, Serialize};

use super::{DEVICE, IdentityKey, SecretIdentity};
use crate::history::DeviceId;

/// An identity's word that a device log is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceCertificate {
    /// Whose device it is.
    pub identity: IdentityKey,
    /// The device log.
    pub device: DeviceId,
    /// By the identity, over both.
    #[serde(with = "signature_hex")]
    pub signature: [u8; 64],
}

impl DeviceCertificate {
    /// Certifies a device of this identity.
    pub fn make(identity: &SecretIdentity, device: DeviceId) -> Self {
        let key = identity.public().key();
        Self {
            identity: key,
            device,
            signature: identity.sign(DEVICE, &message(&key, &device)),
        }
    }

    /// Whether the identity signed it.
    pub fn holds(&self) -> bool {
        let message = message(&self.identity, &self.device);
        self.identity.verifies(DEVICE, &message, &self.signature)
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

    #[test]
    fn a_certificate_holds_for_its_two_keys() {
        let certificate = DeviceCertificate::make(&fixed(1), DeviceId([5; 32]));
        assert!(certificate.holds());
        let json = serde_json::to_string(&certificate).unwrap();
        assert!(json.starts_with(r#"{"identity":""#));
        let read: DeviceCertificate = serde_json::from_str(&json).unwrap();
        assert_eq!(read, certificate);
        let other_device = DeviceCertificate {
            device: DeviceId([6; 32]),
            ..certificate.clone()
        };
        let other_identity = DeviceCertificate {
            identity: fixed(2).public().key(),
            ..certificate
        };
        assert!(!other_device.holds() && !other_identity.holds());
    }
}
