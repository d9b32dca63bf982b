//! One field after the other: what several sides made of what they had in common.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use serde_json::{Map, Value};

use super::order;
use super::path::{Path, Step};
use super::shape::{is_whole, keyed, keywords};
use super::{Before, Content};

/// What two sides had in common: the state that both began with.
#[derive(Debug)]
pub(super) struct Ancestor {
    pub(super) content: Content,
    pub(super) schema: String,
    /// Where that state is itself not known, because it was made from several that disagree.
    pub(super) unsure: BTreeSet<Path>,
}

impl Ancestor {
    /// Whether something is not known here or further in.
    fn is_unsure_in(&self, path: &Path) -> bool {
        let mut from = self.unsure.range(path..);
        from.next().is_some_and(|unsure| unsure.is_in(path))
    }
}

/// Two sides, the smaller number first.
pub(super) type Pair = (usize, usize);
/// What each two sides had in common; nothing where that is not known.
pub(super) type Ancestors = BTreeMap<Pair, Option<Rc<Ancestor>>>;

/// A field that the sides disagree about.
pub(super) struct Dispute {
    pub(super) path: Path,
    pub(super) between: Vec<usize>,
    pub(super) before: Before,
}

/// What came of it.
#[derive(Default)]
pub(super) struct MergedFields {
    pub(super) disputes: Vec<Dispute>,
    /// Fields that differ and are settled all the same, with the sides whose word it is.
    pub(super) taken: Vec<(Path, Vec<usize>)>,
}

/// What two sides had in common in one place.
#[derive(Clone, Copy)]
enum Past<'a> {
    Unknown,
    Known(Option<&'a Value>),
}

/// One place, as each side has it.
struct Here<'a> {
    path: Path,
    sides: Vec<(usize, Option<&'a Value>)>,
    past: BTreeMap<Pair, Past<'a>>,
}

impl<'a> Here<'a> {
    /// What stands one step further, for these sides.
    fn further(
        &self,
        step: Step,
        sides: &[usize],
        look: impl Fn(&'a Value) -> Option<&'a Value>,
    ) -> Self {
        let past = self.past.iter().map(|(pair, past)| {
            let past = match past {
                Past::Unknown => Past::Unknown,
                Past::Known(value) => Past::Known(value.and_then(&look)),
            };
            (*pair, past)
        });
        let values = self.sides.iter().filter(|(who, _)| sides.contains(who));
        Here {
            path: self.path.with(step),
            past: past.collect(),
            sides: values
                .map(|(who, value)| (*who, value.and_then(&look)))
                .collect(),
        }
    }

    fn value(&self, side: usize) -> Option<&'a Value> {
        let found = self.sides.iter().find(|(who, _)| *who == side);
        found.and_then(|(_, value)| *value)
    }
}

fn pair(one: usize, other: usize) -> Pair {
    (one.min(other), one.max(other))
}

/// The sides that have not given way to another. A side gives way to one that changed what it left as it was.
fn standing(sides: &[usize], gives_way: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let stands = |who: &usize| {
        !sides
            .iter()
            .any(|other| who != other && gives_way(*who, *other))
    };
    let standing: Vec<usize> = sides.iter().copied().filter(stands).collect();
    // Whoever goes back to what was before may send all of them round in a circle.
    if standing.is_empty() {
        sides.to_vec()
    } else {
        standing
    }
}

pub(super) struct FieldMerge<'a> {
    pub(super) ancestors: &'a Ancestors,
    pub(super) result: MergedFields,
}

impl<'a> FieldMerge<'a> {
    /// Merges the states of all sides. Where they disagree, what the first one says stands for the time being.
    pub(super) fn merge(&mut self, sides: &'a [(Rc<Content>, String)]) -> (Content, String) {
        let numbers: Vec<usize> = (0..sides.len()).collect();
        let of = |who: usize| sides.get(who);
        let changed =
            |who: usize, other: usize| match (of(who), self.ancestors.get(&pair(who, other))) {
                (Some((content, _)), Some(Some(past))) => {
                    content.record != past.content.record || past.is_unsure_in(&Path::default())
                }
                _ => true,
            };
        let differs = |one: usize, other: usize| match (of(one), of(other)) {
            (Some((one, _)), Some((other, _))) => one.record != other.record,
            _ => true,
        };
        let trashed = self.flat(
            Step::Trashed,
            &numbers,
            &|who| of(who).is_some_and(|(content, _)| content.trashed),
            &|past| past.content.trashed,
            // What somebody worked on is not taken away under their hands.
            &|who, other, theirs| *theirs && changed(who, other) && differs(who, other),
        );
        let kind = |schema: &str| schema.split('/').next().unwrap_or_default().to_owned();
        let schema_of = |who: usize| {
            of(who)
                .map(|(_, schema)| schema.clone())
                .unwrap_or_default()
        };
        let schema = self.flat(
            Step::Schema,
            &numbers,
            &schema_of,
            &|past| past.schema.clone(),
            &|who, _, theirs| kind(&schema_of(who)) != kind(theirs),
        );
        let past = self.ancestors.iter().map(|(pair, past)| {
            let past = past.as_deref().map_or(Past::Unknown, |past| {
                Past::Known(Some(&past.content.record))
            });
            (*pair, past)
        });
        let here = Here {
            path: Path::default(),
            sides: numbers
                .iter()
                .map(|who| (*who, of(*who).map(|(content, _)| &content.record)))
                .collect(),
            past: past.collect(),
        };
        let record = self.field(here).unwrap_or_default();
        let content = Content {
            record,
            // What is disputed is shown.
            trashed: trashed.unwrap_or(false),
        };
        (content, schema.unwrap_or_else(|| schema_of(0)))
    }

    /// A value that is no part of the record; none where it is disputed. `holds_on` says that a side does not give way
    /// to another's value although it has left its own as it was.
    fn flat<T: PartialEq + Clone>(
        &mut self,
        step: Step,
        sides: &[usize],
        value: &dyn Fn(usize) -> T,
        of_past: &dyn Fn(&Ancestor) -> T,
        holds_on: &dyn Fn(usize, usize, &T) -> bool,
    ) -> Option<T> {
        let first = value(*sides.first()?);
        if sides.iter().all(|who| value(*who) == first) {
            return Some(first);
        }
        let path = Path(vec![step]);
        let before = |one: usize, other: usize| {
            let past = self.ancestors.get(&pair(one, other))?.as_deref()?;
            (!past.is_unsure_in(&path)).then(|| of_past(past))
        };
        let gives_way = |one: usize, other: usize| {
            before(one, other).is_some_and(|was| was == value(one) && was != value(other))
                && !holds_on(one, other, &value(other))
        };
        let standing = standing(sides, gives_way);
        let taken = value(*standing.first()?);
        if standing.iter().all(|who| value(*who) == taken) {
            self.result.taken.push((path, standing));
            return Some(taken);
        }
        self.result.disputes.push(Dispute {
            path,
            between: standing,
            before: Before::Unknown,
        });
        None
    }

    /// Whether this is what the two had in common, and that is known to the last part of it.
    fn is_as_before(&self, here: &Here<'_>, pair: Pair, value: Option<&Value>) -> bool {
        let Some(Past::Known(was)) = here.past.get(&pair) else {
            return false;
        };
        let root = self.ancestors.get(&pair).and_then(Option::as_deref);
        *was == value && root.is_some_and(|root| !root.is_unsure_in(&here.path))
    }

    fn field(&mut self, mut here: Here<'a>) -> Option<Value> {
        for (pair, past) in &mut here.past {
            let root = self.ancestors.get(pair).and_then(Option::as_deref);
            if root.is_none_or(|root| root.unsure.contains(&here.path)) {
                *past = Past::Unknown;
            }
        }
        let (_, first) = *here.sides.first()?;
        if here.sides.iter().all(|(_, value)| *value == first) {
            return first.cloned();
        }
        let sides: Vec<usize> = here.sides.iter().map(|(who, _)| *who).collect();
        let sides = standing(&sides, |one, other| {
            let pair = pair(one, other);
            self.is_as_before(&here, pair, here.value(one))
                && !self.is_as_before(&here, pair, here.value(other))
        });
        let values: Vec<Option<&Value>> = sides.iter().map(|who| here.value(*who)).collect();
        let taken = *values.first()?;
        if values.iter().all(|value| *value == taken) {
            self.result.taken.push((here.path, sides));
            return taken.cloned();
        }
        let is_element = matches!(here.path.0.last(), Some(Step::Element(_)));
        let is_gone = values.iter().any(Option::is_none);
        let present: Vec<&Value> = values.iter().copied().flatten().collect();
        let are_objects = present.iter().all(|value| value.is_object());
        if are_objects && !(is_element && is_gone) && !is_whole(&here.path, &values) {
            return self.object(&here, &sides);
        }
        if present.iter().all(|value| value.is_array()) {
            if self.all_are(&here, &sides, |value| keyed(value).is_some()) {
                return self.list(&here, &sides);
            }
            let is_known = pairs_of(&here, &sides).all(|past| matches!(past, Past::Known(_)));
            if is_known && self.all_are(&here, &sides, |value| keywords(value).is_some()) {
                return Some(self.words(&here, &sides));
            }
        }
        self.dispute(&here, sides)
    }

    fn all_are(
        &self,
        here: &Here<'_>,
        sides: &[usize],
        is: impl Fn(Option<&Value>) -> bool,
    ) -> bool {
        let past_is = |past: &Past<'_>| match past {
            Past::Unknown => true,
            Past::Known(value) => is(*value),
        };
        sides.iter().all(|who| is(here.value(*who))) && pairs_of(here, sides).all(past_is)
    }

    fn dispute(&mut self, here: &Here<'_>, between: Vec<usize>) -> Option<Value> {
        let root_knows = |pair: &Pair| {
            let root = self.ancestors.get(pair).and_then(Option::as_deref);
            root.is_some_and(|root| !root.is_unsure_in(&here.path))
        };
        let mut befores = here
            .past
            .iter()
            .filter(|((one, other), _)| between.contains(one) && between.contains(other))
            .map(|(pair, past)| match past {
                Past::Known(value) if root_knows(pair) => Before::Known(value.cloned()),
                _ => Before::Unknown,
            });
        let first = befores.next().unwrap_or(Before::Unknown);
        let before = if befores.all(|before| before == first) {
            first
        } else {
            Before::Unknown
        };
        // Rather what somebody wrote than its absence.
        let shown = between.iter().find_map(|who| here.value(*who)).cloned();
        self.result.disputes.push(Dispute {
            path: here.path.clone(),
            between,
            before,
        });
        shown
    }

    fn object(&mut self, here: &Here<'a>, sides: &[usize]) -> Option<Value> {
        let mut names: Vec<&String> = Vec::new();
        let mut seen = BTreeSet::new();
        for who in sides {
            let members = here.value(*who).and_then(Value::as_object);
            let keys = members.into_iter().flat_map(Map::keys);
            names.extend(keys.filter(|name| seen.insert(*name)));
        }
        let mut out = Map::new();
        for name in names {
            let member = here.further(Step::Member(name.clone()), sides, |value| value.get(name));
            if let Some(value) = self.field(member) {
                out.insert(name.clone(), value);
            }
        }
        (!out.is_empty()).then_some(Value::Object(out))
    }

    fn list(&mut self, here: &Here<'a>, sides: &[usize]) -> Option<Value> {
        let mut lists: Vec<order::Sequence<'a>> = Vec::new();
        for who in sides {
            let elements = keyed(here.value(*who)).unwrap_or_default();
            lists.push((*who, elements.into_iter().map(|(id, _)| id).collect()));
        }
        let index = |value: &'a Value| -> BTreeMap<&'a str, &'a Value> {
            keyed(Some(value)).unwrap_or_default().into_iter().collect()
        };
        // A list of thousands is looked through once, not once for each of its elements.
        let mut by_id: BTreeMap<*const Value, BTreeMap<&'a str, &'a Value>> = BTreeMap::new();
        let known = here.past.values().filter_map(|past| match past {
            Past::Known(value) => *value,
            Past::Unknown => None,
        });
        for value in here
            .sides
            .iter()
            .filter_map(|(_, value)| *value)
            .chain(known)
        {
            by_id
                .entry(std::ptr::from_ref(value))
                .or_insert_with(|| index(value));
        }
        let look = |value: &'a Value, id: &str| -> Option<&'a Value> {
            by_id.get(&std::ptr::from_ref(value))?.get(id).copied()
        };
        let before = |one: usize, other: usize| -> Option<Vec<&'a str>> {
            let pair = pair(one, other);
            let root = self.ancestors.get(&pair).and_then(Option::as_deref)?;
            match here.past.get(&pair)? {
                Past::Known(value) if !root.unsure.contains(&here.path.with(Step::Order)) => {
                    Some(keyed(*value)?.into_iter().map(|(id, _)| id).collect())
                }
                _ => None,
            }
        };
        let ordered = order::join(&lists, &before);
        let mut out = Vec::new();
        let mut kept = BTreeSet::new();
        for id in &ordered.names {
            let element = here.further(Step::Element((*id).to_owned()), sides, |list| {
                look(list, id)
            });
            if let Some(value) = self.field(element) {
                out.push(value);
                kept.insert(*id);
            }
        }
        self.note_order(here, &lists, &ordered, &kept);
        (!out.is_empty()).then_some(Value::Array(out))
    }

    /// Says whose order of the elements that are left it is, where that is a question.
    fn note_order(
        &mut self,
        here: &Here<'_>,
        lists: &[order::Sequence<'_>],
        ordered: &order::Ordered<'_>,
        kept: &BTreeSet<&str>,
    ) {
        let path = here.path.with(Step::Order);
        let between: Vec<usize> = ordered.by.clone();
        let mut common: BTreeSet<&str> = kept.clone();
        for (_, list) in lists {
            let list: HashSet<&str> = list.iter().copied().collect();
            common.retain(|id| list.contains(id));
        }
        if ordered.is_disputed {
            self.result.disputes.push(Dispute {
                path,
                between,
                before: Before::Unknown,
            });
        } else if ordered.by.len() < lists.len() && common.len() > 1 {
            self.result.taken.push((path, between));
        }
    }

    /// A set of words: what was put in is in, what was taken out is out.
    fn words(&mut self, here: &Here<'a>, sides: &[usize]) -> Value {
        let lists: Vec<order::Sequence<'a>> = sides
            .iter()
            .map(|who| (*who, keywords(here.value(*who)).unwrap_or_default()))
            .collect();
        let before = |one: usize, other: usize| match here.past.get(&pair(one, other))? {
            Past::Known(value) => keywords(*value),
            Past::Unknown => None,
        };
        // Looked through once, and not once for each word: somebody may send a hundred thousand of them.
        let mut who_has: HashMap<&str, BTreeSet<usize>> = HashMap::new();
        for (who, list) in &lists {
            for word in list {
                who_has.entry(word).or_default().insert(*who);
            }
        }
        let had: HashMap<Pair, HashSet<&str>> = here
            .past
            .keys()
            .filter_map(|(one, other)| {
                let words = before(*one, *other)?;
                Some(((*one, *other), words.into_iter().collect()))
            })
            .collect();
        let is_kept = |word: &str| {
            let Some(has) = who_has.get(word).filter(|has| has.len() < sides.len()) else {
                return who_has.contains_key(word);
            };
            let had = |one, other| {
                had.get(&pair(one, other))
                    .is_some_and(|was| was.contains(word))
            };
            let standing = standing(sides, |one, other| {
                let (one_has, other_has) = (has.contains(&one), has.contains(&other));
                one_has != other_has && one_has == had(one, other)
            });
            standing.iter().any(|who| has.contains(who))
        };
        let ordered = order::join(&lists, &before);
        let kept = ordered.names.iter().filter(|word| is_kept(word));
        let out = kept.map(|word| Value::from(*word)).collect();
        self.result.taken.push((here.path.clone(), sides.to_vec()));
        Value::Array(out)
    }
}

fn pairs_of<'h, 'a>(here: &'h Here<'a>, sides: &'h [usize]) -> impl Iterator<Item = &'h Past<'a>> {
    here.past
        .iter()
        .filter(|((one, other), _)| sides.contains(one) && sides.contains(other))
        .map(|(_, past)| past)
}
