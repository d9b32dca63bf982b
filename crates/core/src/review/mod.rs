//! Review packages: chosen records for somebody who reads and changes nothing.

mod audience;
mod called;
mod order;
mod people;
mod plan;
mod prepare;
mod spoken;
mod terms;
mod writing;

pub use fieldnotes_domain::redaction::{
    AgeRule, Change, DateRule, NameRule, PassageDecision, PlaceRule, PlainRule, Profile,
};
pub use fieldnotes_domain::text::name::look_alike as is_same_audience;
pub use order::{ReviewOrder, read_decisions};
pub use plan::{
    AudienceShown, ConditionShown, PersonShown, PlannedRecord, ReviewPlan, ReviewPreview, audiences,
};

use std::io::{BufReader, Read, Seek};
use std::path::Path;

use secrecy::SecretString;
use serde::Serialize;
use serde_json::Value;

use crate::attachment::owners::content_hash;
use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::outside::infile::{self, Links};
use crate::outside::outfile::SavedFile;
use crate::outside::outfile::{self, OutFile, Readers};
use crate::record::{conflict, standing};
use crate::review::plan::plan_of;
use crate::review::prepare::Prepared;
use crate::send::LeftOutReason;
use crate::session::Session;
use fieldnotes_domain::custody::{Event, Export, ExportWay};
use fieldnotes_domain::hide_words;
use fieldnotes_domain::ids::{ContentHash, PackageId};
use fieldnotes_domain::records::{self, Kind};
use fieldnotes_format::exchange::age_file::EnvelopeKey;
use fieldnotes_format::exchange::{ExchangeError, review};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::OsRandom;

/// A package that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewWritten {
    /// The package.
    pub package: String,
    /// Records in it.
    pub records: u64,
    /// Contents of attachments.
    pub files: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

/// An open package.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewShown {
    /// The package.
    pub package: String,
    /// The fingerprint of who made it. The signature holds; whose it is, only a comparison by voice shows.
    pub exporter: String,
    /// When, by the exporter's clock: RFC 3339 in UTC.
    pub created_at: String,
    /// The records.
    pub records: Vec<ReviewedRecord>,
    /// Contents of attachments that are in it.
    pub files: u64,
}

/// A record in a package. To cite it, name record, revision and paragraph.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewedRecord {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// The revision that the exporter holds it under.
    pub revision: String,
    /// When it was saved: RFC 3339 in UTC.
    pub saved_at: String,
    /// What it says.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub record: Value,
}

hide_words!(ReviewShown, ReviewedRecord);

/// Looks an order through: what would go, what would stay and why, what has to be accepted, and who would be called what. The names
/// that are drawn for an audience are kept, so that they stay as they were shown.
pub fn plan(
    session: &mut Session,
    order: &ReviewOrder,
    watch: &mut Watch<'_>,
) -> Outcome<ReviewPlan> {
    let prepared = Prepared::of(session, order)?;
    let plan = plan_of(session, &prepared, watch)?;
    keep(session, &prepared.events)?;
    Ok(plan)
}

/// One record of an order on both sides: as it is recorded, and as it would go.
pub fn preview(session: &mut Session, order: &ReviewOrder, record: &str) -> Outcome<ReviewPreview> {
    let record = ids::record(session, record)?;
    let prepared = Prepared::of(session, order)?;
    let standing = standing::of(session, record)?;
    let kind = Kind::of_schema(&standing.schema).map_err(|_| Code::KindUnknown)?;
    let redacted = prepared.redact(record, kind, &standing.body.record);
    let preview = ReviewPreview {
        id: record.to_string(),
        kind: kind.as_str().to_owned(),
        title: records::title_of(kind.as_str(), &redacted.record),
        before: standing.body.record,
        after: redacted.record,
        changes: redacted.changes,
        outdated: redacted.outdated,
    };
    keep(session, &prepared.events)?;
    Ok(preview)
}

/// Keeps what was drawn. A vault that cannot be written to draws anew each time.
fn keep(session: &mut Session, events: &[Event]) -> Outcome<()> {
    match events.is_empty() || session.is_read_only() {
        true => Ok(()),
        false => Ok(session.note_events(events)?),
    }
}

/// Refuses what may not go as it was ordered, before anybody thinks of a passphrase for it.
///
/// # Errors
/// As [`export`], but for what concerns the file.
pub fn check(
    session: &mut Session,
    order: &ReviewOrder,
    watch: &mut Watch<'_>,
) -> Outcome<ReviewPlan> {
    let prepared = Prepared::of(session, order)?;
    refuse(&prepared)?;
    let plan = plan_of(session, &prepared, watch)?;
    keep(session, &prepared.events)?;
    plan.refuse_leaks()?;
    Ok(plan)
}

fn refuse(prepared: &Prepared<'_>) -> Outcome<()> {
    if let Some((record, (why, _))) = prepared.stays.first_key_value() {
        return Err(match why {
            LeftOutReason::Vault | LeftOutReason::Restricted => {
                Error::new(Code::Confidential).with("record", record)
            }
            LeftOutReason::Damaged => Error::new(Code::RevisionDamaged).with("record", record),
            other => Error::new(Code::ConsentRefused)
                .with("record", record)
                .with("reason", other.as_str()),
        });
    }
    let accepted = &prepared.order.conditions;
    let mut open = prepared
        .conditions
        .iter()
        .filter(|one| !accepted.contains(&one.key));
    match open.next() {
        Some(first) => Err(Error::new(Code::ConditionsOpen)
            .with("record", first.record)
            .with("count", 1 + open.count())),
        None => Ok(()),
    }
}

/// Writes the records of an order, as its profile lets them be seen, and nothing but these, to a new file that a passphrase opens. The
/// contents of attachments go with the records of attachments that are chosen. What several heads say together is saved as a
/// revision first; a record in conflict is refused. Before the file gets its name, the vault notes that it leaves.
///
/// # Errors
/// [`Code::ConsentRefused`], [`Code::Confidential`], [`Code::ConditionsOpen`], [`Code::DecisionOutdated`], and
/// [`Code::LeakFound`] where something that is to be hidden would stand in the file.
pub fn export(
    session: &mut Session,
    out: &Path,
    passphrase: &SecretString,
    order: &ReviewOrder,
    watch: &mut Watch<'_>,
) -> Outcome<ReviewWritten> {
    crate::passphrase::check_new(passphrase)?;
    // What leaves has to be noted.
    if session.is_read_only() {
        return Err(Code::ReadOnly.into());
    }
    let chosen = order.chosen(session)?;
    let has_merges = chosen
        .iter()
        .any(|record| session.graph().head_count(*record) > 1);
    if has_merges {
        refuse(&Prepared::of(session, order)?)?;
    }
    let random = session.environment().random.clone();
    let mut file = OutFile::create(out, Readers::AsFolder, &*random)?;
    // What is cited must be a revision that stays.
    conflict::write_all(session, &chosen)?;
    // Asked of exactly what is written.
    let prepared = Prepared::of(session, order)?;
    refuse(&prepared)?;
    file.hash();
    let package = session.new_package();
    let (mut file, written) = session.write_review(file, &prepared, package, passphrase, watch)?;
    let left = departure(session, &prepared, package, file.hashed());
    session.note_events(&prepared.final_events())?;
    let bytes = session.keep_noted(file, left)?;
    Ok(ReviewWritten {
        package: written.package.to_string(),
        records: written.records,
        files: written.files,
        bytes,
    })
}

/// What the log of events says of a package.
fn departure(
    session: &Session,
    prepared: &Prepared<'_>,
    package: PackageId,
    sha256: Option<ContentHash>,
) -> Export {
    let graph = session.graph();
    Export {
        way: ExportWay::Review,
        package: package.0,
        to: Vec::new(),
        audience: prepared.audience.name.clone(),
        purpose: prepared.order.purpose.clone(),
        sha256,
        records: prepared
            .goes
            .iter()
            .filter_map(|record| {
                let revision = graph.first_head(*record)?;
                Some((*record, prepared.cited(*record, &revision)))
            })
            .collect(),
        consent: prepared.consent.clone(),
    }
}

/// Opens a package. No vault is needed, and nothing is written anywhere. Everything in it is checked.
pub fn open(path: &Path, passphrase: &SecretString, watch: &mut Watch<'_>) -> Outcome<ReviewShown> {
    let mut opened = begin(
        BufReader::new(infile::open(path, Links::Refuse)?),
        passphrase,
        watch,
    )?;
    opened.verify_files(watch).map_err(as_review)?;
    let manifest = opened.manifest();
    let mut shown = ReviewShown {
        package: manifest.package.to_string(),
        exporter: manifest.exporter.fingerprint().to_string(),
        created_at: manifest.created.to_string(),
        records: Vec::new(),
        files: manifest.files.len() as u64,
    };
    for record in opened.records().map_err(as_review)? {
        let record = record.map_err(as_review)?;
        shown.records.push(ReviewedRecord {
            title: records::title_of(&record.kind, &record.record),
            id: record.id.to_string(),
            kind: record.kind,
            revision: record.revision.to_string(),
            saved_at: record.saved_at.to_string(),
            record: record.record,
        });
    }
    Ok(shown)
}

/// Writes the content of an attachment in a package to a new file.
pub fn save(
    path: &Path,
    passphrase: &SecretString,
    attachment: &str,
    out: &Path,
    watch: &mut Watch<'_>,
) -> Outcome<SavedFile> {
    let wanted = ids::parse(attachment)?;
    let mut opened = begin(
        BufReader::new(infile::open(path, Links::Refuse)?),
        passphrase,
        watch,
    )?;
    let mut sha256 = None;
    for record in opened.records().map_err(as_review)? {
        let record = record.map_err(as_review)?;
        if record.id == wanted {
            sha256 = Some(
                content_hash(&record.record)
                    .ok_or_else(|| Error::new(Code::ContentNotHeld).with("record", wanted))?,
            );
        }
    }
    let sha256 = sha256.ok_or_else(|| Error::new(Code::RecordNotFound).with("record", wanted))?;
    let content = opened.file(&sha256).map_err(as_review)?;
    let mut content =
        content.ok_or_else(|| Error::new(Code::ContentNotHeld).with("record", wanted))?;
    let damaged = Error::new(Code::BundleDamaged).with("part", "files");
    let item = content.item();
    outfile::write_out(out, &mut content, item, damaged, &OsRandom, watch)
}

fn begin<R: Read + Seek>(
    input: R,
    passphrase: &SecretString,
    watch: &mut Watch<'_>,
) -> Outcome<review::Review<R>> {
    review::open(input, EnvelopeKey::Passphrase(passphrase), watch).map_err(as_review)
}

fn as_review(error: ExchangeError) -> Error {
    match error {
        ExchangeError::NotAnEnvelope
        | ExchangeError::WrongContent
        | ExchangeError::NeedsIdentity => Error::new(Code::NotAReview),
        other => other.into(),
    }
}
