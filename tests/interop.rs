//! A vault's bundles open with the tools of others, and what these seal again is taken in or refused as if we had.

// A test that reaches for what is not there fails, as it should.
#![allow(clippy::indexing_slicing)]

mod fixtures;
mod programs;

use std::path::{Path, PathBuf};

use fieldnotes_core::{Code, Environment, Outcome, SecretString, Watch};
use fixtures::{Expected, RECIPIENT, SENDER, TO_COLLEAGUE, TO_PASSPHRASE};
use programs::{age_decrypt, age_encrypt, read_vault, succeed, tar_names, typage};

fn expected() -> Expected {
    let json = std::fs::read(fixtures::folder().join(fixtures::EXPECTED)).expect("a fixture");
    serde_json::from_slice(&json).expect("the form of the fixture")
}

/// The names that a bundle of the sender has inside.
fn names(expected: &Expected) -> Vec<String> {
    let mut hashes: Vec<String> = expected.sender.shows["records"]
        .as_object()
        .into_iter()
        .flat_map(|records| records.values())
        .flat_map(|record| {
            record["attachments"]
                .as_array()
                .cloned()
                .unwrap_or_default()
        })
        .filter_map(|line| line["sha256"].as_str().map(|hash| format!("files/{hash}")))
        .collect();
    hashes.sort_unstable();
    let first = ["manifest.json", "manifest.sig", "entries.bin", "bodies.bin"];
    first.map(str::to_owned).into_iter().chain(hashes).collect()
}

/// Takes a bundle into a copy of the recipient's vault. Gives its digest.
fn import(path: &Path, expected: &Expected) -> Outcome<String> {
    let folder = tempfile::tempdir().expect("a folder");
    fixtures::copy(&fixtures::folder().join(RECIPIENT), folder.path()).expect("copied");
    let passphrase = SecretString::from(expected.recipient.passphrase.as_str());
    let environment = Environment::system();
    let mut session = fieldnotes_core::vault::unlock(folder.path(), &passphrase, &environment)?;
    let before = fieldnotes_core::vault::digest(&session).digest;
    let bundle_passphrase = SecretString::from(expected.bundle_passphrase.as_str());
    let silent = &mut Watch::silent();
    let paths = [path.to_owned()];
    let done = fieldnotes_core::receive::import(
        &mut session,
        &paths,
        Some(&bundle_passphrase),
        false,
        silent,
    );
    let digest = fieldnotes_core::vault::digest(&session).digest;
    done.inspect_err(|_| assert_eq!(digest, before, "what is refused changes nothing"))?;
    Ok(digest)
}

/// Opens the colleague's bundle with typage, by the identity that the reader in Python takes out of the colleague's vault.
fn open_with_typage(expected: &Expected, out: PathBuf) -> PathBuf {
    let mut identity = read_vault(&fixtures::folder().join(RECIPIENT), &["--age-identity"]);
    let passphrase = format!("{}\n", expected.recipient.passphrase);
    let identity = succeed(&mut identity, passphrase.as_bytes());
    let identity = String::from_utf8(identity).expect("text");
    assert!(identity.starts_with("AGE-SECRET-KEY-PQ-1"));
    let mut open = typage("open_bundle.mjs");
    open.arg(fixtures::folder().join(TO_COLLEAGUE))
        .env("AGE_IDENTITY", identity.trim());
    std::fs::write(&out, succeed(&mut open, b"")).expect("written");
    out
}

/// A public identity as age tools write it, taken out of the vault that knows this colleague.
fn recipient_in(vault: &str, passphrase: &str) -> String {
    let mut reader = read_vault(&fixtures::folder().join(vault), &[]);
    let said = succeed(&mut reader, format!("{passphrase}\n").as_bytes());
    let shown: serde_json::Value = serde_json::from_slice(&said).expect("JSON");
    shown["peers"][0]["age_recipient"]
        .as_str()
        .expect("a recipient")
        .to_owned()
}

fn seal_with_typage(tar: &Path, recipient: &str, out: &Path) {
    let sealed = succeed(typage("seal_tar.mjs").arg(tar).arg(recipient), b"");
    std::fs::write(out, sealed).expect("written");
}

#[test]
fn age_and_typage_open_a_passphrase_bundle_and_tar_lists_it() {
    let expected = expected();
    let workdir = tempfile::tempdir().expect("a folder");
    let tar = workdir.path().join("bundle.tar");
    let bundle = fixtures::folder().join(TO_PASSPHRASE);
    age_decrypt(&bundle, &expected.bundle_passphrase, &tar);
    assert_eq!(tar_names(&tar), names(&expected));
    let mut open = typage("open_bundle.mjs");
    open.arg(&bundle)
        .env("AGE_PASSPHRASE", &expected.bundle_passphrase);
    let opened = succeed(&mut open, b"");
    assert!(opened == std::fs::read(&tar).expect("the tar"));
}

#[test]
fn what_age_and_typage_sealed_to_the_passphrase_is_taken_in() {
    let expected = expected();
    let workdir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| workdir.path().join(name);
    let passphrase = &expected.bundle_passphrase;
    age_decrypt(
        &fixtures::folder().join(TO_PASSPHRASE),
        passphrase,
        &at("tar"),
    );
    age_encrypt(&at("tar"), passphrase, &at("by age"));
    let mut seal = typage("seal_tar.mjs");
    seal.arg(at("tar")).env("AGE_PASSPHRASE", passphrase);
    std::fs::write(at("by typage"), succeed(&mut seal, b"")).expect("written");
    for name in ["by age", "by typage"] {
        let digest = import(&at(name), &expected).expect("taken in");
        assert_eq!(expected.recipient_after["digest"], digest.as_str());
    }
}

#[test]
fn typage_opens_a_colleagues_bundle_and_tar_lists_it() {
    let expected = expected();
    let workdir = tempfile::tempdir().expect("a folder");
    let tar = open_with_typage(&expected, workdir.path().join("bundle.tar"));
    assert_eq!(tar_names(&tar), names(&expected));
}

#[test]
fn what_typage_sealed_for_us_is_taken_in_if_it_was_for_us_and_is_whole() {
    let expected = expected();
    let workdir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| workdir.path().join(name);
    let tar = open_with_typage(&expected, at("bundle.tar"));
    let recipient = recipient_in(SENDER, &expected.sender.passphrase);

    seal_with_typage(&tar, &recipient, &at("again"));
    let digest = import(&at("again"), &expected).expect("taken in");
    assert_eq!(expected.recipient_after["digest"], digest.as_str());

    // One digit of an amount in the signed manifest: the envelope cannot know, the signature does.
    let mut altered = std::fs::read(&tar).expect("the tar");
    let at_digit = altered.windows(10).position(|part| part == b"\"created\":");
    let digit = &mut altered[at_digit.expect("the manifest") + 10];
    *digit = if *digit == b'9' { b'8' } else { b'9' };
    std::fs::write(at("altered.tar"), altered).expect("written");
    seal_with_typage(&at("altered.tar"), &recipient, &at("altered"));
    let refused = import(&at("altered"), &expected).expect_err("altered");
    assert_eq!(refused.code, Code::SignatureInvalid);
}

#[test]
fn a_bundle_sealed_on_to_somebody_else_is_refused() {
    let expected = expected();
    let workdir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| workdir.path().join(name);
    let tar = open_with_typage(&expected, at("bundle.tar"));
    // The recipient passes it on to the sender as if it had been meant for them.
    let other = recipient_in(RECIPIENT, &expected.recipient.passphrase);
    seal_with_typage(&tar, &other, &at("onward"));
    let refused = import(&at("onward"), &expected).expect_err("sealed for another");
    assert_eq!(refused.code, Code::NotForUs);

    let folder = at("sender");
    fixtures::copy(&fixtures::folder().join(SENDER), &folder).expect("copied");
    let passphrase = SecretString::from(expected.sender.passphrase.as_str());
    let mut session =
        fieldnotes_core::vault::unlock(&folder, &passphrase, &Environment::system()).expect("open");
    let silent = &mut Watch::silent();
    let refused =
        fieldnotes_core::receive::import(&mut session, &[at("onward")], None, false, silent);
    assert_eq!(refused.expect_err("meant for another").code, Code::NotForUs);
}
