//! Chance that can be repeated: a seed is printed, and taken from the environment when it is to be run again.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// Names the seed of a run that is to be repeated.
pub const SEED: &str = "FIELDNOTES_TEST_SEED";

/// A generator of numbers that a seed decides.
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// Begins at a seed.
    pub fn from_seed(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Begins anew at every run, unless the environment names a seed. Says which, for the day on which it fails.
    pub fn new(what: &str) -> Self {
        let named = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok());
        let seed = named.unwrap_or_else(|| u64::from(std::process::id()) ^ clock());
        println!("{what}: {SEED}={seed}");
        Self::from_seed(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0.next_u64() % end.max(1)
    }

    /// An index into something of this length.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// Any seed.
    pub fn seed(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Bytes that no compression makes smaller.
    pub fn bytes(&mut self, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// Brings a list into some order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.index(last + 1));
        }
    }
}

fn clock() -> u64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_nanos() as u64)
}
