//! Conflicts: records with more than one head.

use serde::Serialize;

use super::record::{Saved, Shown, is_of, kind_of, same_content, save_parsed, show_at};
use super::{Code, Error, Outcome, ids};
use crate::history::EntryHash;
use crate::records::{self, Kind};
use crate::session::Session;

/// All conflicts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Conflicts {
    /// By record id.
    pub conflicts: Vec<ConflictLine>,
}

/// A record in conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ConflictLine {
    /// The record.
    pub id: String,
    /// Its heads.
    pub heads: Vec<String>,
}

/// A conflict with all its sides.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Conflict {
    /// The record.
    pub id: String,
    /// What each head says, who saved it and when.
    pub sides: Vec<Shown>,
}

/// All conflicts.
pub fn list(session: &Session) -> Conflicts {
    let line = |record| ConflictLine {
        id: uuid::Uuid::to_string(&record),
        heads: session
            .graph()
            .heads(record)
            .iter()
            .map(EntryHash::to_string)
            .collect(),
    };
    Conflicts {
        conflicts: session.graph().conflicts().into_iter().map(line).collect(),
    }
}

/// All sides of a conflict.
pub fn show(session: &Session, id: &str) -> Outcome<Conflict> {
    let record = ids::record(session, id)?;
    let heads = session.graph().heads(record);
    if heads.len() < 2 {
        return Err(Error::new(Code::NoConflict).with("record", record));
    }
    let sides = heads
        .iter()
        .map(|head| show_at(session, id, &head.to_string()))
        .collect::<Outcome<_>>()?;
    Ok(Conflict {
        id: record.to_string(),
        sides,
    })
}

/// Ends a conflict by a revision made from all heads. They stay in the history.
pub fn resolve(session: &mut Session, id: &str, json: &[u8]) -> Outcome<Saved> {
    let record = ids::record(session, id)?;
    let heads = session.graph().heads(record);
    let first = *heads.first().ok_or(Code::RecordNotFound)?;
    if heads.len() < 2 {
        return Err(Error::new(Code::NoConflict).with("record", record));
    }
    is_of(json, record)?;
    let kind = kind_of(session, &first)?;
    let parsed = records::parse(kind, json)?;
    if kind == Kind::Attachment {
        // Any side's content may stand, and nothing that no side has.
        let mut is_of_a_side = false;
        for head in &heads {
            is_of_a_side |= same_content(&session.body(head)?, &parsed).is_ok();
        }
        if !is_of_a_side {
            return Err(Error::new(Code::AttachmentNeedsFile).with("field", "sha256"));
        }
    }
    save_parsed(session, record, heads, parsed, None)
}
