//! The tar file inside an envelope, in the one spelling that docs/FORMAT.md section 8 gives it.
//!
//! A tar file can say the same thing in many ways and say many things that we have no use for: links,
//! sparse files, long names, paths that climb. Every header of ours follows from the name and the
//! length of its member, so the reader computes the header that must stand there and compares. Whatever
//! else stands there is refused without being interpreted.

mod read;
mod write;

pub(super) use read::{ArchiveReader, Member};
pub(super) use write::ArchiveWriter;

use crate::crypto::pad::padded_len;

/// tar's block.
pub(super) const BLOCK: u64 = 512;
/// The two blocks of zeros that end a tar file.
const END: u64 = 2 * BLOCK;
/// What is read or written at a time.
pub(super) const PIECE: usize = 64 * 1_024;

/// The header of a regular file: mode 0600, owner 0, time 0.
pub(super) fn header(name: &str, size: u64) -> [u8; BLOCK as usize] {
    let mut header = tar::Header::new_ustar();
    // Names are ours and short. The crate's own setter goes by way of the platform's paths.
    for (slot, byte) in header.as_mut_bytes().iter_mut().zip(name.bytes().take(100)) {
        *slot = byte;
    }
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o600);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header.set_size(size);
    header.set_cksum();
    *header.as_bytes()
}

/// The length of a member with its header and the zeros after it.
pub(super) fn member_len(size: u64) -> u64 {
    size.div_ceil(BLOCK).saturating_add(1).saturating_mul(BLOCK)
}

/// The length of members of these sizes together.
pub(super) fn members_len(sizes: impl Iterator<Item = u64>) -> u64 {
    sizes.fold(0, |sum, size| sum.saturating_add(member_len(size)))
}

/// The length of the whole plaintext when the members have this length together.
pub(super) fn whole_len(members: u64) -> u64 {
    padded_len(members.saturating_add(END))
        .div_ceil(BLOCK)
        .saturating_mul(BLOCK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_spelled_as_written_down() {
        let header = header("manifest.sig", 64);
        let mut expected = vec![0; 512];
        let mut put = |at: usize, text: &[u8]| expected[at..at + text.len()].copy_from_slice(text);
        put(0, b"manifest.sig");
        put(100, b"0000600\0");
        put(108, b"0000000\0");
        put(116, b"0000000\0");
        put(124, b"00000000100\0");
        put(136, b"00000000000\0");
        put(148, b"0000000\0");
        put(156, b"0");
        put(257, b"ustar\x0000");
        let sum: u32 = expected.iter().map(|b| u32::from(*b)).sum();
        let sum = sum - 7 * u32::from(b'0') + 8 * u32::from(b' ');
        expected[148..156].copy_from_slice(format!("{sum:07o}\0").as_bytes());
        assert_eq!(header.as_slice(), expected);
    }

    #[test]
    fn lengths() {
        assert_eq!(member_len(0), 512);
        assert_eq!(member_len(1), 1_024);
        assert_eq!(member_len(512), 1_024);
        assert_eq!(whole_len(512), 1_536);
        assert_eq!(whole_len(4_096), 5_120);
        assert!(whole_len(u64::MAX) > u64::MAX / 2, "no overflow");
    }
}
