//! The contents of attachments that are held: the key of each sealed file, by the hash of what is in it.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::session::error::SessionError;
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::FileId;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::blob::BlobRow;
use fieldnotes_store::store::{StoreError, Table, Transaction};

/// Contents by SHA-256, each with its row.
#[derive(Default)]
pub(crate) struct Blobs(HashMap<ContentHash, (RowId, BlobRow)>);

impl Blobs {
    /// Loads one from a row.
    pub(crate) fn load(&mut self, row: RowId, value: &[u8]) -> Result<(), StoreError> {
        self.apply(row, BlobRow::read(value)?);
        Ok(())
    }

    /// A content and its row.
    pub(crate) fn get(&self, sha256: &ContentHash) -> Option<&(RowId, BlobRow)> {
        self.0.get(sha256)
    }

    /// Whether a content is held.
    pub(crate) fn holds(&self, sha256: &ContentHash) -> bool {
        self.0.contains_key(sha256)
    }

    /// All that are held.
    pub(crate) fn all(&self) -> impl ExactSizeIterator<Item = &BlobRow> {
        self.0.values().map(|(_, blob)| blob)
    }

    /// The sealed files that rows name.
    pub(crate) fn files(&self) -> HashSet<FileId> {
        self.all().map(|blob| blob.file).collect()
    }

    /// Writes a content into the transaction, in the place of what is held under its hash. Returns its row.
    pub(crate) fn stage(
        &self,
        transaction: &mut Transaction<'_>,
        blob: &BlobRow,
    ) -> Result<RowId, SessionError> {
        Ok(match self.get(&blob.sha256) {
            Some((row, _)) => blob.replace(transaction, *row).map(|()| *row)?,
            None => blob.insert(transaction)?,
        })
    }

    /// Applies a content that was written into this row.
    pub(crate) fn apply(&mut self, row: RowId, blob: BlobRow) {
        self.0.insert(blob.sha256, (row, blob));
    }

    /// Deletes contents in the transaction. Returns the files that go with them.
    pub(crate) fn stage_removal(
        &self,
        transaction: &mut Transaction<'_>,
        contents: &BTreeSet<ContentHash>,
    ) -> Result<Vec<FileId>, SessionError> {
        let mut files = Vec::new();
        for (row, blob) in contents.iter().filter_map(|sha256| self.get(sha256)) {
            transaction.delete(Table::Blob, *row)?;
            files.push(blob.file);
        }
        Ok(files)
    }

    /// Applies that contents were deleted.
    pub(crate) fn apply_removal(&mut self, contents: &BTreeSet<ContentHash>) {
        self.0.retain(|sha256, _| !contents.contains(sha256));
    }
}
