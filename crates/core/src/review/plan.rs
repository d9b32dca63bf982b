//! What an order would give, for whoever decides.

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::error::{Code, Error, Outcome};
use crate::record::standing::{self, Standing};
use crate::review::audience;
use crate::review::prepare::Prepared;
use crate::send::StayedBehind;
use crate::session::Session;
use fieldnotes_domain::hide_words;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::{self, Kind};
use fieldnotes_domain::redaction::{Change, Fate, NameRule, PassageDecision, Profile};
use fieldnotes_format::progress::Watch;

/// What an order would give.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewPlan {
    /// Records that would go.
    pub records: Vec<PlannedRecord>,
    /// Records that would stay, and why. Where there are any, nothing is written.
    pub stays: Vec<StayedBehind>,
    /// What has to be read and accepted first.
    pub conditions: Vec<ConditionShown>,
    /// Persons who would be called otherwise.
    pub people: Vec<PersonShown>,
    /// Contents of attachments that would go as they are: nobody has looked into them.
    pub files: u64,
}

/// A record that would go.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct PlannedRecord {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What it would be called.
    pub title: String,
    /// Places of its texts, and fields, that would be otherwise.
    pub replaced: u64,
    /// Of them those that may be other words than they seem to be.
    pub in_doubt: u64,
    /// Places that look as if they should not go.
    pub suggested: u64,
    /// Decisions that fit no place of it any more.
    pub outdated: u64,
    /// How often something that is to be hidden would stand in it.
    pub leaks: u64,
}

/// A condition of a consent that the order relies on.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ConditionShown {
    /// Names it in an order.
    pub key: String,
    /// The record whose consent it is.
    pub record: String,
    /// The words of whoever gave it, or the audience to which they said no.
    pub text: String,
    /// It is an audience to which they said no: whoever exports says that theirs is another.
    pub is_refusal: bool,
}

/// A person who would be called otherwise.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct PersonShown {
    /// The person.
    pub id: String,
    /// What they are called here.
    pub title: String,
    /// What they would be called; nothing where their name is left out.
    pub instead: Option<String>,
}

/// One record on both sides.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewPreview {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What it would be called.
    pub title: String,
    /// As it is recorded.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub before: Value,
    /// As it would go.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub after: Value,
    /// What would be otherwise, and what might have to be.
    pub changes: Vec<Change>,
    /// Decisions that fit no place of it any more.
    pub outdated: Vec<PassageDecision>,
}

/// An audience that something was prepared for.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct AudienceShown {
    /// Its name.
    pub name: String,
    /// What became of each class of field the last time.
    pub profile: Profile,
    /// Persons who are called otherwise there.
    pub people: u64,
}

hide_words!(
    ReviewPlan,
    PlannedRecord,
    ConditionShown,
    PersonShown,
    ReviewPreview,
    AudienceShown
);

/// The audiences that something was prepared for, in the order in which they were first met.
pub fn audiences(session: &Session) -> Outcome<Vec<AudienceShown>> {
    let all = audience::all(session)?.into_iter();
    let shown = all.map(|one| AudienceShown {
        name: one.name,
        profile: one.profile.unwrap_or_default(),
        people: one.aliases.len() as u64,
    });
    Ok(shown.collect())
}

impl ReviewPlan {
    /// Refuses what would show what is to be hidden, or not do what was decided.
    pub(super) fn refuse_leaks(&self) -> Outcome<()> {
        let of = |code: Code, record: &PlannedRecord, count: u64| {
            Err(Error::new(code)
                .with("record", &record.id)
                .with("count", count))
        };
        for record in &self.records {
            if record.outdated > 0 {
                return of(Code::DecisionOutdated, record, record.outdated);
            }
            if record.leaks > 0 {
                return of(Code::LeakFound, record, record.leaks);
            }
        }
        Ok(())
    }
}

/// Records that are in memory together, at most: as many as keep all processors at work.
const MOST_TOGETHER: usize = 32;
/// Their packed bytes, at most; one larger record is there by itself.
const MOST_BYTES: u64 = 512 << 10;

/// How many of these records are read together, at least one.
fn next_together(session: &Session, records: &[RecordId]) -> Outcome<usize> {
    let mut bytes = 0;
    for (count, record) in records.iter().take(MOST_TOGETHER).enumerate() {
        bytes += session.said_bytes(*record)?;
        if bytes > MOST_BYTES {
            return Ok(count.max(1));
        }
    }
    Ok(records.len().min(MOST_TOGETHER))
}

/// The plan of an order that was looked through.
pub(super) fn plan_of(
    session: &Session,
    prepared: &Prepared<'_>,
    watch: &mut Watch<'_>,
) -> Outcome<ReviewPlan> {
    let mut planned = Vec::with_capacity(prepared.goes.len());
    let total = prepared.goes.len() as u64;
    let mut left = prepared.goes.as_slice();
    while !left.is_empty() {
        watch.step(total - left.len() as u64, total)?;
        let (some, rest) = left.split_at(next_together(session, left)?);
        left = rest;
        let read = some.iter().map(|record| standing::of(session, *record));
        let read: Vec<Standing> = read.collect::<Outcome<_>>()?;
        let done = some.par_iter().zip(&read);
        let done = done.map(|(record, standing)| planned_record(prepared, *record, standing));
        planned.extend(done.collect::<Outcome<Vec<_>>>()?);
    }
    let stays = prepared
        .stays
        .iter()
        .map(|(record, (why, because_of))| StayedBehind {
            id: record.to_string(),
            reason: *why,
            because_of: because_of.map(|record| record.to_string()),
        });
    let heads = prepared
        .goes
        .iter()
        .filter_map(|record| session.graph().first_head(*record));
    let heads: Vec<_> = heads.collect();
    Ok(ReviewPlan {
        records: planned,
        stays: stays.collect(),
        conditions: prepared
            .conditions
            .iter()
            .map(|open| ConditionShown {
                key: open.key.clone(),
                record: open.record.to_string(),
                text: open.text.clone(),
                is_refusal: open.is_refusal,
            })
            .collect(),
        people: prepared.met.iter().map(|id| person(prepared, id)).collect(),
        files: session.contents_of(heads.iter()).len() as u64,
    })
}

fn planned_record(
    prepared: &Prepared<'_>,
    record: RecordId,
    standing: &Standing,
) -> Outcome<PlannedRecord> {
    let kind = Kind::of_schema(&standing.schema).map_err(|_| Code::KindUnknown)?;
    let redacted = prepared.redact(record, kind, &standing.body.record);
    let marks = || redacted.changes.iter().flat_map(|change| &change.marks);
    let count = |fates: &[Fate]| marks().filter(|mark| fates.contains(&mark.fate)).count() as u64;
    let whole = redacted
        .changes
        .iter()
        .filter(|change| change.why.is_some())
        .count() as u64;
    Ok(PlannedRecord {
        id: record.to_string(),
        kind: kind.as_str().to_owned(),
        title: records::title_of(kind.as_str(), &redacted.record),
        replaced: whole + count(&[Fate::Replaced, Fate::ReplacedInDoubt]),
        in_doubt: count(&[Fate::ReplacedInDoubt]),
        suggested: count(&[Fate::Suggested]),
        outdated: redacted.outdated.len() as u64,
        leaks: prepared.leaks_in(record, &redacted.record),
    })
}

fn person(prepared: &Prepared<'_>, id: &RecordId) -> PersonShown {
    let alias = prepared.audience.aliases.get(id);
    let is_named = prepared.order.profile.names != NameRule::Remove;
    let title = prepared
        .known
        .people
        .get(id)
        .map(|person| person.title.clone());
    PersonShown {
        id: id.to_string(),
        title: title.unwrap_or_default(),
        instead: alias
            .filter(|_| is_named)
            .map(|alias| format!("{} ({})", alias.name.hangul, alias.name.latin)),
    }
}
