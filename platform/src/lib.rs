//! What both hosts of Field Notes ask of the operating system.
//!
//! It knows nothing of vaults or windows, and calls nothing of ours.

mod harden;

pub use harden::harden;
