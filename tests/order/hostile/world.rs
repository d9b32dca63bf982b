//! What a colleague knows of the others.

use std::collections::BTreeSet;

use fieldnotes_core::colleague::{Who, identity};
use fieldnotes_core::send::{self, Recipients, Sending};
use fieldnotes_core::{Code, Session, Watch, record};

use super::mallory::{Known, KnownRecord, Mallory, World, people};
use crate::craft::entry::Signed;
use crate::craft::keys::fingerprint;
use crate::craft::letter::Item;
use crate::craft::{envelope, packing, tarball};
use crate::pool;
use crate::support::vault;
use crate::team::Team;

/// Records that are known.
const MOST: usize = 12;

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let bytes = hex::decode(hex.replace('-', "")).expect("hexadecimal");
    bytes.try_into().expect("of that length")
}

impl Team {
    /// What is known of all, with a bundle that somebody else made for the victim.
    pub fn world(&mut self, victim: usize, is_relayed: bool, mallory: &Mallory) -> World {
        let genuine = match is_relayed {
            true => self.sent_to_mallory(victim),
            false => Vec::new(),
        };
        let carried = self.made_for(victim);
        let mut people: Vec<Known> = self.sessions().map(known).collect();
        let session = self.sessions().nth(victim).expect("open");
        let mut records = Vec::new();
        let mut own: BTreeSet<String> = BTreeSet::new();
        let mut end = 0;
        let log = identity::show(session).device;
        for id in vault::record_ids(session).iter().take(MOST) {
            let Ok(shown) = record::show(session, id) else {
                continue;
            };
            let past = record::history(session, id).expect("a history").revisions;
            for one in past.iter().filter(|one| one.saved_by.who == Who::Own) {
                own.insert(one.saved_by.device.clone());
                end += u64::from(one.saved_by.device == log);
            }
            records.push(KnownRecord {
                id: bytes(id),
                schema: format!("{}/1", shown.kind),
                heads: shown.heads.iter().map(|head| bytes(head)).collect(),
                revisions: past.iter().map(|one| bytes(&one.revision)).collect(),
            });
        }
        own.remove(&log);
        let mut devices: Vec<[u8; 32]> = own.iter().map(|device| bytes(device)).collect();
        devices.append(&mut people[victim].devices);
        people[victim].devices = devices;
        records.retain(|record| record.schema.len() <= 64);
        World {
            people,
            victim,
            victim_end: end,
            records,
            genuine,
            carried,
            older: mallory.sent.clone(),
        }
    }

    fn sent_to_mallory(&mut self, victim: usize) -> Vec<Item> {
        let path = self.folder.path().join("to mallory");
        let names = [pool::MALLORY.to_owned()];
        let sending = Sending {
            reach: send::Reach::All,
            ..Sending::new(Recipients::Colleagues(&names))
        };
        let session = self.members[victim].open();
        let _ = std::fs::remove_file(&path);
        match send::send(session, &path, &sending, &mut Watch::silent()) {
            Ok(_) => {}
            Err(error) if matches!(error.code, Code::NothingNew | Code::NothingToExport) => {
                return Vec::new();
            }
            Err(error) => panic!("nothing forbids to send it: {error:?}"),
        }
        let sealed = std::fs::read(&path).expect("written");
        let members = tarball::members(&envelope::open(&sealed, &people()[0]));
        let manifest: serde_json::Value = serde_json::from_slice(&members[0].1).expect("JSON");
        let missing: BTreeSet<u64> = manifest["bodies"]["missing"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(serde_json::Value::as_u64)
            .collect();
        let mut bodies = packing::unpack_all(&members[3].1).into_iter();
        let entries = Signed::split(&members[2].1).into_iter().enumerate();
        entries
            .map(|(at, signed)| {
                let has = !missing.contains(&(at as u64));
                let body = has.then(|| bodies.next().expect("a body"));
                Item { signed, body }
            })
            .collect()
    }

    /// A bundle of everything that another one of the honest has for this one.
    fn made_for(&mut self, victim: usize) -> Vec<u8> {
        let path = self.folder.path().join("carried");
        let _ = std::fs::remove_file(&path);
        let other = (victim + 1) % self.members.len();
        let names = [pool::name(victim)];
        let to = Recipients::Colleagues(&names);
        let session = self.members[other].open();
        match send::export(session, &path, &to, None, &mut Watch::silent()) {
            Ok(_) => std::fs::read(&path).expect("written"),
            Err(error) if error.code == Code::NothingToExport => Vec::new(),
            Err(error) => panic!("nothing forbids to send it: {error:?}"),
        }
    }
}

fn known(session: &Session) -> Known {
    let own = identity::show(session);
    Known {
        fingerprint: fingerprint(&own.identity),
        line: own.identity,
        devices: vec![bytes(&own.device)],
    }
}
