//! Rows that opened: written by this vault, and made of what others said.

use super::blob::BlobRow;
use super::colleague::ColleagueRow;
use super::draft::DraftRow;
use super::own::OwnRow;
use super::receipt::ReceiptRow;
use super::{JsonRow, check, entry};
use crate::store::state::State;
use crate::store::{Table, cells};

/// A row. The first byte is the number of its table.
pub fn row(bytes: &[u8]) {
    let Some((table, value)) = bytes.split_first() else {
        return;
    };
    let Some(table) = Table::of_number(*table) else {
        return;
    };
    let is_right = check(table, value).is_ok();
    let is_read = match table {
        Table::State => state(value),
        Table::Entry => entry_row(value),
        Table::Body => true,
        Table::Draft => json::<DraftRow>(value),
        Table::Own => json::<OwnRow>(value),
        Table::Colleague => json::<ColleagueRow>(value),
        Table::Blob => json::<BlobRow>(value),
        Table::Receipt => json::<ReceiptRow>(value),
        Table::Cell => cells::cell::fuzz(value),
    };
    assert_eq!(is_right, is_read, "the check is of what reads");
}

fn json<R: JsonRow>(value: &[u8]) -> bool {
    let Ok(row) = R::read(value) else {
        return false;
    };
    let written = row.encode().expect("what was read can be written");
    check(R::TABLE, &written).expect("what is written passes");
    let again = R::read(&written).expect("what is written is read");
    assert_eq!(again.encode().ok(), Some(written), "and says the same");
    true
}

fn state(value: &[u8]) -> bool {
    let Ok(state) = serde_json::from_slice::<State>(value) else {
        return false;
    };
    let written = serde_json::to_vec(&state).expect("JSON");
    assert_eq!(serde_json::from_slice::<State>(&written).ok(), Some(state));
    true
}

fn entry_row(value: &[u8]) -> bool {
    let looked_at = entry::entry_in(value);
    let named = entry::name_in(value);
    let Ok(row) = entry::EntryRow::read(value) else {
        assert!(looked_at.is_err() && named.is_none());
        return false;
    };
    let (entry, body) = looked_at.expect("what is read can be looked at");
    assert_eq!(
        (entry.to_entry(), body),
        (row.signed.entry.clone(), row.body)
    );
    assert_eq!(named, Some(row.signed.hash));
    assert_eq!(row.encode(), value, "it has one spelling");
    true
}
