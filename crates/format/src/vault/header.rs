//! The header: key slots under a MAC and a checksum. docs/FORMAT.md section 3.

#[cfg(any(test, feature = "testing"))]
pub mod fuzzing;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::folder::Folder;
use super::keyring::{Keyring, SUITE, header_mac};
use super::recovery_words::{self, WordList};
use super::slot::{KdfCost, SLOT, Slot, SlotSecret, SlotType};
use super::{VaultError, calibrate};
use crate::crypto::hash::{domain_hash, same};
use crate::crypto::key::Key;
use crate::crypto::random::{Random, make_id};
use fieldnotes_domain::ids::VaultId;
use fieldnotes_domain::text::secret;

const MAGIC: &[u8; 8] = b"FNVAULT\0";
const FORMAT: u16 = 1;
const CHECKSUM: &str = "fieldnotes/header/1";
const NAME: &str = "fieldnotes/header name/1";
const FIXED: usize = 33;
const MAX_SLOTS: usize = 16;
const FLAG_TEST: u8 = 1;

/// A header whose form and checksum are right. Its MAC is checked when a slot opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The vault's id.
    pub vault: VaultId,
    /// Which master key it holds: each rekey begins the next epoch.
    pub epoch: u32,
    /// Made with the derivation that tests use.
    pub is_test: bool,
    slots: Vec<Slot>,
    bytes: Vec<u8>,
}

/// What the sealed state calls a header by: a hash of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HeaderName(#[serde(with = "hex::serde")] [u8; 32]);

/// The beginning of a header's name. It distinguishes headers; only the whole name says what opens a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HeaderMark(#[serde(with = "hex::serde")] [u8; 8]);

impl HeaderName {
    /// How it begins.
    pub fn mark(&self) -> HeaderMark {
        let Self([a, b, c, d, e, f, g, h, ..]) = *self;
        HeaderMark([a, b, c, d, e, f, g, h])
    }
}

/// What a new vault's header is made of.
pub struct NewHeader {
    /// The header, to be written.
    pub header: Header,
    /// The keys that it opens.
    pub keyring: Keyring,
    /// What opens it when the passphrase is lost; shown once.
    pub recovery_words: SecretString,
}

impl Header {
    /// A header with a random master key, a passphrase slot and a recovery slot.
    pub fn make(
        passphrase: &SecretString,
        list: WordList,
        is_test: bool,
        random: &dyn Random,
    ) -> Result<NewHeader, VaultError> {
        Self::make_for((make_id(random), 1), passphrase, list, is_test, random)
    }

    fn make_for(
        (vault, epoch): (VaultId, u32),
        passphrase: &SecretString,
        list: WordList,
        is_test: bool,
        random: &dyn Random,
    ) -> Result<NewHeader, VaultError> {
        let (master, recovery) = (Key::make(random), Key::make(random));
        let cost = if is_test {
            KdfCost::TEST
        } else {
            calibrate::cost_of_about_a_second()?
        };
        let slots = vec![
            Slot::make(
                vault,
                &passphrase_secret(passphrase)?,
                cost,
                &master,
                random,
            )?,
            Slot::make(
                vault,
                &SlotSecret::Recovery(recovery.clone()),
                cost,
                &master,
                random,
            )?,
        ];
        let mut header = Self {
            vault,
            epoch,
            is_test,
            slots,
            bytes: Vec::new(),
        };
        header.bytes = header.encode(&master);
        let keyring = Keyring::derive(vault, header.epoch, master);
        Ok(NewHeader {
            header,
            keyring,
            recovery_words: recovery_words::words_of(&recovery, list),
        })
    }

    /// The keys, by passphrase. Runs one key derivation for each passphrase slot.
    pub fn unlock(&self, passphrase: &SecretString) -> Result<Keyring, VaultError> {
        secret::to_open(passphrase)?;
        self.open(&SlotSecret::Passphrase(passphrase))
    }

    /// The keys, by recovery words.
    pub fn recover(&self, words: &str) -> Result<Keyring, VaultError> {
        self.open(&SlotSecret::Recovery(recovery_words::key_of(words)?))
    }

    fn open(&self, secret: &SlotSecret<'_>) -> Result<Keyring, VaultError> {
        for slot in &self.slots {
            if let Some(master) = slot.open(self.vault, secret)? {
                let mac = self
                    .bytes
                    .len()
                    .checked_sub(64)
                    .and_then(|at| self.bytes.split_at_checked(at));
                let (signed, tail) = mac.ok_or(VaultError::HeaderDamaged)?;
                let mac = tail.first_chunk::<32>().ok_or(VaultError::HeaderDamaged)?;
                if !same(mac, &header_mac(self.vault, &master, signed)) {
                    return Err(VaultError::HeaderAltered);
                }
                return Ok(Keyring::derive(self.vault, self.epoch, master));
            }
        }
        Err(match secret {
            SlotSecret::Passphrase(_) => VaultError::WrongPassphrase,
            SlotSecret::Recovery(_) => VaultError::WrongRecoveryWords,
        })
    }

    /// The same header with another passphrase; the recovery slot stays.
    pub fn with_passphrase(
        &self,
        keyring: &Keyring,
        new: &SecretString,
        random: &dyn Random,
    ) -> Result<Self, VaultError> {
        let cost = if self.is_test {
            KdfCost::TEST
        } else {
            calibrate::cost_of_about_a_second()?
        };
        let mut next = self.clone();
        next.slots.retain(|slot| slot.kind != SlotType::Passphrase);
        next.slots.insert(
            0,
            Slot::make(
                self.vault,
                &passphrase_secret(new)?,
                cost,
                &keyring.master,
                random,
            )?,
        );
        next.bytes = next.encode(&keyring.master);
        Ok(next)
    }

    /// A header of the next key epoch: another master key, under this passphrase and new recovery words.
    pub fn rekeyed(
        &self,
        passphrase: &SecretString,
        list: WordList,
        random: &dyn Random,
    ) -> Result<NewHeader, VaultError> {
        let epoch = self.epoch.checked_add(1);
        let epoch = epoch.ok_or(VaultError::FormatTooNew)?;
        Self::make_for((self.vault, epoch), passphrase, list, self.is_test, random)
    }

    /// What the sealed state calls it by: docs/FORMAT.md section 4.2.
    pub fn name(&self) -> HeaderName {
        HeaderName(domain_hash(NAME, &self.bytes))
    }

    /// The cost of the passphrase slot.
    pub fn cost(&self) -> Option<KdfCost> {
        self.slots
            .iter()
            .find(|slot| slot.kind == SlotType::Passphrase)
            .map(|slot| slot.cost)
    }

    fn encode(&self, master: &Key) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend_from_slice(&FORMAT.to_be_bytes());
        out.push(SUITE);
        out.push(if self.is_test { FLAG_TEST } else { 0 });
        out.extend_from_slice(self.vault.as_bytes());
        out.extend_from_slice(&self.epoch.to_be_bytes());
        out.push(self.slots.len() as u8);
        self.slots.iter().for_each(|slot| slot.write(&mut out));
        out.extend_from_slice(&header_mac(self.vault, master, &out));
        out.extend_from_slice(&domain_hash(CHECKSUM, &out));
        out
    }

    /// Reads a header in the order that docs/FORMAT.md gives. Derives nothing.
    pub fn decode(bytes: &[u8]) -> Result<Self, VaultError> {
        let damaged = VaultError::HeaderDamaged;
        if !bytes.starts_with(MAGIC) {
            return Err(damaged);
        }
        let (body, checksum) = bytes
            .split_last_chunk::<32>()
            .ok_or(VaultError::HeaderDamaged)?;
        if !same(checksum, &domain_hash(CHECKSUM, body)) {
            return Err(damaged);
        }
        let fixed = body
            .first_chunk::<FIXED>()
            .ok_or(VaultError::HeaderDamaged)?;
        let &[
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            _,
            format_high,
            format_low,
            suite,
            flags,
            ..,
            e0,
            e1,
            e2,
            e3,
            count,
        ] = fixed;
        if u16::from_be_bytes([format_high, format_low]) != FORMAT
            || suite != SUITE
            || flags & !FLAG_TEST != 0
        {
            return Err(VaultError::FormatTooNew);
        }
        let count = usize::from(count);
        let slots = body
            .get(FIXED..)
            .and_then(|rest| rest.split_last_chunk::<32>())
            .map(|(slots, _)| slots);
        let slots = slots
            .filter(|slots| (1..=MAX_SLOTS).contains(&count) && slots.len() == count * SLOT)
            .ok_or(VaultError::HeaderDamaged)?;
        let (slots, _) = slots.as_chunks::<SLOT>();
        let vault = fixed
            .get(12..28)
            .and_then(|id| id.try_into().ok())
            .map(VaultId::from_bytes)
            .ok_or(VaultError::HeaderDamaged)?;
        Ok(Self {
            vault,
            epoch: u32::from_be_bytes([e0, e1, e2, e3]),
            is_test: flags & FLAG_TEST != 0,
            slots: slots.iter().map(Slot::read).collect::<Result<_, _>>()?,
            bytes: bytes.to_vec(),
        })
    }

    /// Reads the header of a vault.
    pub fn read(folder: &Folder) -> Result<Self, VaultError> {
        match folder.read_small(&folder.header()) {
            Ok(bytes) => Self::decode(&bytes),
            // A vault that lost its header is damaged, not absent.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // Nor is one whose making was cut short, or goes on: it never had one.
                let is_unmade =
                    folder.exists(&folder.being_made()) && !folder.exists(&folder.header_copy());
                Err(if folder.exists(&folder.database()) && !is_unmade {
                    VaultError::HeaderDamaged
                } else {
                    VaultError::NotAVault
                })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Reads the copy that is kept for the day when the header is damaged.
    pub fn read_copy(folder: &Folder) -> Result<Self, VaultError> {
        match folder.read_small(&folder.header_copy()) {
            Ok(bytes) => Self::decode(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(VaultError::HeaderDamaged)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Writes header and copy, each whole or not at all.
    pub fn write(&self, folder: &Folder) -> Result<(), VaultError> {
        self.write_first(folder)?;
        self.write_copy(folder)
    }

    /// Writes the copy alone, whole or not at all.
    pub fn write_copy(&self, folder: &Folder) -> Result<(), VaultError> {
        Ok(folder.replace(&folder.header_copy(), &self.bytes)?)
    }

    /// Writes the header alone, whole or not at all.
    pub fn write_first(&self, folder: &Folder) -> Result<(), VaultError> {
        Ok(folder.replace(&folder.header(), &self.bytes)?)
    }

    /// Writes the header that goes with the master key under which the database is about to be sealed.
    pub fn write_next(&self, folder: &Folder) -> Result<(), VaultError> {
        Ok(folder.replace(&folder.header_next(), &self.bytes)?)
    }

    /// The header that a database needs which was sealed again, where its own is still the one from before.
    pub fn read_next(folder: &Folder) -> Option<Self> {
        let bytes = folder.read_small(&folder.header_next()).ok()?;
        Self::decode(&bytes).ok()
    }

    /// Ends a change that a crash, or this program, left half done: header and copy are this one, and no next one is left.
    pub fn finish_change(&self, folder: &Folder) -> Result<(), VaultError> {
        if !folder.exists(&folder.header_next()) {
            return self.refresh_copy(folder);
        }
        if Self::read(folder).ok().as_ref() != Some(self) {
            self.write_first(folder)?;
            self.write_copy(folder)?;
        }
        self.refresh_copy(folder)?;
        folder.remove_if_there(&folder.header_next())?;
        Ok(folder.sync(&folder.header_next())?)
    }

    /// Brings a copy up to date that a crash left behind. One that is damaged is left for `verify` to report.
    fn refresh_copy(&self, folder: &Folder) -> Result<(), VaultError> {
        match Self::read_copy(folder) {
            Ok(copy) if copy != *self => Ok(folder.replace(&folder.header_copy(), &self.bytes)?),
            _ => Ok(()),
        }
    }
}

/// A slot composes what it stretches; here it is only looked at.
fn passphrase_secret(passphrase: &SecretString) -> Result<SlotSecret<'_>, VaultError> {
    secret::to_seal(passphrase)?;
    Ok(SlotSecret::Passphrase(passphrase))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use secrecy::ExposeSecret;

    use super::*;
    use crate::crypto::random::OsRandom;

    fn new(passphrase: &str) -> NewHeader {
        Header::make(
            &SecretString::from(passphrase),
            WordList::English,
            true,
            &OsRandom,
        )
        .expect("test cost")
    }

    #[test]
    fn passphrase_and_recovery_words_open_the_same_keys() {
        let made = new("열려라 참깨");
        let header = Header::decode(&made.header.bytes).expect("own header");
        assert_eq!(header, made.header);
        // The same syllables, decomposed as a Mac would give them.
        let typed: String =
            unicode_normalization::UnicodeNormalization::nfd("열려라 참깨").collect();
        let by_passphrase = header
            .unlock(&SecretString::from(typed))
            .expect("right passphrase");
        let by_words = header
            .recover(made.recovery_words.expose_secret())
            .expect("right words");
        for keyring in [by_passphrase, by_words] {
            assert_eq!(keyring.master.bytes(), made.keyring.master.bytes());
        }
        assert!(matches!(
            header.unlock(&SecretString::from("other")),
            Err(VaultError::WrongPassphrase)
        ));
        assert!(matches!(
            header.recover("abandon"),
            Err(VaultError::RecoveryWordsMistyped(_))
        ));
    }

    #[test]
    fn a_new_passphrase_ends_the_old_one() {
        let made = new("old");
        let next = made
            .header
            .with_passphrase(&made.keyring, &SecretString::from("new"), &OsRandom)
            .expect("ok");
        assert!(matches!(
            next.unlock(&SecretString::from("old")),
            Err(VaultError::WrongPassphrase)
        ));
        assert!(next.unlock(&SecretString::from("new")).is_ok());
        assert!(next.recover(made.recovery_words.expose_secret()).is_ok());
    }

    /// Somebody without the master key changes a field and mends the checksum.
    fn crafted(change: impl Fn(&mut Vec<u8>)) -> Result<Header, VaultError> {
        let mut bytes = new("x").header.bytes;
        change(&mut bytes);
        bytes.truncate(bytes.len() - 32);
        let checksum = domain_hash(CHECKSUM, &bytes);
        bytes.extend_from_slice(&checksum);
        Header::decode(&bytes)
    }

    #[test]
    fn crafted_headers_are_refused_before_anything_is_derived() {
        let memory = FIXED + 17;
        let huge =
            crafted(|bytes| bytes[memory..memory + 4].copy_from_slice(&u32::MAX.to_be_bytes()));
        assert!(matches!(huge, Err(VaultError::KdfOutOfBounds)));
        assert!(matches!(
            crafted(|bytes| bytes[9] = 2),
            Err(VaultError::FormatTooNew)
        ));
        assert!(matches!(
            crafted(|bytes| bytes[32] = 3),
            Err(VaultError::HeaderDamaged)
        ));
        assert!(matches!(
            crafted(|bytes| bytes[32] = 0),
            Err(VaultError::HeaderDamaged)
        ));
        let altered = crafted(|bytes| bytes[11] = 0).expect("form is right");
        assert!(
            matches!(
                altered.unlock(&SecretString::from("x")),
                Err(VaultError::HeaderAltered)
            ),
            "the MAC covers the test flag"
        );
    }

    proptest! {
        #[test]
        fn any_flipped_bit_is_damage(at: prop::sample::Index, bit in 0_u8..8) {
            let mut bytes = new("x").header.bytes;
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert!(matches!(Header::decode(&bytes), Err(VaultError::HeaderDamaged)));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            prop_assert!(Header::decode(&bytes).is_err());
        }
    }
}
