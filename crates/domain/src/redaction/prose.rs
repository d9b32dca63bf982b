//! Texts: names and places in them are replaced, and what whoever exports decided about their words is done.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use serde_json::{Map, Value};

use super::change::{Change, Fate, Mark, PassageChoice, RedactionReason};
use super::fields::Walk;
use super::names::{Certainty, NameFound};
use super::profile::{NameRule, PlaceRule};
use super::replace::{Cut, Replaced, replace};
use super::suggest::{SuggestionKind, suggest};
use crate::ids::RecordId;
use crate::records::schema;

/// Places of one text, none of which overlap.
#[derive(Default)]
struct Spots(BTreeMap<usize, Spot>);

impl Spots {
    /// Whether no place overlaps this one. Of those that begin before its end, the last reaches furthest.
    fn is_free(&self, range: &Range<usize>) -> bool {
        let before = self.0.range(..range.end).next_back();
        !range.is_empty() && before.is_none_or(|(_, spot)| spot.range.end <= range.start)
    }

    fn add(&mut self, spot: Spot) {
        if self.is_free(&spot.range) {
            self.0.insert(spot.range.start, spot);
        }
    }
}

/// A place of a text that something is to be done with.
struct Spot {
    range: Range<usize>,
    /// What stands there afterwards; nothing where the words stay.
    with: Option<String>,
    fate: Fate,
    why: RedactionReason,
    record: Option<RecordId>,
}

impl Walk<'_> {
    /// All texts in a value, each with its names and places replaced. Members are kept, whatever they are.
    pub(super) fn texts_in(&mut self, value: &Value, path: &str) -> Value {
        match value {
            Value::String(text) => Value::String(self.prose(text, path)),
            Value::Array(elements) => {
                let each = elements.iter().enumerate();
                let kept =
                    each.map(|(number, one)| self.texts_in(one, &format!("{path}[{number}]")));
                Value::Array(kept.collect())
            }
            Value::Object(members) => {
                let each = members.iter();
                let kept = each.map(|(name, one)| {
                    let named = self.name_of_member(name, path);
                    let kept = self.texts_in(one, &format!("{path}.{name}"));
                    (named, kept)
                });
                Value::Object(kept.collect::<Map<_, _>>())
            }
            other => other.clone(),
        }
    }

    /// The name of a member of an object that is not in the schema. Of one that is, nothing is to be looked for.
    pub(super) fn name_of_member(&mut self, name: &str, path: &str) -> String {
        match schema::is_member(name) {
            true => name.to_owned(),
            false => self.prose(name, path),
        }
    }

    fn prose(&mut self, text: &str, path: &str) -> String {
        let names = self.names_in(text);
        let mut spots = self.decided(text, path, &names);
        self.add_names(text, names, &mut spots);
        self.add_places(text, &mut spots);
        self.add_details(text, &mut spots);
        add_suggestions(text, &mut spots);
        let spots: Vec<Spot> = spots.0.into_values().collect();
        if spots.is_empty() {
            return text.to_owned();
        }
        let cuts: Vec<Cut> = spots
            .iter()
            .filter_map(|spot| {
                Some(Cut {
                    range: spot.range.clone(),
                    with: spot.with.clone()?,
                    is_name: matches!(spot.why, RedactionReason::Name | RedactionReason::Place),
                })
            })
            .collect();
        let replaced = replace(text, &cuts);
        let marks = marks(text, &replaced, &spots);
        self.changes.push(Change {
            path: path.to_owned(),
            before: Value::String(text.to_owned()),
            after: Value::String(replaced.text.clone()),
            why: None,
            marks,
        });
        replaced.text
    }

    /// What was decided about words of this text, each decision once.
    fn decided(&mut self, text: &str, path: &str, names: &[NameFound]) -> Spots {
        let (here, rest) = std::mem::take(&mut self.decisions)
            .into_iter()
            .partition::<Vec<_>, _>(|one| one.path == path);
        self.decisions = rest;
        let mut spots = Spots::default();
        for decision in here {
            let found = text
                .match_indices(decision.text.as_str())
                .nth(decision.nth as usize);
            let range = found.map(|(at, words)| at..at + words.len());
            let is_heeded = |range: &Range<usize>| {
                decision.choice == PassageChoice::Remove || !self.is_guarded(range, names)
            };
            match range.filter(|range| spots.is_free(range) && is_heeded(range)) {
                Some(range) => spots.add(Spot {
                    range,
                    with: (decision.choice == PassageChoice::Remove)
                        .then(|| super::withheld(text).to_owned()),
                    fate: match decision.choice {
                        PassageChoice::Keep => Fate::KeptByHand,
                        PassageChoice::Remove => Fate::Replaced,
                    },
                    why: RedactionReason::ByHand,
                    record: None,
                }),
                None => self.decisions.push(decision),
            }
        }
        spots
    }

    fn names_in(&self, text: &str) -> Vec<NameFound> {
        let is_linked = |person| self.linked.contains(&person);
        self.redaction.people.find_preferring(text, &is_linked)
    }

    /// Whether words name somebody who asked not to be named: nobody else decides about that.
    fn is_guarded(&self, range: &Range<usize>, names: &[NameFound]) -> bool {
        names.iter().any(|found| {
            let is_in = found.range.start < range.end && range.start < found.range.end;
            let is_certain = found.certainty == Certainty::Certain;
            is_in && is_certain && self.redaction.guarded.contains(&found.person)
        })
    }

    fn add_names(&self, text: &str, names: Vec<NameFound>, spots: &mut Spots) {
        let redaction = self.redaction;
        for found in names {
            if !spots.is_free(&found.range) {
                continue;
            }
            let words = text.get(found.range.clone()).unwrap_or_default();
            let with = match (redaction.profile.names, redaction.alias_of(found.person)) {
                (NameRule::Remove, _) | (_, None) => super::withheld(words).to_owned(),
                (_, Some(alias)) => alias.name.in_place_of(&found, words),
            };
            spots.add(replaced(found, with, RedactionReason::Name));
        }
    }

    fn add_details(&self, text: &str, spots: &mut Spots) {
        for found in self.redaction.details.find(text) {
            let words = text.get(found.range.clone()).unwrap_or_default();
            if words.chars().count() > 4 {
                let with = super::withheld(text).to_owned();
                spots.add(replaced(found, with, RedactionReason::Contact));
            }
        }
    }

    fn add_places(&self, text: &str, spots: &mut Spots) {
        let redaction = self.redaction;
        if redaction.profile.places == PlaceRule::Keep {
            return;
        }
        for mut found in redaction.places.find(text) {
            if !spots.is_free(&found.range) {
                continue;
            }
            let words = text.get(found.range.clone()).unwrap_or_default();
            let label = redaction.labels.get(&found.person);
            let with = match (redaction.profile.places, label) {
                (PlaceRule::Coarsen, Some(label)) => {
                    let range = label.with_area(text, found.range.clone());
                    if spots.is_free(&range) {
                        found.range = range;
                    }
                    match super::is_korean(words) {
                        true => label.korean(),
                        false => label.english(),
                    }
                }
                _ => super::withheld(words).to_owned(),
            };
            spots.add(replaced(found, with, RedactionReason::Place));
        }
    }
}

fn replaced(found: NameFound, with: String, why: RedactionReason) -> Spot {
    Spot {
        range: found.range,
        with: Some(with),
        fate: match found.certainty {
            Certainty::Certain => Fate::Replaced,
            Certainty::Doubtful(_) => Fate::ReplacedInDoubt,
        },
        why,
        record: Some(found.person),
    }
}

fn add_suggestions(text: &str, spots: &mut Spots) {
    for suggestion in suggest(text) {
        spots.add(Spot {
            range: suggestion.range,
            with: None,
            fate: Fate::Suggested,
            why: match suggestion.kind {
                SuggestionKind::Name => RedactionReason::Name,
                SuggestionKind::Address | SuggestionKind::Coordinate => RedactionReason::Place,
                SuggestionKind::DocumentNumber => RedactionReason::Identifier,
                _ => RedactionReason::Contact,
            },
            record: None,
        });
    }
}

/// Where each spot stands on both sides.
fn marks(text: &str, replaced: &Replaced, spots: &[Spot]) -> Vec<Mark> {
    let (mut before_units, mut after_units) = (Units::of(text), Units::of(&replaced.text));
    let mut pieces = replaced.pieces.iter();
    let (mut before_end, mut after_end) = (0, 0);
    let mut counted: HashMap<&str, (usize, u32)> = HashMap::new();
    let marks = spots.iter().map(|spot| {
        let (before, after) = match spot.with.as_ref().and_then(|_| pieces.next()) {
            Some(piece) => {
                (before_end, after_end) = (piece.before.end, piece.after.end);
                (piece.before.clone(), piece.after.clone())
            }
            None => {
                // What stays stands as far behind the last piece as before.
                let from = after_end + spot.range.start.saturating_sub(before_end);
                (spot.range.clone(), from..from + spot.range.len())
            }
        };
        let words = text.get(spot.range.clone()).unwrap_or_default();
        let (up_to, nth) = counted.entry(words).or_default();
        let between = text.get(*up_to..spot.range.start).unwrap_or_default();
        *nth += count(between.matches(words).count());
        let earlier = *nth;
        (*up_to, *nth) = (spot.range.end, earlier + 1);
        Mark {
            from: before_units.at(before.start),
            to: before_units.at(before.end),
            after_from: after_units.at(after.start),
            after_to: after_units.at(after.end),
            text: words.to_owned(),
            nth: earlier,
            fate: spot.fate,
            why: spot.why,
            record: spot.record,
        }
    });
    marks.collect()
}

/// Turns places in bytes, asked for in ascending order, into places in UTF-16 code units.
struct Units<'t> {
    text: &'t str,
    at: usize,
    units: u32,
}

impl<'t> Units<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            units: 0,
        }
    }

    fn at(&mut self, at: usize) -> u32 {
        let between = self.text.get(self.at..at).unwrap_or_default();
        self.units += count(between.encode_utf16().count());
        self.at = at;
        self.units
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
