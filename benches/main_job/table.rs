//! What was measured: one table for people, the same as JSON.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;

use crate::Outcome;

/// How a figure reads, and which way is better.
#[derive(Clone, Copy, Serialize)]
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
}

#[derive(Serialize)]
struct Row {
    work: String,
    unit: Unit,
    ours: f64,
    peer: Option<f64>,
    peer_is: &'static str,
    ratio: Option<f64>,
}

/// All rows.
#[derive(Serialize)]
pub struct Table {
    machine: String,
    rows: Vec<Row>,
}

impl Table {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            machine: machine(),
            rows: Vec::new(),
        }
    }

    /// Adds a figure beside a peer's.
    pub fn add(&mut self, work: &str, unit: Unit, ours: f64, peer: f64, peer_is: &'static str) {
        self.rows.push(Row {
            work: work.to_owned(),
            unit,
            ours,
            peer: Some(peer),
            peer_is,
            ratio: Some(ours / peer),
        });
    }

    /// Adds a figure that has no peer.
    pub fn add_alone(&mut self, work: &str, unit: Unit, ours: f64) {
        self.rows.push(Row {
            work: work.to_owned(),
            unit,
            ours,
            peer: None,
            peer_is: "",
            ratio: None,
        });
    }

    /// The table as text.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.machine);
        let mut line = |cells: [&str; 5]| {
            let [work, ours, peer, ratio, by] = cells;
            let _ = writeln!(
                text,
                "| {work:<44} | {ours:>16} | {peer:>16} | {ratio:>5} | {by:<27} |"
            );
        };
        line(["work", "ours", "peer", "ratio", "the peer"]);
        line([
            &"-".repeat(44),
            &"-".repeat(16),
            &"-".repeat(16),
            "-----",
            &"-".repeat(27),
        ]);
        for row in &self.rows {
            let peer = row.peer.map(|peer| shown(row.unit, peer));
            let ratio = row.ratio.map(|ratio| format!("{ratio:.2}"));
            line([
                &row.work,
                &shown(row.unit, row.ours),
                &peer.unwrap_or_default(),
                &ratio.unwrap_or_default(),
                row.peer_is,
            ]);
        }
        text
    }

    /// Writes it as JSON into a folder.
    pub fn write(&self, folder: &Path) -> Outcome<PathBuf> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join("main_job.json");
        std::fs::write(&path, serde_json::to_vec_pretty(self)?)?;
        Ok(path)
    }
}

/// Milliseconds of a time.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The time that 95 in 100 stayed below.
pub fn p95(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    let at = times.len() * 95 / 100;
    times.get(at).copied().map(milliseconds).unwrap_or_default()
}

fn shown(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Milliseconds => format!("{value:.2} ms"),
        Unit::RecordsPerSecond => format!("{value:.0} records/s"),
        Unit::MegabytesPerSecond => format!("{value:.0} MB/s"),
        Unit::Megabytes => format!("{value:.1} MB"),
    }
}

fn machine() -> String {
    let read = |path| std::fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown", |rest| rest.trim_start_matches([' ', '\t', ':']));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    format!(
        "{model}, {cores} cores, {} {}, load {load} at the start",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}
