//! Text from records, files and arguments, made safe for a terminal: the core's, as every host has it.

pub use fieldnotes_core::text::{one_line, printable, printable_json, printable_line};
