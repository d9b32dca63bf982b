//! What others do to a vault's folder: links, strange files, older files, other folders under its name, disks that cannot be
//! written to. Guards "No file of yours is touched that is not the vault's", "An older database is reported" and "A vault on a
//! write-protected disk can be read" of docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod links;
mod older;
mod read_only;
mod strangers;
#[path = "../support/mod.rs"]
mod support;
mod swapped;
mod system;
