//! Taking in many records at once, from JSON lines.

use std::io::{BufRead, Read};

use serde::Serialize;
use serde_json::Value;

use super::{Code, Error, Outcome, Watch, ids};
use crate::random::make_uuid;
use crate::records::{Kind, Record};
use crate::session::{NewRevision, Session};

/// Records saved in one transaction.
const BATCH: usize = 1_000;
/// The longest line.
const MAX_LINE: u64 = 8 << 20;

/// What an import added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ImportedLines {
    /// How many records.
    pub records: u64,
}

/// Adds a record for each line: `{"kind": "…", "record": {…}}`, or the members of the record beside `kind`.
///
/// One transaction for every 1,000 lines. A line that is wrong ends the import; the failure names it. Every failure, and
/// cancelling too, says how many records of the lines before it were `saved`.
pub fn lines(
    session: &mut Session,
    input: &mut dyn BufRead,
    total: u64,
    watch: &mut Watch<'_>,
) -> Outcome<ImportedLines> {
    let mut saved = 0;
    let mut batch = Vec::new();
    let mut read = 0;
    let mut buffer = Vec::new();
    let mut number = 0_u64;
    loop {
        buffer.clear();
        let count = input.take(MAX_LINE + 1).read_until(b'\n', &mut buffer)? as u64;
        number += 1;
        read += count;
        let at_line = |error: Error| error.with("line", number).with("saved", saved);
        if count > MAX_LINE {
            return Err(at_line(Error::new(Code::RecordTooLarge)));
        }
        if !buffer.trim_ascii().is_empty() {
            batch.push(revision(session, &buffer).map_err(at_line)?);
        }
        if batch.len() == BATCH || (count == 0 && !batch.is_empty()) {
            let so_far = |error: Error| error.with("saved", saved);
            // Before the transaction: whoever cancels has what was there before it, and not one thousand more.
            watch
                .step(read, total.max(read))
                .map_err(|error| so_far(error.into()))?;
            let size = batch.len() as u64;
            session
                .save(std::mem::take(&mut batch), None)
                .map_err(|error| so_far(error.into()))?;
            saved += size;
        }
        if count == 0 {
            return Ok(ImportedLines { records: saved });
        }
    }
}

fn revision(session: &Session, line: &[u8]) -> Outcome<NewRevision> {
    let text = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let value: Value = serde_json::from_slice(text)
        .map_err(|error| Error::new(Code::JsonInvalid).with("column", error.column()))?;
    let kind = value
        .get("kind")
        .and_then(Value::as_str)
        .ok_or_else(|| Error::new(Code::KindUnknown))?;
    let kind = ids::kind(kind)?;
    if kind == Kind::Attachment {
        return Err(Error::new(Code::AttachmentNeedsFile));
    }
    let parsed = Record::from_value(kind, value)?;
    let id = make_uuid(&*session.environment().random);
    Ok(super::record::revision_of(session, id, Vec::new(), parsed))
}
