//! What may leave the vault: confidentiality and consent decide, for each record and audience.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use uuid::Uuid;

use super::{Session, SessionError};
use crate::exchange::{ContentHash, FileItem};
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
    /// A colleague said that it may go no further.
    Withdrawn,
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
    /// Of those the ones that stay because of another record, to which they belong.
    pub(crate) because_of: BTreeMap<Uuid, Uuid>,
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
        if wanted.iter().any(|record| !self.graph.has_record(*record)) {
            return Err(SessionError::NoSuchRecord);
        }
        if chosen.is_some() && with_attachments {
            wanted.extend(
                self.attachments_of(&wanted)
                    .into_iter()
                    .map(|(record, _)| record),
            );
        }
        self.judge(&wanted, chosen, audience)
    }

    /// Decides about these records. Those among `chosen` were asked for by name.
    pub(super) fn judge(
        &self,
        wanted: &BTreeSet<Uuid>,
        chosen: Option<&[Uuid]>,
        audience: &Audience,
    ) -> Result<Selection, SessionError> {
        let marks = self.withdrawn();
        let by_name = |record: &Uuid| chosen.is_some_and(|chosen| chosen.contains(record));
        let mut selection = Selection::default();
        for record in wanted {
            match self.decide_with_owners(*record, audience, &marks, &by_name)? {
                (Ruling::Goes { has_consent }, _) => {
                    selection.records.insert(*record);
                    if !has_consent {
                        selection.without_consent.insert(*record);
                    }
                }
                (Ruling::Stays(why), of) => {
                    selection.left_out.insert(*record, why);
                    if of != *record {
                        selection.because_of.insert(*record, of);
                    }
                }
            }
        }
        Ok(selection)
    }

    /// The revisions by which a record may go no further for this audience: the narrator withdrew, it was kept for this vault,
    /// or a colleague said so.
    pub(super) fn stopping(
        &self,
        record: Uuid,
        audience: &Audience,
        marks: &Marks,
    ) -> Result<BTreeSet<EntryHash>, SessionError> {
        let mut stopping: BTreeSet<EntryHash> =
            marks.get(&record).into_iter().flatten().copied().collect();
        for head in self.graph.heads(record) {
            let ruling = self.decide_head(&head, audience, true)?;
            if let Some(Ruling::Stays(LeftOut::Vault | LeftOut::Consent(Reason::Withdrawn))) =
                ruling
            {
                stopping.insert(head);
            }
        }
        Ok(stopping)
    }

    /// What belongs to a record goes only where that record may go, also when it is chosen by itself: the picture of a
    /// narrator is no freer than what the narrator said.
    fn decide_with_owners(
        &self,
        record: Uuid,
        audience: &Audience,
        marks: &Marks,
        by_name: &dyn Fn(&Uuid) -> bool,
    ) -> Result<(Ruling, Uuid), SessionError> {
        let is_chosen = by_name(&record);
        let mut all_have_consent = true;
        let mut seen = BTreeSet::new();
        let mut next = vec![record];
        while let Some(one) = next.pop() {
            if !seen.insert(one) {
                continue;
            }
            if marks.contains_key(&one) {
                return Ok((Ruling::Stays(LeftOut::Withdrawn), one));
            }
            match self.decide(one, audience, is_chosen || by_name(&one))? {
                Ruling::Goes { has_consent } => all_have_consent &= has_consent,
                stays @ Ruling::Stays(_) => return Ok((stays, one)),
            }
            next.extend(self.owners_of(one));
        }
        let goes = Ruling::Goes {
            has_consent: all_have_consent,
        };
        Ok((goes, record))
    }

    /// The records that an attachment belongs to, by any of its heads.
    pub(super) fn owners_of(&self, record: Uuid) -> Vec<Uuid> {
        let heads = self.graph.heads(record);
        heads
            .iter()
            .filter_map(|head| self.owner_by(head))
            .collect()
    }

    /// The record that this revision of an attachment belongs to.
    fn owner_by(&self, revision: &EntryHash) -> Option<Uuid> {
        let node = self.graph.node(revision)?;
        if Kind::of_schema(node.schema) != Ok(Kind::Attachment) {
            return None;
        }
        let body = self.body(revision).ok()?;
        body.record.get("attached_to")?.as_str()?.parse().ok()
    }

    /// All heads must allow it: where two laptops disagree, the stricter one holds.
    fn decide(
        &self,
        record: Uuid,
        audience: &Audience,
        by_name: bool,
    ) -> Result<Ruling, SessionError> {
        // A record never changes its kind. One that seems to could carry a testimony out under another name.
        let kinds: BTreeSet<_> = self
            .graph
            .revisions(record)
            .filter_map(|revision| {
                Some(
                    self.graph
                        .node(&revision)?
                        .schema
                        .split('/')
                        .next()?
                        .to_owned(),
                )
            })
            .collect();
        if kinds.len() > 1 {
            return Ok(Ruling::Stays(LeftOut::Vault));
        }
        let mut all_have_consent = true;
        for head in self.graph.heads(record) {
            match self.decide_head(&head, audience, by_name)? {
                Some(Ruling::Goes { has_consent }) => all_have_consent &= has_consent,
                // What is not held cannot leave; its place in the log can.
                None => {}
                Some(stays) => return Ok(stays),
            }
        }
        Ok(Ruling::Goes {
            has_consent: all_have_consent,
        })
    }

    /// What one head allows; nothing where its body is not held.
    fn decide_head(
        &self,
        head: &EntryHash,
        audience: &Audience,
        by_name: bool,
    ) -> Result<Option<Ruling>, SessionError> {
        let stays = |why| Ok(Some(Ruling::Stays(why)));
        let value = match self.body(head) {
            Ok(body) => body.record,
            Err(SessionError::BodyNotHeld(_)) => return Ok(None),
            Err(SessionError::BodyDamaged { .. }) if self.is_read_only() => {
                return stays(LeftOut::Damaged);
            }
            Err(error) => return Err(error),
        };
        match confidentiality_of(&value).effective() {
            Confidentiality::Vault => return stays(LeftOut::Vault),
            Confidentiality::Restricted if !by_name => return stays(LeftOut::Restricted),
            _ => {}
        }
        let node = self.graph.node(head);
        if node.is_none_or(|node| Kind::of_schema(node.schema) != Ok(Kind::Testimony)) {
            return Ok(Some(Ruling::Goes { has_consent: true }));
        }
        match self.consent(&value, audience) {
            Decision::Granted { .. } => Ok(Some(Ruling::Goes { has_consent: true })),
            Decision::NotRecorded => Ok(Some(Ruling::Goes { has_consent: false })),
            Decision::Refused { reason, .. } => stays(LeftOut::Consent(reason)),
        }
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
    pub(crate) fn attachments_of(&self, owners: &BTreeSet<Uuid>) -> Vec<(Uuid, Uuid)> {
        let owner = |record: Uuid| {
            self.owners_of(record)
                .into_iter()
                .find(|owner| owners.contains(owner))
        };
        self.graph
            .records()
            .filter_map(|record| Some((record, owner(record)?)))
            .collect()
    }

    /// The contents that revisions of attachments name and this vault holds, ascending.
    pub(crate) fn contents_of<'a>(
        &self,
        revisions: impl Iterator<Item = &'a EntryHash>,
    ) -> Vec<FileItem> {
        let mut found = BTreeSet::new();
        for revision in revisions {
            let is_attachment = self
                .graph
                .node(revision)
                .is_some_and(|node| Kind::of_schema(node.schema) == Ok(Kind::Attachment));
            let Some(body) = is_attachment.then(|| self.body(revision).ok()).flatten() else {
                continue;
            };
            if let Some(sha256) = content_hash(&body.record)
                && let Some(size) = self.content_size(&sha256)
            {
                let sha256 = ContentHash(sha256);
                found.insert(FileItem { sha256, size });
            }
        }
        found.into_iter().collect()
    }
}

/// How far a record may go. A level that cannot be read is the strictest.
fn confidentiality_of(record: &serde_json::Value) -> Confidentiality {
    match record.get("confidentiality") {
        None => Confidentiality::default(),
        Some(level) => serde_json::from_value(level.clone()).unwrap_or(Confidentiality::Vault),
    }
}

/// The hash of the content that an attachment names.
pub(crate) fn content_hash(attachment: &serde_json::Value) -> Option<[u8; 32]> {
    let text = attachment.get("sha256")?.as_str()?;
    let mut sha256 = [0; 32];
    hex::decode_to_slice(text, &mut sha256).ok()?;
    Some(sha256)
}

/// Records that colleagues withdrew, and the revisions by which.
pub(super) type Marks = BTreeMap<Uuid, Vec<EntryHash>>;

enum Ruling {
    Goes { has_consent: bool },
    Stays(LeftOut),
}
