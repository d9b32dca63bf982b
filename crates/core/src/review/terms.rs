//! What the consent of each record says to an audience: whether it may go so, and on what terms.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use crate::error::Outcome;
use crate::record::standing;
use crate::review::order::ReviewOrder;
use crate::review::people::{Consent, Known};
use crate::send::LeftOutReason;
use crate::send::select::{Audience, Selection};
use crate::session::Session;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::Kind;
use fieldnotes_domain::records::consent::{
    ConsentQuery, Decision, GrantTerms, Reason, ShownAs, decide, entries_of, is_guarded,
    refused_for_others, terms_of,
};
use fieldnotes_format::vault::log::FileHasher;

/// Records that stay, each with the reason and the record because of which it stays, where that is another.
pub(super) type Stays = BTreeMap<RecordId, (LeftOutReason, Option<RecordId>)>;

/// A condition that somebody has to accept, and where it stands.
pub(super) struct Open {
    /// Names it by what it says: another condition has another key, whatever came in its place.
    pub(super) key: String,
    pub(super) record: RecordId,
    /// Words of whoever gave the consent, or an audience to which they said no.
    pub(super) text: String,
    pub(super) is_refusal: bool,
}

/// The consent of the records of an order, each read once.
pub(super) struct Terms<'s> {
    session: &'s Session,
    audience: &'s Audience,
    on: NaiveDate,
    read: BTreeMap<RecordId, Read>,
}

/// What matters of one record.
struct Read {
    kind: Option<Kind>,
    media: String,
    /// The records that it belongs to, and ever belonged to.
    owners: BTreeSet<RecordId>,
    terms: Option<GrantTerms>,
    refused_for: Vec<String>,
}

impl<'s> Terms<'s> {
    pub(super) fn of(session: &'s Session, audience: &'s Audience) -> Self {
        Self {
            session,
            audience,
            on: session.consent_day(),
            read: BTreeMap::new(),
        }
    }

    fn ask(&self) -> ConsentQuery<'s> {
        ConsentQuery {
            r#use: self.audience.purpose.clone(),
            audience: self.audience.name.as_deref(),
            on: self.on,
        }
    }

    fn read(&mut self, record: RecordId) -> Outcome<&Read> {
        if !self.read.contains_key(&record) {
            let standing = standing::of(self.session, record)?;
            let value = standing.body.record;
            // What cannot be read was held back before this is asked.
            let entries = entries_of(&value).unwrap_or_default();
            let media = value.get("media_type").and_then(Value::as_str);
            let revisions = self.session.graph().revisions(record);
            let read = Read {
                kind: Kind::of_schema(&standing.schema).ok(),
                media: media.unwrap_or_default().to_ascii_lowercase(),
                owners: revisions
                    .filter_map(|revision| self.session.owner_by(&revision))
                    .collect(),
                terms: terms_of(&entries, &self.ask()),
                refused_for: refused_for_others(&entries, &self.ask()),
            };
            self.read.insert(record, read);
        }
        Ok(self.read.get(&record).expect("it was put there"))
    }

    /// A record and all that it belongs to, or ever belonged to.
    fn with_owners(&mut self, record: RecordId) -> Outcome<BTreeSet<RecordId>> {
        let (mut all, mut next) = (BTreeSet::new(), vec![record]);
        while let Some(one) = next.pop() {
            if all.insert(one) && self.session.graph().has_record(one) {
                next.extend(&self.read(one)?.owners);
            }
        }
        all.retain(|one| self.session.graph().has_record(*one));
        Ok(all)
    }

    /// The terms of a record and of all that it belongs to together; none where none of them was asked for.
    fn together(&mut self, record: RecordId) -> Outcome<Option<GrantTerms>> {
        let mut together: Option<GrantTerms> = None;
        for one in self.with_owners(record)? {
            let terms = self.read(one)?.terms.clone();
            together = match (together, terms) {
                (Some(before), Some(terms)) => Some(before.and(terms)),
                (before, terms) => before.or(terms),
            };
        }
        Ok(together)
    }

    /// What of a selection goes and what stays, by what the consent says of who is shown and how.
    pub(super) fn sort(
        &mut self,
        selection: &Selection,
        order: &ReviewOrder,
    ) -> Outcome<(Vec<RecordId>, Stays)> {
        let left_out = selection.left_out.iter();
        let mut stays: Stays = left_out
            .map(|(record, why)| {
                let because_of = selection.because_of.get(record).copied();
                (*record, ((*why).into(), because_of))
            })
            .collect();
        let mut goes = Vec::new();
        for record in &selection.records {
            match self.stays_because(*record, order)? {
                Some(why) => drop(stays.insert(*record, (why, None))),
                None => goes.push(*record),
            }
        }
        Ok((goes, stays))
    }

    fn stays_because(
        &mut self,
        record: RecordId,
        order: &ReviewOrder,
    ) -> Outcome<Option<LeftOutReason>> {
        let terms = self.together(record)?;
        let shown_as = terms.as_ref().map(|terms| terms.shown_as);
        if shown_as == Some(ShownAs::NotIdentifiable) && !order.profile.hides_who() {
            return Ok(Some(LeftOutReason::Identity));
        }
        let read = self.read(record)?;
        if read.kind != Some(Kind::Attachment) {
            return Ok(None);
        }
        let (has_sound, has_picture) = shows(&read.media);
        Ok(match terms {
            Some(terms) if has_sound && !terms.voice => Some(LeftOutReason::Voice),
            Some(terms) if has_picture && !terms.image => Some(LeftOutReason::Image),
            _ => None,
        })
    }

    /// Who must not be named: everybody of the vault, but for those who may be, and of them those for whom no reason counts.
    pub(super) fn hidden(
        &self,
        known: &Known,
        order: &ReviewOrder,
    ) -> (BTreeSet<RecordId>, BTreeSet<RecordId>) {
        let keeps = !order.profile.hides_names();
        let has_reason = order.profile.names_anybody();
        let mut named = BTreeSet::new();
        let mut guarded = BTreeSet::new();
        for (narrator, consent) in &known.narrators {
            match self.verdict(consent) {
                Verdict::Named => drop(named.insert(*narrator)),
                Verdict::Guarded => drop(guarded.insert(*narrator)),
                Verdict::Nothing => {}
            }
        }
        for (id, person) in &known.people {
            match self.verdict(&person.consent) {
                Verdict::Named => drop(named.insert(*id)),
                Verdict::Guarded => drop(guarded.insert(*id)),
                Verdict::Nothing => {}
            }
        }
        let is_hidden = |id: &&RecordId| {
            !keeps || guarded.contains(*id) || !(named.contains(*id) || has_reason)
        };
        let hidden = known.people.keys().filter(is_hidden).copied().collect();
        (hidden, guarded)
    }

    /// What somebody's consent says of their name. What cannot be read is taken for a no.
    fn verdict(&self, consent: &Consent) -> Verdict {
        let Ok(entries) = consent else {
            return Verdict::Guarded;
        };
        let said = terms_of(entries, &self.ask()).map(|terms| terms.shown_as);
        match (decide(entries, &self.ask()), said) {
            (Decision::Granted { .. }, Some(ShownAs::Named)) => Verdict::Named,
            (Decision::Granted { .. }, _) => Verdict::Guarded,
            _ if is_guarded(entries) => Verdict::Guarded,
            (Decision::Refused { reason, .. }, _)
                if !matches!(reason, Reason::Expired | Reason::NotCovered) =>
            {
                Verdict::Guarded
            }
            _ => Verdict::Nothing,
        }
    }

    /// What has to be accepted of the consent that these records rely on.
    pub(super) fn conditions(&mut self, goes: &[RecordId]) -> Outcome<Vec<Open>> {
        let mut open: BTreeMap<String, Open> = BTreeMap::new();
        for record in goes {
            for one in self.with_owners(*record)? {
                let read = self.read(one)?;
                let terms = read.terms.iter().flat_map(|terms| &terms.conditions);
                let words = terms.map(|one| (one.entry, one.text.clone(), false));
                let others = read
                    .refused_for
                    .iter()
                    .map(|name| (None, name.clone(), true));
                for (entry, text, is_refusal) in words.chain(others) {
                    let key = key(one, entry, &text, is_refusal);
                    open.entry(key.clone()).or_insert(Open {
                        key,
                        record: one,
                        text,
                        is_refusal,
                    });
                }
            }
        }
        Ok(open.into_values().collect())
    }

    /// The entries of consent that these records rely on.
    pub(super) fn grants(&mut self, goes: &[RecordId]) -> Outcome<Vec<Uuid>> {
        let mut grants = BTreeSet::new();
        for record in goes {
            grants.extend(
                self.together(*record)?
                    .into_iter()
                    .flat_map(|terms| terms.grants),
            );
        }
        Ok(grants.into_iter().collect())
    }
}

/// What somebody's consent says of their name.
enum Verdict {
    /// They may be named.
    Named,
    /// They may not, whatever the reason.
    Guarded,
    /// It does not speak of it.
    Nothing,
}

/// Whether a file of this media type can have a voice or a picture in it. What is not known to have none may have both.
fn shows(media: &str) -> (bool, bool) {
    match media.split('/').next().unwrap_or_default() {
        "text" => (false, false),
        "audio" => (true, false),
        "image" => (false, true),
        _ => (true, true),
    }
}

/// A name for a condition that no other has.
fn key(record: RecordId, entry: Option<Uuid>, text: &str, is_refusal: bool) -> String {
    let mut hasher = FileHasher::default();
    hasher.update(record.as_bytes());
    hasher.update(entry.unwrap_or_default().as_bytes());
    hasher.update(&[u8::from(is_refusal)]);
    hasher.update(text.as_bytes());
    hasher.finish().to_string().chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_an_unknown_type_may_have_both() {
        assert_eq!(shows("text/plain"), (false, false));
        assert_eq!(shows("audio/mpeg"), (true, false));
        assert_eq!(shows("image/jpeg"), (false, true));
        for unknown in [
            "video/mp4",
            "application/pdf",
            "application/octet-stream",
            "",
        ] {
            assert_eq!(shows(unknown), (true, true), "{unknown}");
        }
    }

    #[test]
    fn another_condition_has_another_key() {
        let record = RecordId::from_u128(1);
        let of = |text: &str, is_refusal| key(record, None, text, is_refusal);
        assert_eq!(of("call first", false), of("call first", false));
        assert_ne!(of("call first", false), of("call  first", false));
        assert_ne!(of("ICC", false), of("ICC", true));
        assert_eq!(of("x", false).len(), 16);
    }
}
