//! Writing the archive.

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use super::super::hashing::Hashing;
use super::super::{ExchangeError, FileItem, Part};
use super::{BLOCK, PIECE, header, members_len, whole_len};
use crate::progress::Watch;

/// Writes members one after another and the zeros after them.
pub(in super::super) struct ArchiveWriter<'w, 'l, W> {
    out: W,
    written: u64,
    whole: u64,
    watch: &'w mut Watch<'l>,
}

impl<'w, 'l, W: Write> ArchiveWriter<'w, 'l, W> {
    /// `sizes` are those of all members, so that progress can be reported.
    pub(in super::super) fn new(
        out: W,
        sizes: impl Iterator<Item = u64>,
        watch: &'w mut Watch<'l>,
    ) -> Self {
        Self {
            out,
            written: 0,
            whole: whole_len(members_len(sizes)),
            watch,
        }
    }

    /// A member that is held in memory.
    pub(in super::super) fn member(
        &mut self,
        name: &str,
        content: &[u8],
    ) -> Result<(), ExchangeError> {
        self.begin(name, content.len() as u64)?;
        self.write(content)?;
        self.end(content.len() as u64)
    }

    /// The content of an attachment, which its owner says is the one that the manifest names. Its length is checked.
    pub(in super::super) fn vouched(
        &mut self,
        file: &FileItem,
        mut content: impl Read,
    ) -> Result<(), ExchangeError> {
        self.stream(&file.member(), file.size, &mut content)
    }

    /// The content of an attachment. It must be the one that the manifest names.
    pub(in super::super) fn file(
        &mut self,
        file: &FileItem,
        content: impl Read,
    ) -> Result<(), ExchangeError> {
        let mut hashing = Hashing::new(content);
        self.stream(&file.member(), file.size, &mut hashing)?;
        if hashing.finish().0 != file.sha256 {
            return Err(ExchangeError::SourceMismatch(Part::Files));
        }
        Ok(())
    }

    /// A member that is streamed. `content` must be exactly as long as was said.
    fn stream(
        &mut self,
        name: &str,
        size: u64,
        content: &mut dyn Read,
    ) -> Result<(), ExchangeError> {
        self.begin(name, size)?;
        let mut piece = Zeroizing::new(vec![0; PIECE]);
        let mut left = size;
        loop {
            let read = match content.read(&mut piece) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(ExchangeError::Owner(Box::new(error))),
            };
            let bytes = piece.get(..read).unwrap_or_default();
            left = match left.checked_sub(read as u64) {
                Some(0) if read == 0 => break,
                Some(left) if read > 0 => left,
                _ => return Err(ExchangeError::SourceMismatch(Part::Files)),
            };
            self.write(bytes)?;
        }
        self.end(size)
    }

    /// The header of a member whose content follows by [`Self::write`].
    pub(in super::super) fn begin(&mut self, name: &str, size: u64) -> Result<(), ExchangeError> {
        self.write(&header(name, size))
    }

    /// Some of a member's content.
    pub(in super::super) fn write(&mut self, bytes: &[u8]) -> Result<(), ExchangeError> {
        self.out.write_all(bytes)?;
        self.written = self.written.saturating_add(bytes.len() as u64);
        self.watch.step(self.written, self.whole)?;
        Ok(())
    }

    /// The zeros that fill the last block of a member's content.
    pub(in super::super) fn end(&mut self, size: u64) -> Result<(), ExchangeError> {
        self.zeros(size.next_multiple_of(BLOCK) - size)
    }

    /// The zeros up to the length that hides how much there is.
    pub(in super::super) fn finish(mut self) -> Result<W, ExchangeError> {
        self.zeros(self.whole.saturating_sub(self.written))?;
        Ok(self.out)
    }

    fn zeros(&mut self, mut count: u64) -> Result<(), ExchangeError> {
        const ZEROS: [u8; 4_096] = [0; 4_096];
        while count > 0 {
            let now = count.min(ZEROS.len() as u64);
            self.write(ZEROS.get(..now as usize).unwrap_or_default())?;
            count -= now;
        }
        Ok(())
    }
}
