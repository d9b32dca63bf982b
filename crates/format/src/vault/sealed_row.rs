//! Rows of the database, sealed to their place: docs/FORMAT.md section 4.1.

use std::ops::Range;

use zeroize::Zeroizing;

use super::keyring::{Keyring, SUITE};
use crate::crypto::aead::{self, NONCE, TAG};
use crate::crypto::hash;
use crate::crypto::pad::{pad_into, padded, unpad, unpadded};
use crate::crypto::random::{Random, make_array};

#[cfg(any(test, feature = "testing"))]
pub use crate::crypto::pad::target as padded_length;
pub use crate::crypto::pad::{CELL, Padding};

/// What a row is sealed under, besides the key. Never used twice.
pub type RowNonce = [u8; NONCE];

const DOMAIN: &[u8] = b"fieldnotes/row/1";
const ROW_FORMAT: u16 = 1;
const AAD: usize = 4 + DOMAIN.len() + 1 + 16 + 1 + 8 + 2 + 4;

/// The id of a row in its table. A value in cells has that of the cell with its first piece. No row has 0, the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RowId(pub i64);

impl std::fmt::Display for RowId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowPlace {
    /// The number of the table.
    pub table: u8,
    /// The id of the row.
    pub id: RowId,
    /// The key epoch that the row says it was sealed in. Anybody can write another number there: a row is opened by the
    /// epoch of the keys, and this is part of the seal of its table, by which another number is noticed.
    pub epoch: u32,
}

/// A row does not open where it stands: it was altered, or moved there from somewhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a row does not open")]
pub struct RowDamaged;

impl RowPlace {
    fn aad(self, keyring: &Keyring) -> [u8; AAD] {
        let mut aad = [0; AAD];
        let mut rest = &mut aad[..];
        let mut put = |bytes: &[u8]| {
            let (now, later) = std::mem::take(&mut rest).split_at_mut(bytes.len());
            now.copy_from_slice(bytes);
            rest = later;
        };
        put(&(DOMAIN.len() as u32).to_be_bytes());
        put(DOMAIN);
        put(&[SUITE]);
        put(keyring.vault.as_bytes());
        put(&[self.table]);
        put(&self.id.0.to_be_bytes());
        put(&ROW_FORMAT.to_be_bytes());
        put(&keyring.epoch.to_be_bytes());
        aad
    }
}

/// Opens many rows; what the cipher leaves on the stack is wiped once behind them all.
pub struct OpenRows<'k>(&'k Keyring);

impl OpenRows<'_> {
    /// Opens a row in place and says where in it the value lies.
    pub fn open(&self, place: RowPlace, sealed: &mut [u8]) -> Result<Range<usize>, RowDamaged> {
        let Self(keyring) = self;
        let padded = aead::open_slice(&keyring.rows, &place.aad(keyring), sealed);
        let value = unpadded(padded.map_err(|_| RowDamaged)?).map_err(|_| RowDamaged)?;
        Ok(NONCE + value.start..NONCE + value.end)
    }
}

impl Keyring {
    /// Seals a value for its place.
    pub fn seal_row(
        &self,
        place: RowPlace,
        padding: Padding,
        value: &[u8],
        random: &dyn Random,
    ) -> Vec<u8> {
        self.seal_row_under(place, padding, value, make_array(random))
    }

    /// Seals a value for its place under a nonce that was drawn for it alone.
    pub fn seal_row_under(
        &self,
        place: RowPlace,
        padding: Padding,
        value: &[u8],
        nonce: RowNonce,
    ) -> Vec<u8> {
        let mut sealed = Vec::with_capacity(NONCE + padded(padding, value.len()) + TAG);
        sealed.extend_from_slice(&nonce);
        pad_into(padding, value, &mut sealed);
        sealed.extend_from_slice(&[0; TAG]);
        aead::seal_slice(&self.rows, &place.aad(self), &mut sealed);
        sealed
    }

    /// Seals a row again for where it stands, under other keys, its padding as it is, and has `look` see the value. The epoch of
    /// the place is that of these keys.
    pub fn reseal_row<R>(
        &self,
        place: RowPlace,
        sealed: &[u8],
        (new, nonce): (&Self, RowNonce),
        look: impl FnOnce(&[u8]) -> R,
    ) -> Result<(Vec<u8>, R), RowDamaged> {
        if place.epoch != self.epoch {
            return Err(RowDamaged);
        }
        let opened = aead::open(&self.rows, &place.aad(self), sealed).map_err(|_| RowDamaged)?;
        let padded = Zeroizing::new(opened);
        let value = unpadded(&padded).map_err(|_| RowDamaged)?;
        let seen = look(padded.get(value).unwrap_or_default());
        let mut again = Vec::with_capacity(sealed.len());
        again.extend_from_slice(&nonce);
        again.extend_from_slice(&padded);
        again.extend_from_slice(&[0; TAG]);
        let place = RowPlace {
            epoch: new.epoch,
            ..place
        };
        aead::seal_slice(&new.rows, &place.aad(new), &mut again);
        Ok((again, seen))
    }

    /// Opens a row where it stands.
    pub fn open_row(
        &self,
        place: RowPlace,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, RowDamaged> {
        let opened = aead::open(&self.rows, &place.aad(self), sealed).map_err(|_| RowDamaged)?;
        let mut value = Zeroizing::new(opened);
        unpad(&mut value).map_err(|_| RowDamaged)?;
        Ok(value)
    }

    /// Opens many rows in `work`.
    pub fn open_rows(&self, work: &mut dyn FnMut(&OpenRows<'_>)) {
        aead::wiping(&mut || work(&OpenRows(self)));
    }

    /// What a row adds to the seal of its table: docs/FORMAT.md section 4.2.
    pub fn row_seal(&self, place: RowPlace, sealed: &[u8]) -> [u8; 32] {
        let nonce = sealed.first_chunk::<NONCE>().map_or(&[][..], |nonce| nonce);
        let tag = sealed.last_chunk::<TAG>().map_or(&[][..], |tag| tag);
        let (id, epoch) = (place.id.0.to_be_bytes(), place.epoch.to_be_bytes());
        hash::mac(&self.rows_seal, &[&[place.table], &id, &epoch, nonce, tag])
    }
}

/// A set of rows, order apart: adding and removing are the same operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SetSeal(pub [u8; 32]);

impl SetSeal {
    /// Adds a row that is not in the set, or removes one that is.
    pub fn toggle(&mut self, element: [u8; 32]) {
        self.0.iter_mut().zip(element).for_each(|(a, b)| *a ^= b);
    }
}

#[cfg(test)]
mod tests {
    use fieldnotes_domain::ids::VaultId;

    use super::*;
    use crate::crypto::key::Key;
    use crate::crypto::random::OsRandom;

    #[test]
    fn a_row_opens_in_its_place_only() {
        let vault = VaultId::from_bytes([4; 16]);
        let keyring = Keyring::derive(vault, 1, Key::from_bytes(&[1; 32]));
        let place = RowPlace {
            table: 2,
            id: RowId(77),
            epoch: 1,
        };
        let sealed = keyring.seal_row(place, Padding::Padme, b"value", &OsRandom);
        assert_eq!(sealed.len(), NONCE + 256 + TAG);
        assert_eq!(
            keyring
                .open_row(place, &sealed)
                .expect("in place")
                .as_slice(),
            b"value"
        );
        keyring.open_rows(&mut |rows| {
            let mut there = sealed.clone();
            let value = rows.open(place, &mut there).expect("in place");
            assert_eq!(&there[value], b"value");
        });
        for other in [
            RowPlace { table: 3, ..place },
            RowPlace {
                id: RowId(78),
                ..place
            },
        ] {
            assert_eq!(keyring.open_row(other, &sealed), Err(RowDamaged));
            keyring.open_rows(&mut |rows| {
                assert_eq!(rows.open(other, &mut sealed.clone()), Err(RowDamaged));
                assert_eq!(rows.open(place, &mut [0; 7]), Err(RowDamaged));
            });
        }
        // Another number beside it keeps nobody from reading it, and does not pass for the same row.
        let renumbered = RowPlace { epoch: 2, ..place };
        let opened = keyring.open_row(renumbered, &sealed);
        assert_eq!(opened.expect("by the keys").as_slice(), b"value");
        assert_ne!(
            keyring.row_seal(renumbered, &sealed),
            keyring.row_seal(place, &sealed)
        );
        let next = Keyring::derive(vault, 2, Key::from_bytes(&[1; 32]));
        assert_eq!(next.open_row(renumbered, &sealed), Err(RowDamaged));
        let elsewhere = Keyring::derive(VaultId::from_bytes([5; 16]), 1, Key::from_bytes(&[1; 32]));
        assert_eq!(elsewhere.open_row(place, &sealed), Err(RowDamaged));
    }
}
