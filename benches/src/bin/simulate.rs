//! `make simulate`: many devices over months, and what exchange costs them.

// It speaks to a person.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::path::{Path, PathBuf};

use clap::Parser;
use fieldnotes_bench::simulate::{Plan, json, play, table};

/// Plays devices that exchange files, with real vaults, at several sizes, each device with the same work.
#[derive(Parser)]
struct Arguments {
    /// Devices of each run.
    #[arg(long, value_delimiter = ',', default_value = "25,50,100,200")]
    devices: Vec<usize>,
    /// Weeks of work.
    #[arg(long, default_value_t = 52)]
    weeks: usize,
    /// Weeks at the end without work.
    #[arg(long, default_value_t = 8)]
    quiet: usize,
    /// Changes that each device writes in a week.
    #[arg(long, default_value_t = 1)]
    work: usize,
    /// Of a hundred files so many are lost.
    #[arg(long, default_value_t = 3)]
    loss: usize,
    /// The same seed plays the same days; keys and ids are drawn anew.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where the vaults lie meanwhile; in memory, where there is such a place.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Writes the figures as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let memory = Path::new("/dev/shm");
    let folder = match arguments.folder {
        Some(folder) => folder,
        None if memory.is_dir() => memory.to_owned(),
        None => std::env::temp_dir(),
    };
    let mut runs = Vec::new();
    for devices in arguments.devices {
        let run = play(&Plan {
            devices,
            weeks: arguments.weeks,
            quiet: arguments.quiet,
            work: arguments.work,
            loss: arguments.loss,
            seed: arguments.seed,
            folder: folder.clone(),
        })?;
        println!("{devices} devices: {:.0} s", run.seconds);
        runs.push(run);
    }
    println!("\n{}", table(&runs));
    if let Some(path) = arguments.json {
        std::fs::write(&path, serde_json::to_vec_pretty(&json(&runs))?)?;
        println!("as JSON: {}", path.display());
    }
    match runs.iter().all(|run| run.all_equal && run.nowhere == 0) {
        true => Ok(()),
        false => Err("not all vaults held the same at the end".into()),
    }
}
