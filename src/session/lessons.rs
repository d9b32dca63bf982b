//! What certificates teach: whose a device log is. The first one that is held for a log holds. Another identity's for the
//! same log changes nothing, is kept beside it, and is shown. docs/decisions/015-authorship.md.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::colleagues::certificate;
use super::own::Own;
use super::{ColleagueRow, Session};
use crate::exchange::identity::{DeviceCertificate, IdentityKey, PublicIdentity};
use crate::history::DeviceId;
use crate::store::rows::colleague::CertificateRow;
use crate::store::rows::import::{Journal, Taught};

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
pub(super) struct Lessons {
    key: IdentityKey,
    people: HashMap<IdentityKey, usize>,
    held: HashMap<DeviceId, Whose>,
    /// Certificates that are held, also those that count for nothing.
    known: BTreeSet<Taught>,
    claimed: BTreeMap<DeviceId, BTreeSet<usize>>,
    learnt: Vec<(Whose, DeviceCertificate)>,
    claims: Vec<(usize, DeviceCertificate)>,
    pub(super) conflicts: BTreeSet<DeviceConflict>,
}

fn taught(one: &DeviceCertificate) -> Taught {
    Taught {
        identity: one.identity.0,
        device: one.device,
    }
}

pub(super) fn taught_by(row: &CertificateRow) -> Taught {
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
    pub(super) fn over(own: &Own, colleagues: &[(i64, ColleagueRow)]) -> Self {
        let mut lessons = Self {
            key: own.identity.public().key(),
            people: HashMap::new(),
            held: HashMap::new(),
            known: own.others().iter().map(taught_by).collect(),
            claimed: BTreeMap::new(),
            learnt: Vec::new(),
            claims: Vec::new(),
            conflicts: BTreeSet::new(),
        };
        for (at, (_, colleague)) in colleagues.iter().enumerate() {
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
        lessons
    }

    /// Learns what one bundle bears, in its order, and notes in its journal what that was.
    pub(super) fn take(&mut self, certificates: &[DeviceCertificate], journal: &mut Journal) {
        for one in certificates {
            let new = self.learn(one);
            let what = taught(one);
            let list = match new {
                true => &mut journal.devices,
                false if self.known.contains(&what) => &mut journal.vouched,
                false => continue,
            };
            if !list.contains(&what) {
                list.push(what);
            }
            self.known.insert(what);
        }
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
            _ if is_known => false,
            Some(Whose::Colleague(at)) if is_claim => {
                self.claimed.entry(one.device).or_default().insert(at);
                self.claims.push((at, one.clone()));
                true
            }
            Some(Whose::Own) if holder == Some(Whose::Own) => false,
            Some(whose) if !is_other => {
                self.held.insert(one.device, whose);
                self.learnt.push((whose, one.clone()));
                true
            }
            // Of nobody who is known here.
            _ => false,
        }
    }

    /// Puts what was learnt of the colleague at this position into their row.
    pub(super) fn put_into(&self, at: usize, colleague: &mut ColleagueRow) {
        for (_, one) in self
            .learnt
            .iter()
            .filter(|(whose, _)| *whose == Whose::Colleague(at))
        {
            let of_former = colleague.former.iter_mut().find(|former| {
                let identity = former.identity.parse::<PublicIdentity>();
                identity.is_ok_and(|identity| identity.key() == one.identity)
            });
            let devices = match of_former {
                Some(former) => &mut former.devices,
                None => &mut colleague.devices,
            };
            devices.push(row_of(one));
        }
        let claims = self.claims.iter().filter(|(whose, _)| *whose == at);
        colleague.claims.extend(claims.map(|(_, one)| row_of(one)));
    }

    /// Logs of our own identity that were not known: a copy of this vault writes them.
    pub(super) fn own(&self) -> Vec<CertificateRow> {
        let own = self.learnt.iter().filter(|(whose, _)| *whose == Whose::Own);
        own.map(|(_, one)| row_of(one)).collect()
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
        let all = self.colleagues.iter();
        let claims = all.flat_map(|(_, other)| self.conflicts_of(other));
        claims.filter(|one| theirs.contains(&one.device)).collect()
    }
}
