//! The persons and places of a vault, by all that they are called.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use crate::review::spoken;
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::consent::{ConsentEntry, UnreadableConsent, entries_of};
use fieldnotes_domain::records::{self, Kind};
use fieldnotes_domain::redaction::leak::{LeakSecret, LeakSecretKind, secrets_of};
use fieldnotes_domain::redaction::names::KnownPerson;
use fieldnotes_domain::redaction::pseudonyms::{PseudonymKind, PseudonymSex};
use fieldnotes_domain::redaction::{Alias, PlaceLabel, PlainRule, Profile};

/// Characters of a name that are looked at: more of them make no difference, and cost more than they are long.
const LONGEST: usize = 200;

/// What a record says of consent.
pub(super) type Consent = Result<Vec<ConsentEntry>, UnreadableConsent>;

/// A person of the vault, by what all revisions of the record say. None of it is left out, however much somebody made it: what is
/// not known is not hidden.
pub(super) struct PersonKnown {
    names: BTreeSet<String>,
    /// Codes and aliases, and names on papers.
    codes: BTreeSet<String>,
    is_group: bool,
    pub(super) title: String,
    pub(super) kind: PseudonymKind,
    /// Ways to reach them and numbers of their papers.
    contacts: BTreeSet<String>,
    numbers: BTreeSet<String>,
    pub(super) consent: Consent,
}

/// A place of the vault.
pub(super) struct PlaceKnown {
    names: BTreeSet<String>,
    pub(super) label: PlaceLabel,
}

/// All persons and places of a vault.
#[derive(Default)]
pub(super) struct Known {
    pub(super) people: BTreeMap<RecordId, PersonKnown>,
    pub(super) places: BTreeMap<RecordId, PlaceKnown>,
    /// Whose testimonies there are, each with the consent that it has; read only where names may stay.
    pub(super) narrators: Vec<(RecordId, Consent)>,
    /// Names of persons whom no record describes, as the records of an order say them.
    strangers: BTreeSet<String>,
}

/// A revision that is read, and whether it is one of the newest.
struct Wanted {
    record: RecordId,
    kind: Kind,
    revision: EntryHash,
    is_newest: bool,
}

impl Known {
    /// Reads them, with what earlier revisions called them.
    ///
    /// # Errors
    /// [`SessionError::BodyDamaged`] where the newest revision of a person or place cannot be read: nobody would know whom to hide.
    pub(super) fn of(session: &Session, with_narrators: bool) -> Result<Self, SessionError> {
        let wanted = wanted(session, with_narrators);
        let revisions: Vec<EntryHash> = wanted.iter().map(|one| one.revision).collect();
        let bodies = session.each_body(&revisions, &|_, body| body.record)?;
        let mut known = Self::default();
        let mut testimonies = Vec::new();
        for (one, body) in wanted.iter().zip(bodies) {
            let Some(body) = body else {
                if one.is_newest {
                    return Err(SessionError::BodyDamaged {
                        record: one.record,
                        revision: one.revision,
                    });
                }
                continue;
            };
            match one.kind {
                Kind::Person => known.add_person(one, &body),
                Kind::Testimony => testimonies.push(body),
                _ => known.add_place(one, &body),
            }
        }
        // A narrator may be named by the code of a person alone.
        testimonies.iter().for_each(|body| known.add_narrator(body));
        Ok(known)
    }

    fn add_person(&mut self, one: &Wanted, body: &Value) {
        let on_papers = |name| list_of(body, "documents").map(move |paper| text_of(paper, name));
        let contacts = list_of(body, "contacts").map(|contact| text_of(contact, "value"));
        let new = PersonKnown {
            names: names_of(body).collect(),
            codes: said(std::iter::once(text_of(body, "code")).chain(on_papers("name"))),
            is_group: is_group(body),
            title: records::title_of("person", body),
            kind: kind_of(body),
            contacts: said(contacts),
            numbers: said(on_papers("number")),
            consent: match one.is_newest {
                true => entries_of(body),
                false => Ok(Vec::new()),
            },
        };
        match self.people.get_mut(&one.record) {
            Some(person) => person.extend(new),
            None => drop(self.people.insert(one.record, new)),
        }
    }

    fn add_narrator(&mut self, body: &Value) {
        let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str);
        let person = text("/narrator/person").and_then(|id| id.parse().ok());
        let code = text("/narrator/code").unwrap_or_default().trim();
        let of_code = self.people.iter().filter(|(_, one)| {
            !code.is_empty() && one.codes.iter().any(|known| known.trim() == code)
        });
        let narrators: Vec<RecordId> = of_code.map(|(id, _)| *id).chain(person).collect();
        for narrator in narrators {
            self.narrators.push((narrator, entries_of(body)));
        }
    }

    fn add_place(&mut self, one: &Wanted, body: &Value) {
        let label = spoken::label_of(body);
        let place = self.places.entry(one.record).or_insert_with(|| PlaceKnown {
            names: BTreeSet::new(),
            label: label.clone(),
        });
        place.names.extend(names_of(body));
        // One side alone does not make a village a country.
        place.label.is_wide &= label.is_wide || !one.is_newest;
        if one.is_newest {
            place.label = PlaceLabel {
                is_wide: place.label.is_wide,
                ..label
            };
        }
    }

    /// Adds what a record of an order calls people by: codes, and names in words beside a link or without one.
    pub(super) fn add_spoken_of(&mut self, record: &Value) {
        spoken::visit(record, &mut |person, text, is_code| {
            let known = person.and_then(|person| self.people.get_mut(&person));
            match (known, is_code) {
                (Some(person), true) => drop(person.codes.insert(text.to_owned())),
                (Some(person), false) => drop(person.names.insert(shortened(text.to_owned()))),
                (None, true) => {}
                (None, false) => drop(self.strangers.insert(shortened(text.to_owned()))),
            }
        });
    }

    /// Persons whom no record describes. Nothing stands for them: their names are withheld.
    pub(super) fn strangers(&self) -> impl Iterator<Item = KnownPerson> + '_ {
        self.strangers.iter().map(|name| KnownPerson {
            id: RecordId::nil(),
            names: vec![name.clone()],
            codes: Vec::new(),
            is_group: false,
        })
    }

    /// Ways to reach persons and numbers of their papers, as far as a profile hides them.
    pub(super) fn details(&self, profile: &Profile) -> Vec<KnownPerson> {
        let hides = |rule: PlainRule| rule == PlainRule::Remove;
        let of = |(id, person): (&RecordId, &PersonKnown)| {
            let contacts = person.contacts.iter().filter(|_| hides(profile.contacts));
            let numbers = person.numbers.iter().filter(|_| hides(profile.identifiers));
            KnownPerson {
                id: *id,
                names: Vec::new(),
                codes: contacts.chain(numbers).cloned().collect(),
                is_group: true,
            }
        };
        self.people
            .iter()
            .map(of)
            .filter(|one| !one.codes.is_empty())
            .collect()
    }

    /// All that must not stand in a package: what these persons are called, and unless it is shown, how anybody is reached and the
    /// numbers of papers. A name that stands for somebody here is looked for by nobody: it is in the package on purpose.
    pub(super) fn secrets(
        &self,
        hidden: &BTreeSet<RecordId>,
        profile: &Profile,
        aliases: &HashMap<RecordId, Alias>,
    ) -> Vec<LeakSecret> {
        let hides = |rule: PlainRule| rule == PlainRule::Remove;
        let mut secrets = Vec::new();
        for (id, person) in &self.people {
            let mut add = |texts: &BTreeSet<String>, kind| {
                secrets.extend(texts.iter().map(|text| LeakSecret {
                    text: text.clone(),
                    kind,
                    person: Some(*id),
                }));
            };
            if hides(profile.identifiers) {
                add(&person.numbers, LeakSecretKind::Number);
            }
            if hides(profile.contacts) {
                add(&person.contacts, LeakSecretKind::Contact);
            }
            if hidden.contains(id) {
                let of_names = secrets_of(&person.called(*id)).into_iter();
                secrets.extend(
                    of_names.filter(|one| {
                        one.kind == LeakSecretKind::Name || hides(profile.identifiers)
                    }),
                );
            }
        }
        let called: BTreeSet<&str> = aliases
            .values()
            .flat_map(|alias| [alias.name.hangul.as_str(), alias.name.latin.as_str()])
            .collect();
        secrets.retain(|secret| !called.contains(secret.text.as_str()));
        secrets
    }
}

impl PlaceKnown {
    /// What the place is called, to be looked for.
    pub(super) fn called(&self, id: RecordId) -> KnownPerson {
        KnownPerson {
            id,
            names: self.names.iter().cloned().collect(),
            codes: Vec::new(),
            is_group: true,
        }
    }
}

impl PersonKnown {
    /// What the person is called, to be looked for.
    pub(super) fn called(&self, id: RecordId) -> KnownPerson {
        KnownPerson {
            id,
            names: self.names.iter().cloned().collect(),
            codes: self.codes.iter().cloned().collect(),
            is_group: self.is_group,
        }
    }

    fn extend(&mut self, other: Self) {
        self.names.extend(other.names);
        self.codes.extend(other.codes);
        // A person for one side is a person.
        self.is_group &= other.is_group;
        if !self.is_group && self.kind == PseudonymKind::Group {
            self.kind = PseudonymKind::Person(None);
        }
        self.contacts.extend(other.contacts);
        self.numbers.extend(other.numbers);
        self.consent = match (
            std::mem::replace(&mut self.consent, Ok(Vec::new())),
            other.consent,
        ) {
            (Ok(mut all), Ok(more)) => {
                all.extend(more);
                Ok(all)
            }
            _ => Err(UnreadableConsent),
        };
    }
}

fn wanted(session: &Session, with_narrators: bool) -> Vec<Wanted> {
    let graph = session.graph();
    let mut wanted = Vec::new();
    for record in graph.records() {
        let newest = session.newest_held(record);
        let first = newest.first().and_then(|head| graph.node(head));
        let Some(Ok(kind)) = first.map(|node| Kind::of_schema(node.schema)) else {
            continue;
        };
        let mut add = |revision: EntryHash, is_newest| {
            wanted.push(Wanted {
                record,
                kind,
                revision,
                is_newest,
            });
        };
        match kind {
            Kind::Person | Kind::Place => {
                newest.iter().for_each(|head| add(*head, true));
                let held = graph
                    .revisions(record)
                    .filter(|one| session.holds_body(one));
                held.filter(|one| !newest.contains(one))
                    .for_each(|one| add(one, false));
            }
            Kind::Testimony if with_narrators => newest.iter().for_each(|head| add(*head, true)),
            Kind::Testimony | Kind::Note | Kind::Attachment => {}
        }
    }
    wanted
}

fn text_of<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list_of<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn names_of(body: &Value) -> impl Iterator<Item = String> + '_ {
    let all = list_of(body, "names").map(|name| text_of(name, "text"));
    let parts = all.flat_map(spoken::parts_of_name);
    parts.filter(|name| !name.trim().is_empty()).map(shortened)
}

fn is_group(body: &Value) -> bool {
    matches!(text_of(body, "form"), "family" | "group" | "organisation")
}

fn kind_of(body: &Value) -> PseudonymKind {
    match (is_group(body), text_of(body, "sex")) {
        (true, _) => PseudonymKind::Group,
        (_, "female") => PseudonymKind::Person(Some(PseudonymSex::Female)),
        (_, "male") => PseudonymKind::Person(Some(PseudonymSex::Male)),
        _ => PseudonymKind::Person(None),
    }
}

/// Those that say something.
fn said<'v>(texts: impl Iterator<Item = &'v str>) -> BTreeSet<String> {
    let some = texts.filter(|text| !text.trim().is_empty());
    some.map(str::to_owned).collect()
}

/// As much of a name as is looked at: it begins with what the search for leaks goes by.
fn shortened(mut name: String) -> String {
    if let Some((end, _)) = name.char_indices().nth(LONGEST) {
        name.truncate(end);
    }
    name
}
