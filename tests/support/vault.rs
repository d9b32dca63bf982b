//! Vaults to work on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::record::{self, conflict};
use fieldnotes_core::search::{self, list};
use fieldnotes_core::vault::{self, verify};
use fieldnotes_core::{Environment, Error, SecretString, Session, Watch};
use serde_json::Value;

/// The passphrase of every vault here.
pub const PASSPHRASE: &str = "여섯 낱말은 우연히 고른 것";

/// A text as a secret.
pub fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

/// Makes a vault that spares the time of the key derivation. It is locked afterwards.
pub fn create(path: &Path) {
    let new = vault::NewVault {
        passphrase: secret(PASSPHRASE),
        recovery_words: vault::WordList::Korean,
        is_test: true,
    };
    vault::create(path, &new, &Environment::system()).expect("a vault can be made");
}

/// Makes a vault and unlocks it.
pub fn fresh(path: &Path) -> Session {
    create(path);
    unlock(path)
}

/// Settles a record with several heads by a document, by somebody who has looked at all of them.
pub fn resolve(session: &mut Session, id: &str, json: &[u8]) -> Result<record::Saved, Error> {
    let seen = conflict::Settle::seen(record::show(session, id)?.heads);
    conflict::resolve(session, id, json, &seen)
}

/// Unlocks a vault that must be whole.
pub fn unlock(path: &Path) -> Session {
    try_unlock(path).expect("the vault is whole and the passphrase is right")
}

/// Unlocks a vault that may be damaged.
pub fn try_unlock(path: &Path) -> Result<Session, Error> {
    vault::unlock(path, &secret(PASSPHRASE), &Environment::system())
}

/// Unlocks what is left of a vault.
pub fn unlock_damaged(path: &Path) -> Result<Session, Error> {
    vault::unlock_damaged(path, &secret(PASSPHRASE), &Environment::system())
}

/// Checks every byte of a vault.
pub fn verify(path: &Path) -> Result<verify::Verified, Error> {
    verify::vault(
        path,
        &secret(PASSPHRASE),
        &Environment::system(),
        &mut Watch::silent(),
    )
}

/// Checks a vault that must be whole.
pub fn assert_whole(path: &Path, when: &str) {
    let found = verify(path).expect("a whole vault can be verified");
    assert!(found.ok, "{when}: {:?}", found.damage);
}

/// The digest of an open vault.
pub fn digest(session: &Session) -> String {
    vault::digest(session).digest
}

/// Makes two vaults colleagues of each other.
pub fn befriend(one: (&mut Session, &str), other: (&mut Session, &str)) {
    let (one_line, other_line) = (identity::show(one.0), identity::show(other.0));
    colleague::add(one.0, &other_line.identity, other.1).expect("a new colleague");
    colleague::add(other.0, &one_line.identity, one.1).expect("a new colleague");
}

/// The ids of all records, in the trash or not, ascending.
pub fn record_ids(session: &Session) -> Vec<String> {
    let mut ids = Vec::new();
    for trashed in [false, true] {
        let asked = list::ListRecords {
            limit: Some(usize::MAX),
            trashed,
            ..list::ListRecords::default()
        };
        let mut page = list::page(session, &asked).expect("a list");
        if page.pending > 0 {
            search::catch_up(session, &mut Watch::silent()).expect("indexed");
            page = list::page(session, &asked).expect("a list");
        }
        ids.extend(page.records.into_iter().map(|line| line.id));
    }
    ids.sort();
    ids.dedup();
    ids
}

/// What every held revision says, by its name.
pub fn bodies(session: &Session) -> BTreeMap<String, Value> {
    record_ids(session)
        .iter()
        .flat_map(|id| {
            record::history(session, id)
                .expect("a record that was listed has a history")
                .revisions
        })
        .map(|past| (past.revision, past.record))
        .collect()
}

/// The files of attachments in a vault's folder.
pub fn content_files(path: &Path) -> Vec<PathBuf> {
    super::folder::files(&path.join("files"))
}
