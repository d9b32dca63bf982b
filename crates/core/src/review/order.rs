//! What somebody wants to give to a reviewer, and how it is to read.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::standing;
use crate::send::select::Audience;
use crate::session::Session;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::consent::{Use, WayOut};
use fieldnotes_domain::redaction::{PassageDecision, Profile};
use fieldnotes_domain::text::name;

/// What is to go to a reviewer.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewOrder {
    /// The records. Attachments go only where they are among them.
    pub records: Vec<String>,
    /// For what: a use of the consent vocabulary.
    pub purpose: String,
    /// For whom: a person or an organisation. Pseudonyms are drawn once for each.
    pub audience: String,
    /// What becomes of each class of field.
    pub profile: Profile,
    /// What was decided about places of texts.
    #[serde(default)]
    pub decisions: Vec<PassageDecision>,
    /// Keys of the conditions that whoever exports has read and keeps to.
    #[serde(default)]
    pub conditions: Vec<String>,
}

impl ReviewOrder {
    /// These records for this use and audience; whoever is spoken of under another name.
    pub fn new(records: &[String], purpose: &str, audience: &str) -> Self {
        Self {
            records: records.to_vec(),
            purpose: purpose.to_owned(),
            audience: audience.to_owned(),
            profile: Profile::default(),
            decisions: Vec::new(),
            conditions: Vec::new(),
        }
    }

    /// The same with another profile.
    #[must_use]
    pub fn with(self, profile: Profile) -> Self {
        Self { profile, ..self }
    }

    /// The audience in the form in which its name is kept.
    ///
    /// # Errors
    /// [`Code::AudienceMissing`]: pseudonyms belong to an audience, and what left is no use without to whom.
    pub(super) fn audience(&self) -> Outcome<String> {
        let kept = name::kept(&self.audience);
        match name::is_name(&kept) {
            true => Ok(kept),
            false => Err(Code::AudienceMissing.into()),
        }
    }

    /// Whom consent is asked for.
    pub(super) fn asked_for(&self) -> Outcome<Audience> {
        Ok(Audience {
            way: WayOut::Package,
            purpose: Use::from(self.purpose.as_str()),
            name: Some(self.audience()?),
        })
    }

    /// The records, each once. One in the trash is refused.
    pub(super) fn chosen(&self, session: &Session) -> Outcome<Vec<RecordId>> {
        let chosen = self
            .records
            .iter()
            .map(|id| ids::record(session, id))
            .collect::<Outcome<BTreeSet<_>>>()?;
        for record in &chosen {
            if standing::of(session, *record)?.body.trashed {
                return Err(Error::new(Code::RecordInTrash).with("record", record));
            }
        }
        match chosen.is_empty() {
            true => Err(Code::NothingToExport.into()),
            false => Ok(chosen.into_iter().collect()),
        }
    }
}

/// Decisions about places of texts from a JSON list, as a preview gives them.
///
/// # Errors
/// [`Code::JsonInvalid`].
pub fn read_decisions(json: &str) -> Outcome<Vec<PassageDecision>> {
    serde_json::from_str(json).map_err(|_| Code::JsonInvalid.into())
}

impl std::fmt::Debug for ReviewOrder {
    /// Shows the type only: for whom it is, and the words that were decided about, are the user's.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReviewOrder(…)")
    }
}
