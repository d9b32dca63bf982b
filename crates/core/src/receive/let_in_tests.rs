//! What a colleague may send, and what it must not do: shut the vault, take from sight what others wrote, cost more than it
//! weighs. The colleague here signs whatever it likes.

mod authority;
mod forks;
mod rebuilt;
mod words;

use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::vault::sealed_row::RowId;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::colleague::{self, identity};
use crate::environment::Environment;
use crate::error::Code;
use crate::record::batch::{self, NewRows};
use crate::record::{self, conflict};
use crate::send::{Recipients, Sending};
use crate::session::Session;
use crate::session::error::SessionError;
use crate::vault::rebuild::Lost;
use crate::vault::repair::repair;
use crate::vault::unlock::{Access, unlock};
use crate::vault::{self, NewVault, WordList};
use crate::{attachment, folder, receive, review, search};
use fieldnotes_domain::history::{DeviceId, Entry, EntryHash, Places, SignedEntry};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_format::exchange::bundle::{
    BundleSource, Held, Notices, OutgoingBundle, OutgoingEntry, Withdrawn, write,
};
use fieldnotes_format::exchange::identity::{DeviceCertificate, SecretIdentity};
use fieldnotes_format::exchange::{Address, FileItem, Stop};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::{OsRandom, make_id};
use fieldnotes_format::vault::device::DeviceSecret;
use fieldnotes_format::vault::log;
use fieldnotes_format::vault::packing::PackedBody;
use fieldnotes_store::store::Table;
use secrecy::SecretString;

const PASSPHRASE: &str = "x";

fn create(path: &Path) -> Session {
    let new = NewVault {
        passphrase: SecretString::from(PASSPHRASE),
        recovery_words: WordList::English,
        is_test: true,
    };
    vault::create(path, &new, &Environment::system()).expect("created");
    open(path)
}

fn open(path: &Path) -> Session {
    let passphrase = SecretString::from(PASSPHRASE);
    unlock(path, &passphrase, Access::Full, &Environment::system()).expect("it opens")
}

fn silent() -> Watch<'static> {
    Watch::silent()
}

/// One log of somebody who signs anything.
struct Log {
    device: DeviceSecret,
    seq: u64,
    last: EntryHash,
    schema: String,
}

type Sent = (SignedEntry, Option<Vec<u8>>);

impl Log {
    fn begin() -> Self {
        Self {
            device: DeviceSecret::make(&OsRandom),
            seq: 0,
            last: EntryHash::NONE,
            schema: "testimony/1".into(),
        }
    }

    fn id(&self) -> DeviceId {
        self.device.id()
    }

    fn write(&mut self, record: RecordId, parents: &[EntryHash], body: Option<&[u8]>) -> Sent {
        self.seq += 1;
        let mut parents = parents.to_vec();
        parents.sort_unstable();
        let unsigned = log::name_entry(Entry {
            device: self.id(),
            seq: self.seq,
            backlink: self.last,
            record,
            parents,
            schema: self.schema.clone(),
            body_hash: log::hash_body(body.unwrap_or(b"withheld")),
            time: Timestamp(1_700_000_000_000 + self.seq as i64),
        });
        let unsigned = unsigned.expect("an entry");
        let signature = self.device.signer().sign(&unsigned);
        let signed = unsigned.signed(signature);
        self.last = signed.hash;
        (signed, body.map(<[u8]>::to_vec))
    }
}

fn body(title: &str) -> Vec<u8> {
    let salt = "0f".repeat(16);
    let consent = r#"[{"decision":"granted","use":"share_inside"}]"#;
    format!(
        r#"{{"salt":"{salt}","trashed":false,"record":{{"title":"{title}","consent":{consent}}}}}"#
    )
    .into_bytes()
}

/// No body: it matches its hash, and cannot be read.
fn no_body() -> Vec<u8> {
    let salt = "0f".repeat(16);
    format!(r#"{{"salt":"{salt}","trashed":1,"record":{{"title":"bad"}}}}"#).into_bytes()
}

struct Bodies(Vec<Option<Vec<u8>>>);

impl BundleSource for Bodies {
    fn body(&mut self, index: usize) -> Result<PackedBody, Stop> {
        Ok(PackedBody::pack(self.0[index].as_ref().expect("announced")))
    }

    fn file(&mut self, _: &FileItem) -> Result<Box<dyn std::io::Read + '_>, Stop> {
        Err("there is none".into())
    }
}

struct Stage {
    dir: tempfile::TempDir,
    path: PathBuf,
    victim: Session,
    mallory: SecretIdentity,
    /// Certificates that the next bundles bear.
    devices: Vec<DeviceCertificate>,
    count: usize,
}

impl Stage {
    fn set() -> Self {
        let dir = tempfile::tempdir().expect("temp dir");
        let path = dir.path().join("victim");
        let mut victim = create(&path);
        let mallory = SecretIdentity::make(&OsRandom).expect("made");
        colleague::add(&mut victim, &mallory.public().to_string(), "mallory").expect("added");
        Self {
            dir,
            path,
            victim,
            mallory,
            devices: Vec::new(),
            count: 0,
        }
    }

    fn file(&mut self) -> PathBuf {
        self.count += 1;
        self.dir.path().join(format!("{}.fnbundle", self.count))
    }

    /// A bundle of this colleague's, sealed for the victim.
    fn bundle(&mut self, sent: Vec<Sent>, notices: Notices) -> PathBuf {
        let entries: Vec<OutgoingEntry> = sent
            .iter()
            .map(|(signed, body)| OutgoingEntry {
                signed: signed.clone(),
                body: body
                    .as_ref()
                    .map(|body| PackedBody::pack(body).bytes().len() as u64),
            })
            .collect();
        let outgoing = OutgoingBundle {
            bundle: make_id(&OsRandom),
            created: Timestamp(1_700_000_000_000),
            sender: &self.mallory,
            base: Default::default(),
            devices: self.devices.clone(),
            entries: &entries,
            files: Vec::new(),
            notices,
        };
        let to = [self.victim.identity().public().clone()];
        let mut source = Bodies(sent.into_iter().map(|(_, body)| body).collect());
        let made = write(
            Vec::new(),
            &outgoing,
            &Address::Colleagues(&to),
            &mut source,
            &mut silent(),
        );
        let file = self.file();
        std::fs::write(&file, made.expect("written").0).expect("written");
        file
    }

    fn import(&mut self, file: PathBuf) -> Result<receive::BundlesImported, crate::error::Error> {
        receive::import(&mut self.victim, &[file], None, false, &mut silent())
    }

    /// Locks, opens for work, and looks at everything.
    fn reopen(&mut self) {
        let other = create(&self.file().with_extension("vault"));
        std::mem::replace(&mut self.victim, other)
            .lock()
            .expect("locked");
        self.victim = open(&self.path);
        let found = self.victim.verify(&mut silent()).expect("verified");
        assert_eq!(found.damage, []);
    }
}

/// Numbers far from each other: each needs ten bytes and more, whatever is done about runs.
fn scattered(log: DeviceId, count: u64, offset: u64) -> Places {
    (0..count)
        .map(|number| (log, (number << 16) + offset))
        .collect()
}

#[test]
fn the_largest_sets_leave_a_vault_that_opens_and_works() {
    let mut stage = Stage::set();
    let mut logs = [Log::begin(), Log::begin(), Log::begin()];
    for number in 1..=4_u64 {
        let log = &mut logs[number as usize % 3];
        let entry = log.write(make_id(&OsRandom), &[], Some(&body("ordinary")));
        let mut places = scattered(log.id(), 60_000, number);
        places.insert(log.id(), log.seq);
        let newest = [(log.id(), EntryHash([7; 32]))].into_iter().collect();
        let notices = Notices {
            number,
            // The last says nothing of it: what it shows is then united with what was known.
            holds: (number < 4).then(|| Held {
                without_body: scattered(log.id(), 60_000, number),
                places,
                newest,
            }),
            ..Notices::default()
        };
        let file = stage.bundle(vec![entry], notices);
        stage.import(file.clone()).expect("taken in");
        stage.reopen();
        record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#).expect("saved");
        assert!(stage.import(file).expect("again").bundles[0].was_seen);
    }
    let known = &stage.victim.peers.rows()[0].1.exchanged;
    assert!(known.holds.len() > 60_000, "{}", known.holds.len());
    let imports = receive::imports(&stage.victim, 1).imports;
    let last = imports[0].id.clone().expect("named");
    receive::undo(&mut stage.victim, &last, &mut silent()).expect("undone");
    stage.reopen();
}

#[test]
fn what_is_known_of_a_colleague_stays_as_small_as_one_bundle_of_theirs() {
    let mut known = fieldnotes_store::store::rows::colleague::ExchangedRow::default();
    let mut log = Log::begin();
    for number in 1..60_u64 {
        log.seq = number;
        let shown = scattered(log.id(), 20_000, number << 48);
        let notices = Notices {
            number: number << 40,
            ..Notices::default()
        };
        let report = crate::send::held::SenderReport {
            notices: &notices,
            received: None,
            shown: &shown,
            shown_without_body: &Places::default(),
            was_seen: false,
            own_end: &|_| None,
            at: &|_, _| None,
        };
        crate::send::held::apply_report(&mut known, &report);
    }
    let row = serde_json::to_vec(&known).expect("JSON");
    assert!(row.len() < 5 << 20, "{}", row.len());
}

#[test]
fn foreign_logs_cost_nothing_in_what_each_save_writes() {
    let mut stage = Stage::set();
    let state = |session: &Session| {
        session
            .storage
            .store
            .length(Table::State, RowId(1))
            .expect("there")
    };
    record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#).expect("saved");
    let before = state(&stage.victim);
    let one = body("of many logs");
    let sent: Vec<Sent> = (0..2_000)
        .map(|_| Log::begin().write(make_id(&OsRandom), &[], Some(&one)))
        .collect();
    let file = stage.bundle(sent, Notices::default());
    stage.import(file).expect("taken in");
    record::add(&mut stage.victim, "note", br#"{"text":"mine"}"#).expect("saved");
    assert!(state(&stage.victim) < before + 300);
    stage.reopen();
}

#[test]
fn many_marks_are_paid_for_once() {
    let mut stage = Stage::set();
    let (mut log, record) = (Log::begin(), make_id(&OsRandom));
    let mut sent = vec![log.write(record, &[], Some(&body("known")))];
    for _ in 0..3_000 {
        let last = log.last;
        sent.push(log.write(record, &[last], None));
    }
    // All of them, by many bundles.
    let withdrawn: Vec<Withdrawn> = sent
        .iter()
        .skip(1)
        .map(|(signed, _)| Withdrawn {
            record,
            revision: signed.hash,
        })
        .collect();
    for number in 1..=4 {
        let notices = Notices {
            number,
            withdrawn: withdrawn.clone(),
            ..Notices::default()
        };
        let file = stage.bundle(sent.clone(), notices);
        stage.import(file).expect("taken in");
    }
    let begun = Instant::now();
    let shown = record::show(&stage.victim, &record.to_string()).expect("shown");
    assert!(shown.withdrawn);
    assert_eq!(shown.record["title"], "known");
    // Of which most is a debug build; each mark by itself took minutes.
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    assert_eq!(stage.victim.withdrawn()[&record].len(), 3_000);
}

/// Withdrawn by whoever wrote the revision by which; then others write upon it, and then they do.
#[test]
fn a_withdrawal_is_lifted_by_whoever_wrote_it_and_by_nobody_else() {
    let mut stage = Stage::set();
    let (mut anna, mut other) = (Log::begin(), Log::begin());
    let record = make_id(&OsRandom);
    let first = anna.write(record, &[], Some(&body("known")));
    let taken_back = anna.write(record, &[first.0.hash], None);
    let mark = Withdrawn {
        record,
        revision: taken_back.0.hash,
    };
    let notices = Notices {
        number: 1,
        withdrawn: vec![mark],
        ..Notices::default()
    };
    let file = stage.bundle(vec![first.clone(), taken_back.clone()], notices);
    stage.import(file).expect("taken in");
    assert!(stage.victim.is_withdrawn(record));

    // Somebody who holds the record writes upon the revision, with words, and even upon that.
    let upon = other.write(record, &[mark.revision], Some(&body("mine now")));
    let upon_it = other.write(record, &[upon.0.hash], Some(&body("and again")));
    let file = stage.bundle(vec![upon.clone(), upon_it.clone()], Notices::default());
    stage.import(file).expect("taken in");
    assert!(stage.victim.is_withdrawn(record), "lifted by another hand");
    // So may we; that is no word of the narrator either.
    let base = upon_it.0.hash.to_string();
    let ours = br#"{"title":"settled here"}"#;
    record::edit(&mut stage.victim, &record.to_string(), ours, Some(&base)).expect("saved");
    assert!(stage.victim.is_withdrawn(record), "lifted by ourselves");
    // Of a revision of theirs that was not made from the marked one nothing follows.
    let aside = anna.write(record, &[first.0.hash], Some(&body("aside")));
    let file = stage.bundle(vec![aside], Notices::default());
    stage.import(file).expect("taken in");
    assert!(stage.victim.is_withdrawn(record), "lifted from aside");

    let renewed = anna.write(record, &[upon_it.0.hash], Some(&body("renewed")));
    let file = stage.bundle(vec![renewed], Notices::default());
    stage.import(file).expect("taken in");
    assert!(!stage.victim.is_withdrawn(record));
    stage.reopen();
}
