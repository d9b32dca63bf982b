//! Writing a review package.

use std::io::{Read, Write};
use zeroize::Zeroizing;

use super::super::archive::ArchiveWriter;
use super::super::identity::SecretIdentity;
use super::super::{Address, ContentHash, ExchangeError, FileItem, Part, Stop};
use super::{
    DOMAIN, FORMAT, MANIFEST, MAX_LINE, RECORDS, Records, ReviewManifest, ReviewRecord, SIGNATURE,
};
use crate::crypto::hash::ContentHasher;
use crate::progress::Watch;
use fieldnotes_domain::ids::PackageId;
use fieldnotes_domain::time::Timestamp;

/// Gives the records and files of a package, each when its turn comes.
pub trait ReviewSource {
    /// The record at this position. Asked for twice, and the same both times: what is signed is the hash
    /// of all records, and it stands before them.
    fn record(&mut self, index: usize) -> Result<ReviewRecord, Stop>;

    /// The content of a file. Called once for each, in the order of the manifest. A failed read stops
    /// the work and comes back as [`ExchangeError::Owner`].
    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop>;
}

/// What goes into a package.
#[derive(Debug)]
pub struct OutgoingReview<'a> {
    /// The name of the package.
    pub package: PackageId,
    /// The time by our clock, in milliseconds since 1970.
    pub created: Timestamp,
    /// Who signs it.
    pub exporter: &'a SecretIdentity,
    /// How many records there are.
    pub records: usize,
    /// The files, in any order; one that stands twice is put in once.
    pub files: Vec<FileItem>,
}

/// Writes a package to `out` and gives it back, for its owner to sync, with the manifest that it bears.
/// After an error `out` holds a torso that no reader accepts.
pub fn write<W: Write>(
    out: W,
    outgoing: &OutgoingReview<'_>,
    address: &Address<'_>,
    source: &mut dyn ReviewSource,
    watch: &mut Watch<'_>,
) -> Result<(W, ReviewManifest), ExchangeError> {
    let manifest = manifest(outgoing, source, watch)?;
    let json = serde_json::to_vec(&manifest).map_err(|error| ExchangeError::Io(error.into()))?;
    manifest
        .check(json.len() as u64)
        .map_err(ExchangeError::of_writing)?;
    let sizes = manifest.sizes(json.len() as u64);
    let mut archive = ArchiveWriter::new(address.seal(out)?, sizes, watch);
    archive.member(MANIFEST, &json)?;
    archive.member(SIGNATURE, &outgoing.exporter.sign(DOMAIN, &json))?;

    archive.begin(RECORDS, manifest.records.bytes)?;
    let mut hasher = ContentHasher::default();
    for index in 0..outgoing.records {
        let line = line(source, index)?;
        hasher.update(&line);
        archive.write(&line)?;
    }
    // Equal hashes are equal lengths too, or somebody has broken SHA-256.
    if hasher.finish() != manifest.records.sha256.0 {
        return Err(ExchangeError::SourceMismatch(Part::Records));
    }
    archive.end(manifest.records.bytes)?;

    for file in &manifest.files {
        archive.file(file, source.file(file).map_err(ExchangeError::Owner)?)?;
    }
    Ok((archive.finish()?.finish()?, manifest))
}

fn manifest(
    outgoing: &OutgoingReview<'_>,
    source: &mut dyn ReviewSource,
    watch: &mut Watch<'_>,
) -> Result<ReviewManifest, ExchangeError> {
    let mut hasher = ContentHasher::default();
    let mut bytes = 0_u64;
    for index in 0..outgoing.records {
        watch.step(0, 0)?;
        let line = line(source, index)?;
        hasher.update(&line);
        bytes += line.len() as u64;
    }
    let mut files = outgoing.files.clone();
    files.sort_unstable();
    files.dedup();
    Ok(ReviewManifest {
        format: FORMAT.to_owned(),
        package: outgoing.package,
        exporter: outgoing.exporter.public().clone(),
        created: outgoing.created,
        records: Records {
            count: outgoing.records as u64,
            bytes,
            sha256: ContentHash(hasher.finish()),
        },
        files,
    })
}

/// A record as it stands in `records.jsonl`. JSON writes every line break within a text as an escape.
fn line(source: &mut dyn ReviewSource, index: usize) -> Result<Zeroizing<Vec<u8>>, ExchangeError> {
    let record = source.record(index).map_err(ExchangeError::Owner)?;
    let line = serde_json::to_vec(&record).map_err(|error| ExchangeError::Io(error.into()))?;
    let mut line = Zeroizing::new(line);
    if line.len() as u64 > MAX_LINE {
        return Err(ExchangeError::TooLargeToWrite(Part::Records));
    }
    line.push(b'\n');
    Ok(line)
}
