use crate::time::Timestamp;
use proptest::prelude::*;

use crate::ids::RecordId;
use uuid::Uuid;

use super::*;

fn entry(device: u8, seq: u64, record: u8, parents: &[u8], time: i64) -> Entry {
    Entry {
        device: DeviceId([device; 32]),
        seq,
        backlink: EntryHash([seq as u8 - 1; 32]),
        record: RecordId::from_bytes([record; 16]),
        parents: parents.iter().map(|p| EntryHash([*p; 32])).collect(),
        schema: "note/1".into(),
        body_hash: BodyHash([seq as u8; 32]),
        time: Timestamp(time),
    }
}

fn hash(name: u8) -> EntryHash {
    EntryHash([name; 32])
}

#[test]
fn two_successors_of_one_revision_are_two_heads_and_a_common_child_ends_it() {
    let record = RecordId::from_bytes([1; 16]);
    let mut graph = Graph::default();
    graph.insert(hash(1), &entry(1, 1, 1, &[], 10));
    graph.insert(hash(2), &entry(1, 2, 1, &[1], 20));
    graph.insert(hash(3), &entry(2, 1, 1, &[1], 30));
    assert_eq!(graph.heads(record), [hash(3), hash(2)]);
    assert_eq!(graph.several_heads(), [record]);
    graph.insert(hash(4), &entry(2, 2, 1, &[2, 3], 5));
    assert_eq!(
        graph.heads(record),
        [hash(4)],
        "order comes from parents, not from clocks"
    );
    assert_eq!(graph.in_order(record), [hash(1), hash(2), hash(3), hash(4)]);
}

#[test]
fn a_second_revision_at_one_place_stands_beside_the_first_and_the_log_is_forked() {
    let log = DeviceId([1; 32]);
    let mut graph = Graph::default();
    let first = entry(1, 1, 1, &[], 0);
    assert_eq!(graph.insert(hash(1), &first), Inserted::New);
    assert_eq!(graph.insert(hash(1), &first), Inserted::Known);
    assert_eq!((graph.forked_from(&log), graph.forks().len()), (None, 0));
    let other = entry(1, 1, 2, &[], 0);
    assert_eq!(graph.insert(hash(7), &other), Inserted::New);
    assert_eq!(graph.len(), 2);
    assert_eq!(graph.forked_from(&log), Some(1));
    assert_eq!(graph.all_at(&log, 1), [hash(1), hash(7)]);
    assert_eq!(graph.at(&log, 1), Some(hash(1)));
    assert_eq!(graph.logs()[&log], (1, hash(7)));
    assert_eq!(graph.forked_from(&DeviceId([2; 32])), None);
}

/// A copy whose own revision at a place stays at home is seen all the same: what comes next names another.
#[test]
fn a_fork_is_seen_by_what_comes_after_it() {
    let log = DeviceId([1; 32]);
    let one = (hash(2), entry(1, 2, 1, &[], 0));
    let mut next = (hash(8), entry(1, 3, 2, &[], 0));
    next.1.backlink = hash(7);
    for order in [[&one, &next], [&next, &one]] {
        let mut graph = Graph::default();
        graph.insert(order[0].0, &order[0].1);
        let bytes = order[1].1.encode().expect("an entry");
        let shown = EntryRef::decode(&bytes).expect("an entry");
        assert_eq!(graph.would_fork(&order[1].0, &shown), Some(2));
        graph.insert(order[1].0, &order[1].1);
        assert_eq!(graph.forked_from(&log), Some(2));
        assert_eq!(graph.would_fork(&order[1].0, &shown), None);
    }
}

#[test]
fn a_revision_stands_while_its_parent_is_missing() {
    let mut graph = Graph::default();
    graph.insert(hash(2), &entry(1, 2, 1, &[1], 0));
    assert!(graph.is_waiting(&hash(2)));
    graph.insert(hash(1), &entry(1, 1, 1, &[], 0));
    assert!(!graph.is_waiting(&hash(2)));
    assert_eq!(graph.heads(RecordId::from_bytes([1; 16])), [hash(2)]);
}

#[test]
fn a_name_that_revisions_of_two_records_were_made_from_is_succeeded_in_its_own_only() {
    let heads = |order: [u8; 3]| {
        let mut graph = Graph::default();
        for name in order {
            let record = if name == 3 { 2 } else { 1 };
            let parents: &[u8] = if name == 1 { &[] } else { &[1] };
            let entry = entry(1, u64::from(name), record, parents, 0);
            assert_eq!(graph.insert(hash(name), &entry), Inserted::New);
        }
        [1, 2].map(|record| graph.heads(RecordId::from_bytes([record; 16])))
    };
    for order in [[1, 2, 3], [3, 2, 1], [2, 3, 1], [3, 1, 2]] {
        assert_eq!(heads(order), [vec![hash(2)], vec![hash(3)]], "{order:?}");
    }
}

#[test]
fn a_name_alone_is_no_revision() {
    let mut graph = Graph::default();
    graph.insert_tagged(hash(2), &entry(1, 2, 1, &[1], 0), Tag([7, 8]));
    assert_eq!((graph.len(), graph.record_count()), (1, 1));
    assert!(!graph.holds(&hash(1)) && graph.node(&hash(1)).is_none());
    assert_eq!(graph.at(&DeviceId([1; 32]), 0), None);
    graph.set_tag(&hash(1), Tag([1, 1]));
    assert_eq!((graph.tag(&hash(1)), graph.tags().count()), (None, 1));
    assert_eq!(graph.tag(&hash(2)), Some(Tag([7, 8])));
    let node = graph.node(&hash(2)).expect("held");
    assert_eq!(node.parents().collect::<Vec<_>>(), [hash(1)]);
}

/// What a revision takes in memory, as the kernel counts it. Run by hand, in release:
/// `cargo test --release -p fieldnotes-domain --lib bytes_of_a_revision -- --ignored --nocapture`.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "measures, and asserts nothing"]
#[allow(clippy::print_stdout)]
fn bytes_of_a_revision() {
    const MANY: u64 = 1_000_000;
    let resident = || {
        let statm = std::fs::read_to_string("/proc/self/statm").expect("Linux");
        let pages = statm.split(' ').nth(1).expect("a second field");
        pages.parse::<u64>().expect("a number") * 4_096
    };
    let name = |number: u64, salt: u64| {
        // Spread as a hash is, and in an order that has nothing to do with the log's.
        let mixed = (number + salt)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
        let words = [mixed, mixed.wrapping_mul(salt | 1), number, salt].map(u64::to_be_bytes);
        words.concat().try_into().expect("32 bytes")
    };
    let (before, begun) = (resident(), std::time::Instant::now());
    let mut graph = Graph::default();
    graph.reserve(MANY as usize);
    for at in 0..MANY {
        let number = at * 611_953 % MANY;
        let mut made = entry(1, number + 1, 1, &[], number as i64);
        // Every fifth is the second state of the record before it.
        let (of, parent) = match number % 5 {
            4 => (number - 1, Some(EntryHash(name(number - 1, 1)))),
            _ => (number, None),
        };
        made.record = RecordId(Uuid::from_slice(&name(of, 2)[..16]).expect("16 bytes"));
        made.parents.extend(parent);
        made.body_hash = BodyHash(name(number, 3));
        graph.insert(EntryHash(name(number, 1)), &made);
    }
    let took = begun.elapsed();
    assert_eq!(graph.len() as u64, MANY);
    let bytes = (resident() - before) / MANY;
    println!(
        "{bytes} bytes and {} ns a revision",
        took.as_nanos() as u64 / MANY
    );
    let begun = std::time::Instant::now();
    let heads: usize = graph
        .records()
        .filter_map(|one| graph.first_head(one))
        .count();
    println!("first heads of {heads} records in {:?}", begun.elapsed());
}

/// Where a log is forked, as the definition says: two names at one place, held or named.
fn plain_fork(all: &[(EntryHash, Entry)], device: DeviceId) -> Option<u64> {
    let mut names = std::collections::BTreeSet::new();
    for (hash, entry) in all.iter().filter(|(_, entry)| entry.device == device) {
        names.insert((entry.seq, *hash));
        names.insert((entry.seq - 1, entry.backlink));
    }
    let is_forked = |seq: &u64| names.iter().filter(|(place, _)| place == seq).count() > 1;
    (1..=names.last()?.0).find(is_forked)
}

/// Heads as their definition says: by looking at all pairs.
fn plain_heads(all: &[(EntryHash, Entry)], record: RecordId) -> Vec<EntryHash> {
    let mine = || all.iter().filter(|(_, entry)| entry.record == record);
    let mut heads: Vec<_> = mine()
        .filter(|(hash, _)| !mine().any(|(_, child)| child.parents.contains(hash)))
        .map(|(hash, entry)| (entry.time, *hash))
        .collect();
    heads.sort_unstable();
    heads.into_iter().rev().map(|(_, hash)| hash).collect()
}

proptest! {
    #[test]
    fn forks_do_not_hang_on_the_order(places in proptest::collection::vec((1_u8..3, 1_u64..6, 1_u8..3), 0..12), shuffle in any::<u64>()) {
        let mut all: Vec<(EntryHash, Entry)> = places.iter().enumerate().map(|(at, (device, seq, before))| {
            let mut made = entry(*device, *seq, 1, &[], 0);
            // Of the place and of which of two writers, as in two logs of one device; now and then the same one.
            let name = |seq: u64, writer: u8| EntryHash([seq as u8 * 8 + writer; 32]);
            made.backlink = if *seq == 1 { EntryHash::NONE } else { name(*seq - 1, *before) };
            (name(*seq, 1 + (at % 2) as u8 + 4 * (device - 1)), made)
        }).collect();
        all.sort_by_key(|(hash, _)| *hash);
        all.dedup_by_key(|(hash, _)| *hash);
        let graph = |all: &[(EntryHash, Entry)]| {
            let mut graph = Graph::default();
            all.iter().for_each(|(hash, entry)| { graph.insert(*hash, entry); });
            graph
        };
        let one = graph(&all);
        let mut shuffled = all.clone();
        shuffled.sort_by_key(|(hash, _)| (u64::from(hash.0[0]).wrapping_mul(shuffle | 1)).rotate_left(17));
        let other = graph(&shuffled);
        let mut joined = graph(&shuffled[all.len() / 2..]);
        joined.extend(&other);
        for device in [1, 2].map(|device| DeviceId([device; 32])) {
            prop_assert_eq!(one.forked_from(&device), plain_fork(&all, device));
            prop_assert_eq!(one.forked_from(&device), other.forked_from(&device));
            prop_assert_eq!(one.forked_from(&device), joined.forked_from(&device));
            for seq in 0..7 {
                prop_assert_eq!(one.all_at(&device, seq), other.all_at(&device, seq));
                prop_assert_eq!(one.all_at(&device, seq), joined.all_at(&device, seq));
            }
        }
        prop_assert_eq!(one.logs(), other.logs());
        prop_assert_eq!(one.hashes(), joined.hashes());
    }

    #[test]
    fn order_does_not_matter(edges in proptest::collection::vec((1_u8..4, any::<prop::sample::Index>(), any::<prop::sample::Index>(), -5_i64..5), 1..30), shuffle in any::<u64>()) {
        let mut all = Vec::new();
        for (i, (record, a, b, time)) in edges.iter().enumerate() {
            let mut parents: Vec<u8> = [a, b].iter().map(|at| at.index(i + 1) as u8).filter(|p| *p > 0).collect();
            parents.sort_unstable();
            parents.dedup();
            all.push((hash(i as u8 + 1), entry(1, i as u64 + 1, *record, &parents, *time)));
        }
        let mut one = Graph::default();
        all.iter().for_each(|(hash, entry)| { one.insert(*hash, entry); });
        let mut other = Graph::default();
        all.sort_by_key(|(hash, _)| (u64::from(hash.0[0]).wrapping_mul(shuffle | 1)).rotate_left(17));
        all.iter().chain(all.iter()).for_each(|(hash, entry)| { other.insert(*hash, entry); });
        prop_assert_eq!(one.hashes(), other.hashes());
        let mut joined = Graph::default();
        all.iter().skip(all.len() / 2).for_each(|(hash, entry)| { joined.insert(*hash, entry); });
        joined.extend(&one);
        prop_assert_eq!(one.logs(), joined.logs());
        for device in one.logs().keys() {
            let claimed = one.all().filter(|(_, node)| node.device == *device);
            prop_assert_eq!(one.latest_of(device), claimed.map(|(_, node)| node.time).max());
            prop_assert_eq!(one.latest_of(device), joined.latest_of(device));
        }
        // What was added and taken away again leaves nothing behind.
        let mut half = Graph::default();
        all.iter().skip(all.len() / 2).for_each(|(hash, entry)| { half.insert(*hash, entry); });
        let rest = joined.without(|hash| !half.holds(hash));
        prop_assert_eq!((rest.hashes(), rest.logs()), (half.hashes(), half.logs()));
        let mut some = Graph::default();
        some.extend_by(&one, one.records().take(1));
        prop_assert_eq!(some.records().collect::<Vec<_>>(), one.records().take(1).collect::<Vec<_>>());
        for record in some.records() {
            prop_assert_eq!(one.heads(record), some.heads(record));
        }
        for record in half.records() {
            prop_assert_eq!(rest.heads(record), half.heads(record));
        }
        for record in one.records() {
            prop_assert_eq!(one.heads(record), other.heads(record));
            prop_assert_eq!(one.heads(record), joined.heads(record));
            prop_assert_eq!(one.heads(record), plain_heads(&all, record));
            prop_assert_eq!(one.head_count(record), one.heads(record).len());
            prop_assert_eq!(one.first_head(record), one.heads(record).first().copied());
            prop_assert_eq!(one.in_order(record), other.in_order(record));
            prop_assert_eq!(one.in_order(record).len(), one.revisions(record).count());
        }
    }
}
