//! The report as text: on a terminal, with columns that stand straight, or as Markdown for the documents.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::figures::{Figure, OURS, Row, Run, Scale, Series, Unit};
use super::{Verdict, exponent, verdicts};

/// For whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Columns padded, for a terminal.
    Terminal,
    /// As Markdown; columns need not be padded.
    Markdown,
}

/// Everything that was measured.
pub fn report(run: &Run, style: Style) -> String {
    let mut text = format!(
        "{}, {}; load {} before and {} after. Seed {}.\n",
        run.day, run.machine, run.load[0], run.load[1], run.seed
    );
    let sizes: Vec<String> = run
        .sizes
        .iter()
        .map(|size| {
            format!(
                "{} records ({} MB as JSON lines)",
                grouped(size.records),
                rounded(size.bytes as f64 / 1e6)
            )
        })
        .collect();
    let _ = writeln!(text, "Vaults: {}.", sizes.join(", "));
    let peers: Vec<String> = run
        .peers
        .iter()
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    let _ = writeln!(text, "Peers: {}.\n", peers.join("; "));
    text.push_str(&lay_out(&by_records(run), style));
    let once = once(run);
    if once.len() > 1 {
        text.push('\n');
        text.push_str(&lay_out(&once, style));
    }
    text.push('\n');
    text.push_str(&lay_out(&budget_rows(run), style));
    let notes = notes(run);
    if !notes.is_empty() {
        text.push('\n');
        for note in notes {
            let _ = writeln!(text, "- {note}");
        }
    }
    text
}

type Cells = Vec<String>;

fn cells<const N: usize>(cells: [&str; N]) -> Cells {
    cells.map(str::to_owned).to_vec()
}

fn by_records(run: &Run) -> Vec<Cells> {
    let sizes: Vec<u64> = run.sizes.iter().map(|size| size.records).collect();
    let mut head = cells(["work", "who"]);
    head.extend(sizes.iter().map(|size| grouped(*size)));
    head.extend(cells(["growth", "ours / theirs"]));
    let mut rows = vec![head];
    for row in run.rows.iter().filter(|row| row.scale == Scale::Records) {
        for series in &row.series {
            let mut line = vec![work_of(row, series), series.who.clone()];
            line.extend(sizes.iter().map(|size| cell(row, series, *size)));
            let growth = (row.unit != Unit::Percent)
                .then(|| exponent(&row.costs(&series.who)))
                .flatten();
            // `+ 0.0` takes the sign from a zero.
            line.push(growth.map_or(String::new(), |growth| {
                format!("n^{:.2}", (growth * 100.0).round() / 100.0 + 0.0)
            }));
            line.push(compared(row, series));
            rows.push(line);
        }
    }
    rows
}

fn once(run: &Run) -> Vec<Cells> {
    let mut rows = vec![cells(["work", "who", "figure", "ours / theirs"])];
    for row in run.rows.iter().filter(|row| row.scale == Scale::Bytes) {
        for series in &row.series {
            let size = row.sizes().last().copied().unwrap_or_default();
            rows.push(vec![
                work_of(row, series),
                series.who.clone(),
                cell(row, series, size),
                compared(row, series),
            ]);
        }
    }
    if let Some(window) = &run.window {
        let times = format!(
            "{:.2} s ({:.2} to {:.2})",
            window.cold_start, window.range[0], window.range[1]
        );
        let work = format!(
            "cold start to a focused passphrase field, median of {}",
            window.runs
        );
        rows.push(vec![work, OURS.to_owned(), times, String::new()]);
        let program = format!("{} MB", rounded(window.program as f64 / 1e6));
        rows.push(vec![
            "the release program, its pages and fonts inside".to_owned(),
            OURS.to_owned(),
            program,
            String::new(),
        ]);
    }
    rows
}

fn budget_rows(run: &Run) -> Vec<Cells> {
    let mut rows = vec![cells(["budget", "measured", ""])];
    for Verdict {
        budget,
        measured,
        is_met,
    } in verdicts(run)
    {
        let verdict = match is_met {
            Some(true) => "kept",
            Some(false) => "NOT KEPT",
            None => "not measured",
        };
        rows.push(vec![budget, measured, verdict.to_owned()]);
    }
    rows
}

fn notes(run: &Run) -> Vec<String> {
    let mut notes = Vec::new();
    for row in &run.rows {
        for series in &row.series {
            if let Some(why) = &series.missing {
                notes.push(format!("{}, {}: {why}", row.work, series.who));
            }
        }
    }
    notes
}

/// The work stands in the first of its lines only.
fn work_of(row: &Row, series: &Series) -> String {
    let is_first = row
        .series
        .first()
        .is_some_and(|first| first.who == series.who);
    match (is_first, row.statistic.is_empty()) {
        (false, _) => String::new(),
        (true, true) => row.work.clone(),
        (true, false) => format!("{}: {}", row.work, row.statistic),
    }
}

fn cell(row: &Row, series: &Series, size: u64) -> String {
    match series.figures.iter().find(|figure| figure.size == size) {
        Some(figure) => shown(row.unit, figure),
        None if series.figures.is_empty() => "not there".to_owned(),
        None => "–".to_owned(),
    }
}

fn shown(unit: Unit, figure: &Figure) -> String {
    let values: Vec<String> = figure.values.iter().map(|value| rounded(*value)).collect();
    let name = match unit {
        Unit::Milliseconds => "ms",
        Unit::RecordsPerSecond => "records/s",
        Unit::MegabytesPerSecond => "MB/s",
        Unit::Megabytes => "MB",
        Unit::Kilobytes => "KB",
        Unit::Percent => "%",
    };
    // A percentile of a few says little, and so does a share of a few: how many there were is said.
    let is_of_few = unit == Unit::Milliseconds && figure.runs < 20;
    let count = if is_of_few || unit == Unit::Percent {
        format!(" (n = {})", figure.runs)
    } else {
        String::new()
    };
    format!("{} {name}{count}", values.join(" / "))
}

fn compared(row: &Row, series: &Series) -> String {
    let Some(ratio) = row.ratio(&series.who).filter(|_| series.who != OURS) else {
        return String::new();
    };
    let side = match (ratio > 1.0) == row.unit.is_more_better() {
        _ if (0.995..1.005).contains(&ratio) => "even",
        true => "ahead",
        false => "behind",
    };
    format!("{} {side}", rounded(ratio))
}

/// Three digits that count, and no more of a fraction than two.
fn rounded(value: f64) -> String {
    match value.abs() {
        size if size >= 1_000.0 => grouped(value.round() as u64),
        size if size >= 99.95 => format!("{value:.0}"),
        size if size >= 9.995 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// A number with commas between its thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Lines of cells, the first of which are the heads. From the third column on they stand to the right.
fn lay_out(rows: &[Cells], style: Style) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.width())
            .max()
    };
    let widths: Vec<usize> = (0..columns)
        .map(|column| width(column).unwrap_or_default().max(3))
        .collect();
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        let padded = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| {
                let space = " ".repeat(match style {
                    Style::Terminal => width - cell.width(),
                    Style::Markdown => 0,
                });
                if column < 2 {
                    format!("{cell}{space}")
                } else {
                    format!("{space}{cell}")
                }
            });
        let _ = writeln!(text, "| {} |", padded.collect::<Vec<_>>().join(" | "));
        if at == 0 {
            let dashes = widths
                .iter()
                .enumerate()
                .map(|(column, width)| match style {
                    Style::Terminal => "-".repeat(*width),
                    Style::Markdown if column < 2 => "---".to_owned(),
                    Style::Markdown => "---:".to_owned(),
                });
            let _ = writeln!(text, "| {} |", dashes.collect::<Vec<_>>().join(" | "));
        }
    }
    text
}

#[cfg(test)]
mod tests;
