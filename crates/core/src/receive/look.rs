//! What bundles would bring, before anything is taken in. Nothing is written.
//!
//! Each file is read twice: first its entries, so that it is known which records would have several heads once all files
//! are in; then its bodies, one at a time, of which those stay that such a record is merged from.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{Read, Seek};

use secrecy::SecretString;

use crate::colleague::lessons::{DeviceConflict, Lessons};
use crate::receive::look_sink::{LookSink, Reading, Said};
use crate::receive::sink::fork_at;
use crate::record::body::Body;
use crate::send::writing::unwrap_owner;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::session::peers::Relation;
use fieldnotes_domain::history::merge::{Content, merge};
use fieldnotes_domain::history::{DeviceId, EntryHash, Graph, Tag};
use fieldnotes_domain::ids::{BundleToken, RecordId};
use fieldnotes_format::exchange::bundle::{self, Manifest, VerifiedEntries};
use fieldnotes_format::exchange::{ContentHash, Receiver};
use fieldnotes_format::progress::Watch;
use fieldnotes_store::store::rows::import::Journal;

/// What the graph keeps beside a revision that only a bundle has.
const COMES: Tag = Tag([1, 0]);

/// What would become of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// Two sides changed the same, and a person has to settle it.
    Conflict,
    /// Two sides changed different things, which go together.
    Merged,
    /// The narrator has withdrawn consent.
    Withdrawn,
    /// Something that it was made from is missing, and may come later.
    Waiting,
    /// It is not here yet.
    New,
    /// It is here, and is changed.
    Changed,
    /// Only earlier states of it are new.
    Older,
    /// Nothing of it is new.
    Known,
}

/// How a file stands to what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Something in it is newer.
    New,
    /// All that is new in it is older than what is held.
    Older,
    /// All of it is held.
    Known,
}

/// One file.
#[derive(Debug)]
pub(crate) struct FileLook {
    pub(crate) manifest: Manifest,
    /// The sender meant it for others, and somebody passed it on. It is not read any further.
    pub(crate) is_for_others: bool,
    pub(crate) was_seen: bool,
    pub(crate) standing: Standing,
    pub(crate) records: u64,
    pub(crate) revisions: u64,
    /// Neither held nor in a file before this one.
    pub(crate) new_revisions: u64,
    pub(crate) new_files: u64,
}

/// One record of the files.
#[derive(Debug)]
pub(crate) struct RecordLook {
    pub(crate) record: RecordId,
    pub(crate) kind: String,
    /// Empty where no body of it is to be read.
    pub(crate) title: String,
    pub(crate) state: State,
    /// It would lie in the trash.
    pub(crate) trashed: bool,
    /// The body of its newest state did not come, and is not held.
    pub(crate) is_unreadable: bool,
    pub(crate) new_revisions: u64,
    /// Those of them that wait for others.
    pub(crate) waiting: u64,
    /// Bytes of bodies that are new.
    pub(crate) bytes: u64,
    /// Contents of attachments that would come with it, and their bytes.
    pub(crate) files: u64,
    pub(crate) file_bytes: u64,
    /// The record that this attachment belongs to.
    pub(crate) attached_to: Option<RecordId>,
    /// Positions of the files that it stands in.
    pub(crate) from: BTreeSet<usize>,
}

/// What all files would bring together.
#[derive(Debug)]
pub(crate) struct Preview {
    pub(crate) files: Vec<FileLook>,
    /// By state, then title.
    pub(crate) records: Vec<RecordLook>,
    /// Device logs that would be known to be forked, and from which place on. An import refuses them unless it is asked to accept them.
    pub(crate) forks: BTreeMap<DeviceId, u64>,
    /// Device logs that a second identity says are its own.
    pub(crate) device_conflicts: BTreeSet<DeviceConflict>,
}

/// Records that were chosen, with what belongs to them.
#[derive(Debug, Default)]
pub(crate) struct Chosen {
    pub(crate) records: BTreeSet<RecordId>,
    pub(crate) contents: BTreeSet<ContentHash>,
    /// Of the bundles that they were chosen from.
    pub(crate) tokens: BTreeSet<BundleToken>,
}

impl Session {
    /// Checks bundles together, as one import of them all would find them. Nothing is changed.
    pub(crate) fn preview<R: Read + Seek + Send>(
        &self,
        mut inputs: Vec<R>,
        passphrase: Option<&SecretString>,
        watch: &mut Watch<'_>,
    ) -> Result<Preview, SessionError> {
        let mut plan = Plan::default();
        for (at, input) in inputs.iter_mut().enumerate() {
            let look = self.plan(&mut plan, at, input, passphrase, watch)?;
            plan.files.push(look);
        }
        plan.close(self);
        let mut read = Reading::default();
        for (look, input) in plan.files.iter().zip(&mut inputs) {
            if look.is_for_others {
                continue;
            }
            input.rewind()?;
            let receiver = self.receiver(passphrase);
            let mut sink = LookSink::over(self, &plan, &mut read);
            bundle::read(input, &receiver, &mut sink, watch).map_err(unwrap_owner)?;
        }
        let mut records: Vec<RecordLook> = plan
            .records
            .iter()
            .map(|(record, planned)| self.look_at(&plan, &mut read, *record, planned))
            .collect::<Result<_, _>>()?;
        share_contents(&mut records, &read);
        records.sort_by(|a, b| (a.state, &a.title, a.record).cmp(&(b.state, &b.title, b.record)));
        let mut lessons = Lessons::over(&self.own, &self.peers);
        for look in plan.files.iter().filter(|look| !look.is_for_others) {
            lessons.take(&look.manifest.devices, &mut Journal::default());
        }
        Ok(Preview {
            device_conflicts: lessons.conflicts,
            files: plan.files,
            records,
            forks: plan.forks,
        })
    }

    /// The chosen records and the attachments that belong to them, by what is held and by what these bundles say.
    pub(crate) fn chosen<R: Read + Seek + Send>(
        &self,
        only: &BTreeSet<RecordId>,
        inputs: &mut [R],
        passphrase: Option<&SecretString>,
        watch: &mut Watch<'_>,
    ) -> Result<Chosen, SessionError> {
        let plan = Plan::default();
        let mut read = Reading::default();
        let mut there = BTreeSet::new();
        let mut tokens = BTreeSet::new();
        for input in inputs.iter_mut() {
            let receiver = self.receiver(passphrase);
            let mut sink = LookSink::over(self, &plan, &mut read);
            let read = bundle::read(&mut *input, &receiver, &mut sink, watch);
            tokens.insert(read.map_err(unwrap_owner)?.token());
            there.append(&mut sink.records);
            input.rewind()?;
        }
        if !only.is_subset(&there) {
            return Err(SessionError::NoSuchRecord);
        }
        let mut chosen = Chosen {
            records: only.clone(),
            contents: BTreeSet::new(),
            tokens,
        };
        let held = self.attachments_of(only);
        chosen
            .records
            .extend(held.into_iter().map(|(record, _)| record));
        for (record, owners) in &read.owners {
            if !owners.is_disjoint(only) {
                chosen.records.insert(*record);
            }
        }
        for record in &chosen.records {
            let named = read.contents.get(record).into_iter().flatten();
            chosen.contents.extend(named.copied());
        }
        Ok(chosen)
    }

    fn receiver<'r>(&'r self, passphrase: Option<&'r SecretString>) -> Receiver<'r> {
        Receiver {
            identity: self.identity(),
            passphrase,
        }
    }

    fn plan<R: Read>(
        &self,
        plan: &mut Plan,
        at: usize,
        input: &mut R,
        passphrase: Option<&SecretString>,
        watch: &mut Watch<'_>,
    ) -> Result<FileLook, SessionError> {
        let receiver = self.receiver(passphrase);
        let inspection = bundle::inspect(input, &receiver, watch).map_err(unwrap_owner)?;
        let (manifest, entries) = (inspection.manifest, inspection.entries);
        let mut look = FileLook {
            is_for_others: entries.is_none(),
            was_seen: self.has_seen(manifest.bundle)
                || plan
                    .files
                    .iter()
                    .any(|one| one.manifest.bundle == manifest.bundle),
            standing: Standing::Known,
            records: 0,
            revisions: 0,
            new_revisions: 0,
            new_files: 0,
            manifest,
        };
        let Some(entries) = entries else {
            return Ok(look);
        };
        for (device, place) in &look.manifest.forks {
            if self.graph().forked_from(device).is_none() {
                plan.note_fork(*device, *place);
            }
        }
        let missing: BTreeSet<u64> = look.manifest.bodies.missing.iter().copied().collect();
        let mut records = BTreeSet::new();
        let mut mine = Graph::default();
        for index in 0..entries.len() {
            let Some((hash, entry)) = entries.look(index) else {
                continue;
            };
            if let Some((device, place)) = fork_at(self.graph(), &plan.joined, hash, &entry) {
                plan.note_fork(device, place);
            }
            look.revisions += 1;
            records.insert(entry.record);
            mine.insert_ref(hash, &entry, COMES);
            let planned = plan.records.entry(entry.record).or_default();
            planned.from.insert(at);
            let has_body = !missing.contains(&(index as u64));
            if self.holds(&hash) {
                planned.completes |= has_body && !self.holds_body(&hash);
            } else if plan.joined.insert_ref(hash, &entry, COMES)
                == fieldnotes_domain::history::Inserted::New
            {
                look.new_revisions += 1;
            }
        }
        look.records = records.len() as u64;
        look.standing = self.standing(&mine, &look, &missing, &entries);
        for file in &look.manifest.files {
            let is_new = !self.holds_content(&file.sha256) && plan.contents.insert(file.sha256);
            look.new_files += u64::from(is_new);
        }
        Ok(look)
    }

    /// Whether what a file says is ahead of what is held, whatever other files there are.
    fn standing(
        &self,
        mine: &Graph,
        look: &FileLook,
        missing: &BTreeSet<u64>,
        entries: &VerifiedEntries,
    ) -> Standing {
        let lacks_body = |(index, hash): (usize, EntryHash)| {
            !missing.contains(&(index as u64)) && !self.holds_body(&hash)
        };
        let is_known = !entries.hashes().enumerate().any(lacks_body)
            && mine.hashes().iter().all(|hash| self.holds(hash))
            && look
                .manifest
                .files
                .iter()
                .all(|file| self.holds_content(&file.sha256));
        if is_known {
            return Standing::Known;
        }
        let is_behind = |record: RecordId| {
            let mut both = Graph::default();
            both.extend_by(self.graph(), std::iter::once(record));
            let before = both.heads(record);
            both.extend_by(mine, std::iter::once(record));
            before == both.heads(record)
        };
        match mine.records().all(is_behind) {
            true => Standing::Older,
            false => Standing::New,
        }
    }

    pub(crate) fn holds_content(&self, sha256: &ContentHash) -> bool {
        self.content_size(sha256).is_some()
    }

    fn look_at(
        &self,
        plan: &Plan,
        read: &mut Reading,
        record: RecordId,
        planned: &Planned,
    ) -> Result<RecordLook, SessionError> {
        let joined = &plan.joined;
        let heads = joined.heads(record);
        let first = heads.first().copied().unwrap_or_default();
        let is_new = |hash: &EntryHash| joined.tag(hash) == Some(COMES);
        let new: Vec<EntryHash> = joined.revisions(record).filter(is_new).collect();
        let waiting = new.iter().filter(|hash| joined.is_waiting(hash)).count() as u64;
        let shown = match read.said.remove(&record) {
            Some(said) => Some(said),
            None => self
                .held_body(&first)?
                .map(|body| Said::of(plan.kind(&first), &body)),
        };
        let is_unreadable = shown.is_none();
        let said = shown.unwrap_or_default();
        let state = if new.is_empty() && !planned.completes {
            State::Known
        } else if heads.len() > 1 && self.is_conflict(joined, record, read)? {
            State::Conflict
        } else if said.is_withdrawn || plan.stopped.contains(&record) {
            State::Withdrawn
        } else if waiting > 0 {
            State::Waiting
        } else if heads.len() > 1 {
            State::Merged
        } else if !self.graph().has_record(record) {
            State::New
        } else if heads == self.graph().heads(record) && !planned.completes {
            State::Older
        } else {
            State::Changed
        };
        Ok(RecordLook {
            record,
            kind: plan.kind(&first).to_owned(),
            title: said.title,
            state,
            trashed: said.is_trashed,
            is_unreadable,
            new_revisions: new.len() as u64,
            waiting,
            bytes: read.bytes.get(&record).copied().unwrap_or_default(),
            files: 0,
            file_bytes: 0,
            attached_to: said.attached_to,
            from: planned.from.clone(),
        })
    }

    /// Whether the heads that a record would have clash.
    fn is_conflict(
        &self,
        joined: &Graph,
        record: RecordId,
        read: &Reading,
    ) -> Result<bool, SessionError> {
        let mut failed = None;
        let mut content = |hash: &EntryHash| -> Option<Body> {
            match read.kept.get(hash) {
                Some(bytes) => Body::read(bytes),
                None => self.held_body(hash).unwrap_or_else(|error| {
                    failed = Some(error);
                    None
                }),
            }
        };
        let clashes = clashes(joined, record, &mut content);
        failed.map_or(Ok(clashes), Err)
    }

    /// The body of a revision, where it is held and whole.
    fn held_body(&self, revision: &EntryHash) -> Result<Option<Body>, SessionError> {
        match self.body(revision) {
            Ok(body) => Ok(Some(body)),
            Err(
                SessionError::NoSuchRevision
                | SessionError::BodyNotHeld(_)
                | SessionError::BodyDamaged { .. },
            ) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Whether the heads of a record clash, and so are for a person.
fn clashes(
    graph: &Graph,
    record: RecordId,
    content: &mut dyn FnMut(&EntryHash) -> Option<Body>,
) -> bool {
    let mut content = |hash: &EntryHash| {
        let Body { trashed, record } = content(hash)?;
        Some(Content { record, trashed })
    };
    merge(graph, record, &mut content).is_conflict()
}

/// Says of each attachment that comes which content comes with it, and of what it belongs to how much that is.
fn share_contents(records: &mut [RecordLook], read: &Reading) {
    let mut of_owner: HashMap<RecordId, (u64, u64)> = HashMap::new();
    for look in &mut *records {
        let named = read.contents.get(&look.record).into_iter().flatten();
        for size in named.filter_map(|sha256| read.coming.get(sha256)) {
            look.files += 1;
            look.file_bytes += size;
        }
        if let Some(owner) = look.attached_to {
            let sum = of_owner.entry(owner).or_default();
            *sum = (sum.0 + look.files, sum.1 + look.file_bytes);
        }
    }
    for look in records {
        let (files, bytes) = of_owner.get(&look.record).copied().unwrap_or_default();
        look.files += files;
        look.file_bytes += bytes;
    }
}

/// What is known of a record from the entries alone.
#[derive(Debug, Default)]
struct Planned {
    from: BTreeSet<usize>,
    /// A body comes for a revision that is held without.
    completes: bool,
}

/// What the entries of all files say together.
#[derive(Default)]
pub(crate) struct Plan {
    files: Vec<FileLook>,
    records: BTreeMap<RecordId, Planned>,
    /// The records of the files as they would be: all of their revisions, held or coming.
    joined: Graph,
    contents: BTreeSet<ContentHash>,
    /// Revisions whose bodies say what a record would say.
    pub(crate) shown: HashMap<EntryHash, RecordId>,
    /// Records that would have several heads.
    pub(crate) incomplete: BTreeSet<RecordId>,
    /// Logs that are not known to be forked, and would be.
    forks: BTreeMap<DeviceId, u64>,
    /// Records of which a sender says that they may go no further.
    stopped: BTreeSet<RecordId>,
}

impl Plan {
    fn note_fork(&mut self, device: DeviceId, place: u64) {
        let from = self.forks.entry(device).or_insert(place);
        *from = place.min(*from);
    }

    fn close(&mut self, session: &Session) {
        self.joined
            .extend_by(session.graph(), self.records.keys().copied());
        for record in self.records.keys() {
            if let Some(first) = self.joined.first_head(*record) {
                self.shown.insert(first, *record);
            }
            if self.joined.head_count(*record) > 1 {
                self.incomplete.insert(*record);
            }
        }
        for one in self
            .files
            .iter()
            .filter(|look| {
                let relation = session.relation(&look.manifest.sender.key());
                !matches!(relation, Relation::Unknown)
            })
            .flat_map(|look| &look.manifest.notices.withdrawn)
        {
            let node = self.joined.node(&one.revision);
            if node.is_some_and(|node| node.record == one.record) {
                self.stopped.insert(one.record);
            }
        }
    }

    /// The name of a revision's kind, known here or not.
    fn kind(&self, revision: &EntryHash) -> &str {
        let node = self.joined.node(revision);
        node.map_or("", |node| kind_of(node.schema))
    }
}

pub(crate) fn kind_of(schema: &str) -> &str {
    schema.split('/').next().unwrap_or_default()
}
