//! Writing a review package from the vault.

use std::collections::HashMap;
use std::io::{Read, Write};

use secrecy::SecretString;

use crate::review::prepare::Prepared;
use crate::send::writing::unwrap_owner;
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::{PackageId, RecordId};
use fieldnotes_domain::records::Kind;
use fieldnotes_domain::redaction::leak::Leak;
use fieldnotes_format::exchange::review::{self, OutgoingReview, ReviewRecord, ReviewSource};
use fieldnotes_format::exchange::{Address, FileItem, Stop};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::make_id;

/// What a package that was written holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReviewSummary {
    pub(super) package: PackageId,
    pub(super) records: u64,
    pub(super) files: u64,
}

impl Session {
    /// Writes the records that go, as they go, and the contents that they name, to `out`. A record with several heads has no one
    /// revision to cite; the caller writes what they say together before.
    pub(super) fn write_review<W: Write>(
        &self,
        out: W,
        prepared: &Prepared<'_>,
        package: PackageId,
        passphrase: &SecretString,
        watch: &mut Watch<'_>,
    ) -> Result<(W, ReviewSummary), SessionError> {
        let heads: Vec<(RecordId, EntryHash)> = prepared
            .goes
            .iter()
            .map(|record| {
                self.records
                    .graph()
                    .first_head(*record)
                    .map(|head| (*record, head))
                    .ok_or(SessionError::NoSuchRecord)
            })
            .collect::<Result<_, _>>()?;
        let files = self.contents_of(heads.iter().map(|(_, head)| head));
        for file in &files {
            self.check_content(prepared, file, watch)?;
        }
        let outgoing = OutgoingReview {
            package,
            created: self.storage.environment.clock.now(),
            exporter: self.own.identity(),
            records: heads.len(),
            files,
        };
        let summary = ReviewSummary {
            package,
            records: heads.len() as u64,
            files: outgoing.files.len() as u64,
        };
        let address = Address::Passphrase {
            passphrase,
            work_factor: self.work_factor(),
        };
        let mut source = Source {
            session: self,
            prepared,
            heads: &heads,
            kept: HashMap::new(),
            kept_bytes: 0,
        };
        match review::write(out, &outgoing, &address, &mut source, watch) {
            Ok((out, _)) => Ok((out, summary)),
            Err(error) => Err(unwrap_owner(error)),
        }
    }

    /// The id of a package that is to be written.
    pub(crate) fn new_package(&self) -> PackageId {
        make_id(&*self.storage.environment.random)
    }

    /// Whether something that is to be hidden stands in the content of an attachment, as far as that can be seen in its bytes.
    fn check_content(
        &self,
        prepared: &Prepared<'_>,
        file: &FileItem,
        watch: &mut Watch<'_>,
    ) -> Result<(), SessionError> {
        let mut content = self.content(&file.sha256)?;
        let mut stream = prepared.leaks.stream();
        let mut piece = zeroize::Zeroizing::new(vec![0; PIECE]);
        let mut leaks = 0_u64;
        // In bytes that are no text a few of them look like any short name.
        let count = |leak: Leak| u64::from(leak.length >= FEWEST_BYTES);
        loop {
            watch.step(0, 0)?;
            let length = content.read(&mut piece)?;
            let part = piece.get(..length).unwrap_or_default();
            if part.is_empty() {
                break;
            }
            stream.push(part, &mut |leak| leaks += count(leak));
        }
        stream.finish(&mut |leak| leaks += count(leak));
        match leaks {
            0 => Ok(()),
            count => Err(SessionError::Leak {
                record: self.owner_of_content(prepared, file),
                count,
            }),
        }
    }

    fn owner_of_content(&self, prepared: &Prepared<'_>, file: &FileItem) -> RecordId {
        let has_it = |record: &&RecordId| {
            let head = self.records.graph().first_head(**record);
            let contents = self.contents_of(head.iter());
            contents.iter().any(|one| one.sha256 == file.sha256)
        };
        prepared
            .goes
            .iter()
            .find(has_it)
            .copied()
            .unwrap_or_default()
    }
}

/// Bytes of a name that is looked for in the content of a file: two syllables in UTF-8, three in UTF-16.
const FEWEST_BYTES: usize = 6;
/// Bytes of a content that are looked through at a time.
const PIECE: usize = 64 << 10;

/// A record as a package has it, checked: nothing that is to be hidden stands in it.
pub(super) fn outgoing(
    session: &Session,
    prepared: &Prepared<'_>,
    record: RecordId,
    revision: EntryHash,
) -> Result<ReviewRecord, SessionError> {
    let node = session.graph().node(&revision);
    let node = node.ok_or(SessionError::NoSuchRevision)?;
    let kind = Kind::of_schema(node.schema).map_err(|_| SessionError::NoSuchRecord)?;
    let body = session.body(&revision)?;
    let redacted = prepared.redact(record, kind, &body.record);
    if !redacted.outdated.is_empty() {
        let count = redacted.outdated.len() as u64;
        return Err(SessionError::DecisionOutdated { record, count });
    }
    let outgoing = ReviewRecord {
        id: prepared.id_of(record),
        kind: kind.as_str().to_owned(),
        schema: node.schema.to_owned(),
        revision: prepared.cited(record, &revision),
        saved_at: prepared.saved_at(node.time),
        record: redacted.record,
    };
    let count = prepared.leaks_in(record, &outgoing.record);
    match count {
        0 => Ok(outgoing),
        count => Err(SessionError::Leak { record, count }),
    }
}

/// Records that are kept between the two times that they are asked for, at most: about as many bytes as that many letters.
const KEPT_BYTES: u64 = 64 << 20;

struct Source<'s> {
    session: &'s Session,
    prepared: &'s Prepared<'s>,
    heads: &'s [(RecordId, EntryHash)],
    /// Records that were asked for once.
    kept: HashMap<usize, ReviewRecord>,
    kept_bytes: u64,
}

impl ReviewSource for Source<'_> {
    fn record(&mut self, index: usize) -> Result<ReviewRecord, Stop> {
        let (record, revision) = *self.heads.get(index).ok_or(SessionError::NoSuchRecord)?;
        if let Some(record) = self.kept.remove(&index) {
            return Ok(record);
        }
        let outgoing = outgoing(self.session, self.prepared, record, revision)?;
        self.kept_bytes += self.session.said_bytes(record).map_err(Stop::from)?;
        if self.kept_bytes <= KEPT_BYTES {
            self.kept.insert(index, outgoing.clone());
        }
        Ok(outgoing)
    }

    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop> {
        Ok(Box::new(self.session.content(&file.sha256)?))
    }
}
