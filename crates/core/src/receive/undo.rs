//! Undoing a whole import, as long as nothing was built on it.
//!
//! What an import brought is recorded in the journals in its bundles' rows: places of logs, contents, devices. It is undone in
//! one transaction. A later import that met part of it as known stands in the way, so that what two bundles brought is
//! never taken from the second: the later one is undone first.

use std::collections::{BTreeSet, HashSet};

use crate::attachment::owners::content_hash;
use crate::colleague::lessons::taught_by;
use crate::receive::journals::Whole;
use crate::send::held::keep_to_own;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::own::{Own, OwnChange};
use crate::session::peers::{ChangedColleagues, Peers};
use crate::session::records::{Departed, Located};
use fieldnotes_domain::history::{EntryHash, Graph};
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::{FileId, ImportId, RecordId};
use fieldnotes_domain::records::Kind;
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::begun::Begun;
use fieldnotes_format::vault::sealed_file;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::colleague::{CertificateRow, ColleagueRow};
use fieldnotes_store::store::rows::entry::EntryRow;
use fieldnotes_store::store::rows::import::Taught;
use fieldnotes_store::store::{StoreError, Table, Transaction};

/// Rows that are removed between two looks at whether to stop.
const STRETCH: usize = 256;

/// What was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Undone {
    pub(crate) revisions: u64,
    /// Records that are gone with them.
    pub(crate) records_gone: u64,
    /// Records that are again as they were.
    pub(crate) records_back: u64,
    pub(crate) files: u64,
}

impl Session {
    /// Takes back all that an import brought. Refused where something was built on it.
    pub(crate) fn undo(
        &mut self,
        import: ImportId,
        watch: &mut Watch<'_>,
    ) -> Result<Undone, SessionError> {
        let plan = self.plan_undo(import)?;
        let staged = self.stage_undo(&plan, watch)?;
        Ok(self.apply_undo(plan, staged))
    }

    /// What an undo changes. Nothing has changed yet.
    fn plan_undo(&self, import: ImportId) -> Result<Plan, SessionError> {
        let mut all = self.wholes();
        let whole = all.get(&import).ok_or(SessionError::NoSuchImport)?;
        let hindrances = self.hindrances(&[import]).remove(&import);
        if let Some(why) = hindrances.filter(|all| !all.is_empty()) {
            return Err(SessionError::BuiltOn(why.into_iter().collect()));
        }
        let going = self.going(whole, &self.brought_by(whole, &all))?;
        let gone: HashSet<EntryHash> = going.entries.iter().map(|(hash, _)| *hash).collect();
        let rest = self.records.without(&gone);
        let mut touched: BTreeSet<RecordId> = BTreeSet::new();
        for (hash, _) in &going.entries {
            touched.extend(self.records.graph().node(hash).map(|node| node.record));
        }
        let emptied = going.emptied.iter();
        touched.extend(emptied.map(|(row, _)| row.signed.entry.record));
        // Also what another import brought first, and only these revisions name by now.
        let named = self.contents_of(going.entries.iter().map(|(hash, _)| hash));
        let mut contents = whole.files.clone();
        contents.extend(named.iter().map(|file| file.sha256));
        let contents = self.unnamed(contents, &gone)?;
        let forgotten = self.forgotten(import);
        let of_import = self.peers.receipts().iter();
        let of_import = of_import.filter(|(_, receipt)| receipt.import() == Some(import));
        Ok(Plan {
            going,
            gone,
            rest,
            touched,
            contents,
            receipts: of_import.map(|(row, _)| *row).collect(),
            forgotten,
            whole: all.remove(&import).unwrap_or_default(),
        })
    }

    /// Writes it, in one transaction, and commits that. Nothing in memory has changed yet.
    fn stage_undo(&mut self, plan: &Plan, watch: &mut Watch<'_>) -> Result<Staged, SessionError> {
        let begun = self.begun();
        let newest = plan.rest.logs();
        let mut transaction = self.storage.store.begin()?;
        delete_rows(&mut transaction, &plan.going, watch)?;
        for (row, at) in &plan.going.emptied {
            row.replace(&mut transaction, at.row)?;
        }
        let files = self.blobs.stage_removal(&mut transaction, &plan.contents)?;
        for device in plan.whole.brought.logs().map(|(device, _)| *device) {
            transaction
                .state
                .withdraw(device, newest.get(&device).copied());
        }
        let colleagues = self.peers.stage(&mut transaction, |_, colleague| {
            without(colleague, &plan.forgotten, &self.own, &plan.rest)
        })?;
        let is_kept = |row: &CertificateRow| is_kept(row, &plan.forgotten);
        let kept = self.own.others().iter().filter(|row| is_kept(row));
        let kept: Vec<CertificateRow> = kept.cloned().collect();
        let own = OwnChange {
            others: (kept.len() < self.own.others().len()).then_some(kept),
            ..OwnChange::default()
        };
        if own.changes_anything() {
            self.own.stage(&mut transaction, &own)?;
        }
        Peers::stage_forgetting(&mut transaction, &plan.receipts)?;
        watch.step(plan.going.rows(), plan.going.rows())?;
        if !files.is_empty() {
            begun.note(&files, transaction.state.counter)?;
        }
        transaction.commit()?;
        Ok(Staged {
            own,
            colleagues,
            files,
            begun,
        })
    }

    /// Takes what was written into memory, and removes the files that no row names any more.
    fn apply_undo(&mut self, plan: Plan, staged: Staged) -> Undone {
        let emptied = plan.going.emptied.iter().map(|(row, at)| {
            let entry = &row.signed.entry;
            (entry.device, entry.seq, row.signed.hash, *at)
        });
        self.records.apply_departed(Departed {
            rest: plan.rest,
            places: &plan.whole.brought,
            emptied: &emptied.collect::<Vec<_>>(),
        });
        self.own.apply(staged.own);
        self.peers.apply(staged.colleagues);
        self.peers.apply_forgetting(&plan.receipts);
        self.blobs.apply_removal(&plan.contents);
        for file in staged.files {
            // A crash before this leaves a file that no row names; it is noted, and goes on unlocking.
            sealed_file::discard(&self.storage.folder, file);
        }
        let _ = staged.begun.forget();
        let (back, lost): (BTreeSet<RecordId>, BTreeSet<RecordId>) = plan
            .touched
            .into_iter()
            .partition(|record| self.records.graph().has_record(*record));
        self.note_gone(&lost);
        back.iter().for_each(|record| self.note_change(*record));
        Undone {
            revisions: plan.gone.len() as u64,
            records_gone: lost.len() as u64,
            records_back: back.len() as u64,
            files: plan.contents.len() as u64,
        }
    }

    /// The revisions that go, and those that lose the body which came for them.
    fn going(&self, whole: &Whole, brought: &[EntryHash]) -> Result<Going, SessionError> {
        let damaged = || SessionError::from(StoreError::RowDamaged(Table::Receipt));
        let located = |hash: EntryHash| {
            let located = self.located(&hash).ok_or_else(damaged)?;
            Ok::<_, SessionError>((hash, located))
        };
        if (brought.len() as u64) < whole.brought.len() {
            return Err(damaged());
        }
        let entries: Vec<(EntryHash, Located)> = brought
            .iter()
            .map(|hash| located(*hash))
            .collect::<Result<_, _>>()?;
        let brought: HashSet<&EntryHash> = brought.iter().collect();
        let mut emptied = Vec::new();
        for (device, seq) in whole.completed.iter() {
            let (hash, located) =
                located(self.records.graph().at(&device, seq).ok_or_else(damaged)?)?;
            if brought.contains(&hash) || located.body.is_none() {
                continue;
            }
            let value = self.storage.store.get(Table::Entry, located.row)?;
            let mut row = EntryRow::read(&value.ok_or_else(damaged)?)?;
            row.body = None;
            row.body_length = 0;
            emptied.push((row, located));
        }
        Ok(Going { entries, emptied })
    }

    /// Of these contents those that no revision names once others are gone.
    fn unnamed(
        &self,
        mut unnamed: BTreeSet<ContentHash>,
        gone: &HashSet<EntryHash>,
    ) -> Result<BTreeSet<ContentHash>, SessionError> {
        if unnamed.is_empty() {
            return Ok(unnamed);
        }
        for (hash, node) in self.records.graph().all() {
            if gone.contains(&hash) || Kind::of_schema(node.schema) != Ok(Kind::Attachment) {
                continue;
            }
            match self.body(&hash) {
                Ok(body) => {
                    if let Some(sha256) = content_hash(&body.record) {
                        unnamed.remove(&sha256);
                    }
                }
                Err(SessionError::BodyNotHeld(_)) => {}
                // It may name any of them: then they stay.
                Err(SessionError::BodyDamaged { .. }) => return Ok(BTreeSet::new()),
                Err(error) => return Err(error),
            }
        }
        Ok(unnamed)
    }

    /// The certificates that came with this import and with no other.
    fn forgotten(&self, import: ImportId) -> BTreeSet<Taught> {
        let mut forgotten = BTreeSet::new();
        let mut others = BTreeSet::new();
        for (_, receipt) in self.peers.receipts() {
            if let Some(journal) = &receipt.journal {
                let all = match journal.import == import {
                    true => &mut forgotten,
                    false => &mut others,
                };
                all.extend(journal.devices.iter().chain(&journal.vouched).copied());
            }
        }
        forgotten.retain(|one| !others.contains(one));
        forgotten
    }
}

/// A colleague without these certificates, and with nothing of ours that is not here; nothing where that changes nothing.
fn without(
    colleague: &ColleagueRow,
    forgotten: &BTreeSet<Taught>,
    own: &Own,
    rest: &Graph,
) -> Option<ColleagueRow> {
    let is_kept = |row: &CertificateRow| is_kept(row, forgotten);
    let mut changed = colleague.clone();
    changed.devices.retain(is_kept);
    changed.claims.retain(is_kept);
    for former in &mut changed.former {
        former.devices.retain(is_kept);
    }
    keep_to_own(&mut changed, own, [rest, rest]);
    (changed != *colleague).then_some(changed)
}

/// What an undo wrote, and is not in memory yet.
struct Staged {
    own: OwnChange,
    colleagues: ChangedColleagues,
    /// Files that no row names any more.
    files: Vec<FileId>,
    begun: Begun,
}

/// All that an undo changes.
struct Plan {
    whole: Whole,
    going: Going,
    gone: HashSet<EntryHash>,
    /// The history without them.
    rest: Graph,
    /// Records that are other ones afterwards, or gone.
    touched: BTreeSet<RecordId>,
    /// Contents that nothing names any more.
    contents: BTreeSet<ContentHash>,
    forgotten: BTreeSet<Taught>,
    /// Rows of the import's bundles.
    receipts: Vec<RowId>,
}

/// Revisions that go, and those that lose the body which came for them.
struct Going {
    entries: Vec<(EntryHash, Located)>,
    emptied: Vec<(EntryRow, Located)>,
}

impl Going {
    /// How many rows go with them.
    fn rows(&self) -> u64 {
        let with_body = self.entries.iter().filter(|(_, at)| at.body.is_some());
        (self.entries.len() + with_body.count() + self.emptied.len()) as u64
    }
}

/// Whether a certificate stays where these are forgotten.
fn is_kept(row: &CertificateRow, forgotten: &BTreeSet<Taught>) -> bool {
    !forgotten.contains(&taught_by(row))
}

/// Deletes bodies and entries, neighbours in the table one after another, as they were put there.
fn delete_rows(
    transaction: &mut Transaction<'_>,
    going: &Going,
    watch: &mut Watch<'_>,
) -> Result<(), SessionError> {
    let mut bodies: Vec<RowId> = going.entries.iter().filter_map(|(_, at)| at.body).collect();
    let emptied = going.emptied.iter();
    bodies.extend(emptied.map(|(_, at)| at.body.unwrap_or_default()));
    let mut entries: Vec<RowId> = going.entries.iter().map(|(_, at)| at.row).collect();
    bodies.sort_unstable();
    entries.sort_unstable();
    let (mut done, total) = (0, going.rows());
    for (table, rows) in [(Table::Body, &bodies), (Table::Entry, &entries)] {
        for some in rows.chunks(STRETCH) {
            watch.step(done, total)?;
            for row in some {
                transaction.delete(table, *row)?;
            }
            done += some.len() as u64;
        }
    }
    Ok(())
}
