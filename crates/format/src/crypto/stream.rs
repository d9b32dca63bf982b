//! STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over XChaCha20-Poly1305 in 64 KiB chunks.
//!
//! A key seals one stream only. Chunk i opens by itself, given its position and whether it is the last, so
//! that a long recording can be played from the middle. At most 2^32 chunks: 256 TiB.

use aead_stream::{StreamBE32, StreamPrimitive};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};

use super::aead::DoesNotOpen;
use super::key::Key;
use super::stack;

/// Bytes of plaintext in every chunk but the last.
pub const CHUNK: usize = 65_536;
/// Bytes of the nonce that the stream leaves to its owner.
pub const PREFIX: usize = 19;

/// One stream: a key, a nonce prefix and what it is bound to.
pub struct Stream {
    inner: StreamBE32<XChaCha20Poly1305>,
    aad: Vec<u8>,
}

impl Stream {
    /// A stream under a key, for one prefix of its nonces; `aad` is bound into every chunk.
    pub fn new(key: &Key, prefix: &[u8; PREFIX], aad: Vec<u8>) -> Self {
        use aead_stream::NewStream;
        let cipher = XChaCha20Poly1305::new(&(*key.bytes()).into());
        Self {
            inner: StreamBE32::from_aead(cipher, &(*prefix).into()),
            aad,
        }
    }

    /// Seals `chunk` in place; it grows by the tag.
    pub fn seal(&self, position: u32, last: bool, chunk: &mut Vec<u8>) {
        self.inner
            .encrypt_in_place(position, last, &self.aad, chunk)
            .expect("a chunk is far below the cipher's limit");
        stack::wipe_below();
    }

    /// Opens `chunk` in place; it shrinks by the tag.
    pub fn open(&self, position: u32, last: bool, chunk: &mut Vec<u8>) -> Result<(), DoesNotOpen> {
        let opened = self
            .inner
            .decrypt_in_place(position, last, &self.aad, chunk);
        stack::wipe_below();
        opened.map_err(|_| DoesNotOpen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::aead;

    #[test]
    fn a_chunk_is_plain_xchacha_under_prefix_position_and_last() {
        // What docs/FORMAT.md section 5 says, without the stream library.
        let key = Key::from_bytes(&[5; 32]);
        let stream = Stream::new(&key, &[6; PREFIX], b"header".to_vec());
        let mut chunk = b"text".to_vec();
        stream.seal(258, true, &mut chunk);
        let mut nonce = [6; 24];
        nonce[19..].copy_from_slice(&[0, 0, 1, 2, 1]);
        aead::open_in_place(&key, &nonce, b"header", &mut chunk).expect("same construction");
        assert_eq!(chunk, b"text");
    }

    #[test]
    fn position_last_flag_and_binding_matter() {
        let key = Key::from_bytes(&[5; 32]);
        let stream = Stream::new(&key, &[6; PREFIX], b"header".to_vec());
        let mut sealed = b"text".to_vec();
        stream.seal(1, false, &mut sealed);
        for (position, last, aad) in [
            (2, false, "header"),
            (1, true, "header"),
            (1, false, "other"),
        ] {
            let other = Stream::new(&key, &[6; PREFIX], aad.as_bytes().to_vec());
            assert_eq!(
                other.open(position, last, &mut sealed.clone()),
                Err(DoesNotOpen)
            );
        }
        stream.open(1, false, &mut sealed).expect("right place");
    }
}
