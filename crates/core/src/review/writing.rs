//! Writing a review package from the vault.

use std::io::{Read, Write};

use secrecy::SecretString;

use crate::send::select::Selection;
use crate::send::writing::unwrap_owner;
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::{PackageId, RecordId};
use fieldnotes_format::exchange::review::{self, OutgoingReview, ReviewRecord, ReviewSource};
use fieldnotes_format::exchange::{Address, FileItem, Stop};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::make_id;

/// What a package that was written holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReviewSummary {
    pub(crate) package: PackageId,
    pub(crate) records: u64,
    pub(crate) files: u64,
}

impl Session {
    /// Writes the selected records as they stand, and the contents that they name, to `out`. A record with
    /// several heads has no one revision to cite; the caller must not select it.
    pub(crate) fn write_review<W: Write>(
        &self,
        out: W,
        selection: &Selection,
        passphrase: &SecretString,
        watch: &mut Watch<'_>,
    ) -> Result<(W, ReviewSummary), SessionError> {
        let heads: Vec<(RecordId, EntryHash)> = selection
            .records
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
        let package = make_id(&*self.storage.environment.random);
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
            heads: &heads,
        };
        match review::write(out, &outgoing, &address, &mut source, watch) {
            Ok((out, _)) => Ok((out, summary)),
            Err(error) => Err(unwrap_owner(error)),
        }
    }
}

struct Source<'s> {
    session: &'s Session,
    heads: &'s [(RecordId, EntryHash)],
}

impl ReviewSource for Source<'_> {
    fn record(&mut self, index: usize) -> Result<ReviewRecord, Stop> {
        let (id, revision) = *self.heads.get(index).ok_or(SessionError::NoSuchRecord)?;
        let node = self
            .session
            .records
            .graph()
            .node(&revision)
            .ok_or(SessionError::NoSuchRevision)?;
        let (kind, _) = node.schema.split_once('/').unwrap_or((node.schema, ""));
        Ok(ReviewRecord {
            id,
            kind: kind.to_owned(),
            schema: node.schema.to_string(),
            revision,
            saved_at: node.time,
            record: self.session.body(&revision)?.record,
        })
    }

    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop> {
        Ok(Box::new(self.session.content(&file.sha256)?))
    }
}
