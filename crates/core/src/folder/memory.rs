//! What is known of the files from earlier looks. Kept in memory only, for as long as the vault is unlocked.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use crate::error::{Code, Outcome};
use crate::folder::Chosen;
use crate::folder::checking::CheckedFile;
use crate::folder::ends::Ends;
use crate::folder::listing::{ListedFile, Mark, list};
use crate::session::Session;
use fieldnotes_domain::time::Timestamp;

/// How long a file that cannot be read as a bundle must have stood still until it counts as damaged: milliseconds.
const STILL: i64 = 60_000;

/// A file whose ends were read.
#[derive(Debug)]
pub struct Seen {
    pub(crate) found: ListedFile,
    pub(crate) ends: io::Result<Ends>,
}

/// What a file was found to be.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// What it is not yet, or is not at all, once it has stood still.
    NotYet(Code),
    Refused(Code),
    /// Its name is one that this vault gave.
    Own,
    Is(CheckedFile),
}

/// A file as it was when it was checked.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) path: PathBuf,
    pub(crate) mark: Mark,
    /// When it was first seen like this.
    since: Timestamp,
    /// When it was last there.
    now: Timestamp,
    pub(crate) verdict: Option<Verdict>,
    /// It stood still when it was checked, so that this is the last word.
    was_still: bool,
}

impl Known {
    /// Whether nobody seems to write it any more.
    pub(crate) fn stands_still(&self) -> bool {
        let before = |time: Timestamp| self.now.since(time) >= STILL;
        before(self.since) || self.mark.changed.is_some_and(before)
    }

    fn is_settled(&self) -> bool {
        use fieldnotes_format::exchange::bundle::Extent::Unfilled;
        match &self.verdict {
            None => false,
            Some(
                Verdict::NotYet(_)
                | Verdict::Is(CheckedFile::Bundle {
                    extent: Unfilled, ..
                }),
            ) => self.was_still,
            Some(_) => true,
        }
    }
}

/// What earlier looks found.
#[derive(Debug, Default)]
pub struct Memory {
    folder: PathBuf,
    pub(crate) files: BTreeMap<OsString, Known>,
    pub(crate) more: u64,
}

impl Memory {
    /// Lists the folder, and gives what is to be read and checked: what is new or changed. Needs no vault, and waits for
    /// as long as the folder takes to answer. `now` is in milliseconds since 1970.
    pub fn list(&mut self, chosen: &Chosen, now: Timestamp) -> Outcome<Vec<ListedFile>> {
        let folder = chosen.folder()?;
        let (listed, more) = list(&folder)?;
        if self.folder != folder {
            self.files.clear();
        }
        let mut before = std::mem::take(&mut self.files);
        let mut to_check = Vec::new();
        for (name, mark) in listed {
            let path = folder.join(&name);
            let mut known = match before.remove(&name) {
                Some(known) if known.mark == mark => known,
                _ => Known {
                    path: path.clone(),
                    mark,
                    since: now,
                    now,
                    verdict: None,
                    was_still: false,
                },
            };
            known.now = now;
            if !known.is_settled() {
                to_check.push(ListedFile {
                    name: name.clone(),
                    path,
                    mark,
                });
            }
            self.files.insert(name, known);
        }
        self.folder = folder;
        self.more = more;
        Ok(to_check)
    }

    /// Checks a file. It needs the vault's keys, and no time to speak of.
    pub fn check(&mut self, session: &Session, seen: Seen) {
        let Seen { found, ends } = seen;
        let stem = found.path.file_stem().and_then(|stem| stem.to_str());
        let verdict = if stem.is_some_and(|stem| session.has_named(stem)) {
            Verdict::Own
        } else {
            match ends {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    Verdict::NotYet(Code::FileForbidden)
                }
                Err(error) => Verdict::NotYet(crate::error::Error::from(error).code),
                Ok(ends) => {
                    let length = ends.length;
                    match session.check_file(ends, length) {
                        CheckedFile::NotYet(error) => {
                            Verdict::NotYet(crate::error::Error::from(error).code)
                        }
                        CheckedFile::Refused(error) => {
                            Verdict::Refused(crate::error::Error::from(error).code)
                        }
                        checked => Verdict::Is(checked),
                    }
                }
            }
        };
        if let Some(known) = self.files.get_mut(&found.name)
            && known.mark == found.mark
        {
            known.verdict = Some(verdict);
            known.was_still = known.stands_still();
        }
    }
}
