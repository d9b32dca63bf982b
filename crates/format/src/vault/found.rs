//! What lies in a vault's folder: the sealed files, the files of the index, and whatever is neither.

use std::io;
use std::path::PathBuf;

use super::fault::{Foreign, SystemFault};
use super::file_name::{
    FILES, FileName, INDEX, InRoot, in_root, is_in_index, is_two_digits, sealed_id,
};
use super::folder::Folder;
use fieldnotes_domain::ids::FileId;

/// Names of strangers that are kept; the others are counted.
const KEPT: usize = 100;

/// What is in the folder and belongs to no vault. It is named and left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strangers {
    /// How many there are.
    pub count: u64,
    /// Their paths from the root; not all of them where they are many.
    pub names: Vec<PathBuf>,
}

impl Strangers {
    /// Counts one, and keeps its path while there are few.
    pub fn add(&mut self, name: PathBuf) {
        self.count += 1;
        if self.names.len() < KEPT {
            self.names.push(name);
        }
    }
}

impl Folder {
    /// Everything that is not a file of the vault: other names, and links, folders or devices under the vault's names.
    pub fn strangers(&self) -> io::Result<Strangers> {
        let mut strangers = Strangers::default();
        for name in self.dir().names()? {
            let text = name.to_str().unwrap_or_default();
            let wanted = match in_root(text) {
                Some(InRoot::File) => None,
                Some(InRoot::Folder) => Some(Foreign::Folder),
                None => {
                    strangers.add(name.into());
                    continue;
                }
            };
            if self
                .dir()
                .found(text)
                .is_ok_and(|found| found.foreign != wanted)
            {
                strangers.add(name.into());
            }
        }
        self.each_sealed(&mut |_, _| (), &mut |path| strangers.add(path))?;
        self.each_in_index(&mut |_| (), &mut |path| strangers.add(path))?;
        strangers.names.sort();
        Ok(strangers)
    }

    /// The ids of all sealed files that are whole.
    pub fn sealed_files(&self) -> io::Result<Vec<FileId>> {
        let mut ids = Vec::new();
        let mut take = |id, is_whole| {
            if is_whole {
                ids.push(id);
            }
        };
        self.each_sealed(&mut take, &mut drop)?;
        Ok(ids)
    }

    /// The files of the index.
    pub(super) fn index_files(&self) -> io::Result<Vec<FileName>> {
        let mut names = Vec::new();
        self.each_in_index(&mut |name| names.push(FileName::index(name)), &mut drop)?;
        Ok(names)
    }

    fn each_sealed(
        &self,
        take: &mut dyn FnMut(FileId, bool),
        stranger: &mut dyn FnMut(PathBuf),
    ) -> io::Result<()> {
        let Some(files) = none_if_not_there(self.dir().open_dir(FILES))? else {
            return Ok(());
        };
        for name in files.names()? {
            let path = PathBuf::from(FILES).join(&name);
            let two = name.to_str().filter(|name| is_two_digits(name));
            let Some((two, folder)) = two.and_then(|two| Some((two, files.open_dir(two).ok()?)))
            else {
                stranger(path);
                continue;
            };
            for name in folder.names()? {
                let text = name.to_str().unwrap_or_default();
                let id = sealed_id(text).filter(|_| text.starts_with(two));
                let is_file = || {
                    folder
                        .found(text)
                        .is_ok_and(|found| found.foreign.is_none())
                };
                match id {
                    Some((id, is_whole)) if is_file() => take(id, is_whole),
                    _ => stranger(path.join(name)),
                }
            }
        }
        Ok(())
    }

    fn each_in_index(
        &self,
        take: &mut dyn FnMut(String),
        stranger: &mut dyn FnMut(PathBuf),
    ) -> io::Result<()> {
        let Some(index) = none_if_not_there(self.index_dir(false))? else {
            return Ok(());
        };
        for name in index.names()? {
            let text = name.to_str().filter(|name| is_in_index(name));
            let is_file = |text| index.found(text).is_ok_and(|found| found.foreign.is_none());
            match text.filter(|text| is_file(text)) {
                Some(text) => take(text.to_owned()),
                None => stranger(PathBuf::from(INDEX).join(name)),
            }
        }
        Ok(())
    }
}

/// A folder of the vault that is missing holds nothing; neither does what is no folder, which the root's list names.
fn none_if_not_there<T>(opened: io::Result<T>) -> io::Result<Option<T>> {
    match opened {
        Ok(opened) => Ok(Some(opened)),
        Err(error)
            if super::fault::FileFault::of(&error).is_some_and(|fault| fault.is_foreign()) =>
        {
            Ok(None)
        }
        Err(error) if SystemFault::of(&error) == SystemFault::Missing => Ok(None),
        Err(error) => Err(error),
    }
}
