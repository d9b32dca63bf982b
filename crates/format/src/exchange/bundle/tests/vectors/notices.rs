//! Notices that only colleagues may get, and bodies that one reader would take and another one not.

use super::super::super::DOMAIN;
use super::*;
use fieldnotes_domain::ids::RecordId;

/// The set of the number 1.
const ONE: &str = "AQAAAAAAAAAAAAAAOjAAAAEAAAAAAAAAEAAAAAEA";

/// One entry with this body.
fn with_body(text: impl FnOnce(&str) -> String) -> Vec<u8> {
    let body = text(&"0f".repeat(16)).into_bytes();
    world(|world| {
        add(world, |entry| entry.body_hash = log::hash_body(&body));
        world.bodies[0] = Some(body);
    })
}

/// Notices that only colleagues may get, in a bundle to a passphrase.
pub(super) fn of_notices() -> Vec<Vector> {
    let notice = |name, why, member: &'static str, value: fn(&Parts) -> Value| {
        let plain = parts(|parts| parts.manifest[member] = value(parts));
        inside(name, why, refused("bundle_damaged", "manifest"), plain)
    };
    vec![
        notice(
            "passphrase-with-number",
            "a bundle to a passphrase has a number among those to colleagues",
            "number",
            |_| 7.into(),
        ),
        notice(
            "passphrase-with-holds",
            "a bundle to a passphrase says what its sender holds",
            "holds",
            |parts| {
                let heads = parts.manifest["heads"].as_object().unwrap();
                let log = heads.keys().next().unwrap();
                json!({ "places": { log: ONE }, "newest": { log: "07".repeat(32) } })
            },
        ),
        notice(
            "passphrase-with-received",
            "a bundle to a passphrase says what was received from somebody",
            "received",
            |_| json!({ fixed(BOB).fingerprint().digits(): ONE }),
        ),
        notice(
            "passphrase-with-withdrawn",
            "a bundle to a passphrase says that a record may go no further",
            "withdrawn",
            |_| json!([{ "record": RecordId::from_u128(101), "revision": "07".repeat(32) }]),
        ),
        inside(
            "heads-name-twice",
            "a log stands twice among the newest entries: two readers might each take another one",
            refused("bundle_damaged", "manifest"),
            members(|members| {
                let json = String::from_utf8(members[0].1.clone()).unwrap();
                let twice = json.replacen(r#""heads":{"#, r#""heads":{"HEAD":1,"#, 1);
                let head = json.split(r#""heads":{""#).nth(1).unwrap();
                let twice = twice.replace("HEAD", &head[..64]).into_bytes();
                members[1].1 = fixed(ALICE).sign(DOMAIN, &twice).to_vec();
                members[0].1 = twice;
            }),
        ),
    ]
}

pub(super) fn of_the_form_of_bodies() -> Vec<Vector> {
    let damaged = || refused("bundle_damaged", "bodies");
    vec![
        inside(
            "body-trash-is-a-number",
            "whether the record lies in the trash is said by a number",
            damaged(),
            with_body(|salt| {
                format!(r#"{{"salt":"{salt}","trashed":1,"record":{{"title":"x"}}}}"#)
            }),
        ),
        inside(
            "body-too-deep",
            "a body of 125 levels, which some parsers read and others do not",
            damaged(),
            with_body(|salt| {
                let (open, close) = ("[".repeat(123), "]".repeat(123));
                format!(r#"{{"salt":"{salt}","trashed":false,"record":{{"a":{open}{close}}}}}"#)
            }),
        ),
        inside(
            "body-as-deep-as-it-may-be",
            "a body of 100 levels",
            taken(1),
            with_body(|salt| {
                let (open, close) = ("[".repeat(98), "]".repeat(98));
                format!(
                    r#"{{"salt":"{salt}","trashed":false,"record":{{"title":"deep","a":{open}{close}}}}}"#
                )
            }),
        ),
        inside(
            "body-name-twice",
            "consent stands twice in a record: two readers might each take another one",
            damaged(),
            with_body(|salt| {
                format!(
                    r#"{{"salt":"{salt}","trashed":false,"record":{{"title":"x","consent":[],"\u0063onsent":[]}}}}"#
                )
            }),
        ),
        inside(
            "body-number-beyond-all",
            "a number that no number is",
            damaged(),
            with_body(|salt| {
                format!(r#"{{"salt":"{salt}","trashed":false,"record":{{"title":"x","a":1e999}}}}"#)
            }),
        ),
        inside(
            "body-number-with-too-many-digits",
            "a number that a reader would take as another, and write back as that one",
            damaged(),
            with_body(|salt| {
                format!(
                    r#"{{"salt":"{salt}","trashed":false,"record":{{"title":"x","a":12345678901234567890123}}}}"#
                )
            }),
        ),
        inside(
            "body-half-a-character",
            "half of a pair that makes one character",
            damaged(),
            with_body(|salt| {
                format!(r#"{{"salt":"{salt}","trashed":false,"record":{{"title":"\ud800"}}}}"#)
            }),
        ),
        inside(
            "body-salt-too-short",
            "a salt of two digits keeps nothing from being guessed",
            damaged(),
            with_body(|_| r#"{"salt":"00","trashed":false,"record":{"title":"x"}}"#.to_owned()),
        ),
    ]
}
