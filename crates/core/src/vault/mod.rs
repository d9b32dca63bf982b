//! Creating, unlocking and locking a vault.

pub(crate) mod create;
pub(crate) mod header;
pub(crate) mod keys;
pub(crate) mod load;
pub(crate) mod open;
pub mod opening;
pub(crate) mod rebuild;
pub(crate) mod rekey;
pub(crate) mod repair;
pub(crate) mod unlock;
pub(crate) mod verification;
pub mod verify;

use std::path::Path;

use secrecy::SecretString;
use serde::Serialize;

use crate::environment::Environment;
use crate::error::Outcome;
use crate::session::Session;
use crate::vault::unlock::Access;
use crate::vault::verify::DamagedPart;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::VaultError;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::lock_file::LockFile;

pub use crate::session::storage::InterruptedRekey;
pub use crate::vault::create::UnfinishedVault;
pub use crate::vault::rekey::PreparedRekey;
pub use fieldnotes_format::vault::WordList;

/// What a new vault is made with.
#[derive(Debug)]
pub struct NewVault {
    /// The passphrase.
    pub passphrase: SecretString,
    /// The language of the recovery words.
    pub recovery_words: WordList,
    /// Made with the weak key derivation that tests use; the vault says so for ever.
    pub is_test: bool,
}

/// A vault that was just made.
#[derive(Debug)]
pub struct CreatedVault {
    /// Its id.
    pub vault: String,
    /// The fingerprint of its identity: twelve groups of five digits.
    pub fingerprint: String,
    /// The recovery words. Shown once, kept nowhere.
    pub recovery_words: SecretString,
}

/// What can be seen of a vault without its passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct VaultLook {
    /// Its id.
    pub vault: String,
    /// The number of its format.
    pub format: u16,
    /// It was made with the weak key derivation that tests use.
    pub is_test: bool,
    /// Memory of the key derivation in KiB.
    pub kdf_memory_kib: u32,
    /// Passes of the key derivation.
    pub kdf_passes: u32,
    /// Lanes of the key derivation.
    pub kdf_lanes: u32,
    /// Another program has it open.
    pub is_in_use: bool,
}

/// What is in an unlocked vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct VaultStatus {
    /// Records, in the trash or not.
    pub records: u64,
    /// Revisions of them.
    pub revisions: u64,
    /// Records that a person has to settle.
    pub conflicts: u64,
    /// Drafts.
    pub drafts: u64,
    /// Colleagues.
    pub colleagues: u64,
    /// Contents of attachments.
    pub files: u64,
    /// Bytes of them.
    pub file_bytes: u64,
    /// The fingerprint of the vault's identity.
    pub fingerprint: String,
    /// Whether the system keeps the keys out of the swap file.
    pub is_locked_in_memory: bool,
    /// Whether nothing can be saved, because the vault is damaged or its disk cannot be written to.
    pub is_read_only: bool,
    /// Whether that is because the disk or the folder cannot be written to, and the vault is whole.
    pub is_storage_read_only: bool,
    /// Files and folders in the vault's folder that are not the vault's. They are left as they are.
    pub strangers: u64,
    /// The day on which consent has to hold now: `2026-11-22`. Not earlier than that of the newest revision saved here.
    pub consent_day: String,
    /// A rekey that a crash had cut short, where unlocking found one and finished it or cleared it away.
    pub interrupted_rekey: Option<InterruptedRekey>,
    /// What was found damaged on unlocking.
    pub damage: Vec<DamagedPart>,
}

/// The digest over all revisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct VaultDigest {
    /// Equal exactly where two vaults hold the same revisions. 64 hexadecimal digits.
    pub digest: String,
}

/// Makes a vault in a folder that is missing or empty. It is locked afterwards. A failure leaves the folder as it was.
pub fn create(folder: &Path, new: &NewVault, environment: &Environment) -> Outcome<CreatedVault> {
    finish_create(begin_create(folder, new, environment)?)
}

/// Makes all of a vault but what makes it one, so that its recovery words can be shown first. A vault comes to be only by
/// [`finish_create`], and nothing is left where that does not follow.
pub fn begin_create(
    folder: &Path,
    new: &NewVault,
    environment: &Environment,
) -> Outcome<UnfinishedVault> {
    Ok(create::begin_create(
        folder,
        &new.passphrase,
        new.recovery_words,
        new.is_test,
        environment,
    )?)
}

/// What is being made, with its recovery words.
pub fn begun(unfinished: &UnfinishedVault) -> CreatedVault {
    view(unfinished.created())
}

/// Makes it a vault. It is locked afterwards.
pub fn finish_create(unfinished: UnfinishedVault) -> Outcome<CreatedVault> {
    Ok(view(&unfinished.finish()?))
}

fn view(made: &create::Created) -> CreatedVault {
    CreatedVault {
        vault: made.vault.to_string(),
        fingerprint: made.fingerprint.clone(),
        recovery_words: made.recovery_words.clone(),
    }
}

/// Unlocks a vault. One that is damaged is refused, and the failure names what.
pub fn unlock(
    folder: &Path,
    passphrase: &SecretString,
    environment: &Environment,
) -> Outcome<Session> {
    Ok(unlock::unlock(
        folder,
        passphrase,
        Access::Full,
        environment,
    )?)
}

/// Unlocks what is left of a damaged vault, for reading only. Nothing is written.
pub fn unlock_damaged(
    folder: &Path,
    passphrase: &SecretString,
    environment: &Environment,
) -> Outcome<Session> {
    Ok(unlock::unlock(
        folder,
        passphrase,
        Access::WhatIsLeft,
        environment,
    )?)
}

/// Whether recovery words open a vault: asked before anybody thinks of a new passphrase. Nothing is written.
///
/// # Errors
/// [`crate::error::Code::RecoveryWordsMistyped`], [`crate::error::Code::WrongRecoveryWords`], and whatever keeps [`recover`] from the header.
pub fn check_recovery_words(
    folder: &Path,
    words: &SecretString,
    environment: &Environment,
) -> Outcome<()> {
    Ok(keys::check_words(folder, words, environment)?)
}

/// Unlocks a vault by its recovery words and gives it a new passphrase. Nothing is changed where the database is an older one.
pub fn recover(
    folder: &Path,
    words: &SecretString,
    new: &SecretString,
    environment: &Environment,
) -> Outcome<Session> {
    Ok(keys::recover(folder, words, new, false, environment)?)
}

/// As [`recover`], and a database that is an older one, or another copy, counts as the vault's from now on.
pub fn recover_from_older(
    folder: &Path,
    words: &SecretString,
    new: &SecretString,
    environment: &Environment,
) -> Outcome<Session> {
    Ok(keys::recover(folder, words, new, true, environment)?)
}

/// Replaces the passphrase.
pub fn change_passphrase(
    session: &mut Session,
    current: &SecretString,
    new: &SecretString,
) -> Outcome<()> {
    Ok(session.change_passphrase(current, new)?)
}

/// What a vault is sealed again with.
#[derive(Debug)]
pub struct Rekey<'p> {
    /// The passphrase that is there, asked for again.
    pub current: &'p SecretString,
    /// The one that is to be; nothing where it stays.
    pub new: Option<&'p SecretString>,
    /// The language of the new recovery words.
    pub recovery_words: WordList,
}

/// Draws a new master key and new recovery words, to be shown before anything is changed.
///
/// # Errors
/// [`crate::error::Code::NoRoom`] where the disk has no space for the database once more.
pub fn prepare_rekey(session: &Session, rekey: &Rekey<'_>) -> Outcome<PreparedRekey> {
    let Rekey {
        current,
        new,
        recovery_words,
    } = rekey;
    Ok(session.prepare_rekey(current, *new, *recovery_words)?)
}

/// Seals the vault again under the new master key: no header, passphrase or recovery words from before open what is written
/// after. The new recovery words are good once this returns.
///
/// # Errors
/// [`crate::error::Code::WrongPassphrase`] where the passphrase was changed meanwhile; [`crate::error::Code::Cancelled`] where `watch` says
/// so. Nothing has changed then.
pub fn apply_rekey(
    session: &mut Session,
    prepared: PreparedRekey,
    watch: &mut Watch<'_>,
) -> Outcome<()> {
    Ok(session.apply_rekey(prepared, watch)?)
}

/// A rekey that a crash had cut short, where unlocking found one and finished it or cleared it away.
pub fn interrupted_rekey(session: &Session) -> Option<InterruptedRekey> {
    session.interrupted_rekey()
}

/// Wipes keys and contents from memory and closes the files. A failure is none of what was saved: that was safe before, and
/// only what makes the next unlock quicker, or `verify` more exact, is missing.
pub fn lock(session: Session) -> Outcome<()> {
    Ok(session.lock()?)
}

/// What can be seen without the passphrase.
pub fn look(folder: &Path) -> Outcome<VaultLook> {
    let folder = Folder::of_vault(folder)?;
    let header = Header::read(&folder)?;
    let is_in_use = match LockFile::take(&folder) {
        Ok(_) => false,
        Err(VaultError::InUse { .. }) => true,
        Err(error) => return Err(error.into()),
    };
    let cost = header.cost();
    Ok(VaultLook {
        vault: header.vault.to_string(),
        format: 1,
        is_test: header.is_test,
        kdf_memory_kib: cost.map_or(0, |cost| cost.memory_kib),
        kdf_passes: cost.map_or(0, |cost| cost.passes),
        kdf_lanes: cost.map_or(0, |cost| cost.lanes),
        is_in_use,
    })
}

/// What is in an unlocked vault.
pub fn status(session: &Session) -> VaultStatus {
    let (files, file_bytes) = session.contents();
    VaultStatus {
        records: session.graph().record_count() as u64,
        revisions: session.graph().len() as u64,
        conflicts: session.conflict_count(),
        drafts: session.drafts().count() as u64,
        colleagues: session.colleagues().count() as u64,
        files,
        file_bytes,
        fingerprint: session.identity().fingerprint().to_string(),
        is_locked_in_memory: session.is_locked_in_memory(),
        is_read_only: session.is_read_only(),
        is_storage_read_only: session.is_storage_read_only(),
        strangers: session.strangers().map_or(0, |found| found.count),
        consent_day: session.consent_day().to_string(),
        interrupted_rekey: interrupted_rekey(session),
        damage: session
            .damage()
            .iter()
            .map(crate::vault::verify::part)
            .collect(),
    }
}

/// Minutes without a touch until the window locks a vault by itself, where nobody chose otherwise, and before it is unlocked.
pub const LOCK_AFTER: u32 = 5;

/// A day: who wants longer wants never.
const LONGEST_LOCK_AFTER: u32 = 24 * 60;

/// Minutes without a touch until the window locks this vault by itself; 0 is never. It is sealed in the vault, so that nobody
/// who can write to the disk keeps a vault open.
pub fn lock_after(session: &Session) -> u32 {
    session.lock_after().unwrap_or(LOCK_AFTER)
}

/// Chooses that. More than a day counts as a day. Returns what holds now.
pub fn set_lock_after(session: &mut Session, minutes: u32) -> Outcome<u32> {
    session.set_lock_after(minutes.min(LONGEST_LOCK_AFTER))?;
    Ok(lock_after(session))
}

/// Whether nothing can be saved because the vault's disk or folder cannot be written to.
pub fn is_storage_read_only(session: &Session) -> bool {
    session.is_storage_read_only()
}

/// The digest over all revisions.
pub fn digest(session: &Session) -> VaultDigest {
    VaultDigest {
        digest: hex::encode(session.digest()),
    }
}
