//! What may leave the vault, for whom; and what belongs to what.

use std::collections::{BTreeMap, BTreeSet};

use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::consent::{Reason, Use, WayOut};

/// Whom records are to leave for.
#[derive(Debug, Clone)]
pub(crate) struct Audience {
    /// How they go.
    pub(crate) way: WayOut,
    /// For what they will be used.
    pub(crate) purpose: Use,
    /// By whom, by name; none where nobody is named.
    pub(crate) name: Option<String>,
}

/// Why a record stays behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It never leaves this vault.
    Vault,
    /// It goes only where it is chosen by itself.
    Restricted,
    /// The narrator's consent does not allow it.
    Consent(Reason),
    /// A colleague said that it may go no further.
    Withdrawn,
    /// What it says cannot be read: it is not as it was saved, or not in the form of a record.
    Damaged,
}

/// What leaves and what does not.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection {
    /// Records that go, ascending.
    pub(crate) records: BTreeSet<RecordId>,
    /// Records that stay, and why.
    pub(crate) left_out: BTreeMap<RecordId, LeftOut>,
    /// Of those the ones that stay because of another record, to which they belong.
    pub(crate) because_of: BTreeMap<RecordId, RecordId>,
    /// Testimonies whose narrator was not asked yet, for the colleague who will ask.
    pub(crate) without_consent: BTreeSet<RecordId>,
}

impl Session {
    /// Decides about all records, or about the chosen ones and the attachments that belong to them.
    pub(crate) fn select(
        &self,
        chosen: Option<&[RecordId]>,
        audience: &Audience,
        with_attachments: bool,
    ) -> Result<Selection, SessionError> {
        let mut wanted: BTreeSet<RecordId> = match chosen {
            Some(chosen) => chosen.iter().copied().collect(),
            None => self.records.graph().records().collect(),
        };
        if wanted
            .iter()
            .any(|record| !self.records.graph().has_record(*record))
        {
            return Err(SessionError::NoSuchRecord);
        }
        if chosen.is_some() && with_attachments {
            wanted.extend(
                self.attachments_of(&wanted)
                    .into_iter()
                    .map(|(record, _)| record),
            );
        }
        self.evaluate(&wanted, chosen, audience)
    }
}
