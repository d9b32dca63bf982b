//! A record as it stands, whether one head says it or several together.

use serde_json::Value;
use uuid::Uuid;

use super::record::{Shown, kind_name, saved_by, time_text};
use super::{Code, Error, Outcome, ids};
use crate::history::EntryHash;
use crate::session::{Body, NewRevision, Session};

/// A state that a change can be made from.
pub(super) struct Standing {
    /// What a revision made from it has as parents.
    pub(super) parents: Vec<EntryHash>,
    pub(super) schema: String,
    pub(super) body: Body,
}

impl Standing {
    /// A revision that goes on from here and says this.
    pub(super) fn next(self, record: Uuid, value: Value, trashed: bool) -> NewRevision {
        NewRevision {
            record,
            parents: self.parents,
            schema: self.schema,
            trashed,
            value,
        }
    }
}

/// What a record says; one in conflict is refused.
pub(super) fn of(session: &Session, record: Uuid) -> Outcome<Standing> {
    let heads = session.graph().heads(record);
    match heads[..] {
        [] => Err(Error::new(Code::RecordNotFound).with("record", record)),
        [head] => at(session, &head),
        _ => {
            let merged = session.merged(record)?;
            match merged.content {
                Some(content) if merged.clashes.is_empty() => Ok(Standing {
                    parents: heads,
                    schema: merged.schema,
                    body: content.into(),
                }),
                _ => Err(Error::new(Code::RecordInConflict).with("record", record)),
            }
        }
    }
}

fn at(session: &Session, revision: &EntryHash) -> Outcome<Standing> {
    let node = session.graph().node(revision);
    let schema = node.ok_or(Code::RevisionNotFound)?.schema.to_owned();
    Ok(Standing {
        parents: vec![*revision],
        schema,
        body: session.body(revision)?,
    })
}

/// A record for somebody to read.
pub(super) fn show(session: &Session, record: Uuid) -> Outcome<Shown> {
    let heads = session.graph().heads(record);
    let first = *heads.first().ok_or(Code::RecordNotFound)?;
    if !session.holds_body(&first) && session.withdrawn().contains_key(&record) {
        // The revision by which it was withdrawn comes without its words.
        let mut in_order = session.graph().in_order(record).into_iter().rev();
        if let Some(read) = in_order.find(|revision| session.holds_body(revision)) {
            return show_revision(session, record, &read);
        }
    }
    if heads.len() == 1 {
        return show_revision(session, record, &first);
    }
    let merged = session.merged(record)?;
    match merged.content {
        Some(content) if merged.clashes.is_empty() => {
            let by = merged.written.unwrap_or(first);
            let node = session.graph().node(&by).ok_or(Code::RevisionNotFound)?;
            Ok(Shown {
                id: record.to_string(),
                kind: kind_name(&merged.schema).to_owned(),
                record: content.record,
                revision: by.to_string(),
                base: ids::name_of(&heads),
                heads: heads.iter().map(EntryHash::to_string).collect(),
                is_conflict: false,
                is_merged: merged.written.is_none(),
                saved_by: saved_by(session, &node.device),
                saved_at: time_text(node.time),
                trashed: content.trashed,
                withdrawn: session.withdrawn().contains_key(&record),
            })
        }
        // Under the name of a revision stands what that revision says.
        _ => show_revision(session, record, &first),
    }
}

/// One revision of a record.
pub(super) fn show_revision(
    session: &Session,
    record: Uuid,
    revision: &EntryHash,
) -> Outcome<Shown> {
    let body = session.body(revision)?;
    shown(session, record, revision, body)
}

fn shown(session: &Session, record: Uuid, revision: &EntryHash, body: Body) -> Outcome<Shown> {
    let heads = session.graph().heads(record);
    let node = session
        .graph()
        .node(revision)
        .ok_or(Code::RevisionNotFound)?;
    Ok(Shown {
        id: record.to_string(),
        kind: kind_name(node.schema).to_owned(),
        record: body.record,
        revision: revision.to_string(),
        base: revision.to_string(),
        heads: heads.iter().map(EntryHash::to_string).collect(),
        is_conflict: session.is_in_conflict(record),
        is_merged: false,
        saved_by: saved_by(session, &node.device),
        saved_at: time_text(node.time),
        trashed: body.trashed,
        withdrawn: session.withdrawn().contains_key(&record),
    })
}

/// A revision whose body cannot be read here: who saved it, and when.
pub(super) fn show_unread(session: &Session, record: Uuid, revision: &EntryHash) -> Outcome<Shown> {
    let unread = Body {
        record: Value::Null,
        trashed: false,
    };
    shown(session, record, revision, unread)
}
