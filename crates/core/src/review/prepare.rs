//! An order looked through: what goes, who is hidden, and what stands for them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::Datelike;
use serde_json::Value;

use crate::error::{Code, Error, Outcome};
use crate::record::standing;
use crate::review::audience::{self, AudienceKnown};
use crate::review::called::Called;
use crate::review::order::ReviewOrder;
use crate::review::people::Known;
use crate::review::terms::{Open, Stays, Terms};
use crate::session::Session;
use fieldnotes_domain::custody::Event;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::{Kind, schema, vocabulary};
use fieldnotes_domain::redaction::leak::{Leak, LeakSearch, LeakSecret};
use fieldnotes_domain::redaction::names::{KnownNames, KnownPerson};
use fieldnotes_domain::redaction::{
    DateRule, PassageChoice, PlaceLabel, PlaceRule, Redacted, Redaction,
};
use fieldnotes_domain::text::fold::fold;
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::vault::log;

/// An order looked through. Nothing is written by it.
pub(super) struct Prepared<'o> {
    pub(super) order: &'o ReviewOrder,
    pub(super) audience: AudienceKnown,
    /// What goes, in the order of the ids that the audience sees.
    pub(super) goes: Vec<RecordId>,
    pub(super) stays: Stays,
    pub(super) conditions: Vec<Open>,
    /// Entries of consent that it relies on.
    pub(super) consent: Vec<uuid::Uuid>,
    pub(super) known: Known,
    /// Persons of the vault who must not be known.
    pub(super) hidden: BTreeSet<RecordId>,
    /// Of them those who asked for it, or said no: for them no reason and no decision counts.
    guarded: BTreeSet<RecordId>,
    /// All others.
    named: BTreeSet<RecordId>,
    /// Of the hidden those that the records speak of.
    pub(super) met: BTreeSet<RecordId>,
    /// What has to be kept so that the names stay as they are.
    pub(super) events: Vec<Event>,
    people: KnownNames,
    places: KnownNames,
    details: KnownNames,
    labels: HashMap<RecordId, PlaceLabel>,
    records: HashSet<RecordId>,
    secrets: Vec<LeakSecret>,
    called: Called,
    pub(super) leaks: LeakSearch,
}

impl<'o> Prepared<'o> {
    /// Looks an order through.
    ///
    /// # Errors
    /// Ids, records in the trash or in conflict, and an order for nobody.
    pub(super) fn of(session: &Session, order: &'o ReviewOrder) -> Outcome<Self> {
        let asked = order.asked_for()?;
        let chosen = order.chosen(session)?;
        let selection = session.select(Some(&chosen), &asked, false)?;
        let mut known = Known::of(session, !order.profile.hides_names())?;
        let mut terms = Terms::of(session, &asked);
        let (mut goes, stays) = terms.sort(&selection, order)?;
        for record in &goes {
            known.add_spoken_of(&standing::of(session, *record)?.body.record);
        }
        let (hidden, guarded) = terms.hidden(&known, order);
        let name_of = |id: &RecordId| known.people.get(id).map(|person| person.called(*id));
        let people: Vec<KnownPerson> = match order.profile.names_anybody() {
            true => hidden.iter().filter_map(name_of).collect(),
            false => hidden
                .iter()
                .filter_map(name_of)
                .chain(known.strangers())
                .collect(),
        };
        let people = KnownNames::new(&people);
        let (places, labels) = places(&known, order);
        let mut met = BTreeSet::new();
        for record in &goes {
            let value = standing::of(session, *record)?.body.record;
            meet(&value, &people, &hidden, &mut met);
            met.extend(hidden.contains(record).then_some(*record));
        }
        let mut audience = audience::named(session, &order.audience()?)?;
        let everybody: Vec<KnownPerson> = known
            .people
            .iter()
            .map(|(id, person)| person.called(*id))
            .collect();
        let drawn = match hidden.is_empty() {
            true => BTreeMap::new(),
            false => audience.draw(session, &met, &known, &KnownNames::new(&everybody)),
        };
        let details = known.details(&order.profile);
        let secrets = known.secrets(&hidden, &order.profile, &audience.aliases);
        let leaks = LeakSearch::new(&secrets);
        refuse_unused(order, &goes, &stays)?;
        let (conditions, consent) = (terms.conditions(&goes)?, terms.grants(&goes)?);
        // By the order of their real ids two packages could be compared.
        let outgoing = |record: &RecordId| match audience.aliases.get(record) {
            Some(alias) if hidden.contains(record) => alias.id,
            _ => *record,
        };
        goes.sort_by_key(outgoing);
        Ok(Self {
            order,
            records: goes.iter().copied().collect(),
            conditions,
            consent,
            events: audience::events(&audience.name, None, drawn),
            called: Called::of(&audience.aliases),
            audience,
            goes,
            stays,
            named: known
                .people
                .keys()
                .filter(|id| !hidden.contains(id))
                .copied()
                .collect(),
            known,
            hidden,
            guarded,
            met,
            people,
            places,
            details: KnownNames::new(&details),
            labels,
            secrets,
            leaks,
        })
    }

    /// The events by which what was drawn and the profile hold from now on.
    pub(super) fn final_events(&self) -> Vec<Event> {
        let mut events = self.events.clone();
        if self.audience.profile.as_ref() != Some(&self.order.profile) {
            let profile = Some(self.order.profile.clone());
            events.extend(audience::events(
                &self.audience.name,
                profile,
                BTreeMap::new(),
            ));
        }
        events
    }

    /// A record of this kind as it goes.
    pub(super) fn redact(&self, id: RecordId, kind: Kind, record: &Value) -> Redacted {
        self.redaction().redact(id, kind, record)
    }

    /// The id by which the audience knows a record that goes.
    pub(super) fn id_of(&self, record: RecordId) -> RecordId {
        self.redaction().id_of(record).unwrap_or(record)
    }

    /// The revision by which the audience cites a record. By the name of a revision two audiences could find out that they have the
    /// same person.
    pub(super) fn cited(&self, record: RecordId, revision: &EntryHash) -> EntryHash {
        match self.has_alias(record) {
            true => log::stand_in(revision, self.id_of(record).as_bytes()),
            false => *revision,
        }
    }

    /// When a revision was saved, as exactly as the audience may know it.
    pub(super) fn saved_at(&self, time: Timestamp) -> Timestamp {
        let day = time.day();
        let coarse = match self.order.profile.dates {
            DateRule::Keep => return time,
            DateRule::Month => day.with_day(1),
            DateRule::Year | DateRule::Season | DateRule::Remove => {
                day.with_day(1).and_then(|day| day.with_month(1))
            }
        };
        Timestamp::of_day(coarse.unwrap_or(day))
    }

    /// Whether something stands for this record throughout the audience.
    pub(super) fn has_alias(&self, record: RecordId) -> bool {
        self.audience.aliases.contains_key(&record) && self.hidden.contains(&record)
    }

    /// How often something that is to be hidden stands in the words of a record, besides the very words that were decided to stay.
    pub(super) fn leaks_in(&self, record: RecordId, redacted: &Value) -> u64 {
        let words = words_of(redacted);
        let bytes = words.as_bytes();
        let decisions = self.order.decisions.iter();
        let kept: HashSet<String> = decisions
            .filter(|one| one.record == record && one.choice == PassageChoice::Keep)
            .map(|one| plain(&one.text))
            .collect();
        let is_kept = |at: usize| {
            let secret = self.secrets.get(at);
            let guarded = |secret: &&LeakSecret| {
                secret
                    .person
                    .is_some_and(|person| self.guarded.contains(&person))
            };
            secret
                .filter(|secret| !guarded(secret))
                .is_some_and(|secret| kept.contains(&plain(&secret.text)))
        };
        let found = self.leaks.search(bytes);
        let is_leak = |leak: &&Leak| !is_kept(leak.secret) && !self.called.covers(bytes, leak);
        found.iter().filter(is_leak).count() as u64
    }

    fn redaction(&self) -> Redaction<'_> {
        Redaction {
            profile: &self.order.profile,
            people: &self.people,
            hidden: &self.hidden,
            named: &self.named,
            guarded: &self.guarded,
            aliases: &self.audience.aliases,
            places: &self.places,
            details: &self.details,
            labels: &self.labels,
            records: &self.records,
            decisions: &self.order.decisions,
        }
    }
}

/// All words of a record, and none that the format has: names of members that the schema knows, built-in codes, ids.
fn words_of(record: &Value) -> String {
    let mut words = String::new();
    let mut next = vec![("", record)];
    while let Some((member, value)) = next.pop() {
        match value {
            Value::String(text) if !vocabulary::is_built_in(member, text) => {
                words.push_str(text);
                words.push_str(BETWEEN);
            }
            Value::Array(elements) => next.extend(elements.iter().map(|one| (member, one))),
            Value::Object(members) => {
                for (name, one) in members {
                    if !schema::is_member(name) {
                        words.push_str(name);
                        words.push_str(BETWEEN);
                    }
                    next.push((name, one));
                }
            }
            _ => {}
        }
    }
    words
}

/// Stands between two texts, so that no name is read across.
const BETWEEN: &str = "\n§§§\n";

/// A text as names are compared: folded, without blanks.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// A decision about a record that does not go is one that nobody does.
fn refuse_unused(order: &ReviewOrder, goes: &[RecordId], stays: &Stays) -> Outcome<()> {
    let is_unused = |record: &RecordId| !goes.contains(record) && !stays.contains_key(record);
    match order.decisions.iter().find(|one| is_unused(&one.record)) {
        Some(unused) => Err(Error::new(Code::DecisionOutdated)
            .with("record", unused.record)
            .with("count", 1)),
        None => Ok(()),
    }
}

/// How the places are called that are to be hidden, and what is said instead of each.
fn places(known: &Known, order: &ReviewOrder) -> (KnownNames, HashMap<RecordId, PlaceLabel>) {
    let narrow = known
        .places
        .iter()
        .filter(|(_, place)| !place.label.is_wide);
    let hidden: Vec<KnownPerson> = match order.profile.places {
        PlaceRule::Keep => Vec::new(),
        _ => narrow.map(|(id, place)| place.called(*id)).collect(),
    };
    let labels = known
        .places
        .iter()
        .map(|(id, place)| (*id, place.label.clone()));
    (KnownNames::new(&hidden), labels.collect())
}

/// Notes which hidden persons a record speaks of, by id or by name.
fn meet(
    value: &Value,
    names: &KnownNames,
    hidden: &BTreeSet<RecordId>,
    met: &mut BTreeSet<RecordId>,
) {
    match value {
        Value::String(text) => {
            let id = text.parse().ok().filter(|id| hidden.contains(id));
            met.extend(id);
            met.extend(names.find(text).into_iter().map(|found| found.person));
        }
        Value::Array(elements) => elements
            .iter()
            .for_each(|one| meet(one, names, hidden, met)),
        Value::Object(members) => members.iter().for_each(|(name, one)| {
            met.extend(names.find(name).into_iter().map(|found| found.person));
            meet(one, names, hidden, met);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
