//! The header and the database that names it: an older header, put back, opens nothing unnoticed.
//!
//! The sealed state names the header that the vault is opened by (docs/FORMAT.md section 4.2). Header and state are two files, so a
//! change names both headers first, then replaces the file, then names the new one alone. Whatever is cut short in between, the
//! header that lies there is one of those that are named.

use secrecy::SecretString;

use crate::environment::Environment;
use crate::session::error::SessionError;
use fieldnotes_format::vault::VaultError;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::header::{Header, HeaderName};
use fieldnotes_format::vault::keyring::Keyring;
use fieldnotes_store::store::{StateCheck, Store, StoreError, epoch_of_state};

/// Puts a header in the place of another. A failure may leave either; both are named then, and the next unlock settles it.
pub(crate) fn replace(
    store: &mut Store,
    folder: &Folder,
    old: &Header,
    new: &Header,
) -> Result<(), SessionError> {
    let there = named_there(store, folder)?.unwrap_or_else(|| old.name());
    let mut transaction = store.begin()?;
    transaction.state.set_headers(&[there, new.name()]);
    transaction.commit()?;
    new.write_first(folder)?;
    // It is done. What is left is done by the next unlock where it cannot be done now.
    let _ = new.write_copy(folder);
    let _ = settle(store, new);
    Ok(())
}

/// Which of two that are named lies there. A change that failed before this one may have put its header in place all the same: it
/// is reported as a failure too that the folder could not be synced. Nothing where only one is named, or where what lies there is
/// none of them.
///
/// # Errors
/// Where it is not certain that this one will be there after a power cut. Both stay named.
fn named_there(store: &Store, folder: &Folder) -> Result<Option<HeaderName>, SessionError> {
    let named = store.state().headers();
    if named.len() < 2 {
        return Ok(None);
    }
    let there = Header::read(folder).ok().map(|header| header.name());
    let there = there.filter(|name| named.contains(name));
    if there.is_some() {
        folder.sync(&folder.header())?;
    }
    Ok(there)
}

/// Names the header that is there, and no other. Nothing is written where that is so already.
pub(crate) fn settle(store: &mut Store, header: &Header) -> Result<(), SessionError> {
    if store.state().headers() == [header.name()] {
        return Ok(());
    }
    let mut transaction = store.begin()?;
    transaction.state.set_headers(&[header.name()]);
    Ok(transaction.commit()?)
}

/// Notes that no key is being made any more, once no header of one is left.
pub(crate) fn end_rekey(store: &mut Store, folder: &Folder) -> Result<(), SessionError> {
    if store.state().is_rekeyed().is_none() || folder.exists(&folder.header_next()) {
        return Ok(());
    }
    let mut transaction = store.begin()?;
    transaction.state.end_rekey();
    Ok(transaction.commit()?)
}

/// The header of the next key epoch, where the database says that it is sealed in that epoch already and the header is still the
/// one from before: a kill came between the two. No key is needed to see that, and anybody can write that number: whether it is true
/// is determined by what opens.
pub(crate) fn begun_epoch(folder: &Folder) -> Option<Header> {
    let next = Header::read_next(folder)?;
    let is_now = Header::read(folder).is_ok_and(|now| now.epoch == next.epoch);
    (!is_now && epoch_of_state(folder) == Some(next.epoch)).then_some(next)
}

/// While a rekey is not at its end there are two headers: those besides this one.
fn other_headers(folder: &Folder, header: &Header) -> Vec<Header> {
    let Some(next) = Header::read_next(folder) else {
        return Vec::new();
    };
    let all = [Header::read(folder).ok(), Some(next)];
    let all = all.into_iter().flatten();
    all.filter(|one| one != header).collect()
}

/// While a rekey is not at its end: the other header of the two, where the passphrase opens that one, the database names it, and
/// does not name this one. `opened` are the keys of this one, where it opens.
pub(crate) fn other_that_is_named(
    folder: &Folder,
    header: &Header,
    opened: Option<&Keyring>,
    passphrase: &SecretString,
    environment: &Environment,
) -> Option<(Header, Keyring)> {
    let others = other_headers(folder, header);
    if others.is_empty() {
        return None;
    }
    if let Some(keyring) = opened
        && is_named(folder, header, keyring.again(), environment) == Named::Yes
    {
        return None;
    }
    others.into_iter().find_map(|other| {
        let keyring = other.unlock(passphrase).ok()?;
        let is_right = is_named(folder, &other, keyring.again(), environment) == Named::Yes;
        is_right.then_some((other, keyring))
    })
}

/// What it means that nothing in the database opens by a header, where the database says it is of this key epoch.
pub(crate) fn other_keys(header: &Header, epoch: Option<u32>) -> VaultError {
    match epoch {
        // 0 is none.
        Some(epoch) if (1..header.epoch).contains(&epoch) => VaultError::DatabaseOlder,
        _ => VaultError::HeaderReplaced,
    }
}

/// What a database says of a header that its key comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Yes,
    /// It was opened by it before, or nothing in it opens.
    No,
    /// Nothing in it opens, and it says that it is from before the header.
    IsOlder,
    /// It cannot be read, or is an older one itself.
    Unknown,
}

/// What the database says of this header. Nothing is written.
pub(crate) fn is_named(
    folder: &Folder,
    header: &Header,
    keyring: Keyring,
    environment: &Environment,
) -> Named {
    match Store::open(folder, keyring, environment.random.clone(), true) {
        Ok((store, check)) if check != StateCheck::Unreadable && !store.is_replaced() => {
            let (state, name) = (store.state(), header.name());
            match state.headers().contains(&name) {
                true => Named::Yes,
                false if state.is_former(&name) => Named::No,
                false => Named::Unknown,
            }
        }
        Err(StoreError::OtherKeys { epoch }) => match other_keys(header, epoch) {
            VaultError::DatabaseOlder => Named::IsOlder,
            _ => Named::No,
        },
        _ => Named::Unknown,
    }
}

/// Where the header does not open: whether that is because an older one was put in the place of the one that the copy still is.
/// Then the passphrase is the right one.
pub(crate) fn is_copy_the_named_one(
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
    named(&copy, keyring) == Named::Yes && named(header, again) != Named::Yes
}

/// The header, or else another that lies there, which recovery words open: best the one that the database names.
///
/// # Errors
/// [`VaultError::HeaderReplaced`] where they open only one that it does not name, [`VaultError::DatabaseOlder`] where it is from
/// before that. Where a new key was being made there are two sets of words, and those that open nothing that counts are the wrong ones:
/// [`VaultError::WrongRecoveryWords`].
pub(crate) fn recovered(
    folder: &Folder,
    header: Header,
    words: &str,
    environment: &Environment,
) -> Result<(Header, Keyring), VaultError> {
    let mut others = other_headers(folder, &header);
    let copy = Header::read_copy(folder).ok();
    others.extend(copy.filter(|copy| *copy != header && !others.contains(copy)));
    let (mut outcome, mut perhaps) = (None, None);
    let epoch = header.epoch;
    let is_unfinished = others.iter().any(|other| other.epoch != epoch);
    for one in std::iter::once(header).chain(others) {
        let keyring = match one.recover(words) {
            Ok(keyring) => keyring,
            Err(error) => {
                outcome.get_or_insert(error);
                continue;
            }
        };
        match is_named(folder, &one, keyring.again(), environment) {
            Named::Yes => return Ok((one, keyring)),
            Named::Unknown => {
                perhaps.get_or_insert((one, keyring));
            }
            Named::No | Named::IsOlder if is_unfinished => {
                outcome = Some(VaultError::WrongRecoveryWords);
            }
            Named::No => outcome = Some(VaultError::HeaderReplaced),
            Named::IsOlder => outcome = Some(VaultError::DatabaseOlder),
        }
    }
    perhaps.ok_or(outcome.unwrap_or(VaultError::HeaderDamaged))
}

#[cfg(test)]
mod tests;
