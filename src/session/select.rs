//! What may leave the vault: confidentiality and consent decide, for each record and audience.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use uuid::Uuid;

use super::{Session, SessionError};
use crate::history::EntryHash;
use crate::records::consent::{self, Ask, ConsentEntry, Decision, Reason, Use};
use crate::records::{Confidentiality, Kind};

/// Whom records are to leave for.
#[derive(Debug, Clone)]
pub(crate) struct Audience {
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
    /// It cannot be read: the vault is damaged, and open for reading what is left.
    Damaged,
}

/// What leaves and what does not.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection {
    /// Records that go, ascending.
    pub(crate) records: BTreeSet<Uuid>,
    /// Records that stay, and why.
    pub(crate) left_out: BTreeMap<Uuid, LeftOut>,
    /// Testimonies that go although nothing was written down about consent.
    pub(crate) without_consent: BTreeSet<Uuid>,
}

impl Session {
    /// Decides about all records, or about the chosen ones and the attachments that belong to them.
    pub(crate) fn select(
        &self,
        chosen: Option<&[Uuid]>,
        audience: &Audience,
        with_attachments: bool,
    ) -> Result<Selection, SessionError> {
        let mut wanted: BTreeSet<Uuid> = match chosen {
            Some(chosen) => chosen.iter().copied().collect(),
            None => self.graph.records().collect(),
        };
        if let Some(missing) = wanted
            .iter()
            .find(|record| self.graph.revisions(**record).next().is_none())
        {
            let _ = missing;
            return Err(SessionError::NoSuchRecord);
        }
        if chosen.is_some() && with_attachments {
            wanted.extend(
                self.attachments_of(&wanted)?
                    .into_iter()
                    .map(|(record, _)| record),
            );
        }
        let mut selection = Selection::default();
        for record in wanted {
            let by_name = chosen.is_some_and(|chosen| chosen.contains(&record));
            match self.decide(record, audience, by_name)? {
                Ruling::Goes { has_consent } => {
                    selection.records.insert(record);
                    if !has_consent {
                        selection.without_consent.insert(record);
                    }
                }
                Ruling::Stays(why) => {
                    selection.left_out.insert(record, why);
                }
            }
        }
        self.keep_back_attachments(&mut selection)?;
        Ok(selection)
    }

    /// What belongs to a record that stays, stays too.
    fn keep_back_attachments(&self, selection: &mut Selection) -> Result<(), SessionError> {
        let kept: BTreeSet<Uuid> = selection.left_out.keys().copied().collect();
        for (attachment, owner) in self.attachments_of(&kept)? {
            if selection.records.remove(&attachment)
                && let Some(why) = selection.left_out.get(&owner).copied()
            {
                selection.left_out.insert(attachment, why);
            }
        }
        Ok(())
    }

    /// All heads must allow it: where two laptops disagree, the stricter one holds.
    fn decide(
        &self,
        record: Uuid,
        audience: &Audience,
        by_name: bool,
    ) -> Result<Ruling, SessionError> {
        let mut has_consent = true;
        for head in self.graph.heads(record) {
            let value = match self.body(&head) {
                Ok(body) => body.record,
                // What is not held cannot leave; its place in the log can.
                Err(SessionError::BodyNotHeld(_)) => continue,
                Err(SessionError::BodyDamaged { .. }) if self.is_read_only() => {
                    return Ok(Ruling::Stays(LeftOut::Damaged));
                }
                Err(error) => return Err(error),
            };
            let confidentiality = value
                .get("confidentiality")
                .and_then(|level| serde_json::from_value::<Confidentiality>(level.clone()).ok());
            match confidentiality.unwrap_or_default().effective() {
                Confidentiality::Vault => return Ok(Ruling::Stays(LeftOut::Vault)),
                Confidentiality::Restricted if !by_name => {
                    return Ok(Ruling::Stays(LeftOut::Restricted));
                }
                _ => {}
            }
            if self
                .graph
                .node(&head)
                .is_some_and(|node| Kind::of_schema(&node.schema) == Ok(Kind::Testimony))
            {
                match self.consent(&value, audience) {
                    Decision::Granted { .. } => {}
                    Decision::NotRecorded => has_consent = false,
                    Decision::Refused { reason, .. } => {
                        return Ok(Ruling::Stays(LeftOut::Consent(reason)));
                    }
                }
            }
        }
        Ok(Ruling::Goes { has_consent })
    }

    fn consent(&self, testimony: &serde_json::Value, audience: &Audience) -> Decision {
        let entries = match testimony.get("consent") {
            None => Vec::new(),
            Some(consent) => match serde_json::from_value::<Vec<ConsentEntry>>(consent.clone()) {
                Ok(entries) => entries,
                // Consent that cannot be read is no consent.
                Err(_) => {
                    return Decision::Refused {
                        reason: Reason::NotUnderstood,
                        entry: None,
                    };
                }
            },
        };
        let now = DateTime::from_timestamp_millis(self.environment.clock.now()).unwrap_or_default();
        let ask = Ask {
            r#use: audience.purpose.clone(),
            audience: audience.name.as_deref(),
            on: now.date_naive(),
        };
        consent::decide(&entries, &ask)
    }

    /// The attachments of these records: attachment and record.
    pub(crate) fn attachments_of(
        &self,
        owners: &BTreeSet<Uuid>,
    ) -> Result<Vec<(Uuid, Uuid)>, SessionError> {
        let mut found = Vec::new();
        for record in self.graph.records() {
            for head in self.graph.heads(record) {
                let is_attachment = self
                    .graph
                    .node(&head)
                    .is_some_and(|node| Kind::of_schema(&node.schema) == Ok(Kind::Attachment));
                if !is_attachment {
                    break;
                }
                let Ok(body) = self.body(&head) else { continue };
                let owner = body
                    .record
                    .get("attached_to")
                    .and_then(|id| id.as_str())
                    .and_then(|id| id.parse().ok());
                if let Some(owner) = owner.filter(|owner| owners.contains(owner)) {
                    found.push((record, owner));
                    break;
                }
            }
        }
        Ok(found)
    }

    /// The contents that revisions of attachments name and this vault holds: hash and size, ascending.
    pub(crate) fn contents_of<'a>(
        &self,
        revisions: impl Iterator<Item = &'a EntryHash>,
    ) -> BTreeMap<[u8; 32], u64> {
        let mut found = BTreeMap::new();
        for revision in revisions {
            let is_attachment = self
                .graph
                .node(revision)
                .is_some_and(|node| Kind::of_schema(&node.schema) == Ok(Kind::Attachment));
            let Some(body) = is_attachment.then(|| self.body(revision).ok()).flatten() else {
                continue;
            };
            if let Some(sha256) = content_hash(&body.record)
                && let Some(size) = self.content_size(&sha256)
            {
                found.insert(sha256, size);
            }
        }
        found
    }
}

/// The hash of the content that an attachment names.
pub(crate) fn content_hash(attachment: &serde_json::Value) -> Option<[u8; 32]> {
    let text = attachment.get("sha256")?.as_str()?;
    let mut sha256 = [0; 32];
    hex::decode_to_slice(text, &mut sha256).ok()?;
    Some(sha256)
}

enum Ruling {
    Goes { has_consent: bool },
    Stays(LeftOut),
}
