//! What a bundle is, by its beginning and its end: for files that may still be on their way.

use std::io::{Read, Seek, SeekFrom};

use super::super::age_file::{self, sealed_len};
use super::super::archive::ArchiveReader;
use super::super::{ExchangeError, Receiver};
use super::Manifest;
use super::read::read_manifest;
use crate::progress::Watch;

/// What a bundle says of itself, and how much of it is there.
#[derive(Debug)]
pub struct Head {
    /// The manifest. Its signature holds.
    pub manifest: Manifest,
    /// The sender meant it for us; otherwise somebody passed it on.
    pub is_for_us: bool,
    /// Whether all of it is there.
    pub extent: Extent,
}

/// How much of a bundle is there. Its exact length follows from what its manifest announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// These many bytes are missing at its end.
    Short(u64),
    /// All of it, and its last chunk is authentic. What lies between is not looked at.
    Whole,
    /// It is as long as it should be, and its last chunk is not authentic: some programs make a file as long as it will
    /// be before they fill it.
    Unfilled,
    /// There is more than there should be.
    Long,
}

/// Checks a bundle of this length by its beginning and its end. However large it is, only a few chunks are read.
pub fn head<R: Read + Seek>(
    input: R,
    length: u64,
    receiver: &Receiver<'_>,
) -> Result<Head, ExchangeError> {
    let sealed = age_file::begin(input)?;
    let header = sealed.header_len();
    let (mut opened, way) = receiver.open_sealed(sealed)?;
    let mut watch = Watch::silent();
    let mut archive = ArchiveReader::new(&mut opened, &mut watch);
    let (manifest, manifest_len) = read_manifest(&mut archive, way)?;
    let whole = sealed_len(header, manifest.whole(manifest_len));
    let extent = if length < whole {
        Extent::Short(whole - length)
    } else if length > whole {
        Extent::Long
    } else {
        // Going to the end opens the last chunk, and it says that it is the last.
        match opened.seek(SeekFrom::End(0)) {
            Ok(_) => Extent::Whole,
            Err(_) => Extent::Unfilled,
        }
    };
    Ok(Head {
        is_for_us: manifest.is_for(&receiver.identity.fingerprint(), way)?,
        manifest,
        extent,
    })
}
