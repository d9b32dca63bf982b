//! Device logs that two copies of one vault have written.

use serde::Serialize;

use crate::history::DeviceId;
use crate::session::{Author, Session};

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

/// All of them, by log.
pub(super) fn all(session: &Session) -> Vec<ForkedLog> {
    among(session, |_| true)
}

/// Those of them that are asked for.
pub(super) fn among(session: &Session, asked: impl Fn(&DeviceId) -> bool) -> Vec<ForkedLog> {
    let forks = session.graph().forks();
    let asked = forks.into_iter().filter(|(device, _)| asked(device));
    asked
        .map(|(device, from)| shown(session, &device, from))
        .collect()
}

/// A forked log and its owner.
pub(super) fn shown(session: &Session, device: &DeviceId, from: u64) -> ForkedLog {
    let (who, name) = match session.author(device) {
        Author::Own => ("self", None),
        Author::Colleague(colleague) => ("colleague", Some(colleague.name.clone())),
        Author::Unknown => ("unknown", None),
    };
    ForkedLog {
        device: device.to_string(),
        from,
        who,
        name,
    }
}
