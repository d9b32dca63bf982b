//! Colleagues.

use serde::Serialize;

use super::bundle_out::{Waiting, waiting};
use super::record::time_text;
use super::{Code, Error, Outcome};
use crate::exchange::identity::{Fingerprint, PublicIdentity};
use crate::session::{ColleagueRow, Session, identity_of};

/// All colleagues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Colleagues {
    /// By name.
    pub colleagues: Vec<Colleague>,
}

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Colleague {
    /// What the user calls them.
    pub name: String,
    /// Sixty digits in groups of five.
    pub fingerprint: String,
    /// Whether the fingerprint was compared.
    pub verified: bool,
    /// When it was; null where it was not. RFC 3339 in UTC.
    pub verified_at: Option<String>,
    /// When they were added. RFC 3339 in UTC.
    pub added_at: String,
    /// Revisions that they hold, as they said last.
    pub holds: u64,
    /// What was sent to them and is not acknowledged; null where nothing is.
    pub waiting: Option<Waiting>,
}

/// Adds a colleague by the line of their public identity. Not verified until the fingerprint is compared.
pub fn add(session: &mut Session, identity: &str, name: &str) -> Outcome<Colleague> {
    let identity: PublicIdentity = identity.parse()?;
    let name = name.trim();
    if name.is_empty() || session.colleagues().any(|colleague| colleague.name == name) {
        return Err(Error::new(Code::NameInvalid));
    }
    if identity.key() == session.identity().public().key() {
        return Err(Error::new(Code::ColleagueKnown).with("whose", "own"));
    }
    if session.colleague_of(&identity.key()).is_some() {
        return Err(Error::new(Code::ColleagueKnown).with("whose", "colleague"));
    }
    let row = ColleagueRow {
        name: name.to_owned(),
        identity: identity.to_string(),
        verified: None,
        added: session.environment().clock.now(),
        devices: Vec::new(),
        exchanged: Default::default(),
    };
    let view = view(&row)?;
    session.add_colleague(row)?;
    Ok(view)
}

/// All colleagues.
pub fn list(session: &Session) -> Outcome<Colleagues> {
    Ok(Colleagues {
        colleagues: session.colleagues().map(view).collect::<Outcome<_>>()?,
    })
}

/// Notes that a colleague's fingerprint was compared, if it is the one that was read out.
pub fn verify(session: &mut Session, name: &str, fingerprint: &str) -> Outcome<Colleague> {
    let said: Fingerprint = fingerprint
        .parse()
        .map_err(|_| Error::new(Code::FingerprintInvalid))?;
    let colleague = named(session, name)?;
    if identity_of(&colleague)?.fingerprint() != said {
        return Err(Error::new(Code::FingerprintMismatch));
    }
    let now = session.environment().clock.now();
    session.change_colleague(name, |colleague| colleague.verified = Some(now))?;
    view(&named(session, name)?)
}

/// The colleague of this name.
pub(super) fn named(session: &Session, name: &str) -> Outcome<ColleagueRow> {
    let found = session
        .colleagues()
        .find(|colleague| colleague.name == name.trim());
    found
        .cloned()
        .ok_or_else(|| Error::new(Code::ColleagueNotFound))
}

fn view(row: &ColleagueRow) -> Outcome<Colleague> {
    Ok(Colleague {
        name: row.name.clone(),
        fingerprint: identity_of(row)?.fingerprint().to_string(),
        verified: row.verified.is_some(),
        verified_at: row.verified.map(time_text),
        added_at: time_text(row.added),
        holds: row.exchanged.holds.len(),
        waiting: waiting(row),
    })
}
