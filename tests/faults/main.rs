//! Faults: the power goes, the disk is full, somebody cancels. Guards "A saved sentence stays saved" of
//! docs/THREATS.md, and that nothing is ever half done.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod cancel;
#[cfg(target_os = "linux")]
mod full_disk;
mod killed_attachment;
mod killed_import;
mod killed_index;
mod killed_passphrase;
mod killed_put;
mod killed_rekey;
mod killed_save;
mod killed_undo;
mod moment;
#[path = "../support/mod.rs"]
mod support;
