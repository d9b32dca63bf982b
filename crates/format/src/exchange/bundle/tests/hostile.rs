//! Archives that somebody crafted, inside an envelope that opens.

use std::io::Write;

use secrecy::SecretString;
use serde_json::json;

use super::support::*;
use crate::exchange::age_file::seal_to_passphrase;
use crate::exchange::{ExchangeError, Part};
use fieldnotes_domain::history::Numbers;
use fieldnotes_domain::ids::RecordId;

fn parts() -> Parts {
    Parts::of(&World::new(4))
}

fn members() -> Vec<(String, Vec<u8>)> {
    parts().members()
}

/// Our archive with the header of one member changed, its checksum made right again.
fn with_header(index: usize, change: impl FnOnce(&mut tar::Header)) -> Vec<u8> {
    let members = members();
    let mut tar = tar_of(&members);
    let at: usize = members[..index]
        .iter()
        .map(|(_, content)| 512 + content.len().next_multiple_of(512))
        .sum();
    let mut header = tar::Header::from_byte_slice(&tar[at..at + 512]).clone();
    change(&mut header);
    header.set_cksum();
    tar[at..at + 512].copy_from_slice(header.as_bytes());
    tar
}

#[test]
fn the_parts_as_they_are_would_be_taken() {
    take(&sealed(&parts().tar()), BOB, &mut Collected::default()).unwrap();
}

#[test]
fn anything_but_the_expected_members_is_refused() {
    let layout = |tar: &[u8]| matches!(offer(tar), ExchangeError::Malformed(Part::Layout));
    for name in [
        "../../../etc/passwd",
        "/etc/passwd",
        "files/../x",
        "entries.bin/",
        "ENTRIES.BIN",
    ] {
        let mut climbing = members();
        climbing[2].0 = name.to_owned();
        assert!(layout(&tar_of(&climbing)), "{name}");
    }
    let mut extra = members();
    extra.push(("one-more".to_owned(), b"content".to_vec()));
    assert!(layout(&tar_of(&extra)));
    let mut many = members();
    many.extend((0..10_000).map(|number| (format!("files/{number}"), Vec::new())));
    assert!(layout(&tar_of(&many)));
    let mut swapped = members();
    swapped.swap(2, 3);
    assert!(layout(&tar_of(&swapped)));
    let mut files_swapped = members();
    files_swapped.swap(4, 5);
    assert!(layout(&tar_of(&files_swapped)));
    let mut lost = members();
    lost.pop();
    assert!(layout(&tar_of(&lost)));
    let mut signature_last = members();
    signature_last.swap(1, 2);
    assert!(layout(&tar_of(&signature_last)));
}

#[test]
fn only_regular_files_in_one_spelling_are_taken() {
    for kind in *b"\x00123456789DKLMNSVgxX" {
        if kind == b'0' {
            continue;
        }
        let tar = with_header(2, |header| header.as_mut_bytes()[156] = kind);
        assert!(
            matches!(offer(&tar), ExchangeError::Malformed(Part::Layout)),
            "{kind}"
        );
    }
    let changes: [fn(&mut tar::Header); 8] = [
        |header| header.set_mode(0o4777),
        |header| header.set_uid(1),
        |header| header.set_gid(1),
        |header| header.set_mtime(1),
        |header| header.set_username("root").unwrap(),
        |header| header.set_link_name("/etc/passwd").unwrap(),
        |header| header.as_ustar_mut().unwrap().prefix[0] = b'.',
        |header| header.as_mut_bytes()[257..265].copy_from_slice(b"ustar  \0"),
    ];
    for change in changes {
        assert!(matches!(
            offer(&with_header(2, change)),
            ExchangeError::Malformed(Part::Layout)
        ));
    }
    assert!(matches!(
        offer(&with_header(0, |header| header.set_entry_type(tar::EntryType::Symlink))),
        ExchangeError::WrongContent
    ));
}

#[test]
fn sizes_that_do_not_hold_cost_no_memory() {
    for size in [17 << 20, 1 << 40, u64::MAX / 2] {
        assert!(matches!(
            offer(&with_header(0, |header| header.set_size(size))),
            ExchangeError::TooLarge(Part::Manifest)
        ));
    }
    assert!(matches!(
        offer(&with_header(0, |header| header.set_size(16 << 20))),
        ExchangeError::Malformed(Part::Manifest)
    ));
    for (part, member, size, expected) in [
        ("entries", "bytes", 1_u64 << 40, "too large: entries"),
        ("entries", "count", 10_000_000, "too large: entries"),
        ("bodies", "bytes", 1 << 41, "too large: bodies"),
        ("entries", "bytes", 500 << 20, "malformed: layout"),
        ("bodies", "bytes", 1 << 39, "malformed: layout"),
    ] {
        let mut parts = parts();
        parts.manifest[part][member] = size.into();
        parts.manifest["bodies"]["missing"] = serde_json::json!([]);
        assert_eq!(parts.offer().to_string(), expected, "{part} {member}");
    }
    // The header agrees with the manifest, and there is nothing behind it.
    let mut hollow = parts();
    hollow.manifest["entries"]["bytes"] = (500_u64 << 20).into();
    let mut members = hollow.members();
    members.truncate(2);
    let mut tar = tar_of(&members);
    tar.truncate(tar.len() / 512 * 512 - 1_024);
    let end = 512 + members[0].1.len().next_multiple_of(512) + 1_024;
    tar.truncate(end);
    tar.extend_from_slice(&crate::exchange::archive::header("entries.bin", 500 << 20));
    tar.extend_from_slice(&[0; 100_000]);
    assert!(matches!(
        offer(&tar),
        ExchangeError::Malformed(Part::Entries)
    ));
}

#[test]
fn too_many_files_are_refused() {
    let mut parts = parts();
    let files: Vec<_> = (0..100_001_u32)
        .map(|number| serde_json::json!({"sha256": format!("{number:064x}"), "size": 0}))
        .collect();
    parts.manifest["files"] = files.into();
    assert!(matches!(
        parts.offer(),
        ExchangeError::TooLarge(Part::Files)
    ));
}

#[test]
fn what_follows_must_be_the_right_number_of_zeros() {
    let tar = parts().tar();
    let mut garbage = tar.clone();
    *garbage.last_mut().unwrap() = 1;
    let longer = [&tar[..], &[0; 512]].concat();
    let much_longer = [&tar[..], &vec![0; 1 << 20]].concat();
    let shorter = &tar[..tar.len() - 512];
    for wrong in [&garbage[..], &longer, &much_longer, shorter] {
        assert!(matches!(
            offer(wrong),
            ExchangeError::Malformed(Part::Layout)
        ));
    }
}

#[test]
fn a_signature_by_another_is_none() {
    let mut parts = parts();
    parts.signer = BOB;
    assert!(matches!(
        parts.offer(),
        ExchangeError::SignatureInvalid(Part::Manifest)
    ));
    let mut stranger = self::parts();
    stranger.manifest["sender"] = "fieldnotes-identity-1:AAAA".into();
    assert!(matches!(
        stranger.offer(),
        ExchangeError::SignatureInvalid(Part::Manifest)
    ));
    // Bob may put his own name to what Alice wrote; then it is his word and not hers.
    let mut resigned = self::parts();
    resigned.signer = DAVE;
    resigned.manifest["sender"] = fixed(DAVE).public().to_string().into();
    let manifest = take(&sealed(&resigned.tar()), BOB, &mut Collected::default()).unwrap();
    assert_eq!(manifest.sender.key(), fixed(DAVE).public().key());
}

#[test]
fn a_bundle_for_another_cannot_be_passed_on() {
    let mut parts = parts();
    parts.manifest["recipients"] = serde_json::json!([fixed(CAROL).fingerprint().digits()]);
    assert!(matches!(parts.offer(), ExchangeError::NotForUs));
}

#[test]
fn other_formats_are_distinguished() {
    for (format, expected) in [
        (
            "fieldnotes-bundle/2",
            "the format is newer than this program",
        ),
        (
            "fieldnotes-bundle/0",
            "the envelope does not hold what was looked for",
        ),
        (
            "fieldnotes-review/1",
            "the envelope does not hold what was looked for",
        ),
        (
            "fieldnotes-review/2",
            "the envelope does not hold what was looked for",
        ),
        ("", "the envelope does not hold what was looked for"),
    ] {
        let mut parts = parts();
        parts.manifest["format"] = format.into();
        assert_eq!(parts.offer().to_string(), expected, "{format}");
    }
    assert!(matches!(offer(b""), ExchangeError::WrongContent));
    assert!(matches!(offer(&[0; 4_096]), ExchangeError::WrongContent));
    assert!(matches!(offer(&[b'x'; 4_096]), ExchangeError::WrongContent));
}

#[test]
fn one_wrong_signature_among_many_is_found() {
    let world = World::new(300);
    let refused = |world: &World| {
        matches!(
            Parts::of(world).offer(),
            ExchangeError::SignatureInvalid(Part::Entries)
        )
    };
    for at in [0, 127, 128, 299] {
        let mut altered = world.clone();
        altered.entries[at].signature[40] ^= 1;
        assert!(refused(&altered), "{at}");
    }
    let mut exchanged = world.clone();
    exchanged.entries[7].signature = world.entries[8].signature;
    exchanged.entries[8].signature = world.entries[7].signature;
    assert!(refused(&exchanged));
    take(
        &sealed(&Parts::of(&world).tar()),
        BOB,
        &mut Collected::default(),
    )
    .unwrap();
}

/// What was done with a vault stays in it, and nobody puts it into another.
#[test]
fn a_bundle_has_no_events() {
    for schema in ["event/1", "event/2", "event"] {
        let mut world = World::new(2);
        let last = world.entries.last().map(|last| last.hash);
        world.append_as(schema, ALICE, 3, last, "{}");
        let refused = Parts::of(&world).offer();
        assert!(
            matches!(refused, ExchangeError::Malformed(Part::Entries)),
            "{schema}"
        );
    }
}

#[test]
fn entries_must_be_the_signed_ones_and_well_formed() {
    let mut altered = parts();
    *altered.entries.last_mut().unwrap() ^= 1;
    assert!(matches!(
        altered.offer(),
        ExchangeError::Altered(Part::Entries)
    ));
    altered.agree();
    assert!(matches!(
        altered.offer(),
        ExchangeError::SignatureInvalid(Part::Entries)
    ));
    for count in [3, 5] {
        let mut miscounted = parts();
        miscounted.manifest["entries"]["count"] = count.into();
        miscounted.manifest["bodies"]["count"] = count.into();
        assert!(matches!(
            miscounted.offer(),
            ExchangeError::Malformed(Part::Entries)
        ));
    }
    let mut cut = parts();
    cut.entries.pop();
    cut.agree();
    assert!(matches!(
        cut.offer(),
        ExchangeError::Malformed(Part::Entries)
    ));
    let mut later = parts();
    later.entries[2] = 2;
    later.agree();
    assert!(matches!(later.offer(), ExchangeError::FormatTooNew));
    let mut heads = parts();
    let device = heads.manifest["heads"]
        .as_object()
        .unwrap()
        .keys()
        .next()
        .unwrap()
        .clone();
    heads.manifest["heads"][device] = 9.into();
    assert!(matches!(
        heads.offer(),
        ExchangeError::Malformed(Part::Manifest)
    ));
}

/// The length of the first body with the length before it.
fn framed_first(bodies: &[u8]) -> usize {
    4 + u32::from_be_bytes(*bodies.first_chunk().unwrap()) as usize
}

#[test]
fn bodies_must_be_those_of_their_entries() {
    let mut altered = parts();
    // Packed or not, another body is not the one that was signed for; it may also not unpack.
    altered.bodies[30] ^= 1;
    assert!(matches!(
        altered.offer(),
        ExchangeError::Altered(Part::Bodies) | ExchangeError::Malformed(Part::Bodies)
    ));
    let mut plain = parts();
    let first = framed(&[&[0], &b"{}"[..]].concat());
    plain.bodies.splice(..framed_first(&plain.bodies), first);
    plain.agree();
    assert!(matches!(
        plain.offer(),
        ExchangeError::Altered(Part::Bodies)
    ));
    let mut more = parts();
    more.bodies.extend_from_slice(&framed(b"\0{}"));
    more.agree();
    assert!(matches!(
        more.offer(),
        ExchangeError::Malformed(Part::Bodies)
    ));
    let mut unended = parts();
    unended.bodies.pop();
    unended.agree();
    assert!(matches!(
        unended.offer(),
        ExchangeError::Malformed(Part::Bodies)
    ));
    let mut endless = parts();
    endless.bodies = framed(&vec![0; (8 << 20) + 2]);
    endless.agree();
    assert!(matches!(
        endless.offer(),
        ExchangeError::TooLarge(Part::Bodies)
    ));
    for missing in [
        serde_json::json!([9]),
        serde_json::json!([1, 1]),
        serde_json::json!([2, 1]),
    ] {
        let mut parts = parts();
        parts.manifest["bodies"]["count"] = (4 - missing.as_array().unwrap().len()).into();
        parts.manifest["bodies"]["missing"] = missing;
        assert!(matches!(
            parts.offer(),
            ExchangeError::Malformed(Part::Manifest)
        ));
    }
}

#[test]
fn files_must_be_those_that_were_signed_for() {
    let mut altered = parts();
    altered.files[0].1[0] ^= 1;
    assert!(matches!(
        altered.offer(),
        ExchangeError::Altered(Part::Files)
    ));
    let mut longer = parts();
    longer.files[0].1.push(0);
    assert!(matches!(
        longer.offer(),
        ExchangeError::Malformed(Part::Layout)
    ));
    let mut unsorted = parts();
    unsorted.manifest["files"].as_array_mut().unwrap().reverse();
    assert!(matches!(
        unsorted.offer(),
        ExchangeError::Malformed(Part::Manifest)
    ));
}

/// What is bound to how the envelope is sealed.
#[test]
fn recipients_and_notices_belong_to_the_envelope() {
    let malformed = || ExchangeError::Malformed(Part::Manifest).to_string();
    let parts = Parts::of(&World::new(2));
    assert!(take(&sealed(&parts.tar()), BOB, &mut Collected::default()).is_ok());
    let (twice, manifest) = World::new(2).send(&to(&[BOB, BOB, CAROL]));
    assert_eq!(manifest.recipients.len(), 2);
    assert!(take(&twice, CAROL, &mut Collected::default()).is_ok());
    // For nobody by name, and sealed for Bob: somebody made it out of one to a passphrase.
    let mut nobody = parts.clone();
    nobody.manifest["recipients"] = json!([]);
    assert_eq!(nobody.offer().to_string(), malformed());
    // For Bob by name, and sealed to a passphrase that others know, too.
    let passphrase = SecretString::from("known to many");
    let to_passphrase = |parts: &Parts| {
        let mut writer = seal_to_passphrase(&passphrase, 4, Vec::new()).unwrap();
        writer.write_all(&parts.tar()).unwrap();
        let bundle = writer.finish().unwrap();
        let mut sink = Collected::default();
        take_with(&bundle, BOB, Some(&passphrase), &mut sink)
    };
    assert_eq!(to_passphrase(&parts).unwrap_err().to_string(), malformed());
    assert!(to_passphrase(&nobody).is_ok());
    let mut with_number = nobody.clone();
    with_number.manifest["number"] = 1.into();
    assert_eq!(
        to_passphrase(&with_number).unwrap_err().to_string(),
        malformed()
    );
    // For Carol by name it is not ours, however it is sealed.
    let mut carol = parts;
    carol.manifest["recipients"] = json!([fixed(CAROL).fingerprint().digits()]);
    for refused in [carol.offer(), to_passphrase(&carol).unwrap_err()] {
        assert!(matches!(refused, ExchangeError::NotForUs), "{refused}");
    }
}

/// Sets, maps and lists: nothing stands twice, and there is an end to each.
#[test]
fn what_a_manifest_lists_is_a_set_and_bounded() {
    let with = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut parts = Parts::of(&World::new(2));
        change(&mut parts.manifest);
        take(&sealed(&parts.tar()), BOB, &mut Collected::default())
    };
    let numbers = |count: u64| {
        let set: roaring::RoaringTreemap = (0..count).map(|number| number << 16).collect();
        serde_json::to_value(Numbers(set)).unwrap()
    };
    let log = |number: u64| format!("{number:064x}");
    let holds = |count: u64| json!({ "places": { log(1): numbers(count) }, "newest": {} });
    let mark = |number: u64| json!({ "record": RecordId::from_u128(1), "revision": log(number) });
    let bob = fixed(BOB).fingerprint().digits();
    assert!(with(&|manifest| manifest["holds"] = holds(70_000)).is_ok());
    assert!(with(&|manifest| manifest["withdrawn"] = (0..20_000).map(mark).collect()).is_ok());
    type Change<'c> = &'c dyn Fn(&mut serde_json::Value);
    let refused: [(&str, Change<'_>, ExchangeError); 7] = [
        (
            "a mark twice",
            &|manifest| manifest["withdrawn"] = json!([mark(1), mark(2), mark(1)]),
            ExchangeError::Malformed(Part::Manifest),
        ),
        (
            "a recipient twice",
            &|manifest| manifest["recipients"] = json!([bob, bob]),
            ExchangeError::Malformed(Part::Manifest),
        ),
        (
            "an empty set",
            &|manifest| manifest["holds"] = holds(0),
            ExchangeError::Malformed(Part::Manifest),
        ),
        (
            "a set that is too large",
            &|manifest| manifest["holds"] = holds(80_000),
            ExchangeError::Malformed(Part::Manifest),
        ),
        (
            "sets that are too large together",
            &|manifest| {
                let sets = (0..6).map(|number| (log(number), numbers(60_000)));
                let sets: serde_json::Map<_, _> = sets.collect();
                manifest["holds"] = json!({ "places": sets, "newest": {} });
            },
            ExchangeError::TooLarge(Part::Manifest),
        ),
        (
            "too many marks",
            &|manifest| manifest["withdrawn"] = (0..20_001).map(mark).collect(),
            ExchangeError::TooLarge(Part::Manifest),
        ),
        (
            "too many logs",
            &|manifest| {
                let base = (0..65_537).map(|number| (log(number), 1.into()));
                manifest["base"] = base.collect::<serde_json::Map<_, _>>().into();
            },
            ExchangeError::TooLarge(Part::Manifest),
        ),
    ];
    for (what, change, expected) in refused {
        let refused = with(change).expect_err(what);
        assert_eq!(refused.to_string(), expected.to_string(), "{what}");
    }
}
