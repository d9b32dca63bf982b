//! Measuring: ours and the peers', in the same run, on the same bytes, by turns.

mod calls;
mod child;
mod databases;
mod exchange;
mod keepass;
mod large;
mod looking;
mod saving;
mod size;
mod stage;
mod tools;
mod works;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use crate::report::Run;
use stage::Stage;

pub use calls::size as folder_size;
pub use child::{look as look_as_child, stream as stream_as_child};

/// What may go wrong, reported to whoever started it.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// What is to be measured.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Records of the vaults, the smallest first.
    pub sizes: Vec<u64>,
    /// The seed of the material.
    pub seed: u64,
    /// Bytes of the large file.
    pub large: u64,
    /// A folder with space, on the disk that is to be measured.
    pub folder: PathBuf,
    /// The program that does the work with SQLite and SQLCipher; none where it was not built.
    pub peers: Option<PathBuf>,
}

/// Measures everything.
pub fn measure(plan: &Plan) -> Outcome<Run> {
    let mut stage = Stage::new(plan)?;
    for records in &plan.sizes {
        size::measure(&mut stage, *records)?;
    }
    large::measure(&mut stage, plan.large)?;
    stage.finish()
}

/// Seconds that some work took, with what came of it.
fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(T, f64)> {
    let begun = Instant::now();
    let done = work()?;
    Ok((done, begun.elapsed().as_secs_f64()))
}

/// Milliseconds of each of several runs.
fn times(runs: usize, mut work: impl FnMut() -> Outcome<()>) -> Outcome<Vec<f64>> {
    (0..runs)
        .map(|_| Ok(timed(&mut work)?.1 * 1_000.0))
        .collect()
}

/// The one in the middle; 0 where there is none.
fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
