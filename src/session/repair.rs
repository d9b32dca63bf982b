//! Mending what can be mended without guessing: parts that are kept twice or follow from the rest.

use std::path::Path;

use secrecy::SecretString;

use super::unlock::{Access, open, open_header, unlock};
use super::verify::Verification;
use super::{Damage, SessionError};
use crate::environment::Environment;
use crate::progress::Watch;
use crate::vault::folder::Folder;

/// Checks a vault and mends it where every record, revision and file is whole: a header from its copy, a copy from the
/// header, and the seal over the database's pages. Anything else is named and left as it is.
///
/// Returns what was mended.
pub(crate) fn repair(
    path: &Path,
    passphrase: &SecretString,
    environment: &Environment,
    watch: &mut Watch<'_>,
) -> Result<Vec<Damage>, SessionError> {
    let Verification { damage, .. } = {
        let session = unlock(path, passphrase, Access::WhatIsLeft, environment)?;
        let found = session.verify(watch)?;
        session.lock()?;
        found
    };
    if damage.iter().any(|part| !is_mendable(part)) {
        return Err(SessionError::Damaged(damage));
    }
    if damage.is_empty() {
        return Ok(damage);
    }
    let folder = Folder::new(path);
    let mut opened = open_header(&folder, passphrase, Access::WhatIsLeft)?;
    opened.header.write(&folder)?;
    opened.damage.clear();
    let mut session = open(folder, opened, Access::Full, environment)?;
    session.store.seal_anew();
    session.lock()?;
    Ok(damage)
}

fn is_mendable(part: &Damage) -> bool {
    matches!(
        part,
        Damage::Header | Damage::HeaderCopy | Damage::DatabaseBytes | Damage::PageSeal
    )
}
