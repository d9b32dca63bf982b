//! The index finds exactly what looking at every record finds. Guards docs/THREATS.md: nothing that was said gets lost.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use unicode_normalization::UnicodeNormalization;

use super::super::linear::{Around, fits};
use super::*;

const KOREAN: &str = include_str!("../../../../../tests/fixtures/texts/udhr-kor.txt");
const ENGLISH: &str = include_str!("../../../../../tests/fixtures/texts/udhr-eng.txt");
const CHINESE: &str = include_str!("../../../../../tests/fixtures/texts/udhr-cmn_hans.txt");

/// Chance from a seed.
struct Chance(ChaCha20Rng);

impl Chance {
    fn new(seed: u8) -> Self {
        Self(ChaCha20Rng::from_seed([seed; 32]))
    }

    fn below(&mut self, end: usize) -> usize {
        (self.0.next_u64() % end.max(1) as u64) as usize
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Texts of the Universal Declaration of Human Rights, by the paragraph, alone and mixed, and names in every spelling.
fn texts(chance: &mut Chance) -> Vec<String> {
    let names = [
        "김영희",
        "김 영희",
        "Kim Yong Hui",
        "리정옥",
        "이정옥",
        "Lee Jung-ok",
        "박철수",
        "Park Chol Su",
        "류명애",
        "유명애",
        "金英姬",
        "Müller",
        "강제북송",
        "강제 북송",
        "로동당",
        "노동당",
    ];
    let paragraphs: Vec<&str> = [KOREAN, ENGLISH, CHINESE]
        .iter()
        .flat_map(|text| text.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let mut texts: Vec<String> = paragraphs.iter().map(|text| (*text).to_owned()).collect();
    for _ in 0..400 {
        let (one, other) = (*chance.one(&paragraphs), *chance.one(&paragraphs));
        let name = *chance.one(&names);
        let joined = match chance.below(4) {
            0 => format!("{one} {name} {other}"),
            1 => format!("{one}{name}"),
            2 => format!("{name} {}", one.nfd().collect::<String>()),
            _ => format!("{one}\n{other} ({name})"),
        };
        texts.push(joined);
    }
    texts
}

/// A piece of a text: one to six characters of the reader's, from anywhere in it.
fn piece(chance: &mut Chance, text: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let characters: Vec<&str> = text.graphemes(true).collect();
    let length = 1 + chance.below(6);
    let from = chance.below(characters.len().saturating_sub(length) + 1);
    characters[from..(from + length).min(characters.len())].concat()
}

fn query(chance: &mut Chance, texts: &[String]) -> String {
    let text = chance.one(texts).clone();
    let piece_of = piece(chance, &text);
    let clean = piece_of.replace(['"', '“', '”', '(', ')', '|'], " ");
    match chance.below(6) {
        0 => format!("\"{clean}\""),
        1 => clean.nfd().collect(),
        2 => {
            let text = chance.one(texts).clone();
            let other = piece(chance, &text).replace(['"', '(', ')', '|'], " ");
            format!("{clean} {other}")
        }
        3 => clean.to_uppercase(),
        4 => {
            let text = chance.one(texts).clone();
            format!("\"{clean}{}\"", piece(chance, &text).replace('"', " "))
        }
        _ => clean,
    }
}

/// The plain reading of a query without particular questions: in quotes a phrase, otherwise words that must all be there.
fn is_there(query: &str, folded: &str) -> bool {
    let trimmed = query.trim();
    let wanted: Vec<String> = match trimmed.strip_prefix('"') {
        Some(rest) => vec![fold(rest.trim_end_matches('"')).trim().to_owned()],
        None => trimmed
            .split_whitespace()
            .map(|word| fold(word).trim().to_owned())
            .collect(),
    };
    let wanted: Vec<&String> = wanted.iter().filter(|word| !word.is_empty()).collect();
    !wanted.is_empty() && wanted.iter().all(|word| folded.contains(word.as_str()))
}

#[test]
fn ten_thousand_queries_find_what_a_scan_of_the_folded_texts_finds() {
    let mut chance = Chance::new(1);
    let texts = texts(&mut chance);
    let documents: Vec<Document> = (1..)
        .zip(&texts)
        .map(|(number, text)| note(number, text))
        .collect();
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let (_dir, index) = index(&documents, 3);
    let mut hits = 0;
    for _ in 0..10_000 {
        let query = query(&mut chance, &texts);
        // A word with a hyphen in front asks for its absence.
        if query
            .split_whitespace()
            .any(|word| word.starts_with('-') || ["OR", "AND", "NOT"].contains(&word))
        {
            continue;
        }
        let mut ids: Vec<u128> = found(&index, &query, true)
            .iter()
            .map(|(id, _)| *id)
            .collect();
        ids.sort_unstable();
        let scanned: Vec<u128> = (1..)
            .zip(&folded)
            .filter(|(_, text)| is_there(&query, text))
            .map(|(number, _)| number)
            .collect();
        assert_eq!(ids, scanned, "{query:?}");
        hits += ids.len();
    }
    assert!(hits > 100_000, "{hits}");
}

#[test]
fn what_is_near_is_found_in_the_index_as_in_the_record() {
    let mut chance = Chance::new(2);
    let texts = texts(&mut chance);
    let documents: Vec<Document> = (1..)
        .zip(&texts)
        .map(|(number, text)| note(number, text))
        .collect();
    let (_dir, index) = index(&documents, 2);
    let typed = [
        "ㄱㅇㅎ",
        "김ㅇ",
        "증어",
        "갑",
        "kim",
        "Rhee",
        "yonghui",
        "여성",
        "로동",
        "이정옥",
        "jungok",
        "김영ㅎ",
        "ㅈ",
    ];
    for round in 0..600 {
        let query = match typed.get(round) {
            Some(typed) => (*typed).to_owned(),
            None => query(&mut chance, &texts),
        };
        let parsed = Query::parse(&query);
        let mut ids: Vec<u128> = found(&index, &query, false)
            .iter()
            .filter(|(_, nearness)| *nearness < Nearness::Slip)
            .map(|(id, _)| *id)
            .collect();
        ids.sort_unstable();
        let around = Around::default();
        let looked: Vec<u128> = documents
            .iter()
            .filter(|document| fits(&parsed, document, &around, Nearness::Near))
            .map(|document| document.id().0.as_u128())
            .collect();
        assert_eq!(ids, looked, "{query:?}");
    }
}

#[test]
fn what_changed_since_the_commit_stands_in_the_place_of_what_was() {
    let mut chance = Chance::new(3);
    let texts = texts(&mut chance);
    let before: Vec<Document> = (1..)
        .zip(&texts)
        .map(|(number, text)| note(number, text))
        .collect();
    let (_dir, index) = index(&before, 2);
    // A tenth says something else now, and some are new.
    let numbers = (0..texts.len() / 10).map(|at| at as u128 * 11 + 1);
    let changed: Vec<Document> = numbers
        .chain(10_000..10_020)
        .map(|number| note(number, chance.one::<String>(&texts)))
        .collect();
    let mut now = before;
    now.retain(|document| changed.iter().all(|other| other.id() != document.id()));
    now.extend(changed.iter().cloned());
    now.sort_by_key(Document::id);
    let changed: Vec<&Document> = changed.iter().collect();
    for _ in 0..500 {
        let text = query(&mut chance, &texts);
        let query = Query::parse(&text);
        let ask = PageRequest {
            query: Some(&query),
            exact_only: true,
            limit: 100_000,
            ..PageRequest::default()
        };
        let answer = index.answer(&ask, &changed).expect("answered");
        let mut ids: Vec<u128> = answer
            .lines
            .iter()
            .map(|line| line.card.id.0.as_u128())
            .collect();
        ids.sort_unstable();
        let looked: Vec<u128> = now
            .iter()
            .filter(|document| fits(&query, document, &Around::default(), Nearness::Exact))
            .map(|document| document.id().0.as_u128())
            .collect();
        assert_eq!(ids, looked, "{text:?}");
        let counted: u64 = answer.counts.kinds.iter().map(|kind| kind.count).sum();
        assert_eq!(counted, answer.total);
    }
}
