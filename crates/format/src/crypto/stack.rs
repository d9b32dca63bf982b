//! What a cipher leaves behind on the stack.

/// How deep the calls of a cipher go, with space to spare.
const DEPTH: usize = 16 * 1024;

/// Overwrites the stack below the caller, where the calls that it made had their frames.
///
/// The cipher works on pieces of plaintext and on its state, in which the key stands, in local arrays that it does not wipe.
/// They would stand in the memory of a thread, also after a lock, until another call happens to need the space. Costs
/// about as much as sealing a hundred bytes.
#[inline(never)]
pub(super) fn wipe_below() {
    let mut space = [0_u8; DEPTH];
    // Taken for used: else nothing would be written.
    std::hint::black_box(&mut space);
}
