//! Reading the archive.

use std::io::{self, Read};

use super::super::{ExchangeError, Part};
use super::{BLOCK, PIECE, header, members_len, whole_len};
use crate::progress::Watch;

/// Reads the members that it is asked to expect and refuses any other.
pub(in super::super) struct ArchiveReader<'w, 'l, R> {
    input: R,
    read: u64,
    whole: u64,
    watch: &'w mut Watch<'l>,
}

impl<'w, 'l, R: Read> ArchiveReader<'w, 'l, R> {
    /// `input` is the content of an opened envelope.
    pub(in super::super) fn new(input: R, watch: &'w mut Watch<'l>) -> Self {
        Self {
            input,
            read: 0,
            whole: 0,
            watch,
        }
    }

    /// The first member, whose length is not known yet.
    pub(in super::super) fn first(
        &mut self,
        name: &str,
        limit: u64,
        part: Part,
    ) -> Result<Vec<u8>, ExchangeError> {
        let block = match self.block(Part::Layout) {
            // Too short for anything of ours.
            Err(ExchangeError::Malformed(_)) => return Err(ExchangeError::WrongContent),
            other => other?,
        };
        let size = tar::Header::from_byte_slice(&block).entry_size();
        let size = size.map_err(|_| ExchangeError::WrongContent)?;
        if block != header(name, size) {
            return Err(ExchangeError::WrongContent);
        }
        if size > limit {
            return Err(ExchangeError::TooLarge(part));
        }
        self.content(size, part)?.read_all()
    }

    /// All sizes are known now, the first member's among them: progress can be reported.
    pub(in super::super) fn expect(&mut self, sizes: impl Iterator<Item = u64>) {
        self.whole = whole_len(members_len(sizes));
    }

    /// Goes on in the middle of an archive, at the header of the first member of these sizes.
    pub(in super::super) fn resume(&mut self, at: u64, sizes: impl Iterator<Item = u64>) {
        self.read = at;
        self.whole = whole_len(at.saturating_add(members_len(sizes)));
    }

    /// The next member, which must have this name and size.
    pub(in super::super) fn member(
        &mut self,
        name: &str,
        size: u64,
        part: Part,
    ) -> Result<Member<'_, 'w, 'l, R>, ExchangeError> {
        if self.block(Part::Layout)? != header(name, size) {
            return Err(ExchangeError::Malformed(Part::Layout));
        }
        self.content(size, part)
    }

    /// Lets the one who looks on stop the work while nothing is read.
    pub(in super::super) fn pulse(&mut self) -> Result<(), ExchangeError> {
        Ok(self.watch.step(self.read, self.whole.max(self.read))?)
    }

    fn content(&mut self, size: u64, part: Part) -> Result<Member<'_, 'w, 'l, R>, ExchangeError> {
        Ok(Member {
            left: size,
            fill: size.next_multiple_of(BLOCK) - size,
            part,
            failure: None,
            archive: self,
        })
    }

    /// Nothing but zeros may follow, exactly as many as the lengths ask for, and then the end.
    pub(in super::super) fn finish(mut self) -> Result<(), ExchangeError> {
        let left = self
            .whole
            .checked_sub(self.read)
            .ok_or(ExchangeError::Malformed(Part::Layout))?;
        self.zeros(left)?;
        match self.input.read(&mut [0]) {
            Ok(0) => Ok(()),
            Ok(_) => Err(ExchangeError::Malformed(Part::Layout)),
            Err(error) => Err(ExchangeError::from_read(error, Part::Envelope)),
        }
    }

    fn block(&mut self, part: Part) -> Result<[u8; BLOCK as usize], ExchangeError> {
        let mut block = [0; BLOCK as usize];
        self.fill(&mut block, part)?;
        Ok(block)
    }

    fn zeros(&mut self, mut count: u64) -> Result<(), ExchangeError> {
        let mut piece = [0; 4_096];
        while count > 0 {
            let now = count.min(piece.len() as u64);
            let piece = piece.get_mut(..now as usize).unwrap_or_default();
            self.fill(piece, Part::Layout)?;
            if piece.iter().any(|byte| *byte != 0) {
                return Err(ExchangeError::Malformed(Part::Layout));
            }
            count -= now;
        }
        Ok(())
    }

    /// Reads as much as was asked for. An envelope that ends well, but too early, was written so.
    fn fill(&mut self, mut out: &mut [u8], part: Part) -> Result<(), ExchangeError> {
        while !out.is_empty() {
            match self.some(out) {
                Ok(0) => return Err(ExchangeError::Malformed(part)),
                Ok(read) => out = out.get_mut(read..).unwrap_or_default(),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn some(&mut self, out: &mut [u8]) -> Result<usize, ExchangeError> {
        loop {
            match self.input.read(out) {
                Ok(read) => {
                    self.read = self.read.saturating_add(read as u64);
                    self.pulse()?;
                    return Ok(read);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(ExchangeError::from_read(error, Part::Envelope)),
            }
        }
    }
}

/// The content of one member. Read by whoever takes it in, who sees a failure of ours as an
/// [`io::Error`] without meaning; [`Member::failure`] then shows what it was.
pub(in super::super) struct Member<'a, 'w, 'l, R> {
    archive: &'a mut ArchiveReader<'w, 'l, R>,
    left: u64,
    fill: u64,
    part: Part,
    failure: Option<ExchangeError>,
}

impl<R: Read> Member<'_, '_, '_, R> {
    /// Everything that is left of it, in memory that grows with what arrives, not with what was claimed.
    pub(in super::super) fn read_all(mut self) -> Result<Vec<u8>, ExchangeError> {
        let mut all = Vec::new();
        while self.left > 0 {
            if all.len() == all.capacity() {
                // Doubling, but never past the end: half a gigabyte should not cost a whole one.
                let left = usize::try_from(self.left).unwrap_or(usize::MAX);
                all.reserve_exact(left.min(all.len().max(PIECE)));
            }
            let from = all.len();
            let space = (all.capacity() - from).min(PIECE);
            all.resize(
                from + space.min(usize::try_from(self.left).unwrap_or(space)),
                0,
            );
            let read = self.some(all.get_mut(from..).unwrap_or_default())?;
            all.truncate(from + read);
        }
        self.end()?;
        Ok(all)
    }

    /// Checks that all of it was read and that zeros fill its last block.
    pub(in super::super) fn end(self) -> Result<(), ExchangeError> {
        match (self.failure, self.left) {
            (Some(failure), _) => Err(failure),
            (None, 0) => self.archive.zeros(self.fill),
            (None, _) => Err(ExchangeError::Malformed(self.part)),
        }
    }

    /// What failed, where a read did, for one who does not read on.
    pub(in super::super) fn take_failure(&mut self) -> Option<ExchangeError> {
        self.failure.take()
    }

    /// What failed, where a read did.
    pub(in super::super) fn failure(self) -> Option<ExchangeError> {
        self.failure
    }

    /// Some of it, at least a byte while there is any left.
    pub(in super::super) fn some(&mut self, out: &mut [u8]) -> Result<usize, ExchangeError> {
        let space = usize::try_from(self.left)
            .unwrap_or(usize::MAX)
            .min(out.len());
        let out = out.get_mut(..space).unwrap_or_default();
        if out.is_empty() {
            return Ok(0);
        }
        match self.archive.some(out)? {
            0 => Err(ExchangeError::Malformed(self.part)),
            read => {
                self.left -= read as u64;
                Ok(read)
            }
        }
    }
}

impl<R: Read> Read for Member<'_, '_, '_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // A reader that makes nothing of the first failure meets it again.
        if self.failure.is_none() {
            match self.some(out) {
                Ok(read) => return Ok(read),
                Err(failure) => self.failure = Some(failure),
            }
        }
        Err(io::Error::other("the envelope could not be read on"))
    }
}
