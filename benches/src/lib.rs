//! Field Notes measured beside its peers, on the same bytes in the same run. Nothing here asserts on time: machines
//! differ, so ratios and growth are what counts.

// Positions are drawn below the length of what they point into; a vault that cannot be measured may stop the bench. It
// reports whoever waits how far it is.
#![allow(clippy::indexing_slicing, clippy::print_stdout)]

pub mod material;
pub mod measure;
pub mod report;
pub mod simulate;
