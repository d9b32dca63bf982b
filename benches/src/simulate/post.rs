//! Files under way: late, lost, twice, out of order.

use std::path::PathBuf;

use crate::material::Chance;

/// Of a hundred files so many come twice.
const TWICE: usize = 3;
/// Of a hundred files so many are found weeks later, in a drawer.
const LATE: usize = 2;
const DRAWER: usize = 28;

/// A file that comes to a device on a day.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The day on which it comes.
    pub day: usize,
    /// The device to which it comes.
    pub to: usize,
    /// The file.
    pub file: PathBuf,
    /// Its bytes.
    pub bytes: u64,
}

/// When a file comes: never, once, or twice.
pub fn days(today: usize, delay: usize, loss: usize, chance: &mut Chance) -> Vec<usize> {
    if chance.happens(loss) {
        return Vec::new();
    }
    let comes = if chance.happens(LATE) {
        today + delay + chance.below(DRAWER)
    } else {
        today + chance.between(0, delay)
    };
    match chance.happens(TWICE) {
        true => vec![comes, comes + chance.between(0, delay + 7)],
        false => vec![comes],
    }
}
