//! What the bodies of the files say, read for a preview: what is shown of each record, and those that a merge needs.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::Value;
use zeroize::Zeroizing;

use crate::attachment::owners::content_hash;
use crate::receive::look::{Plan, kind_of};
use crate::record::body::{self, Body};
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::consent::ConsentDecision;
use fieldnotes_domain::records::{self, Kind};
use fieldnotes_format::exchange::bundle::{
    BundleSink, ComingBody, Manifest, Verdict, VerifiedEntries,
};
use fieldnotes_format::exchange::{ExchangeError, FileItem, HashingRead, Part, Stop};

/// Bytes of bodies that are kept for merging. What is beyond counts as not held, and is then for a person to look at.
const KEPT: usize = 64 << 20;

/// What the bodies of all files said.
#[derive(Default)]
pub(crate) struct Reading {
    pub(crate) said: HashMap<RecordId, Said>,
    pub(crate) bytes: HashMap<RecordId, u64>,
    pub(crate) counted: HashSet<EntryHash>,
    pub(crate) kept: HashMap<EntryHash, Zeroizing<Vec<u8>>>,
    pub(crate) kept_bytes: usize,
    /// What attachments belong to, and the contents that they name.
    pub(crate) owners: BTreeMap<RecordId, BTreeSet<RecordId>>,
    pub(crate) contents: BTreeMap<RecordId, BTreeSet<ContentHash>>,
    /// Contents that come and are not held, with their bytes.
    pub(crate) coming: HashMap<ContentHash, u64>,
}

/// What of a body is shown.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) title: String,
    pub(crate) is_trashed: bool,
    pub(crate) is_withdrawn: bool,
    pub(crate) attached_to: Option<RecordId>,
}

impl Said {
    pub(crate) fn of(kind: &str, body: &Body) -> Self {
        Self {
            title: records::title_of(kind, &body.record),
            is_trashed: body.trashed,
            is_withdrawn: is_withdrawn(&body.record),
            attached_to: owner(&body.record),
        }
    }
}

/// Whether a narrator took something back.
fn is_withdrawn(record: &Value) -> bool {
    let consent = record.get("consent").and_then(Value::as_array);
    consent.into_iter().flatten().any(|entry| {
        let decision = entry.get("decision").cloned().unwrap_or_default();
        serde_json::from_value::<ConsentDecision>(decision)
            .is_ok_and(|choice| choice == ConsentDecision::Withdrawn)
    })
}

fn owner(attachment: &Value) -> Option<RecordId> {
    attachment.get("attached_to")?.as_str()?.parse().ok()
}

/// Reads a bundle and keeps what is to be shown of it.
pub(crate) struct LookSink<'a> {
    session: &'a Session,
    plan: &'a Plan,
    read: &'a mut Reading,
    pub(crate) records: BTreeSet<RecordId>,
}

impl<'a> LookSink<'a> {
    pub(crate) fn over(session: &'a Session, plan: &'a Plan, read: &'a mut Reading) -> Self {
        Self {
            session,
            plan,
            read,
            records: BTreeSet::new(),
        }
    }

    fn look(&mut self, hash: &EntryHash, record: RecordId, kind: &str, bytes: &[u8]) {
        let is_shown = self.plan.shown.contains_key(hash);
        let is_attachment = kind == Kind::Attachment.as_str();
        if !is_shown && !is_attachment {
            return;
        }
        let Some(body) = Body::read(bytes) else {
            return;
        };
        if is_attachment {
            let owner = owner(&body.record);
            self.read.owners.entry(record).or_default().extend(owner);
            let named = content_hash(&body.record);
            self.read.contents.entry(record).or_default().extend(named);
        }
        if is_shown {
            self.read.said.insert(record, Said::of(kind, &body));
        }
    }
}

impl BundleSink for LookSink<'_> {
    fn manifest(&mut self, _: &Manifest) -> Result<Verdict, Stop> {
        Ok(Verdict::Take)
    }

    fn entries(&mut self, entries: &VerifiedEntries) -> Result<(), Stop> {
        let looks = (0..entries.len()).filter_map(|index| entries.look(index));
        self.records = looks.map(|(_, entry)| entry.record).collect();
        Ok(())
    }

    fn body(
        &mut self,
        index: usize,
        entries: &VerifiedEntries,
        coming: ComingBody,
    ) -> Result<(), Stop> {
        let bytes = coming.bytes;
        let Some((hash, entry)) = entries.look(index) else {
            return Ok(());
        };
        let is_held = self.session.holds_body(&hash);
        // What an import would refuse is not shown as if it could be taken in.
        if !is_held && !body::is_body(&bytes) {
            return Err(SessionError::from(ExchangeError::Malformed(Part::Bodies)).into());
        }
        if !is_held && self.read.counted.insert(hash) {
            *self.read.bytes.entry(entry.record).or_default() += bytes.len() as u64;
        }
        let is_incomplete = self.plan.incomplete.contains(&entry.record);
        if is_incomplete && !is_held && self.read.kept_bytes + bytes.len() <= KEPT {
            self.read.kept_bytes += bytes.len();
            self.read.kept.insert(hash, bytes.clone());
        }
        self.look(&hash, entry.record, kind_of(entry.schema), &bytes);
        Ok(())
    }

    fn file(&mut self, file: &FileItem, _: &mut dyn HashingRead) -> Result<(), Stop> {
        // Whoever calls reads it to its end all the same, so that what is damaged is known now.
        if !self.session.holds_content(&file.sha256) {
            self.read.coming.insert(file.sha256, file.size);
        }
        Ok(())
    }
}
