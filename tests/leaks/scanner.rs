//! Looks for texts in bytes, in every spelling in which a program might have left them.

use std::collections::HashMap;

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE};
use unicode_normalization::UnicodeNormalization;

/// Texts to look for.
pub struct Scanner {
    needles: Vec<(String, Vec<u8>)>,
    /// By their first four bytes.
    by_start: HashMap<[u8; 4], Vec<usize>>,
    /// Whether any begins with these two: most places are passed by with this look alone.
    begins: Vec<bool>,
}

impl Scanner {
    pub fn new() -> Self {
        Self {
            needles: Vec::new(),
            by_start: HashMap::new(),
            begins: vec![false; 1 << 16],
        }
    }

    /// How many spellings are looked for.
    pub fn len(&self) -> usize {
        self.needles.len()
    }

    /// Looks for a text in all its spellings.
    pub fn watch_for(&mut self, text: &str) {
        let forms: [(&str, String); 3] = [
            ("as is", text.to_owned()),
            ("NFC", text.nfc().collect()),
            ("NFD", text.nfd().collect()),
        ];
        for (form, text) in forms {
            let label = |spelling: &str| format!("{text:?} {form} {spelling}");
            let utf8 = text.as_bytes();
            let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
            let escaped: String = text
                .encode_utf16()
                .map(|unit| format!("\\u{unit:04x}"))
                .collect();
            self.add(label("UTF-8"), utf8.to_vec());
            self.add(label("UTF-16LE"), utf16(u16::to_le_bytes));
            self.add(label("UTF-16BE"), utf16(u16::to_be_bytes));
            self.add(label("hex"), hex::encode(utf8).into_bytes());
            self.add(label("HEX"), hex::encode_upper(utf8).into_bytes());
            self.add(label("JSON escapes"), escaped.into_bytes());
            for shift in 0..3 {
                self.add(label("base64"), in_base64(utf8, shift, &BASE64_STANDARD));
                self.add(label("base64url"), in_base64(utf8, shift, &BASE64_URL_SAFE));
            }
        }
    }

    /// Looks for names, exactly as they are written.
    pub fn watch_for_names(&mut self, names: Vec<String>) {
        for name in names {
            self.add(format!("the name {name}"), name.into_bytes());
        }
    }

    fn add(&mut self, label: String, bytes: Vec<u8>) {
        let start = *bytes
            .first_chunk::<4>()
            .expect("long enough to mean something");
        if self.needles.iter().any(|(_, known)| *known == bytes) {
            return;
        }
        self.begins[usize::from(u16::from_be_bytes([start[0], start[1]]))] = true;
        self.by_start
            .entry(start)
            .or_default()
            .push(self.needles.len());
        self.needles.push((label, bytes));
    }

    /// What stands in these bytes.
    pub fn scan(&self, bytes: &[u8]) -> Vec<String> {
        let mut found: Vec<String> = self
            .scan_with_places(bytes)
            .into_iter()
            .map(|(label, _)| label)
            .collect();
        found.sort();
        found.dedup();
        found
    }

    /// The same, with where each begins.
    pub fn scan_with_places(&self, bytes: &[u8]) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        for (at, start) in bytes.windows(4).enumerate() {
            if !self.begins[usize::from(u16::from_be_bytes([start[0], start[1]]))] {
                continue;
            }
            let start: [u8; 4] = start.try_into().expect("four");
            for needle in self.by_start.get(&start).into_iter().flatten() {
                let (label, needle) = &self.needles[*needle];
                if bytes[at..].starts_with(needle) {
                    found.push((label.clone(), at));
                }
            }
        }
        found
    }

    /// Everything that is looked for.
    pub fn plants(&self) -> Vec<(String, Vec<u8>)> {
        self.needles.clone()
    }
}

/// Bytes in base64.
pub fn base64(bytes: &[u8]) -> Vec<u8> {
    BASE64_STANDARD.encode(bytes).into_bytes()
}

/// What of a text in base64 is the same whatever stands before and behind it, where `shift` bytes stand before it in its
/// first group of three.
fn in_base64(text: &[u8], shift: usize, engine: &impl Engine) -> Vec<u8> {
    let padded = [&[0; 3][..shift], text].concat();
    let encoded = engine.encode(&padded).into_bytes();
    let first = [0, 2, 3][shift];
    let last = padded.len() * 8 / 6;
    encoded[first..last].to_vec()
}
