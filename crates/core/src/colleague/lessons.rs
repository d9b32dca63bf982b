//! What certificates teach: whose a device log is. The first one that is held for a log holds. Another identity's for the
//! same log changes nothing, is kept beside it, and is shown. docs/decisions/015-authorship.md.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::session::Session;
use crate::session::own::Own;
use crate::session::own::certificate;
use crate::session::peers::Peers;
use fieldnotes_domain::history::DeviceId;
use fieldnotes_format::exchange::identity::{DeviceCertificate, IdentityKey, PublicIdentity};
use fieldnotes_store::store::rows::colleague::{CertificateRow, ColleagueRow};
use fieldnotes_store::store::rows::import::{Journal, Taught};

/// Certificates of one identity that are kept.
pub(crate) const MOST_OF_ONE: usize = 1_024;

/// Two identities say that one log is theirs, and the log's secret signed for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DeviceConflict {
    pub(crate) device: DeviceId,
    /// Whose certificate came later, and counts for nothing.
    pub(crate) claimed_by: IdentityKey,
}

/// Who has a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Own,
    /// By position.
    Colleague(usize),
}

/// What is learnt of some bundles, before it is kept.
pub(crate) struct Lessons {
    key: IdentityKey,
    people: HashMap<IdentityKey, usize>,
    held: HashMap<DeviceId, Whose>,
    /// Certificates that are held, also those that count for nothing.
    known: BTreeSet<Taught>,
    claimed: BTreeMap<DeviceId, BTreeSet<usize>>,
    /// Of each colleague, by position, what is new.
    learnt: BTreeMap<usize, Vec<DeviceCertificate>>,
    claims: BTreeMap<usize, Vec<DeviceCertificate>>,
    learnt_own: Vec<DeviceCertificate>,
    /// How many certificates of each identity are held.
    counts: HashMap<IdentityKey, usize>,
    pub(crate) conflicts: BTreeSet<DeviceConflict>,
}

fn taught(one: &DeviceCertificate) -> Taught {
    Taught {
        identity: one.identity.0,
        device: one.device,
    }
}

pub(crate) fn taught_by(row: &CertificateRow) -> Taught {
    Taught {
        identity: row.identity,
        device: row.device,
    }
}

fn row_of(one: &DeviceCertificate) -> CertificateRow {
    CertificateRow {
        identity: one.identity.0,
        device: one.device,
        signature: one.signature,
        proof: one.proof,
    }
}

impl Lessons {
    pub(crate) fn over(own: &Own, peers: &Peers) -> Self {
        let mut lessons = Self {
            key: own.identity().public().key(),
            people: HashMap::new(),
            held: HashMap::new(),
            known: own.others().iter().map(taught_by).collect(),
            claimed: BTreeMap::new(),
            learnt: BTreeMap::new(),
            claims: BTreeMap::new(),
            learnt_own: Vec::new(),
            counts: HashMap::new(),
            conflicts: BTreeSet::new(),
        };
        for (at, colleague) in peers.colleagues().enumerate() {
            let former = colleague.former.iter().map(|former| &former.identity);
            for line in former.chain([&colleague.identity]) {
                if let Ok(identity) = line.parse::<PublicIdentity>() {
                    lessons.people.insert(identity.key(), at);
                }
            }
            for row in colleague.certificates() {
                lessons.known.insert(taught_by(row));
                lessons
                    .held
                    .entry(row.device)
                    .or_insert(Whose::Colleague(at));
            }
            for row in &colleague.claims {
                lessons.known.insert(taught_by(row));
                lessons.claimed.entry(row.device).or_default().insert(at);
            }
        }
        for device in own.devices() {
            lessons.held.insert(device, Whose::Own);
        }
        for one in &lessons.known {
            *lessons.counts.entry(IdentityKey(one.identity)).or_default() += 1;
        }
        lessons
    }

    /// Learns what one bundle bears, in its order, and notes in its journal what that was.
    pub(crate) fn take(&mut self, certificates: &[DeviceCertificate], journal: &mut Journal) {
        // No certificate stands twice in a manifest.
        for one in certificates {
            let what = taught(one);
            let is_known = self.known.contains(&what);
            if self.learn(one) {
                journal.devices.push(what);
                self.known.insert(what);
                *self.counts.entry(one.identity).or_default() += 1;
            } else if is_known {
                journal.vouched.push(what);
            }
        }
    }

    /// Whether one more certificate of an identity is kept. The first ones are: nobody honest comes near the end.
    fn has_space(&self, identity: &IdentityKey) -> bool {
        self.counts
            .get(identity)
            .is_none_or(|held| *held < MOST_OF_ONE)
    }

    /// Returns whether it is one to keep that was not kept before.
    fn learn(&mut self, one: &DeviceCertificate) -> bool {
        let whose = match self.people.get(&one.identity) {
            _ if one.identity == self.key => Some(Whose::Own),
            at => at.map(|at| Whose::Colleague(*at)),
        };
        let holder = self.held.get(&one.device).copied();
        let is_known = self.known.contains(&taught(one));
        let is_other = holder.is_some() && holder != whose;
        // Where the first holder is gone again, what came later does not move up by itself.
        let is_claim = match whose {
            Some(Whose::Colleague(at)) => {
                let claimed = self.claimed.get(&one.device);
                is_other || claimed.is_some_and(|by| by.contains(&at))
            }
            _ => false,
        };
        if is_other {
            self.conflicts.insert(DeviceConflict {
                device: one.device,
                claimed_by: one.identity,
            });
        }
        match whose {
            _ if is_known || !self.has_space(&one.identity) => false,
            Some(Whose::Colleague(at)) if is_claim => {
                self.claimed.entry(one.device).or_default().insert(at);
                self.claims.entry(at).or_default().push(one.clone());
                true
            }
            Some(Whose::Own) if holder == Some(Whose::Own) => false,
            Some(whose) if !is_other => {
                self.held.insert(one.device, whose);
                match whose {
                    Whose::Own => self.learnt_own.push(one.clone()),
                    Whose::Colleague(at) => self.learnt.entry(at).or_default().push(one.clone()),
                }
                true
            }
            // Of nobody who is known here.
            _ => false,
        }
    }

    /// Puts what was learnt of the colleague at this position into their row.
    pub(crate) fn put_into(&self, at: usize, colleague: &mut ColleagueRow) {
        let of = |line: &String| line.parse::<PublicIdentity>().ok().map(|one| one.key());
        let learnt = self.learnt.get(&at).into_iter().flatten();
        let mut former: HashMap<IdentityKey, &mut Vec<CertificateRow>> = colleague
            .former
            .iter_mut()
            .filter(|_| self.learnt.contains_key(&at))
            .filter_map(|former| Some((of(&former.identity)?, &mut former.devices)))
            .collect();
        for one in learnt {
            let devices = former.get_mut(&one.identity);
            let devices = devices.map_or(&mut colleague.devices, |former| *former);
            devices.push(row_of(one));
        }
        let claims = self.claims.get(&at).into_iter().flatten();
        colleague.claims.extend(claims.map(row_of));
    }

    /// Logs of our own identity that were not known: a copy of this vault writes them.
    pub(crate) fn own(&self) -> Vec<CertificateRow> {
        self.learnt_own.iter().map(row_of).collect()
    }
}

impl Session {
    /// The logs which an identity of this colleague's says are theirs, and which were somebody else's before.
    pub(crate) fn conflicts_of(&self, colleague: &ColleagueRow) -> Vec<DeviceConflict> {
        let claims = colleague.claims.iter().map(certificate);
        claims
            .map(|one| DeviceConflict {
                device: one.device,
                claimed_by: one.identity,
            })
            .collect()
    }

    /// The logs of this colleague's which somebody else says are theirs.
    pub(crate) fn claims_on(&self, colleague: &ColleagueRow) -> Vec<DeviceConflict> {
        let theirs: BTreeSet<DeviceId> = colleague.logs().collect();
        let all = self.peers.colleagues();
        let claims = all.flat_map(|other| self.conflicts_of(other));
        claims.filter(|one| theirs.contains(&one.device)).collect()
    }
}
