//! The header and the database that names it: an older header, put back, opens nothing unnoticed.
//!
//! The sealed state names the header that the vault is opened by (docs/FORMAT.md section 4.2). Header and state are two files, so a
//! change names both headers first, then replaces the file, then names the new one alone. Whatever is cut short in between, the
//! header that lies there is one of those that are named.

use secrecy::SecretString;

use super::SessionError;
use crate::environment::Environment;
use crate::store::{Store, StoreError, epoch_of_state};
use crate::vault::VaultError;
use crate::vault::folder::Folder;
use crate::vault::header::Header;
use crate::vault::keyring::Keyring;

/// Puts a header in the place of another. A failure may leave either; both are named then, and the next unlock settles it.
pub(super) fn replace(
    store: &mut Store,
    folder: &Folder,
    old: &Header,
    new: &Header,
) -> Result<(), SessionError> {
    let mut transaction = store.begin()?;
    transaction.state.set_headers(&[old.name(), new.name()]);
    transaction.commit()?;
    new.write_first(folder)?;
    // It is done. What is left is done by the next unlock where it cannot be done now.
    let _ = new.write_copy(folder);
    let _ = settle(store, new);
    Ok(())
}

/// Names the header that is there, and no other. Nothing is written where that is so already.
pub(super) fn settle(store: &mut Store, header: &Header) -> Result<(), SessionError> {
    if store.state().headers() == [header.name()] {
        return Ok(());
    }
    let mut transaction = store.begin()?;
    transaction.state.set_headers(&[header.name()]);
    Ok(transaction.commit()?)
}

/// The header of the next key epoch, where the database is sealed in that epoch already and the header is still the one from
/// before: a kill came between the two. No key is needed to tell; whether it is true is told by what opens.
pub(super) fn begun_epoch(folder: &Folder) -> Option<Header> {
    let next = Header::read_next(folder)?;
    let is_now = Header::read(folder).is_ok_and(|now| now.epoch == next.epoch);
    (!is_now && epoch_of_state(folder) == Some(next.epoch)).then_some(next)
}

/// What a database says of a header that its key comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Yes,
    No,
    /// It cannot be read, or is an older one itself.
    Unknown,
}

/// Whether the database names this header. Nothing is written.
pub(super) fn is_named(
    folder: &Folder,
    header: &Header,
    keyring: Keyring,
    environment: &Environment,
) -> Named {
    match Store::open(folder, keyring, environment.random.clone(), true) {
        Ok((store, false)) if !store.is_replaced() => {
            match store.state().headers().contains(&header.name()) {
                true => Named::Yes,
                false => Named::No,
            }
        }
        Err(StoreError::OtherEpoch) => Named::No,
        _ => Named::Unknown,
    }
}

/// Where the header does not open: whether that is because an older one was put in the place of the one that the copy still is.
/// Then the passphrase is the right one.
pub(super) fn is_copy_the_named_one(
    folder: &Folder,
    header: &Header,
    passphrase: &SecretString,
    environment: &Environment,
) -> bool {
    let copy = Header::read_copy(folder).ok().filter(|copy| copy != header);
    let Some(copy) = copy else {
        return false;
    };
    let named = |one: &Header, keyring| is_named(folder, one, keyring, environment);
    let Ok(keyring) = copy.unlock(passphrase) else {
        return false;
    };
    let again = keyring.again();
    named(&copy, keyring) == Named::Yes && named(header, again) == Named::No
}

/// The header, or else its copy, that recovery words open and the database names.
///
/// # Errors
/// [`VaultError::HeaderReplaced`] where they open only one that it does not name.
pub(super) fn recovered(
    folder: &Folder,
    header: Header,
    words: &str,
    environment: &Environment,
) -> Result<(Header, Keyring), VaultError> {
    let copy = Header::read_copy(folder)
        .ok()
        .filter(|copy| *copy != header);
    let mut outcome = None;
    for one in [Some(header), copy].into_iter().flatten() {
        let opened = one.recover(words);
        let keyring = match opened {
            Ok(keyring) => keyring,
            Err(error) => {
                outcome.get_or_insert(error);
                continue;
            }
        };
        if is_named(folder, &one, keyring.again(), environment) != Named::No {
            return Ok((one, keyring));
        }
        outcome = Some(VaultError::HeaderReplaced);
    }
    Err(outcome.unwrap_or(VaultError::HeaderDamaged))
}
