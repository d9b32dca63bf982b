//! Whether a record may be sent: what its heads say, and those of what it belongs to.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde_json::Value;

use crate::attachment::owners::attached_to;
use crate::environment::latest_day;
use crate::send::select::{Audience, LeftOut, Selection};
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::EntryHash;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::consent::{self, ConsentQuery, Permission, Reason, Subject};
use fieldnotes_domain::records::{Confidentiality, Kind, names};
use fieldnotes_domain::time::Timestamp;

/// Records whose heads are read together, on all cores.
const TOGETHER: usize = 4_096;

/// Records that colleagues withdrew, and the revisions by which.
pub(crate) type Marks = BTreeMap<RecordId, Vec<EntryHash>>;

enum Ruling {
    Goes { has_consent: bool },
    Stays(LeftOut),
}

impl Session {
    /// Decides about these records. Those among `chosen` were asked for by name.
    pub(crate) fn evaluate(
        &self,
        wanted: &BTreeSet<RecordId>,
        chosen: Option<&[RecordId]>,
        audience: &Audience,
    ) -> Result<Selection, SessionError> {
        let marks = self.withdrawn();
        let chosen: BTreeSet<RecordId> = chosen.into_iter().flatten().copied().collect();
        let mut evaluation = Evaluation::new(self, audience);
        let mut selection = Selection::default();
        let wanted: Vec<RecordId> = wanted.iter().copied().collect();
        for some in wanted.chunks(TOGETHER) {
            evaluation.read(some)?;
            for record in some {
                match evaluation.decide_with_owners(*record, &marks, &chosen)? {
                    (Ruling::Goes { has_consent }, _) => {
                        selection.records.insert(*record);
                        if !has_consent {
                            selection.without_consent.insert(*record);
                        }
                    }
                    (Ruling::Stays(why), of) => {
                        selection.left_out.insert(*record, why);
                        if of != *record {
                            selection.because_of.insert(*record, of);
                        }
                    }
                }
            }
        }
        Ok(selection)
    }

    /// The revisions by which a record may go no further for this audience: the narrator withdrew, it was kept for this vault,
    /// or a colleague said so.
    pub(crate) fn stopping(
        &self,
        record: RecordId,
        audience: &Audience,
        marks: &Marks,
    ) -> Result<BTreeSet<EntryHash>, SessionError> {
        let mut stopping: BTreeSet<EntryHash> =
            marks.get(&record).into_iter().flatten().copied().collect();
        let evaluation = Evaluation::new(self, audience);
        for head in self.newest_held(record) {
            if let Some(Ruling::Stays(LeftOut::Vault | LeftOut::Consent(Reason::Withdrawn))) =
                evaluation.decide_head(&head, true)?
            {
                stopping.insert(head);
            }
        }
        Ok(stopping)
    }
}

/// What a revision says about sending.
struct Terms {
    confidentiality: Confidentiality,
    /// Whether it was asked for where it has to be, or why it may not go.
    consent: Result<bool, Reason>,
    /// The record that this one belongs to.
    owner: Option<RecordId>,
}

/// The day on which consent is asked for.
#[derive(Clone, Copy)]
struct Today {
    /// By the clock.
    clock: NaiveDate,
    /// Of the newest revision saved here: it is not earlier than that.
    seen: NaiveDate,
}

/// Evaluation for one audience, on one day.
struct Evaluation<'s> {
    session: &'s Session,
    audience: &'s Audience,
    today: Today,
    /// Of heads that were read ahead.
    known: HashMap<EntryHash, Terms>,
    /// What several heads of a record say together, each merged once however many files belong to it.
    together: RefCell<HashMap<RecordId, Option<Terms>>>,
}

impl Today {
    fn of(session: &Session) -> Self {
        let clock = &*session.storage.environment.clock;
        let newest = session.newest_own_time().unwrap_or(Timestamp::MIN);
        Self {
            clock: latest_day(clock, clock.now()),
            seen: latest_day(clock, newest),
        }
    }
}

impl Session {
    /// The day on which consent has to hold now: that of the clock, or of the newest revision saved here where that is later.
    pub(crate) fn consent_day(&self) -> NaiveDate {
        let today = Today::of(self);
        today.clock.max(today.seen)
    }
}

impl<'s> Evaluation<'s> {
    fn new(session: &'s Session, audience: &'s Audience) -> Self {
        Self {
            session,
            audience,
            today: Today::of(session),
            known: HashMap::new(),
            together: RefCell::default(),
        }
    }

    /// Reads the heads of these records ahead. What does not open is left to the one who asks for it.
    fn read(&mut self, records: &[RecordId]) -> Result<(), SessionError> {
        let session = self.session;
        let heads = records
            .iter()
            .flat_map(|record| session.newest_held(*record));
        let heads: Vec<EntryHash> = heads.collect();
        let ask = (self.audience, self.today);
        let kinds: Vec<Option<Kind>> = heads.iter().map(|head| self.kind_of(head)).collect();
        let terms = self.session.each_body(&heads, &|at, body| {
            terms(&body.record, kinds.get(at).copied().flatten(), ask.0, ask.1)
        })?;
        let read = heads.into_iter().zip(terms);
        self.known = read
            .filter_map(|(head, terms)| Some((head, terms?)))
            .collect();
        Ok(())
    }

    fn kind_of(&self, revision: &EntryHash) -> Option<Kind> {
        Kind::of_schema(self.session.records.graph().node(revision)?.schema).ok()
    }

    /// What belongs to a record goes only where that record may go, also when it is chosen by itself: the picture of a
    /// narrator is no freer than what the narrator said.
    fn decide_with_owners(
        &self,
        record: RecordId,
        marks: &Marks,
        chosen: &BTreeSet<RecordId>,
    ) -> Result<(Ruling, RecordId), SessionError> {
        let is_chosen = chosen.contains(&record);
        let mut all_have_consent = true;
        let mut seen = BTreeSet::new();
        let mut next = vec![record];
        while let Some(one) = next.pop() {
            if !seen.insert(one) {
                continue;
            }
            if marks.contains_key(&one) {
                return Ok((Ruling::Stays(LeftOut::Withdrawn), one));
            }
            match self.decide(one, is_chosen || chosen.contains(&one))? {
                Ruling::Goes { has_consent } => all_have_consent &= has_consent,
                stays @ Ruling::Stays(_) => return Ok((stays, one)),
            }
            next.extend(self.owners_of(one));
        }
        let goes = Ruling::Goes {
            has_consent: all_have_consent,
        };
        Ok((goes, record))
    }

    /// The records that an attachment belongs to, and those that it ever belonged to: a picture of a narrator does not become
    /// free by being taken off the testimony.
    fn owners_of(&self, record: RecordId) -> BTreeSet<RecordId> {
        let revisions = self.session.graph().revisions(record);
        let owner = |revision: EntryHash| match self.known.get(&revision) {
            Some(terms) => terms.owner,
            None => self.session.owner_by(&revision),
        };
        revisions.filter_map(owner).collect()
    }

    /// All heads must allow it, and what they say together: where two laptops disagree, the stricter one holds, and where each
    /// took away another half of a consent, there is none.
    fn decide(&self, record: RecordId, by_name: bool) -> Result<Ruling, SessionError> {
        let graph = &self.session.records.graph();
        // A record never changes its kind. One that seems to could carry a testimony out under another name.
        let revisions = graph.revisions(record);
        let kinds: BTreeSet<String> = revisions
            .filter_map(|revision| {
                Some(graph.node(&revision)?.schema.split('/').next()?.to_owned())
            })
            .collect();
        if kinds.len() > 1 {
            return Ok(Ruling::Stays(LeftOut::Vault));
        }
        let mut all_have_consent = true;
        for head in self.session.newest_held(record) {
            match self.decide_head(&head, by_name)? {
                Some(Ruling::Goes { has_consent }) => all_have_consent &= has_consent,
                // What is not held cannot leave; its place in the log can.
                None => {}
                Some(stays) => return Ok(stays),
            }
        }
        match self.decide_together(record, by_name)? {
            Some(Ruling::Goes { has_consent }) => all_have_consent &= has_consent,
            None => {}
            Some(stays) => return Ok(stays),
        }
        Ok(Ruling::Goes {
            has_consent: all_have_consent,
        })
    }

    /// What several heads allow together; nothing where there is one, or none is held.
    fn decide_together(
        &self,
        record: RecordId,
        by_name: bool,
    ) -> Result<Option<Ruling>, SessionError> {
        if self.session.graph().head_count(record) < 2 {
            return Ok(None);
        }
        let ruling_of = |terms: &Option<Terms>| terms.as_ref().map(|terms| ruling(terms, by_name));
        if let Some(terms) = self.together.borrow().get(&record) {
            return Ok(ruling_of(terms));
        }
        let merged = self.session.merged(record)?;
        let kind = Kind::of_schema(&merged.schema).ok();
        let terms = merged
            .content
            .map(|content| terms(&content.record, kind, self.audience, self.today));
        let ruling = ruling_of(&terms);
        self.together.borrow_mut().insert(record, terms);
        Ok(ruling)
    }

    /// What one head allows; nothing where its body is not held.
    fn decide_head(&self, head: &EntryHash, by_name: bool) -> Result<Option<Ruling>, SessionError> {
        let read;
        let terms = match self.known.get(head) {
            Some(terms) => terms,
            None => match self.session.body(head) {
                Ok(body) => {
                    let kind = self.kind_of(head);
                    read = terms(&body.record, kind, self.audience, self.today);
                    &read
                }
                Err(SessionError::BodyNotHeld(_)) => return Ok(None),
                // It alone stays, and is named: what others may read does not wait for it.
                Err(SessionError::BodyDamaged { .. }) => {
                    return Ok(Some(Ruling::Stays(LeftOut::Damaged)));
                }
                Err(error) => return Err(error),
            },
        };
        Ok(Some(ruling(terms, by_name)))
    }
}

fn ruling(terms: &Terms, by_name: bool) -> Ruling {
    match (&terms.confidentiality, terms.consent) {
        (Confidentiality::Vault | Confidentiality::Other(_), _) => Ruling::Stays(LeftOut::Vault),
        (Confidentiality::Restricted, _) if !by_name => Ruling::Stays(LeftOut::Restricted),
        (_, Err(reason)) => Ruling::Stays(LeftOut::Consent(reason)),
        (_, Ok(has_consent)) => Ruling::Goes { has_consent },
    }
}

fn terms(record: &Value, kind: Option<Kind>, audience: &Audience, today: Today) -> Terms {
    let subject = match kind {
        Some(Kind::Testimony) => Some(Subject::Narrator),
        Some(Kind::Person) => Some(Subject::Person),
        _ => None,
    };
    let permission = subject.map(|subject| permission(subject, record, audience, today));
    Terms {
        confidentiality: confidentiality_of(record).effective(),
        consent: permission
            .transpose()
            .map(|permission| permission != Some(Permission::Unasked)),
        owner: match kind {
            Some(Kind::Attachment) => attached_to(record),
            _ => None,
        },
    }
}

fn permission(
    subject: Subject,
    record: &Value,
    audience: &Audience,
    today: Today,
) -> Result<Permission, Reason> {
    let entries = consent::entries_of(record).map_err(|_| Reason::NotUnderstood)?;
    let ask = ConsentQuery {
        r#use: audience.purpose.clone(),
        audience: audience.name.as_deref(),
        on: today.clock,
    };
    consent::may_leave(subject, &entries, audience.way, &ask, today.seen)
}

/// How far a record may go. A level that cannot be read is the strictest.
fn confidentiality_of(record: &Value) -> Confidentiality {
    if names::hides(record, "confidentiality") {
        return Confidentiality::Vault;
    }
    match record.get("confidentiality") {
        None => Confidentiality::default(),
        Some(level) => serde_json::from_value(level.clone()).unwrap_or(Confidentiality::Vault),
    }
}
