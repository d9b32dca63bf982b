//! Whom something is for, and who opens it.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{Read, Write};

use secrecy::SecretString;

use super::ExchangeError;
use super::age_file::{self, Envelope, EnvelopeKey, Opened, SealWriter, SealedEnvelope};
use super::identity::{Fingerprint, PublicIdentity, SecretIdentity};

/// Whom a bundle or package is sealed for.
#[derive(Clone, Copy)]
pub enum Address<'a> {
    /// Colleagues, each by the keys of their identity.
    Colleagues(&'a [PublicIdentity]),
    /// Whoever knows the passphrase.
    Passphrase {
        /// The passphrase.
        passphrase: &'a SecretString,
        /// [`age_file::WORK_FACTOR`], except where a vault is marked as a test.
        work_factor: u8,
    },
}

impl Address<'_> {
    pub(super) fn seal<W: Write>(&self, out: W) -> Result<SealWriter<W>, ExchangeError> {
        match self {
            Address::Colleagues(colleagues) => {
                let recipients: Vec<_> = colleagues
                    .iter()
                    .map(|colleague| colleague.recipient().clone())
                    .collect();
                age_file::seal_to_recipients(&recipients, out)
            }
            Address::Passphrase {
                passphrase,
                work_factor,
            } => age_file::seal_to_passphrase(passphrase, *work_factor, out),
        }
    }

    pub(super) fn way(&self) -> Way {
        match self {
            Address::Colleagues(_) => Way::Colleagues,
            Address::Passphrase { .. } => Way::Passphrase,
        }
    }

    /// The fingerprints that a manifest names, so that nobody passes the bundle on as if it had been
    /// meant for another. Whoever was chosen twice stands there once.
    pub(super) fn fingerprints(&self) -> Vec<Fingerprint> {
        match self {
            Address::Colleagues(all) => {
                let mut seen = BTreeSet::new();
                let all = all.iter().map(PublicIdentity::fingerprint);
                all.filter(|one| seen.insert(*one)).collect()
            }
            Address::Passphrase { .. } => Vec::new(),
        }
    }
}

impl fmt::Debug for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Address::Colleagues(_) => "Colleagues(…)",
            Address::Passphrase { .. } => "Passphrase(…)",
        })
    }
}

/// How an envelope is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// For colleagues, each by the keys of their identity.
    Colleagues,
    /// For whoever knows a passphrase.
    Passphrase,
}

/// Who takes a bundle in.
#[derive(Debug, Clone, Copy)]
pub struct Receiver<'a> {
    /// Our own identity.
    pub identity: &'a SecretIdentity,
    /// The passphrase, where somebody gave us one. It is used only where the envelope asks for one.
    pub passphrase: Option<&'a SecretString>,
}

impl Receiver<'_> {
    pub(super) fn open<R: Read>(&self, input: R) -> Result<(Opened<R>, Way), ExchangeError> {
        self.open_sealed(age_file::begin(input)?)
    }

    pub(super) fn open_sealed<R: Read>(
        &self,
        sealed: SealedEnvelope<R>,
    ) -> Result<(Opened<R>, Way), ExchangeError> {
        let way = match sealed.envelope() {
            Envelope::Recipients { .. } => Way::Colleagues,
            Envelope::Passphrase { .. } => Way::Passphrase,
        };
        let opening = match (sealed.envelope(), self.passphrase) {
            (Envelope::Recipients { .. }, _) => EnvelopeKey::Identity(self.identity.receive()),
            (Envelope::Passphrase { .. }, Some(passphrase)) => EnvelopeKey::Passphrase(passphrase),
            (Envelope::Passphrase { .. }, None) => return Err(ExchangeError::NeedsPassphrase),
        };
        Ok((sealed.open(opening)?, way))
    }
}
