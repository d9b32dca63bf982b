//! Refusals and withdrawals that a new state of a testimony would no longer have.

use serde_json::Value;

use super::{ConsentDecision, ConsentEntry, Use};
use crate::records::names;

/// How many refusals and withdrawals of these states the new one does not keep.
///
/// One is kept by the entry of the same id, or by any entry where it has none, that is as strong and reaches as far. Newer
/// entries beside it change nothing. Consent that cannot be read counts as one refusal.
pub fn dropped(were: &[&Value], is: &Value) -> usize {
    let is = denials(is);
    let was: Vec<Denial> = were.iter().flat_map(|was| denials(was)).collect();
    let mut missing: Vec<&Denial> = Vec::new();
    for denial in &was {
        if !is.iter().any(|kept| kept.keeps(denial)) && !missing.contains(&denial) {
            missing.push(denial);
        }
    }
    missing.len()
}

#[derive(PartialEq, Eq)]
enum Denial {
    Entry(Box<ConsentEntry>),
    /// What is there cannot be read, for the reason of this member.
    Unreadable(String),
}

fn denials(record: &Value) -> Vec<Denial> {
    let mut found = Vec::new();
    let members = record.as_object().into_iter().flatten();
    for (name, value) in members {
        if name != "consent" && names::resembled(name, &["consent"]).is_none() {
            continue;
        }
        match serde_json::from_value::<Vec<ConsentEntry>>(value.clone()) {
            Ok(entries) => found.extend(entries.into_iter().filter_map(|entry| {
                let is_denial = strength(&entry.decision) > 0 || names::is_misspelt(&entry);
                is_denial.then(|| Denial::Entry(Box::new(entry)))
            })),
            Err(_) => found.push(Denial::Unreadable(name.clone())),
        }
    }
    found
}

/// A withdrawal is sent to those who have the record already, so that it is more than a refusal.
fn strength(choice: &ConsentDecision) -> u8 {
    match choice {
        ConsentDecision::Granted => 0,
        ConsentDecision::Other(term) if term.as_str().is_empty() => 0,
        ConsentDecision::Other(_) | ConsentDecision::Refused => 1,
        ConsentDecision::Withdrawn => 2,
    }
}

impl Denial {
    fn keeps(&self, was: &Self) -> bool {
        let (Self::Entry(is), Self::Entry(was)) = (self, was) else {
            return self == was;
        };
        let is_same = is.id == was.id || is.id.0.is_none() || was.id.0.is_none();
        let reaches = is.r#use == was.r#use || is.r#use == Use::Keep || is.r#use == Use::default();
        let to_all = is.audience.trim().is_empty() || is.audience == was.audience;
        is_same && strength(&is.decision) >= strength(&was.decision).max(1) && reaches && to_all
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ID: &str = "3d9f7c1e-8f5b-4a0e-9a59-0c2f4f6f2a11";

    fn with(consent: Value) -> Value {
        json!({ "consent": consent })
    }

    /// Promised in docs/THREATS.md: no edit drops a refusal or a withdrawal in silence.
    #[test]
    fn a_refusal_that_is_gone_or_weaker_is_counted() {
        let was = with(json!([{ "id": ID, "decision": "refused", "use": "legal" }]));
        let grant = json!({ "decision": "granted", "use": "legal" });
        for (is, missing) in [
            (
                json!([{ "id": ID, "decision": "refused", "use": "legal" }, grant]),
                0,
            ),
            (
                json!([{ "id": ID, "decision": "withdrawn", "use": "legal" }]),
                0,
            ),
            (json!([{ "decision": "refused", "use": "legal" }]), 0),
            (json!([{ "id": ID, "decision": "refused" }]), 0),
            (json!([]), 1),
            (json!([grant]), 1),
            (
                json!([{ "id": ID, "decision": "granted", "use": "legal" }]),
                1,
            ),
            (json!([{ "id": ID, "use": "legal" }]), 1),
            (
                json!([{ "id": ID, "decision": "refused", "use": "research" }]),
                1,
            ),
            (
                json!([{ "id": ID, "decision": "refused", "use": "legal", "audience": "A" }]),
                1,
            ),
        ] {
            assert_eq!(dropped(&[&was], &with(is.clone())), missing, "{is}");
        }
        assert_eq!(dropped(&[&json!({}), &was, &was], &json!({})), 1);
        assert_eq!(dropped(&[], &was), 0);
    }

    #[test]
    fn a_withdrawal_is_not_made_a_refusal_and_what_cannot_be_read_is_not_dropped() {
        let was = with(json!([{ "id": ID, "decision": "withdrawn" }]));
        let is = with(json!([{ "id": ID, "decision": "refused" }]));
        assert_eq!(dropped(&[&was], &is), 1);
        assert_eq!(dropped(&[&with(json!("no"))], &json!({})), 1);
        let misspelt = json!({ "consent ": [{ "decision": "refused" }] });
        assert_eq!(dropped(&[&misspelt], &json!({})), 1);
        assert_eq!(
            dropped(&[&misspelt], &with(json!([{ "decision": "refused" }]))),
            0
        );
    }
}
