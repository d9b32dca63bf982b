//! A colleague who is accepted and signs whatever they like, and a carrier who does not carry what was given. After each of
//! their deeds every honest vault that met it opens for work, is whole, shows every record, sends to a third party, and can
//! take the import back. Guards "No bundle shuts the vault", "Nobody signs for another" and "An import can be taken back" of
//! docs/THREATS.md.
//!
//! `make schedules` runs 10,000 of these stories as well. Kinds of deeds come round in an order of chance, so that also a
//! short run has all of them; a run in which one never happened fails.

mod bodies;
mod carrier;
mod check;
mod entries;
mod files;
mod mallory;
mod manifest;
mod people;
mod sets;
mod table;
mod world;

use std::cell::RefCell;
use std::panic::AssertUnwindSafe;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::deed::{Deed, deed};
use crate::pool::Knows;
use crate::run;
use crate::support::chance::Chance;
use crate::team::Team;
use mallory::Mallory;
pub use mallory::people as hostile_people;
use table::{KINDS, Kind, Tally};

/// Stories where nobody asks for another number: enough that every kind of deed happens.
const CASES: u32 = (KINDS.len() as u32).div_ceil(DEEDS);
/// Hostile deeds of a story.
const DEEDS: u32 = 3;
/// What the honest do before each.
const BETWEEN: usize = 3;

/// Which kind comes at this place of the whole run.
fn kind_at(seed: u64, at: usize) -> usize {
    let mut order: Vec<usize> = (0..KINDS.len()).collect();
    let round = (at / KINDS.len()) as u64;
    Chance::from_seed(seed.wrapping_add(round)).shuffle(&mut order);
    order[at % KINDS.len()]
}

/// What the honest do, by chance that can be repeated.
fn honest_deeds(seed: u64) -> impl FnMut() -> Deed {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Default::default(), rng);
    move || deed().new_tree(&mut runner).expect("a deed").current()
}

fn run_story(seed: u64, number: u32, trail: &RefCell<Vec<String>>) -> Tally {
    let own = Chance::from_seed(seed ^ u64::from(number) << 32).seed();
    let mut mallory = Mallory::of_seed(own);
    let mut next = honest_deeds(own);
    let mut tally = Tally::default();
    let count = 2 + mallory.chance.index(2);
    let mut team = Team::gather(count, Knows::AllAndMallory);
    team.share_a_beginning();
    for place in 0..DEEDS {
        for _ in 0..BETWEEN {
            let (at, deed) = (mallory.chance.index(count), next());
            trail.borrow_mut().push(format!("{at} {deed:?}"));
            team.act(at, &deed);
        }
        let kind = kind_at(seed, (number * DEEDS + place) as usize);
        let (name, does) = &KINDS[kind];
        let victim = mallory.chance.index(count);
        trail.borrow_mut().push(format!("{name} to {victim}"));
        match does {
            Kind::Sends(craft) => {
                let world = team.world(victim, *name == table::RELAYED, &mallory);
                let offer = craft(&mut mallory, &world);
                trail.borrow_mut().push(format!("  {}", offer.what));
                let has_come = team.suffer(victim, &offer, &mut mallory.chance);
                tally.count(kind, has_come);
                // Another one meets it as well.
                if offer.shown.is_none() && mallory.chance.below(4) == 0 {
                    let other = (victim + 1) % count;
                    trail.borrow_mut().push(format!("  and to {other}"));
                    team.meet(other, &offer, &mut mallory.chance);
                }
                mallory.sent.push((offer.bytes, offer.is_to_passphrase));
            }
            Kind::Touches(touch) => {
                let has_come = touch(&mut team, victim, &mut mallory);
                tally.count(kind, has_come);
                team.assert_works(victim);
            }
        }
    }
    team.assert_kept();
    team.assert_whole();
    tally
}

#[test]
fn no_deed_of_a_hostile_colleague_or_carrier_does_harm() {
    let outcomes = run::run_all("hostile", CASES, |seed, number| {
        let trail = RefCell::new(Vec::new());
        let outcomes =
            std::panic::catch_unwind(AssertUnwindSafe(|| run_story(seed, number, &trail)));
        outcomes.map_err(|why| {
            let text = why.downcast_ref::<String>().cloned();
            let text = text.or_else(|| Some(why.downcast_ref::<&str>()?.to_string()));
            format!(
                "{}\n{}",
                trail.into_inner().join("\n"),
                text.unwrap_or_default()
            )
        })
    });
    let mut tally = Tally::default();
    outcomes.iter().for_each(|one| tally.add(one));
    println!("{tally}");
    if outcomes.len() as u32 >= CASES {
        assert_eq!(tally.never(), Vec::<&str>::new(), "never happened");
    }
}
