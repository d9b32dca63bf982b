//! The files of the search index, sealed one by one: docs/FORMAT.md section 5.1.
//!
//! They are a cache: whatever is wrong with one, the index is thrown away and made again.

use std::fs::File;
use std::io::{self, Read, Write};
use std::sync::Arc;

use super::folder::{FileName, Folder};
use super::keyring::{Keyring, SUITE};
use crate::crypto::aead::TAG;
use crate::crypto::hash;
use crate::crypto::kdf::derive_subkey;
use crate::crypto::key::Key;
use crate::crypto::random::{Random, make_array};
use crate::crypto::stream::{PREFIX, Stream};
use fieldnotes_domain::ids::VaultId;

/// Bytes of plaintext in every chunk but the last. Small, because a query reads a little here and there.
pub const INDEX_CHUNK: usize = 4 << 10;

const MAGIC: &[u8; 8] = b"FNINDX\0\0";
const FORMAT: u16 = 2;
const SALT: usize = 32;
const HEADER: usize = 12 + SALT;
const DOMAIN: &[u8] = b"fieldnotes/index-file/1";
const HEAD_DOMAIN: &str = "fieldnotes/index head/1";
/// A file that is read whole is never larger.
const MAX_SMALL: u64 = 64 << 20;

/// What seals and names the files of one vault's index.
#[derive(Clone)]
pub struct IndexSeal {
    folder: Folder,
    vault: VaultId,
    key: Key,
    names: Key,
    random: Arc<dyn Random>,
}

impl IndexSeal {
    /// The seal of the vault in `folder`.
    pub fn new(folder: &Folder, keyring: &Keyring, random: Arc<dyn Random>) -> Self {
        Self {
            folder: folder.clone(),
            vault: keyring.vault,
            key: keyring.index.clone(),
            names: keyring.index_names.clone(),
            random,
        }
    }

    /// Where the file that the index calls `name` lies. Without the key the name on disk is random.
    pub fn place(&self, name: &str) -> FileName {
        let mac = hash::mac(&self.names, &[DOMAIN, name.as_bytes()]);
        FileName::index(hex::encode(mac.get(..16).unwrap_or_default()))
    }

    /// Removes the files of the index but those that are named, and makes its folder where it is missing. Only what has the form
    /// of such a file goes: whatever else lies there is somebody else's.
    pub fn keep_only(&self, kept: &[FileName]) -> io::Result<()> {
        self.folder.index_dir(true)?;
        for name in self.folder.index_files()? {
            if !kept.contains(&name) && self.is_of_an_index(&name) {
                self.folder.remove_if_there(&name)?;
            }
        }
        Ok(())
    }

    /// Whether a file begins as those of an index do, or was not written further than that.
    fn is_of_an_index(&self, name: &FileName) -> bool {
        let mut begin = Vec::new();
        let read = self
            .folder
            .open_file(name)
            .and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut begin));
        read.is_ok() && MAGIC.starts_with(&begin)
    }

    /// Makes renames and removals outlive a power cut.
    pub fn sync(&self) -> io::Result<()> {
        self.folder.index_dir(false)?.sync()
    }

    fn stream(&self, name: &str, header: &[u8; HEADER]) -> Stream {
        let salt = header.last_chunk::<SALT>().unwrap_or(&[0; SALT]);
        let length = (name.len() as u32).to_be_bytes();
        let key = derive_subkey(
            self.vault.as_bytes(),
            &self.key,
            &[DOMAIN, &length, name.as_bytes(), salt],
        );
        // The key seals this one stream, so its nonces may begin at nothing.
        Stream::new(&key, &[0; PREFIX], header.to_vec())
    }

    fn header(&self) -> [u8; HEADER] {
        let mut header = [0; HEADER];
        let parts: [&[u8]; 4] = [
            MAGIC,
            &FORMAT.to_be_bytes(),
            &[SUITE, 0],
            &make_array::<SALT>(&*self.random),
        ];
        let mut at = 0;
        for part in parts {
            if let Some(place) = header.get_mut(at..at + part.len()) {
                place.copy_from_slice(part);
            }
            at += part.len();
        }
        header
    }

    /// Begins a file. What was there under this name is replaced.
    pub fn create(&self, name: &str) -> io::Result<IndexFileWriter> {
        let place = self.place(name);
        self.folder.remove_if_there(&place)?;
        let mut out = self.folder.create_file(&place)?;
        let header = self.header();
        out.write_all(&header)?;
        Ok(IndexFileWriter {
            stream: self.stream(name, &header),
            out,
            chunk: Vec::with_capacity(INDEX_CHUNK + TAG),
            position: 0,
        })
    }

    /// Opens a file for reading anywhere.
    pub fn open(&self, name: &str) -> io::Result<IndexFile> {
        let mut inner = self.folder.open_file(&self.place(name))?;
        let mut header = [0; HEADER];
        inner.read_exact(&mut header).map_err(|_| damaged())?;
        let is_known = header.get(..8) == Some(&MAGIC[..])
            && header.get(8..10) == Some(&FORMAT.to_be_bytes()[..])
            && header.get(10..12) == Some(&[SUITE, 0][..]);
        let sealed = inner
            .metadata()?
            .len()
            .checked_sub(HEADER as u64)
            .ok_or_else(damaged)?;
        let chunks = sealed.div_ceil((INDEX_CHUNK + TAG) as u64);
        let size = sealed.checked_sub(chunks * TAG as u64);
        match size {
            Some(size) if is_known && chunks > 0 && chunks <= u64::from(u32::MAX) => {
                Ok(IndexFile {
                    stream: self.stream(name, &header),
                    inner,
                    size,
                    chunks: chunks as u32,
                })
            }
            _ => Err(damaged()),
        }
    }

    /// Reads a whole small file.
    pub fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let file = self.open(name)?;
        if file.size > MAX_SMALL {
            return Err(damaged());
        }
        file.run(0, file.chunks - 1)
    }

    /// Replaces a whole small file: after a crash the old or the new one is there.
    pub fn replace(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let header = self.header();
        let stream = self.stream(name, &header);
        let mut sealed = header.to_vec();
        let count = bytes.len().div_ceil(INDEX_CHUNK).max(1);
        for position in 0..count {
            let from = position * INDEX_CHUNK;
            let to = bytes.len().min(from + INDEX_CHUNK);
            let mut chunk = Vec::with_capacity(INDEX_CHUNK + TAG);
            chunk.extend_from_slice(bytes.get(from..to).unwrap_or_default());
            stream.seal(position as u32, position + 1 == count, &mut chunk);
            sealed.extend_from_slice(&chunk);
        }
        self.folder.replace(&self.place(name), &sealed)
    }

    /// The hash of a whole small file; nothing where it does not open.
    pub fn hash_of(&self, name: &str) -> Option<[u8; 32]> {
        let bytes = self.read(name).ok()?;
        Some(hash::domain_hash(HEAD_DOMAIN, &bytes))
    }

    /// What no earlier index has in common with what is written now.
    pub fn draw_generation(&self) -> [u8; 16] {
        make_array(&*self.random)
    }

    /// Removes a file.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        self.folder.remove(&self.place(name))
    }

    /// Whether there is a file of this name.
    pub fn exists(&self, name: &str) -> bool {
        self.folder.exists(&self.place(name))
    }
}

impl std::fmt::Debug for IndexSeal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IndexSeal(..)")
    }
}

fn damaged() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "a file of the index does not open",
    )
}

/// Seals what is written to it.
pub struct IndexFileWriter {
    out: File,
    stream: Stream,
    chunk: Vec<u8>,
    position: u32,
}

impl IndexFileWriter {
    fn seal_chunk(&mut self, last: bool) -> io::Result<()> {
        self.stream.seal(self.position, last, &mut self.chunk);
        self.out.write_all(&self.chunk)?;
        self.chunk.clear();
        self.position = self
            .position
            .checked_add(1)
            .ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(())
    }

    /// Seals the last chunk and makes the file durable.
    pub fn finish(&mut self) -> io::Result<()> {
        self.seal_chunk(true)?;
        self.out.sync_all()
    }
}

impl Write for IndexFileWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while !rest.is_empty() {
            // A full chunk is sealed only once more follows, because the last one is marked.
            if self.chunk.len() == INDEX_CHUNK {
                self.seal_chunk(false)?;
            }
            let (now, later) = rest.split_at(rest.len().min(INDEX_CHUNK - self.chunk.len()));
            self.chunk.extend_from_slice(now);
            rest = later;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads there, whoever else reads elsewhere meanwhile.
#[cfg(unix)]
fn read_at(file: &File, out: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, out, at)
}

#[cfg(windows)]
fn read_at(file: &File, mut out: &mut [u8], mut at: u64) -> io::Result<()> {
    while !out.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, out, at)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        out = out.get_mut(read..).unwrap_or_default();
        at += read as u64;
    }
    Ok(())
}

/// An open file of the index.
pub struct IndexFile {
    inner: File,
    stream: Stream,
    size: u64,
    chunks: u32,
}

impl IndexFile {
    /// Bytes of plaintext.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// How many chunks it has; at least one.
    pub fn chunks(&self) -> u32 {
        self.chunks
    }

    /// Opens one chunk.
    ///
    /// # Errors
    /// `InvalidData` where it does not open.
    pub fn chunk(&self, position: u32) -> io::Result<Vec<u8>> {
        let mut chunk = self.sealed(position, position)?;
        self.open(position, &mut chunk)?;
        Ok(chunk)
    }

    /// Opens the chunks from `first` to `last` and returns what is in them, one after the other. Quicker than each by
    /// itself where there are many.
    ///
    /// # Errors
    /// As [`Self::chunk`].
    pub fn run(&self, first: u32, last: u32) -> io::Result<Vec<u8>> {
        let sealed = self.sealed(first, last)?;
        let mut run = Vec::with_capacity(sealed.len());
        let mut chunk = Vec::with_capacity(INDEX_CHUNK + TAG);
        for (position, sealed) in (first..=last).zip(sealed.chunks(INDEX_CHUNK + TAG)) {
            chunk.clear();
            chunk.extend_from_slice(sealed);
            self.open(position, &mut chunk)?;
            run.extend_from_slice(&chunk);
        }
        Ok(run)
    }

    /// Reads the chunks from `first` to `last` as they lie in the file.
    fn sealed(&self, first: u32, last: u32) -> io::Result<Vec<u8>> {
        let plain = |chunk: u64| (chunk * INDEX_CHUNK as u64).min(self.size);
        let (begin, end) = (u64::from(first), u64::from(last) + 1);
        if first > last || last >= self.chunks {
            return Err(damaged());
        }
        let tags = (end - begin) as usize * TAG;
        let mut sealed = vec![0; (plain(end) - plain(begin)) as usize + tags];
        let at = HEADER as u64 + begin * (INDEX_CHUNK + TAG) as u64;
        read_at(&self.inner, &mut sealed, at).map_err(|_| damaged())?;
        Ok(sealed)
    }

    fn open(&self, position: u32, chunk: &mut Vec<u8>) -> io::Result<()> {
        let is_last = position + 1 == self.chunks;
        let opened = self.stream.open(position, is_last, chunk);
        opened.map_err(|_| damaged())
    }
}

impl std::fmt::Debug for IndexFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IndexFile(..)")
    }
}

#[cfg(any(test, feature = "testing"))]
impl IndexSeal {
    /// A seal of no vault, for a folder of a test.
    ///
    /// # Panics
    /// Where the folder cannot be written.
    pub fn for_tests(path: &std::path::Path) -> Self {
        let folder = Folder::open(path).expect("a folder");
        folder.index_dir(true).expect("creatable");
        let vault = VaultId::from_bytes([4; 16]);
        let keyring = Keyring::derive(vault, 1, Key::from_bytes(&[1; 32]));
        Self::new(&folder, &keyring, Arc::new(crate::random::OsRandom))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn path(seal: &IndexSeal, name: &str) -> std::path::PathBuf {
        seal.folder.path(&seal.place(name))
    }

    fn seal() -> (tempfile::TempDir, IndexSeal) {
        let dir = tempfile::tempdir().expect("temp dir");
        let seal = IndexSeal::for_tests(dir.path());
        (dir, seal)
    }

    fn content(length: usize) -> Vec<u8> {
        (0..length).map(|i| (i * 7 % 251) as u8).collect()
    }

    #[test]
    fn content_of_every_awkward_length_comes_back() {
        let (_dir, seal) = seal();
        for length in [
            0,
            1,
            INDEX_CHUNK - 1,
            INDEX_CHUNK,
            INDEX_CHUNK + 1,
            3 * INDEX_CHUNK,
        ] {
            let mut writer = seal.create("a.idx").expect("creatable");
            writer.write_all(&content(length)).expect("written");
            writer.finish().expect("finished");
            assert_eq!(seal.open("a.idx").expect("opens").size(), length as u64);
            assert_eq!(seal.read("a.idx").expect("reads"), content(length));
            let file = seal.open("a.idx").expect("opens");
            let last = file.chunks() - 1;
            assert_eq!(file.run(0, last).expect("opens"), content(length));
            assert_eq!(
                file.run(last, last).expect("opens"),
                file.chunk(last).expect("opens")
            );
            assert!(file.run(0, last + 1).is_err());
            seal.replace("meta", &content(length)).expect("replaced");
            assert_eq!(seal.read("meta").expect("reads"), content(length));
        }
    }

    #[test]
    fn a_file_does_not_open_under_another_name() {
        let (_dir, seal) = seal();
        seal.replace("one", b"text").expect("written");
        std::fs::rename(path(&seal, "one"), path(&seal, "two")).expect("renamed");
        assert!(seal.read("two").is_err());
        assert!(!path(&seal, "two").to_string_lossy().contains("two"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_flipped_bit_and_any_cut_is_noticed(at: prop::sample::Index, bit in 0_u8..8, cut: bool) {
            let (_dir, seal) = seal();
            seal.replace("file", &content(40_000)).expect("written");
            let mut bytes = std::fs::read(path(&seal, "file")).expect("there");
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
            std::fs::write(path(&seal, "file"), bytes).expect("written");
            prop_assert!(seal.read("file").is_err());
        }
    }
}
