//! The log of what was done with a vault.

use fieldnotes_domain::history::{BodyHash, EntryHash, EntryRef, SignedEntry};
use fieldnotes_domain::time::Timestamp;

use super::records::Located;

/// An event as the log has it; what it says lies in its body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LoggedEvent {
    pub(crate) hash: EntryHash,
    pub(crate) seq: u64,
    pub(crate) backlink: EntryHash,
    pub(crate) time: Timestamp,
    pub(crate) body_hash: BodyHash,
    pub(crate) located: Located,
}

/// All events, in step with what was committed.
#[derive(Default)]
pub(crate) struct CustodyLog {
    /// In their order, once they are sorted.
    events: Vec<LoggedEvent>,
    is_sorted: bool,
}

impl CustodyLog {
    /// Loads an event. Returns whether it was loaded before.
    pub(crate) fn load(&mut self, name: EntryHash, entry: &EntryRef<'_>, located: Located) -> bool {
        self.events.push(LoggedEvent {
            hash: name,
            seq: entry.seq,
            backlink: entry.backlink,
            time: entry.time,
            body_hash: entry.body_hash,
            located,
        });
        self.is_sorted = false;
        false
    }

    /// Puts what was loaded into its order. Returns whether one of them was loaded twice.
    pub(crate) fn end_loading(&mut self) -> bool {
        self.events
            .sort_unstable_by_key(|event| (event.seq, event.hash));
        let count = self.events.len();
        self.events.dedup_by_key(|event| event.hash);
        self.is_sorted = true;
        self.events.len() != count
    }

    /// All events, the oldest first.
    pub(crate) fn events(&self) -> &[LoggedEvent] {
        debug_assert!(self.is_sorted || self.events.is_empty());
        &self.events
    }

    /// The place and the name of the newest event.
    pub(crate) fn newest(&self) -> Option<(u64, EntryHash)> {
        let last = self.events().last()?;
        Some((last.seq, last.hash))
    }

    /// The first event that does not name the one before it, where the log is not whole.
    pub(crate) fn broken_at(&self) -> Option<&LoggedEvent> {
        let mut before = (0, EntryHash::NONE);
        self.events().iter().find(|event| {
            let is_next = event.seq == before.0 + 1 && event.backlink == before.1;
            before = (event.seq, event.hash);
            !is_next
        })
    }

    /// Applies events that were committed.
    pub(crate) fn apply(&mut self, written: impl IntoIterator<Item = (SignedEntry, Located)>) {
        self.events
            .extend(written.into_iter().map(|(signed, located)| LoggedEvent {
                hash: signed.hash,
                seq: signed.entry.seq,
                backlink: signed.entry.backlink,
                time: signed.entry.time,
                body_hash: signed.entry.body_hash,
                located,
            }));
        self.is_sorted = true;
    }
}
