//! Many devices over months, each with a vault of its own, and the files between them: what exchange costs, and how
//! long a change takes until everybody has it. The core is the real one; people, loss and delay are drawn from a seed.

mod device;
mod graph;
mod outcome;
mod post;
mod show;
mod world;

use crate::measure::Outcome;

pub use outcome::Played;
pub use show::{json, table};

/// What is to be played.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How many devices.
    pub devices: usize,
    /// Weeks of work.
    pub weeks: usize,
    /// Weeks without work at the end, in which files still go.
    pub quiet: usize,
    /// Changes that each device writes in a week.
    pub work: usize,
    /// Of a hundred files, so many are lost.
    pub loss: usize,
    /// The seed.
    pub seed: u64,
    /// Where the vaults lie.
    pub folder: std::path::PathBuf,
}

/// Plays it.
pub fn play(plan: &Plan) -> Outcome<Played> {
    world::World::begin(plan)?.play()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_and_a_neighbour_hold_the_same_in_the_end() {
        let folder = tempfile::tempdir().expect("a temp folder");
        let plan = Plan {
            devices: 6,
            weeks: 2,
            quiet: 4,
            work: 4,
            loss: 10,
            seed: 3,
            folder: folder.path().to_owned(),
        };
        let played = play(&plan).expect("it can be played");
        assert!(played.all_equal && played.nowhere == 0, "{played:?}");
        assert!(played.changes > 40 + 6, "{played:?}");
        assert!(!played.days.is_empty() && played.files[2] > 0, "{played:?}");
        assert!(table(&[played]).contains("| all vaults equal at the end | yes |"));
    }
}
