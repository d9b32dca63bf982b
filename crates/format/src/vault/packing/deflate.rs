//! Raw DEFLATE (RFC 1951) that may refer back into a list of words, as if it stood before the text.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use zeroize::Zeroizing;
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Status};

/// What bodies consist of: members, codes, common words, the commonest last. Part of the format: it never changes, and another
/// list has another number.
pub(super) const WORDS: &[u8] = include_bytes!("words-1.txt");

/// zlib's usual effort. More costs twice the time for two parts in a hundred.
const LEVEL: i32 = 6;
/// The largest window there is: a repeated sentence is found a whole interview later.
const WINDOW_BITS: i32 = 15;

/// Puts the compressed text behind what is in `out`, at most so many bytes; nothing where it would be longer.
pub(super) fn deflate(text: &[u8], most: usize, out: &mut Vec<u8>) -> Option<()> {
    let mut deflate = Deflate::new_with_config(DeflateConfig {
        level: LEVEL,
        // Negative: without the header and the checksum of zlib.
        window_bits: -WINDOW_BITS,
        ..DeflateConfig::default()
    });
    deflate.set_dictionary(WORDS).ok()?;
    let begin = out.len();
    out.resize(begin + most, 0);
    let status = deflate.compress(text, out.get_mut(begin..)?, DeflateFlush::Finish);
    let length = usize::try_from(deflate.total_out()).ok()?;
    out.truncate(begin + length);
    matches!(status, Ok(Status::StreamEnd)).then_some(())
}

/// The text of exactly this length that all of these bytes are; nothing where they are another, or no text. Takes memory for
/// the words and the text, once.
pub(super) fn inflate(compressed: &[u8], length: usize) -> Option<Zeroizing<Vec<u8>>> {
    let mut text = Zeroizing::new(Vec::with_capacity(WORDS.len() + length));
    text.extend_from_slice(WORDS);
    text.resize(WORDS.len() + length, 0);
    let mut state = Box::<DecompressorOxide>::default();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = decompress(&mut state, compressed, &mut text, WORDS.len(), flags);
    let is_whole = status == TINFLStatus::Done && read == compressed.len() && written == length;
    if !is_whole {
        return None;
    }
    text.copy_within(WORDS.len().., 0);
    text.truncate(length);
    Some(text)
}
