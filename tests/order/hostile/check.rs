//! What must hold of every honest vault after a hostile deed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fieldnotes_core::colleague::{self, Who};
use fieldnotes_core::receive::{self, Accept, BundlesImported, Taking};
use fieldnotes_core::record::{self, SavedBy, conflict};
use fieldnotes_core::search::{self, list};
use fieldnotes_core::send::{self, Reach, Recipients, Sending};
use fieldnotes_core::{Code, Error, Session, Watch, attachment};
use rustix::fs::{CWD, FileType, Mode, mknodat};

use super::carrier;
use super::mallory::{Expect, Offer, Placed};
use crate::deed::Deed;
use crate::pool;
use crate::post::WORDS;
use crate::support::{chance::Chance, folder, vault};
use crate::team::Team;

/// What a save may write more than the pages that it changes: three rows, and the way to them in four tables.
const SAVE_BYTES: u64 = 64 << 10;
/// What a vault may grow by for each byte that came; and besides, since what is known of a colleague is written anew, and is as
/// large as one bundle of theirs may say.
const GROWTH: u64 = 6;
const ALLOWANCE: u64 = 8 << 20;

/// What an import must not change in what was there, and an undo must bring back.
#[derive(Debug, PartialEq)]
struct State {
    digest: String,
    /// Of every revision, whose it is.
    whose: BTreeMap<String, SavedBy>,
    /// Of every colleague, which logs are theirs.
    devices: Vec<(String, bool, u64, String)>,
    /// Records that may go no further.
    withdrawn: Vec<String>,
}

impl State {
    fn of(session: &Session) -> Self {
        let mut whose = BTreeMap::new();
        let mut withdrawn = Vec::new();
        for id in vault::record_ids(session) {
            let past = record::history(session, &id).expect("a history").revisions;
            whose.extend(past.into_iter().map(|one| (one.revision, one.saved_by)));
            if shown(session, &id).is_some_and(|shown| shown.withdrawn) {
                withdrawn.push(id);
            }
        }
        let all = colleague::list(session).expect("a list").colleagues;
        let devices = all.into_iter().map(|one| {
            let claimed = format!("{:?}", one.claimed);
            (one.name, one.verified, one.devices, claimed)
        });
        Self {
            digest: vault::digest(session),
            whose,
            devices: devices.collect(),
            withdrawn,
        }
    }

    /// Nobody whose hand was known became another.
    fn assert_whose(&self, before: &Self) {
        for (revision, was) in &before.whose {
            if was.who != Who::Unknown {
                assert_eq!(self.whose.get(revision), Some(was), "whose {revision} is");
            }
        }
    }
}

/// A record as it shows; none where no words of it came.
fn shown(session: &Session, id: &str) -> Option<record::Shown> {
    match record::show(session, id) {
        Ok(shown) => Some(shown),
        Err(error) => {
            assert_eq!(error.code, Code::BodyNotHeld, "{id}: {error:?}");
            None
        }
    }
}

/// Looks at everything that a person can look at.
fn look_at_all(session: &Session) {
    let ids = vault::record_ids(session);
    for id in &ids {
        shown(session, id);
        let past = record::history(session, id).expect("a history").revisions;
        assert!(past.iter().all(|one| !one.damaged), "{id}");
        let attached = attachment::list(session, id).expect("a list").attachments;
        for one in attached {
            if let Err(error) = attachment::read(session, &one.id, 0, 100) {
                let expected = [Code::ContentNotHeld, Code::BodyNotHeld];
                assert!(expected.contains(&error.code), "{error:?}");
            }
        }
    }
    assert_eq!(list::lines(session, &ids).expect("lines").len(), ids.len());
    for one in conflict::list(session).expect("a list").conflicts {
        conflict::show(session, &one.id).expect("a conflict");
    }
    let find = search::Find {
        query: "문장",
        ..search::Find::default()
    };
    search::find(session, &find).expect("found");
    receive::imports(session, 100);
}

/// Bytes of the vault that are no cache, and not laid out in advance.
fn weight(path: &Path) -> u64 {
    let sealed = folder::files(&path.join("files")).into_iter();
    let files = sealed.chain([path.join("vault.db")]);
    let length = |file: PathBuf| Some(file.metadata().ok()?.len());
    files.filter_map(length).sum::<u64>() + written_ahead(path)
}

/// Bytes in SQLite's log of what was written (sqlite.org/fileformat2.html, section 4): its file is longer.
fn written_ahead(path: &Path) -> u64 {
    let log = std::fs::read(path.join("vault.db-wal")).unwrap_or_default();
    let Some((header, frames)) = log.split_at_checked(32) else {
        return 0;
    };
    let salts = &header[16..24];
    let frames = frames.chunks_exact(24 + 4_096);
    let valid = frames.take_while(|frame| &frame[8..16] == salts && frame[..4] != [0; 4]);
    (valid.count() * 4_096) as u64
}

/// How a refusal may be reported. Nothing that a colleague sends is damage of the vault, a fault of the program or of the disk.
fn assert_reported_well(error: &Error) {
    let well = [
        Code::BundleDamaged,
        Code::SignatureInvalid,
        Code::BundleTooLarge,
        Code::LogForked,
        Code::ForeignRecipients,
        Code::FormatTooNew,
        Code::NotABundle,
        Code::NotForUs,
        Code::WrongPassphrase,
        Code::PassphraseNeeded,
        Code::SenderUnknown,
        Code::BundleNotAsSeen,
        Code::NotAFile,
        Code::IsAFolder,
    ];
    assert!(well.contains(&error.code), "reported as {error:?}");
}

impl Team {
    /// Puts a file before a vault, and looks at what has become of it. Returns whether it was let in.
    pub fn suffer(&mut self, at: usize, offer: &Offer, chance: &mut Chance) -> bool {
        let before = State::of(self.members[at].open());
        let weight_before = weight(&self.members[at].path);
        let path = self.offered(at, offer);
        let outcome = self.try_it(at, &path, offer);
        let after = State::of(self.members[at].open());
        after.assert_whose(&before);
        match &outcome {
            Err(error) => {
                assert_reported_well(error);
                assert_eq!(after, before, "it was refused");
            }
            Ok(done) => {
                self.undo_and_again(at, (&path, offer), (&before, &after), done, chance);
            }
        }
        self.remove(&path);
        self.assert_works(at);
        let more = weight(&self.members[at].path).saturating_sub(weight_before);
        let allowed = GROWTH * offer.bytes.len() as u64 + ALLOWANCE;
        assert!(more <= allowed, "{more} bytes for {}", offer.bytes.len());
        outcome.is_ok()
    }

    /// The same file for another vault, of which only that is asked that it works.
    pub fn meet(&mut self, at: usize, offer: &Offer, chance: &mut Chance) {
        let plain = Offer {
            expect: match offer.expect {
                // It may have been for the first one alone.
                Expect::Taken | Expect::Stranger => Expect::Either,
                other => other,
            },
            what: String::new(),
            shown: offer.shown.clone(),
            bytes: offer.bytes.clone(),
            ..*offer
        };
        self.suffer(at, &plain, chance);
    }

    /// Lays the file there, or what lies in its place.
    fn offered(&self, at: usize, offer: &Offer) -> PathBuf {
        let path = self.folder.path().join(format!("offered to {at}"));
        let aside = path.with_extension("aside");
        self.remove(&path);
        self.remove(&aside);
        match offer.placed {
            Placed::File => std::fs::write(&path, &offer.bytes).expect("written"),
            Placed::Empty => std::fs::write(&path, []).expect("written"),
            Placed::Pipe => mknodat(CWD, &path, FileType::Fifo, Mode::RUSR, 0).expect("a pipe"),
            Placed::Folder => std::fs::create_dir(&path).expect("made"),
            Placed::Socket => mknodat(CWD, &path, FileType::Socket, Mode::RUSR, 0).expect("made"),
            Placed::Link => {
                std::fs::write(&aside, &offer.bytes).expect("written");
                std::os::unix::fs::symlink(&aside, &path).expect("a link");
            }
            Placed::LinkToEndless => {
                std::os::unix::fs::symlink("/dev/zero", &path).expect("a link");
            }
        }
        path
    }

    fn remove(&self, path: &Path) {
        match path.is_dir() && !path.is_symlink() {
            true => std::fs::remove_dir(path).expect("removed"),
            false => drop(std::fs::remove_file(path)),
        }
    }

    /// Looks at it, and takes it in as far as a person may allow.
    fn try_it(
        &mut self,
        at: usize,
        path: &PathBuf,
        offer: &Offer,
    ) -> Result<BundlesImported, Error> {
        let words = offer.is_to_passphrase.then(|| vault::secret(WORDS));
        let session = self.members[at].open();
        let paths = std::slice::from_ref(path);
        let digest = vault::digest(session);
        let silent = &mut Watch::silent();
        let look = |session: &Session| {
            receive::preview(session, paths, words.as_ref(), 1_000, &mut Watch::silent())
        };
        let mut expected = None;
        if let Some(first) = &offer.shown {
            std::fs::write(path, first).expect("written");
            let seen = look(session).expect("a bundle that is right");
            expected = Some(vec![seen.files[0].token.clone()]);
            std::fs::write(path, &offer.bytes).expect("written");
        }
        let looked = look(session);
        assert_eq!(vault::digest(session), digest, "looking changed something");
        let mut import = |accept| {
            let taking = Taking {
                only: None,
                expected: expected.as_deref(),
                accept,
            };
            receive::take(session, paths, words.as_ref(), &taking, silent)
        };
        let plainly = import(Accept::default());
        let anyway = Accept {
            unknown_sender: true,
            retired_sender: true,
            forked_logs: true,
        };
        let outcome = match plainly {
            Err(error) => {
                assert_reported_well(&error);
                let why = error.code;
                let done = import(anyway);
                let may_come = matches!(why, Code::LogForked | Code::SenderUnknown);
                assert!(done.is_err() || may_come, "refused as {why:?} and let in");
                done
            }
            done => done,
        };
        match offer.expect {
            Expect::Refused => assert!(outcome.is_err(), "let in: {}", offer.what),
            Expect::Taken | Expect::Stranger => {
                assert!(outcome.is_ok(), "{}: {:?}", offer.what, outcome.err());
            }
            Expect::Either => {}
        }
        if let Err(error) = &looked {
            assert!(
                outcome.is_err(),
                "not to be looked at, and let in: {error:?}"
            );
        }
        outcome
    }

    /// Takes the import back: then everything is as before. Then perhaps takes it in once more: then everything is as after.
    fn undo_and_again(
        &mut self,
        at: usize,
        (path, offer): (&PathBuf, &Offer),
        (before, after): (&State, &State),
        done: &BundlesImported,
        chance: &mut Chance,
    ) {
        let session = self.members[at].open();
        let Some(import) = &done.import else {
            assert_eq!(after.digest, before.digest, "nothing to undo");
            return;
        };
        let silent = &mut Watch::silent();
        // What others wrote may be what something held was made from: it came before what it was made from.
        let is_of_others = offer.what.starts_with("relayed") || offer.what == carrier::AS_IT_WAS;
        let may_be_built_on = offer.expect == Expect::Either || is_of_others;
        match receive::undo(session, import, silent) {
            Err(error) if may_be_built_on && error.code == Code::ImportBuiltOn => {
                assert_eq!(&State::of(session), after, "it was not undone");
                return;
            }
            undone => drop(undone.expect("nothing was built on it")),
        }
        assert_eq!(&State::of(session), before, "it was undone");
        if chance.below(3) > 0 {
            let words = offer.is_to_passphrase.then(|| vault::secret(WORDS));
            let anyway = Accept {
                unknown_sender: true,
                retired_sender: true,
                forked_logs: true,
            };
            let paths = std::slice::from_ref(path);
            receive::import(session, paths, words.as_ref(), anyway, silent).expect("once more");
            assert_eq!(&State::of(session), after, "it came once more");
        }
    }

    /// Locks, opens for work, is whole, shows everything, saves at the cost of a save, and sends to a third party who can
    /// take it and is whole as well.
    pub fn assert_works(&mut self, at: usize) {
        self.assert_opens(at);
        let before = written_ahead(&self.members[at].path);
        self.act(at, &Deed::Add { kind: 2 });
        let written = written_ahead(&self.members[at].path) - before;
        assert!(written <= SAVE_BYTES, "a save wrote {written} bytes");
        self.assert_can_send(at);
    }

    fn assert_opens(&mut self, at: usize) {
        let member = &mut self.members[at];
        member.lock();
        vault::assert_whole(&member.path, "after a hostile deed");
        member.unlock();
        look_at_all(member.open());
    }

    fn assert_can_send(&mut self, at: usize) {
        let third = (at + 1) % self.members.len();
        let names = [pool::name(third)];
        let sending = Sending {
            reach: Reach::New,
            acknowledge: true,
            ..Sending::new(Recipients::Colleagues(&names))
        };
        let path = self.folder.path().join("to a third party");
        self.remove(&path);
        let silent = &mut Watch::silent();
        match send::send(self.members[at].open(), &path, &sending, silent) {
            Ok(_) => {}
            Err(error) if matches!(error.code, Code::NothingNew | Code::NothingToExport) => return,
            Err(error) => panic!("it cannot send any more: {error:?}"),
        }
        let forked = Accept {
            forked_logs: true,
            ..Accept::default()
        };
        let session = self.members[third].open();
        let before = State::of(session);
        let done = receive::import(session, &[path], None, forked, silent);
        let done = done.expect("an honest bundle is taken in");
        State::of(session).assert_whose(&before);
        if let Some(import) = done.import {
            let lines = receive::imports(session, 1).imports;
            assert_eq!(lines[0].id.as_ref(), Some(&import));
        }
        self.assert_opens(third);
    }

    /// Every text that was acknowledged is held by somebody.
    pub fn assert_kept(&mut self) {
        let acknowledged = self.acknowledged.clone();
        self.forget_what_is_nowhere();
        assert_eq!(self.acknowledged, acknowledged, "a text was lost");
    }
}
