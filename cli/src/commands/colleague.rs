//! `fieldnotes colleague …`

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub enum ColleagueCommand {
    /// Add a colleague by the identity that they exported.
    Add {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "NAME")]
        name: String,
    },
    /// All colleagues.
    List,
    /// Say that a fingerprint was compared.
    Verify {
        #[arg(value_name = "NAME")]
        name: String,
        /// What the colleague read out: 60 digits, spaces as you like.
        #[arg(long, value_name = "DIGITS")]
        fingerprint: String,
    },
}
