//! Order, pages and counts.

use std::collections::BTreeSet;

use super::*;
use fieldnotes_domain::ids::RecordId;

fn titled(number: u128, kind: &str, title: &str, tag: &str) -> Document {
    let record = match kind {
        "person" => json!({ "names": [{ "text": title }], "tags": [tag] }),
        _ => json!({ "title": title, "tags": [tag] }),
    };
    document(number, kind, &record)
}

fn people() -> Vec<Document> {
    let titles = [
        "나비", "가방", "zebra", "각", "女", "apple", "가", "까치", "가방", "",
    ];
    let kinds = ["person", "testimony", "note"];
    (0..200)
        .map(|number| {
            let title = titles[number % titles.len()];
            let tag = if number % 4 == 0 { "하나" } else { "둘" };
            titled(number as u128 + 1, kinds[number % 3], title, tag)
        })
        .collect()
}

fn pages(index: &Index, changed: &[&Document], ask: &PageRequest<'_>) -> Vec<Card> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let answer = index
            .answer(
                &PageRequest {
                    after,
                    limit: 7,
                    ..ask.clone()
                },
                changed,
            )
            .expect("answered");
        assert!(answer.lines.len() <= 7);
        all.extend(answer.lines.into_iter().map(|line| line.card));
        match answer.next {
            Some(next) => after = Some(next),
            None => return all,
        }
    }
}

#[test]
fn every_order_and_every_page_has_each_record_once() {
    let documents = people();
    let (_dir, index) = index(&documents[..150], 3);
    let changed: Vec<&Document> = documents[140..].iter().collect();
    for sort in [SortKey::Saved, SortKey::Created, SortKey::Title] {
        for reversed in [false, true] {
            for kind in [None, Some("person")] {
                let ask = PageRequest {
                    sort,
                    reversed,
                    kind,
                    ..PageRequest::default()
                };
                let cards = pages(&index, &changed, &ask);
                let ids: BTreeSet<RecordId> = cards.iter().map(|card| card.id).collect();
                let expected = documents
                    .iter()
                    .filter(|of| kind.is_none_or(|kind| of.card.kind == kind))
                    .count();
                assert_eq!(
                    (cards.len(), ids.len()),
                    (expected, expected),
                    "{sort:?} {reversed} {kind:?}"
                );
                let keys: Vec<_> = cards
                    .iter()
                    .map(|card| {
                        documents
                            .iter()
                            .find(|of| of.id() == card.id)
                            .expect("there")
                    })
                    .map(|of| match sort {
                        SortKey::Title => (0, of.order.clone()),
                        SortKey::Saved => (-of.card.saved.0, Vec::new()),
                        SortKey::Created => (-of.created.0, Vec::new()),
                    })
                    .collect();
                let is_in_order = if reversed {
                    keys.is_sorted_by(|a, b| a >= b)
                } else {
                    keys.is_sorted()
                };
                assert!(is_in_order, "{sort:?} {reversed} {kind:?}");
            }
        }
    }
}

#[test]
fn counts_are_those_of_the_records() {
    let documents = people();
    let (_dir, index) = index(&documents[..100], 2);
    let changed: Vec<&Document> = documents[100..].iter().collect();
    let ask = PageRequest {
        limit: 1,
        kind: Some("testimony"),
        ..PageRequest::default()
    };
    let answer = index.answer(&ask, &changed).expect("answered");
    let count = |list: &[FacetCount], value: &str| {
        list.iter()
            .find(|of| of.value == value)
            .map_or(0, |of| of.count)
    };
    assert_eq!(answer.total, 67);
    assert_eq!(
        count(&answer.counts.kinds, "person"),
        67,
        "kinds are counted whatever kind is asked for"
    );
    assert_eq!(count(&answer.counts.statuses, "draft"), 67);
    let tagged = documents
        .iter()
        .filter(|of| of.card.kind == "testimony" && of.tags == ["하나"])
        .count();
    assert_eq!(count(&answer.counts.tags, "하나"), tagged as u64);
}

#[test]
fn without_an_index_the_answer_is_the_same() {
    let documents = people();
    let (_dir, index) = index(&documents, 1);
    let all: Vec<&Document> = documents.iter().collect();
    for text in ["가", "tag:둘", "kind:person 가방", "-가"] {
        let query = Query::parse(text);
        let ask = PageRequest {
            query: Some(&query),
            enough: usize::MAX,
            limit: 50,
            ..PageRequest::default()
        };
        let indexed = index.answer(&ask, &[]).expect("answered");
        assert_eq!(
            Index::answer_without(&ask, &all).expect("answered"),
            indexed,
            "{text}"
        );
    }
}

#[test]
fn a_flipped_byte_is_noticed_and_an_index_opens_again() {
    let documents = people();
    let (dir, index) = index(&documents, 2);
    index.close();
    let seal = || IndexSeal::for_tests(dir.path());
    let opened = Index::open(seal()).expect("opens");
    assert_eq!(opened.records(), 200);
    opened.check(None).expect("whole");
    opened.close();
    for entry in std::fs::read_dir(dir.path().join("index"))
        .expect("folder")
        .flatten()
    {
        let bytes = std::fs::read(entry.path()).expect("there");
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut altered = bytes.clone();
            altered[at] ^= 4;
            std::fs::write(entry.path(), altered).expect("written");
            let checked = Index::open(seal()).and_then(|index| index.check(None));
            assert!(checked.is_err(), "{at} of {}", bytes.len());
        }
        std::fs::write(entry.path(), bytes).expect("written");
    }
    Index::open(seal())
        .and_then(|index| index.check(None))
        .expect("whole again");
}
