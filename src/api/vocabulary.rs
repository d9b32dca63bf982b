//! The lists of terms that records are coded with.

use crate::records::vocabulary;

pub use crate::records::vocabulary::{Entry, Vocabulary};

/// All lists, in both languages.
pub fn all() -> &'static [Vocabulary] {
    vocabulary::all()
}
