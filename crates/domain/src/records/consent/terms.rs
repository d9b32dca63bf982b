//! On what terms a use is allowed: what whoever exports has to keep to.

use uuid::Uuid;

use serde_json::Value;

use super::decide::{ConsentQuery, Decision, decide, in_force, other_refusals};
use super::{ConsentDecision, ConsentEntry};
use crate::records::names;

/// Under what identity somebody may be shown, the most guarded first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownAs {
    /// Nothing may say who they are.
    NotIdentifiable,
    /// Under another name.
    Pseudonym,
    /// Under their own name.
    Named,
}

/// A condition in the words of whoever gave the consent.
#[derive(Clone, PartialEq, Eq)]
pub struct Condition {
    /// The entry that sets it; nothing where it was never saved.
    pub entry: Option<Uuid>,
    /// The words.
    pub text: String,
}

/// The terms of all grants that are relied on, the most guarded of each.
#[derive(Clone, PartialEq, Eq)]
pub struct GrantTerms {
    /// The entries that allow it.
    pub grants: Vec<Uuid>,
    /// What has to be kept to.
    pub conditions: Vec<Condition>,
    /// Under what identity.
    pub shown_as: ShownAs,
    /// Whether recordings of the voice may go: only where that was allowed.
    pub voice: bool,
    /// Whether pictures may go: where that was allowed, or where the person may be named and nobody said no.
    pub image: bool,
}

/// Consent that is there and cannot be read, or stands under a name that only looks like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadableConsent;

/// The entries of consent of a record; none where it has no such member.
///
/// # Errors
/// [`UnreadableConsent`]: whoever asks takes it for a no.
pub fn entries_of(record: &Value) -> Result<Vec<ConsentEntry>, UnreadableConsent> {
    if names::hides(record, "consent") {
        return Err(UnreadableConsent);
    }
    let Some(consent) = record.get("consent") else {
        return Ok(Vec::new());
    };
    match serde_json::from_value::<Vec<ConsentEntry>>(consent.clone()) {
        Ok(entries) if !entries.iter().any(names::is_misspelt) => Ok(entries),
        _ => Err(UnreadableConsent),
    }
}

/// Whether somebody whose entries these are must never be named for a reason alone: they asked for another name, or said no,
/// for whatever use and however long ago.
pub fn is_guarded(entries: &[ConsentEntry]) -> bool {
    entries.iter().any(|entry| {
        let hides = !matches!(entry.identity.as_str(), "" | "named");
        let denies = !matches!(entry.decision, ConsentDecision::Granted)
            && !entry.decision.as_str().is_empty();
        hides || denies
    })
}

impl GrantTerms {
    /// Both at once: what is allowed is what both allow.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.grants.extend(other.grants);
        self.conditions.extend(other.conditions);
        Self {
            shown_as: self.shown_as.min(other.shown_as),
            voice: self.voice && other.voice,
            image: self.image && other.image,
            ..self
        }
    }
}

/// The terms on which these entries allow what is asked; none where they do not.
pub fn terms_of(entries: &[ConsentEntry], ask: &ConsentQuery<'_>) -> Option<GrantTerms> {
    if !matches!(decide(entries, ask), Decision::Granted { .. }) {
        return None;
    }
    let grants: Vec<&ConsentEntry> = in_force(entries, ask);
    let shown_as = grants.iter().map(|entry| shown_as(entry)).min()?;
    let conditions = grants
        .iter()
        .filter(|entry| !entry.conditions.trim().is_empty());
    Some(GrantTerms {
        grants: grants.iter().filter_map(|entry| entry.id.0).collect(),
        conditions: conditions
            .map(|entry| Condition {
                entry: entry.id.0,
                text: entry.conditions.clone(),
            })
            .collect(),
        shown_as,
        voice: grants.iter().all(|entry| entry.voice == Some(true)),
        image: grants.iter().all(|entry| match entry.image {
            Some(is_allowed) => is_allowed,
            None => shown_as == ShownAs::Named,
        }),
    })
}

/// Other audiences to which these entries say no for the same use. An audience may be called by several names, so that whoever
/// exports has to say that the one they export to is none of them.
pub fn refused_for_others(entries: &[ConsentEntry], ask: &ConsentQuery<'_>) -> Vec<String> {
    let mut names: Vec<String> = other_refusals(entries, ask)
        .map(|entry| entry.audience.clone())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Where nothing is said of the name it is not given; what a later version says is taken for the most guarded.
fn shown_as(entry: &ConsentEntry) -> ShownAs {
    match entry.identity.as_str() {
        "named" => ShownAs::Named,
        "" | "pseudonym" => ShownAs::Pseudonym,
        _ => ShownAs::NotIdentifiable,
    }
}

impl std::fmt::Debug for GrantTerms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("GrantTerms(…)")
    }
}

impl std::fmt::Debug for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Condition(…)")
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use serde_json::{Value, json};

    use super::*;
    use crate::records::consent::Use;

    fn terms(entries: Value) -> Option<GrantTerms> {
        let entries: Vec<ConsentEntry> = serde_json::from_value(entries).expect("entries");
        let ask = ConsentQuery {
            r#use: Use::Legal,
            audience: None,
            on: NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day"),
        };
        terms_of(&entries, &ask)
    }

    #[test]
    fn the_most_guarded_of_all_grants_holds() {
        let grant =
            |identity: &str| json!({ "decision": "granted", "use": "legal", "identity": identity });
        for (identities, expected) in [
            (&["named"][..], ShownAs::Named),
            (&[""], ShownAs::Pseudonym),
            (&["named", "pseudonym"], ShownAs::Pseudonym),
            (&["named", "not_identifiable"], ShownAs::NotIdentifiable),
            (&["in a mask"], ShownAs::NotIdentifiable),
        ] {
            let entries: Vec<Value> = identities.iter().map(|one| grant(one)).collect();
            assert_eq!(
                terms(json!(entries)).expect("granted").shown_as,
                expected,
                "{identities:?}"
            );
        }
    }

    #[test]
    fn a_voice_and_a_picture_need_a_yes() {
        let with = |voice: Option<bool>, image: Option<bool>| {
            let entry =
                json!([{ "decision": "granted", "use": "legal", "voice": voice, "image": image }]);
            let terms = terms(entry).expect("granted");
            (terms.voice, terms.image)
        };
        assert_eq!(with(None, None), (false, false));
        assert_eq!(with(Some(true), Some(true)), (true, true));
        assert_eq!(with(Some(false), Some(false)), (false, false));
    }

    #[test]
    fn a_denial_leaves_no_terms_and_guards_for_ever() {
        let named = json!({ "decision": "granted", "use": "legal", "identity": "named" });
        let withdrawn = json!({ "decision": "withdrawn" });
        assert!(terms(json!([named, withdrawn])).is_none());
        let guarded = |entries: Value| {
            is_guarded(&serde_json::from_value::<Vec<ConsentEntry>>(entries).expect("entries"))
        };
        assert!(!guarded(json!([named])) && !guarded(json!([])));
        assert!(guarded(json!([named, withdrawn])));
        assert!(guarded(
            json!([{ "decision": "granted", "use": "research", "identity": "pseudonym" }])
        ));
        let misspelt = json!({ "consent": [{ "decision": "refusd" }] });
        assert!(entries_of(&misspelt).is_ok_and(|all| is_guarded(&all)));
        assert!(entries_of(&json!({ "consent": "no" })).is_err());
        assert!(entries_of(&json!({})).is_ok_and(|all| all.is_empty()));
    }

    #[test]
    fn a_no_to_another_audience_is_named() {
        let entries: Vec<ConsentEntry> = serde_json::from_value(json!([
            { "decision": "granted", "use": "legal" },
            { "decision": "refused", "use": "legal", "audience": "경찰" },
            { "decision": "refused", "use": "research", "audience": "a university" },
            { "decision": "refused", "use": "legal", "audience": "ICC" },
        ]))
        .expect("entries");
        let ask = ConsentQuery {
            r#use: Use::Legal,
            audience: Some("icc"),
            on: NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day"),
        };
        assert_eq!(refused_for_others(&entries, &ask), ["경찰"]);
    }

    #[test]
    fn conditions_are_those_of_the_grants_that_are_relied_on() {
        let id = "3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11";
        let found = terms(json!([
            { "id": id, "decision": "granted", "use": "legal", "conditions": "연락 후에만" },
            { "decision": "granted", "use": "legal", "conditions": "over", "valid_until": "2020" },
            { "decision": "granted", "use": "research", "conditions": "another use" },
        ]));
        let found = found.expect("granted");
        assert_eq!(found.conditions.len(), 1);
        assert_eq!(found.conditions[0].text, "연락 후에만");
        assert_eq!(found.grants.len(), 1);
        assert!(terms(json!([{ "decision": "granted", "use": "research" }])).is_none());
    }
}
