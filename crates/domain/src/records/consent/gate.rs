//! The gate: whether what a person said, or what is said of them, may leave.
//!
//! Bundles and review packages ask [`may_leave`]. What nobody has allowed stays, with one exception: inside the organisation a testimony
//! whose narrator was not asked yet may be handed to the colleague who will ask.

use chrono::NaiveDate;

use super::decide::{ConsentQuery, Decision, Reason, decide_after};
use super::{ConsentEntry, Use};

/// How records leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// In a bundle, into another vault, where the same gate stands.
    Bundle,
    /// In a review package, to be read by whoever has it.
    Package,
}

/// Whose consent it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The narrator of a testimony: what they said is theirs.
    Narrator,
    /// A person who is spoken of. They are seldom asked, and what is said of them depends on the consent of the narrator; where
    /// they, or somebody for them, did say something, it holds.
    Person,
}

/// Why it may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Somebody allowed it.
    Granted,
    /// Nobody has to: a person who is spoken of, of whom no entry says anything.
    NotNeeded,
    /// The narrator was not asked yet; it goes to the colleague who will ask.
    Unasked,
}

/// Decides whether what these entries are about may leave in this way. `seen` is the latest day that the vault has seen.
///
/// # Errors
/// The reason why it stays.
pub fn may_leave(
    subject: Subject,
    entries: &[ConsentEntry],
    way: WayOut,
    ask: &ConsentQuery<'_>,
    seen: NaiveDate,
) -> Result<Permission, Reason> {
    match (decide_after(entries, ask, seen), subject) {
        (Decision::Granted { .. }, _) => Ok(Permission::Granted),
        (Decision::Refused { reason, .. }, _) => Err(reason),
        (Decision::NotRecorded, Subject::Person) => Ok(Permission::NotNeeded),
        (Decision::NotRecorded, Subject::Narrator) => match (way, &ask.r#use) {
            (WayOut::Bundle, Use::ShareInside) => Ok(Permission::Unasked),
            _ => Err(Reason::NotRecorded),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    const USES: [&str; 8] = [
        "keep",
        "share_inside",
        "share_partner",
        "legal",
        "research",
        "publication",
        "a use of theirs",
        "",
    ];
    const AUDIENCES: [&str; 4] = ["", "ICC", " icc ", "신문사"];

    /// An entry as anybody may write it; mostly with words that mean something.
    fn entry() -> impl Strategy<Value = Value> {
        let decision = prop_oneof![
            4 => Just("granted"), 1 => Just("refused"), 1 => Just("withdrawn"), 1 => Just("perhaps"), 1 => Just(""),
        ];
        let until = prop_oneof![
            Just(None),
            Just(Some("2026-11-29")),
            Just(Some("2026-11-30")),
            Just(Some("2026-11")),
            Just(Some("2027~")),
            Just(Some("2020/..")),
            Just(Some("202X")),
        ];
        let words = (
            decision,
            proptest::sample::select(&USES[..]),
            proptest::sample::select(&AUDIENCES[..]),
        );
        (words, until).prop_map(|((decision, r#use, audience), until)| {
            let mut entry = json!({ "decision": decision, "use": r#use, "audience": audience });
            if let Some(until) = until {
                entry["valid_until"] = json!(until);
            }
            entry
        })
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
    }

    proptest! {
        /// Promised in docs/THREATS.md: no grant, no exit.
        #[test]
        fn nothing_leaves_without_a_grant(
            entries in proptest::collection::vec(entry(), 0..4),
            (r#use, audience) in (proptest::sample::select(&USES[..]), proptest::sample::select(&AUDIENCES[..])),
            (on, seen) in (28_u32..=30, 28_u32..=30),
            is_bundle: bool,
            is_narrator: bool,
        ) {
            let said: Vec<ConsentEntry> = serde_json::from_value(json!(entries)).expect("entries");
            let way = if is_bundle { WayOut::Bundle } else { WayOut::Package };
            let subject = if is_narrator { Subject::Narrator } else { Subject::Person };
            let ask = ConsentQuery {
                r#use: Use::from(r#use),
                audience: Some(audience).filter(|name| !name.is_empty()),
                on: day(on),
            };
            let is_grant = |entry: &Value| {
                entry["decision"] == "granted" && entry["use"] == r#use && !r#use.is_empty()
            };
            let has_no = entries.iter().any(|entry| {
                let speaks = [r#use, "keep", ""].contains(&entry["use"].as_str().unwrap_or_default());
                let denies = !["granted", ""].contains(&entry["decision"].as_str().unwrap_or_default());
                speaks && denies && entry["audience"] == ""
            });
            match may_leave(subject, &said, way, &ask, day(seen)) {
                Ok(Permission::Granted) => {
                    prop_assert!(entries.iter().any(is_grant));
                    prop_assert!(!has_no);
                }
                Ok(Permission::NotNeeded) => prop_assert!(!is_narrator && entries.is_empty()),
                Ok(Permission::Unasked) => {
                    prop_assert!(is_narrator && is_bundle && entries.is_empty() && r#use == "share_inside");
                }
                Err(Reason::NotRecorded) => prop_assert!(is_narrator && entries.is_empty()),
                Err(_) => prop_assert!(!entries.is_empty()),
            }
        }
    }

    #[test]
    fn an_unasked_narrator_is_handed_to_a_colleague_and_to_nobody_else() {
        let ask = |r#use: &str| ConsentQuery {
            r#use: Use::from(r#use),
            audience: None,
            on: day(30),
        };
        for r#use in USES {
            let by = |way| may_leave(Subject::Narrator, &[], way, &ask(r#use), day(30));
            let inside = match r#use {
                "share_inside" => Ok(Permission::Unasked),
                _ => Err(Reason::NotRecorded),
            };
            assert_eq!(by(WayOut::Bundle), inside, "{use}");
            assert_eq!(by(WayOut::Package), Err(Reason::NotRecorded), "{use}");
        }
    }
}
