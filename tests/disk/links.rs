//! Links, folders, pipes and second names in the place of the vault's files: nothing is followed, nothing else is changed.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use fieldnotes_core::{Code, Environment, Error, Watch, attachment, record, vault as api_vault};

use crate::support::{folder, vault};

const MINE: &str = "years of work, not in the vault";

struct Scene {
    dir: tempfile::TempDir,
    record: String,
}

impl Scene {
    /// A vault with a record and an attachment, and a document of the user's beside it.
    fn set() -> Self {
        let dir = tempfile::tempdir().expect("a temp folder");
        fs::create_dir(dir.path().join("home")).expect("a folder");
        fs::write(dir.path().join("home/mine.odt"), MINE).expect("written");
        let mut session = vault::fresh(&dir.path().join("vault"));
        let record = record::add(&mut session, "note", br#"{"text":"kept"}"#).expect("saved");
        let file = dir.path().join("home/mine.odt");
        attachment::add(&mut session, &record.id, &file, &mut Watch::silent()).expect("saved");
        api_vault::lock(session).expect("locked");
        let record = record.id;
        Self { dir, record }
    }

    fn vault(&self) -> PathBuf {
        self.dir.path().join("vault")
    }

    fn home(&self) -> PathBuf {
        self.dir.path().join("home")
    }

    /// Does all that opens a vault, and holds that nothing of the user's has changed. Returns what unlocking says.
    fn use_it(&self, what: &str) -> Result<(), Error> {
        let before = folder::snapshot(&self.home());
        let wrong = fieldnotes_core::SecretString::from("wrong");
        let _ = api_vault::look(&self.vault());
        let refused = api_vault::unlock(&self.vault(), &wrong, &Environment::system());
        assert!(refused.is_err(), "{what}");
        let _ = vault::verify(&self.vault());
        if let Ok(session) = vault::unlock_damaged(&self.vault()) {
            let _ = api_vault::lock(session);
        }
        let unlocked = vault::try_unlock(&self.vault()).map(|mut session| {
            record::show(&session, &self.record).expect("shown");
            let _ = record::add(&mut session, "note", br#"{"text":"more"}"#);
            let _ = vault::record_ids(&session);
            let file = self.home().join("mine.odt");
            let _ = attachment::add(&mut session, &self.record, &file, &mut Watch::silent());
            let _ = api_vault::lock(session);
        });
        assert_eq!(folder::snapshot(&self.home()), before, "{what}");
        unlocked
    }

    fn fresh(&self, name: &str) -> PathBuf {
        let path = self.vault().join(name);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => fs::remove_dir_all(&path).expect("removed"),
            Ok(_) => fs::remove_file(&path).expect("removed"),
            Err(_) => {}
        }
        path
    }
}

fn a_pipe(path: &Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(made.expect("mkfifo runs").success());
}

/// What is put in the place of a file.
type Put = fn(&Path, &Path);
const PUT: [(&str, Put); 4] = [
    ("link", |path, mine| symlink(mine, path).expect("a link")),
    ("folder", |path, _| fs::create_dir(path).expect("a folder")),
    ("other", |path, _| a_pipe(path)),
    ("nowhere", |path, mine| {
        symlink(mine.with_file_name("none"), path).expect("a link");
    }),
];

#[test]
fn nothing_in_the_place_of_a_file_is_followed_or_changed() {
    for name in [
        "header",
        "header.copy",
        "vault.db",
        "vault.db-wal",
        "vault.db-journal",
        "pages",
        "lock",
        "begun",
        "header.new",
        "pages.new",
        "vault.db.new",
    ] {
        for (what, put) in PUT {
            let scene = Scene::set();
            let path = scene.fresh(name);
            put(&path, &scene.home().join("mine.odt"));
            let what = format!("{name}: {what}");
            let unlocked = scene.use_it(&what);
            if [
                "header",
                "vault.db",
                "vault.db-wal",
                "vault.db-journal",
                "lock",
            ]
            .contains(&name)
            {
                let error = unlocked.expect_err(&what);
                assert_eq!(error.code, Code::VaultFileForeign, "{what}: {error:?}");
                assert!(error.params["file"].ends_with(name), "{what}: {error:?}");
            }
            let left = fs::symlink_metadata(&path).expect("it is left");
            assert!(!left.is_file(), "{what}");
        }
    }
}

#[test]
fn a_file_with_a_second_name_is_not_written_to() {
    for name in ["vault.db", "lock", "vault.db-wal"] {
        let scene = Scene::set();
        let path = scene.vault().join(name);
        if name == "vault.db-wal" {
            fs::write(&path, "").expect("written");
        }
        let second = scene.dir.path().join("second");
        fs::hard_link(&path, &second).expect("a second name");
        let before = fs::read(&second).expect("there");
        let error = scene.use_it(name).expect_err(name);
        assert_eq!(error.code, Code::VaultFileForeign, "{name}");
        assert_eq!(error.params["what"], "second_name");
        assert_eq!(fs::read(&second).expect("there"), before, "{name}");
    }
    // What is replaced and never written in place keeps what its other name says.
    let scene = Scene::set();
    let second = scene.dir.path().join("second");
    fs::hard_link(scene.vault().join("pages"), &second).expect("a second name");
    let before = fs::read(&second).expect("there");
    scene.use_it("pages").expect("opened");
    assert_eq!(fs::read(&second).expect("there"), before);
}

#[test]
fn nothing_in_a_folder_that_is_a_link_is_touched() {
    for name in ["files", "files/aa", "index", "files/aa/inside"] {
        let scene = Scene::set();
        let path = match name {
            "files/aa/inside" => {
                fs::create_dir_all(scene.vault().join("files/aa")).expect("made");
                scene.vault().join("files/aa").join("a".repeat(32))
            }
            other => scene.fresh(other),
        };
        let documents = scene.home().join("Documents/aa");
        fs::create_dir_all(&documents).expect("made");
        // Also under names that the vault's own files have.
        for file in ["doc.odt", "0".repeat(32).as_str(), &"a".repeat(32)] {
            fs::write(documents.join(file), MINE).expect("written");
            fs::write(documents.with_file_name(file), MINE).expect("written");
        }
        symlink(documents.parent().expect("a folder"), &path).expect("a link");
        scene.use_it(name).expect("the rest opens");
        assert!(fs::symlink_metadata(&path).expect("left").is_symlink());
        let found = vault::verify(&scene.vault()).expect("verified");
        let named = path.strip_prefix(scene.vault()).expect("inside");
        let named = named.display().to_string();
        assert!(found.stranger_names.contains(&named), "{name}: {found:?}");
    }
}

/// The vault itself may be reached through links: that is the user's own way.
#[test]
fn a_vault_is_reached_through_links() {
    let scene = Scene::set();
    let link = scene.dir.path().join("link");
    symlink(scene.dir.path(), &link).expect("a link");
    let session = vault::unlock(&link.join("vault"));
    record::show(&session, &scene.record).expect("shown");
    api_vault::lock(session).expect("locked");
}
