//! Order does not matter: whoever works where, whatever bundle comes when, as often as it likes, in the end all vaults
//! hold the same. Guards "Nothing is overwritten" of docs/THREATS.md: of two changes to one record both stay until a
//! person decides, and no text that was once acknowledged is missing.
//!
//! `FIELDNOTES_ORDER_CASES=5000 TMPDIR=/dev/shm cargo test --release --test order` looks longer: 10,000 stories of both sorts.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod deed;
#[path = "../support/mod.rs"]
mod support;
mod team;
mod view;

use std::cell::Cell;
use std::collections::BTreeSet;

use deed::{Deed, deed};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use team::{Clashes, Team};

/// Stories of either sort, where nobody asks for another number.
const CASES: u32 = 36;

#[derive(Debug, Clone)]
struct Story {
    /// How many vaults.
    vaults: usize,
    /// Bundles go to colleagues; or else to whoever has the passphrase.
    are_colleagues: bool,
    deeds: Vec<(usize, Deed)>,
    /// Decides in which order the rest is delivered.
    delivery: u64,
}

fn story(are_colleagues: bool) -> impl Strategy<Value = Story> {
    let deeds = |vaults| proptest::collection::vec((0..vaults, deed()), 8..48);
    (2..=4_usize)
        .prop_flat_map(move |vaults| (Just(vaults), deeds(vaults), any::<u64>()))
        .prop_map(move |(vaults, deeds, delivery)| Story {
            vaults,
            are_colleagues,
            deeds,
            delivery,
        })
}

fn tell(story: &Story) -> Result<Clashes, TestCaseError> {
    let mut team = Team::gather(story.vaults, story.are_colleagues);
    team.share_a_beginning();
    for (vault, deed) in &story.deeds {
        team.act(*vault, deed);
    }
    for vault in 0..story.vaults {
        team.act(vault, &Deed::Send { chosen: None });
    }
    team.deliver_all(story.delivery);

    let views: Vec<view::View> = team.sessions().map(view::View::of).collect();
    let first = &views[0];
    for (vault, other) in views.iter().enumerate() {
        prop_assert_eq!(first, other, "vault {} differs from the first", vault);
    }
    let held: BTreeSet<&str> = first.texts().collect();
    for text in &team.acknowledged {
        prop_assert!(held.contains(text.as_str()), "{} was lost", text);
    }
    // What was worked out step by step is what is read from the disk.
    for vault in 0..story.vaults {
        team.act(vault, &Deed::Lock);
    }
    for session in team.sessions() {
        prop_assert_eq!(first, &view::View::of(session), "after unlocking anew");
    }
    // And what comes again changes nothing.
    team.deliver_all(!story.delivery);
    for session in team.sessions() {
        prop_assert_eq!(
            first,
            &view::View::of(session),
            "after everything came again"
        );
    }
    let (settled, undone) = (team.settled, team.undone);
    team.assert_whole();
    Ok(Clashes {
        met: first.conflicts.len(),
        settled,
        undone,
    })
}

/// Tells many stories. Stories in which nothing ever clashed would prove little.
fn tell_many(are_colleagues: bool) {
    let asked = std::env::var("FIELDNOTES_ORDER_CASES").ok();
    let cases = asked.and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let config = ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 300,
        ..ProptestConfig::with_cases(cases)
    };
    let clashes = Cell::new(Clashes::default());
    let outcome = TestRunner::new(config).run(&story(are_colleagues), |story| {
        let more = tell(&story)?;
        clashes.set(clashes.get() + more);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    let Clashes {
        met,
        settled,
        undone,
    } = clashes.get();
    println!(
        "{cases} stories, {met} conflicts at their ends, {settled} settled before, {undone} imports undone"
    );
    assert!(met > 0 && settled > 0 && undone > 0);
}

#[test]
fn every_order_gives_the_same_vaults_among_colleagues() {
    tell_many(true);
}

#[test]
fn every_order_gives_the_same_vaults_among_strangers_with_a_passphrase() {
    tell_many(false);
}
