//! A folder that a vault is being made in: until the vault is there, a failure leaves nothing of it and takes nothing else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder;

/// Lies in the folder until the vault is complete. Who finds it beside nothing but the parts below, and no header, knows that
/// they are this program's and that they were never a vault.
pub(super) const MARK: &str = "unfinished";

/// What the program writes before a vault has its header.
const PARTS: [&str; 8] = [
    "header.new",
    "header.copy.new",
    "vault.db",
    "vault.db-wal",
    "vault.db-shm",
    "vault.db-journal",
    "pages",
    "lock",
];

/// The folder of a vault that is not complete yet. Dropped before [`NewFolder::keep`], it is as it was before.
pub struct NewFolder {
    root: PathBuf,
    /// Folders that were made for it, the outermost first.
    made: Vec<PathBuf>,
    is_kept: bool,
}

impl NewFolder {
    /// Makes the folder, for its owner alone. It must be missing or empty, or hold what an earlier attempt left when it was
    /// killed. None where it holds anything else.
    pub fn begin(root: &Path) -> io::Result<Option<Self>> {
        let mut begun = Self {
            root: root.to_owned(),
            made: Vec::new(),
            is_kept: false,
        };
        match fs::read_dir(root) {
            Ok(entries) => {
                let is_ours = clear_away(root, entries)?;
                if !is_ours {
                    begun.is_kept = true;
                    return Ok(None);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let missing = root.ancestors().take_while(|path| {
                    !path.as_os_str().is_empty() && path.symlink_metadata().is_err()
                });
                let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
                missing.reverse();
                // Noted before they are made: one that is not there is removed in vain.
                begun.made = missing;
                folder::create_dir(root)?;
            }
            Err(error) => {
                begun.is_kept = true;
                return Err(error);
            }
        }
        drop(folder::create_file(&root.join(MARK))?);
        folder::create_dir(&root.join("files"))?;
        Ok(Some(begun))
    }

    /// The vault is about to get its header: from here on nothing of it is taken for unfinished work.
    pub fn complete(&self) -> io::Result<()> {
        folder::remove_if_there(&self.root.join(MARK))?;
        folder::sync_dir(&self.root)
    }

    /// The vault is there.
    pub fn keep(mut self) {
        self.is_kept = true;
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if self.is_kept {
            return;
        }
        for header in ["header", "header.copy"] {
            let _ = fs::remove_file(self.root.join(header));
        }
        remove_parts(&self.root);
        for made in self.made.iter().rev() {
            // One that is not empty holds what is not ours.
            let _ = fs::remove_dir(made);
        }
    }
}

fn remove_parts(root: &Path) {
    // The mark goes last: as long as it is there, the rest is known.
    for part in PARTS {
        let _ = fs::remove_file(root.join(part));
    }
    let _ = fs::remove_dir(root.join("files"));
    let _ = fs::remove_file(root.join(MARK));
}

/// Whether the folder is empty, or is after what an attempt left that was killed.
fn clear_away(root: &Path, entries: fs::ReadDir) -> io::Result<bool> {
    let (mut is_marked, mut is_empty) = (false, true);
    for entry in entries {
        let entry = entry?;
        is_empty = false;
        let name = entry.file_name();
        let name = name.to_str().unwrap_or_default();
        let kind = entry.file_type()?;
        match name {
            MARK if kind.is_file() && entry.metadata()?.len() == 0 => is_marked = true,
            "files" if kind.is_dir() && fs::read_dir(entry.path())?.next().is_none() => {}
            part if kind.is_file() && PARTS.contains(&part) => {}
            _ => return Ok(false),
        }
    }
    if !is_empty && is_marked && is_idle(root) {
        remove_parts(root);
        is_empty = fs::read_dir(root)?.next().is_none();
    }
    Ok(is_empty)
}

/// Whether no other program is making a vault there just now.
fn is_idle(root: &Path) -> bool {
    match fs::File::open(root.join("lock")) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("text")
            })
            .collect();
        names.sort();
        names
    }

    fn begin(path: &Path) -> Option<NewFolder> {
        NewFolder::begin(path).expect("a folder")
    }

    #[test]
    fn what_failed_leaves_the_folder_as_it_was() {
        let dir = tempfile::tempdir().expect("a folder");
        let deep = dir.path().join("a/b/c");
        let begun = begin(&deep).expect("missing");
        for part in PARTS.iter().chain(&["header"]) {
            fs::write(deep.join(part), "x").expect("written");
        }
        drop(begun);
        assert!(names(dir.path()).is_empty());

        let empty = dir.path().join("empty");
        fs::create_dir(&empty).expect("made");
        drop(begin(&empty).expect("empty"));
        assert_eq!(names(dir.path()), ["empty"]);
        assert!(names(&empty).is_empty());

        // Somebody put a file there meanwhile.
        let begun = begin(&empty).expect("empty");
        fs::write(empty.join("mine"), "x").expect("written");
        drop(begun);
        assert_eq!(names(&empty), ["mine"]);
    }

    #[test]
    fn what_was_killed_is_begun_anew_and_nothing_else_is_taken_for_it() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("v");
        let mut killed = begin(&path).expect("missing");
        fs::write(path.join("vault.db"), "x").expect("written");
        killed.is_kept = true;
        drop(killed);
        begin(&path).expect("ours").complete().expect("complete");
        assert!(names(&path).is_empty(), "given up as well");
        fs::remove_dir(&path).expect("empty");

        // Without the mark it may be a vault that lost its header; with a stranger in it, it is not ours alone.
        for (mark, other) in [(false, "lock"), (true, "mine"), (true, "header")] {
            fs::create_dir_all(&path).expect("made");
            if mark {
                fs::write(path.join(MARK), "").expect("written");
            }
            fs::write(path.join("vault.db"), "x").expect("written");
            fs::write(path.join(other), "x").expect("written");
            let before = names(&path);
            assert!(begin(&path).is_none(), "{other}");
            assert_eq!(names(&path), before);
            fs::remove_dir_all(&path).expect("removed");
        }
    }
}
