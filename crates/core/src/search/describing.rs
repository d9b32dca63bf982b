//! What the index is given of a record: read from its heads, on all cores, some megabytes at a time.

use rayon::prelude::*;
use zeroize::Zeroizing;

use crate::record::body::Body;
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_store::search::{About, Document, DocumentBuilder, Said, describe};

/// Bytes of packed bodies that are looked at by themselves at most, or described in one go: one sender must not have
/// every question read as much as their bundles may bring. They may unpack to sixteen times as much.
const MOST_SAID: u64 = 2 << 20;
/// Bytes of bodies that are described side by side. Described, a body may take sixty times its bytes; one that is longer than this
/// is described alone, however many cores there are.
const TOGETHER: usize = 8 << 20;

/// A record that is being described.
enum Read {
    /// By the body of its one head.
    One(About, Zeroizing<Vec<u8>>),
    /// By its heads, or without any that can be read.
    Described(Box<Document>),
}

impl Read {
    fn describe(self) -> Document {
        match self {
            Self::One(about, bytes) => {
                let body = Body::read(&bytes);
                describe(about, body.as_ref().map(Said::from))
            }
            Self::Described(document) => *document,
        }
    }
}

impl<'b> From<&'b Body> for Said<'b> {
    fn from(body: &'b Body) -> Self {
        Self {
            record: &body.record,
            trashed: body.trashed,
        }
    }
}

impl Session {
    /// Those of these records, in their order, that say no more together than is described in one go; the first at least.
    pub(super) fn that_say_little(
        &self,
        records: Vec<RecordId>,
    ) -> Result<Vec<RecordId>, SessionError> {
        let (mut bytes, mut little) = (0, Vec::with_capacity(records.len()));
        for record in records {
            let said = self.said_bytes(record)?;
            if little.is_empty() || bytes + said <= MOST_SAID {
                bytes += said;
                little.push(record);
            }
        }
        Ok(little)
    }

    /// Reads the bodies of these records one after the other and describes them side by side, some megabytes at a time.
    pub(super) fn describe_batch(&self, ids: &[RecordId]) -> Result<Vec<Document>, SessionError> {
        let mut documents = Vec::with_capacity(ids.len());
        let (mut read, mut bytes) = (Vec::new(), 0);
        for id in ids {
            let Some(one) = self.read_to_describe(*id)? else {
                continue;
            };
            if let Read::One(_, body) = &one {
                if bytes + body.len() > TOGETHER {
                    documents.par_extend(read.par_drain(..).map(Read::describe));
                    bytes = 0;
                }
                bytes += body.len();
            }
            read.push(one);
        }
        documents.par_extend(read.into_par_iter().map(Read::describe));
        Ok(documents)
    }

    fn read_to_describe(&self, id: RecordId) -> Result<Option<Read>, SessionError> {
        let heads = self.graph().heads(id);
        let Some(about) = self.about(id, &heads) else {
            return Ok(None);
        };
        let [head] = heads[..] else {
            let mut builder = DocumentBuilder::of(about);
            self.each_state(id, &mut |body| {
                builder.add_head(body.as_ref().map(Said::from));
            })?;
            return Ok(Some(Read::Described(Box::new(builder.build()))));
        };
        Ok(Some(match self.body_bytes(&head) {
            Ok(bytes) => Read::One(about, bytes),
            Err(SessionError::BodyNotHeld(_) | SessionError::BodyDamaged { .. }) => {
                Read::Described(Box::new(describe(about, None)))
            }
            Err(error) => return Err(error),
        }))
    }

    fn about(&self, id: RecordId, heads: &[EntryHash]) -> Option<About> {
        let first = heads.first()?;
        let node = self.graph().node(first)?;
        let times = self.graph().revisions(id);
        let created = times
            .filter_map(|hash| Some(self.graph().node(&hash)?.time))
            .min();
        let kind = node.schema.split('/').next().unwrap_or_default().to_owned();
        Some(About {
            id,
            kind,
            revision: *first,
            saved: node.time,
            created: created.unwrap_or(node.time),
            heads: heads.len() as u32,
            is_conflict: self.is_in_conflict(id),
            mark: self.mark_of(id, heads),
        })
    }
}
