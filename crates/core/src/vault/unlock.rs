//! Unlocking.

use std::path::Path;

use secrecy::SecretString;

use crate::environment::Environment;
use crate::session::Session;
use crate::session::damage::Damage;
use crate::session::error::SessionError;
use crate::vault::header::{
    Named, begun_epoch, is_copy_the_named_one, is_named, other_that_is_named,
};
use crate::vault::open::Opening;
use fieldnotes_format::vault::VaultError;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::Header;
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_format::vault::lock_file::LockFile;

/// What a vault is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Work. A vault that is damaged is refused.
    Full,
    /// Reading what is left. Nothing is written, whatever is found.
    WhatIsLeft,
}

/// Unlocks a vault by its passphrase: one key derivation, then everything but bodies is read and checked.
pub(crate) fn unlock(
    path: &Path,
    passphrase: &SecretString,
    access: Access,
    environment: &Environment,
) -> Result<Session, SessionError> {
    let folder = Folder::of_vault(path)?;
    let opened = open_header(&folder, passphrase, access, environment)?;
    let opening = Opening::over(folder, opened, access, environment)?;
    opening.check_header(access)?;
    opening.finish()
}

/// A header that a passphrase opened.
pub(crate) struct OpenHeader {
    pub(crate) header: Header,
    pub(crate) keyring: Keyring,
    pub(crate) lock: LockFile,
    pub(crate) damage: Vec<Damage>,
}

/// Takes the lock and opens the header by the passphrase. Where only reading is asked for, the copy may help out: the
/// header may be that of another vault, or an older one, put there to shut the owner out.
pub(crate) fn open_header(
    folder: &Folder,
    passphrase: &SecretString,
    access: Access,
    environment: &Environment,
) -> Result<OpenHeader, VaultError> {
    let (header, damage) = read_header(folder, access)?;
    let mut lock = LockFile::take(folder)?;
    let opened = header.unlock(passphrase);
    let other = other_that_is_named(
        folder,
        &header,
        opened.as_ref().ok(),
        passphrase,
        environment,
    );
    let (header, opened) = match other {
        Some((other, keyring)) => (other, Ok(keyring)),
        None => (header, opened),
    };
    let (header, keyring, damage) = match opened {
        Ok(keyring) => {
            match copy_that_is_named(folder, &header, &keyring, passphrase, access, environment) {
                Some((copy, keyring)) => (copy, keyring, vec![Damage::Header]),
                None => (header, keyring, damage),
            }
        }
        Err(error) => {
            let is_another = matches!(
                error,
                VaultError::WrongPassphrase | VaultError::HeaderAltered
            );
            let may_help = access == Access::WhatIsLeft && is_another;
            if access == Access::Full
                && matches!(error, VaultError::WrongPassphrase)
                && is_copy_the_named_one(folder, &header, passphrase, environment)
            {
                return Err(VaultError::HeaderReplaced);
            }
            let copy = Header::read_copy(folder)
                .ok()
                .filter(|copy| may_help && *copy != header);
            match copy.map(|copy| (copy.unlock(passphrase), copy)) {
                Some((Ok(keyring), copy)) => (copy, keyring, vec![Damage::Header]),
                _ => return Err(error),
            }
        }
    };
    if access == Access::Full {
        lock.sign();
    }
    Ok(OpenHeader {
        header,
        keyring,
        lock,
        damage,
    })
}

/// The copy, where only reading is asked for, and it is the one that the database names while the header is an older one which
/// the passphrase opens too.
fn copy_that_is_named(
    folder: &Folder,
    header: &Header,
    keyring: &Keyring,
    passphrase: &SecretString,
    access: Access,
    environment: &Environment,
) -> Option<(Header, Keyring)> {
    let copy = Header::read_copy(folder).ok().filter(|copy| copy != header);
    let copy = copy.filter(|_| access == Access::WhatIsLeft)?;
    if is_named(folder, header, keyring.again(), environment) == Named::Yes {
        return None;
    }
    let opened = copy.unlock(passphrase).ok()?;
    let is_right = is_named(folder, &copy, opened.again(), environment) == Named::Yes;
    is_right.then_some((copy, opened))
}

/// The header, or its copy where only reading is asked for.
pub(crate) fn read_header(
    folder: &Folder,
    access: Access,
) -> Result<(Header, Vec<Damage>), VaultError> {
    if let Some(next) = begun_epoch(folder) {
        return Ok((next, Vec::new()));
    }
    match (Header::read(folder), access) {
        (Ok(header), Access::WhatIsLeft) => {
            let is_copy_right = Header::read_copy(folder).is_ok_and(|copy| copy == header);
            Ok((
                header,
                if is_copy_right {
                    Vec::new()
                } else {
                    vec![Damage::HeaderCopy]
                },
            ))
        }
        (Ok(header), Access::Full) => Ok((header, Vec::new())),
        (Err(VaultError::HeaderDamaged | VaultError::KdfOutOfBounds), Access::WhatIsLeft) => {
            Ok((Header::read_copy(folder)?, vec![Damage::Header]))
        }
        (Err(error), _) => Err(error),
    }
}
