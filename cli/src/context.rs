//! What every command works with.

use std::path::{Path, PathBuf};

use crate::args::Globals;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::output::Output;
use crate::wording::Wording;

/// The options that stand beside every command, the words, and the ways in and out.
pub struct Context {
    pub globals: Globals,
    pub words: Wording,
    pub output: Output,
    pub inputs: Inputs,
}

impl Context {
    pub fn new(globals: Globals, words: Wording, output: Output) -> Self {
        Self {
            globals,
            words,
            output,
            inputs: Inputs::default(),
        }
    }

    /// The vault's folder.
    pub fn vault(&self) -> Result<PathBuf, Failure> {
        let named = self.globals.vault.as_deref();
        named
            .filter(|folder| *folder != Path::new(""))
            .map(Path::to_path_buf)
            .ok_or_else(|| Failure::of("no_vault_named"))
    }
}
