//! The exchange folder: whatever carries it, late, in parts, twice, under other names. Guards "Nothing of others' in the
//! exchange folder is touched" and "What was not put out is not noted as sent" of docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod carried;
#[cfg(target_os = "linux")]
mod faults;
mod pair;
mod states;
#[path = "../support/mod.rs"]
mod support;
