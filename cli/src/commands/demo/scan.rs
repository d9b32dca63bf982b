//! Looks for sentences in clear, in every file and every encoding that a program might use.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::failure::Failure;

/// As many bytes of a sentence as are looked up at once. What is shorter would be met by chance in ciphertext,
/// as two Korean syllables in UTF-16 would.
const WINDOW: usize = 5;

/// What was looked through.
#[derive(Debug, Default, Clone, Copy)]
pub struct Scanned {
    pub files: u64,
    pub bytes: u64,
    /// Sentences that stand somewhere in clear. Must be none.
    pub found: u64,
}

/// The sentences as bytes: UTF-8, decomposed UTF-8, UTF-16 in both byte orders.
pub struct Needles(HashMap<[u8; WINDOW], Vec<Vec<u8>>>);

impl Needles {
    pub fn new(sentences: &[String]) -> Self {
        let mut by_window: HashMap<[u8; WINDOW], Vec<Vec<u8>>> = HashMap::new();
        for sentence in sentences {
            let utf16: Vec<u16> = sentence.encode_utf16().collect();
            let decomposed: String = sentence.nfd().collect();
            for bytes in [
                sentence.as_bytes().to_vec(),
                decomposed.into_bytes(),
                utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
                utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
            ] {
                if let Some(window) = bytes.first_chunk::<WINDOW>() {
                    let same = by_window.entry(*window).or_default();
                    // English decomposes into itself.
                    if !same.contains(&bytes) {
                        same.push(bytes);
                    }
                }
            }
        }
        Self(by_window)
    }

    /// How many of them stand in `content`.
    fn count(&self, content: &[u8]) -> u64 {
        let mut found = 0;
        for (at, window) in content.windows(WINDOW).enumerate() {
            let Ok(window) = <[u8; WINDOW]>::try_from(window) else {
                continue;
            };
            if let Some(needles) = self.0.get(&window) {
                let rest = content.get(at..).unwrap_or_default();
                found += needles
                    .iter()
                    .filter(|needle| rest.starts_with(needle))
                    .count() as u64;
            }
        }
        found
    }
}

/// Looks through every file under `folder`.
pub fn scan(folder: &Path, needles: &Needles) -> Result<Scanned, Failure> {
    let mut scanned = Scanned::default();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| Failure::io(&folder, &error))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let content = std::fs::read(&path).map_err(|error| Failure::io(&path, &error))?;
            scanned.files += 1;
            scanned.bytes += content.len() as u64;
            scanned.found += needles.count(&content);
        }
    }
    Ok(scanned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The scan can find what it looks for.
    #[test]
    fn sentences_are_found_in_every_encoding() {
        let sentence = "모든 인간은 태어날 때부터 자유로우며";
        let all = [sentence, "torture, imprisonment", "투먼"].map(str::to_owned);
        let needles = Needles::new(&all);
        let utf16 = |swap: fn(u16) -> [u8; 2]| -> Vec<u8> {
            sentence.encode_utf16().flat_map(swap).collect()
        };
        let cases = [
            sentence.as_bytes().to_vec(),
            sentence.nfd().collect::<String>().into_bytes(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            b"torture, imprisonment".to_vec(),
            "투먼".as_bytes().to_vec(),
        ];
        for case in cases {
            let content = [&[1, 2, 3][..], &case, &[4; 20]].concat();
            assert_eq!(needles.count(&content), 1, "{case:?}");
            assert_eq!(needles.count(&content[4..]), 0);
        }
    }
}
