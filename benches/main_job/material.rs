//! Ten thousand records as an archive of years has them: most short, a few as long as a book. Made from a seed.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use serde_json::{Value, json};

const KOREAN: &str = include_str!("../../cli/demo/udhr-kor.txt");
const ENGLISH: &str = include_str!("../../cli/demo/udhr-eng.txt");

/// Records of each kind in a hundred.
const TESTIMONIES: u32 = 15;
const PERSONS: u32 = 35;
/// A testimony in so many is long.
const LONG_ONE_IN: u32 = 50;
const LONG: usize = 100_000;

const FAMILY: [&str; 8] = ["김", "이", "박", "최", "정", "강", "조", "윤"];
const GIVEN: [&str; 12] = [
    "영희", "철수", "명옥", "성일", "은경", "광호", "순애", "혁철", "미란", "경수", "춘화", "일남",
];

/// Makes records.
pub struct Material {
    random: ChaCha8Rng,
    korean: Vec<&'static str>,
    english: Vec<&'static str>,
}

impl Material {
    /// The same records in each run.
    pub fn new() -> Self {
        let lines = |text: &'static str| text.lines().filter(|line| line.chars().count() > 20);
        Self {
            random: ChaCha8Rng::seed_from_u64(10_000),
            korean: lines(KOREAN).collect(),
            english: lines(ENGLISH).collect(),
        }
    }

    /// Lines as `record import` takes them.
    pub fn lines(&mut self, count: usize) -> Vec<u8> {
        let mut out = Vec::new();
        for _ in 0..count {
            let (kind, record) = self.record();
            let line = json!({"kind": kind, "record": record});
            out.extend_from_slice(line.to_string().as_bytes());
            out.push(b'\n');
        }
        out
    }

    /// A note of about so many bytes.
    pub fn note(&mut self, bytes: usize) -> Vec<u8> {
        let mut text = String::new();
        while text.len() < bytes {
            text.push_str(self.pick_korean());
            text.push(' ');
        }
        let end = (0..=bytes).rev().find(|at| text.is_char_boundary(*at));
        text.truncate(end.unwrap_or_default());
        json!({"text": text}).to_string().into_bytes()
    }

    /// Bytes that cannot be made smaller.
    pub fn noise(&mut self, bytes: usize) -> Vec<u8> {
        let mut noise = vec![0; bytes];
        self.random.fill_bytes(&mut noise);
        noise
    }

    fn record(&mut self) -> (&'static str, Value) {
        match self.below(100) {
            n if n < TESTIMONIES => ("testimony", self.testimony()),
            n if n < TESTIMONIES + PERSONS => ("person", self.person()),
            _ => ("note", self.short_note()),
        }
    }

    fn testimony(&mut self) -> Value {
        let (length, name) = (self.length(), self.name());
        let mut narrative = Vec::new();
        let mut characters = 0;
        while characters < length {
            let (original, translation) = (self.pick_korean(), self.pick_english());
            characters += original.chars().count();
            narrative.push(json!({"original": original, "translation": translation}));
        }
        json!({
            "title": format!("{name}의 증언"),
            "status": "draft",
            "language": "ko",
            "translation_language": "en",
            "narrative": narrative,
            "tags": ["증언"],
        })
    }

    /// Characters of a narrative: mostly some paragraphs, sometimes an afternoon, rarely days.
    fn length(&mut self) -> usize {
        if self.below(LONG_ONE_IN) == 0 {
            return LONG;
        }
        match self.below(10) {
            0 => 5_000 + self.below(15_000) as usize,
            _ => 100 + self.below(2_000) as usize,
        }
    }

    fn person(&mut self) -> Value {
        let (name, year) = (self.name(), 1_940 + self.below(60));
        json!({
            "form": "individual",
            "names": [{"text": name, "script": "hangul"}],
            "birth_date": format!("{year}~"),
            "languages": ["ko-KP"],
            "notes": self.pick_korean(),
        })
    }

    fn short_note(&mut self) -> Value {
        let (day, name) = (1 + self.below(28), self.name());
        let said = if self.below(3) == 0 {
            self.pick_english()
        } else {
            self.pick_korean()
        };
        json!({"date": format!("2026-10-{day:02}"), "text": format!("{name}: {said}")})
    }

    fn name(&mut self) -> String {
        let family = self.pick(&FAMILY);
        format!("{family}{}", self.pick(&GIVEN))
    }

    fn pick_korean(&mut self) -> &'static str {
        let at = self.below(self.korean.len() as u32);
        self.korean[at as usize]
    }

    fn pick_english(&mut self) -> &'static str {
        let at = self.below(self.english.len() as u32);
        self.english[at as usize]
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len() as u32) as usize]
    }

    fn below(&mut self, end: u32) -> u32 {
        self.random.next_u32() % end
    }
}
