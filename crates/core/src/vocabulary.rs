//! The lists of terms that records are coded with.

use fieldnotes_domain::records::vocabulary;

pub use fieldnotes_domain::records::vocabulary::{Vocabulary, VocabularyTerm};

/// All lists, in both languages.
pub fn all() -> &'static [Vocabulary] {
    vocabulary::all()
}
