//! What can go wrong between a vault and the world outside.

use std::fmt;
use std::io;

use crate::progress::Cancelled;
use fieldnotes_domain::text::secret::SecretFault;

/// The part of a bundle or review package that a failure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The age file around everything.
    Envelope,
    /// `manifest.json` and its signature.
    Manifest,
    /// `entries.bin`.
    Entries,
    /// `bodies.bin`.
    Bodies,
    /// `records.jsonl` of a review package.
    Records,
    /// The content of an attachment.
    Files,
    /// The order, names and lengths of the parts, and the zeros after them.
    Layout,
}

impl Part {
    /// A stable name for logs and error parameters.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::Envelope => "envelope",
            Part::Manifest => "manifest",
            Part::Entries => "entries",
            Part::Bodies => "bodies",
            Part::Records => "records",
            Part::Files => "files",
            Part::Layout => "layout",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why the owner of a source or a sink stopped the work. It comes back as it was given, in
/// [`ExchangeError::Owner`], so that the owner can distinguish its own failures from ours.
pub type Stop = Box<dyn std::error::Error + Send + Sync>;

/// What can go wrong. No message carries anything that a user wrote.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// Not an age file at all, or one whose header does not end where it must.
    #[error("not an age file")]
    NotAnEnvelope,
    /// An age file that holds something else than was asked for.
    #[error("the envelope does not hold what was looked for")]
    WrongContent,
    /// A later format than this program knows.
    #[error("the format is newer than this program")]
    FormatTooNew,
    /// Encrypted to a recipient that a quantum computer breaks, or to several kinds at once.
    #[error("the envelope names recipients of another kind")]
    ForeignRecipients,
    /// The passphrase work factor would cost more memory than we give to a stranger's file.
    #[error("the envelope asks for scrypt work factor {0}")]
    TooMuchWork(u32),
    /// Locked with a passphrase, and a key was given.
    #[error("the envelope opens with a passphrase")]
    NeedsPassphrase,
    /// Locked for colleagues, and a passphrase was given.
    #[error("the envelope opens with an identity")]
    NeedsIdentity,
    /// The passphrase does not open it (or its one stanza was altered, which looks the same).
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// A passphrase of no characters.
    #[error("the passphrase is empty")]
    PassphraseEmpty,
    /// A new passphrase with signs that cannot be seen.
    #[error("the passphrase holds signs that cannot be seen")]
    PassphraseUnprintable,
    /// It was encrypted for, or says that it is meant for, somebody else.
    #[error("not for this identity")]
    NotForUs,
    /// Cut short, or its bytes were changed: the encryption does not hold.
    #[error("damaged: {0}")]
    Damaged(Part),
    /// The encryption holds, but a part is not in the form or of the length that it must have.
    #[error("malformed: {0}")]
    Malformed(Part),
    /// A part is not the one that the sender signed.
    #[error("altered: {0}")]
    Altered(Part),
    /// The manifest, an entry or a certificate does not bear its signer's signature.
    #[error("invalid signature: {0}")]
    SignatureInvalid(Part),
    /// An identity, fingerprint or key that is not in its written form.
    #[error("not a well-formed identity")]
    BadIdentity,
    /// The owner of the sink does not know the sender and has no word of the user to go on.
    #[error("unknown sender")]
    UnknownSender,
    /// More than the format allows.
    #[error("too large: {0}")]
    TooLarge(Part),
    /// What is to be written is more than the format allows.
    #[error("too large to be written: {0}")]
    TooLargeToWrite(Part),
    /// An entry stands twice in one bundle.
    #[error("an entry stands twice")]
    DuplicateEntry,
    /// Two entries of one device claim one place in its log: the vault was copied or restored.
    #[error("two entries claim one place in a log")]
    Fork,
    /// An entry does not point back to its neighbour in its log.
    #[error("an entry does not follow its neighbour")]
    BrokenChain,
    /// Nobody to encrypt for, or a work factor that age does not have.
    #[error("no usable recipient")]
    NoRecipient,
    /// What the source gave is not what was announced; nothing of use was written.
    #[error("the source gave something else than announced: {0}")]
    SourceMismatch(Part),
    /// Stopped by the one who looks on.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Stopped by the owner of the source or sink, with its own reason.
    #[error("stopped by the owner")]
    Owner(#[source] Stop),
    /// Reading or writing failed.
    #[error("input or output failed")]
    Io(#[source] io::Error),
}

impl ExchangeError {
    /// The same of a file that is being written: nobody sent it.
    pub(super) fn of_writing(self) -> Self {
        match self {
            Self::TooLarge(part) => Self::TooLargeToWrite(part),
            other => other,
        }
    }
}

impl From<SecretFault> for ExchangeError {
    fn from(fault: SecretFault) -> Self {
        match fault {
            SecretFault::Empty => Self::PassphraseEmpty,
            SecretFault::Unprintable => Self::PassphraseUnprintable,
        }
    }
}

impl ExchangeError {
    /// What a failed read of the opened envelope means. The age stream reports what does not decrypt
    /// as invalid data and what ends too early as an unexpected end; anything else is the disk.
    pub(super) fn from_read(error: io::Error, part: Part) -> Self {
        match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Self::Damaged(part),
            _ => Self::Io(error),
        }
    }
}

impl From<io::Error> for ExchangeError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
