//! An order looked through: what goes, who is hidden, and what stands for them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::Value;

use crate::attachment::owners::attached_to;
use crate::error::Outcome;
use crate::record::standing;
use crate::review::audience::{self, AudienceKnown};
use crate::review::order::ReviewOrder;
use crate::review::people::Known;
use crate::send::LeftOutReason;
use crate::send::select::{Audience, Selection};
use crate::session::Session;
use fieldnotes_domain::custody::Event;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::Kind;
use fieldnotes_domain::records::consent::{
    Condition, ConsentEntry, ConsentQuery, Decision, GrantTerms, Reason, ShownAs, decide,
    refused_for_others, terms_of,
};
use fieldnotes_domain::redaction::leak::{LeakSearch, LeakSecret};
use fieldnotes_domain::redaction::names::{KnownNames, KnownPerson};
use fieldnotes_domain::redaction::{
    NameRule, PassageChoice, PlaceLabel, PlaceRule, PlainRule, Redacted, Redaction,
};
use fieldnotes_domain::text::fold::fold;

/// Records that stay, each with the reason and the record because of which it stays, where that is another.
pub(super) type Stays = BTreeMap<RecordId, (LeftOutReason, Option<RecordId>)>;

/// A condition that somebody has to accept, and where it stands.
pub(super) struct Open {
    /// Names it: the record, and its place among the conditions there.
    pub(super) key: String,
    pub(super) record: RecordId,
    /// Words of the narrator, or an audience to which they said no.
    pub(super) text: String,
    pub(super) is_refusal: bool,
}

/// An order looked through. Nothing is written by it.
pub(super) struct Prepared<'o> {
    pub(super) order: &'o ReviewOrder,
    pub(super) audience: AudienceKnown,
    /// What goes, in the order of ids.
    pub(super) goes: Vec<RecordId>,
    pub(super) stays: Stays,
    pub(super) conditions: Vec<Open>,
    /// Entries of consent that it relies on.
    pub(super) consent: Vec<uuid::Uuid>,
    pub(super) known: Known,
    /// Persons of the vault who must not be known.
    pub(super) hidden: BTreeSet<RecordId>,
    /// All others.
    named: BTreeSet<RecordId>,
    /// Of the hidden those that the records speak of.
    pub(super) met: BTreeSet<RecordId>,
    /// What has to be kept so that the names stay as they are.
    pub(super) events: Vec<Event>,
    people: KnownNames,
    places: KnownNames,
    labels: HashMap<RecordId, PlaceLabel>,
    records: HashSet<RecordId>,
    secrets: Vec<LeakSecret>,
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
        let known = Known::of(session, !order.profile.hides_names())?;
        let mut terms = Terms::of(session, &asked);
        let (goes, stays) = terms.sort(&selection, order)?;
        let hidden = hidden(&known, order, &terms);
        let name_of = |id: &RecordId| known.people.get(id).map(|person| person.known.clone());
        let people: Vec<KnownPerson> = hidden.iter().filter_map(name_of).collect();
        let people = KnownNames::new(&people);
        let labels: HashMap<RecordId, PlaceLabel> = known
            .places
            .iter()
            .map(|(id, place)| (*id, place.label.clone()))
            .collect();
        let narrow = known.places.values().filter(|place| !place.label.is_wide);
        let places: Vec<KnownPerson> = match order.profile.places {
            PlaceRule::Keep => Vec::new(),
            _ => narrow.map(|place| place.known.clone()).collect(),
        };
        let places = KnownNames::new(&places);
        let mut met = BTreeSet::new();
        for record in &goes {
            meet(
                &standing::of(session, *record)?.body.record,
                &people,
                &hidden,
                &mut met,
            );
            met.extend(hidden.contains(record).then_some(*record));
        }
        let mut audience = audience::named(session, &order.audience()?)?;
        let everybody = known.people.values().map(|person| person.known.clone());
        let everybody: Vec<KnownPerson> = everybody.collect();
        let drawn = match order.profile.names {
            NameRule::Keep if hidden.is_empty() => BTreeMap::new(),
            _ => audience.draw(session, &met, &known, &KnownNames::new(&everybody)),
        };
        let is_news = !drawn.is_empty() || audience.profile.as_ref() != Some(&order.profile);
        let events = match is_news {
            true => audience::events(&audience.name, &order.profile, drawn),
            false => Vec::new(),
        };
        let hides = |rule: PlainRule| rule == PlainRule::Remove;
        let (contacts, numbers) = (
            hides(order.profile.contacts),
            hides(order.profile.identifiers),
        );
        let secrets = known.secrets(&hidden, contacts, numbers);
        let leaks = LeakSearch::new(&secrets);
        Ok(Self {
            records: goes.iter().copied().collect(),
            conditions: terms.conditions(&goes),
            consent: terms.grants(&goes),
            order,
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
            met,
            events,
            people,
            places,
            labels,
            secrets,
            leaks,
        })
    }

    /// A record of this kind as it goes.
    pub(super) fn redact(&self, id: RecordId, kind: Kind, record: &Value) -> Redacted {
        self.redaction().redact(id, kind, record)
    }

    /// The id by which the audience knows a record that goes.
    pub(super) fn id_of(&self, record: RecordId) -> RecordId {
        self.redaction().id_of(record).unwrap_or(record)
    }

    /// Whether something stands for this record throughout the audience.
    pub(super) fn has_alias(&self, record: RecordId) -> bool {
        self.audience.aliases.contains_key(&record) && self.hidden.contains(&record)
    }

    /// How often something that is to be hidden stands in these bytes of a record, besides what was decided to stay.
    pub(super) fn leaks_in(&self, record: RecordId, bytes: &[u8]) -> u64 {
        let kept: Vec<String> = self
            .order
            .decisions
            .iter()
            .filter(|one| one.record == record && one.choice == PassageChoice::Keep)
            .map(|one| plain(&one.text))
            .collect();
        let found = self.leaks.search(bytes);
        let is_kept = |secret: usize| {
            let text = self.secrets.get(secret).map(|secret| plain(&secret.text));
            text.is_some_and(|text| kept.iter().any(|words| words.contains(&text)))
        };
        found.iter().filter(|leak| !is_kept(leak.secret)).count() as u64
    }

    fn redaction(&self) -> Redaction<'_> {
        Redaction {
            profile: &self.order.profile,
            people: &self.people,
            hidden: &self.hidden,
            named: &self.named,
            aliases: &self.audience.aliases,
            places: &self.places,
            labels: &self.labels,
            records: &self.records,
            decisions: &self.order.decisions,
        }
    }
}

/// A text as names are compared: folded, without blanks.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// Who must not be known: everybody of the vault, but for those who may be named.
fn hidden(known: &Known, order: &ReviewOrder, terms: &Terms<'_>) -> BTreeSet<RecordId> {
    let keeps = !order.profile.hides_names();
    let has_reason = order.profile.names_anybody();
    let (named, guarded) = terms.narrators(known);
    let is_hidden = |id: &RecordId| {
        let entries = known
            .people
            .get(id)
            .map_or(&[][..], |person| &person.consent);
        let own = terms.of_entries(entries).map(|terms| terms.shown_as);
        match (decide(entries, &terms.ask()), own) {
            _ if !keeps || guarded.contains(id) => true,
            (Decision::Granted { .. }, own) => own != Some(ShownAs::Named),
            // Who has run out, or speaks of another use only, said nothing of this one.
            (
                Decision::Refused {
                    reason: Reason::Expired | Reason::NotCovered,
                    ..
                }
                | Decision::NotRecorded,
                _,
            ) => !(named.contains(id) || has_reason),
            (Decision::Refused { .. }, _) => true,
        }
    };
    known
        .people
        .keys()
        .filter(|id| is_hidden(id))
        .copied()
        .collect()
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

/// What the consent of each record says to this audience.
struct Terms<'s> {
    session: &'s Session,
    audience: &'s Audience,
    on: chrono::NaiveDate,
    read: BTreeMap<RecordId, Read>,
}

/// What matters of one record.
struct Read {
    kind: Option<Kind>,
    media: String,
    owner: Option<RecordId>,
    terms: Option<GrantTerms>,
    refused_for: Vec<String>,
}

impl<'s> Terms<'s> {
    fn of(session: &'s Session, audience: &'s Audience) -> Self {
        Self {
            session,
            audience,
            on: session.consent_day(),
            read: BTreeMap::new(),
        }
    }

    fn of_entries(&self, entries: &[ConsentEntry]) -> Option<GrantTerms> {
        terms_of(entries, &self.ask())
    }

    fn ask(&self) -> ConsentQuery<'s> {
        ConsentQuery {
            r#use: self.audience.purpose.clone(),
            audience: self.audience.name.as_deref(),
            on: self.on,
        }
    }

    fn read(&mut self, record: RecordId) -> Outcome<&Read> {
        if !self.read.contains_key(&record) {
            let standing = standing::of(self.session, record)?;
            let value = standing.body.record;
            let entries = value.get("consent").cloned().unwrap_or_default();
            let entries: Vec<ConsentEntry> = serde_json::from_value(entries).unwrap_or_default();
            let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
            let read = Read {
                kind: Kind::of_schema(&standing.schema).ok(),
                media: text("/media_type").unwrap_or_default().to_ascii_lowercase(),
                owner: attached_to(&value),
                terms: self.of_entries(&entries),
                refused_for: refused_for_others(&entries, &self.ask()),
            };
            self.read.insert(record, read);
        }
        Ok(self.read.get(&record).expect("it was put there"))
    }

    /// What of a selection goes and what stays, by what the consent says of who is shown and how.
    fn sort(
        &mut self,
        selection: &Selection,
        order: &ReviewOrder,
    ) -> Outcome<(Vec<RecordId>, Stays)> {
        let mut stays: Stays = selection
            .left_out
            .iter()
            .map(|(record, why)| {
                (
                    *record,
                    ((*why).into(), selection.because_of.get(record).copied()),
                )
            })
            .collect();
        let mut goes = Vec::new();
        for record in &selection.records {
            match self.stays_because(*record, order)? {
                Some(why) => drop(stays.insert(*record, why)),
                None => goes.push(*record),
            }
        }
        Ok((goes, stays))
    }

    fn stays_because(
        &mut self,
        record: RecordId,
        order: &ReviewOrder,
    ) -> Outcome<Option<(LeftOutReason, Option<RecordId>)>> {
        let read = self.read(record)?;
        let (media, owner) = (read.media.clone(), read.owner);
        let is_guarded = |terms: &GrantTerms| {
            terms.shown_as == ShownAs::NotIdentifiable && !order.profile.hides_who()
        };
        if read.terms.as_ref().is_some_and(is_guarded) {
            return Ok(Some((LeftOutReason::Identity, None)));
        }
        let Some(owner) = owner else {
            return Ok(None);
        };
        let of_owner = self.read(owner)?;
        let is_testimony = of_owner.kind == Some(Kind::Testimony);
        let terms = of_owner.terms.as_ref();
        let has_sound = ["audio/", "video/"]
            .iter()
            .any(|kind| media.starts_with(kind));
        let has_picture = ["image/", "video/"]
            .iter()
            .any(|kind| media.starts_with(kind));
        let is_silent = has_sound && !terms.map_or(!is_testimony, |terms| terms.voice);
        let is_unseen = has_picture && !terms.map_or(!is_testimony, |terms| terms.image);
        Ok(match (is_silent, is_unseen) {
            (true, _) => Some((LeftOutReason::Voice, Some(owner))),
            (_, true) => Some((LeftOutReason::Image, Some(owner))),
            _ => None,
        })
    }

    /// Narrators who may be named, and those who may not whatever reason there is.
    fn narrators(&self, known: &Known) -> (BTreeSet<RecordId>, BTreeSet<RecordId>) {
        let mut named = BTreeSet::new();
        let mut guarded = BTreeSet::new();
        for (narrator, entries) in &known.narrators {
            match self.of_entries(entries).map(|terms| terms.shown_as) {
                Some(ShownAs::Named) => named.insert(*narrator),
                Some(_) => guarded.insert(*narrator),
                None => false,
            };
        }
        (named, guarded)
    }

    fn conditions(&self, goes: &[RecordId]) -> Vec<Open> {
        let mut open = Vec::new();
        for record in goes {
            let Some(read) = self.read.get(record) else {
                continue;
            };
            let conditions = read.terms.iter().flat_map(|terms| &terms.conditions);
            let words = conditions.map(|Condition { text, .. }| (text.clone(), false));
            let others = read.refused_for.iter().map(|name| (name.clone(), true));
            for (number, (text, is_refusal)) in words.chain(others).enumerate() {
                open.push(Open {
                    key: format!("{record}/{number}"),
                    record: *record,
                    text,
                    is_refusal,
                });
            }
        }
        open
    }

    fn grants(&self, goes: &[RecordId]) -> Vec<uuid::Uuid> {
        let terms = goes
            .iter()
            .filter_map(|record| self.read.get(record)?.terms.as_ref());
        let mut grants: Vec<uuid::Uuid> = terms.flat_map(|terms| &terms.grants).copied().collect();
        grants.sort_unstable();
        grants.dedup();
        grants
    }
}
