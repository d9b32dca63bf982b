//! XChaCha20-Poly1305 with a random 24-byte nonce that travels in front.

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305, XNonce};

use super::key::Key;
use super::random::{Random, make_array};
use super::stack;

/// Bytes of a nonce.
pub const NONCE: usize = 24;
/// Bytes of an authentication tag.
pub const TAG: usize = 16;

/// A ciphertext did not open: wrong key, wrong place, or altered. Which of them is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value does not open")]
pub struct DoesNotOpen;

/// Seals `plain` in its own buffer and returns `nonce ‖ ciphertext ‖ tag`.
///
/// `plain` is overwritten with ciphertext; where it has `TAG` bytes of spare capacity nothing is left behind.
pub fn seal(key: &Key, aad: &[u8], mut plain: Vec<u8>, random: &dyn Random) -> Vec<u8> {
    let nonce = make_array::<NONCE>(random);
    seal_in_place(key, &nonce, aad, &mut plain);
    let mut out = Vec::with_capacity(NONCE + plain.len());
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&plain);
    out
}

/// Opens `nonce ‖ ciphertext ‖ tag`.
pub fn open(key: &Key, aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
    let (nonce, ciphertext) = sealed.split_first_chunk::<NONCE>().ok_or(DoesNotOpen)?;
    let mut buffer = ciphertext.to_vec();
    open_in_place(key, nonce, aad, &mut buffer)?;
    Ok(buffer)
}

/// Seals in place under a nonce that the caller has drawn for this value only.
pub fn seal_in_place(key: &Key, nonce: &[u8; NONCE], aad: &[u8], buffer: &mut Vec<u8>) {
    cipher(key)
        .encrypt_in_place(&XNonce::from(*nonce), aad, buffer)
        .expect("a value in memory is far below the cipher's limit of 256 GiB");
    stack::wipe_below();
}

/// Opens in place.
pub fn open_in_place(
    key: &Key,
    nonce: &[u8; NONCE],
    aad: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<(), DoesNotOpen> {
    let opened = cipher(key).decrypt_in_place(&XNonce::from(*nonce), aad, buffer);
    stack::wipe_below();
    opened.map_err(|_| DoesNotOpen)
}

/// Seals in place: `buffer` is a nonce that was drawn for this value only, the value, and [`TAG`] bytes of any kind. It
/// becomes what [`open`] opens.
pub fn seal_slice(key: &Key, aad: &[u8], buffer: &mut [u8]) {
    let (nonce, rest) = buffer
        .split_first_chunk_mut::<NONCE>()
        .expect("the caller has put a nonce in front");
    let (value, tag) = rest
        .split_last_chunk_mut::<TAG>()
        .expect("the caller has left space for the tag");
    let made = cipher(key)
        .encrypt_inout_detached(&XNonce::from(*nonce), aad, value.into())
        .expect("a value in memory is far below the cipher's limit of 256 GiB");
    *tag = made.into();
    stack::wipe_below();
}

/// Opens `nonce ‖ ciphertext ‖ tag` where it lies and returns what was in it. Called in [`wiping`] only, which wipes the
/// stack behind many of them.
pub fn open_slice<'s>(
    key: &Key,
    aad: &[u8],
    sealed: &'s mut [u8],
) -> Result<&'s [u8], DoesNotOpen> {
    let (nonce, rest) = sealed.split_first_chunk_mut::<NONCE>().ok_or(DoesNotOpen)?;
    let (buffer, tag) = rest.split_last_chunk_mut::<TAG>().ok_or(DoesNotOpen)?;
    cipher(key)
        .decrypt_inout_detached(
            &XNonce::from(*nonce),
            aad,
            (&mut *buffer).into(),
            &(*tag).into(),
        )
        .map_err(|_| DoesNotOpen)?;
    Ok(buffer)
}

/// Does work with the cipher and wipes the stack where that had its frames.
#[inline(never)]
pub fn wiping(work: &mut dyn FnMut()) {
    work();
    stack::wipe_below();
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&(*key.bytes()).into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::crypto::random::OsRandom;

    proptest! {
        #[test]
        fn only_the_same_key_and_place_open_it(plain: Vec<u8>, aad: Vec<u8>, flip: prop::sample::Index, bit in 0_u8..8) {
            let key = Key::make(&OsRandom);
            let sealed = seal(&key, &aad, plain.clone(), &OsRandom);
            prop_assert_eq!(open(&key, &aad, &sealed), Ok(plain));
            prop_assert_eq!(open(&Key::make(&OsRandom), &aad, &sealed), Err(DoesNotOpen));
            prop_assert_eq!(open(&key, b"elsewhere, and longer than any", &sealed), Err(DoesNotOpen));
            let mut altered = sealed;
            let at = flip.index(altered.len());
            altered[at] ^= 1 << bit;
            prop_assert_eq!(open(&key, &aad, &altered), Err(DoesNotOpen));
        }
    }

    #[test]
    fn the_draft_s_vector_opens() {
        // draft-irtf-cfrg-xchacha-03, A.3.1.
        let key: [u8; 32] = std::array::from_fn(|i| 0x80 + i as u8);
        let nonce: [u8; 24] = std::array::from_fn(|i| 0x40 + i as u8);
        let aad = hex::decode("50515253c0c1c2c3c4c5c6c7").expect("hex");
        let mut text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.".to_vec();
        seal_in_place(&Key::from_bytes(&key), &nonce, &aad, &mut text);
        assert_eq!(
            hex::encode(&text[text.len() - TAG..]),
            "c0875924c1c7987947deafd8780acf49"
        );
    }
}
