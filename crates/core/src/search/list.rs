//! The list of records, page by page.

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::kind_name;
use crate::search::finding::Found;
use crate::session::Session;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records;
use fieldnotes_store::search::{self, Card, Flags, PageRequest, Position};

/// How a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub enum Sort {
    /// The last saved first, by the clocks of the devices that saved them.
    #[default]
    Saved,
    /// The last added first.
    Created,
    /// By title: Korean as in a dictionary, other scripts behind it.
    Title,
}

impl From<Sort> for search::SortKey {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Saved => Self::Saved,
            Sort::Created => Self::Created,
            Sort::Title => Self::Title,
        }
    }
}

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct ListRecords<'a> {
    /// Only this kind.
    pub kind: Option<&'a str>,
    /// At most so many; 100 where nothing is said.
    pub limit: Option<usize>,
    /// From behind the page that gave this cursor.
    pub after: Option<&'a str>,
    /// What lies in the trash, instead of what does not.
    pub trashed: bool,
    /// The order.
    pub sort: Sort,
    /// The other way round.
    pub reversed: bool,
}

/// A page of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct RecordPage {
    /// The records.
    pub records: Vec<RecordLine>,
    /// What to ask for to have the next page; null on the last.
    pub next: Option<String>,
    /// How many there are, on this page or not.
    pub total: u64,
    /// How many there are of each sort.
    pub counts: Counts,
    /// Records that are not listed yet, because the index is still being made.
    pub pending: u64,
}

/// How many records there are of each sort.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Counts {
    /// Of each kind, whatever kind was asked for.
    pub kinds: Vec<Count>,
    /// Of each status of testimonies.
    pub statuses: Vec<Count>,
    /// With each tag, the most frequent first; forty at most.
    pub tags: Vec<Count>,
    /// In conflict.
    pub conflicts: u64,
}

/// How many records are so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Count {
    /// The kind, the status, the tag.
    pub value: String,
    /// How many.
    pub count: u64,
}

impl From<search::FacetCounts> for Counts {
    fn from(counts: search::FacetCounts) -> Self {
        let list = |list: Vec<search::FacetCount>| -> Vec<Count> {
            list.into_iter()
                .map(|search::FacetCount { value, count }| Count { value, count })
                .collect()
        };
        Self {
            kinds: list(counts.kinds),
            statuses: list(counts.statuses),
            tags: list(counts.tags),
            conflicts: counts.conflicts,
        }
    }
}

/// A record in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct RecordLine {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What to call it; empty where its body is not held or damaged.
    pub title: String,
    /// The revision that is shown first.
    pub revision: String,
    /// When that was saved, by its device's clock: RFC 3339 in UTC.
    pub saved_at: String,
    /// How many heads it has.
    pub heads: usize,
    /// They disagree, and a person has to settle it.
    pub is_conflict: bool,
    /// Its body cannot be read here.
    pub is_unreadable: bool,
}

/// Lists records. No body is opened for it.
pub fn page(session: &Session, list: &ListRecords<'_>) -> Outcome<RecordPage> {
    Ok(page_of(&session.find(&ask(list)?)?))
}

pub(crate) fn ask<'a>(list: &ListRecords<'a>) -> Outcome<PageRequest<'a>> {
    if let Some(kind) = list.kind {
        ids::kind(kind)?;
    }
    Ok(PageRequest {
        query: None,
        kind: list.kind,
        trashed: list.trashed,
        exact_only: true,
        enough: 0,
        sort: list.sort.into(),
        reversed: list.reversed,
        limit: list.limit.unwrap_or(100).max(1),
        after: list.after.map(cursor).transpose()?,
    })
}

pub(crate) fn page_of(found: &Found) -> RecordPage {
    let answer = &found.answer;
    RecordPage {
        records: answer
            .lines
            .iter()
            .map(|line| line_of(&line.card))
            .collect(),
        next: answer.next.as_ref().map(cursor_text),
        total: answer.total,
        counts: answer.counts.clone().into(),
        pending: found.pending,
    }
}

fn line_of(card: &Card) -> RecordLine {
    RecordLine {
        id: card.id.to_string(),
        kind: card.kind.clone(),
        title: card.title.clone(),
        revision: card.revision.to_string(),
        saved_at: card.saved.to_string(),
        heads: card.heads as usize,
        is_conflict: card.flags.has(Flags::CONFLICT),
        is_unreadable: card.flags.has(Flags::UNREADABLE),
    }
}

/// The lines of these records, in the trash or not, so that links can be shown by name. Those that are not here are left
/// out.
pub fn lines(session: &Session, ids: &[String]) -> Outcome<Vec<RecordLine>> {
    let mut lines = Vec::new();
    for id in ids {
        match ids::record(session, id) {
            Ok(record) => lines.push(line(session, record)?),
            Err(error) if error.code == Code::RecordNotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(lines)
}

/// The line of a record, from its body.
fn line(session: &Session, record: RecordId) -> Outcome<RecordLine> {
    let heads = session.graph().heads(record);
    let head = heads.first().ok_or(Code::RecordNotFound)?;
    let node = session.graph().node(head).ok_or(Code::RecordNotFound)?;
    let kind = kind_name(node.schema);
    let first = session.first_state(record)?;
    let title = first
        .as_ref()
        .map(|body| records::title_of(kind, &body.record));
    Ok(RecordLine {
        id: record.to_string(),
        kind: kind.to_owned(),
        title: title.unwrap_or_default(),
        revision: head.to_string(),
        saved_at: node.time.to_string(),
        heads: heads.len(),
        is_conflict: session.is_in_conflict(record),
        is_unreadable: first.is_none(),
    })
}

/// A place in a list as a host keeps it.
pub(crate) fn cursor_text(position: &Position) -> String {
    // Numbers, names and bytes; nothing in it cannot be written.
    hex::encode(serde_json::to_vec(position).unwrap_or_default())
}

/// What [`cursor_text`] made.
pub(crate) fn cursor(text: &str) -> Outcome<Position> {
    let bytes = hex::decode(text).ok();
    bytes
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .ok_or_else(|| Error::new(Code::CursorInvalid))
}
