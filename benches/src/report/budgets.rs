//! The budgets, and whether this run kept them. Nothing fails where one is not kept: machines differ.

use super::figures::{OURS, Run};
use super::growth::exponent;

/// What a run says of a budget.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The budget.
    pub budget: String,
    /// What was measured.
    pub measured: String,
    /// Whether it was kept; none where it was not measured.
    pub is_met: Option<bool>,
}

/// The size of vault that the budgets speak of.
const RECORDS: u64 = 100_000;

/// Every budget.
#[allow(clippy::too_many_lines, reason = "a table")]
pub fn verdicts(run: &Run) -> Vec<Verdict> {
    // A smaller run has no 100,000: what it says of its own largest vault is shown, and counts as not measured.
    let largest = run
        .sizes
        .iter()
        .map(|size| size.records)
        .max()
        .unwrap_or_default();
    let at = largest.min(RECORDS);
    let ours = |work: &str| run.row(work)?.leading_of(OURS, at);
    let over = |work: &str, peer: &str| run.row(work)?.ratio(peer);
    let grows = |work: &str| exponent(&run.row(work)?.costs(OURS));
    let at_most = |budget: &str, value: Option<f64>, limit: f64, unit: &str| {
        verdict(budget, value, unit, at, |value| value <= limit)
    };
    let at_least = |budget: &str, value: Option<f64>, limit: f64, unit: &str| {
        verdict(budget, value, unit, at, |value| value >= limit)
    };
    let any_size = |budget: &str, value: Option<f64>, unit: &str, is_met: fn(f64) -> bool| {
        verdict(budget, value, unit, RECORDS, is_met)
    };
    let window = run.window.as_ref();
    // A figure over that of a peer or another work, at the size that the budgets speak of.
    let over_json = |work: &str| {
        let json = run
            .row("size of the vault")?
            .leading_of("the records as JSON lines", at)?;
        Some(ours(work)? / json)
    };
    let over_at = |work: &str, peer: &str| Some(ours(work)? / run.row(work)?.leading_of(peer, at)?);
    let million = |work: &str| run.row(work)?.leading_of(OURS, 1_000_000);
    vec![
        at_most(
            "unlock to a usable list, key derivation apart, 100,000 records: ≤ 20 ms",
            ours("unlock to a usable list"),
            20.0,
            "ms",
        ),
        any_size(
            "unlock to the first page: grows with n^0.3 at most",
            grows("unlock to a usable list"),
            "",
            |value| value <= 0.3,
        ),
        at_most(
            "first page of the list, 100,000 records, p95: ≤ 2 ms",
            ours("first page of the list"),
            2.0,
            "ms",
        ),
        at_most(
            "search as you type, 100,000 records, p95: ≤ 5 ms",
            ours("search as you type"),
            5.0,
            "ms",
        ),
        any_size(
            "search as you type, 1,000,000 records, p95: ≤ 15 ms",
            million("search as you type"),
            "ms",
            |value| value <= 15.0,
        ),
        any_size(
            "search finds what a scan finds: 100 % of the queries, at every size",
            lowest(run, "search: queries answered as a scan answers them"),
            "%",
            |value| value >= 100.0,
        ),
        at_most(
            "save of 2 KB, p95: ≤ 1.3 × SQLite",
            over("save of 2 KB, durable", "SQLite"),
            1.3,
            "×",
        ),
        at_least(
            "import of JSON lines, 100,000 records: ≥ 1 × SQLCipher",
            over_at("import of JSON lines", "SQLCipher"),
            1.0,
            "×",
        ),
        at_least(
            "index made anew, 100,000 records: ≥ 1.5 × FTS5 trigram",
            over_at("index, made anew", "SQLCipher, FTS5 trigram"),
            1.5,
            "×",
        ),
        at_most(
            "size of the vault over its JSON: ≤ 2.0",
            over_json("size of the vault"),
            2.0,
            "×",
        ),
        at_most(
            "size of a bundle of all records over their JSON: ≤ 0.6",
            over_json("size of that bundle"),
            0.6,
            "×",
        ),
        at_least(
            "bundle of all records, out: ≥ 100 MB/s",
            ours("bundle of all records, out"),
            100.0,
            "MB/s",
        ),
        at_least(
            "bundle of all records, in: ≥ 100 MB/s",
            ours("bundle of all records, in"),
            100.0,
            "MB/s",
        ),
        at_most(
            "bundle of ten records: ≤ 6 KB",
            ours("size of a bundle of ten records"),
            6.0,
            "KB",
        ),
        any_size(
            "bundle of ten records out of 1,000,000: ≤ 1.5 ms",
            first_of(run, "bundle of ten records out of all", 1_000_000),
            "ms",
            |value| value <= 1.5,
        ),
        any_size(
            "attaching a large file: ≥ 1 × age",
            over("attaching a large file", "age"),
            "×",
            |value| value >= 1.0,
        ),
        any_size(
            "bundle of a large file, out: ≥ 1 × age",
            over("bundle of a large file, out", "age"),
            "×",
            |value| value >= 1.0,
        ),
        any_size(
            "bundle of a large file, in: ≥ 1 × age",
            over("bundle of a large file, in", "age"),
            "×",
            |value| value >= 1.0,
        ),
        at_most(
            "memory, unlocked, 100,000 records: ≤ 40 MB",
            ours("memory after unlocking"),
            40.0,
            "MB",
        ),
        at_most(
            "memory after searches, 100,000 records: ≤ 80 MB",
            ours("memory after 100 searches, or 30 s of them"),
            80.0,
            "MB",
        ),
        any_size(
            "memory that a large file adds: ≤ 32 MB",
            once(run, "memory that attaching a large file adds"),
            "MB",
            |value| value <= 32.0,
        ),
        any_size(
            "cold start to a passphrase field: ≤ 0.7 s",
            window.map(|window| window.cold_start),
            "s",
            |value| value <= 0.7,
        ),
    ]
}

/// The first value of a figure, which of times is the median.
fn first_of(run: &Run, work: &str, size: u64) -> Option<f64> {
    let row = run.row(work)?;
    let ours = row.series.iter().find(|series| series.who == OURS)?;
    let figure = ours.figures.iter().find(|figure| figure.size == size)?;
    figure.values.first().copied()
}

fn once(run: &Run, work: &str) -> Option<f64> {
    let row = run.row(work)?;
    row.leading_of(OURS, row.sizes().last().copied()?)
}

fn lowest(run: &Run, work: &str) -> Option<f64> {
    let row = run.row(work)?;
    let values = row
        .sizes()
        .into_iter()
        .filter_map(|size| row.leading_of(OURS, size));
    values.min_by(f64::total_cmp)
}

fn verdict(
    budget: &str,
    value: Option<f64>,
    unit: &str,
    at: u64,
    is_met: impl Fn(f64) -> bool,
) -> Verdict {
    let measured = match value {
        None => "–".to_owned(),
        Some(value) if at < RECORDS => format!("{value:.2} {unit} at {at} records"),
        Some(value) => format!("{value:.2} {unit}").trim_end().to_owned(),
    };
    Verdict {
        budget: budget.to_owned(),
        measured,
        is_met: value.filter(|_| at >= RECORDS).map(is_met),
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::{Figure, Scale, Size, Unit, Work};
    use super::*;

    const SEARCH: Work = Work {
        name: "search as you type",
        unit: Unit::Milliseconds,
        statistic: "median / p95 / p99",
        leading: 1,
        scale: Scale::Records,
    };

    fn verdict_of(records: u64, p95: f64) -> Option<bool> {
        let mut run = Run {
            sizes: vec![Size { records, bytes: 1 }],
            ..Run::default()
        };
        let times = vec![1.0, p95, 500.0];
        run.put(
            &SEARCH,
            OURS,
            Figure {
                values: times,
                ..Figure::one(records, 0.0)
            },
        );
        let all = verdicts(&run);
        let search = all
            .iter()
            .find(|verdict| verdict.budget.starts_with("search as you type"));
        search.expect("the budget").is_met
    }

    #[test]
    fn a_budget_is_kept_or_not_by_the_value_that_counts_at_the_size_it_speaks_of() {
        assert_eq!(verdict_of(100_000, 4.9), Some(true));
        assert_eq!(verdict_of(100_000, 5.1), Some(false));
        assert_eq!(verdict_of(10_000, 4.9), None);
    }
}
