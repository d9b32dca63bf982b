//! How many records of an answer there are of each sort.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;

use super::super::document::{Document, Flags};
use super::super::linear::status_of;
use super::Outcome;
use super::view::{Segment, Values};

/// Tags that are counted out, at most: those that most records have.
const MOST_TAGS: usize = 40;

/// How many records are so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCount {
    /// The kind, the status, the tag.
    pub value: String,
    /// How many.
    pub count: u64,
}

/// How many records of an answer there are of each sort.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// Of each kind, whatever kind was asked for.
    pub kinds: Vec<FacetCount>,
    /// Of each status of testimonies.
    pub statuses: Vec<FacetCount>,
    /// With each tag, the most frequent first.
    pub tags: Vec<FacetCount>,
    /// In conflict.
    pub conflicts: u64,
}

/// Counts as they are gathered.
#[derive(Default)]
pub(super) struct Tally {
    kinds: BTreeMap<String, u64>,
    statuses: BTreeMap<String, u64>,
    tags: BTreeMap<String, u64>,
    conflicts: u64,
}

impl Tally {
    pub(super) fn segment(
        &mut self,
        segment: &Segment,
        all: &FixedBitSet,
        kind: Option<&str>,
    ) -> Outcome<()> {
        let kinds = segment.kinds()?;
        count(kinds, all, &mut self.kinds);
        let mut wanted = all.clone();
        if let Some(kind) = kind {
            match kinds.with(kind) {
                Some(of_kind) => FixedBitSet::intersect_with(&mut wanted, of_kind),
                None => wanted.clear(),
            }
        }
        count(segment.statuses()?, &wanted, &mut self.statuses);
        count(segment.tags()?, &wanted, &mut self.tags);
        let conflicts = wanted.intersection_count(&segment.flagged().conflict);
        self.conflicts += conflicts as u64;
        Ok(())
    }

    pub(super) fn changed(&mut self, document: &Document, kind: Option<&str>) {
        *self.kinds.entry(document.card.kind.clone()).or_default() += 1;
        if kind.is_some_and(|kind| kind != document.card.kind) {
            return;
        }
        *self
            .statuses
            .entry(status_of(document).to_owned())
            .or_default() += 1;
        for tag in &document.tags {
            *self.tags.entry(tag.clone()).or_default() += 1;
        }
        self.conflicts += u64::from(document.card.flags.has(Flags::CONFLICT));
    }

    pub(super) fn finish(self) -> FacetCounts {
        let list = |counts: BTreeMap<String, u64>| -> Vec<FacetCount> {
            counts
                .into_iter()
                .filter(|(value, _)| !value.is_empty())
                .map(|(value, count)| FacetCount { value, count })
                .collect()
        };
        let mut tags = list(self.tags);
        tags.sort_by_key(|tag| std::cmp::Reverse(tag.count));
        tags.truncate(MOST_TAGS);
        FacetCounts {
            kinds: list(self.kinds),
            statuses: list(self.statuses),
            tags,
            conflicts: self.conflicts,
        }
    }
}

/// Counts the values of a column over a set of documents.
fn count(values: &Values, documents: &FixedBitSet, into: &mut BTreeMap<String, u64>) {
    for (value, with) in &values.0 {
        let count = with.intersection_count(documents) as u64;
        if count > 0 {
            *into.entry(value.clone()).or_default() += count;
        }
    }
}
