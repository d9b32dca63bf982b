//! A query against one segment: each part gives a set of documents, and sets are joined as the query says.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fixedbitset::FixedBitSet;
use rayon::prelude::*;
use tantivy::query::{EnableScoring, PhraseQuery, Query as _};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, TERMINATED, Term};

use super::super::document::{Flags, Scope, marks};
use super::super::grams::{Cover, cover};
use super::super::linear::{Around, Nearness, Slips};
use super::super::query::{Needle, Node, Pattern};
use super::Outcome;
use super::view::Segment;
use fieldnotes_domain::ids::RecordId;

/// Texts that were looked up in one segment for one question, each with the documents in which it stands. What is near a
/// word has the word itself among it, sometimes more than once.
#[derive(Default)]
pub(super) struct LookedUp(Mutex<HashMap<(Scope, String), FixedBitSet>>);

/// One segment, to be asked.
pub(super) struct Asking<'v> {
    pub(super) segment: &'v Segment,
    pub(super) around: &'v Around,
    pub(super) looked_up: &'v LookedUp,
    /// Ask every word in titles only.
    pub(super) in_titles: bool,
}

impl LookedUp {
    fn held(&self) -> MutexGuard<'_, HashMap<(Scope, String), FixedBitSet>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Asking<'_> {
    fn none(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.segment.reader.max_doc() as usize)
    }

    fn where_so(&self, is: impl Fn(DocId) -> bool) -> FixedBitSet {
        let mut set = self.none();
        (0..self.segment.reader.max_doc())
            .filter(|document| is(*document))
            .for_each(|document| set.insert(document as usize));
        set
    }

    /// The documents that have what is asked for, at best so. Deleted ones may be among them.
    pub(super) fn node(&self, node: &Node, nearness: Nearness) -> Outcome<FixedBitSet> {
        Ok(match node {
            Node::All(parts) => {
                let mut set = None;
                for part in parts {
                    let next = self.node(part, nearness)?;
                    set = Some(match set {
                        None => next,
                        Some(mut set) => {
                            FixedBitSet::intersect_with(&mut set, &next);
                            set
                        }
                    });
                }
                set.unwrap_or_else(|| self.none())
            }
            Node::Any(parts) => {
                let mut set = self.none();
                for part in parts {
                    set.union_with(&self.node(part, nearness)?);
                }
                set
            }
            Node::Not(part) => {
                // Titles apart, what shuts a record out may stand anywhere in it.
                let everywhere = Self {
                    in_titles: false,
                    ..*self
                };
                let mut set = everywhere.node(part, Nearness::Exact)?;
                set.toggle_range(..);
                set
            }
            Node::Text(needle) => {
                let mut set = self.text(needle, nearness)?;
                for id in self.around.named(needle, nearness).into_iter().flatten() {
                    let link = format!("{}{}", marks::LINK, id.0.simple());
                    self.term(self.segment.fields.marks, &link, &mut set)?;
                }
                set
            }
            Node::Date((from, to)) => {
                let dates = self.segment.dates()?;
                self.where_so(|document| {
                    dates(document)
                        .iter()
                        .any(|(begins, ends)| begins <= to && ends >= from)
                })
            }
            Node::Flag(flag) => self.flagged(*flag),
            Node::Kind(kind) => self.segment.of_kind(kind)?,
            Node::Status(status) => {
                let mut set = self.segment.of_kind("testimony")?;
                let so = self.segment.statuses()?.with(status);
                FixedBitSet::intersect_with(&mut set, so.unwrap_or(&self.none()));
                set
            }
        })
    }

    fn flagged(&self, flag: Flags) -> FixedBitSet {
        let owned = |id: RecordId| {
            let flags = self.around.owned.get(&id);
            flags.is_some_and(|flags| flags.has(flag))
        };
        let is_owned_asked = flag.has(Flags::ATTACHMENT) && !self.around.owned.is_empty();
        self.where_so(|document| {
            self.segment.flags(document).has(flag)
                || (is_owned_asked && owned(self.segment.id(document)))
        })
    }

    /// The documents with the words themselves or, as far as is asked, what is near them.
    pub(super) fn text(&self, needle: &Needle, nearness: Nearness) -> Outcome<FixedBitSet> {
        let scope = match (self.in_titles, needle.scope) {
            (true, Scope::Any) => Scope::Title,
            (_, scope) => scope,
        };
        let mut set = self.none();
        self.exact(scope, &needle.text, &mut set)?;
        if nearness >= Nearness::Near {
            let near = needle.near();
            let found = near.patterns.par_iter().map(|pattern| {
                let mut set = self.none();
                self.pattern(pattern, &mut set).map(|()| set)
            });
            for found in found.collect::<Outcome<Vec<_>>>()? {
                set.union_with(&found);
            }
            for beginning in &near.beginnings {
                let end = format!("{beginning}\u{10ffff}");
                self.terms(
                    self.segment.fields.marks,
                    beginning,
                    &end,
                    &mut set,
                    &|_| true,
                )?;
            }
            for mark in &near.marks {
                self.term(self.segment.fields.marks, mark, &mut set)?;
            }
        }
        if nearness >= Nearness::Slip
            && let Some(slips) = Slips::of(needle)
        {
            let (begin, end) = (
                marks::WORD.to_string(),
                format!("{}\u{10ffff}", marks::WORD),
            );
            self.terms(self.segment.fields.marks, &begin, &end, &mut set, &|word| {
                slips.allow(word.get(1..).unwrap_or_default())
            })?;
        }
        Ok(set)
    }

    fn pattern(&self, pattern: &Pattern, set: &mut FixedBitSet) -> Outcome<()> {
        let Some((low, high)) = pattern.last else {
            return self.exact(pattern.scope, &pattern.text, set);
        };
        let sign = pattern.scope.sign();
        let Some(before) = pattern.text.chars().next_back() else {
            let (low, high) = (format!("{sign}{low}"), format!("{sign}{high}"));
            return self.terms(self.segment.fields.marks, &low, &high, set, &|_| true);
        };
        // What can follow is read from the pairs that there are.
        let (low, high) = (
            format!("{sign}{before}{low}"),
            format!("{sign}{before}{high}"),
        );
        let mut following = Vec::new();
        let pieces = self.segment.terms(self.segment.fields.pieces)?;
        let mut stream = pieces.terms().range().ge(&low).le(&high).into_stream()?;
        while stream.advance() {
            let piece = std::str::from_utf8(stream.key()).unwrap_or_default();
            let mut rest = piece.chars().skip(2);
            if let (Some(next), None) = (rest.next(), rest.next()) {
                following.push(next);
            }
        }
        for next in following {
            self.exact(pattern.scope, &format!("{}{next}", pattern.text), set)?;
        }
        Ok(())
    }

    /// Adds the documents in which this text stands.
    fn exact(&self, scope: Scope, text: &str, set: &mut FixedBitSet) -> Outcome<()> {
        let key = (scope, text.to_owned());
        if let Some(known) = self.looked_up.held().get(&key) {
            set.union_with(known);
            return Ok(());
        }
        // Not held meanwhile: others look up other texts.
        let mut found = self.none();
        self.look_up(scope, text, &mut found)?;
        set.union_with(&found);
        self.looked_up.held().insert(key, found);
        Ok(())
    }

    fn look_up(&self, scope: Scope, text: &str, set: &mut FixedBitSet) -> Outcome<()> {
        let sign = scope.sign();
        match cover(text) {
            None => Ok(()),
            Some(Cover::Mark(mark)) => {
                self.term(self.segment.fields.marks, &format!("{sign}{mark}"), set)
            }
            Some(Cover::Pieces(pieces)) => {
                let mut terms: Vec<(usize, Term)> = pieces
                    .iter()
                    .map(|(at, piece)| {
                        let term = Term::from_field_text(
                            self.segment.fields.pieces,
                            &format!("{sign}{piece}"),
                        );
                        (*at, term)
                    })
                    .collect();
                if let [_] = terms[..]
                    && let Some((_, piece)) = pieces.first()
                {
                    return self.term(self.segment.fields.pieces, &format!("{sign}{piece}"), set);
                }
                let first = terms.iter().map(|(at, _)| *at).min().unwrap_or_default();
                terms.iter_mut().for_each(|(at, _)| *at -= first);
                self.phrase(terms, set)
            }
        }
    }

    fn phrase(&self, terms: Vec<(usize, Term)>, set: &mut FixedBitSet) -> Outcome<()> {
        let reader = &self.segment.reader;
        let pieces = self.segment.terms(self.segment.fields.pieces)?;
        for (_, term) in &terms {
            // Most variants of a word do not exist; that is known without reading a list of documents.
            if pieces.get_term_info(term)?.is_none() {
                return Ok(());
            }
        }
        let query = PhraseQuery::new_with_offset(terms);
        let weight = query.weight(EnableScoring::disabled_from_schema(reader.schema()))?;
        let mut found = weight.scorer(reader, 1.0)?;
        let mut document = found.doc();
        while document != TERMINATED {
            set.insert(document as usize);
            document = found.advance();
        }
        Ok(())
    }

    /// Adds the documents of one term.
    fn term(&self, field: Field, term: &str, set: &mut FixedBitSet) -> Outcome<()> {
        let terms = self.segment.terms(field)?;
        let Some(info) = terms.get_term_info(&Term::from_field_text(field, term))? else {
            return Ok(());
        };
        let mut documents = terms.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        let mut document = documents.doc();
        while document != TERMINATED {
            set.insert(document as usize);
            document = documents.advance();
        }
        Ok(())
    }

    /// Adds the documents of all terms from one to another that are so.
    fn terms(
        &self,
        field: Field,
        low: &str,
        high: &str,
        set: &mut FixedBitSet,
        is_so: &dyn Fn(&str) -> bool,
    ) -> Outcome<()> {
        let terms = self.segment.terms(field)?;
        let mut stream = terms.terms().range().ge(low).le(high).into_stream()?;
        let mut found = Vec::new();
        while stream.advance() {
            if std::str::from_utf8(stream.key()).is_ok_and(is_so) {
                found.push(stream.value().clone());
            }
        }
        for info in found {
            let mut documents =
                terms.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
            let mut document = documents.doc();
            while document != TERMINATED {
                set.insert(document as usize);
                document = documents.advance();
            }
        }
        Ok(())
    }
}
