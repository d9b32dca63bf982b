//! Several vaults and the bundles between them.

use std::collections::BTreeSet;
use std::ops::Add;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use fieldnotes_core::colleague::identity;
use fieldnotes_core::send::Reach;
use fieldnotes_core::{Clock, Code, Environment, OsRandom, Session, Timestamp, vault as api_vault};

use crate::deed::{Deed, write_in};
use crate::pool::{self, Knows, MOST};
use crate::support::{folder, vault};

/// What happened. A story in which nothing did would prove little.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    /// Records in conflict at the end.
    pub met: usize,
    /// Conflicts that were settled before.
    pub settled: usize,
    /// Imports that were taken back.
    pub undone: usize,
    /// Imports of some records only.
    pub partial: usize,
    /// Bundles that were made.
    pub sent: usize,
    /// Bundles that nobody ever got.
    pub lost: usize,
    /// Vaults that were put back from a copy.
    pub put_back: usize,
    /// Imports that were refused because a log was forked, and then taken in all the same.
    pub forked: usize,
    /// Rounds of bundles from each to all until all held the same: the most.
    pub rounds: usize,
}

impl Add for Tally {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            met: self.met + more.met,
            settled: self.settled + more.settled,
            undone: self.undone + more.undone,
            partial: self.partial + more.partial,
            sent: self.sent + more.sent,
            lost: self.lost + more.lost,
            put_back: self.put_back + more.put_back,
            forked: self.forked + more.forked,
            rounds: self.rounds.max(more.rounds),
        }
    }
}

/// A clock that goes wrong in its own way: time orders nothing.
struct WrongClock {
    now: AtomicI64,
    step: i64,
}

impl Clock for WrongClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.now.fetch_add(self.step, Ordering::Relaxed))
    }
}

pub struct Member {
    session: Option<Session>,
    pub path: PathBuf,
    environment: Environment,
    backup: Option<PathBuf>,
    pub was_put_back: bool,
}

/// A bundle that was made.
pub struct Made {
    /// For whom it opens.
    pub to: Vec<usize>,
    pub path: PathBuf,
    pub is_lost: bool,
}

/// Several people at work.
pub struct Team {
    pub folder: tempfile::TempDir,
    pub members: Vec<Member>,
    pub are_colleagues: bool,
    /// Somebody among them signs anything: a log may be forked, and a vault may be said to be restored, by a lie.
    pub has_mallory: bool,
    pub bundles: Vec<Made>,
    /// Texts of which a vault said that they are saved.
    pub acknowledged: Vec<String>,
    /// Texts written, to name the next.
    written: usize,
    pub tally: Tally,
}

impl Team {
    /// So many vaults, each knowing all others or none.
    pub fn gather(count: usize, knows: Knows) -> Self {
        assert!(count <= MOST);
        let folder = pool::folder();
        let members = (0..count)
            .map(|at| {
                let path = folder.path().join(format!("vault {at}"));
                folder::copy(&pool::vault(at, knows), &path);
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
                    backup: None,
                    was_put_back: false,
                };
                member.unlock();
                member
            })
            .collect();
        Self {
            folder,
            members,
            are_colleagues: knows != Knows::Nobody,
            has_mallory: knows == Knows::AllAndMallory,
            bundles: Vec::new(),
            acknowledged: Vec::new(),
            written: 0,
            tally: Tally::default(),
        }
    }

    /// Gives all vaults the same few records, so that there is something to clash about.
    pub fn share_a_beginning(&mut self) {
        for kind in 0..3 {
            self.act(0, &Deed::Add { kind });
        }
        self.send_all(0, Reach::New);
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
        let text = format!("문장 {} of vault {at}", self.written);
        let outcome = match deed {
            Deed::Send {
                chosen,
                how,
                is_lost,
            } => return self.send(at, chosen.as_deref(), *how, *is_lost),
            Deed::Receive { bundles } => {
                let chosen = self.delivered(bundles);
                return self.receive(at, chosen);
            }
            Deed::ReceiveSome { bundles, records } => {
                let chosen = self.delivered(bundles);
                return self.receive_some(at, chosen, records);
            }
            Deed::BackUp => return self.back_up(at),
            Deed::PutBack { is_renewed } => return self.put_back(at, *is_renewed),
            Deed::Undo { import } => return self.undo(at, *import),
            Deed::Lock => return self.members[at].unlock(),
            write => write_in(self.members[at].open(), write, &text, self.folder.path()),
        };
        match outcome {
            Ok(true) => {
                self.acknowledged.push(text);
                self.written += 1;
                self.tally.settled += usize::from(matches!(deed, Deed::Resolve { .. }));
            }
            Ok(false) => {}
            // Of what was withheld, is of a later version or of other types, nobody here can go on; what is as large as a
            // body may be takes no more.
            Err(error)
                if self.has_mallory
                    && matches!(
                        error.code,
                        Code::BodyNotHeld
                            | Code::FormatTooNew
                            | Code::KindUnknown
                            | Code::RecordInvalid
                            | Code::RecordTooLarge
                            | Code::DateInvalid
                            | Code::RefusalDropped
                            | Code::ContentNotHeld
                    ) => {}
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

    pub fn back_up(&mut self, at: usize) {
        let copy = self.folder.path().join(format!("copy of {at}"));
        let member = &mut self.members[at];
        member.lock();
        if copy.exists() {
            std::fs::remove_dir_all(&copy).expect("removed");
        }
        folder::copy(&member.path, &copy);
        member.backup = Some(copy);
        member.unlock();
    }

    /// What was written since the copy was made, and is held by nobody else, may be lost by that.
    pub fn put_back(&mut self, at: usize, is_renewed: bool) {
        let member = &mut self.members[at];
        let Some(copy) = member.backup.clone() else {
            return;
        };
        member.lock();
        std::fs::remove_dir_all(&member.path).expect("removed");
        folder::copy(&copy, &member.path);
        member.unlock();
        member.was_put_back = true;
        if is_renewed {
            identity::renew_device(member.open()).expect("a new log");
        }
        self.tally.put_back += 1;
        self.forget_what_is_nowhere();
    }

    /// What only a vault held that was put back since is lost, and nobody could have kept it.
    pub fn forget_what_is_nowhere(&mut self) {
        let left: BTreeSet<String> = self.sessions().flat_map(texts).collect();
        self.acknowledged.retain(|text| left.contains(text));
    }

    /// Locks all vaults and checks every byte of them.
    pub fn assert_whole(self) {
        for member in self.members {
            api_vault::lock(member.session.expect("open")).expect("it can be locked");
            vault::assert_whole(&member.path, "at the end of the story");
        }
    }
}

/// Every text in every revision that is held.
fn texts(session: &Session) -> Vec<String> {
    let bodies = vault::bodies(session).into_values();
    let text = |body: serde_json::Value| Some(body.get("tags")?.get(0)?.as_str()?.to_owned());
    bodies.filter_map(text).collect()
}

impl Member {
    pub fn open(&mut self) -> &mut Session {
        self.session.as_mut().expect("open")
    }

    pub fn lock(&mut self) {
        if let Some(session) = self.session.take() {
            api_vault::lock(session).expect("it can be locked");
        }
    }

    /// Unlocks the vault, anew if it is open.
    pub fn unlock(&mut self) {
        self.lock();
        let passphrase = vault::secret(vault::PASSPHRASE);
        let session = api_vault::unlock(&self.path, &passphrase, &self.environment);
        self.session = Some(session.expect("it can be unlocked"));
    }
}
