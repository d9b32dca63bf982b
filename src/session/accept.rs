//! What a person says may come in although it is refused as a rule.

use serde::Deserialize;

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
