//! Finding: what a query means, what a record is found by, and the sealed index that answers.
//!
//! One thing is said twice on purpose: what a query finds in one record looked at by itself (`linear`), and how the
//! index finds the same in all of them (`index`). Tests hold the two against each other.
//!
//! Two texts are the same for searching when they differ only in case, width, Unicode form (NFC, NFD, NFKC), in marks on
//! Latin letters, in white space, or in characters that nobody sees.

mod describe;
mod document;
#[cfg(any(test, feature = "testing"))]
pub mod fuzzing;
mod grams;
mod index;
mod linear;
mod order;
mod query;
mod snippet;
mod spots;

pub use describe::{About, DocumentBuilder, Said, describe};
pub use document::{Card, Document, Flags};
pub use fieldnotes_domain::text::fold::fold;
pub use index::CheckedTo;
pub use index::{
    Answer, FacetCount, FacetCounts, Index, IndexFault, Line, PageRequest, Position, SortKey,
};
pub use linear::Nearness;
pub use query::Query;
pub use snippet::{Hit, Snippet, locate};
pub use spots::Seeker;

#[cfg(test)]
mod tests;
