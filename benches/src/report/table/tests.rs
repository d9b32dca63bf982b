//! Columns stand straight with Korean in them; ratios say who is ahead.

use super::super::figures::{Size, Work};
use super::*;

const SEARCH: Work = Work {
    name: "찾기",
    unit: Unit::Milliseconds,
    statistic: "median / p95",
    leading: 1,
    scale: Scale::Records,
};
const IMPORT: Work = Work {
    name: "import",
    unit: Unit::RecordsPerSecond,
    statistic: "",
    leading: 0,
    scale: Scale::Records,
};

fn run() -> Run {
    let mut run = Run {
        sizes: vec![
            Size {
                records: 1_000,
                bytes: 1_500_000,
            },
            Size {
                records: 10_000,
                bytes: 15_000_000,
            },
        ],
        ..Run::default()
    };
    let figure = |size, values: &[f64]| Figure {
        size,
        values: values.to_vec(),
        runs: 90,
        took: None,
    };
    run.put(&SEARCH, OURS, figure(1_000, &[1.0, 2.0]));
    run.put(&SEARCH, OURS, figure(10_000, &[10.0, 20.0]));
    run.put(&SEARCH, "전부 훑기", figure(10_000, &[1.0, 5.0]));
    let few = Figure {
        runs: 4,
        ..figure(10_000, &[3.0, 7.0])
    };
    run.put(&SEARCH, "by hand", few);
    run.put(&IMPORT, OURS, figure(10_000, &[6_000.0]));
    run.put(&IMPORT, "SQLite", figure(10_000, &[3_000.0]));
    run.miss(&IMPORT, "KeePassXC", "it is not installed");
    run
}

#[test]
fn every_line_of_a_table_is_as_wide_as_the_others() {
    let text = report(&run(), Style::Terminal);
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    let tables: Vec<&[&str]> = lines
        .chunk_by(|a, b| a.matches('|').count() == b.matches('|').count())
        .collect();
    assert_eq!(tables.len(), 2);
    for table in tables {
        let widths: Vec<usize> = table.iter().map(|line| line.width()).collect();
        assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
    }
}

#[test]
fn figures_ratios_and_growth_are_those_that_were_put_in() {
    let text = report(&run(), Style::Markdown);
    assert!(
        text.contains(
            "| 찾기: median / p95 | ours | 1.00 / 2.00 ms | 10.0 / 20.0 ms | n^1.00 |  |"
        ),
        "{text}"
    );
    assert!(
        text.contains("|  | 전부 훑기 | – | 1.00 / 5.00 ms |  | 4.00 behind |"),
        "{text}"
    );
    assert!(
        text.contains("|  | SQLite | – | 3,000 records/s |  | 2.00 ahead |"),
        "{text}"
    );
    assert!(
        text.contains("|  | KeePassXC | not there | not there |  |  |"),
        "{text}"
    );
    assert!(
        text.contains("- import, KeePassXC: it is not installed"),
        "{text}"
    );
}

#[test]
fn numbers_have_three_digits_that_count() {
    let shown: Vec<String> = [0.123, 9.999, 12.34, 99.96, 123.4, 999.9, 1_234_567.0]
        .map(rounded)
        .to_vec();
    assert_eq!(
        shown,
        ["0.12", "10.0", "12.3", "100", "123", "1000", "1,234,567"]
    );
}

#[test]
fn percentiles_are_those_of_the_sorted_times() {
    let times: Vec<f64> = (0..100).rev().map(f64::from).collect();
    let figure = Figure::of_times(1, times, &[50, 95, 99]).expect("there are times");
    assert_eq!(figure.values, [50.0, 95.0, 99.0]);
    assert_eq!(Figure::of_times(1, Vec::new(), &[50]), None);
}
