//! What is looked for, and the looking.

use super::fold::{clean, fold, fold_clean};
use super::snippet::Snippet;

/// What is looked for: words and phrases, all of which a record must have.
///
/// Every text is a query. Words stand between spaces; quotes make a phrase, and a quote that is not
/// closed reaches to the end. A word is found inside longer words, because Korean particles stand
/// at the end of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

/// Where a query was found.
#[derive(Clone, PartialEq, Eq)]
pub struct Hit {
    /// The field of the first term found, such as `narrative[0].original`.
    pub path: String,
    /// The text around it.
    pub snippet: Snippet,
}

/// Takes the texts of one record, field by field, and says in the end whether it is a hit.
///
/// Different words may stand in different fields; a phrase must stand in one.
pub struct Matcher<'q> {
    query: &'q Query,
    found: Vec<bool>,
    first: Option<Hit>,
}

impl Query {
    /// Reads a query.
    pub fn parse(text: &str) -> Self {
        let mut terms = Vec::new();
        let mut term = String::new();
        let mut in_phrase = false;
        for c in text.chars() {
            let ends_term = is_quote(c) || (c.is_whitespace() && !in_phrase);
            if ends_term {
                take_term(&mut term, &mut terms);
            } else {
                term.push(c);
            }
            in_phrase ^= is_quote(c);
        }
        take_term(&mut term, &mut terms);
        Self { terms }
    }

    /// Whether it asks for nothing; such a query finds nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Starts on a record.
    pub fn matcher(&self) -> Matcher<'_> {
        Matcher {
            query: self,
            found: vec![false; self.terms.len()],
            first: None,
        }
    }

    /// Whether these texts, taken as the fields of one record, have all that is asked for.
    pub fn matches<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        let mut missing: Vec<&String> = self.terms.iter().collect();
        for text in texts {
            if missing.is_empty() {
                break;
            }
            let folded = fold(text);
            missing.retain(|term| !folded.contains(term.as_str()));
        }
        missing.is_empty() && !self.is_empty()
    }

    /// The text around the first place where any of the terms stands in it.
    pub fn snippet(&self, text: &str) -> Option<Snippet> {
        let text = clean(text);
        self.earliest(&fold_clean(&text))
            .map(|(start, end)| Snippet::around(&text, start, end))
    }

    /// The earliest term in a folded text, the longest one where several begin there.
    fn earliest(&self, folded: &str) -> Option<(usize, usize)> {
        self.terms
            .iter()
            .filter_map(|term| folded.find(term.as_str()).map(|at| (at, at + term.len())))
            .min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)))
    }
}

impl Matcher<'_> {
    /// Looks into the next field.
    pub fn feed(&mut self, path: &str, text: &str) {
        if self.first.is_some() && self.found.iter().all(|found| *found) {
            return;
        }
        let text = clean(text);
        let folded = fold_clean(&text);
        for (found, term) in self.found.iter_mut().zip(&self.query.terms) {
            *found = *found || folded.contains(term.as_str());
        }
        if self.first.is_none()
            && let Some((start, end)) = self.query.earliest(&folded)
        {
            self.first = Some(Hit {
                path: path.to_owned(),
                snippet: Snippet::around(&text, start, end),
            });
        }
    }

    /// The hit, if the record has all that was asked for.
    pub fn finish(self) -> Option<Hit> {
        if self.found.iter().all(|found| *found) {
            self.first
        } else {
            None
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '＂')
}

fn take_term(term: &mut String, terms: &mut Vec<String>) {
    let folded = fold(term.trim());
    term.clear();
    if !folded.is_empty() && !terms.contains(&folded) {
        terms.push(folded);
    }
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
