//! Taking in many records at once, from JSON lines.

use std::io::{BufRead, Read};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::{Code, Error, Outcome, Watch, ids};
use crate::random::make_uuid;
use crate::records::{Kind, Record};
use crate::session::{NewRevision, Session};

/// Records saved in one transaction.
const BATCH: usize = 1_000;
/// Bytes of lines that are in memory at a time: long records make a transaction shorter.
const BATCH_BYTES: usize = 16 << 20;
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
/// One transaction for every 1,000 lines, or for fewer that are long. A line that is wrong ends the import; the failure names it. Every failure, and
/// cancelling too, says how many records of the lines before it were `saved`.
pub fn lines(
    session: &mut Session,
    input: &mut dyn BufRead,
    total: u64,
    watch: &mut Watch<'_>,
) -> Outcome<ImportedLines> {
    let mut saved = 0;
    let mut read = 0;
    let mut number = 0_u64;
    loop {
        // Lines and their numbers; what ends the import behind them is told once they are found to be in order.
        let (mut batch, mut bytes) = (Vec::new(), 0);
        let end = loop {
            let mut line = Zeroizing::new(Vec::new());
            let count = match input.take(MAX_LINE + 1).read_until(b'\n', &mut line) {
                Ok(count) => count as u64,
                Err(error) => break Some(Err(error.into())),
            };
            number += 1;
            read += count;
            if count == 0 {
                break Some(Ok(()));
            }
            if count > MAX_LINE {
                let error = Error::new(Code::RecordTooLarge);
                break Some(Err(error.with("line", number).with("saved", saved)));
            }
            if !line.trim_ascii().is_empty() {
                bytes += line.len();
                batch.push((number, line));
            }
            if batch.len() == BATCH || bytes >= BATCH_BYTES {
                break None;
            }
        };
        let revisions = revisions(session, &batch)
            .map_err(|(line, error)| error.with("line", line).with("saved", saved))?;
        if let Some(Err(error)) = end {
            return Err(error);
        }
        if !revisions.is_empty() {
            let so_far = |error: Error| error.with("saved", saved);
            // Before the transaction: whoever cancels has what was there before it, and not one thousand more.
            watch
                .step(read, total.max(read))
                .map_err(|error| so_far(error.into()))?;
            let size = revisions.len() as u64;
            session
                .save(revisions, None)
                .map_err(|error| so_far(error.into()))?;
            saved += size;
        }
        if end.is_some() {
            return Ok(ImportedLines { records: saved });
        }
    }
}

/// Reads lines on all cores; the ids are then drawn in their order. The first line that is wrong is named.
fn revisions(
    session: &Session,
    lines: &[(u64, Zeroizing<Vec<u8>>)],
) -> Result<Vec<NewRevision>, (u64, Error)> {
    let parsed: Vec<Outcome<Record>> = lines.par_iter().map(|(_, line)| parse(line)).collect();
    let mut records = Vec::with_capacity(lines.len());
    for ((number, _), parsed) in lines.iter().zip(parsed) {
        let mut record = parsed.map_err(|error| (*number, error))?;
        let random = &*session.environment().random;
        let id = make_uuid(random);
        record.identify(&mut || make_uuid(random));
        records.push((id, record));
    }
    let revisions = records.par_iter().map(|(id, record)| NewRevision {
        record: *id,
        parents: Vec::new(),
        schema: record.kind().schema().to_owned(),
        trashed: false,
        value: record.to_value(),
    });
    Ok(revisions.collect())
}

fn parse(line: &[u8]) -> Outcome<Record> {
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
    Ok(Record::from_value(kind, value)?)
}
