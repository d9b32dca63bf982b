//! What a file that leaves the vault does to those that are there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::{OutFile, Readers, rename_to_new};
use crate::error::{Code, Error};
use fieldnotes_format::random::OsRandom;

fn begin(path: &Path) -> Result<OutFile, Error> {
    OutFile::create(path, Readers::Owner, &OsRandom)
}

/// As on a file system that knows no files without a name.
fn named(path: &Path) -> OutFile {
    let mut file = begin(path).expect("begun");
    let unfinished = path.with_file_name(".unfinished.part");
    let inner = fieldnotes_format::vault::folder::create_file(&unfinished).expect("created");
    file.out = Some(io::BufWriter::new(super::SyncedFile::new(inner)));
    file.unfinished = Some(unfinished);
    file
}

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

type Begin = fn(&Path) -> OutFile;
const BOTH: [Begin; 2] = [|path| begin(path).expect("begun"), named];

/// THREATS: "No file of yours is written over".
#[test]
fn a_file_that_is_there_or_came_meanwhile_is_kept() {
    for begin_one in BOTH {
        let dir = tempfile::tempdir().expect("a folder");
        let at = |name: &str| dir.path().join(name);
        for name in ["report.new", "report.part", ".report.part"] {
            fs::write(at(name), "mine").expect("written");
        }
        let mut file = begin_one(&at("report"));
        file.write_all(b"ours").expect("written");
        assert_eq!(file.keep().expect("kept"), 4);
        assert_eq!(fs::read(at("report")).expect("there"), b"ours");
        let error = begin(&at("report")).err().expect("it is there");
        assert_eq!(error.code, Code::FileExists);

        let mut late = begin_one(&at("late"));
        late.write_all(b"ours").expect("written");
        fs::write(at("late"), "came meanwhile").expect("written");
        assert_eq!(late.keep().expect_err("taken").code, Code::FileExists);
        assert_eq!(fs::read(at("late")).expect("there"), b"came meanwhile");

        let mut given_up = begin_one(&at("given-up"));
        given_up.write_all(b"ours").expect("written");
        drop(given_up);
        assert_eq!(
            names(dir.path()),
            [
                ".report.part",
                "late",
                "report",
                "report.new",
                "report.part"
            ]
        );
    }
}

#[test]
fn a_rename_never_replaces() {
    let dir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| dir.path().join(name);
    fs::write(at("one"), "1").expect("written");
    fs::write(at("two"), "2").expect("written");
    let error = rename_to_new(&at("one"), &at("two")).expect_err("it is there");
    assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
    rename_to_new(&at("one"), &at("three")).expect("free");
    assert_eq!(names(dir.path()), ["three", "two"]);
    assert_eq!(fs::read(at("two")).expect("there"), b"2");
}

#[test]
fn what_is_wrong_with_the_place_is_said() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("file"), "").expect("written");
    let code = |name: &str| {
        let error = begin(&dir.path().join(name)).err().expect("refused");
        assert!(error.params.contains_key("file"), "{error:?}");
        error.code
    };
    assert_eq!(code("no/such/report"), Code::FolderMissing);
    assert_eq!(code("file/report"), Code::FolderMissing);
    assert_eq!(code("no/"), Code::FolderMissing);
    assert_eq!(code("."), Code::FileExists);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_written_through() {
    let dir = tempfile::tempdir().expect("a folder");
    let link = dir.path().join("link");
    std::os::unix::fs::symlink(dir.path().join("elsewhere"), &link).expect("a link");
    let error = begin(&link).err().expect("it is there");
    assert_eq!(error.code, Code::FileExists);
    assert_eq!(names(dir.path()), ["link"]);
}

/// What is encrypted is for whoever the folder is shared with, whatever the program's own mask; what is in clear is not.
#[cfg(unix)]
#[test]
fn modes_fit_the_place() {
    use std::os::unix::fs::PermissionsExt;
    for (folder, shared) in [
        (0o700, 0o600),
        (0o750, 0o640),
        (0o755, 0o644),
        (0o777, 0o644),
        (0o711, 0o600),
        (0o2770, 0o640),
    ] {
        let dir = tempfile::tempdir().expect("a folder");
        let permissions = fs::Permissions::from_mode(folder);
        fs::set_permissions(dir.path(), permissions).expect("changed");
        for (readers, wanted) in [(Readers::Owner, 0o600), (Readers::AsFolder, shared)] {
            let path = dir.path().join(format!("{readers:?}"));
            let file = OutFile::create(&path, readers, &OsRandom).expect("begun");
            file.keep().expect("kept");
            let mode = fs::metadata(&path).expect("there").permissions().mode() & 0o777;
            assert_eq!(mode, wanted, "{readers:?} in {folder:o}");
        }
    }
}
