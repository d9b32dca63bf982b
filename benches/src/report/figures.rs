//! Rows of figures: a work, ours and the peers', at every size.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How a figure reads, and which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Milliseconds: less is better.
    Milliseconds,
    /// Records a second: more is better.
    RecordsPerSecond,
    /// Millions of bytes a second: more is better.
    MegabytesPerSecond,
    /// Millions of bytes: less is better.
    Megabytes,
    /// Thousands of bytes: less is better.
    Kilobytes,
    /// Of a hundred: more is better.
    Percent,
}

impl Unit {
    /// Whether more is better.
    pub fn is_more_better(self) -> bool {
        !matches!(self, Self::Milliseconds | Self::Megabytes | Self::Kilobytes)
    }
}

/// Over what a row runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// The number of records in the vault.
    Records,
    /// One size only, in bytes.
    Bytes,
}

/// What was measured at one size.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The size: records or bytes.
    pub size: u64,
    /// One value, or several percentiles of a time.
    pub values: Vec<f64>,
    /// How many measurements stand behind it.
    pub runs: usize,
    /// Milliseconds that a rate was taken from, since it is time that grows.
    pub took: Option<f64>,
}

impl Figure {
    /// One value.
    pub fn one(size: u64, value: f64) -> Self {
        Self {
            size,
            values: vec![value],
            runs: 1,
            took: None,
        }
    }

    /// So much in so many seconds.
    pub fn rate(size: u64, amount: f64, seconds: f64) -> Self {
        Self {
            size,
            values: vec![amount / seconds],
            runs: 1,
            took: Some(seconds * 1_000.0),
        }
    }

    /// So much in as many seconds as the run in the middle took; none where there was no run.
    pub fn rate_of(size: u64, amount: f64, mut seconds: Vec<f64>) -> Option<Self> {
        seconds.sort_by(f64::total_cmp);
        let middle = seconds.get(seconds.len() / 2)?;
        Some(Self {
            runs: seconds.len(),
            ..Self::rate(size, amount, *middle)
        })
    }

    /// These percentiles of times in milliseconds; none where nothing was timed.
    pub fn of_times(size: u64, mut times: Vec<f64>, percentiles: &[usize]) -> Option<Self> {
        times.sort_by(f64::total_cmp);
        let at = |percentile: &usize| {
            times
                .get((times.len() * percentile / 100).min(times.len().saturating_sub(1)))
                .copied()
        };
        let values: Option<Vec<f64>> = percentiles.iter().map(at).collect();
        Some(Self {
            size,
            values: values?,
            runs: times.len(),
            took: None,
        })
    }
}

/// The figures of ours or of one peer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// `ours`, or the name of the peer with what it did.
    pub who: String,
    /// By size, the smallest first.
    pub figures: Vec<Figure>,
    /// Why there are none, or not at every size.
    pub missing: Option<String>,
}

/// A work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What was done.
    pub work: String,
    /// In what it was measured.
    pub unit: Unit,
    /// What the values are: empty for one value, otherwise as `median / p95`.
    pub statistic: String,
    /// Which of the values ratio and growth are taken from.
    pub leading: usize,
    /// Over what it runs.
    pub scale: Scale,
    /// Ours first.
    pub series: Vec<Series>,
}

/// One size of vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Records.
    pub records: u64,
    /// Bytes of them as JSON lines.
    pub bytes: u64,
}

/// What the real window did, as scripts/bench-window measured it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// Seconds from the start until a passphrase can be typed: the median.
    pub cold_start: f64,
    /// The quickest and the slowest.
    pub range: [f64; 2],
    /// How often it was started.
    pub runs: usize,
    /// Bytes of the release program.
    pub program: u64,
}

/// One run of `make bench`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The day.
    pub day: String,
    /// Processor, cores, memory, system.
    pub machine: String,
    /// Load of the machine before and after.
    pub load: [String; 2],
    /// The seed of the material.
    pub seed: u64,
    /// Sizes of the vaults.
    pub sizes: Vec<Size>,
    /// Peers by name: their version, or why they are not there.
    pub peers: BTreeMap<String, String>,
    /// The works.
    pub rows: Vec<Row>,
    /// The real window, where it was measured.
    pub window: Option<Window>,
}

/// A work before it has figures.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// What is done.
    pub name: &'static str,
    /// In what it is measured.
    pub unit: Unit,
    /// What the values are.
    pub statistic: &'static str,
    /// Which of the values counts.
    pub leading: usize,
    /// Over what it runs.
    pub scale: Scale,
}

impl Run {
    /// Adds a figure to the row of the work, which is made where it is missing.
    pub fn put(&mut self, work: &Work, who: &str, figure: Figure) {
        self.series(work, who).figures.push(figure);
    }

    /// Says why there is no figure.
    pub fn miss(&mut self, work: &Work, who: &str, why: &str) {
        self.series(work, who).missing = Some(why.to_owned());
    }

    /// The row of a work.
    pub fn row(&self, work: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.work == work)
    }

    fn series(&mut self, work: &Work, who: &str) -> &mut Series {
        let at = self.rows.iter().position(|row| row.work == work.name);
        let at = at.unwrap_or_else(|| {
            self.rows.push(Row {
                work: work.name.to_owned(),
                unit: work.unit,
                statistic: work.statistic.to_owned(),
                leading: work.leading,
                scale: work.scale,
                series: Vec::new(),
            });
            self.rows.len() - 1
        });
        let series = &mut self.rows[at].series;
        let at = series.iter().position(|series| series.who == who);
        let at = at.unwrap_or_else(|| {
            series.push(Series {
                who: who.to_owned(),
                figures: Vec::new(),
                missing: None,
            });
            series.len() - 1
        });
        &mut series[at]
    }
}

impl Row {
    /// The value that counts, of one's figures at a size.
    pub fn leading_of(&self, who: &str, size: u64) -> Option<f64> {
        let series = self.series.iter().find(|series| series.who == who)?;
        let figure = series.figures.iter().find(|figure| figure.size == size)?;
        figure.values.get(self.leading).copied()
    }

    /// Sizes that anyone has a figure of, the smallest first.
    pub fn sizes(&self) -> Vec<u64> {
        let all = self.series.iter().flat_map(|series| &series.figures);
        let mut sizes: Vec<u64> = all.map(|figure| figure.size).collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    /// Ours over a peer's at the largest size that both have.
    pub fn ratio(&self, peer: &str) -> Option<f64> {
        let sizes = self.sizes();
        let both = |size: &u64| Some(self.leading_of(OURS, *size)? / self.leading_of(peer, *size)?);
        sizes
            .iter()
            .rev()
            .find_map(both)
            .filter(|ratio| ratio.is_finite())
    }

    /// What it costs, size by size: milliseconds, or megabytes.
    pub fn costs(&self, who: &str) -> Vec<(f64, f64)> {
        let figures = self
            .series
            .iter()
            .filter(|series| series.who == who)
            .flat_map(|series| &series.figures);
        let cost = |figure: &Figure| figure.took.or(figure.values.get(self.leading).copied());
        figures
            .filter_map(|figure| Some((figure.size as f64, cost(figure)?)))
            .collect()
    }
}

/// The name of our own series.
pub const OURS: &str = "ours";
