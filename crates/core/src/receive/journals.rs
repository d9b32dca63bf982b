//! What the imports of bundles brought, by the journals in the bundles' rows, and what stands in the way of undoing one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::colleague::relations::identity_of;
use crate::session::Session;
use crate::session::error::Hindrance;
use crate::session::peers::Relation;
use fieldnotes_domain::history::{DeviceId, EntryHash, Graph, Places};
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::ImportId;
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::exchange::identity::{Fingerprint, IdentityKey};
use fieldnotes_store::store::rows::import::Journal;
use fieldnotes_store::store::rows::receipt::ReceiptRow;

/// An import that was made.
#[derive(Debug)]
pub(crate) struct TakenImport<'s> {
    /// None where it was taken in before there were journals.
    pub(crate) import: Option<ImportId>,
    /// When it was taken in.
    pub(crate) taken: Timestamp,
    /// The bundles of it.
    pub(crate) receipts: Vec<&'s ReceiptRow>,
    pub(crate) hindrances: BTreeSet<Hindrance>,
}

/// All that one import brought.
#[derive(Default)]
pub(super) struct Whole {
    pub(super) number: u64,
    pub(super) brought: Places,
    pub(super) forked: HashSet<EntryHash>,
    pub(super) known: Places,
    pub(super) completed: Places,
    pub(super) followed: u64,
    pub(super) files: BTreeSet<ContentHash>,
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
    pub(super) fn wholes(&self) -> BTreeMap<ImportId, Whole> {
        let mut wholes: BTreeMap<ImportId, Whole> = BTreeMap::new();
        for (_, receipt) in self.peers.receipts() {
            if let Some(journal) = &receipt.journal {
                wholes.entry(journal.import).or_default().add(journal);
            }
        }
        wholes
    }

    /// What stands in the way of undoing these imports.
    pub(super) fn hindrances(
        &self,
        imports: &[ImportId],
    ) -> HashMap<ImportId, BTreeSet<Hindrance>> {
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
    pub(super) fn brought_by(
        &self,
        whole: &Whole,
        all: &BTreeMap<ImportId, Whole>,
    ) -> Vec<EntryHash> {
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
