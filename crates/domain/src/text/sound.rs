//! One name in many spellings: 이, 리, Lee, Yi, Ri and Rhee sound alike, and so do 영희, Yŏng-hŭi and Younghee.
//!
//! A name is reduced to a code in which what romanisations mix up is one: Revised Romanisation, McCune–Reischauer, the
//! spellings of the North and those that people choose for themselves. The code is coarse; it finds what may be the same
//! name, and whatever it finds stands behind what was found to the letter.

use std::collections::BTreeSet;

use super::hangul;

/// The longest word that is looked at as a name.
const LONGEST: usize = 24;
/// A word can be read in so many ways at most.
const READINGS: usize = 8;
/// Syllables that are tried for one word: some letters can be divided in more ways than anybody waits for.
const STEPS: usize = 2_000;

/// Family names, North and South, by which a name in running text is known.
const FAMILY_NAMES: &str = "가강고곽구국권금기길김나남노다도동라량려로류리림마맹명모문민박반방배백범변봉사서석선설성소손송승시신심안양엄여연염예오옥온왕용우원위유육윤은음이인임장전정제조주지진차채천초최추탁태표피하한함허현형홍황";

/// Codes of vowels, in the order of the syllables: ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ.
const VOWELS: [&str; 21] = [
    "A", "E", "YA", "YE", "O", "E", "YO", "YE", "O", "WA", "WE", "WE", "YO", "O", "WO", "WE", "WI",
    "YO", "O", "I", "I",
];
/// Codes of initials: ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ. What becomes of ㄹ depends on the vowel.
const INITIALS: [&str; 19] = [
    "K", "K", "N", "T", "T", "R", "M", "P", "P", "S", "S", "", "J", "J", "J", "K", "T", "P", "H",
];
/// Codes of finals, none first.
const FINALS: [&str; 28] = [
    "", "K", "K", "K", "N", "N", "N", "T", "L", "K", "M", "L", "L", "L", "P", "L", "M", "P", "P",
    "T", "T", "Q", "T", "T", "K", "T", "P", "T",
];

/// Latin spellings of vowels, longest first, and their codes.
const LATIN_VOWELS: &[(&str, &str)] = &[
    ("yeo", "YO"),
    ("you", "YO"),
    ("yoo", "YO"),
    ("yae", "YE"),
    ("yea", "YE"),
    ("wae", "WE"),
    ("weo", "WO"),
    ("woo", "O"),
    ("wee", "WI"),
    ("eui", "I"),
    ("yo", "YO"),
    ("yu", "YO"),
    ("ya", "YA"),
    ("ye", "YE"),
    ("yi", "I"),
    ("wa", "WA"),
    ("we", "WE"),
    ("wo", "WO"),
    ("wi", "WI"),
    ("wu", "O"),
    ("ui", "I"),
    ("oe", "WE"),
    ("oi", "WE"),
    ("eo", "O"),
    ("eu", "O"),
    ("ou", "O"),
    ("oo", "O"),
    ("ae", "E"),
    ("ai", "E"),
    ("ay", "E"),
    ("ee", "I"),
    ("ie", "I"),
    ("ea", "I"),
    ("a", "A"),
    ("e", "E"),
    ("i", "I"),
    ("o", "O"),
    ("u", "O"),
];
/// Latin spellings of initials, longest first, and their codes.
const LATIN_INITIALS: &[(&str, &str)] = &[
    ("tch", "J"),
    ("kk", "K"),
    ("gg", "K"),
    ("ch", "J"),
    ("jj", "J"),
    ("tt", "T"),
    ("dd", "T"),
    ("pp", "P"),
    ("bb", "P"),
    ("ss", "S"),
    ("sh", "S"),
    ("rh", "R"),
    ("k", "K"),
    ("g", "K"),
    ("j", "J"),
    ("t", "T"),
    ("d", "T"),
    ("p", "P"),
    ("b", "P"),
    ("s", "S"),
    ("r", "R"),
    ("l", "R"),
    ("n", "N"),
    ("m", "M"),
    ("h", "H"),
    ("", ""),
];
/// Latin spellings of finals and their codes; `h` and `r` are written by many and spoken by none (Ahn, Park, Hur).
const LATIN_FINALS: &[(&str, &str)] = &[
    ("ng", "Q"),
    ("rk", "K"),
    ("hn", "N"),
    ("n", "N"),
    ("m", "M"),
    ("l", "L"),
    ("k", "K"),
    ("g", "K"),
    ("p", "P"),
    ("b", "P"),
    ("t", "T"),
    ("d", "T"),
    ("s", "T"),
    ("h", ""),
    ("r", ""),
    ("", ""),
];

/// Whether a syllable is a family name.
pub fn is_family_name(c: char) -> bool {
    FAMILY_NAMES.contains(c)
}

/// A code so far, and what is added: ㄹ falls away or becomes ㄴ, and two alike are one.
fn extend(code: &str, initial: &str, vowel: &str) -> String {
    let initial = match initial {
        "R" if vowel.starts_with(['I', 'Y']) => "",
        "R" => "N",
        other => other,
    };
    let mut out = code.to_owned();
    push(&mut out, initial);
    out.push_str(vowel);
    out
}

fn push(code: &mut String, consonant: &str) {
    if !code.ends_with(consonant) || consonant.is_empty() {
        code.push_str(consonant);
    }
}

/// The code of a name in Hangul.
fn of_hangul(name: &[char]) -> Option<String> {
    let mut code = String::new();
    for c in name {
        let parts = hangul::parts(*c)?;
        let part = |table: &[&'static str], at: u32| table.get(at as usize).copied();
        code = extend(
            &code,
            part(&INITIALS, parts.initial)?,
            part(&VOWELS, parts.vowel)?,
        );
        push(&mut code, part(&FINALS, parts.last)?);
    }
    Some(code)
}

/// The codes of a word in Latin letters, as many as it has readings; none where it cannot be a Korean name.
fn of_latin(word: &str) -> BTreeSet<String> {
    let mut readings = BTreeSet::new();
    if (1..=LONGEST).contains(&word.len()) && word.is_ascii() {
        read(word, String::new(), &mut readings, &mut { STEPS });
    }
    readings
}

/// Reads syllable after syllable; every way that comes to the end is a reading.
fn read(rest: &str, code: String, readings: &mut BTreeSet<String>, steps: &mut usize) {
    let Some(left) = steps.checked_sub(1) else {
        return;
    };
    *steps = left;
    if rest.is_empty() {
        readings.insert(code);
        return;
    }
    let Some((rest, initial)) = LATIN_INITIALS
        .iter()
        .find_map(|(spelt, code)| Some((rest.strip_prefix(spelt)?, *code)))
    else {
        return;
    };
    let Some((rest, vowel)) = LATIN_VOWELS
        .iter()
        .find_map(|(spelt, code)| Some((rest.strip_prefix(spelt)?, *code)))
    else {
        return;
    };
    let code = extend(&code, initial, vowel);
    for (spelt, last) in LATIN_FINALS {
        if readings.len() >= READINGS {
            return;
        }
        if let Some(rest) = rest.strip_prefix(spelt) {
            let mut code = code.clone();
            push(&mut code, last);
            read(rest, code, readings, steps);
        }
    }
}

/// The codes by which a folded query term is looked for; none where it can be no name.
pub fn codes_of_term(term: &str) -> BTreeSet<String> {
    let chars: Vec<char> = term.chars().collect();
    if chars.iter().all(|c| hangul::is_syllable(*c)) && chars.len() <= 5 {
        return of_hangul(&chars).into_iter().collect();
    }
    let letters: String = chars.iter().filter(|c| !is_joint(**c)).collect();
    if letters.chars().all(|c| c.is_ascii_lowercase()) {
        of_latin(&letters)
    } else {
        BTreeSet::new()
    }
}

/// A mark inside a name: Yong-hui, Ch'oe.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '\'' | '’' | 'ʼ')
}

/// In what writing a name stands. A Hangul name finds names in Latin letters, those find both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Writing {
    /// Syllables.
    Hangul,
    /// Latin letters, whatever marks they carry.
    Latin,
}

/// A name met in a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sound {
    /// The writing it was met in.
    pub writing: Writing,
    /// What its readings have in common.
    pub code: String,
    /// Whether it has more than one syllable, so that it says something outside of a field of names, too.
    pub is_long: bool,
}

/// Every name in a folded text of a field of names: each word, and each row of up to four syllables or three words.
pub fn names_in(text: &str) -> BTreeSet<Sound> {
    let mut found = BTreeSet::new();
    // A family name is written with a space behind it, or without one.
    let closed_up: String = text.chars().filter(|c| *c != ' ').collect();
    for word in closed_up.split(|c: char| !hangul::is_syllable(c)) {
        let chars: Vec<char> = word.chars().take(12).collect();
        for from in 0..chars.len() {
            for to in from + 1..=chars.len().min(from + 4) {
                found.extend(hangul_sound(chars.get(from..to).unwrap_or_default()));
            }
        }
    }
    let words: Vec<String> = latin_words(text).map(|(word, _)| word).collect();
    rows_of(&words, &mut found);
    found
}

/// The names in a text as it was written, where most words are none: Hangul words that begin with a family name, and
/// Latin words that begin with a capital.
pub fn names_met_in(text: &str) -> BTreeSet<Sound> {
    let mut found = BTreeSet::new();
    for word in text.split(|c: char| !hangul::is_syllable(c)) {
        let chars: Vec<char> = word.chars().take(3).collect();
        if !chars.first().is_some_and(|c| is_family_name(*c)) {
            continue;
        }
        for (from, to) in [(0, 2), (0, 3), (1, 3)] {
            found.extend(chars.get(from..to).and_then(hangul_sound));
        }
    }
    let mut row = Vec::new();
    for (word, is_capital) in latin_words(text) {
        if is_capital {
            row.push(word);
        } else {
            rows_of(&std::mem::take(&mut row), &mut found);
        }
    }
    rows_of(&row, &mut found);
    found
}

fn hangul_sound(chars: &[char]) -> Option<Sound> {
    Some(Sound {
        writing: Writing::Hangul,
        code: of_hangul(chars)?,
        is_long: chars.len() > 1,
    })
}

/// Each word, and each row of two or three: as they stand, and with the last in front, as a family name may stand last.
fn rows_of(words: &[String], found: &mut BTreeSet<Sound>) {
    for length in 1..=3 {
        for row in words.windows(length) {
            let joined = row.concat();
            let turned = row
                .split_last()
                .filter(|_| length > 1)
                .map(|(last, first)| format!("{last}{}", first.concat()));
            for word in std::iter::once(joined).chain(turned) {
                found.extend(of_latin(&word).into_iter().map(|code| Sound {
                    writing: Writing::Latin,
                    is_long: length > 1 || word.len() > 5,
                    code,
                }));
            }
        }
    }
}

/// Words of Latin letters, folded, joints taken out, and whether each begins with a capital.
pub fn latin_words(text: &str) -> impl Iterator<Item = (String, bool)> + '_ {
    text.split(|c: char| !(is_latin(c) || is_joint(c)))
        .filter_map(|word| {
            let word = word.trim_matches(is_joint);
            let is_capital = word.chars().next()?.is_uppercase();
            let letters: String = word.chars().filter(|c| !is_joint(*c)).collect();
            let folded = super::fold::fold_clean(&letters);
            Some((folded, is_capital))
        })
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let codes = |name: &str| codes_of_term(&super::super::fold::fold(name));
        !codes(one).is_disjoint(&codes(other))
    }

    #[test]
    fn one_name_in_many_spellings() {
        for names in [
            &["이", "리", "Lee", "Yi", "Ri", "Rhee", "I"][..],
            &["박", "Park", "Pak", "Bak"],
            &["최", "Choi", "Choe", "Ch'oe"],
            &["정", "Jeong", "Jung", "Chung", "Jong", "Chŏng"],
            &["임", "림", "Lim", "Rim", "Im", "Yim"],
            &["유", "류", "Yoo", "Yu", "Ryu", "You"],
            &["노", "로", "Noh", "Roh", "No", "Ro"],
            &["안", "Ahn", "An"],
            &["허", "Huh", "Hur", "Ho", "Heo"],
            &["권", "Kwon", "Gwon"],
            &["백", "Paik", "Baek", "Paek"],
            &["윤", "Yoon", "Yun"],
            &["양", "량", "Yang", "Ryang"],
            &[
                "영희",
                "Young-hee",
                "Yong Hui",
                "Yŏnghŭi",
                "Yeonghui",
                "Yong-hui",
            ],
            &["은경", "Eun-kyung", "Ŭn'gyŏng", "Eungyeong"],
            &["철룡", "Chol-ryong", "Chŏllyong"],
            &["김영희", "KimYoungHee"],
            &["성호", "Sung-ho", "Seong-ho", "Song Ho"],
        ] {
            for name in names {
                let name = name.replace(' ', "");
                assert!(alike(names[0], &name), "{} and {name}", names[0]);
            }
        }
    }

    #[test]
    fn other_names_and_other_words_sound_otherwise() {
        for (one, other) in [
            ("김", "Park"),
            ("영희", "Young-ho"),
            ("이", "Kim"),
            ("철수", "Chol-ho"),
        ] {
            assert!(!alike(one, other), "{one} and {other}");
        }
        for word in ["arrest", "Christopher", "district", "x1"] {
            assert!(codes_of_term(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn names_are_met_in_running_text() {
        let codes = |found: BTreeSet<Sound>| -> BTreeSet<String> {
            found.into_iter().map(|sound| sound.code).collect()
        };
        let query = |name: &str| codes_of_term(&super::super::fold::fold(name));
        let korean = codes(names_met_in("그때 김영희는 회령에 있었다"));
        assert!(
            !korean.is_disjoint(&query("kimyounghee")) && !korean.is_disjoint(&query("younghee"))
        );
        let english = codes(names_met_in("then Young-hee Kim left, and nobody saw her"));
        assert!(!english.is_disjoint(&query("김영희")) && !english.is_disjoint(&query("영희")));
        assert!(english.is_disjoint(&query("안노보디")));
        let name = codes(names_in("김 영희"));
        assert!(!name.is_disjoint(&query("kim")) && !name.is_disjoint(&query("younghee")));
    }
}
