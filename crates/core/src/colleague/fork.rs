//! Device logs that two copies of one vault have written.

use serde::Serialize;

use crate::colleague::lessons::DeviceConflict;
use crate::session::Session;
use crate::session::peers::Author;
use crate::session::peers::Relation;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_format::exchange::identity::IdentityKey;

/// A log in which two revisions are known at one place. Both are kept; it is no damage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ForkedLog {
    /// The log: 64 hexadecimal digits.
    pub device: String,
    /// The first place at which two revisions are known, from 1.
    pub from: u64,
    /// `self`, `colleague` or `unknown`.
    pub who: &'static str,
    /// The name of the colleague; null for others.
    pub name: Option<String>,
}

/// A log that a second identity says is its own. Who wrote what is reported as before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ClaimedLog {
    /// `device_conflict`.
    pub code: &'static str,
    /// The log: 64 hexadecimal digits.
    pub device: String,
    /// Whose it is: `self`, `colleague`, or `unknown` where the first certificate was taken back since.
    pub who: &'static str,
    /// The name of that colleague; null for others.
    pub name: Option<String>,
    /// Who says that it is theirs: `self`, `colleague` or `unknown`.
    pub claimed_by: &'static str,
    /// The name of that colleague; null for others.
    pub claimed_name: Option<String>,
}

/// A log that is claimed twice, and by whom.
pub(crate) fn claimed(session: &Session, one: &DeviceConflict) -> ClaimedLog {
    let (who, name) = author(session, &one.device);
    let (claimed_by, claimed_name) = person(session, &one.claimed_by);
    ClaimedLog {
        code: "device_conflict",
        device: one.device.to_string(),
        who,
        name,
        claimed_by,
        claimed_name,
    }
}

fn person(session: &Session, key: &IdentityKey) -> (&'static str, Option<String>) {
    match session.relation(key) {
        Relation::Own => ("self", None),
        Relation::Colleague(row) | Relation::Retired(row) | Relation::FormerKey(row, _) => {
            ("colleague", Some(row.name.clone()))
        }
        Relation::Unknown => ("unknown", None),
    }
}

fn author(session: &Session, device: &DeviceId) -> (&'static str, Option<String>) {
    match session.author(device) {
        Author::Own => ("self", None),
        Author::Colleague(colleague) => ("colleague", Some(colleague.name.clone())),
        Author::Unknown => ("unknown", None),
    }
}

/// All of them, by log.
pub(crate) fn all(session: &Session) -> Vec<ForkedLog> {
    among(session, |_| true)
}

/// Those of them that are asked for.
pub(crate) fn among(session: &Session, asked: impl Fn(&DeviceId) -> bool) -> Vec<ForkedLog> {
    let forks = session.graph().forks();
    let asked = forks.into_iter().filter(|(device, _)| asked(device));
    asked
        .map(|(device, from)| shown(session, &device, from))
        .collect()
}

/// A forked log and its owner.
pub(crate) fn shown(session: &Session, device: &DeviceId, from: u64) -> ForkedLog {
    let (who, name) = author(session, device);
    ForkedLog {
        device: device.to_string(),
        from,
        who,
        name,
    }
}
