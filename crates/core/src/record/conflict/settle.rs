//! Settling: by a choice for each clash, or by what holds from now on; and writing what is merged.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::body::Body;
use crate::record::conflict::{are_several, can_take_both, several};
use crate::record::{
    Saved, is_content_of_one, is_of, keeps_refusals, kind_of, revision_of, save, save_parsed,
};
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::history::merge::{self, Merged, Unsettled};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::{self, Kind, Record};

/// How a record is to be settled.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Settle {
    /// The heads that were looked at. Where others have come meanwhile, nothing is saved; where none are named, neither.
    #[serde(default)]
    pub heads: Vec<String>,
    /// The head whose word it is wherever nothing else is chosen, named as in [`How::Take`]; null for none.
    #[serde(default)]
    pub all_from: Option<String>,
    /// A choice for each clash, or for some of them beside `all_from`.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// A refusal or a withdrawal of consent that a side has may be gone.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub drops_refusals: bool,
}

impl Settle {
    /// By somebody who looked at these heads, with nothing chosen yet.
    pub fn seen(heads: Vec<String>) -> Self {
        Self {
            heads,
            ..Self::default()
        }
    }
}

/// A choice for one clash.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Choice {
    /// Which place: [`crate::record::conflict::ClashView::path`].
    pub path: String,
    /// What is to stand there.
    pub how: How,
}

/// What is to stand in a place.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub enum How {
    /// What a head has: its revision, or its number among the sides, from 1.
    Take(String),
    /// What all sides have, one below the other.
    Both,
    /// This; null for nothing.
    Write(#[cfg_attr(test, ts(type = "unknown"))] Value),
}

/// What was merged was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Merges {
    /// The new revisions. What some head says already is not written again.
    pub saved: Vec<Saved>,
    /// Records that are left as they are, because a person has to settle them.
    pub in_conflict: Vec<String>,
}

/// Ends a conflict by a revision made from all heads, where they are still those that were looked at: [`Settle::heads`], or those
/// that the document names, as what `record show` prints does. Of `settle` nothing else but [`Settle::drops_refusals`] counts.
///
/// # Errors
/// [`Code::HeadsMissing`] where neither names any, [`Code::HeadsChanged`] where they are others by now.
pub fn resolve(session: &mut Session, id: &str, json: &[u8], settle: &Settle) -> Outcome<Saved> {
    let record = ids::record(session, id)?;
    let all = session.graph().heads(record);
    let first = *all.first().ok_or(Code::RecordNotFound)?;
    if all.len() < 2 {
        return Err(Error::new(Code::NoConflict).with("record", record));
    }
    let document = records::read_json(json)?;
    match settle.heads.as_slice() {
        [] => are_still(session, record, &all, &heads_in(&document))?,
        heads => are_still(session, record, &all, heads)?,
    }
    is_of(&document, record)?;
    let kind = kind_of(session, &first)?;
    let held = held(session, &all)?;
    let were: Vec<&Value> = held.iter().map(|was| &was.record).collect();
    let parsed = Record::from_value_onto(kind, document, &were)?;
    if kind == Kind::Attachment {
        is_content_of_one(&held, &parsed)?;
    }
    if !settle.drops_refusals {
        keeps_refusals(record, &were, &parsed.to_value())?;
    }
    save_parsed(session, record, all, parsed, None)
}

/// The heads that a document was made from, where it is what `record show` prints.
fn heads_in(document: &Value) -> Vec<String> {
    if !document.get("record").is_some_and(Value::is_object) {
        return Vec::new();
    }
    let heads = document.get("heads").and_then(Value::as_array);
    let names = heads.into_iter().flatten().filter_map(Value::as_str);
    names.map(str::to_owned).collect()
}

/// Ends a conflict by a choice for each clash. What is merged without a clash stays as it is merged.
///
/// # Errors
/// [`Code::HeadsMissing`] where [`Settle::heads`] is empty, [`Code::HeadsChanged`] where they are others by now.
pub fn settle(session: &mut Session, id: &str, settle: &Settle) -> Outcome<Saved> {
    let record = ids::record(session, id)?;
    // Before anything is merged: with many heads that takes long.
    are_several(session, record)?;
    are_still(
        session,
        record,
        &session.graph().heads(record),
        &settle.heads,
    )?;
    let merged = session.merged(record)?;
    let choices = choices(session, record, &merged, settle)?;
    let settled = merged
        .settle(&choices)
        .map_err(|fault| unsettled(record, fault))?;
    let kind = Kind::of_schema(&settled.schema).map_err(|_| Error::new(Code::FormatTooNew))?;
    let held = held(session, &merged.heads)?;
    let were: Vec<&Value> = held.iter().map(|was| &was.record).collect();
    let parsed = Record::from_value_onto(kind, settled.content.record, &were)?;
    if kind == Kind::Attachment {
        is_content_of_one(&held, &parsed)?;
    }
    if !settle.drops_refusals {
        keeps_refusals(record, &were, &parsed.to_value())?;
    }
    let unknown = parsed.unknown_members();
    let mut revision = revision_of(session, record, merged.heads, parsed);
    revision.trashed = settled.content.trashed;
    let saved = save(session, revision, None)?;
    Ok(Saved { unknown, ..saved })
}

/// What the heads say, as far as it is held here.
fn held(session: &Session, heads: &[EntryHash]) -> Outcome<Vec<Body>> {
    let mut held: Vec<Body> = Vec::new();
    for head in heads {
        match session.body(head) {
            Ok(body) => held.push(body),
            Err(SessionError::BodyNotHeld(_) | SessionError::BodyDamaged { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(held)
}

/// Heads that an error names. Of more, whoever looks at the conflict learns the rest.
const MOST_NAMED: usize = 100;

/// Whether the heads are those that somebody looked at.
fn are_still(
    session: &Session,
    record: RecordId,
    heads: &[EntryHash],
    expected: &[String],
) -> Outcome<()> {
    if expected.is_empty() {
        let names = heads.iter().take(MOST_NAMED).map(ids::short);
        let names: Vec<String> = names.collect();
        let numbered = (1..)
            .zip(&names)
            .map(|(at, head): (usize, _)| format!("{at} = {head}"));
        let error = Error::new(Code::HeadsMissing).with("record", record);
        let sides = numbered.collect::<Vec<_>>().join(", ");
        return Err(error.with("sides", sides).with("heads", names.join(",")));
    }
    let names = ids::Names::of(session, record);
    let expected = expected.iter().map(|name| names.find(name));
    let expected = expected.collect::<Outcome<BTreeSet<EntryHash>>>()?;
    if expected == heads.iter().copied().collect() {
        Ok(())
    } else {
        Err(Error::new(Code::HeadsChanged).with("record", record))
    }
}

fn choices(
    session: &Session,
    record: RecordId,
    merged: &Merged,
    settle: &Settle,
) -> Outcome<BTreeMap<String, merge::Resolution>> {
    let names = ids::Names::of(session, record);
    let head = |name: &str| {
        let revision = match ids::number(name) {
            Some(number) => number
                .checked_sub(1)
                .and_then(|at| merged.heads.get(at).copied())
                .ok_or_else(|| {
                    let fault = Error::new(Code::ChoiceInvalid).with("fault", "no_side");
                    fault.with("side", number).with("count", merged.heads.len())
                })?,
            None => names.find(name)?,
        };
        if merged.heads.contains(&revision) {
            Ok(merge::Resolution::Take(revision))
        } else {
            let fault = Error::new(Code::ChoiceInvalid).with("fault", "no_head");
            Err(fault.with("revision", revision))
        }
    };
    let mut chosen = BTreeMap::new();
    if let Some(name) = &settle.all_from {
        let theirs = head(name)?;
        let paths = merged.clashes.iter().map(|clash| clash.path.to_string());
        chosen.extend(paths.map(|path| (path, theirs.clone())));
    }
    let mut seen = BTreeSet::new();
    for choice in &settle.choices {
        if !seen.insert(&choice.path) {
            return Err(invalid("twice", &choice.path));
        }
        let how = match &choice.how {
            How::Take(name) => head(name)?,
            How::Write(value) => merge::Resolution::Write(value.clone()),
            How::Both => {
                let mut clashes = merged.clashes.iter();
                let clash = clashes.find(|clash| clash.path.to_string() == choice.path);
                if clash.is_some_and(|clash| !can_take_both(clash)) {
                    return Err(invalid("not_possible", &choice.path));
                }
                merge::Resolution::Both
            }
        };
        chosen.insert(choice.path.clone(), how);
    }
    Ok(chosen)
}

fn invalid(fault: &'static str, path: &str) -> Error {
    Error::new(Code::ChoiceInvalid)
        .with("fault", fault)
        .with("field", plain(path))
}

/// The path of a field, where it is one that programs name. Others are the document's own words.
fn plain(path: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.[]@".contains(c);
    if path.len() <= 200 && path.chars().all(is_plain) {
        path.to_owned()
    } else {
        "?".to_owned()
    }
}

fn unsettled(record: RecordId, fault: Unsettled) -> Error {
    match fault {
        Unsettled::NothingHeld => Error::new(Code::BodyNotHeld).with("record", record),
        Unsettled::NoSuchClash(path) => invalid("no_such_clash", &path),
        Unsettled::NotPossible(path) => invalid("not_possible", &path.to_string()),
        Unsettled::Open(paths) => {
            let first = paths.first().map(ToString::to_string).unwrap_or_default();
            Error::new(Code::ClashesOpen)
                .with("record", record)
                .with("count", paths.len())
                .with("field", plain(&first))
        }
    }
}

/// Writes what all heads of a record say together as one revision. A record in conflict is refused.
pub fn merge(session: &mut Session, id: &str) -> Outcome<Merges> {
    let record = ids::record(session, id)?;
    let merged = several(session, record)?;
    if merged.is_conflict() {
        return Err(Error::new(Code::RecordInConflict).with("record", record));
    }
    let all = if merged.written.is_none() {
        vec![(record, merged)]
    } else {
        Vec::new()
    };
    Ok(Merges {
        saved: write(session, all)?,
        in_conflict: Vec::new(),
    })
}

/// Writes what is merged of all records, in one transaction. Records in conflict stay as they are, and are named.
pub fn merge_all(session: &mut Session) -> Outcome<Merges> {
    let mut all = Vec::new();
    let mut in_conflict = Vec::new();
    for record in session.graph().several_heads() {
        let merged = session.merged(record)?;
        if merged.is_conflict() {
            in_conflict.push(record.to_string());
        } else if merged.written.is_none() {
            all.push((record, merged));
        }
    }
    Ok(Merges {
        saved: write(session, all)?,
        in_conflict,
    })
}

/// Writes what is merged of these records, so that each has one head; one in conflict is refused, and nothing is written.
pub(crate) fn write_all(session: &mut Session, records: &[RecordId]) -> Outcome<()> {
    let mut all = Vec::new();
    for record in records.iter().collect::<BTreeSet<_>>() {
        if session.graph().head_count(*record) > 1 {
            let merged = session.merged(*record)?;
            if merged.is_conflict() {
                return Err(Error::new(Code::RecordInConflict).with("record", record));
            }
            all.push((*record, merged));
        }
    }
    write(session, all).map(|_| ())
}

fn write(session: &mut Session, all: Vec<(RecordId, Merged)>) -> Outcome<Vec<Saved>> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let records: Vec<RecordId> = all.iter().map(|(record, _)| *record).collect();
    let names = session.write_merged(all)?;
    let saved = records.iter().zip(names).map(|(record, revision)| Saved {
        id: record.to_string(),
        revision: revision.to_string(),
        // Where there are more heads than one chain takes.
        is_conflict: session.is_in_conflict(*record),
        ..Saved::default()
    });
    Ok(saved.collect())
}
