//! Which folder it is, and whether it is still that one.

use std::path::{Path, PathBuf};

use crate::error::{Code, Error, Outcome};
use crate::folder::{Chosen, ExchangeFolder, show};
use crate::session::Session;
use fieldnotes_store::store::rows::own::FolderRow;

/// Chooses the exchange folder of this vault. It must be there.
///
/// # Errors
/// [`Code::FolderUnsuitable`] for the vault's own folder, one in it, or one around it: whatever carries the exchange
/// folder would carry the vault along.
pub fn set(session: &mut Session, path: &Path) -> Outcome<ExchangeFolder> {
    let unsuitable = |reason| Error::new(Code::FolderUnsuitable).with("reason", reason);
    let path = match std::fs::canonicalize(path) {
        Ok(path) => path,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Code::FolderGone.into());
        }
        Err(error) => return Err(error.into()),
    };
    if !path.is_dir() {
        return Err(unsuitable("not_a_folder"));
    }
    let vault = std::fs::canonicalize(session.root())?;
    if path.starts_with(&vault) || vault.starts_with(&path) {
        return Err(unsuitable("vault"));
    }
    let Some(text) = path.to_str() else {
        return Err(unsuitable("name"));
    };
    let row = FolderRow {
        path: text.to_owned(),
        mount: mount_of(&path).and_then(|mount| mount.to_str().map(str::to_owned)),
    };
    session.set_exchange_folder(Some(row))?;
    Ok(show(session))
}

/// Forgets the exchange folder. Nothing in it is touched.
pub fn unset(session: &mut Session) -> Outcome<ExchangeFolder> {
    session.set_exchange_folder(None)?;
    Ok(show(session))
}

impl Chosen {
    /// The folder, where it is there.
    pub(crate) fn folder(&self) -> Outcome<PathBuf> {
        check(&self.0)
    }
}

/// The folder, if it is there and lies on the file system on which it lay: where a stick was pulled, an empty folder on
/// the machine's own disk may bear its name.
pub(crate) fn check(row: &FolderRow) -> Outcome<PathBuf> {
    let path = PathBuf::from(&row.path);
    let lies_on = |mount: &String| mount_of(&path).is_some_and(|now| now == Path::new(mount));
    match path.is_dir() && row.mount.as_ref().is_none_or(lies_on) {
        true => Ok(path),
        false => Err(Code::FolderGone.into()),
    }
}

/// The topmost folder on the same file system.
#[cfg(unix)]
fn mount_of(path: &Path) -> Option<PathBuf> {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| std::fs::metadata(path).map(|found| found.dev()).ok();
    let own = device(path)?;
    let same = path
        .ancestors()
        .take_while(|above| device(above) == Some(own));
    same.last().map(Path::to_owned)
}

/// A drive that is gone takes its letter along.
#[cfg(not(unix))]
fn mount_of(_: &Path) -> Option<PathBuf> {
    None
}
