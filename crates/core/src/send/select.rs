//! What may leave the vault, for whom; and what belongs to what.

use crate::attachment::content::{attached_to, content_hash};
use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::records::Kind;
use fieldnotes_domain::records::consent::{Reason, Use};
use fieldnotes_format::exchange::{ContentHash, FileItem};

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
    /// What it says cannot be read: it is not as it was saved, or not in the form of a record.
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

    /// The newest revisions of a record whose words are held: its heads, and in the place of one that came without its words
    /// what it was made from. Whoever saves a place upon a refusal does not take the refusal away.
    pub(crate) fn newest_held(&self, record: Uuid) -> Vec<EntryHash> {
        let heads = self.records.graph().heads(record);
        if heads.iter().all(|head| self.holds_body(head)) {
            return heads;
        }
        let (mut newest, mut seen) = (Vec::new(), BTreeSet::new());
        let mut next: Vec<EntryHash> = heads.into_iter().rev().collect();
        while let Some(one) = next.pop() {
            let node = self
                .records
                .graph()
                .node(&one)
                .filter(|node| node.record == record);
            let Some(node) = node.filter(|_| seen.insert(one)) else {
                continue;
            };
            match self.holds_body(&one) {
                true => newest.push(one),
                false => next.extend(node.parents()),
            }
        }
        newest
    }

    /// The records that an attachment belongs to, by any of its newest revisions.
    pub(crate) fn owners_of(&self, record: Uuid) -> Vec<Uuid> {
        let heads = self.newest_held(record);
        heads
            .iter()
            .filter_map(|head| self.owner_by(head))
            .collect()
    }

    /// The record that this revision of an attachment belongs to.
    pub(crate) fn owner_by(&self, revision: &EntryHash) -> Option<Uuid> {
        let node = self.records.graph().node(revision)?;
        if Kind::of_schema(node.schema) != Ok(Kind::Attachment) {
            return None;
        }
        attached_to(&self.body(revision).ok()?.record)
    }

    /// The attachments of these records: attachment and record.
    pub(crate) fn attachments_of(&self, owners: &BTreeSet<Uuid>) -> Vec<(Uuid, Uuid)> {
        let owner = |record: Uuid| {
            self.owners_of(record)
                .into_iter()
                .find(|owner| owners.contains(owner))
        };
        self.records
            .graph()
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
                .records
                .graph()
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
