//! Review packages: chosen records for somebody who reads and changes nothing.

mod writing;

use std::io::{BufReader, Read, Seek};
use std::path::Path;

use secrecy::SecretString;
use serde::Serialize;
use serde_json::Value;

use crate::attachment::owners::content_hash;
use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::outside::infile::{self, Links};
use crate::outside::outfile::SavedFile;
use crate::outside::outfile::{self, OutFile, Readers};
use crate::record::{conflict, standing};
use crate::send::refuse_chosen;
use crate::send::select::{Audience, Selection};
use crate::session::Session;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records;
use fieldnotes_domain::records::consent::{Use, WayOut};
use fieldnotes_format::exchange::age_file::EnvelopeKey;
use fieldnotes_format::exchange::{ExchangeError, review};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::OsRandom;

/// A package that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewWritten {
    /// The package.
    pub package: String,
    /// Records in it.
    pub records: u64,
    /// Contents of attachments.
    pub files: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

/// An open package.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewShown {
    /// The package.
    pub package: String,
    /// The fingerprint of who made it. The signature holds; whose it is, only a comparison by voice shows.
    pub exporter: String,
    /// When, by the exporter's clock: RFC 3339 in UTC.
    pub created_at: String,
    /// The records.
    pub records: Vec<ReviewedRecord>,
    /// Contents of attachments that are in it.
    pub files: u64,
}

/// A record in a package. To cite it, name record, revision and paragraph.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct ReviewedRecord {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What to call it.
    pub title: String,
    /// The revision that the exporter holds it under.
    pub revision: String,
    /// When it was saved: RFC 3339 in UTC.
    pub saved_at: String,
    /// What it says.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub record: Value,
}

/// Whether these records may go to a reviewer: asked before anybody thinks of a passphrase for them.
///
/// # Errors
/// As [`export`], but for what concerns the file.
pub fn check(session: &Session, chosen: &[String], purpose: &str) -> Outcome<()> {
    selected(session, chosen, purpose).map(|_| ())
}

fn selected(
    session: &Session,
    chosen: &[String],
    purpose: &str,
) -> Outcome<(Vec<RecordId>, Selection)> {
    let chosen = chosen
        .iter()
        .map(|id| ids::record(session, id))
        .collect::<Outcome<Vec<_>>>()?;
    for record in &chosen {
        if standing::of(session, *record)?.body.trashed {
            return Err(Error::new(Code::RecordInTrash).with("record", record));
        }
    }
    let audience = Audience {
        way: WayOut::Package,
        purpose: Use::from(purpose),
        name: None,
    };
    let selection = session.select(Some(&chosen), &audience, false)?;
    refuse_chosen(&selection, Some(&chosen))?;
    match selection.records.is_empty() {
        true => Err(Error::new(Code::NothingToExport)),
        false => Ok((chosen, selection)),
    }
}

/// Writes chosen records, and nothing but these, to a new file that a passphrase opens. The contents of attachments go with the
/// records of attachments that are chosen. What several heads say together is saved as a revision first; a record in conflict is
/// refused. `purpose` is a use of the consent vocabulary: what the reviewer will do with it.
pub fn export(
    session: &mut Session,
    out: &Path,
    passphrase: &SecretString,
    chosen: &[String],
    purpose: &str,
    watch: &mut Watch<'_>,
) -> Outcome<ReviewWritten> {
    crate::passphrase::check_new(passphrase)?;
    let (records, _) = selected(session, chosen, purpose)?;
    let random = session.environment().random.clone();
    let file = OutFile::create(out, Readers::AsFolder, &*random)?;
    // What is cited must be a revision that stays.
    conflict::write_all(session, &records)?;
    // Asked again of exactly what is written.
    let (_, selection) = selected(session, chosen, purpose)?;
    let (file, written) = session.write_review(file, &selection, passphrase, watch)?;
    let bytes = file.keep()?;
    Ok(ReviewWritten {
        package: written.package.to_string(),
        records: written.records,
        files: written.files,
        bytes,
    })
}

/// Opens a package. No vault is needed, and nothing is written anywhere. Everything in it is checked.
pub fn open(path: &Path, passphrase: &SecretString, watch: &mut Watch<'_>) -> Outcome<ReviewShown> {
    let mut opened = begin(
        BufReader::new(infile::open(path, Links::Refuse)?),
        passphrase,
        watch,
    )?;
    opened.verify_files(watch).map_err(as_review)?;
    let manifest = opened.manifest();
    let mut shown = ReviewShown {
        package: manifest.package.to_string(),
        exporter: manifest.exporter.fingerprint().to_string(),
        created_at: manifest.created.to_string(),
        records: Vec::new(),
        files: manifest.files.len() as u64,
    };
    for record in opened.records().map_err(as_review)? {
        let record = record.map_err(as_review)?;
        shown.records.push(ReviewedRecord {
            title: records::title_of(&record.kind, &record.record),
            id: record.id.to_string(),
            kind: record.kind,
            revision: record.revision.to_string(),
            saved_at: record.saved_at.to_string(),
            record: record.record,
        });
    }
    Ok(shown)
}

/// Writes the content of an attachment in a package to a new file.
pub fn save(
    path: &Path,
    passphrase: &SecretString,
    attachment: &str,
    out: &Path,
    watch: &mut Watch<'_>,
) -> Outcome<SavedFile> {
    let wanted = ids::parse(attachment)?;
    let mut opened = begin(
        BufReader::new(infile::open(path, Links::Refuse)?),
        passphrase,
        watch,
    )?;
    let mut sha256 = None;
    for record in opened.records().map_err(as_review)? {
        let record = record.map_err(as_review)?;
        if record.id == wanted {
            sha256 = Some(
                content_hash(&record.record)
                    .ok_or_else(|| Error::new(Code::ContentNotHeld).with("record", wanted))?,
            );
        }
    }
    let sha256 = sha256.ok_or_else(|| Error::new(Code::RecordNotFound).with("record", wanted))?;
    let content = opened.file(&sha256).map_err(as_review)?;
    let mut content =
        content.ok_or_else(|| Error::new(Code::ContentNotHeld).with("record", wanted))?;
    let damaged = Error::new(Code::BundleDamaged).with("part", "files");
    let item = content.item();
    outfile::write_out(out, &mut content, item, damaged, &OsRandom, watch)
}

fn begin<R: Read + Seek>(
    input: R,
    passphrase: &SecretString,
    watch: &mut Watch<'_>,
) -> Outcome<review::Review<R>> {
    review::open(input, EnvelopeKey::Passphrase(passphrase), watch).map_err(as_review)
}

fn as_review(error: ExchangeError) -> Error {
    match error {
        ExchangeError::NotAnEnvelope
        | ExchangeError::WrongContent
        | ExchangeError::NeedsIdentity => Error::new(Code::NotAReview),
        other => other.into(),
    }
}
