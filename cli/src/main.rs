//! The terminal host of Field Notes: reads arguments, asks for passphrases, calls the core, prints.
//!
//! It holds no rule of its own. Texts come from `locales/`, in English and Korean; with `--json`
//! every command prints one JSON value, and every failure is one JSON value on stderr.

mod args;
mod commands;
mod context;
mod damage;
mod failure;
mod help;
mod inputs;
mod output;
mod printable;
mod progress;
mod render;
mod selectors;
mod signals;
#[cfg(unix)]
mod terminal;
mod wording;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use args::Arguments;
use context::Context;
use failure::Failure;
use fieldnotes_platform::Network;
use output::Output;
use wording::{Language, Wording};

/// What is given back is wiped first: records pass through here as text, and through libraries that do not wipe.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    fieldnotes_platform::quiet_panics();
    fieldnotes_platform::harden();
    let network = fieldnotes_platform::refuse_network();
    let raw: Vec<OsString> = std::env::args_os().collect();
    // A wrong argument must already be reported in the right language and form.
    let words = Wording::new(Language::from_arguments(&raw));
    let output = Output::new(args::wants_json(&raw));
    // Elsewhere there is no such filter, which the manual says once.
    if cfg!(target_os = "linux") && network == Network::NotRefused {
        output.aside(&words.text("warning-network-open"));
    }

    let parsed = help::command(&words)
        .try_get_matches_from(&raw)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() && output.is_closed() => {
            return output.failure(&Failure::of("output_closed"), &words);
        }
        Err(error) if !error.use_stderr() => {
            let text = help::rendered(&error.render().to_string(), &words);
            return output.ended(output.text(&text), &words);
        }
        Err(error) => return output.failure(&Failure::usage(&error, &raw), &words),
    };

    let (command, globals) = arguments.split();
    if output.is_closed() && command.only_prints() {
        return output.failure(&Failure::of("output_closed"), &words);
    }
    let mut context = Context::new(globals, words, output);
    match commands::run(command, &mut context) {
        Ok(outcome) => context.output.outcome(&outcome, &context.words),
        Err(failure) => context.output.failure(&failure, &context.words),
    }
}
