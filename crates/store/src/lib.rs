//! Where a vault keeps what was sealed, and how it finds it again.
//!
//! - [`store`]: rows in SQLite, each sealed to its place; transactions that are whole or not there.
//! - [`search`]: the sealed index, queries, and the order of lists.

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod search;
pub mod store;
