//! Which revisions of a record others were made from.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;

use crate::history::{EntryHash, Graph};
use crate::ids::RecordId;

/// Latest common ancestors that are found, at most. Each costs a walk through the past, and whoever settles very many heads apart from
/// another leaves as many: the past counts as unknown then.
const MOST_LATEST: usize = 64;

/// Bytes of what is remembered of pasts, and with them the steps that were made to find them: beyond, the past counts as unknown.
const MOST_KNOWN: usize = 64 << 20;

/// The revisions of one record, spoken of by their place in an order in which parents come first.
pub(super) struct Lineage {
    revisions: Vec<EntryHash>,
    places: HashMap<EntryHash, usize>,
    parents: Vec<Vec<usize>>,
    /// Names a parent that is not held, or is of another record: more may be behind it than is known.
    is_cut: FixedBitSet,
    known: HashMap<usize, FixedBitSet>,
}

/// What two revisions were both made from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Common {
    /// Nothing, or too many, or what is not held may have come after what is.
    Unknown,
    /// The latest ones, none of which was made from another; never empty, ascending by name.
    Latest(Vec<EntryHash>),
}

impl Lineage {
    pub(super) fn of(graph: &Graph, record: RecordId) -> Self {
        let revisions = graph.in_order(record);
        let places: HashMap<EntryHash, usize> = revisions
            .iter()
            .enumerate()
            .map(|(at, hash)| (*hash, at))
            .collect();
        let mut is_cut = FixedBitSet::with_capacity(revisions.len());
        let mut parents = Vec::with_capacity(revisions.len());
        for (at, hash) in revisions.iter().enumerate() {
            let named: Vec<EntryHash> = graph
                .node(hash)
                .map(|node| node.parents().collect())
                .unwrap_or_default();
            let held: Vec<usize> = named
                .iter()
                .filter_map(|parent| places.get(parent).copied())
                .collect();
            is_cut.set(at, held.len() < named.len());
            parents.push(held);
        }
        Self {
            revisions,
            places,
            parents,
            is_cut,
            known: HashMap::new(),
        }
    }

    /// A revision and all that it was made from. Nothing where too many were asked for.
    fn past_of(&mut self, at: usize) -> Option<FixedBitSet> {
        if let Some(past) = self.known.get(&at) {
            return Some(past.clone());
        }
        if self.known.len() * self.revisions.len() / 8 > MOST_KNOWN {
            return None;
        }
        let mut past = FixedBitSet::with_capacity(self.revisions.len());
        past.insert(at);
        // Parents stand before their children.
        for one in (0..=at).rev() {
            if past.contains(one) {
                past.extend(self.parents.get(one).into_iter().flatten().copied());
            }
        }
        self.known.insert(at, past.clone());
        Some(past)
    }

    /// What two revisions were both made from, the latest of it.
    pub(super) fn common(&mut self, one: &EntryHash, other: &EntryHash) -> Common {
        let (Some(&one), Some(&other)) = (self.places.get(one), self.places.get(other)) else {
            return Common::Unknown;
        };
        let (Some(ours), Some(theirs)) = (self.past_of(one), self.past_of(other)) else {
            return Common::Unknown;
        };
        let mut common = ours.clone();
        common.intersect_with(&theirs);
        let mut apart = ours;
        apart.symmetric_difference_with(&theirs);
        if common.is_clear() || !apart.is_disjoint(&self.is_cut) {
            return Common::Unknown;
        }
        let mut covered = FixedBitSet::with_capacity(self.revisions.len());
        let mut latest = Vec::new();
        for at in (0..self.revisions.len())
            .rev()
            .filter(|at| common.contains(*at))
        {
            if !covered.contains(at) {
                if latest.len() == MOST_LATEST {
                    return Common::Unknown;
                }
                latest.extend(self.revisions.get(at).copied());
                let Some(past) = self.past_of(at) else {
                    return Common::Unknown;
                };
                covered.union_with(&past);
            }
        }
        latest.sort_unstable();
        Common::Latest(latest)
    }
}
