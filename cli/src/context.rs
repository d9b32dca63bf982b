//! What every command works with.

use std::path::{Path, PathBuf};

use fieldnotes_core::passphrase::{check_new, strength, suggest};
use fieldnotes_core::vault::InterruptedRekey;
use fieldnotes_core::{
    Cancelled, Environment, ExposeSecret, OsRandom, SecretString, Session, Watch,
};

use crate::args::Globals;
use crate::failure::Failure;
use crate::inputs::{Inputs, has_terminal};
use crate::output::Output;
use crate::progress::ProgressLine;
use crate::wording::{Parameter, Wording};

/// The options that stand beside every command, the words, and the ways in and out.
pub struct Context {
    pub globals: Globals,
    pub words: Wording,
    pub output: Output,
    pub inputs: Inputs,
    pub environment: Environment,
}

impl Context {
    pub fn new(globals: Globals, words: Wording, output: Output) -> Self {
        let inputs = match output.is_json() {
            true => Inputs::default(),
            false => Inputs::inviting(words.text("prompt-text")),
        };
        Self {
            globals,
            words,
            output,
            inputs,
            environment: Environment::system(),
        }
    }

    /// The vault's folder.
    pub fn vault(&self) -> Result<PathBuf, Failure> {
        let of_environment = || std::env::var_os("FIELDNOTES_VAULT").map(PathBuf::from);
        self.globals
            .vault
            .clone()
            .or_else(of_environment)
            .filter(|folder| folder != Path::new(""))
            .ok_or_else(|| Failure::of("no_vault_named"))
    }

    /// The vault's passphrase.
    pub fn passphrase(&mut self) -> Result<SecretString, Failure> {
        let file = self.globals.passphrase_file.clone();
        self.inputs
            .passphrase(file.as_deref(), "prompt-passphrase", &self.words)
    }

    /// A new passphrase. Who types one is offered a good one first; a weak one is taken, with a warning.
    pub fn new_passphrase(
        &mut self,
        file: Option<&Path>,
        prompt: &str,
    ) -> Result<SecretString, Failure> {
        if file.is_none() && has_terminal() {
            let offered = suggest(self.words.language().word_list(), &OsRandom);
            let offered = self.say(
                "passphrase-offered",
                &[("words", offered.expose_secret().into())],
            );
            self.output.aside(&offered);
        }
        let passphrase = self.inputs.new_passphrase(file, prompt, &self.words)?;
        check_new(&passphrase)?;
        if !strength(&passphrase).is_enough {
            self.output
                .aside(&self.words.text("warning-weak-passphrase"));
        }
        Ok(passphrase)
    }

    /// Unlocks the vault, lets `work` use it, and locks it again, whatever came of it.
    pub fn with_vault<T>(
        &mut self,
        work: impl FnOnce(&mut Self, &mut Session) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let folder = self.vault()?;
        // A folder without a vault is reported before anybody types a passphrase for it.
        if !self.globals.read_damaged {
            fieldnotes_core::vault::look(&folder)?;
        }
        let passphrase = self.passphrase()?;
        let mut session = if self.globals.read_damaged {
            fieldnotes_core::vault::unlock_damaged(&folder, &passphrase, &self.environment)?
        } else {
            self.unlock(&folder, &passphrase)?
        };
        let done = work(self, &mut session);
        let is_read_only = fieldnotes_core::vault::is_storage_read_only(&session);
        let locked = fieldnotes_core::vault::lock(session);
        let done = done?;
        // Not before: a failure is alone on stderr.
        if is_read_only {
            self.output
                .aside(&self.words.text("warning-storage-read-only"));
        }
        self.report_lock(locked);
        Ok(done)
    }

    /// Unlocks a whole vault.
    pub fn unlock(&self, folder: &Path, passphrase: &SecretString) -> Result<Session, Failure> {
        let session = fieldnotes_core::vault::unlock(folder, passphrase, &self.environment)?;
        self.report_rekey(&session);
        Ok(session)
    }

    /// Says what became of a new key that was being made when the program, or the machine, was stopped.
    pub fn report_rekey(&self, session: &Session) {
        if let Some(found) = fieldnotes_core::vault::interrupted_rekey(session) {
            let key = match found {
                InterruptedRekey::Done => "warning-rekey-done",
                InterruptedRekey::NotDone => "warning-rekey-not-done",
            };
            self.output.aside(&self.words.text(key));
        }
    }

    /// Says where a vault could not be closed in order. What was done in it is done, so that is no failure.
    pub fn report_lock(&self, locked: fieldnotes_core::Outcome<()>) {
        if let Err(error) = locked {
            let (reason, _) = Failure::from(error).texts(&self.words);
            let text = self.say("warning-not-closed", &[("reason", reason.into())]);
            self.output.warning(&text);
        }
    }

    /// Does something long with progress on the terminal. Ctrl+C cancels it and leaves things as they were.
    pub fn watched<T>(
        &self,
        label: &str,
        work: impl FnOnce(&mut Watch<'_>) -> fieldnotes_core::Outcome<T>,
    ) -> Result<T, Failure> {
        let mut line = ProgressLine::new(self.words.text(label), self.output.is_json());
        let mut look = |progress: fieldnotes_core::Progress| {
            if line.step(progress.done, progress.total) {
                Ok(())
            } else {
                Err(Cancelled)
            }
        };
        Ok(work(&mut Watch::new(&mut look))?)
    }

    /// A text.
    pub fn say(&self, key: &str, parameters: &[Parameter<'_>]) -> String {
        self.words.with(key, parameters)
    }
}
