//! Parts of a vault that are not as they were written.

use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_store::store::Table;

/// One damaged part, named so that a person can say what is lost.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Damage {
    /// The header: the vault opened by its copy.
    Header,
    /// The header is not the one that the database names: an older one was put back.
    HeaderReplaced,
    /// The copy of the header.
    HeaderCopy,
    /// SQLite cannot read all of the database.
    Database,
    /// The database has tables, triggers or pages that no program of ours makes. Nothing is written by it.
    DatabaseSchema,
    /// A byte of the database that belongs to no row was changed.
    DatabaseBytes,
    /// The database is an older one than the vault had, or another copy of it: what was saved since is missing.
    DatabaseReplaced,
    /// The seal over the database file.
    PageSeal,
    /// The state, so that missing rows cannot be detected.
    State,
    /// Rows that do not open.
    Rows {
        /// Where.
        table: Table,
        /// How many.
        count: u64,
    },
    /// Rows that were deleted, added, or put back in an older form.
    RowSet {
        /// Where.
        table: Table,
    },
    /// A log entry whose signature or name does not hold.
    Revision {
        /// Its record.
        record: RecordId,
        /// The revision.
        revision: EntryHash,
    },
    /// The body of a revision.
    Body {
        /// Its record.
        record: RecordId,
        /// The revision.
        revision: EntryHash,
    },
    /// The content of an attachment.
    Content {
        /// The record of the attachment, where one names it.
        record: Option<RecordId>,
    },
}
