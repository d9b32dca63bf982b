//! Names and places that the program offers by itself, and names that the page offers for a dialog.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use fieldnotes_core::text::printable_line;

/// Beyond this nothing is offered as free; whoever writes there learns that the name is taken.
const MOST_TRIED: u32 = 9_999;

/// Whether nothing is there, not even a link that leads nowhere.
fn is_free(path: &Path) -> bool {
    path.symlink_metadata().is_err()
}

/// Where a new file of this day could go: its name says the day and a number, and nothing of what is in it.
pub fn free_name(folder: &Path, day: &str, ending: &str) -> PathBuf {
    let of = |number| folder.join(format!("{day}-{number}.{ending}"));
    (1..MOST_TRIED)
        .map(of)
        .find(|path| is_free(path))
        .unwrap_or_else(|| of(MOST_TRIED))
}

/// A folder that is not there yet: this one, or else with a number.
pub fn free_place(wish: &Path) -> PathBuf {
    let with = |number: u32| {
        let mut name = wish.as_os_str().to_owned();
        name.push(format!("-{number}"));
        PathBuf::from(name)
    };
    let mut all = std::iter::once(wish.to_owned()).chain((2..MOST_TRIED).map(with));
    all.find(|path| is_free(path))
        .unwrap_or_else(|| with(MOST_TRIED))
}

/// Whether a file that was opened from outside is to be opened as a review package. By its name: nothing is read yet.
pub(super) fn is_package(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("review"))
}

/// The name that a page offers for a dialog, as no more than a name: no folders, nothing that turns what stands beside it.
pub fn plain_name(offered: &str) -> String {
    let name = offered.rsplit(['/', '\\']).next().unwrap_or_default();
    let acts = |c: &char| matches!(printable_line(c.encode_utf8(&mut [0; 4])), Cow::Owned(_));
    name.chars().filter(|c| !acts(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_offered() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = |path: PathBuf| path.strip_prefix(folder.path()).map(Path::to_owned);
        let offered = || name(free_name(folder.path(), "2026-11-02", "bundle"));
        assert_eq!(offered(), Ok("2026-11-02-1.bundle".into()));
        std::fs::write(folder.path().join("2026-11-02-1.bundle"), "").expect("written");
        #[cfg(unix)]
        std::os::unix::fs::symlink("nowhere", folder.path().join("2026-11-02-2.bundle"))
            .expect("made");
        #[cfg(unix)]
        assert_eq!(offered(), Ok("2026-11-02-3.bundle".into()));

        let vault = folder.path().join("vault");
        assert_eq!(free_place(&vault), vault);
        std::fs::create_dir(&vault).expect("made");
        assert_eq!(name(free_place(&vault)), Ok("vault-2".into()));
    }

    #[test]
    fn packages_are_reported_by_their_names() {
        assert!(is_package(Path::new("/a/1.review")) && is_package(Path::new("1.REVIEW")));
        assert!(!is_package(Path::new("/a.review/1.bundle")) && !is_package(Path::new("review")));
    }

    #[test]
    fn a_name_is_a_name() {
        assert_eq!(plain_name("사진 1.jpg"), "사진 1.jpg");
        assert_eq!(plain_name("../../.bashrc\n"), ".bashrc");
        assert_eq!(plain_name("C:\\Users\\a"), "a");
        assert_eq!(plain_name("a/"), "");
        assert_eq!(plain_name("gpj.\u{202e}exe.jpg"), "gpj.exe.jpg");
    }
}
