//! Makes the frozen files of tests/vectors/bundles: one failure each. All that is signed comes from fixed seeds; the
//! envelope draws its own randomness, so that the files differ from those before while they mean the same.
//!
//! `cargo test -p fieldnotes-format --lib make_the_vectors -- --ignored`

mod notices;
mod outside;
mod packing;

use fieldnotes_domain::time::Timestamp;
use std::io::Write;
use std::path::Path;

use secrecy::SecretString;
use serde_json::{Value, json};

use super::support::*;
use crate::crypto::key::Key;
use crate::crypto::sign::SigningSecret;
use crate::exchange::age_file::seal_to_passphrase;
use crate::exchange::identity::DeviceCertificate;
use crate::vault::device::DeviceSecret;
use crate::vault::log;
use fieldnotes_domain::history::{DeviceId, Entry, EntryHash, SIGNATURE};
use fieldnotes_domain::ids::RecordId;

const PASSPHRASE: &str = "frozen bundles";
const WORK: u8 = 4;

fn device(seed: u8) -> SigningSecret {
    SigningSecret::from_seed(Key::from_bytes(&[seed + 50; 32]))
}

/// Adds an entry with everything as it should be, but for what `change` does to it before it is signed.
fn add(world: &mut World, change: impl FnOnce(&mut Entry)) -> EntryHash {
    let seq = world.entries.len() as u64 + 1;
    let last = world.entries.last().map(|last| last.hash);
    let text =
        format!(r#"{{"salt":"{seq:032x}","trashed":false,"record":{{"title":"said {seq}"}}}}"#);
    let secret = device(ALICE);
    let mut entry = Entry {
        device: DeviceId(secret.public()),
        seq,
        backlink: last.unwrap_or(EntryHash::NONE),
        record: RecordId::from_u128(u128::from(seq) + 100),
        parents: Vec::new(),
        schema: "testimony/1".to_owned(),
        body_hash: log::hash_body(text.as_bytes()),
        time: Timestamp(1_700_000_000_000 + seq as i64),
    };
    change(&mut entry);
    let unsigned = log::name_entry(entry).unwrap();
    let hash = unsigned.hash;
    let signature = log::sign_entry(&secret.signer(), &unsigned);
    world.entries.push(unsigned.signed(signature));
    world.bodies.push(Some(text.into_bytes()));
    hash
}

fn empty() -> World {
    World::new(0)
}

/// The parts of a bundle of this world, for whoever knows the passphrase.
fn parts_of(world: &World) -> Parts {
    let mut small = World::new(0);
    small.files = vec![file(b"a recording"), file(b"another recording")];
    let mut parts = Parts::of(&small);
    parts.manifest["recipients"] = json!([]);
    parts.take_entries_of(world);
    parts
}

fn three() -> World {
    let mut world = empty();
    for _ in 0..3 {
        add(&mut world, |_| ());
    }
    world
}

/// A world with a few entries made wrong.
fn world(build: impl FnOnce(&mut World)) -> Vec<u8> {
    let mut world = empty();
    build(&mut world);
    parts_of(&world).tar()
}

/// Honest parts with something changed.
fn parts(change: impl FnOnce(&mut Parts)) -> Vec<u8> {
    let mut parts = parts_of(&three());
    change(&mut parts);
    parts.tar()
}

/// Honest members with something changed.
fn members(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    let mut members = parts_of(&three()).members();
    change(&mut members);
    tar_of(&members)
}

/// The header of the third member with something changed, its checksum right.
fn header(change: impl FnOnce(&mut tar::Header)) -> Vec<u8> {
    let members = parts_of(&three()).members();
    let mut tar = tar_of(&members);
    let at: usize = members[..2]
        .iter()
        .map(|(_, content)| 512 + content.len().next_multiple_of(512))
        .sum();
    let mut header = tar::Header::from_byte_slice(&tar[at..at + 512]).clone();
    change(&mut header);
    header.set_cksum();
    tar[at..at + 512].copy_from_slice(header.as_bytes());
    tar
}

struct Vector {
    name: &'static str,
    why: &'static str,
    expected: Value,
    bytes: Vec<u8>,
}

fn sealed_with(plain: &[u8], work: u8) -> Vec<u8> {
    let passphrase = SecretString::from(PASSPHRASE);
    let mut writer = seal_to_passphrase(&passphrase, work, Vec::new()).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap()
}

fn refused(code: &str, part: &str) -> Value {
    match part {
        "" => json!({ "code": code }),
        part => json!({ "code": code, "part": part }),
    }
}

fn taken(new_revisions: u64) -> Value {
    json!({ "taken": new_revisions })
}

fn inside(name: &'static str, why: &'static str, expected: Value, plain: Vec<u8>) -> Vector {
    Vector {
        name,
        why,
        expected,
        bytes: sealed_with(&plain, WORK),
    }
}

fn of_the_log() -> Vec<Vector> {
    let damaged = || refused("bundle_damaged", "entries");
    vec![
        inside(
            "entry-parent-forward",
            "a revision says that it was made from a later one of its own log; order comes from parents, so it is one",
            taken(2),
            world(|world| {
                let later = add(world, |entry| {
                    entry.seq = 3;
                    entry.backlink = EntryHash([9; 32]);
                });
                add(world, |entry| {
                    entry.seq = 1;
                    entry.backlink = EntryHash::NONE;
                    entry.record = RecordId::from_u128(101);
                    entry.parents = vec![later];
                });
            }),
        ),
        inside(
            "entry-parent-cycle",
            "two revisions that claim each other as parent: a name is a hash, so one of the two claims names nothing, and waits",
            json!({ "taken": 2, "waiting": 1 }),
            world(|world| {
                // The name that the second has without the first among its parents.
                let mut without = world.clone();
                add(&mut without, |_| ());
                let claimed = add(&mut without, |entry| {
                    entry.record = RecordId::from_u128(101)
                });
                let first = add(world, |entry| entry.parents = vec![claimed]);
                add(world, |entry| {
                    entry.record = RecordId::from_u128(101);
                    entry.parents = vec![first];
                });
            }),
        ),
        inside(
            "entry-backlink-forged",
            "an entry does not point back to the one before it",
            damaged(),
            world(|world| {
                add(world, |_| ());
                add(world, |entry| entry.backlink = EntryHash([7; 32]));
            }),
        ),
        inside(
            "entry-two-of-one-seq",
            "two entries of one device bear one number",
            refused("log_forked", ""),
            world(|world| {
                add(world, |_| ());
                add(world, |entry| {
                    entry.seq = 1;
                    entry.backlink = EntryHash::NONE;
                });
            }),
        ),
        inside(
            "entry-twice",
            "one entry stands twice",
            damaged(),
            world(|world| {
                add(world, |_| ());
                world.entries.push(world.entries[0].clone());
                world.bodies.push(world.bodies[0].clone());
            }),
        ),
        inside(
            "entry-signed-by-another-device",
            "an entry is signed by another device than its own",
            refused("signature_invalid", "entries"),
            world(|world| {
                add(world, |_| ());
                add(world, |entry| entry.device = DeviceId(device(BOB).public()));
            }),
        ),
        inside(
            "entry-signature-altered",
            "one bit of an entry's signature",
            refused("signature_invalid", "entries"),
            parts(|parts| {
                *parts.entries.last_mut().unwrap() ^= 1;
                parts.agree();
            }),
        ),
        inside(
            "entry-device-is-no-key",
            "an entry's device is not a point of the curve",
            refused("signature_invalid", "entries"),
            world(|world| {
                add(world, |entry| entry.device = DeviceId([2; 32]));
            }),
        ),
        inside(
            "entries-altered",
            "entries are not those whose hash was signed",
            refused("bundle_damaged", "entries"),
            parts(|parts| *parts.entries.last_mut().unwrap() ^= 1),
        ),
        inside(
            "entries-cut",
            "the last entry is cut short",
            damaged(),
            parts(|parts| {
                parts.entries.truncate(parts.entries.len() - SIGNATURE - 1);
                parts.agree();
            }),
        ),
        inside(
            "entries-miscounted",
            "the manifest counts one entry more than there is",
            damaged(),
            parts(|parts| {
                parts.manifest["entries"]["count"] = 4.into();
                parts.manifest["bodies"]["count"] = 4.into();
            }),
        ),
        inside(
            "entry-of-a-later-format",
            "the first byte of an entry says that it is of a later format",
            refused("format_too_new", ""),
            parts(|parts| {
                parts.entries[2] = 2;
                parts.agree();
            }),
        ),
    ]
}

fn of_what_is_said() -> Vec<Vector> {
    let damaged = || refused("bundle_damaged", "bodies");
    vec![
        inside(
            "valid",
            "as it should be; what the others are made from",
            taken(3),
            parts(|_| ()),
        ),
        inside(
            "clock-1970",
            "clocks at the beginning of 1970: time orders nothing, so it is taken, and shown as it is",
            taken(1),
            world(|world| {
                add(world, |entry| entry.time = Timestamp(0));
            }),
        ),
        inside(
            "clock-2100",
            "clocks in the year 2100: time orders nothing, so it is taken, and shown as it is",
            taken(1),
            world(|world| {
                add(world, |entry| entry.time = Timestamp(4_102_444_800_000));
            }),
        ),
        inside(
            "clock-extreme",
            "a clock beyond every calendar",
            taken(1),
            world(|world| {
                add(world, |entry| entry.time = Timestamp(i64::MAX));
            }),
        ),
        inside(
            "record-of-an-unknown-kind",
            "a record of a kind that a later version may know: kept as it came, shown by the name of its kind",
            json!({ "taken": 1, "kind": "hologram" }),
            world(|world| {
                add(world, |entry| entry.schema = "hologram/1".to_owned());
            }),
        ),
        inside(
            "record-of-a-later-schema",
            "a record of a known kind in a later form: kept as it came",
            json!({ "taken": 1, "kind": "testimony" }),
            world(|world| {
                add(world, |entry| entry.schema = "testimony/99".to_owned());
            }),
        ),
        inside(
            "body-of-another-hash",
            "a body does not match the hash in its entry",
            damaged(),
            world(|world| {
                add(world, |_| ());
                add(world, |entry| entry.body_hash = log::hash_body(b"another"));
            }),
        ),
        inside(
            "body-altered",
            "one bit of a body",
            damaged(),
            parts(|parts| parts.bodies[30] ^= 1),
        ),
        inside(
            "body-of-no-form",
            "a body matches its hash and is no body",
            damaged(),
            world(|world| {
                let body = b"[1,2,3]".to_vec();
                add(world, |entry| entry.body_hash = log::hash_body(&body));
                world.bodies[0] = Some(body);
            }),
        ),
        inside(
            "bodies-one-more",
            "a body more than there are entries",
            damaged(),
            parts(|parts| {
                parts.bodies.extend_from_slice(&framed(b"\0{}"));
                parts.agree();
            }),
        ),
        inside(
            "bodies-unended",
            "the last body is shorter than its length says",
            damaged(),
            parts(|parts| {
                parts.bodies.pop();
                parts.agree();
            }),
        ),
        inside(
            "bodies-missing-twice",
            "one body is said to be missing twice",
            refused("bundle_damaged", "manifest"),
            parts(|parts| {
                parts.manifest["bodies"]["missing"] = json!([1, 1]);
                parts.manifest["bodies"]["count"] = 1.into();
            }),
        ),
        inside(
            "file-altered",
            "one bit of an attachment's content",
            refused("bundle_damaged", "files"),
            parts(|parts| parts.files[0].1[0] ^= 1),
        ),
        inside(
            "file-listed-twice",
            "the manifest names one content twice",
            refused("bundle_damaged", "manifest"),
            parts(|parts| {
                let first = parts.manifest["files"][0].clone();
                parts.manifest["files"] = json!([first.clone(), first]);
            }),
        ),
    ]
}

fn of_who_signed() -> Vec<Vector> {
    vec![
        inside(
            "manifest-signed-by-another",
            "the manifest is signed by somebody else than its sender",
            refused("signature_invalid", "manifest"),
            parts(|parts| parts.signer = BOB),
        ),
        inside(
            "recipients-others",
            "the manifest is for others, and somebody passed it on",
            refused("not_for_us", ""),
            parts(|parts| {
                parts.manifest["recipients"] = json!([fixed(CAROL).fingerprint().digits()]);
            }),
        ),
        inside(
            "recipients-changed-after-signing",
            "recipients other than those that were signed",
            refused("signature_invalid", "manifest"),
            members(|members| {
                let json = String::from_utf8(members[0].1.clone()).unwrap();
                let digits = fixed(DAVE).fingerprint().digits();
                let to = format!(r#""recipients":["{digits}"]"#);
                let changed = json.replace(r#""recipients":[]"#, &to);
                assert_ne!(json, changed);
                members[0].1 = changed.into_bytes();
            }),
        ),
        inside(
            "certificate-forged",
            "a device is certified by somebody whose it is not",
            refused("signature_invalid", "manifest"),
            parts(|parts| {
                let device = DeviceSecret::from_seed(&[ALICE + 50; 32]);
                let mut certificate = DeviceCertificate::make(&fixed(BOB), &device);
                certificate.identity = fixed(CAROL).public().key();
                parts.manifest["devices"] = json!([certificate]);
            }),
        ),
        inside(
            "certificate-without-its-device",
            "an identity certifies a device that did not sign for it",
            refused("signature_invalid", "manifest"),
            parts(|parts| {
                let device = DeviceSecret::from_seed(&[ALICE + 50; 32]);
                let mut certificate = DeviceCertificate::make(&fixed(CAROL), &device);
                certificate.proof = DeviceCertificate::make(&fixed(BOB), &device).proof;
                parts.manifest["devices"] = json!([certificate]);
            }),
        ),
        inside(
            "heads-others",
            "the manifest names other newest entries than there are",
            refused("bundle_damaged", "manifest"),
            parts(|parts| {
                let heads = parts.manifest["heads"].as_object_mut().unwrap();
                heads.values_mut().for_each(|seq| *seq = 9.into());
            }),
        ),
        inside(
            "format-later",
            "a bundle of a later format",
            refused("format_too_new", ""),
            parts(|parts| parts.manifest["format"] = "fieldnotes-bundle/2".into()),
        ),
        inside(
            "format-of-a-review",
            "a review package, which is no bundle",
            refused("not_a_bundle", ""),
            parts(|parts| parts.manifest["format"] = "fieldnotes-review/1".into()),
        ),
    ]
}

#[test]
#[ignore = "writes the frozen files anew"]
fn make_the_vectors() {
    let folder =
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/vectors/bundles");
    std::fs::create_dir_all(&folder).unwrap();
    let all = [
        of_what_is_said(),
        of_the_log(),
        of_who_signed(),
        packing::of_packed_bodies(),
        notices::of_the_form_of_bodies(),
        notices::of_notices(),
        outside::of_the_archive(),
        outside::of_the_envelope(),
    ];
    let mut rows = Vec::new();
    for vector in all.into_iter().flatten() {
        std::fs::write(
            folder.join(vector.name).with_extension("fnbundle"),
            vector.bytes,
        )
        .unwrap();
        rows.push(json!({
            "name": vector.name,
            "why": vector.why,
            "expected": vector.expected,
        }));
    }
    rows.push(json!({
        "name": "padding-of-a-gigabyte",
        "why": "a gigabyte of zeros behind the end: refused without memory or disk; made by the test from the base",
        "recipe": { "base": "valid", "zeros": 1_u64 << 30 },
        "expected": refused("bundle_damaged", "layout"),
    }));
    let table = json!({ "passphrase": PASSPHRASE, "vectors": rows });
    let text = serde_json::to_string_pretty(&table).unwrap() + "\n";
    std::fs::write(folder.join("table.json"), text).unwrap();
}
