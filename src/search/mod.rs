//! Searching: what a query means, and where in a record it is found.
//!
//! This version scans the texts of unlocked records. Callers feed texts and receive hits; whether an
//! index stands behind that is this module's own affair.
//!
//! Two texts are the same for searching when they differ only in case, in Unicode form (NFC, NFD),
//! in white space, or in characters that nobody sees.

mod fold;
mod query;
mod snippet;

pub use fold::fold;
pub use query::{Hit, Matcher, Query};
pub use snippet::Snippet;
