//! The live keys of an unlocked vault.

use crate::crypto::hash;
use crate::crypto::kdf::derive_subkey;
use crate::crypto::key::Key;
use fieldnotes_domain::ids::VaultId;

/// The only suite so far: XChaCha20-Poly1305, HKDF-SHA-256, HMAC-SHA-256, Argon2id, Ed25519.
pub const SUITE: u8 = 1;

/// The master key and what is derived from it. Wiped when dropped.
#[derive(Debug)]
pub struct Keyring {
    /// The vault's id.
    pub vault: VaultId,
    /// The epoch of the master key.
    pub epoch: u32,
    pub(super) master: Key,
    pub(super) rows: Key,
    pub(super) rows_seal: Key,
    pub(super) pages: Key,
    pub(super) pages_seal: Key,
    pub(super) index: Key,
    pub(super) index_names: Key,
}

impl Keyring {
    pub(super) fn derive(vault: VaultId, epoch: u32, master: Key) -> Self {
        let sub = |label| subkey(vault, &master, label);
        Self {
            rows: sub("rows"),
            rows_seal: sub("rows seal"),
            pages: sub("pages"),
            pages_seal: sub("pages seal"),
            index: sub("index"),
            index_names: sub("index names"),
            vault,
            epoch,
            master,
        }
    }

    /// The same keys once more.
    pub fn again(&self) -> Self {
        Self::derive(self.vault, self.epoch, self.master.clone())
    }

    /// Whether the system keeps the keys out of the swap file.
    pub fn is_locked_in_memory(&self) -> bool {
        [&self.master, &self.rows, &self.pages]
            .into_iter()
            .all(Key::is_locked)
    }
}

/// `subkey` of docs/FORMAT.md section 1.
pub(super) fn subkey(vault: VaultId, master: &Key, label: &str) -> Key {
    let length = (label.len() as u32).to_be_bytes();
    derive_subkey(
        vault.as_bytes(),
        master,
        &[b"fieldnotes/subkey/1", &length, label.as_bytes()],
    )
}

/// HMAC under the header's subkey.
pub(super) fn header_mac(vault: VaultId, master: &Key, bytes: &[u8]) -> [u8; 32] {
    hash::mac(&subkey(vault, master, "header"), &[bytes])
}
