//! Ids as people and scripts give them.

use uuid::Uuid;

use super::{Code, Error, Outcome};
use crate::history::EntryHash;
use crate::records::Kind;
use crate::session::Session;

/// A record id that exists.
pub(super) fn record(session: &Session, id: &str) -> Outcome<Uuid> {
    let record = uuid(id)?;
    if session.graph().revisions(record).next().is_none() {
        return Err(Error::new(Code::RecordNotFound).with("record", record));
    }
    Ok(record)
}

/// A UUID.
pub(super) fn uuid(id: &str) -> Outcome<Uuid> {
    id.trim().parse().map_err(|_| Error::new(Code::IdInvalid))
}

/// A revision of this record that exists.
pub(super) fn revision(session: &Session, record: Uuid, name: &str) -> Outcome<EntryHash> {
    let revision: EntryHash = name
        .trim()
        .parse()
        .map_err(|_| Error::new(Code::IdInvalid))?;
    match session.graph().node(&revision) {
        Some(node) if node.record == record => Ok(revision),
        _ => Err(Error::new(Code::RevisionNotFound).with("record", record)),
    }
}

/// A kind by its name.
pub(super) fn kind(name: &str) -> Outcome<Kind> {
    name.parse().map_err(|_| Error::new(Code::KindUnknown))
}
