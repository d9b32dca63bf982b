//! Rows that follow from what passed between colleagues, made usable again where they cannot be read.
//!
//! What colleagues are believed to hold, what an import brought and that it was made: none of it is anybody's words. Where such
//! a row is damaged, the vault would stay shut for it. What of it can be read is kept, the rest is given up and named. In doubt
//! less is believed: things go again, and fingerprints are compared again.

use std::collections::BTreeSet;

use serde_json::Value;
use zeroize::Zeroizing;

use crate::colleague::relations::identity_of;
use crate::session::damage::Damage;
use crate::session::error::SessionError;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::colleague::ColleagueRow;
use fieldnotes_store::store::rows::receipt::ReceiptRow;
use fieldnotes_store::store::{Store, StoreError, Table, Values};

/// What a repair gave up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lost {
    /// What a colleague is known to hold, and what was on its way to them.
    Exchanged(String),
    /// That the fingerprint of a colleague was compared.
    Verified(String),
    /// Colleagues, whole.
    Colleagues(u64),
    /// What imports brought: they cannot be undone.
    Journals(u64),
    /// That bundles were taken in, and what they withdrew.
    Receipts(u64),
}

/// Whether a damaged part is one that can be rebuilt.
pub(crate) fn is_rebuilt(part: &Damage) -> bool {
    matches!(
        part,
        Damage::Rows { table, .. } | Damage::RowSet { table }
            if matches!(table, Table::Colleague | Table::Receipt | Table::Cell)
    )
}

/// A row as it was found.
enum Found<T> {
    Whole(T),
    /// Part of it was given up.
    Part(T),
    Gone,
}

/// Rebuilds what is damaged of these parts, in one transaction, and says what was lost.
pub(crate) fn rebuild(store: &mut Store, damage: &[Damage]) -> Result<Vec<Lost>, SessionError> {
    let is_of = |table: Table| {
        let named = move |part: &Damage| match part {
            Damage::Rows { table: of, .. } | Damage::RowSet { table: of } => *of == table,
            _ => false,
        };
        damage.iter().any(named)
    };
    let found = store.values()?;
    if found.scan.is_cut_short {
        return Err(StoreError::FileDamaged.into());
    }
    let values = |kind| is_of(kind).then(|| Rows::of(store, kind, &found));
    let (colleagues, receipts) = (values(Table::Colleague), values(Table::Receipt));
    let mut lost = Vec::new();
    // Those that do not open are in none of them.
    store.know_cells(found.gathered.cells);
    let mut transaction = store.begin()?;
    if let Some(table) = colleagues {
        let mut gone = 0;
        for (row, value) in &table.rows {
            let (mut colleague, is_part) = match colleague(value.as_deref()) {
                Found::Whole(colleague) => (colleague, false),
                Found::Part(colleague) => (colleague, true),
                Found::Gone => {
                    transaction.delete(Table::Colleague, *row)?;
                    gone += 1;
                    continue;
                }
            };
            if is_part || !table.fits {
                lost.push(Lost::Exchanged(colleague.name.clone()));
                colleague.exchanged = Default::default();
            }
            // An older row may have been put back: of a key that was replaced since, say.
            if !table.fits && colleague.verified.take().is_some() {
                lost.push(Lost::Verified(colleague.name.clone()));
            }
            if is_part || !table.fits {
                colleague.replace(&mut transaction, *row)?;
            }
        }
        if gone > 0 || table.is_fewer {
            lost.push(Lost::Colleagues(gone.max(table.missing())));
        }
    }
    if let Some(table) = receipts {
        let (mut gone, mut journals) = (0, 0);
        for (row, value) in &table.rows {
            match receipt(value.as_deref()) {
                Found::Whole(_) => {}
                Found::Part(receipt) => {
                    receipt.replace(&mut transaction, *row)?;
                    journals += 1;
                }
                Found::Gone => {
                    transaction.delete(Table::Receipt, *row)?;
                    gone += 1;
                }
            }
        }
        if journals > 0 {
            lost.push(Lost::Journals(journals));
        }
        if gone > 0 || !table.fits {
            lost.push(Lost::Receipts(gone.max(table.missing())));
        }
    }
    transaction.mend_cells()?;
    transaction.commit()?;
    Ok(lost)
}

/// The values of a kind: what can be read, and the ids of those of which a part is missing.
struct Rows {
    rows: Vec<(RowId, Option<Zeroizing<Vec<u8>>>)>,
    /// They are those that the state seals.
    fits: bool,
    is_fewer: bool,
    sealed: u64,
}

impl Rows {
    fn of(store: &Store, kind: Table, found: &Values) -> Self {
        let whole = found.whole.iter().filter(|whole| whole.kind == kind);
        let incomplete = found
            .gathered
            .incomplete
            .iter()
            .filter(|(of, _)| *of == kind);
        let mut rows: Vec<_> = whole
            .map(|whole| (whole.id, Some(whole.value.clone())))
            .collect();
        rows.extend(incomplete.map(|(_, id)| (*id, None)));
        let (sealed, _) = store.state().table(kind);
        let values = rows.len() as u64;
        Self {
            fits: store.fits_kind(kind, values, &found.scan),
            is_fewer: values < sealed,
            sealed,
            rows,
        }
    }

    /// How many are not there at all.
    fn missing(&self) -> u64 {
        self.sealed.saturating_sub(self.rows.len() as u64)
    }
}

fn colleague(value: Option<&Vec<u8>>) -> Found<ColleagueRow> {
    let has_identity = |row: &ColleagueRow| identity_of(row).is_ok();
    match value.map(|value| ColleagueRow::read(value)) {
        Some(Ok(row)) if has_identity(&row) => return Found::Whole(row),
        _ => {}
    }
    let part = part_of::<ColleagueRow>(value, &["exchanged"]);
    part.filter(has_identity).map_or(Found::Gone, Found::Part)
}

fn receipt(value: Option<&Vec<u8>>) -> Found<ReceiptRow> {
    if let Some(Ok(row)) = value.map(|value| ReceiptRow::read(value)) {
        return Found::Whole(row);
    }
    part_of(value, &["journal"]).map_or(Found::Gone, Found::Part)
}

/// A row without some of its members.
fn part_of<R: JsonRow>(value: Option<&Vec<u8>>, without: &[&str]) -> Option<R> {
    let mut value: Value = serde_json::from_slice(value?).ok()?;
    let members = value.as_object_mut()?;
    let without: BTreeSet<&str> = without.iter().copied().collect();
    members.retain(|name, _| !without.contains(name.as_str()));
    serde_json::from_value(value).ok()
}
