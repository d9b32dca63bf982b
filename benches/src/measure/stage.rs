//! Where it is measured: a folder that is thrown away, the peers that are there, the machine and what else it does.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use fieldnotes_domain::records::{texts_of, title_of};
use fieldnotes_store::search::fold;
use serde_json::json;
use tempfile::TempDir;

use super::databases::Databases;
use super::tools::{Tool, version};
use super::{Outcome, Plan};
use crate::material::{Material, Queries};
use crate::report::{Figure, Run, Size, Work};

/// Queries that are drawn for each size.
const QUERIES: usize = 210;

/// A run under way.
pub struct Stage {
    /// What has been measured.
    pub run: Run,
    /// SQLite and SQLCipher; none where the program was not built.
    pub databases: Option<Databases>,
    seed: u64,
    folder: TempDir,
}

/// The records of one size, as the sides want them.
pub struct Records {
    /// How many.
    pub count: u64,
    /// JSON lines, as ours takes them.
    pub lines: PathBuf,
    /// Bytes of those.
    pub bytes: u64,
    /// For databases: title, texts and body of each, in the words of the core.
    pub rows: PathBuf,
    /// What is looked for.
    pub queries: Vec<String>,
}

impl Stage {
    /// Looks who is there.
    pub fn new(plan: &Plan) -> Outcome<Self> {
        let mut run = Run {
            day: chrono::Local::now().format("%Y-%m-%d").to_string(),
            machine: machine(),
            load: [load(), String::new()],
            seed: plan.seed,
            ..Run::default()
        };
        for tool in Tool::ALL {
            run.peers.insert(tool.name().to_owned(), version(tool));
        }
        let databases = plan.peers.as_deref().map(Databases::start).transpose()?;
        let versions = |database: &mut Databases| database.versions();
        let named = "SQLite and SQLCipher".to_owned();
        let mut stage = Self {
            run,
            databases,
            seed: plan.seed,
            folder: tempfile::tempdir_in(&plan.folder)?,
        };
        let found = match &mut stage.databases {
            Some(databases) => versions(databases)?,
            None => "not there: benches/peers was not built".to_owned(),
        };
        stage.run.peers.insert(named, found);
        Ok(stage)
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Writes the records of a size, one by one.
    pub fn records(&mut self, count: u64) -> Outcome<Records> {
        let (lines, rows) = (self.path("records.jsonl"), self.path("rows.jsonl"));
        let mut to_lines = BufWriter::with_capacity(1 << 20, File::create(&lines)?);
        let mut to_rows = BufWriter::with_capacity(1 << 20, File::create(&rows)?);
        let mut queries = Queries::new(self.seed);
        let mut bytes = 0;
        for line in Material::new(self.seed).take(count as usize) {
            let json = line.json();
            bytes += json.len() as u64;
            to_lines.write_all(json.as_bytes())?;
            queries.look(&line.record);
            let mut text = String::new();
            texts_of(&line.record, &mut |_, part| {
                text.push_str(&fold(part));
                text.push('\n');
            });
            let title = title_of(line.kind, &line.record);
            let row = json!({"kind": line.kind, "title": title, "text": text, "body": line.record.to_string()});
            writeln!(to_rows, "{row}")?;
        }
        to_lines.flush()?;
        to_rows.flush()?;
        self.run.sizes.push(Size {
            records: count,
            bytes,
        });
        Ok(Records {
            count,
            lines,
            bytes,
            rows,
            queries: queries.draw(QUERIES),
        })
    }

    /// Adds a figure, where there is one.
    pub fn put(&mut self, work: &Work, who: &str, figure: impl Into<Option<Figure>>) {
        match figure.into() {
            Some(figure) => self.run.put(work, who, figure),
            None => self.run.miss(work, who, "nothing was timed"),
        }
    }

    /// Says how the machine was in the end.
    pub fn finish(mut self) -> Outcome<Run> {
        self.run.load[1] = load();
        Ok(self.run)
    }
}

/// Removes what is there, a file or a folder.
pub fn remove(path: &Path) -> Outcome<()> {
    if path.is_dir() {
        std::fs::remove_dir_all(path)?;
    } else if path.exists() {
        std::fs::remove_file(path)?;
    }
    Ok(())
}

fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

fn machine() -> String {
    let read = |path| std::fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(name).map(str::to_owned));
        line.map_or("unknown".to_owned(), |rest| {
            rest.trim_start_matches([' ', '\t', ':']).trim().to_owned()
        })
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let kib: f64 = field(&read("/proc/meminfo"), "MemTotal")
        .trim_end_matches(" kB")
        .parse()
        .unwrap_or_default();
    format!(
        "{}, {cores} cores, {:.0} GB, {}, {} {}",
        field(&read("/proc/cpuinfo"), "model name"),
        kib * 1024.0 / 1e9,
        field(&read("/etc/os-release").replace('"', ""), "PRETTY_NAME="),
        std::env::consts::OS,
        read("/proc/sys/kernel/osrelease").trim(),
    )
}
