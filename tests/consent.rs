//! What may leave a vault: what all versions of a record say, and what a file ever belonged to.

// What starts and times other programs is used by other tests.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use std::path::Path;

use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Session, Watch, attachment, record, review};
use serde_json::json;
use support::vault::{fresh, secret};

fn package(session: &mut Session, out: &Path, record: &str) -> Result<(), Code> {
    let (key, silent) = (secret("검토자에게"), &mut Watch::silent());
    let mut order = review::ReviewOrder::new(&[record.to_owned()], "legal", "a court");
    let plan = review::plan(session, &order, silent).map_err(|error| error.code)?;
    order.conditions = plan.conditions.into_iter().map(|one| one.key).collect();
    let written = review::export(session, out, &key, &order, silent);
    written.map(drop).map_err(|error| error.code)
}

/// Guards "Consent is a rule" of docs/THREATS.md: each laptop has a consent, and both together have none.
#[test]
fn a_consent_of_which_each_side_took_away_a_half_is_none() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut a = fresh(&dir.path().join("a"));
    let granted =
        |conditions| json!({"decision": "granted", "use": "legal", "conditions": conditions});
    let testimony = json!({"title": "t", "consent": [granted("one"), granted("other")]});
    let saved = record::add(&mut a, "testimony", testimony.to_string().as_bytes()).expect("added");
    package(&mut a, &dir.path().join("both"), &saved.id).expect("both are there");
    let whole = record::show(&a, &saved.id).expect("shown").record;
    for taken in [0, 1] {
        let mut half = whole.clone();
        half["consent"]
            .as_array_mut()
            .expect("a list")
            .remove(taken);
        let half = half.to_string().into_bytes();
        record::edit(&mut a, &saved.id, &half, Some(&saved.revision)).expect("edited");
    }
    let shown = record::show(&a, &saved.id).expect("shown");
    assert!(shown.is_merged && shown.record.get("consent").is_none());
    let refused = package(&mut a, &dir.path().join("none"), &saved.id);
    assert_eq!(refused, Err(Code::ConsentRefused));
    let key = secret("key");
    let sending = send::Sending {
        purpose: "legal",
        records: Some(std::slice::from_ref(&saved.id)),
        ..send::Sending::new(Recipients::Passphrase(&key))
    };
    let silent = &mut Watch::silent();
    let bundle = send::send(&mut a, &dir.path().join("b"), &sending, silent).expect_err("refused");
    assert_eq!(bundle.code, Code::ConsentRefused);
    assert!(!dir.path().join("none").exists() && !dir.path().join("b").exists());
}

/// The same promise: what was attached to a testimony stays with its consent.
#[test]
fn a_file_that_is_taken_off_a_testimony_is_no_freer() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut a = fresh(&dir.path().join("a"));
    let testimony = record::add(&mut a, "testimony", br#"{"title":"t"}"#).expect("added");
    let file = dir.path().join("face.jpg");
    std::fs::write(&file, [7; 64]).expect("written");
    let silent = &mut Watch::silent();
    let attached = attachment::add(&mut a, &testimony.id, &file, silent).expect("attached");
    let mut loose = record::show(&a, &attached.id).expect("shown").record;
    loose
        .as_object_mut()
        .expect("an object")
        .remove("attached_to");
    let loose = loose.to_string().into_bytes();
    record::edit(&mut a, &attached.id, &loose, None).expect("edited");
    let refused = package(&mut a, &dir.path().join("p"), &attached.id);
    assert_eq!(refused, Err(Code::ConsentRefused));
}
