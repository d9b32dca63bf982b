//! What came of a year.

use serde::Serialize;

/// Figures of the quarters of the time of work, and of the time after it.
pub type Quarters = [Vec<f64>; 5];

/// What came of it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Played {
    /// Devices.
    pub devices: usize,
    /// Weeks of work and weeks without.
    pub weeks: [usize; 2],
    /// Changes that were written, and the bytes of their JSON.
    pub changes: u64,
    /// Bytes of JSON of all changes.
    pub payload: u64,
    /// Whether all vaults held the same at the end.
    pub all_equal: bool,
    /// Days until a change was everywhere: those that were followed, ascending.
    pub days: Vec<f64>,
    /// Changes that were followed and were not everywhere at the end.
    pub nowhere: usize,
    /// Files written, files that came, files lost.
    pub files: [u64; 3],
    /// Bytes of files that came.
    pub carried: u64,
    /// Bytes of JSON of the revisions in files that came, each as long as the middle of all.
    pub carried_payload: f64,
    /// Revisions that came and were new, and that came and were held.
    pub revisions: [u64; 2],
    /// Milliseconds of making a bundle, by quarter.
    pub making: Quarters,
    /// Milliseconds of taking one in, by quarter.
    pub taking: Quarters,
    /// Bytes of a file, by quarter.
    pub sizes: Quarters,
    /// Bytes of a vault in the middle, at the end of each quarter.
    pub vault: Vec<f64>,
    /// States of shared records with several heads that the hub saw, merged by themselves.
    pub merged: u64,
    /// And in conflict.
    pub conflicts: u64,
    /// Conflicts that people settled.
    pub settled: u64,
    /// Seconds that it took.
    pub seconds: f64,
}

/// The value below which so many in a hundred lie; 0 of none.
pub fn percentile(values: &[f64], of_hundred: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * of_hundred / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}

/// All quarters together.
pub fn all(quarters: &Quarters) -> Vec<f64> {
    quarters.iter().flatten().copied().collect()
}
