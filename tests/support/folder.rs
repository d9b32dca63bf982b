//! Folders as an onlooker sees them: names, bytes, rights.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder, by its path from there, with its bytes.
pub type Snapshot = BTreeMap<PathBuf, Vec<u8>>;

/// Reads every file below a folder. The lock is left out: whoever opens a vault writes to it.
pub fn snapshot(root: &Path) -> Snapshot {
    files(root)
        .into_iter()
        .filter(|path| path.file_name().is_none_or(|name| name != "lock"))
        .map(|path| {
            let bytes = fs::read(&path).expect("a file that was listed can be read");
            (path.strip_prefix(root).expect("below").to_owned(), bytes)
        })
        .collect()
}

/// Where two snapshots differ, in few words.
pub fn difference(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in before {
        match after.get(path) {
            None => found.push(format!("{} is gone", path.display())),
            Some(now) if now != bytes => found.push(format!(
                "{} changed ({} → {} bytes)",
                path.display(),
                bytes.len(),
                now.len()
            )),
            Some(_) => {}
        }
    }
    let new = after.keys().filter(|path| !before.contains_key(*path));
    found.extend(new.map(|path| format!("{} is new", path.display())));
    found
}

/// All files below a folder, in the order of their paths.
pub fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(root, &mut |path, is_folder| {
        if !is_folder {
            found.push(path.to_owned());
        }
    });
    found.sort();
    found
}

/// Everything below a folder: path and whether it is a folder itself.
pub fn walk(root: &Path, each: &mut dyn FnMut(&Path, bool)) {
    for entry in fs::read_dir(root).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        let is_folder = path.is_dir();
        each(&path, is_folder);
        if is_folder {
            walk(&path, each);
        }
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    walk(from, &mut |path, is_folder| {
        let target = to.join(path.strip_prefix(from).expect("below"));
        if is_folder {
            fs::create_dir_all(&target).expect("a folder can be made");
        } else {
            fs::copy(path, &target).expect("a file can be copied");
        }
    });
}

/// Makes a folder what it was.
pub fn put_back(root: &Path, snapshot: &Snapshot) {
    for path in files(root) {
        if !snapshot.contains_key(path.strip_prefix(root).expect("below")) {
            fs::remove_file(&path).expect("a file can be removed");
        }
    }
    for (path, bytes) in snapshot {
        let path = root.join(path);
        if fs::read(&path).ok().as_ref() != Some(bytes) {
            fs::create_dir_all(path.parent().expect("below")).expect("a folder can be made");
            fs::write(&path, bytes).expect("a file can be written");
        }
    }
}
