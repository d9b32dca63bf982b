//! Damage and malice: altered vaults and hostile bundles. Guards "Damage is not hidden", "A changed file is noticed" and
//! "A bundle is for those you chose" of docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod bundles;
mod bytes;
mod epochs;
mod forged;
mod forger;
// Memory is measured, and a pipe made, as Linux does it.
#[cfg(target_os = "linux")]
mod header;
#[cfg(target_os = "linux")]
mod hostile;
mod rows;
mod scene;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/craft/tarball.rs"]
mod tarball;
