//! docs/FORMAT.md is enough to read a vault without us: a reader in Python that was written from it sees what the api shows.

// A test that reaches for what is not there fails, as it should.
#![allow(clippy::indexing_slicing)]

mod fixtures;
mod programs;

use std::collections::BTreeMap;
use std::path::Path;

use fixtures::{Expected, ExpectedVault, RECIPIENT, SENDER};
use programs::{read_vault, reader_in_python, run, succeed};
use serde_json::{Value, json};

fn expected() -> Expected {
    let json = std::fs::read(fixtures::folder().join(fixtures::EXPECTED)).expect("a fixture");
    serde_json::from_slice(&json).expect("the form of the fixture")
}

fn read(folder: &Path, options: &[&str], secret: &str) -> Value {
    let said = succeed(
        &mut read_vault(folder, options),
        format!("{secret}\n").as_bytes(),
    );
    serde_json::from_slice(&said).expect("JSON")
}

fn hashes(folder: &Path) -> BTreeMap<String, String> {
    let files = fixtures::files(folder).expect("a folder");
    let hash = |path| fixtures::hash(&std::fs::read(path).expect("a file"));
    files
        .into_iter()
        .map(|(name, path)| (name, hash(path)))
        .collect()
}

fn time(milliseconds: &Value) -> String {
    let milliseconds = milliseconds.as_i64().expect("a time");
    chrono::DateTime::from_timestamp_millis(milliseconds)
        .expect("a time")
        .to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

fn sorted(list: &Value) -> Vec<&str> {
    let mut texts: Vec<&str> = list
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    texts.sort_unstable();
    texts
}

/// Compares what the reader found with what the api shows.
fn agrees(found: &Value, shows: &Value) {
    assert_eq!(found["digest"], shows["digest"]);
    let records = found["records"].as_array().expect("records");
    let shown = shows["records"].as_object().expect("records");
    assert_eq!(records.len(), shown.len());
    for record in records {
        let ours = &shown[record["id"].as_str().expect("an id")];
        assert_eq!(record["kind"], ours["shown"]["kind"]);
        assert_eq!(sorted(&record["heads"]), sorted(&ours["shown"]["heads"]));
        let history = ours["history"].as_array().expect("revisions");
        let revisions = record["revisions"].as_array().expect("revisions");
        assert_eq!(revisions.len(), history.len());
        for revision in revisions {
            let same = |past: &&Value| past["revision"] == revision["revision"];
            let past = history.iter().find(same).expect("the revision");
            assert_eq!(sorted(&revision["parents"]), sorted(&past["parents"]));
            assert_eq!(revision["device"], past["saved_by"]["device"]);
            assert_eq!(revision["trashed"], past["trashed"]);
            assert_eq!(json!(time(&revision["time"])), past["saved_at"]);
            let hash = fixtures::hash(revision["record"].to_string().as_bytes());
            assert_eq!(json!(hash), past["record_sha256"]);
            if revision["revision"] == ours["shown"]["revision"] {
                assert_eq!(revision["record"], ours["shown"]["record"]);
            }
        }
    }
    let drafts = found["drafts"].as_array().expect("drafts");
    assert_eq!(
        Some(drafts.len()),
        shows["drafts"].as_object().map(serde_json::Map::len)
    );
    for draft in drafts {
        let ours = &shows["drafts"][draft["draft"].as_str().expect("an id")];
        for member in ["record", "kind", "base", "content"] {
            assert_eq!(draft[member], ours[member], "{member}");
        }
        assert_eq!(json!(time(&draft["updated"])), ours["updated_at"]);
    }
    let peers = found["peers"].as_array().expect("peers");
    let colleagues = shows["colleagues"].as_array().expect("colleagues");
    let shown = |list: &[Value]| -> Vec<_> {
        list.iter()
            .map(|one| (one["name"].clone(), one["fingerprint"].clone()))
            .collect()
    };
    assert_eq!(shown(peers), shown(colleagues));
    let attached = |record: &Value| {
        record["attachments"]
            .as_array()
            .cloned()
            .unwrap_or_default()
    };
    let mut contents: Vec<Value> = shows["records"]
        .as_object()
        .into_iter()
        .flat_map(|records| records.values().flat_map(attached))
        .map(|line| line["sha256"].clone())
        .collect();
    contents.sort_by_key(ToString::to_string);
    let files = found["files"].as_array().expect("files");
    let mut files: Vec<Value> = files.iter().map(|file| file["sha256"].clone()).collect();
    files.sort_by_key(ToString::to_string);
    assert_eq!(files, contents);
}

fn vaults(expected: &Expected) -> [(&'static str, &ExpectedVault); 2] {
    [(SENDER, &expected.sender), (RECIPIENT, &expected.recipient)]
}

#[test]
fn it_sees_what_the_api_shows_and_changes_nothing() {
    let expected = expected();
    for (name, vault) in vaults(&expected) {
        let folder = fixtures::folder().join(name);
        let before = hashes(&folder);
        let found = read(&folder, &[], &vault.passphrase);
        assert_eq!(found["has_page_seal"], true);
        agrees(&found, &vault.shows);
        assert_eq!(hashes(&folder), before);
    }
}

#[test]
fn the_recovery_key_opens_it_too_and_one_record_can_be_asked_for() {
    let vault = expected().recipient;
    let folder = fixtures::folder().join(RECIPIENT);
    let found = read(&folder, &["--recovery-key"], &vault.recovery_key);
    agrees(&found, &vault.shows);
    let (id, ours) = vault.shows["records"]
        .as_object()
        .and_then(|all| all.iter().next())
        .expect("one");
    let record = read(&folder, &["--record", id], &vault.passphrase);
    assert_eq!(
        record["revisions"][0]["revision"],
        ours["history"][0]["revision"]
    );
}

#[test]
fn a_passphrase_typed_in_pieces_is_the_same() {
    use unicode_normalization::UnicodeNormalization;
    let vault = expected().sender;
    let typed: String = vault.passphrase.nfd().collect();
    assert_ne!(typed, vault.passphrase);
    let found = read(&fixtures::folder().join(SENDER), &[], &typed);
    assert_eq!(found["digest"], vault.shows["digest"]);
}

/// Duplicate certificates, and how many there may be of one identity and of recipients.
#[test]
fn it_keeps_the_rules_of_trust() {
    succeed(&mut reader_in_python("test_trust.py"), b"");
}

/// Packed bodies with one failure each.
#[test]
fn it_unpacks_as_the_program_does() {
    succeed(&mut reader_in_python("test_packing.py"), b"");
}

#[test]
fn it_refuses_what_was_altered() {
    let vault = expected().sender;
    let says = |folder: &Path, secret: &str| {
        let output = run(
            &mut read_vault(folder, &[]),
            format!("{secret}\n").as_bytes(),
        );
        assert!(!output.status.success());
        String::from_utf8(output.stderr).expect("text")
    };
    let folder = fixtures::folder().join(SENDER);
    assert!(says(&folder, "wrong").contains("passphrase or the key is wrong"));
    let copy = tempfile::tempdir().expect("a folder");
    fixtures::copy(&folder, copy.path()).expect("copied");
    let mut files = fixtures::files(copy.path()).expect("files");
    files.retain(|name, _| name != "lock");
    for (name, path) in files {
        let whole = std::fs::read(&path).expect("a file");
        let mut altered = whole.clone();
        let middle = altered.len() / 2;
        altered[middle] ^= 1;
        std::fs::write(&path, altered).expect("written");
        let said = says(copy.path(), &vault.passphrase);
        assert!(said.starts_with("read_vault.py: "), "{name}: {said}");
        std::fs::write(&path, whole).expect("written");
    }
    agrees(&read(copy.path(), &[], &vault.passphrase), &vault.shows);
}
