//! Audiences of review packages, as the log of events has them: a profile, and what stands for each person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::custody::{AudienceChange, Event, MOST_RECORDS};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::redaction::names::KnownNames;
use fieldnotes_domain::redaction::pseudonyms::{TakenPseudonyms, draw};
use fieldnotes_domain::redaction::{Alias, Profile};
use fieldnotes_domain::text::name::look_alike;
use fieldnotes_format::random::{make_array, make_id};

use super::people::Known;

/// An audience.
pub(super) struct AudienceKnown {
    pub(super) name: String,
    /// The one that was used last; nothing where it is new.
    pub(super) profile: Option<Profile>,
    pub(super) aliases: HashMap<RecordId, Alias>,
}

/// All audiences of a vault, in the order in which they were first met.
pub(super) fn all(session: &Session) -> Result<Vec<AudienceKnown>, SessionError> {
    let mut found: Vec<AudienceKnown> = Vec::new();
    for (_, event) in session.events()? {
        let Some(Event::Audience(change)) = event else {
            continue;
        };
        let at = found
            .iter()
            .position(|one| look_alike(&one.name, &change.name));
        let at = at.unwrap_or_else(|| {
            found.push(AudienceKnown::new(&change.name));
            found.len() - 1
        });
        if let Some(one) = found.get_mut(at) {
            one.profile = change.profile.or(one.profile.take());
            for (person, alias) in change.aliases {
                one.aliases.entry(person).or_insert(alias);
            }
        }
    }
    Ok(found)
}

/// The audience of this name, as far as it is known. A name that looks the same is the same audience.
pub(super) fn named(session: &Session, name: &str) -> Result<AudienceKnown, SessionError> {
    let found = all(session)?
        .into_iter()
        .find(|one| look_alike(&one.name, name));
    Ok(found.unwrap_or_else(|| AudienceKnown::new(name)))
}

impl AudienceKnown {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            profile: None,
            aliases: HashMap::new(),
        }
    }

    /// Draws what is missing for these persons. Returns what is to be written so that it holds from now on.
    pub(super) fn draw(
        &mut self,
        session: &Session,
        people: &BTreeSet<RecordId>,
        known: &Known,
        names: &KnownNames,
    ) -> BTreeMap<RecordId, Alias> {
        let environment = session.environment();
        let mut random = || {
            let bytes: [u8; 8] = make_array(&*environment.random);
            u64::from_le_bytes(bytes)
        };
        let mut taken = TakenPseudonyms::default();
        self.aliases
            .values()
            .for_each(|alias| taken.insert(&alias.name));
        let mut drawn = BTreeMap::new();
        for id in people {
            let Some(person) = known
                .people
                .get(id)
                .filter(|_| !self.aliases.contains_key(id))
            else {
                continue;
            };
            let name = draw(names, &taken, person.kind, &mut random);
            taken.insert(&name);
            let alias = Alias {
                id: make_id(&*environment.random),
                name,
            };
            self.aliases.insert(*id, alias.clone());
            drawn.insert(*id, alias);
        }
        drawn
    }
}

/// The events by which an audience is as it is now; none where nothing is new.
pub(super) fn events(
    name: &str,
    profile: Option<Profile>,
    drawn: BTreeMap<RecordId, Alias>,
) -> Vec<Event> {
    let change = |profile: Option<Profile>, aliases| {
        Event::Audience(AudienceChange {
            name: name.to_owned(),
            profile,
            aliases,
        })
    };
    let all: Vec<(RecordId, Alias)> = drawn.into_iter().collect();
    let some = all.chunks(MOST_RECORDS);
    let mut events: Vec<Event> = some
        .map(|some| change(None, some.iter().cloned().collect()))
        .collect();
    if profile.is_some() {
        events.push(change(profile, BTreeMap::new()));
    }
    events
}
