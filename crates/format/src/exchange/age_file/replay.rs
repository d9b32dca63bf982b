//! The header that was checked, followed by the file that it was read from.
//!
//! The age crate must parse exactly the bytes that were looked at, even where somebody changes the file
//! in between.

use std::io::{self, BufRead, Read, Seek, SeekFrom};

/// Reads as the file would from its first byte.
pub(super) struct Replay<R> {
    head: Vec<u8>,
    position: u64,
    rest: R,
}

impl<R> Replay<R> {
    /// `rest` stands where `head` ended.
    pub(super) fn new(head: Vec<u8>, rest: R) -> Self {
        Self {
            head,
            position: 0,
            rest,
        }
    }

    fn left_of_head(&self) -> &[u8] {
        let position = usize::try_from(self.position).unwrap_or(usize::MAX);
        self.head.get(position..).unwrap_or_default()
    }
}

impl<R: Read> Read for Replay<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = match self.left_of_head() {
            [] => self.rest.read(out)?,
            mut head => head.read(out)?,
        };
        self.position += read as u64;
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Replay<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left_of_head().is_empty() {
            self.rest.fill_buf()
        } else {
            Ok(self.left_of_head())
        }
    }

    fn consume(&mut self, amount: usize) {
        if self.left_of_head().is_empty() {
            self.rest.consume(amount);
        }
        self.position += amount as u64;
    }
}

impl<R: Seek> Seek for Replay<R> {
    /// Moves within the payload. The header is behind us for good.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Current(0) => return Ok(self.position),
            SeekFrom::Current(by) => self
                .position
                .checked_add_signed(by)
                .map(|target| self.rest.seek(SeekFrom::Start(target)))
                .ok_or(io::ErrorKind::InvalidInput)??,
            SeekFrom::Start(_) | SeekFrom::End(_) => self.rest.seek(to)?,
        };
        if position < self.head.len() as u64 {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.position = position;
        Ok(position)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use super::*;

    #[test]
    fn reads_as_one_file_and_moves_in_its_rest() {
        let mut file = BufReader::new(Cursor::new(b"head\nrest of it".to_vec()));
        let mut head = Vec::new();
        file.read_until(b'\n', &mut head).unwrap();
        let mut replay = Replay::new(b"HEAD\n".to_vec(), file);
        let mut line = String::new();
        replay.read_line(&mut line).unwrap();
        assert_eq!(line, "HEAD\n");
        let mut four = [0; 4];
        replay.read_exact(&mut four).unwrap();
        assert_eq!(&four, b"rest");
        assert_eq!(replay.stream_position().unwrap(), 9);
        replay.seek(SeekFrom::End(-2)).unwrap();
        let mut rest = String::new();
        replay.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "it");
        replay.seek(SeekFrom::Start(5)).unwrap();
        replay.read_exact(&mut four).unwrap();
        assert_eq!(&four, b"rest");
        assert!(replay.seek(SeekFrom::Start(4)).is_err());
    }
}
