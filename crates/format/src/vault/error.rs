//! What can be wrong with a vault's files.

use std::io;

/// What can be wrong with a vault's files. No variant carries anything secret.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// There is no vault in the folder.
    #[error("there is no vault in this folder")]
    NotAVault,
    /// The folder that a vault is to be created in holds something already.
    #[error("the folder is not empty")]
    FolderNotEmpty,
    /// Another program has the vault open.
    #[error("the vault is in use by process {pid:?}")]
    InUse {
        /// The other process, where it could be read.
        pid: Option<u32>,
    },
    /// The vault is of a later format.
    #[error("the vault is of a later format")]
    FormatTooNew,
    /// The header is not as it was written.
    #[error("the header is damaged")]
    HeaderDamaged,
    /// The header was changed by somebody who could not sign the change.
    #[error("the header was altered")]
    HeaderAltered,
    /// The header is a sound one of this vault, and not the one that its database names: an older one was put back.
    #[error("the header is not the one that the database names")]
    HeaderReplaced,
    /// By the header nothing in the database opens, and the database is from before it: an older one was put back.
    #[error("the database is sealed under an earlier key than the header's")]
    DatabaseOlder,
    /// The header asks for a key derivation that no honest program asks for.
    #[error("the header asks for a key derivation beyond all bounds")]
    KdfOutOfBounds,
    /// The passphrase opens no slot.
    #[error("no slot opens")]
    WrongPassphrase,
    /// Recovery words that are sound, and open nothing here.
    #[error("the recovery words are of another vault or another time")]
    WrongRecoveryWords,
    /// The recovery words are not words of a list, or their checksum fails.
    #[error("the recovery words are mistyped")]
    RecoveryWordsMistyped(super::WordsFault),
    /// An empty passphrase.
    #[error("the passphrase is empty")]
    PassphraseEmpty,
    /// A new passphrase with signs that cannot be seen.
    #[error("the passphrase holds signs that cannot be seen")]
    PassphraseUnprintable,
    /// The key derivation needs more memory than there is.
    #[error("not enough memory for the key derivation")]
    OutOfMemory,
    /// A sealed file is missing, cut short, or does not open.
    #[error("a sealed file is damaged")]
    FileDamaged,
    /// The operating system refused.
    #[error("input or output failed")]
    Io(#[from] io::Error),
    /// The watcher stopped the operation.
    #[error(transparent)]
    Cancelled(#[from] crate::progress::Cancelled),
}

impl From<fieldnotes_domain::text::secret::SecretFault> for VaultError {
    fn from(fault: fieldnotes_domain::text::secret::SecretFault) -> Self {
        match fault {
            fieldnotes_domain::text::secret::SecretFault::Empty => Self::PassphraseEmpty,
            fieldnotes_domain::text::secret::SecretFault::Unprintable => {
                Self::PassphraseUnprintable
            }
        }
    }
}
