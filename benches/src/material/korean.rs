//! Korean as an index sees it: stems with particles and endings, few of them often, most of them seldom.

use super::chance::{Chance, Zipf};

const NOUNS: &str = include_str!("words/korean-nouns.txt");
const VERBS: &str = include_str!("words/korean-verbs.txt");
const SYLLABLES: &str = include_str!("words/korean-syllables.txt");
const UDHR: &str = include_str!("../../../cli/demo/udhr-kor.txt");

/// Stems that are put together from two or three Sino-Korean syllables, behind those that were written.
const BUILT: usize = 7_000;
/// The built stems are the same whatever the seed of the material: a language does not change with what is said.
const LANGUAGE: u64 = 101;

/// After a vowel, after a consonant.
const PARTICLES: [(&str, &str); 22] = [
    ("를", "을"),
    ("가", "이"),
    ("는", "은"),
    ("에", "에"),
    ("에서", "에서"),
    ("의", "의"),
    ("로", "으로"),
    ("와", "과"),
    ("도", "도"),
    ("", ""),
    ("까지", "까지"),
    ("에게", "에게"),
    ("부터", "부터"),
    ("한테", "한테"),
    ("만", "만"),
    ("처럼", "처럼"),
    ("보다", "보다"),
    ("마다", "마다"),
    ("에서는", "에서는"),
    ("들이", "들이"),
    ("들을", "들을"),
    ("라고", "이라고"),
];
/// Behind the stem of the past.
const JOINING: [&str; 9] = [
    "고",
    "는데",
    "지만",
    "으며",
    "으니까",
    "기 때문에",
    "을 때",
    "다가",
    "는데도",
];
const ENDING: [&str; 7] = [
    "습니다",
    "다",
    "다고 했다",
    "습니다",
    "어요",
    "다고 합니다",
    "던 것 같습니다",
];
const OPENING: [&str; 14] = [
    "그때",
    "그날 밤",
    "다음 날",
    "그래서",
    "그런데",
    "결국",
    "처음에는",
    "며칠 뒤",
    "아침에",
    "겨울이면",
    "나중에",
    "그 후",
    "하루는",
    "그러나",
];

/// Writes Korean.
#[derive(Debug)]
pub struct Korean {
    nouns: Vec<String>,
    verbs: Vec<String>,
    of_nouns: Zipf,
    of_verbs: Zipf,
    declaration: Vec<&'static str>,
}

impl Korean {
    /// The language.
    pub fn new() -> Self {
        let mut chance = Chance::new(LANGUAGE);
        let syllables: Vec<&str> = SYLLABLES.split_whitespace().collect();
        let mut nouns: Vec<String> = NOUNS.split_whitespace().map(str::to_owned).collect();
        let mut verbs: Vec<String> = VERBS.split_whitespace().map(str::to_owned).collect();
        for at in 0..BUILT {
            let length = if at % 4 == 3 { 3 } else { 2 };
            let stem: String = (0..length).map(|_| *chance.pick(&syllables)).collect();
            if at % 6 == 0 {
                verbs.push(format!("{stem}{}", chance.pick(&["했", "되었", "시켰"])));
            }
            nouns.push(stem);
        }
        Self {
            of_nouns: Zipf::new(nouns.len()),
            of_verbs: Zipf::new(verbs.len()),
            nouns,
            verbs,
            declaration: UDHR
                .lines()
                .filter(|line| line.chars().count() > 20)
                .collect(),
        }
    }

    /// A noun as a dictionary has it.
    pub fn noun(&self, chance: &mut Chance) -> &str {
        &self.nouns[self.of_nouns.draw(chance)]
    }

    /// A noun with a particle.
    fn word(&self, chance: &mut Chance, into: &mut String) {
        let noun = self.noun(chance);
        into.push_str(noun);
        // The lower of two draws: the first particles are the frequent ones.
        let at = chance
            .below(PARTICLES.len())
            .min(chance.below(PARTICLES.len()));
        into.push_str(particle(noun, PARTICLES[at]));
        into.push(' ');
    }

    /// A sentence with its full stop, and a space behind it. `names` are spoken of now and then.
    pub fn sentence(&self, chance: &mut Chance, names: &[String], into: &mut String) {
        if chance.below(60) == 0 {
            into.push_str(chance.word(&self.declaration));
            into.push(' ');
            return;
        }
        if chance.happens(35) {
            into.push_str(chance.word(&OPENING));
            into.push(' ');
        }
        if !names.is_empty() && chance.happens(12) {
            let name = chance.pick(names);
            into.push_str(name);
            into.push_str(particle(name, *chance.pick(&PARTICLES[..3])));
            into.push(' ');
        }
        if chance.happens(5) {
            let (year, month) = (chance.between(1994, 2024), chance.between(1, 12));
            into.push_str(&format!("{year}년 {month}월에 "));
        }
        let clauses = chance.between(1, 3);
        for clause in 1..=clauses {
            for _ in 0..chance.between(1, 4) {
                self.word(chance, into);
            }
            into.push_str(&self.verbs[self.of_verbs.draw(chance)]);
            let last = clause == clauses;
            into.push_str(if last {
                chance.word(&ENDING)
            } else {
                chance.word(&JOINING)
            });
            into.push_str(if last { ". " } else { " " });
        }
    }

    /// Sentences of at least so many characters in all.
    pub fn text(&self, chance: &mut Chance, names: &[String], characters: usize) -> String {
        let mut text = String::with_capacity(characters * 3 + 200);
        // Characters are counted by their bytes: a syllable has 3, a space or a digit 1; together about 2.5.
        while text.len() * 2 < characters * 5 {
            self.sentence(chance, names, &mut text);
        }
        text.truncate(text.trim_end().len());
        text
    }
}

impl Default for Korean {
    fn default() -> Self {
        Self::new()
    }
}

/// The form of a particle that stands behind a word.
fn particle(
    word: &str,
    (after_vowel, after_consonant): (&'static str, &'static str),
) -> &'static str {
    let last = word.chars().next_back().map_or(0, u32::from);
    let is_syllable = (0xac00..=0xd7a3).contains(&last);
    let final_consonant = if is_syllable { (last - 0xac00) % 28 } else { 0 };
    match (final_consonant, after_consonant) {
        (0, _) => after_vowel,
        // ㄹ takes 로.
        (8, "으로") => after_vowel,
        _ => after_consonant,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn particles_fit_the_end_of_the_word() {
        assert_eq!(particle("어머니", ("를", "을")), "를");
        assert_eq!(particle("강", ("를", "을")), "을");
        assert_eq!(particle("길", ("로", "으로")), "로");
        assert_eq!(particle("밤", ("로", "으로")), "으로");
    }

    #[test]
    fn a_text_has_many_words_of_which_few_are_frequent() {
        let (korean, mut chance) = (Korean::new(), Chance::new(3));
        let text = korean.text(&mut chance, &["김영희".to_owned()], 200_000);
        let words: Vec<&str> = text.split_whitespace().collect();
        let distinct: HashSet<&str> = words.iter().copied().collect();
        assert!(distinct.len() > 10_000, "{}", distinct.len());
        assert!(distinct.len() * 2 < words.len());
        assert!(text.contains("김영희") && text.contains("두만강"));
        assert!(!text.contains("  "));
        let characters = text.chars().count();
        assert!((190_000..215_000).contains(&characters), "{characters}");
    }
}
