//! Putting out what is due.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use serde::Serialize;

use crate::colleague;
use crate::error::{Code, Error, Outcome};
use crate::folder::listing::ENDING;
use crate::folder::{Chosen, chosen};
use crate::outside::outfile::{OutFile, Readers};
use crate::send::select::Audience;
use crate::send::{BundleWritten, Recipients, Sending, send_into};
use crate::session::Session;
use fieldnotes_domain::records::consent::{Use, WayOut};
use fieldnotes_format::exchange::age_file::MAX_RECIPIENTS;
use fieldnotes_format::progress::Watch;
use fieldnotes_store::store::rows::colleague::ColleagueRow;

/// How a file ends that is not finished.
const UNFINISHED: &str = "part";

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct FolderDue {
    /// Colleagues to whom something goes, by name.
    pub people: Vec<String>,
    /// Records that go. Where there are none, and people, it is the word that what they sent has arrived.
    pub records: u64,
    /// Colleagues to whom nothing goes of itself, because their fingerprints were never compared.
    pub unverified: Vec<String>,
}

/// What was put out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct FolderPut {
    /// The bundle for all to whom something was due; more than one where they are too many for one; none where nothing
    /// was due.
    pub bundles: Vec<BundleWritten>,
    /// Those to whom something went.
    pub people: Vec<String>,
    /// Colleagues to whom nothing went, because their fingerprints were never compared.
    pub unverified: Vec<String>,
}

/// For whom something is due: the colleagues who are verified and not retired, or of those and others the named ones.
pub fn due(session: &Session, names: Option<&[String]>) -> Outcome<FolderDue> {
    let audience = Audience {
        way: WayOut::Bundle,
        purpose: Use::ShareInside,
        name: None,
    };
    let due = session.due(&among(session, names)?, &audience)?;
    let is_unasked = |row: &&ColleagueRow| row.verified.is_none() && row.retired.is_none();
    let unverified = session.colleagues().filter(is_unasked);
    Ok(FolderDue {
        people: due.to,
        records: due.records.len() as u64,
        unverified: match names {
            Some(_) => Vec::new(),
            None => unverified.map(|row| row.name.clone()).collect(),
        },
    })
}

/// Writes what is due into the exchange folder, and notes that it went when the file is safe. Where nothing is due,
/// nothing is written.
///
/// # Errors
/// [`Code::FolderGone`], [`Code::FolderNotWritable`], [`Code::DiskFull`]: nothing of that file is noted as sent. With more than 300
/// recipients there are several files; those that were finished before stay, are noted, and do not go again.
pub fn put(
    session: &mut Session,
    names: Option<&[String]>,
    watch: &mut Watch<'_>,
) -> Outcome<FolderPut> {
    let place = chosen(session).ok_or(Code::FolderNotSet)?;
    let folder = place.folder()?;
    // What goes and is not noted would go again each time.
    if session.is_read_only() {
        return Err(Code::ReadOnly.into());
    }
    clear(session, &folder);
    let due = due(session, names)?;
    let mut bundles = Vec::new();
    for people in due.people.chunks(MAX_RECIPIENTS) {
        let (name, unfinished) = (session.make_file_name(), session.make_file_name());
        let path = folder.join(name).with_extension(ENDING);
        // Under another name, so that nobody knows the one that it will have.
        let unfinished = folder.join(format!(".{unfinished}.{UNFINISHED}"));
        let mut begin = || {
            place.folder()?;
            OutFile::begin(&path, unfinished.clone(), Readers::AsFolder).map_err(not_writable)
        };
        let sending = Sending {
            acknowledge: true,
            ..Sending::new(Recipients::Colleagues(people))
        };
        let written = send_into(session, &mut begin, &sending, watch);
        bundles.push(written.map_err(|error| or_gone(error, &place))?);
    }
    Ok(FolderPut {
        bundles,
        people: due.people,
        unverified: due.unverified,
    })
}

fn among(session: &Session, names: Option<&[String]>) -> Outcome<Vec<ColleagueRow>> {
    match names {
        Some(names) => names
            .iter()
            .map(|name| colleague::named(session, name))
            .collect(),
        None => {
            let is_asked = |row: &&ColleagueRow| row.verified.is_some() && row.retired.is_none();
            Ok(session.colleagues().filter(is_asked).cloned().collect())
        }
    }
}

/// Removes what this vault left unfinished, when the stick was pulled or the power went. It knows its own names.
fn clear(session: &Session, folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        let given = name.strip_prefix('.').and_then(|name| {
            let (given, ending) = name.split_once('.')?;
            (ending == UNFINISHED).then_some(given)
        });
        if given.is_some_and(|given| session.has_named(given)) {
            // It is in nobody's way.
            let _ = std::fs::remove_file(&path);
        }
    }
}

fn not_writable(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Code::FolderNotWritable.into()
        }
        _ => error.into(),
    }
}

/// Whatever a write says on a stick that was pulled.
fn or_gone(error: Error, place: &Chosen) -> Error {
    match error.code {
        Code::Io | Code::FileNotFound if place.folder().is_err() => Code::FolderGone.into(),
        _ => error,
    }
}
