//! A record as it goes to an audience: each member by what the schema says of it.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::change::{Change, PassageDecision, Redacted, RedactionReason};
use super::coarse;
use super::names::KnownNames;
use super::places::{self, PlaceLabel};
use super::profile::{AgeRule, DateRule, NameRule, PlaceRule, PlainRule, Profile};
use super::pseudonyms::Pseudonym;
use crate::ids::RecordId;
use crate::records::Kind;
use crate::records::schema::{Class, FieldDef, FieldType, ShapeDef, shape_of};

/// What stands for a person throughout an audience.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// Another id for the record, so that two audiences cannot compare theirs.
    pub id: RecordId,
    /// Another name.
    pub name: Pseudonym,
}

/// What is known of an audience and of the records that go to it.
pub struct Redaction<'a> {
    /// What becomes of each class of field.
    pub profile: &'a Profile,
    /// How the persons are called who are to be hidden.
    pub people: &'a KnownNames,
    /// Who they are.
    pub hidden: &'a BTreeSet<RecordId>,
    /// Of them those for whom no decision counts: they asked for another name, or said no.
    pub guarded: &'a BTreeSet<RecordId>,
    /// The other persons of the vault.
    pub named: &'a BTreeSet<RecordId>,
    /// What stands for each of the hidden; for somebody who is not hidden now it may have been drawn before.
    pub aliases: &'a HashMap<RecordId, Alias>,
    /// How the places are called that are to be hidden.
    pub places: &'a KnownNames,
    /// Ways to reach persons and numbers of their papers, as far as they are to be hidden.
    pub details: &'a KnownNames,
    /// What is said instead of each place.
    pub labels: &'a HashMap<RecordId, PlaceLabel>,
    /// The records that go.
    pub records: &'a HashSet<RecordId>,
    /// What was decided about places of their texts.
    pub decisions: &'a [PassageDecision],
}

impl Redaction<'_> {
    /// A record of this kind as it goes. A member that is not what the schema says is left out.
    pub fn redact(&self, id: RecordId, kind: Kind, record: &Value) -> Redacted {
        let of_record = self.decisions.iter().filter(|one| one.record == id);
        let mut walk = Walk {
            redaction: self,
            person: (kind == Kind::Person).then_some(id),
            place: (kind == Kind::Place).then_some(id),
            linked: self.linked_by(record),
            decisions: of_record.cloned().collect(),
            changes: Vec::new(),
        };
        let empty = Map::new();
        let members = record.as_object().unwrap_or(&empty);
        let record = Value::Object(walk.object(shape_of(kind), members, ""));
        Redacted {
            record,
            changes: walk.changes,
            outdated: walk.decisions,
        }
    }

    fn linked_by(&self, value: &Value) -> HashSet<RecordId> {
        let mut linked = HashSet::new();
        let mut next = vec![value];
        while let Some(value) = next.pop() {
            match value {
                Value::String(_) => {
                    linked.extend(id_in(value).filter(|id| self.hidden.contains(id)))
                }
                Value::Array(elements) => next.extend(elements),
                Value::Object(members) => next.extend(members.values()),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        linked
    }

    /// The id by which a record is known to the audience; none where it does not go and nobody stands for it.
    pub fn id_of(&self, record: RecordId) -> Option<RecordId> {
        match self.alias_of(record) {
            Some(alias) => Some(alias.id),
            None => self.records.contains(&record).then_some(record),
        }
    }

    /// What stands for somebody who is hidden.
    pub(super) fn alias_of(&self, person: RecordId) -> Option<&Alias> {
        let is_hidden = self.hidden.contains(&person);
        self.aliases.get(&person).filter(|_| is_hidden)
    }
}

/// One record on its way.
pub(super) struct Walk<'r> {
    pub(super) redaction: &'r Redaction<'r>,
    /// The record itself, where it is a person.
    person: Option<RecordId>,
    /// The record itself, where it is a place.
    place: Option<RecordId>,
    /// The hidden persons to whom the record links: of several of one name they are meant.
    pub(super) linked: HashSet<RecordId>,
    /// Decisions that no place was found for yet.
    pub(super) decisions: Vec<PassageDecision>,
    pub(super) changes: Vec<Change>,
}

impl Walk<'_> {
    fn object(
        &mut self,
        shape: &'static ShapeDef,
        members: &Map<String, Value>,
        path: &str,
    ) -> Map<String, Value> {
        let mut out = Map::new();
        for (name, value) in members {
            let at = join(path, name);
            match shape.field(name) {
                Some(field) => {
                    let kept = self.field(field, value, &at);
                    out.extend(kept.map(|kept| (name.clone(), kept)));
                }
                None => {
                    let kept = self.other(value, &at);
                    // The name of a member that nobody knows is a text like any other.
                    let named = self.name_of_member(name, path);
                    out.extend(kept.map(|kept| (named, kept)));
                }
            }
        }
        if shape.name == "narrator" {
            self.name_narrator(members, &mut out, path);
        }
        self.group_age(members, &mut out);
        out
    }

    /// Where an age is left out, its group is said instead.
    fn group_age(&self, members: &Map<String, Value>, out: &mut Map<String, Value>) {
        let age = members.get("age").and_then(Value::as_u64);
        let is_said = members
            .get("age_group")
            .and_then(Value::as_str)
            .is_some_and(|group| !group.is_empty());
        if let Some(age) = age
            && self.redaction.profile.ages == AgeRule::Group
            && !is_said
            && !out.contains_key("age")
        {
            out.insert("age_group".to_owned(), json!(coarse::age_group(age)));
        }
    }

    /// A member that this version does not know.
    fn other(&mut self, value: &Value, path: &str) -> Option<Value> {
        match self.redaction.profile.others {
            PlainRule::Keep => Some(self.texts_in(value, path)),
            PlainRule::Remove => self.drop(value, path, RedactionReason::Other),
        }
    }

    fn field(&mut self, field: &'static FieldDef, value: &Value, path: &str) -> Option<Value> {
        if value.is_null() {
            return None;
        }
        if field.name == "names" && path == "names" {
            return self.names(value);
        }
        match field.field_type {
            FieldType::Mention(kind) => self.mention(kind, value, path),
            FieldType::Mentions(kind) => self.each(value, path, &mut |walk, one, at| {
                walk.mention(kind, one, at)
            }),
            FieldType::Record(_) => self.reference(value, path),
            FieldType::Records(_) => {
                self.each(value, path, &mut |walk, one, at| walk.reference(one, at))
            }
            FieldType::Date => self.date(field, value, path),
            FieldType::Number { .. } => self.number(field, value, path),
            // By the ids of its elements two audiences could compare a person.
            FieldType::Id if self.is_hidden_person() => None,
            FieldType::Id
            | FieldType::Element(_)
            | FieldType::YesNo
            | FieldType::Confidentiality
            | FieldType::Fixed => match is_code(value) {
                true => Some(value.clone()),
                false => self.drop(value, path, RedactionReason::Other),
            },
            FieldType::Term(_) | FieldType::Terms(_) | FieldType::Choice(_) => {
                self.term(field, value, path)
            }
            _ => match field.shape() {
                Some(shape) => self.shaped(shape, value, path),
                None => self.text(field, value, path),
            },
        }
    }

    fn shaped(&mut self, shape: &'static ShapeDef, value: &Value, path: &str) -> Option<Value> {
        match value {
            Value::Object(members) => Some(Value::Object(self.object(shape, members, path))),
            Value::Array(_) => self.each(value, path, &mut |walk, one, at| {
                walk.shaped(shape, one, at)
            }),
            _ => self.drop(value, path, RedactionReason::Other),
        }
    }

    /// The same for each element of a list.
    fn each(
        &mut self,
        value: &Value,
        path: &str,
        work: &mut dyn FnMut(&mut Self, &Value, &str) -> Option<Value>,
    ) -> Option<Value> {
        let Value::Array(elements) = value else {
            return self.drop(value, path, RedactionReason::Other);
        };
        let kept = elements
            .iter()
            .enumerate()
            .filter_map(|(number, one)| work(self, one, &format!("{path}[{number}]")));
        Some(Value::Array(kept.collect()))
    }

    fn is_hidden_person(&self) -> bool {
        self.person
            .is_some_and(|id| self.redaction.hidden.contains(&id))
    }

    /// A text, or a list of them, of the class that the schema says.
    fn text(&mut self, field: &'static FieldDef, value: &Value, path: &str) -> Option<Value> {
        let profile = self.redaction.profile;
        let (keeps, why) = match field.class {
            Some(Class::Identifies) => (
                profile.identifiers == PlainRule::Keep,
                RedactionReason::Identifier,
            ),
            Some(Class::Contacts) => (
                profile.contacts == PlainRule::Keep,
                RedactionReason::Contact,
            ),
            Some(Class::Locates) if field.is_coarse => {
                (profile.places != PlaceRule::Remove, RedactionReason::Place)
            }
            Some(Class::Locates) => (profile.places == PlaceRule::Keep, RedactionReason::Place),
            Some(Class::FreeText) => (profile.prose == PlainRule::Keep, RedactionReason::Prose),
            Some(Class::Plain) | None => (false, RedactionReason::Other),
        };
        match keeps {
            true => Some(self.texts_in(value, path)),
            false => self.drop(value, path, why),
        }
    }

    /// A code, or a term of the user's own, which is free text.
    fn term(&mut self, field: &'static FieldDef, value: &Value, path: &str) -> Option<Value> {
        if let Value::Array(_) = value {
            return self.each(value, path, &mut |walk, one, at| walk.term(field, one, at));
        }
        let Value::String(code) = value else {
            return self.drop(value, path, RedactionReason::Other);
        };
        if field.name == "age_group" && self.redaction.profile.ages == AgeRule::Remove {
            return self.drop(value, path, RedactionReason::Age);
        }
        let is_known = field
            .vocabulary()
            .is_some_and(|list| list.term(code).is_some());
        match (is_known, field.class) {
            (true, Some(Class::Locates)) if self.redaction.profile.places == PlaceRule::Remove => {
                self.drop(value, path, RedactionReason::Place)
            }
            (true, _) => Some(value.clone()),
            (false, _) if self.redaction.profile.prose == PlainRule::Remove => {
                self.drop(value, path, RedactionReason::Prose)
            }
            (false, _) => Some(self.texts_in(value, path)),
        }
    }

    fn date(&mut self, field: &'static FieldDef, value: &Value, path: &str) -> Option<Value> {
        let Value::String(text) = value else {
            return self.drop(value, path, RedactionReason::Other);
        };
        let profile = self.redaction.profile;
        let is_birth = field.class == Some(Class::Identifies);
        let rule = match (is_birth && profile.hides_names(), profile.dates) {
            (true, DateRule::Keep | DateRule::Month | DateRule::Season) => DateRule::Year,
            (_, rule) => rule,
        };
        if rule == DateRule::Keep {
            return Some(self.texts_in(value, path));
        }
        let after = coarse::date(text, rule).map(Value::String);
        self.note(path, value, after, RedactionReason::Date)
    }

    fn number(&mut self, field: &'static FieldDef, value: &Value, path: &str) -> Option<Value> {
        let profile = self.redaction.profile;
        if !value.is_number() {
            return self.drop(value, path, RedactionReason::Other);
        }
        match field.class {
            Some(Class::Locates) if profile.places != PlaceRule::Keep => {
                self.drop(value, path, RedactionReason::Place)
            }
            _ if field.name == "age" && profile.ages != AgeRule::Keep => {
                self.drop(value, path, RedactionReason::Age)
            }
            _ => Some(value.clone()),
        }
    }

    /// The names of a person or a place itself.
    fn names(&mut self, value: &Value) -> Option<Value> {
        let (redaction, path) = (self.redaction, "names");
        let mark = |text: &str, script: &str| json!({ "text": text, "script": script, "type": "pseudonym" });
        if let Some(alias) = self.person.and_then(|id| redaction.alias_of(id)) {
            let after = match redaction.profile.names {
                NameRule::Remove => json!([mark(super::WITHHELD_KOREAN, "hangul")]),
                _ => json!([
                    mark(&alias.name.hangul, "hangul"),
                    mark(&alias.name.latin, "latin")
                ]),
            };
            return self.note(path, value, Some(after), RedactionReason::Name);
        }
        let label = self.place.map(|id| redaction.labels.get(&id));
        match (label, redaction.profile.places) {
            (Some(Some(label)), PlaceRule::Coarsen) if !label.is_wide => {
                let after = json!([
                    mark(&label.korean(), "hangul"),
                    mark(&label.english(), "latin")
                ]);
                self.note(path, value, Some(after), RedactionReason::Place)
            }
            (Some(label), PlaceRule::Coarsen | PlaceRule::Remove)
                if !label.is_some_and(|label| label.is_wide) =>
            {
                self.drop(value, path, RedactionReason::Place)
            }
            // Who may be named, and what hides nobody, keeps its names.
            _ => Some(self.texts_in(value, path)),
        }
    }

    /// A person or a place that is spoken of.
    fn mention(&mut self, kind: Kind, value: &Value, path: &str) -> Option<Value> {
        let Value::Object(members) = value else {
            return self.drop(value, path, RedactionReason::Other);
        };
        let text = members
            .get("text")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let record = record_in(members);
        let said = match kind {
            Kind::Place => self.place_said(record, text),
            _ => self.person_said(record, text),
        };
        let why = if kind == Kind::Place {
            RedactionReason::Place
        } else {
            RedactionReason::Name
        };
        let mut after = Map::new();
        if let Some(id) = members.get("id").filter(|id| is_code(id)) {
            after.insert("id".to_owned(), id.clone());
        }
        if let Some(record) = record.and_then(|record| self.redaction.id_of(record)) {
            after.insert("record".to_owned(), json!(record));
        }
        match said {
            Said::Instead(words) => {
                after.insert("text".to_owned(), json!(words));
                self.note(path, value, Some(Value::Object(after)), why)
            }
            Said::AsItWas if text.is_empty() => Some(Value::Object(after)),
            Said::AsItWas => {
                let at = join(path, "text");
                after.insert("text".to_owned(), self.texts_in(&json!(text), &at));
                Some(Value::Object(after))
            }
        }
    }

    fn person_said(&mut self, record: Option<RecordId>, text: &str) -> Said {
        let redaction = self.redaction;
        if record.is_some_and(|id| redaction.named.contains(&id))
            || text.is_empty() && record.is_none()
        {
            return Said::AsItWas;
        }
        match record.and_then(|id| redaction.alias_of(id)) {
            Some(alias) => Said::Instead(self.called(alias, text)),
            // Whom no record of this vault describes may be anybody.
            None if redaction.profile.names_anybody() => Said::AsItWas,
            None => Said::Instead(super::withheld(text).to_owned()),
        }
    }

    /// How a person is called instead, in the script of a text.
    fn called(&self, alias: &Alias, text: &str) -> String {
        match (self.redaction.profile.names, super::is_korean(text)) {
            (NameRule::Remove, _) => super::withheld(text).to_owned(),
            (_, true) => alias.name.hangul.clone(),
            (_, false) => alias.name.latin.clone(),
        }
    }

    fn place_said(&mut self, record: Option<RecordId>, text: &str) -> Said {
        let redaction = self.redaction;
        let label = record.and_then(|id| redaction.labels.get(&id));
        match (redaction.profile.places, label) {
            (PlaceRule::Keep, _) => Said::AsItWas,
            (PlaceRule::Coarsen, Some(label)) if label.is_wide => Said::AsItWas,
            (PlaceRule::Coarsen, Some(label)) => Said::Instead(match super::is_korean(text) {
                true => label.korean(),
                false => label.english(),
            }),
            _ if record.is_none() && text.is_empty() => Said::AsItWas,
            (PlaceRule::Coarsen, None) if record.is_none() && places::is_wide_place(text) => {
                Said::AsItWas
            }
            _ => Said::Instead(super::withheld(text).to_owned()),
        }
    }

    /// The narrator has no name but that of their record: what stands for them is their code.
    fn name_narrator(
        &mut self,
        members: &Map<String, Value>,
        out: &mut Map<String, Value>,
        path: &str,
    ) {
        let person = members.get("person").and_then(id_in);
        if let Some(alias) = person.and_then(|id| self.redaction.alias_of(id)) {
            let called = self.called(alias, "가");
            self.changes.push(Change {
                path: join(path, "code"),
                before: Value::Null,
                after: json!(called),
                why: Some(RedactionReason::Name),
                marks: Vec::new(),
            });
            out.insert("code".to_owned(), json!(called));
        }
    }

    /// The id of another record: as the audience knows it, and only where it goes too.
    fn reference(&mut self, value: &Value, path: &str) -> Option<Value> {
        let after = id_in(value).and_then(|id| self.redaction.id_of(id));
        self.note(
            path,
            value,
            after.map(|id| json!(id)),
            RedactionReason::Record,
        )
    }

    fn drop(&mut self, value: &Value, path: &str, why: RedactionReason) -> Option<Value> {
        self.note(path, value, None, why)
    }

    /// Notes a member that is another than before.
    fn note(
        &mut self,
        path: &str,
        before: &Value,
        after: Option<Value>,
        why: RedactionReason,
    ) -> Option<Value> {
        let is_empty = before.as_array().is_some_and(Vec::is_empty) || before.as_str() == Some("");
        if after.as_ref() != Some(before) && !is_empty {
            self.changes.push(Change {
                path: path.to_owned(),
                before: before.clone(),
                after: after.clone().unwrap_or_default(),
                why: Some(why),
                marks: Vec::new(),
            });
        }
        after
    }
}

/// What is said of somebody or some place.
enum Said {
    AsItWas,
    Instead(String),
}

/// Whether a value is what a program writes: an id, a hash, a code, a media type, yes or no, a number. By its hash the content of an
/// attachment is found in the package.
fn is_code(value: &Value) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | '+');
    match value {
        Value::String(text) => text.len() <= 127 && text.chars().all(is_plain),
        Value::Bool(_) | Value::Number(_) => true,
        _ => false,
    }
}

fn record_in(members: &Map<String, Value>) -> Option<RecordId> {
    members.get("record").and_then(id_in)
}

fn id_in(value: &Value) -> Option<RecordId> {
    value.as_str()?.parse().ok()
}

fn join(path: &str, name: &str) -> String {
    match path.is_empty() {
        true => name.to_owned(),
        false => format!("{path}.{name}"),
    }
}

#[cfg(test)]
#[path = "fields_tests.rs"]
mod tests;
