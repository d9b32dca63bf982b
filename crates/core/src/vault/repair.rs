//! Mending what can be mended without guessing: parts that are kept twice or follow from the rest.

use std::path::Path;

use secrecy::SecretString;

use crate::environment::Environment;
use crate::session::Session;
use crate::session::damage::Damage;
use crate::session::error::SessionError;
use crate::vault::open::Opening;
use crate::vault::rebuild::{Lost, is_rebuilt};
use crate::vault::unlock::{Access, open_header, unlock};
use crate::vault::verification::Verification;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_store::store::StoreError;

/// Checks a vault and mends it where every record, revision and file is whole: a header from its copy, a copy from the
/// header, the seal over the database's pages, and what is known of colleagues and imports. Anything else is named and left as
/// it is.
///
/// With `accept_older` a database that is an older one, or another copy, counts as the vault's from now on. Others may hold
/// what this one lost under the same numbers of its log, so it begins a new one. An older header counts likewise.
///
/// Returns what was mended, and what was lost by it.
pub(crate) fn repair(
    path: &Path,
    passphrase: &SecretString,
    accept_older: bool,
    environment: &Environment,
    watch: &mut Watch<'_>,
) -> Result<(Vec<Damage>, Vec<Lost>), SessionError> {
    let Verification { damage, .. } = {
        let session = unlock(path, passphrase, Access::WhatIsLeft, environment)?;
        let found = session.verify(watch)?;
        session.lock()?;
        found
    };
    let is_older =
        |part: &Damage| matches!(part, Damage::DatabaseReplaced | Damage::HeaderReplaced);
    if damage
        .iter()
        .any(|part| !(is_mendable(part) || accept_older && is_older(part)))
    {
        return Err(SessionError::Damaged(damage));
    }
    if damage.is_empty() {
        return Ok((damage, Vec::new()));
    }
    let folder = Folder::of_vault(path)?;
    let mut opened = open_header(&folder, passphrase, Access::WhatIsLeft, environment)?;
    opened.header.write(&folder)?;
    opened.damage.clear();
    let mut opening = Opening::over(folder, opened, Access::Full, environment)?;
    if accept_older {
        opening.accept_replaced()?;
    }
    let lost = match damage.iter().any(is_rebuilt) {
        true => opening.rebuild(&damage)?,
        false => Vec::new(),
    };
    let mut session = opening.finish()?;
    if session.is_read_only() {
        return Err(StoreError::ReadOnly.into());
    }
    if damage.contains(&Damage::DatabaseReplaced) {
        session.go_on_from_older()?;
    }
    session.storage.store.seal_anew();
    session.lock()?;
    Ok((damage, lost))
}

impl Session {
    /// Goes on with a database that is an older one. Others may hold what it lost under the same numbers of its log.
    pub(crate) fn go_on_from_older(&mut self) -> Result<(), SessionError> {
        self.begin_new_log()?;
        // What it says belongs to the state that is gone.
        self.begin_index_anew();
        self.storage.store.seal_anew();
        Ok(())
    }
}

fn is_mendable(part: &Damage) -> bool {
    is_rebuilt(part)
        || matches!(
            part,
            Damage::Header | Damage::HeaderCopy | Damage::DatabaseBytes | Damage::PageSeal
        )
}
