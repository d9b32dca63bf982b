//! What a record says when several people changed it apart from each other: merged by field, computed, never written.
//!
//! Two heads are held against the state that both began with. What one of them changed and the other did not is taken.
//! What both changed alike is taken. What both changed differently is a clash, and a person settles it: the machine does
//! not join texts. Objects are merged by member, lists by the ids of their elements, lists of key words as sets.
//!
//! The result follows from the set of revisions alone, so that every vault that holds the same ones shows the same.
//! More than two heads are held against each other two by two: a side gives way in a field to one that changed what it
//! left as it was, and where several are left standing they must agree. Where two heads have several latest common
//! ancestors, these are merged in the same way first; what clashes among them is not known of the past, and what is not
//! known of the past is a clash wherever the heads differ. So is everything where there is no ancestor, or its body is
//! not held, or a revision in between is not held: there are more clashes then, never fewer.

mod fields;
mod lineage;
mod order;
mod path;
mod settle;
mod shape;
#[cfg(test)]
mod tests;
mod weight;
mod whole;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::rc::Rc;

use serde_json::Value;

use super::{EntryHash, Graph};
use crate::ids::RecordId;
use crate::records;
use fields::{Ancestor, Ancestors, Dispute, FieldMerge, MergedFields};
use lineage::{Common, Lineage};
pub use path::{Path, Step};
pub use settle::{Resolution, Settled, Unsettled};

/// Ancestors of ancestors are merged this deep, and so many times; beyond, the past counts as unknown. Honest
/// histories stay far below, and a made-up one cannot hold up whoever looks at it.
const DEEPEST: usize = 12;
const MOST_ANCESTORS: usize = 128;
/// More heads than this are not held against the past: whatever differs is a clash.
const MOST_HEADS: usize = 16;
/// Heads that are looked at field by field. The work grows with the square of them, and who sends them pays for each once:
/// more are one question, all of the record.
const MOST_MERGED: usize = 100;
/// Clashes that a person is asked about one by one; more are one question, all of the record.
const MOST_CLASHES: usize = 1_000;
/// Bytes of memory, about, that heads and what they have in common may take while they are looked at. Every unlock asks, and a
/// body of zeros takes sixteen times its length, one of little objects sixty times. The result is made beside them.
const MOST_WEIGHT: usize = 128 << 20;

/// What a revision says. `Debug` shows nothing of it.
#[derive(Clone, PartialEq)]
pub struct Content {
    /// The record, with all members, known or not.
    pub record: Value,
    /// It lies in the trash.
    pub trashed: bool,
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Content(…)")
    }
}

/// What all heads of a record say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The heads, in the order of [`Graph::heads`].
    pub heads: Vec<EntryHash>,
    /// The schema of the merged record.
    pub schema: String,
    /// The merged record. In a clash it says what the first of its sides says that says anything. Nothing where no
    /// body of a head is held.
    pub content: Option<Content>,
    /// What is left to a person; empty where all is settled.
    pub clashes: Vec<Clash>,
    /// What differs between the heads and is settled all the same.
    pub taken: Vec<Taken>,
    /// A head that says exactly what all say together: then nothing needs to be written.
    pub written: Option<EntryHash>,
}

impl Merged {
    /// Of these heads nothing is known yet.
    fn of(heads: Vec<EntryHash>) -> Self {
        Self {
            heads,
            schema: String::new(),
            content: None,
            clashes: Vec::new(),
            taken: Vec::new(),
            written: None,
        }
    }

    /// Whether a person has to settle something.
    pub fn is_conflict(&self) -> bool {
        !self.clashes.is_empty()
    }
}

/// A part of a record that heads disagree about. `Debug` shows where, and nothing of what they say.
#[derive(Clone, PartialEq)]
pub struct Clash {
    /// Which part.
    pub path: Path,
    /// What each head has there, in the order of the heads.
    pub sides: Vec<Side>,
    /// What stood there before.
    pub before: Before,
}

impl fmt::Debug for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clash({})", self.path)
    }
}

/// What a head has in one place.
#[derive(Clone, PartialEq)]
pub struct Side {
    /// The head.
    pub head: EntryHash,
    /// What it has; nothing where it has nothing, or its body is not held.
    pub value: Option<Value>,
    /// It changed this place. Others left it as it was, or were changed further by one that did.
    pub is_standing: bool,
}

/// What a place was before it was changed.
#[derive(Clone, PartialEq)]
pub enum Before {
    /// Not known.
    Unknown,
    /// This, or nothing.
    Known(Option<Value>),
}

/// A part that was settled without anybody's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Which part.
    pub path: Path,
    /// Whose it is; in a list of key words those of all of them.
    pub heads: Vec<EntryHash>,
}

/// Merges the heads of a record. `content` is asked for no more revisions than the heads and what they have in common, and once
/// for each; where all of it turns out to be one question, once more for the heads. It says nothing where the body is not held.
pub fn merge(
    graph: &Graph,
    record: RecordId,
    content: &mut dyn FnMut(&EntryHash) -> Option<Content>,
) -> Merged {
    let heads = graph.heads(record);
    if heads.len() > MOST_MERGED {
        return whole::whole(graph, heads, content);
    }
    let mut past = Past {
        graph,
        lineage: Lineage::of(graph, record),
        content,
        said: HashMap::new(),
        weight: 0,
        merged: HashMap::new(),
    };
    let sides: Vec<Option<(Rc<Content>, String)>> =
        heads.iter().map(|head| past.state(head)).collect();
    if past.is_full() {
        drop((sides, past.said));
        return whole::whole(graph, heads, past.content);
    }
    let Some(sides) = sides.iter().cloned().collect::<Option<Vec<_>>>() else {
        return whole::unheld(heads, &sides);
    };
    let mut merged = Merged::of(heads);
    let ancestors = past.ancestors(&merged.heads, 0);
    let (content, schema, fields) = merge_fields(&sides, &ancestors);
    let MergedFields { disputes, taken } = fields;
    // What could not be saved is no state of a record: each side by itself is.
    let is_too_large = merged.heads.len() > 1 && records::check_bounds(&content.record).is_err();
    if is_too_large || disputes.len() > MOST_CLASHES {
        drop((sides, ancestors, past.said));
        return whole::whole(graph, merged.heads, past.content);
    }
    merged.clashes = disputes
        .into_iter()
        .map(|dispute| clash(dispute, &merged.heads, &sides))
        .collect();
    let name = |who: &usize| merged.heads.get(*who).copied();
    merged.taken = taken
        .into_iter()
        .map(|(path, by)| Taken {
            path,
            heads: by.iter().filter_map(name).collect(),
        })
        .collect();
    if merged.clashes.is_empty() {
        let says_it = |(said, its): &(Rc<Content>, String)| **said == content && *its == schema;
        merged.written = sides.iter().position(says_it).as_ref().and_then(name);
    }
    merged.content = Some(content);
    merged.schema = schema;
    merged
}

fn merge_fields(
    sides: &[(Rc<Content>, String)],
    ancestors: &Ancestors,
) -> (Content, String, MergedFields) {
    let mut field_merge = FieldMerge {
        ancestors,
        result: MergedFields::default(),
    };
    let (content, schema) = field_merge.merge(sides);
    (content, schema, field_merge.result)
}

fn clash(dispute: Dispute, heads: &[EntryHash], sides: &[(Rc<Content>, String)]) -> Clash {
    let path = dispute.path;
    let value = |(content, schema): &(Rc<Content>, String)| match path.0.split_last() {
        Some((Step::Trashed, _)) => Some(Value::Bool(content.trashed)),
        Some((Step::Schema, _)) => Some(Value::from(schema.as_str())),
        Some((Step::Order, list)) => {
            let list = Path(list.to_vec());
            path::ids_of(list.find(&content.record)?).map(Value::from)
        }
        _ => path.find(&content.record).cloned(),
    };
    let sides = heads.iter().zip(sides).enumerate();
    Clash {
        sides: sides
            .map(|(who, (head, side))| Side {
                head: *head,
                value: value(side),
                is_standing: dispute.between.contains(&who),
            })
            .collect(),
        before: dispute.before,
        path: path.clone(),
    }
}

/// What came before the heads, as far as it is asked for.
struct Past<'p> {
    graph: &'p Graph,
    lineage: Lineage,
    content: &'p mut dyn FnMut(&EntryHash) -> Option<Content>,
    said: HashMap<EntryHash, Option<Rc<Content>>>,
    weight: usize,
    merged: HashMap<Vec<EntryHash>, Option<Rc<Ancestor>>>,
}

impl Past<'_> {
    /// What a revision says, and its schema. Nothing where it is not held, or no more can be.
    fn state(&mut self, revision: &EntryHash) -> Option<(Rc<Content>, String)> {
        let schema = self.graph.node(revision)?.schema.to_owned();
        if let Some(said) = self.said.get(revision) {
            return said.clone().map(|said| (said, schema));
        }
        if self.is_full() {
            return None;
        }
        let said = (self.content)(revision).map(Rc::new);
        self.weight += said.as_ref().map_or(0, |said| weight::of(&said.record));
        self.said.insert(*revision, said.clone());
        said.map(|said| (said, schema))
    }

    fn is_full(&self) -> bool {
        self.weight > MOST_WEIGHT
    }

    /// What each two of these had in common.
    fn ancestors(&mut self, sides: &[EntryHash], depth: usize) -> Ancestors {
        let mut found = BTreeMap::new();
        for (at, one) in sides.iter().enumerate() {
            for (other_at, other) in sides.iter().enumerate().skip(at + 1) {
                let common = if sides.len() > MOST_HEADS {
                    Common::Unknown
                } else {
                    self.lineage.common(one, other)
                };
                let ancestor = match common {
                    Common::Unknown => None,
                    Common::Latest(latest) => self.ancestor(latest, depth),
                };
                found.insert((at, other_at), ancestor);
            }
        }
        found
    }

    /// The one state that these say together, where that is known.
    fn ancestor(&mut self, latest: Vec<EntryHash>, depth: usize) -> Option<Rc<Ancestor>> {
        if let Some(known) = self.merged.get(&latest) {
            return known.clone();
        }
        if depth >= DEEPEST || self.merged.len() >= MOST_ANCESTORS {
            return None;
        }
        let sides: Option<Vec<_>> = latest.iter().map(|one| self.state(one)).collect();
        let ancestor = sides.map(|sides| {
            let ancestors = self.ancestors(&latest, depth + 1);
            let (content, schema, fields) = merge_fields(&sides, &ancestors);
            Rc::new(Ancestor {
                content,
                schema,
                unsure: fields.disputes.into_iter().map(|one| one.path).collect(),
            })
        });
        self.merged.insert(latest, ancestor.clone());
        ancestor
    }
}
