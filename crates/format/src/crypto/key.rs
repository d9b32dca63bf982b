//! Secret keys in memory of their own: locked against swapping, wiped when dropped.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use super::random::Random;

/// The largest memory page of the platforms we build for. A key has a page to itself, because
/// unlocking is by page and would otherwise unlock a neighbour.
#[cfg(target_os = "macos")]
const PAGE: usize = 16_384;
#[cfg(not(target_os = "macos"))]
const PAGE: usize = 4_096;

#[cfg_attr(target_os = "macos", repr(align(16_384)))]
#[cfg_attr(not(target_os = "macos"), repr(align(4_096)))]
struct Page([u8; PAGE]);

/// A 256-bit secret key.
pub struct Key {
    // Declared first, so that the page is unlocked before it is freed.
    lock: Option<region::LockGuard>,
    page: Box<Page>,
}

impl Key {
    /// An all-zero key in a locked page, to be filled in place.
    fn empty() -> Self {
        let page = Box::new(Page([0; PAGE]));
        // A machine may refuse (a small RLIMIT_MEMLOCK). Working unlocked beats not working, and
        // `is_locked` lets the host say so.
        let lock = region::lock(page.0.as_ptr(), PAGE).ok();
        Self { lock, page }
    }

    /// Copies `bytes`; the caller wipes its own copy.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        let mut key = Self::empty();
        key.bytes_mut().copy_from_slice(bytes);
        key
    }

    /// A new random key.
    pub fn make(random: &dyn Random) -> Self {
        let mut key = Self::empty();
        random.fill(key.bytes_mut());
        key
    }

    /// The key, for a primitive.
    pub fn bytes(&self) -> &[u8; 32] {
        self.page
            .0
            .first_chunk()
            .expect("a page is longer than a key")
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8; 32] {
        self.page
            .0
            .first_chunk_mut()
            .expect("a page is longer than a key")
    }

    /// The key as bytes that wipe themselves, to be sealed into a row.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.bytes())
    }

    /// Whether the operating system agreed to keep this key out of the swap file.
    pub fn is_locked(&self) -> bool {
        self.lock.is_some()
    }
}

impl Clone for Key {
    fn clone(&self) -> Self {
        Self::from_bytes(self.bytes())
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.bytes_mut().zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_says_nothing() {
        assert_eq!(format!("{:?}", Key::from_bytes(&[7; 32])), "Key(…)");
    }

    #[test]
    fn a_key_stands_alone_on_its_page() {
        let (a, b) = (Key::from_bytes(&[1; 32]), Key::from_bytes(&[2; 32]));
        let page = |key: &Key| key.bytes().as_ptr() as usize / PAGE;
        assert_ne!(page(&a), page(&b));
        assert_eq!(a.bytes().as_ptr() as usize % PAGE, 0);
    }
}
