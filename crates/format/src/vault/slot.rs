//! Key slots: each wraps the master key under a passphrase or a recovery key.

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::VaultError;
use crate::crypto::key::Key;
use crate::crypto::random::{Random, make_array};
use crate::crypto::{aead, hash, kdf};
use fieldnotes_domain::ids::VaultId;

pub use crate::crypto::kdf::KdfCost;

/// Bytes of a slot.
pub(super) const SLOT: usize = 165;
const WRAPPED: usize = 48;
const NO_COST: KdfCost = KdfCost {
    memory_kib: 0,
    passes: 0,
    lanes: 0,
};

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SlotType {
    Passphrase = 1,
    RecoveryKey = 2,
}

/// One slot, as it lies in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    id: [u8; 16],
    pub(super) kind: SlotType,
    pub(super) cost: KdfCost,
    salt: [u8; 32],
    commitment: [u8; 32],
    nonce: [u8; aead::NONCE],
    wrapped: [u8; WRAPPED],
}

/// The secret that is offered to a slot.
pub enum SlotSecret<'a> {
    /// A passphrase as typed.
    Passphrase(&'a SecretString),
    /// A recovery key.
    Recovery(Key),
}

impl SlotSecret<'_> {
    fn kind(&self) -> SlotType {
        match self {
            Self::Passphrase(_) => SlotType::Passphrase,
            Self::Recovery(_) => SlotType::RecoveryKey,
        }
    }

    fn stretch(&self, salt: &[u8; 32], cost: KdfCost) -> Result<Key, VaultError> {
        match self {
            Self::Passphrase(typed) => {
                // Two machines may compose 한글 differently; the passphrase is the same.
                let normal: Zeroizing<String> =
                    Zeroizing::new(typed.expose_secret().nfc().collect());
                kdf::derive_from_passphrase(normal.as_bytes(), salt, cost)
                    .map_err(|_| VaultError::OutOfMemory)
            }
            Self::Recovery(key) => Ok(key.clone()),
        }
    }
}

impl Slot {
    /// Wraps `master` under `secret`.
    pub(super) fn make(
        vault: VaultId,
        secret: &SlotSecret<'_>,
        cost: KdfCost,
        master: &Key,
        random: &dyn Random,
    ) -> Result<Self, VaultError> {
        let mut slot = Self {
            id: make_array(random),
            kind: secret.kind(),
            cost: if secret.kind() == SlotType::Passphrase {
                cost
            } else {
                NO_COST
            },
            salt: make_array(random),
            commitment: [0; 32],
            nonce: make_array(random),
            wrapped: [0; WRAPPED],
        };
        let stretched = secret.stretch(&slot.salt, slot.cost)?;
        let info = slot.info(vault);
        let (kek, commitment) = kdf::derive_committed(&slot.salt, &stretched, &info);
        slot.commitment = commitment;
        let mut buffer = Vec::with_capacity(WRAPPED);
        buffer.extend_from_slice(master.bytes());
        aead::seal_in_place(&kek, &slot.nonce, &info, &mut buffer);
        slot.wrapped = buffer.try_into().expect("a sealed key has 48 bytes");
        Ok(slot)
    }

    /// The master key, or `None` where the secret is not this slot's. Runs one key derivation.
    pub(super) fn open(
        &self,
        vault: VaultId,
        secret: &SlotSecret<'_>,
    ) -> Result<Option<Key>, VaultError> {
        if self.kind != secret.kind() {
            return Ok(None);
        }
        let stretched = secret.stretch(&self.salt, self.cost)?;
        let info = self.info(vault);
        let (kek, commitment) = kdf::derive_committed(&self.salt, &stretched, &info);
        if !hash::same(&commitment, &self.commitment) {
            return Ok(None);
        }
        let mut buffer = Zeroizing::new(self.wrapped.to_vec());
        aead::open_in_place(&kek, &self.nonce, &info, &mut buffer)
            .map_err(|_| VaultError::HeaderAltered)?;
        buffer
            .first_chunk::<32>()
            .map(|master| Some(Key::from_bytes(master)))
            .ok_or(VaultError::HeaderAltered)
    }

    /// Whether its derivation may be run.
    #[cfg(any(test, feature = "testing"))]
    pub(super) fn is_bearable(&self) -> bool {
        self.kind == SlotType::RecoveryKey || self.cost.is_bearable()
    }

    fn info(&self, vault: VaultId) -> Vec<u8> {
        let mut info = b"fieldnotes/slot/1".to_vec();
        info.extend_from_slice(vault.as_bytes());
        info.extend_from_slice(&self.id);
        self.write_type_and_cost(&mut info);
        info
    }

    fn write_type_and_cost(&self, out: &mut Vec<u8>) {
        out.push(self.kind as u8);
        for number in [self.cost.memory_kib, self.cost.passes, self.cost.lanes] {
            out.extend_from_slice(&number.to_be_bytes());
        }
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id);
        self.write_type_and_cost(out);
        out.extend_from_slice(&self.salt);
        out.extend_from_slice(&self.commitment);
        out.extend_from_slice(&self.nonce);
        out.extend_from_slice(&self.wrapped);
    }

    /// Reads a slot whose checksum held, and refuses what no honest program writes.
    pub(super) fn read(bytes: &[u8; SLOT]) -> Result<Self, VaultError> {
        let number = |at: usize| -> u32 {
            bytes
                .get(at..at + 4)
                .and_then(|b| b.try_into().ok())
                .map_or(0, u32::from_be_bytes)
        };
        let part = |at: usize, len: usize| bytes.get(at..at + len).unwrap_or_default();
        let cost = KdfCost {
            memory_kib: number(17),
            passes: number(21),
            lanes: number(25),
        };
        let kind = match bytes.get(16) {
            Some(1) if cost.is_bearable() => SlotType::Passphrase,
            Some(1) => return Err(VaultError::KdfOutOfBounds),
            Some(2) if cost == NO_COST => SlotType::RecoveryKey,
            Some(3 | 4) => return Err(VaultError::FormatTooNew),
            _ => return Err(VaultError::HeaderDamaged),
        };
        let damaged = |_| VaultError::HeaderDamaged;
        Ok(Self {
            id: part(0, 16).try_into().map_err(damaged)?,
            kind,
            cost,
            salt: part(29, 32).try_into().map_err(damaged)?,
            commitment: part(61, 32).try_into().map_err(damaged)?,
            nonce: part(93, 24).try_into().map_err(damaged)?,
            wrapped: part(117, 48).try_into().map_err(damaged)?,
        })
    }
}
