//! The desktop host of Field Notes: one window over the core.
//!
//! It holds no rule of its own. The page asks (commands/), the core answers, and what lies between is here: the one vault
//! that is unlocked (state), when it is locked (locking, signals, idle), and the window (window/).
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod clipboard;
mod commands;
mod dialogs;
mod failure;
mod folder;
mod grants;
mod idle;
mod indexing;
mod instance;
mod locking;
mod notices;
mod operations;
mod pending;
mod places;
mod run;
mod secret;
mod settings;
#[cfg(target_os = "linux")]
mod signals;
mod spoken;
mod state;
mod surroundings;
mod walls;
mod window;

use std::process::ExitCode;

use arguments::Asked;

/// What is given back is wiped first: answers and questions hold what records say.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    fieldnotes_platform::quiet_panics();
    let folder = std::env::current_dir().unwrap_or_default();
    let files = match arguments::read(std::env::args_os().skip(1), &folder) {
        Asked::Open(files) => files,
        Asked::Version => return spoken::version(),
        Asked::Help => return spoken::help(),
    };
    if !surroundings::has_display() {
        return spoken::no_display();
    }
    surroundings::begin_again();
    fieldnotes_platform::harden();
    surroundings::refuse_network();
    walls::put_up();
    run::run(files)
}
