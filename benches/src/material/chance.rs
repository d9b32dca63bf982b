//! Chance from a seed: the same seed draws the same on every machine.
//!
//! No function of the system's mathematics library is called: those differ in the last digit from machine to machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use uuid::Builder;

/// Draws.
#[derive(Debug, Clone)]
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The draws of a seed.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number below `end`, which must not be 0.
    pub fn below(&mut self, end: usize) -> usize {
        // Multiplied, not divided: no remainder, and the bias is one in billions.
        ((u64::from(self.0.next_u32()) * end as u64) >> 32) as usize
    }

    /// A number of a range, both ends included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// Whether it happens, that many times in a hundred.
    pub fn happens(&mut self, in_a_hundred: usize) -> bool {
        self.below(100) < in_a_hundred
    }

    /// One of several, which must not be none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of several words, which must not be none.
    pub fn word(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    /// Evenly from 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// Log-normal: half of the draws are below `median`; `spread` is the standard deviation of the logarithm.
    pub fn log_normal(&mut self, median: f64, spread: f64) -> f64 {
        // Twelve even draws add up to a normal one: variance 12 × 1/12.
        let normal = (0..12).map(|_| self.unit()).sum::<f64>() - 6.0;
        median * exp(normal * spread)
    }

    /// A random UUID.
    pub fn uuid(&mut self) -> String {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        let uuid = Builder::from_random_bytes(bytes).into_uuid();
        uuid.hyphenated().to_string()
    }

    /// Bytes that cannot be made smaller.
    pub fn fill(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }
}

/// e to the `power`, by multiplication alone; off by less than one in a thousand for powers up to ±8.
fn exp(power: f64) -> f64 {
    let mut result = 1.0 + power / 65_536.0;
    for _ in 0..16 {
        result *= result;
    }
    result
}

/// Ranks by Zipf's law: rank r comes up in proportion to 1 / (r + 2.7), as words of a language do.
#[derive(Debug, Clone)]
pub struct Zipf(Vec<f64>);

impl Zipf {
    /// So many ranks.
    pub fn new(ranks: usize) -> Self {
        let mut sum = 0.0;
        let sums = (0..ranks).map(|rank| {
            sum += 1.0 / (rank as f64 + 2.7);
            sum
        });
        Self(sums.collect())
    }

    /// A rank, from 0.
    pub fn draw(&self, chance: &mut Chance) -> usize {
        let all = self.0.last().copied().unwrap_or_default();
        let at = chance.unit() * all;
        let rank = self.0.partition_point(|sum| *sum <= at);
        rank.min(self.0.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_log_normal_is_below_its_median_and_a_few_are_far_above() {
        let mut chance = Chance::new(1);
        let draws: Vec<f64> = (0..10_000).map(|_| chance.log_normal(900.0, 1.2)).collect();
        let below = draws.iter().filter(|draw| **draw < 900.0).count();
        assert!((4_800..5_200).contains(&below), "{below}");
        // 900 × e^(2 × 1.2): two standard deviations, 2.3 in a hundred.
        let far = draws.iter().filter(|draw| **draw > 9_921.0).count();
        assert!((150..320).contains(&far), "{far}");
    }

    #[test]
    fn exp_is_near_enough() {
        for power in [-5.0_f64, -1.0, 0.0, 0.5, 3.0, 7.0] {
            assert!((exp(power) / power.exp() - 1.0).abs() < 1e-3, "{power}");
        }
    }

    #[test]
    fn low_ranks_come_up_as_zipf_says() {
        let zipf = Zipf::new(5_000);
        let mut chance = Chance::new(2);
        let mut counts = vec![0_u32; 5_000];
        for _ in 0..200_000 {
            counts[zipf.draw(&mut chance)] += 1;
        }
        let share = f64::from(counts[0]) / f64::from(counts[20]);
        assert!((6.0..12.0).contains(&share), "{share}"); // 22.7 / 2.7 = 8.4
        assert!(counts.iter().filter(|count| **count > 0).count() > 3_000);
    }
}
