//! Reading a bundle.

use std::io::Read;

use super::super::ahead::Ahead;
use super::super::archive::ArchiveReader;
use super::super::hashing::{Hashing, HashingRead};
use super::super::manifest::{MAX_MANIFEST, verified};
use super::super::{ContentHash, ExchangeError, FileItem, Part, Receiver, Stop, Way};
use super::bodies::{ComingBody, read_bodies};
use super::{DOMAIN, ENTRIES, FORMAT, MANIFEST, Manifest, SIGNATURE, VerifiedEntries};
use crate::crypto::hash::sha256;
use crate::progress::Watch;

/// Takes a bundle in. The calls come in the order in which they stand here.
///
/// Until [`read`] has returned without an error nothing that was given counts: the bundle may prove
/// altered or cut short at its very last byte. A sink therefore writes into an open transaction, looks
/// into no body before the end, and is put back by its owner after any error.
pub trait BundleSink {
    /// The manifest, whose signature holds and which is meant for us. What happens next is for the owner
    /// to say, who knows which senders it trusts.
    fn manifest(&mut self, manifest: &Manifest) -> Result<Verdict, Stop>;

    /// All entries, each signed by its device and none against another.
    fn entries(&mut self, entries: &VerifiedEntries) -> Result<(), Stop>;

    /// The body of the entry at this position, after its hash was found right. Not called for bodies
    /// that were left out.
    fn body(
        &mut self,
        index: usize,
        entries: &VerifiedEntries,
        body: ComingBody,
    ) -> Result<(), Stop>;

    /// No more bodies come. What was put by may be worked off; `pulse` is then to be called now and then, and may stop it.
    fn bodies_end(
        &mut self,
        pulse: &mut dyn FnMut() -> Result<(), ExchangeError>,
    ) -> Result<(), Stop> {
        let _ = pulse;
        Ok(())
    }

    /// The content of a file, as it comes. Its hash can be checked only after it was read, and is, when
    /// this returns. A sink that holds the file already may return without reading.
    fn file(&mut self, file: &FileItem, content: &mut dyn HashingRead) -> Result<(), Stop>;
}

/// What the owner of a sink says to a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Take,
    /// The sender is not known here, and nobody gave leave to take it all the same.
    UnknownSender,
}

/// What a bundle says before its bodies are looked at.
#[derive(Debug)]
pub struct Inspection {
    /// The manifest. Its signature holds.
    pub manifest: Manifest,
    /// The entries, whose signatures hold; nothing where the manifest says that it is for others, and somebody passed it
    /// on.
    pub entries: Option<VerifiedEntries>,
}

/// Reads a whole bundle into `sink`. Everything is checked in the order of docs/FORMAT.md section 8.1.
pub fn read<R: Read + Send>(
    input: R,
    receiver: &Receiver<'_>,
    sink: &mut dyn BundleSink,
    watch: &mut Watch<'_>,
) -> Result<Manifest, ExchangeError> {
    let (opened, way) = receiver.open(input)?;
    std::thread::scope(|scope| read_opened((Ahead::new(scope, opened), way), receiver, sink, watch))
}

fn read_opened<R: Read>(
    (opened, way): (R, Way),
    receiver: &Receiver<'_>,
    sink: &mut dyn BundleSink,
    watch: &mut Watch<'_>,
) -> Result<Manifest, ExchangeError> {
    let mut archive = ArchiveReader::new(opened, watch);
    let (manifest, _) = read_manifest(&mut archive, way)?;
    if !manifest.is_for(&receiver.identity.fingerprint(), way)? {
        return Err(ExchangeError::NotForUs);
    }
    match sink.manifest(&manifest).map_err(ExchangeError::Owner)? {
        Verdict::Take => {}
        Verdict::UnknownSender => return Err(ExchangeError::UnknownSender),
    }
    let entries = read_entries(&mut archive, &manifest)?;
    sink.entries(&entries).map_err(ExchangeError::Owner)?;
    read_bodies(&mut archive, &manifest, &entries, sink)?;
    sink.bodies_end(&mut || archive.pulse())
        .map_err(ExchangeError::Owner)?;
    for file in &manifest.files {
        read_file(&mut archive, file, sink)?;
    }
    archive.finish()?;
    Ok(manifest)
}

/// Reads the manifest and the entries and goes no further: what follows them is neither decrypted nor
/// checked.
pub fn inspect<R: Read>(
    input: R,
    receiver: &Receiver<'_>,
    watch: &mut Watch<'_>,
) -> Result<Inspection, ExchangeError> {
    let (opened, way) = receiver.open(input)?;
    let mut archive = ArchiveReader::new(opened, watch);
    let (manifest, _) = read_manifest(&mut archive, way)?;
    let entries = match manifest.is_for(&receiver.identity.fingerprint(), way)? {
        true => Some(read_entries(&mut archive, &manifest)?),
        false => None,
    };
    Ok(Inspection { manifest, entries })
}

/// The manifest, whose signature holds, and the length of its text.
pub(super) fn read_manifest<R: Read>(
    archive: &mut ArchiveReader<'_, '_, R>,
    way: Way,
) -> Result<(Manifest, u64), ExchangeError> {
    let json = archive.first(MANIFEST, MAX_MANIFEST, Part::Manifest)?;
    let signature = archive.member(SIGNATURE, 64, Part::Manifest)?.read_all()?;
    let mut manifest: Manifest = verified(&json, &signature, FORMAT, DOMAIN)?;
    let length = json.len() as u64;
    manifest.check(length, way)?;
    manifest.text = Some(ContentHash(sha256(&json)));
    archive.expect(manifest.sizes(length));
    Ok((manifest, length))
}

fn read_entries<R: Read>(
    archive: &mut ArchiveReader<'_, '_, R>,
    manifest: &Manifest,
) -> Result<VerifiedEntries, ExchangeError> {
    let announced = &manifest.entries;
    let bytes = archive
        .member(ENTRIES, announced.bytes, Part::Entries)?
        .read_all()?;
    if sha256(&bytes) != announced.sha256.0 {
        return Err(ExchangeError::Altered(Part::Entries));
    }
    let mut pulse = || archive.pulse();
    let (entries, chain) = VerifiedEntries::verify(bytes, announced.count, &mut pulse)?;
    if chain.check(&manifest.forks)? != manifest.heads {
        return Err(ExchangeError::Malformed(Part::Manifest));
    }
    Ok(entries)
}

fn read_file<R: Read>(
    archive: &mut ArchiveReader<'_, '_, R>,
    file: &FileItem,
    sink: &mut dyn BundleSink,
) -> Result<(), ExchangeError> {
    let member = archive.member(&file.member(), file.size, Part::Files)?;
    let mut content = Hashing::new(member);
    let taken = sink.file(file, &mut content);
    // What the sink left is read all the same: the hash is over the whole.
    let rest = match taken {
        Ok(()) => std::io::copy(&mut content, &mut std::io::sink()).map_err(Stop::from),
        Err(stop) => Err(stop),
    };
    let (hash, member) = content.finish();
    if let Err(stop) = rest {
        // The sink saw a failed read of ours and gave up for it, or had a reason of its own.
        return Err(member.failure().unwrap_or(ExchangeError::Owner(stop)));
    }
    member.end()?;
    if hash != file.sha256 {
        return Err(ExchangeError::Altered(Part::Files));
    }
    Ok(())
}
