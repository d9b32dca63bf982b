//! Bundles that a hostile sender signed with keys of their own, and that the user took in at their word: what is wrong
//! in them is refused all the same.

use fieldnotes_core::colleague::identity;
use fieldnotes_core::{Code, Exit, Watch, receive};
use serde_json::json;

use crate::bundles::Target;
use crate::forger::{Forger, Parts, sha256};
use crate::support::vault;
use crate::tarball;

fn body(number: usize) -> Vec<u8> {
    let salt = "ab".repeat(16);
    format!(r#"{{"salt":"{salt}","trashed":false,"record":{{"text":"위조 {number}"}}}}"#)
        .into_bytes()
}

fn forger(target: &Target) -> Forger {
    let session = vault::unlock(&target.scene.vault());
    let forger = Forger::new(&identity::show(&session).identity);
    fieldnotes_core::vault::lock(session).expect("it can be locked");
    forger
}

fn envelope(target: &Target, forger: &Forger, parts: &Parts) -> Vec<u8> {
    tarball::seal(&tarball::archive(&forger.sign(parts)), &target.passphrase)
}

/// The forger follows the format: nothing below is refused for a slip of theirs.
#[test]
fn what_the_forger_makes_is_taken_in_where_nothing_is_wrong() {
    let target = Target::set();
    let forger = forger(&target);
    let parts = forger.parts(&[body(0), body(1)]);
    let path = target.offer(&envelope(&target, &forger, &parts));
    let mut session = vault::unlock(&target.scene.vault());
    let passphrase = Some(&target.passphrase);
    let done = receive::import(
        &mut session,
        &[path],
        passphrase,
        true,
        &mut Watch::silent(),
    );
    assert_eq!(done.expect("an honest bundle").bundles[0].new_revisions, 2);
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story")]
fn a_signed_lie_is_refused() {
    type Lie = fn(&Forger, &mut Parts);
    let lies: &[(&str, Code, Lie)] = &[
        ("ten million entries", Code::BundleTooLarge, |_, parts| {
            parts.manifest["entries"]["count"] = json!(10_000_000);
            parts.manifest["bodies"]["count"] = json!(10_000_000);
        }),
        ("a terabyte of entries", Code::BundleTooLarge, |_, parts| {
            parts.manifest["entries"]["bytes"] = json!(1_u64 << 40);
        }),
        ("an endless body", Code::BundleTooLarge, |_, parts| {
            parts.manifest["bodies"]["bytes"] = json!(u64::MAX);
        }),
        ("an endless file", Code::BundleTooLarge, |_, parts| {
            parts.manifest["files"] = json!([{"sha256": sha256(b""), "size": u64::MAX}]);
        }),
        ("too many files", Code::BundleTooLarge, |_, parts| {
            let file = |at: u32| json!({"sha256": format!("{at:064x}"), "size": 0});
            parts.manifest["files"] = (0..100_001).map(file).collect();
        }),
        (
            "more entries than announced",
            Code::BundleDamaged,
            |_, parts| {
                parts.manifest["entries"]["count"] = json!(1);
                parts.manifest["bodies"]["count"] = json!(1);
            },
        ),
        (
            "another number of bodies",
            Code::BundleDamaged,
            |_, parts| {
                parts.manifest["bodies"]["count"] = json!(1);
            },
        ),
        (
            "a body missing beyond the end",
            Code::BundleDamaged,
            |_, parts| {
                parts.manifest["bodies"] = json!({"count": 1, "bytes": 0, "missing": [7]});
            },
        ),
        (
            "other entries than were hashed",
            Code::BundleDamaged,
            |_, parts| {
                parts.entries.reverse();
            },
        ),
        (
            "an entry with a false signature",
            Code::SignatureInvalid,
            |_, parts| {
                *parts.entries.last_mut().expect("some") ^= 1;
                parts.announce();
            },
        ),
        ("an entry that is cut", Code::BundleDamaged, |_, parts| {
            parts.entries.truncate(parts.entries.len() - 1);
            parts.announce();
        }),
        (
            "an entry of 65,535 bytes",
            Code::BundleDamaged,
            |_, parts| {
                parts.entries[..2].copy_from_slice(&[0xff, 0xff]);
                parts.announce();
            },
        ),
        (
            "two entries at one place",
            Code::LogForked,
            |forger, parts| {
                let (other, _) = forger.entry(1, [0; 32], &body(9));
                let length = parts.entries.len() / 2;
                parts.entries.splice(length.., other);
                parts.announce();
            },
        ),
        (
            "a log that does not hang together",
            Code::BundleDamaged,
            |forger, parts| {
                let (other, _) = forger.entry(2, [7; 32], &body(1));
                let length = parts.entries.len() / 2;
                parts.entries.splice(length.., other);
                parts.announce();
            },
        ),
        ("a higher head", Code::BundleDamaged, |_, parts| {
            let heads = parts.manifest["heads"].as_object_mut().expect("one device");
            heads.values_mut().for_each(|head| *head = json!(99));
        }),
        ("another body", Code::BundleDamaged, |_, parts| {
            parts.bodies[60] ^= 1;
        }),
        ("a body without an end", Code::BundleDamaged, |_, parts| {
            parts.bodies.pop();
            parts.announce();
        }),
        ("a body too many", Code::BundleDamaged, |_, parts| {
            parts.bodies.extend_from_slice(b"\0\0\0\x03\0{}");
            parts.announce();
        }),
        (
            "a file that was not announced",
            Code::BundleDamaged,
            |_, parts| {
                parts
                    .files
                    .push((format!("files/{}", sha256(b"x")), b"x".to_vec()));
            },
        ),
        (
            "a file with another content",
            Code::BundleDamaged,
            |_, parts| {
                parts.manifest["files"] = json!([{"sha256": sha256(b"x"), "size": 1}]);
                parts
                    .files
                    .push((format!("files/{}", sha256(b"x")), b"y".to_vec()));
            },
        ),
        (
            "a file under a path that climbs",
            Code::BundleDamaged,
            |_, parts| {
                parts.manifest["files"] = json!([{"sha256": sha256(b"x"), "size": 1}]);
                parts
                    .files
                    .push(("files/../../x".to_owned(), b"x".to_vec()));
            },
        ),
        ("a path for a hash", Code::BundleDamaged, |_, parts| {
            parts.manifest["files"] = json!([{"sha256": "../x", "size": 1}]);
            parts.files.push(("files/../x".to_owned(), b"x".to_vec()));
        }),
        (
            "files that are not in order",
            Code::BundleDamaged,
            |_, parts| {
                let file = json!({"sha256": sha256(b""), "size": 0});
                parts.manifest["files"] = json!([file, file]);
            },
        ),
        ("a later format", Code::FormatTooNew, |_, parts| {
            parts.manifest["format"] = json!("fieldnotes-bundle/2");
        }),
        ("the name of another", Code::SignatureInvalid, |_, parts| {
            parts.manifest["sender"] = json!("fieldnotes-identity-1:AAAA");
        }),
    ];
    let target = Target::set();
    let forger = forger(&target);
    for (what, code, lie) in lies {
        let mut parts = forger.parts(&[body(0), body(1)]);
        lie(&forger, &mut parts);
        let error = target.refused(what, &envelope(&target, &forger, &parts), true);
        assert_eq!(error.code, *code, "{what}: {error:?}");
        assert_eq!(error.code.exit(), Exit::Damaged, "{what}");
    }
    assert!(!target.scene.dir.path().join("x").exists());
}

/// A bundle that a recipient seals again for us, as if it had been meant for us.
#[test]
fn a_bundle_meant_for_others_is_not_ours_by_being_sealed_again() {
    let target = Target::set();
    let forger = forger(&target);
    let mut parts = forger.parts(&[body(0)]);
    parts.manifest["recipients"] = json!(["12345".repeat(12)]);
    let error = target.refused("for others", &envelope(&target, &forger, &parts), true);
    assert_eq!((error.code, error.code.exit()), (Code::NotForUs, Exit::Key));
}

/// Bodies are parsed last, after every hash and signature held; what is no body then is refused too.
#[test]
fn a_signed_body_that_is_no_body_is_refused() {
    let target = Target::set();
    let forger = forger(&target);
    let deep = format!(
        r#"{{"salt":"00","trashed":false,"record":{{"text":{}1{}}}}}"#,
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    let large = format!(
        r#"{{"salt":"00","trashed":false,"record":{{"text":"{}"}}}}"#,
        "a".repeat(9 << 20)
    );
    for (what, body) in [
        ("nothing", Vec::new()),
        ("no JSON", b"{".to_vec()),
        ("no object", b"[]".to_vec()),
        ("no record", br#"{"salt":"00","trashed":false}"#.to_vec()),
        (
            "a record that is a text",
            br#"{"salt":"00","trashed":false,"record":"x"}"#.to_vec(),
        ),
        (
            "no UTF-8",
            b"{\"salt\":\"\xff\",\"trashed\":false,\"record\":{}}".to_vec(),
        ),
        ("two hundred thousand levels", deep.into_bytes()),
        ("nine megabytes", large.into_bytes()),
    ] {
        let parts = forger.parts(&[body]);
        let error = target.refused(what, &envelope(&target, &forger, &parts), true);
        assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
    }
}
