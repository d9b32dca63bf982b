//! What was written in format 1 opens, and shows what it showed then.

// A test that reaches for what is not there fails, as it should, and says what it saw.
#![allow(clippy::indexing_slicing, clippy::print_stdout)]

mod fixtures;

use std::collections::BTreeMap;
use std::path::PathBuf;

use fieldnotes_core::colleague::Who;
use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{Code, Environment, SecretString, Session, Watch};
use fixtures::{Expected, RECIPIENT, REVIEW, SENDER, TO_COLLEAGUE, TO_PASSPHRASE};
use serde_json::Value;

fn expected() -> Expected {
    let json = std::fs::read(fixtures::folder().join(fixtures::EXPECTED)).expect("a fixture");
    serde_json::from_slice(&json).expect("the form of the fixture")
}

/// A copy of a frozen vault, since even looking at one may write its lock.
struct Copy {
    folder: tempfile::TempDir,
    passphrase: SecretString,
}

impl Copy {
    fn of(name: &str, passphrase: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fixtures::copy(&fixtures::folder().join(name), folder.path()).expect("copied");
        let passphrase = SecretString::from(passphrase);
        Self { folder, passphrase }
    }

    fn unlock(&self) -> Session {
        let environment = Environment::system();
        fieldnotes_core::vault::unlock(self.folder.path(), &self.passphrase, &environment)
            .expect("unlocked")
    }

    #[track_caller]
    fn is_whole(&self) {
        let environment = Environment::system();
        let silent = &mut Watch::silent();
        let found = fieldnotes_core::vault::verify::vault(
            self.folder.path(),
            &self.passphrase,
            &environment,
            silent,
        );
        let found = found.expect("verified");
        assert!(
            found.ok && found.strangers == 0 && !found.was_not_locked,
            "{found:?}"
        );
        assert_eq!(found.readable_revisions, found.revisions);
        assert_eq!(found.readable_files, found.files);
    }
}

fn bundle(name: &str) -> [PathBuf; 1] {
    [fixtures::folder().join(name)]
}

/// Names the first place that differs; two vaults as a whole fill screens.
#[track_caller]
fn same(found: &Value, expected: &Value) {
    if let Some((place, found, expected)) = difference(found, expected) {
        panic!("in {place}: found {found}, expected {expected}");
    }
}

fn difference<'v>(found: &'v Value, expected: &'v Value) -> Option<(String, &'v Value, &'v Value)> {
    if found == expected {
        return None;
    }
    let deeper = match (found, expected) {
        // A later version may say more than was said; what was said it must say as it was.
        (Value::Object(a), Value::Object(b)) if b.keys().all(|key| a.contains_key(key)) => {
            let mut known = b.iter();
            let wrong = known.find_map(|(key, value)| Some((key, difference(&a[key], value)?)));
            wrong.as_ref()?;
            wrong
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            return a.iter().zip(b).find_map(|(a, b)| difference(a, b));
        }
        _ => None,
    };
    Some(match deeper {
        Some((key, (place, a, b))) => (format!("{key}/{place}"), a, b),
        None => (String::new(), found, expected),
    })
}

#[test]
fn no_fixture_was_changed() {
    let readme = fixtures::folder().join(fixtures::README);
    let readme = std::fs::read_to_string(readme).expect("a fixture");
    let listed: BTreeMap<String, String> = readme
        .lines()
        .filter_map(|line| line.split_once("  "))
        .filter(|(hash, _)| hash.len() == 64)
        .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
        .collect();
    let mut found = BTreeMap::new();
    for (name, path) in fixtures::files(&fixtures::folder()).expect("the folder") {
        found.insert(
            name,
            fixtures::hash(&std::fs::read(path).expect("a fixture")),
        );
    }
    found.remove(fixtures::README);
    assert!(listed.len() > 10, "the README lists them");
    assert_eq!(
        found, listed,
        "frozen files never change: see the README beside them"
    );
}

#[test]
fn the_vaults_open_and_show_what_they_showed() {
    let expected = expected();
    for (name, vault) in [(SENDER, &expected.sender), (RECIPIENT, &expected.recipient)] {
        let copy = Copy::of(name, &vault.passphrase);
        copy.is_whole();
        let session = copy.unlock();
        same(&fixtures::describe(&session).expect("shown"), &vault.shows);
        fieldnotes_core::vault::lock(session).expect("locked");
        copy.is_whole();
    }
}

#[test]
fn the_story_is_in_them() {
    let shows = expected().sender.shows;
    assert_eq!(shows["conflicts"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        shows["drafts"].as_object().map(serde_json::Map::len),
        Some(2)
    );
    assert_eq!(shows["colleagues"][0]["verified"], true);
    let records: Vec<&Value> = shows["records"]
        .as_object()
        .expect("records")
        .values()
        .collect();
    let count =
        |what: &dyn Fn(&Value) -> bool| records.iter().filter(|record| what(record)).count();
    assert_eq!(count(&|record| record["shown"]["trashed"] == true), 1);
    assert_eq!(
        count(&|record| record["attachments"]
            .as_array()
            .is_some_and(|a| a.len() == 2)),
        1
    );
    assert_eq!(
        count(&|record| record["shown"]["record"]["from_a_later_version"]["kept"][1] == "둘"),
        1
    );
    for kind in ["person", "place", "testimony", "note", "attachment"] {
        assert!(
            count(&|record| record["line"]["kind"] == kind) > 0,
            "{kind}"
        );
    }
}

#[test]
fn recovery_words_in_both_languages_open_them() {
    let expected = expected();
    for (name, vault) in [(SENDER, &expected.sender), (RECIPIENT, &expected.recipient)] {
        let mut copy = Copy::of(name, &vault.passphrase);
        let words = SecretString::from(vault.recovery_words.as_str());
        let new = SecretString::from("another one, thought of in a hurry");
        let environment = Environment::system();
        let session =
            fieldnotes_core::vault::recover(copy.folder.path(), &words, &new, &environment);
        let session = session.expect("recovered");
        same(&fixtures::describe(&session).expect("shown"), &vault.shows);
        fieldnotes_core::vault::lock(session).expect("locked");
        copy.passphrase = new;
        copy.is_whole();
    }
}

#[test]
fn attachments_come_out_of_the_frozen_vault() {
    let expected = expected().sender;
    let copy = Copy::of(SENDER, &expected.passphrase);
    let session = copy.unlock();
    let out = tempfile::tempdir().expect("a folder");
    let records = expected.shows["records"].as_object().expect("records");
    let lines = records
        .values()
        .flat_map(|record| record["attachments"].as_array());
    let mut count = 0;
    for line in lines.flatten() {
        let path = out.path().join(count.to_string());
        let id = line["id"].as_str().expect("an id");
        let saved = fieldnotes_core::attachment::save(&session, id, &path, &mut Watch::silent())
            .expect("saved");
        assert_eq!(Some(saved.sha256.as_str()), line["sha256"].as_str());
        assert_eq!(
            fixtures::hash(&std::fs::read(path).expect("it")),
            saved.sha256
        );
        count += 1;
    }
    assert_eq!(count, 2);
}

#[test]
fn the_bundles_are_taken_in_by_the_colleague_they_are_for() {
    let expected = expected();
    for order in [[TO_COLLEAGUE, TO_PASSPHRASE], [TO_PASSPHRASE, TO_COLLEAGUE]] {
        let copy = Copy::of(RECIPIENT, &expected.recipient.passphrase);
        let mut session = copy.unlock();
        let passphrase = SecretString::from(expected.bundle_passphrase.as_str());
        for name in order {
            let silent = &mut Watch::silent();
            let done = fieldnotes_core::receive::import(
                &mut session,
                &bundle(name),
                Some(&passphrase),
                false,
                silent,
            );
            let done = done.expect("taken in");
            assert_eq!(
                (done.bundles[0].sender.who, done.bundles[0].was_seen),
                (Who::Colleague, false)
            );
        }
        same(
            &fixtures::describe(&session).expect("shown"),
            &expected.recipient_after,
        );
        fieldnotes_core::vault::lock(session).expect("locked");
        copy.is_whole();
    }
}

#[test]
fn the_bundles_are_held_to_whom_they_are_for_by_a_new_vault() {
    let expected = expected();
    let folder = tempfile::tempdir().expect("a folder");
    let environment = Environment::system();
    let passphrase = SecretString::from("a vault of today");
    let new = NewVault {
        passphrase: passphrase.clone(),
        recovery_words: WordList::English,
        is_test: true,
    };
    let path = folder.path().join("vault");
    fieldnotes_core::vault::create(&path, &new, &environment).expect("created");
    let mut session =
        fieldnotes_core::vault::unlock(&path, &passphrase, &environment).expect("unlocked");
    let secret = SecretString::from(expected.bundle_passphrase.as_str());
    let mut import = |name, accept| {
        let silent = &mut Watch::silent();
        fieldnotes_core::receive::import(&mut session, &bundle(name), Some(&secret), accept, silent)
            .map_err(|error| error.code)
    };
    assert_eq!(
        import(TO_COLLEAGUE, true).expect_err("not for us"),
        Code::NotForUs
    );
    assert_eq!(
        import(TO_PASSPHRASE, false).expect_err("a stranger's"),
        Code::SenderUnknown
    );
    let done = import(TO_PASSPHRASE, true).expect("taken in");
    assert_eq!(done.bundles[0].known_revisions, 0);
    assert_eq!(done.conflicts.len(), 1);
}

#[test]
fn the_review_package_opens() {
    let expected = expected();
    let path = fixtures::folder().join(REVIEW);
    let secret = SecretString::from(expected.review_passphrase.as_str());
    let shown =
        fieldnotes_core::review::open(&path, &secret, &mut Watch::silent()).expect("opened");
    same(
        &serde_json::to_value(shown).expect("JSON"),
        &expected.review,
    );
    let wrong = SecretString::from("something else");
    let refused =
        fieldnotes_core::review::open(&path, &wrong, &mut Watch::silent()).expect_err("refused");
    assert_eq!(refused.code, Code::WrongPassphrase);
}
