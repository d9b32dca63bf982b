//! Ids as people and scripts give them.

use std::collections::HashSet;
use std::str::FromStr;

use crate::error::{Code, Error, Outcome};
use crate::session::Session;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::Kind;

/// A record id that exists.
pub(crate) fn record(session: &Session, id: &str) -> Outcome<RecordId> {
    let record = parse(id)?;
    if !session.graph().has_record(record) {
        return Err(Error::new(Code::RecordNotFound).with("record", record));
    }
    Ok(record)
}

/// An id, whatever it is of.
pub(crate) fn parse<I: FromStr>(id: &str) -> Outcome<I> {
    id.trim().parse().map_err(|_| Error::new(Code::IdInvalid))
}

/// Digits of a revision's name that must at least be given.
const FEWEST_DIGITS: usize = 8;
/// Digits of the whole name.
const ALL_DIGITS: usize = 64;

/// The names of a record's revisions, to look up as many as are asked for.
pub(crate) struct Names {
    record: RecordId,
    /// Ascending, as their digits are.
    revisions: Vec<EntryHash>,
}

impl Names {
    pub(crate) fn of(session: &Session, record: RecordId) -> Self {
        let mut revisions: Vec<EntryHash> = session.graph().revisions(record).collect();
        revisions.sort_unstable();
        Self { record, revisions }
    }

    /// A revision that exists, by its name or the beginning of it. A beginning that fits several names nothing.
    pub(crate) fn find(&self, name: &str) -> Outcome<EntryHash> {
        let digits = name.trim().to_ascii_lowercase();
        let is_name = (FEWEST_DIGITS..=ALL_DIGITS).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let mut lowest = [0; ALL_DIGITS / 2];
        if !is_name || hex::decode_to_slice(format!("{digits:0<ALL_DIGITS$}"), &mut lowest).is_err()
        {
            return Err(Error::new(Code::IdInvalid));
        }
        let from = self
            .revisions
            .partition_point(|revision| revision.0 < lowest);
        let fits = |at: usize| {
            let revision = self.revisions.get(at)?;
            let is_it = revision.to_string().starts_with(&digits);
            is_it.then_some(*revision)
        };
        match (fits(from), fits(from + 1)) {
            (Some(revision), None) => Ok(revision),
            _ => Err(Error::new(Code::RevisionNotFound).with("record", self.record)),
        }
    }
}

/// A revision of this record that exists, as [`Names::find`] reads it.
pub(crate) fn revision(session: &Session, record: RecordId, name: &str) -> Outcome<EntryHash> {
    Names::of(session, record).find(name)
}

/// Digits that distinguish revisions where a person reads them.
const SHORT_DIGITS: usize = 12;

/// The beginning of a revision's name that is shown to people.
pub(crate) fn short(revision: &EntryHash) -> String {
    revision.to_string().chars().take(SHORT_DIGITS).collect()
}

/// The number that stands where a revision may: it is shorter than the beginning of any name.
pub(crate) fn number(name: &str) -> Option<usize> {
    let digits = name.trim();
    let is_short = digits.len() < FEWEST_DIGITS;
    digits.parse().ok().filter(|_| is_short)
}

/// The revisions of this record that are named, with `+` between them, no two alike.
pub(crate) fn revisions(
    session: &Session,
    record: RecordId,
    names: &str,
) -> Outcome<Vec<EntryHash>> {
    let all = Names::of(session, record);
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    for name in names.split('+') {
        let revision = all.find(name)?;
        if seen.insert(revision) {
            found.push(revision);
        }
    }
    Ok(found)
}

/// What [`revisions`] reads.
pub(crate) fn name_of(revisions: &[EntryHash]) -> String {
    let names: Vec<String> = revisions.iter().map(EntryHash::to_string).collect();
    names.join("+")
}

/// A kind by its name.
pub(crate) fn kind(name: &str) -> Outcome<Kind> {
    name.parse().map_err(|_| Error::new(Code::KindUnknown))
}
