//! A record as it stands, whether one head says it or several together.

use serde_json::Value;

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::body::Body;
use crate::record::save::NewRevision;
use crate::record::{Shown, kind_name, saved_by};
use crate::session::Session;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;

/// A state that a change can be made from.
pub(crate) struct Standing {
    /// What a revision made from it has as parents.
    pub(crate) parents: Vec<EntryHash>,
    pub(crate) schema: String,
    pub(crate) body: Body,
}

impl Standing {
    /// A revision that goes on from here and says this.
    pub(crate) fn next(self, record: RecordId, value: Value, trashed: bool) -> NewRevision {
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
pub(crate) fn of(session: &Session, record: RecordId) -> Outcome<Standing> {
    let heads = session.graph().heads(record);
    match heads[..] {
        [] => Err(Error::new(Code::RecordNotFound).with("record", record)),
        [head] => match at(session, &head) {
            // What was saved upon it stays: what is made from here stands beside it.
            Err(error) if is_unread(&error) => match readable(session, record) {
                Some(earlier) => at(session, &earlier),
                None => Err(error),
            },
            other => other,
        },
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

/// Whether a failure is that one revision cannot be read here, and no more.
fn is_unread(error: &Error) -> bool {
    matches!(error.code, Code::RevisionDamaged | Code::BodyNotHeld)
}

/// The newest revision of a record that can be read.
fn readable(session: &Session, record: RecordId) -> Option<EntryHash> {
    let mut in_order = session.graph().in_order(record).into_iter().rev();
    in_order.find(|revision| session.body(revision).is_ok())
}

/// A record for somebody to read. Where a head cannot be read, the newest revision that can: what somebody else saved upon
/// it must not take the rest out of sight.
pub(crate) fn show(session: &Session, record: RecordId) -> Outcome<Shown> {
    let heads = session.graph().heads(record);
    let first = *heads.first().ok_or(Code::RecordNotFound)?;
    if heads.len() == 1 {
        return show_or_earlier(session, record, &first);
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
                saved_at: node.time.to_string(),
                trashed: content.trashed,
                withdrawn: session.is_withdrawn(record),
                unread: Vec::new(),
            })
        }
        // Under the name of a revision stands what that revision says.
        _ => {
            let read = heads.iter().find(|head| session.body(head).is_ok());
            show_or_earlier(session, record, read.unwrap_or(&first))
        }
    }
}

fn show_or_earlier(session: &Session, record: RecordId, head: &EntryHash) -> Outcome<Shown> {
    match show_revision(session, record, head) {
        Err(error) if is_unread(&error) => match readable(session, record) {
            Some(earlier) => show_revision(session, record, &earlier),
            None => Err(error),
        },
        other => other,
    }
}

/// The heads of a record that cannot be read here, besides the revision that is shown.
fn unread(session: &Session, heads: &[EntryHash], shown: &EntryHash) -> Vec<String> {
    let unread = heads
        .iter()
        .filter(|head| *head != shown && session.body(head).is_err());
    unread.map(EntryHash::to_string).collect()
}

/// One revision of a record.
pub(crate) fn show_revision(
    session: &Session,
    record: RecordId,
    revision: &EntryHash,
) -> Outcome<Shown> {
    let body = session.body(revision)?;
    shown(session, record, revision, body)
}

fn shown(session: &Session, record: RecordId, revision: &EntryHash, body: Body) -> Outcome<Shown> {
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
        saved_at: node.time.to_string(),
        trashed: body.trashed,
        withdrawn: session.is_withdrawn(record),
        unread: unread(session, &heads, revision),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{SavedBy, Who};
    use fieldnotes_domain::records::Kind;

    #[test]
    fn whatever_is_shown_can_be_given_back() {
        let shown = Shown {
            id: RecordId::nil().to_string(),
            kind: "note".to_owned(),
            record: serde_json::json!({ "text": "words" }),
            revision: String::new(),
            base: String::new(),
            heads: Vec::new(),
            is_conflict: false,
            is_merged: true,
            saved_by: SavedBy {
                device: String::new(),
                who: Who::Own,
                name: None,
                verified: true,
            },
            saved_at: String::new(),
            trashed: false,
            withdrawn: true,
            unread: vec![String::new()],
        };
        let written = serde_json::to_vec(&shown).expect("written");
        let back = fieldnotes_domain::records::parse(Kind::Note, &written).expect("read");
        assert_eq!(back.to_value(), shown.record);
    }
}
