//! Lists and hits: what fits, how well, in which order, a page at a time, and how many there are of each sort.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use fixedbitset::FixedBitSet;
use rayon::prelude::*;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED, Term};

use super::super::document::{Document, Flags, Scope};
use super::super::linear::{self, Around, Nearness};
use super::super::query::{Node, Query};
use super::ask::{Answer, Key, Line, PageRequest, Position, SortKey};
use super::counts::Tally;
use super::evaluate::{Asking, LookedUp};
use super::order::{Order, is_descending};
use super::view::{Segment, View};
use super::{Index, Outcome};
use fieldnotes_domain::ids::RecordId;

/// Ranks: in the title, elsewhere, near, with a slip.
const RANKS: [Nearness; 4] = [
    Nearness::Exact,
    Nearness::Exact,
    Nearness::Near,
    Nearness::Slip,
];

impl Index {
    /// Answers from the last commit and from `changed`, which is what was saved since then and stands in the place of
    /// what the commit has of the same records.
    pub fn answer(&self, ask: &PageRequest<'_>, changed: &[&Document]) -> Outcome<Answer> {
        Answering {
            view: Some(&self.view),
            ask,
            changed,
            stale: self.view.stale(changed)?,
        }
        .answer()
    }

    /// The same where there is no index: every record is in `changed`.
    pub fn answer_without(ask: &PageRequest<'_>, changed: &[&Document]) -> Outcome<Answer> {
        Answering {
            view: None,
            ask,
            changed,
            stale: Vec::new(),
        }
        .answer()
    }
}

impl View {
    /// For each segment, the documents that do not count: deleted, or changed since.
    fn stale(&self, changed: &[&Document]) -> Outcome<Vec<FixedBitSet>> {
        let ids: Vec<RecordId> = changed.iter().map(|document| document.card.id).collect();
        let mut all = Vec::with_capacity(self.segments.len());
        for segment in &self.segments {
            segment.open()?;
            let mut stale = FixedBitSet::with_capacity(segment.reader.max_doc() as usize);
            if let Some(alive) = segment.reader.alive_bitset() {
                (0..segment.reader.max_doc())
                    .filter(|document| alive.is_deleted(*document))
                    .for_each(|document| stale.insert(document as usize));
            }
            let terms = segment.terms(self.fields.id)?;
            for id in &ids {
                let term: Term = self.fields.id_term(*id);
                let Some(info) = terms.get_term_info(&term)? else {
                    continue;
                };
                let option = IndexRecordOption::Basic;
                let mut found = terms.read_postings_from_terminfo(&info, option)?;
                while found.doc() != TERMINATED {
                    stale.insert(found.doc() as usize);
                    found.advance();
                }
            }
            all.push(stale);
        }
        Ok(all)
    }
}

pub(super) struct Answering<'a> {
    view: Option<&'a View>,
    pub(super) ask: &'a PageRequest<'a>,
    pub(super) changed: &'a [&'a Document],
    stale: Vec<FixedBitSet>,
}

/// A document of the index on its way to a page.
#[derive(Clone, PartialEq, Eq)]
struct Candidate {
    rank: u8,
    /// Smaller stands first.
    key: u64,
    id: RecordId,
    document: DocId,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.rank, self.key, self.id).cmp(&(other.rank, other.key, other.id))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Where a line comes from.
enum From {
    Index(u32, DocId),
    Changed(usize),
}

impl Answering<'_> {
    pub(super) fn segments(&self) -> impl Iterator<Item = (&Segment, &FixedBitSet)> {
        let segments = self.view.iter().flat_map(|view| &view.segments);
        segments.zip(&self.stale)
    }

    pub(super) fn asking<'v>(
        &'v self,
        segment: &'v Segment,
        around: &'v Around,
        looked_up: &'v LookedUp,
    ) -> Asking<'v> {
        Asking {
            segment,
            around,
            looked_up,
            in_titles: false,
        }
    }

    fn answer(&self) -> Outcome<Answer> {
        let around = self.around()?;
        let looked_up: Vec<LookedUp> = self.segments().map(|_| LookedUp::default()).collect();
        let segments: Vec<_> = self.segments().zip(&looked_up).collect();
        let mut sets = segments
            .par_iter()
            .map(|((segment, stale), looked_up)| {
                self.sets(&self.asking(segment, &around, looked_up), stale)
            })
            .collect::<Outcome<Vec<_>>>()?;
        let mut ranks: Vec<Option<u8>> = self
            .changed
            .iter()
            .map(|document| self.rank(document, &around))
            .collect();
        // Slips are looked for only where nothing else was found.
        let has_found =
            sets.iter().flatten().any(|set| !set.is_clear()) || ranks.iter().any(Option::is_some);
        if let Some(query) = self
            .ask
            .query
            .filter(|_| !has_found && !self.ask.exact_only)
        {
            for (((segment, stale), looked_up), sets) in segments.iter().zip(&mut sets) {
                let asking = self.asking(segment, &around, looked_up);
                if let Some(root) = &query.root {
                    let found = asking.node(root, Nearness::Slip)?;
                    sets.push(self.without(found, &asking, stale));
                }
            }
            for (rank, document) in ranks.iter_mut().zip(self.changed) {
                let fits = linear::fits(query, document, &around, Nearness::Slip);
                *rank = fits.then_some(3);
            }
        }
        self.page(&sets, &ranks)
    }

    /// What fits at each rank; a document may be in several, and counts at the best of them.
    fn sets(&self, asking: &Asking<'_>, stale: &FixedBitSet) -> Outcome<Vec<FixedBitSet>> {
        let max = asking.segment.reader.max_doc() as usize;
        let Some(query) = self.ask.query else {
            let mut all = FixedBitSet::with_capacity(max);
            all.insert_range(..);
            return Ok(vec![
                FixedBitSet::with_capacity(max),
                self.without(all, asking, stale),
            ]);
        };
        let Some(root) = &query.root else {
            return Ok(vec![FixedBitSet::with_capacity(max); 2]);
        };
        let in_titles = Asking {
            in_titles: true,
            ..*asking
        };
        let (exact, titles) = rayon::join(
            || asking.node(root, Nearness::Exact),
            || in_titles.node(root, Nearness::Exact),
        );
        let (exact, mut titles) = (exact?, titles?);
        FixedBitSet::intersect_with(&mut titles, &exact);
        let mut sets = vec![titles, exact];
        if !self.ask.exact_only {
            // Nobody leafs through so many to see what is merely similar.
            let is_enough = sets.iter().any(|set| set.count_ones(..) > self.ask.enough);
            let near = if is_enough {
                FixedBitSet::with_capacity(max)
            } else {
                asking.node(root, Nearness::Near)?
            };
            sets.push(near);
        }
        Ok(sets
            .into_iter()
            .map(|set| self.without(set, asking, stale))
            .collect())
    }

    /// Leaves out what is stale or lies on the other side of the trash.
    fn without(
        &self,
        mut set: FixedBitSet,
        asking: &Asking<'_>,
        stale: &FixedBitSet,
    ) -> FixedBitSet {
        set.difference_with(stale);
        let flagged = asking.segment.flagged();
        match self.ask.query {
            None if self.ask.trashed => FixedBitSet::intersect_with(&mut set, &flagged.trashed),
            None => set.difference_with(&flagged.trashed),
            Some(query) if query.asks_for_trash => {}
            Some(_) => FixedBitSet::intersect_with(&mut set, &flagged.findable),
        }
        set
    }

    fn may_be_shown(&self, flags: Flags) -> bool {
        match self.ask.query {
            None => flags.has(Flags::TRASHED) == self.ask.trashed,
            Some(query) => query.asks_for_trash || flags.has(Flags::FINDABLE),
        }
    }

    /// The rank of a record that changed since the commit.
    fn rank(&self, document: &Document, around: &Around) -> Option<u8> {
        if !self.may_be_shown(document.card.flags) {
            return None;
        }
        let Some(query) = self.ask.query else {
            return Some(1);
        };
        let at_most = if self.ask.exact_only {
            Nearness::Exact
        } else {
            Nearness::Near
        };
        if !linear::fits(query, document, around, Nearness::Exact) {
            return linear::fits(query, document, around, at_most).then_some(2);
        }
        let is_in_title = linear::fits(&query.in_titles(), document, around, Nearness::Exact);
        Some(if is_in_title { 0 } else { 1 })
    }

    fn page(&self, sets: &[Vec<FixedBitSet>], ranks: &[Option<u8>]) -> Outcome<Answer> {
        let mut answer = Answer::default();
        let mut tally = Tally::default();
        let mut lines: Vec<(Position, From)> = Vec::new();
        for ((segment, _), sets) in self.segments().zip(sets) {
            let all = union(sets);
            tally.segment(segment, &all, self.ask.kind)?;
            let wanted = match self.ask.kind {
                Some(kind) => {
                    let mut set = segment.of_kind(kind)?;
                    FixedBitSet::intersect_with(&mut set, &all);
                    set
                }
                None => all,
            };
            answer.total += wanted.count_ones(..) as u64;
            let exact = sets.iter().take(2);
            let exact = exact.fold(FixedBitSet::with_capacity(wanted.len()), |mut set, next| {
                set.union_with(next);
                set
            });
            answer.exact += exact.intersection_count(&wanted) as u64;
            self.best(segment, sets, &wanted, &mut lines)?;
        }
        for ((at, document), rank) in self.changed.iter().enumerate().zip(ranks) {
            let Some(rank) = *rank else { continue };
            tally.changed(document, self.ask.kind);
            if self.ask.kind.is_some_and(|kind| kind != document.card.kind) {
                continue;
            }
            answer.total += 1;
            answer.exact += u64::from(rank < 2);
            let position = Position {
                rank,
                key: self.key_of(document),
                id: document.card.id,
            };
            if self.is_behind(&position) {
                lines.push((position, From::Changed(at)));
            }
        }
        lines.sort_by(|(a, _), (b, _)| self.compare(a, b));
        let has_more = lines.len() > self.ask.limit;
        lines.truncate(self.ask.limit);
        answer.next = lines
            .last()
            .filter(|_| has_more)
            .map(|(position, _)| position.clone());
        for (position, from) in lines {
            let card = match from {
                From::Index(segment, document) => match self.view {
                    Some(view) => view.card(segment, document)?,
                    None => continue,
                },
                From::Changed(at) => match self.changed.get(at) {
                    Some(document) => document.card.clone(),
                    None => continue,
                },
            };
            let nearness = RANKS.get(usize::from(position.rank)).copied();
            answer.lines.push(Line {
                card,
                nearness: nearness.unwrap_or(Nearness::Slip),
            });
        }
        answer.counts = tally.finish();
        Ok(answer)
    }

    /// Adds the first of one segment to the lines.
    fn best(
        &self,
        segment: &Segment,
        sets: &[FixedBitSet],
        wanted: &FixedBitSet,
        lines: &mut Vec<(Position, From)>,
    ) -> Outcome<()> {
        let order = Order::open(segment, self.ask)?;
        let after = self.ask.after.as_ref();
        let bound = after.map(|after| order.bound(&after.key)).transpose()?;
        let mut best: BinaryHeap<Candidate> = BinaryHeap::new();
        let mut left = wanted.clone();
        for (rank, set) in (0_u8..).zip(sets) {
            // Whatever fits less well stands behind all of these.
            if best.len() > self.ask.limit {
                break;
            }
            let mut of_rank = left.clone();
            FixedBitSet::intersect_with(&mut of_rank, set);
            left.difference_with(set);
            for document in of_rank.ones() {
                let document = document as DocId;
                let key = order.key(segment, document);
                if best.len() > self.ask.limit
                    && best
                        .peek()
                        .is_some_and(|worst| (worst.rank, worst.key) < (rank, key))
                {
                    continue;
                }
                let candidate = Candidate {
                    rank,
                    key,
                    id: segment.id(document),
                    document,
                };
                let is_behind = after.zip(bound).is_none_or(|(after, (key, is_same))| {
                    let place = (candidate.rank, candidate.key);
                    let limit = (after.rank, key);
                    match place.cmp(&limit) {
                        Ordering::Equal if is_same => candidate.id > after.id,
                        // The bound lies just before the first key that is behind it.
                        Ordering::Equal => true,
                        other => other.is_gt(),
                    }
                });
                if is_behind {
                    best.push(candidate);
                    if best.len() > self.ask.limit.saturating_add(1) {
                        best.pop();
                    }
                }
            }
        }
        for candidate in best {
            let position = Position {
                rank: candidate.rank,
                key: order.name(candidate.key)?,
                id: candidate.id,
            };
            lines.push((position, From::Index(segment.number, candidate.document)));
        }
        Ok(())
    }

    fn key_of(&self, document: &Document) -> Key {
        match self.ask.sort {
            SortKey::Saved => Key::Number(document.card.saved.0),
            SortKey::Created => Key::Number(document.created.0),
            SortKey::Title => Key::Bytes(document.order.clone()),
        }
    }

    fn compare(&self, a: &Position, b: &Position) -> Ordering {
        let keys = match is_descending(self.ask) {
            true => b.key.cmp(&a.key),
            false => a.key.cmp(&b.key),
        };
        a.rank.cmp(&b.rank).then(keys).then(a.id.cmp(&b.id))
    }

    fn is_behind(&self, position: &Position) -> bool {
        let after = self.ask.after.as_ref();
        after.is_none_or(|after| self.compare(position, after).is_gt())
    }
}

fn union(sets: &[FixedBitSet]) -> FixedBitSet {
    let mut all = sets.first().cloned().unwrap_or_default();
    sets.iter().skip(1).for_each(|set| all.union_with(set));
    all
}

impl Query {
    /// The same, with every word asked for in titles.
    fn in_titles(&self) -> Self {
        fn turn(node: &mut Node) {
            match node {
                Node::All(parts) | Node::Any(parts) => parts.iter_mut().for_each(turn),
                Node::Text(needle) if needle.scope == Scope::Any => needle.scope = Scope::Title,
                _ => {}
            }
        }
        let mut query = self.clone();
        query.root.iter_mut().for_each(turn);
        query
    }
}
