//! Records and their history: what Field Notes is about, without a file, a key or a clock.
//!
//! - [`records`]: what a record consists of. One [declaration](records::schema) for each field gives its type, how private it
//!   is, how it merges and where it is found; dates, vocabularies and the rules of [consent](records::consent) are here.
//! - [`history`]: signed entries form a graph of revisions. Time orders nothing: parents do. [`history::merge`] makes one
//!   record of several.
//! - [`custody`]: what was done with a vault, as entries of a log of its own.
//! - [`redaction`]: records as they go to an audience that must not know who is meant.
//! - [`ids`], [`time`]: a type for each id, and for times as devices claim them.
//! - [`text`]: what may stand in a line, a name or a secret that somebody typed.
//!
//! Everything here is a function of its arguments. Nothing depends on another crate of ours.

// A table of cases is long and simple.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod custody;
pub mod history;
pub mod ids;
pub mod records;
pub mod redaction;
pub mod text;
pub mod time;
