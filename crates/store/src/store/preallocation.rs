//! Space in the write-ahead log before it is needed.
//!
//! A file that grows with each commit has its new length synced with each commit, which on most file systems is a second
//! write elsewhere. SQLite's own remedy, to begin the log anew every thousand pages, is not ours: the pages that changed
//! must be known when they are written back. So the log is made longer by some megabytes of zeros at a time, which
//! commits then write over. To SQLite zeros are no frame: the log ends for it where they begin, also after a crash.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

use fieldnotes_format::vault::folder::Folder;

/// About a hundred small commits.
const STEP: u64 = 4 << 20;

/// The zeros at the end of the log, up to where it was made longer.
#[derive(Debug, Default)]
pub(super) struct Preallocation {
    end: u64,
}

impl Preallocation {
    /// Makes the log longer where commits have filled it up. Nothing depends on it: on a full disk the log is left as it
    /// was.
    pub(super) fn make(&mut self, folder: &Folder) {
        let length = folder.length(&folder.write_ahead());
        if length > 0 && length == self.end {
            return;
        }
        let Ok(mut log) = folder.open_to_write(&folder.write_ahead()) else {
            return;
        };
        match lengthen(&mut log, length) {
            Ok(()) => self.end = length + STEP,
            Err(_) => {
                // Zeros that stay are no harm.
                let _ = log.set_len(length);
            }
        }
    }
}

fn lengthen(log: &mut File, from: u64) -> io::Result<()> {
    log.seek(SeekFrom::Start(from))?;
    let zeros = [0; 1 << 16];
    for _ in 0..STEP / zeros.len() as u64 {
        log.write_all(&zeros)?;
    }
    Ok(())
}
