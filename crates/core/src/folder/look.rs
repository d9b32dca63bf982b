//! The status of the files in the folder, for a person.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::error::Code;
use crate::folder::checking::CheckedFile;
use crate::folder::memory::{Known, Memory, Verdict};
use crate::receive::{Sender, sender_of};
use crate::session::Session;
use crate::session::peers::Relation;
use fieldnotes_domain::ids::BundleId;
use fieldnotes_format::exchange::bundle::Extent;
use fieldnotes_format::exchange::identity::{Fingerprint, IdentityKey};

/// What a file in the exchange folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
#[serde(rename_all = "snake_case")]
pub enum Carried {
    /// A whole bundle from a colleague, not taken in yet.
    Ready,
    /// It is still being written, or copied.
    Coming,
    /// A bundle from somebody who is no colleague, or is one no more, or signs with a former identity.
    UnknownSender,
    /// It opens with a passphrase, and is for anyone with the passphrase.
    NeedsPassphrase,
    /// The system does not let this user read it.
    Forbidden,
    /// Taken in, but for records that were left out by choice.
    Partial,
    /// Damaged, or not a bundle.
    Damaged,
    /// Taken in.
    Seen,
    /// The same bundle as another file.
    Copy,
    /// Put there by this vault.
    Own,
    /// For others.
    NotForUs,
}

impl Carried {
    /// As in [`Code::FileNotReady`].
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Coming => "coming",
            Self::UnknownSender => "unknown_sender",
            Self::NeedsPassphrase => "needs_passphrase",
            Self::Forbidden => "forbidden",
            Self::Partial => "partial",
            Self::Damaged => "damaged",
            Self::Seen | Self::Copy | Self::Own | Self::NotForUs => "settled",
        }
    }

    /// Whether there is nothing to do about it.
    fn is_settled(self) -> bool {
        matches!(self, Self::Seen | Self::Copy | Self::Own | Self::NotForUs)
    }
}

/// A file in the exchange folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Arrival {
    /// Its name.
    pub name: String,
    /// Its path.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// What it is.
    pub state: Carried,
    /// Bytes that are still to come; 0 where none are, or it is not known.
    pub missing: u64,
    /// The bundle; null where it could not be read.
    pub bundle: Option<String>,
    /// A name of this bundle, this sender and this content together; null where it could not be read.
    pub token: Option<String>,
    /// Who made it; null where it could not be read.
    pub sender: Option<Sender>,
    /// When it was made, as its maker says: RFC 3339 in UTC; null where it could not be read.
    pub created_at: Option<String>,
    /// Where it is damaged, or cannot be read: why.
    pub code: Option<Code>,
}

/// What lies in the exchange folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Arrivals {
    /// The files about which there is something to do or to know, by name. What was taken in, this vault's own and what is
    /// for others is counted only.
    pub files: Vec<Arrival>,
    /// How many files there are of each state.
    pub states: BTreeMap<Carried, u64>,
    /// Files that were not looked at, because there are too many.
    pub more: u64,
}

impl Arrivals {
    /// How many files are of this state.
    pub fn count(&self, state: Carried) -> u64 {
        self.states.get(&state).copied().unwrap_or_default()
    }
}

impl Memory {
    /// What the files are that the last look found.
    pub fn arrivals(&self, session: &Session) -> Arrivals {
        let (whole, partial) = session.taken_bundles();
        let mut there = BTreeSet::new();
        let mut senders = Senders {
            session,
            met: Vec::new(),
        };
        let mut arrivals = Arrivals {
            more: self.more,
            ..Arrivals::default()
        };
        for (name, known) in &self.files {
            let mut arrival = arrival(known, &mut senders);
            arrival.name = name.to_string_lossy().into_owned();
            if let Some(bundle) = bundle_of(known) {
                arrival.state = if whole.contains(&bundle) {
                    Carried::Seen
                } else if matches!(arrival.state, Carried::Ready | Carried::UnknownSender)
                    && !there.insert(bundle)
                {
                    Carried::Copy
                } else if arrival.state == Carried::Ready && partial.contains(&bundle) {
                    Carried::Partial
                } else {
                    arrival.state
                };
            }
            *arrivals.states.entry(arrival.state).or_default() += 1;
            if !arrival.state.is_settled() {
                arrivals.files.push(arrival);
            }
        }
        arrivals
    }
}

fn bundle_of(known: &Known) -> Option<BundleId> {
    match known.verdict {
        Some(Verdict::Is(CheckedFile::Bundle { bundle, .. })) => Some(bundle),
        _ => None,
    }
}

/// Who made the files. To know one again their line is read and its signature verified, so each is looked up once.
struct Senders<'s> {
    session: &'s Session,
    met: Vec<(IdentityKey, Carried, Sender)>,
}

impl Senders<'_> {
    /// What a whole bundle of theirs is, and who they are.
    fn of(&mut self, key: &IdentityKey, fingerprint: &Fingerprint) -> (Carried, Sender) {
        let before = self.met.iter().find(|(met, ..)| met == key);
        if let Some((_, state, sender)) = before {
            return (*state, sender.clone());
        }
        let state = match self.session.relation(key) {
            Relation::Own => Carried::Own,
            Relation::Colleague(_) => Carried::Ready,
            _ => Carried::UnknownSender,
        };
        let sender = sender_of(self.session, key, fingerprint.to_string());
        self.met.push((*key, state, sender.clone()));
        (state, sender)
    }
}

fn arrival(known: &Known, senders: &mut Senders<'_>) -> Arrival {
    let mut arrival = Arrival {
        name: String::new(),
        path: known.path.to_string_lossy().into_owned(),
        size: known.mark.size,
        state: Carried::Coming,
        missing: 0,
        bundle: None,
        token: None,
        sender: None,
        created_at: None,
        code: None,
    };
    let mut damaged = |code| {
        arrival.state = Carried::Damaged;
        arrival.code = Some(code);
    };
    match &known.verdict {
        None => {}
        Some(Verdict::NotYet(Code::FileForbidden)) => {
            arrival.state = Carried::Forbidden;
            arrival.code = Some(Code::FileForbidden);
        }
        Some(Verdict::NotYet(code)) if known.stands_still() => damaged(*code),
        Some(Verdict::NotYet(_)) => {}
        Some(Verdict::Refused(code)) => damaged(*code),
        Some(Verdict::Own) => arrival.state = Carried::Own,
        Some(Verdict::Is(CheckedFile::NeedsPassphrase)) => arrival.state = Carried::NeedsPassphrase,
        Some(Verdict::Is(CheckedFile::Bundle {
            bundle,
            token,
            sender,
            fingerprint,
            created,
            extent,
        })) => {
            let (state, maker) = senders.of(sender, fingerprint);
            match extent {
                Extent::Short(missing) => arrival.missing = *missing,
                Extent::Unfilled if !known.stands_still() => {}
                Extent::Unfilled | Extent::Long => damaged(Code::BundleDamaged),
                Extent::Whole => arrival.state = state,
            }
            arrival.bundle = Some(bundle.to_string());
            arrival.token = Some(token.to_string());
            arrival.sender = Some(maker);
            arrival.created_at = Some(created.to_string());
        }
        Some(Verdict::Is(_)) => arrival.state = Carried::NotForUs,
    }
    arrival
}
