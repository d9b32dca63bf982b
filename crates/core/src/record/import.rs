//! Taking in many records at once, from JSON lines.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{BufRead, Read};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::save::NewRevision;
use crate::record::save_all::Before;
use crate::session::Session;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::{self, Kind, Record, RecordFault};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::{Random, make_id};

mod links;

/// Records that are in memory at a time.
const BATCH: usize = 1_000;
/// Bytes of lines that are read together, on all cores; a longer line is read alone. In memory lines may take fifty times as much.
const BATCH_BYTES: usize = 4 << 20;
/// The longest line.
const MAX_LINE: u64 = records::MAX_DOCUMENT as u64;
/// Members and links that are named; there may be more.
const NAMED: usize = 100;

/// What an import added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ImportedLines {
    /// How many records.
    pub records: u64,
    /// How many lines were left out, because the record of that id is here and says the same.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(test, ts(optional, as = "Option<u64>"))]
    pub unchanged: u64,
    /// Members that this version does not know, 100 at most. They are kept; a slip such as `titel` is among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<UnknownMember>>"))]
    pub unknown: Vec<UnknownMember>,
    /// Links to records that are neither in the vault nor in the file, 100 at most.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<OpenLink>>"))]
    pub open_links: Vec<OpenLink>,
    /// How many records are linked to and are nowhere.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(test, ts(optional, as = "Option<u64>"))]
    pub open_link_count: u64,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// A member that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct UnknownMember {
    /// Its path, without the positions in lists.
    pub name: String,
    /// The first line that has it.
    pub line: u64,
    /// How many records have it.
    pub count: u64,
}

/// A link to a record that is nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct OpenLink {
    /// The first line that has it.
    pub line: u64,
    /// The id that it names.
    pub record: String,
}

/// Adds a record for each line: `{"kind": "…", "record": {…}}`, or the members of the record beside `kind`. A record keeps
/// the `id` that its line has; where a record of that id is here already, it must say the same, and the line is left out.
///
/// One transaction: all lines or none. A line that is wrong ends the import; the failure names it, and says like every other,
/// cancelling too, how many records were `saved`: none.
pub fn lines(
    session: &mut Session,
    input: &mut dyn BufRead,
    total: u64,
    watch: &mut Watch<'_>,
) -> Outcome<ImportedLines> {
    let random = session.environment().random.clone();
    let mut import = Import {
        random,
        input,
        number: 0,
        read: 0,
        is_over: false,
        waiting: None,
        seen: HashSet::new(),
        open: HashMap::new(),
        unknown: BTreeMap::new(),
        done: ImportedLines::default(),
    };
    let saved = session.save_all(&mut |before: &Before<'_, '_>| {
        let revisions = import.next(before)?;
        watch.step(import.read, total.max(import.read))?;
        Ok(revisions)
    });
    let records = saved.map_err(|error: Error| error.with("saved", 0))?;
    Ok(import.finish(records))
}

/// A line and its number.
type Line = (u64, Zeroizing<Vec<u8>>);

struct Import<'i> {
    random: Arc<dyn Random>,
    input: &'i mut dyn BufRead,
    /// Of the last line that was read.
    number: u64,
    /// Bytes.
    read: u64,
    is_over: bool,
    /// A line that was read and is for the next batch.
    waiting: Option<Line>,
    /// Ids that lines have.
    seen: HashSet<RecordId>,
    /// Records that are linked to and were not met yet, and the line that does first.
    open: HashMap<RecordId, u64>,
    unknown: BTreeMap<String, (u64, u64)>,
    done: ImportedLines,
}

impl Import<'_> {
    /// The next records; nothing at the end.
    fn next(&mut self, before: &Before<'_, '_>) -> Outcome<Option<Vec<NewRevision>>> {
        if self.is_over {
            self.open.retain(|record, _| !before.has(*record));
            return Ok(None);
        }
        let (lines, end) = self.batch();
        let parsed: Vec<Outcome<Parsed>> = lines.par_iter().map(|(_, line)| parse(line)).collect();
        let mut records = Vec::with_capacity(lines.len());
        for ((number, _), parsed) in lines.iter().zip(parsed) {
            let added = parsed.and_then(|parsed| self.add(before, *number, parsed));
            records.extend(added.map_err(|error| error.with("line", number))?);
        }
        // What is wrong before that is reported first.
        end?;
        let revisions = records.par_iter().map(|(id, record)| NewRevision {
            record: *id,
            parents: Vec::new(),
            schema: record.kind().schema().to_owned(),
            trashed: false,
            value: record.to_value(),
        });
        Ok(Some(revisions.collect()))
    }

    /// Reads lines, and what ends the import behind them.
    fn batch(&mut self) -> (Vec<Line>, Outcome<()>) {
        let (mut lines, mut bytes) = (Vec::new(), 0);
        while lines.len() < BATCH && bytes < BATCH_BYTES {
            if let Some((number, line)) = self.waiting.take() {
                bytes += line.len();
                lines.push((number, line));
                continue;
            }
            let mut line = Zeroizing::new(Vec::new());
            let read = (&mut *self.input)
                .take(MAX_LINE + 1)
                .read_until(b'\n', &mut line);
            let count = match read {
                Ok(count) => count as u64,
                Err(error) => return (lines, Err(error.into())),
            };
            if count == 0 {
                self.is_over = true;
                break;
            }
            self.number += 1;
            self.read += count;
            if count > MAX_LINE {
                let error = Error::new(Code::RecordTooLarge).with("line", self.number);
                return (lines, Err(error));
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            self.waiting = Some((self.number, line));
            if !lines.is_empty() && bytes + count as usize > BATCH_BYTES {
                break;
            }
        }
        (lines, Ok(()))
    }

    /// The record of a line under its id; nothing where it is here already.
    fn add(
        &mut self,
        before: &Before<'_, '_>,
        line: u64,
        parsed: Parsed,
    ) -> Outcome<Option<(RecordId, Record)>> {
        let Parsed {
            id,
            mut record,
            unknown,
            links,
        } = parsed;
        if let Some(id) = id {
            if !self.seen.insert(id) {
                return Err(Error::new(Code::RecordInvalid)
                    .with("field", "id")
                    .with("fault", RecordFault::DuplicateId.as_str()));
            }
            if before.has(id) {
                let heads = before.heads(id)?.unwrap_or_default();
                let value = record.to_value();
                let is_same = |(schema, said): &(String, Value)| {
                    Kind::of_schema(schema) == Ok(record.kind()) && says(said, &value)
                };
                if heads.len() == 1 && heads.iter().all(is_same) {
                    self.done.unchanged += 1;
                    return Ok(None);
                }
                return Err(Error::new(Code::RecordExists).with("record", id));
            }
        }
        for name in unknown {
            let known = self.unknown.len() < NAMED;
            match self.unknown.get_mut(&without_positions(&name)) {
                Some((_, count)) => *count += 1,
                None if known => {
                    self.unknown.insert(without_positions(&name), (line, 1));
                }
                None => {}
            }
        }
        for link in links {
            self.open.entry(link).or_insert(line);
        }
        let random = &*self.random;
        let id = id.unwrap_or_else(|| make_id(random));
        record.identify(&mut || make_id(random));
        Ok(Some((id, record)))
    }

    fn finish(self, records: u64) -> ImportedLines {
        let Self {
            open,
            seen,
            unknown,
            done,
            ..
        } = self;
        let mut open: Vec<(u64, RecordId)> = open
            .into_iter()
            .filter(|(record, _)| !seen.contains(record))
            .map(|(record, line)| (line, record))
            .collect();
        open.sort_unstable();
        let unknown = unknown
            .into_iter()
            .map(|(name, (line, count))| UnknownMember { name, line, count });
        ImportedLines {
            records,
            unknown: unknown.collect(),
            open_link_count: open.len() as u64,
            open_links: open
                .into_iter()
                .take(NAMED)
                .map(|(line, record)| OpenLink {
                    line,
                    record: record.to_string(),
                })
                .collect(),
            ..done
        }
    }
}

/// What a line says.
struct Parsed {
    id: Option<RecordId>,
    record: Record,
    /// Members that are not known.
    unknown: Vec<String>,
    /// Records that it names.
    links: Vec<RecordId>,
}

fn parse(line: &[u8]) -> Outcome<Parsed> {
    let value = records::read_json(line)?;
    let kind = value
        .get("kind")
        .and_then(Value::as_str)
        .ok_or_else(|| Error::new(Code::KindUnknown))?;
    let kind = ids::kind(kind)?;
    if kind == Kind::Attachment {
        return Err(Error::new(Code::AttachmentNeedsFile));
    }
    let id = match value.get("id") {
        None | Some(Value::Null) => None,
        Some(Value::String(id)) if id.trim().is_empty() => None,
        Some(Value::String(id)) => Some(ids::parse(id)?),
        Some(_) => return Err(Error::new(Code::IdInvalid)),
    };
    let record = Record::from_value(kind, value)?;
    Ok(Parsed {
        id,
        unknown: record.unknown_members(),
        links: links::of(&record),
        record,
    })
}

/// Whether a saved value says what a document says. It may have ids of elements that the document does not have.
fn says(saved: &Value, document: &Value) -> bool {
    match (saved, document) {
        (Value::Object(saved), Value::Object(document)) => {
            let mut rest = saved.iter();
            document
                .iter()
                .all(|(name, value)| saved.get(name).is_some_and(|saved| says(saved, value)))
                && rest.all(|(name, _)| name == "id" || document.contains_key(name))
        }
        (Value::Array(saved), Value::Array(document)) => {
            saved.len() == document.len()
                && saved
                    .iter()
                    .zip(document)
                    .all(|(saved, value)| says(saved, value))
        }
        (saved, document) => saved == document,
    }
}

/// `acts[3].x` as `acts[].x`.
fn without_positions(path: &str) -> String {
    let mut is_in = false;
    let keep = |c: &char| {
        let was_in = is_in;
        is_in = (is_in || *c == '[') && *c != ']';
        !(was_in && c.is_ascii_digit())
    };
    path.chars().filter(keep).collect()
}
