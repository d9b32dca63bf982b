//! Which record an attachment belongs to, and which content it names.

use std::collections::BTreeSet;

use crate::session::Session;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::Kind;
use fieldnotes_format::exchange::{ContentHash, FileItem};

impl Session {
    /// The newest revisions of a record whose words are held: its heads, and in the place of one that came without its words
    /// what it was made from. Whoever saves a place upon a refusal does not take the refusal away.
    pub(crate) fn newest_held(&self, record: RecordId) -> Vec<EntryHash> {
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
    pub(crate) fn owners_of(&self, record: RecordId) -> Vec<RecordId> {
        let heads = self.newest_held(record);
        heads
            .iter()
            .filter_map(|head| self.owner_by(head))
            .collect()
    }

    /// The record that this revision of an attachment belongs to.
    pub(crate) fn owner_by(&self, revision: &EntryHash) -> Option<RecordId> {
        let node = self.records.graph().node(revision)?;
        if Kind::of_schema(node.schema) != Ok(Kind::Attachment) {
            return None;
        }
        attached_to(&self.body(revision).ok()?.record)
    }

    /// The attachments of these records: attachment and record.
    pub(crate) fn attachments_of(&self, owners: &BTreeSet<RecordId>) -> Vec<(RecordId, RecordId)> {
        let owner = |record: RecordId| {
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
                found.insert(FileItem { sha256, size });
            }
        }
        found.into_iter().collect()
    }
}

/// The record that an attachment says it belongs to.
pub(crate) fn attached_to(attachment: &serde_json::Value) -> Option<RecordId> {
    attachment.get("attached_to")?.as_str()?.parse().ok()
}

/// The hash of the content that an attachment names.
pub(crate) fn content_hash(attachment: &serde_json::Value) -> Option<ContentHash> {
    attachment.get("sha256")?.as_str()?.parse().ok()
}
