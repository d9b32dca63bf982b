//! Makes the frozen fixtures of a format: `cargo run -p fieldnotes-tests --example make-fixtures -- FOLDER`.
//!
//! A released format's fixtures are never made anew: they prove that what was written once still opens. So the folder
//! must not be there yet. The vaults come out alike in each run; bundles do not, since age draws its own file keys.

// What is missing from its own story ends the run, as it should.
#![allow(clippy::indexing_slicing)]

mod expected_text;
mod story;

#[path = "../fixtures/mod.rs"]
mod fixtures;

use std::error::Error;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use fieldnotes_core::{Clock, Environment, Random, Timestamp};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// 2026-11-22T00:00:00Z, and a second later at each look.
struct StoryClock(AtomicI64);

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.fetch_add(1_000, Ordering::Relaxed))
    }
}

/// The same bytes in each run.
struct StoryRandom(Mutex<ChaCha20Rng>);

impl Random for StoryRandom {
    fn fill(&self, out: &mut [u8]) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(out);
    }
}

fn main() -> Outcome<()> {
    let folder = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .ok_or("usage: make-fixtures FOLDER, which must not be there yet")?;
    if folder.exists() {
        return Err(format!(
            "{} is there already; frozen fixtures are not overwritten",
            folder.display()
        )
        .into());
    }
    std::fs::create_dir_all(&folder)?;
    let environment = Environment {
        clock: Arc::new(StoryClock(AtomicI64::new(1_795_305_600_000))),
        random: Arc::new(StoryRandom(Mutex::new(ChaCha20Rng::seed_from_u64(
            0x464e_3031,
        )))),
    };
    let expected = story::write(&folder, &environment)?;
    // A cache, and laid out anew by every version: not what a format is.
    for vault in [fixtures::SENDER, fixtures::RECIPIENT] {
        std::fs::remove_dir_all(folder.join(vault).join("index"))?;
    }
    let mut json = serde_json::to_string_pretty(&expected)?;
    json.push('\n');
    std::fs::write(folder.join(fixtures::EXPECTED), json)?;
    expected_text::write(&folder, &expected)
}
