//! Writing a bundle.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use zeroize::Zeroizing;

use super::super::ahead::Behind;
use super::super::archive::ArchiveWriter;
use super::super::identity::{DeviceCertificate, SecretIdentity};
use super::super::{Address, ContentHash, ExchangeError, FileItem, Part, Stop, Way};
use super::bodies::{frame, framed_len};
use super::entries::{Chain, join};
use super::{
    BODIES, Bodies, DOMAIN, ENTRIES, Entries, FORMAT, MANIFEST, Manifest, Notices, SIGNATURE,
};
use crate::crypto::hash::ContentHasher;
use crate::progress::Watch;
use crate::vault::packing::{MAX_PACKED, PackedBody};
use fieldnotes_domain::history::{DeviceId, SignedEntry};
use fieldnotes_domain::ids::BundleId;
use fieldnotes_domain::time::Timestamp;

/// Gives what does not fit in memory, each piece when its turn comes.
pub trait BundleSource {
    /// The body of the entry at this position, of the length that was announced for it. Called once for
    /// each entry with a body, in their order.
    fn body(&mut self, index: usize) -> Result<PackedBody, Stop>;

    /// The content of a file. Called once for each, in the order of the manifest. A failed read stops
    /// the work and comes back as [`ExchangeError::Owner`]. Whoever gives it answers for its being what the manifest names:
    /// only its length is looked at here, and its hash where the bundle is read.
    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop>;
}

/// What is to be sent.
#[derive(Debug)]
pub struct OutgoingBundle<'a> {
    /// The name of the bundle.
    pub bundle: BundleId,
    /// The time by our clock, in milliseconds since 1970.
    pub created: Timestamp,
    /// Who signs it.
    pub sender: &'a SecretIdentity,
    /// What the recipients are taken to hold of each device log; empty for a full bundle.
    pub base: BTreeMap<DeviceId, u64>,
    /// Certificates of the devices whose entries are sent, as far as we have them.
    pub devices: Vec<DeviceCertificate>,
    /// The entries, in the order in which they will stand.
    pub entries: &'a [OutgoingEntry],
    /// The files, in any order; one that stands twice is sent once.
    pub files: Vec<FileItem>,
    /// The notices that go with them.
    pub notices: Notices,
}

/// A log entry on its way.
#[derive(Debug, Clone)]
pub struct OutgoingEntry {
    /// The entry.
    pub signed: SignedEntry,
    /// The length of its body as it is packed, or nothing where the body is withheld or not held.
    pub body: Option<u64>,
}

/// Writes a bundle to `out` and gives it back, for its owner to sync, with the manifest that it bears.
/// After an error `out` holds a torso that no reader accepts.
pub fn write<W: Write + Send>(
    out: W,
    outgoing: &OutgoingBundle<'_>,
    address: &Address<'_>,
    source: &mut dyn BundleSource,
    watch: &mut Watch<'_>,
) -> Result<(W, Manifest), ExchangeError> {
    let manifest = manifest(outgoing, address)?;
    // A struct of maps with text keys, lists and numbers always has a JSON form.
    let json = serde_json::to_vec(&manifest).map_err(|error| ExchangeError::Io(error.into()))?;
    manifest
        .check(json.len() as u64, address.way())
        .map_err(ExchangeError::of_writing)?;
    let sealed = address.seal(out)?;
    let sealed = std::thread::scope(|scope| {
        let behind = Behind::new(scope, sealed);
        let behind = write_archive(behind, outgoing, &manifest, &json, source, watch)?;
        Ok::<_, ExchangeError>(behind.finish()?)
    })?;
    Ok((sealed.finish()?, manifest))
}

/// The bytes of the payload that [`write()`] would seal. The envelope adds its header and 16 bytes to each 64 KiB.
///
/// # Errors
/// What [`write()`] would refuse before it writes.
pub fn weigh(outgoing: &OutgoingBundle<'_>, address: &Address<'_>) -> Result<u64, ExchangeError> {
    let manifest = manifest(outgoing, address)?;
    let json = serde_json::to_vec(&manifest).map_err(|error| ExchangeError::Io(error.into()))?;
    manifest
        .check(json.len() as u64, address.way())
        .map_err(ExchangeError::of_writing)?;
    Ok(manifest.whole(json.len() as u64))
}

fn write_archive<W: Write>(
    out: W,
    outgoing: &OutgoingBundle<'_>,
    manifest: &Manifest,
    json: &[u8],
    source: &mut dyn BundleSource,
    watch: &mut Watch<'_>,
) -> Result<W, ExchangeError> {
    let sizes = manifest.sizes(json.len() as u64);
    let mut archive = ArchiveWriter::new(out, sizes, watch);
    archive.member(MANIFEST, json)?;
    archive.member(SIGNATURE, &outgoing.sender.sign(DOMAIN, json))?;

    archive.begin(ENTRIES, manifest.entries.bytes)?;
    for one in outgoing.entries {
        archive.write(
            &join(&one.signed.bytes, &one.signed.signature).map_err(ExchangeError::of_writing)?,
        )?;
    }
    archive.end(manifest.entries.bytes)?;

    archive.begin(BODIES, manifest.bodies.bytes)?;
    let mut framed = Zeroizing::new(Vec::new());
    for (index, one) in outgoing.entries.iter().enumerate() {
        let Some(length) = one.body else { continue };
        let body = source.body(index).map_err(ExchangeError::Owner)?;
        // A body that was damaged here must not travel under our signature.
        let is_it =
            body.bytes().len() as u64 == length && body.hash() == one.signed.entry.body_hash;
        if !is_it {
            return Err(ExchangeError::SourceMismatch(Part::Bodies));
        }
        frame(body.bytes(), &mut framed);
        archive.write(&framed)?;
    }
    archive.end(manifest.bodies.bytes)?;

    for file in &manifest.files {
        archive.vouched(file, source.file(file).map_err(ExchangeError::Owner)?)?;
    }
    archive.finish()
}

fn manifest(
    outgoing: &OutgoingBundle<'_>,
    address: &Address<'_>,
) -> Result<Manifest, ExchangeError> {
    if address.way() == Way::Colleagues && address.fingerprints().is_empty() {
        return Err(ExchangeError::NoRecipient);
    }
    let mut hasher = ContentHasher::default();
    let mut entries_len = 0;
    let mut bodies = Bodies {
        count: 0,
        bytes: 0,
        missing: Vec::new(),
    };
    for (index, one) in outgoing.entries.iter().enumerate() {
        let joined =
            join(&one.signed.bytes, &one.signed.signature).map_err(ExchangeError::of_writing)?;
        hasher.update(&joined);
        entries_len += joined.len() as u64;
        match one.body {
            Some(length) if length > MAX_PACKED as u64 => {
                return Err(ExchangeError::TooLargeToWrite(Part::Bodies));
            }
            Some(length) => {
                bodies.count += 1;
                bodies.bytes += framed_len(length);
            }
            None => bodies.missing.push(index as u64),
        }
    }
    let mut files = outgoing.files.clone();
    files.sort_unstable();
    files.dedup();
    let mut chain = Chain::of(outgoing.entries.iter().map(|one| &one.signed));
    let forks = chain.forks();
    Ok(Manifest {
        format: FORMAT.to_owned(),
        bundle: outgoing.bundle,
        sender: outgoing.sender.public().clone(),
        recipients: address.fingerprints(),
        created: outgoing.created,
        base: outgoing.base.clone(),
        heads: chain.check(&forks)?,
        forks,
        devices: outgoing.devices.clone(),
        entries: Entries {
            count: outgoing.entries.len() as u64,
            bytes: entries_len,
            sha256: ContentHash(hasher.finish()),
        },
        bodies,
        files,
        notices: outgoing.notices.clone(),
        text: None,
    })
}
