//! Guards "What left is known" of docs/THREATS.md.

// What starts and times other programs is used by other tests.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use fieldnotes_core::review::{self, ReviewOrder};
use fieldnotes_core::send::{self, Reach, Recipients, Sending};
use fieldnotes_core::{Watch, custody, record, vault};
use serde_json::json;
use support::vault::{befriend, fresh, secret, unlock};

#[test]
fn every_file_that_left_is_listed_and_survives_a_lock() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let path = dir.path().join("anna");
    let (mut anna, mut minji) = (fresh(&path), fresh(&dir.path().join("minji")));
    befriend((&mut anna, "anna"), (&mut minji, "minji"));
    let value = json!({ "title": "t", "consent": [
        { "decision": "granted", "use": "legal" }, { "decision": "granted", "use": "share_inside" },
    ] });
    let saved = record::add(&mut anna, "testimony", value.to_string().as_bytes()).expect("added");
    let note = record::add(&mut anna, "note", br#"{"text":"x"}"#).expect("added");
    assert!(custody::list(&anna).expect("listed").files.is_empty());

    let (key, silent) = (secret("검토자에게 주는 말"), &mut Watch::silent());
    let order = ReviewOrder::new(std::slice::from_ref(&saved.id), "legal", "ICC");
    let package =
        review::export(&mut anna, &dir.path().join("r"), &key, &order, silent).expect("written");
    let names = ["minji".to_owned()];
    let sending = Sending {
        reach: Reach::All,
        ..Sending::new(Recipients::Colleagues(&names))
    };
    let bundle = send::send(&mut anna, &dir.path().join("b"), &sending, silent).expect("sent");
    let word = Sending::new(Recipients::Passphrase(&key));
    send::send(&mut anna, &dir.path().join("w"), &word, silent).expect("sent");
    // What does not come to be is not listed.
    let refused = review::export(&mut anna, &dir.path().join("r"), &key, &order, silent);
    refused.expect_err("there is a file");
    vault::lock(anna).expect("locked");

    let anna = unlock(&path);
    let all = custody::list(&anna).expect("listed");
    assert_eq!((all.files.len(), all.unreadable), (3, 0));
    let of_note = custody::of_record(&anna, &note.id).expect("listed").files;
    assert_eq!(of_note.len(), 2, "the package had the testimony alone");
    let of_testimony = custody::of_record(&anna, &saved.id).expect("listed").files;
    let (first, last) = (&of_testimony[2], &of_testimony[0]);
    assert_eq!(
        (first.package.as_str(), first.audience.as_str()),
        (package.package.as_str(), "ICC")
    );
    assert_eq!(first.revision.as_deref(), Some(saved.revision.as_str()));
    let bytes = std::fs::read(dir.path().join("r")).expect("the file");
    let hash = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(&bytes));
    assert_eq!(first.sha256.as_deref(), Some(hash.as_str()));
    assert_eq!(of_testimony[1].package, bundle.bundle);
    assert_eq!(of_testimony[1].to, ["minji"]);
    assert!(last.to.is_empty() && last.audience.is_empty());
    vault::lock(anna).expect("locked");
    let verified = support::vault::verify(&path).expect("verified");
    assert!(verified.damage.is_empty());
}

/// Colleagues learn nothing of it: not the events, and nothing by which vaults would be unequal.
#[test]
fn what_left_is_nobody_elses_business() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = (
        fresh(&dir.path().join("anna")),
        fresh(&dir.path().join("minji")),
    );
    befriend((&mut anna, "anna"), (&mut minji, "minji"));
    let note = record::add(&mut anna, "note", br#"{"text":"x"}"#).expect("added");
    let silent = &mut Watch::silent();
    let names = ["minji".to_owned()];
    for out in ["1", "2"] {
        let sending = Sending {
            reach: Reach::All,
            ..Sending::new(Recipients::Colleagues(&names))
        };
        let out = dir.path().join(out);
        send::send(&mut anna, &out, &sending, silent).expect("sent");
        fieldnotes_core::receive::import(&mut minji, &[out], None, false, silent)
            .expect("taken in");
    }
    assert_eq!(vault::digest(&anna), vault::digest(&minji));
    assert!(custody::list(&minji).expect("listed").files.is_empty());
    assert_eq!(vault::status(&anna).records, 1);
    assert_eq!(
        record::history(&anna, &note.id)
            .expect("a history")
            .revisions
            .len(),
        1
    );
}
