//! What a name consists of, and in which forms it is met: family name first or last, the given name alone.

use super::forms::Form;
use super::letters::{Gap, Letter, LetterKind, letters};
use super::lists;
use super::names::{NameForm, NameOrder, Script};
use crate::text::hangul;
use crate::text::sound::is_family_name;

/// A form of a name and its letters, as they are looked up.
pub(super) struct Spelling {
    pub(super) letters: String,
    pub(super) form: Form,
}

/// Every form of a name. `owner` is put into each; a group has no given name.
pub(super) fn spellings(name: &str, owner: u32, is_group: bool) -> Vec<Spelling> {
    let mut all = Vec::new();
    for part in name.split(is_bracket) {
        let letters: Vec<Letter> = letters(part)
            .into_iter()
            .filter(|letter| !letter.is(LetterKind::Mark))
            .collect();
        let is_all = |kind| letters.iter().all(|letter| letter.is(kind));
        let maker = Maker { owner, is_group };
        if letters.is_empty() {
            continue;
        } else if is_all(LetterKind::Hangul) {
            maker.hangul(&letters, &mut all);
        } else if is_all(LetterKind::Han) {
            maker.han(&letters, &mut all);
        } else if is_all(LetterKind::Latin) {
            maker.latin(&words(&letters), &mut all);
        } else {
            maker.other(&letters, &mut all);
        }
    }
    all
}

/// A code, as it is looked up.
pub(super) fn code(text: &str, owner: u32) -> Option<Spelling> {
    let letters: Vec<Letter> = letters(text)
        .into_iter()
        .filter(|letter| !letter.is(LetterKind::Mark))
        .collect();
    let maker = Maker {
        owner,
        is_group: true,
    };
    let mut spelling = maker.spelling(&letters, NameForm::Code)?;
    spelling.form.is_word = lists::is_korean_word(&spelling.letters)
        || lists::is_english_word(&spelling.letters)
        || letters.len() < 3 && !letters.iter().all(|letter| letter.is(LetterKind::Hangul));
    Some(spelling)
}

/// What stands between two spellings of a name in one field.
fn is_bracket(c: char) -> bool {
    matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '（'
            | '）'
            | '/'
            | ';'
            | '|'
            | '='
            | '<'
            | '>'
            | '〈'
            | '〉'
            | '“'
            | '”'
            | '"'
    )
}

/// The words of a name. A hyphen is within one.
fn words(letters: &[Letter]) -> Vec<&[Letter]> {
    letters.chunk_by(|_, next| next.gap <= Gap::Joint).collect()
}

pub(super) fn script_of(letters: &[Letter]) -> Script {
    let is_all = |kind| letters.iter().all(|letter| letter.is(kind));
    if is_all(LetterKind::Hangul) {
        Script::Hangul
    } else if is_all(LetterKind::Han) {
        Script::Han
    } else if letters
        .iter()
        .all(|letter| letter.is(LetterKind::Latin) || letter.is(LetterKind::Digit))
    {
        Script::Latin
    } else {
        Script::Other
    }
}

struct Maker {
    owner: u32,
    is_group: bool,
}

impl Maker {
    fn spelling(&self, letters: &[Letter], form: NameForm) -> Option<Spelling> {
        let mut breaks = 0;
        for (at, letter) in letters.iter().enumerate().skip(1).take(63) {
            breaks |= u64::from(letter.gap != Gap::None) << at;
        }
        (!letters.is_empty()).then(|| Spelling {
            letters: letters.iter().map(Letter::common).collect(),
            form: Form {
                form,
                script: script_of(letters),
                order: NameOrder::FamilyFirst,
                family: 0,
                is_word: false,
                is_one_syllable: false,
                breaks,
                owner: self.owner,
            },
        })
    }

    fn hangul(&self, letters: &[Letter], all: &mut Vec<Spelling>) {
        let name: String = letters.iter().map(|letter| letter.c).collect();
        let count = letters.len();
        let family = hangul_families(letters);
        let is_word = lists::is_korean_word(&name);
        if let Some(mut full) = self.spelling(letters, NameForm::Full) {
            full.form.is_word = is_word;
            full.form.is_one_syllable = count == 1;
            full.form.family = family.first().map_or(0, |family| *family as u8);
            // 이하늘 is a name, 이 하늘 is “this sky”: the given name decides whether a space in between says anything.
            let given: String = name.chars().skip(usize::from(full.form.family)).collect();
            full.form.is_word |= full.form.family > 0 && count > 2 && lists::is_korean_word(&given);
            all.push(full);
        }
        if self.is_group {
            return;
        }
        for family in family {
            self.given(letters.get(family..).unwrap_or_default(), all);
        }
        // 영숙이 is 영숙 as she is called.
        if let Some((last, [.., before])) = letters.split_last().filter(|_| count == 3)
            && last.c == '이'
            && hangul::parts(before.c).is_some_and(|parts| parts.last > 0)
            && hangul_families(letters).is_empty()
        {
            self.given(letters.get(..count - 1).unwrap_or_default(), all);
        }
    }

    fn given(&self, letters: &[Letter], all: &mut Vec<Spelling>) {
        if let Some(mut given) = self.spelling(letters, NameForm::Given) {
            let name: String = letters.iter().map(|letter| letter.c).collect();
            given.form.is_word = lists::is_korean_word(&name);
            given.form.is_one_syllable = letters.len() == 1;
            given.form.breaks &= !1;
            all.push(given);
        }
    }

    fn han(&self, letters: &[Letter], all: &mut Vec<Spelling>) {
        let name: String = letters.iter().map(|letter| letter.c).collect();
        let is_long = lists::LONG_HAN_FAMILY_NAMES
            .iter()
            .any(|family| name.starts_with(family));
        let family = if is_long && letters.len() > 2 { 2 } else { 1 };
        if let Some(mut full) = self.spelling(letters, NameForm::Full) {
            full.form.family = family;
            full.form.is_one_syllable = letters.len() == 1;
            all.push(full);
        }
        let given = letters.get(usize::from(family)..).unwrap_or_default();
        if given.len() >= 2 && !self.is_group {
            self.given(given, all);
        }
    }

    fn latin(&self, words: &[&[Letter]], all: &mut Vec<Spelling>) {
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        let joined = words.concat();
        if self.is_group || rest.is_empty() {
            if let Some(mut full) = self.spelling(&joined, NameForm::Full) {
                full.form.is_word = lists::is_english_word(&full.letters);
                full.form.is_one_syllable = is_one_syllable(&full.letters);
                all.push(full);
            }
            return;
        }
        let last = words.last().copied().unwrap_or_default();
        let is_first = family_is_first(words);
        let (family, given) = match is_first {
            true => (*first, rest),
            false => (last, words.get(..words.len() - 1).unwrap_or_default()),
        };
        let is_word = words.iter().all(|word| is_english(word));
        let mut push = |parts: &[&[Letter]], order: NameOrder| {
            let spaced = spaced(parts);
            if let Some(mut full) = self.spelling(&spaced, NameForm::Full) {
                full.form.order = order;
                full.form.family = family.len().min(255) as u8;
                full.form.is_word = is_word;
                all.push(full);
            }
        };
        let given_words = spaced(given);
        push(&[family, &given_words], NameOrder::FamilyFirst);
        push(&[&given_words, family], NameOrder::FamilyLast);
        if let (false, [first, _, ..]) = (is_first, given) {
            // John Michael Smith is John Smith.
            push(&[first, family], NameOrder::FamilyLast);
            self.latin_given(first, all);
        }
        self.latin_given(&given_words, all);
        let is_korean = lists::latin_family_rank(&text_of(family)).is_some();
        if let Some(mut alone) = self
            .spelling(family, NameForm::Family)
            .filter(|_| !is_korean && family.len() >= 4)
        {
            alone.form.is_word = is_english(family);
            all.push(alone);
        }
    }

    fn latin_given(&self, letters: &[Letter], all: &mut Vec<Spelling>) {
        let Some(mut given) = self.spelling(letters, NameForm::Given) else {
            return;
        };
        if letters.len() < 3 {
            return;
        }
        given.form.is_word = lists::is_english_word(&given.letters);
        given.form.is_one_syllable = is_one_syllable(&given.letters);
        all.push(given);
    }

    fn other(&self, letters: &[Letter], all: &mut Vec<Spelling>) {
        if letters.len() < 2 {
            return;
        }
        all.extend(self.spelling(letters, NameForm::Full));
        let words = words(letters);
        if let ([first, rest @ ..], false) = (words.as_slice(), self.is_group)
            && !rest.is_empty()
        {
            let turned = spaced(&[&spaced(rest), first]);
            if let Some(mut turned) = self.spelling(&turned, NameForm::Full) {
                turned.form.order = NameOrder::FamilyLast;
                all.push(turned);
            }
            let given = spaced(rest);
            if given.len() >= 4 {
                all.extend(self.spelling(&given, NameForm::Given));
            }
        }
    }
}

/// The ways to divide a Hangul name: how many syllables of it are the family name. None where it has no family name.
fn hangul_families(letters: &[Letter]) -> Vec<usize> {
    let count = letters.len();
    let name: String = letters.iter().take(2).map(|letter| letter.c).collect();
    let is_long = count > 2 && lists::LONG_FAMILY_NAMES.contains(&name.as_str());
    let gap = letters
        .iter()
        .skip(1)
        .position(|letter| letter.gap >= Gap::Break);
    match gap.map(|at| at + 1) {
        // 김 영희, but not 철수 엄마.
        Some(1) if count > 1 => return vec![1],
        Some(2) if is_long => return vec![2],
        Some(_) => return Vec::new(),
        None => {}
    }
    let first = letters.first();
    // 영숙이 is 영숙, called by friends.
    let is_familiar = count == 3 && letters.last().is_some_and(|letter| letter.c == '이');
    let is_short = match count {
        2 => first.is_some_and(|letter| is_family_name(letter.c)),
        3 | 4 => first.is_some_and(|letter| {
            is_family_name(letter.c)
                || (!is_familiar && lists::RARE_FAMILY_NAMES.contains(letter.c))
        }),
        _ => false,
    };
    match (is_long, is_short) {
        // 선우진 may be a 선우 or a 선.
        (true, true) => vec![2, 1],
        (true, false) => vec![2],
        (false, true) => vec![1],
        (false, false) => Vec::new(),
    }
}

/// Whether the first of several words in Latin letters is the family name.
fn family_is_first(words: &[&[Letter]]) -> bool {
    let rank =
        |word: Option<&&[Letter]>| word.and_then(|word| lists::latin_family_rank(&text_of(word)));
    let has_comma = words
        .get(1)
        .and_then(|word| word.first())
        .is_some_and(|letter| letter.gap == Gap::Comma);
    match (rank(words.first()), rank(words.last())) {
        _ if has_comma => true,
        // Kim Young Ho is a Kim: of three words the first, as Koreans write it.
        (Some(_), _) if words.len() > 2 => true,
        (Some(first), Some(last)) => first <= last,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// Words one after another, each a word of its own.
fn spaced(words: &[&[Letter]]) -> Vec<Letter> {
    let mut all = Vec::new();
    for word in words {
        for (at, letter) in word.iter().enumerate() {
            let mut letter = *letter;
            if at == 0 {
                letter.gap = Gap::Space;
            }
            all.push(letter);
        }
    }
    all
}

pub(super) fn text_of(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.c).collect()
}

fn is_english(letters: &[Letter]) -> bool {
    lists::is_english_word(&text_of(letters))
}

/// Whether a word in Latin letters has one group of vowels only.
pub(super) fn is_one_syllable(word: &str) -> bool {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !before);
        before = is_vowel(c);
    }
    groups < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(name: &str) -> Vec<(String, NameForm)> {
        spellings(name, 0, false)
            .into_iter()
            .map(|spelling| (spelling.letters, spelling.form.form))
            .collect()
    }

    fn has(name: &str, letters: &str, form: NameForm) -> bool {
        forms(name).contains(&(letters.to_owned(), form))
    }

    #[test]
    fn hangul_names_are_divided() {
        assert!(has("김영희", "김영희", NameForm::Full));
        assert!(has("김영희", "영희", NameForm::Given));
        assert!(has("남궁 민수", "민수", NameForm::Given));
        assert!(has("선우진", "진", NameForm::Given) && has("선우진", "우진", NameForm::Given));
        assert!(has("김철", "철", NameForm::Given));
        assert!(has("영숙이", "영숙", NameForm::Given));
        assert_eq!(
            forms("철수 엄마"),
            [("철수엄마".to_owned(), NameForm::Full)]
        );
        assert!(has("리영희 (李英姬)", "李英姬", NameForm::Full));
        assert!(has("리영희 (李英姬)", "이영희", NameForm::Full));
    }

    #[test]
    fn latin_names_are_divided() {
        for name in [
            "Kim Young-hee",
            "Young-hee Kim",
            "KIM Young Hee",
            "Kim, Young-hee",
        ] {
            assert!(has(name, "younghee", NameForm::Given), "{name}");
            assert!(has(name, "kimyounghee", NameForm::Full), "{name}");
            assert!(has(name, "youngheekim", NameForm::Full), "{name}");
        }
        assert!(has("John Michael Smith", "johnsmith", NameForm::Full));
        assert!(has("John Michael Smith", "smith", NameForm::Family));
        assert!(!has("Kim Young-hee", "kim", NameForm::Family));
    }

    #[test]
    fn a_group_has_no_given_name() {
        let all = spellings("한사랑 모임", 0, true);
        assert_eq!(all.len(), 1);
    }
}
