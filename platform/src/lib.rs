//! What both hosts of Field Notes ask of the operating system.
//!
//! It knows nothing of vaults or windows, and calls nothing of ours.

mod end;
mod harden;
mod network;
mod panics;
mod swap;

pub use end::{Watchdog, end_process};
pub use harden::harden;
pub use network::{Network, refuse as refuse_network};
pub use panics::quiet as quiet_panics;
pub use swap::{Swap, swap};
