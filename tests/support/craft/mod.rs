//! Bundles with anything in them, for somebody who knows docs/FORMAT.md (sections 6 to 8), has keys of their own and signs
//! whatever they like. Written from that page alone: it can lie where the program's own writers cannot.

// Each test takes its part of it.
#![allow(dead_code)]

pub mod entry;
pub mod envelope;
pub mod keys;
pub mod letter;
pub mod packing;
pub mod tarball;
