//! A device: a vault, and somebody who writes, sends, takes in and settles.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::receive;
use fieldnotes_core::record::{self, conflict};
use fieldnotes_core::send::{self, Reach, Recipients, Sending};
use fieldnotes_core::vault;
use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{
    Clock, Code, Environment, OsRandom, SecretString, Session, Timestamp, Watch,
};
use serde_json::{Value, json};

use crate::material::{Chance, Material};
use crate::measure::{Outcome, folder_size};

/// 2026-01-01.
const BEGIN: i64 = 1_767_225_600_000;
const DAY: i64 = 86_400_000;

const PASSPHRASE: &str = "a vault that is thrown away";

/// The day of the simulation, for all devices.
#[derive(Default)]
pub struct Today(AtomicI64);

impl Today {
    /// Sets it.
    pub fn set(&self, day: usize) {
        self.0.store(BEGIN + DAY * day as i64, Ordering::Relaxed);
    }
}

impl Clock for Today {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}

/// A revision that was written.
#[derive(Debug, Clone)]
pub struct Change {
    /// The record.
    pub record: String,
    /// The revision.
    pub revision: String,
}

/// A file that was written.
#[derive(Debug)]
pub struct Sent {
    /// Its bytes.
    pub bytes: u64,
    /// Milliseconds of making it.
    pub took: f64,
}

/// What a day's files brought.
#[derive(Debug, Default)]
pub struct Brought {
    /// Revisions that were new, and that were held.
    pub revisions: [u64; 2],
    /// Milliseconds of each.
    pub took: Vec<f64>,
}

/// A device.
pub struct Device {
    /// Its vault.
    pub session: Session,
    /// The folder of its vault.
    pub path: PathBuf,
    /// Draws of its own.
    pub chance: Chance,
    /// It took in something new since it was last measured for what it holds.
    pub is_changed: bool,
    /// Conflicts that were settled.
    pub settled: u64,
    /// Changes that were written, and the bytes of their JSON.
    pub written: [u64; 2],
    material: Material,
    own: Vec<String>,
    /// From whom something came, and nothing went to them since.
    owing: BTreeSet<usize>,
    by_fingerprint: HashMap<String, usize>,
}

fn environment(today: &Arc<Today>) -> Environment {
    Environment {
        clock: today.clone(),
        random: Arc::new(OsRandom),
    }
}

impl Device {
    /// A device with a fresh vault.
    pub fn new(at: usize, folder: &Path, seed: u64, today: &Arc<Today>) -> Outcome<Self> {
        let path = folder.join(format!("vault-{at}"));
        let environment = environment(today);
        let new = NewVault {
            passphrase: SecretString::from(PASSPHRASE),
            recovery_words: WordList::English,
            is_test: true,
        };
        vault::create(&path, &new, &environment)?;
        let seed = seed.wrapping_mul(1_000_003).wrapping_add(at as u64);
        Ok(Self {
            session: vault::unlock(&path, &SecretString::from(PASSPHRASE), &environment)?,
            path,
            chance: Chance::new(seed),
            is_changed: false,
            settled: 0,
            written: [0; 2],
            material: Material::new(seed),
            own: Vec::new(),
            owing: BTreeSet::new(),
            by_fingerprint: HashMap::new(),
        })
    }

    /// Locks, says how many bytes the vault has, and unlocks again. While it is unlocked its write-ahead log comes and goes.
    pub fn measured(self, today: &Arc<Today>) -> Outcome<(u64, Self)> {
        vault::lock(self.session)?;
        let bytes = folder_size(&self.path)?;
        let passphrase = SecretString::from(PASSPHRASE);
        let session = vault::unlock(&self.path, &passphrase, &environment(today))?;
        Ok((bytes, Self { session, ..self }))
    }

    /// Makes two devices known to each other.
    pub fn meet(&mut self, at: usize, other: &mut Self, there: usize) -> Outcome<()> {
        let (ours, theirs) = (
            identity::show(&self.session),
            identity::show(&other.session),
        );
        colleague::add(&mut self.session, &theirs.identity, &there.to_string())?;
        colleague::add(&mut other.session, &ours.identity, &at.to_string())?;
        self.by_fingerprint.insert(theirs.fingerprint, there);
        other.by_fingerprint.insert(ours.fingerprint, at);
        Ok(())
    }

    fn text(&mut self) -> Value {
        let bytes = (self.chance.log_normal(900.0, 0.8) as usize).clamp(80, 20_000);
        let note = self.material.note_of(bytes);
        serde_json::from_slice::<Value>(&note).unwrap_or_default()["text"].take()
    }

    fn count(&mut self, body: &[u8]) {
        self.written[0] += 1;
        self.written[1] += body.len() as u64;
    }

    /// Writes a new record.
    pub fn add(&mut self) -> Outcome<Change> {
        let body = json!({"text": self.text(), "margin": {}})
            .to_string()
            .into_bytes();
        self.count(&body);
        let saved = record::add(&mut self.session, "note", &body)?;
        self.own.push(saved.id.clone());
        Ok(Change {
            record: saved.id,
            revision: saved.revision,
        })
    }

    /// A piece of work: a new record, another text in one's own, or a place of one that all share.
    pub fn work(&mut self, shared: &[String]) -> Outcome<Change> {
        let lot = self.chance.below(100);
        if lot < 60 || self.own.is_empty() {
            return self.add();
        }
        let is_shared = lot >= 90;
        let id = match is_shared {
            true => self.chance.pick(shared).clone(),
            false => self.chance.pick(&self.own).clone(),
        };
        let text = self.text();
        let place = format!("place {}", self.chance.below(6));
        let Ok(shown) = record::show(&self.session, &id) else {
            return self.add();
        };
        let mut record = shown.record;
        match is_shared {
            true => record["margin"][place] = text,
            false => record["text"] = text,
        }
        let body = record.to_string().into_bytes();
        let saved = match record::edit(&mut self.session, &id, &body, None) {
            Err(error) if error.code == Code::RecordInConflict => {
                self.settled += 1;
                self.resolve(&id, &body)?
            }
            saved => saved?,
        };
        self.count(&body);
        Ok(Change {
            record: id,
            revision: saved.revision,
        })
    }

    /// Writes a file for others, where there is something for them, if only that what they sent has come.
    pub fn send(&mut self, to: &[usize], out: &Path, reach: Reach) -> Outcome<Option<Sent>> {
        let names: Vec<String> = to.iter().map(usize::to_string).collect();
        let sending = Sending {
            reach,
            acknowledge: to.iter().any(|one| self.owing.contains(one)),
            ..Sending::new(Recipients::Colleagues(&names))
        };
        let begun = Instant::now();
        let written = match send::send(&mut self.session, out, &sending, &mut Watch::silent()) {
            Err(error) if error.code == Code::NothingNew => return Ok(None),
            written => written?,
        };
        to.iter().for_each(|one| {
            self.owing.remove(one);
        });
        Ok(Some(Sent {
            bytes: written.bytes,
            took: begun.elapsed().as_secs_f64() * 1_000.0,
        }))
    }

    /// Takes in what came, file by file.
    pub fn take(&mut self, files: &[PathBuf]) -> Outcome<Brought> {
        let mut brought = Brought::default();
        for file in files {
            let begun = Instant::now();
            let file = std::slice::from_ref(file);
            let done = receive::import(&mut self.session, file, None, false, &mut Watch::silent())?;
            brought.took.push(begun.elapsed().as_secs_f64() * 1_000.0);
            for one in done.bundles {
                brought.revisions[0] += one.new_revisions;
                brought.revisions[1] += one.known_revisions;
                self.is_changed |= one.new_revisions > 0;
                if one.new_revisions + one.known_revisions > 0 {
                    self.owing
                        .extend(self.by_fingerprint.get(&one.sender.fingerprint));
                }
            }
        }
        Ok(brought)
    }

    /// Whether a change has come.
    pub fn has(&self, change: &Change) -> bool {
        record::show_at(&self.session, &change.record, &change.revision).is_ok()
    }

    fn resolve(&mut self, id: &str, body: &[u8]) -> Outcome<record::Saved> {
        let seen = conflict::Settle::seen(record::show(&self.session, id)?.heads);
        Ok(conflict::resolve(&mut self.session, id, body, &seen)?)
    }

    /// Settles what is in conflict among these records, taking what is shown and writing it down.
    pub fn settle(&mut self, shared: &[String]) -> Outcome<()> {
        let conflicts = conflict::list(&self.session)?.conflicts;
        for line in conflicts.iter().filter(|line| shared.contains(&line.id)) {
            let body = record::show(&self.session, &line.id)?
                .record
                .to_string()
                .into_bytes();
            self.resolve(&line.id, &body)?;
            self.count(&body);
            self.settled += 1;
        }
        Ok(())
    }
}
