//! What stands in a bundle or a review package, once its envelope is open.

use super::archive::{ArchiveReader, ArchiveWriter};
use super::{ExchangeError, Part};
use crate::progress::Watch;

pub use super::age_file::fuzzing::age_header;
pub use super::bundle::fuzzing::entries;
pub use super::bundle::fuzzing::manifest;

/// The most bytes of the first member here.
const FIRST: u64 = 1 << 16;

/// The most members: more would only take their time, since each is laid out in blocks of 512 bytes.
const MEMBERS: usize = 256;

/// An archive. It is read as it is, and it is taken for what members say: the first byte of each is how long it is.
pub fn archive(bytes: &[u8]) {
    if let Ok(members) = read(bytes) {
        assert!(write(&members) == bytes, "it has one spelling");
    }
    let mut members = Vec::new();
    let mut rest = bytes.get(..MEMBERS).unwrap_or(bytes);
    while let Some((length, after)) = rest.split_first() {
        let (content, after) = after.split_at(after.len().min(usize::from(*length) * 5));
        members.push(content.to_vec());
        rest = after;
    }
    if members.is_empty() {
        return;
    }
    let first = sizes_of(&members);
    members.insert(0, first);
    let mut written = write(&members);
    assert_eq!(
        read(&written).ok(),
        Some(members),
        "what is written is read"
    );
    // Whatever else stands in one of its places is refused, or is what a member says.
    let drawn = bytes.iter().fold(0, |drawn: usize, byte| {
        drawn.wrapping_mul(31).wrapping_add(usize::from(*byte))
    });
    let at = drawn % written.len();
    if let (Some(byte), Some(by)) = (written.get_mut(at), bytes.first()) {
        *byte ^= (*by).max(1);
    }
    if let Ok(members) = read(&written) {
        assert!(write(&members) == written, "it has one spelling");
    }
    let cut = written.get(..at).unwrap_or_default();
    assert!(read(cut).is_err(), "what is cut is refused");
}

/// The first member says how long the others are, in two bytes each.
fn sizes_of(members: &[Vec<u8>]) -> Vec<u8> {
    let sizes = members.iter().map(|member| member.len() as u16);
    sizes.flat_map(u16::to_be_bytes).collect()
}

fn name(number: usize) -> String {
    format!("members/{number}")
}

fn read(bytes: &[u8]) -> Result<Vec<Vec<u8>>, ExchangeError> {
    let mut watch = Watch::silent();
    let mut archive = ArchiveReader::new(bytes, &mut watch);
    let first = archive.first("manifest.json", FIRST, Part::Manifest)?;
    let (sizes, _) = first.as_chunks::<2>();
    let sizes: Vec<u64> = sizes
        .iter()
        .map(|size| u16::from_be_bytes(*size).into())
        .collect();
    let all = std::iter::once(first.len() as u64).chain(sizes.iter().copied());
    archive.expect(all);
    let mut members = vec![first];
    for (number, size) in sizes.iter().enumerate() {
        let member = archive.member(&name(number), *size, Part::Files)?;
        members.push(member.read_all()?);
    }
    archive.finish()?;
    Ok(members)
}

fn write(members: &[Vec<u8>]) -> Vec<u8> {
    let mut watch = Watch::silent();
    let sizes = members.iter().map(|member| member.len() as u64);
    let mut archive = ArchiveWriter::new(Vec::new(), sizes, &mut watch);
    for (number, member) in members.iter().enumerate() {
        let name = number
            .checked_sub(1)
            .map_or("manifest.json".to_owned(), name);
        archive.member(&name, member).expect("memory takes it");
    }
    archive.finish().expect("memory takes it")
}

/// An archive as it is written, for the corpus.
#[cfg(any(test, feature = "testing"))]
pub fn an_archive() -> Vec<u8> {
    let members = [b"one".to_vec(), Vec::new()];
    write(&[&[sizes_of(&members)], &members[..]].concat())
}
