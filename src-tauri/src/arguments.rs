//! What the program was called with: files to open, or a question about itself.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// The window, with these files: bundles, packages.
    Open(Vec<String>),
    /// The number of this version.
    Version,
    /// What can be asked for.
    Help,
}

/// Reads the arguments behind the program's own name. Relative paths are from `folder`.
pub fn read(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Asked {
    let mut files = Vec::new();
    let mut options_end = false;
    for argument in arguments {
        match argument.to_str() {
            Some("--") if !options_end => options_end = true,
            Some("--version" | "-V") if !options_end => return Asked::Version,
            Some("--help" | "-h") if !options_end => return Asked::Help,
            // What a desktop or a toolkit adds is not for us.
            Some(option) if option.starts_with('-') && !options_end => {}
            Some("") => {}
            _ => files.push(file(&argument, folder)),
        }
    }
    Asked::Open(files.into_iter().flatten().collect())
}

/// The whole path; none where it is no Unicode, for the page could not name it.
fn file(argument: &OsString, folder: &Path) -> Option<String> {
    let path: PathBuf = folder.join(argument);
    path.into_os_string().into_string().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Asked {
        read(arguments.iter().map(OsString::from), Path::new("/home/a"))
    }

    #[test]
    fn files_are_named_in_full() {
        let files = |all: &[&str]| Asked::Open(all.iter().map(|&file| file.to_owned()).collect());
        assert_eq!(asked(&[]), files(&[]));
        assert_eq!(
            asked(&["꾸러미.bundle", "/media/b.bundle", "--sm-client-id=1", ""]),
            files(&["/home/a/꾸러미.bundle", "/media/b.bundle"])
        );
        assert_eq!(asked(&["--", "--version"]), files(&["/home/a/--version"]));
    }

    #[test]
    fn questions_are_answered_first() {
        assert_eq!(asked(&["a", "--version"]), Asked::Version);
        assert_eq!(asked(&["-h"]), Asked::Help);
    }
}
