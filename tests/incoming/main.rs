//! What comes in: seen before it is taken, taken in part, taken back, and refused. Guards "Everything or nothing" and
//! "Looking changes nothing" of docs/THREATS.md.

// The rules of the core's clippy.toml are for the core.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod chosen;
mod looking;
mod pair;
#[path = "../support/mod.rs"]
mod support;
mod undo;
mod vectors;
