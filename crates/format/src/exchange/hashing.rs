//! A reader that hashes what passes through it.

use std::io::{self, Read};

use super::ContentHash;
use crate::crypto::hash::ContentHasher;

/// Content that is hashed as it is read, so that whoever takes it need not do so again.
pub trait HashingRead: Read {
    /// The hash of what was read so far.
    fn hash(&self) -> ContentHash;
}

/// Hashes what is read from the reader below.
pub struct Hashing<R> {
    inner: R,
    hasher: ContentHasher,
}

impl<R: Read> Hashing<R> {
    /// Hashes whatever will be read through it.
    pub fn new(inner: R) -> Self {
        Self {
            inner,
            hasher: ContentHasher::default(),
        }
    }

    /// The hash of what was read so far, and the reader below.
    pub(super) fn finish(self) -> (ContentHash, R) {
        (ContentHash(self.hasher.finish()), self.inner)
    }
}

impl<R: Read> HashingRead for Hashing<R> {
    fn hash(&self) -> ContentHash {
        ContentHash(self.hasher.clone().finish())
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(out)?;
        self.hasher.update(out.get(..read).unwrap_or_default());
        Ok(read)
    }
}
