//! A small world with a log, bodies and files, and a way to write its bundle wrongly.

use fieldnotes_domain::time::Timestamp;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use secrecy::SecretString;

use super::super::bodies::frame;
use super::super::entries::join;
use super::super::*;
use crate::crypto::hash::sha256;
use crate::crypto::key::Key;
use crate::crypto::sign::SigningSecret;
use crate::exchange::age_file::seal_to_recipients;
use crate::exchange::identity::{DeviceCertificate, PublicIdentity};
use crate::exchange::{Address, ContentHash, ExchangeError, FileItem, HashingRead, Receiver, Stop};
use crate::progress::{Cancelled, Watch};
use crate::vault::log;
use crate::vault::packing::PackedBody;
use fieldnotes_domain::history::{DeviceId, Entry, EntryHash, SignedEntry};
use fieldnotes_domain::ids::{BundleId, RecordId};

pub(super) use crate::exchange::identity::fixed;

pub(super) const ALICE: u8 = 1;
pub(super) const BOB: u8 = 2;
pub(super) const CAROL: u8 = 3;
pub(super) const DAVE: u8 = 4;

#[derive(Clone)]
pub(super) struct World {
    pub(super) entries: Vec<SignedEntry>,
    pub(super) bodies: Vec<Option<Vec<u8>>>,
    pub(super) files: Vec<(FileItem, Vec<u8>)>,
    pub(super) devices: Vec<DeviceCertificate>,
}

pub(super) fn file(content: &[u8]) -> (FileItem, Vec<u8>) {
    let item = FileItem {
        sha256: ContentHash(sha256(content)),
        size: content.len() as u64,
    };
    (item, content.to_vec())
}

impl World {
    pub(super) fn new(count: usize) -> Self {
        let mut world = Self {
            entries: Vec::new(),
            bodies: Vec::new(),
            files: vec![file(b"a recording"), file(&[5; 70_000])],
            devices: Vec::new(),
        };
        for seq in 1..=count as u64 {
            let last = world.entries.last().map(|last| last.hash);
            world.append(ALICE, seq, last, &format!("이야기 {seq}"));
        }
        world
    }

    pub(super) fn append(&mut self, device: u8, seq: u64, last: Option<EntryHash>, text: &str) {
        self.append_as("testimony/1", device, seq, last, text);
    }

    pub(super) fn append_as(
        &mut self,
        schema: &str,
        device: u8,
        seq: u64,
        last: Option<EntryHash>,
        text: &str,
    ) {
        let secret = SigningSecret::from_seed(Key::from_bytes(&[device + 50; 32]));
        let body =
            format!(r#"{{"salt":"{seq:032x}","trashed":false,"record":{{"title":"{text}"}}}}"#)
                .into_bytes();
        let entry = Entry {
            device: DeviceId(secret.public()),
            seq,
            backlink: last.unwrap_or(EntryHash::NONE),
            record: RecordId::from_u128(u128::from(seq % 3)),
            parents: last.into_iter().collect(),
            schema: schema.to_owned(),
            body_hash: log::hash_body(&body),
            time: Timestamp(1_700_000_000_000 + seq as i64),
        };
        let unsigned = log::name_entry(entry).unwrap();
        let signature = log::sign_entry(&secret.signer(), &unsigned);
        self.entries.push(unsigned.signed(signature));
        self.bodies.push(Some(body));
    }

    pub(super) fn hashes(&self) -> Vec<EntryHash> {
        self.entries.iter().map(|entry| entry.hash).collect()
    }

    pub(super) fn send(&self, address: &Address<'_>) -> (Vec<u8>, Manifest) {
        self.try_send(address).unwrap()
    }

    pub(super) fn try_send(
        &self,
        address: &Address<'_>,
    ) -> Result<(Vec<u8>, Manifest), ExchangeError> {
        let sender = fixed(ALICE);
        let entries = self.outgoing();
        let outgoing = OutgoingBundle {
            bundle: BundleId::from_u128(77),
            created: Timestamp(1_700_000_000_000),
            sender: &sender,
            base: BTreeMap::new(),
            devices: self.devices.clone(),
            entries: &entries,
            files: self.files.iter().map(|(item, _)| *item).collect(),
            notices: Notices::default(),
        };
        let mut source = self.clone();
        write(
            Vec::new(),
            &outgoing,
            address,
            &mut source,
            &mut Watch::silent(),
        )
    }

    fn outgoing(&self) -> Vec<OutgoingEntry> {
        let entries = self.entries.iter().zip(&self.bodies);
        entries
            .map(|(signed, body)| OutgoingEntry {
                signed: signed.clone(),
                body: body
                    .as_ref()
                    .map(|body| PackedBody::pack(body).bytes().len() as u64),
            })
            .collect()
    }

    /// What a sink holds after it took in the whole bundle.
    pub(super) fn expected(&self) -> Collected {
        let bodies = self.bodies.iter().enumerate();
        Collected {
            entries: self.entries.clone(),
            bodies: bodies
                .filter_map(|(index, body)| Some((index, body.clone()?)))
                .collect(),
            files: self.files.iter().cloned().collect(),
            ..Collected::default()
        }
    }
}

impl BundleSource for World {
    fn body(&mut self, index: usize) -> Result<PackedBody, Stop> {
        let body = self.bodies[index].as_ref();
        body.map(|body| PackedBody::pack(body))
            .ok_or_else(|| "not held".into())
    }

    fn file(&mut self, file: &FileItem) -> Result<Box<dyn Read + '_>, Stop> {
        let found = self.files.iter().find(|(item, _)| item == file);
        let (_, content) = found.ok_or("no such file")?;
        Ok(Box::new(&content[..]))
    }
}

#[derive(Debug, Default, PartialEq)]
pub(super) struct Collected {
    pub(super) entries: Vec<SignedEntry>,
    pub(super) bodies: BTreeMap<usize, Vec<u8>>,
    pub(super) files: BTreeMap<FileItem, Vec<u8>>,
    pub(super) refuse: bool,
    pub(super) fail_at_file: bool,
    pub(super) skip_files: bool,
}

impl BundleSink for Collected {
    fn manifest(&mut self, _: &Manifest) -> Result<Verdict, Stop> {
        Ok(match self.refuse {
            true => Verdict::UnknownSender,
            false => Verdict::Take,
        })
    }

    fn entries(&mut self, entries: &VerifiedEntries) -> Result<(), Stop> {
        self.entries = entries.iter().collect();
        Ok(())
    }

    fn body(&mut self, index: usize, _: &VerifiedEntries, body: ComingBody) -> Result<(), Stop> {
        let hash = self.entries[index].entry.body_hash;
        assert_eq!(
            log::hash_body(&body.bytes),
            hash,
            "no body comes that does not match"
        );
        assert_eq!(body.packed.hash(), hash);
        assert!(self.bodies.insert(index, body.bytes.to_vec()).is_none());
        Ok(())
    }

    fn file(&mut self, file: &FileItem, content: &mut dyn HashingRead) -> Result<(), Stop> {
        if self.fail_at_file {
            return Err("the disk is full".into());
        }
        if !self.skip_files {
            let mut all = Vec::new();
            content.read_to_end(&mut all)?;
            self.files.insert(*file, all);
        }
        Ok(())
    }
}

/// An address of these colleagues.
pub(super) fn to(seeds: &[u8]) -> Address<'static> {
    let all: Vec<PublicIdentity> = seeds
        .iter()
        .map(|seed| fixed(*seed).public().clone())
        .collect();
    Address::Colleagues(Vec::leak(all))
}

pub(super) fn take(
    bundle: &[u8],
    receiver: u8,
    sink: &mut Collected,
) -> Result<Manifest, ExchangeError> {
    take_with(bundle, receiver, None, sink)
}

pub(super) fn take_with(
    bundle: &[u8],
    receiver: u8,
    passphrase: Option<&SecretString>,
    sink: &mut Collected,
) -> Result<Manifest, ExchangeError> {
    let receiver = Receiver {
        identity: &fixed(receiver),
        passphrase,
    };
    read(bundle, &receiver, sink, &mut Watch::silent())
}

pub(super) fn inspect_as(bundle: &[u8], receiver: u8) -> Result<Inspection, ExchangeError> {
    let receiver = Receiver {
        identity: &fixed(receiver),
        passphrase: None,
    };
    inspect(Cursor::new(bundle), &receiver, &mut Watch::silent())
}

pub(super) fn watched(
    bundle: &[u8],
    mut go_on: impl FnMut(u64, u64) -> bool,
) -> Result<Manifest, ExchangeError> {
    let receiver = Receiver {
        identity: &fixed(BOB),
        passphrase: None,
    };
    let mut look = |progress: crate::progress::Progress| {
        go_on(progress.done, progress.total)
            .then_some(())
            .ok_or(Cancelled)
    };
    read(
        bundle,
        &receiver,
        &mut Collected::default(),
        &mut Watch::new(&mut look),
    )
}

/// A packed body as it stands in a bundle.
pub(super) fn framed(packed: &[u8]) -> Vec<u8> {
    let mut framed = Vec::new();
    frame(packed, &mut framed);
    framed
}

/// The parts of a bundle, to be put together wrongly.
#[derive(Clone)]
pub(super) struct Parts {
    pub(super) manifest: serde_json::Value,
    pub(super) entries: Vec<u8>,
    pub(super) bodies: Vec<u8>,
    pub(super) files: Vec<(String, Vec<u8>)>,
    pub(super) signer: u8,
}

impl Parts {
    pub(super) fn of(world: &World) -> Self {
        let (_, manifest) = world.send(&to(&[BOB]));
        let mut files = world.files.clone();
        files.sort();
        let mut parts = Self {
            manifest: serde_json::to_value(manifest).unwrap(),
            entries: Vec::new(),
            bodies: Vec::new(),
            files: files
                .iter()
                .map(|(item, content)| (item.member(), content.clone()))
                .collect(),
            signer: ALICE,
        };
        parts.take_entries_of(world);
        parts
    }

    /// Puts another world's entries and bodies in, with a manifest that agrees.
    pub(super) fn take_entries_of(&mut self, world: &World) {
        let joined = world
            .entries
            .iter()
            .map(|one| join(&one.bytes, &one.signature).unwrap());
        self.entries = joined.collect::<Vec<_>>().concat();
        self.bodies = world
            .bodies
            .iter()
            .flatten()
            .flat_map(|body| framed(PackedBody::pack(body).bytes()))
            .collect();
        self.manifest["bodies"]["count"] = world.bodies.iter().flatten().count().into();
        self.manifest["entries"]["count"] = world.entries.len().into();
        let top = world
            .entries
            .iter()
            .map(|one| (one.entry.device.to_string(), one.entry.seq));
        let mut heads = BTreeMap::new();
        top.for_each(|(device, seq)| {
            let held: &mut u64 = heads.entry(device).or_default();
            *held = seq.max(*held);
        });
        self.manifest["heads"] = serde_json::to_value(heads).unwrap();
        self.agree();
    }

    /// Lengths and hashes in the manifest as the parts have them.
    pub(super) fn agree(&mut self) {
        self.manifest["entries"]["bytes"] = self.entries.len().into();
        self.manifest["entries"]["sha256"] = hex::encode(sha256(&self.entries)).into();
        self.manifest["bodies"]["bytes"] = self.bodies.len().into();
    }

    pub(super) fn members(&self) -> Vec<(String, Vec<u8>)> {
        let manifest = serde_json::to_vec(&self.manifest).unwrap();
        let signature = fixed(self.signer).sign(DOMAIN, &manifest).to_vec();
        let fixed = [
            (MANIFEST, manifest),
            (SIGNATURE, signature),
            (ENTRIES, self.entries.clone()),
            (BODIES, self.bodies.clone()),
        ];
        let named = fixed.map(|(name, content)| (name.to_owned(), content));
        named.into_iter().chain(self.files.clone()).collect()
    }

    pub(super) fn tar(&self) -> Vec<u8> {
        tar_of(&self.members())
    }

    /// The refusal that a bundle of these parts meets.
    pub(super) fn offer(&self) -> ExchangeError {
        offer(&self.tar())
    }
}

/// An archive of these members as ours are written, up to the padding.
pub(super) fn tar_of(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut watch = Watch::silent();
    let sizes = members.iter().map(|(_, content)| content.len() as u64);
    let mut archive = crate::exchange::archive::ArchiveWriter::new(Vec::new(), sizes, &mut watch);
    for (name, content) in members {
        archive.member(name, content).unwrap();
    }
    archive.finish().unwrap()
}

/// Seals `tar` for Bob and returns how he refuses it.
pub(super) fn offer(tar: &[u8]) -> ExchangeError {
    let mut sink = Collected::default();
    take(&sealed(tar), BOB, &mut sink).unwrap_err()
}

pub(super) fn sealed(tar: &[u8]) -> Vec<u8> {
    let recipient = fixed(BOB).public().recipient().clone();
    let mut writer = seal_to_recipients(&[recipient], Vec::new()).unwrap();
    writer.write_all(tar).unwrap();
    writer.finish().unwrap()
}
