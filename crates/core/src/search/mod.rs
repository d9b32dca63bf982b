//! Finding records by what they say.

mod describing;
pub(crate) mod finding;
mod indexing;
pub mod list;

use std::collections::HashMap;

use serde::Serialize;

use crate::error::Outcome;
use crate::ids;
use crate::record::body::Body;
use crate::search::list::{Counts, Sort, cursor, cursor_text};
use crate::session::Session;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records;
use fieldnotes_format::progress::Watch;
use fieldnotes_store::search::{self, Flags, Hit, Line, Nearness, PageRequest, Query, Seeker};

pub use crate::search::indexing::IndexCheck;

/// Records that have the words themselves, from which on similar ones are not looked for.
const ENOUGH: usize = 500;
/// Bytes of records, packed and sealed, that are read for the places of hits while somebody waits for the hits.
const READ_AT_ONCE: u64 = 64 << 10;

/// What to find.
#[derive(Debug, Clone, Default)]
pub struct Find<'a> {
    /// Words that must all be there, phrases in quotes, and the particular questions of docs/MANUAL.md.
    pub query: &'a str,
    /// Only this kind.
    pub kind: Option<&'a str>,
    /// The order among hits that fit equally well.
    pub sort: Sort,
    /// The other way round.
    pub reversed: bool,
    /// Only records that have the words themselves.
    pub exact_only: bool,
    /// At most so many; 50 where nothing is said.
    pub limit: Option<usize>,
    /// How many hits, from the first on, are given with their place at most; all where nothing is said. A place is read from
    /// the record, which takes as long as the rest of the search, and longer where records are long: a window asks for those
    /// that it shows, gets them as far as they are read in a moment, and asks for the others behind, by [`places_in`].
    pub places: Option<usize>,
    /// From behind the page that gave this cursor.
    pub after: Option<&'a str>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct SearchResults {
    /// How many records, shown or not.
    pub total: u64,
    /// How many of them have the words themselves.
    pub exact: u64,
    /// A page of them: those that fit best first, among equals the last saved.
    pub hits: Vec<FoundRecord>,
    /// What to ask for to have the next page; null on the last.
    pub next: Option<String>,
    /// How many hits there are of each sort.
    pub counts: Counts,
    /// Records that were not looked at, because the index is still being made.
    pub pending: u64,
    /// Parts of the query that were not understood and ask for nothing.
    pub unclear: Vec<String>,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct FoundRecord {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// When it was saved last, by that device's clock: RFC 3339 in UTC.
    pub saved_at: String,
    /// They disagree, and a person has to settle it.
    pub is_conflict: bool,
    /// How many heads it has.
    pub heads: u32,
    /// How well it fits.
    pub nearness: HitNearness,
    /// Whether its place was looked up: see [`Find::places`].
    pub located: bool,
    /// Where in it.
    #[serde(flatten)]
    pub place: FoundPlace,
}

/// How well a record fits a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub enum HitNearness {
    /// It has the words themselves.
    Exact,
    /// It has another spelling, its initials, or a word that begins so.
    Near,
    /// It has a Latin name that differs by a letter or two.
    Slip,
}

impl From<Nearness> for HitNearness {
    fn from(nearness: Nearness) -> Self {
        match nearness {
            Nearness::Exact => Self::Exact,
            Nearness::Near => Self::Near,
            Nearness::Slip => Self::Slip,
        }
    }
}

/// Where in a record something was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct FoundPlace {
    /// The field that the snippet is from, such as `narrative[0].original`; empty where no word was asked for.
    pub field: String,
    /// The text around the first place.
    pub snippet: String,
    /// The part of the snippet that was found, in characters (Unicode scalar values): from, to.
    pub highlight: [usize; 2],
}

/// Finds records. What lies in the trash is found only by a query that says `is:trashed`.
pub fn find(session: &Session, find: &Find<'_>) -> Outcome<SearchResults> {
    let kind = find.kind.map(ids::kind).transpose()?;
    let query = Query::parse(find.query);
    let ask = PageRequest {
        query: Some(&query),
        kind: kind.map(records::Kind::as_str),
        trashed: false,
        exact_only: find.exact_only,
        enough: ENOUGH,
        sort: find.sort.into(),
        reversed: find.reversed,
        limit: find.limit.unwrap_or(50).max(1),
        after: find.after.map(cursor).transpose()?,
    };
    let found = session.find(&ask)?;
    let lines = found.answer.lines;
    let ids: Vec<RecordId> = lines.iter().map(|line| line.card.id).collect();
    let with_place = match find.places {
        Some(places) => quickly_read(session, ids.get(..places).unwrap_or(&ids))?,
        None => ids,
    };
    let places = located(session, &query, &with_place)?;
    let mut places: HashMap<RecordId, Option<Hit>> = with_place.into_iter().zip(places).collect();
    let hits = lines
        .into_iter()
        .map(|line| {
            let place = places.remove(&line.card.id);
            found_record(line, place.map(found_place))
        })
        .collect();
    Ok(SearchResults {
        total: found.answer.total,
        exact: found.answer.exact,
        hits,
        next: found.answer.next.as_ref().map(cursor_text),
        counts: found.answer.counts.into(),
        pending: found.pending,
        unclear: query.unclear,
    })
}

/// Those of the records that are read in a moment.
fn quickly_read(session: &Session, records: &[RecordId]) -> Outcome<Vec<RecordId>> {
    let mut left = READ_AT_ONCE;
    let mut quick = Vec::with_capacity(records.len());
    for record in records {
        let length = session.said_bytes(*record)?;
        if length <= left {
            left -= length;
            quick.push(*record);
        }
    }
    Ok(quick)
}

/// The places of hits that [`find`] gave without: for each of these records, in their order.
pub fn places_in(session: &Session, query: &str, ids: &[String]) -> Outcome<Vec<FoundPlace>> {
    let records = ids
        .iter()
        .map(|id| ids::record(session, id))
        .collect::<Outcome<Vec<_>>>()?;
    let found = located(session, &Query::parse(query), &records)?;
    Ok(found.into_iter().map(found_place).collect())
}

/// Whether a question would have to look at so much by itself that [`catch_up`] should come first, where nobody else does so.
pub fn is_far_behind(session: &Session) -> Outcome<bool> {
    Ok(session.is_far_behind()?)
}

/// Brings the index to where the records are, so that the next answers are quick and whole.
pub fn catch_up(session: &Session, watch: &mut Watch<'_>) -> Outcome<()> {
    Ok(session.catch_up(watch)?)
}

/// Does a part of [`catch_up`] that takes a moment, for a host that has other things to do in between. Returns how many
/// records are left.
pub fn catch_up_a_little(session: &Session) -> Outcome<u64> {
    Ok(session.catch_up_a_little()?)
}

/// How many records the index does not have as they are.
pub fn behind(session: &Session) -> Outcome<u64> {
    Ok(session.behind()?)
}

/// Opens every byte of the index. One that is damaged is begun anew, and [`behind`] says how much is to be done. Returns
/// whether it was whole.
pub fn check(session: &Session) -> Outcome<bool> {
    let mut check = IndexCheck::default();
    loop {
        check_a_little(session, &mut check)?;
        if let Some(is_whole) = check.is_whole() {
            return Ok(is_whole);
        }
    }
}

/// Goes on with [`check`] for some milliseconds, so that whoever waits for the vault comes in between.
pub fn check_a_little(session: &Session, check: &mut IndexCheck) -> Outcome<()> {
    Ok(session.check_index(check)?)
}

/// Where a query is found in a text, from and to in UTF-16 code units as a web page counts them, in order and apart.
pub fn places(query: &str, text: &str) -> Vec<[usize; 2]> {
    let query = Query::parse(query);
    let mut places = Vec::new();
    let (mut bytes, mut units) = (0, 0);
    let mut advance = |to: usize| {
        units += text
            .get(bytes..to)
            .map_or(0, |part| part.encode_utf16().count());
        bytes = to;
        units
    };
    for spot in Seeker::new(&query).spots(text) {
        let from = advance(spot.start);
        places.push([from, advance(spot.end)]);
    }
    places
}

/// Where each of these records has what is looked for: in what it says, or, in conflict, in the first head that has it. What
/// lies in the trash says nothing where another head does not.
fn located(session: &Session, query: &Query, records: &[RecordId]) -> Outcome<Vec<Option<Hit>>> {
    let seeker = Seeker::new(query);
    let look = |body: &Body| {
        let hit = search::locate(&seeker, |take| records::texts_of(&body.record, take));
        (body.trashed, hit)
    };
    let graph = session.graph();
    let has_one = |record: &RecordId| graph.head_count(*record) == 1;
    let of_one = records.iter().filter(|record| has_one(record));
    let heads: Vec<_> = of_one
        .filter_map(|record| graph.first_head(*record))
        .collect();
    let mut looked_at = session
        .each_body(&heads, &|_, body| look(&body))?
        .into_iter();
    let mut found = Vec::with_capacity(records.len());
    for record in records {
        let mut said: Vec<_> = if has_one(record) {
            looked_at.next().flatten().into_iter().collect()
        } else {
            let mut said = Vec::new();
            session.each_state(*record, &mut |body| said.extend(body.as_ref().map(&look)))?;
            said
        };
        if said.iter().any(|(is_trashed, _)| !is_trashed) {
            said.retain(|(is_trashed, _)| !is_trashed);
        }
        found.push(said.into_iter().find_map(|(_, hit)| hit));
    }
    Ok(found)
}

fn found_record(Line { card, nearness }: Line, place: Option<FoundPlace>) -> FoundRecord {
    FoundRecord {
        id: card.id.to_string(),
        kind: card.kind,
        title: card.title,
        saved_at: card.saved.to_string(),
        heads: card.heads,
        is_conflict: card.flags.has(Flags::CONFLICT),
        nearness: nearness.into(),
        located: place.is_some(),
        place: place.unwrap_or_default(),
    }
}

fn found_place(hit: Option<Hit>) -> FoundPlace {
    hit.map_or_else(FoundPlace::default, |hit| {
        let from = hit.snippet.before.chars().count();
        let to = from + hit.snippet.hit.chars().count();
        FoundPlace {
            field: hit.path,
            snippet: hit.snippet.to_string(),
            highlight: [from, to],
        }
    })
}
