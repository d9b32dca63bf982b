//! Kill −9 while the passphrase is changed: the old one or the new one opens the vault, never neither.

use std::path::Path;

use fieldnotes_core::{Environment, ExposeSecret, SecretString, record, vault as api_vault};

use crate::moment::{Tally, kill_at_random};
use crate::support::chance::Chance;
use crate::support::{child, vault};

const MOMENTS: u32 = 20;

#[test]
fn a_passphrase_opens_the_vault_after_every_kill() {
    let mut chance = Chance::new("killed while changing the passphrase");
    let mut tally = Tally::default();
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("vault");
    let new = api_vault::NewVault {
        passphrase: passphrase(0),
        recovery_words: api_vault::WordList::English,
        is_test: true,
    };
    let environment = Environment::system();
    let made = api_vault::create(&path, &new, &environment).expect("made");
    let mut session = api_vault::unlock(&path, &passphrase(0), &environment).expect("open");
    record::add(&mut session, "note", br#"{"text":"kept"}"#).expect("saved");
    let digest = vault::digest(&session);
    api_vault::lock(session).expect("it can be locked");
    let mut number = 0;
    for _ in 0..MOMENTS {
        let mut command = child::command("killed_passphrase::child", dir.path());
        command.env("FIELDNOTES_TEST_RUN", number.to_string());
        let said = kill_at_random(command, 8, &mut chance, &mut tally);
        let acknowledged = number + said.len() as u64;
        number = (acknowledged..=acknowledged + 1)
            .find(|number| opens(&path, *number, &digest))
            .expect("the passphrase that was acknowledged opens the vault, or the next one");
    }
    let words = SecretString::from(made.recovery_words.expose_secret());
    let session = api_vault::recover(&path, &words, &passphrase(7), &environment);
    assert_eq!(vault::digest(&session.expect("the words open it")), digest);
    println!("{tally:?}");
}

fn passphrase(number: u64) -> SecretString {
    SecretString::from(format!("암호문 {number}"))
}

fn opens(path: &Path, number: u64, digest: &str) -> bool {
    match api_vault::unlock(path, &passphrase(number), &Environment::system()) {
        Ok(session) => {
            assert_eq!(vault::digest(&session), *digest);
            api_vault::lock(session).expect("it can be locked");
            true
        }
        Err(error) => {
            assert_eq!(error.code.as_str(), "wrong_passphrase");
            false
        }
    }
}

/// Changes the passphrase until it is killed.
#[test]
#[ignore = "started by the test above, to be killed"]
fn child() {
    let Some(dir) = child::folder() else { return };
    let run = std::env::var("FIELDNOTES_TEST_RUN").expect("given by the parent");
    let from: u64 = run.parse().expect("a number");
    let path = dir.join("vault");
    let mut session =
        api_vault::unlock(&path, &passphrase(from), &Environment::system()).expect("open");
    for number in from.. {
        api_vault::change_passphrase(&mut session, &passphrase(number), &passphrase(number + 1))
            .expect("changed");
        child::say("changed");
    }
}
