//! A long file that is put onto the disk while it is written, so that the sync at its end has little left to do.
//!
//! Without it a gigabyte waits in the memory of the system until the end, and whoever wrote it waits once more for the disk.

use std::fs::File;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};

/// Bytes between two syncs. What is shorter is synced at its end only, and needs no thread.
const STEP: u64 = 32 << 20;

/// Syncs a file now and then, on a thread of its own.
#[derive(Default)]
pub struct EarlySync {
    waiting: u64,
    working: Option<Working>,
}

struct Working {
    to: SyncSender<()>,
    thread: JoinHandle<io::Result<()>>,
}

impl EarlySync {
    /// Reports that so many bytes more were written to `file`. A fault of the disk is returned by a later call, at the latest by
    /// [`EarlySync::end`]; the system may report it only once.
    pub fn wrote(&mut self, file: &File, bytes: usize) -> io::Result<()> {
        self.waiting = self.waiting.saturating_add(bytes as u64);
        if self.waiting < STEP {
            return Ok(());
        }
        let working = match &self.working {
            Some(working) => working,
            None => self.working.insert(Working::begin(file.try_clone()?)?),
        };
        match working.to.try_send(()) {
            Ok(()) => {
                self.waiting = 0;
                Ok(())
            }
            // The disk is behind; it is asked again with what comes next.
            Err(TrySendError::Full(())) => Ok(()),
            // It has stopped, and says why.
            Err(TrySendError::Disconnected(())) => self.end(),
        }
    }

    /// Waits for what is under way.
    pub fn end(&mut self) -> io::Result<()> {
        let Some(Working { to, thread }) = self.working.take() else {
            return Ok(());
        };
        drop(to);
        match thread.join() {
            Ok(outcome) => outcome,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

impl Drop for EarlySync {
    fn drop(&mut self) {
        // Whoever gave up does not ask; but the file must be free when it is removed.
        let _ = self.end();
    }
}

impl Working {
    fn begin(file: File) -> io::Result<Self> {
        let (to, calls): (_, Receiver<()>) = sync_channel(1);
        let thread = thread::Builder::new()
            .spawn(move || calls.into_iter().try_for_each(|()| file.sync_data()))?;
        Ok(Self { to, thread })
    }
}

/// A file that is synced early as it is written.
pub struct SyncedFile {
    // In front of the file, so that nobody syncs it any more when it is closed.
    early: EarlySync,
    file: File,
}

impl SyncedFile {
    /// A file of which nothing is written yet.
    pub fn new(file: File) -> Self {
        Self {
            early: EarlySync::default(),
            file,
        }
    }

    /// Makes all that was written durable.
    pub fn sync(mut self) -> io::Result<File> {
        self.early.end()?;
        self.file.sync_all()?;
        Ok(self.file)
    }
}

impl Write for SyncedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.early.wrote(&self.file, count)?;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_whole_and_a_short_one_needs_no_thread() {
        let dir = tempfile::tempdir().expect("temp dir");
        let piece = vec![7; 1 << 20];
        for (name, pieces) in [("short", 2), ("long", 100)] {
            let path = dir.path().join(name);
            let mut file = SyncedFile::new(File::create(&path).expect("creatable"));
            for _ in 0..pieces {
                file.write_all(&piece).expect("written");
            }
            assert_eq!(file.early.working.is_some(), name == "long");
            let file = file.sync().expect("synced");
            assert_eq!(file.metadata().expect("there").len(), pieces << 20);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_sync_that_fails_is_reported() {
        // A pipe takes bytes and cannot be synced.
        let (reader, writer) = io::pipe().expect("a pipe");
        let writer = File::from(std::os::fd::OwnedFd::from(writer));
        let mut early = EarlySync::default();
        let synced = early
            .wrote(&writer, STEP as usize)
            .and_then(|()| early.end());
        assert!(synced.is_err());
        drop(reader);
    }
}
