//! What a person says may come in although it is refused as a rule.

use std::collections::BTreeSet;

use serde::Deserialize;

use fieldnotes_domain::ids::BundleToken;

/// Each is somebody's explicit word, for one import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Accept {
    /// Bundles of a sender who is no colleague.
    pub unknown_sender: bool,
    /// Bundles of a colleague who was retired, or signed with a key that was replaced.
    pub retired_sender: bool,
    /// Device logs that two copies of one vault have written: both are taken in.
    pub forked_logs: bool,
}

impl From<bool> for Accept {
    /// Unknown senders or nothing.
    fn from(unknown_sender: bool) -> Self {
        Self {
            unknown_sender,
            ..Self::default()
        }
    }
}

/// The options of an import: what it may take in, and from which files.
#[derive(Debug, Default)]
pub(crate) struct Consent {
    pub(crate) accept: Accept,
    /// Tokens of the bundles that were looked at. Any other is refused, whatever is accepted.
    pub(crate) expected: Option<BTreeSet<BundleToken>>,
}
