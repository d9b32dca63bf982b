//! The beginning and the end of a file, read without the vault, so that the vault is not held while a server is slow.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::folder::listing::ListedFile;
use crate::folder::memory::Seen;
use crate::outside::infile::open_regular;

/// Bytes that are read ahead: the headers of a bundle for a few dozen, and its first chunk.
const BEGINNING: u64 = 128 << 10;
/// The last chunk with its tag.
const END: u64 = (64 << 10) + 16;

impl ListedFile {
    /// Reads what is needed to check it.
    pub fn read(self) -> Seen {
        let ends = Ends::read(&self.path, self.mark.size);
        Seen { found: self, ends }
    }
}

/// A file of which the ends are in memory. What lies between is read when it is asked for, which is seldom.
#[derive(Debug)]
pub(crate) struct Ends {
    file: File,
    beginning: Vec<u8>,
    end: Vec<u8>,
    pub(crate) length: u64,
    at: u64,
}

impl Ends {
    fn read(path: &Path, length: u64) -> io::Result<Self> {
        // Whatever was put there since the folder was listed.
        let mut file = open_regular(path)?;
        let mut beginning = Vec::new();
        (&file)
            .take(length.min(BEGINNING))
            .read_to_end(&mut beginning)?;
        let mut end = Vec::new();
        let end_at = length.saturating_sub(END);
        if end_at >= beginning.len() as u64 {
            file.seek(SeekFrom::Start(end_at))?;
            (&file).take(length - end_at).read_to_end(&mut end)?;
        } else if length > beginning.len() as u64 {
            end_from(&file, beginning.len() as u64, length, &mut end)?;
        }
        Ok(Self {
            file,
            beginning,
            end,
            length,
            at: 0,
        })
    }
}

fn end_from(mut file: &File, from: u64, to: u64, end: &mut Vec<u8>) -> io::Result<()> {
    file.seek(SeekFrom::Start(from))?;
    file.take(to - from).read_to_end(end)?;
    Ok(())
}

impl Read for Ends {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = self.length.saturating_sub(self.at);
        let space = usize::try_from(left).unwrap_or(usize::MAX).min(out.len());
        let out = out.get_mut(..space).unwrap_or_default();
        let end_at = self.length.saturating_sub(self.end.len() as u64);
        let held = if self.at < self.beginning.len() as u64 {
            self.beginning.get(self.at as usize..)
        } else if self.at >= end_at {
            self.end.get((self.at - end_at) as usize..)
        } else {
            None
        };
        let read = match held {
            Some(mut held) => held.read(out)?,
            None => {
                let until = usize::try_from(end_at - self.at).unwrap_or(usize::MAX);
                let space = until.min(out.len());
                self.file.seek(SeekFrom::Start(self.at))?;
                self.file.read(out.get_mut(..space).unwrap_or_default())?
            }
        };
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Ends {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As if it were one file, whatever is in memory of it.
    #[test]
    fn reads_as_the_file_does() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("file");
        for length in [
            0,
            10,
            BEGINNING - 1,
            BEGINNING + 100,
            BEGINNING + END,
            500_000,
        ] {
            let content: Vec<u8> = (0..length).map(|at| (at * 31 % 251) as u8).collect();
            std::fs::write(&path, &content).expect("written");
            let mut ends = Ends::read(&path, length).expect("read");
            let mut all = Vec::new();
            ends.read_to_end(&mut all).expect("read");
            assert!(all == content, "{length}");
            let from = length / 2;
            assert_eq!(ends.seek(SeekFrom::Start(from)).expect("sought"), from);
            all.clear();
            ends.read_to_end(&mut all).expect("read");
            assert!(all == content[from as usize..], "{length}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_and_folders_are_not_opened() {
        let dir = tempfile::tempdir().expect("a folder");
        let link = dir.path().join("link");
        std::os::unix::fs::symlink("/dev/zero", &link).expect("a link");
        assert!(Ends::read(&link, 10).is_err());
        assert!(Ends::read(dir.path(), 10).is_err());
    }
}
