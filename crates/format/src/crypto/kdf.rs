//! From a passphrase to a key, and from a key to subkeys.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use super::key::Key;

/// What one Argon2id derivation costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes that may run at the same time.
    pub lanes: u32,
}

impl KdfCost {
    /// The least that a vault may be created with.
    pub const FLOOR: Self = Self {
        memory_kib: 65_536,
        passes: 3,
        lanes: 4,
    };
    /// Where calibration starts: what a new vault costs on a slow machine.
    pub const START: Self = Self {
        memory_kib: 262_144,
        passes: 3,
        lanes: 4,
    };
    /// The most that a header may ask for, so that a crafted one cannot exhaust the machine.
    pub const CEILING: Self = Self {
        memory_kib: 4_194_304,
        passes: 16,
        lanes: 16,
    };
    /// For tests alone; a vault made with it says so for ever.
    pub const TEST: Self = Self {
        memory_kib: 256,
        passes: 1,
        lanes: 1,
    };

    /// Whether a reader may run this derivation at all.
    pub fn is_bearable(self) -> bool {
        self.memory_kib <= Self::CEILING.memory_kib
            && (1..=Self::CEILING.passes).contains(&self.passes)
            && (1..=Self::CEILING.lanes).contains(&self.lanes)
            && self.memory_kib >= 8 * self.lanes
    }

    /// Whether a writer may create a slot with it.
    #[cfg(test)]
    pub fn is_strong(self) -> bool {
        self.memory_kib >= Self::FLOOR.memory_kib && self.passes >= Self::FLOOR.passes
    }
}

/// The machine has not the memory that the derivation needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not enough memory to derive the key")]
pub struct OutOfMemory;

/// Argon2id v1.3 (RFC 9106). The cost must be bearable. The working memory is wiped.
pub fn derive_from_passphrase(
    passphrase: &[u8],
    salt: &[u8; 32],
    cost: KdfCost,
) -> Result<Key, OutOfMemory> {
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| OutOfMemory)?;
    let mut memory: Vec<Block> = Vec::new();
    let blocks = params.block_count();
    memory.try_reserve_exact(blocks).map_err(|_| OutOfMemory)?;
    memory.resize(blocks, Block::default());
    let mut key = Key::from_bytes(&[0; 32]);
    let outcome = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase, salt, key.bytes_mut(), &mut memory[..]);
    memory.iter_mut().for_each(Zeroize::zeroize);
    outcome.map_err(|_| OutOfMemory)?;
    Ok(key)
}

/// HKDF-SHA-256 (RFC 5869), 32 bytes.
pub fn derive_subkey(salt: &[u8], key: &Key, info: &[&[u8]]) -> Key {
    let mut out = Key::from_bytes(&[0; 32]);
    Hkdf::<Sha256>::new(Some(salt), key.bytes())
        .expand_multi_info(info, out.bytes_mut())
        .expect("32 bytes are within HKDF's limit");
    out
}

/// HKDF-SHA-256, 64 bytes: a wrapping key, and a commitment to it that may be published.
pub fn derive_committed(salt: &[u8], key: &Key, info: &[u8]) -> (Key, [u8; 32]) {
    let mut okm = Zeroizing::new([0_u8; 64]);
    Hkdf::<Sha256>::new(Some(salt), key.bytes())
        .expand(info, &mut okm[..])
        .expect("64 bytes are within HKDF's limit");
    let (kek, commitment) = okm.split_at(32);
    let mut out = Key::from_bytes(&[0; 32]);
    out.bytes_mut().copy_from_slice(kek);
    (
        out,
        commitment.try_into().expect("the second half has 32 bytes"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn argon2id_agrees_with_the_reference_tool() {
        // argon2-cffi: hash_secret_raw(b"password", salt, time_cost=1, memory_cost=256, parallelism=1, 32, ID)
        let key = derive_from_passphrase(
            b"password",
            b"somesaltsomesaltsomesaltsomesalt",
            KdfCost::TEST,
        )
        .expect("256 KiB");
        assert_eq!(
            hex::encode(key.bytes()),
            "930c0759064dc5424f8bc3e2ec54bee15e512d94a482c8e7ea3cdd87292a4dcf"
        );
    }

    #[test]
    fn limits() {
        assert!(
            KdfCost::CEILING.is_bearable()
                && KdfCost::START.is_strong()
                && KdfCost::FLOOR.is_strong()
        );
        assert!(!KdfCost::TEST.is_strong() && KdfCost::TEST.is_bearable());
        for (memory_kib, passes, lanes) in [
            (4_194_305, 3, 4),
            (65_536, 17, 4),
            (65_536, 3, 17),
            (65_536, 0, 4),
            (65_536, 3, 0),
            (31, 1, 4),
        ] {
            assert!(
                !KdfCost {
                    memory_kib,
                    passes,
                    lanes
                }
                .is_bearable(),
                "{memory_kib} {passes} {lanes}"
            );
        }
    }

    #[test]
    fn a_subkey_depends_on_salt_and_info() {
        let key = Key::from_bytes(&[9; 32]);
        let base = derive_subkey(b"s", &key, &[b"a"]);
        assert_ne!(base.bytes(), derive_subkey(b"t", &key, &[b"a"]).bytes());
        assert_ne!(base.bytes(), derive_subkey(b"s", &key, &[b"b"]).bytes());
    }
}
