//! Drafts: what is being typed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::{self, Saved};
use crate::session::Session;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::records::{self, Record};
use fieldnotes_format::random::make_id;
use fieldnotes_store::store::rows::draft::DraftRow;

/// A state of a draft that is to be kept.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct PutDraft {
    /// The draft; null for a new one.
    pub draft: Option<String>,
    /// The record that it changes; null for a new one.
    pub record: Option<String>,
    /// Its kind.
    pub kind: String,
    /// The revision that it was begun from, or several, with `+` between them; null for a new record.
    pub base: Option<String>,
    /// The record as it stands in the window, whether or not it could be saved so.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub content: Value,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct DraftView {
    /// The draft.
    pub draft: String,
    /// The record that it changes; null for a new one.
    pub record: Option<String>,
    /// Its kind.
    pub kind: String,
    /// The revision that it was begun from, or several, with `+` between them; null for a new record.
    pub base: Option<String>,
    /// The record as it stands in the window.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub content: Value,
    /// When it was kept last: RFC 3339 in UTC.
    pub updated_at: String,
}

/// A draft was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct DraftKept {
    /// The draft.
    pub draft: String,
    /// When: RFC 3339 in UTC.
    pub updated_at: String,
}

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct DraftLine {
    /// The draft.
    pub draft: String,
    /// The record that it changes; null for a new one.
    pub record: Option<String>,
    /// Its kind.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// When it was kept last: RFC 3339 in UTC.
    pub updated_at: String,
}

/// Keeps a draft. What is kept survives a crash and a lock.
pub fn put(session: &mut Session, put: PutDraft) -> Outcome<DraftKept> {
    let kind = ids::kind(&put.kind)?;
    let record = put
        .record
        .as_deref()
        .map(|id| ids::record(session, id))
        .transpose()?;
    let bases = match (record, put.base.as_deref()) {
        (Some(record), Some(names)) => ids::revisions(session, record, names)?,
        (Some(record), None) => {
            return Err(Error::new(Code::BaseMissing).with("record", record));
        }
        (None, _) => Vec::new(),
    };
    let draft = match put.draft.as_deref() {
        Some(id) => ids::parse(id)?,
        None => make_id(&*session.environment().random),
    };
    let row = DraftRow {
        draft,
        record,
        kind: kind.as_str().to_owned(),
        base: bases.first().copied(),
        more_bases: bases.into_iter().skip(1).collect(),
        content: put.content,
        updated: session.environment().clock.now(),
    };
    let kept = DraftKept {
        draft: draft.to_string(),
        updated_at: row.updated.to_string(),
    };
    session.put_draft(row)?;
    Ok(kept)
}

/// A draft.
pub fn get(session: &Session, draft: &str) -> Outcome<DraftView> {
    session
        .draft(ids::parse(draft)?)
        .map(view)
        .ok_or_else(|| Error::new(Code::DraftNotFound))
}

/// The drafts of a record, whole, the newest first: what somebody is writing, and choices of a conflict that are not saved yet.
pub fn of_record(session: &Session, record: &str) -> Outcome<Vec<DraftView>> {
    let record = ids::record(session, record)?;
    let rows = newest_first(session).into_iter();
    let of_record = rows.filter(|draft| draft.record == Some(record));
    Ok(of_record.map(view).collect())
}

/// All drafts.
pub fn list(session: &Session) -> Vec<DraftView> {
    session.drafts().map(view).collect()
}

/// All drafts without what they say, for a list: the newest first.
pub fn lines(session: &Session) -> Vec<DraftLine> {
    let rows = newest_first(session);
    let line = |row: &DraftRow| DraftLine {
        draft: row.draft.to_string(),
        record: row.record.map(|id| id.to_string()),
        kind: row.kind.clone(),
        title: records::title_of(&row.kind, &row.content),
        updated_at: row.updated.to_string(),
    };
    rows.into_iter().map(line).collect()
}

fn newest_first(session: &Session) -> Vec<&DraftRow> {
    let mut rows: Vec<_> = session.drafts().collect();
    rows.sort_unstable_by_key(|row| (std::cmp::Reverse(row.updated), row.draft));
    rows
}

/// Throws a draft away.
pub fn discard(session: &mut Session, draft: &str) -> Outcome<()> {
    if session.discard_draft(ids::parse(draft)?)? {
        Ok(())
    } else {
        Err(Error::new(Code::DraftNotFound))
    }
}

/// Saves a draft as a revision and ends it, in one transaction. Where the record was changed meanwhile, the revision stands
/// beside that change, as a conflict to settle: neither is lost.
///
/// # Errors
/// [`Code::RefusalDropped`] where a refusal or a withdrawal of consent would be gone, unless `drops_refusals`.
pub fn save(session: &mut Session, draft: &str, drops_refusals: bool) -> Outcome<Saved> {
    let id = ids::parse(draft)?;
    let row = session
        .draft(id)
        .cloned()
        .ok_or_else(|| Error::new(Code::DraftNotFound))?;
    match (row.record, row.base) {
        (Some(record), Some(base)) => {
            let bases = [vec![base], row.more_bases].concat();
            record::edit_parsed(
                session,
                record,
                bases,
                row.content,
                Some(id),
                drops_refusals,
            )
        }
        _ => {
            let parsed = Record::from_value(ids::kind(&row.kind)?, row.content)?;
            record::add_parsed(session, parsed, Some(id))
        }
    }
}

fn view(row: &DraftRow) -> DraftView {
    DraftView {
        draft: row.draft.to_string(),
        record: row.record.map(|id| id.to_string()),
        kind: row.kind.clone(),
        base: row.base.map(|base: EntryHash| {
            let bases = [&[base], row.more_bases.as_slice()].concat();
            ids::name_of(&bases)
        }),
        content: row.content.clone(),
        updated_at: row.updated.to_string(),
    }
}
