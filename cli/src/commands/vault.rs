//! `fieldnotes vault …`

use std::path::PathBuf;

use clap::Subcommand;

use crate::wording::Language;

#[derive(Subcommand)]
pub enum VaultCommand {
    /// Make a new vault in an empty or missing folder.
    Create {
        /// Language of the recovery words; that of the interface where it is not given.
        #[arg(long, value_name = "en|ko", hide_possible_values = true)]
        recovery_lang: Option<Language>,
        /// For tests: a key derivation that costs next to nothing. The vault is marked.
        #[arg(long, hide = true)]
        test_kdf: bool,
    },
    /// What the vault holds.
    Status,
    /// Read everything and say what is damaged.
    Verify,
    /// One number, equal exactly where two vaults hold the same revisions.
    Digest,
    /// Open the vault with a new passphrase from now on.
    ChangePassphrase {
        /// A file with the new passphrase, or `-`.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Set a new passphrase with the recovery words.
    Recover {
        /// A file with the recovery words, or `-`.
        #[arg(long, value_name = "FILE")]
        recovery_file: Option<PathBuf>,
        /// A file with the new passphrase, or `-`.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
}
