//! What the tests of promises have in common: vaults to work on, folders to compare, children to kill.
//! They see the core as a host does, through `fieldnotes_core` alone.

// Each test takes its part of it.
#![allow(dead_code)]

pub mod chance;
pub mod child;
pub mod folder;
pub mod vault;
