//! Several vaults and the bundles between them.

use std::ops::Add;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use fieldnotes_core::api::{
    Clock, Code, Environment, OsRandom, Session, Watch, bundle, vault as api_vault,
};

use crate::deed::{Deed, write_in};
use crate::support::{chance::Chance, vault};

/// Records that were changed in two places.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clashes {
    /// In conflict at the end.
    pub met: usize,
    /// Settled before.
    pub settled: usize,
    /// Imports that were taken back.
    pub undone: usize,
}

impl Add for Clashes {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            met: self.met + more.met,
            settled: self.settled + more.settled,
            undone: self.undone + more.undone,
        }
    }
}

/// A clock that goes wrong in its own way: time orders nothing.
struct WrongClock {
    now: AtomicI64,
    step: i64,
}

impl Clock for WrongClock {
    fn now(&self) -> i64 {
        self.now.fetch_add(self.step, Ordering::Relaxed)
    }
}

struct Member {
    session: Option<Session>,
    path: PathBuf,
    environment: Environment,
}

/// Several people at work.
pub struct Team {
    folder: tempfile::TempDir,
    members: Vec<Member>,
    are_colleagues: bool,
    /// Each bundle and who made it.
    bundles: Vec<(usize, PathBuf)>,
    /// Texts of which a vault said that they are saved.
    pub acknowledged: Vec<String>,
    /// Conflicts that were settled.
    pub settled: usize,
    /// Imports that were taken back.
    pub undone: usize,
}

impl Team {
    /// So many vaults, each knowing all others or none.
    pub fn gather(count: usize, are_colleagues: bool) -> Self {
        let folder = tempfile::tempdir().expect("a temp folder");
        let mut members: Vec<Member> = (0..count)
            .map(|at| {
                let path = folder.path().join(format!("vault {at}"));
                vault::create(&path);
                let clock = WrongClock {
                    now: AtomicI64::new(1_600_000_000_000 - 40_000_000_000 * at as i64),
                    step: [1_000, -500, 0, 86_400_000][at % 4],
                };
                let environment = Environment {
                    clock: Arc::new(clock),
                    random: Arc::new(OsRandom),
                };
                let mut member = Member {
                    session: None,
                    path,
                    environment,
                };
                member.unlock();
                member
            })
            .collect();
        for one in 0..count {
            let (before, after) = members.split_at_mut(one);
            for (other, member) in before.iter_mut().enumerate().filter(|_| are_colleagues) {
                vault::befriend((after[0].open(), &name(one)), (member.open(), &name(other)));
            }
        }
        Self {
            folder,
            members,
            are_colleagues,
            bundles: Vec::new(),
            acknowledged: Vec::new(),
            settled: 0,
            undone: 0,
        }
    }

    /// Gives all vaults the same few records, so that there is something to clash about.
    pub fn share_a_beginning(&mut self) {
        for kind in 0..3 {
            self.act(0, &Deed::Add { kind });
        }
        self.act(0, &Deed::Send { chosen: None });
        for at in 1..self.members.len() {
            self.receive(at, vec![0]);
        }
    }

    /// All vaults.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.members
            .iter()
            .map(|member| member.session.as_ref().expect("open"))
    }

    /// Does a deed, where it can be done.
    pub fn act(&mut self, at: usize, deed: &Deed) {
        let text = format!("문장 {} of vault {at}", self.acknowledged.len());
        let outcome = match deed {
            Deed::Send { chosen } => return self.send(at, chosen.as_deref()),
            Deed::Receive { bundles } | Deed::ReceiveSome { bundles, .. }
                if self.bundles.is_empty() || bundles.is_empty() =>
            {
                return;
            }
            Deed::Receive { bundles } => {
                let chosen = bundles.iter().map(|at| at % self.bundles.len()).collect();
                return self.receive(at, chosen);
            }
            Deed::ReceiveSome { bundles, records } => {
                let chosen = bundles.iter().map(|at| at % self.bundles.len()).collect();
                return self.receive_some(at, chosen, records);
            }
            Deed::Undo { import } => return self.undo(at, *import),
            Deed::Lock => return self.members[at].unlock(),
            write => write_in(self.members[at].open(), write, &text, self.folder.path()),
        };
        match outcome {
            Ok(true) => {
                self.acknowledged.push(text);
                self.settled += usize::from(matches!(deed, Deed::Resolve { .. }));
            }
            Ok(false) => {}
            Err(error) => assert!(
                matches!(
                    error.code,
                    Code::RecordInConflict
                        | Code::NoConflict
                        | Code::RecordInTrash
                        | Code::RecordNotInTrash
                        | Code::AttachmentNeedsFile
                ),
                "{deed:?}: {error:?}"
            ),
        }
    }

    fn send(&mut self, at: usize, chosen: Option<&[usize]>) {
        let others: Vec<String> = (0..self.members.len())
            .filter(|other| *other != at)
            .map(name)
            .collect();
        let passphrase = vault::secret("묶음의 암호문");
        let to = if self.are_colleagues {
            bundle::Recipients::Colleagues(&others)
        } else {
            bundle::Recipients::Passphrase(&passphrase)
        };
        let out = self
            .folder
            .path()
            .join(format!("{}.fnb", self.bundles.len()));
        let session = self.members[at].open();
        let ids = vault::record_ids(session);
        if ids.is_empty() {
            return;
        }
        let chosen: Option<Vec<String>> =
            chosen.map(|some| some.iter().map(|at| ids[at % ids.len()].clone()).collect());
        bundle::export(session, &out, &to, chosen.as_deref(), &mut Watch::silent())
            .expect("nothing forbids to send it");
        self.bundles.push((at, out));
    }

    /// A bundle to colleagues does not open for its sender.
    fn for_whom(&self, at: usize, bundles: &[usize]) -> Vec<PathBuf> {
        let opens = |bundle: &&usize| !self.are_colleagues || self.bundles[**bundle].0 != at;
        let bundles = bundles.iter().filter(opens);
        bundles
            .map(|bundle| self.bundles[*bundle].1.clone())
            .collect()
    }

    /// Takes some of the records in, which the preview names. What it says is what happens then.
    fn receive_some(&mut self, at: usize, bundles: Vec<usize>, records: &[usize]) {
        let paths = self.for_whom(at, &bundles);
        let passphrase = vault::secret("묶음의 암호문");
        let passphrase = (!self.are_colleagues).then_some(&passphrase);
        let accept = !self.are_colleagues;
        let session = self.members[at].open();
        let before = vault::digest(session);
        let silent = &mut Watch::silent();
        let seen = bundle::preview(session, &paths, passphrase, usize::MAX, silent)
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
        let done = bundle::import_chosen(session, &paths, passphrase, Some(&only), accept, silent)
            .expect("an honest bundle is taken in");
        assert!(!done.was_rolled_back);
        for record in there.iter().filter(|one| only.contains(&one.id)) {
            let conflicts = &done.conflicts;
            if record.state == "conflict" {
                assert!(
                    conflicts.contains(&record.id),
                    "a conflict that did not come"
                );
            }
        }
    }

    /// Takes an import back where that can be done; then the same is not there any more, and can come again.
    fn undo(&mut self, at: usize, import: usize) {
        let session = self.members[at].open();
        let all = bundle::imports(session, 6).imports;
        let Some(line) = all.get(import % all.len().max(1)) else {
            return;
        };
        let id = line.id.as_deref().expect("this version made it");
        let before = vault::digest(session);
        match bundle::undo(session, id, &mut Watch::silent()) {
            Ok(_) => {
                assert!(line.can_undo);
                self.undone += 1;
            }
            Err(error) => {
                assert_eq!((error.code, line.can_undo), (Code::ImportBuiltOn, false));
                assert_eq!(vault::digest(session), before);
            }
        }
    }

    fn receive(&mut self, at: usize, bundles: Vec<usize>) {
        let paths = self.for_whom(at, &bundles);
        let passphrase = vault::secret("묶음의 암호문");
        let passphrase = (!self.are_colleagues).then_some(&passphrase);
        let accept = !self.are_colleagues;
        let session = self.members[at].open();
        let done = bundle::import(session, &paths, passphrase, accept, &mut Watch::silent())
            .expect("an honest bundle is taken in");
        assert!(!done.was_rolled_back);
    }

    /// Brings every bundle to every vault, some twice, in an order of chance and in heaps of chance.
    pub fn deliver_all(&mut self, seed: u64) {
        let mut chance = Chance::from_seed(seed);
        for at in 0..self.members.len() {
            let mut rest: Vec<usize> = (0..self.bundles.len()).collect();
            rest.extend((0..self.bundles.len()).filter(|_| chance.below(3) == 0));
            chance.shuffle(&mut rest);
            while !rest.is_empty() {
                let heap = rest.split_off(rest.len() - 1 - chance.index(rest.len().min(4)));
                self.receive(at, heap);
            }
        }
    }

    /// Locks all vaults and checks every byte of them.
    pub fn assert_whole(self) {
        for member in self.members {
            api_vault::lock(member.session.expect("open")).expect("it can be locked");
            vault::assert_whole(&member.path, "at the end of the story");
        }
    }
}

impl Member {
    fn open(&mut self) -> &mut Session {
        self.session.as_mut().expect("open")
    }

    /// Unlocks the vault, anew if it is open.
    fn unlock(&mut self) {
        if let Some(session) = self.session.take() {
            api_vault::lock(session).expect("it can be locked");
        }
        let passphrase = vault::secret(vault::PASSPHRASE);
        let session = api_vault::unlock(&self.path, &passphrase, &self.environment);
        self.session = Some(session.expect("it can be unlocked"));
    }
}

fn name(at: usize) -> String {
    format!("동료 {at}")
}
