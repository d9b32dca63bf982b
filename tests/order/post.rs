//! What goes between the vaults: bundles made, lost, repeated, taken in whole or in part, taken back.

use std::path::PathBuf;

use fieldnotes_core::receive::{self, Accept, BundlesImported, PreviewState};
use fieldnotes_core::send::{self, Reach, Recipients, Sending};
use fieldnotes_core::{Code, SecretString, Watch};

use crate::deed::How;
use crate::pool::name;
use crate::support::{chance::Chance, vault};
use crate::team::{Made, Team};

pub const WORDS: &str = "묶음의 암호문";

impl Team {
    /// Sends, where there is something to send.
    pub fn send(&mut self, at: usize, chosen: Option<&[usize]>, how: How, is_lost: bool) {
        let others = (0..self.members.len()).filter(|other| *other != at);
        let mut to: Vec<usize> = others
            .clone()
            .filter(|other| how.to & (1 << other) != 0)
            .collect();
        if to.is_empty() || !self.are_colleagues {
            to = others.collect();
        }
        let ids = vault::record_ids(self.members[at].open());
        if ids.is_empty() {
            return;
        }
        let chosen: Option<Vec<String>> =
            chosen.map(|some| some.iter().map(|at| ids[at % ids.len()].clone()).collect());
        self.post(at, to, chosen.as_deref(), how.reach, is_lost);
    }

    /// Sends to all others, if only to say what is held.
    pub fn send_all(&mut self, at: usize, reach: Reach) {
        let to = (0..self.members.len())
            .filter(|other| *other != at)
            .collect();
        self.post(at, to, None, reach, false);
    }

    fn post(
        &mut self,
        by: usize,
        to: Vec<usize>,
        chosen: Option<&[String]>,
        reach: Reach,
        is_lost: bool,
    ) {
        let names: Vec<String> = to.iter().map(|other| name(*other)).collect();
        let passphrase = vault::secret(WORDS);
        let recipients = match self.are_colleagues {
            true => Recipients::Colleagues(&names),
            false => Recipients::Passphrase(&passphrase),
        };
        let sending = Sending {
            records: chosen,
            reach,
            acknowledge: chosen.is_none(),
            ..Sending::new(recipients)
        };
        let path = self
            .folder
            .path()
            .join(format!("{}.fnb", self.bundles.len()));
        match send::send(
            self.members[by].open(),
            &path,
            &sending,
            &mut Watch::silent(),
        ) {
            Ok(_) => {}
            Err(error) if matches!(error.code, Code::NothingNew | Code::NothingToExport) => return,
            // Who signs whatever they like also says that a record may go no further.
            Err(error)
                if self.has_mallory
                    && matches!(error.code, Code::ConsentRefused | Code::Confidential) =>
            {
                return;
            }
            Err(error) => panic!("nothing forbids to send it: {error:?}"),
        }
        self.tally.sent += 1;
        self.tally.lost += usize::from(is_lost);
        self.bundles.push(Made { to, path, is_lost });
    }

    /// Bundles that arrive, of those that there are.
    pub fn delivered(&self, bundles: &[usize]) -> Vec<usize> {
        let all = (0..self.bundles.len()).filter(|at| !self.bundles[*at].is_lost);
        let all: Vec<usize> = all.collect();
        let count = all.len();
        let chosen = bundles.iter().filter(|_| count > 0);
        chosen.map(|at| all[at % count]).collect()
    }

    /// A bundle to colleagues opens for them alone.
    fn for_whom(&self, at: usize, bundles: &[usize]) -> Vec<PathBuf> {
        let opens = |made: &&Made| !self.are_colleagues || made.to.contains(&at);
        let bundles = bundles.iter().map(|bundle| &self.bundles[*bundle]);
        bundles
            .filter(opens)
            .map(|made| made.path.clone())
            .collect()
    }

    fn passphrase(&self) -> Option<SecretString> {
        (!self.are_colleagues).then(|| vault::secret(WORDS))
    }

    /// Takes bundles in. A forked log is refused first, and nothing changes; then a person says that it is to be.
    fn take(&mut self, at: usize, paths: &[PathBuf], only: Option<&[String]>) -> BundlesImported {
        let passphrase = self.passphrase();
        let plainly = Accept {
            unknown_sender: !self.are_colleagues,
            retired_sender: false,
            forked_logs: false,
        };
        let anyway = Accept {
            forked_logs: true,
            ..plainly
        };
        let may_fork = self.has_mallory || self.members.iter().any(|member| member.was_put_back);
        let session = self.members[at].open();
        let mut import = |accept| {
            let silent = &mut Watch::silent();
            receive::import_chosen(session, paths, passphrase.as_ref(), only, accept, silent)
        };
        let done = match import(plainly) {
            Err(error) if error.code == Code::LogForked && may_fork => {
                self.tally.forked += 1;
                import(anyway)
            }
            done => done,
        };
        let done = done.expect("an honest bundle is taken in");
        let may_be_back = self.has_mallory || self.members[at].was_put_back;
        assert!(!done.was_rolled_back || may_be_back);
        done
    }

    /// Takes in all of some bundles.
    pub fn receive(&mut self, at: usize, bundles: Vec<usize>) {
        let paths = self.for_whom(at, &bundles);
        if !paths.is_empty() {
            self.take(at, &paths, None);
        }
    }

    /// Takes some of the records in, which the preview names. What it says is what happens then.
    pub fn receive_some(&mut self, at: usize, bundles: Vec<usize>, records: &[usize]) {
        let paths = self.for_whom(at, &bundles);
        if paths.is_empty() {
            return;
        }
        let passphrase = self.passphrase();
        let session = self.members[at].open();
        let before = vault::digest(session);
        let silent = &mut Watch::silent();
        let seen = receive::preview(session, &paths, passphrase.as_ref(), usize::MAX, silent)
            .expect("an honest bundle can be looked at");
        assert_eq!(vault::digest(session), before, "looking changed something");
        let there = &seen.records;
        if there.is_empty() {
            return;
        }
        let only: Vec<String> = records
            .iter()
            .map(|at| there[at % there.len()].id.clone())
            .collect();
        let done = self.take(at, &paths, Some(&only));
        self.tally.partial += 1;
        for record in there.iter().filter(|one| only.contains(&one.id)) {
            if record.state == PreviewState::Conflict {
                assert!(
                    done.conflicts.contains(&record.id),
                    "a conflict that did not come"
                );
            }
        }
    }

    /// Takes an import back where that can be done; then the same is not there any more, and can come again.
    pub fn undo(&mut self, at: usize, import: usize) {
        let session = self.members[at].open();
        let all = receive::imports(session, 6).imports;
        let Some(line) = all.get(import % all.len().max(1)) else {
            return;
        };
        let id = line.id.as_deref().expect("this version made it");
        let before = vault::digest(session);
        match receive::undo(session, id, &mut Watch::silent()) {
            Ok(_) => {
                assert!(line.can_undo);
                self.tally.undone += 1;
                // Taken back, it is with its writer; or nowhere, if the writer's vault was put back.
                if self.members.iter().any(|member| member.was_put_back) {
                    self.forget_what_is_nowhere();
                }
            }
            Err(error) => {
                assert_eq!((error.code, line.can_undo), (Code::ImportBuiltOn, false));
                assert_eq!(vault::digest(session), before);
            }
        }
    }

    /// Brings the bundles from this one on to every vault, some twice, in an order of chance and in heaps of chance.
    pub fn deliver_from(&mut self, first: usize, seed: u64) {
        let mut chance = Chance::from_seed(seed);
        let arrive = |at: &usize| !self.bundles[*at].is_lost;
        let all: Vec<usize> = (first..self.bundles.len()).filter(arrive).collect();
        for at in 0..self.members.len() {
            let mut rest = all.clone();
            rest.extend(all.iter().filter(|_| chance.below(3) == 0));
            chance.shuffle(&mut rest);
            while !rest.is_empty() {
                let heap = rest.split_off(rest.len() - 1 - chance.index(rest.len().min(4)));
                self.receive(at, heap);
            }
        }
    }

    /// Exchanges until all hold the same, or for so many rounds.
    pub fn agree(&mut self, reach: Reach, most: usize, seed: u64) {
        for round in 1..=most {
            let first = self.bundles.len();
            for at in 0..self.members.len() {
                self.send_all(at, reach);
            }
            self.deliver_from(first, seed.wrapping_add(round as u64));
            self.tally.rounds = round;
            let mut digests = self.sessions().map(vault::digest);
            let one = digests.next();
            if digests.all(|other| Some(other) == one) {
                return;
            }
        }
    }
}
