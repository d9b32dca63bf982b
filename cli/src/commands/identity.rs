//! `fieldnotes identity …`

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub enum IdentityCommand {
    /// The fingerprint, to be compared by voice.
    Show,
    /// Write the public identity, to be given to colleagues.
    Export {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}
