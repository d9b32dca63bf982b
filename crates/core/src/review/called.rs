//! Where a name that stands for somebody is, and not somebody else's.

use std::collections::{HashMap, HashSet};

use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::redaction::Alias;
use fieldnotes_domain::redaction::leak::Leak;

/// Bytes of the longest name that is looked for around a place.
const LONGEST: usize = 64;

/// All names that stand for persons of an audience, in each way in which they are put into a text.
pub(super) struct Called(HashSet<String>);

impl Called {
    pub(super) fn of(aliases: &HashMap<RecordId, Alias>) -> Self {
        let mut all = HashSet::new();
        for alias in aliases.values() {
            let hangul = alias.name.hangul.as_str();
            // Family names of two syllables leave one syllable more: then it covers less, never more.
            let given = hangul
                .char_indices()
                .nth(1)
                .and_then(|(at, _)| hangul.get(at..));
            let latin = alias.name.latin.to_lowercase();
            let parts = latin
                .split_once(' ')
                .map(|(family, given)| [given.to_owned(), format!("{given} {family}")]);
            all.extend(given.map(str::to_owned));
            all.insert(hangul.to_owned());
            all.extend(parts.into_iter().flatten());
            all.insert(latin);
        }
        Self(all)
    }

    /// Whether what was found is part of such a name: 정민 in 정민임, or 임은 in 정민임은, where somebody else is called so. What holds the
    /// whole of one and more is another name.
    pub(super) fn covers(&self, line: &[u8], leak: &Leak) -> bool {
        let Ok(text) = std::str::from_utf8(line) else {
            return false;
        };
        let (from, to) = (leak.at, leak.at + leak.length);
        let mut starts =
            (from.saturating_sub(LONGEST)..to).filter(|start| text.is_char_boundary(*start));
        starts.any(|start| {
            let ends = (start + 1)..=text.len().min(start + LONGEST);
            let mut ends = ends.filter(|end| *end > from && text.is_char_boundary(*end));
            ends.any(|end| {
                let holds_more = from <= start && end <= to && (from, to) != (start, end);
                let name = text.get(start..end).unwrap_or_default();
                !holds_more && self.0.contains(name.to_lowercase().as_str())
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use fieldnotes_domain::redaction::leak::{LeakSearch, LeakSecret, LeakSecretKind};
    use fieldnotes_domain::redaction::pseudonyms::Pseudonym;

    use super::*;

    #[test]
    fn a_name_within_a_pseudonym_is_nobody_and_beside_it_somebody() {
        let name = Pseudonym {
            hangul: "정민임".to_owned(),
            latin: "Jeong Min-im".to_owned(),
        };
        let alias = Alias {
            id: RecordId::from_u128(9),
            name,
        };
        let called = Called::of(&HashMap::from([(RecordId::from_u128(1), alias)]));
        let secret = |text: &str| LeakSecret {
            text: text.to_owned(),
            kind: LeakSecretKind::Name,
            person: None,
        };
        let search = LeakSearch::new(&[secret("정민"), secret("Min-im")]);
        let leaks = |line: &str| {
            let found = search.search(line.as_bytes());
            found
                .iter()
                .filter(|leak| !called.covers(line.as_bytes(), leak))
                .count()
        };
        assert_eq!(leaks("그때 정민임은 왔다"), 0);
        assert_eq!(leaks("then MIN-IM JEONG came, and Jeong Min-im"), 0);
        assert_eq!(leaks("그때 정민은 왔다"), 1);
        let search = LeakSearch::new(&[secret("임은"), secret("김민임")]);
        let count = |line: &str| {
            let found = search.search(line.as_bytes());
            found
                .iter()
                .filter(|leak| !called.covers(line.as_bytes(), leak))
                .count()
        };
        assert_eq!((count("정민임은 왔다"), count("김민임은 왔다")), (0, 1));
    }
}
