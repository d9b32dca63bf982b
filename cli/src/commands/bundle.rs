//! `fieldnotes bundle …`

use std::path::PathBuf;

use clap::{ArgGroup, Subcommand};

#[derive(Subcommand)]
pub enum BundleCommand {
    /// Write revisions into an encrypted file.
    #[command(group = ArgGroup::new("recipients").required(true))]
    Export {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// The colleagues it is for.
        #[arg(long, value_name = "NAME", num_args = 1.., group = "recipients")]
        to: Vec<String>,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE", group = "recipients")]
        bundle_passphrase_file: Option<PathBuf>,
        /// Only these records.
        #[arg(long, value_name = "ID", num_args = 1..)]
        record: Vec<String>,
    },
    /// Say what is in a bundle; take nothing in.
    Inspect {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE")]
        bundle_passphrase_file: Option<PathBuf>,
    },
    /// Take bundles in.
    Import {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        /// A file with the passphrase that opens them, or `-`.
        #[arg(long, value_name = "FILE")]
        bundle_passphrase_file: Option<PathBuf>,
        /// Also from somebody who is not a colleague.
        #[arg(long)]
        accept_unknown_sender: bool,
    },
}
