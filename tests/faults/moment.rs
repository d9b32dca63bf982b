//! Random moments at which a child is killed.

use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use crate::support::chance::Chance;
use crate::support::child::Running;

/// Names how often each deed is killed, where it is to be more often than each time.
const KILLS: &str = "FIELDNOTES_KILLS";

/// How often a deed is killed: so often, or as the environment says.
pub fn moments(usual: u32) -> u32 {
    let named = std::env::var(KILLS).ok();
    named.map_or(usual, |number| number.parse().expect("a number of kills"))
}

/// What was hit, so that a run can show that it hit something.
#[derive(Debug, Default)]
pub struct Tally {
    /// Kills.
    pub moments: u32,
    /// Of these, kills after the child had finished its work.
    pub late: u32,
    /// Acknowledgements before all kills.
    pub acknowledged: usize,
    /// Kills that left a file behind which no revision names yet: they hit the middle of something.
    pub half_done: u32,
}

/// Starts a child, kills it at a moment of chance, and returns what it had acknowledged until then. It is not waited
/// for more than `lines` acknowledgements.
pub fn kill_at_random(
    command: Command,
    lines: u64,
    chance: &mut Chance,
    tally: &mut Tally,
) -> Vec<String> {
    let mut running = Running::start(command);
    match chance.below(4) {
        // While it starts, unlocks, or does its first work.
        0 => sleep(Duration::from_micros(chance.below(60_000))),
        // Right behind an acknowledgement: in the first steps of the next transaction.
        1 => {
            wait_for(&mut running, 1 + chance.below(lines));
            sleep(Duration::from_micros(chance.below(400)));
        }
        // Anywhere in the next transaction or two.
        2 => {
            wait_for(&mut running, 1 + chance.below(lines));
            sleep(Duration::from_micros(chance.below(5_000)));
        }
        _ => {
            wait_for(&mut running, 1);
            sleep(Duration::from_micros(chance.below(60_000)));
        }
    }
    let (said, had_ended) = running.kill();
    tally.moments += 1;
    tally.late += u32::from(had_ended);
    tally.acknowledged += said.len();
    said
}

fn wait_for(running: &mut Running, lines: u64) {
    for _ in 0..lines {
        if !running.read_line() {
            break;
        }
    }
}
