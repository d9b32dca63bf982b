//! The content of attachments: streamed into sealed files and out of them.

use std::collections::HashSet;
use std::io::{Read, Seek, SeekFrom, Write};

use crate::record::save::NewRevision;
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::ContentHash;
use fieldnotes_domain::ids::FileId;
use fieldnotes_format::exchange::{FileItem, Hashing, HashingRead};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::vault::VaultError;
use fieldnotes_format::vault::begun::Begun;
use fieldnotes_format::vault::fault::{FileFault, SystemFault};
use fieldnotes_format::vault::folder::Folder;
use fieldnotes_format::vault::sealed_file::{self, SealedFile, SealedFileReader, SealedFileWriter};
use fieldnotes_store::store::StoreError;
use fieldnotes_store::store::rows::JsonRow;
use fieldnotes_store::store::rows::blob::BlobRow;

const PIECE: usize = 64 << 10;

/// Reads the content of an attachment from any position.
pub(crate) struct ContentReader(SealedFileReader);

impl Read for ContentReader {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.0.read(out)
    }
}

impl Seek for ContentReader {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

impl Session {
    /// Seals content and saves the record that names it. The file is durable before the revision that names it;
    /// where that is not reached, the file is removed, at the latest on the next unlock.
    ///
    /// `name_it` is given the SHA-256 and the size, and makes the revision.
    pub(crate) fn attach(
        &mut self,
        content: &mut dyn Read,
        total: u64,
        watch: &mut Watch<'_>,
        name_it: impl FnOnce(ContentHash, u64) -> NewRevision,
    ) -> Result<EntryHash, SessionError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly.into());
        }
        let sealed = seal(
            &self.begun(),
            self.storage.store.state().counter,
            &mut Hashing::new(content),
            total,
            &*self.storage.environment.random,
            watch,
        );
        if sealed.is_err() {
            self.sweep_unfinished();
        }
        let sealed = sealed?;
        let known = self.blobs.holds(&sealed.sha256);
        let revision = name_it(sealed.sha256, sealed.size);
        let blob = row_of(&sealed);
        let mut row = None;
        let saved = self.save_with(vec![revision], None, |transaction| {
            if !known {
                row = Some(blob.insert(transaction)?);
            }
            Ok(())
        });
        if known || saved.is_err() {
            sealed_file::discard(&self.storage.folder, sealed.file);
        }
        let names = saved?;
        if let Some(row) = row {
            self.blobs.apply(row, blob);
        }
        self.sweep_unfinished();
        names.first().copied().ok_or(SessionError::NoSuchRevision)
    }

    /// Content by its hash.
    pub(crate) fn content(&self, sha256: &ContentHash) -> Result<ContentReader, SessionError> {
        let (_, blob) = self.blobs.get(sha256).ok_or(SessionError::ContentNotHeld)?;
        let sealed = SealedFile::from_parts(blob.file, &blob.key, blob.size, blob.sha256);
        Ok(ContentReader(SealedFileReader::open(
            &self.storage.folder,
            &sealed,
        )?))
    }

    /// How large content is, where it is held.
    pub(crate) fn content_size(&self, sha256: &ContentHash) -> Option<u64> {
        self.blobs.get(sha256).map(|(_, blob)| blob.size)
    }

    /// Of these contents those that can be read to the end.
    pub(crate) fn only_whole(
        &self,
        contents: Vec<FileItem>,
    ) -> Result<Vec<FileItem>, SessionError> {
        let mut whole = Vec::with_capacity(contents.len());
        for content in contents {
            let Some((_, blob)) = self.blobs.get(&content.sha256) else {
                continue;
            };
            if is_whole(&self.storage.folder, blob, &mut Watch::silent())? {
                whole.push(content);
            }
        }
        Ok(whole)
    }

    /// Notes files that are unfinished work.
    pub(crate) fn begun(&self) -> Begun {
        let random = self.storage.environment.random.clone();
        Begun::of(&self.storage.folder, self.storage.store.keyring(), random)
    }

    /// Removes what a crash left behind: of the files that were noted as begun those that no row names. Called where the rows are
    /// known to be whole. What cannot be removed now stays noted.
    pub(crate) fn sweep_unfinished(&self) {
        let begun = self.begun();
        let named: HashSet<FileId> = self.blobs.files();
        for file in begun.noted(self.storage.store.state().counter) {
            if !named.contains(&file) {
                sealed_file::discard(&self.storage.folder, file);
            }
        }
        let is_left = |file: &FileId| {
            !named.contains(file) && self.storage.folder.exists(&self.storage.folder.file(*file))
        };
        if !begun
            .noted(self.storage.store.state().counter)
            .iter()
            .any(is_left)
        {
            let _ = begun.forget();
        }
        for name in [
            self.storage.folder.header(),
            self.storage.folder.header_copy(),
            self.storage.folder.header_next(),
            self.storage.folder.pages(),
            self.storage.folder.database(),
        ] {
            let _ = self.storage.folder.remove_if_there(&name.unfinished());
        }
    }

    /// Sealed files that no row names and that are no unfinished work: they may belong to a newer state of the vault.
    pub(crate) fn unnamed_files(&self) -> std::io::Result<u64> {
        let mut named: HashSet<FileId> = self.blobs.files();
        named.extend(self.begun().noted(self.storage.store.state().counter));
        let files = self.storage.folder.sealed_files()?;
        Ok(files.iter().filter(|file| !named.contains(file)).count() as u64)
    }
}

/// Streams content into a new sealed file.
pub(crate) fn seal(
    begun: &Begun,
    counter: u64,
    content: &mut dyn HashingRead,
    total: u64,
    random: &dyn fieldnotes_format::random::Random,
    watch: &mut Watch<'_>,
) -> Result<SealedFile, SessionError> {
    let mut writer = SealedFileWriter::create(begun, counter, random)?;
    let mut piece = zeroize::Zeroizing::new(vec![0; PIECE]);
    let mut done = 0;
    loop {
        let count = content.read(&mut piece)?;
        if count == 0 {
            break;
        }
        writer.write_all(piece.get(..count).unwrap_or_default())?;
        done += count as u64;
        watch.step(done, total.max(done))?;
    }
    Ok(writer.finish(content.hash())?)
}

/// The row that keeps a sealed file's key.
pub(crate) fn row_of(sealed: &SealedFile) -> BlobRow {
    BlobRow {
        sha256: sealed.sha256,
        size: sealed.size,
        file: sealed.file,
        key: *sealed.key_bytes(),
    }
}

/// Whether a failure is this file's alone: it is a bad place of the disk, or something else lies under its name. Anything else
/// is the machine's trouble, and says nothing of the file.
fn is_of_the_file(error: &std::io::Error) -> bool {
    FileFault::of(error).is_some_and(FileFault::is_foreign)
        || matches!(
            SystemFault::of(error),
            SystemFault::Disk | SystemFault::Missing
        )
        || error.kind() == std::io::ErrorKind::UnexpectedEof
}

/// Reads a whole file, padding included, and says whether it is as it was.
pub(crate) fn is_whole(
    folder: &Folder,
    blob: &BlobRow,
    watch: &mut Watch<'_>,
) -> Result<bool, SessionError> {
    let sealed = SealedFile::from_parts(blob.file, &blob.key, blob.size, blob.sha256);
    let mut reader = match SealedFileReader::open(folder, &sealed) {
        Ok(reader) => reader,
        Err(VaultError::Io(error)) if !is_of_the_file(&error) => return Err(error.into()),
        Err(_) => return Ok(false),
    };
    let mut hasher = fieldnotes_format::vault::log::FileHasher::default();
    let mut piece = vec![0; PIECE];
    let mut done = 0;
    loop {
        match reader.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => {
                hasher.update(piece.get(..count).unwrap_or_default());
                done += count as u64;
                watch.step(done, blob.size)?;
            }
            Err(_) => return Ok(false),
        }
    }
    Ok(hasher.finish() == blob.sha256 && reader.check_padding().is_ok())
}
