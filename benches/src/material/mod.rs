//! Vaults as work of years leaves them, made from a seed: persons, testimonies, notes, places, in Korean and English.
//!
//! Records come one by one, so that a million of them never lie in memory; the first thousand of a large vault are the
//! thousand of a small one.

mod chance;
mod dates;
mod english;
mod korean;
mod names;
mod person;
mod places;
mod queries;
mod testimony;
mod writers;

use std::io::{self, Write};

use serde_json::{Value, json};

pub use chance::Chance;
use names::Name;
use writers::Writers;

pub use queries::Queries;

/// Of a hundred records so many are testimonies, persons and places; the rest are notes.
const TESTIMONIES: usize = 11;
const PERSONS: usize = 36;
const PLACES: usize = 8;

/// A record, as an import takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its kind.
    pub kind: &'static str,
    /// The record.
    pub record: Value,
}

impl Line {
    /// As a line of JSON, with its end.
    pub fn json(&self) -> String {
        format!("{}\n", json!({"kind": self.kind, "record": self.record}))
    }
}

/// Makes records without end.
#[derive(Debug)]
pub struct Material {
    chance: Chance,
    writers: Writers,
    testimonies: u64,
}

impl Material {
    /// The records of a seed.
    pub fn new(seed: u64) -> Self {
        Self {
            chance: Chance::new(seed),
            writers: Writers::default(),
            testimonies: 0,
        }
    }

    /// A note of this many bytes of text, give or take a syllable.
    pub fn note_of(&mut self, bytes: usize) -> Vec<u8> {
        let mut text = self.writers.korean.text(&mut self.chance, &[], bytes / 2);
        let end = (0..=bytes.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at));
        text.truncate(end.unwrap_or_default());
        json!({"text": text}).to_string().into_bytes()
    }

    /// Bytes that cannot be made smaller, as of a recording.
    pub fn noise(&mut self, bytes: u64, out: &mut dyn Write) -> io::Result<()> {
        let mut piece = vec![0; 1 << 20];
        let mut left = bytes;
        while left > 0 {
            let count = left.min(piece.len() as u64) as usize;
            self.chance.fill(&mut piece[..count]);
            out.write_all(&piece[..count])?;
            left -= count as u64;
        }
        Ok(())
    }

    fn note(&mut self) -> Value {
        const TYPES: [&str; 5] = ["call", "meeting", "message", "follow_up", "observation"];
        let (chance, writers) = (&mut self.chance, &self.writers);
        let about = Name::draw(chance);
        let length = (chance.log_normal(180.0, 0.9) as usize).clamp(15, 20_000);
        let names = [about.hangul];
        let text = if chance.happens(25) {
            writers.english.text(chance, &[about.latin], length * 2)
        } else {
            writers.korean.text(chance, &names, length)
        };
        let year = chance.between(2003, 2026);
        let mut note = json!({
            "date": dates::day(chance, year),
            "type": chance.word(&TYPES),
            "text": format!("{}: {text}", names[0]),
            "author": {"text": Name::draw(chance).hangul},
        });
        person::tag(chance, &mut note);
        note
    }
}

impl Iterator for Material {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let draw = self.chance.below(100);
        let (kind, record) = if draw < TESTIMONIES {
            self.testimonies += 1;
            let number = self.testimonies - 1;
            (
                "testimony",
                testimony::record(&mut self.chance, &self.writers, number),
            )
        } else if draw < TESTIMONIES + PERSONS {
            ("person", person::record(&mut self.chance, &self.writers))
        } else if draw < TESTIMONIES + PERSONS + PLACES {
            ("place", places::record(&mut self.chance, &self.writers))
        } else {
            ("note", self.note())
        };
        Some(Line { kind, record })
    }
}
