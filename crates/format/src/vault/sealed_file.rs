//! Large content in files of its own: docs/FORMAT.md section 5.
//!
//! Memory stays at a few dozen chunks whatever the size. Any range opens by itself.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use rayon::prelude::*;
use zeroize::Zeroizing;

use super::VaultError;
use super::begun::Begun;
use super::early_sync::SyncedFile;
use super::folder::{FileName, Folder};
use super::keyring::SUITE;
use crate::crypto::aead::TAG;
use crate::crypto::key::Key;
use crate::crypto::pad::padded_len;
use crate::crypto::random::{Random, make_array, make_id};
use crate::crypto::stream::{CHUNK, PREFIX, Stream};
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::FileId;

const MAGIC: &[u8; 8] = b"FNSEAL\0\0";
const FORMAT: u16 = 1;
const HEADER: usize = 47;
/// Chunks that are sealed, or opened ahead, at a time: a millisecond's work of one core.
const SHEAF: usize = 16;
/// Sheaves that may wait to be sealed.
const WAITING: usize = 2;

/// What must be kept, sealed, to open a file again.
#[derive(Debug, Clone)]
pub struct SealedFile {
    /// Its id, and its name in the folder.
    pub file: FileId,
    key: Key,
    /// Bytes of content.
    pub size: u64,
    /// SHA-256 of the content.
    pub sha256: ContentHash,
}

impl SealedFile {
    /// A file as a row names it.
    pub fn from_parts(file: FileId, key: &[u8; 32], size: u64, sha256: ContentHash) -> Self {
        Self {
            file,
            key: Key::from_bytes(key),
            size,
            sha256,
        }
    }

    /// The key, to be sealed into a row.
    pub fn key_bytes(&self) -> Zeroizing<[u8; 32]> {
        self.key.to_bytes()
    }
}

/// Seals what is written to it. Dropped before [`SealedFileWriter::finish`], it leaves nothing behind.
///
/// Sealing and writing go on behind the one who writes: what was handed over is sealed on all cores and put into the
/// file by a thread of its own. A fault of the disk is therefore returned by a later call, at the latest by `finish`.
pub struct SealedFileWriter {
    to: Option<SyncSender<Sheaf>>,
    back: Receiver<Sheaf>,
    sealing: Option<JoinHandle<io::Result<SyncedFile>>>,
    sheaf: Sheaf,
    folder: Folder,
    name: FileName,
    file: FileId,
    key: Key,
    size: u64,
    finished: bool,
}

/// Some chunks, each in memory of its own. All are full but the last of the last sheaf.
#[derive(Default)]
struct Sheaf {
    chunks: Vec<Zeroizing<Vec<u8>>>,
    used: usize,
    is_last: bool,
}

impl Sheaf {
    /// The chunk that has space left; none if all are full.
    fn with_space(&mut self) -> Option<&mut Zeroizing<Vec<u8>>> {
        let is_full = |chunk: &Zeroizing<Vec<u8>>| chunk.len() == CHUNK;
        if self.used == 0 || self.chunks.get(self.used - 1).is_none_or(is_full) {
            if self.used == SHEAF {
                return None;
            }
            if self.used == self.chunks.len() {
                let chunk = Vec::with_capacity(CHUNK + TAG);
                self.chunks.push(Zeroizing::new(chunk));
            }
            self.used += 1;
        }
        self.chunks.get_mut(self.used - 1)
    }

    fn clear(&mut self) {
        self.chunks.iter_mut().for_each(|chunk| chunk.clear());
        self.used = 0;
    }
}

impl SealedFileWriter {
    /// `counter` is the count of transactions so far: under it the file is noted as begun.
    pub fn create(begun: &Begun, counter: u64, random: &dyn Random) -> Result<Self, VaultError> {
        let (file, key) = (make_id(random), Key::make(random));
        begun.note(&[file], counter)?;
        let folder = begun.folder();
        let name = folder.file(file);
        let mut header = Vec::with_capacity(HEADER);
        header.extend_from_slice(MAGIC);
        header.extend_from_slice(&FORMAT.to_be_bytes());
        header.extend_from_slice(&[SUITE, 0]);
        header.extend_from_slice(file.as_bytes());
        let prefix = make_array::<PREFIX>(random);
        header.extend_from_slice(&prefix);
        let mut out = SyncedFile::new(folder.create_file(&name.unfinished())?);
        let (to, sheaves) = sync_channel::<Sheaf>(WAITING);
        let (give_back, back) = sync_channel(WAITING + 2);
        // From here on it is the writer that cleans up, also if there is no space even for the header.
        let mut writer = Self {
            to: Some(to),
            back,
            sealing: None,
            sheaf: Sheaf::default(),
            size: 0,
            finished: false,
            folder: folder.clone(),
            name,
            file,
            key,
        };
        out.write_all(&header)?;
        let stream = Stream::new(&writer.key, &prefix, header);
        let sealing = thread::Builder::new().spawn(move || {
            seal_sheaves(&stream, &mut out, &sheaves, &give_back)?;
            Ok(out)
        })?;
        writer.sealing = Some(sealing);
        Ok(writer)
    }

    /// Adds padding, makes the file durable and gives it its name. `sha256` is that of the content.
    pub fn finish(mut self, sha256: ContentHash) -> Result<SealedFile, VaultError> {
        let mut padding = padded_len(self.size) - self.size;
        while padding > 0 {
            let step = padding.min(CHUNK as u64) as usize;
            self.push([0; CHUNK].get(..step).unwrap_or_default())?;
            padding -= step as u64;
        }
        self.sheaf.is_last = true;
        self.hand_over()?;
        self.end_sealing()?.sync()?;
        self.folder.rename(&self.name.unfinished(), &self.name)?;
        self.folder.sync(&self.name)?;
        self.finished = true;
        Ok(SealedFile {
            file: self.file,
            key: self.key.clone(),
            size: self.size,
            sha256,
        })
    }

    fn push(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let Some(chunk) = self.sheaf.with_space() else {
                // Handed over only once more follows, because the last chunk is marked.
                self.hand_over()?;
                continue;
            };
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - chunk.len()));
            chunk.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    fn hand_over(&mut self) -> io::Result<()> {
        let next = self.back.try_recv().unwrap_or_default();
        let sheaf = std::mem::replace(&mut self.sheaf, next);
        let is_taken = self.to.as_ref().is_some_and(|to| to.send(sheaf).is_ok());
        if is_taken {
            return Ok(());
        }
        // It has stopped, and says why.
        self.end_sealing().map(|_| ())?;
        Err(io::ErrorKind::BrokenPipe.into())
    }

    /// Waits until all that was handed over is in the file.
    fn end_sealing(&mut self) -> io::Result<SyncedFile> {
        self.to = None;
        match self.sealing.take().map(JoinHandle::join) {
            Some(Ok(outcome)) => outcome,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

/// Seals and writes what comes, until no more does.
fn seal_sheaves(
    stream: &Stream,
    out: &mut SyncedFile,
    sheaves: &Receiver<Sheaf>,
    give_back: &SyncSender<Sheaf>,
) -> io::Result<()> {
    let mut position = 0_u32;
    for mut sheaf in sheaves {
        let used = sheaf.used;
        let end = u32::try_from(used)
            .ok()
            .and_then(|used| position.checked_add(used))
            .ok_or(io::ErrorKind::FileTooLarge)?;
        let chunks = sheaf.chunks.get_mut(..used).unwrap_or_default();
        chunks
            .par_iter_mut()
            .zip(position..end)
            .for_each(|(chunk, at)| stream.seal(at, sheaf.is_last && at + 1 == end, chunk));
        for chunk in chunks {
            out.write_all(chunk)?;
        }
        position = end;
        sheaf.clear();
        // Whoever wrote may have gone; then the memory is let go here.
        let _ = give_back.try_send(sheaf);
    }
    Ok(())
}

impl Write for SealedFileWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes)?;
        self.size += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for SealedFileWriter {
    fn drop(&mut self) {
        if !self.finished {
            // Nobody writes to it any more when it is removed.
            let _ = self.end_sealing();
            discard_name(&self.folder, &self.name.unfinished());
        }
    }
}

/// Removes a file that nothing names, whole or not, and the folder that was made for it. It was noted as begun before, so that
/// the next unlock mends a failure.
pub fn discard(folder: &Folder, file: FileId) {
    let name = folder.file(file);
    let _ = folder.remove_if_there(&name.unfinished());
    discard_name(folder, &name);
}

fn discard_name(folder: &Folder, name: &FileName) {
    let _ = folder.remove_if_there(name);
    folder.leave_no_empty_folder(name);
}

/// Reads a sealed file from any position.
pub struct SealedFileReader {
    inner: File,
    stream: Stream,
    size: u64,
    padded: u64,
    at: u64,
    /// Chunks that are open, one behind the other.
    chunks: Vec<Zeroizing<Vec<u8>>>,
    loaded: Range<u32>,
}

impl SealedFileReader {
    /// Opens a file and checks its form. Content is authenticated chunk by chunk, as it is read.
    pub fn open(folder: &Folder, sealed: &SealedFile) -> Result<Self, VaultError> {
        let mut inner = folder
            .open_file(&folder.file(sealed.file))
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => VaultError::FileDamaged,
                _ => VaultError::Io(error),
            })?;
        let mut header = [0; HEADER];
        inner
            .read_exact(&mut header)
            .map_err(|_| VaultError::FileDamaged)?;
        let (magic, rest) = header.split_at(MAGIC.len());
        let format = rest.first_chunk::<2>().map(|b| u16::from_be_bytes(*b));
        if magic != MAGIC || header.get(12..28) != Some(&sealed.file.as_bytes()[..]) {
            return Err(VaultError::FileDamaged);
        }
        if format != Some(FORMAT) || rest.get(2) != Some(&SUITE) {
            return Err(VaultError::FileDamaged);
        }
        let padded = padded_len(sealed.size);
        let whole = HEADER as u64 + padded + padded.div_ceil(CHUNK as u64) * TAG as u64;
        if inner.metadata()?.len() != whole {
            return Err(VaultError::FileDamaged);
        }
        let prefix = header
            .last_chunk::<PREFIX>()
            .ok_or(VaultError::FileDamaged)?;
        Ok(Self {
            stream: Stream::new(&sealed.key, prefix, header.to_vec()),
            inner,
            size: sealed.size,
            padded,
            at: 0,
            chunks: Vec::new(),
            loaded: 0..0,
        })
    }

    /// Opens the chunk at this position; where it follows those that are open, several at a time, on all cores.
    fn load(&mut self, position: u32) -> Result<(), VaultError> {
        if self.loaded.contains(&position) {
            return Ok(());
        }
        let is_next = position == self.loaded.end && position > 0;
        self.loaded = 0..0;
        let all = u32::try_from(self.padded.div_ceil(CHUNK as u64))
            .map_err(|_| VaultError::FileDamaged)?;
        let ahead = if is_next { SHEAF as u32 } else { 1 };
        let end = all.min(position.saturating_add(ahead));
        let offset = HEADER as u64 + u64::from(position) * (CHUNK + TAG) as u64;
        self.inner.seek(SeekFrom::Start(offset))?;
        let count = end.saturating_sub(position) as usize;
        self.chunks
            .resize_with(count, || Zeroizing::new(Vec::with_capacity(CHUNK + TAG)));
        for (chunk, at) in self.chunks.iter_mut().zip(position..end) {
            let begin = u64::from(at) * CHUNK as u64;
            let length = (self.padded - begin).min(CHUNK as u64) as usize + TAG;
            chunk.resize(length, 0);
            self.inner.read_exact(chunk)?;
        }
        let stream = &self.stream;
        let open = |(chunk, at): (&mut Zeroizing<Vec<u8>>, u32)| {
            let opened = stream.open(at, at + 1 == all, chunk);
            opened.map_err(|_| VaultError::FileDamaged)
        };
        match &mut self.chunks[..] {
            [one] => open((one, position))?,
            several => several
                .par_iter_mut()
                .zip(position..end)
                .try_for_each(open)?,
        }
        self.loaded = position..end;
        Ok(())
    }

    /// Opens every chunk, padding included.
    pub fn check_padding(&mut self) -> Result<(), VaultError> {
        let from = self.size / CHUNK as u64;
        for position in from..self.padded.div_ceil(CHUNK as u64) {
            self.load(u32::try_from(position).map_err(|_| VaultError::FileDamaged)?)?;
        }
        Ok(())
    }
}

impl Read for SealedFileReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || out.is_empty() {
            return Ok(0);
        }
        let position =
            u32::try_from(self.at / CHUNK as u64).map_err(|_| io::ErrorKind::FileTooLarge)?;
        self.load(position).map_err(|error| match error {
            VaultError::Io(error) => error,
            other => io::Error::other(other),
        })?;
        let from = (self.at % CHUNK as u64) as usize;
        let left = (self.size - self.at).min(out.len() as u64) as usize;
        let chunk = position.saturating_sub(self.loaded.start) as usize;
        let chunk = self.chunks.get(chunk).map_or(&[][..], |chunk| chunk);
        let there = chunk.get(from..).unwrap_or_default();
        let count = left.min(there.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), there.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for SealedFileReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
        };
        self.at = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::crypto::hash::sha256;
    use crate::crypto::random::OsRandom;

    fn sealed(content: &[u8]) -> (tempfile::TempDir, Folder, SealedFile) {
        let dir = tempfile::tempdir().expect("temp dir");
        let folder = Folder::open(dir.path()).expect("a folder");
        let mut writer =
            SealedFileWriter::create(&Begun::for_tests(&folder), 1, &OsRandom).expect("writable");
        content
            .chunks(10_007)
            .for_each(|part| writer.write_all(part).expect("written"));
        let file = writer
            .finish(ContentHash(sha256(content)))
            .expect("finished");
        (dir, folder, file)
    }

    #[test]
    fn content_of_every_awkward_length_comes_back() {
        for length in [
            0,
            1,
            255,
            256,
            257,
            CHUNK - 1,
            CHUNK,
            CHUNK + 1,
            3 * CHUNK,
            200_001,
            SHEAF * CHUNK - 1,
            SHEAF * CHUNK,
            SHEAF * CHUNK + 1,
            (2 * SHEAF + 1) * CHUNK + 5,
        ] {
            let content: Vec<u8> = (0..length).map(|i| (i * 7 % 251) as u8).collect();
            let (_dir, folder, file) = sealed(&content);
            assert_eq!(
                (file.size, file.sha256),
                (length as u64, ContentHash(sha256(&content)))
            );
            let mut reader = SealedFileReader::open(&folder, &file).expect("opens");
            let mut out = Vec::new();
            reader.read_to_end(&mut out).expect("reads");
            assert!(out == content, "{length}");
            reader.check_padding().expect("padding opens");
        }
    }

    #[test]
    fn a_writer_that_is_dropped_leaves_nothing() {
        let (_dir, folder, file) = sealed(b"kept");
        let begun = Begun::for_tests(&folder);
        drop(SealedFileWriter::create(&begun, 1, &OsRandom).expect("writable"));
        assert_eq!(folder.sealed_files().expect("listed"), [file.file]);
        assert_eq!(folder.strangers().expect("listed").count, 0);
        assert_eq!(begun.noted(1).len(), 2);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn any_range_opens_by_itself(from in 0_u64..210_000, length in 0_usize..70_000) {
            let content: Vec<u8> = (0..200_001_u32).map(|i| (i % 251) as u8).collect();
            let (_dir, folder, file) = sealed(&content);
            let mut reader = SealedFileReader::open(&folder, &file).expect("opens");
            reader.seek(SeekFrom::Start(from)).expect("seekable");
            let mut out = Vec::new();
            reader.take(length as u64).read_to_end(&mut out).expect("reads");
            let begin = (from as usize).min(content.len());
            prop_assert!(out == content[begin..(begin + length).min(content.len())]);
        }

        #[test]
        fn any_flipped_bit_and_any_cut_is_noticed(at: prop::sample::Index, bit in 0_u8..8, cut: bool) {
            let (_dir, folder, file) = sealed(&[9; 70_000]);
            let path = folder.path(&folder.file(file.file));
            let mut bytes = std::fs::read(&path).expect("there");
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
            std::fs::write(&path, bytes).expect("written");
            let outcome = SealedFileReader::open(&folder, &file).and_then(|mut reader| {
                io::copy(&mut reader, &mut io::sink())?;
                reader.check_padding()
            });
            prop_assert!(outcome.is_err());
        }
    }
}
