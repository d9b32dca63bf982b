//! Where the demonstration plays: a folder that goes away, two vaults in it, and what presents it.

use std::path::PathBuf;

use fieldnotes_core::{Cancelled, Environment, SecretString, Session, Watch};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::ProgressLine;
use crate::wording::{Parameter, Wording};

/// Two vaults, and the folder that they lie in. The folder is removed when this is dropped.
pub struct Stage {
    pub ours: Session,
    pub theirs: Session,
    pub passphrases: [SecretString; 2],
    pub environment: Environment,
    // Last: the vaults' files are closed before it goes.
    folder: TempDir,
}

impl Stage {
    pub fn new(
        folder: TempDir,
        sessions: [Session; 2],
        passphrases: [SecretString; 2],
        environment: Environment,
    ) -> Self {
        let [ours, theirs] = sessions;
        Self {
            ours,
            theirs,
            passphrases,
            environment,
            folder,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Whether both vaults hold the same revisions.
    pub fn are_equal(&self) -> bool {
        fieldnotes_core::vault::digest(&self.ours) == fieldnotes_core::vault::digest(&self.theirs)
    }

    /// The first digits of the digest, to be seen.
    pub fn digest(&self) -> String {
        fieldnotes_core::vault::digest(&self.ours)
            .digest
            .chars()
            .take(16)
            .collect()
    }

    /// Ends the sessions and gives back what is needed to open them again.
    pub fn lock(self) -> Result<Locked, Failure> {
        fieldnotes_core::vault::lock(self.ours)?;
        fieldnotes_core::vault::lock(self.theirs)?;
        Ok(Locked {
            passphrases: self.passphrases,
            environment: self.environment,
            folder: self.folder,
        })
    }
}

/// The same with both vaults locked.
pub struct Locked {
    pub passphrases: [SecretString; 2],
    pub environment: Environment,
    folder: TempDir,
}

impl Locked {
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The whole folder.
    pub fn root(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Opens both again.
    pub fn open(self) -> Result<Stage, Failure> {
        let [ours, theirs] = &self.passphrases;
        let ours = fieldnotes_core::vault::unlock(&self.path("ours"), ours, &self.environment)?;
        let theirs =
            fieldnotes_core::vault::unlock(&self.path("theirs"), theirs, &self.environment)?;
        Ok(Stage::new(
            self.folder,
            [ours, theirs],
            self.passphrases,
            self.environment,
        ))
    }

    /// Removes everything.
    pub fn clear(self) -> Result<(), Failure> {
        let path = self.root();
        self.folder
            .close()
            .map_err(|error| Failure::io(&path, &error))
    }
}

/// Says each step and what it proved.
pub struct Presenter<'c> {
    words: &'c Wording,
    output: Output,
    steps: Vec<Value>,
    // Holds Ctrl+C back, so that the folder is removed also then.
    line: ProgressLine,
}

impl<'c> Presenter<'c> {
    pub fn new(context: &'c Context) -> Self {
        Self {
            words: &context.words,
            output: context.output,
            steps: Vec::new(),
            line: ProgressLine::new(String::new(), true),
        }
    }

    pub fn words(&self) -> &'c Wording {
        self.words
    }

    pub fn open(&self) {
        if !self.output.is_json() {
            let _ = self.output.text(&self.words.text("demo-begin"));
        }
    }

    /// A step was done and proved what its text says. Between steps the demonstration can be cancelled.
    pub fn step(&mut self, key: &str, parameters: &[Parameter<'_>]) -> Result<(), Failure> {
        let done = self.words.with(key, parameters);
        let proved = self
            .words
            .find(key, Some("proved"), parameters)
            .unwrap_or_default();
        if !self.output.is_json() {
            let number = (self.steps.len() + 1) as u64;
            let step = [
                ("number", number.into()),
                ("done", done.as_str().into()),
                ("proved", proved.as_str().into()),
            ];
            let _ = self.output.text(&self.words.with("demo-step", &step));
        }
        let name = key.strip_prefix("demo-").unwrap_or(key);
        self.steps
            .push(json!({"step": name, "done": done, "proved": proved}));
        if self.line.step(0, 0) {
            Ok(())
        } else {
            Err(fieldnotes_core::Error::from(Cancelled).into())
        }
    }

    /// For the long parts of a step.
    pub fn watched<T>(
        &mut self,
        work: impl FnOnce(&mut Watch<'_>) -> fieldnotes_core::Outcome<T>,
    ) -> fieldnotes_core::Outcome<T> {
        let line = &mut self.line;
        let mut look = |_| {
            if line.step(0, 0) {
                Ok(())
            } else {
                Err(Cancelled)
            }
        };
        work(&mut Watch::new(&mut look))
    }

    pub fn finish(self) -> Vec<Value> {
        self.steps
    }
}
