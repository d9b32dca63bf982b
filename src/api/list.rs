//! The list of records, page by page.

use std::cmp::Reverse;

use serde::Serialize;
use uuid::Uuid;

use super::record::{kind_name, time_text};
use super::{Code, Error, Outcome, ids};
use crate::records;
use crate::session::{Session, SessionError};

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
}

/// A page of records, last saved first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct RecordPage {
    /// The records.
    pub records: Vec<RecordLine>,
    /// What to ask for to have the next page; null on the last.
    pub next: Option<String>,
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
    /// How many heads it has; more than one is a conflict.
    pub heads: usize,
    /// Its body cannot be read here.
    pub is_unreadable: bool,
}

/// Lists records, last saved first by the clocks of the devices that saved them. A cursor stays valid while records are
/// added.
pub fn page(session: &Session, list: &ListRecords<'_>) -> Outcome<RecordPage> {
    let kind = list.kind.map(ids::kind).transpose()?;
    let after = list.after.map(cursor).transpose()?;
    let limit = list.limit.unwrap_or(100).max(1);
    let graph = session.graph();
    let mut order: Vec<(Reverse<i64>, Uuid)> = graph
        .records()
        .filter_map(|record| {
            let head = graph.node(graph.heads(record).first()?)?;
            let is_kind = kind.is_none_or(|kind| kind_name(&head.schema) == kind.as_str());
            is_kind.then_some((Reverse(head.time), record))
        })
        .filter(|key| after.is_none_or(|after| *key > after))
        .collect();
    order.sort_unstable();
    let mut records = Vec::new();
    let mut last = None;
    for (time, record) in order {
        if records.len() == limit {
            return Ok(RecordPage {
                records,
                next: last,
            });
        }
        let Some(line) = line(session, record, list.trashed)? else {
            continue;
        };
        last = Some(format!("{}.{}", time.0, record.simple()));
        records.push(line);
    }
    Ok(RecordPage {
        records,
        next: None,
    })
}

/// The lines of these records, in the trash or not, so that links can be shown by name. Those that are not here are left
/// out.
pub fn lines(session: &Session, ids: &[String]) -> Outcome<Vec<RecordLine>> {
    let mut lines = Vec::new();
    for id in ids {
        let record = match ids::record(session, id) {
            Ok(record) => record,
            Err(error) if error.code == Code::RecordNotFound => continue,
            Err(error) => return Err(error),
        };
        let line = match line(session, record, false)? {
            Some(line) => Some(line),
            None => line(session, record, true)?,
        };
        lines.extend(line);
    }
    Ok(lines)
}

/// The line of a record, or nothing where it lies on the other side of the trash.
fn line(session: &Session, record: Uuid, trashed: bool) -> Outcome<Option<RecordLine>> {
    let heads = session.graph().heads(record);
    let head = heads.first().ok_or(Code::RecordNotFound)?;
    let node = session.graph().node(head).ok_or(Code::RecordNotFound)?;
    let kind = kind_name(&node.schema);
    let (title, lies_in_trash, is_unreadable) = match session.body(head) {
        Ok(body) => (records::title_of(kind, &body.record), body.trashed, false),
        Err(SessionError::BodyNotHeld(_) | SessionError::BodyDamaged { .. }) => {
            (String::new(), false, true)
        }
        Err(error) => return Err(error.into()),
    };
    Ok((lies_in_trash == trashed).then(|| RecordLine {
        id: record.to_string(),
        kind: kind.to_owned(),
        title,
        revision: head.to_string(),
        saved_at: time_text(node.time),
        heads: heads.len(),
        is_unreadable,
    }))
}

fn cursor(text: &str) -> Outcome<(Reverse<i64>, Uuid)> {
    let parse = || {
        let (time, record) = text.split_once('.')?;
        Some((Reverse(time.parse().ok()?), record.parse().ok()?))
    };
    parse().ok_or_else(|| Error::new(Code::CursorInvalid))
}
