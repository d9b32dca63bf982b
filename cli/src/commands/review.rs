//! `fieldnotes review …`

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub enum ReviewCommand {
    /// Write chosen records into an encrypted file that can only be read.
    Export {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE")]
        review_passphrase_file: Option<PathBuf>,
        #[arg(long, value_name = "ID", required = true, num_args = 1..)]
        record: Vec<String>,
    },
    /// Read one. Needs no vault and writes nothing.
    Open {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// A file with the passphrase that opens it, or `-`.
        #[arg(long, value_name = "FILE")]
        review_passphrase_file: Option<PathBuf>,
    },
}
