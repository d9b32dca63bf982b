//! Where a vault keeps what was sealed, and how it finds it again.
//!
//! - [`store`]: rows in SQLite, each sealed to its place; transactions that are whole or not there.
//! - [`search`]: the sealed index, queries, and the order of lists.

pub mod search;
pub mod store;
