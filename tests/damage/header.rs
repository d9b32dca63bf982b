//! Headers that were altered by somebody who knows the format: the checksum is right.

use std::fs;

use fieldnotes_core::vault::verify;
use fieldnotes_core::{Code, Environment, Exit, vault as api_vault};
use sha2::{Digest, Sha256};

use crate::scene::Scene;
use crate::support::{child, vault};

/// Where the first slot's derivation stands in a header: docs/FORMAT.md section 3.
const MEMORY: usize = 33 + 17;
const PASSES: usize = MEMORY + 4;
const LANES: usize = PASSES + 4;

/// Memory that no honest reader needs for these vaults, in KiB.
const LITTLE: u64 = 64 << 10;

/// Puts the checksum right again.
fn mend_checksum(header: &mut [u8]) {
    let (body, checksum) = header.split_at_mut(header.len() - 32);
    let domain = b"fieldnotes/header/1";
    let mut hasher = Sha256::new();
    hasher.update((domain.len() as u32).to_be_bytes());
    hasher.update(domain);
    hasher.update(&*body);
    checksum.copy_from_slice(&hasher.finalize());
}

fn with_number(header: &[u8], at: usize, number: u32) -> Vec<u8> {
    let mut header = header.to_vec();
    header[at..at + 4].copy_from_slice(&number.to_be_bytes());
    mend_checksum(&mut header);
    header
}

#[test]
fn an_absurd_derivation_is_refused_before_memory_is_taken() {
    let scene = Scene::set();
    let said = child::Running::start(child::command("header::child", scene.dir.path())).finish();
    println!("{said:?}");
    assert_eq!(said.last().map(String::as_str), Some("done"));
}

/// A child, so that its peak of memory is its own.
#[test]
#[ignore = "started by the test above, to have its memory measured"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let path = dir.join("vault");
    let honest = fs::read(path.join("header")).expect("there");
    let before = child::peak_memory();
    let absurd = [
        (MEMORY, 4_194_305),
        (MEMORY, u32::MAX),
        (MEMORY, 0),
        (MEMORY, 7),
        (PASSES, 17),
        (PASSES, u32::MAX),
        (PASSES, 0),
        (LANES, 17),
        (LANES, u32::MAX),
        (LANES, 0),
    ];
    for (at, number) in absurd {
        let header = with_number(&honest, at, number);
        for name in ["header", "header.copy"] {
            fs::write(path.join(name), &header).expect("written");
        }
        let errors = [
            vault::try_unlock(&path).expect_err("refused"),
            vault::unlock_damaged(&path).expect_err("refused"),
            vault::verify(&path).expect_err("refused"),
            api_vault::look(&path).expect_err("refused"),
        ];
        for error in errors {
            assert_eq!(error.code, Code::KdfOutOfBounds, "{number} at {at}");
            assert_eq!(error.code.exit(), Exit::Damaged);
        }
    }
    // With an honest copy beside it, everything can still be read.
    fs::write(path.join("header.copy"), &honest).expect("written");
    let verified = vault::verify(&path).expect("the copy opens it");
    assert_eq!(verified.damage.len(), 1);
    assert_eq!(verified.damage[0].part, verify::VaultPart::Header);
    assert_eq!(verified.readable_revisions, verified.revisions);
    let grown = child::peak_memory() - before;
    child::say(&format!("{grown} KiB more than before"));
    assert!(grown < LITTLE, "{grown} KiB");
    child::say("done");
}

/// The checksum can be mended by anybody; the MAC cannot.
#[test]
fn a_header_altered_with_care_is_noticed() {
    let scene = Scene::set();
    let honest = &scene.files[std::path::Path::new("header")];
    // The epoch, the id and the salt of the slot of the recovery key, its wrapped key, the MAC itself.
    let slot = 33 + 165;
    for at in [31, slot, slot + 30, slot + 120, honest.len() - 64] {
        let mut header = honest.clone();
        header[at] ^= 1;
        mend_checksum(&mut header);
        fs::write(scene.vault().join("header"), header).expect("written");
        let what = format!("byte {at} with the checksum mended");
        let found = scene.look_at_harm(&what);
        assert_eq!(found.parts(), ["header"], "{what}");
        assert_eq!(found.left, Some(scene.records.len()), "{what}");
        assert_eq!(
            found.unlocked.expect_err("altered").code,
            Code::HeaderDamaged,
            "{what}"
        );
        scene.mend();
    }
}

#[test]
fn a_header_of_another_vault_is_noticed() {
    let scene = Scene::set();
    let other = scene.dir.path().join("other");
    let environment = Environment::system();
    for passphrase in ["another one", vault::PASSPHRASE] {
        let new = api_vault::NewVault {
            passphrase: vault::secret(passphrase),
            recovery_words: api_vault::WordList::English,
            is_test: true,
        };
        api_vault::create(&other, &new, &environment).expect("made");
        fs::copy(other.join("header"), scene.vault().join("header")).expect("copied");
        fs::remove_dir_all(&other).expect("removed");
        let found = scene.look_at_harm(passphrase);
        assert!(found.is_noticed());
        let error = found.unlocked.clone().expect_err("it is not this vault's");
        if passphrase == vault::PASSPHRASE {
            // It opens, and nothing in the database opens by it.
            assert_eq!(error.code, Code::HeaderReplaced);
        } else {
            assert_eq!(error.code, Code::HeaderReplaced, "the copy reports");
        }
        assert_eq!(found.parts(), ["header"]);
        assert_eq!(found.left, Some(scene.records.len()), "the copy opens it");
        scene.mend();
    }
}

/// docs/THREATS.md, "Old passphrases": an older header, put back, is named and refused by whatever passphrase, and the newest
/// one puts the right header back from the copy.
#[test]
fn an_older_header_put_back_is_named_and_refused() {
    let scene = Scene::set();
    let path = scene.vault();
    let mut session = vault::unlock(&path);
    let (old, new) = (vault::secret(vault::PASSPHRASE), vault::secret("새 암호문"));
    api_vault::change_passphrase(&mut session, &old, &new).expect("changed");
    api_vault::lock(session).expect("it can be locked");
    let older = &scene.files[std::path::Path::new("header")];
    let newest = fs::read(path.join("header")).expect("there");
    let environment = Environment::system();
    let parts = |passphrase: &fieldnotes_core::SecretString| -> Vec<&'static str> {
        let found = verify::vault(
            &path,
            passphrase,
            &environment,
            &mut fieldnotes_core::Watch::silent(),
        );
        let damage = found.expect("verified").damage;
        damage.iter().map(|part| part.part.as_str()).collect()
    };
    let repair = |passphrase: &fieldnotes_core::SecretString, accept_older| {
        let mut watch = fieldnotes_core::Watch::silent();
        verify::repair(&path, passphrase, accept_older, &environment, &mut watch)
    };
    // With the copy, and without it.
    for with_copy in [false, true] {
        fs::write(path.join("header"), older).expect("written");
        if with_copy {
            fs::write(path.join("header.copy"), older).expect("written");
        }
        let before = vault_files(&path);
        let error = api_vault::unlock(&path, &old, &environment).expect_err("the old one");
        assert_eq!(error.code, Code::HeaderReplaced);
        assert_eq!(error.code.exit(), Exit::Damaged);
        let error = fieldnotes_core::vault::opening::begin(&path, &old, &environment)
            .expect_err("for the window");
        assert_eq!(error.code, Code::HeaderReplaced);
        let error = repair(&old, false).expect_err("not unasked");
        assert_eq!(error.code, Code::VaultDamaged);
        assert!(parts(&old).contains(&"header_replaced"));
        let left = api_vault::unlock_damaged(&path, &old, &environment).expect("read");
        assert_eq!(vault::digest(&left), scene.digest);
        api_vault::lock(left).expect("locked");
        assert_eq!(vault_files(&path), before, "nothing was written");
        let newest_fails = api_vault::unlock(&path, &new, &environment).expect_err("refused");
        if with_copy {
            assert_eq!(newest_fails.code, Code::WrongPassphrase);
            continue;
        }
        assert_eq!(
            newest_fails.code,
            Code::HeaderReplaced,
            "it is the right passphrase"
        );
        assert_eq!(parts(&new), ["header"]);
        repair(&new, false).expect("mended from the copy");
        assert_eq!(fs::read(path.join("header")).expect("there"), newest);
        let session = api_vault::unlock(&path, &new, &environment).expect("open");
        api_vault::lock(session).expect("locked");
    }
    // Nothing newer is found: whoever says so goes on with the old one, and the newer is then the stranger.
    repair(&old, true).expect("accepted");
    let session = api_vault::unlock(&path, &old, &environment).expect("open");
    assert_eq!(vault::digest(&session), scene.digest);
    api_vault::lock(session).expect("locked");
    assert!(parts(&old).is_empty());
    fs::write(path.join("header"), &newest).expect("written");
    let error = api_vault::unlock(&path, &new, &environment).expect_err("refused");
    assert_eq!(error.code, Code::HeaderReplaced);
}

/// What is in the files that a look must leave as they are.
fn vault_files(path: &std::path::Path) -> Vec<Vec<u8>> {
    let names = ["header", "header.copy", "vault.db", "pages"];
    names
        .map(|name| fs::read(path.join(name)).expect("there"))
        .into()
}
