//! The keyed part of the page seal: docs/FORMAT.md section 4.4.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::keyring::{Keyring, SUITE};
use super::sealed_row::SetSeal;
use crate::crypto::random::Random;
use crate::crypto::{aead, hash};

const DOMAIN: &[u8] = b"fieldnotes/pages/1";
const STATE: &[u8] = b"fieldnotes/pages state/1";

/// A state of a database, in few bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The count of transactions.
    pub counter: u64,
    /// The keyed hash of the whole state.
    #[serde(with = "hex::serde")]
    pub state: [u8; 32],
}

/// The seal over the pages of a database file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSeal {
    /// Bytes of a page.
    pub page_size: u32,
    /// How many pages the file has.
    pub pages: u64,
    /// The count of transactions of the database that was sealed.
    pub counter: u64,
    /// HMAC of its state.
    pub state: [u8; 32],
    seal: SetSeal,
}

impl Default for PageSeal {
    fn default() -> Self {
        Self {
            page_size: 4096,
            pages: 0,
            counter: 0,
            state: [0; 32],
            seal: SetSeal::default(),
        }
    }
}

impl PageSeal {
    /// Whether it is over the same pages, whatever else is known of the database.
    pub fn is_over_same(&self, other: &Self) -> bool {
        (self.page_size, self.pages, self.seal) == (other.page_size, other.pages, other.seal)
    }

    /// Adds pages, or takes them out again; on all cores.
    pub fn toggle(&mut self, keyring: &Keyring, pages: &[(u64, &[u8])]) {
        let macs: Vec<[u8; 32]> = pages
            .par_iter()
            .map(|(number, page)| hash::mac(&keyring.pages_seal, &[&number.to_be_bytes(), page]))
            .collect();
        macs.into_iter().for_each(|mac| self.seal.toggle(mac));
    }
}

impl Keyring {
    fn pages_aad(&self) -> Vec<u8> {
        let mut aad = (DOMAIN.len() as u32).to_be_bytes().to_vec();
        aad.extend_from_slice(DOMAIN);
        aad.push(SUITE);
        aad.extend_from_slice(self.vault.as_bytes());
        aad
    }

    /// What the `pages` file says of the state: a hash that reveals nothing without the key.
    pub fn digest_of_state(&self, state: &[u8]) -> [u8; 32] {
        hash::mac(&self.pages_seal, &[STATE, state])
    }

    /// The bytes of the `pages` file.
    pub fn close_page_seal(&self, seal: &PageSeal, random: &dyn Random) -> Vec<u8> {
        let mut value = Vec::with_capacity(84 + aead::TAG);
        value.extend_from_slice(&seal.page_size.to_be_bytes());
        value.extend_from_slice(&seal.pages.to_be_bytes());
        value.extend_from_slice(&seal.counter.to_be_bytes());
        value.extend_from_slice(&seal.state);
        value.extend_from_slice(&seal.seal.0);
        aead::seal(&self.pages, &self.pages_aad(), value, random)
    }

    /// Reads the `pages` file; `None` where it does not open.
    pub fn open_page_seal(&self, bytes: &[u8]) -> Option<PageSeal> {
        let value = aead::open(&self.pages, &self.pages_aad(), bytes).ok()?;
        let (page_size, rest) = value.split_first_chunk::<4>()?;
        let (pages, rest) = rest.split_first_chunk::<8>()?;
        let (counter, rest) = rest.split_first_chunk::<8>()?;
        let (state, seal) = rest.split_first_chunk::<32>()?;
        Some(PageSeal {
            page_size: u32::from_be_bytes(*page_size),
            pages: u64::from_be_bytes(*pages),
            counter: u64::from_be_bytes(*counter),
            state: *state,
            seal: SetSeal(seal.try_into().ok()?),
        })
    }
}
