//! Sending: what goes to colleagues, what stays behind, and what they are known to have.

pub(crate) mod evaluate;
pub(crate) mod export_plan;
pub(crate) mod held;
pub(crate) mod select;
pub(crate) mod writing;

use crate::colleague::waiting::{Waiting, waiting};
use fieldnotes_domain::ids::RecordId;
use std::collections::BTreeSet;
use std::path::Path;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Outcome};
use crate::outside::outfile::{OutFile, Readers};
use crate::send::export_plan::ExportPlan;
use crate::send::select::{Audience, LeftOut, Selection};
use crate::send::writing::BundleTo;
use crate::session::Session;
use crate::session::error::SessionError;
use crate::words::words;
use crate::{colleague, ids};
use fieldnotes_domain::custody::{Export, ExportWay};
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::records::consent::{Reason, Use, WayOut};
use fieldnotes_format::progress::Watch;
use fieldnotes_store::store::rows::colleague::ColleagueRow;

/// Whom a bundle is for.
#[derive(Debug, Clone, Copy)]
pub enum Recipients<'a> {
    /// Colleagues, by name.
    Colleagues(&'a [String]),
    /// Whoever knows the passphrase.
    Passphrase(&'a SecretString),
}

impl Recipients<'_> {
    /// A bundle to nothing is for everybody: that is reported before anything is written.
    fn check(&self) -> Outcome<()> {
        match self {
            Self::Passphrase(passphrase) => crate::passphrase::check_new(passphrase),
            Self::Colleagues(_) => Ok(()),
        }
    }
}

/// A bundle that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct BundleWritten {
    /// The bundle.
    pub bundle: String,
    /// Records in it.
    pub records: u64,
    /// Revisions of them.
    pub revisions: u64,
    /// Contents of attachments.
    pub files: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// Recipients whose fingerprint was never compared.
    pub unverified: Vec<String>,
    /// What stayed behind, and why.
    pub left_out: Vec<StayedBehind>,
    /// Testimonies that went although nothing was written down about consent.
    pub without_consent: Vec<String>,
    /// Records that the recipients were asked not to pass on.
    pub withdrawn: Vec<String>,
    /// What the recipients had not acknowledged before. It is not in here, unless it was asked for again.
    pub waiting: Vec<Waiting>,
    /// It was noted that this went, so that it does not go twice. Not so for a passphrase, and not where the vault is
    /// damaged.
    pub noted: bool,
    /// Records of which an earlier revision cannot be read. It went without its words; all else of them went whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub unreadable: Vec<String>,
}

/// What a bundle would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct BundlePlan {
    /// Records in it. Where there are none, and none is withdrawn, there is nothing to send.
    pub records: u64,
    /// Revisions of them.
    pub revisions: u64,
    /// Contents of attachments.
    pub files: u64,
    /// About the bytes of the file.
    pub bytes: u64,
    /// Recipients whose fingerprint was never compared.
    pub unverified: Vec<String>,
    /// What would stay behind, and why.
    pub left_out: Vec<StayedBehind>,
    /// Testimonies that would go although nothing was written down about consent.
    pub without_consent: Vec<String>,
    /// Records that the recipients would be asked not to pass on.
    pub withdrawn: Vec<String>,
    /// What the recipients have not acknowledged. It would not go, unless it is asked for again.
    pub waiting: Vec<Waiting>,
}

/// How much of what may go is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// What the recipients are not known to hold and was not sent to them.
    #[default]
    New,
    /// What they are not known to hold, also where it was sent already.
    Again,
    /// Everything.
    All,
}

/// What is to be sent, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Sending<'a> {
    /// Whom it is for. Whoever knows a passphrase gets everything, whatever `reach` says.
    pub to: Recipients<'a>,
    /// These records alone, with their attachments; all where nothing is said.
    pub records: Option<&'a [String]>,
    /// How much of them.
    pub reach: Reach,
    /// A use of the consent vocabulary: what the recipients will do with it.
    pub purpose: &'a str,
    /// By whom it will be used, as it is called in the consent; nothing where nobody is named.
    pub audience: Option<&'a str>,
    /// Also where there is nothing but the acknowledgement of what came from the recipients.
    pub acknowledge: bool,
}

impl<'a> Sending<'a> {
    /// What is new, for use inside the organisation.
    pub fn new(to: Recipients<'a>) -> Self {
        Self {
            to,
            records: None,
            reach: Reach::New,
            purpose: Use::ShareInside.as_str(),
            audience: None,
            acknowledge: false,
        }
    }
}

/// A record that stayed behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct StayedBehind {
    /// The record.
    pub id: String,
    /// Why.
    pub reason: LeftOutReason,
    /// The record to which it belongs and because of which it stays; null where it stays because of itself.
    pub because_of: Option<String>,
}

words! {
    /// Why a record stays behind.
    pub enum LeftOutReason {
        /// It never leaves this vault.
        Vault = "vault",
        /// It goes only where it is chosen by itself.
        Restricted = "restricted",
        /// What it says cannot be read.
        Damaged = "damaged",
        /// A colleague said that it may go no further.
        WithdrawnByColleague = "withdrawn_by_colleague",
        /// The narrator withdrew what they had allowed.
        Withdrawn = "withdrawn",
        /// The narrator said no.
        Refused = "refused",
        /// An entry of the consent says something that this version does not understand.
        NotUnderstood = "not_understood",
        /// What the narrator allowed has run out.
        Expired = "expired",
        /// It has run out by what this vault has seen already; the clock is behind that.
        ClockBehind = "clock_behind",
        /// There are entries, and none of them speaks of this use for this audience.
        NotCovered = "not_covered",
        /// Nothing is recorded about consent, and it would leave the organisation.
        NotRecorded = "not_recorded",
        /// The narrator does not want to be identifiable, and would be.
        Identity = "identity",
        /// The voice may not be used.
        Voice = "voice",
        /// Pictures may not be used.
        Image = "image",
    }
}

impl From<LeftOut> for LeftOutReason {
    fn from(why: LeftOut) -> Self {
        match why {
            LeftOut::Vault => Self::Vault,
            LeftOut::Restricted => Self::Restricted,
            LeftOut::Damaged => Self::Damaged,
            LeftOut::Withdrawn => Self::WithdrawnByColleague,
            LeftOut::Consent(Reason::Withdrawn) => Self::Withdrawn,
            LeftOut::Consent(Reason::Refused) => Self::Refused,
            LeftOut::Consent(Reason::NotUnderstood) => Self::NotUnderstood,
            LeftOut::Consent(Reason::Expired) => Self::Expired,
            LeftOut::Consent(Reason::ClockBehind) => Self::ClockBehind,
            LeftOut::Consent(Reason::NotCovered) => Self::NotCovered,
            LeftOut::Consent(Reason::NotRecorded) => Self::NotRecorded,
        }
    }
}

/// Writes a bundle of what the recipients lack to a new file, and notes that it went when the file is safe. What consent or
/// confidentiality does not allow stays behind; where it was chosen by name, nothing is written.
///
/// # Errors
/// [`Code::NothingNew`] where the recipients have everything that may go, or it is on its way to them.
pub fn send(
    session: &mut Session,
    out: &Path,
    sending: &Sending<'_>,
    watch: &mut Watch<'_>,
) -> Outcome<BundleWritten> {
    let random = session.environment().random.clone();
    let mut begin = || OutFile::create(out, Readers::AsFolder, &*random);
    send_into(session, &mut begin, sending, watch)
}

/// The same to a file that is begun only where there is something to send.
pub(crate) fn send_into(
    session: &mut Session,
    begin: &mut dyn FnMut() -> Outcome<OutFile>,
    sending: &Sending<'_>,
    watch: &mut Watch<'_>,
) -> Outcome<BundleWritten> {
    sending.to.check()?;
    let prepared = Prepared::of(session, sending)?;
    let is_noted = !prepared.rows.is_empty() && !session.is_read_only();
    if prepared.export_plan.is_empty() && !(is_noted && sending.acknowledge) {
        return Err(prepared.nothing(sending));
    }
    let (file, summary, mut written) = prepared.write(session, begin, sending, is_noted, watch)?;
    let export = prepared.custody(session, sending, &summary);
    if is_noted {
        written.bytes = file.keep()?;
        // The file is there. What cannot be noted goes once more.
        written.noted = session.note_sent(&prepared.rows, &summary, export).is_ok();
    } else if session.is_read_only() {
        written.bytes = file.keep()?;
    } else {
        written.bytes = session.keep_noted(file, export)?;
    }
    Ok(written)
}

/// Writes a bundle of everything that may go, or of the chosen records, to a new file, and notes nothing: the way out of a vault
/// that cannot be written to.
pub fn export(
    session: &Session,
    out: &Path,
    to: &Recipients<'_>,
    chosen: Option<&[String]>,
    watch: &mut Watch<'_>,
) -> Outcome<BundleWritten> {
    let sending = Sending {
        records: chosen,
        reach: Reach::All,
        ..Sending::new(*to)
    };
    sending.to.check()?;
    let prepared = Prepared::of(session, &sending)?;
    if prepared.export_plan.is_empty() {
        return Err(prepared.nothing(&sending));
    }
    let random = std::sync::Arc::clone(&session.environment().random);
    let begin = &mut || OutFile::create(out, Readers::AsFolder, &*random);
    let (file, _, mut written) = prepared.write(session, begin, &sending, false, watch)?;
    written.bytes = file.keep()?;
    Ok(written)
}

/// Says what [`send`] would write. Nothing is written.
pub fn plan(session: &Session, sending: &Sending<'_>) -> Outcome<BundlePlan> {
    let prepared = Prepared::of(session, sending)?;
    let is_noted = !prepared.rows.is_empty() && !session.is_read_only();
    let export_plan = &prepared.export_plan;
    let (bytes, summary) = if export_plan.is_empty() {
        (0, None)
    } else {
        let to = prepared.to(sending);
        let (bytes, summary) = session.weigh_bundle(export_plan, &to, is_noted)?;
        (bytes, Some(summary))
    };
    Ok(BundlePlan {
        records: export_plan.selection.records.len() as u64,
        revisions: export_plan.revisions.len() as u64,
        files: summary.map_or(0, |summary| summary.files),
        bytes,
        unverified: prepared.unverified(),
        left_out: stayed(&export_plan.selection),
        without_consent: texts(&export_plan.selection.without_consent),
        withdrawn: withdrawn(export_plan),
        waiting: prepared.rows.iter().filter_map(waiting).collect(),
    })
}

struct Prepared {
    rows: Vec<ColleagueRow>,
    export_plan: ExportPlan,
}

impl Prepared {
    fn of(session: &Session, sending: &Sending<'_>) -> Outcome<Self> {
        let chosen = sending
            .records
            .map(|all| {
                all.iter()
                    .map(|id| ids::record(session, id))
                    .collect::<Outcome<Vec<_>>>()
            })
            .transpose()?;
        let rows = match sending.to {
            Recipients::Colleagues([]) => return Err(Error::new(Code::NothingToExport)),
            Recipients::Colleagues(names) => names
                .iter()
                .map(|name| colleague::named(session, name))
                .collect::<Outcome<Vec<_>>>()?,
            Recipients::Passphrase(_) => Vec::new(),
        };
        let audience = Audience {
            way: WayOut::Bundle,
            purpose: Use::from(sending.purpose),
            name: sending.audience.map(str::to_owned),
        };
        let reach = match sending.reach {
            Reach::New => held::Reach::New,
            Reach::Again => held::Reach::Again,
            Reach::All => held::Reach::All,
        };
        let colleagues: Vec<&ColleagueRow> = rows.iter().collect();
        let export_plan = session.export_plan(&colleagues, chosen.as_deref(), &audience, reach)?;
        refuse_chosen(&export_plan.selection, chosen.as_deref())?;
        Ok(Self { rows, export_plan })
    }

    fn nothing(&self, sending: &Sending<'_>) -> Error {
        if self.rows.is_empty() || sending.reach == Reach::All {
            return Error::new(Code::NothingToExport);
        }
        let waiting: u64 = self
            .rows
            .iter()
            .filter_map(waiting)
            .map(|one| one.revisions)
            .sum();
        Error::new(Code::NothingNew)
            .with("waiting", waiting)
            .with("left_out", self.export_plan.selection.left_out.len())
    }

    fn to<'a>(&'a self, sending: &'a Sending<'_>) -> BundleTo<'a> {
        match sending.to {
            Recipients::Colleagues(_) => BundleTo::Colleagues(&self.rows),
            Recipients::Passphrase(passphrase) => BundleTo::Passphrase(passphrase),
        }
    }

    fn unverified(&self) -> Vec<String> {
        let unverified = self.rows.iter().filter(|row| row.verified.is_none());
        unverified.map(|row| row.name.clone()).collect()
    }

    fn write(
        &self,
        session: &Session,
        begin: &mut dyn FnMut() -> Outcome<OutFile>,
        sending: &Sending<'_>,
        is_noted: bool,
        watch: &mut Watch<'_>,
    ) -> Outcome<(OutFile, writing::BundleSummary, BundleWritten)> {
        let (export_plan, to) = (&self.export_plan, self.to(sending));
        let mut lost = BTreeSet::new();
        let (file, summary) = loop {
            let how = (&lost, is_noted);
            match session.write_bundle(begin()?, export_plan, &to, how, watch) {
                // An earlier state that cannot be read leaves its place only; all others go.
                Err(error @ SessionError::BodyDamaged { .. }) if lost.is_empty() => {
                    lost = session.unreadable(&export_plan.revisions)?;
                    if lost.is_empty() {
                        return Err(error.into());
                    }
                }
                written => break written?,
            }
        };
        let of = |hash: &EntryHash| Some(session.graph().node(hash)?.record);
        let unreadable: BTreeSet<RecordId> = lost.iter().filter_map(of).collect();
        let written = BundleWritten {
            bundle: summary.bundle.to_string(),
            records: export_plan.selection.records.len() as u64,
            revisions: export_plan.revisions.len() as u64,
            files: summary.files,
            bytes: 0,
            unverified: self.unverified(),
            left_out: stayed(&export_plan.selection),
            without_consent: texts(&export_plan.selection.without_consent),
            withdrawn: withdrawn(export_plan),
            waiting: self.rows.iter().filter_map(waiting).collect(),
            unreadable: texts(&unreadable),
            noted: false,
        };
        Ok((file, summary, written))
    }

    /// What the log of events says of the bundle.
    fn custody(
        &self,
        session: &Session,
        sending: &Sending<'_>,
        summary: &writing::BundleSummary,
    ) -> Export {
        let records = self.export_plan.selection.records.iter();
        let graph = session.graph();
        Export {
            way: ExportWay::Bundle,
            package: summary.bundle.0,
            to: self.rows.iter().map(|row| row.name.clone()).collect(),
            audience: sending.audience.unwrap_or_default().to_owned(),
            purpose: sending.purpose.to_owned(),
            sha256: None,
            records: records
                .filter_map(|record| Some((*record, graph.first_head(*record)?)))
                .collect(),
            consent: Vec::new(),
        }
    }
}

fn texts(records: &BTreeSet<RecordId>) -> Vec<String> {
    records.iter().map(RecordId::to_string).collect()
}

fn withdrawn(export_plan: &ExportPlan) -> Vec<String> {
    texts(&export_plan.withdrawn.iter().map(|one| one.record).collect())
}

/// A record that was asked for by name and may not go is refused, and nothing goes.
pub(crate) fn refuse_chosen(selection: &Selection, chosen: Option<&[RecordId]>) -> Outcome<()> {
    for record in chosen.unwrap_or_default() {
        match selection.left_out.get(record) {
            Some(why @ (LeftOut::Consent(_) | LeftOut::Withdrawn)) => {
                return Err(Error::new(Code::ConsentRefused)
                    .with("record", record)
                    .with("reason", LeftOutReason::from(*why).as_str()));
            }
            Some(LeftOut::Vault | LeftOut::Restricted) => {
                return Err(Error::new(Code::Confidential).with("record", record));
            }
            Some(LeftOut::Damaged) => {
                return Err(Error::new(Code::RevisionDamaged).with("record", record));
            }
            None => {}
        }
    }
    Ok(())
}

fn stayed(selection: &Selection) -> Vec<StayedBehind> {
    selection
        .left_out
        .iter()
        .map(|(record, why)| StayedBehind {
            id: record.to_string(),
            reason: (*why).into(),
            because_of: selection.because_of.get(record).map(RecordId::to_string),
        })
        .collect()
}
