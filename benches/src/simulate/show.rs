//! The figures, for people and for machines.

use std::fmt::Write;

use serde_json::{Value, json};

use super::outcome::{Played, all, percentile};
use crate::report::exponent;

type Of = fn(&Played) -> f64;
type Say = fn(&Played) -> String;

fn each(played: &Played, of: f64) -> f64 {
    of / played.devices.max(1) as f64
}

/// What is said of a run, and how it is worked out.
const FIGURES: [(&str, Of); 19] = [
    ("changes written", |p| p.changes as f64),
    ("days until a change is everywhere, median", |p| {
        percentile(&p.days, 50)
    }),
    ("days until a change is everywhere, p95", |p| {
        percentile(&p.days, 95)
    }),
    ("files that came, per device", |p| {
        each(p, p.files[1] as f64)
    }),
    ("MB carried, per device", |p| {
        each(p, p.carried as f64 / 1e6)
    }),
    ("bytes carried / payload in them", |p| {
        p.carried as f64 / p.carried_payload.max(1.0)
    }),
    ("revisions that came / that were new", |p| {
        (p.revisions[0] + p.revisions[1]) as f64 / p.revisions[0].max(1) as f64
    }),
    ("KB of a file, median", |p| {
        percentile(&all(&p.sizes), 50) / 1e3
    }),
    ("KB of a file, p95", |p| {
        percentile(&all(&p.sizes), 95) / 1e3
    }),
    ("ms to make a file, median", |p| {
        percentile(&all(&p.making), 50)
    }),
    ("ms to make a file, p95", |p| {
        percentile(&all(&p.making), 95)
    }),
    ("ms to take a file in, median", |p| {
        percentile(&all(&p.taking), 50)
    }),
    ("ms to take a file in, p95", |p| {
        percentile(&all(&p.taking), 95)
    }),
    ("ms of taking in, per new revision", |p| {
        all(&p.taking).iter().sum::<f64>() / p.revisions[0].max(1) as f64
    }),
    ("MB of a vault at the end of work, median", |p| {
        p.vault.last().copied().unwrap_or_default() / 1e6
    }),
    ("bytes of a vault, per change", |p| {
        p.vault.last().copied().unwrap_or_default() / p.changes.max(1) as f64
    }),
    ("several heads at the hub, merged by themselves", |p| {
        p.merged as f64
    }),
    ("several heads at the hub, in conflict", |p| {
        p.conflicts as f64
    }),
    ("conflicts settled by people", |p| p.settled as f64),
];

/// The exponents over the quarters of one run: file size, making, taking in, the vault.
fn over_history(played: &Played) -> [(&'static str, Option<f64>); 4] {
    let of = |values: &dyn Fn(usize) -> f64| {
        let quarters: Vec<_> = (0..4).map(|at| (at as f64 + 0.5, values(at))).collect();
        exponent(&quarters)
    };
    let ends = played.vault.iter().enumerate();
    let ends: Vec<_> = ends.map(|(at, bytes)| (at as f64 + 1.0, *bytes)).collect();
    [
        (
            "bytes of a file",
            of(&|at| percentile(&played.sizes[at], 50)),
        ),
        (
            "time to make a file",
            of(&|at| percentile(&played.making[at], 50)),
        ),
        (
            "time to take a file in",
            of(&|at| percentile(&played.taking[at], 50)),
        ),
        ("bytes of a vault", exponent(&ends)),
    ]
}

/// A table in Markdown.
pub fn table(runs: &[Played]) -> String {
    let mut out = String::from("| devices |");
    for run in runs {
        let _ = write!(out, " {} |", run.devices);
    }
    out.push_str(" growth |\n| --- |");
    out.push_str(&" ---: |".repeat(runs.len() + 1));
    for (name, of) in FIGURES {
        let _ = write!(out, "\n| {name} |");
        for run in runs {
            let _ = write!(out, " {} |", figure(of(run)));
        }
        let costs: Vec<_> = runs
            .iter()
            .map(|run| (run.devices as f64, of(run)))
            .collect();
        let _ = match exponent(&costs) {
            Some(power) => write!(out, " n^{power:.2} |"),
            None => write!(out, "  |"),
        };
    }
    let said: [(&str, Say); 3] = [
        ("all vaults equal at the end", |p| {
            if p.all_equal { "yes" } else { "NO" }.to_owned()
        }),
        ("followed changes that were not everywhere", |p| {
            p.nowhere.to_string()
        }),
        ("seconds that it took", |p| format!("{:.0}", p.seconds)),
    ];
    for (name, of) in said {
        let cells: Vec<String> = runs.iter().map(of).collect();
        let _ = write!(out, "\n| {name} | {} |  |", cells.join(" | "));
    }
    if let Some(largest) = runs.last() {
        let _ = write!(
            out,
            "\n\nOver the quarters of the time at {} devices:",
            largest.devices
        );
        for (name, power) in over_history(largest) {
            let power = power.map_or("–".to_owned(), |power| format!("t^{power:.2}"));
            let _ = write!(out, " {name} {power};");
        }
    }
    out.push('\n');
    out
}

/// The same as JSON, with all that was counted but the single times.
pub fn json(runs: &[Played]) -> Value {
    let run = |run: &Played| {
        let figures: serde_json::Map<String, Value> = FIGURES
            .iter()
            .map(|(name, of)| ((*name).to_owned(), json!(of(run))))
            .collect();
        let history: serde_json::Map<String, Value> = over_history(run)
            .into_iter()
            .map(|(name, power)| (name.to_owned(), json!(power)))
            .collect();
        json!({"devices": run.devices, "weeks": run.weeks, "all_equal": run.all_equal, "nowhere": run.nowhere,
            "files": run.files, "seconds": run.seconds, "figures": figures, "exponent_over_time": history})
    };
    json!(runs.iter().map(run).collect::<Vec<_>>())
}

fn figure(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    }
}
