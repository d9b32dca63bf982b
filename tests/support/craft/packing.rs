//! Packed bodies: docs/FORMAT.md section 6.2.1.

use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

const WORDS: &[u8] = include_bytes!("../../../crates/format/src/vault/packing/words-1.txt");

/// A body as it is, behind its length: a reader takes it, small or not.
pub fn framed(body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32 + 1).to_be_bytes();
    [&length[..], &[0], body].concat()
}

/// The bodies of a bundle that is as it should be.
pub fn unpack_all(mut bodies: &[u8]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    while let Some((length, rest)) = bodies.split_first_chunk() {
        let (packed, rest) = rest.split_at(u32::from_be_bytes(*length) as usize);
        all.push(unpack(packed));
        bodies = rest;
    }
    all
}

fn unpack(packed: &[u8]) -> Vec<u8> {
    let (form, rest) = packed.split_first().expect("a form");
    if *form == 0 {
        return rest.to_vec();
    }
    assert_eq!(*form, 1);
    let (length, compressed) = rest.split_first_chunk().expect("a length");
    let length = u32::from_be_bytes(*length) as usize;
    let mut text = WORDS.to_vec();
    text.resize(WORDS.len() + length, 0);
    let mut state = DecompressorOxide::new();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (.., written) = decompress(&mut state, compressed, &mut text, WORDS.len(), flags);
    assert_eq!(written, length);
    text.split_off(WORDS.len())
}
