//! `fieldnotes attachment …`

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub enum AttachmentCommand {
    /// Take a file of any kind and size into the vault.
    Add {
        #[arg(value_name = "RECORD")]
        record: String,
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// The files of a record.
    List {
        #[arg(value_name = "RECORD")]
        record: String,
    },
    /// Write a file out of the vault, in clear.
    Save {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}
