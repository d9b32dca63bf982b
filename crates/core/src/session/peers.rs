//! The people that this vault exchanges with: its colleagues, and the bundles that were received.

use crate::session::error::SessionError;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_domain::ids::BundleId;
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::exchange::identity::{IdentityKey, PublicIdentity};
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::colleague::ColleagueRow;
use fieldnotes_store::store::rows::receipt::ReceiptRow;
use fieldnotes_store::store::{StoreError, Table, Transaction};

/// Whose hand a revision is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Author<'s> {
    /// This vault's, on this laptop or before it was restored.
    Own,
    /// A colleague's.
    Colleague(&'s ColleagueRow),
    /// Somebody's whose device nobody has vouched for here.
    Unknown,
}

/// What is known of the one who signed a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation<'s> {
    /// This vault, or a copy of it.
    Own,
    /// A colleague.
    Colleague(&'s ColleagueRow),
    /// A colleague to whom nothing goes any more.
    Retired(&'s ColleagueRow),
    /// A colleague, by an identity that was replaced then.
    FormerKey(&'s ColleagueRow, Timestamp),
    /// Nobody who is known here.
    Unknown,
}

/// Colleagues, sorted by name, and receipts, each with its row.
#[derive(Default)]
pub(crate) struct Peers {
    colleagues: Vec<(RowId, ColleagueRow)>,
    receipts: Vec<(RowId, ReceiptRow)>,
}

/// Colleagues of whom something else is known after a transaction, each with its row.
#[derive(Default)]
pub(crate) struct ChangedColleagues(Vec<(RowId, ColleagueRow)>);

impl ChangedColleagues {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Peers {
    /// Loads a colleague from a row.
    pub(crate) fn load_colleague(&mut self, row: RowId, value: &[u8]) -> Result<(), StoreError> {
        self.colleagues.push((row, ColleagueRow::read(value)?));
        Ok(())
    }

    /// Loads a receipt from a row.
    pub(crate) fn load_receipt(&mut self, row: RowId, value: &[u8]) -> Result<(), StoreError> {
        self.receipts.push((row, ReceiptRow::read(value)?));
        Ok(())
    }

    /// Ends loading.
    pub(crate) fn end_loading(&mut self) {
        self.sort();
    }

    /// All colleagues, by name.
    pub(crate) fn colleagues(
        &self,
    ) -> impl DoubleEndedIterator<Item = &ColleagueRow> + ExactSizeIterator {
        self.colleagues.iter().map(|(_, colleague)| colleague)
    }

    /// All colleagues with their rows.
    #[cfg(test)]
    pub(crate) fn rows(&self) -> &[(RowId, ColleagueRow)] {
        &self.colleagues
    }

    /// The receipts of all bundles that were received, with their rows.
    pub(crate) fn receipts(&self) -> &[(RowId, ReceiptRow)] {
        &self.receipts
    }

    /// What is known of somebody else by this key.
    pub(crate) fn relation(&self, key: &IdentityKey) -> Relation<'_> {
        let is_key = |line: &str| {
            line.parse::<PublicIdentity>()
                .is_ok_and(|identity| identity.key() == *key)
        };
        let mut all = self.colleagues();
        if let Some(colleague) = all.find(|colleague| is_key(&colleague.identity)) {
            return match colleague.retired {
                Some(_) => Relation::Retired(colleague),
                None => Relation::Colleague(colleague),
            };
        }
        let former = |colleague| {
            let colleague: &ColleagueRow = colleague;
            let mut former = colleague.former.iter();
            let found = former.find(|former| is_key(&former.identity))?;
            Some(Relation::FormerKey(colleague, found.replaced))
        };
        self.colleagues()
            .find_map(former)
            .unwrap_or(Relation::Unknown)
    }

    /// The colleague whose device log this is, by their identity of today or one from before.
    pub(crate) fn owner(&self, device: &DeviceId) -> Option<&ColleagueRow> {
        self.colleagues()
            .find(|colleague| colleague.logs().any(|log| log == *device))
    }

    /// Whether a bundle was received before, and all of it.
    pub(crate) fn has_seen(&self, bundle: BundleId) -> bool {
        self.receipts
            .iter()
            .any(|(_, receipt)| receipt.bundle == bundle && !receipt.is_partial())
    }

    /// Applies a colleague that was added in this row.
    pub(crate) fn apply_added(&mut self, row: RowId, colleague: ColleagueRow) {
        self.colleagues.push((row, colleague));
        self.sort();
    }

    /// Writes changes of colleagues into the transaction. `change` returns what a colleague becomes; nothing where they stay
    /// as they are.
    pub(crate) fn stage(
        &self,
        transaction: &mut Transaction<'_>,
        mut change: impl FnMut(usize, &ColleagueRow) -> Option<ColleagueRow>,
    ) -> Result<ChangedColleagues, SessionError> {
        let mut staged = ChangedColleagues::default();
        for (at, (row, colleague)) in self.colleagues.iter().enumerate() {
            if let Some(changed) = change(at, colleague) {
                changed.replace(transaction, *row)?;
                staged.0.push((*row, changed));
            }
        }
        Ok(staged)
    }

    /// Applies changes that were staged, after the commit.
    pub(crate) fn apply(&mut self, ChangedColleagues(changed): ChangedColleagues) {
        for (row, changed) in changed {
            let held = self.colleagues.iter_mut().find(|(held, _)| *held == row);
            if let Some((_, colleague)) = held {
                *colleague = changed;
            }
        }
        self.sort();
    }

    /// Applies receipts that were written.
    pub(crate) fn apply_receipts(&mut self, receipts: Vec<(RowId, ReceiptRow)>) {
        self.receipts.extend(receipts);
    }

    /// Deletes receipts in the transaction.
    pub(crate) fn stage_forgetting(
        transaction: &mut Transaction<'_>,
        receipts: &[RowId],
    ) -> Result<(), SessionError> {
        for row in receipts {
            transaction.delete(Table::Receipt, *row)?;
        }
        Ok(())
    }

    /// Applies that receipts were deleted.
    pub(crate) fn apply_forgetting(&mut self, receipts: &[RowId]) {
        self.receipts.retain(|(row, _)| !receipts.contains(row));
    }

    fn sort(&mut self) {
        self.colleagues
            .sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    }
}
