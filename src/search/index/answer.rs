//! Lists and hits: what fits, how well, in which order, a page at a time, and how many there are of each sort.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet};

use fixedbitset::FixedBitSet;
use serde::{Deserialize, Serialize};
use tantivy::columnar::BytesColumn;
use tantivy::{DocId, Term};
use uuid::Uuid;

use super::super::document::{Card, Document, Flags, Scope};
use super::super::linear::{self, Around, Nearness, kind_named_by, status_of};
use super::super::query::{Needle, Node, Query};
use super::evaluate::Asking;
use super::view::{Segment, Values, View};
use super::{Index, Outcome};

/// Persons or places that a name in a query can stand for, at most.
const MOST_NAMED: usize = 2_000;
/// Tags that are counted out, at most: those that most records have.
const MOST_TAGS: usize = 40;

/// How a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By when it was last saved.
    #[default]
    Saved,
    /// By when it was first saved.
    Created,
    /// By title, as in a Korean dictionary.
    Title,
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Ask<'a> {
    /// What records must say; nothing for all of them.
    pub query: Option<&'a Query>,
    /// Only this kind.
    pub kind: Option<&'a str>,
    /// What lies in the trash, instead of what does not. A query says that by itself.
    pub trashed: bool,
    /// Only records that have the words themselves.
    pub exact_only: bool,
    /// The order. Hits stand by how well they fit first.
    pub sort: Sort,
    /// The smallest first, instead of the greatest; for titles the last instead of the first.
    pub reversed: bool,
    /// At most so many.
    pub limit: usize,
    /// Behind this place.
    pub after: Option<Position>,
}

/// A place in a list that stays valid while records are added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    rank: u8,
    key: Key,
    id: Uuid,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Key {
    Number(i64),
    Bytes(#[serde(with = "hex::serde")] Vec<u8>),
}

/// One record of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What a list shows.
    pub card: Card,
    /// How well it fits; exact where nothing was asked.
    pub nearness: Nearness,
}

/// How many records are so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The kind, the status, the tag.
    pub value: String,
    /// How many.
    pub count: u64,
}

/// How many records of an answer there are of each sort.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Of each kind, whatever kind was asked for.
    pub kinds: Vec<Count>,
    /// Of each status of testimonies.
    pub statuses: Vec<Count>,
    /// With each tag, the most frequent first.
    pub tags: Vec<Count>,
    /// In conflict.
    pub conflicts: u64,
}

/// A page of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// How many there are, on this page or not.
    pub total: u64,
    /// How many of them have the words themselves.
    pub exact: u64,
    /// The page.
    pub lines: Vec<Line>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<Position>,
    /// Counts over all of them.
    pub counts: Counts,
}

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
    pub fn answer(&self, ask: &Ask<'_>, changed: &[&Document]) -> Outcome<Answer> {
        Answering {
            view: Some(&self.view),
            ask,
            changed,
            stale: self.view.stale(changed)?,
        }
        .answer()
    }

    /// The same where there is no index: every record is in `changed`.
    pub fn answer_without(ask: &Ask<'_>, changed: &[&Document]) -> Outcome<Answer> {
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
        let ids: Vec<Uuid> = changed.iter().map(|document| document.card.id).collect();
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
                let option = tantivy::schema::IndexRecordOption::Basic;
                let mut found = terms.read_postings_from_terminfo(&info, option)?;
                use tantivy::DocSet;
                while found.doc() != tantivy::TERMINATED {
                    stale.insert(found.doc() as usize);
                    found.advance();
                }
            }
            all.push(stale);
        }
        Ok(all)
    }
}

struct Answering<'a> {
    view: Option<&'a View>,
    ask: &'a Ask<'a>,
    changed: &'a [&'a Document],
    stale: Vec<FixedBitSet>,
}

/// A document of the index on its way to a page.
#[derive(Clone, PartialEq, Eq)]
struct Candidate {
    rank: u8,
    /// Smaller stands first.
    key: u64,
    id: Uuid,
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
    fn segments(&self) -> impl Iterator<Item = (&Segment, &FixedBitSet)> {
        let segments = self.view.iter().flat_map(|view| &view.segments);
        segments.zip(&self.stale)
    }

    fn asking<'v>(&'v self, segment: &'v Segment, around: &'v Around) -> Asking<'v> {
        Asking {
            segment,
            around,
            in_titles: false,
        }
    }

    fn answer(&self) -> Outcome<Answer> {
        let around = self.around()?;
        let mut sets = Vec::new();
        for (segment, stale) in self.segments() {
            sets.push(self.sets(&self.asking(segment, &around), stale)?);
        }
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
            for ((segment, stale), sets) in self.segments().zip(&mut sets) {
                let asking = self.asking(segment, &around);
                if let Some(root) = &query.root {
                    let found = asking.node(root, Nearness::Slip)?;
                    sets.push(self.without(found, &asking, stale)?);
                }
            }
            for (rank, document) in ranks.iter_mut().zip(self.changed) {
                let fits = linear::fits(query, document, &around, Nearness::Slip);
                *rank = fits.then_some(3);
            }
        }
        self.page(&sets, &ranks)
    }

    /// What fits at each rank, the better ones in the worse.
    fn sets(&self, asking: &Asking<'_>, stale: &FixedBitSet) -> Outcome<Vec<FixedBitSet>> {
        let max = asking.segment.reader.max_doc() as usize;
        let Some(query) = self.ask.query else {
            let mut all = FixedBitSet::with_capacity(max);
            all.insert_range(..);
            return Ok(vec![
                FixedBitSet::with_capacity(max),
                self.without(all, asking, stale)?,
            ]);
        };
        let Some(root) = &query.root else {
            return Ok(vec![FixedBitSet::with_capacity(max); 2]);
        };
        let in_titles = Asking {
            in_titles: true,
            ..*asking
        };
        let exact = asking.node(root, Nearness::Exact)?;
        let mut titles = in_titles.node(root, Nearness::Exact)?;
        FixedBitSet::intersect_with(&mut titles, &exact);
        let mut sets = vec![titles, exact];
        if !self.ask.exact_only {
            sets.push(asking.node(root, Nearness::Near)?);
        }
        sets.into_iter()
            .map(|set| self.without(set, asking, stale))
            .collect()
    }

    /// Leaves out what is stale or lies on the other side of the trash.
    fn without(
        &self,
        mut set: FixedBitSet,
        asking: &Asking<'_>,
        stale: &FixedBitSet,
    ) -> Outcome<FixedBitSet> {
        set.difference_with(stale);
        let flagged = asking.segment.flagged();
        match self.ask.query {
            None if self.ask.trashed => FixedBitSet::intersect_with(&mut set, &flagged.trashed),
            None => set.difference_with(&flagged.trashed),
            Some(query) if query.asks_for_trash => {}
            Some(_) => FixedBitSet::intersect_with(&mut set, &flagged.findable),
        }
        Ok(set)
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

    /// What must be known of other records before one can be looked at.
    fn around(&self) -> Outcome<Around> {
        let mut around = Around::default();
        let Some(query) = self.ask.query else {
            return Ok(around);
        };
        let mut nodes = Vec::new();
        query.root.iter().for_each(|root| flatten(root, &mut nodes));
        let asks_for_media = nodes
            .iter()
            .any(|node| matches!(node, Node::Flag(flag) if flag.has(Flags::ATTACHMENT)));
        if asks_for_media {
            self.owned(&mut around.owned)?;
        }
        for node in nodes {
            let Node::Text(needle) = node else { continue };
            let Some(kind) = kind_named_by(needle.scope) else {
                continue;
            };
            for nearness in [Nearness::Exact, Nearness::Near, Nearness::Slip] {
                let ids = self.named(needle, kind, nearness)?;
                let key = (needle.scope, needle.text.clone(), nearness);
                around.named.insert(key, ids);
            }
        }
        Ok(around)
    }

    /// What attachments each record has.
    fn owned(&self, owned: &mut HashMap<Uuid, Flags>) -> Outcome<()> {
        let mut add = |owner: Option<Uuid>, flags: Flags| {
            let media = Flags(flags.0 & Flags::ATTACHMENT.0);
            if let Some(owner) =
                owner.filter(|_| media != Flags::default() && flags.has(Flags::FINDABLE))
            {
                owned.entry(owner).or_default().0 |= media.0;
            }
        };
        for (segment, stale) in self.segments() {
            let owner = segment.owner()?;
            for document in stale.zeroes() {
                let document = document as DocId;
                let flags = segment.flags(document);
                if flags.has(Flags::ATTACHMENT) {
                    add(owner(document), flags);
                }
            }
        }
        for document in self.changed {
            add(document.owner, document.card.flags);
        }
        Ok(())
    }

    /// The persons or places whose own names are so.
    fn named(&self, needle: &Needle, kind: &str, nearness: Nearness) -> Outcome<HashSet<Uuid>> {
        let nothing = Around::default();
        let mut ids = HashSet::new();
        for (segment, stale) in self.segments() {
            let asking = self.asking(segment, &nothing);
            let mut set = asking.text(needle, nearness)?;
            FixedBitSet::intersect_with(&mut set, &asking.kind(kind)?);
            set.difference_with(stale);
            let found = set.ones().map(|document| document as DocId);
            let standing = found.filter(|document| segment.flags(*document).has(Flags::FINDABLE));
            ids.extend(standing.map(|document| segment.id(document)));
        }
        let changed = self.changed.iter().filter(|document| {
            document.card.kind == kind
                && document.card.flags.has(Flags::FINDABLE)
                && linear::has_text(needle, document, nearness)
        });
        ids.extend(changed.map(|document| document.card.id));
        if ids.len() > MOST_NAMED {
            // So common a name tells nobody apart; the words themselves are still found.
            ids.clear();
        }
        Ok(ids)
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
                    let nothing = Around::default();
                    let mut set = self.asking(segment, &nothing).kind(kind)?;
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
            Sort::Saved => Key::Number(document.card.saved),
            Sort::Created => Key::Number(document.created),
            Sort::Title => Key::Bytes(document.order.clone()),
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

/// Times stand newest first, titles in the order of the alphabet, unless it is asked the other way.
fn is_descending(ask: &Ask<'_>) -> bool {
    (ask.sort != Sort::Title) != ask.reversed
}

/// The keys of one segment as numbers of which the smaller stands first.
enum Order {
    Saved {
        descending: bool,
    },
    Created(
        std::sync::Arc<dyn tantivy::columnar::ColumnValues<i64>>,
        bool,
    ),
    Title(Option<BytesColumn>, bool),
}

impl Order {
    fn open(segment: &Segment, ask: &Ask<'_>) -> Outcome<Self> {
        let descending = is_descending(ask);
        Ok(match ask.sort {
            Sort::Saved => Self::Saved { descending },
            Sort::Created => Self::Created(segment.created()?, descending),
            Sort::Title => Self::Title(segment.order()?, descending),
        })
    }

    fn is_descending(&self) -> bool {
        match self {
            Self::Saved { descending }
            | Self::Created(_, descending)
            | Self::Title(_, descending) => *descending,
        }
    }

    fn turn(&self, key: u64) -> u64 {
        if self.is_descending() { !key } else { key }
    }

    fn key(&self, segment: &Segment, document: DocId) -> u64 {
        self.turn(match self {
            Self::Saved { .. } => tantivy::i64_to_u64(segment.saved(document)),
            Self::Created(created, _) => tantivy::i64_to_u64(created.get_val(document)),
            Self::Title(order, _) => order
                .as_ref()
                .and_then(|order| order.ords().first(document))
                .unwrap_or(u64::MAX >> 1),
        })
    }

    /// The number of a key from a cursor, and whether a document here can have that very key.
    fn bound(&self, key: &Key) -> Outcome<(u64, bool)> {
        Ok(match (self, key) {
            (Self::Title(Some(order), descending), Key::Bytes(bytes)) => {
                let next = first_not_before(order, bytes)?;
                let mut found = Vec::new();
                let is_same = order.ord_to_bytes(next, &mut found)? && found == *bytes;
                match (is_same, descending) {
                    (false, true) => match next.checked_sub(1) {
                        Some(before) => (self.turn(before), false),
                        // Nothing is before the first.
                        None => (u64::MAX, false),
                    },
                    _ => (self.turn(next), is_same),
                }
            }
            (Self::Title(..), _) => (0, false),
            (_, Key::Number(number)) => (self.turn(tantivy::i64_to_u64(*number)), true),
            (_, Key::Bytes(_)) => (0, false),
        })
    }

    /// The key that a number stands for in every segment.
    fn name(&self, key: u64) -> Outcome<Key> {
        let key = self.turn(key);
        Ok(match self {
            Self::Saved { .. } | Self::Created(..) => Key::Number(tantivy::u64_to_i64(key)),
            Self::Title(order, _) => {
                let mut bytes = Vec::new();
                if let Some(order) = order {
                    order.ord_to_bytes(key, &mut bytes)?;
                }
                Key::Bytes(bytes)
            }
        })
    }
}

/// The place of the first key that is not before this one.
fn first_not_before(order: &BytesColumn, bytes: &[u8]) -> Outcome<u64> {
    let (mut low, mut high) = (0, order.num_terms() as u64);
    let mut found = Vec::new();
    while low < high {
        let middle = low + (high - low) / 2;
        found.clear();
        order.ord_to_bytes(middle, &mut found)?;
        if found.as_slice() < bytes {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

fn union(sets: &[FixedBitSet]) -> FixedBitSet {
    let mut all = sets.first().cloned().unwrap_or_default();
    sets.iter().skip(1).for_each(|set| all.union_with(set));
    all
}

fn flatten<'n>(node: &'n Node, out: &mut Vec<&'n Node>) {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| flatten(part, out)),
        Node::Not(part) => flatten(part, out),
        other => out.push(other),
    }
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

/// Counts as they are gathered.
#[derive(Default)]
struct Tally {
    kinds: BTreeMap<String, u64>,
    statuses: BTreeMap<String, u64>,
    tags: BTreeMap<String, u64>,
    conflicts: u64,
}

impl Tally {
    fn segment(&mut self, segment: &Segment, all: &FixedBitSet, kind: Option<&str>) -> Outcome<()> {
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

    fn changed(&mut self, document: &Document, kind: Option<&str>) {
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

    fn finish(self) -> Counts {
        let list = |counts: BTreeMap<String, u64>| -> Vec<Count> {
            counts
                .into_iter()
                .filter(|(value, _)| !value.is_empty())
                .map(|(value, count)| Count { value, count })
                .collect()
        };
        let mut tags = list(self.tags);
        tags.sort_by_key(|tag| std::cmp::Reverse(tag.count));
        tags.truncate(MOST_TAGS);
        Counts {
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
