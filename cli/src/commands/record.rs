//! `fieldnotes record …`

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub enum RecordCommand {
    /// Add a record.
    Add {
        #[arg(value_name = "KIND")]
        kind: String,
        /// The record as JSON, or `-`.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    /// Show a record.
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Save a new state of a record.
    Edit {
        #[arg(value_name = "ID")]
        id: String,
        /// The record as JSON, or `-`.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// The revision that this continues, where there are two.
        #[arg(long, value_name = "REVISION")]
        onto: Option<String>,
    },
    /// List records.
    List {
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[arg(long, value_name = "N")]
        limit: Option<u32>,
        /// The cursor that the last list ended with.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
        /// Show what is in the trash instead.
        #[arg(long)]
        trashed: bool,
    },
    /// Every saved state of a record.
    History {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Put a record into the trash.
    Trash {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Take a record out of the trash.
    Restore {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// An empty record of a kind, as JSON to fill in.
    Template {
        #[arg(value_name = "KIND")]
        kind: String,
    },
    /// Add many records, one JSON object a line.
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}
