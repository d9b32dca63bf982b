//! The sealed state: what the vault knows of itself, so that a row that went missing is missed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Scan, Table};
use fieldnotes_domain::history::{DeviceId, EntryHash};
use fieldnotes_format::vault::header::{HeaderMark, HeaderName};
use fieldnotes_format::vault::sealed_row::SetSeal;

/// Former headers that are known. With so many the state still has its one length, whatever numbers stand in it.
const MOST_FORMER: usize = 32;

/// docs/FORMAT.md section 4.2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Raised by one in each transaction.
    pub counter: u64,
    /// The device log that this vault writes.
    pub device: DeviceId,
    /// The newest entry of that log. What is held of others is sealed with the rows; it would make each save dearer here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    log: Option<LogHead>,
    /// The header that the vault is opened by. Two while it is being replaced: the one that was and the one that is to be.
    headers: Vec<HeaderName>,
    /// Headers of this key epoch by which it was opened before, the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    former: Vec<HeaderMark>,
    /// The header of a key that is being made, until all that belongs to it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<HeaderMark>,
    tables: BTreeMap<u8, TableSeal>,
}

/// The newest entry of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogHead {
    /// Its number in its device's log.
    pub seq: u64,
    /// Its name.
    pub hash: EntryHash,
}

/// How many rows a table has, and the seal over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TableSeal {
    /// How many rows there are.
    pub rows: u64,
    #[serde(with = "hex::serde")]
    seal: [u8; 32],
}

impl State {
    /// Of a vault that this header opens; without one, of a vault that no header is known to open.
    pub fn new(device: DeviceId, header: Option<HeaderName>) -> Self {
        Self {
            counter: 0,
            device,
            log: None,
            headers: header.into_iter().collect(),
            former: Vec::new(),
            next: None,
            // All of them, so that the length does not show which have rows.
            tables: Table::COUNTED
                .map(|table| (table.number(), TableSeal::default()))
                .into(),
        }
    }

    /// The headers that the vault may be opened by: one, or two while it is being replaced.
    pub fn headers(&self) -> &[HeaderName] {
        &self.headers
    }

    /// Whether it was opened by this header before: then that is older than what the state says. One that it neither names nor
    /// knows came after it.
    pub fn is_former(&self, header: &HeaderName) -> bool {
        self.former.contains(&header.mark())
    }

    /// From the end of this transaction on the vault is opened by these headers only.
    pub fn set_headers(&mut self, headers: &[HeaderName]) {
        let were = std::mem::replace(&mut self.headers, headers.to_vec());
        self.former.extend(were.iter().map(HeaderName::mark));
        let named: Vec<HeaderMark> = headers.iter().map(HeaderName::mark).collect();
        let former = std::mem::take(&mut self.former);
        for one in former.into_iter().rev() {
            if !named.contains(&one) && !self.former.contains(&one) {
                self.former.push(one);
            }
        }
        self.former.truncate(MOST_FORMER);
        self.former.reverse();
    }

    /// From the end of this transaction on the vault is sealed under the key of this header. Those from before open nothing.
    pub fn begin_epoch(&mut self, header: HeaderName) {
        self.next = Some(header.mark());
        (self.headers, self.former) = (vec![header], Vec::new());
    }

    /// From the end of this transaction on a key is being made, to which this header belongs.
    pub fn begin_rekey(&mut self, header: &HeaderName) {
        self.next = Some(header.mark());
    }

    /// From the end of this transaction on none is.
    pub fn end_rekey(&mut self) {
        self.next = None;
    }

    /// Whether everything is sealed under the key that is being made, where one is.
    pub fn is_rekeyed(&self) -> Option<bool> {
        let next = self.next?;
        Some(self.headers.iter().any(|header| header.mark() == next))
    }

    /// What is to be found in a table; of a kind of values in cells how many there are, and the seal over their cells.
    pub fn table(&self, table: Table) -> (u64, SetSeal) {
        let seal = self
            .tables
            .get(&table.number())
            .copied()
            .unwrap_or_default();
        (seal.rows, SetSeal(seal.seal))
    }

    /// Whether these are the rows of a table, in all cells also those of each kind.
    pub(super) fn fits(&self, table: Table, found: &Scan) -> bool {
        let is_whole = !found.is_cut_short && found.damaged.is_empty();
        let fits = match table {
            Table::Cell => {
                let mut kinds = Table::IN_CELLS.into_iter();
                self.table(table) == found.of(table)
                    && kinds.all(|kind| self.table(kind).1 == found.of(kind).1)
            }
            _ => self.table(table) == (found.rows, found.seal),
        };
        is_whole && fits
    }

    pub(super) fn set_table(&mut self, table: Table, rows: u64, SetSeal(seal): SetSeal) {
        self.tables.insert(table.number(), TableSeal { rows, seal });
    }

    pub(super) fn added(&mut self, table: Table, row: [u8; 32]) {
        self.toggle(table, row, 1);
    }

    pub(super) fn removed(&mut self, table: Table, row: [u8; 32]) {
        self.toggle(table, row, -1);
    }

    fn toggle(&mut self, table: Table, row: [u8; 32], by: i64) {
        self.toggle_cell(table, row);
        self.count(table, by);
    }

    /// A cell becomes one of a kind, or no longer is.
    pub(super) fn toggle_cell(&mut self, kind: Table, cell: [u8; 32]) {
        let entry = self.tables.entry(kind.number()).or_default();
        let mut seal = SetSeal(entry.seal);
        seal.toggle(cell);
        entry.seal = seal.0;
    }

    /// There are so many more of a kind.
    pub(super) fn count(&mut self, kind: Table, by: i64) {
        let entry = self.tables.entry(kind.number()).or_default();
        entry.rows = entry.rows.saturating_add_signed(by);
    }

    /// The newest entry of the log that is written.
    pub fn log(&self) -> Option<LogHead> {
        self.log
    }

    /// Begins to write another log.
    pub fn begin_log(&mut self, device: DeviceId) {
        (self.device, self.log) = (device, None);
    }

    /// Notes that entries of a log went: the newest of it is now this one, or none is left.
    pub fn withdraw(&mut self, device: DeviceId, newest: Option<(u64, EntryHash)>) {
        if device == self.device {
            self.log = newest.map(|(seq, hash)| LogHead { seq, hash });
        }
    }

    /// Notes an entry of a log. Of two at one place of a forked log the one of the greater name is the newest.
    pub fn advance(&mut self, device: DeviceId, seq: u64, hash: EntryHash) {
        let is_newer = |head: LogHead| (seq, hash) >= (head.seq, head.hash);
        if device == self.device && self.log.is_none_or(is_newer) {
            self.log = Some(LogHead { seq, hash });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fieldnotes_format::vault::sealed_row::{Padding, padded_length};

    fn header(number: u16) -> HeaderName {
        let text = format!("{number:04x}").repeat(16);
        serde_json::from_value(text.into()).expect("a name")
    }

    #[test]
    fn headers_that_were_are_known_as_such() {
        let mut state = State::new(DeviceId([1; 32]), Some(header(1)));
        assert!(!state.is_former(&header(1)));
        state.set_headers(&[header(1), header(2)]);
        assert!(!state.is_former(&header(1)) && !state.is_former(&header(2)));
        state.set_headers(&[header(2)]);
        assert!(state.is_former(&header(1)));
        assert!(!state.is_former(&header(3)), "it came later");
        // A change that did not happen.
        state.set_headers(&[header(2), header(3)]);
        state.set_headers(&[header(2)]);
        assert!(state.is_former(&header(3)));
        // Gone on with.
        state.set_headers(&[header(1)]);
        assert!(!state.is_former(&header(1)) && state.is_former(&header(2)));
        let read: State =
            serde_json::from_slice(&serde_json::to_vec(&state).expect("written")).expect("read");
        assert_eq!(read, state);
        state.begin_epoch(header(9));
        assert!(!state.is_former(&header(2)) && state.headers() == [header(9)]);
    }

    #[test]
    fn former_headers_are_bounded() {
        let mut state = State::new(DeviceId([1; 32]), Some(header(0)));
        for number in 1..=300 {
            state.set_headers(&[header(number)]);
        }
        assert_eq!(state.former.len(), MOST_FORMER);
        assert!(state.is_former(&header(299)) && state.is_former(&header(299 - 31)));
        assert!(!state.is_former(&header(300)) && !state.is_former(&header(299 - 32)));
    }

    #[test]
    fn a_key_that_is_being_made_is_known_until_it_is_done() {
        let mut state = State::new(DeviceId([1; 32]), Some(header(1)));
        assert_eq!(state.is_rekeyed(), None);
        state.begin_rekey(&header(2));
        assert_eq!(state.is_rekeyed(), Some(false));
        state.set_headers(&[header(1), header(3)]);
        assert_eq!(state.is_rekeyed(), Some(false));
        let read: State =
            serde_json::from_slice(&serde_json::to_vec(&state).expect("written")).expect("read");
        assert_eq!(read, state);
        state.begin_epoch(header(4));
        assert_eq!(state.is_rekeyed(), Some(true), "of the one that came to be");
        state.end_rekey();
        assert_eq!(state.is_rekeyed(), None);
    }

    /// With all that it can have in it at once.
    #[test]
    fn the_state_has_one_length() {
        let mut state = State::new(DeviceId([0xff; 32]), Some(header(0)));
        for number in 1..=100 {
            state.set_headers(&[header(number), header(number + 1)]);
        }
        state.begin_rekey(&header(200));
        state.counter = u64::MAX;
        state.advance(DeviceId([0xff; 32]), u64::MAX, EntryHash([0xff; 32]));
        for table in Table::COUNTED {
            state.set_table(table, u64::MAX, SetSeal([0xff; 32]));
        }
        assert_eq!((state.headers.len(), state.former.len()), (2, MOST_FORMER));
        let longest = serde_json::to_vec(&state).expect("written").len();
        let new = State::new(DeviceId([0; 32]), Some(header(0)));
        let shortest = serde_json::to_vec(&new).expect("written").len();
        let padded = |len: usize| padded_length(Padding::State, len as u64);
        assert_eq!(padded(longest), padded(shortest), "{longest}");
    }
}
