//! What bundles would bring.

use std::collections::BTreeMap;
use std::path::PathBuf;

use secrecy::SecretString;
use serde::Serialize;

use crate::colleague::fork::{self, ClaimedLog, ForkedLog};
use crate::error::{Code, Outcome};
use crate::outside::infile::{self, Links};
use crate::receive::look::{FileLook, RecordLook, Standing, State};
use crate::receive::{Sender, sender};
use crate::session::Session;
use crate::words::words;
use fieldnotes_format::progress::Watch;

/// What bundles would bring together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct BundlesPreview {
    /// Each file, in the order in which they were given.
    pub files: Vec<FilePreview>,
    /// How many records are so, by state; a state that none has is left out.
    pub states: BTreeMap<PreviewState, u64>,
    /// Revisions that wait for what they were made from.
    pub waiting: u64,
    /// The records, those first that ask for attention: in conflict, merged, withdrawn, waiting, new, changed, older,
    /// known. As many as were asked for.
    pub records: Vec<RecordPreview>,
    /// Device logs that two copies of one vault have written, as these bundles show for the first time. An import refuses
    /// them, unless it is asked to take them in.
    pub forked: Vec<ForkedLog>,
    /// Logs that a second identity says are its own. An import changes nothing in whose they are.
    pub claimed: Vec<ClaimedLog>,
}

/// What one file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct FilePreview {
    /// The bundle.
    pub bundle: String,
    /// A name of this bundle, this sender and this content together: an import that is given it takes nothing else.
    pub token: String,
    /// Who made it. The signature holds.
    pub sender: Sender,
    /// When, by the sender's clock: RFC 3339 in UTC.
    pub created_at: String,
    /// Fingerprints of those whom it is for; empty for a passphrase.
    pub recipients: Vec<String>,
    /// Whom it is for.
    pub meant_for: MeantFor,
    /// Why it cannot be taken in, and was not read further; null where it can.
    pub refused: Option<Code>,
    /// It was taken in before, and all of it.
    pub was_seen: bool,
    /// How it compares with what is held.
    pub standing: FileStanding,
    /// Records in it.
    pub records: u64,
    /// Revisions of them.
    pub revisions: u64,
    /// Those that are neither held nor in a file before this one.
    pub new_revisions: u64,
    /// Contents of attachments.
    pub files: u64,
    /// Those that are neither held nor in a file before this one.
    pub new_files: u64,
    /// Bytes of the contents.
    pub file_bytes: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

words! {
    /// Whom a bundle is for.
    pub enum MeantFor {
        /// This vault, by name.
        Us = "us",
        /// Whoever knows the passphrase.
        Passphrase = "passphrase",
        /// Others: somebody passed it on to us.
        Others = "others",
    }
}

words! {
    /// How a bundle compares with what is held.
    pub enum FileStanding {
        /// Something in it is newer.
        New = "new",
        /// All that is new in it is older than what is held.
        Older = "older",
        /// All of it is held.
        Known = "known",
    }
}

impl From<Standing> for FileStanding {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::New => Self::New,
            Standing::Older => Self::Older,
            Standing::Known => Self::Known,
        }
    }
}

/// What would become of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct RecordPreview {
    /// The record.
    pub id: String,
    /// Its kind; one that this version does not know is shown by its name.
    pub kind: String,
    /// What to call it; empty where its body is not to be read.
    pub title: String,
    /// What would become of it.
    pub state: PreviewState,
    /// It would lie in the trash.
    pub trashed: bool,
    /// Its newest state came without what it says.
    pub is_unreadable: bool,
    /// Revisions that are not held.
    pub new_revisions: u64,
    /// Those of them that wait for what they were made from.
    pub waiting: u64,
    /// Bytes of what they say.
    pub bytes: u64,
    /// Contents of its attachments that are not held.
    pub files: u64,
    /// Bytes of them.
    pub file_bytes: u64,
    /// The record that this attachment belongs to.
    pub attached_to: Option<String>,
    /// Positions in `files` of those that it stands in.
    pub from: Vec<usize>,
}

words! {
    /// What an import would do to a record. By name, as counts are listed.
    pub enum PreviewState {
        /// It is here, and is changed.
        Changed = "changed",
        /// Two sides changed the same, and a person has to settle it.
        Conflict = "conflict",
        /// Nothing of it is new.
        Known = "known",
        /// Two sides changed different things, which go together.
        Merged = "merged",
        /// It is not here yet.
        New = "new",
        /// Only earlier states of it are new.
        Older = "older",
        /// Something that it was made from is missing, and may come later.
        Waiting = "waiting",
        /// The narrator has withdrawn consent.
        Withdrawn = "withdrawn",
    }
}

impl From<State> for PreviewState {
    fn from(state: State) -> Self {
        match state {
            State::Conflict => Self::Conflict,
            State::Merged => Self::Merged,
            State::Withdrawn => Self::Withdrawn,
            State::Waiting => Self::Waiting,
            State::New => Self::New,
            State::Changed => Self::Changed,
            State::Older => Self::Older,
            State::Known => Self::Known,
        }
    }
}

/// Checks bundles together, as one import of them would find them. Nothing is written. At most `limit` records are
/// listed; counted are all.
pub fn preview(
    session: &Session,
    paths: &[PathBuf],
    passphrase: Option<&SecretString>,
    limit: usize,
    watch: &mut Watch<'_>,
) -> Outcome<BundlesPreview> {
    let inputs = paths
        .iter()
        .map(|path| infile::open(path, Links::Refuse))
        .collect::<Outcome<Vec<_>>>()?;
    let lengths = inputs
        .iter()
        .map(|file| file.metadata().map(|meta| meta.len()))
        .collect::<Result<Vec<_>, _>>()?;
    let found = session.preview(inputs, passphrase, watch)?;
    let mut states = BTreeMap::new();
    for look in &found.records {
        *states.entry(look.state.into()).or_default() += 1;
    }
    Ok(BundlesPreview {
        files: found
            .files
            .iter()
            .zip(lengths)
            .map(|(look, bytes)| file(session, look, bytes))
            .collect(),
        states,
        waiting: found.records.iter().map(|look| look.waiting).sum(),
        forked: found
            .forks
            .iter()
            .map(|(device, from)| fork::shown(session, device, *from))
            .collect(),
        claimed: found
            .device_conflicts
            .iter()
            .map(|one| fork::claimed(session, one))
            .collect(),
        records: found.records.into_iter().take(limit).map(record).collect(),
    })
}

fn file(session: &Session, look: &FileLook, bytes: u64) -> FilePreview {
    let manifest = &look.manifest;
    FilePreview {
        bundle: manifest.bundle.to_string(),
        token: manifest.token().to_string(),
        sender: sender(session, &manifest.sender),
        created_at: manifest.created.to_string(),
        recipients: manifest
            .recipients
            .iter()
            .map(ToString::to_string)
            .collect(),
        meant_for: match (look.is_for_others, manifest.recipients.is_empty()) {
            (true, _) => MeantFor::Others,
            (false, true) => MeantFor::Passphrase,
            (false, false) => MeantFor::Us,
        },
        refused: look.is_for_others.then_some(Code::NotForUs),
        was_seen: look.was_seen,
        standing: look.standing.into(),
        records: look.records,
        revisions: look.revisions,
        new_revisions: look.new_revisions,
        files: manifest.files.len() as u64,
        new_files: look.new_files,
        file_bytes: manifest.files.iter().map(|file| file.size).sum(),
        bytes,
    }
}

fn record(look: RecordLook) -> RecordPreview {
    RecordPreview {
        id: look.record.to_string(),
        kind: look.kind,
        title: look.title,
        state: look.state.into(),
        trashed: look.trashed,
        is_unreadable: look.is_unreadable,
        new_revisions: look.new_revisions,
        waiting: look.waiting,
        bytes: look.bytes,
        files: look.files,
        file_bytes: look.file_bytes,
        attached_to: look.attached_to.map(|owner| owner.to_string()),
        from: look.from.into_iter().collect(),
    }
}
