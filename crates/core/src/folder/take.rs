//! Taking in what is ready in the folder.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::PathBuf;

use serde::Serialize;

use crate::error::{Code, Error, Outcome};
use crate::folder::{Arrival, Carried, Memory, look};
use crate::receive::{self, BundlesImported, Taking};
use crate::session::Session;
use fieldnotes_format::progress::Watch;

/// A file that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Refused {
    /// Its name.
    pub name: String,
    /// Why.
    pub code: Code,
    /// What belongs into its wording, as in [`Error`].
    pub params: BTreeMap<&'static str, String>,
}

impl Refused {
    /// The failure, to be worded.
    pub fn error(&self) -> Error {
        Error {
            code: self.code,
            params: self.params.clone(),
        }
    }

    fn of(name: &str, error: Error) -> Self {
        Self {
            name: name.to_owned(),
            code: error.code,
            params: error.params,
        }
    }
}

/// What was taken in from the exchange folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct FolderTaken {
    /// The imports: one, or one for each file where one of them could not be taken in. None where nothing was ready.
    pub imports: Vec<BundlesImported>,
    /// Files that could not be taken in. They keep nobody else's from coming.
    pub refused: Vec<Refused>,
}

/// Takes in what is ready, or of that what is named. Nothing in the folder is changed.
///
/// # Errors
/// [`Code::FileNotFound`] for a name that is not there, and [`Code::FileNotReady`] with `state` for one that is not ready.
pub fn take(
    session: &mut Session,
    names: Option<&[String]>,
    memory: &mut Memory,
    watch: &mut Watch<'_>,
) -> Outcome<FolderTaken> {
    let there = look(session, memory)?;
    let is_ready = |one: &&Arrival| matches!(one.state, Carried::Ready | Carried::Partial);
    let ready: Vec<&Arrival> = match names {
        // What was left out by choice stays out until it is asked for.
        None => {
            let files = there.files.iter();
            files.filter(|one| one.state == Carried::Ready).collect()
        }
        Some(names) => names
            .iter()
            .map(|name| {
                let found = there.files.iter().find(|one| one.name == *name);
                let ready = found.filter(is_ready);
                ready.ok_or_else(|| match (found, memory.files.get(OsStr::new(name))) {
                    (None, None) => Error::new(Code::FileNotFound).with("file", name),
                    (found, _) => Error::new(Code::FileNotReady)
                        .with("file", name)
                        .with("state", found.map_or("settled", |one| one.state.as_str())),
                })
            })
            .collect::<Outcome<_>>()?,
    };
    let mut taken = FolderTaken {
        imports: Vec::new(),
        refused: Vec::new(),
    };
    if ready.is_empty() {
        return Ok(taken);
    }
    let paths: Vec<PathBuf> = ready.iter().map(|one| PathBuf::from(&one.path)).collect();
    // What is ready is what was looked at. A file that is exchanged meanwhile waits for the next look.
    let tokens: Vec<String> = ready.iter().filter_map(|one| one.token.clone()).collect();
    let taking = Taking {
        expected: Some(&tokens),
        ..Taking::default()
    };
    match receive::take(session, &paths, None, &taking, watch) {
        Ok(done) => taken.imports.push(done),
        Err(error) if is_of_a_file(error.code) => {
            for (one, path) in ready.iter().zip(paths) {
                match receive::take(session, &[path], None, &taking, watch) {
                    Ok(done) => taken.imports.push(done),
                    Err(error) if is_of_a_file(error.code) => {
                        taken.refused.push(Refused::of(&one.name, error));
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        Err(error) => return Err(error),
    }
    Ok(taken)
}

/// Whether it may go better with the other files.
fn is_of_a_file(code: Code) -> bool {
    !matches!(
        code,
        Code::Cancelled
            | Code::DiskFull
            | Code::Internal
            | Code::OutOfMemory
            | Code::ReadOnly
            | Code::VaultDamaged
    )
}
