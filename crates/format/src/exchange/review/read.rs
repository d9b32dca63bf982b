//! Reading a review package, in any order and as often as one likes.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use zeroize::Zeroizing;

use super::super::age_file::{self, EnvelopeKey, Opened};
use super::super::archive::{ArchiveReader, BLOCK, PIECE, header, member_len};
use super::super::hashing::{Hashing, HashingRead};
use super::super::manifest::{MAX_MANIFEST, verified};
use super::super::{ContentHash, ExchangeError, FileItem, Part};
use super::{DOMAIN, FORMAT, MANIFEST, MAX_LINE, RECORDS, ReviewManifest, ReviewRecord, SIGNATURE};
use crate::progress::Watch;
use fieldnotes_domain::records;

/// An open package: nothing of it lies anywhere but in the file that it came in.
pub struct Review<R> {
    opened: Opened<R>,
    manifest: ReviewManifest,
    records_at: u64,
    files_at: u64,
}

/// Opens a package, checks the exporter's signature and the length of the whole, and compares all
/// records with their hash. Files are compared when they are read, or all at once by
/// [`Review::verify_files`].
pub fn open<R: Read + Seek>(
    input: R,
    opening: EnvelopeKey<'_>,
    watch: &mut Watch<'_>,
) -> Result<Review<R>, ExchangeError> {
    let mut opened = age_file::begin(input)?.open(opening)?;
    let mut archive = ArchiveReader::new(&mut opened, watch);
    let json = archive.first(MANIFEST, MAX_MANIFEST, Part::Manifest)?;
    let signature = archive.member(SIGNATURE, 64, Part::Manifest)?.read_all()?;
    let length = json.len() as u64;
    let manifest: ReviewManifest = verified(&json, &signature, FORMAT, DOMAIN)?;
    manifest.check(length)?;
    archive.expect(manifest.sizes(length));

    let records = &manifest.records;
    compare(
        &mut archive,
        RECORDS,
        records.bytes,
        records.sha256,
        Part::Records,
    )?;

    let records_at = member_len(length) + member_len(64);
    let mut review = Review {
        opened,
        files_at: records_at + member_len(manifest.records.bytes),
        records_at,
        manifest,
    };
    // Moving to the end authenticates the last chunk, so that a package that was cut short is found out
    // before anything of it is shown.
    let end = review.seek(SeekFrom::End(0))?;
    if end != review.manifest.whole(length) {
        return Err(ExchangeError::Malformed(Part::Layout));
    }
    Ok(review)
}

/// Reads a member and compares it with its hash.
fn compare<R: Read>(
    archive: &mut ArchiveReader<'_, '_, R>,
    name: &str,
    size: u64,
    sha256: ContentHash,
    part: Part,
) -> Result<(), ExchangeError> {
    let mut content = Hashing::new(archive.member(name, size, part)?);
    let read = io::copy(&mut content, &mut io::sink());
    let (hash, member) = content.finish();
    if let Err(error) = read {
        return Err(member.failure().unwrap_or(ExchangeError::Io(error)));
    }
    member.end()?;
    match hash == sha256 {
        true => Ok(()),
        false => Err(ExchangeError::Altered(part)),
    }
}

impl<R> fmt::Debug for Review<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Review({})", self.manifest.package)
    }
}

impl<R: Read + Seek> Review<R> {
    /// What the package says of itself. The exporter's signature over it holds.
    pub fn manifest(&self) -> &ReviewManifest {
        &self.manifest
    }

    /// The records from the first on, one at a time.
    pub fn records(&mut self) -> Result<RecordReader<'_, R>, ExchangeError> {
        self.seek(SeekFrom::Start(self.records_at + BLOCK))?;
        let lines = (&mut self.opened).take(self.manifest.records.bytes);
        Ok(RecordReader {
            lines: BufReader::with_capacity(PIECE, Hashing::new(lines)),
            left: self.manifest.records.count,
            hash: self.manifest.records.sha256,
            ended: false,
        })
    }

    /// The content of a file. `None` where the package has no such file.
    pub fn file(
        &mut self,
        sha256: &ContentHash,
    ) -> Result<Option<FileReader<'_, R>>, ExchangeError> {
        let mut at = self.files_at;
        let mut found = None;
        for file in &self.manifest.files {
            if file.sha256 == *sha256 {
                found = Some(*file);
                break;
            }
            at = at.saturating_add(member_len(file.size));
        }
        let Some(file) = found else { return Ok(None) };
        self.seek(SeekFrom::Start(at))?;
        let mut block = [0; BLOCK as usize];
        self.opened
            .read_exact(&mut block)
            .map_err(|error| ExchangeError::from_read(error, Part::Envelope))?;
        if block != header(&file.member(), file.size) {
            return Err(ExchangeError::Malformed(Part::Layout));
        }
        Ok(Some(FileReader {
            content: Hashing::new((&mut self.opened).take(file.size)),
            file,
            left: file.size,
        }))
    }

    /// Compares every file with its hash, and everything after them with zeros.
    pub fn verify_files(&mut self, watch: &mut Watch<'_>) -> Result<(), ExchangeError> {
        self.seek(SeekFrom::Start(self.files_at))?;
        let mut archive = ArchiveReader::new(&mut self.opened, watch);
        archive.resume(
            self.files_at,
            self.manifest.files.iter().map(|file| file.size),
        );
        for file in &self.manifest.files {
            compare(
                &mut archive,
                &file.member(),
                file.size,
                file.sha256,
                Part::Files,
            )?;
        }
        archive.finish()
    }

    fn seek(&mut self, to: SeekFrom) -> Result<u64, ExchangeError> {
        self.opened
            .seek(to)
            .map_err(|error| ExchangeError::from_read(error, Part::Envelope))
    }
}

/// Gives the records of a package one at a time. [`open`] has compared all of them with their hash; it is
/// done again, because the file may be changed while it is open, by somebody who knows the passphrase.
pub struct RecordReader<'a, R> {
    lines: BufReader<Hashing<io::Take<&'a mut Opened<R>>>>,
    left: u64,
    hash: ContentHash,
    ended: bool,
}

impl<R> fmt::Debug for RecordReader<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordReader({} left)", self.left)
    }
}

impl<R: Read + Seek> RecordReader<'_, R> {
    fn record(&mut self) -> Result<ReviewRecord, ExchangeError> {
        let malformed = ExchangeError::Malformed(Part::Records);
        let mut line = Zeroizing::new(Vec::new());
        (&mut self.lines)
            .take(MAX_LINE + 1)
            .read_until(b'\n', &mut line)
            .map_err(|error| ExchangeError::from_read(error, Part::Envelope))?;
        if line.pop() != Some(b'\n') {
            return Err(malformed);
        }
        // One reader for what others wrote: its bounds hold while it reads.
        let read = records::read_json(&line).ok();
        let record = read.and_then(|value| serde_json::from_value::<ReviewRecord>(value).ok());
        let is_bounded = |one: &ReviewRecord| records::check_form(&one.record).is_ok();
        record.filter(is_bounded).ok_or(malformed)
    }

    fn end(&mut self) -> Result<(), ExchangeError> {
        let rest = self
            .lines
            .fill_buf()
            .map_err(|error| ExchangeError::from_read(error, Part::Envelope))?;
        if !rest.is_empty() {
            return Err(ExchangeError::Malformed(Part::Records));
        }
        if self.lines.get_ref().hash() != self.hash {
            return Err(ExchangeError::Altered(Part::Records));
        }
        Ok(())
    }
}

impl<R: Read + Seek> Iterator for RecordReader<'_, R> {
    type Item = Result<ReviewRecord, ExchangeError>;

    /// After an error there is nothing more to be had.
    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = if self.left == 0 {
            self.end().err().map(Err)
        } else {
            self.left -= 1;
            Some(self.record())
        };
        self.ended = !matches!(next, Some(Ok(_)));
        next
    }
}

/// The content of a file in a package. The last read fails with [`io::ErrorKind::InvalidData`] unless
/// all of it has the hash that the exporter signed.
pub struct FileReader<'a, R> {
    content: Hashing<io::Take<&'a mut Opened<R>>>,
    file: FileItem,
    left: u64,
}

impl<R> FileReader<'_, R> {
    /// Name and length of the content.
    pub fn item(&self) -> FileItem {
        self.file
    }
}

impl<R> fmt::Debug for FileReader<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileReader({})", self.file.sha256)
    }
}

impl<R: Read> Read for FileReader<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        let read = self.content.read(out)?;
        self.left = self.left.saturating_sub(read as u64);
        if read == 0 && self.left > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        // Checked with the last piece and not after it: a reader that knows the length may not come back.
        if self.left == 0 && self.content.hash() != self.file.sha256 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}
