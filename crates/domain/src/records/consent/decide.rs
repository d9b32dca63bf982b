//! The rule: no grant, no export.
//!
//! Everything that is unclear is decided for the narrator: a refusal or withdrawal wins over any
//! grant, an expired grant is none, and a decision of a later version that this one cannot read is
//! taken for a refusal.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use super::{ConsentDecision, ConsentEntry, Use};
use crate::records::date::{Date, Day};

/// What someone wants to do with a testimony.
#[derive(Clone, PartialEq, Eq)]
pub struct ConsentQuery<'a> {
    /// For what.
    pub r#use: Use,
    /// For whom, by name; none where it is for everyone whom the use concerns.
    pub audience: Option<&'a str>,
    /// On which day.
    pub on: NaiveDate,
}

/// What the consent entries say to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Allowed, by these entries.
    Granted {
        /// The entries that allow it; an entry that was never saved has no id and is not named.
        grants: Vec<Uuid>,
    },
    /// The testimony has no consent entry at all.
    NotRecorded,
    /// Not allowed.
    Refused {
        /// Why.
        reason: Reason,
        /// The entry that stands in the way, where there is one.
        entry: Option<Uuid>,
    },
}

/// Why a use is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The narrator withdrew what they had allowed.
    Withdrawn,
    /// The narrator said no.
    Refused,
    /// An entry says something that this version does not understand.
    NotUnderstood,
    /// What the narrator allowed has run out.
    Expired,
    /// It has run out by what this vault has seen already; the clock is behind that.
    ClockBehind,
    /// There are entries, and none of them speaks of this use for this audience.
    NotCovered,
    /// No entry says anything: nobody has asked, or nobody has recorded the answer.
    NotRecorded,
}

impl Reason {
    /// The name in snake case, for interfaces that branch on it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Refused => "refused",
            Self::NotUnderstood => "not_understood",
            Self::Expired => "expired",
            Self::ClockBehind => "clock_behind",
            Self::NotCovered => "not_covered",
            Self::NotRecorded => "not_recorded",
        }
    }
}

/// [`decide`] on a day that is not before `seen`: an expired grant does not hold again where the clock was put back.
pub fn decide_after(entries: &[ConsentEntry], ask: &ConsentQuery<'_>, seen: NaiveDate) -> Decision {
    let late = ConsentQuery {
        on: ask.on.max(seen),
        ..ask.clone()
    };
    match decide(entries, &late) {
        Decision::Refused {
            reason: Reason::Expired,
            entry,
        } if matches!(decide(entries, ask), Decision::Granted { .. }) => Decision::Refused {
            reason: Reason::ClockBehind,
            entry,
        },
        decision => decision,
    }
}

/// Decides whether the entries allow what is asked.
pub fn decide(entries: &[ConsentEntry], ask: &ConsentQuery<'_>) -> Decision {
    if entries.is_empty() {
        return Decision::NotRecorded;
    }
    if let Some((reason, entry)) = strongest_denial(entries, ask) {
        return Decision::Refused { reason, entry };
    }
    let in_force = in_force(entries, ask);
    if !in_force.is_empty() {
        return Decision::Granted {
            grants: in_force.iter().filter_map(|entry| entry.id.0).collect(),
        };
    }
    match entries.iter().find(|entry| grants(entry, ask)) {
        Some(entry) => Decision::Refused {
            reason: Reason::Expired,
            entry: entry.id.0,
        },
        None => Decision::Refused {
            reason: Reason::NotCovered,
            entry: None,
        },
    }
}

/// The entries that grant what is asked and have not run out. Whether another entry forbids it is not looked at.
pub(super) fn in_force<'e>(
    entries: &'e [ConsentEntry],
    ask: &ConsentQuery<'_>,
) -> Vec<&'e ConsentEntry> {
    let covering = entries.iter().filter(|entry| grants(entry, ask));
    covering.filter(|entry| !expired(entry, ask.on)).collect()
}

/// The entry that forbids it; a withdrawal is named before a refusal, being the stronger word.
fn strongest_denial(
    entries: &[ConsentEntry],
    ask: &ConsentQuery<'_>,
) -> Option<(Reason, Option<Uuid>)> {
    entries
        .iter()
        .filter(|entry| denial_covers(entry, ask))
        .filter_map(|entry| Some((denial(&entry.decision)?, entry.id.0)))
        .min_by_key(|(reason, _)| *reason as u8)
}

fn denial(choice: &ConsentDecision) -> Option<Reason> {
    match choice {
        ConsentDecision::Granted => None,
        ConsentDecision::Refused => Some(Reason::Refused),
        ConsentDecision::Withdrawn => Some(Reason::Withdrawn),
        ConsentDecision::Other(term) if term.as_str().is_empty() => None,
        ConsentDecision::Other(_) => Some(Reason::NotUnderstood),
    }
}

/// Whether a denial reaches this ask. One that names nothing reaches everything, and what may not
/// even be kept may not be used for anything.
fn denial_covers(entry: &ConsentEntry, ask: &ConsentQuery<'_>) -> bool {
    let use_covered =
        entry.r#use == ask.r#use || entry.r#use == Use::Keep || entry.r#use == Use::default();
    // An ask for everyone includes the one audience that was refused.
    let audience_covered = same_audience(&entry.audience, ask.audience) != Some(false);
    use_covered && audience_covered
}

/// Denials of the same use for audiences that are named, and are another than the one that is asked for.
pub(super) fn other_refusals<'e>(
    entries: &'e [ConsentEntry],
    ask: &ConsentQuery<'_>,
) -> impl Iterator<Item = &'e ConsentEntry> {
    let asked = (ask.r#use.clone(), ask.audience.map(str::to_owned));
    entries.iter().filter(move |entry| {
        let is_use = [asked.0.clone(), Use::Keep, Use::default()].contains(&entry.r#use);
        let is_other = same_audience(&entry.audience, asked.1.as_deref()) == Some(false);
        denial(&entry.decision).is_some() && is_use && is_other
    })
}

/// Whether a grant speaks of exactly this use for this audience.
fn grants(entry: &ConsentEntry, ask: &ConsentQuery<'_>) -> bool {
    entry.decision == ConsentDecision::Granted
        && entry.r#use == ask.r#use
        && entry.r#use != Use::default()
        && match same_audience(&entry.audience, ask.audience) {
            Some(same) => same,
            None => normal(&entry.audience).is_empty() && entry.r#use != Use::SharePartner,
        }
}

/// Compares two named audiences; none where one of the two names nobody.
fn same_audience(entry: &str, ask: Option<&str>) -> Option<bool> {
    let entry = normal(entry);
    let ask = normal(ask.unwrap_or_default());
    (!entry.is_empty() && !ask.is_empty()).then(|| entry == ask)
}

/// Names are the same whatever their case, spacing and Unicode form.
fn normal(name: &str) -> String {
    let folded: String = name.nfkc().collect::<String>().to_lowercase();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn expired(entry: &ConsentEntry, on: NaiveDate) -> bool {
    let Some(until) = &entry.valid_until else {
        return false;
    };
    match last_safe_day(until) {
        Some(last) => last < day(on),
        None => !until.is_open_ended(),
    }
}

/// The last day on which the grant holds for certain. A plain date includes the whole of what it
/// names (`2027` holds to its last day); of an uncertain one only the first day it can mean counts.
fn last_safe_day(until: &Date) -> Option<Day> {
    if until.is_open_ended() {
        return None;
    }
    if until.is_uncertain() || until.is_approximate() || until.has_unspecified() {
        return until.earliest();
    }
    until.latest().or(until.earliest())
}

fn day(date: NaiveDate) -> Day {
    Day {
        year: i64::from(date.year()),
        // chrono's months and days are at most 31.
        month: u8::try_from(date.month()).unwrap_or(u8::MAX),
        day: u8::try_from(date.day()).unwrap_or(u8::MAX),
    }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;
