//! Who gives whom: offices of five, each with a coordinator; a hub; travellers.

use crate::material::Chance;

/// People of an office.
const OFFICE: usize = 5;
/// One device of so many travels.
const TRAVELLER: usize = 25;
/// Offices that a traveller comes to.
const STATIONS: usize = 3;

/// One way between two devices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// The other device.
    pub to: usize,
    /// Days between two files.
    pub every: usize,
    /// Days that a file is on its way at most.
    pub delay: usize,
}

/// For each device the ways from it, the same both ways. The hub is device 0, the first coordinator.
pub fn draw(devices: usize, chance: &mut Chance) -> Vec<Vec<Way>> {
    let mut ways = vec![Vec::new(); devices];
    let mut join = |one: usize, other: usize, every, delay| {
        let is_there = ways[one].iter().any(|way: &Way| way.to == other);
        if one != other && !is_there {
            ways[one].push(Way {
                to: other,
                every,
                delay,
            });
            ways[other].push(Way {
                to: one,
                every,
                delay,
            });
        }
    };
    let head = |at: usize| at - at % OFFICE;
    for one in 0..devices {
        for other in head(one)..one {
            join(one, other, 3, 1);
        }
    }
    for coordinator in (OFFICE..devices).step_by(OFFICE) {
        join(coordinator, 0, 7, 5);
    }
    for traveller in (TRAVELLER - 1..devices).step_by(TRAVELLER) {
        for _ in 0..STATIONS {
            join(traveller, head(chance.below(devices)), 14, 0);
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_reached_and_ways_go_both_ways() {
        for devices in [5, 25, 37, 200] {
            let ways = draw(devices, &mut Chance::new(1));
            let mut reached = std::collections::BTreeSet::from([0]);
            let mut edge = vec![0];
            while let Some(one) = edge.pop() {
                for way in &ways[one] {
                    assert!(ways[way.to].iter().any(|back| back.to == one));
                    if reached.insert(way.to) {
                        edge.push(way.to);
                    }
                }
            }
            assert_eq!(reached.len(), devices);
        }
    }
}
