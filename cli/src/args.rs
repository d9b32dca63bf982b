//! The command line: what stands before and beside every command.
//!
//! The texts of `--help` come from `locales/*/help.ftl`; see `help.rs`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser};

use crate::commands::Command;
use crate::wording::Language;

#[derive(Parser)]
#[command(name = "fieldnotes", version, propagate_version = true)]
pub struct Arguments {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Command,
}

/// Options that every command takes.
#[derive(Args, Clone)]
pub struct Globals {
    /// The vault's folder; `Context::vault` also looks into the environment, where an empty value counts as none.
    #[arg(long, global = true, value_name = "DIR")]
    pub vault: Option<PathBuf>,
    /// A file with the passphrase, or `-` for standard input. Never the passphrase itself: arguments
    /// are seen by every process of the machine.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// One JSON value instead of text.
    #[arg(long, global = true)]
    pub json: bool,
    /// Read by `Language::from_arguments` already.
    #[arg(long, global = true, value_name = "en|ko", hide_possible_values = true)]
    pub lang: Option<Language>,
    /// Open what is left of a damaged vault, read-only.
    #[arg(long, global = true)]
    pub read_damaged: bool,
}

impl Arguments {
    pub fn split(self) -> (Command, Globals) {
        (self.command, self.globals)
    }
}

/// Whether `--json` is among the arguments, asked before they are parsed.
pub fn wants_json(raw: &[OsString]) -> bool {
    before_the_dashes(raw).any(|argument| argument == "--json")
}

/// The arguments up to `--`, after which everything is a value.
pub fn before_the_dashes(raw: &[OsString]) -> impl Iterator<Item = &OsString> {
    raw.iter().skip(1).take_while(|argument| *argument != "--")
}
