//! Device logs that two copies of one vault have written.

use serde::Serialize;

use crate::colleague::lessons::DeviceConflict;
use crate::record::Who;
use crate::session::Session;
use crate::words::words;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_store::store::rows::colleague::ColleagueRow;

/// A log in which two revisions are known at one place. Both are kept; it is no damage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ForkedLog {
    /// The log: 64 hexadecimal digits.
    pub device: String,
    /// The first place at which two revisions are known, from 1.
    pub from: u64,
    /// Who writes it.
    pub who: Who,
    /// The name of the colleague; null for others.
    pub name: Option<String>,
}

words! {
    /// What sort of finding a claimed log is.
    pub enum ClaimCode {
        /// Two identities say that one device is theirs.
        DeviceConflict = "device_conflict",
    }
}

/// A log that a second identity says is its own. Who wrote what is reported as before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ClaimedLog {
    /// What sort of finding it is.
    pub code: ClaimCode,
    /// The log: 64 hexadecimal digits.
    pub device: String,
    /// Whose it is; `unknown` where the first certificate was taken back since.
    pub who: Who,
    /// The name of that colleague; null for others.
    pub name: Option<String>,
    /// Who says that it is theirs.
    pub claimed_by: Who,
    /// The name of that colleague; null for others.
    pub claimed_name: Option<String>,
}

/// A log that is claimed twice, and by whom.
pub(crate) fn claimed(session: &Session, one: &DeviceConflict) -> ClaimedLog {
    let (who, colleague) = Who::of_device(session.author(&one.device));
    let (claimed_by, claimant) = Who::of_identity(session.relation(&one.claimed_by));
    ClaimedLog {
        code: ClaimCode::DeviceConflict,
        device: one.device.to_string(),
        who,
        name: colleague.map(name_of),
        claimed_by,
        claimed_name: claimant.map(name_of),
    }
}

fn name_of(colleague: &ColleagueRow) -> String {
    colleague.name.clone()
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
    let (who, colleague) = Who::of_device(session.author(device));
    ForkedLog {
        device: device.to_string(),
        from,
        who,
        name: colleague.map(name_of),
    }
}
