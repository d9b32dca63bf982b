//! Growth as a picture: time over records, both by logarithm, ours and the peers'. SVG by hand: it is a few lines and a
//! few words, and must read on a light page and on a dark one.

use std::fmt::Write;

use super::figures::{OURS, Row, Run};

/// The works that are drawn, each in a field of its own.
const DRAWN: [&str; 6] = [
    "unlock to a usable list",
    "first page of the list",
    "search as you type",
    "save of 2 KB, durable",
    "bundle of all records, out",
    "bundle of all records, in",
];

const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 220.0;
const GAP: f64 = 96.0;
const TOP: f64 = 56.0;
const LEFT: f64 = 64.0;
const COLUMNS: usize = 2;

/// Ours, then the peers by turns.
const COLOURS: [&str; 5] = ["ours", "first", "second", "third", "fourth"];

const STYLE: &str = "
  text { font: 12px system-ui, sans-serif; fill: #24292f; }
  .title { font-weight: 600; font-size: 13px; }
  .grid { stroke: #8c959f; stroke-opacity: .3; } .line { fill: none; stroke-width: 2; }
  .ours { stroke: #0a5fd6; fill: #0a5fd6; } .first { stroke: #b35900; fill: #b35900; } .second { stroke: #6f42c1; fill: #6f42c1; }
  .third { stroke: #1a7f37; fill: #1a7f37; } .fourth { stroke: #b3173f; fill: #b3173f; }
  .line { fill: none; } .ours.line { stroke-width: 3; } text.name { stroke: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .ours { stroke: #6cb0ff; fill: #6cb0ff; } .first { stroke: #f0a35e; fill: #f0a35e; } .second { stroke: #c5a3ff; fill: #c5a3ff; }
    .third { stroke: #6fdd8b; fill: #6fdd8b; } .fourth { stroke: #ff8fa8; fill: #ff8fa8; }
    .line { fill: none; }
  }";

/// The picture of a run; none where fewer than two sizes were measured.
pub fn picture(run: &Run) -> Option<String> {
    let rows: Vec<&Row> = DRAWN
        .iter()
        .filter_map(|work| run.row(work))
        .filter(|row| row.sizes().len() > 1)
        .collect();
    if rows.is_empty() {
        return None;
    }
    let lines = rows.len().div_ceil(COLUMNS) as f64;
    let width = LEFT + COLUMNS as f64 * (WIDTH + GAP) + 40.0;
    let height = TOP + lines * (HEIGHT + GAP);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>Time over records</title>\n<style>{STYLE}\n</style>\n"
    );
    for (at, row) in rows.into_iter().enumerate() {
        let x = LEFT + (at % COLUMNS) as f64 * (WIDTH + GAP);
        let y = TOP + (at / COLUMNS) as f64 * (HEIGHT + GAP);
        field(&mut svg, row, x, y);
    }
    svg.push_str("</svg>\n");
    Some(svg)
}

/// What a work took.
fn times(row: &Row, who: &str) -> Vec<(f64, f64)> {
    row.costs(who)
        .into_iter()
        .filter(|(_, cost)| *cost > 0.0)
        .collect()
}

#[allow(clippy::too_many_lines, reason = "one picture")]
fn field(svg: &mut String, row: &Row, left: f64, top: f64) {
    let lines: Vec<(&str, Vec<(f64, f64)>)> = row
        .series
        .iter()
        .map(|series| (series.who.as_str(), times(row, &series.who)))
        .collect();
    let all = || lines.iter().flat_map(|(_, points)| points);
    let (low, high) = decades(all().map(|point| point.1));
    let (small, large) = decades(all().map(|point| point.0));
    let across = |size: f64| left + (size.log10() - small) / (large - small) * WIDTH;
    let up = |cost: f64| top + HEIGHT - (cost.log10() - low) / (high - low) * HEIGHT;
    let statistic = if row.statistic.is_empty() {
        String::new()
    } else {
        format!(
            ", {}",
            row.statistic
                .split(" / ")
                .nth(row.leading)
                .unwrap_or_default()
        )
    };
    let _ = writeln!(
        svg,
        "<text class=\"title\" x=\"{left}\" y=\"{:.0}\">{}{statistic} (ms)</text>",
        top - 12.0,
        plain(&row.work)
    );
    for decade in low as i32..=high as i32 {
        let y = up(10_f64.powi(decade));
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{left}\" x2=\"{:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
            left + WIDTH
        );
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            left - 6.0,
            y + 4.0,
            short(decade)
        );
    }
    for decade in small as i32..=large as i32 {
        let x = across(10_f64.powi(decade));
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{top}\" y2=\"{:.1}\"/>",
            top + HEIGHT
        );
        let _ = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            top + HEIGHT + 18.0,
            short(decade)
        );
    }
    let mut below = top + HEIGHT + 36.0;
    let mut beside = left;
    for ((who, points), colour) in lines
        .iter()
        .zip(COLOURS.iter().cycle())
        .filter(|((_, points), _)| !points.is_empty())
    {
        let path: Vec<String> = points
            .iter()
            .map(|(size, cost)| format!("{:.1},{:.1}", across(*size), up(*cost)))
            .collect();
        let _ = writeln!(
            svg,
            "<polyline class=\"line {colour}\" points=\"{}\"/>",
            path.join(" ")
        );
        for (size, cost) in points {
            let _ = writeln!(
                svg,
                "<circle class=\"{colour}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"3\"/>",
                across(*size),
                up(*cost)
            );
        }
        let name = if *who == OURS { "Field Notes" } else { who };
        let wide = 14.0 + name.chars().count() as f64 * 7.0;
        if beside > left && beside + wide > left + WIDTH + 40.0 {
            (beside, below) = (left, below + 16.0);
        }
        let _ = writeln!(
            svg,
            "<text class=\"name {colour}\" x=\"{beside:.1}\" y=\"{below:.1}\">{}</text>",
            plain(name)
        );
        beside += wide;
    }
}

/// The whole decades around some values, by their logarithm; at least one.
fn decades(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (mut low, mut high) = (f64::MAX, f64::MIN);
    for value in values {
        low = low.min(value.log10().floor());
        high = high.max(value.log10().ceil());
    }
    if low > high {
        (0.0, 1.0)
    } else {
        (low, high.max(low + 1.0))
    }
}

/// A power of ten as people write it.
fn short(decade: i32) -> String {
    match decade {
        6.. => format!("{} M", 10_u64.pow(decade as u32 - 6)),
        3.. => format!("{} k", 10_u64.pow(decade as u32 - 3)),
        0.. => format!("{}", 10_u64.pow(decade as u32)),
        _ => format!("{:.*}", -decade as usize, 10_f64.powi(decade)),
    }
}

fn plain(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::figures::{Figure, Scale, Size, Unit, Work};
    use super::*;

    const WORK: Work = Work {
        name: "search as you type",
        unit: Unit::Milliseconds,
        statistic: "median / p95",
        leading: 1,
        scale: Scale::Records,
    };

    #[test]
    fn a_tenfold_cost_is_one_decade_up() {
        let mut run = Run {
            sizes: vec![
                Size {
                    records: 1_000,
                    bytes: 1,
                },
                Size {
                    records: 10_000,
                    bytes: 1,
                },
            ],
            ..Run::default()
        };
        assert_eq!(picture(&run), None);
        for (size, cost) in [(1_000, 1.0), (10_000, 10.0)] {
            run.put(
                &WORK,
                OURS,
                Figure {
                    size,
                    values: vec![0.5, cost],
                    runs: 3,
                    took: None,
                },
            );
        }
        let svg = picture(&run).expect("two sizes");
        let corner = format!(
            "points=\"{LEFT:.1},{:.1} {:.1},{TOP:.1}\"",
            TOP + HEIGHT,
            LEFT + WIDTH
        );
        assert!(svg.contains(&corner), "{svg}");
        assert!(svg.contains("search as you type, p95 (ms)"));
    }

    #[test]
    fn decades_read_as_people_write_them() {
        assert_eq!(
            [-2, 0, 2, 3, 5, 6].map(short),
            ["0.01", "1", "100", "1 k", "100 k", "1 M"]
        );
    }
}
