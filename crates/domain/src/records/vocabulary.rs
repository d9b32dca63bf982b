//! Vocabularies: short lists of coded terms in English and Korean, as data.
//!
//! The lists are in our own words. Where HURIDOCS has a micro-thesaurus for the same thing, a list
//! names its number and a term names its entry, so that records can be compared
//! with those of others. A vault may hold terms of its own beside these.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::Kind;
use super::schema;

/// A language in which terms are worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Korean.
    Korean,
}

/// One term of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub struct VocabularyTerm {
    /// What stands in records.
    pub code: String,
    /// The wording in English.
    pub en: String,
    /// The wording in Korean.
    pub ko: String,
    /// The entry of the HURIDOCS micro-thesaurus that means the same or, where ours is narrower,
    /// the one that it falls under; in pairs of digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub huridocs: Option<String>,
}

impl VocabularyTerm {
    /// The wording in one language.
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Korean => &self.ko,
        }
    }
}

/// A list of terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(
    any(test, feature = "bindings"),
    derive(ts_rs::TS),
    ts(export, export_to = "records/")
)]
pub struct Vocabulary {
    /// The name of the list, which is that of its file.
    pub name: String,
    /// What it lists, in English.
    pub en: String,
    /// What it lists, in Korean.
    pub ko: String,
    /// The number of the HURIDOCS micro-thesaurus for the same thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub huridocs: Option<u8>,
    /// The terms, in the order in which they are offered.
    pub terms: Vec<VocabularyTerm>,
}

impl Vocabulary {
    /// The term of this code.
    pub fn term(&self, code: &str) -> Option<&VocabularyTerm> {
        self.terms.iter().find(|term| term.code == code)
    }

    /// The wording of a code; a term of the user's own is its own wording.
    pub fn label<'a>(&'a self, code: &'a str, language: Language) -> &'a str {
        self.term(code).map_or(code, |term| term.label(language))
    }
}

macro_rules! embedded {
    ($($name:literal)*) => {
        const FILES: &[(&str, &str)] = &[
            $( ($name, include_str!(concat!("vocabularies/", $name, ".json"))), )*
        ];
    };
}

embedded! {
    "act-types" "age-groups" "consent-decisions" "consent-identities" "consent-uses" "consent-ways"
    "contact-channels" "date-types" "document-types" "forums" "harms" "how-known" "involvements"
    "languages" "laws" "leg-means" "leg-types" "link-roles" "methods" "name-types" "need-statuses"
    "needs" "note-types" "passage-columns" "perpetrator-statuses" "perpetrator-types" "person-forms"
    "person-roles" "place-types" "precisions" "proceeding-states" "provinces" "recording-ways"
    "relationships" "reliability" "scripts" "sexes" "source-connections" "testimony-statuses"
    "victim-statuses" "whereabouts"
}

static ALL: LazyLock<Vec<Vocabulary>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(_, text)| {
            serde_json::from_str(text)
                .expect("the lists are compiled in, and a test reads them all")
        })
        .collect()
});

static CODES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    all()
        .iter()
        .flat_map(|list| list.terms.iter().map(|term| term.code.as_str()))
        .collect()
});

/// Every built-in list.
pub fn all() -> &'static [Vocabulary] {
    &ALL
}

/// The list of this name.
pub fn get(name: &str) -> Option<&'static Vocabulary> {
    all().iter().find(|list| list.name == name)
}

/// The list for a field, named as in `acts[].victims[].status`.
pub fn for_field(kind: Kind, field: &str) -> Option<&'static Vocabulary> {
    schema::field_at(kind, field)?.vocabulary()
}

/// Whether a text in a member of this name is a built-in code rather than someone's own words.
pub fn is_built_in(member: &str, text: &str) -> bool {
    schema::holds_code(member) && CODES.contains(text)
}

#[cfg(test)]
#[path = "vocabulary_tests.rs"]
mod tests;
