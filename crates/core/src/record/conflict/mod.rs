//! Records with several heads: what of them is merged, what clashes, and how it is settled.

mod difference;
mod settle;

use serde::Serialize;
use serde_json::{Value, json};

pub use crate::record::conflict::difference::{TextPiece, TextRow};
pub(crate) use crate::record::conflict::settle::write_all;
pub use crate::record::conflict::settle::{
    Choice, How, Merges, Settle, merge, merge_all, resolve, settle,
};

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::{SavedBy, kind_name, saved_by};
use crate::session::Session;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::history::merge::{Before, Clash, Content, Merged, Path, Step};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::{self, Date, schema};

/// All records with several heads that somebody has something to do about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Conflicts {
    /// Those that a person has to settle, by record id.
    pub conflicts: Vec<ConflictLine>,
    /// Those that are merged, and not written yet, by record id. They are when somebody saves them; nobody has to.
    pub merged: Vec<ConflictLine>,
}

/// A record with several heads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ConflictLine {
    /// The record.
    pub id: String,
    /// Its heads.
    pub heads: Vec<String>,
    /// Its kind.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// In how many places its heads disagree.
    pub clashes: usize,
}

/// A record with several heads, with all its sides.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Conflict {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The heads. A side is spoken of by its place here, from 1.
    pub sides: Vec<ConflictSide>,
    /// What is left to a person; empty where all is merged.
    pub clashes: Vec<ClashView>,
    /// What all say together; in a clash what one of them says. Null where nothing is held.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub merged: Value,
    /// What differs and is settled without anybody's word.
    pub taken: Vec<TakenView>,
}

/// A place that heads disagree about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ClashView {
    /// Which place, for [`Choice::path`]: `narrative[ID].original`.
    pub path: String,
    /// The names of the members that lead there: `narrative.original`. For a label.
    pub field: String,
    /// Of each element on the way its position in the merged record, from 1; 0 where it is not in it.
    pub positions: Vec<usize>,
    /// What sort of thing stands there.
    pub sort: ClashSort,
    /// What each head has there, in the order of [`Conflict::sides`].
    pub sides: Vec<ClashSide>,
    /// Whether it is known what stood there before.
    pub is_before_known: bool,
    /// What stood there before; null for nothing, or where that is not known.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub before: Value,
    /// All sides can stand beside each other.
    pub can_take_both: bool,
    /// Something else can be written.
    pub can_write: bool,
    /// What differs between texts: each other side that changed it against the first one that did.
    pub differences: Vec<TextDifference>,
}

/// What sort of thing heads disagree about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub enum ClashSort {
    /// A text that somebody wrote.
    Text,
    /// A date, a code, a number, a part that makes one statement.
    Value,
    /// An element of a list: taken out by one and changed by another, or one statement that was changed twice.
    Element,
    /// The order of a list.
    Order,
    /// Thrown away by one and changed by another.
    Trash,
    /// What version of the program it is of, or even what kind of record.
    Schema,
    /// All of it: what one head says is not held here.
    Record,
}

/// What one head has in a place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ClashSide {
    /// Which side, from 1.
    pub side: usize,
    /// The head.
    pub revision: String,
    /// What it has; null for nothing.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub value: Value,
    /// It changed this place; the other sides left it as it was.
    pub is_changed: bool,
}

/// What differs between the texts of two sides.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct TextDifference {
    /// The left side, from 1.
    pub left: usize,
    /// The right side, from 1.
    pub right: usize,
    /// Paragraph by paragraph.
    pub rows: Vec<TextRow>,
}

/// A place that was settled without anybody's word.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct TakenView {
    /// Which place.
    pub path: String,
    /// As [`ClashView::field`].
    pub field: String,
    /// As [`ClashView::positions`].
    pub positions: Vec<usize>,
    /// The sides whose word it is, from 1.
    pub sides: Vec<usize>,
    /// What stands there now; null for nothing.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub value: Value,
}

/// One head of a record in conflict.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ConflictSide {
    /// The head.
    pub revision: String,
    /// What it says; null where that cannot be read here.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub record: Value,
    /// Who saved it.
    pub saved_by: SavedBy,
    /// When, by that device's clock: RFC 3339 in UTC.
    pub saved_at: String,
    /// Whether the record lies in the trash there.
    pub trashed: bool,
}

/// All records with several heads, apart by whether a person has to settle them.
pub fn list(session: &Session) -> Outcome<Conflicts> {
    let mut all = Conflicts {
        conflicts: Vec::new(),
        merged: Vec::new(),
    };
    for record in session.graph().several_heads() {
        let merged = session.merged(record)?;
        if merged.is_conflict() {
            all.conflicts.push(line(session, record, &merged)?);
        } else if merged.written.is_none() {
            all.merged.push(line(session, record, &merged)?);
        }
    }
    Ok(all)
}

fn line(session: &Session, record: RecordId, merged: &Merged) -> Outcome<ConflictLine> {
    let kind = kind_name(&merged.schema).to_owned();
    // As lists have it.
    let title_of = |record: &Value| records::title_of(&kind, record);
    let title = match (&merged.content, merged.heads.first()) {
        (Some(content), _) if !merged.is_conflict() => Some(title_of(&content.record)),
        (_, Some(head)) => session.readable(head)?.map(|body| title_of(&body.record)),
        _ => None,
    };
    Ok(ConflictLine {
        id: record.to_string(),
        heads: merged.heads.iter().map(EntryHash::to_string).collect(),
        title: title.unwrap_or_default(),
        kind,
        clashes: merged.clashes.len(),
    })
}

/// All sides of a record with several heads.
pub fn show(session: &Session, id: &str) -> Outcome<Conflict> {
    let record = ids::record(session, id)?;
    let merged = several(session, record)?;
    let sides = merged.heads.iter().map(|head| side(session, head));
    Ok(Conflict {
        id: record.to_string(),
        kind: kind_name(&merged.schema).to_owned(),
        sides: sides.collect::<Outcome<_>>()?,
        clashes: merged
            .clashes
            .iter()
            .map(|clash| view(clash, &merged))
            .collect(),
        taken: taken(&merged),
        merged: merged.content.map_or(Value::Null, |content| content.record),
    })
}

/// What several heads say together; a record with one is refused.
fn several(session: &Session, record: RecordId) -> Outcome<Merged> {
    are_several(session, record)?;
    Ok(session.merged(record)?)
}

fn are_several(session: &Session, record: RecordId) -> Outcome<()> {
    match session.graph().head_count(record) {
        0 | 1 => Err(Error::new(Code::NoConflict).with("record", record)),
        _ => Ok(()),
    }
}

fn side(session: &Session, head: &EntryHash) -> Outcome<ConflictSide> {
    let node = session.graph().node(head);
    let node = node.ok_or(Code::RevisionNotFound)?;
    let body = session.readable(head)?;
    Ok(ConflictSide {
        revision: head.to_string(),
        trashed: body.as_ref().is_some_and(|body| body.trashed),
        record: body.map_or(Value::Null, |body| body.record),
        saved_by: saved_by(session, &node.device),
        saved_at: node.time.to_string(),
    })
}

fn view(clash: &Clash, merged: &Merged) -> ClashView {
    let sort = sort_of(clash);
    let sides: Vec<ClashSide> = clash
        .sides
        .iter()
        .enumerate()
        .map(|(at, side)| ClashSide {
            side: at + 1,
            revision: side.head.to_string(),
            value: side.value.clone().unwrap_or_default(),
            is_changed: side.is_standing,
        })
        .collect();
    let (is_before_known, before) = match &clash.before {
        Before::Unknown => (false, Value::Null),
        Before::Known(value) => (true, value.clone().unwrap_or_default()),
    };
    ClashView {
        path: clash.path.to_string(),
        field: field_of(&clash.path),
        positions: positions(&clash.path, merged.content.as_ref()),
        sort,
        differences: if sort == ClashSort::Text {
            differences(&sides)
        } else {
            Vec::new()
        },
        sides,
        is_before_known,
        before,
        can_take_both: can_take_both(clash),
        can_write: clash.can_write(),
    }
}

/// Two dates, codes or titles one below the other would be neither.
fn can_take_both(clash: &Clash) -> bool {
    let is_string = |side: &fieldnotes_domain::history::merge::Side| {
        side.value.as_ref().is_some_and(Value::is_string)
    };
    let are_strings = clash
        .sides
        .iter()
        .all(|side| !side.is_standing || is_string(side));
    clash.can_take_both() && (!are_strings || has_paragraphs(&clash.path))
}

/// Whether a text of several lines stands there. A title or a name of two lines would be neither.
fn has_paragraphs(path: &Path) -> bool {
    matches!(path.0.last(), Some(Step::Member(name)) if schema::takes_paragraphs(name))
}

fn sort_of(clash: &Clash) -> ClashSort {
    match clash.path.0.last() {
        None => ClashSort::Record,
        Some(Step::Trashed) => ClashSort::Trash,
        Some(Step::Schema) => ClashSort::Schema,
        Some(Step::Order) => ClashSort::Order,
        Some(Step::Element(_)) => ClashSort::Element,
        Some(Step::Member(name)) => {
            let values = clash.sides.iter().filter(|side| side.is_standing);
            let values: Vec<&Value> = values.filter_map(|side| side.value.as_ref()).collect();
            let are_texts = values.iter().all(|value| is_text(name, value));
            if are_texts && !values.is_empty() {
                ClashSort::Text
            } else {
                ClashSort::Value
            }
        }
    }
}

/// Whether somebody wrote this freely: it is no id, no built-in code, no date.
fn is_text(name: &str, value: &Value) -> bool {
    let mut is_human = false;
    records::texts_of(&json!({ name: value }), &mut |path, _| {
        is_human |= path == name
    });
    is_human
        && value
            .as_str()
            .is_some_and(|text| text.parse::<Date>().is_err())
}

fn differences(sides: &[ClashSide]) -> Vec<TextDifference> {
    let mut changed = sides.iter().filter(|side| side.is_changed);
    let Some(first) = changed.next() else {
        return Vec::new();
    };
    let text = |side: &ClashSide| side.value.as_str().unwrap_or_default().to_owned();
    changed
        .map(|other| TextDifference {
            left: first.side,
            right: other.side,
            rows: difference::rows(&text(first), &text(other)),
        })
        .collect()
}

fn field_of(path: &Path) -> String {
    let named = path
        .0
        .iter()
        .filter(|step| !matches!(step, Step::Element(_)));
    Path(named.cloned().collect()).to_string()
}

fn positions(path: &Path, content: Option<&Content>) -> Vec<usize> {
    let record = content.map(|content| &content.record);
    let mut found = Vec::new();
    for (at, step) in path.0.iter().enumerate() {
        if let Step::Element(id) = step {
            let list = Path(path.0.get(..at).unwrap_or_default().to_vec());
            let list = record.and_then(|record| list.find(record)?.as_array());
            let is_it = |one: &Value| one.get("id").and_then(Value::as_str) == Some(id);
            let position = list.and_then(|list| list.iter().position(is_it));
            found.push(position.map_or(0, |position| position + 1));
        }
    }
    found
}

fn taken(merged: &Merged) -> Vec<TakenView> {
    let Some(content) = &merged.content else {
        return Vec::new();
    };
    let view = |taken: &fieldnotes_domain::history::merge::Taken| TakenView {
        path: taken.path.to_string(),
        field: field_of(&taken.path),
        positions: positions(&taken.path, Some(content)),
        sides: merged
            .heads
            .iter()
            .enumerate()
            .filter(|(_, head)| taken.heads.contains(head))
            .map(|(at, _)| at + 1)
            .collect(),
        value: match taken.path.0.last() {
            Some(Step::Trashed) => Value::Bool(content.trashed),
            _ => taken
                .path
                .find(&content.record)
                .cloned()
                .unwrap_or_default(),
        },
    };
    merged.taken.iter().map(view).collect()
}
