//! What went to a colleague and was not acknowledged.

use serde::Serialize;

use fieldnotes_domain::history::Places;
use fieldnotes_store::store::rows::colleague::ColleagueRow;

/// What went to a colleague and was not acknowledged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Waiting {
    /// The colleague, by name.
    pub colleague: String,
    /// Bundles of which something is not acknowledged.
    pub bundles: u64,
    /// Revisions in them.
    pub revisions: u64,
    /// When the first of them was written: RFC 3339 in UTC.
    pub since: String,
}

/// What went to a colleague and was not acknowledged; nothing where all was.
pub(crate) fn waiting(row: &ColleagueRow) -> Option<Waiting> {
    let sent = &row.exchanged.sent;
    // What went in several bundles is one revision all the same.
    let mut places = Places::default();
    for one in sent {
        places.add_all(&one.places);
    }
    Some(Waiting {
        colleague: row.name.clone(),
        bundles: sent.len() as u64,
        revisions: places.len(),
        since: sent.first()?.time.to_string(),
    })
}
