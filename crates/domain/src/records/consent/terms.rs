//! On what terms a use is allowed: what whoever exports has to keep to.

use uuid::Uuid;

use super::ConsentEntry;
use super::decide::{ConsentQuery, in_force, other_refusals};

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
    /// Whether pictures may go: where nobody said no.
    pub image: bool,
}

/// The terms on which these entries allow what is asked; none where they do not.
pub fn terms_of(entries: &[ConsentEntry], ask: &ConsentQuery<'_>) -> Option<GrantTerms> {
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
        image: grants.iter().all(|entry| entry.image != Some(false)),
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
    fn a_voice_needs_a_yes_and_a_picture_the_lack_of_a_no() {
        let with = |voice: Option<bool>, image: Option<bool>| {
            let entry =
                json!([{ "decision": "granted", "use": "legal", "voice": voice, "image": image }]);
            let terms = terms(entry).expect("granted");
            (terms.voice, terms.image)
        };
        assert_eq!(with(None, None), (false, true));
        assert_eq!(with(Some(true), Some(true)), (true, true));
        assert_eq!(with(Some(false), Some(false)), (false, false));
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
