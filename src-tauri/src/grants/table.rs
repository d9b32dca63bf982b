//! The table of what was granted.

use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fieldnotes_core::{Code, Random};
use serde::Serialize;

use super::names::is_package;
use super::purpose::{Deed, Purpose};
use super::token::Token;
use crate::failure::Answer;

/// An answer's handles end when so many more were given after it. Those of one answer end together: a person who chose more files
/// than this at once works with all of them.
pub(super) const MOST: u64 = 1024;

/// A handle, as the page gets it: a file or folder that a person chose, or that the program offers. Which path it stands for, and
/// for what it may be used, is known here alone. It ends with its deed, with a lock, or after an hour (`not_granted`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(
    test,
    derive(ts_rs::TS),
    ts(export, export_to = "window/", rename = "Grant")
)]
pub struct Granted {
    /// Said back to the commands. 32 hexadecimal digits, drawn anew each time.
    token: String,
    /// The last part of the path, to show.
    name: String,
    /// All of the path, to show. No command takes it.
    shown: String,
}

impl Granted {
    #[cfg(test)]
    pub fn token<P>(&self) -> Token<P> {
        self.token.clone().into()
    }

    #[cfg(test)]
    pub fn name(&self) -> &str {
        &self.name
    }
}

struct Entry {
    token: String,
    deed: Deed,
    path: PathBuf,
    /// By the table's clock.
    given: Duration,
    /// How many had been given with the last one of the same answer.
    number: u64,
}

#[derive(Default)]
struct Table {
    entries: Vec<Entry>,
    /// How many were given.
    number: u64,
    /// How often all were forgotten: what was taken out before is not put back after.
    forgotten: u64,
    /// Where the last encrypted file was written, for offering the next place beside it.
    written_in: Option<PathBuf>,
}

struct Shared {
    table: Mutex<Table>,
    clock: fn() -> Duration,
    random: Arc<dyn Random>,
}

/// All handles that hold. Cloned, it is the same table.
#[derive(Clone)]
pub struct Grants(Arc<Shared>);

/// A path that was granted for reading it, or for as long as no lock comes. Only the table makes one.
#[derive(Debug)]
pub struct Grant<P> {
    path: PathBuf,
    purpose: PhantomData<fn() -> P>,
}

impl<P> Grant<P> {
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn into_path(self) -> PathBuf {
        self.path
    }
}

/// A path that was granted for one deed. While it is held nobody else has it; unless it is spent, it is given back.
pub struct Once<P: Purpose> {
    entry: Option<Entry>,
    path: PathBuf,
    forgotten: u64,
    grants: Grants,
    purpose: PhantomData<fn() -> P>,
}

impl<P: Purpose> Once<P> {
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The deed is done: the handle is used up.
    pub fn spend(mut self) {
        self.entry = None;
        if P::DEED == Deed::Seal {
            self.grants.table().written_in = self.path.parent().map(Path::to_owned);
        }
    }
}

impl<P: Purpose> Drop for Once<P> {
    fn drop(&mut self) {
        let Some(entry) = self.entry.take() else {
            return;
        };
        let mut table = self.grants.table();
        if table.forgotten == self.forgotten {
            table.entries.push(entry);
        }
    }
}

impl Grants {
    /// `clock` is one that nobody can turn.
    pub fn new(clock: fn() -> Duration, random: Arc<dyn Random>) -> Self {
        Self(Arc::new(Shared {
            table: Mutex::default(),
            clock,
            random,
        }))
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // Whoever panicked has left the table as it was, or as it was to be.
        self.0.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A person chose this path, for this kind of deed.
    pub fn give<P: Purpose>(&self, path: PathBuf) -> Granted {
        self.give_deed(P::DEED, path, 1)
    }

    /// A person chose these paths at once, for this kind of deed.
    pub fn give_all<P: Purpose>(&self, paths: Vec<PathBuf>) -> Vec<Granted> {
        self.give_each(paths.into_iter().map(|path| (P::DEED, path)).collect())
    }

    /// A person opened or dropped these files: their names say what they are for.
    pub fn give_opened(&self, paths: Vec<PathBuf>) -> Vec<Granted> {
        let deed = |path: &Path| match is_package(path) {
            true => Deed::Package,
            false => Deed::Bundle,
        };
        self.give_each(paths.into_iter().map(|path| (deed(&path), path)).collect())
    }

    fn give_each(&self, all: Vec<(Deed, PathBuf)>) -> Vec<Granted> {
        let count = all.len() as u64;
        let all = (0..).zip(all);
        all.map(|(at, (deed, path))| self.give_deed(deed, path, count - at))
            .collect()
    }

    /// One of an answer of which so many are still to be given, this one among them.
    fn give_deed(&self, deed: Deed, path: PathBuf, left: u64) -> Granted {
        let mut token = [0; 16];
        self.0.random.fill(&mut token);
        let token: String = token.iter().map(|byte| format!("{byte:02x}")).collect();
        let granted = Granted {
            token: token.clone(),
            name: path
                .file_name()
                .unwrap_or(path.as_os_str())
                .to_string_lossy()
                .into_owned(),
            shown: path.to_string_lossy().into_owned(),
        };
        let mut table = self.table();
        let number = table.number + left;
        table.entries.push(Entry {
            token,
            deed,
            path,
            given: (self.0.clock)(),
            number,
        });
        table.number += 1;
        let now = table.number;
        if left == 1 {
            table.entries.retain(|entry| now < entry.number + MOST);
        }
        granted
    }

    /// What a handle stands for, which stays: for looking and reading, and for folders.
    ///
    /// # Errors
    /// [`Code::NotGranted`], whether it was never given, is for another deed, was used, or ended: a page that guesses learns
    /// nothing.
    pub fn hold<P: Purpose>(&self, token: &Token<P>) -> Answer<Grant<P>> {
        let mut table = self.table();
        let at = self.find(&mut table, token)?;
        let entry = table.entries.get(at).ok_or(Code::NotGranted)?;
        Ok(Grant {
            path: entry.path.clone(),
            purpose: PhantomData,
        })
    }

    /// What a handle stands for, for one deed.
    ///
    /// # Errors
    /// As [`Self::hold`]; also while the deed is being done.
    pub fn once<P: Purpose>(&self, token: &Token<P>) -> Answer<Once<P>> {
        let mut table = self.table();
        let at = self.find(&mut table, token)?;
        let entry = table.entries.swap_remove(at);
        Ok(Once {
            path: entry.path.clone(),
            entry: Some(entry),
            forgotten: table.forgotten,
            grants: self.clone(),
            purpose: PhantomData,
        })
    }

    /// The vault was locked, or a new page begins: nothing that was granted holds any more.
    pub fn forget(&self) {
        let mut table = self.table();
        table.entries.clear();
        table.written_in = None;
        table.forgotten += 1;
    }

    /// Where the last encrypted file was written since the last lock.
    pub fn written_in(&self) -> Option<PathBuf> {
        self.table().written_in.clone()
    }

    fn find<P: Purpose>(&self, table: &mut Table, token: &Token<P>) -> Answer<usize> {
        let now = (self.0.clock)();
        table.entries.retain(|entry| {
            let age = now.saturating_sub(entry.given);
            entry.deed.holds_for().is_none_or(|limit| age < limit)
        });
        let is_it = |entry: &Entry| entry.token == token.text() && P::is_served_by(entry.deed);
        let found = table.entries.iter().position(is_it);
        found.ok_or_else(|| Code::NotGranted.into())
    }
}
