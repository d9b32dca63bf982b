//! Order does not matter: whoever works where, whatever bundle comes when, is lost, comes again, is taken in by half or
//! taken back, in the end all vaults hold the same. Guards "Nothing is overwritten" of docs/THREATS.md: of two changes to
//! one record both stay until a person decides, and no text that was once acknowledged is missing.
//!
//! `make schedules` runs 10,000 stories. `FIELDNOTES_ORDER_CASES` is their number; where one fails, its seed is said, and
//! `FIELDNOTES_TEST_SEED` with `FIELDNOTES_ORDER_STORY` runs it again.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "../support/craft/mod.rs"]
mod craft;
mod deed;
// Pipes, links and what a save writes are as Linux has them.
#[cfg(target_os = "linux")]
mod hostile;
mod pool;
mod post;
mod run;
#[path = "../support/mod.rs"]
mod support;
mod team;
mod view;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Add;

use deed::{Deed, deed, reach};
use fieldnotes_core::send::Reach;
use pool::Knows;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};
use team::{Tally, Team};

/// Stories where nobody asks for another number: so many that what must happen in some does.
const CASES: u32 = 200;
/// Rounds from each to all after which all must hold the same. One, if all is known of each other; what was taken
/// back or put back must be known first, and what was lost be missed.
const ROUNDS: usize = 6;

#[derive(Debug, Clone)]
struct Story {
    /// How many vaults.
    vaults: usize,
    /// Bundles go to colleagues; or else, in one of twenty stories, since that costs most, to whoever has the passphrase.
    are_colleagues: bool,
    deeds: Vec<(usize, Deed)>,
    /// Whether all that was ever sent, and not lost, comes again before they agree.
    comes_again: bool,
    /// How they agree in the end.
    reach: Reach,
    /// Decides in which order the rest is delivered.
    delivery: u64,
}

fn story() -> impl Strategy<Value = Story> {
    let deeds = |vaults| proptest::collection::vec((0..vaults, deed()), 8..40);
    let end = || (any::<bool>(), reach(), any::<u64>());
    (2..=pool::MOST, proptest::bool::weighted(0.95))
        .prop_flat_map(move |(vaults, colleagues)| {
            (Just((vaults, colleagues)), deeds(vaults), end())
        })
        .prop_map(
            |((vaults, are_colleagues), deeds, (comes_again, reach, delivery))| Story {
                vaults,
                are_colleagues,
                deeds,
                comes_again,
                reach,
                delivery,
            },
        )
}

fn run_story(story: &Story) -> Result<Tally, TestCaseError> {
    let knows = match story.are_colleagues {
        true => Knows::All,
        false => Knows::Nobody,
    };
    let mut team = Team::gather(story.vaults, knows);
    team.share_a_beginning();
    for (vault, deed) in &story.deeds {
        team.act(*vault, deed);
    }
    if story.comes_again {
        team.deliver_from(0, story.delivery);
    }
    let agreeing = team.bundles.len();
    team.agree(story.reach, ROUNDS, story.delivery);

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
    // And what comes again changes nothing. What was made before may come for the first time, of a vault put back since.
    let latest = team.bundles.len().saturating_sub(12);
    team.deliver_from(latest.max(agreeing), !story.delivery);
    for session in team.sessions() {
        prop_assert_eq!(
            first,
            &view::View::of(session),
            "after everything came again"
        );
    }
    team.tally.met = first.conflicts.len();
    let tally = team.tally;
    team.assert_whole();
    Ok(tally)
}

/// Reports the story of this number, and a shorter one that fails too, where it does.
fn run_one(seed: u64, number: u32) -> Result<Tally, String> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..12].copy_from_slice(&number.to_le_bytes());
    let config = ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 300,
        ..ProptestConfig::with_cases(1)
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let tally = Cell::new(Tally::default());
    let outcome = TestRunner::new_with_rng(config, rng).run(&story(), |story| {
        tally.set(run_story(&story)?);
        Ok(())
    });
    outcome.map_err(|failure| failure.to_string())?;
    Ok(tally.get())
}

#[test]
fn every_order_gives_the_same_vaults() {
    let outcomes = run::run_all("order", CASES, run_one);
    let stories = outcomes.len() as u32;
    let tally = outcomes.into_iter().fold(Tally::default(), Tally::add);
    println!("all vaults equal and no text lost: {tally:?}");
    let happened = [
        tally.met,
        tally.settled,
        tally.undone,
        tally.partial,
        tally.lost,
        tally.put_back,
    ];
    assert!(stories < CASES || !happened.contains(&0), "{tally:?}");
}
