//! What can go wrong with an unlocked vault.

use crate::session::damage::Damage;
use fieldnotes_domain::history::{DeviceId, EntryFault, EntryHash};
use fieldnotes_domain::ids::{ImportId, RecordId};
use fieldnotes_domain::records::RecordError;
use fieldnotes_format::exchange::ExchangeError;
use fieldnotes_format::progress::Cancelled;
use fieldnotes_format::vault::VaultError;
use fieldnotes_store::search::IndexFault;
use fieldnotes_store::store::StoreError;

/// A fault of the session. None of them carries anything that a user wrote.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Of the vault's files.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// Of the database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Of a bundle or a review package.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// Of a record that was to be saved.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// Of a log entry that was to be written.
    #[error(transparent)]
    Entry(#[from] EntryFault),
    /// Parts of the vault are not as they were saved.
    #[error("{} parts of the vault are damaged", .0.len())]
    Damaged(Vec<Damage>),
    /// The disk does not have the space that is needed for a while. Nothing was changed.
    #[error("{needed} bytes must be free, and {free} are")]
    NoRoom {
        /// Bytes that must be free.
        needed: u64,
        /// Bytes that are.
        free: u64,
    },
    /// No record of this id.
    #[error("there is no such record")]
    NoSuchRecord,
    /// No revision of this name, or not of this record.
    #[error("there is no such revision")]
    NoSuchRevision,
    /// The revision is known, its body is not held here.
    #[error("the body of a revision is not held")]
    BodyNotHeld(EntryHash),
    /// No import of this name.
    #[error("there is no such import")]
    NoSuchImport,
    /// A file is another than the one that was looked at.
    #[error("a bundle is not the one that was looked at")]
    NotAsSeen,
    /// Something stands in the way of undoing an import.
    #[error("an import was built on")]
    BuiltOn(Vec<Hindrance>),
    /// The body of a revision is not as it was saved.
    #[error("the body of a revision is damaged")]
    BodyDamaged {
        /// The record.
        record: RecordId,
        /// The revision.
        revision: EntryHash,
    },
    /// What is to be hidden would stand in a file that leaves.
    #[error("what is to be hidden would leave")]
    Leak {
        /// The record in which it stands.
        record: RecordId,
        /// How often.
        count: u64,
    },
    /// Decisions are about words that are not in the text any more.
    #[error("a decision fits no place of the text")]
    DecisionOutdated {
        /// The record.
        record: RecordId,
        /// How many decisions.
        count: u64,
    },
    /// The content of an attachment is not held here.
    #[error("the content is not held")]
    ContentNotHeld,
    /// A vault that is copied or restored wrote over the same place in its log.
    #[error("a log has two entries at one place")]
    Forked {
        /// The log.
        device: DeviceId,
        /// The first place at which it is seen.
        place: u64,
        /// It is our own.
        is_own: bool,
        /// The colleague whose log it is.
        owner: Option<String>,
    },
    /// The sender is a colleague who was retired.
    #[error("the sender was retired")]
    SenderRetired(String),
    /// The sender signs with an identity that was replaced.
    #[error("the sender's key was replaced")]
    SenderKeyReplaced(String),
    /// Of the search index; records are not touched by it.
    #[error(transparent)]
    Index(#[from] IndexFault),
    /// The operation was cancelled.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The operating system refused.
    #[error("input or output failed")]
    Io(#[from] std::io::Error),
}

/// Why an import cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hindrance {
    /// A revision of this record was made from what came.
    BuiltOn(RecordId),
    /// A draft of this record was begun on what came.
    Draft(RecordId),
    /// This later import met part of it as known, or added to it.
    Later(ImportId),
    /// It was taken in before there were journals.
    NoJournal,
}
