//! The rule, case by case.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn entries(value: Value) -> Vec<ConsentEntry> {
    serde_json::from_value(value).expect("consent entries")
}

fn ask<'a>(r#use: Use, audience: Option<&'a str>) -> ConsentQuery<'a> {
    ConsentQuery {
        r#use,
        audience,
        on: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"),
    }
}

fn refused(decision: &Decision) -> Option<Reason> {
    match decision {
        Decision::Refused { reason, .. } => Some(*reason),
        Decision::Granted { .. } | Decision::NotRecorded => None,
    }
}

fn granted(decision: &Decision) -> bool {
    matches!(decision, Decision::Granted { .. })
}

#[test]
fn without_an_entry_nothing_was_recorded() {
    assert_eq!(decide(&[], &ask(Use::Keep, None)), Decision::NotRecorded);
}

#[test]
fn a_grant_covers_its_use_and_no_other() {
    let consent = entries(json!([{ "decision": "granted", "use": "legal" }]));
    assert!(granted(&decide(&consent, &ask(Use::Legal, None))));
    assert!(granted(&decide(
        &consent,
        &ask(Use::Legal, Some("any court"))
    )));
    for other in [Use::Keep, Use::Publication, Use::Research, Use::from("own")] {
        let decision = decide(&consent, &ask(other, None));
        assert_eq!(refused(&decision), Some(Reason::NotCovered));
    }
}

#[test]
fn a_grant_names_itself() {
    let id = Uuid::from_u128(7);
    let consent = entries(json!([{ "id": id, "decision": "granted", "use": "legal" }]));
    let decision = decide(&consent, &ask(Use::Legal, None));
    assert_eq!(decision, Decision::Granted { grants: vec![id] });
}

#[test]
fn a_partner_must_be_named() {
    let named = entries(json!([
        { "decision": "granted", "use": "share_partner", "audience": "COI  자료센터" }
    ]));
    assert!(granted(&decide(
        &named,
        &ask(Use::SharePartner, Some("coi 자료센터"))
    )));
    for audience in [None, Some("someone else")] {
        assert!(!granted(&decide(&named, &ask(Use::SharePartner, audience))));
    }
    let nobody = entries(json!([{ "decision": "granted", "use": "share_partner" }]));
    assert!(!granted(&decide(
        &nobody,
        &ask(Use::SharePartner, Some("anyone"))
    )));
    assert!(!granted(&decide(&nobody, &ask(Use::SharePartner, None))));
}

#[test]
fn a_denial_wins_over_every_grant() {
    for (decision, reason) in [
        ("refused", Reason::Refused),
        ("withdrawn", Reason::Withdrawn),
        ("suspended", Reason::NotUnderstood),
    ] {
        let grant = json!({ "decision": "granted", "use": "research" });
        let denial = json!({ "decision": decision, "use": "research" });
        for consent in [json!([grant, denial]), json!([denial, grant])] {
            let decision = decide(&entries(consent), &ask(Use::Research, None));
            assert_eq!(refused(&decision), Some(reason));
        }
    }
}

#[test]
fn a_denial_reaches_only_what_it_names() {
    let consent = entries(json!([
        { "decision": "granted", "use": "research" },
        { "decision": "granted", "use": "legal" },
        { "decision": "refused", "use": "legal", "audience": "경찰" },
        { "decision": "refused", "use": "publication" }
    ]));
    assert!(granted(&decide(&consent, &ask(Use::Research, None))));
    assert!(granted(&decide(&consent, &ask(Use::Legal, Some("ICC")))));
    let police = decide(&consent, &ask(Use::Legal, Some("경찰")));
    assert_eq!(refused(&police), Some(Reason::Refused));
    let everyone = decide(&consent, &ask(Use::Legal, None));
    assert_eq!(
        refused(&everyone),
        Some(Reason::Refused),
        "everyone includes the police"
    );
}

#[test]
fn what_may_not_be_kept_may_not_be_used() {
    for denial in [
        json!({ "decision": "withdrawn", "use": "keep" }),
        json!({ "decision": "withdrawn" }),
    ] {
        let consent = entries(json!([{ "decision": "granted", "use": "legal" }, denial]));
        let decision = decide(&consent, &ask(Use::Legal, Some("ICC")));
        assert_eq!(refused(&decision), Some(Reason::Withdrawn));
    }
}

#[test]
fn a_grant_ends_when_it_ends() {
    for (until, holds) in [
        ("2026-11-22", true),
        ("2026-11-21", false),
        ("2026", true),
        ("2025", false),
        ("2026-11", true),
        ("2026?", false),
        ("202X", false),
        ("2026-11~", false),
        ("2027~", true),
        ("2020/..", true),
        ("2020/", false),
        ("../2027", true),
    ] {
        let consent = entries(json!([
            { "decision": "granted", "use": "legal", "valid_until": until }
        ]));
        let decision = decide(&consent, &ask(Use::Legal, None));
        assert_eq!(granted(&decision), holds, "{until}");
        assert!(
            holds || refused(&decision) == Some(Reason::Expired),
            "{until}"
        );
    }
}

/// What the window shows beside a testimony follows the same rule: `ui/src/features/form/consent/consent.test.ts`.
#[test]
fn the_answers_are_those_that_the_window_shows() {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("../../../../../tests/vectors/consent.json"))
            .expect("JSON");
    assert!(vectors.len() > 30);
    for vector in vectors {
        let on = vector["day"].as_str().and_then(|day| day.parse().ok());
        let asked = ConsentQuery {
            on: on.expect("a day"),
            ..ask(Use::ShareInside, None)
        };
        let answer = match decide(&entries(vector["consent"].clone()), &asked) {
            Decision::Granted { .. } => "granted",
            Decision::NotRecorded => "not_recorded",
            Decision::Refused { reason, .. } => reason.as_str(),
        };
        assert_eq!(vector["answer"], answer, "{vector}");
    }
}

#[test]
fn an_expired_grant_does_not_hide_one_in_force() {
    let consent = entries(json!([
        { "decision": "granted", "use": "legal", "valid_until": "2020" },
        { "decision": "granted", "use": "legal", "valid_until": "2030" }
    ]));
    assert!(granted(&decide(&consent, &ask(Use::Legal, None))));
}

/// Promised in docs/THREATS.md: a clock that is put back does not make expired consent valid.
#[test]
fn a_grant_that_has_ended_does_not_hold_again() {
    let consent = entries(json!([
        { "decision": "granted", "use": "legal", "valid_until": "2026-11-22" }
    ]));
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
    let asked = ask(Use::Legal, None);
    assert!(granted(&decide_after(&consent, &asked, day(1))));
    let behind = decide_after(&consent, &asked, day(23));
    assert_eq!(refused(&behind), Some(Reason::ClockBehind));
    let late = ConsentQuery {
        on: day(24),
        ..asked
    };
    let expired = decide_after(&consent, &late, day(25));
    assert_eq!(refused(&expired), Some(Reason::Expired));
}

#[test]
fn an_entry_that_says_nothing_grants_nothing() {
    let consent = entries(json!([
        {}, { "use": "legal" }, { "decision": "granted" }, { "decision": "granted", "audience": "ICC" }
    ]));
    for r#use in [Use::Legal, Use::Keep, Use::default()] {
        let decision = decide(&consent, &ask(r#use, Some("ICC")));
        assert_eq!(refused(&decision), Some(Reason::NotCovered));
    }
}

fn entry() -> impl Strategy<Value = Value> {
    (
        prop::sample::select(vec!["granted", "refused", "withdrawn", "later", ""]),
        prop::sample::select(vec!["keep", "share_partner", "legal", "own", ""]),
        prop::sample::select(vec!["", "A", "B"]),
        prop::sample::select(vec!["2020", "2030", "2026?"]),
    )
        .prop_map(|(decision, r#use, audience, until)| {
            json!({ "decision": decision, "use": r#use, "audience": audience, "valid_until": until })
        })
}

proptest! {
    #[test]
    fn more_denials_never_allow_more(
        some in prop::collection::vec(entry(), 1..6),
        r#use in prop::sample::select(vec!["keep", "share_partner", "legal", "own"]),
        audience in prop::sample::select(vec![None, Some("A"), Some("B")]),
        denial in entry(),
    ) {
        let asked = ask(Use::from(r#use), audience);
        let before = decide(&entries(Value::Array(some.clone())), &asked);
        let mut more = some;
        prop_assume!(denial.get("decision") != Some(&json!("granted")));
        more.insert(0, denial);
        let after = decide(&entries(Value::Array(more)), &asked);
        prop_assert!(granted(&before) || !granted(&after));
    }
}
