//! Settling clashes one by one.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::path::{Path, Step, id_of};
use super::{Clash, Content, EntryHash, Merged};

/// What a person wants in one place.
#[derive(Clone, PartialEq)]
pub enum Resolution {
    /// What this head has.
    Take(EntryHash),
    /// What all sides have: texts one below the other, elements one behind the other.
    Both,
    /// This; null for nothing.
    Write(Value),
}

/// A record after all its clashes were settled.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// What it says.
    pub content: Content,
    /// Its schema.
    pub schema: String,
}

/// Why choices do not settle a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsettled {
    /// Nothing is held of it.
    NothingHeld,
    /// Nothing was chosen for these.
    Open(Vec<Path>),
    /// There is no clash in this place.
    NoSuchClash(String),
    /// That cannot be chosen in this place.
    NotPossible(Path),
}

impl Clash {
    /// Whether all sides can stand beside each other here.
    pub fn can_take_both(&self) -> bool {
        let all = |is: fn(&Value) -> bool| {
            let mut standing = self.sides.iter().filter(|side| side.is_standing);
            standing.all(|side| side.value.as_ref().is_some_and(is))
        };
        match self.path.0.last() {
            Some(Step::Member(_)) => all(Value::is_string) || all(Value::is_array),
            Some(Step::Element(_)) => all(Value::is_object),
            _ => false,
        }
    }

    /// Whether something else can be written here.
    pub fn can_write(&self) -> bool {
        matches!(self.path.0.last(), Some(Step::Member(_) | Step::Element(_)))
    }

    fn both(&self) -> Option<Both> {
        let standing = self.sides.iter().filter(|side| side.is_standing);
        let values: Option<Vec<&Value>> = standing.map(|side| side.value.as_ref()).collect();
        let values = each_once(values?);
        match self.path.0.last()? {
            Step::Member(_) if values.iter().all(|value| value.is_string()) => {
                let texts: Vec<&str> = values.iter().filter_map(|value| value.as_str()).collect();
                Some(Both::Value(Value::from(texts.join("\n\n"))))
            }
            Step::Member(_) if values.iter().all(|value| value.is_array()) => {
                let all = values.iter().filter_map(|value| value.as_array());
                let all = each_once(all.flatten().collect());
                Some(Both::Value(all.into_iter().cloned().collect()))
            }
            Step::Element(_) if values.iter().all(|value| value.is_object()) => {
                Some(Both::Elements(values.into_iter().cloned().collect()))
            }
            _ => None,
        }
    }
}

/// The values without those that stand there already.
fn each_once(values: Vec<&Value>) -> Vec<&Value> {
    let mut seen = HashSet::new();
    values
        .into_iter()
        .filter(|value| seen.insert(*value))
        .collect()
}

enum Both {
    Value(Value),
    Elements(Vec<Value>),
}

impl Merged {
    /// The record with every clash settled as chosen. Choices are named by [`Path`] as it is written. An element that
    /// stands beside another of the same id comes without one; whoever saves it names it.
    ///
    /// # Errors
    /// [`Unsettled`]; nothing is chosen for anybody.
    pub fn settle(&self, choices: &BTreeMap<String, Resolution>) -> Result<Settled, Unsettled> {
        let by_name: BTreeMap<String, &Clash> = self
            .clashes
            .iter()
            .map(|clash| (clash.path.to_string(), clash))
            .collect();
        if let Some(name) = choices.keys().find(|name| !by_name.contains_key(*name)) {
            return Err(Unsettled::NoSuchClash(name.clone()));
        }
        let is_open = |clash: &&Clash| !choices.contains_key(&clash.path.to_string());
        let open: Vec<Path> = self
            .clashes
            .iter()
            .filter(is_open)
            .map(|c| c.path.clone())
            .collect();
        if !open.is_empty() {
            return Err(Unsettled::Open(open));
        }
        let mut settled = Settled {
            content: self.content.clone().ok_or(Unsettled::NothingHeld)?,
            schema: self.schema.clone(),
        };
        // Orders first: they speak of elements that may go yet.
        let (orders, others): (Vec<_>, Vec<_>) = by_name
            .into_iter()
            .partition(|(_, clash)| clash.path.0.last() == Some(&Step::Order));
        for (name, clash) in orders.into_iter().chain(others) {
            if let Some(choice) = choices.get(&name) {
                settled.apply(clash, choice)?;
            }
        }
        Ok(settled)
    }
}

impl Settled {
    fn apply(&mut self, clash: &Clash, choice: &Resolution) -> Result<(), Unsettled> {
        let not_possible = || Unsettled::NotPossible(clash.path.clone());
        let record = &mut self.content.record;
        match choice {
            Resolution::Take(head) => {
                let side = clash.sides.iter().find(|side| side.head == *head);
                let value = side.ok_or_else(not_possible)?.value.clone();
                match (clash.path.0.split_last(), value) {
                    (None, value) => {
                        *record = value.ok_or_else(not_possible)?;
                        self.content.trashed = false;
                    }
                    (Some((Step::Trashed, _)), Some(Value::Bool(value))) => {
                        self.content.trashed = value;
                    }
                    (Some((Step::Schema, _)), Some(Value::String(value))) => self.schema = value,
                    (Some((Step::Order, list)), Some(Value::Array(ids))) => {
                        put_in_order(&Path(list.to_vec()), record, &ids);
                    }
                    (Some((Step::Member(_) | Step::Element(_), _)), value) => {
                        clash.path.put(record, value);
                    }
                    _ => return Err(not_possible()),
                }
            }
            Resolution::Write(value) if clash.can_write() => {
                clash
                    .path
                    .put(record, Some(value.clone()).filter(|value| !value.is_null()));
            }
            Resolution::Write(_) => return Err(not_possible()),
            Resolution::Both => match clash.both().ok_or_else(not_possible)? {
                Both::Value(value) => clash.path.put(record, Some(value)),
                Both::Elements(elements) => stand_beside(&clash.path, record, elements),
            },
        }
        Ok(())
    }
}

fn list_at<'r>(path: &Path, record: &'r mut Value) -> Option<&'r mut Vec<Value>> {
    let mut at = record;
    for step in &path.0 {
        at = match step {
            Step::Member(name) => at.get_mut(name)?,
            Step::Element(id) => {
                let mut all = at.as_array_mut()?.iter_mut();
                all.find(|one| id_of(one) == Some(id.as_str()))?
            }
            Step::Order | Step::Trashed | Step::Schema => return None,
        };
    }
    at.as_array_mut()
}

/// The elements that are named take their places anew among themselves; the others keep theirs.
fn put_in_order(path: &Path, record: &mut Value, ids: &[Value]) {
    let Some(list) = list_at(path, record) else {
        return;
    };
    let wanted = ids.iter().filter_map(Value::as_str).rev();
    let wanted: HashMap<&str, usize> = wanted.zip((0..ids.len()).rev()).collect();
    let is_named = |one: &Value| id_of(one).is_some_and(|id| wanted.contains_key(id));
    let mut named: Vec<Value> = list.iter().filter(|one| is_named(one)).cloned().collect();
    named.sort_by_key(|one| id_of(one).and_then(|id| wanted.get(id).copied()));
    let mut named = named.into_iter();
    for slot in list.iter_mut().filter(|one| is_named(one)) {
        if let Some(next) = named.next() {
            *slot = next;
        }
    }
}

/// Puts the elements one behind the other; only the first keeps its id, and the ids in it.
fn stand_beside(path: &Path, record: &mut Value, elements: Vec<Value>) {
    let Some((Step::Element(id), list)) = path.0.split_last() else {
        return;
    };
    let Some(list) = list_at(&Path(list.to_vec()), record) else {
        return;
    };
    let place = list.iter().position(|one| id_of(one) == Some(id.as_str()));
    let place = place.unwrap_or(list.len());
    for (at, mut element) in elements.into_iter().enumerate() {
        if at == 0 {
            match list.get_mut(place) {
                Some(slot) => *slot = element,
                None => list.push(element),
            }
        } else {
            without_ids(&mut element);
            list.insert((place + at).min(list.len()), element);
        }
    }
}

fn without_ids(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.shift_remove("id");
            members.values_mut().for_each(without_ids);
        }
        Value::Array(elements) => elements.iter_mut().for_each(without_ids),
        _ => {}
    }
}
