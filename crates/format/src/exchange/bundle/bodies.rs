//! Bodies in a bundle: packed, each behind its length. They are unpacked some at a time, on all cores.

use std::io::{BufReader, Read};

use rayon::prelude::*;
use zeroize::Zeroizing;

use super::super::archive::{ArchiveReader, Member, PIECE};
use super::super::{ExchangeError, Part};
use super::{BODIES, BundleSink, Manifest, VerifiedEntries};
use crate::vault::packing::{MAX_PACKED, PackedBody, PackingFault, announced};

/// Bodies, and bytes that they unpack to, that are in memory at a time. One may be longer.
const TOGETHER: usize = 512;
const TOGETHER_BYTES: usize = 2 << 20;

const MALFORMED: ExchangeError = ExchangeError::Malformed(Part::Bodies);

/// Bytes of the length before each.
const LENGTH: usize = 4;

/// A body that came, as it is packed and as it is.
pub struct ComingBody {
    /// As it came.
    pub packed: PackedBody,
    /// What it unpacks to.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// A packed body and its length, in the place of what is in `out`.
pub(super) fn frame(packed: &[u8], out: &mut Vec<u8>) {
    out.clear();
    out.extend_from_slice(&(packed.len() as u32).to_be_bytes());
    out.extend_from_slice(packed);
}

/// Bytes of a packed body of this length, with the length before it.
pub(super) fn framed_len(packed: u64) -> u64 {
    packed.saturating_add(LENGTH as u64)
}

/// Gives each body to the sink that is the one which its entry names.
pub(super) fn read_bodies<R: Read>(
    archive: &mut ArchiveReader<'_, '_, R>,
    manifest: &Manifest,
    entries: &VerifiedEntries,
    sink: &mut dyn BundleSink,
) -> Result<(), ExchangeError> {
    let member = archive.member(BODIES, manifest.bodies.bytes, Part::Bodies)?;
    let mut frames = Frames(BufReader::with_capacity(PIECE, member));
    let mut missing = manifest.bodies.missing.iter().peekable();
    let mut there = (0..entries.len())
        .filter(|index| missing.next_if(|at| **at == *index as u64).is_none())
        .peekable();
    while there.peek().is_some() {
        let mut some = Vec::new();
        let mut bytes = 0;
        while some.len() < TOGETHER && bytes < TOGETHER_BYTES {
            let Some(index) = there.next() else { break };
            let packed = frames.packed()?;
            bytes += announced(&packed).map_err(refusal)?;
            some.push((index, packed));
        }
        let unpacked: Vec<_> = some
            .into_par_iter()
            .map(|(index, packed)| (index, PackedBody::read(packed)))
            .collect();
        for (index, unpacked) in unpacked {
            let (packed, bytes) = unpacked.map_err(refusal)?;
            if Some(packed.hash()) != entries.body(index) {
                return Err(ExchangeError::Altered(Part::Bodies));
            }
            sink.body(index, entries, ComingBody { packed, bytes })
                .map_err(ExchangeError::Owner)?;
        }
    }
    frames.end()
}

fn refusal(fault: PackingFault) -> ExchangeError {
    match fault {
        PackingFault::TooLarge => ExchangeError::TooLarge(Part::Bodies),
        PackingFault::Malformed => MALFORMED,
    }
}

/// What stands in the member, one after another.
struct Frames<'a, 'w, 'l, R>(BufReader<Member<'a, 'w, 'l, R>>);

impl<R: Read> Frames<'_, '_, '_, R> {
    fn packed(&mut self) -> Result<Zeroizing<Vec<u8>>, ExchangeError> {
        let mut length = [0; LENGTH];
        self.fill(&mut length)?;
        let length = u32::from_be_bytes(length) as usize;
        if length > MAX_PACKED {
            return Err(ExchangeError::TooLarge(Part::Bodies));
        }
        let mut packed = Zeroizing::new(vec![0; length]);
        self.fill(&mut packed)?;
        Ok(packed)
    }

    fn fill(&mut self, out: &mut [u8]) -> Result<(), ExchangeError> {
        let filled = self.0.read_exact(out);
        // Where no read failed, the member ended.
        filled.map_err(|_| self.0.get_mut().take_failure().unwrap_or(MALFORMED))
    }

    fn end(self) -> Result<(), ExchangeError> {
        match self.0.buffer().is_empty() {
            true => self.0.into_inner().end(),
            false => Err(MALFORMED),
        }
    }
}
