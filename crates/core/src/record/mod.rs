//! Records: adding, showing, editing, history, trash.

pub(crate) mod append;
pub(crate) mod batch;
pub(crate) mod body;
pub mod conflict;
pub mod draft;
mod form;
pub mod import;
pub(crate) mod merging;
pub(crate) mod save;
pub(crate) mod save_all;
pub(crate) mod standing;
mod view;
mod withdrawn;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::record::body::Body;
use crate::record::save::NewRevision;
use crate::session::Session;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::{DraftId, RecordId};
pub use fieldnotes_domain::records::MAX_DOCUMENT;
use fieldnotes_domain::records::schema::json_schema;
use fieldnotes_domain::records::{self, Kind, Record};
use fieldnotes_format::random::make_id;
use standing::Standing;
pub use view::{Edit, History, PastRevision, Saved, SavedBy, Shown, Who};
pub(crate) use view::{kind_name, saved_by};

/// Adds a record from a JSON document.
pub fn add(session: &mut Session, kind: &str, json: &[u8]) -> Outcome<Saved> {
    let kind = ids::kind(kind)?;
    if kind == Kind::Attachment {
        return Err(Error::new(Code::AttachmentNeedsFile));
    }
    let record = records::parse(kind, json)?;
    add_parsed(session, record, None)
}

/// Adds a record that was checked, and ends the draft that it came from.
pub(crate) fn add_parsed(
    session: &mut Session,
    record: Record,
    draft: Option<DraftId>,
) -> Outcome<Saved> {
    let id = make_id(&*session.environment().random);
    save_parsed(session, id, Vec::new(), record, draft)
}

/// [`edit_from`] for those who have just looked: without `onto` and a base in the document, it takes the place of whatever
/// the record says now.
pub fn edit(session: &mut Session, id: &str, json: &[u8], onto: Option<&str>) -> Outcome<Saved> {
    let edit = Edit {
        base: onto,
        replaces: true,
        drops_refusals: false,
    };
    edit_from(session, id, json, &edit)
}

/// Saves a changed document. Where the record was changed since what it was made from, it stands beside that change: merged
/// where both can stand, otherwise in conflict, and nothing is lost.
///
/// # Errors
/// [`Code::BaseMissing`] where nothing says what it was made from, [`Code::RecordInConflict`] where the record is in conflict
/// and [`Edit::base`] names no side, [`Code::RefusalDropped`].
pub fn edit_from(session: &mut Session, id: &str, json: &[u8], edit: &Edit<'_>) -> Outcome<Saved> {
    let record = ids::record(session, id)?;
    let document = records::read_json(json)?;
    // Before its base, which is none of this record.
    is_of(&document, record)?;
    let named = edit.base.or_else(|| base_of(&document));
    let parents = match (named, edit.replaces) {
        _ if edit.base.is_none() && session.is_in_conflict(record) => {
            return Err(Error::new(Code::RecordInConflict).with("record", record));
        }
        (Some(names), _) => ids::revisions(session, record, names)?,
        (None, true) => standing::of(session, record)?.parents,
        (None, false) => {
            let newest = ids::name_of(&session.graph().heads(record));
            let error = Error::new(Code::BaseMissing).with("record", record);
            return Err(error.with("revision", newest));
        }
    };
    edit_parsed(
        session,
        record,
        parents,
        document,
        None,
        edit.drops_refusals,
    )
}

/// The revisions that a document says it was made from. What `record show` prints names them, and so may one by hand.
pub(crate) fn base_of(document: &Value) -> Option<&str> {
    let text = |name: &str| document.get(name).and_then(Value::as_str);
    let is_shown = document.get("record").is_some_and(Value::is_object);
    text("base").or_else(|| text("revision").filter(|_| is_shown))
}

/// Refuses a state in which a refusal or a withdrawal of the states that it was made from is gone, of whatever kind they say that they
/// are.
pub(crate) fn keeps_refusals(record: RecordId, were: &[&Value], is: &Value) -> Outcome<()> {
    match records::consent::dropped(were, is) {
        0 => Ok(()),
        count => Err(Error::new(Code::RefusalDropped)
            .with("record", record)
            .with("count", count)),
    }
}

pub(crate) fn edit_parsed(
    session: &mut Session,
    record: RecordId,
    parents: Vec<EntryHash>,
    document: Value,
    draft: Option<DraftId>,
    drops_refusals: bool,
) -> Outcome<Saved> {
    let first = *parents.first().ok_or(Code::RevisionNotFound)?;
    let kind = kind_of(session, &first)?;
    let were = parents.iter().map(|parent| session.body(parent));
    let were: Vec<Body> = were.collect::<Result<_, _>>()?;
    if were.iter().all(|was| was.trashed) {
        return Err(Error::new(Code::RecordInTrash).with("record", record));
    }
    is_of(&document, record)?;
    let said: Vec<&Value> = were.iter().map(|was| &was.record).collect();
    let parsed = Record::from_value_onto(kind, document, &said)?;
    if kind == Kind::Attachment {
        is_content_of_one(&were, &parsed)?;
    }
    if !drops_refusals {
        keeps_refusals(record, &said, &parsed.to_value())?;
    }
    let heads: BTreeSet<EntryHash> = session.graph().heads(record).into_iter().collect();
    let changed_meanwhile = !parents.iter().any(|parent| heads.contains(parent));
    let saved = save_parsed(session, record, parents, parsed, draft)?;
    Ok(Saved {
        changed_meanwhile,
        ..saved
    })
}

/// A document that says which record it is must not be saved over another one.
pub(crate) fn is_of(document: &Value, record: RecordId) -> Outcome<()> {
    match document.get("id").and_then(Value::as_str) {
        Some(id) if id.parse() != Ok(record) => Err(Error::new(Code::RecordInvalid)
            .with("field", "id")
            .with("fault", "wrong_record")),
        _ => Ok(()),
    }
}

/// What an attachment holds cannot be changed by writing another hash into its record: what one of these states has may
/// stand, and nothing that none of them has.
pub(crate) fn is_content_of_one(were: &[Body], parsed: &Record) -> Outcome<()> {
    let is = parsed.to_value();
    let differs = |was: &Body| {
        let fields = ["sha256", "size"].into_iter();
        fields
            .clone()
            .find(|field| was.record.get(field) != is.get(field))
    };
    let mut wrong = "sha256";
    for was in were {
        match differs(was) {
            None => return Ok(()),
            Some(field) => wrong = field,
        }
    }
    Err(Error::new(Code::AttachmentNeedsFile).with("field", wrong))
}

/// A record as it stands. Where several heads agree, what they say together; of a record in conflict, what the first head
/// says.
pub fn show(session: &Session, id: &str) -> Outcome<Shown> {
    let record = ids::record(session, id)?;
    standing::show(session, record)
}

/// One revision of a record, in the form of [`show`].
pub fn show_at(session: &Session, id: &str, revision: &str) -> Outcome<Shown> {
    let record = ids::record(session, id)?;
    let revision = ids::revision(session, record, revision)?;
    standing::show_revision(session, record, &revision)
}

/// All revisions of a record.
pub fn history(session: &Session, id: &str) -> Outcome<History> {
    let record = ids::record(session, id)?;
    let mut revisions = Vec::new();
    for hash in session.graph().in_order(record) {
        let Some(node) = session.graph().node(&hash) else {
            continue;
        };
        use crate::session::error::SessionError::{BodyDamaged, BodyNotHeld};
        let unread = || Body {
            trashed: false,
            record: Value::Null,
        };
        let (body, damaged) = match session.body(&hash) {
            Ok(body) => (body, false),
            Err(BodyNotHeld(_)) => (unread(), false),
            // The others can be read all the same.
            Err(BodyDamaged { .. }) => (unread(), true),
            Err(error) => return Err(error.into()),
        };
        revisions.push(PastRevision {
            revision: hash.to_string(),
            parents: node.parents().map(|hash| hash.to_string()).collect(),
            saved_by: saved_by(session, &node.device),
            saved_at: node.time.to_string(),
            record: body.record,
            trashed: body.trashed,
            damaged,
        });
    }
    Ok(History { revisions })
}

/// Puts a record into the trash. Nothing is deleted; colleagues see it in the trash too.
pub fn trash(session: &mut Session, id: &str) -> Outcome<Saved> {
    let record = ids::record(session, id)?;
    move_to(session, record, true)
}

/// Takes a record out of the trash.
pub fn restore(session: &mut Session, id: &str) -> Outcome<Saved> {
    let record = ids::record(session, id)?;
    move_to(session, record, false)
}

/// Saves what an earlier revision says as the newest one, in the place of whatever the record says now.
pub fn restore_revision(session: &mut Session, id: &str, revision: &str) -> Outcome<Saved> {
    restore_revision_from(session, id, revision, &Edit::default())
}

/// [`restore_revision`], where the record still says what somebody looked at.
///
/// # Errors
/// [`Code::HeadsChanged`] where others than [`Edit::base`] are the heads, [`Code::RefusalDropped`].
pub fn restore_revision_from(
    session: &mut Session,
    id: &str,
    revision: &str,
    edit: &Edit<'_>,
) -> Outcome<Saved> {
    let record = ids::record(session, id)?;
    let revision = ids::revision(session, record, revision)?;
    if let Some(names) = edit.base {
        let seen: BTreeSet<EntryHash> = ids::revisions(session, record, names)?
            .into_iter()
            .collect();
        if seen != session.graph().heads(record).into_iter().collect() {
            return Err(Error::new(Code::HeadsChanged).with("record", record));
        }
    }
    let stands = standing::of(session, record)?;
    let said = session.body(&revision)?.record;
    if !edit.drops_refusals {
        keeps_refusals(record, &[&stands.body.record], &said)?;
    }
    let node = session.graph().node(&revision);
    let schema = node.ok_or(Code::RevisionNotFound)?.schema.to_owned();
    let stands = Standing { schema, ..stands };
    save(session, stands.next(record, said, false), None)
}

fn move_to(session: &mut Session, record: RecordId, trashed: bool) -> Outcome<Saved> {
    let stands = standing::of(session, record)?;
    if stands.body.trashed == trashed {
        let code = if trashed {
            Code::RecordInTrash
        } else {
            Code::RecordNotInTrash
        };
        return Err(Error::new(code).with("record", record));
    }
    let value = stands.body.record.clone();
    save(session, stands.next(record, value, trashed), None)
}

/// An example of a record of this kind, to fill in.
pub fn template(kind: &str) -> Outcome<Value> {
    Ok(records::template(ids::kind(kind)?))
}

/// What a record of this kind consists of, as JSON Schema (draft 2020-12).
pub fn schema(kind: &str) -> Outcome<Value> {
    Ok(json_schema(ids::kind(kind)?))
}

/// The same for every kind, by its name.
pub fn schemas() -> Value {
    let all = Kind::ALL.into_iter();
    all.map(|kind| (kind.as_str().to_owned(), json_schema(kind)))
        .collect()
}

/// A revision of a parsed record, its elements named.
pub(crate) fn revision_of(
    session: &Session,
    record: RecordId,
    parents: Vec<EntryHash>,
    mut parsed: Record,
) -> NewRevision {
    let random = session.environment().random.clone();
    parsed.identify(&mut || make_id(&*random));
    NewRevision {
        record,
        parents,
        schema: parsed.kind().schema().to_owned(),
        trashed: false,
        value: parsed.to_value(),
    }
}

/// Saves a parsed record and says what in it is not known.
pub(crate) fn save_parsed(
    session: &mut Session,
    record: RecordId,
    parents: Vec<EntryHash>,
    parsed: Record,
    draft: Option<DraftId>,
) -> Outcome<Saved> {
    let unknown = parsed.unknown_members();
    let revision = revision_of(session, record, parents, parsed);
    let saved = save(session, revision, draft)?;
    Ok(Saved { unknown, ..saved })
}

pub(crate) fn save(
    session: &mut Session,
    revision: NewRevision,
    draft: Option<DraftId>,
) -> Outcome<Saved> {
    let record = revision.record;
    let names = session.save(vec![revision], draft)?;
    let revision = names.first().ok_or(Code::Internal)?.to_string();
    Ok(Saved {
        id: record.to_string(),
        revision,
        is_conflict: session.is_in_conflict(record),
        ..Saved::default()
    })
}

/// The kind of a revision's record, where this program knows it.
pub(crate) fn kind_of(session: &Session, revision: &EntryHash) -> Outcome<Kind> {
    let node = session
        .graph()
        .node(revision)
        .ok_or(Code::RevisionNotFound)?;
    Kind::of_schema(node.schema).map_err(|_| Error::new(Code::FormatTooNew))
}
