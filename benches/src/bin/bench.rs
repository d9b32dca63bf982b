//! `make bench`: measures, reports, and puts the report into the documents where that is asked for.

// It speaks to a person.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::fs::{create_dir_all, read, read_to_string, write};
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use fieldnotes_bench::measure::{Plan, look_as_child, measure, stream_as_child};
use fieldnotes_bench::report::{Run, Style, Window, picture, report, rewrite_block};

type Outcome = Result<(), Box<dyn Error>>;

const MARKS: (&str, &str) = ("<!-- make bench writes from here -->", "<!-- to here -->");

/// Measures Field Notes beside its peers.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measures, and keeps the figures.
    Measure {
        /// Records of the vaults.
        #[arg(long, value_delimiter = ',', default_value = "1000,10000,100000")]
        sizes: Vec<u64>,
        /// The seed of the records.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Bytes of the large file.
        #[arg(long, default_value_t = 256 << 20)]
        large: u64,
        /// The program that does the same with SQLite and SQLCipher.
        #[arg(long)]
        peers: Option<PathBuf>,
        /// Where the figures are kept; the work is done in there too.
        #[arg(long)]
        out: PathBuf,
    },
    /// Shows the figures that were kept.
    Report {
        /// Where they are.
        #[arg(long)]
        out: PathBuf,
        /// Writes them into this document, between its two marks.
        #[arg(long)]
        document: Option<PathBuf>,
        /// Writes the picture of growth into this file.
        #[arg(long)]
        picture: Option<PathBuf>,
    },
    /// For measuring memory: unlocks a vault and searches.
    #[command(hide = true)]
    Look {
        #[arg(long)]
        vault: PathBuf,
        queries: PathBuf,
    },
    /// For measuring memory: adds a file to a vault and bundles it.
    #[command(hide = true)]
    Stream {
        #[arg(long)]
        vault: PathBuf,
        file: PathBuf,
        bundle: PathBuf,
    },
}

fn main() -> Outcome {
    match Arguments::parse().task {
        Task::Measure {
            mut sizes,
            seed,
            large,
            peers,
            out,
        } => {
            create_dir_all(&out)?;
            sizes.sort_unstable();
            sizes.dedup();
            let run = measure(&Plan {
                sizes,
                seed,
                large,
                folder: out.clone(),
                peers,
            })?;
            write(out.join("run.json"), serde_json::to_vec_pretty(&run)?)?;
            Ok(())
        }
        Task::Report {
            out,
            document,
            picture,
            ..
        } => show(&out, document, picture),
        Task::Look { vault, queries } => {
            println!("{}", look_as_child(&vault, &queries)?);
            Ok(())
        }
        Task::Stream {
            vault,
            file,
            bundle,
        } => {
            println!("{}", stream_as_child(&vault, &file, &bundle)?);
            Ok(())
        }
    }
}

/// Joins what the window took, shows everything, and writes it as JSON and Markdown beside the figures.
fn show(out: &std::path::Path, document: Option<PathBuf>, drawing: Option<PathBuf>) -> Outcome {
    let mut run: Run = serde_json::from_slice(&read(out.join("run.json"))?)?;
    run.window = match read(out.join("window.json")) {
        Ok(json) => Some(serde_json::from_slice::<Window>(&json)?),
        Err(_) => None,
    };
    let markdown = report(&run, Style::Markdown);
    write(out.join("bench.json"), serde_json::to_vec_pretty(&run)?)?;
    write(out.join("bench.md"), &markdown)?;
    println!("\n{}", report(&run, Style::Terminal));
    println!("as JSON: {}", out.join("bench.json").display());
    println!("as Markdown: {}", out.join("bench.md").display());
    if let Some(document) = document {
        let text = read_to_string(&document)?;
        let text = rewrite_block(&text, MARKS, &markdown).ok_or("the document has no marks")?;
        write(&document, text)?;
        println!("written into {}", document.display());
    }
    if let Some(path) = drawing {
        match picture(&run) {
            Some(svg) => {
                write(&path, svg)?;
                println!("drawn in {}", path.display());
            }
            None => println!("no picture: growth needs two sizes"),
        }
    }
    Ok(())
}
