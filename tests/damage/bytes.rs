//! Any flipped byte, any cut, any missing file.

use std::fs;
use std::path::{Path, PathBuf};

use fieldnotes_core::{Code, Environment, Exit, record, vault as api_vault};
use serde_json::json;

use crate::scene::{Found, Scene};
use crate::support::chance::Chance;
use crate::support::{folder, vault};

/// Flips in a file that is too large to have every byte flipped.
const FLIPS: usize = 120;
/// Up to this length every byte is flipped.
const SMALL: usize = 600;
const CUTS: usize = 12;

/// Does something to the bytes of a file and looks.
fn harm(scene: &Scene, file: &Path, what: &str, change: impl FnOnce(&mut Vec<u8>)) -> Found {
    let mut bytes = scene.files[file].clone();
    change(&mut bytes);
    fs::write(scene.vault().join(file), bytes).expect("a file can be written");
    let found = scene.look_at_harm(what);
    scene.mend();
    found
}

/// What a file is, for the names of what is damaged.
fn is_named(file: &Path, found: &Found) -> bool {
    let Some(_) = found.verified else { return true };
    let parts = found.parts();
    let expected: &[&str] = match file.to_str().expect("plain names") {
        "header" => &["header"],
        "header.copy" => &["header_copy"],
        "pages" => &["page_seal"],
        "vault.db" => &["database_bytes", "database", "state"],
        _ => &["content"],
    };
    parts.iter().any(|part| expected.contains(&part.as_str()))
}

#[test]
fn every_flipped_byte_is_noticed_and_named() {
    let mut chance = Chance::new("flipped bytes");
    let scene = Scene::set();
    let (mut flips, mut unreadable) = (0, 0);
    for file in scene.lasting_files() {
        let length = scene.files[file].len();
        let places: Vec<usize> = if length <= SMALL {
            (0..length).collect()
        } else {
            // The beginnings of files and pages say what the rest means.
            (0..100)
                .chain((0..FLIPS).map(|_| chance.index(length)))
                .collect()
        };
        for at in places {
            let bit = 1 << chance.below(8);
            let what = format!("{} byte {at} ^ {bit}", file.display());
            let found = harm(&scene, file, &what, |bytes| bytes[at] ^= bit);
            assert!(found.is_noticed(), "{what}");
            assert!(is_named(file, &found), "{what}: {:?}", found.parts());
            flips += 1;
            unreadable += u32::from(found.left.is_none());
            if file == Path::new("header") {
                // The copy opens it.
                assert_eq!(found.left, Some(scene.records.len()), "{what}");
                let error = found.unlocked.expect_err("a damaged header opens nothing");
                assert_eq!(error.code, Code::HeaderDamaged, "{what}");
            }
        }
    }
    println!("{flips} flips, after {unreadable} of them nothing could be read");
    assert!(unreadable * 4 < flips);
}

#[test]
fn every_cut_is_noticed() {
    let mut chance = Chance::new("cut files");
    let scene = Scene::set();
    for file in scene.lasting_files() {
        let length = scene.files[file].len();
        let random = (0..CUTS).map(|_| chance.index(length));
        // The last page, but for a byte or a half: a cut that is not at a page's end.
        let odd = length.saturating_sub(2_048);
        for at in [0, 1, length / 2, odd, length - 1]
            .into_iter()
            .chain(random)
        {
            let what = format!("{} cut at {at}", file.display());
            let found = harm(&scene, file, &what, |bytes| bytes.truncate(at));
            assert!(found.is_noticed(), "{what}");
        }
        let what = format!("{} with a byte more", file.display());
        let found = harm(&scene, file, &what, |bytes| bytes.push(0));
        assert!(found.is_noticed(), "{what}");
    }
}

/// The seal over the pages may be missing: then the vault was not locked in order, and `verify` says that.
#[test]
fn every_missing_file_is_noticed() {
    let scene = Scene::set();
    for file in scene.lasting_files() {
        fs::remove_file(scene.vault().join(file)).expect("there");
        let what = format!("without {}", file.display());
        let found = scene.look_at_harm(&what);
        match file.to_str() {
            Some("pages") => {
                assert!(found.verified.expect("it opens").was_not_locked);
                assert!(found.unlocked.is_ok());
            }
            Some("vault.db") => assert!(found.verified.is_none()),
            _ => {
                assert!(found.is_noticed(), "{what}");
                assert!(is_named(file, &found), "{what}: {:?}", found.parts());
                assert_eq!(found.left, Some(scene.records.len()), "{what}");
            }
        }
        scene.mend();
    }
}

#[test]
fn files_of_two_attachments_cannot_be_exchanged() {
    let scene = Scene::set();
    let contents: Vec<&PathBuf> = scene
        .files
        .keys()
        .filter(|path| path.starts_with("files"))
        .collect();
    let [one, other] = contents[..] else {
        panic!("two attachments")
    };
    fs::write(scene.vault().join(one), &scene.files[other]).expect("written");
    let found = scene.look_at_harm("exchanged contents");
    assert_eq!(found.parts(), ["content"]);
    assert_eq!(found.left, Some(scene.records.len()));
}

#[test]
fn a_wrong_passphrase_and_a_vault_in_use_are_distinguished() {
    let scene = Scene::set();
    let wrong = vault::secret("다른 낱말");
    for unlock in [api_vault::unlock, api_vault::unlock_damaged] {
        let error = unlock(&scene.vault(), &wrong, &Environment::system()).expect_err("wrong");
        assert_eq!(
            (error.code, error.code.exit()),
            (Code::WrongPassphrase, Exit::Key)
        );
    }
    let session = vault::unlock(&scene.vault());
    let before = folder::snapshot(&scene.vault());
    let errors = [
        vault::try_unlock(&scene.vault()).expect_err("in use"),
        vault::unlock_damaged(&scene.vault()).expect_err("in use"),
        vault::verify(&scene.vault()).expect_err("in use"),
    ];
    for error in errors {
        assert_eq!(error.code.exit(), Exit::InUse);
        assert_eq!(error.params["pid"], std::process::id().to_string());
    }
    assert!(
        api_vault::look(&scene.vault())
            .expect("it can be looked at")
            .is_in_use
    );
    assert_eq!(folder::snapshot(&scene.vault()), before);
    assert_eq!(vault::digest(&session), scene.digest);
    api_vault::lock(session).expect("it can be locked");
    vault::assert_whole(&scene.vault(), "after others knocked");
}

/// After a crash the newest saves lie in the write-ahead log. Looking at them does not write them back; a log that was
/// harmed ends where it was harmed, as one that a power cut tore, and what is read before that is right.
#[test]
fn a_vault_that_was_not_locked_can_be_looked_at_and_its_log_be_harmed() {
    let mut chance = Chance::new("harmed logs");
    let mut scene = Scene::set();
    let mut session = vault::unlock(&scene.vault());
    for number in 0..20 {
        let mut said = record::show(&session, &scene.owner).expect("held").record;
        said["notes"] = json!(format!("nach dem Absturz {number}"));
        let bytes = said.to_string().into_bytes();
        record::edit(&mut session, &scene.owner, &bytes, None).expect("saved");
        let all = scene.records.get_mut(&scene.owner).expect("there");
        all.push(record::show(&session, &scene.owner).expect("held").record);
    }
    let digest = vault::digest(&session);
    // As if the program had been killed.
    drop(session);
    scene.files = folder::snapshot(&scene.vault());
    let log = Path::new("vault.db-wal");
    let length = scene.files[log].len();
    assert!(length > 0);
    let verified = vault::verify(&scene.vault()).expect("it is whole");
    assert!(verified.ok && verified.was_not_locked);
    for _ in 0..30 {
        let (at, bit) = (chance.index(length), 1 << chance.below(8));
        let what = format!("log byte {at} ^ {bit}");
        harm(&scene, log, &what, |bytes| bytes[at] ^= bit);
        let what = format!("log cut at {at}");
        harm(&scene, log, &what, |bytes| bytes.truncate(at));
    }
    assert_eq!(vault::digest(&vault::unlock(&scene.vault())), digest);
}
