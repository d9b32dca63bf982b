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
    let payload = ours("payload of a bundle of ten records").unwrap_or_default();
    vec![
        at_most(
            "unlock to a usable list, key derivation apart, 100,000 records: ≤ 200 ms",
            ours("unlock to a usable list"),
            200.0,
            "ms",
        ),
        any_size(
            "unlock grows slower than the records: < n^1",
            grows("unlock to a usable list"),
            "",
            |value| value < 1.0,
        ),
        at_most(
            "search as you type, 100,000 records, p95: ≤ 10 ms",
            ours("search as you type"),
            10.0,
            "ms",
        ),
        any_size(
            "search finds what a scan finds: 100 % of the queries, at every size",
            lowest(run, "search: queries answered as a scan answers them"),
            "%",
            |value| value >= 100.0,
        ),
        at_most(
            "save of 2 KB, p95: ≤ 2 × SQLite",
            over("save of 2 KB, durable", "SQLite"),
            2.0,
            "×",
        ),
        at_most(
            "save of 200 KB, p95: ≤ 2 × SQLite",
            over("save of 200 KB, durable", "SQLite"),
            2.0,
            "×",
        ),
        at_least(
            "bundle of all records, out: ≥ 0.5 × age",
            over("bundle of all records, out", "age"),
            0.5,
            "×",
        ),
        at_least(
            "bundle of all records, in: ≥ 0.5 × age",
            over("bundle of all records, in", "age"),
            0.5,
            "×",
        ),
        at_least(
            "bundle in: ≥ 20,000 records/s",
            ours("records of a bundle, in"),
            20_000.0,
            "records/s",
        ),
        at_most(
            "bundle of ten records: ≤ 1.2 × its payload + 16 KB",
            ours("size of a bundle of ten records"),
            payload * 1.2 + 16.0,
            "KB",
        ),
        any_size(
            "bundle of a large file, out: ≥ 0.5 × age",
            over("bundle of a large file, out", "age"),
            "×",
            |value| value >= 0.5,
        ),
        any_size(
            "bundle of a large file, in: ≥ 0.5 × age",
            over("bundle of a large file, in", "age"),
            "×",
            |value| value >= 0.5,
        ),
        at_most(
            "memory, unlocked, 100,000 records: ≤ 150 MB",
            ours("memory after unlocking"),
            150.0,
            "MB",
        ),
        any_size(
            "memory that a large file adds: ≤ 32 MB",
            once(run, "memory that attaching a large file adds"),
            "MB",
            |value| value <= 32.0,
        ),
        any_size(
            "cold start to a passphrase field: ≤ 1 s",
            window.map(|window| window.cold_start),
            "s",
            |value| value <= 1.0,
        ),
    ]
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
        assert_eq!(verdict_of(100_000, 9.9), Some(true));
        assert_eq!(verdict_of(100_000, 10.1), Some(false));
        assert_eq!(verdict_of(10_000, 9.9), None);
    }
}
