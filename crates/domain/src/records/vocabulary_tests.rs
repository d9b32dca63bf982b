//! The lists, and that every coded field has one.

use std::collections::BTreeSet;

use super::*;
use crate::records::template;

#[test]
fn every_file_is_embedded_under_its_name() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/records/vocabularies");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|file| {
            file.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let embedded: BTreeSet<String> = FILES
        .iter()
        .map(|(name, _)| format!("{name}.json"))
        .collect();
    assert_eq!(files, embedded);
    for ((name, _), list) in FILES.iter().zip(all()) {
        assert_eq!(list.name, *name);
    }
}

#[test]
fn every_term_has_a_code_of_its_own_and_both_languages() {
    let hangul = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
    for list in all() {
        assert!(!list.terms.is_empty(), "{}", list.name);
        assert!(!list.en.is_empty() && hangul(&list.ko), "{}", list.name);
        let mut codes = BTreeSet::new();
        let mut wordings = BTreeSet::new();
        for term in &list.terms {
            let at = format!("{}: {}", list.name, term.code);
            assert!(codes.insert(&term.code), "{at} twice");
            assert!(wordings.insert(&term.en), "{at}: English twice");
            assert!(wordings.insert(&term.ko), "{at}: Korean twice");
            assert!(!term.en.trim().is_empty() && hangul(&term.ko), "{at}");
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
            assert!(
                !term.code.is_empty() && term.code.chars().all(plain),
                "{at}"
            );
        }
    }
}

#[test]
fn entries_of_huridocs_stand_in_lists_of_huridocs() {
    for list in all() {
        for entry in list
            .terms
            .iter()
            .filter_map(|term| term.huridocs.as_deref())
        {
            assert!(list.huridocs.is_some(), "{}", list.name);
            let pairs = entry
                .split(' ')
                .all(|pair| pair.len() == 2 && pair.parse::<u8>().is_ok());
            assert!(
                pairs && entry.split(' ').count() <= 6,
                "{}: {entry}",
                list.name
            );
        }
    }
    let numbers: BTreeSet<u8> = all().iter().filter_map(|list| list.huridocs).collect();
    assert_eq!(
        numbers,
        BTreeSet::from([4, 5, 17, 18, 19, 21, 24, 25, 26, 42, 48])
    );
}

#[test]
fn terms_are_found_by_code_and_worded_by_language() {
    let places = get("place-types").expect("the list");
    assert_eq!(places.label("embassy", Language::Korean), "대사관");
    assert_eq!(places.label("embassy", Language::English), "Embassy");
    assert_eq!(
        places.label("우리 단체 용어", Language::English),
        "우리 단체 용어"
    );
    assert!(get("no-such-list").is_none());
    assert_eq!(
        for_field(Kind::Person, "sex").map(|list| list.name.as_str()),
        Some("sexes")
    );
}

/// The terms on which rules depend must be those of the enums.
#[test]
fn the_lists_of_the_rules_name_what_the_rules_know() {
    use crate::records::Status;
    use crate::records::consent::{ConsentDecision, Use};
    let codes = |name: &str| -> Vec<&'static str> {
        get(name)
            .expect(name)
            .terms
            .iter()
            .map(|term| term.code.as_str())
            .collect()
    };
    let known = |values: Vec<String>, name: &str| assert_eq!(values, codes(name));
    known(
        Use::KNOWN.iter().map(|v| v.as_str().to_owned()).collect(),
        "consent-uses",
    );
    known(
        ConsentDecision::KNOWN
            .iter()
            .map(|v| v.as_str().to_owned())
            .collect(),
        "consent-decisions",
    );
    known(
        Status::KNOWN
            .iter()
            .map(|v| v.as_str().to_owned())
            .collect(),
        "testimony-statuses",
    );
}

/// Every coded field names an existing list, and the examples use terms of it.
#[test]
fn every_coded_field_has_a_list_and_the_examples_use_it() {
    let coded: Vec<(Kind, String, &Vocabulary)> = Kind::ALL
        .into_iter()
        .flat_map(|kind| {
            schema::leaves(kind)
                .into_iter()
                .map(move |leaf| (kind, leaf))
        })
        .filter_map(|(kind, (path, field))| Some((kind, path, field.vocabulary()?)))
        .collect();
    let used: BTreeSet<&str> = coded
        .iter()
        .map(|(_, _, list)| list.name.as_str())
        .collect();
    let there: BTreeSet<&str> = all().iter().map(|list| list.name.as_str()).collect();
    assert_eq!(used, there);
    for (kind, path, list) in coded {
        let example = template(kind);
        for value in values_at(&example, &path) {
            let code = value.as_str().expect("a code is text");
            assert!(
                code.is_empty() || list.term(code).is_some(),
                "{kind} {path}: {code} is not in {}",
                list.name
            );
        }
        let shown = path == "links[].role" || !values_at(&example, &path).is_empty();
        assert!(shown, "the example of {kind} does not show {path}");
    }
}

fn values_at<'v>(value: &'v serde_json::Value, path: &str) -> Vec<&'v serde_json::Value> {
    let mut values = vec![value];
    for step in path.split('.') {
        let (name, list) = match step.strip_suffix("[]") {
            Some(name) => (name, true),
            None => (step, false),
        };
        let members = values.into_iter().filter_map(|value| value.get(name));
        values = if list {
            members
                .filter_map(|value| value.as_array())
                .flatten()
                .collect()
        } else {
            members.collect()
        };
    }
    values
}
