//! Undoing a whole import, as long as nothing was built on it.
//!
//! What an import brought is recorded in the journals in its bundles' rows: places of logs, contents, devices. It is undone in
//! one transaction. A later import that met part of it as known stands in the way, so that what two bundles brought is
//! never taken from the second: the later one is undone first.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::attachment::owners::content_hash;
use crate::colleague::lessons::taught_by;
use crate::colleague::relations::identity_of;
use crate::send::held::keep_to_own;
use crate::session::Session;
use crate::session::error::{Hindrance, SessionError};
use crate::session::own::{Own, OwnChange};
use crate::session::peers::Relation;
use crate::session::peers::{ChangedColleagues, Peers};
use crate::session::records::{Departed, Located};
use fieldnotes_domain::history::{DeviceId, EntryHash, Graph, Places};
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::{FileId, ImportId, RecordId};
use fieldnotes_domain::records::Kind;
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::exchange::identity::{Fingerprint, IdentityKey};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::begun::Begun;
use fieldnotes_format::vault::sealed_file;
use fieldnotes_format::vault::sealed_row::RowId;
use fieldnotes_store::store::rows::colleague::{CertificateRow, ColleagueRow};
use fieldnotes_store::store::rows::entry::EntryRow;
use fieldnotes_store::store::rows::import::{Journal, Taught};
use fieldnotes_store::store::rows::receipt::ReceiptRow;
use fieldnotes_store::store::{StoreError, Table, Transaction};

/// Rows that are removed between two looks at whether to stop.
const STRETCH: usize = 256;

/// An import that was made.
#[derive(Debug)]
pub(crate) struct TakenImport<'s> {
    /// None where it was taken in before there were journals.
    pub(crate) import: Option<ImportId>,
    /// Milliseconds since 1970.
    pub(crate) taken: Timestamp,
    /// The bundles of it.
    pub(crate) receipts: Vec<&'s ReceiptRow>,
    pub(crate) hindrances: BTreeSet<Hindrance>,
}

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

/// All that one import brought.
#[derive(Default)]
struct Whole {
    number: u64,
    brought: Places,
    forked: HashSet<EntryHash>,
    known: Places,
    completed: Places,
    followed: u64,
    files: BTreeSet<ContentHash>,
}

impl Whole {
    fn add(&mut self, journal: &Journal) {
        self.number = journal.number;
        self.brought.add_all(&journal.brought);
        self.forked.extend(&journal.forked);
        self.known.add_all(&journal.known);
        self.completed.add_all(&journal.completed);
        self.followed += journal.followed;
        self.files.extend(&journal.files);
    }

    fn touches(&self, other: &Self) -> bool {
        let mine = [&self.brought, &self.completed];
        let theirs = [&other.known, &other.completed];
        mine.iter()
            .any(|mine| theirs.iter().any(|theirs| mine.meets(theirs)))
    }
}

impl Session {
    /// The last imports, the newest first, and whether each can be undone.
    pub(crate) fn imports(&self, limit: usize) -> Vec<TakenImport<'_>> {
        let mut groups: Vec<(u64, Timestamp, Option<ImportId>, Vec<&ReceiptRow>)> = Vec::new();
        let mut at: HashMap<ImportId, usize> = HashMap::new();
        for (_, receipt) in self.peers.receipts() {
            let journal = receipt.journal.as_ref();
            let import = journal.map(|journal| journal.import);
            match import.and_then(|import| at.get(&import).copied()) {
                Some(at) => {
                    if let Some((.., receipts)) = groups.get_mut(at) {
                        receipts.push(receipt);
                    }
                }
                None => {
                    if let Some(import) = import {
                        at.insert(import, groups.len());
                    }
                    let number = journal.map_or(0, |journal| journal.number);
                    groups.push((number, receipt.taken, import, vec![receipt]));
                }
            }
        }
        groups.sort_by_key(|(number, taken, ..)| std::cmp::Reverse((*number, *taken)));
        groups.truncate(limit);
        let wanted: Vec<ImportId> = groups
            .iter()
            .filter_map(|(.., import, _)| *import)
            .collect();
        let mut hindrances = self.hindrances(&wanted);
        groups
            .into_iter()
            .map(|(_, taken, import, mut receipts)| {
                receipts.sort_by_key(|receipt| receipt.bundle);
                let hindrances = match import {
                    Some(import) => hindrances.remove(&import).unwrap_or_default(),
                    None => BTreeSet::from([Hindrance::NoJournal]),
                };
                TakenImport {
                    import,
                    taken,
                    receipts,
                    hindrances,
                }
            })
            .collect()
    }

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

    /// The fingerprint of a bundle's sender in groups; empty for somebody who is no colleague in a row from before there were
    /// journals.
    pub(crate) fn fingerprint_of(&self, receipt: &ReceiptRow) -> String {
        let key = IdentityKey(receipt.sender);
        let written = receipt.journal.as_ref().map(|one| one.fingerprint.parse());
        if let Some(Ok(fingerprint)) = written {
            let fingerprint: Fingerprint = fingerprint;
            return fingerprint.to_string();
        }
        let colleague = match self.relation(&key) {
            Relation::Colleague(row) | Relation::Retired(row) => Some(row),
            _ => None,
        };
        let identity = colleague.and_then(|colleague| identity_of(colleague).ok());
        identity.map_or_else(String::new, |one| one.fingerprint().to_string())
    }

    /// What each import brought.
    fn wholes(&self) -> BTreeMap<ImportId, Whole> {
        let mut wholes: BTreeMap<ImportId, Whole> = BTreeMap::new();
        for (_, receipt) in self.peers.receipts() {
            if let Some(journal) = &receipt.journal {
                wholes.entry(journal.import).or_default().add(journal);
            }
        }
        wholes
    }

    /// What stands in the way of undoing these imports.
    fn hindrances(&self, imports: &[ImportId]) -> HashMap<ImportId, BTreeSet<Hindrance>> {
        let all = self.wholes();
        let mut found: HashMap<ImportId, BTreeSet<Hindrance>> = HashMap::new();
        // Which of them each revision came with, and which brought the body of one that was there.
        let mut origin: HashMap<EntryHash, ImportId> = HashMap::new();
        let mut completed: HashMap<EntryHash, ImportId> = HashMap::new();
        for import in imports {
            let Some(whole) = all.get(import) else {
                continue;
            };
            let brought = self.brought_by(whole, &all);
            origin.extend(brought.into_iter().map(|hash| (hash, *import)));
            let places = whole.completed.iter();
            let there = places.filter_map(|(device, seq)| self.records.graph().at(&device, seq));
            completed.extend(there.map(|hash| (hash, *import)));
            let later = all.iter().filter(|(name, other)| {
                *name != import && other.number > whole.number && whole.touches(other)
            });
            let mut hindrances: BTreeSet<Hindrance> =
                later.map(|(name, _)| Hindrance::Later(*name)).collect();
            // Places do not say of which of two revisions the body came.
            for (device, seq) in whole.completed.iter() {
                let here = self.records.graph().all_at(&device, seq);
                if here.len() > 1 {
                    let nodes = here
                        .iter()
                        .filter_map(|hash| self.records.graph().node(hash));
                    hindrances.extend(nodes.map(|node| Hindrance::BuiltOn(node.record)));
                }
            }
            if followers(&[self.records.graph()], &whole.completed) > whole.followed {
                let places = whole.completed.iter();
                let named =
                    places.filter_map(|(device, seq)| self.records.graph().at(&device, seq));
                let records =
                    named.filter_map(|hash| Some(self.records.graph().node(&hash)?.record));
                hindrances.extend(records.map(Hindrance::BuiltOn));
            }
            found.insert(*import, hindrances);
        }
        for (hash, node) in self.records.graph().all() {
            for parent in node.parents() {
                if let Some(import) = origin.get(&parent)
                    && origin.get(&hash) != Some(import)
                {
                    let hindrances = found.entry(*import).or_default();
                    hindrances.insert(Hindrance::BuiltOn(node.record));
                }
            }
        }
        for draft in self.drafts.all() {
            let Some(record) = draft.record else {
                continue;
            };
            let base = draft
                .base
                .or_else(|| self.records.graph().first_head(record));
            let begun_on = base.into_iter().chain(draft.more_bases.iter().copied());
            let of = |base| [origin.get(&base), completed.get(&base)];
            for import in begun_on.flat_map(of).flatten() {
                let hindrances = found.entry(*import).or_default();
                hindrances.insert(Hindrance::Draft(record));
            }
        }
        found
    }

    /// The revisions that an import brought. Where a log is forked, each that came as a second one is named by its import; the
    /// one that nobody names was the first.
    fn brought_by(&self, whole: &Whole, all: &BTreeMap<ImportId, Whole>) -> Vec<EntryHash> {
        let mut brought = Vec::new();
        let all = std::cell::LazyCell::new(|| -> HashSet<EntryHash> {
            all.values()
                .flat_map(|other| &other.forked)
                .copied()
                .collect()
        });
        for (device, seq) in whole.brought.iter() {
            let here = self.records.graph().all_at(&device, seq);
            let mine = |hash: &&EntryHash| whole.forked.contains(hash);
            if here.len() < 2 {
                brought.extend(here);
            } else if here.iter().any(|hash| mine(&hash)) {
                brought.extend(here.iter().filter(mine));
            } else {
                brought.extend(here.into_iter().filter(|hash| !all.contains(hash)));
            }
        }
        brought
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

/// How many revisions were made from those at these places.
pub(crate) fn followers(graphs: &[&Graph], places: &Places) -> u64 {
    let at = |(device, seq): (DeviceId, u64)| graphs.iter().find_map(|one| one.at(&device, seq));
    let parents: BTreeSet<EntryHash> = places.iter().filter_map(at).collect();
    if parents.is_empty() {
        return 0;
    }
    let all = graphs.iter().flat_map(|graph| graph.all());
    let children = all.filter(|(_, node)| node.parents().any(|parent| parents.contains(&parent)));
    children.count() as u64
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
