//! Writes the records of a seed as JSON lines, for `fieldnotes record import`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Parser;
use fieldnotes_bench::material::Material;

/// Writes made-up records as JSON lines, to be taken in with `fieldnotes record import`.
#[derive(Parser)]
struct Arguments {
    /// How many.
    #[arg(long)]
    records: usize,
    /// The same seed writes the same bytes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&arguments.out)?);
    for line in Material::new(arguments.seed).take(arguments.records) {
        out.write_all(line.json().as_bytes())?;
    }
    out.into_inner()
        .map_err(io::IntoInnerError::into_error)?
        .sync_all()
}
