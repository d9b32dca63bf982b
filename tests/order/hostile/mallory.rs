//! Somebody whose identity others have accepted, and who signs whatever they like. What they know is what a colleague knows:
//! the records, their revisions, who the others are.

use std::sync::OnceLock;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::craft::entry::{Entry, Log, Signed, body};
use crate::craft::keys::{Device, Person, recipient};
use crate::craft::letter::{Item, Letter, Parts};
use crate::craft::{envelope, tarball};
use crate::support::chance::Chance;

/// Kinds of records that are known, with their schemas.
pub const SCHEMAS: [&str; 4] = ["person/1", "testimony/1", "note/1", "place/1"];

/// How a deed must end, by docs/FORMAT.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// It is right, whoever made it. Where it shows a log to be forked, it comes in on a person's word.
    Taken,
    /// Refused, whatever a person allows.
    Refused,
    /// Of somebody who is no colleague.
    Stranger,
    /// The page leaves it open, or it is a matter of chance.
    Either,
}

/// What is put before a vault.
pub struct Offer {
    pub bytes: Vec<u8>,
    /// It is sealed to the passphrase of bundles.
    pub is_to_passphrase: bool,
    pub expect: Expect,
    /// What was chosen of a kind, for whom it fails.
    pub what: String,
    /// What lies at the place where a file should.
    pub placed: Placed,
    /// What was there when somebody looked, before this came.
    pub shown: Option<Vec<u8>>,
}

/// What lies at the place where a file should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    File,
    /// A pipe that nobody writes to.
    Pipe,
    /// A link to the file.
    Link,
    /// A link to what never ends.
    LinkToEndless,
    Folder,
    Socket,
    Empty,
}

impl Offer {
    pub fn of(bytes: Vec<u8>, expect: Expect, what: impl Into<String>) -> Self {
        Self {
            bytes,
            is_to_passphrase: false,
            expect,
            what: what.into(),
            placed: Placed::File,
            shown: None,
        }
    }

    pub fn to_passphrase(bytes: Vec<u8>, expect: Expect, what: impl Into<String>) -> Self {
        Self {
            is_to_passphrase: true,
            ..Self::of(bytes, expect, what)
        }
    }
}

/// One of the honest.
pub struct Known {
    pub line: String,
    pub fingerprint: String,
    /// Their logs, the one that is written last.
    pub devices: Vec<[u8; 32]>,
}

/// A record of the honest.
pub struct KnownRecord {
    pub id: [u8; 16],
    pub schema: String,
    pub heads: Vec<[u8; 32]>,
    /// All revisions.
    pub revisions: Vec<[u8; 32]>,
}

/// What a colleague knows.
pub struct World {
    pub people: Vec<Known>,
    /// Whom the deed is for.
    pub victim: usize,
    /// The highest number of the victim's own log that is held there.
    pub victim_end: u64,
    pub records: Vec<KnownRecord>,
    /// What the victim once sent to this colleague: genuine entries and their bodies.
    pub genuine: Vec<Item>,
    /// What another one of the honest made for the victim; empty where nothing may go.
    pub carried: Vec<u8>,
    /// Bundles from before.
    pub older: Vec<(Vec<u8>, bool)>,
}

impl World {
    pub fn victim(&self) -> &Known {
        &self.people[self.victim]
    }
}

/// The two who are accepted everywhere and are one: a person, and a second identity of theirs.
pub fn people() -> &'static [Person; 2] {
    static PEOPLE: OnceLock<[Person; 2]> = OnceLock::new();
    PEOPLE.get_or_init(|| [Person::of_seed([77; 32]), Person::of_seed([78; 32])])
}

pub struct Mallory {
    pub chance: Chance,
    pub logs: Vec<Log>,
    /// Of the last bundle.
    pub number: u64,
    /// What was marked before, to be marked again.
    pub marked: Vec<Value>,
    /// Bundles from before.
    pub sent: Vec<(Vec<u8>, bool)>,
}

impl Mallory {
    pub fn of_seed(seed: u64) -> Self {
        let mut chance = Chance::from_seed(seed);
        let mut logs = Vec::new();
        for _ in 0..3 {
            logs.push(Log::begin(device(&mut chance)));
        }
        Self {
            chance,
            logs,
            number: 0,
            marked: Vec::new(),
            sent: Vec::new(),
        }
    }

    /// One of these.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.chance.index(of.len())]
    }

    pub fn hash(&mut self) -> [u8; 32] {
        self.chance.bytes(32).try_into().expect("32")
    }

    pub fn uuid(&mut self) -> [u8; 16] {
        let bytes: [u8; 16] = self.chance.bytes(16).try_into().expect("16");
        *uuid::Builder::from_random_bytes(bytes)
            .into_uuid()
            .as_bytes()
    }

    pub fn device(&mut self) -> Device {
        device(&mut self.chance)
    }

    /// A body around this record.
    pub fn body(&mut self, record: &str) -> Vec<u8> {
        body(&self.chance.bytes(16), record)
    }

    /// One of the logs.
    pub fn log(&mut self) -> usize {
        self.chance.index(self.logs.len())
    }

    /// The next entry of one of the logs, of a record of the honest or a new one, and its body: all as it should be.
    pub fn draft(&mut self, world: &World) -> (usize, Entry, Vec<u8>) {
        let json = json!({"tags": [format!("맬러리 {}", self.chance.below(1_000))]});
        let text = self.body(&json.to_string());
        self.draft_of(world, text)
    }

    /// The same with a body.
    pub fn draft_of(&mut self, world: &World, text: Vec<u8>) -> (usize, Entry, Vec<u8>) {
        let log = self.log();
        let known = match self.chance.below(2) {
            0 if !world.records.is_empty() => Some(self.one(&world.records)),
            _ => None,
        };
        let (record, schema) = match known {
            Some(known) => (known.id, known.schema.clone()),
            None => (self.uuid(), self.one(&SCHEMAS).to_string()),
        };
        let mut entry = self.logs[log].next(record, &schema, &text);
        if let Some(known) = known {
            entry.parents = known.heads.iter().take(64).copied().collect();
            entry.parents.sort_unstable();
        }
        (log, entry, text)
    }

    /// An entry as it should be, in its log.
    pub fn item(&mut self, world: &World) -> Item {
        let (log, entry, text) = self.draft(world);
        let signed = self.logs[log].write(&entry);
        Item {
            signed,
            body: Some(text),
        }
    }

    pub fn has_device(&self, device: &[u8; 32]) -> bool {
        let mut logs = self.logs.iter();
        logs.any(|log| log.device.id() == *device)
    }

    /// Signs an entry of a log of theirs and leaves the log as it was: what is refused was never there.
    pub fn aside(&self, log: usize, entry: &Entry) -> Signed {
        entry.signed(&self.logs[log].device)
    }

    /// A bundle as it should be, of these entries.
    pub fn letter(&mut self, world: &World, items: Vec<Item>) -> Letter {
        self.number += 1;
        let mut notices = Map::new();
        notices.insert("number".to_owned(), json!(self.number));
        Letter {
            bundle: Uuid::from_bytes(self.uuid()).to_string(),
            recipients: world
                .people
                .iter()
                .map(|known| known.fingerprint.clone())
                .collect(),
            items,
            devices: Vec::new(),
            forks: Map::new(),
            files: Vec::new(),
            notices,
        }
    }

    /// The same with one ordinary entry.
    pub fn ordinary(&mut self, world: &World) -> Letter {
        let item = self.item(world);
        self.letter(world, vec![item])
    }

    pub fn parts(&self, letter: &Letter) -> Parts {
        letter.parts(&people()[0].line)
    }

    /// Signs and seals it for all the honest.
    pub fn seal(&mut self, world: &World, parts: &Parts) -> Vec<u8> {
        let plain = tarball::archive(&parts.members(&people()[0]));
        self.seal_plain(world, &plain)
    }

    pub fn seal_plain(&mut self, world: &World, plain: &[u8]) -> Vec<u8> {
        let to: Vec<Vec<u8>> = world
            .people
            .iter()
            .map(|known| recipient(&known.line))
            .collect();
        envelope::seal(plain, &to)
    }

    /// A sealed letter.
    pub fn offer(&mut self, world: &World, letter: &Letter, expect: Expect, what: &str) -> Offer {
        let parts = self.parts(letter);
        self.offer_parts(world, &parts, expect, what)
    }

    /// Sealed parts.
    pub fn offer_parts(
        &mut self,
        world: &World,
        parts: &Parts,
        expect: Expect,
        what: &str,
    ) -> Offer {
        let bytes = self.seal(world, parts);
        Offer::of(bytes, expect, what)
    }

    /// An ordinary letter after something was done to its parts.
    pub fn altered(
        &mut self,
        world: &World,
        expect: Expect,
        what: &str,
        alter: impl FnOnce(&mut Parts),
    ) -> Offer {
        // What is refused leaves the logs as they were.
        let logs = self.logs.clone();
        let letter = self.ordinary(world);
        if expect == Expect::Refused {
            self.logs = logs;
        }
        let mut parts = self.parts(&letter);
        alter(&mut parts);
        self.offer_parts(world, &parts, expect, what)
    }

    /// A letter with one entry that stands in no log afterwards where it is refused.
    pub fn entry(
        &mut self,
        world: &World,
        expect: Expect,
        what: &str,
        alter: impl FnOnce(&mut Self, &mut Entry),
    ) -> Offer {
        let (log, mut entry, text) = self.draft(world);
        alter(self, &mut entry);
        self.entry_with(world, (log, entry, Some(text)), expect, what)
    }

    pub fn entry_with(
        &mut self,
        world: &World,
        (log, entry, text): (usize, Entry, Option<Vec<u8>>),
        expect: Expect,
        what: &str,
    ) -> Offer {
        let signed = match expect {
            Expect::Refused | Expect::Either => self.aside(log, &entry),
            _ => self.logs[log].write(&entry),
        };
        let letter = self.letter(world, vec![Item { signed, body: text }]);
        self.offer(world, &letter, expect, what)
    }
}

fn device(chance: &mut Chance) -> Device {
    Device::of_seed(chance.bytes(32).try_into().expect("32"))
}
