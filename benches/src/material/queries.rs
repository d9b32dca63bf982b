//! Queries as people type them: whole words, beginnings, the middle of words, across a space, phrases, both scripts.

use serde_json::Value;

use super::chance::Chance;

/// How a query was drawn.
const WAYS: usize = 7;

/// Draws queries from records, evenly of every sort. Records come by in a stream: one in some is kept to draw from.
#[derive(Debug)]
pub struct Queries {
    chance: Chance,
    texts: Vec<String>,
    seen: usize,
}

/// Texts that are kept to draw from.
const KEPT: usize = 2_000;

impl Queries {
    /// None yet.
    pub fn new(seed: u64) -> Self {
        Self {
            chance: Chance::new(seed),
            texts: Vec::new(),
            seen: 0,
        }
    }

    /// Looks at a record.
    pub fn look(&mut self, record: &Value) {
        let Some(text) = prose(record) else {
            return;
        };
        self.seen += 1;
        if self.texts.len() < KEPT {
            self.texts.push(text);
        } else {
            // Any text seen is as likely to be kept as any other.
            let at = self.chance.below(self.seen);
            if at < KEPT {
                self.texts[at] = text;
            }
        }
    }

    /// So many queries; none where no record was looked at.
    pub fn draw(&mut self, count: usize) -> Vec<String> {
        let mut queries = Vec::with_capacity(count);
        let mut tries = 0;
        while queries.len() < count && tries < count * 20 && !self.texts.is_empty() {
            tries += 1;
            queries.extend(self.one(queries.len() % WAYS));
        }
        queries
    }

    fn one(&mut self, way: usize) -> Option<String> {
        let text = self.chance.pick(&self.texts).clone();
        let words: Vec<&str> = text
            .split_whitespace()
            .map(plain)
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() < 4 {
            return None;
        }
        let at = self.chance.below(words.len() - 2);
        let (word, next) = (words[at], words[at + 1]);
        let is_korean = word.chars().all(|c| ('가'..='힣').contains(&c));
        match way {
            // As it is typed, from the first syllable on.
            0 | 1 if is_korean => Some(part(word, 0, self.chance.between(1, 6))),
            // Out of the middle.
            2 if is_korean && word.chars().count() > 2 => {
                Some(part(word, 1, self.chance.between(2, 4)))
            }
            // Two words, each anywhere in the record.
            3 => Some(format!("{} {}", part(word, 0, 2), part(next, 0, 3))),
            // As it stands, a space inside.
            4 => {
                let phrase = text.get(text.find(word)?..)?;
                let length = self.chance.between(4, 9);
                let phrase = part(phrase, 0, length);
                let phrase = plain(phrase.trim());
                (phrase.contains(' ') && !phrase.contains(['"', '“', '”']))
                    .then(|| format!("\"{phrase}\""))
            }
            // A Latin word, or its beginning.
            5 if word.is_ascii() && word.len() > 3 => {
                Some(part(&word.to_lowercase(), 0, self.chance.between(3, 12)))
            }
            // Both scripts.
            6 => {
                let latin = words
                    .iter()
                    .find(|word| word.is_ascii() && word.len() > 3)?;
                let korean = words
                    .iter()
                    .find(|word| word.chars().all(|c| ('가'..='힣').contains(&c)))?;
                Some(format!("{} {}", part(korean, 0, 2), part(latin, 0, 4)))
            }
            _ => None,
        }
    }
}

/// What of a record is prose, in both languages.
fn prose(record: &Value) -> Option<String> {
    let text = |pointer: &str| record.pointer(pointer).and_then(Value::as_str);
    let joined = [
        "/text",
        "/notes",
        "/description",
        "/names/0/text",
        "/names/1/text",
        "/title",
        "/narrative/0/original",
        "/narrative/0/translation",
        "/narrative/1/original",
    ]
    .iter()
    .filter_map(|pointer| text(pointer))
    .collect::<Vec<_>>()
    .join(" ");
    (!joined.is_empty()).then_some(joined)
}

fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| c.is_ascii_punctuation() || c == '—')
}

/// Some characters of a word; fewer where it ends.
fn part(word: &str, from: usize, count: usize) -> String {
    word.chars().skip(from).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Material;
    use super::*;

    #[test]
    fn queries_are_of_every_sort_and_drawn_from_the_seed() {
        let draw = || {
            let mut queries = Queries::new(9);
            for line in Material::new(9).take(500) {
                queries.look(&line.record);
            }
            queries.draw(210)
        };
        let queries = draw();
        assert_eq!(queries, draw());
        assert_eq!(queries.len(), 210);
        let count = |is: &dyn Fn(&str) -> bool| queries.iter().filter(|query| is(query)).count();
        assert!(count(&|query| query.starts_with('"')) >= 20);
        assert!(count(&|query| query.is_ascii()) >= 20);
        assert!(count(&|query| query.chars().count() <= 2) >= 10);
        assert!(count(&|query| query.contains(' ') && !query.starts_with('"')) >= 30);
    }
}
