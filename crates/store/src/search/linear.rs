//! Looking at one record by itself: what the index must agree with, and how records are found that it does not have yet.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};

use super::document::{Document, Flags, Scope, marks};
use super::query::{Needle, Node, Pattern, Query};
use fieldnotes_domain::ids::RecordId;

/// How well a record fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// It has the words themselves.
    Exact,
    /// It has them in another spelling, by their initials, or as they may go on.
    Near,
    /// It has a Latin name that differs by a slip.
    Slip,
}

/// What other records say about the ones that are looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// What attachments a record has.
    pub(super) owned: HashMap<RecordId, Flags>,
    /// The persons or places that a needle names.
    pub(super) named: HashMap<(Scope, String, Nearness), HashSet<RecordId>>,
}

impl Around {
    pub(super) fn named(&self, needle: &Needle, nearness: Nearness) -> Option<&HashSet<RecordId>> {
        self.named
            .get(&(needle.scope, needle.text.clone(), nearness))
            .filter(|ids| !ids.is_empty())
    }
}

/// The kind of record that this scope names.
pub(super) fn kind_named_by(scope: Scope) -> Option<&'static str> {
    match scope {
        Scope::Person => Some("person"),
        Scope::Place => Some("place"),
        _ => None,
    }
}

/// Whether a record has what is asked for, at best so.
pub(super) fn fits(query: &Query, document: &Document, around: &Around, at_most: Nearness) -> bool {
    let is_there = |node| has(node, document, around, at_most);
    let may_be_found = document.card.flags.has(Flags::FINDABLE) || query.asks_for_trash;
    may_be_found && query.root.as_ref().is_some_and(is_there)
}

fn has(node: &Node, document: &Document, around: &Around, nearness: Nearness) -> bool {
    match node {
        Node::All(parts) => parts
            .iter()
            .all(|part| has(part, document, around, nearness)),
        Node::Any(parts) => parts
            .iter()
            .any(|part| has(part, document, around, nearness)),
        // What is not wanted must be there to the letter to shut a record out.
        Node::Not(part) => !has(part, document, around, Nearness::Exact),
        Node::Text(needle) => {
            let is_linked = around
                .named(needle, nearness)
                .is_some_and(|ids| document.links.iter().any(|link| ids.contains(link)));
            is_linked || has_text(needle, document, nearness)
        }
        Node::Date((from, to)) => document
            .dates
            .iter()
            .any(|(begins, ends)| begins <= to && ends >= from),
        Node::Flag(flag) => {
            let owned = around.owned.get(&document.card.id);
            document.card.flags.has(*flag) || owned.is_some_and(|flags| flags.has(*flag))
        }
        Node::Kind(kind) => document.card.kind == *kind,
        Node::Status(status) => document.card.kind == "testimony" && status_of(document) == *status,
    }
}

/// A testimony that says nothing is a draft.
pub(super) fn status_of(document: &Document) -> &str {
    match document.status.as_str() {
        "" if document.card.kind == "testimony" => "draft",
        status => status,
    }
}

/// Whether the words stand in the record itself.
pub(super) fn has_text(needle: &Needle, document: &Document, nearness: Nearness) -> bool {
    let texts = |scope: Scope| {
        document
            .texts
            .iter()
            .filter(move |(of, _)| *of == scope)
            .map(|(_, text)| text.as_str())
    };
    if texts(needle.scope).any(|text| text.contains(&needle.text)) {
        return true;
    }
    if nearness >= Nearness::Near {
        let near = needle.near();
        let is_pattern =
            |pattern: &Pattern| texts(pattern.scope).any(|text| pattern.find(text).is_some());
        let is_begun = |beginning: &String| {
            let next = document.marks.range::<String, _>(beginning..).next();
            next.is_some_and(|mark| mark.starts_with(beginning))
        };
        if near.patterns.iter().any(is_pattern)
            || near.beginnings.iter().any(is_begun)
            || near.marks.iter().any(|mark| document.marks.contains(mark))
        {
            return true;
        }
    }
    nearness >= Nearness::Slip
        && Slips::of(needle).is_some_and(|slips| {
            let words = document.marks.range(marks::WORD.to_string()..);
            words
                .take_while(|mark| mark.starts_with(marks::WORD))
                .any(|mark| slips.allow(mark.get(1..).unwrap_or_default()))
        })
}

impl Pattern {
    /// The first place where it stands in a folded text.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let Some((low, high)) = self.last else {
            return text.find(&self.text).map(|at| (at, at + self.text.len()));
        };
        text.match_indices(&self.text).find_map(|(at, found)| {
            let end = at + found.len();
            let next = text.get(end..)?.chars().next()?;
            (low..=high)
                .contains(&next)
                .then(|| (at, end + next.len_utf8()))
        })
    }
}

/// Words that differ from one by a slip or two: a letter too much, too few, another, or two changed over.
pub(super) struct Slips {
    word: String,
    automaton: DFA,
}

/// What builds automata for one slip, and for two. Made once: it takes longer than many searches.
static ONE: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO: LazyLock<LevenshteinAutomatonBuilder> =
    LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

impl Slips {
    pub(super) fn of(needle: &Needle) -> Option<Self> {
        let builder = if needle.slips()? == 1 { &ONE } else { &TWO };
        let word: String = needle.text.chars().filter(|c| *c != '-').collect();
        Some(Self {
            automaton: builder.build_dfa(&word),
            word,
        })
    }

    /// Whether this word is so near, and not the word itself.
    pub(super) fn allow(&self, word: &str) -> bool {
        word != self.word && matches!(self.automaton.eval(word), Distance::Exact(_))
    }
}
