//! Which files lie in the folder. Without the vault: a folder on a server may answer late, or never.

use fieldnotes_domain::time::Timestamp;
use std::ffi::{OsStr, OsString};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How files that may be bundles end.
const ENDINGS: [&str; 2] = ["bundle", "fnbundle"];
/// How the files that this program puts there end.
pub(crate) const ENDING: &str = "bundle";
/// Files that are looked at. A folder that nobody ever clears holds one per bundle.
const MOST: usize = 20_000;

/// What shows that a file changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Bytes.
    pub(crate) size: u64,
    /// Milliseconds since 1970; nothing where the file system does not say.
    pub(crate) changed: Option<Timestamp>,
    /// When anything about it changed, where the system keeps that.
    about: (i64, i64),
}

impl Mark {
    fn of(found: &Metadata) -> Self {
        let since = |time: std::time::SystemTime| time.duration_since(UNIX_EPOCH).ok();
        let changed = found.modified().ok().and_then(since);
        Self {
            size: found.len(),
            changed: changed.and_then(|since| i64::try_from(since.as_millis()).ok().map(Timestamp)),
            about: about(found),
        }
    }
}

#[cfg(unix)]
fn about(found: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn about(_: &Metadata) -> (i64, i64) {
    (0, 0)
}

/// A file that is to be checked.
#[derive(Debug)]
pub struct ListedFile {
    pub(crate) name: OsString,
    pub(crate) path: PathBuf,
    pub(crate) mark: Mark,
}

/// The files that end like bundles, by name, and how many more there are than are looked at. Links, folders and devices
/// are passed over, and names under which programs write what is not finished.
pub(crate) fn list(folder: &Path) -> std::io::Result<(Vec<(OsString, Mark)>, u64)> {
    let (mut files, mut more) = (Vec::new(), 0);
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !is_candidate(&name) {
            continue;
        }
        // Of the link, not of what it leads to. It may be gone by now.
        let Ok(found) = entry.metadata() else {
            continue;
        };
        if !found.is_file() {
            continue;
        }
        match files.len() < MOST {
            true => files.push((name, Mark::of(&found))),
            false => more += 1,
        }
    }
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok((files, more))
}

/// Programs that copy or synchronise hide what is unfinished (`.syncthing.…`, rsync's `.name.x`), begin it with `~`, or
/// add an ending to it (`.part`, `.tmp`, `.crdownload`), which then is not one of ours.
fn is_candidate(name: &OsStr) -> bool {
    let text = name.to_string_lossy();
    let ending = Path::new(name).extension().and_then(OsStr::to_str);
    !text.starts_with(['.', '~'])
        && ending.is_some_and(|ending| {
            let lower = ending.to_ascii_lowercase();
            ENDINGS.contains(&lower.as_str())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfinished_names_are_left_alone() {
        for name in [
            "a.bundle",
            "A.BUNDLE",
            "가나.fnbundle",
            "x.sync-conflict-1.bundle",
        ] {
            assert!(is_candidate(OsStr::new(name)), "{name}");
        }
        for name in [
            "a.bundle.part",
            "a.bundle.tmp",
            ".syncthing.a.bundle.tmp",
            ".a.bundle",
            ".a.bundle.Xy12Zz",
            "~a.bundle",
            "a.bundle~",
            "a.txt",
            "bundle",
        ] {
            assert!(!is_candidate(OsStr::new(name)), "{name}");
        }
    }
}
