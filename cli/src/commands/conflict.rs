//! `fieldnotes conflict …`

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub enum ConflictCommand {
    /// The records that were changed on two sides.
    List,
    /// Both sides of one.
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Settle one with the state that holds from now on.
    Resolve {
        #[arg(value_name = "ID")]
        id: String,
        /// The record as JSON, or `-`.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
}
