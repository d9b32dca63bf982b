//! Colleagues.

pub(crate) mod fork;
pub mod identity;
pub(crate) mod lessons;
pub(crate) mod relations;
pub(crate) mod waiting;

use std::io::Read;
use std::path::Path;

use serde::Serialize;

use crate::colleague::relations::identity_of;
use crate::error::{Code, Error, Outcome};
use crate::outside::infile::{self, Links};
pub use crate::record::Who;
use crate::session::Session;
use crate::session::peers::Relation;
use fieldnotes_domain::text::{line, name};
use fieldnotes_format::exchange::identity::{
    Fingerprint, MAX_PICTURE, PastedFault, PublicIdentity, identity_in, identity_in_text,
};
use fieldnotes_store::store::rows::colleague::{ColleagueRow, FormerRow};
pub use fork::{ClaimCode, ClaimedLog, ForkedLog};
pub use waiting::Waiting;
use waiting::waiting;

/// An identity is a line. A text file that is longer holds none.
const LONGEST_LINE: u64 = 64 << 10;

/// All colleagues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Colleagues {
    /// By name.
    pub colleagues: Vec<Colleague>,
}

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Colleague {
    /// What the user calls them.
    pub name: String,
    /// Another colleague whose name looks the same; null where there is none, as long as this program gave the names.
    pub looks_like: Option<String>,
    /// Sixty digits in groups of five.
    pub fingerprint: String,
    /// Whether the fingerprint was compared.
    pub verified: bool,
    /// When it was; null where it was not. RFC 3339 in UTC.
    pub verified_at: Option<String>,
    /// When they were added. RFC 3339 in UTC.
    pub added_at: String,
    /// Since when nothing goes to them any more; null where it does. RFC 3339 in UTC.
    pub retired_at: Option<String>,
    /// The identities that they had before, the newest last.
    pub key_changes: Vec<KeyChange>,
    /// The device logs that have shown to be theirs.
    pub devices: u64,
    /// Those of them that two copies of their vault have written.
    pub forked: Vec<ForkedLog>,
    /// Logs of theirs that somebody else says are their own, and logs of others of which they say so.
    pub claimed: Vec<ClaimedLog>,
    /// Revisions that they hold, as they said last.
    pub holds: u64,
    /// What was sent to them and is not acknowledged; null where nothing is.
    pub waiting: Option<Waiting>,
}

/// An identity that another one took the place of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct KeyChange {
    /// When. RFC 3339 in UTC.
    pub changed_at: String,
    /// The fingerprint of the identity from before: sixty digits in groups of five.
    pub former_fingerprint: String,
    /// Whether that one had been compared.
    pub was_verified: bool,
}

/// Adds a colleague by their public identity: its line, or a text such as a mail that holds it. Not verified until the
/// fingerprint is compared. The name is kept in NFC and without invisible signs; one that looks like another colleague's is
/// refused.
pub fn add(session: &mut Session, identity: &str, name: &str) -> Outcome<Colleague> {
    let identity = pasted(identity)?;
    let name = name::kept(name);
    if !name::is_name(&name) {
        return Err(Error::new(Code::NameInvalid));
    }
    refuse_known(session, &identity)?;
    if let Ok(there) = of_name(session, &name) {
        return Err(key_differs(&there, &identity));
    }
    refuse_alike(session, &name, None)?;
    let row = ColleagueRow {
        name: name.clone(),
        identity: identity.to_string(),
        verified: None,
        added: session.environment().clock.now(),
        devices: Vec::new(),
        exchanged: Default::default(),
        retired: None,
        former: Vec::new(),
        claims: Vec::new(),
    };
    session.add_colleague(row)?;
    show(session, &name)
}

/// The line of the identity whose QR code is in a picture: a PNG or JPEG file of bounded size.
pub fn read_qr(file: &Path) -> Outcome<String> {
    let mut picture = Vec::new();
    let file = infile::open(file, Links::Refuse)?;
    file.take(MAX_PICTURE + 1).read_to_end(&mut picture)?;
    Ok(identity_in(&picture)?.to_string())
}

/// The line of the identity in a file: as text, or as the QR code in a picture.
pub fn read_file(path: &Path) -> Outcome<String> {
    let mut first = Vec::new();
    let file = infile::open(path, Links::Refuse)?;
    file.take(LONGEST_LINE).read_to_end(&mut first)?;
    if first.starts_with(b"\x89PNG") || first.starts_with(&[0xff, 0xd8, 0xff]) {
        return read_qr(path);
    }
    Ok(line::decode(&first)?.trim().to_owned())
}

/// All colleagues.
pub fn list(session: &Session) -> Outcome<Colleagues> {
    let all = session.colleagues();
    Ok(Colleagues {
        colleagues: all.map(|row| view(session, row)).collect::<Outcome<_>>()?,
    })
}

/// One colleague.
pub fn show(session: &Session, name: &str) -> Outcome<Colleague> {
    view(session, &of_name(session, name)?)
}

/// Notes that a colleague's fingerprint was compared, if it is the one that was read out. Where it is not, the failure
/// says in which groups of five it differs, and nothing is noted.
pub fn verify(session: &mut Session, name: &str, fingerprint: &str) -> Outcome<Colleague> {
    let said: Fingerprint = fingerprint
        .parse()
        .map_err(|_| Error::new(Code::FingerprintInvalid))?;
    let colleague = of_name(session, name)?;
    let differing = identity_of(&colleague)?.fingerprint().differing(&said);
    if !differing.is_empty() {
        let groups: Vec<String> = differing.iter().map(ToString::to_string).collect();
        return Err(Error::new(Code::FingerprintMismatch)
            .with("count", groups.len())
            .with("groups", groups.join(", ")));
    }
    let now = session.environment().clock.now();
    change(session, name, |colleague| colleague.verified = Some(now))
}

/// Puts another identity in the place of a colleague's, who is not verified after that. The one from before is kept, so
/// that its signatures still say whose they are. Without the word that the user has compared, it is refused.
pub fn change_key(
    session: &mut Session,
    name: &str,
    identity: &str,
    has_compared: bool,
) -> Outcome<Colleague> {
    let identity = pasted(identity)?;
    let there = of_name(session, name)?;
    refuse_known(session, &identity)?;
    if !has_compared {
        return Err(key_differs(&there, &identity));
    }
    let now = session.environment().clock.now();
    change(session, name, |colleague| {
        let line = std::mem::replace(&mut colleague.identity, identity.to_string());
        colleague.former.push(FormerRow {
            identity: line,
            verified: colleague.verified.take(),
            replaced: now,
            devices: std::mem::take(&mut colleague.devices),
        });
        // What passed was with the vault behind the identity from before.
        colleague.exchanged = Default::default();
    })
}

/// From now on nothing goes to a colleague, and what comes from them is refused unless it is asked for. Who wrote what
/// is still reported.
pub fn retire(session: &mut Session, name: &str) -> Outcome<Colleague> {
    let now = session.environment().clock.now();
    change(session, name, |colleague| {
        colleague.retired.get_or_insert(now);
    })
}

/// Takes back that a colleague was retired.
pub fn restore(session: &mut Session, name: &str) -> Outcome<Colleague> {
    change(session, name, |colleague| colleague.retired = None)
}

/// Gives a colleague another name.
pub fn rename(session: &mut Session, name: &str, new: &str) -> Outcome<Colleague> {
    let (there, new) = (of_name(session, name)?, name::kept(new));
    let is_taken = there.name != new && of_name(session, &new).is_ok();
    if !name::is_name(&new) || is_taken {
        return Err(Error::new(Code::NameInvalid));
    }
    refuse_alike(session, &new, Some(&there.name))?;
    session.change_colleague(&there.name, |colleague| colleague.name = new.clone())?;
    show(session, &new)
}

/// The colleague of this name, for whom something is to be made: not one who was retired.
pub(crate) fn named(session: &Session, name: &str) -> Outcome<ColleagueRow> {
    let colleague = of_name(session, name)?;
    match colleague.retired {
        Some(_) => Err(Error::new(Code::ColleagueRetired).with("name", colleague.name)),
        None => Ok(colleague),
    }
}

fn of_name(session: &Session, name: &str) -> Outcome<ColleagueRow> {
    let kept = name::kept(name);
    let found = session
        .colleagues()
        .find(|colleague| colleague.name == kept);
    // A name that only looks the same is not guessed to be the one: it is named.
    found.cloned().ok_or_else(|| {
        let error = Error::new(Code::ColleagueNotFound);
        match alike(session, &kept, None) {
            Some(there) => error.with("name", &there.name),
            None => error,
        }
    })
}

/// Another colleague whose name would be taken for this one.
fn alike<'s>(session: &'s Session, name: &str, but: Option<&str>) -> Option<&'s ColleagueRow> {
    session
        .colleagues()
        .filter(|colleague| but != Some(colleague.name.as_str()))
        .find(|colleague| name::look_alike(&colleague.name, name))
}

fn refuse_alike(session: &Session, name: &str, but: Option<&str>) -> Outcome<()> {
    match alike(session, name, but) {
        Some(there) => Err(Error::new(Code::NameAlike).with("name", &there.name)),
        None => Ok(()),
    }
}

/// The identity in what somebody handed on.
fn pasted(text: &str) -> Outcome<PublicIdentity> {
    identity_in_text(text).map_err(|fault| {
        let fault = match fault {
            PastedFault::None => "none",
            PastedFault::Altered => "altered",
            PastedFault::Several => "several",
        };
        Error::new(Code::IdentityInvalid).with("fault", fault)
    })
}

fn change(
    session: &mut Session,
    name: &str,
    change: impl FnOnce(&mut ColleagueRow),
) -> Outcome<Colleague> {
    let there = of_name(session, name)?;
    session.change_colleague(&there.name, change)?;
    show(session, &there.name)
}

/// An identity is one person's: it is neither added again nor put in another's place, and one that was replaced does
/// not come back by itself.
fn refuse_known(session: &Session, identity: &PublicIdentity) -> Outcome<()> {
    let known = |whose| Error::new(Code::ColleagueKnown).with("whose", whose);
    Err(match session.relation(&identity.key()) {
        Relation::Unknown => return Ok(()),
        Relation::Own => known("own"),
        Relation::Colleague(row) | Relation::Retired(row) => {
            known("colleague").with("name", &row.name)
        }
        Relation::FormerKey(row, replaced) => Error::new(Code::ColleagueKeyReplaced)
            .with("name", &row.name)
            .with("time", replaced.to_string()),
    })
}

fn key_differs(there: &ColleagueRow, new: &PublicIdentity) -> Error {
    let error = Error::new(Code::ColleagueKeyDiffers).with("name", &there.name);
    error.with("fingerprint", new.fingerprint())
}

fn view(session: &Session, row: &ColleagueRow) -> Outcome<Colleague> {
    let changes = row.former.iter().map(|former| {
        let identity: PublicIdentity = former.identity.parse()?;
        Ok(KeyChange {
            changed_at: former.replaced.to_string(),
            former_fingerprint: identity.fingerprint().to_string(),
            was_verified: former.verified.is_some(),
        })
    });
    let mut claims = session.claims_on(row);
    claims.extend(session.conflicts_of(row));
    Ok(Colleague {
        claimed: claims
            .iter()
            .map(|one| fork::claimed(session, one))
            .collect(),
        name: row.name.clone(),
        looks_like: alike(session, &row.name, Some(&row.name)).map(|other| other.name.clone()),
        fingerprint: identity_of(row)?.fingerprint().to_string(),
        verified: row.verified.is_some(),
        verified_at: row.verified.map(|time| time.to_string()),
        added_at: row.added.to_string(),
        holds: row.exchanged.holds.len(),
        waiting: waiting(row),
        retired_at: row.retired.map(|time| time.to_string()),
        key_changes: changes.collect::<Outcome<_>>()?,
        devices: row.logs().count() as u64,
        forked: fork::among(session, |device| row.logs().any(|log| log == *device)),
    })
}
