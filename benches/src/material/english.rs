//! English as an index sees it: sentences of few frequent words and many seldom ones.

use super::chance::{Chance, Zipf};

const NOUNS: &str = include_str!("words/english-nouns.txt");
const VERBS: &str = include_str!("words/english-verbs.txt");
const ADJECTIVES: &str = include_str!("words/english-adjectives.txt");
const UDHR: &str = include_str!("../../../cli/demo/udhr-eng.txt");

/// Words made of a written one and these, as English makes its long tail.
const BEFORE: [&str; 8] = ["un", "re", "over", "under", "mis", "out", "fore", "inter"];
const AFTER: [&str; 9] = [
    "s", "ing", "er", "ers", "less", "ness", "ship", "like", "ed",
];
const SUBJECTS: [&str; 12] = [
    "I",
    "We",
    "They",
    "He",
    "She",
    "The guards",
    "My mother",
    "My brother",
    "The broker",
    "Someone",
    "Nobody",
    "The others",
];
const PREPOSITIONS: [&str; 14] = [
    "in", "to", "from", "with", "at", "near", "through", "for", "of", "by", "without", "after",
    "before", "under",
];
const DETERMINERS: [&str; 8] = ["the", "a", "the", "my", "their", "his", "her", "that"];
const JOINING: [&str; 7] = [
    ", and ",
    ", but ",
    " because ",
    " when ",
    " so that ",
    " until ",
    "; then ",
];

/// Writes English.
#[derive(Debug)]
pub struct English {
    nouns: Vec<String>,
    verbs: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    of_nouns: Zipf,
    of_verbs: Zipf,
    declaration: Vec<&'static str>,
}

impl English {
    /// The language.
    pub fn new() -> Self {
        let written: Vec<&str> = NOUNS.split_whitespace().collect();
        let mut nouns: Vec<String> = written.iter().map(|noun| (*noun).to_owned()).collect();
        for after in AFTER {
            nouns.extend(written.iter().map(|noun| format!("{noun}{after}")));
        }
        for before in BEFORE {
            nouns.extend(written.iter().map(|noun| format!("{before}{noun}")));
        }
        let verbs: Vec<&str> = VERBS.split_whitespace().collect();
        Self {
            of_nouns: Zipf::new(nouns.len()),
            of_verbs: Zipf::new(verbs.len()),
            nouns,
            verbs,
            adjectives: ADJECTIVES.split_whitespace().collect(),
            declaration: UDHR.lines().filter(|line| line.len() > 40).collect(),
        }
    }

    /// A noun.
    pub fn noun(&self, chance: &mut Chance) -> &str {
        &self.nouns[self.of_nouns.draw(chance)]
    }

    fn things(&self, chance: &mut Chance, into: &mut String) {
        into.push_str(chance.word(&DETERMINERS));
        into.push(' ');
        if chance.happens(30) {
            into.push_str(chance.word(&self.adjectives));
            into.push(' ');
        }
        into.push_str(self.noun(chance));
    }

    /// A sentence with its full stop, and a space behind it. `names` are spoken of now and then.
    pub fn sentence(&self, chance: &mut Chance, names: &[String], into: &mut String) {
        if chance.below(60) == 0 {
            into.push_str(chance.word(&self.declaration));
            into.push(' ');
            return;
        }
        if chance.happens(5) {
            into.push_str(&format!("In {} ", chance.between(1994, 2024)));
        }
        for clause in 0..chance.between(1, 3) {
            if clause > 0 {
                into.push_str(chance.word(&JOINING));
            }
            if !names.is_empty() && chance.happens(12) {
                into.push_str(chance.pick(names).as_str());
            } else {
                into.push_str(chance.word(&SUBJECTS));
            }
            into.push(' ');
            into.push_str(self.verbs[self.of_verbs.draw(chance)]);
            into.push(' ');
            self.things(chance, into);
            for _ in 0..chance.below(3) {
                into.push(' ');
                into.push_str(chance.word(&PREPOSITIONS));
                into.push(' ');
                self.things(chance, into);
            }
        }
        into.push_str(". ");
    }

    /// Sentences of at least so many characters in all.
    pub fn text(&self, chance: &mut Chance, names: &[String], characters: usize) -> String {
        let mut text = String::with_capacity(characters + 200);
        while text.len() < characters {
            self.sentence(chance, names, &mut text);
        }
        text.truncate(text.trim_end().len());
        text
    }
}

impl Default for English {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_text_has_thousands_of_words() {
        let (english, mut chance) = (English::new(), Chance::new(3));
        let text = english.text(&mut chance, &["Kim Yong-hui".to_owned()], 300_000);
        let distinct: HashSet<&str> = text.split_whitespace().collect();
        assert!(distinct.len() > 3_000, "{}", distinct.len());
        assert!(text.contains("Kim Yong-hui") && text.contains("interrogation"));
        assert!(!text.contains("  "));
    }
}
