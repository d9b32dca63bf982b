//! Bundles as they should be, and as somebody would like to have them taken.

mod hostile;
mod support;
mod vectors;

use proptest::prelude::*;

use super::super::identity::DeviceCertificate;
use super::super::{Address, ExchangeError, Part};
use crate::vault::device::DeviceSecret;
use fieldnotes_domain::history::DeviceId;
use support::*;

#[test]
fn what_was_sent_arrives() {
    let world = World::new(20);
    let (bundle, written) = world.send(&to(&[BOB, CAROL]));
    for receiver in [BOB, CAROL] {
        let mut sink = Collected::default();
        let manifest = take(&bundle, receiver, &mut sink).unwrap();
        assert_eq!(manifest.bundle, written.bundle);
        assert_eq!(manifest.sender.fingerprint(), fixed(ALICE).fingerprint());
        assert_eq!(manifest.recipients.len(), 2);
        assert_eq!(sink, world.expected());
    }
    assert!(matches!(
        take(&bundle, DAVE, &mut Collected::default()),
        Err(ExchangeError::NotForUs)
    ));
}

#[test]
fn a_passphrase_is_enough_for_anybody() {
    let world = World::new(3);
    let passphrase = "옛날 옛적에".into();
    let address = Address::Passphrase {
        passphrase: &passphrase,
        work_factor: 2,
    };
    let (bundle, manifest) = world.send(&address);
    assert!(manifest.recipients.is_empty());
    let mut sink = Collected::default();
    take_with(&bundle, DAVE, Some(&passphrase), &mut sink).unwrap();
    assert_eq!(sink, world.expected());
    assert!(matches!(
        take(&bundle, DAVE, &mut Collected::default()),
        Err(ExchangeError::NeedsPassphrase)
    ));
    let wrong = "옛날옛적에".into();
    assert!(matches!(
        take_with(&bundle, DAVE, Some(&wrong), &mut Collected::default()),
        Err(ExchangeError::WrongPassphrase)
    ));
    // One call may take several files in, only some of which have the passphrase that was given.
    let (other, _) = world.send(&to(&[DAVE]));
    take_with(&other, DAVE, Some(&passphrase), &mut Collected::default()).unwrap();
}

#[test]
fn an_empty_bundle_is_a_bundle() {
    let world = World::new(0);
    let (bundle, manifest) = world.send(&to(&[BOB]));
    assert_eq!(manifest.entries.count, 0);
    let mut sink = Collected::default();
    take(&bundle, BOB, &mut sink).unwrap();
    assert_eq!(sink, world.expected());
}

#[test]
fn inspecting_shows_manifest_and_entries() {
    let world = World::new(5);
    let (mut bundle, _) = world.send(&to(&[BOB]));
    let inspection = inspect_as(&bundle, BOB).unwrap();
    let entries = inspection.entries.expect("it is for him");
    assert_eq!(entries.len(), 5);
    assert_eq!(entries.hashes().collect::<Vec<_>>(), world.hashes());
    assert!(entries.get(5).is_none());
    let middle = bundle.len() / 4;
    bundle[middle] ^= 1;
    assert!(inspect_as(&bundle, BOB).is_err());
}

#[test]
fn the_owner_decides_about_strangers_and_may_stop() {
    let world = World::new(5);
    let (bundle, _) = world.send(&to(&[BOB]));
    let mut refusing = Collected {
        refuse: true,
        ..Collected::default()
    };
    assert!(matches!(
        take(&bundle, BOB, &mut refusing),
        Err(ExchangeError::UnknownSender)
    ));
    assert_eq!(refusing.entries.len() + refusing.bodies.len(), 0);
    let mut failing = Collected {
        fail_at_file: true,
        ..Collected::default()
    };
    match take(&bundle, BOB, &mut failing) {
        Err(ExchangeError::Owner(stop)) => assert_eq!(stop.to_string(), "the disk is full"),
        other => panic!("{other:?}"),
    }
    let mut idle = Collected {
        skip_files: true,
        ..Collected::default()
    };
    take(&bundle, BOB, &mut idle).expect("a file that is held already need not be read");
}

#[test]
fn what_is_wrong_at_the_source_is_not_sent() {
    let mut world = World::new(4);
    world.bodies[2] = Some(b"{}".to_vec());
    let refused = world.try_send(&to(&[BOB]));
    assert!(matches!(
        refused,
        Err(ExchangeError::SourceMismatch(Part::Bodies))
    ));
    for change in [
        (|content: &mut Vec<u8>| content.push(0)) as fn(&mut Vec<u8>),
        |content| content.truncate(content.len() - 1),
    ] {
        let mut world = World::new(4);
        change(&mut world.files[0].1);
        let refused = world.try_send(&to(&[BOB]));
        assert!(matches!(
            refused,
            Err(ExchangeError::SourceMismatch(Part::Files))
        ));
    }
    // The owner answers for what stands in a file; whoever reads it looks.
    let mut world = World::new(4);
    world.files[0].1[0] ^= 1;
    let (bundle, _) = world
        .try_send(&to(&[BOB]))
        .expect("as long as it should be");
    assert!(matches!(
        take(&bundle, BOB, &mut Collected::default()),
        Err(ExchangeError::Altered(Part::Files))
    ));
    assert!(matches!(
        World::new(1).try_send(&to(&[])),
        Err(ExchangeError::NoRecipient)
    ));
}

#[test]
fn logs_that_contradict_themselves_are_taken_only_where_the_manifest_says_so() {
    let mut twice = World::new(4);
    twice.entries.push(twice.entries[3].clone());
    twice.bodies.push(twice.bodies[3].clone());
    let mut forked = World::new(4);
    forked.append(ALICE, 3, Some(forked.entries[2].hash), "another third");
    let mut broken = World::new(3);
    broken.append(
        ALICE,
        4,
        Some(broken.entries[0].hash),
        "not after the third",
    );
    for (world, expected) in [
        (&twice, ExchangeError::DuplicateEntry),
        (&forked, ExchangeError::Fork),
        (&broken, ExchangeError::BrokenChain),
    ] {
        let mut parts = Parts::of(&World::new(4));
        parts.take_entries_of(world);
        assert_eq!(parts.offer().to_string(), expected.to_string());
    }
    let refused = twice.try_send(&to(&[BOB])).unwrap_err();
    assert!(matches!(refused, ExchangeError::DuplicateEntry));
    for (world, from) in [(&forked, 3), (&broken, 3)] {
        let (bundle, manifest) = world.send(&to(&[BOB]));
        let device = world.entries[0].entry.device;
        assert_eq!(
            manifest.forks.into_iter().collect::<Vec<_>>(),
            [(device, from)]
        );
        let mut taken = Collected::default();
        take(&bundle, BOB, &mut taken).unwrap();
        assert_eq!(taken.entries, world.entries);
    }
    // Nobody is accused for nothing.
    let mut parts = Parts::of(&World::new(4));
    let device = forked.entries[0].entry.device;
    parts.manifest["forks"] = serde_json::json!({ device.to_string(): 3 });
    let refused = parts.offer();
    assert!(
        matches!(refused, ExchangeError::Malformed(Part::Manifest)),
        "{refused}"
    );
    // A gap is normal: what is shared is chosen.
    let mut gap = World::new(5);
    drop((gap.entries.remove(2), gap.bodies.remove(2)));
    let (bundle, _) = gap.send(&to(&[BOB]));
    take(&bundle, BOB, &mut Collected::default()).unwrap();
}

#[test]
fn a_certificate_must_hold() {
    let mut world = World::new(2);
    let mut certificate =
        DeviceCertificate::make(&fixed(ALICE), &DeviceSecret::from_seed(&[7; 32]));
    world.devices = vec![certificate.clone()];
    let (bundle, _) = world.send(&to(&[BOB]));
    take(&bundle, BOB, &mut Collected::default()).unwrap();
    certificate.device = DeviceId([8; 32]);
    world.devices = vec![certificate];
    assert!(matches!(
        world.try_send(&to(&[BOB])),
        Err(ExchangeError::SignatureInvalid(Part::Manifest))
    ));
}

#[test]
fn work_can_be_stopped_at_any_step() {
    let world = World::new(10);
    let (bundle, _) = world.send(&to(&[BOB]));
    let mut steps = 0;
    let mut last = (0, 0);
    watched(&bundle, |done, total| {
        steps += 1;
        last = (done, total);
        true
    })
    .unwrap();
    assert_eq!(last.0, last.1, "all that there was to do was done");
    for stop_at in 0..steps {
        let mut step = 0;
        let stopped = watched(&bundle, |_, _| {
            step += 1;
            step <= stop_at
        });
        assert!(matches!(stopped, Err(ExchangeError::Cancelled(_))));
    }
}

#[test]
fn a_length_reveals_little() {
    let lens: std::collections::BTreeSet<usize> = (100..130)
        .map(|extra| {
            let mut world = World::new(3);
            world.files = vec![file(&vec![1; 300_000 + extra * 40])];
            let parts = Parts::of(&world);
            parts.tar().len()
        })
        .collect();
    assert!(lens.len() <= 2, "{lens:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_world_arrives_whole(
        count in 0..40_usize, withheld in any::<u64>(), sizes in proptest::collection::vec(0..200_000_usize, 0..4),
    ) {
        let mut world = World::new(count);
        for (index, body) in world.bodies.iter_mut().enumerate() {
            if withheld >> (index % 64) & 1 == 1 {
                *body = None;
            }
        }
        world.files = sizes.iter().map(|size| file(&vec![*size as u8; *size])).collect();
        let (bundle, _) = world.send(&to(&[BOB]));
        let mut sink = Collected::default();
        take(&bundle, BOB, &mut sink).unwrap();
        prop_assert_eq!(sink, world.expected());
    }

    #[test]
    fn a_flipped_or_missing_byte_of_the_envelope_is_refused(
        at in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let (bundle, _) = World::new(3).send(&to(&[BOB]));
        let at = at.index(bundle.len());
        let mut flipped = bundle.clone();
        flipped[at] ^= 1 << bit;
        prop_assert!(take(&flipped, BOB, &mut Collected::default()).is_err());
        prop_assert!(take(&bundle[..at], BOB, &mut Collected::default()).is_err());
    }

    #[test]
    fn a_flipped_or_missing_byte_inside_is_refused(
        at in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let tar = Parts::of(&World::new(3)).tar();
        let at = at.index(tar.len());
        let mut flipped = tar.clone();
        flipped[at] ^= 1 << bit;
        let refused = offer(&flipped);
        let is_expected = matches!(
            refused,
            ExchangeError::WrongContent
                | ExchangeError::TooLarge(_)
                | ExchangeError::FormatTooNew
                | ExchangeError::Malformed(_)
                | ExchangeError::Altered(_)
                | ExchangeError::SignatureInvalid(_)
        );
        prop_assert!(is_expected, "{:?}", refused);
        offer(&tar[..at]);
    }
}
