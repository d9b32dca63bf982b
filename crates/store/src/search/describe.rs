//! From what a record says to what finds it.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde_json::Value;

use super::document::{Card, Days, Document, Flags, Scope, marks};
use super::fold;
use super::order::order_of;
use fieldnotes_domain::ids::{EntryHash, RecordId};
use fieldnotes_domain::records::schema::{self, FieldDef, FieldType, SearchScope, ShapeDef};
use fieldnotes_domain::records::vocabulary::Vocabulary;
use fieldnotes_domain::records::{self, Date, Day, Kind};
use fieldnotes_domain::text::fold::{clean, fold_clean};
use fieldnotes_domain::text::hangul;
use fieldnotes_domain::text::sound::{self, Sound, Writing};
use fieldnotes_domain::time::Timestamp;

/// What the history knows of a record.
#[derive(Debug, Clone)]
pub struct About {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// The revision that is shown first.
    pub revision: EntryHash,
    /// When that was saved (milliseconds since 1970).
    pub saved: Timestamp,
    /// When its first revision was saved (milliseconds since 1970).
    pub created: Timestamp,
    /// How many heads it has.
    pub heads: u32,
    /// They disagree, and a person has to settle it.
    pub is_conflict: bool,
    /// Changes whenever what is to be found changes.
    pub mark: u64,
}

/// What one head says, or all of them together; nothing where that cannot be read.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// The record as that head has it.
    pub record: &'a Value,
    /// Whether it lies in the trash there.
    pub trashed: bool,
}

/// Describes a record with one head, or one whose heads are merged.
pub fn describe(about: About, said: Option<Said<'_>>) -> Document {
    let mut builder = DocumentBuilder::of(about);
    builder.add_head(said);
    builder.build()
}

/// Describes a record by its heads, each of which is needed only while it is added: several large ones need not be held
/// together.
pub struct DocumentBuilder {
    about: About,
    /// What stands in the list, once the head that is shown first was added.
    empty: Option<Document>,
    /// What the heads say that are not in the trash.
    standing: Option<Document>,
    /// What those in the trash say. By that a record is found only where nothing else is left of it.
    trashed: Option<Document>,
}

impl DocumentBuilder {
    /// Begins with what the history knows.
    pub fn of(about: About) -> Self {
        Self {
            about,
            empty: None,
            standing: None,
            trashed: None,
        }
    }

    /// What the next head says, the one that is shown first in front; nothing where that cannot be read.
    pub fn add_head(&mut self, said: Option<Said<'_>>) {
        let about = &self.about;
        let empty = self.empty.get_or_insert_with(|| empty(about, said));
        let Some(said) = said else { return };
        let document = match said.trashed {
            true => &mut self.trashed,
            false => &mut self.standing,
        };
        document
            .get_or_insert_with(|| empty.clone())
            .take(said.record);
    }

    /// What finds the record.
    pub fn build(self) -> Document {
        let Self {
            about,
            empty: beginning,
            standing,
            trashed,
        } = self;
        let is_findable = standing.is_some();
        let found_by = standing.or(trashed).or(beginning);
        let mut document = found_by.unwrap_or_else(|| empty(&about, None));
        document.card.flags.add(Flags::FINDABLE, is_findable);
        document.texts.sort_unstable();
        document.texts.dedup();
        document.texts.shrink_to_fit();
        for id in document.links.clone() {
            document.mark_with(marks::LINK, &id.0.simple().to_string());
        }
        document
    }
}

/// A record by the head that is shown first, found by nothing yet.
fn empty(about: &About, first: Option<Said<'_>>) -> Document {
    let title = first.map_or_else(String::new, |said| {
        records::title_of(&about.kind, said.record)
    });
    let mut flags = Flags::default();
    flags.add(Flags::TRASHED, first.is_some_and(|said| said.trashed));
    flags.add(Flags::CONFLICT, about.is_conflict);
    flags.add(Flags::UNREADABLE, first.is_none());
    Document {
        mark: about.mark,
        created: about.created,
        status: first.map_or_else(String::new, |said| text_of(said.record, "status")),
        tags: Vec::new(),
        order: order_of(&title),
        dates: Vec::new(),
        owner: None,
        links: BTreeSet::new(),
        texts: Vec::new(),
        marks: BTreeSet::new(),
        card: Card {
            id: about.id,
            kind: about.kind.clone(),
            title,
            revision: about.revision,
            saved: about.saved,
            heads: about.heads,
            flags,
        },
    }
}

impl Document {
    fn take(&mut self, record: &Value) {
        let kind = self.card.kind.clone();
        let title = records::title_of(&kind, record);
        // A title that was cut short says less than the record.
        self.add_text(Scope::Title, title.trim_end_matches('…'));
        records::texts_of(record, &mut |path, text| self.take_text(&kind, path, text));
        let shape = kind.parse().ok().map(schema::shape_of);
        self.take_members(record, shape);
        self.tags.extend(strings(record.get("tags")));
        self.tags.sort_unstable();
        self.tags.dedup();
        let owner = record.get("attached_to").and_then(Value::as_str);
        self.owner = owner.and_then(|id| id.parse().ok()).or(self.owner);
        let is_filled = |member: &str| {
            record
                .get(member)
                .and_then(Value::as_array)
                .is_some_and(|list| !list.is_empty())
        };
        let flags = &mut self.card.flags;
        flags.add(Flags::CONSENT, is_filled("consent"));
        flags.add(Flags::JOURNEY, is_filled("journey"));
        flags.add(Flags::ACTS, is_filled("acts"));
        if kind == "attachment" {
            flags.add(medium(&text_of(record, "media_type")), true);
        }
    }

    fn take_text(&mut self, kind: &str, path: &str, text: &str) {
        let folded = self.add_text(Scope::Any, text);
        let kind = kind.parse::<Kind>().ok();
        let fields: Vec<&FieldDef> = kind
            .into_iter()
            .flat_map(|kind| schema::fields_on(kind, path))
            .collect();
        if fields
            .first()
            .is_some_and(|field| field.name == "narrative")
            && fields
                .last()
                .is_some_and(|field| field.name == "translation")
        {
            self.card.flags.add(Flags::TRANSLATION, true);
        }
        // The innermost field decides: the place of an act is no person.
        let scopes = fields.iter().rev().map(|field| scopes_of(field, kind));
        let scopes = scopes.into_iter().find(|scopes| !scopes.is_empty());
        for scope in scopes.into_iter().flatten() {
            self.add_text(*scope, text);
        }
        for word in folded.split(|c: char| !hangul::is_syllable(c)) {
            self.mark_initials(marks::INITIALS, word);
        }
        self.mark_sounds(sound::names_met_in(text), false);
        for (word, is_capital) in sound::latin_words(text) {
            if is_capital && word.chars().count() > 2 {
                self.mark_with(marks::WORD, &word);
            }
        }
    }

    /// Adds a text and returns it folded. What stands in a field of names is marked as names are.
    fn add_text(&mut self, scope: Scope, text: &str) -> String {
        let folded = fold_clean(&clean(text));
        if folded.trim().is_empty() {
            return folded;
        }
        self.texts.push((scope, format!(" {}", folded.trim())));
        if matches!(
            scope,
            Scope::Title | Scope::Person | Scope::Place | Scope::Tag
        ) {
            self.mark_sounds(sound::names_in(&folded), true);
            for word in folded.split(|c: char| !hangul::is_syllable(c)) {
                let starts = word.char_indices().map(|(at, _)| at).take(24);
                for rest in starts.filter_map(|at| word.get(at..)) {
                    self.mark_initials(marks::NAME_INITIALS, rest);
                }
            }
            for (word, _) in sound::latin_words(&folded) {
                self.mark_with(marks::WORD, &word);
            }
        }
        folded
    }

    fn mark_initials(&mut self, sign: char, word: &str) {
        let initials: String = word
            .chars()
            .filter_map(hangul::initial)
            .take(marks::MOST_INITIALS)
            .collect();
        self.mark_with(sign, &initials);
    }

    fn mark_sounds(&mut self, sounds: BTreeSet<Sound>, are_names: bool) {
        for sound in sounds {
            let sign = match (sound.writing, are_names) {
                (Writing::Hangul, true) => marks::HANGUL_NAME,
                (Writing::Latin, true) => marks::LATIN_NAME,
                (Writing::Hangul, false) if sound.is_long => marks::HANGUL_SOUND,
                (Writing::Latin, false) if sound.is_long => marks::LATIN_SOUND,
                _ => continue,
            };
            self.mark_with(sign, &sound.code);
        }
    }

    fn mark_with(&mut self, sign: char, text: &str) {
        if !text.is_empty() {
            self.marks.insert(format!("{sign}{text}"));
        }
    }

    /// Dates, links and what was done, wherever they stand.
    fn take_members(&mut self, value: &Value, shape: Option<&'static ShapeDef>) {
        let Value::Object(members) = value else {
            return;
        };
        for (name, member) in members.iter().filter(|(name, _)| *name != "id") {
            let field = shape.and_then(|shape| shape.field(name));
            let is_date = match field {
                Some(field) => field.field_type == FieldType::Date,
                None => schema::holds_date(name),
            };
            let deeds = field.filter(|field| field.search() == SearchScope::Act);
            let elements = member
                .as_array()
                .map_or(std::slice::from_ref(member), Vec::as_slice);
            for element in elements {
                match element {
                    Value::String(text) if is_date => self.dates.extend(days_of(text)),
                    Value::String(text) => match text.parse::<RecordId>() {
                        Ok(id) if text.len() == 36 => drop(self.links.insert(id)),
                        _ => {
                            if let Some(list) = deeds.and_then(FieldDef::vocabulary) {
                                self.take_deed(text, list);
                            }
                        }
                    },
                    _ => self.take_members(element, field.and_then(FieldDef::shape)),
                }
            }
        }
    }

    /// What was done, by its code and in the words of both languages.
    fn take_deed(&mut self, code: &str, list: &Vocabulary) {
        self.add_text(Scope::Act, code);
        for words in list.term(code).iter().flat_map(|term| [&term.en, &term.ko]) {
            self.add_text(Scope::Act, words);
        }
    }
}

/// Where a text in this field of a record of this kind is looked for, beside everywhere.
fn scopes_of(field: &FieldDef, kind: Option<Kind>) -> &'static [Scope] {
    match (field.search(), kind) {
        (SearchScope::Name, Some(Kind::Person)) => &[Scope::Title, Scope::Person],
        (SearchScope::Name, Some(Kind::Place)) => &[Scope::Title, Scope::Place],
        (SearchScope::Person, _) => &[Scope::Person],
        (SearchScope::Place, _) => &[Scope::Place],
        (SearchScope::Tag, _) => &[Scope::Tag],
        _ => &[],
    }
}

/// The days that a date of the past can mean. What is open reaches as far as can be counted.
pub(super) fn days_of(text: &str) -> Option<Days> {
    let date: Date = text.parse().ok()?;
    let day = |day: Day| {
        let year = i32::try_from(day.year.clamp(-9_999, 9_999)).ok()?;
        let date = chrono::NaiveDate::from_ymd_opt(year, day.month.into(), day.day.into())?;
        Some(date.num_days_from_ce())
    };
    let from = date.earliest().and_then(day);
    let to = date.latest().and_then(day);
    (from.is_some() || to.is_some()).then(|| (from.unwrap_or(i32::MIN), to.unwrap_or(i32::MAX)))
}

fn medium(media_type: &str) -> Flags {
    match media_type.split('/').next() {
        Some("audio") => Flags::AUDIO,
        Some("video") => Flags::VIDEO,
        Some("image") => Flags::IMAGE,
        _ => Flags::DOCUMENT,
    }
}

fn text_of(record: &Value, member: &str) -> String {
    let text = record.get(member).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

fn strings(list: Option<&Value>) -> impl Iterator<Item = String> + '_ {
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|text| clean(text).trim().to_owned())
        .filter(|text| !fold(text).is_empty())
}
