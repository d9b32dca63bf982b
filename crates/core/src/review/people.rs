//! The persons and places of a vault, by all that they are called.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::consent::ConsentEntry;
use fieldnotes_domain::records::vocabulary::{self, Language};
use fieldnotes_domain::records::{self, Kind};
use fieldnotes_domain::redaction::PlaceLabel;
use fieldnotes_domain::redaction::leak::{LeakSecret, LeakSecretKind, secrets_of};
use fieldnotes_domain::redaction::names::KnownPerson;
use fieldnotes_domain::redaction::pseudonyms::{PseudonymKind, PseudonymSex};

/// A person of the vault, by what all newest revisions of the record say.
pub(super) struct PersonKnown {
    pub(super) known: KnownPerson,
    pub(super) title: String,
    pub(super) kind: PseudonymKind,
    /// Ways to reach them and numbers of their papers.
    pub(super) contacts: Vec<String>,
    pub(super) numbers: Vec<String>,
    pub(super) consent: Vec<ConsentEntry>,
}

/// A place of the vault.
pub(super) struct PlaceKnown {
    pub(super) known: KnownPerson,
    pub(super) label: PlaceLabel,
}

/// All persons and places of a vault.
pub(super) struct Known {
    pub(super) people: BTreeMap<RecordId, PersonKnown>,
    pub(super) places: BTreeMap<RecordId, PlaceKnown>,
    /// Whose testimonies there are, each with the consent that it has; read only where names may stay.
    pub(super) narrators: Vec<(RecordId, Vec<ConsentEntry>)>,
}

impl Known {
    /// Reads them. A record that cannot be read names nobody.
    pub(super) fn of(session: &Session, with_narrators: bool) -> Result<Self, SessionError> {
        let is_wanted = |kind: Kind| match kind {
            Kind::Person | Kind::Place => true,
            Kind::Testimony => with_narrators,
            Kind::Note | Kind::Attachment => false,
        };
        let graph = session.graph();
        let mut heads: Vec<(RecordId, Kind, EntryHash)> = Vec::new();
        for record in graph.records() {
            for head in session.newest_held(record) {
                let schema = graph.node(&head).map_or("", |node| node.schema);
                if let Ok(kind) = Kind::of_schema(schema)
                    && is_wanted(kind)
                {
                    heads.push((record, kind, head));
                }
            }
        }
        let names: Vec<EntryHash> = heads.iter().map(|(_, _, head)| *head).collect();
        let bodies = session.each_body(&names, &|_, body| body.record)?;
        let mut known = Self {
            people: BTreeMap::new(),
            places: BTreeMap::new(),
            narrators: Vec::new(),
        };
        for ((record, kind, _), body) in heads.iter().zip(bodies) {
            let Some(body) = body else { continue };
            match kind {
                Kind::Person => known.add_person(*record, &body),
                Kind::Testimony => known.add_narrator(&body),
                _ => known.add_place(*record, &body),
            }
        }
        Ok(known)
    }

    fn add_person(&mut self, record: RecordId, body: &Value) {
        let is_group = !matches!(text_of(body, "form"), "" | "individual");
        let mut codes = vec![text_of(body, "code").to_owned()];
        let mut numbers = Vec::new();
        for document in list_of(body, "documents") {
            codes.push(text_of(document, "name").to_owned());
            numbers.push(text_of(document, "number").to_owned());
        }
        let contacts =
            list_of(body, "contacts").map(|contact| text_of(contact, "value").to_owned());
        let consent = body.get("consent").cloned().unwrap_or_default();
        let new = PersonKnown {
            known: KnownPerson {
                id: record,
                names: names_of(body),
                codes: said(codes),
                is_group,
            },
            title: records::title_of("person", body),
            kind: match is_group {
                true => PseudonymKind::Group,
                false => PseudonymKind::Person(match text_of(body, "sex") {
                    "female" => Some(PseudonymSex::Female),
                    "male" => Some(PseudonymSex::Male),
                    _ => None,
                }),
            },
            contacts: said(contacts.collect()),
            numbers: said(numbers),
            consent: serde_json::from_value(consent).unwrap_or_default(),
        };
        match self.people.get_mut(&record) {
            // Another head: what either says is known.
            Some(person) => person.extend(new),
            None => drop(self.people.insert(record, new)),
        }
    }

    fn add_narrator(&mut self, body: &Value) {
        let narrator = body.pointer("/narrator/person").and_then(Value::as_str);
        if let Some(narrator) = narrator.and_then(|id| id.parse().ok()) {
            let consent = body.get("consent").cloned().unwrap_or_default();
            let entries = serde_json::from_value(consent).unwrap_or_default();
            self.narrators.push((narrator, entries));
        }
    }

    fn add_place(&mut self, record: RecordId, body: &Value) {
        let names = names_of(body);
        let label = label_of(body);
        let place = self.places.entry(record).or_insert_with(|| PlaceKnown {
            known: KnownPerson {
                id: record,
                names: Vec::new(),
                codes: Vec::new(),
                is_group: true,
            },
            label,
        });
        place.known.names.extend(names);
    }

    /// All that must not stand in a package: what these persons are called, and unless it is shown, how they are reached and the
    /// numbers of their papers.
    pub(super) fn secrets(
        &self,
        hidden: &BTreeSet<RecordId>,
        contacts: bool,
        numbers: bool,
    ) -> Vec<LeakSecret> {
        let mut secrets = Vec::new();
        for person in hidden.iter().filter_map(|id| self.people.get(id)) {
            let of_names = secrets_of(&person.known).into_iter();
            secrets.extend(of_names.filter(|one| numbers || one.kind == LeakSecretKind::Name));
            let mut add = |texts: &[String], kind| {
                secrets.extend(texts.iter().map(|text| LeakSecret {
                    text: text.clone(),
                    kind,
                    person: Some(person.known.id),
                }));
            };
            if numbers {
                add(&person.numbers, LeakSecretKind::Number);
            }
            if contacts {
                add(&person.contacts, LeakSecretKind::Contact);
            }
        }
        secrets
    }
}

impl PersonKnown {
    fn extend(&mut self, other: Self) {
        self.known.names.extend(other.known.names);
        self.known.codes.extend(other.known.codes);
        self.contacts.extend(other.contacts);
        self.numbers.extend(other.numbers);
        self.consent.extend(other.consent);
    }
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

fn names_of(body: &Value) -> Vec<String> {
    said(
        list_of(body, "names")
            .map(|name| text_of(name, "text").to_owned())
            .collect(),
    )
}

/// Those that say something.
fn said(mut texts: Vec<String>) -> Vec<String> {
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// The province or the country of a place, as it is said instead of it.
fn label_of(body: &Value) -> PlaceLabel {
    let (province, country) = (text_of(body, "province"), text_of(body, "country"));
    let is_wide = matches!(text_of(body, "type"), "country" | "province");
    let provinces = vocabulary::get("provinces").filter(|list| list.term(province).is_some());
    let (korean, english) = match provinces {
        Some(list) if !matches!(province, "unknown" | "outside") => {
            let korean = list.label(province, Language::Korean);
            let korean = korean.split('(').next().unwrap_or(korean);
            (
                format!("{korean}의 한 곳"),
                format!("a place in {}", list.label(province, Language::English)),
            )
        }
        _ if country.is_empty() => ("어느 곳".to_owned(), "a place".to_owned()),
        _ => (
            format!("{country}의 한 곳"),
            format!("a place in {country}"),
        ),
    };
    PlaceLabel {
        korean,
        english,
        is_wide,
    }
}
